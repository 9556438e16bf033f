"""A line of the tree becomes inline Markdown that reads as the same words, emphasis where it can be said."""

import pytest

from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Icon, Inline, Link, Strong, Words, words
from stepsheet.importing.writing.scribe import Scribe
from stepsheet.model import prose

from .trees import a_line, dice, means


def S(*inlines: Inline) -> Strong:  # noqa: N802 - as short as the mark
    return Strong(inlines)


def E(*inlines: Inline) -> Emphasis:  # noqa: N802 - as short as the mark
    return Emphasis(inlines)


def line(*inlines: Inline) -> str:
    return Scribe(means()).line(inlines, 1)


def read(markdown: str) -> str:
    """The words that a reader sees."""
    return "".join(
        " " if token.type in {"softbreak", "hardbreak"} else token.content for token in prose.inline(markdown)
    )


@pytest.mark.parametrize(
    ("inlines", "markdown"),
    [
        ((Words("Press "), S(Words("Save")), Words(".")), "Press **Save**."),
        ((S(Words("bold ")), Words("word")), "**bold** word"),
        ((Words("a"), S(Words(" b ")), Words("c")), "a **b** c"),
        ((E(Words("a")), Words(" "), E(Words(" "))), "*a*"),
        ((S(Words("a")), S(Words("b"))), "**ab**"),
        ((S(Words("a"), S(Words("b"))),), "**ab**"),
        ((S(E(Words("a"))),), "***a***"),
        ((S(Words("「設定」")), Words("を開く")), "「**設定**」を開く"),
        ((S(Words("Note:")), Words("text")), "**Note**:text"),
        ((S(Words("1.")), Words("Откройте")), "**1**.Откройте"),
        ((Words("x"), S(CodeSpan("a")), Words("y")), "x`a`y"),
        ((S(Words("a"), Break()), Words("b")), "**a** b"),
        ((Words("  a \t b\n\nc\u2028d\x85"),), "a b c d"),
        ((Words("a\u00a0b"),), "a\u00a0b"),
        ((Words("5 * 3 [a] <b> &amp; \\ `c` _d_ e_f"),), r"5 \* 3 \[a\] \<b> \&amp; \\ \`c\` \_d\_ e_f"),
        ((CodeSpan("a`b"),), "``a`b``"),
        ((CodeSpan("  "),), ""),
        ((Link("https://x.example/", (Words("https://x.example/"),)),), "<https://x.example/>"),
        ((Link("https://x.example/a", (Words("A"),)),), "[A](https://x.example/a)"),
        ((Link("https://x.example/a", (Words("A"),), 'so "B"'),), r'[A](https://x.example/a "so \"B\"")'),
        ((Link("other.md", (Words("A"),), "mention"),), "[A](#guide:other)"),
        ((Words("Stop!"), Link("other.md", (Words("A"),))), r"Stop\![A](#guide:other)"),
        ((Link("nowhere", (S(Words("A")), Words(" b"))),), "**A** b"),
        ((Link("nowhere", (Words("A"),), "more"),), "A (more)"),
        ((Link("other.md", ()),), "[other.md](#guide:other)"),
        ((Icon("a.png", "A"), Words("b")), "b"),
        ((Break(), Words("a"), Break()), "a"),
        ((), ""),
    ],
)
def test_a_line_is_written_as_plainly_as_it_can_be(inlines: tuple[Inline, ...], markdown: str) -> None:
    assert line(*inlines) == markdown


def test_a_link_without_words_gets_the_title_of_its_target() -> None:
    scribe = Scribe(means(titles=lambda href: f"Title of {href}"))
    assert scribe.line((Link("other.md", ()),), 1) == "[Title of other.md](#guide:other)"


def test_a_link_that_only_says_its_address_gets_the_title_of_its_target() -> None:
    scribe = Scribe(means(titles=lambda href: "The other" if "other" in href else ""))
    assert scribe.line((Link("../other.md", (Words("other.md"),)),), 1) == "[The other](#guide:../other)"
    assert scribe.line((Link("x/more.md", (Words("x/more.md"),)),), 1) == "[x/more.md](#guide:x/more)"
    assert scribe.line((Link("other.md", (Words("See other.md"),)),), 1) == "[See other.md](#guide:other)"


def test_what_is_said_of_a_link_is_noted() -> None:
    scribe = Scribe(means())
    scribe.line((Link("nowhere", (Words("A"),)),), 7)
    assert [str(entry.diagnostic.finding.location) for entry in scribe.entries] == ["page.md:7:1"]


def test_a_character_that_cannot_be_shown_is_left_out_of_words_and_encoded_in_addresses() -> None:
    scribe = Scribe(means(), frozenset("ж"))
    assert scribe.line((Words("ажб "), Link("https://x.example/ж", (Words("ж"),))), 1) == (
        "аб [https://x.example/](https://x.example/%d0%b6)"
    )
    assert list(prose.links(prose.inline("[a](https://x.example/%d0%b6)"))) == ["https://x.example/%d0%b6"]


def test_any_line_reads_as_the_same_words_and_holds_nothing_but_a_line() -> None:
    rolled = dice(1)
    for _ in range(1500):
        inlines = a_line(rolled)
        made = line(*inlines)
        shown = "".join(
            inline.href if isinstance(inline, Link) and not words(inline.children).strip() else words((inline,))
            for inline in inlines
        )
        assert "".join(read(made).split()) == "".join(shown.split()), (inlines, made)
        assert "\n" not in made
        assert not {token.type for token in prose.walk(prose.inline(made))} & {"html_inline", "image"}, made


def test_every_link_of_any_line_leads_where_it_led() -> None:
    rolled = dice(2)
    for _ in range(400):
        inlines = a_line(rolled)
        resolve = means().resolve
        wanted = [resolve(inline.href, 1)[0] for inline in inlines if isinstance(inline, Link)]
        assert list(prose.links(prose.inline(line(*inlines)))) == wanted
