"""Any text in any place comes out the same in every output, or is refused with a finding that points at it."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stepsheet.render.sheet import Typesetter

from . import guides, reading
from .conftest import Outputs, Workshop
from .texts import OF, REFUSED, lines

SLOTS = guides.slots()
LONG = 10_000
DO = "Zq020z"
NOWHERE = ("\x00", "\x03", "\x0b", "\x0c", "\x1f", "\x7f", "\x85")
WORDS = ("x", "й", "中", "👍", "e\u0301", "a\u200b")


@pytest.fixture(scope="module")
def typesetter():
    with Typesetter() as made:
        yield made


@pytest.fixture(scope="module")
def calm(workshop: Workshop, typesetter: Typesetter) -> Outputs:
    """The guide when every text is a word of its own: the skeleton of all other examples."""
    checked = workshop.check({})
    assert [item for item in checked.diagnostics if item.is_error] == []
    return workshop.outputs(checked, typesetter)


@st.composite
def some_texts(draw: st.DrawFn) -> dict[int, str]:
    """Texts for a dozen places of the guide, one or two of them with something in it that no guide may hold."""
    chosen = draw(st.lists(st.sampled_from(SLOTS), min_size=10, max_size=16, unique=True))
    spoiled = draw(st.lists(st.sampled_from(chosen), max_size=2))
    texts = {slot.number: draw(OF.get(slot.kind, lines())) for slot in chosen}
    return texts | {slot.number: texts[slot.number] + draw(st.sampled_from(REFUSED)) + "x" for slot in spoiled}


# Not shrunk: that would take minutes, and an example is small enough to be read.
@settings(max_examples=70, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(texts=some_texts())
def test_a_text_reads_the_same_in_every_output_or_is_refused_where_it_stands(texts, workshop, calm, typesetter):
    kept = accepted(texts, workshop)
    compare(calm, workshop.outputs(workshop.check(kept), typesetter), kept)


@pytest.mark.parametrize("piece", WORDS, ids=ascii)
def test_a_word_of_ten_thousand_characters_is_lost_nowhere(piece, workshop, calm, typesetter):
    word = piece * (LONG // len(piece))
    texts = {slot.number: word for slot in SLOTS if slot.path[-1] in {"example", "outcome"} or slot.token == DO}
    assert accepted(texts, workshop) == texts
    compare(calm, workshop.outputs(workshop.check(texts), typesetter), texts)


def test_what_no_output_can_hold_is_refused_in_every_place(workshop):
    for piece in NOWHERE:
        texts = {slot.number: f"Press {piece} now." for slot in SLOTS}
        assert accepted(texts, workshop) == {}, ascii(piece)


def accepted(texts: dict[int, str], workshop: Workshop) -> dict[int, str]:
    """The texts that a guide may hold; each of the others has an error of its own."""
    while refused := workshop.refused(workshop.check(texts)):
        assert refused <= texts.keys()
        texts = {number: text for number, text in texts.items() if number not in refused}
    return texts


def compare(calm: Outputs, made: Outputs, texts: dict[int, str]) -> None:
    """Every output says what it says of calm texts, with these texts in their places, and nothing else."""
    for name, read in (("page", reading.html), ("markdown", reading.markdown)):
        wanted = guides.filled(read(getattr(calm, name)), texts, reading.shown)
        assert read(getattr(made, name)) == reading.folded(wanted), name
    assert reading.data(made.data) == guides.filled(reading.data(calm.data), texts, lambda text, _: text)
    assert named(made.page) >= {
        (name, reading.folded(guides.filled(value, texts, lambda text, _: text)))
        for name, value in named(calm.page)
        if "Zq" in value
    }
    wanted = guides.filled(reading.sheet(calm.sheet), texts, reading.shown)
    assert reading.letters(wanted) - reading.letters(reading.sheet(made.sheet)) == {}


def named(page: str) -> set[tuple[str, str]]:
    return set(reading.attributes(page))
