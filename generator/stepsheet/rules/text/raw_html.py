"""Raw HTML in a text.

Why: a text goes to the page, to paper, to Markdown and to data; HTML means something in one of them only.
Bad:  info: Press <b>Save</b>.
Good: info: Press **Save**.
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import prose
from stepsheet.model.book import Book
from stepsheet.model.text import Kind
from stepsheet.rules.context import Context

RULE = Rule("S112", "raw-html", Severity.ERROR, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each tag, comment or block of HTML."""
    for written in context.markdown(book):
        if written.kind is Kind.PLAIN or "<" not in written.text:
            continue
        for token in prose.walk(written.tokens):
            if token.type in {"html_inline", "html_block"}:
                tag = token.content.strip().partition("\n")[0][:40]
                help_ = "use Markdown, or write it as code: `…`"
                yield Finding(written.at.within(tag), f"raw HTML {tag!r} in a text", help_)
