"""A sample of the proof: every so many mutants of each operator, and the proof itself, which must be able to go red."""

from dataclasses import replace

import pytest

from stepsheet.discovery import modules
from stepsheet.rules import runner

from .project import SOURCES, Workshop
from .run import alarms, judged, mutants, operators, site_judged, site_operators
from .table import survivors, table
from .verdict import Judge, Outcome, Verdict

SAMPLE = {"shipped": 120, "everything": 60, "space": 30}


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    return Workshop.of("everything", tmp_path_factory.mktemp("mutants"))


@pytest.mark.parametrize("source", SOURCES)
def test_every_mutant_of_a_sample_of_content_is_caught_or_legal(source):
    assert survivors(judged(source, 0, 1, SAMPLE[source])) == ""


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_is_found_in_content_as_it_is_but_what_it_has_on_purpose(source):
    assert alarms(source, built=False) == []


def test_there_are_as_many_operators_and_mutants_as_a_proof_needs(everything):
    assert len(operators()) >= 25
    assert len(site_operators()) >= 12
    assert sum(1 for _ in mutants(everything.original)) >= 1500


@pytest.mark.parametrize(
    ("rule", "operator", "where"),
    [
        ("broken_reference", "mistype-reference-of-page", "pages/about.en.md"),
        ("orphan_translation", "delete-entry", "steam"),
        ("duplicate_id", "duplicate-entry", "flood"),
        ("unknown_guide", "mistype-name", "next"),
        ("stale_translation", "change-text", "summary"),
        ("untranslated_text", "catalog-untranslate", "summary"),
        ("lost_reference", "catalog-unlink", "intro.text"),
        ("repeated_word", "duplicate-entry", "tags"),
    ],
)
def test_without_a_rule_mutants_survive(rule, operator, where, everything, monkeypatch):
    def all_but_one(package, constant):
        return tuple(module for module in modules(package, constant) if not module.__name__.endswith(f".{rule}"))

    every = operators()[operator](everything.original)
    meant = next(one for one in every if where in {one.name, *(one.place.named if one.place else ())})
    assert Judge(everything).judge(meant).outcome is Outcome.CAUGHT
    monkeypatch.setattr(runner, "modules", all_but_one)
    assert Judge(everything).judge(meant).outcome is Outcome.SURVIVED


def test_a_finding_elsewhere_does_not_catch_a_mutant(everything):
    judge, name = Judge(everything), "categories.yml"
    mutant = next(operators()["delete-id-of-word"](everything.original))
    assert judge.judge(mutant).outcome is Outcome.CAUGHT
    files = {**mutant.files, name: everything.original.files[name]}
    assert judge.judge(replace(mutant, name=name, files=files, span=(0, 1))).outcome is Outcome.SURVIVED


def test_the_table_has_a_line_for_each_operator_and_the_sums():
    verdicts = [
        Verdict("drop", Outcome.CAUGHT, "space", "a.yml", 1, "dropped", "rule"),
        Verdict("drop", Outcome.LEGAL, "space", "a.yml", 2, "dropped", "class"),
        Verdict("swap", Outcome.SURVIVED, "space", "a.yml", 3, "swapped", "nothing found"),
    ]
    assert table("content", verdicts).splitlines() == [
        "content                           mutants   caught    legal survived",
        "drop                                    2        1        1        0",
        "swap                                    1        0        0        1",
        "2 operators                             3        1        1        1",
    ]
    assert survivors(verdicts) == "swap: space:a.yml:3: swapped: nothing found"


# The operators whose every mutant the audit finds; all of them, once it looks at everything.
PROVEN = ("page-remove-part", "page-double-part", "page-swap-parts", "page-rename-part", "page-double-id")


def test_every_mutant_of_a_sample_of_a_site_is_caught():
    verdicts = [one for one in site_judged("everything", 0, 1, 200) if one.operator in PROVEN]
    assert {one.operator for one in verdicts} == {*PROVEN}
    assert survivors(verdicts) == ""
