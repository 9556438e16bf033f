"""The status of the translations: page, data and badge."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import status_data, status_page

from .conftest import Check, Workshop

PAGE, OVERVIEW, DATA, BADGE = (
    "en/translations/index.html",
    "translations/index.html",
    "en/translations.json",
    "en/translations.svg",
)
ROW = '<tr role="row" id="book:guides/short" data-ss-book="guides/short">'
ENTRY = 'data-ss-outdated="guides/everything:boil.wait.do"'
CASES: list[tuple[Check, str, str, str]] = [
    (status_page.check, PAGE, ROW, "<tr>"),
    (status_page.check, PAGE, ROW, ROW.replace('data-ss-book="guides/short"', 'data-ss-book="guides/gone"')),
    (status_page.check, PAGE, "<span>64</span>", "<span>65</span>"),
    (status_page.check, PAGE, "<span>90%</span>", "<span>100%</span>"),
    (status_page.check, PAGE, ">A short guide<", ">A long guide<"),
    (status_page.check, PAGE, ENTRY, ""),
    (status_page.check, PAGE, ENTRY, ENTRY.replace("wait.do", "gone.do")),
    (status_page.check, PAGE, "<del>Ждите</del>", ""),
    (status_page.check, PAGE, "<ins>Подождите</ins>", "<ins>Постойте</ins>"),
    (status_page.check, PAGE, "<del>Ждите</del>", "<span>Ждите</span>"),
    (status_page.check, PAGE, "<span>Wait a while.</span>", "<span>Wait.</span>"),
    (status_page.check, PAGE, 'class="ss-status__source" lang="ru"', 'class="ss-status__source"'),
    (status_page.check, PAGE, "</h1>", " sold</h1>"),
    (status_page.check, OVERVIEW, 'data-ss-locale="en"', 'data-ss-locale="de"'),
    (status_page.check, OVERVIEW, "<span>43</span>", "<span>0</span>"),
    (status_data.check, DATA, '"ok": 64', '"ok": 65'),
    (status_data.check, DATA, '"percent": 88', '"percent": 100'),
    (status_data.check, DATA, '"was": "Ждите."', '"was": "Ждём."'),
    (status_data.check, DATA, '"presence": "shown"', '"presence": "translated"'),
    (status_data.check, DATA, '"key": "boil.wait.do"', '"key": "boil.gone.do"'),
    (status_data.check, DATA, '"orphan": 0,', ""),
    (status_data.check, DATA, '"format"', '"form"'),
    (status_data.check, BADGE, ">88%<", ">99%<"),
    (status_data.check, BADGE, "English: 88% translated", "English: translated"),
    (status_data.check, BADGE, "</svg>", ""),
]


def test_status_broken_in_one_place_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """A figure, a row, a version of a text, a text that is left out."""
    golden(Path(__file__).parent / "expected" / "status.txt", workshop.tried(CASES))


@pytest.mark.parametrize("content", [b"\xff\x00", b"<html", b'{"locales": 5}', b"[]", b""])
def test_garbage_is_no_exception(workshop: Workshop, content: bytes) -> None:
    """Each file in turn."""
    for path in (PAGE, OVERVIEW, DATA, BADGE):
        workshop.write(path, content)
    assert workshop.says(status_data.check)
    assert workshop.says(status_page.check)
