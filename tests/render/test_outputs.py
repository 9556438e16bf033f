"""Every text output of a guide with every feature, byte for byte, in the source language and in a translation."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from stepsheet import pipeline, settings
from stepsheet.render import everything
from stepsheet.render.page import one_line
from stepsheet.render.sitemap import sitemap

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
SETTINGS = """\
site_name: Test & <site>
site_url: https://guides.example/tea
repo_url: https://code.example/tea
plugins:
  - stepsheet:
      locales:
        ru: {site_name: Чай, site_description: Как его пить}
        en: {site_name: Tea & <more>, site_description: How to drink it}
"""
# Sheets and workbooks are compared by what they say (test_sheet.py, test_workbook.py): the bytes are their makers'.
BINARY = {".pdf", ".png", ".xlsx"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The fixture's content in both locales, read where it lies; its only mistakes are texts that are missing."""
    root = tmp_path_factory.mktemp("project")
    (root / "mkdocs.yml").write_text(SETTINGS)
    (root / "content").symlink_to(HERE / "content")
    loaded = settings.load(root / "mkdocs.yml")
    checked = pipeline.check(loaded, date(2026, 11, 22))
    assert {item.rule.name for item in checked.diagnostics} == {
        "missing-alt",
        "missing-translation",
        "stale-translation",
    }
    return pipeline.localize(checked.content, loaded, loaded.locales)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_output_is_as_it_was_read_and_approved(sites, golden, request, locale):
    site = next(site for site in sites if site.locale == locale)
    made = {file.path.as_posix(): file.content for file in everything.files(site) if file.path.suffix not in BINARY}
    for name, content in made.items():
        golden(GOLDEN / locale / name, content)
    kept = {path.relative_to(GOLDEN / locale).as_posix() for path in (GOLDEN / locale).rglob("*") if path.is_file()}
    assert kept == set(made), "a golden file without its output, or the other way round"


def test_the_sitemap_is_as_it_was_read_and_approved(sites, golden):
    golden(GOLDEN / "sitemap.xml", sitemap(sites).encode())


def test_pictures_come_along_with_their_bytes(sites):
    made = {file.path.as_posix(): file.content for file in everything.files(sites[0]) if file.path.suffix == ".png"}
    files = {path: content for path, content in made.items() if not path.endswith("card.png")}
    photo = (HERE / "content/guides/everything/images/photo.png").read_bytes()
    assert files == {"guides/everything/images/photo.png": photo, "pages/images/photo.png": photo}


def test_copy_buttons_hold_their_text_byte_for_byte(sites):
    page = next(file for file in everything.files(sites[0]) if file.path.as_posix() == "guides/everything/index.md")
    copied: list[str] = []

    class Buttons(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            copied.extend(value for name, value in attrs if name == "data-ss-copy" and tag == "button")

    Buttons().feed(page.content.decode())
    assert copied == ["+ держите\n", "0.5 * 2 [л]", "# ждём\nsleep 300\n\n\necho '`готово`'", "sleep 60"]


def test_a_fallback_text_is_marked_wherever_it_stands(sites):
    """Of the fixture's texts four are missing and three stale; each is marked, an alt text and an example too."""
    page = next(file for file in everything.files(sites[1]) if file.path.as_posix() == "guides/everything/index.md")
    assert re.findall(r'data-state="(\w+)"', page.content.decode()) == [
        "missing",
        "stale",
        "missing",
        "missing",
        "missing",
        "stale",
        "stale",
    ]


def test_folding_a_long_text_to_one_line_takes_no_longer_than_reading_it():
    blanks = f"<p><code>{' ' * 300_000}</code>\n  <b>x</b></p>"
    assert one_line(blanks) == f"<p><code>{' ' * 300_000}</code> <b>x</b></p>"
