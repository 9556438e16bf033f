"""`stepsheet import`: what it puts into the content folder, what it says, and what it leaves alone."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Raster

from .conftest import Ended, Place, digests

Call = Callable[..., Ended]

LOCK = """\
---
description: The door is locked at night.
---

# Lock a door

{% hint style="warning" %}
Take the key with you.
{% endhint %}

1. Close the door.
2. Turn the key twice.

   ![](.gitbook/assets/key.png)
3. Pull the handle: it [stays closed](open.md).
"""
OPEN = """\
# Open a door

1. Turn the key back.
2. Press the handle.
3. Push the door. ![The open door](https://pictures.example/door.png)
"""
WELCOME = "# Welcome\n\nRead [how to lock a door](lock.md) before you leave.\n"
SUMMARY = """\
# Contents

* [Welcome](README.md)

## Doors

* [Lock a door](lock.md)
* [Open a door](open.md)
"""
SETTINGS = "root: ./\nredirects:\n  old/locking: lock.md\n"
PAGE = "# Wash a cup\n\n1. Fill the cup.\n2. Brush the cup.\n3. Empty the cup.\n"
CUP = """\
title: Wash a cup
summary: Wash a cup

sections:
  - id: wash-a-cup
    title: Wash a cup
    steps:
      - id: fill-the-cup
        do: Fill the cup.

      - id: brush-the-cup
        do: Brush the cup.

      - id: empty-the-cup
        do: Empty the cup.
"""
TRANSLATED = "# We visit\n\n## Going\n\n1. Do walk.\n2. Do wait.\n3. Do leave.\n"
VISIT = """\
title: Visit
summary: A visit.
sections:
  - id: go
    title: Go
    steps:
      - {id: walk, do: Walk.}
      - {id: wait, do: Wait.}
      - {id: leave, do: Leave.}
"""
CUP_FILE = "content/guides/cup/guide.yml"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder beside the project, for the pages that are imported."""
    folder = tmp_path.resolve() / "source"
    folder.mkdir()
    return folder


@pytest.fixture
def page(source: Path) -> str:
    """One page with three steps."""
    return written(source, {"cup.md": PAGE}, "cup.md")


@pytest.fixture
def space(source: Path) -> str:
    """A GitBook space of three pages."""
    buffer = io.BytesIO()
    Raster.new("RGB", (40, 30), "white").save(buffer, "PNG")
    pages = {"README.md": WELCOME, "lock.md": LOCK, "open.md": OPEN, "SUMMARY.md": SUMMARY, ".gitbook.yaml": SETTINGS}
    return written(source, {**pages, ".gitbook/assets/key.png": buffer.getvalue()})


def written(folder: Path, files: dict[str, Any], name: str = "") -> str:
    """Writes the files; the path of one of them, else of the folder."""
    for own, content in files.items():
        path = folder / own
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(folder / name)


def content(place: Place) -> set[str]:
    """The files of the content folder, without those of the guide that was there before."""
    return {name for name in digests(place.root / "content") if not name.startswith("guides/visit/")}


# --- what is brought


def test_a_page_with_steps_becomes_a_guide(place: Place, call: Call, page: str) -> None:
    ended = call("import", "markdown", page)
    assert (ended.code, ended.err) == (0, "")
    assert "Brought: 1 guide.\nFiles and folders: 1 new, 0 unchanged, 0 different from what is there.\n" in ended.text
    assert (place.root / CUP_FILE).read_text(encoding="utf-8") == CUP
    assert content(place) == {"guides/cup/guide.yml"}


def test_a_space_comes_with_its_pages_pictures_navigation_and_redirects(place: Place, call: Call, space: str) -> None:
    ended = call("import", "gitbook", space)
    assert (ended.code, ended.err) == (0, "")
    assert "Brought: 2 guides, 1 plain page.\n" in ended.text
    assert content(place) == {
        "guides/lock/guide.yml",
        "guides/lock/images/key.png",
        "guides/open/guide.yml",
        "guides/open/images/door.svg",
        "navigation.yml",
        "pages/home.ru.md",
        "redirects.yml",
    }
    assert (place.root / "content/navigation.yml").read_text(encoding="utf-8") == (
        "navigation:\n"
        "  - page: home\n"
        "  - id: doors\n"
        "    title: Doors\n"
        "    entries:\n"
        "      - guide: lock\n"
        "      - guide: open\n"
    )
    assert '- from: old/locking\n    to: "#guide:lock"\n' in (place.root / "content/redirects.yml").read_text("utf-8")
    assert "Read [how to lock a door](#guide:lock) before" in (place.root / "content/pages/home.ru.md").read_text(
        "utf-8"
    )


def test_an_imported_space_has_no_error_and_builds(place: Place, call: Call, space: str) -> None:
    assert call("import", "gitbook", space).code == 0
    checked = call("check")
    assert (checked.code, checked.err) == (0, "")
    built = place.run("build", "--locale", "ru")
    assert built.code == 0, built.err
    assert "(#guide:" not in (place.root / "site/pages/home/index.html").read_text(encoding="utf-8")
    assert {"guides/lock/index.html", "guides/lock/checklist-a4.pdf", "pages/home/index.html"} <= place.site().keys()


def test_the_guides_get_the_category_that_is_asked_for(place: Place, call: Call, page: str) -> None:
    (place.root / "content/categories.yml").write_text("categories:\n  - {id: kitchen, title: Kitchen}\n", "utf-8")
    assert call("import", "markdown", page, "--category", "kitchen").code == 0
    assert "category: kitchen\n" in (place.root / CUP_FILE).read_text(encoding="utf-8")


def test_the_guides_go_into_the_folder_that_is_named(place: Place, call: Call, page: str) -> None:
    assert call("import", "markdown", page, "--into", "drafts/guides").code == 0
    assert (place.root / "drafts/guides/cup/guide.yml").is_file()
    assert content(place) == set()


# --- what is said


def test_what_wants_a_look_is_shown_and_all_of_it_is_in_the_report(place: Place, call: Call, space: str) -> None:
    ended = call("import", "gitbook", space, "--report", "report.json")
    assert "help: import with --fetch to download it\n\n1 warning\n" in ended.text
    assert "All findings: 1 × S408 not-a-procedure, 1 × S405 remote-picture.\n" in ended.text
    assert "The whole report is in report.json.\n" in ended.text
    report = json.loads((place.root / "report.json").read_text(encoding="utf-8"))
    assert [item["rule"] for item in report["diagnostics"]] == ["not-a-procedure", "remote-picture"]


def test_every_word_and_thing_of_the_source_is_accounted_for(place: Place, call: Call, space: str) -> None:
    ended = call("import", "gitbook", space, "--report", "report.json")
    assert "Accounted for: all 53 words, all 2 pictures, all 2 links, 1 marked block.\n" in ended.text
    accounts = json.loads((place.root / "report.json").read_text(encoding="utf-8"))["accounts"]
    assert accounts["words"] == {"total": 53, "in_result": 53, "in_report": 0, "lost": 0}


def test_what_was_left_out_is_in_the_report_with_its_words(place: Place, call: Call, source: Path) -> None:
    path = written(source, {"cup.md": PAGE.replace("1. ", "## Step 1: ").replace("2. ", "## Step 2: ")}, "cup.md")
    call("import", "markdown", path, "--report", "report.json")
    [hint] = json.loads((place.root / "report.json").read_text(encoding="utf-8"))["diagnostics"]
    assert (hint["rule"], hint["text"]) == ("left-out", "Step 1: Step 2:")


def test_a_dry_run_says_the_same_and_writes_nothing(place: Place, call: Call, space: str) -> None:
    before = digests(place.root)
    tried = call("import", "gitbook", space, "--dry-run")
    assert tried.code == 0
    assert digests(place.root) == before
    assert "Would bring: 2 guides, 1 plain page.\n" in tried.text
    assert call("import", "gitbook", space).text == tried.text.replace("Would bring:", "Brought:")


# --- what is there already


def test_a_second_import_changes_nothing(place: Place, call: Call, space: str) -> None:
    call("import", "gitbook", space)
    before = digests(place.root)
    ended = call("import", "gitbook", space)
    assert digests(place.root) == before
    assert "Files and folders: 0 new, 5 unchanged, 0 different from what is there.\n" in ended.text


def test_an_edited_guide_stays_and_the_difference_is_shown(place: Place, call: Call, page: str) -> None:
    edited = CUP.replace("Brush the cup.", "Brush it.")
    written(place.root, {CUP_FILE: edited})
    ended = call("import", "markdown", page)
    assert ended.code == 0
    assert "-        do: Brush it.\n+        do: Brush the cup.\n" in ended.text
    assert (
        "content/guides/cup/guide.yml:1:1: warning[S413 already-there]: content/guides/cup/guide.yml is there already "
        "and differs from the import, which is in .stepsheet/imports/guides/cup\n"
        "help: take over what you want, or run the import again with --force\n" in ended.text
    )
    assert "Files and folders: 0 new, 0 unchanged, 1 different from what is there.\n" in ended.text
    assert (place.root / CUP_FILE).read_text(encoding="utf-8") == edited
    assert (place.root / ".stepsheet/imports/guides/cup/guide.yml").read_text(encoding="utf-8") == CUP


def test_force_replaces_an_edited_guide_and_keeps_a_copy(place: Place, call: Call, page: str) -> None:
    edited = CUP.replace("Brush the cup.", "Brush it.")
    written(place.root, {CUP_FILE: edited})
    ended = call("import", "markdown", page, "--force")
    assert "What was replaced is kept in .stepsheet/replaced.\n" in ended.text
    assert (place.root / CUP_FILE).read_text(encoding="utf-8") == CUP
    assert (place.root / ".stepsheet/replaced/guides/cup/guide.yml").read_text(encoding="utf-8") == edited


def test_a_guide_that_differs_in_comments_alone_is_the_same(place: Place, call: Call, page: str) -> None:
    written(place.root, {CUP_FILE: f"# Ours.\n{CUP}"})
    assert "0 new, 1 unchanged, 0 different" in call("import", "markdown", page).text


# --- languages


def test_pages_in_two_languages_become_a_guide_and_its_catalog(place: Place, call: Call, source: Path) -> None:
    english = PAGE.replace("cup", "mug")
    ended = call("import", "markdown", written(source, {"ru/cup.md": PAGE, "en/cup.md": english}))
    assert "Brought: 1 guide, 1 translation.\n" in ended.text
    assert content(place) == {"guides/cup/guide.yml", "guides/cup/en.yml"}
    catalog = (place.root / "content/guides/cup/en.yml").read_text(encoding="utf-8")
    assert "wash-a-cup.brush-the-cup.do:\n  ru: Brush the cup.\n  en: Brush the mug.\n" in catalog


def test_a_language_that_the_site_does_not_have_is_left_out_and_told(call: Call, place: Place, source: Path) -> None:
    path = written(source, {"ru/cup.md": PAGE, "de/cup.md": PAGE})
    assert (
        "All findings: 1 × S403 left-out; `--report FILE` writes them all.\n" in call("import", "markdown", path).text
    )
    assert content(place) == {"guides/cup/guide.yml"}


def test_a_page_is_imported_as_the_translation_of_a_guide(place: Place, call: Call, source: Path) -> None:
    written(place.root, {"content/guides/visit/guide.yml": VISIT})
    (place.root / "content/guides/visit/en.yml").unlink()
    path = written(source, {"visit.md": TRANSLATED}, "visit.md")
    ended = call("import", "markdown", path, "--as-translation", "en", "--of", "visit")
    assert (ended.code, ended.err) == (0, "")
    assert "Brought: 1 translation.\n" in ended.text
    catalog = (place.root / "content/guides/visit/en.yml").read_text(encoding="utf-8")
    assert "go.walk.do:\n  ru: Walk.\n  en: Do walk.\n" in catalog


def test_what_has_no_place_in_the_guide_is_listed_and_not_guessed(place: Place, call: Call, source: Path) -> None:
    written(place.root, {"content/guides/visit/guide.yml": VISIT})
    (place.root / "content/guides/visit/en.yml").unlink()
    path = written(source, {"visit.md": f"{TRANSLATED}4. Do return.\n"}, "visit.md")
    ended = call("import", "markdown", path, "--as-translation", "en", "--of", "visit")
    assert "warning[S412 not-aligned]: 'Do return.' has no place in the guide 'visit'\n" in ended.text
    assert "Do return." not in (place.root / "content/guides/visit/en.yml").read_text(encoding="utf-8")


# --- misuse


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["--category", "kitchen"],
            "error: there is no category 'kitchen'\nhelp: add it to categories.yml: `- {id: kitchen, title: …}`\n",
        ),
        (
            ["--of", "visit"],
            "error: --of is given without --as-translation\nhelp: add `--as-translation LOCALE`\n",
        ),
        (
            ["--as-translation", "en"],
            "error: --as-translation is given without --of\nhelp: add `--of GUIDE`\n",
        ),
        (
            ["--as-translation", "en", "--of", "visits"],
            "error: there is no guide 'visits'\nhelp: did you mean 'visit'?\n",
        ),
        (
            ["--as-translation", "ru", "--of", "visit"],
            "error: 'ru' is the language the guides are written in\nhelp: leave --as-translation out\n",
        ),
        (
            ["--as-translation", "de", "--of", "visit"],
            "error: the site has no locale 'de'\nhelp: the site's locales are: ru, en\n",
        ),
        (
            ["--locale", "de"],
            "error: the site has no locale 'de'\nhelp: the site's locales are: ru, en\n",
        ),
        (
            ["--locale", "en"],
            (
                "error: the guides of this site are written in 'ru', not in 'en'\n"
                "help: import a translation with `--as-translation en --of GUIDE`, or put 'en' first in `locales`\n"
            ),
        ),
        (
            ["--into", "content/drafts"],
            (
                "error: the folder of the guides is called 'guides', not 'drafts'\n"
                "help: let --into name a folder 'guides'; pages and navigation go beside it\n"
            ),
        ),
        (
            ["--report", "nowhere/report.json"],
            "error: there is no folder 'nowhere' for the report\nhelp: make it, or name another file\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_import_that_cannot_be_meant_is_refused(
    arguments: list[str], says: str, place: Place, call: Call, page: str
) -> None:
    before = digests(place.root)
    ended = call("import", "markdown", page, *arguments)
    assert (ended.code, ended.out, ended.err) == (2, b"", says)
    assert digests(place.root) == before


