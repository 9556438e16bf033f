"""Plain pages and their Markdown."""

from collections.abc import Callable
from pathlib import Path

from stepsheet.audit.checks import listings, plain_page

from .conftest import Check, Workshop

PAGE, MARKDOWN = "pages/about/index.html", "pages/about.md"
CASES: list[tuple[Check, str, str, str]] = [
    (plain_page.check, PAGE, "Кипяток обжигает.", "Кипяток."),
    (plain_page.check, PAGE, "Кипяток обжигает.", "Кипяток обжигает. Boo."),
    (plain_page.check, PAGE, "<p>Кипяток обжигает.</p>", "<p>Кипяток обжигает.</p><p>Кипяток обжигает.</p>"),
    (plain_page.check, PAGE, "<p>Кипяток обжигает.</p>", "<p hidden>Кипяток обжигает.</p>"),
    (plain_page.check, PAGE, ">Внимание</p>", ">Совет</p>"),
    (listings.check, PAGE, "sleep 300", "sleep 500"),
    (listings.check, PAGE, "<code># ждём&#10;sleep", "<code># ждём sleep"),
    (listings.check, "guides/everything/index.html", "<code># ждём&#10;sleep", "<code># ждём sleep"),
    (plain_page.check, PAGE, 'src="../images/photo.png', 'src="../images/gone.png'),
    (plain_page.check, "en/pages/contact/index.html", '<div class="ss-prose" lang="ru">', '<div class="ss-prose">'),
    (plain_page.check, "en/pages/contact/index.html", "This page is not translated yet", "This page is translated"),
    (plain_page.check, "en/pages/prices/index.html", "The original of this page has changed", "Nothing has changed"),
    (plain_page.check, MARKDOWN, "> [!WARNING]\n> Кипяток обжигает.", "> Кипяток обжигает."),
    (plain_page.check, MARKDOWN, "[!WARNING]", "[!TIP]"),
    (plain_page.check, MARKDOWN, "мягкая", "жидкая"),
    (plain_page.check, MARKDOWN, "| Зелёный | 2 |\n", ""),
    (plain_page.check, MARKDOWN, "- <https://guides.example/pages/about/>\n", ""),
    (plain_page.check, MARKDOWN, "[!WARNING]\n", "[!WARNING]\n> [!WARNING]\n"),
    (plain_page.check, MARKDOWN, "\n## ", "\n### "),
    (plain_page.check, "en/pages/contact.md", " _(not translated)_", ""),
    (plain_page.check, "en/pages/prices.md", "> The original of this page has changed since it was translated.\n", ""),
]


def test_page_broken_in_one_place_is_found(workshop: Workshop, golden: Callable[[Path, bytes], None]) -> None:
    """Words, hazard blocks, pictures, languages and marks of fallback, each at its line of the page's file."""
    golden(Path(__file__).parent / "expected" / "plain_page.txt", workshop.tried(CASES))


def test_lost_pages_are_one_finding_each(workshop: Workshop) -> None:
    """Whether the file is gone or empty."""
    workshop.remove(PAGE)
    workshop.write("en/pages/prices.md", "")
    assert workshop.says(plain_page.check) == [
        "content/pages/about.ru.md:1:1 lost-file: pages/about/index.html is not in the site: a page of the site",
        "content/pages/prices.en.md:1:1 lost-file: en/pages/prices.md is empty: the Markdown of this page",
    ]


def test_garbage_is_no_exception(workshop: Workshop) -> None:
    """Every text is missed, and what is there is strange."""
    workshop.write(PAGE, b"\xff<article")
    workshop.write(MARKDOWN, b"\xff\x00")
    assert workshop.says(plain_page.check)
