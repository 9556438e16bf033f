"""The ledger is balanced when nothing is lost, and goes red when any one thing is."""

import time

import pytest

from stepsheet.diagnostics import Location
from stepsheet.errors import InternalError
from stepsheet.importing.faults import broken_link, kept_as_text, left_out, odd_character
from stepsheet.importing.ledger.account import Books, account
from stepsheet.importing.ledger.record import Count

from .pair import GUIDE, PAGE, ledger, lost, source, told


def without(text: str, instead: str = "") -> str:
    assert GUIDE.count(text) == 1, text
    return GUIDE.replace(text, instead)


def test_a_page_of_which_nothing_is_lost_is_balanced() -> None:
    made = ledger()
    assert lost(made) == []
    assert made.is_balanced
    assert made.words == Count(46, 44, 2)
    assert made.pictures == Count(1, 1, 0)
    assert made.links == Count(3, 3, 0)
    assert made.code == Count(1, 1, 0)
    assert made.blocks == Count(1, 1, 0)
    assert made.settings == Count(1, 0, 1)
    assert {count.share for count in (made.words, made.pictures, made.links)} == {1.0}
    assert 0.7 < made.order < 1


STEP = """
      - id: fill
        do: Fill the kettle with `water`.
        images:
          - id: kettle
            src: kettle.png
            alt: A blue pot
            caption: Your kettle
"""
WARNING = """    warnings:
      - id: steam
        kind: danger
        text: Steam **burns** skin.
"""
CODE = """        body:
          - id: command
            code:
              language: bash
              text: "boil --now   # hot"
"""


@pytest.mark.parametrize(
    ("guide", "findings"),
    [
        (
            without(STEP),
            [
                "16: lost in the import: 'Fill the kettle with water'",
                "18: the picture '../assets/kettle (1).png' is lost in the import",
                "18: lost in the import: 'A blue pot Your kettle'",
            ],
        ),
        (without("five", "six"), ["29: lost in the import: 'five'"]),
        (without(" & saucers", " &"), ["25: lost in the import: 'saucers'"]),
        (without("            caption: Your kettle\n"), ["18: lost in the import: 'Your kettle'"]),
        (without("            alt: A blue pot\n"), ["18: lost in the import: 'A blue pot'"]),
        (
            without("kettle.png", "other.png"),
            ["18: the picture '../assets/kettle (1).png' is lost in the import"],
        ),
        (
            without(CODE),
            [
                "23: the code that begins with 'boil --now   # hot' is lost or changed in the import",
            ],
        ),
        (
            without("boil --now", "boil -now"),
            ["23: the code that begins with 'boil --now   # hot' is lost or changed in the import"],
        ),
        (without("(https://tea.example/manual)"), ["8: the link 'https://tea.example/manual' is lost in the import"]),
        (without("#guide:cups/sizes", "#guide:cups"), ["25: the link 'cups.md#sizes' is lost in the import"]),
        (
            without("[about cups](#guide:cups/sizes)", "about cups"),
            ["25: the link 'cups.md#sizes' is lost in the import"],
        ),
        (
            without(WARNING),
            ["10: the hint is lost in the import", "11: lost in the import: 'Steam burns skin'"],
        ),
        (
            without(WARNING, "    info: Steam **burns** skin.\n"),
            ["10: the hint is lost in the import"],
        ),
        (without("        label: Green tea\n", "        label: Tea\n"), ["31: lost in the import: 'Green tea'"]),
        (without("    title: Boil\n"), ["14: lost in the import: 'Boil'"]),
        (without("summary: Put the tea on the table.\n"), ["2: lost in the import: 'Put the tea on the table'"]),
    ],
)
def test_whatever_a_guide_lacks_is_named_with_its_line(guide: str, findings: list[str]) -> None:
    assert lost(ledger(guide=guide)) == findings


def test_a_link_that_still_leads_somewhere_is_excused_by_a_word_on_what_is_left_out_alone() -> None:
    guide = without("\n              <https://video.example/tea>\n", "")
    lost_link = ["36: the link 'https://video.example/tea' is lost in the import"]
    assert lost(ledger(guide=guide)) == lost_link  # though the report says that the video is kept as a link
    left = left_out.at(Location(source(PAGE), 36), "a video", ("https://video.example/tea",))
    assert lost(ledger(guide=guide, entries=(*told(), left))) == []


