"""What the operator's own settings do to the site, under both commands."""

import re
import resource
import socket
import subprocess
from functools import partial

import pytest
import yaml

from stepsheet import pipeline
from stepsheet.cli.commands import serve
from stepsheet.errors import InternalError, UserError
from stepsheet.website import project as module
from stepsheet.website import theme

from .conftest import own_settings
from .test_build import COMMANDS, ENVIRONMENT, copied, eventually, fetched, run, serving, tree


@pytest.fixture
def configured(project):
    """The settings generated for the default locale from these lines."""

    def generate(lines):
        text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
        project.write({"mkdocs.yml": text + lines})
        made = project.settings
        site = pipeline.localize(project.check().content, made, made.locales)[0]
        return yaml.safe_load(module.config(site, made))

    return generate


def test_files_and_hooks_named_by_one_word_are_one_file(configured, project):
    made = configured("extra_css: foo.css\nextra_javascript: foo.js\nhooks: foo.py\n")
    assert made["extra_css"] == ["foo.css", *(f"assets/stylesheets/{name}.css" for name in theme.STYLESHEETS)]
    assert made["extra_javascript"] == ["foo.js", *(f"assets/javascripts/{name}.js" for name in theme.SCRIPTS)]
    assert made["hooks"] == [str(project.root / "foo.py")]


def test_the_options_of_markdown_extensions_are_kept_and_ours_stay(configured):
    made = configured("markdown_extensions: {abbr: , toc: {toc_depth: 3, marker: TOC}}\n")
    extensions = {name: options for entry in made["markdown_extensions"] for name, options in entry.items()}
    assert list(extensions) == ["abbr", "toc", "attr_list", "tables"]
    assert extensions["toc"]["toc_depth"] == 3
    assert extensions["toc"]["marker"] == ""


def test_nothing_of_the_repository_reaches_the_theme(configured):
    made = configured("repo_url: https://github.com/a/b\nrepo_name: b\nedit_uri: edit/\nedit_uri_template: x\n")
    assert not [key for key in made if key.startswith(("repo", "edit"))]


def test_the_operators_folder_overrides_single_files(tmp_path):
    place = copied(tmp_path)
    (place / "overrides").rename(place / "ours")
    theme = place / "theme" / "partials"
    theme.mkdir(parents=True)
    (theme / "footer.html").write_text("<footer>mine</footer>")
    settings = place / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("custom_dir: overrides", "custom_dir: theme"))
    built = run(place, "stepsheet", "build")
    assert built.returncode == 0, built.stderr
    page = (place / "site/guides/okx-api-keys/index.html").read_text()
    assert "<footer>mine</footer>" in page
    assert "stepsheet-words" in page
    assert (place / "site/assets/stylesheets/stepsheet.css").is_file()
    hosted = run(place, "mkdocs", "build", "-d", "hosted")
    assert hosted.returncode == 0, hosted.stderr
    assert tree(place / "hosted") == tree(place / "site")


def test_a_template_that_is_broken_is_one_sentence(tmp_path):
    place = copied(tmp_path)
    (place / "overrides/partials/footer.html").write_text("{% if %}")
    built = run(place, "stepsheet", "build")
    assert built.returncode == 2
    assert built.stderr.startswith("error: MkDocs cannot build with these settings: ")
    assert "a bug of Stepsheet" not in built.stderr
    assert built.stderr.count("\n") == 2


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("theme:\n  name: material\n  custom_dir: overrides\n", "", "under MkDocs the theme must be named"),
        ("  - search\n", "", "under MkDocs the search must be named"),
    ],
)
def test_under_mkdocs_theme_and_search_must_be_named(tmp_path, old, new, words):
    """MkDocs would take its own theme and search for the default locale, and the site would differ."""
    place = copied(tmp_path)
    settings = place / "mkdocs.yml"
    assert old in settings.read_text()
    settings.write_text(settings.read_text().replace(old, new))
    hosted = run(place, "mkdocs", "build")
    assert hosted.returncode == 1
    assert f"mkdocs.yml: {words}" in hosted.stderr
    assert "Traceback" not in hosted.stderr
    assert not (place / "site").exists()
    assert run(place, "stepsheet", "build").returncode == 0


@pytest.mark.parametrize("command", ["stepsheet", "mkdocs"])
def test_a_full_disk_is_one_sentence_and_the_old_site_stays(tmp_path, command):
    """A limit on the size of files stands for the disk: Material's script is larger."""
    place = copied(tmp_path)
    limited = subprocess.run(
        [COMMANDS / command, "build"],
        cwd=place,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (60_000, 60_000)),
    )
    assert limited.returncode == (2 if command == "stepsheet" else 1), limited.stderr
    assert "the system says: File too large" in limited.stderr
    assert "Traceback" not in limited.stderr
    assert not [path.name for path in place.iterdir() if ".stepsheet-" in path.name or path.name == "site"]


def test_a_rebuild_that_fails_is_told_and_the_next_save_mends_it(tmp_path):
    place, log = copied(tmp_path / "project"), tmp_path / "log"
    settings = place / "mkdocs.yml"
    good = settings.read_text()
    with serving(place, log, "stepsheet", "serve") as url:
        eventually(lambda: "OKX" in fetched(f"{url}guides/okx-api-keys/"))
        settings.write_text("- a list\n")
        eventually(lambda: "Not built; the last good site stays." in log.read_text())
        assert "OKX" in fetched(f"{url}guides/okx-api-keys/")
        settings.write_text(good)
        eventually(lambda: log.read_text().count("Built; browsers reload.") == 2)
        told = log.read_text()
    lines = told.splitlines()
    assert lines[0] == f"Serving on {url} (stop with Ctrl-C)"
    assert re.fullmatch(r"\d\d:\d\d:\d\d Building", lines[1])
    assert len(re.findall(r"^\d\d:\d\d:\d\d Building$", told, re.MULTILINE)) == 3
    failed = told[told.index("error: mkdocs.yml holds no settings") :].splitlines()
    assert failed[1].startswith("help: write ")
    assert failed[2] == "Not built; the last good site stays."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (InternalError("odd"), "error: a bug of Stepsheet: odd\nhelp: please report it"),
        (OSError(28, "No space left on device"), "error: the system says: No space left on device\nhelp: check"),
        (ZeroDivisionError("oh"), "error: a bug of Stepsheet: ZeroDivisionError: oh\n"),
        (UserError("no such thing"), "error: no such thing\nNot built"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_stops_a_rebuild_is_told_and_serving_goes_on(tmp_path, monkeypatch, capsys, error, told):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr(pipeline, "build", broken)
    serve._rebuild(own_settings(tmp_path / "site").file, tmp_path / "site")
    written = capsys.readouterr().err
    assert told in written
    assert written.endswith("\nNot built; the last good site stays.\n")
    assert "Traceback" not in written


@pytest.mark.parametrize(
    "address", ["nowhere", "127.0.0.1:x", "127.0.0.1:70000", "a..b:80", "no.such.host.invalid:80", ""]
)
def test_an_address_that_is_none_is_refused_before_anything_is_built(tmp_path, address):
    refused(copied(tmp_path), address)


def test_an_address_in_use_is_refused_before_anything_is_built(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused(copied(tmp_path), f"127.0.0.1:{other.getsockname()[1]}")


def refused(place, address):
    ended = run(place, "stepsheet", "serve", "-a", address)
    assert ended.returncode == 2
    assert ended.stderr.startswith("error: ")
    assert "help: " in ended.stderr
    assert "Serving on" not in ended.stderr
    assert "Building" not in ended.stderr
