"""The sheet, read back from its PDF: nothing is lost, nothing is torn apart, nothing becomes Typst."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno

from stepsheet import typeface
from stepsheet.errors import InternalError
from stepsheet.localize.document import Condition, Document, Figure, Option, Step
from stepsheet.model.terms import WarningKind
from stepsheet.render.outputs import checklist_pdf
from stepsheet.render.sheet import Form, Order, Typesetter, data
from stepsheet.render.site import Place

from .sheet_documents import HOSTILE, Writer, everything, literal, site
from .sheet_pdf import MM, boxes, in_order, letters, pages, squeezed, tags, underlines, write_lines

W = Writer()


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def steps(count: int) -> list[Step]:
    return [W.step(f"s.s{n}", f"Filler {n}.", str(n), "A line of info.") for n in range(1, count + 1)]


# --- what stands on it


def test_every_text_is_on_the_sheet_in_reading_order(typesetter: Typesetter) -> None:
    """Each line of `sheet_everything.txt` is there, after the one before: needs, warnings, steps, fields, results."""
    guide = everything()
    wanted = Path(__file__).with_name("sheet_everything.txt").read_text().splitlines()
    text = squeezed(" ".join(pages(typesetter.sheet(guide, site(guide)))))
    assert len(wanted) > 150
    assert in_order(text, wanted) is None


def test_hostile_text_comes_out_as_typed(typesetter: Typesetter) -> None:
    """Typst markup, template braces and package imports are words, wherever a text can stand."""
    tricky = literal(HOSTILE)
    option = Option("o", "o", W.text("o.ask", tricky), W.choices("o", tricky))
    field = W.field("s.a.f", tricky, tricky, example=W.text("x", HOSTILE))
    warning = W.warning("s.a.w", WarningKind.TIP, tricky, tricky, tricky)
    condition = Condition("o", option.ask, option.choices)
    step = W.step(
        "s.a", tricky, "1", tricky, fields=(field,), warnings=(warning,), conditions=(condition,), expect=field.label
    )
    guide = W.guide(W.section("s", tricky, step, info=tricky), title=tricky, options=(option,), outcome=option.ask)
    text = squeezed(" ".join(pages(typesetter.sheet(guide, site(guide)))))
    # Title; question, answer; section's title, info; condition; warning; step; info; field; result; outcome.
    assert text.count(squeezed(HOSTILE)) == 1 + 2 + 2 + 2 + 3 + 1 + 1 + 3 + 1 + 1


@pytest.mark.parametrize(
    "value", ["a\u00adb", "a\u200bb", "\ufeffa\ufeff", "\u200b", "a \u2028 b", "x\u0301", "`\ufeff`", "**\u200d**"]
)
def test_invisible_characters_do_no_harm(typesetter: Typesetter, value: str) -> None:
    """A text with soft hyphens, joiners or byte order marks is typeset like any other."""
    guide = W.guide(W.section("s", "S", W.step("s.a", value, "1", value)))
    assert "0badc0de" in pages(typesetter.sheet(guide, site(guide)))[0]


def test_a_secret_has_no_place_to_write_it_in(typesetter: Typesetter) -> None:
    """A secret field shows where to keep it; the line that every other field has is not drawn."""

    def sheet(*, secret: bool, choices: tuple[Any, ...] = ()) -> tuple[dict[str, Any], bytes]:
        field = W.field("s.a.pass", "Passphrase", "A password", secret=secret, choices=choices)
        guide = W.guide(W.section("s", "S", W.step("s.a", "Fill in.", fields=(field,))))
        row = data.sheet(guide, site(guide))["sections"][0]["steps"][0]["parts"][0]["fields"][0]
        return row, typesetter.sheet(guide, site(guide))

    plain_row, plain = sheet(secret=False)
    secret_row, secret = sheet(secret=True)
    _, chosen = sheet(secret=True, choices=W.choices("s.a.pass", "One", "Two"))
    assert (plain_row["write"], secret_row["write"]) == (1, None)
    assert write_lines(plain) == write_lines(secret) + 1 == write_lines(chosen) + 1
    assert "Keep it in the password manager" not in pages(plain)[0]
    assert "Keep it in the password manager" in pages(secret)[0]
    assert boxes(secret) == boxes(chosen)


def test_each_need_answer_step_and_choice_has_one_box(typesetter: Typesetter) -> None:
    """Boxes are drawn, one for each thing that can be ticked, and the secret's."""
    guide = everything()
    wanted = 2 + 5 + sum(1 for _ in guide.steps()) + 4 + 1
    assert boxes(typesetter.sheet(guide, site(guide))) == wanted


