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


# --- export and import

PO = "translations/en/guides/visit.po"


def test_an_export_writes_a_file_for_each_book_and_the_same_one_only_once(place: Place, call: Call, write: Any) -> None:
    write(
        {
            "content/categories.yml": "categories: [{id: trips, title: Trips}]\n",
            "content/pages/a.ru.md": "---\ntitle: A\n---\n",
        }
    )
    assert call("translate", "export").text == "The export is in translations/: 2 files, 2 written.\n"
    assert sorted(path.name for path in (place.root / "translations").rglob("*.*")) == ["categories.po", "visit.po"]
    assert call("translate", "export").text == "The export is in translations/: 2 files, 0 written.\n"
    assert call("translate", "export", "--format", "csv", "-o", "x", "-l", "en").text.endswith("2 files, 2 written.\n")


def test_a_translation_comes_back_and_the_rest_stays_to_the_byte(place: Place, call: Call, write: Any) -> None:
    write({EN: CATALOG.replace("en: Do walk.", "en: ")})
    call("translate", "export")
    file = place.root / PO
    file.write_bytes(file.read_bytes().replace(b'msgid "Walk."\nmsgstr ""', b'msgid "Walk."\nmsgstr "Walk on."'))
    dry = call("translate", "import", "translations", "--dry-run")
    assert "en: }" in (place.root / EN).read_text(encoding="utf-8")
    ended = call("translate", "import", PO)
    assert (dry.code, dry.text) == (
        0,
        "content/guides/visit/en.yml: 1 translation\n1 translation would be taken over.\n",
    )
    assert (ended.code, ended.text) == (0, "content/guides/visit/en.yml: 1 translation\n1 translation taken over.\n")
    assert (place.root / EN).read_text(encoding="utf-8") == CATALOG.replace("Do walk.", "Walk on.")
    assert call("translate", "import", PO).text == "The catalogs have all of this already.\n"


def test_one_wrong_file_stops_the_whole_import(place: Place, call: Call, write: Any) -> None:
    write({EN: "{}\n"})
    call("translate", "export")
    data = (place.root / PO).read_bytes().replace(b'msgid "Walk."\nmsgstr ""', b'msgid "Walk."\nmsgstr "Walk on."')
    write({PO: data, "translations/other.po": "nonsense"})
    ended = call("translate", "import", "translations")
    assert (ended.code, ended.text) == (1, "")
    assert ended.err.endswith("1 error\nNothing was imported.\n")
    assert (place.root / EN).read_text(encoding="utf-8") == "{}\n"


def test_what_was_translated_from_another_text_is_refused_and_stale_when_forced(
    place: Place, call: Call, write: Any
) -> None:
    write({EN: "{}\n"})
    call("translate", "export")
    data = (place.root / PO).read_bytes()
    for text in ("Walk", "Go"):
        data = data.replace(f'"{text}."\nmsgstr ""'.encode(), f'"{text}."\nmsgstr "{text} on."'.encode())
    write({PO: data.replace(b'"Go"\nmsgstr ""', b'"Go"\nmsgstr "Going"'), GUIDE: TEXT.replace("Walk.", "Run.")})
    ended = call("translate", "import", PO)
    assert (ended.code, ended.text) == (1, "")
    assert "[S244 other-revision]: it was made for revision " in ended.err
    forced = call("translate", "import", PO, "--force")
    assert (forced.code, forced.text) == (
        0,
        "content/guides/visit/en.yml: 2 translations\n2 translations taken over.\n",
    )
    made = (place.root / EN).read_text(encoding="utf-8")
    assert "go.walk.do:\n  ru: Walk.\n  en: Walk on.\n" in made
    assert "S202 stale-translation" in call("check").text


def test_force_is_no_key_to_another_language(place: Place, call: Call, write: Any) -> None:
    call("translate", "export")
    write({PO: (place.root / PO).read_bytes().replace(b"Language: en", b"Language: de")})
    assert call("translate", "import", PO, "--force").err.endswith("Nothing was imported.\n")


def test_a_catalog_that_cannot_be_read_takes_nothing_over(place: Place, call: Call, write: Any) -> None:
    call("translate", "export")
    write({EN: "title: [\n", PO: (place.root / PO).read_bytes().replace(b'"A visit"', b'"The visit"')})
    ended = call("translate", "import", PO)
    assert ended.code == 1
    assert (place.root / EN).read_text(encoding="utf-8") == "title: [\n"


# --- add


def test_a_language_is_added_with_its_settings_and_empty_catalogs(place: Place, call: Call, write: Any) -> None:
    file = place.root / "mkdocs.yml"
    both = file.read_text(encoding="utf-8")
    one = "".join(line for line in both.splitlines(keepends=True) if not line.startswith("        en:"))
    write({"mkdocs.yml": one})
    (place.root / EN).unlink()
    ended = call("translate", "add", "en")
    assert ended.code == 0
    assert ended.text == (
        "mkdocs.yml: en added to `locales`; give it a `site_name` there\n"
        "content/guides/visit/en.yml: new, 4 entries added\n"
        "1 catalog changed.\n"
    )
    assert file.read_text(encoding="utf-8") == f"{one}        en: {{}}\n"
    assert call("check").code == 0
    assert "0 %" in call("translate", "status").text


def test_a_language_that_cannot_be_added_is_refused(call: Call) -> None:
    told = [call("translate", "add", locale).err.splitlines()[0] for locale in ("en", "english", "tlh", "cy")]
    assert told == [
        "error: the site has the locale 'en' already",
        "error: 'english' is not a locale",
        "error: 'tlh' is not a locale",
        "error: the interface is not translated into 'cy'; there are: ar, de, en, es, fr, pt-BR, ru, tr, uk, zh-Hans",
    ]


# --- pseudo


def test_a_copy_of_the_project_has_a_pseudo_translation_and_passes_the_check(
    place: Place, call: Call, write: Any
) -> None:
    write(
        {"content/pages/about.ru.md": "---\ntitle: About\nsummary: Us.\n---\n\n## Who {#who}\n\n![Us](images/x.png)\n"}
    )
    before = (place.root / EN).read_text(encoding="utf-8")
    ended = call("translate", "pseudo", "en", "-o", "try")
    assert ended.code == 0
    assert ended.text.endswith(" files. Look at it:\n  stepsheet serve -f try/mkdocs.yml\n")
    assert (place.root / EN).read_text(encoding="utf-8") == before
    assert "  en: ⟦Ŵááłķ⟧.\n" in (place.root / "try" / EN).read_text(encoding="utf-8")
    page = (place.root / "try/content/pages/about.en.md").read_text(encoding="utf-8")
    assert "{#who}" in page
    assert "](images/x.png)" in page
    assert "100 %" in call("translate", "status", "-f", "try/mkdocs.yml").text
    assert call("translate", "pseudo", "en", "-o", "try").code == 0


def test_a_pseudo_translation_from_right_to_left_is_for_such_a_language(call: Call) -> None:
    ended = call("translate", "pseudo", "en", "--rtl")
    assert ended.code == 2
    assert ended.err.startswith("error: 'en' is written from left to right\n")
