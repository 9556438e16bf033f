"""The forms of the sheet: how much stands on each, how large, and for whose answers."""

import dataclasses
from collections.abc import Iterator

import pypdfium2
import pytest

from stepsheet.audit.paper.sheet import read as read_sheet
from stepsheet.errors import UserError
from stepsheet.localize.document import Condition, Document, Figure, Warning  # noqa: A004 - the term
from stepsheet.localize.revision import printed
from stepsheet.model.terms import FieldKind, WarningKind
from stepsheet.render.sheet import Form, Order, Typesetter, answers, data

from .sheet_documents import Writer, everything, site
from .sheet_pdf import MM, boxes, letters, pages, squeezed, write_lines

W = Writer()


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def text(typesetter: Typesetter, guide: Document, order: Order) -> str:
    return " ".join(pages(typesetter.sheet(guide, site(guide), order)))


def test_the_compact_form_has_what_is_done_and_confirmed_and_no_explanation(typesetter: Typesetter) -> None:
    """Hazards, sentences, fields and expected results are there; infos, listings and what only explains are not."""
    short = text(typesetter, everything(), Order(form=Form.COMPACT))
    for there in ("The danger itself.", "More of danger", "Fill it in.", "An_extra", "It is full.", "Sub-step 3"):
        assert there in short
    for gone in ("Take your time.", "Begin again.", "A quote.", "For everybody.", "What to know first"):
        assert gone not in short
    assert "Short form, without explanations" in short


def test_every_form_has_the_same_boxes(typesetter: Typesetter) -> None:
    """What is ticked is the same on each of them; only its size differs."""
    guide = everything()
    made = {form: typesetter.sheet(guide, site(guide), Order(form=form)) for form in Form}
    counts = {form: boxes(pdf, large=form is Form.LARGE) for form, pdf in made.items()}
    assert len(set(counts.values())) == 1, counts


def test_a_section_of_the_compact_form_over_deeper_ones_keeps_its_heading(typesetter: Typesetter) -> None:
    short = text(typesetter, everything(), Order(form=Form.COMPACT))
    assert "7. A heading over others" in short
    assert "7.1.1. Deep down" in short


def test_a_short_guide_is_one_page_in_its_compact_form(typesetter: Typesetter) -> None:
    """Nine steps in three sections, each with a warning, two needs and an outcome: a page."""

    def warning(path: str) -> tuple[Warning, ...]:
        return (W.warning(f"{path}.w", WarningKind.WARNING, "Mind the step.", "You may fall."),)

    sections = [
        W.section(
            f"s{n}",
            f"Section {n}",
            *(W.step(f"s{n}.a{i}", f"Do thing {i}.", str(3 * n + i), "Info. " * 40) for i in (1, 2, 3)),
            number=str(n + 1),
            warnings=warning(f"s{n}"),
        )
        for n in (0, 1, 2)
    ]
    guide = W.guide(*sections, outcome=W.text("outcome", "Done."))
    for paper in ("a4", "letter"):
        assert len(pypdfium2.PdfDocument(typesetter.sheet(guide, site(guide), Order(paper, Form.COMPACT)))) == 1


def test_large_print_has_letters_of_the_height_that_the_study_asks_for(typesetter: Typesetter) -> None:
    """NASA CR-177605: small letters of at least 2.5 mm for what must be read at a glance."""
    guide = W.guide(W.section("s", "S", W.step("s.a", "xxxx", expect=W.text("e", "zzzz"))))

    def height(form: Form, letter: str) -> float:
        found = letters(typesetter.sheet(guide, site(guide, url=None), Order(form=form)))
        return next(box[3] - box[1] for _, character, box in found if character == letter) / MM

    assert height(Form.LARGE, "z") >= 2.5
    assert height(Form.LARGE, "x") > 2.5
    assert 1.6 < height(Form.COMPACT, "z") < height(Form.TEXT, "z") < 2


