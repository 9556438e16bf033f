"""A link of the source leads to the same thing in the content, or its words stay and the report says why."""

from pathlib import PurePosixPath
from typing import Any

import pytest

from stepsheet.importing.links import Links, Target
from stepsheet.importing.variants import across, variants

PAGES = {
    "README.md": Target("home", is_procedure=False, anchors={"intro": "intro"}),
    "a/README.md": Target("a", is_procedure=True),
    "a/page.md": Target(
        "page",
        is_procedure=True,
        anchors={"id-2-setup": "section:setup", "открыть": "step:setup.open", "set-up": "section:set-up"},
    ),
    "a/with space.md": Target("with-space", is_procedure=True, anchors={"x": "section:x"}),
    "b/Настройка.md": Target("nastroika", is_procedure=True),
    "b/plain.md": Target("plain", is_procedure=False, anchors={"part": "part"}),
}
FILES = {
    **dict.fromkeys(PAGES, "[x](y)\n"),
    "a/not-imported.md": "",
    "assets.txt": ".gitbook/assets/listed.pdf\n",
    ".gitbook/assets/manual (1).pdf": b"x",
    ".gitbook.yaml": "redirects:\n  old/page: a/page.md\n",
}


@pytest.fixture
def lead(space: Any, says: Any) -> Any:
    """Where a link in a page leads, and what is said of it."""
    made = space(FILES)
    links = Links(made, {PurePosixPath(path): target for path, target in PAGES.items()})
    pages = {page.path.as_posix(): page for page in made.pages}

    def follow(href: str, page: str = "a/page.md") -> tuple[str | None, list[str]]:
        target, entries = links.resolve(pages[page], href, 1)
        return target, [line.partition(": ")[2] for line in says(entries)]

    return follow


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("../b/plain.md", "#page:plain"),
        ("../b/plain.md#part", "#page:plain/part"),
        ("with%20space.md", "#guide:with-space"),
        ("with space.md#x", "#guide:with-space/x"),
        ("./with space.md?utm=1#x", "#guide:with-space/x"),
        ("../b/%D0%9D%D0%B0%D1%81%D1%82%D1%80%D0%BE%D0%B9%D0%BA%D0%B0.md", "#guide:nastroika"),
        ("/b/plain.md", "#page:plain"),
        ("/b/plain", "#page:plain"),
        ("../b/plain/", "#page:plain"),
        ("../b/plain.html", "#page:plain"),
        ("../B/Plain.md", "#page:plain"),
        ("b/plain", "#page:plain"),
        ("./", "#guide:a"),
        ("README.md", "#guide:a"),
        ("..", "#page:home"),
        ("/", "#page:home"),
        ("../README.md#intro", "#page:home/intro"),
        ("../old/page", "#guide:page"),
        ("page.md", "#guide:page"),
        ("page.md#id-2-setup", "#section:setup"),
        ("#id-2-setup", "#section:setup"),
        ("#2-setup", "#section:setup"),
        ("#2.-Setup", "#section:setup"),
        ("##id-2-setup", "#section:setup"),
        ("#%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82%D1%8C", "#step:setup.open"),
        ("#otkryt", "#step:setup.open"),
        ("https://example.com/a.md#b", "https://example.com/a.md#b"),
        ("http://example.com", "http://example.com"),
        ("HTTPS://Example.com/", "HTTPS://Example.com/"),
        ("//example.com/a", "https://example.com/a"),
        ("mailto:me@example.com", "mailto:me@example.com"),
        ("me@example.com", "mailto:me@example.com"),
        ("https://app.gitbook.com/o/1/s/2/page", "https://app.gitbook.com/o/1/s/2/page"),
    ],
)
def test_a_link_leads_where_it_led(lead: Any, href: str, target: str) -> None:
    assert lead(href) == (target, [])


