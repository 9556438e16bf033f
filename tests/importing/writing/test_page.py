"""A page without steps becomes the Markdown of a plain page."""

from stepsheet.importing.draft import Draft
from stepsheet.importing.tree import Figure, Heading, Hint, Paragraph, Tab, Tabs, Words
from stepsheet.importing.writing.page import page

from .trees import means


def H(level: int, text: str, anchor: str = "") -> Heading:  # noqa: N802 - as short as the tag
    return Heading(level, level, (Words(text),), anchor)


def P(text: str) -> Paragraph:  # noqa: N802 - as short as the tag
    return Paragraph(1, (Words(text),))


def test_a_page_has_front_matter_and_headings_below_its_title() -> None:
    blocks = (
        H(1, "About: us"),
        P("Hello."),
        H(3, "Prices", "prices"),
        H(4, "Old", "old"),
        Hint(1, "note", (P("Save first."),)),
        Figure(1, "A.png", "An office", (Words("Our office"),)),
        Tabs(1, (Tab(1, (Words("One"),), (H(3, "In a tab", "in-a-tab"),)),)),
    )
    draft = Draft((Words("About: us"),), (Words("Who we are"),), None, blocks)
    made, entries = page(draft, means(), category="company")
    assert made.text == (
        '---\ntitle: "About: us"\nsummary: Who we are\ncategory: company\n---\n\n'
        "Hello.\n\n## Prices {#prices}\n\n### Old {#old}\n\n> [!NOTE]\n> Save first.\n\n"
        '![An office](images/a.png "Our office")\n\n**One**\n\n## In a tab {#in-a-tab}\n'
    )
    assert entries == ()


def test_a_page_without_a_text_has_front_matter_alone() -> None:
    assert page(Draft((Words("A"),), (), None), means())[0].text == "---\ntitle: A\n---\n"


def test_several_headings_of_the_first_level_move_down_together() -> None:
    made, _ = page(Draft((Words("A"),), (), None, (H(1, "B"), H(2, "C"), H(1, "D"))), means())
    assert made.text == "---\ntitle: A\n---\n\n## B\n\n### C\n\n## D\n"


def test_the_picture_for_dark_pages_is_named_in_the_report() -> None:
    draft = Draft((Words("A"),), (), None, (Figure(4, "a.png", "A", (), "", "a-dark.png"),))
    _, [entry] = page(draft, means())
    assert str(entry.diagnostic.finding.location) == "page.md:4:1"
    assert entry.diagnostic.finding.message == "left out: the version of a picture for dark pages ('a-dark.png')"
    assert entry.text == "a-dark.png"