@pytest.mark.parametrize("form", [Form.FULL, Form.LARGE])
def test_pictures_of_every_shape_stay_on_the_paper(typesetter: Typesetter, form: Form) -> None:
    """A panorama and a tower are inside the text, whatever is beside them."""
    guide = everything()
    figure = next(block for step in guide.steps() for block in step.body if isinstance(block, Figure))
    shapes = [dataclasses.replace(figure, width=w, height=h, anchor=f"p{w}") for w, h in ((3000, 90), (90, 3000))]
    told = dataclasses.replace(
        W.guide(W.section("s", "S", W.step("s.a", "Do it.", body=(*shapes, *shapes)))), pictures=guide.pictures
    )
    for page in pypdfium2.PdfDocument(typesetter.sheet(told, site(told), Order(form=form))):
        width, _ = page.get_size()
        assert all(thing.get_bounds()[2] < width - 14 * MM for thing in page.get_objects(max_depth=3))


# --- answers


def asking() -> Document:
    """Three steps, a sub-step and a section, each for one answer only, and references to them."""
    option = dataclasses.replace(everything().options[1])
    main, sub = ((Condition("which", option.ask, (choice,)),) for choice in option.choices[:2])
    inner = W.step("s.b.i", "Inner for sub.", "2.1", conditions=sub)
    first = W.section(
        "s",
        "First",
        W.step("s.a", "For main.", "1", "See [the sub's](#step:t.c) and [mine](#step:s.b).", conditions=main),
        W.step("s.b", "For all.", "2", steps=(inner,)),
        W.step("s.d", "For a sub.", "3", conditions=sub),
    )
    second = W.section("t", "For subs", W.step("t.c", "Inside.", "4"), number="2", conditions=sub)
    deeper = W.section("u", "Below it", W.step("u.c", "Deeper.", "5"), number="2.1")
    return W.guide(first, second, deeper, options=(option,))


def test_what_the_answers_make_superfluous_is_one_line_that_says_which_answer_did(typesetter: Typesetter) -> None:
    guide = asking()
    order = Order(answers={"which": "c0"})
    said = text(typesetter, guide, order)
    assert "3 Not needed: Which account? — Main" in said
    assert "2.1 Not needed: Which account? — Main" in said
    assert "2. For subs Not needed: Which account? — Main" in said
    for gone in ("For a sub.", "Inside.", "Deeper.", "Below it", "Only if", "Inner for sub."):
        assert gone not in said
    assert "For main." in said
    assert "This sheet is made for the ticked answers." in said
    assert "Done: of 2" in said
    # Three answers and two steps have boxes.
    assert boxes(typesetter.sheet(guide, site(guide), order)) == 3 + 2


def test_a_reference_to_what_is_not_on_the_sheet_is_its_words(typesetter: Typesetter) -> None:
    said = text(typesetter, asking(), Order(answers={"which": "c0"}))
    assert "See the sub's and mine (step 2)." in said


def test_without_answers_nothing_is_left_out(typesetter: Typesetter) -> None:
    said = text(typesetter, asking(), Order())
    for there in ("For main.", "For a sub.", "Inside.", "Deeper.", "Only if: Which account? — Sub"):
        assert there in said
    assert "Not needed" not in said
    assert "ticked answers" not in said


def test_the_answer_that_was_given_is_ticked() -> None:
    guide = asking()
    (option,) = data.sheet(guide, site(guide), Order(answers={"which": "c1"}))["options"]
    assert [choice["on"] for choice in option["choices"]] == [False, True, False]


def test_an_explanation_for_another_answer_is_left_out(typesetter: Typesetter) -> None:
    guide = everything()
    said = squeezed(text(typesetter, guide, Order(answers={"which": "c0"})))
    assert squeezed("For the main account, in words.") in said
    assert squeezed("For a sub-account:") not in said
    assert squeezed("For everybody again.") in said


@pytest.mark.parametrize(
    ("given", "message", "help_"),
    [
        (["colour=red"], "the guide has no option 'colour'", "write one of: which=c0, which=c1, which=c2"),
        (["which"], "option 'which' has no answer ''", "its answers are: c0, c1, c2"),
        (["which=no"], "option 'which' has no answer 'no'", "its answers are: c0, c1, c2"),
        (["which=c0", "which=c1"], "option 'which' has two answers: 'c0' and 'c1'", "leave one out"),
    ],
)
def test_an_answer_that_the_guide_does_not_know_is_refused(given: list[str], message: str, help_: str) -> None:
    with pytest.raises(UserError) as error:
        answers(asking().options, given)
    assert (str(error.value), error.value.help) == (message, help_)