def test_a_source_that_is_not_there_is_refused(call: Call) -> None:
    ended = call("import", "gitbook", "nowhere")
    assert (ended.code, ended.out) == (2, b"")
    assert ended.err == "error: there is no 'nowhere'\nhelp: name a folder or a .md file\n"


def test_a_source_without_the_language_of_the_guides_is_refused(call: Call, source: Path) -> None:
    ended = call("import", "markdown", written(source, {"en/cup.md": PAGE, "de/cup.md": PAGE}))
    assert ended.code == 2
    assert ended.err == (
        "error: the source has the languages de, en, and none of them is 'ru', the language of the guides\n"
        "help: put one of them first in `locales` of mkdocs.yml\n"
    )


def test_a_guide_that_cannot_be_read_is_not_translated(place: Place, call: Call, page: str) -> None:
    written(place.root, {"content/guides/visit/guide.yml": "title: [\n"})
    ended = call("import", "markdown", page, "--as-translation", "en", "--of", "visit")
    assert (ended.code, ended.err) == (
        2,
        "error: the guide 'visit' cannot be read\nhelp: mend it first: `stepsheet check` says what is wrong\n",
    )


def test_several_pages_are_not_the_translation_of_one_guide(call: Call, space: str) -> None:
    ended = call("import", "gitbook", space, "--as-translation", "en", "--of", "visit")
    assert ended.code == 2
    assert ended.err == ("error: 3 pages cannot be the translation of one guide\nhelp: name the one page that is\n")
