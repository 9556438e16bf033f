"""Inline Markdown from a tree, proven by the guide's own parser where emphasis makes it doubtful.

Words, code and links can always be said. Emphasis cannot: what does not read back as it was meant is loosened, and what
does not read back even so is left out, since a mark that is none would be a character among the words.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Icon, Inline, Inlines, Link, Strong, Words
from stepsheet.importing.writing import emphasis
from stepsheet.model import prose
from stepsheet.render.markdown import escaping, inline

_AUTOLINK = re.compile(r"(?:https?://|mailto:)[\w.~:/?#@!$&'()*+,;=-]+", re.ASCII)  # what is shown as it is written
_AROUND_BREAK = re.compile(r" *(\\\n) *")
_BLANKS = re.compile(" {2,}")
_MANY = 12  # emphases of a line that are tried one by one

_Shape = list[tuple[str, frozenset[str]]]


def markdown(nodes: Inlines, line_break: str) -> str:
    """The nodes as Markdown; pictures have the names of their files, `line_break` is what a hard break becomes."""
    nodes = emphasis.bare(emphasis.apart(nodes))
    written = _written(nodes, line_break)
    if emphasis.count(nodes) and not _says(written, nodes):
        nodes = emphasis.loosened(nodes)
        written = _written(nodes, line_break)
        written = written if _says(written, nodes) else _written(_expressible(nodes, line_break), line_break)
    return (_BLANKS.sub(" ", written) if "  " in written else written).strip()


def _expressible(nodes: Inlines, line_break: str) -> Inlines:
    """The nodes with as many of the emphases as can be said together."""
    kept: frozenset[int] = frozenset()
    for number in range(min(emphasis.count(nodes), _MANY)):
        tried = emphasis.only(nodes, kept | {number})
        if _says(_written(tried, line_break), tried):
            kept |= {number}
    return emphasis.only(nodes, kept)


def _written(nodes: Inlines, line_break: str) -> str:
    written = inline.joined(_node(node, line_break) for node in nodes)
    return _AROUND_BREAK.sub(r"\1", written) if "\\\n" in written else written


def _node(node: Inline, line_break: str) -> str:
    match node:
        case Words(text=text):
            return escaping.escape(text)
        case CodeSpan(text=text):
            return inline.code(text)
        case Strong(children=children) | Emphasis(children=children):
            mark = "**" if isinstance(node, Strong) else "*"
            return f"{mark}{_written(children, line_break)}{mark}"
        case Link():
            return _link(node, line_break)
        case Break():
            return line_break
        case Icon(src=src, alt=alt, title=title):
            return f"!{inline.link(escaping.escape(alt or ''), src, title)}"


def _link(link: Link, line_break: str) -> str:
    if link.children == (Words(link.href),) and not link.title and _AUTOLINK.fullmatch(link.href):
        return f"<{link.href}>"
    return inline.link(_written(link.children, line_break), link.href, link.title)


def _says(written: str, nodes: Inlines) -> bool:
    """Whether the Markdown reads as the nodes do: the same words in the same styles."""
    return _merged(_read(prose.inline(written))) == _merged(_meant(nodes, frozenset()))


def _meant(nodes: Inlines, style: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for node in nodes:
        match node:
            case Words(text=text):
                yield text, style
            case CodeSpan(text=text):
                yield text, style | {"code"}
            case Strong(children=children):
                yield from _meant(children, style | {"strong"})
            case Emphasis(children=children):
                yield from _meant(children, style | {"em"})
            case Link(children=children):
                yield from _meant(children, style | {"link"})
            case _:
                yield " ", style


def _read(tokens: Sequence[Token]) -> Iterator[tuple[str, frozenset[str]]]:
    style: list[str] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting > 0:
            style.append(name)
        elif token.nesting < 0:
            style.remove(name)
        elif name in {"softbreak", "hardbreak", "image"}:
            yield " ", frozenset(style)
        else:
            yield token.content, frozenset({*style, "code"} if name == "code_inline" else style)


def _merged(pieces: Iterator[tuple[str, frozenset[str]]]) -> _Shape:
    """The pieces with those of one style joined, and without what is blank: a blank has no style."""
    made: _Shape = []
    for text, style in pieces:
        words = re.sub(r"\s+", "", text)
        if made and made[-1][1] == style:
            made[-1] = (made[-1][0] + words, style)
        elif words:
            made.append((words, style))
    return made
