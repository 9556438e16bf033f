"""Each class of legal edits, by an example: nothing is found, and nothing but the edit reaches the readers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from .differences import differences, leaves
from .edit import Edit
from .legality import classes, legal
from .project import Workshop
from .run import operators
from .verdict import Judge, Outcome

FILE = Path(__file__).with_name("legal_cases.yml")
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def judges(tmp_path_factory):
    folder = tmp_path_factory.mktemp("legal")
    return {source: Judge(Workshop.of(source, folder)) for source in {case["source"] for case in CASES}}


def mutant(case, judge):
    name, *named = case["at"]
    for one in operators()[case["operator"]](judge.original):
        if one.name == name and (one.place is None or one.place.named == tuple(named)):
            return one
    raise AssertionError("no such mutant")


def edit(case, judge):
    """The edit, from what readers really get."""
    made = mutant(case, judge)
    checked = judge.workshop.check(made.files)
    hints = tuple(judge.new(checked.diagnostics))
    return Edit(made, judge.original, judge.leaves, leaves(judge.workshop.localize(checked)), hints)


def test_every_class_has_an_example_and_says_why_it_is_legal():
    assert sorted(case["class"] for case in CASES) == sorted(classes())
    assert [name for name, module in classes().items() if not (module.__doc__ or "").strip().endswith(".")] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["class"])
def test_a_legal_edit_changes_what_was_edited_and_nothing_else(case, judges):
    judge = judges[case["source"]]
    verdict = judge.judge(mutant(case, judge))
    assert (verdict.outcome, verdict.why) == (Outcome.LEGAL, case["class"])
    found = {"/".join(leaf) for leaf in edit(case, judge).differences}
    both = {f"*/{way[3:]}" for way in found if {way, f"ru/{way[3:]}", f"en/{way[3:]}"} <= found}
    assert sorted({way for way in found if f"*/{way[3:]}" not in both} | both) == case["differs"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["class"])
def test_no_class_excuses_that_something_else_is_lost_beside_the_edit(case, judges):
    """One more leaf is gone, as if the edit had taken another text with it."""
    made = edit(case, judges[case["source"]])
    for lost in ("title", "summary"):
        leaf = next(leaf for leaf in made.after if leaf[-2:] == (lost, "#text") and leaf not in made.differences)
        rest = {other: value for other, value in made.after.items() if other != leaf}
        assert differences(made.before, rest)
        assert legal(Edit(made.mutant, made.original, made.before, rest, made.hints)) == ""
