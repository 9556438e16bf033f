"""A translation has not in bold what its source has.

Why: bold words are what the eye looks for: names of buttons and products. Where some of them are plain, readers look
for them in vain.
Bad:  {en: "Start **Watchdog**.", de: "Starten Sie Watchdog."}
Good: {en: "Start **Watchdog**.", de: "Starten Sie **Watchdog**."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model import alike
from stepsheet.model.book import Book
from stepsheet.rules.context import Context

RULE = Rule("S214", "lost-bold", Severity.WARNING, since="0.1")
HELP = "put two asterisks on both sides of the words that the source has in bold"


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each difference between a translation and the text it was made from."""
    for one in context.translated(book):
        for told in alike.bold(one.source, one.text, one.message.kind):
            yield Finding(one.at, f"the {one.locale!r} text of {one.message.key!r} {told}", HELP)