@pytest.mark.parametrize(
    ("href", "message"),
    [
        ("gone.md", "warning[S406]: the link 'gone.md' leads to nothing in the source"),
        ("%00.md", "warning[S406]: the link '%00.md' leads to nothing in the source"),
        ("not-imported.md", "warning[S406]: the link 'not-imported.md' leads to a page that is not imported"),
        ("../../x.md", "warning[S406]: the link '../../x.md' leads out of the source"),
        ("%2e%2e/%2e%2e/etc/passwd", "warning[S406]: the link '%2e%2e/%2e%2e/etc/passwd' leads out of the source"),
        ("broken-reference", "warning[S406]: the link has lost its address"),
        ("../x/broken-reference/", "warning[S406]: the link has lost its address"),
        ("/broken/pages/AbC", "warning[S406]: the link has lost its address"),
        ("", "warning[S406]: the link has lost its address"),
        ("#", "warning[S406]: the link has lost its address"),
        ("https://", "warning[S406]: the link 'https://' is no address"),
        ("https://[x/", "warning[S406]: the link 'https://[x/' is no address"),
        (
            "javascript:alert(1)",
            "warning[S415]: the link 'javascript:alert(1)' is not kept: javascript: is not http:, https: or mailto:",
        ),
        (
            "JavaScript:x",
            "warning[S415]: the link 'JavaScript:x' is not kept: javascript: is not http:, https: or mailto:",
        ),
        (
            "data:text/html,x",
            "warning[S415]: the link 'data:text/html,x' is not kept: data: is not http:, https: or mailto:",
        ),
        (
            "file:///etc/passwd",
            "warning[S415]: the link 'file:///etc/passwd' is not kept: file: is not http:, https: or mailto:",
        ),
        ("tel:+1", "warning[S415]: the link 'tel:+1' is not kept: tel: is not http:, https: or mailto:"),
        (
            "../.gitbook/assets/manual%20(1).pdf",
            "warning[S402]: the link to the file 'manual (1).pdf' is kept as words",
        ),
        ("../.gitbook/assets/listed.pdf", "warning[S402]: the link to the file 'listed.pdf' is kept as words"),
    ],
)
def test_the_words_of_another_link_stay_and_the_report_says_why(lead: Any, href: str, message: str) -> None:
    assert lead(href) == (None, [message])


@pytest.mark.parametrize(
    ("href", "target", "message"),
    [
        (
            "../b/plain.md#none",
            "#page:plain",
            "hint[S407]: the page of the link '../b/plain.md#none' has no place 'none'",
        ),
        ("#none", "#guide:page", "hint[S407]: the page of the link '#none' has no place 'none'"),
        ("#se", "#guide:page", "hint[S407]: the page of the link '#se' has no place 'se'"),
    ],
)
def test_a_link_to_a_place_that_is_not_there_leads_to_its_page(lead: Any, href: str, target: str, message: str) -> None:
    assert lead(href) == (target, [message])


def test_a_place_of_a_page_is_told_within_it(lead: Any) -> None:
    assert lead("#part", "b/plain.md") == ("#part", [])
    assert lead("plain.md#part", "b/plain.md") == ("#part", [])


def test_the_report_points_at_the_link(space: Any, says: Any) -> None:
    made = space({"page.md": "# Page\n\nSee [this](gone.md).\n"})
    links = Links(made, {PurePosixPath("page.md"): Target("page", is_procedure=True)})
    _, entries = links.resolve(made.pages[0], "gone.md", 3)
    assert says(entries) == ["source/page.md:3:12: warning[S406]: the link 'gone.md' leads to nothing in the source"]


def test_a_link_of_a_published_page_keeps_its_web_address(space: Any) -> None:
    head = "> See [llms.txt](https://docs.example.com/llms.txt), [Markdown](https://docs.example.com/a/page.md).\n"
    made = space({"page.md": f"{head}\n# Page\n"}, at="page.md")
    links = Links(made, {PurePosixPath("page.md"): Target("page", is_procedure=True)})
    assert links.resolve(made.pages[0], "/b/other.md#x", 3) == ("https://docs.example.com/b/other#x", ())
    assert links.resolve(made.pages[0], "other.md", 3) == ("https://docs.example.com/a/other", ())
    assert links.resolve(made.pages[0], "/a/page.md", 3) == ("#guide:page", ())


def test_a_link_between_variants_leads_to_the_page_that_is_its_translation(space: Any) -> None:
    made = variants(space(dict.fromkeys(["src/en/a.md", "src/en/sub/b.md", "src/ru/a.md", "src/ru/sub/b.md"], "")))
    targets = {PurePosixPath("a.md"): Target("a", is_procedure=True)}
    links = Links(made["ru"], across(made["ru"], made.values(), targets))
    assert links.resolve(made["ru"].pages[1], "../../en/a.md", 1) == ("#guide:a", ())
    assert links.resolve(made["ru"].pages[1], "../a.md", 1) == ("#guide:a", ())


def test_the_page_behind_a_link_is_told(space: Any) -> None:
    made = space(FILES)
    links = Links(made, {PurePosixPath(path): target for path, target in PAGES.items()})
    assert links.page(PurePosixPath("a/page.md"), "../b/plain.md#part") == PurePosixPath("b/plain.md")
    assert links.page(PurePosixPath("a/page.md"), "gone.md") is None
    assert links.page(PurePosixPath("a/page.md"), "https://b/plain.md") is None
