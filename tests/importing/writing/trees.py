"""Trees for tests: what writing takes, words to build with, and trees made by dice."""

import random
from collections.abc import Callable
from pathlib import Path

from stepsheet.diagnostics import Location, Source
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.tree import (
    Block,
    Blocks,
    Break,
    CodeSpan,
    Emphasis,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Words,
    walk,
    words,
)
from stepsheet.importing.writing.means import Means

TEXT = "\n".join(f"line {number}" for number in range(1, 60))
HOSTILE = [
    *(
        "word",
        "Слово",
        "日本語",
        "「設定」",
        "(a)",
        '"b"',
        "c.",
        "1.",
        "1)",
        "2024.",
        "a_b",
        "_c_",
        "snake_case",
        "*d*",
        "**",
    ),
    *("`e`", "``", "[f]", "![g]", "](h)", "<i>", "</b>", "<!-- j -->", "&amp;", "&#42;", "~~k~~", "~", "#", "## l"),
    *("- m", "+ n", "* o", "> p", "---", "===", "|", "| q |", "|-|", "\\", "\\*", "C:\\dir", "{#r}", "[!NOTE]", "$s$"),
    *("https://x.example/a_b", "<https://y.example>", "a@b.example", "{% hint %}", "!", "é\u0301", "\u00a0", "   t"),
]
ADDRESSES = ["https://x.example/", "https://x.example/a_(b)?c=1&d=2", "other.md", "#top", "mailto:a@b.example", "я.md"]


def source(text: str = TEXT) -> Source:
    return Source(Path("page.md"), "page.md", text)


def means(text: str = TEXT, titles: Callable[[str], str] = lambda _: "") -> Means:
    """Links out stay, `nowhere` leads nowhere, any other address becomes a reference; pictures keep their names."""
    origin = source(text)

    def resolve(href: str, line: int) -> tuple[str | None, tuple[Entry, ...]]:
        if href.startswith("nowhere"):
            at = Location(origin, line, 1, line, 2)
            return None, (left_out.at(at, "an address", (href,)),)
        return (href if ":" in href else f"#guide:{href.removesuffix('.md').strip('#')}"), ()

    def picture(src: str, line: int) -> tuple[str, tuple[Entry, ...]]:
        del line
        return Path(src).name.lower(), ()

    return Means(origin, resolve, picture, titles)


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same trees each time


def a_text(rolled: random.Random, pieces: list[str], most: int = 4) -> str:
    return rolled.choice(["", " "]).join(rolled.choice(pieces) for _ in range(rolled.randint(1, most)))


def a_line(rolled: random.Random, depth: int = 0) -> Inlines:
    return tuple(an_inline(rolled, depth) for _ in range(rolled.randint(1, 4)))


def an_inline(rolled: random.Random, depth: int) -> Inline:
    kind = rolled.randint(0, 9 if depth < 2 else 5)
    if kind < 4:
        return Words(a_text(rolled, HOSTILE))
    if kind == 4:
        return CodeSpan(a_text(rolled, HOSTILE))
    if kind == 5:
        return Break()
    children = a_line(rolled, depth + 1)
    if kind == 6 and depth == 0:
        return Link(rolled.choice(ADDRESSES), plain_words(children), rolled.choice(["", 'a "title"']))
    return Strong(children) if kind < 9 else Emphasis(children)


def plain_words(inlines: Inlines) -> Inlines:
    """The words of a line, and one if it has none: a link without words shows its address."""
    return (Words(words(inlines).strip() or "w"),)


def some_blocks(rolled: random.Random, depth: int = 0) -> Blocks:
    return tuple(a_block(rolled, depth) for _ in range(rolled.randint(1, 4)))


def a_block(rolled: random.Random, depth: int) -> Block:
    kind = rolled.randint(0, 9 if depth < 3 else 4)
    if kind < 3:
        return Paragraph(1, a_line(rolled))
    if kind == 3:
        return Listing(1, "\n".join(a_text(rolled, HOSTILE) for _ in range(3)), rolled.choice(["", "bash", "a`b"]))
    if kind == 4:
        return Rule(1)
    if kind == 5:
        return Quote(1, some_blocks(rolled, depth + 1))
    if kind == 6:
        return a_table(rolled)
    first = rolled.choice([0, 1, 1, 7])
    items = tuple(Item(1, some_blocks(rolled, depth + 1), None, first + index) for index in range(rolled.randint(1, 3)))
    return List(1, ordered=rolled.choice([True, False]), items=items, tight=rolled.choice([True, False]))


def a_table(rolled: random.Random) -> Table:
    width = rolled.randint(1, 3)

    def row() -> tuple[Blocks, ...]:
        return tuple((Paragraph(1, a_line(rolled)),) for _ in range(width))

    return Table(1, rolled.choice([(), row()]), tuple(row() for _ in range(rolled.randint(1, 2))), ("left",))


def said(blocks: Blocks) -> str:
    """Everything that blocks say, without white space."""
    parts = []
    for block in walk(blocks):
        match block:
            case Paragraph(inlines=inlines):
                parts.append(words(inlines))
            case Listing(text=text):
                parts.append(text)
            case _:
                pass
    return "".join("".join(parts).split())
