"""An edited text that is the author's own where nothing was edited.

A text that comes back from a page is written anew, in one form. Its blocks that say what a block of the author's text
says are replaced by that block as the author wrote it, so that the difference shows the edit and nothing else.
"""

from collections.abc import Iterator

from markdown_it.token import Token

from stepsheet.model import prose

_ALIKE = {"code_block": "fence"}
Block = tuple[tuple[object, ...], str]


def merged(author: str, edited: str) -> str:
    """The edited text, with the author's form of each block that says the same."""
    own: dict[tuple[object, ...], list[str]] = {}
    for said, text in _blocks(author):
        own.setdefault(said, []).append(text)
    return "\n\n".join(own[said].pop(0) if own.get(said) else text for said, text in _blocks(edited))


def _blocks(text: str) -> Iterator[Block]:
    """The outer blocks of a text: what they say, and their lines."""
    lines = text.split("\n")
    begin = 0
    tokens = prose.blocks(text)
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            first = tokens[begin]
            start, end = first.map or (0, 0)
            said = tuple(part for each in tokens[begin : index + 1] for part in _said(each))
            yield said, "\n".join(lines[start:end]).rstrip("\n")
            begin = index + 1


def _said(token: Token) -> Iterator[object]:
    """What a token says, however it is written: a line break is a blank, and words are one wherever they are cut."""
    if token.type == "inline":
        words = ""
        for child in token.children or ():
            if child.type in {"text", "softbreak", "hardbreak"}:
                words += child.content if child.type == "text" else " "
            else:
                yield " ".join(words.split()), child.type, child.content, str(child.attrs)
                words = ""
        yield " ".join(words.split())
    else:
        yield _ALIKE.get(token.type, token.type), token.content.rstrip("\n"), str(token.attrs), token.info.strip()
