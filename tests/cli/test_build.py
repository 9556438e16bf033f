"""A whole build by the command: where it puts the site, what it tells, and that no text is ever a template."""

import json
from pathlib import Path

import pytest

from .conftest import CATALOG, EN, GUIDE, TEXT, Place

TEMPLATES = "{{ 7*7 }} {% raw %} {# note #} ${x} <%= y %>"


def test_the_site_takes_the_place_of_the_old_one_and_the_summary_says_where(place: Place) -> None:
    ended = place.run("build")
    assert ended.code == 0
    assert "hint[S301 no-site-url]" in ended.err
    assert ended.text.startswith("The site is in site/. Look at it with:\n  python3 -m http.server -d site\n")
    for path in ("site/index.html", "site/guides/visit/checklist-a4.pdf", "site/en/guides/visit/checklist-letter.pdf"):
        assert path in ended.text
        assert (place.root / path).is_file()
    assert (place.root / "site" / "index.html").read_text(encoding="utf-8") != "old"
    assert place.left_over() == []


def test_one_locale_goes_where_it_is_told_and_the_old_site_stays(place: Place) -> None:
    before = place.site()
    ended = place.run("build", "--locale", "en", "--site-dir", "public/new")
    assert ended.code == 0
    assert "It holds only the locales you chose, and not: ru.\n" in ended.text
    assert place.site() == before
    built = {path.name for path in (place.root / "public").iterdir()}
    assert built == {"new"}
    pages = [path for path in (place.root / "public" / "new").rglob("index.html") if path.parent.name == "visit"]
    assert len(pages) == 1
    assert '<html lang="en"' in pages[0].read_text(encoding="utf-8")


def test_warnings_stop_a_strict_build_alone(place: Place, project: object) -> None:
    del project
    (place.root / GUIDE).write_text(TEXT.replace("needs", "reviewed: 2020-01-01\nneeds"), encoding="utf-8")
    before = place.site()
    strict = place.run("build", "--strict")
    assert (strict.code, place.site()) == (1, before)
    assert strict.err.endswith("Nothing was built; the last site is untouched.\n")


@pytest.fixture
def literal(place: Place) -> Path:
    """A site whose texts look like templates."""
    source = TEXT.replace("Walk.", repr(TEMPLATES)).replace("title: Visit", f"title: {TEMPLATES!r}")
    place.root.joinpath(GUIDE).write_text(source, encoding="utf-8")
    catalog = CATALOG.replace("ru: Walk.", f"ru: {TEMPLATES!r}").replace("Do walk.", repr(TEMPLATES))
    catalog = catalog.replace("ru: Visit", f"ru: {TEMPLATES!r}").replace("A visit}", f"{TEMPLATES!r}}}")
    place.root.joinpath(EN).write_text(catalog, encoding="utf-8")
    ended = place.run("build", "--strict")
    assert ended.code == 0, ended.err
    return place.root / "site"


def test_a_text_that_looks_like_a_template_is_shown_as_written(literal: Path) -> None:
    for locale in ("", "en/"):
        page = (literal / locale / "guides" / "visit" / "index.html").read_text(encoding="utf-8")
        assert page.count("{{ 7*7 }} {% raw %} {# note #} ${x} &lt;%= y %&gt;") >= 2
        assert "49" not in page.partition("<main")[2].partition("</main>")[0]
        markdown = (literal / locale / "guides" / "visit.md").read_text(encoding="utf-8")
        assert "{{ 7*7 }} {% raw %}" in markdown.replace("\\", "")
        data = json.loads((literal / locale / "guides" / "visit.json").read_text(encoding="utf-8"))
        assert TEMPLATES in json.dumps(data)
