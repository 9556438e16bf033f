"""A picture inside a text.

Why: a picture of a guide has an id, an alt text, a caption and a language of its own; Markdown's has none of that.
Bad:  info: "![Menu](menu.png)"
Good: images: [{id: menu, src: menu.png, alt: The menu}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S116", "image-in-text", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each Markdown image."""
    for written in context.texts(book):
        if written.kind is Kind.PLAIN or "![" not in written.text:
            continue
        for token in prose.walk(prose.tokens(written.text, written.kind)):
            if token.type == "image":
                src = str(token.attrs["src"])
                help_ = "list it under `images` of the step, or in its `body`"
                yield Finding(written.at.within(src), f"the picture {src!r} in a text", help_)