@pytest.mark.parametrize(("needs", "said"), [((), True), (None, False)])
def test_no_needs_are_said_and_forgotten_ones_are_not(
    typesetter: Typesetter, needs: tuple[()] | None, said: bool
) -> None:
    """`needs: none` is a sentence on the sheet; a guide that does not speak of needs has no room for them."""
    guide = W.guide(W.section("s", "S", W.step("s.a", "Do it.")), needs=needs)
    text = pages(typesetter.sheet(guide, site(guide)))[0]
    assert ("You need nothing for this." in text) is said
    assert ("Before you start" in text) is said


# --- pages


@pytest.mark.parametrize("count", range(15, 25))
def test_a_warning_is_on_the_page_of_its_step(typesetter: Typesetter, count: int) -> None:
    """Wherever the end of the page falls, a warning, its step and the first of its info stay together."""
    warning = W.warning("s.hot.w", WarningKind.DANGER, "HAZARD", "It burns you badly. " * 6, "Wear gloves.")
    hot = W.step(
        "s.hot", "TOUCH", "99", "FIRST " + "and a long sentence of info " * 20 + "\n\nsecond", warnings=(warning,)
    )
    guide = W.guide(W.section("s", "S", *steps(count), hot))
    found = [
        [word in page for page in pages(typesetter.sheet(guide, site(guide)))].index(True)
        for word in ("HAZARD", "TOUCH", "FIRST")
    ]
    assert len(set(found)) == 1


@pytest.mark.parametrize("count", range(15, 25))
def test_a_heading_is_never_the_last_thing_on_a_page(typesetter: Typesetter, count: int) -> None:
    """A section's heading, the one over it, its info and its warning go with its first step."""
    note = W.warning("t.n", WarningKind.NOTE, "NOTICE")
    last = W.section("t", "HEADING", W.step("t.a", "BEGIN", "99"), number="2.1", info="INTRODUCTION", warnings=(note,))
    guide = W.guide(W.section("s", "S", *steps(count)), W.section("o", "ABOVE", number="2"), last)
    text = pages(typesetter.sheet(guide, site(guide)))
    found = [
        [word in page for page in text].index(True) for word in ("ABOVE", "HEADING", "NOTICE", "INTRODUCTION", "BEGIN")
    ]
    assert len(set(found)) == 1


def test_the_sweeps_above_do_cross_the_end_of_a_page(typesetter: Typesetter) -> None:
    """With the fewest fillers the last step is on the first page, with the most it is not."""
    ends = []
    for count in (15, 24):
        guide = W.guide(W.section("s", "S", *steps(count), W.step("s.z", "LAST", "99")))
        ends.append([("LAST" in page) for page in pages(typesetter.sheet(guide, site(guide)))].index(True))
    assert ends == [0, 1]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_is_taller_than_a_page_is_not_cut_off(typesetter: Typesetter, paper: str) -> None:
    """Texts far too long to be kept together go on over the pages, and every word is inside the paper's margins."""
    words = " ".join(f"word{n}" for n in range(900))
    lines = "\n".join(f"- line{n}" for n in range(120))
    field = W.field("s.a.f", "Field", words)
    warning = W.warning("s.a.w", WarningKind.DANGER, words, words)
    step = W.step(
        "s.a",
        "Do it.",
        "1",
        f"{words}\n\n{lines}",
        warnings=(warning,),
        expect=W.text("e", lines),
        if_not=W.text("n", words),
    )
    guide = W.guide(W.section("s", "S", step, W.step("s.b", words, "2", fields=(field,) * 30), info=lines))
    pdf = typesetter.sheet(guide, site(guide), Order(paper))
    text = squeezed(" ".join(pages(pdf)))
    assert text.count("word899") == 5 + 30
    assert text.count("line119") == 3
    bottom = min(box[1] for _, _, box in letters(pdf))
    assert bottom > 8 * MM


