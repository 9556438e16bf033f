"""Inline tokens as Markdown."""

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from stepsheet.render.markdown.escaping import destination, edged, escape

Target = Callable[[str], str | None]  # where a link leads from this file; None where none may lead


def line(tokens: Sequence[Token], target: Target) -> str:
    """The tokens of a line, on one line."""
    return nodes(SyntaxTreeNode(tokens).children, target, " ")


def nodes(children: Sequence[SyntaxTreeNode], target: Target, line_end: str = "\n") -> str:
    """Inline nodes; `line_end` stands where the source breaks a line: a space where there must be one line."""
    written = ""
    for node in children:
        if node.type == "link" and written.endswith("!"):
            written = written[:-1] + r"\!"  # it would make a picture of the link
        written += _node(node, target, line_end)
    return written


def _node(node: SyntaxTreeNode, target: Target, line_end: str) -> str:
    match node.type:
        case "softbreak":
            return line_end
        case "hardbreak":
            return "\\\n" if line_end == "\n" else line_end
        case "code_inline":
            return code(node.content)
        case "em" | "strong":
            return node.markup + edged(nodes(node.children, target, line_end)) + node.markup
        case "link":
            return _link(node, target, line_end)
        case _:  # words; raw HTML as the text it was typed as; a picture's words: a rule refuses both
            return escape(node.content)


def _link(node: SyntaxTreeNode, target: Target, line_end: str) -> str:
    href = str(node.attrs["href"])
    leads = target(href)
    words = nodes(node.children, target, line_end)
    if leads is None:
        return words
    if node.markup == "autolink" and href.removeprefix("mailto:") == node.children[0].content.removeprefix("mailto:"):
        return f"<{node.children[0].content}>"
    title = escape(str(node.attrs.get("title", ""))).replace('"', r"\"")
    return link(words, leads) if not title else f'{link(words, leads)[:-1]} "{title}")'


def link(words: str, url: str) -> str:
    """A link with words that are Markdown already."""
    return f"[{words}]({destination(url)})"


def code(content: str) -> str:
    """A code span (section 6.1): marks longer than any run inside, and spaces where the parser takes them away."""
    mark = "`" * _free(content)
    bare = not content.strip(" ")
    padded = content.startswith("`") or content.endswith("`") or (content[0] == content[-1] == " " and not bare)
    return f"{mark} {content} {mark}" if padded else f"{mark}{content}{mark}"


def _free(content: str) -> int:
    """The shortest length that no run of backticks has."""
    runs = {len(run) for run in re.findall("`+", content)}
    return next(length for length in range(1, len(runs) + 2) if length not in runs)
