"""The checklist as a workbook, read by another library than the one that wrote it."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from stepsheet.render.workbook import workbook
from stepsheet.render.workbook.names import sheet_names

from .sheet_documents import HOSTILE, Writer, everything, site


def read(document, **changes):
    return openpyxl.load_workbook(io.BytesIO(workbook(document, replace(site(document), **changes))))


def column(sheet, name):
    """What stands below the name of a column."""
    names = [cell.value for cell in sheet[2]]
    return [row[names.index(name)].value for row in sheet.iter_rows(min_row=3)]


def test_there_is_an_overview_and_a_sheet_for_each_section():
    assert read(everything()).sheetnames == [
        "Overview",
        "Before you start",
        "1 All kinds of hazard (optional",
        "2 A form & its fields",
        "3 Parts of a step (recommended)",
        "4 A long section",
        '5 #let x = 1; _$@<> "quotes" \'s',
        "6 Three texts",
        "7.1 A section that explains",
        "7.1.1 Deep down",
    ]


def test_each_step_has_a_state_to_choose_from_a_list():
    sheet = read(everything())["3 Parts of a step (recommended)"]
    assert column(sheet, "Status") == ["Open"] * 5
    assert column(sheet, "What to do") == [
        "Read everything here.",
        "Do the sub-steps.",
        "Sub-step 1 of the step.",
        "Sub-step 2 of the step.",
        "Sub-step 3 of the step.",
    ]
    lists = {(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert lists == {(f"A{row}", '"Open,Done,Not needed"') for row in range(3, 8)}


def test_a_row_that_only_tells_has_no_state():
    sheet = read(everything())["1 All kinds of hazard (optional"]
    assert column(sheet, "Status") == [None, "Open"]
    assert column(sheet, "Warnings")[0] == "Note: A note on the section."


def test_names_of_columns_stay_in_sight_and_stand_on_each_printed_page():
    for sheet in read(everything()).worksheets[1:]:
        assert sheet.freeze_panes == "C3"
        assert sheet.print_title_rows == "$1:$2"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage  # to one page of width: that is the default


def test_the_overview_counts_what_is_done_and_what_is_open():
    sheet = read(everything())["Overview"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "4 A long section")
    place = "'4 A long section'!$A$3:$A$42"
    assert [cell.value for cell in row] == [
        "4 A long section",
        f'=COUNTIF({place},"Done")',
        f'=COUNTA({place})-COUNTIF({place},"Done")-COUNTIF({place},"Not needed")',
    ]


def test_a_question_has_its_answers_to_choose_from():
    sheet = read(everything())["Overview"]
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists == {'"yes,no"', '"Main,Sub,Another one"'}


def test_nothing_an_author_writes_is_a_formula():
    w = Writer()
    steps = [w.step(f"s.s{n}", text, str(n)) for n, text in enumerate(("=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(1)"))]
    book = read(w.guide(w.section("s", "=A", *steps), title="=1+1"))
    assert book["Overview"]["A1"].data_type == "s"
    assert {cell.data_type for row in book.worksheets[-1].iter_rows() for cell in row} <= {"s", "n"}
    assert column(book.worksheets[-1], "What to do") == ["=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(1)"]
    assert not any(cell.value is not None and cell.data_type == "n" for row in book.worksheets[-1] for cell in row)


def test_a_hostile_text_is_shown_as_it_is_written():
    sheet = read(everything()).worksheets[6]
    assert column(sheet, "What to do") == [HOSTILE.strip()]


def test_the_same_guide_gives_the_same_bytes():
    guide = everything()
    assert workbook(guide, site(guide)) == workbook(guide, site(guide))
    made = read(replace(guide, reviewed=None)).properties
    assert (made.created, made.title) == (datetime(1980, 1, 1), made.title)  # noqa: DTZ001 - the file has no zone


def test_a_language_that_runs_leftward_has_its_first_column_on_the_right():
    assert read(everything()).worksheets[1].sheet_view.rightToLeft is None


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["a/b: [c]*?\\d"], ["a b c d"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["Same", "same", "SAME"], ["Same", "same (2)", "SAME (3)"]),
        (["History", "'quoted'", "???"], ["History (2)", "quoted", "-"]),
        (["\U0001f600" * 20], ["\U0001f600" * 15]),
    ],
)
def test_a_sheet_has_a_name_that_excel_takes(titles, names):
    assert list(sheet_names(titles)) == names