def test_a_word_too_long_for_its_column_breaks(typesetter: Typesetter) -> None:
    """No letter is outside the margins, in texts, tables, links and listings, and a long word is whole when copied."""
    word = "x" * 340
    field = W.field("s.a.f", word, word, example=W.text("x", word))
    info = f"{word} `{word}` <https://example.org/{word}>\n\n```\n{word}\n```\n"
    guide = W.guide(W.section("s", word, W.step("s.a", word, "1", info, fields=(field,))), title=word)
    pdf = typesetter.sheet(guide, site(guide))
    width, _ = pypdfium2.PdfDocument(pdf)[0].get_size()
    assert max(box[2] for _, character, box in letters(pdf) if character == "x") < width - 19 * MM
    assert squeezed(" ".join(pages(pdf))).count(word) == 10


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_has_its_size(typesetter: Typesetter, paper: str, size: tuple[int, int]) -> None:
    """A4 is 210 by 297 mm, Letter 8.5 by 11 inches."""
    guide = everything()
    document = pypdfium2.PdfDocument(typesetter.sheet(guide, site(guide), Order(paper)))
    assert {tuple(map(round, page.get_size())) for page in document} == {size}


def test_every_page_says_which_it_is_and_of_what(typesetter: Typesetter) -> None:
    """The footer has title, revision and `Page x of y`."""
    guide = everything()
    text = pages(typesetter.sheet(guide, site(guide)))
    for number, page in enumerate(text, 1):
        assert f"with a title so long that it … · Revision 0badc0de Page {number} of {len(text)}" in page


# --- the way back to the page


def test_the_code_is_the_address_and_the_state_in_print(typesetter: Typesetter) -> None:
    """Each module of the printed code is the one segno computes; it is as wide as it must be.

    The address is in print beside it, without the state.
    """
    guide = everything()
    address = "https://guides.example.org/guides/guide/"
    state = f"0badc0de.{'0000' * 51}"  # 48 steps and 3 sub-steps
    said = f"{address}#sheet={state}"
    matrix = [[bool(module) for module in row] for row in segno.make_qr(said, error="m", boost_error=False).matrix]
    page = pypdfium2.PdfDocument(typesetter.sheet(guide, site(guide)))[0]
    scale = 8
    picture = page.render(scale=scale).to_pil().convert("L")
    # The code's right upper corner is that of the text area: 20 mm and 14 mm from the paper's edges.
    side = max(20 * MM, 0.5 * MM * len(matrix)) * scale
    left, top = picture.width - 20 * MM * scale - side, 14 * MM * scale
    module = side / len(matrix)
    seen = [
        [
            picture.getpixel((int(left + (x + 0.5) * module), int(top + (y + 0.5) * module))) < 128
            for x in range(len(matrix))
        ]
        for y in range(len(matrix))
    ]
    assert seen == matrix
    assert address in pages(typesetter.sheet(guide, site(guide)))[0]


def test_without_an_address_there_is_no_code_and_no_gap(typesetter: Typesetter) -> None:
    """A site without an address has sheets without QR code, and their title may use the whole width."""
    guide = everything()
    with_code, without = (
        typesetter.sheet(guide, site(guide, url=url)) for url in ("https://guides.example.org/", None)
    )
    alts = [[alt for kind, alt, _ in tags(pdf) if kind == "Figure"] for pdf in (with_code, without)]
    assert alts == [["QR code of this guide's web page: https://guides.example.org/guides/guide/"], []]
    ends = [max(box[2] for page, _, box in letters(pdf) if page == 0 and box[1] > 760) for pdf in (with_code, without)]
    assert ends[1] > ends[0] + 10 * MM
    assert "guides.example.org" not in " ".join(pages(without))


