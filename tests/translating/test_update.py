"""A catalog comes in step with its guide, and nothing a person wrote is written anew."""

from typing import Any

import pytest

from stepsheet.diagnostics import Source
from stepsheet.errors import UserError
from stepsheet.load import yaml_text
from stepsheet.model import catalog
from stepsheet.translating import catalog_text
from stepsheet.translating.update import update

from .conftest import CONTENT, GUIDE

IN_STEP = """\
# The head of the file.

title: {ru: Visit, en: A visit}   # as on the sign
summary:
  ru:  'A visit.'
  # deep
  en:
    We
    visit.

# Where to.

# Anna has said so.
go.title:
  ru: Go
  en: |+
    # Going

go.walk.do: {"ru": Walk home., en: "Walk \\x68ome."}
go.rest.do:
  ru: Rest an hour.
  en: Rest.
# The end.
"""
WHOLE = """\
title:
  ru: Visit
  en:
summary:
  ru: A visit.
  en:
go.title:
  ru: Go
  en:
go.walk.do:
  ru: Walk home.
  en:
go.rest.do:
  ru: Rest a while.
  en:
"""


def updated(bundle: Any) -> str:
    return update(bundle, "en", "ru").text


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*en.yml")), ids=lambda path: path.parent.name)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_catalog_in_pieces_joins_to_the_same_text(path: Any, end: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", end)
    node, _ = yaml_text.parse(Source(path, path.name, text))
    made, problems = catalog.build("en", node) if node else (None, ())
    assert made
    assert problems == ()
    cut = catalog_text.read(made)
    assert cut.joined() == text
    assert [piece.key for piece in cut.pieces] == list(made.entries)


@pytest.mark.parametrize(
    "text", [IN_STEP, IN_STEP.replace("\n", "\r\n"), IN_STEP.rstrip("\n"), "---\n" + IN_STEP + "...\n"]
)
def test_a_catalog_in_step_stays_as_it_is_to_the_byte(visit: Any, text: str) -> None:
    assert updated(visit(text)) == text


def test_an_update_of_what_was_updated_changes_nothing(everything: Any, visit: Any, read: Any) -> None:
    bundle = everything.by_id["everything"]
    once = updated(bundle)
    assert once != bundle.catalogs["en"].at.source.text
    files = {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}
    again = read({**files, "guides/everything/en.yml": once})
    assert updated(again.by_id["everything"]) == once


def test_a_new_text_gets_an_entry_with_an_empty_translation_in_its_place(visit: Any) -> None:
    without = IN_STEP.replace("go.title:\n  ru: Go\n  en: |+\n    # Going\n\n", "")
    added = "go.title:\n  ru: Go\n  en:\n\n"
    made = update(visit(without), "en", "ru")
    assert made.text == without.replace("# Where to.", f"{added}# Where to.")
    assert made.added == 1


def test_a_guide_without_a_catalog_gets_a_whole_one(visit: Any) -> None:
    assert updated(visit(None)) == WHOLE


def test_an_empty_catalog_gives_way_to_the_first_entry(visit: Any) -> None:
    assert updated(visit("# Anna's\n--- {} # for now\n# end\n")) == f"# Anna's\n---\n# for now\n{WHOLE}# end\n"


def test_a_stale_translation_keeps_both_texts(visit: Any) -> None:
    assert "go.rest.do:\n  ru: Rest an hour.\n  en: Rest.\n" in updated(visit(IN_STEP))


def test_the_source_text_of_an_empty_entry_is_brought_up_to_date_in_its_place(visit: Any) -> None:
    before = IN_STEP.replace("  ru: Rest an hour.\n  en: Rest.", "  ru: Rest. # so long\n  # how?\n  en: # Anna")
    made = update(visit(before), "en", "ru")
    assert made.text == before.replace("ru: Rest. #", "ru: Rest a while. #")
    assert made.refreshed == 1


def test_an_entry_that_lacks_a_language_gets_it(visit: Any) -> None:
    before = IN_STEP.replace('{"ru": Walk home., en: "Walk \\x68ome."}', '{"ru": Walk home.}')
    assert updated(visit(before)) == before.replace("home.}", "home., en: }")


def test_entries_move_into_the_order_of_the_guide_with_their_comments(visit: Any) -> None:
    moved = "# on foot\ngo.walk.do: {ru: Walk home., en: Go}\n"
    text = f"go.rest.do: {{ru: Rest a while., en: Rest}}\n{moved}title: {{ru: Visit, en: A visit}}\n"
    made = updated(visit(f"# head\n\n{text}# foot\n"))
    assert made == (
        "# head\n\ntitle: {ru: Visit, en: A visit}\nsummary:\n  ru: A visit.\n  en:\ngo.title:\n  ru: Go\n  en:\n"
        f"{moved}go.rest.do: {{ru: Rest a while., en: Rest}}\n# foot\n"
    )


def test_an_orphan_is_set_aside_and_comes_back_with_its_key(visit: Any) -> None:
    less = GUIDE.replace("      - {id: walk, do: Walk home.}\n", "")
    without = updated(visit(IN_STEP, less))
    assert without == IN_STEP.replace('go.walk.do: {"ru": Walk home., en: "Walk \\x68ome."}\n', "") + (
        "# The guide has no such text any more. Each entry comes back when its key does.\n"
        '#~ go.walk.do: {"ru": Walk home., en: "Walk \\x68ome."}\n'
    )
    assert updated(visit(without, less)) == without
    assert updated(visit(without)) == IN_STEP


def test_an_orphan_takes_its_comments_and_empty_lines_along(visit: Any) -> None:
    less = GUIDE.replace("id: go", "id: went")
    without = updated(visit(IN_STEP, less))
    assert (
        "#~ # Where to.\n#~\n#~ # Anna has said so.\n#~ go.title:\n#~   ru: Go\n#~   en: |+\n#~     # Going\n#~\n"
        in without
    )
    assert updated(visit(without)) == IN_STEP


def test_an_orphan_without_a_translation_is_dropped(visit: Any) -> None:
    made = update(visit("gone.do: {ru: Gone, en: }\n" + IN_STEP), "en", "ru")
    assert (made.dropped, made.set_aside) == (1, 0)
    assert "gone" not in made.text


def test_what_somebody_made_of_the_entries_set_aside_stays(visit: Any) -> None:
    text = IN_STEP + "#~ not: [yaml\n"
    assert updated(visit(text)) == text


def test_entries_in_braces_are_refused(visit: Any) -> None:
    with pytest.raises(UserError) as refused:
        updated(visit("{title: {ru: Visit, en: A visit}}"))
    assert refused.value.message == (
        "the entries of content/guides/visit/en.yml stand in braces, so that they cannot be edited one by one"
    )
