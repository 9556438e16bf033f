"""`SUMMARY.md`, the navigation of a book: nested lists of links below the headings of its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from stepsheet.diagnostics import Source

MAX_DEPTH = 40
_PARSER = MarkdownIt("commonmark", {"maxNesting": 4 * MAX_DEPTH})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the navigation as it is written; `href` is empty where it only groups what is below it."""

    number: int
    title: str
    href: str
    children: tuple["Line", ...] = ()


def read(source: Source) -> tuple[Line, ...]:
    """The lines of the navigation; what follows the heading of a part, up to a rule, hangs below it."""
    made: list[Line] = []
    part: Line | None = None
    for node in SyntaxTreeNode(_PARSER.parse(source.text)).children:
        if node.type in {"heading", "hr"}:
            made += [part] if part else []
            part = _part(node)
            continue
        lines = tuple(_listed(node)) if node.type.endswith("_list") else tuple(_named(node))
        if part:
            part = Line(part.number, part.title, part.href, (*part.children, *lines))
        else:
            made += lines
    return (*made, *([part] if part else []))


def _part(node: SyntaxTreeNode) -> Line | None:
    """The part that a heading begins; the title of the whole file begins none."""
    if node.type == "hr" or node.tag == "h1":
        return None
    inline = node.children[0].children if node.children else ()
    return Line(_number(node), _words(inline).strip(), "")


def _listed(node: SyntaxTreeNode) -> Iterator[Line]:
    for item in node.children:
        own = [line for child in item.children if child.type in {"paragraph", "heading"} for line in _named(child)]
        below = [line for child in item.children if child.type.endswith("_list") for line in _listed(child)]
        if own:
            first = own[0]
            yield Line(first.number, first.title, first.href, tuple(below))
            yield from own[1:]
        else:
            yield from below


def _named(node: SyntaxTreeNode) -> Iterator[Line]:
    """The links of a line, or its words when it has none."""
    inline = node.children[0].children if node.children else []
    links = [child for child in inline if child.type == "link"]
    for link in links:
        title = link.attrs.get("title") or _words(link.children)
        yield Line(_number(node), str(title).strip(), str(link.attrs.get("href", "")))
    words = _words(inline).strip()
    if not links and words:
        yield Line(_number(node), words, "")


def _words(nodes: Sequence[SyntaxTreeNode]) -> str:
    return "".join(_spoken(node) for node in nodes)


def _spoken(node: SyntaxTreeNode) -> str:
    if node.type in {"text", "code_inline"}:
        return node.content
    return " " if node.type in {"softbreak", "hardbreak"} else _words(node.children)


def _number(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 1
