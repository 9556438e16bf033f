"""The table, the workbook and the task list of a guide."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.audit.checks import downloads

from .conftest import Check, Workshop

GUIDE = "content/guides/everything/guide.yml"
CSV, TASKS, XLSX = (f"en/guides/everything{ending}" for ending in (".csv", ".tasks.md", ".xlsx"))
CASES: list[tuple[Check, str, str, str]] = [
    (downloads.check, CSV, '"Wash the kettle."', '""'),
    (downloads.check, CSV, "Steam burns.", "Steam is nice."),
    (downloads.check, TASKS, "Wash the kettle.", ""),
    (downloads.check, TASKS, "Carry it.", "Отнесите."),
    (downloads.check, TASKS, "A kettle", "A pot"),
]


def test_each_text_lost_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    golden(Path(__file__).parent / "expected" / "downloads.txt", workshop.tried(CASES))


def test_rows_in_another_order_are_found(workshop: Workshop) -> None:
    text = (workshop.root / CSV).read_bytes().decode()
    wash, carry = (next(row for row in text.split("\r\n") if word in row) for word in ("Wash the kettle.", "Carry it."))
    workshop.write(CSV, text.replace(wash, "@").replace(carry, wash).replace("@", carry))
    message = f"{GUIDE}:102:25 out-of-order: {CSV} shows 'do' at another place than the guide: \"Carry it.\""
    assert workshop.says(downloads.check) == [message]


def test_a_text_lost_in_the_workbook_is_found(workshop: Workshop) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(workshop.root / XLSX) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Wash the kettle.", b"Do nothing."))
    workshop.write(XLSX, made.getvalue())
    message = f"{GUIDE}:109:24 lost-text: {XLSX} does not show 'do': \"Wash the kettle.\""
    assert workshop.says(downloads.check) == [message]


@pytest.mark.parametrize(("path", "kind"), [(CSV, "CSV"), (XLSX, "XLSX"), (TASKS, "MD")])
def test_garbage_is_told_and_breaks_nothing(path: str, kind: str, workshop: Workshop) -> None:
    workshop.write(path, b'\xff\x00"PK')
    assert workshop.says(downloads.check) == [f"{GUIDE}:1:1 damaged-file: {path} cannot be read as {kind}"]