def test_references_lead_to_their_place_on_the_sheet(typesetter: Typesetter) -> None:
    """A reference is a link within the file and says in words where it leads; one that leads nowhere is plain text."""
    info = "[A](#step:s.b), [B](#field:s.b.f), [C](#section:s), [D](#step:s.none), [E](#guide:other), [F](javascript:f)"
    steps_ = W.step("s.a", "One.", "1", info), W.step("s.b", "Two.", "2", fields=(W.field("s.b.f", "Name", "It"),))
    guide = W.guide(W.section("s", "S", *steps_))
    pdf = typesetter.sheet(guide, site(guide, url=None))
    assert "A (step 2), B (step 2), C (section 1), D, E, F" in pages(pdf)[0]
    page = pypdfium2.PdfDocument(pdf)[0]
    assert pdfium.FPDFPage_GetAnnotCount(page) == 3


# --- pictures and languages


def test_pictures_are_on_the_full_form(typesetter: Typesetter) -> None:
    """There the tags have each alternative text, none for decoration; captions and marks are read."""
    guide = everything()
    bare, full = (typesetter.sheet(guide, site(guide, url=None), Order(form=form)) for form in (Form.TEXT, Form.FULL))
    assert [alt for kind, alt, _ in tags(full) if kind == "Figure"] == ["A button on a page", "A grey photo"]
    assert [alt for kind, alt, _ in tags(bare) if kind == "Figure"] == []
    text = squeezed(" ".join(pages(full)))
    assert (
        in_order(text, ["done", "The button", "1", "The button", "2", "Its frame", "The photo", "See the form"]) is None
    )
    assert "Its frame" not in " ".join(pages(bare))


def test_a_picture_that_nobody_described_says_so_to_those_who_cannot_see_it(typesetter: Typesetter) -> None:
    """PDF/UA-1 wants words for each picture that is no decoration; the sheet's own stand in, in its language."""
    guide = everything()
    nobodys = dataclasses.replace(W.figure("s.a.p", guide.pictures[0].path, None), decorative=False)
    told = dataclasses.replace(
        W.guide(W.section("s", "S", W.step("s.a", "Do it."), body=(nobodys,), after=(nobodys,))),
        body=(nobodys, W.figure("s.a.q", guide.pictures[0].path, None)),
        pictures=guide.pictures,
    )
    made = typesetter.sheet(told, site(told, url=None), Order(form=Form.FULL))
    alts = [alt for kind, alt, _ in tags(made) if kind == "Figure"]
    assert alts == ["Picture without a description"] * 3
    russian = typesetter.sheet(told, site(told, locale="ru", url=None), Order(form=Form.FULL))
    assert {alt for kind, alt, _ in tags(russian) if kind == "Figure"} == {"Картинка без описания"}


def test_a_condition_of_pictures_alone_is_not_on_a_sheet_without_pictures(typesetter: Typesetter) -> None:
    condition = Condition("o", W.text("o.ask", "Which one?"), W.choices("o", "This"))
    figure = dataclasses.replace(
        W.figure("s.a.p", everything().pictures[0].path, "Alt", "CAPTION"), conditions=(condition,)
    )
    guide = dataclasses.replace(
        W.guide(W.section("s", "S", W.step("s.a", "Do it.", body=(figure,)))), pictures=everything().pictures
    )
    bare, full = (pages(typesetter.sheet(guide, site(guide), Order(form=form)))[0] for form in (Form.TEXT, Form.FULL))
    assert "Only if: Which one? — This" in full
    assert "CAPTION" in full
    assert "Only if" not in bare


