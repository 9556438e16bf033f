"""What reading a page mended, or had no place for, is in the report, on its line and with its words."""

from pathlib import Path

import pytest

from stepsheet.diagnostics import Location, Source
from stepsheet.importing import mended
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import not_restored
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse

NO_YAML = "the front matter is not valid YAML"
TWINS = '<picture><source srcset="d 1.svg" media="(prefers-color-scheme: dark)"><img src="l.svg"></picture>'


def source(text: str) -> Source:
    return Source(Path("page.md"), "page.md", text)


def told(text: str) -> list[str]:
    origin = source(text)
    page = parse(origin, Flavour.GITBOOK)
    return [line(entry) for entry in (*mended.entries(origin, page.repaired), *mended.dark_icons(origin, page.blocks))]


def line(entry: Entry) -> str:
    item = entry.diagnostic
    return f"{item.finding.location.line}: {item.rule.code} {item.rule.name}: {item.finding.message} [{entry.text}]"


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("# A\n\nText.\n", []),
        ("# A\n\n{% endhint %}\n", ["3: S401 repaired-markup: {% endhint %} ends nothing that is open []"]),
        (
            "---\ndescription: Quick start: five minutes\n---\n\n# A\n",
            [f"2: S409 invalid-front-matter: {NO_YAML}: an unquoted text cannot contain ': ' []"],
        ),
        (
            "# A\n\nPress \x07 now.\n",
            ["3: S410 odd-character: 1 unseen character is left out (U+0007) [\x07]"],
        ),
        (
            f"Press {TWINS} now.",
            ["1: S403 left-out: left out: the version of a picture for dark pages ('d 1.svg') [d 1.svg]"],
        ),
    ],
)
def test_each_repair_is_an_entry(text: str, entries: list[str]) -> None:
    assert told(text) == entries


def test_a_guide_that_does_not_come_back_is_told() -> None:
    entry = not_restored.at(Location(source("# A\n")), "keys", "a step is gone")
    assert line(entry) == (
        "1: S417 not-restored: the guide 'keys' does not come back with its ids and conditions: a step is gone []"
    )
