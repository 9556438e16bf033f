"""Inline tokens as Markdown."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from stepsheet.model.blanks import folded
from stepsheet.render.markdown.escaping import destination, edged, escape

PICTURE = "picture:"  # before the address of a picture, where it is asked for as links are
Target = Callable[[str], str | None]  # where a link leads from this file; None where none may lead


@dataclass(frozen=True, slots=True)
class Style:
    """How inline nodes are written.

    `line_end` stands where the source breaks a line: a space where there must be one line.
    `inside` names the emphasis around: a second of a kind inside it would be more marks, which can be read otherwise.
    """

    target: Target
    line_end: str = "\n"
    inside: frozenset[str] = frozenset()


def line(tokens: Sequence[Token], target: Target, inside: str = "") -> str:
    """The tokens of a line, on one line."""
    return nodes(SyntaxTreeNode(tokens).children, Style(target, " ", frozenset({inside})))


def nodes(children: Sequence[SyntaxTreeNode], style: Style) -> str:
    """Inline nodes."""
    return joined(_node(node, style) for node in children)


def joined(pieces: Iterable[str]) -> str:
    """Inline Markdown of several pieces."""
    written = ""
    for piece in pieces:
        if piece.startswith("[") and written.endswith("!"):
            written = written[:-1] + r"\!"  # it would make a picture of the link
        written += piece
    return written


def _node(node: SyntaxTreeNode, style: Style) -> str:
    match node.type:
        case "softbreak" | "hardbreak":
            return "\\\n" if node.type == "hardbreak" and style.line_end == "\n" else style.line_end
        case "code_inline":
            return code(node.content)
        case "em" | "strong":
            return _emphasis(node, style)
        case "link":
            return _link(node, style)
        case "image":
            return picture(node, style.target)
        case _:  # words; raw HTML as the text it was typed as, a rule refuses it
            return escape(node.content)


def _emphasis(node: SyntaxTreeNode, style: Style) -> str:
    if node.type in style.inside:
        return nodes(node.children, style)
    words = nodes(node.children, replace(style, inside=style.inside | {node.type}))
    return node.markup + edged(words) + node.markup


def _link(node: SyntaxTreeNode, style: Style) -> str:
    href = str(node.attrs["href"])
    leads = style.target(href)
    words = nodes(node.children, style)
    if leads is None:
        return words
    if node.markup == "autolink" and href.removeprefix("mailto:") == node.children[0].content.removeprefix("mailto:"):
        return f"<{node.children[0].content}>"
    return link(words, leads, str(node.attrs.get("title", "")))


def picture(node: SyntaxTreeNode, target: Target) -> str:
    """A picture that lies where the target says; where it says nothing, its words: a guide's texts have none."""
    leads = target(f"{PICTURE}{node.attrs['src']}")
    if leads is None:
        return escape(node.content)
    title = folded(str(node.attrs.get("title", "")))
    words = "".join(" " if child.type.endswith("break") else child.content for child in node.children)
    return f"!{link(escape(words), leads, title)}"


def link(words: str, url: str, title: str = "") -> str:
    """A link with words that are Markdown already, and a title that is none."""
    shown = escape(title).replace('"', r"\"")
    return f'[{words}]({destination(url)} "{shown}")' if title else f"[{words}]({destination(url)})"


def code(content: str) -> str:
    """A code span (section 6.1): marks of a length no run inside has, and spaces where the parser takes them away."""
    mark = "`" * _free(content)
    bare = not content.strip(" ")
    padded = content.startswith("`") or content.endswith("`") or (content[0] == content[-1] == " " and not bare)
    return f"{mark} {content} {mark}" if padded else f"{mark}{content}{mark}"


def _free(content: str) -> int:
    """The shortest length that no run of backticks has."""
    runs = {len(run) for run in re.findall("`+", content)}
    return next(length for length in range(1, len(runs) + 2) if length not in runs)