def test_a_reference_into_another_guide_is_its_words_and_a_link_to_the_place(typesetter: Typesetter) -> None:
    guide = W.guide(W.section("s", "S", W.step("s.a", "One.", "1", "[A](#guide:other/s.b), [B](#guide:other).")))
    assert "A, B." in pages(typesetter.sheet(guide, site(guide)))[0]
    spans = data.sheet(guide, site(guide))["sections"][0]["steps"][0]["parts"][0]["text"]["c"][0]["c"]
    home = "https://guides.example.org/guides/other/"
    assert [span["url"] for span in spans if span["t"] == "link"] == [f"{home}#s.b", home]


def test_a_text_in_another_language_says_so(typesetter: Typesetter) -> None:
    """What fell back has its own language in the tags, a mark in print, and a notice with the counts on top."""
    guide = everything()
    pdf = typesetter.sheet(guide, site(guide))
    assert [lang for _, _, lang in tags(pdf) if lang].count("ru") >= 2
    whole = dataclasses.replace(W.guide(W.section("s", "S", W.step("s.a", "Do it."))))
    clean = " ".join(pages(typesetter.sheet(whole, site(whole))))
    assert "translat" not in clean
    assert "†" not in clean


def test_headings_skip_no_level(typesetter: Typesetter) -> None:
    """One heading of level 1, and the sections from level 2 on, as deep as they are; they are the bookmarks too."""
    guide = everything()
    pdf = typesetter.sheet(guide, site(guide))
    assert [kind for kind, _, _ in tags(pdf) if re.fullmatch(r"H\d", kind)] == ["H1", *["H2"] * 8, "H3", "H4", "H2"]
    toc = [item.get_title() for item in pypdfium2.PdfDocument(pdf).get_toc()]
    assert toc[:4] == [guide.title.value, "Before you start", "1. All kinds of hazard", "2. A form & its fields"]


def test_the_sheet_speaks_the_reader_s_language(typesetter: Typesetter) -> None:
    """In Russian every word of the sheet's own is Russian."""
    w = Writer("ru", "ru")
    warnings = tuple(w.warning(f"s.a.{kind}", kind, "Горячо.") for kind in WarningKind)
    fields = w.field("s.a.f", "Имя", "Любое", required=True), w.field("s.a.p", "Пароль", secret=True, required=False)
    step = w.step("s.a", "Сделайте.", fields=fields, warnings=warnings, expect=w.text("e", "Готово."))
    guide = w.guide(w.section("s", "Раздел", step), title="Руководство", reviewed=date(2026, 11, 22), needs=())
    text = " ".join(pages(typesetter.sheet(guide, site(guide, locale="ru"))))
    own = (
        text.replace("https://guides.example.org/guides/guide/", "")
        .replace("Guides & Co", "")
        .replace("A summary.", "")
    )
    assert re.findall(r"[A-Za-z]{3,}", own.replace("0badc0de", "")) == []
    assert "Страница 1 из 1" in text


# --- files


def test_the_same_guide_gives_the_same_bytes() -> None:
    """Two typesetters, two moments, one file: nothing of the clock or of the folder is in it."""
    guide = everything()
    made = []
    for _ in range(2):
        with Typesetter() as typesetter:
            made.append(
                [typesetter.sheet(guide, site(guide), Order(paper, Form.FULL)) for paper in ("a4", "letter", "a4")]
            )
    assert made[0] == made[1]
    assert made[0][0] == made[0][2] != made[0][1]


def test_the_output_is_a_file_for_each_guide_and_paper() -> None:
    """`guides/<id>/checklist-<paper>.pdf`, straight into the built site."""
    guides = [W.guide(W.section("s", "S", W.step("s.a", "Do it.")), id=id_) for id_ in ("one", "two")]
    found = list(checklist_pdf.OUTPUT.files(site(*guides)))
    assert [file.path for file in found] == [
        PurePosixPath(f"guides/{id_}/checklist-{paper}.pdf") for id_ in ("one", "two") for paper in ("a4", "letter")
    ]
    assert {file.place for file in found} == {Place.SITE}
    assert all(file.content.startswith(b"%PDF-") for file in found)


