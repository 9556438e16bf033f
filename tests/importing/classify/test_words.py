"""No word of a page is lost in understanding it: each is in the draft or in its report."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import pytest

from stepsheet.diagnostics import Source
from stepsheet.importing.classify.page import draft
from stepsheet.importing.draft import Draft, Line, Prose
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse
from stepsheet.importing.tree import Block, Blocks, Figure, Inlines, Listing, Unknown, walk, words
from stepsheet.model.text import MAX_TEXT

PARTS = (
    "# {0}\n",
    "## {0}\n",
    "## Step 1: {0}\n\n{1}\n\n## Step 2: {2}\n",
    "### 1. Open {0}\n",
    "##### {0}\n",
    "{0} {1}. {2} {3}.\n",
    "{0}:\n",
    "**{0} {1}**\n",
    "**{0}:** {1}. {2}\n",
    "Click {0}.\n\n![{1}]({2}.png)\n",
    "1\\. {0}\n\n{1}\n\n2\\. {2}\n",
    "1. {0}\n2. {1}. {2}\n   1. {3}\n   2. {0}\n\n   {1}\n3. {2}\n",
    "1. {0}\n\n![](a.png)\n\n1. {1}\n",
    "* **{0}:** {1}\n* **{2}** — {3}\n",
    "* {0}\n  * {1}\n\n    > {2}\n* ![{3}](b.png)\n",
    "- [ ] {0}\n- [x] {1}\n",
    '{{% hint style="info" %}}\n{0}! {1}.\n\n* {2}\n{{% endhint %}}\n',
    '{{% hint style="danger" %}}\n![{0}](c.png)\n{{% endhint %}}\n',
    (
        "{{% stepper %}}\n{{% step %}}\n### {0}\n{1}\n{{% endstep %}}\n"
        "{{% step %}}\n1. {2}\n2. {3}\n{{% endstep %}}\n{{% endstepper %}}\n"
    ),
    (
        '{{% tabs %}}\n{{% tab title="{0}" %}}\n1. {1}\n2. {2}\n{{% endtab %}}\n'
        '{{% tab title="x{0}" %}}\n## {3}\n{{% endtab %}}\n{{% endtabs %}}\n'
    ),
    "<details>\n\n<summary>{0}</summary>\n\n1. {1}\n2. {2}\n\n</details>\n",
    "| {0} | {1} |\n| --- | --- |\n| {2} | ![{3}](d.png) |\n",
    "```\n{0} {1}\n```\n",
    '{{% content-ref url="{0}.md" %}}\n[{1}]({0}.md)\n{{% endcontent-ref %}}\n',
    '<figure><img src="e.png" alt="{0}"><figcaption><p>{1}</p></figcaption></figure>\n',
    "$$\n{0}\n$$\n",
    "***\n",
)


def made(page: str) -> tuple[Draft, Blocks]:
    source = Source(Path("page.md"), "page.md", page)
    parsed = parse(source, Flavour.GITBOOK)
    return draft(parsed, source, PurePosixPath("page.md"), category=None), parsed.blocks


def soup(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - the same soup each time
    count = iter(range(10**6))
    parts = (chance.choice(PARTS) for _ in range(chance.randint(2, 12)))
    return "\n".join(part.format(*(f"w{seed}x{next(count)}" for _ in range(4))) for part in parts)


def in_blocks(blocks: Blocks) -> Iterator[str]:
    for block in walk(blocks):
        yield from in_block(block)


def in_block(block: Block) -> Iterator[str]:
    match block:
        case Listing() | Unknown():
            yield block.text
        case Figure():
            yield f"{block.alt or ''} {words(block.caption)}"
        case _:
            lines: Inlines = getattr(block, "inlines", ()) or getattr(block, "title", ())
            yield words(lines)
            yield from (words(tab.title) for tab in getattr(block, "tabs", ()))


def in_data(value: object) -> Iterator[str]:
    match value:
        case Line(inlines=inlines):
            yield words(inlines)
        case Prose(blocks=blocks):
            yield from in_blocks(blocks)
        case str():
            yield value
        case Mapping():
            for key, held in value.items():
                if key not in {"id", "when", "kind"}:
                    yield from in_data(held)
        case list():
            for held in value:
                yield from in_data(held)


def counted(texts: Iterator[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"w\d+x\d+", text))


@pytest.mark.parametrize("seed", range(150))
def test_every_word_is_in_the_draft_or_in_the_report(seed: int) -> None:
    page = soup(seed)
    found, blocks = made(page)
    kept = in_data(found.data) if found.data is not None else in_blocks(found.blocks)
    reported = (entry.text for entry in found.entries)
    assert not counted(in_blocks(blocks)) - counted(kept) - counted(reported), page


def test_a_page_is_understood_the_same_each_time() -> None:
    assert made(soup(1))[0].data == made(soup(1))[0].data


def test_what_is_too_long_for_a_text_is_divided_and_reported() -> None:
    rows = "\n".join(f"| row {number} | {'word ' * 20}|" for number in range(400))
    sentence = "Many words make a long sentence that goes on and on. "
    page = f"# A\n\n| A | B |\n| --- | --- |\n{rows}\n\n1. One.\n2. {sentence * 800}\n3. {'word ' * 8000}\n"
    found, _ = made(page)
    assert max(map(len, in_data(found.data))) < MAX_TEXT
    assert [entry.diagnostic.rule.name for entry in found.entries] == ["too-long", "too-long", "too-long"]
    assert found.entries[0].diagnostic.finding.message == "a long text was divided into 4 parts"
