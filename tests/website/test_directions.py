"""A site written in Arabic and translated into Chinese and English: right to left, without spaces, and both at once."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page
from tests.website.conftest import REPOSITORY, TODAY

from stepsheet import pipeline, settings

PROJECT = REPOSITORY / "tests" / "languages"
GUIDE = "guides/home-wi-fi/"
STYLES = REPOSITORY / "overrides" / "assets" / "stylesheets"
# What points to a side of the page whatever the language. The tick and the mark on a picture are not mirrored.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
FOUR_SIDES = re.compile(r"(?:margin|padding|inset|border-width)\s*:\s*([^;]+);")
LISTED = {"left: 26%", "border-width: 0 0 2px 2px", "border-width: 0 0 2.5px 2.5px", "border-width: 0 0 0.5mm 0.5mm"}
LISTED |= {"border-width: 0 1.5px 1.5px 0"}  # strokes of a tick and of an arrow, which are turned afterwards


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, with the findings of its audit."""
    place = tmp_path_factory.mktemp("languages")
    shutil.copytree(PROJECT / "content", place / "content")
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (place / "mkdocs.yml").write_text(text.replace("../../overrides", str(REPOSITORY / "overrides")), encoding="utf-8")
    loaded = settings.load(place / "mkdocs.yml")
    made = pipeline.build(loaded, TODAY, locales=loaded.locales)
    assert made.site_dir, [str(item.finding) for item in made.diagnostics]
    assert [item.rule.name for item in made.diagnostics] == ["no-site-url"]
    return made.site_dir


