"""The texts of a picture: its alt text as it is read, its caption as inline HTML, which every flavour takes."""

from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from stepsheet.exporting.words import Words
from stepsheet.localize.document import Figure
from stepsheet.model import prose
from stepsheet.render.markdown.inline import Target
from stepsheet.skeleton import Part, Slot


def alt_text(figure: Figure, words: Words, slots: list[Slot]) -> str:
    """The alt text with what is to be known about its language; its place is added to the slots."""
    if not figure.alt:
        return ""
    note = words.note(figure.alt).words
    slots.append(Slot(words.key(figure.alt), Part.ALT, 0, 0, after=note))
    return " ".join(figure.alt.value.split()) + note


def caption_html(figure: Figure, words: Words, slots: list[Slot]) -> str:
    """The caption as a paragraph of HTML, empty where there is none; its place is added to the slots."""
    if not figure.caption:
        return ""
    note = words.note(figure.caption).words
    slots.append(Slot(words.key(figure.caption), Part.CAPTION, 0, 0, after=note))
    return f"<p>{inline_html(prose.inline(figure.caption.value.strip()), words.target)}{quoted(note)}</p>"


def inline_html(tokens: Sequence[Token], target: Target) -> str:
    """The tokens of a line; a link that leads nowhere is words."""
    return "".join(_written(tokens, target))


def quoted(text: str) -> str:
    """A text for HTML, in an attribute too; a brace is no beginning of a directive."""
    return escape(text).replace("{", "&#123;")


def _written(tokens: Sequence[Token], target: Target) -> Iterator[str]:
    linked: list[bool] = []
    for token in tokens:
        match token.type:
            case "link_open":
                href = target(str(token.attrs["href"]))
                linked.append(href is not None)
                yield f'<a href="{quoted(href)}">' if href is not None else ""
            case "link_close":
                yield "</a>" if linked.pop() else ""
            case "em_open" | "strong_open":
                yield f"<{token.tag}>"
            case "em_close" | "strong_close":
                yield f"</{token.tag}>"
            case "softbreak" | "hardbreak":
                yield " "
            case "code_inline":
                yield f"<code>{quoted(token.content)}</code>"
            case _:
                yield quoted(token.content)
