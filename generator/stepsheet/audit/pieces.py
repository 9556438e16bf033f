"""A text in the runs that an output shows whole: it may say more behind a link, and between blocks."""

from functools import lru_cache

from markdown_it.token import Token

from stepsheet.audit.wording import words
from stepsheet.model import prose
from stepsheet.model.text import Kind


@lru_cache(maxsize=16384)
def pieces(text: str, kind: Kind) -> tuple[str, ...]:
    """The words of a text in runs that nothing may interrupt, each without its blanks."""
    return _kept([text]) if kind is Kind.PLAIN else _kept(runs(prose.tokens(text, kind)))


def _kept(said: list[str]) -> tuple[str, ...]:
    """The runs as joined words, those without any left out."""
    return tuple(joined for run in said if (joined := "".join(words(run))))


def runs(tokens: tuple[Token, ...]) -> list[str]:
    """The text of Markdown between the ends of blocks and links, its marks undone."""
    made, current = [], ""
    for token in prose.walk(tokens):
        match token.type:
            case "text" | "code_inline" | "html_inline" | "image":
                current += token.content
            case "fence" | "code_block" | "html_block":
                made += [current, token.content]
                current = ""
            case "softbreak" | "hardbreak":
                current += " "
            case "link_close" | "inline" | "paragraph_close" | "td_close" | "th_close":
                made.append(current)
                current = ""
    return [*made, current]
