"""Every script on paper: its words come out of the PDF, strong ones are strong, and nothing is torn apart."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from stepsheet.importing import placeholder
from stepsheet.localize.document import Picture, State
from stepsheet.render.sheet import Form, Order, Typesetter, data
from stepsheet.render.sheet import size as measure
from stepsheet.render.sheet.typed import language

from .sheet_documents import Writer, site
from .sheet_pdf import letters, pages, squeezed
from .sheet_scripts import EMOJI, SCRIPTS, plain, scripts

W = Writer("ru", "ru")
# PDFium gives these from left to right, and turns round the letters of an Arabic ligature.
FROM_RIGHT = ("ar", "he")


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


@pytest.fixture(scope="module")
def text(typesetter: Typesetter) -> str:
    """All words of a sheet with every script."""
    guide = scripts()
    return " ".join(pages(typesetter.sheet(guide, site(guide, locale="ru"))))


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script not in FROM_RIGHT])
def test_the_words_of_each_script_come_out_of_the_sheet(text: str, script: str) -> None:
    """As a step, as a label, as what to enter, as an example, slanted, as code, in a listing and twice in a list."""
    assert squeezed(text).count(squeezed(plain(SCRIPTS[script]))) == 8
    assert squeezed(text).count(squeezed(SCRIPTS[script])) == 1


@pytest.mark.parametrize("script", FROM_RIGHT)
def test_words_that_run_from_right_to_left_come_out_letter_for_letter(text: str, script: str) -> None:
    words = [sorted(word.strip(".*\u202b\u202c")) for word in text.split()]
    for word in plain(SCRIPTS[script]).rstrip(".").split():
        assert words.count(sorted(word)) >= 7, word


def test_an_emoji_of_several_characters_is_one_sign(text: str) -> None:
    """In a step, slanted and as code: a keycap, a flag, a family, a skin, a sign that is asked for in colour."""
    for emoji in EMOJI.split():
        assert text.count(emoji) >= 3, emoji


@pytest.mark.parametrize("emoji", ["1\ufe0f\u20e3", "#\u20e3"])
def test_a_keycap_is_drawn_as_one_key(typesetter: Typesetter, emoji: str) -> None:
    """Noto Sans has the figure and the frame, and would draw the one beside the other."""
    guide = W.guide(W.section("s", "S", W.step("s.a", f"ж{emoji}ж", "9")))
    boxes = [box for _, letter, box in letters(typesetter.sheet(guide, site(guide, locale="ru"))) if letter == "ж"]
    assert boxes[1][0] - boxes[0][2] > 10.75


@pytest.mark.parametrize("sign", [*"确認あ한あعשहกთк"])
def test_strong_words_are_strong_in_every_script(typesetter: Typesetter, sign: str) -> None:
    """The fonts are variable: their weight is drawn, not only named."""
    regular, strong = (ink(typesetter, form.format(sign * 5), sign) for form in ("{}", "**{}**"))
    assert strong > regular * 1.15


def ink(typesetter: Typesetter, info: str, sign: str) -> float:
    """How dark the first of these signs is on a sheet."""
    guide = W.guide(W.section("s", "S", W.step("s.a", "Do it.", "1", info)))
    pdf = typesetter.sheet(guide, site(guide))
    box = next(box for _, letter, box in letters(pdf) if letter == sign)
    page = pypdfium2.PdfDocument(pdf)[0]
    left, bottom, right, top = box
    crop = (left - 1, bottom - 1, page.get_width() - right - 1, page.get_height() - top - 1)
    grey = page.render(scale=12, crop=crop).to_pil().convert("L").tobytes()
    return sum(255 - value for value in grey)


def test_a_text_that_runs_the_other_way_does_so_as_a_whole(typesetter: Typesetter) -> None:
    """The Latin word that ends an Arabic sentence is at its left, on a sheet that runs from left to right."""
    guide = W.guide(W.section("s", "S", W.step("s.a", "اضغط على Save", "1", "Нажмите حفظ сейчас.")))
    found = {letter: box[0] for _, letter, box in letters(typesetter.sheet(guide, site(guide, locale="ru")))}
    assert found["v"] < found["غ"]
    assert found["ж"] < found["ح"] < found["й"]


def test_the_directions_of_a_sheet_and_of_its_paragraphs_are_told_apart() -> None:
    info = "Сначала\n\nأولا API\n\n| a | ب |\n|---|---|\n| ج | d |"
    guide = W.guide(W.section("s", "1. …", W.step("s.a", "حفظ", "1", info)))
    (section,) = data.sheet(guide, site(guide, locale="ru"))["sections"]
    (step,) = section["steps"]
    first, second, table = step["parts"][0]["text"]["c"]
    cells = [cell.get("dir") for row in table["c"] for cell in row["c"]]
    assert (section["title"].get("dir"), step["do"].get("dir")) == (None, "rtl")
    assert (first.get("dir"), second.get("dir"), cells) == (None, "rtl", [None, "rtl", "rtl", None])


@pytest.mark.parametrize(
    "words", ["请打开设置页面并点击确认按钮。" * 12, "กรุณาเปิดการตั้งค่าแล้วคลิกปุ่มยืนยัน" * 3, "설정" * 20]
)
def test_a_long_text_without_spaces_is_not_taken_for_one_word(typesetter: Typesetter, words: str) -> None:
    """Typst breaks its lines by the rules of the script; a long word is broken after every so many letters."""
    guide = W.guide(W.section("s", "S", W.step("s.a", words, "1")))
    (step,) = data.sheet(guide, site(guide, locale="ru"))["sections"][0]["steps"]
    assert step["do"]["c"] == [{"t": "text", "v": words}]
    pdf = typesetter.sheet(guide, site(guide, locale="ru"))
    lines = [line for page in pypdfium2.PdfDocument(pdf) for line in page.get_textpage().get_text_range().split()]
    assert not any(line.startswith("。") for line in lines)


def test_a_wide_letter_counts_twice() -> None:
    """What is kept together on a page must fit it: 60 letters are a line, and so are 30 Han characters."""
    assert measure.NORMAL.text("a" * 60) == measure.NORMAL.text("确" * 30) == 1
    assert measure.NORMAL.text("a" * 61) == measure.NORMAL.text("确" * 31) == 2


def test_the_title_in_the_footer_is_cut_to_its_room() -> None:
    guide = W.guide(W.section("s", "S", W.step("s.a", "A")), title="确认" * 40)
    assert data.sheet(guide, site(guide, locale="ru"))["footer"].startswith("确认" * 17 + "确 …")


@pytest.mark.parametrize(
    ("locale", "lang", "region"),
    [("zh-Hant", "zh", "TW"), ("zh-Hant-HK", "zh", "HK"), ("zh-Hans", "zh", None), ("pt-BR", "pt", "BR")],
)
def test_typst_is_told_the_language_and_the_region(locale: str, lang: str, region: str | None) -> None:
    assert language(locale) == {"locale": locale, "lang": lang, "region": region}


@pytest.mark.parametrize(("source", "family"), [("ja", b"NotoSansJP"), ("zh-Hans", b"NotoSansSC")])
def test_a_text_of_another_language_has_the_families_of_that_language(
    typesetter: Typesetter, source: str, family: bytes
) -> None:
    """A Japanese source text on a Russian sheet is drawn in its own forms: 直 differs from the Chinese one."""
    w = Writer("ru", source)
    outcome = w.text("outcome", "直", State.MISSING, source)
    guide = w.guide(w.section("s", "S", w.step("s.a", "Да")), outcome=outcome, missing=1)
    pdf = typesetter.sheet(guide, site(guide, locale="ru"))
    assert {name for name in (b"NotoSansJP", b"NotoSansSC") if name in pdf} == {family}


def test_the_words_of_a_drawing_have_their_fonts_too(typesetter: Typesetter) -> None:
    """A placeholder names a Chinese file, and nothing else on the sheet is Chinese."""
    guide = W.guide(
        W.section("s", "S", W.step("s.a", "Да", body=(W.figure("s.a.p", "p.svg", "Картинка"),))),
        pictures=(Picture("p.svg", Path("p.svg"), placeholder.svg("截图.png", "")),),
    )
    assert b"NotoSansSC" in typesetter.sheet(guide, site(guide, locale="ru"), Order(form=Form.FULL))
    assert b"NotoSansSC" not in typesetter.sheet(guide, site(guide, locale="ru"))
