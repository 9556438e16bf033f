"""`stepsheet export`, as it is typed."""

import pytest
from click.testing import CliRunner

from stepsheet.cli import stepsheet

from .trees import FORMS


@pytest.fixture
def run(workshop, monkeypatch):
    """Runs the command in the project's folder."""
    monkeypatch.chdir(workshop)

    def go(*words: str):
        return CliRunner().invoke(stepsheet, ["export", *words], standalone_mode=False)

    return go


@pytest.mark.parametrize("form", FORMS)
def test_several_locales_go_into_a_folder_each(run, workshop, form):
    result = run(form)
    assert result.return_value == 0
    assert result.stdout.startswith(f"The export is in export/{form}/: ")
    pages = "docs" if form == "markdown" else ""
    assert all((workshop / "export" / form / locale / pages / "everything.md").is_file() for locale in ("ru", "en"))


def test_one_locale_goes_into_the_folder_itself(run, workshop):
    assert run("gitbook", "--locale", "en", "-o", "space").return_value == 0
    assert (workshop / "space" / "everything.md").is_file()
    assert not (workshop / "space" / "en").exists()


def test_a_guide_may_be_exported_alone(run, workshop):
    run("gitbook", "-l", "ru", "-o", "space", "--guide", "short")
    assert sorted(path.name for path in (workshop / "space").glob("*.md")) == ["README.md", "SUMMARY.md", "short.md"]


def test_the_second_export_says_that_nothing_has_changed(run):
    run("gitbook")
    assert run("gitbook").stdout.endswith(" files, 0 written, 0 removed.\n")


def test_a_guide_that_does_not_exist_is_named(run):
    error = run("gitbook", "--guide", "shrot").exception
    assert (error.message, error.help) == ("there is no guide 'shrot'", "did you mean 'short'?")


def test_a_mistake_in_the_content_exports_nothing(run, workshop):
    (workshop / "content/guides/short/guide.yml").write_text("title: Short\n")
    result = run("gitbook", "-o", "space")
    assert result.return_value == 1
    assert result.stderr.endswith("Nothing was exported.\n")
    assert not (workshop / "space").exists()
