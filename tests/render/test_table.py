"""The checklist as CSV: what any program reads of it, and nothing that a spreadsheet would compute."""

import csv
import io
from dataclasses import replace

import pytest

from stepsheet.localize.document import Condition
from stepsheet.render.outputs import guide_csv

from .sheet_documents import Writer, everything, site


def read(document, **changes):
    """The table as a program reads it that knows the byte order mark."""
    content = guide_csv.table(document, replace(site(document), **changes)).encode()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_step_is_one_row_and_open():
    guide = everything()
    rows = [row for row in read(guide) if row["Status"]]
    told = [row["What to do"] for row in rows]
    assert len(told) == len(guide.needs) + len(list(guide.steps()))
    assert {row["Status"] for row in rows} == {"Open"}


def test_a_file_begins_with_a_byte_order_mark_and_its_lines_end_as_the_rfc_says():
    content = guide_csv.table(everything(), site(everything()))
    assert content.startswith('\ufeff"Status","Section"')
    assert content.endswith('"\r\n')


def test_a_link_leads_to_the_step_and_without_an_address_nowhere():
    guide = everything()
    anchors = {f"https://guides.example/guides/{guide.id}/#{step.anchor}" for step in guide.steps()}
    assert anchors <= {row["Link"] for row in read(guide, url="https://guides.example/")}
    assert {row["Link"] for row in read(guide, url=None)} == {""}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("  =1", "  '=1"),
        ("\t=1", "\t'=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("one; =cmd", "one; '=cmd"),
        ("one\n-1", "one\n'-1"),
        ("1 - 1 = 0", "1 - 1 = 0"),
        ("e-mail: me@example.org", "e-mail: me@example.org"),
    ],
)
def test_no_text_is_ever_computed(text, shown):
    assert guide_csv.harmless(text) == shown


def test_a_condition_of_a_section_is_said_of_each_of_its_steps():
    rows = {row["What to do"]: row["Only if"] for row in read(everything())}
    assert rows["Fill it in."] == "Is there a separate server? — yes\nWhich account? — Sub or Another one"
    assert rows["Read everything here."] == "Is there a separate server? — yes"
    assert rows["Read them all."] == ""


def test_a_condition_holds_for_deeper_sections_and_sub_steps_too():
    w = Writer()
    ask = Condition("o", w.text("o.ask", "Really?"), w.choices("o", "yes"))
    inner = w.step("b.s.i", "Inner.", "1.1")
    outer = w.section("a", "A", w.step("a.s", "First.", "1"), conditions=(ask,))
    deeper = replace(w.section("b", "B", w.step("b.s", "Second.", "2", steps=(inner,))), level=2)
    after = w.section("c", "C", w.step("c.s", "Third.", "3"))
    rows = {row["What to do"]: row["Only if"] for row in read(w.guide(outer, deeper, after)) if row["Status"]}
    assert rows == {"First.": "Really? — yes", "Second.": "Really? — yes", "Inner.": "Really? — yes", "Third.": ""}