@pytest.fixture(scope="module")
def address(built: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The site on a loopback port."""
    with serve(built) as url:
        yield url


@pytest.fixture
def show(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site."""
    contexts = []

    def shown(path: str, width: int = 1280) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        page = contexts[-1].new_page()
        page.goto(address + path)
        return page

    yield shown
    for context in contexts:
        context.close()


def found(page: Page, query: str) -> list[str]:
    """The addresses that the search of a page shows for a query."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").press("End")  # the theme listens to keys
    page.wait_for_selector(".md-search-result__link", state="attached")
    page.wait_for_timeout(300)
    links = page.locator(".md-search-result__link")
    return [link.get_attribute("href") or "" for link in links.all()]


@pytest.mark.parametrize(("prefix", "locale", "direction"), [("", "ar", "rtl"), ("zh-Hans/", "zh-Hans", "ltr")])
def test_a_page_says_its_language_and_direction(built: Path, prefix: str, locale: str, direction: str) -> None:
    page = (built / prefix / GUIDE / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{locale}"' in page
    assert f'<body dir="{direction}"' in page


def test_the_rail_and_its_boxes_stand_at_the_right_of_an_arabic_page(show: Callable[..., Page]) -> None:
    for width in (1280, 390):
        page = show(GUIDE, width)
        sides = page.evaluate(
            """[...document.querySelectorAll('.ss-step__row, .ss-needs li, .ss-warning')].map((row) => {
                const [first, second] = [...row.children].map((part) => part.getBoundingClientRect());
                return first.left >= second.right - 1;
            })"""
        )
        assert len(sides) > 10
        assert all(sides)


def test_no_page_is_wider_than_a_phone(show: Callable[..., Page]) -> None:
    for prefix in ("", "zh-Hans/", "en/"):
        page = show(prefix + GUIDE, 390)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_mark_stands_at_the_same_place_of_a_picture_in_every_language(show: Callable[..., Page]) -> None:
    places = [
        show(prefix + GUIDE).evaluate(
            """[...document.querySelectorAll('.ss-mark--on')].map((mark) => {
                const [disc, frame] = [mark, mark.parentElement].map((part) => part.getBoundingClientRect());
                return Math.round(1000 * ((disc.left + disc.right) / 2 - frame.left) / frame.width);
            })"""
        )
        for prefix in ("", "zh-Hans/", "en/")
    ]
    assert places == [places[0]] * 3
    assert [round(place / 10) for place in places[0]] == [47, 88, 50]


def test_code_runs_from_left_to_right_among_arabic_words(show: Callable[..., Page]) -> None:
    page = show(GUIDE)
    directions = page.evaluate(
        "[...document.querySelectorAll('.ss-prose code, .ss-do code, .ss-code pre, .ss-facts code')]"
        ".map((code) => getComputedStyle(code).direction)"
    )
    assert len(directions) == 6
    assert set(directions) == {"ltr"}
    isolated = page.evaluate(
        "[...document.querySelectorAll('.md-typeset code, .ss-when__answer')]"
        ".map((code) => getComputedStyle(code).unicodeBidi)"
    )
    assert set(isolated) == {"isolate"}


def test_no_emphasis_is_slanted_where_letters_have_no_slanted_form(show: Callable[..., Page]) -> None:
    styles = [
        show(prefix + GUIDE).evaluate("getComputedStyle(document.querySelector('.ss-prose em')).fontStyle")
        for prefix in ("", "zh-Hans/", "en/")
    ]
    assert styles == ["normal", "normal", "italic"]


def test_styles_name_no_side_of_the_page() -> None:
    sides = set()
    for sheet in STYLES.glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        sides |= {line.strip().rstrip(";") for line in text.splitlines() if PHYSICAL.search(line)}
        for rule in FOUR_SIDES.finditer(text):
            parts = re.findall(r"(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+", rule[1])
            if len(parts) == 4 and parts[1] != parts[3]:
                sides.add(rule[0].rstrip(";"))
    assert sides == LISTED


@pytest.mark.parametrize(
    ("prefix", "word", "step"),
    [
        ("zh-Hans/", "密码", "secure.password"),  # in 输入网络名称和新密码
        ("zh-Hans/", "网线", "connect.plug"),
        ("", "الحاسوب", "connect.plug"),
        ("", "الضيوف", "guest-wi-fi.turn-on"),
        ("en/", "restart", "secure.save"),
    ],
)
def test_the_search_finds_a_word_inside_a_sentence(
    show: Callable[..., Page], prefix: str, word: str, step: str
) -> None:
    assert any(f"#{step}" in link for link in found(show(prefix + GUIDE), word))


def test_words_of_a_drawing_keep_their_order_among_others(built: Path) -> None:
    arabic, chinese = (
        (built / prefix / GUIDE / "images/ports.svg").read_text(encoding="utf-8") for prefix in ("", "zh-Hans/")
    )
    assert ">الحاسوب (كابل RJ-45)<" in arabic
    assert ">\u2066电脑（RJ-45 网线）\u2069<" in chinese


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_boxes_of_an_arabic_sheet_stand_at_its_right(built: Path, paper: str) -> None:
    """What hangs on the margin is at the right of the words: the audit holds each box against its text."""
    with pypdfium2.PdfDocument(built / GUIDE / f"checklist-{paper}.pdf") as sheet:
        width = sheet[0].get_width()
        squares = [
            thing.get_bounds() for thing in sheet[0].get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
        ]
    boxes = [
        left for left, low, right, high in squares if abs((right - left) - (high - low)) < 0.1 and right - left < 14
    ]
    assert boxes
    assert min(boxes) > width / 4


@pytest.mark.parametrize("form", ["compact", "text", "full", "large"])
@pytest.mark.parametrize("locale", ["ar", "zh-Hans"])
def test_every_form_of_the_sheet_is_set_in_the_language(tmp_path: Path, form: str, locale: str) -> None:
    """The drawing too: in most fonts its joined letters stand for no letter, which the standard of the PDF refuses."""
    sheet = tmp_path / "sheet.pdf"
    command = ["print", "home-wi-fi", "--locale", locale, "--form", form, "-o", str(sheet)]
    ended = run_without("nothing", *command)
    assert (ended.returncode, ended.stderr) == (0, "")
    with pypdfium2.PdfDocument(sheet) as document:
        said = "".join(page.get_textpage().get_text_range() for page in document)
    found = "LAN 2" in said or "2 LAN" in said  # PDFium turns some of the runs round
    assert found == (form != "compact")
    assert "\ufffd" not in said


def run_without(package: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line where a package cannot be imported, as where it is not installed."""
    program = f"import sys; sys.modules[{package!r}] = None; from stepsheet.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", program, *arguments, "-f", str(PROJECT / "mkdocs.yml")]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)


def test_a_missing_font_is_an_error_that_names_the_extra() -> None:
    ended = run_without("justmytype_intl_cjk", "check")
    assert ended.returncode == 1
    assert (
        "categories.zh-Hans.yml:3:12: error[S122 undisplayable-character]: "
        "no font of the printed sheet has the character '家' (U+5BB6)"
    ) in ended.stdout
    assert "help: install the fonts for Chinese, Japanese and Korean: pip install 'stepsheet[cjk]'" in ended.stdout
    assert ended.stderr == ""


def test_a_missing_word_list_is_told(tmp_path: Path) -> None:
    ended = run_without("jieba", "build", "--no-audit", "--locale", "zh-Hans", "-d", str(tmp_path / "site"))
    assert ended.returncode == 0
    assert (
        "hint[S303 no-word-list]: no list of Chinese words: the search of 'zh-Hans' finds only the beginnings of "
        "what is written\nhelp: install it: pip install 'stepsheet[cjk]'"
    ) in ended.stderr
