"""`stepsheet translate`: what is left, catalogs in step, files for translators' tools."""

import json
from collections.abc import Callable
from typing import Any

from .conftest import CATALOG, EN, GUIDE, TEXT, Ended, Place

Call = Callable[..., Ended]
STALE = CATALOG.replace("{ru: Walk., en: Do walk.}", "{ru: Run., en: Do run.}").replace("summary", "summery")


# --- status


def test_the_status_is_a_table_of_all_books_and_locales(call: Call, write: Any) -> None:
    page = "---\ntitle: About\n---\n\nTwo words.\n"
    write({EN: STALE, "content/pages/about.ru.md": page, "content/categories.yml": "categories: []\n"})
    ended = call("translate", "status")
    assert ended.code == 0
    assert ended.text == (
        "              locale  ok  stale  missing  orphan  done  words left\n"
        "guides/visit  en       2      1        1       1  50 %           3\n"
        "pages/about   en       0      0        1       0   0 %           3\n"
        "all           en       2      1        2       1  40 %           6\n"
    )


def test_the_status_is_json_for_programs(call: Call, write: Any) -> None:
    write({EN: STALE})
    told = json.loads(call("translate", "status", "--format", "json", "--locale", "en").text)
    numbers = {"ok": 2, "stale": 1, "missing": 1, "orphan": 1, "words_left": 3, "percent": 50}
    assert told == {
        "books": [{"book": "guides/visit", "locale": "en", **numbers}],
        "total": [{"book": "all", "locale": "en", **numbers}],
    }


def test_too_little_that_is_up_to_date_fails_on_request(call: Call, write: Any) -> None:
    write({EN: STALE})
    assert call("translate", "status", "--fail-under", "50").code == 0
    ended = call("translate", "status", "--fail-under", "51")
    assert ended.code == 1
    assert ended.err == "en is 50 % up to date, which is less than 51 %.\n"


def test_one_word_left_is_no_hundred_percent(call: Call, write: Any) -> None:
    steps = "".join(f"      - {{id: step{number}, do: Walk.}}\n" for number in range(300))
    guide = f"title: Visit\nsummary: A visit.\nsections:\n  - id: go\n    title: Go\n    steps:\n{steps}"
    entries = "".join(f"go.step{number}.do: {{ru: Walk., en: Do walk.}}\n" for number in range(299))
    write({GUIDE: guide, EN: CATALOG.replace("go.walk.do", "go.step299.do") + entries.replace("step7.", "other.")})
    assert "99 %" in call("translate", "status").text


def test_a_guide_that_cannot_be_read_is_said_to_be_left_out(call: Call, write: Any) -> None:
    write({GUIDE: "title: [Visit\n"})
    ended = call("translate", "status")
    assert ended.code == 1
    assert ended.err.endswith("What cannot be read is not in the table.\n")


def test_the_source_language_is_not_translated(call: Call) -> None:
    ended = call("translate", "status", "--locale", "ru")
    assert (ended.code, ended.out) == (2, b"")
    assert ended.err == "error: 'ru' is the language the guides are written in\nhelp: name a translation: en\n"


# --- update


def test_an_update_says_what_it_changes_and_writes_it(place: Place, call: Call, write: Any) -> None:
    write({EN: STALE, "content/categories.yml": "categories: [{id: trips, title: Trips}]\n"})
    dry = call("translate", "update", "--dry-run")
    assert (place.root / EN).read_text(encoding="utf-8") == STALE
    ended = call("translate", "update", "en")
    told = "content/guides/visit/en.yml: 1 entry added, 1 entry set aside\n"
    told += "content/categories.en.yml: new, 1 entry added\n"
    assert (dry.code, dry.text) == (0, f"{told}2 catalogs would change.\n")
    assert (ended.code, ended.text) == (0, f"{told}2 catalogs changed.\n")
    assert (place.root / EN).read_text(encoding="utf-8") == (
        "title: {ru: Visit, en: A visit}\nsummary:\n  ru: A visit.\n  en:\ngo.title: {ru: Go, en: Going}\n"
        "go.walk.do: {ru: Run., en: Do run.}\n"
        "# The guide has no such text any more. Each entry comes back when its key does.\n"
        "#~ summery: {ru: A visit., en: We visit.}\n"
    )
    assert (place.root / "content/categories.en.yml").read_text(
        encoding="utf-8"
    ) == "trips.title:\n  ru: Trips\n  en:\n"
    assert sorted(path.name for path in (place.root / EN).parent.iterdir()) == ["en.yml", "guide.yml"]


def test_an_update_with_nothing_to_do_writes_nothing(place: Place, call: Call) -> None:
    file = place.root / EN
    before = file.stat()
    assert call("translate", "update").text == "Every catalog is in step with its guide.\n"
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino


def test_a_byte_order_mark_and_the_rights_of_a_file_stay(place: Place, call: Call, write: Any) -> None:
    write({EN: b"\xef\xbb\xbf" + STALE.encode()})
    (place.root / EN).chmod(0o640)
    call("translate", "update")
    assert (place.root / EN).read_bytes().startswith(b"\xef\xbb\xbftitle:")
    assert (place.root / EN).stat().st_mode & 0o777 == 0o640


def test_a_catalog_that_cannot_be_read_is_left_as_it_is(place: Place, call: Call, write: Any) -> None:
    broken = CATALOG + "go.title: {ru: Go, en: Go}\n"
    write({EN: broken, GUIDE: TEXT.replace("Walk.", "Run.")})
    ended = call("translate", "update")
    assert ended.code == 1
    assert ended.err.endswith("The catalogs of what cannot be read are left as they are.\n")
    assert (place.root / EN).read_text(encoding="utf-8") == broken
