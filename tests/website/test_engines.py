"""Both engines make the same guides; whichever made a site, its audit is clean."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from stepsheet import pipeline, settings
from stepsheet.errors import UserError
from stepsheet.website.engines import NAMES, engines, zensical

REPOSITORY = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    return root


def test_every_engine_has_a_name() -> None:
    assert sorted(engines()) == sorted(NAMES)


def test_zensical_builds_the_guide_that_the_content_tells_and_again_in_its_place(project: Path) -> None:
    site = settings.load(project / "mkdocs.yml")
    for _ in range(2):
        built = pipeline.build(site, TODAY, locales=site.locales, way=pipeline.Way("zensical"))
        assert [item.rule.name for item in built.diagnostics if item.rule.name != "no-site-url"] == []
        assert built.site_dir == site.site_dir
    assert {path.name for path in site.site_dir.rglob("checklist-*.pdf")} == {
        "checklist-a4.pdf",
        "checklist-letter.pdf",
    }


def test_a_project_that_zensical_cannot_build_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(UserError, match=r"^Zensical cannot build with these settings: ") as raised:
        zensical.build(tmp_path / "mkdocs.yml")
    assert raised.value.help.endswith("or build with `--engine mkdocs`")


def test_what_zensical_warns_of_comes_back_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Test", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[a](missing.md)\n\n[b](#nope)\n", encoding="utf-8")
    told = ("page does not exist (index.md:1:5)", "anchor does not exist (index.md:3:6)")
    assert zensical.build(tmp_path / "mkdocs.yml") == told


def test_an_engine_that_is_not_installed_is_named_with_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zensical, "find_spec", lambda _: None)
    with pytest.raises(UserError) as raised:
        zensical.build(tmp_path / "mkdocs.yml")
    assert (raised.value.message, raised.value.help) == (
        "the engine Zensical is not installed",
        "install it with `pip install 'stepsheet[zensical]'`",
    )
