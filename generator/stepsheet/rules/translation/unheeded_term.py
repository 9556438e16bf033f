"""A translation has not the words that the glossary wants for a term.

Why: a reader who meets two words for one thing looks for two things; a button with another name is not found.
Bad:  {en: "Open the whitelist.", de: "Öffnen Sie die Weißliste."}, and the glossary has `Positivliste`
Good: {en: "Open the whitelist.", de: "Öffnen Sie die Positivliste."}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.book import Book
from stepsheet.model.glossary import Term
from stepsheet.model.wording import spoken
from stepsheet.rules.context import Context, Translated

RULE = Rule("S211", "unheeded-term", Severity.WARNING, since="0.1")


def check(book: Book, context: Context) -> Iterator[Finding]:
    """Each term of the glossary that is in a source text, and not in its translation as it should be."""
    for one in context.translated(book):
        said = spoken(one.source, one.message.kind) if context.content.terms else ""
        for term in context.content.terms:
            met = term.pattern.search(said)
            if met and not term.is_in(one.text, one.locale):
                yield _finding(one, term, met[0])


def _finding(one: Translated, term: Term, met: str) -> Finding:
    text = f"the {one.locale!r} text of {one.message.key!r}"
    if term.keep:
        return Finding(one.at, f"{text} lacks {met!r}, which the glossary keeps", "keep the name as it is")
    words = " or ".join(map(repr, term.translations[one.locale]))
    help_ = "use the word of glossary.yml, or add the form that is used here to it"
    return Finding(one.at, f"{text} has no {words} for {met!r}", help_)