@pytest.mark.parametrize(("reviewed", "made"), [(date(2021, 3, 4), "D:20210304"), (None, "D:19700101")])
def test_the_file_claims_its_standard_and_the_day_of_its_review(
    typesetter: Typesetter, reviewed: date | None, made: str
) -> None:
    """PDF/UA-1, titled, and made on the day of the review as far as it says: never today."""
    guide = dataclasses.replace(everything(), reviewed=reviewed)
    pdf = typesetter.sheet(guide, site(guide))
    properties = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert properties["Title"] == guide.title.value
    assert properties["CreationDate"].startswith(made)


def test_what_typst_refuses_names_guide_and_locale(typesetter: Typesetter) -> None:
    """A character no font has is our bug here, a rule should have met it; the message says where it is."""
    guide: Document = W.guide(W.section("s", "S", W.step("s.a", "日བ")))
    with pytest.raises(InternalError, match=r"guide 'guide' in locale 'en': error: .*བ"):
        typesetter.sheet(guide, site(guide))


def test_leaving_the_typesetter_leaves_no_file() -> None:
    """Its folder goes with it."""
    with Typesetter() as made:
        folder = Path(made._folder.name)
        assert (folder / "sheet.typ").exists()
    assert not folder.exists()


# --- characters


@pytest.mark.parametrize("form", ["{}", "**{}**", "*{}*", "***{}***", "`{}`", "**`{}`**"])
def test_what_is_displayable_can_be_typeset_in_every_style(typesetter: Typesetter, form: str) -> None:
    """The answer of `undisplayable` holds on a sheet: plain, strong, slanted and as code."""
    some = [chr(code) for code in [*range(0xA1, 0x600), *range(0x2010, 0x2028), *range(0x2030, 0x2800, 3)]]
    fine = [one for one in some if one not in typeface.undisplayable(some) and one.isprintable()]
    info = " ".join(form.format(one) for one in fine if one not in "`*_")
    guide = W.guide(W.section("s", "S", W.step("s.a", "Do it.", "1", info)))
    assert len(fine) > 1500
    assert len(pages(typesetter.sheet(guide, site(guide)))) >= 1


def test_a_reference_names_another_step_and_not_its_own(typesetter: Typesetter) -> None:
    """Whoever reads step 1 need not be told that a field of step 1 is in step 1."""
    steps = (
        W.step("s.a", "Do A.", "1", "This [here](#step:s.a), that [there](#step:s.b)."),
        W.step("s.b", "Do B.", "2", "Back [there](#step:s.a)."),
    )
    (text,) = pages(typesetter.sheet(guide := W.guide(W.section("s", "S", *steps)), site(guide)))
    assert "This here, that there (step 2)." in text
    assert "Back there (step 1)." in text


def test_what_is_strong_in_a_step_s_sentence_can_be_told_from_the_rest(typesetter: Typesetter) -> None:
    """The sentence is bold as a whole, so a strong word in it gets a line under it."""
    lines = [
        underlines(typesetter.sheet(guide := W.guide(W.section("s", "S", W.step("s.a", do))), site(guide)))
        for do in ("Press Save.", "Press **Save**.")
    ]
    assert lines == [0, 1]


@pytest.mark.parametrize("count", range(18, 40))
def test_a_picture_is_on_the_page_of_its_step(typesetter: Typesetter, count: int) -> None:
    """Wherever the step falls, also with an info between the sentence and the picture."""
    guide = everything()
    figure = next(block for step in guide.steps() for block in step.body if isinstance(block, Figure))
    filler = [W.step(f"s.f{number}", f"Fill {number}.", str(number + 1)) for number in range(count)]
    shown = W.step("s.shown", "See the picture.", str(count + 1), "Its info.")
    shown = dataclasses.replace(
        shown, body=(*shown.body, dataclasses.replace(figure, caption=W.text("c", "The caption.")))
    )
    made = dataclasses.replace(W.guide(W.section("s", "S", *filler, shown)), pictures=guide.pictures)
    texts = pages(typesetter.sheet(made, site(made), Order(form=Form.FULL)))
    (page,) = (text for text in texts if "See the picture." in text)
    assert "The caption." in page