def test_a_guide_without_options_takes_no_answer() -> None:
    with pytest.raises(UserError) as error:
        answers((), ["which=c0"])
    assert error.value.help == "it asks nothing: leave --option out"
    assert answers(asking().options, ["which=c1", "which=c1"]) == {"which": "c1"}


# --- what is written in


def row(**given: object) -> dict[str, object]:
    field = W.field("s.a.f", "Field", "It", **given)
    guide = W.guide(W.section("s", "S", W.step("s.a", "Fill in.", fields=(field,))))
    found: dict[str, object] = data.sheet(guide, site(guide))["sections"][0]["steps"][0]["parts"][0]["fields"][0]
    return found


@pytest.mark.parametrize(("example", "lines"), [("MoonTrader", 1), ("x" * 20, 2), ("x" * 500, 4), (None, 1)])
def test_a_text_has_as_many_lines_as_its_example_needs(example: str | None, lines: int) -> None:
    assert row(example=W.text("x", example) if example else None)["write"] == lines


def test_a_date_has_three_boxes_in_the_order_of_the_locale(typesetter: Typesetter) -> None:
    """English writes the month first, Russian the day; a number has a line half as long."""
    assert [box["name"] for box in row(kind=FieldKind.DATE)["boxes"]] == ["Month", "Day", "Year"]
    assert row(kind=FieldKind.NUMBER)["short"]
    field = W.field("s.a.f", "Field", "It", kind=FieldKind.DATE)
    guide = W.guide(W.section("s", "S", W.step("s.a", "Fill in.", fields=(field,))))
    (page,) = pages(typesetter.sheet(guide, site(guide, locale="ru")))
    assert "День Месяц Год" in page
    assert write_lines(typesetter.sheet(guide, site(guide))) == 3  # date, name, signature


def test_a_secret_date_has_no_boxes() -> None:
    assert (row(kind=FieldKind.DATE, secret=True)["boxes"], row(secret=True)["write"]) == ([], None)


def test_a_step_that_a_second_person_checks_has_a_line_for_them(typesetter: Typesetter) -> None:
    steps = W.step("s.a", "Do it.", verify=True), W.step("s.b", "Do more.", "2")
    guide = W.guide(W.section("s", "S", *steps))
    (page,) = pages(typesetter.sheet(guide, site(guide)))
    assert "1 Do it. Checked by a second person: 2 Do more. Date" in page
    assert page.count("Checked by a second person:") == 1


# --- the state in print


@pytest.mark.parametrize(("count", "digests"), [(1, "a1b2"), (60, "a1b2" * 60), (61, "")])
def test_the_code_tells_the_state_of_up_to_sixty_steps(count: int, digests: str) -> None:
    """Four digits of each step; with more the code would grow too large, and says the guide's revision alone."""
    steps = [W.step(f"s.s{n}", "Do it.", str(n), revision="a1b2c3") for n in range(count)]
    assert printed(W.guide(W.section("s", "S", *steps))) == f"0badc0de.{digests}"


def test_sub_steps_are_told_in_reading_order_whatever_the_answers_are() -> None:
    inner = W.step("s.a.i", "Inner.", "1.1", revision="222222")
    outer = W.step("s.a", "Outer.", "1", steps=(inner,), revision="111111")
    guide = W.guide(W.section("s", "S", outer, W.step("s.b", "Last.", "2", revision="333333")))
    assert printed(guide) == "0badc0de.111122223333"


def test_the_largest_code_leaves_the_title_most_of_the_page(typesetter: Typesetter) -> None:
    """Sixty steps make a code of under 40 mm, and a decoder reads it."""
    steps = [W.step(f"s.s{n}", "Do it.", str(n), revision=f"{n * 7919 % 65536:04x}00") for n in range(60)]
    guide = W.guide(W.section("s", "S", *steps))
    assert data.sheet(guide, site(guide))["qr"]["modules"] * 0.5 < 40
    (code,) = (code for code in read_sheet(typesetter.sheet(guide, site(guide))).codes if code)
    assert code == f"https://guides.example.org/guides/guide/#sheet={printed(guide)}"
