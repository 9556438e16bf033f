"""Block tokens as Markdown. The author's own list marks and emphasis are kept; all else has one form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from stepsheet.model import passage
from stepsheet.render.markdown import escaping, structure
from stepsheet.render.markdown.inline import Style, Target, nodes, picture
from stepsheet.render.markdown.listing import listing

_LAST_NUMBER = 999_999_999  # a list marker has nine digits (CommonMark 0.31.2, section 5.2)


@dataclass(frozen=True, slots=True)
class Form:
    """Where links lead, and how wide the marker of a list item is at least: some parsers want four columns."""

    target: Target
    indent: int = 0


def blocks(tokens: Sequence[Token], target: Target, indent: int = 0) -> str:
    """The tokens of a text of paragraphs; list items are indented by `indent` columns at least."""
    return _joined(SyntaxTreeNode(tokens).children, Form(target, indent))


def _joined(children: Sequence[SyntaxTreeNode], form: Form, *, tight: bool = False) -> str:
    written = ""
    for node in children:
        block = _block(node, form)
        written += (_between(node, tight=tight) if written and block else "") + block
    return written


def _between(node: SyntaxTreeNode, *, tight: bool) -> str:
    """What stands between a block and the one before it."""
    before = node.previous_sibling
    if before and before.type == node.type and node.type in structure.LISTS and before.markup == node.markup:
        return f"\n\n{structure.SEPARATOR}\n\n"
    # Raw HTML comes out as a paragraph, which must not run on into its neighbours.
    return "\n" if tight and before and "html_block" not in {node.type, before.type} else "\n\n"


def _block(node: SyntaxTreeNode, form: Form) -> str:
    return _WRITERS.get(node.type, _paragraph)(node, form)


def _paragraph(node: SyntaxTreeNode, form: Form) -> str:
    return escaping.guard(_inline(node, form))


def _heading(node: SyntaxTreeNode, form: Form) -> str:
    return f"{'#' * int(node.tag[1])} {escaping.heading(escaping.edged(_inline(node, form, ' ')))}"


def _rule(_node: SyntaxTreeNode, _form: Form) -> str:
    return "___"  # no mark of a list and no underline of a heading


def _quote(node: SyntaxTreeNode, form: Form) -> str:
    kind = node.meta.get(passage.ALERT)
    body = _joined(node.children, form)
    return structure.quote(f"[!{kind.upper()}]\n{body}" if kind else body)


def _figure(node: SyntaxTreeNode, form: Form) -> str:
    return picture(node, form.target)


def _listing(node: SyntaxTreeNode, _form: Form) -> str:
    return listing(node.content, node.info.strip() if node.type == "fence" else "")


def _html(node: SyntaxTreeNode, _form: Form) -> str:
    """Raw HTML as the text it was typed as."""
    lines = (line.strip() for line in node.content.split("\n"))
    return escaping.guard("\n".join(escaping.escape(line) for line in lines if line))


def _inline(node: SyntaxTreeNode, form: Form, line_end: str = "\n") -> str:
    """What a paragraph, a heading or a cell holds."""
    return "".join(nodes(child.children, Style(form.target, line_end)) for child in node.children)


def _list(node: SyntaxTreeNode, form: Form) -> str:
    tight = any(block.type == "paragraph" and block.hidden for item in node.children for block in item.children)
    first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    items = []
    for index, item in enumerate(node.children):
        number = "" if first is None else str(min(first + index, _LAST_NUMBER))
        marker = f"{number}{node.markup} ".ljust(form.indent)
        items.append(structure.item(marker, _joined(item.children, form, tight=tight)))
    return ("\n" if tight else "\n\n").join(items)


def _table(node: SyntaxTreeNode, form: Form) -> str:
    rows = [row for part in node.children for row in part.children]
    head, *body = [[_cell(cell, form) for cell in row.children] for row in rows]
    align = [str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in rows[0].children]
    return structure.table(head, align, body)


def _cell(cell: SyntaxTreeNode, form: Form) -> str:
    return escaping.edged(_inline(cell, form, " "))


def ends_in_list(tokens: Sequence[Token]) -> bool:
    """Whether a list that follows would be read as more of the text's last one."""
    return bool(tokens) and tokens[-1].type.removesuffix("_close") in structure.LISTS


_WRITERS: dict[str, Callable[[SyntaxTreeNode, Form], str]] = {
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _listing,
    "code_block": _listing,
    "table": _table,
    "heading": _heading,
    "figure": _figure,
    "hr": _rule,
    "html_block": _html,
}