def test_a_link_that_leads_nowhere_is_excused_by_any_word_on_it() -> None:
    page, guide = "# A\n\nSee [B](old/My%20File.pdf) and\n[C](broken-reference).\n", "title: A\ninfo: See B and C.\n"
    links = {"old/My%20File.pdf": None, "broken-reference": None}
    assert lost(ledger(page, guide, links=links, entries=())) == [
        "3: the link 'old/My File.pdf' is lost in the import",
        "4: the link 'broken-reference' is lost in the import",
    ]
    entries = (
        kept_as_text.at(Location(source(page), 3), "the file 'My File.pdf'", "words"),
        broken_link.nowhere(Location(source(page), 3)),
    )
    assert lost(ledger(page, guide, links=links, entries=entries)) == []


def test_every_loss_is_an_error_of_one_rule() -> None:
    found = [entry.diagnostic.rule for entry in ledger(guide="title: Make tea\n").entries]
    assert {(rule.code, rule.name, rule.severity.value) for rule in found} == {("S411", "unaccounted", "error")}
    assert len(found) > 10


def test_a_word_that_only_the_report_has_is_accounted_for_and_no_other() -> None:
    assert lost(ledger(entries=())) == [
        "3: the setting 'icon' is lost in the import",
        "14: lost in the import: 'Step 1'",
    ]


def test_a_picture_whose_file_is_not_there_is_named() -> None:
    assert lost(ledger(images=frozenset())) == [
        "18: the picture '../assets/kettle (1).png' became 'kettle.png', which has no file"
    ]


def test_a_picture_that_was_never_taken_is_named() -> None:
    assert lost(ledger(pictures={})) == ["18: the picture '../assets/kettle (1).png' is lost in the import"]


def test_a_picture_that_is_shown_twice_is_missed_once() -> None:
    page = PAGE.replace("![", "!").replace("2. Run this:", '2. Run this: <img src="../assets/kettle (1).png">')
    assert lost(ledger(page)) == ["20: the picture '../assets/kettle (1).png' is lost in the import"]


def test_a_step_that_the_source_marks_is_missed_when_its_words_went_elsewhere() -> None:
    page = "{% stepper %}\n{% step %}\nFirst.\n{% endstep %}\n{% step %}\nSecond.\n{% endstep %}\n{% endstepper %}\n"
    guide = "title: First.\nsections:\n  - id: a\n    info: Second.\n    steps:\n      - id: b\n        do: First.\n"
    assert lost(ledger(page, guide, entries=())) == ["5: the step is lost in the import"]


def test_a_character_that_was_left_out_is_no_loss_and_joins_no_words() -> None:
    page = "# Press \ue000 a\ue000b\n"
    entry = odd_character.undisplayable(Location(source(page)), "\ue000")
    assert lost(ledger(page, "title: Press ab\n", entries=(entry,))) == []


def test_words_are_compared_as_often_as_they_stand() -> None:
    assert lost(ledger("# Go\n\nGo on and go.\n\nGo.\n", "title: Go\ninfo: Go on and go.\n", entries=())) == [
        "1: lost in the import: 'Go'"
    ]


def test_a_long_loss_is_quoted_by_its_first_words() -> None:
    words = " ".join(f"w{number}" for number in range(20))
    [finding] = lost(ledger(f"# A\n\n{words}\n", "title: A\n", entries=()))
    assert finding == "3: lost in the import: 'w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 …'"


def test_steps_in_another_order_are_a_figure_and_no_error() -> None:
    page = "# T\n\n1. Alpha beta.\n2. Gamma delta.\n3. Epsilon zeta.\n4. Eta theta.\n"
    steps = ["Eta theta.", "Epsilon zeta.", "Gamma delta.", "Alpha beta."]
    listed = "".join(f"      - id: s{number}\n        do: {text}\n" for number, text in enumerate(steps))
    made = ledger(page, f"title: T\nsections:\n  - id: s\n    steps:\n{listed}", entries=())
    assert lost(made) == []
    assert made.order == pytest.approx(3 / 9)


def test_a_guide_that_is_no_yaml_is_a_bug_of_ours() -> None:
    with pytest.raises(InternalError, match=r"guide\.yml is not what was written"):
        ledger(guide="title: [\n")


def test_a_page_of_usual_length_takes_three_milliseconds() -> None:
    page, guide = PAGE * 7, GUIDE.replace("Tea wakes you.", "Tea wakes you. " * 150)
    assert 4000 < len(page) < 6000
    start = time.process_time()
    for _ in range(20):
        account(source(page), Books({"guide.yml": guide}))
    assert time.process_time() - start < 20 * 0.003 * 5  # five times slower on a busy machine is no defect
