"""The page for addresses that lead nowhere: it says so, and shows the way to the guides in every language."""

from collections.abc import Iterator

from stepsheet.audit.addresses import Target
from stepsheet.audit.faults import dead_link, lost_text, stray_text
from stepsheet.audit.flow import Flow
from stepsheet.audit.page_text import CONTENT, page_text
from stepsheet.audit.scope import Audit
from stepsheet.audit.vocabulary import interface_words, strangers
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface

_SAYS = ("This page does not exist", "It may have been renamed or removed. All guides:")


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with that page in all locales; one that is empty or not there is the matter of another check."""
    for locale, prefix in audit.prefixes.items():
        file = f"{prefix}404.html"
        if (audit.built.read(file) or b"").strip():
            yield from _page(audit, locale, file)


def _page(audit: Audit, locale: str, file: str) -> Iterator[Diagnostic]:
    here, interface = audit.built.at(file), Interface(locale)
    flow = page_text(audit.built.page(file), frozenset(), locale).flows.get("", Flow())
    homes = {one: Interface(one).name for one in audit.prefixes}
    for said in (*map(interface.gettext, _SAYS), *homes.values()):
        if flow.find("".join(words(said)), 0) < 0:
            yield lost_text.words(here, said, "the way back to the guides", file)
    known = frozenset(word for name in homes.values() for word in words(name))
    if strangers([word for word, _ in flow.over(0, len(flow.text))], interface_words(locale), known):
        yield stray_text.at(here, " ".join(word for word, _ in flow.over(0, len(flow.text))), file)
    yield from _links(audit, file)


def _links(audit: Audit, file: str) -> Iterator[Diagnostic]:
    """The links home, by their languages."""
    for link in audit.built.page(file).css(f"{CONTENT} a[hreflang]"):
        home = audit.prefixes.get(link.attributes.get("hreflang") or "")
        href = link.attributes.get("href") or ""
        found = audit.addresses.target(href, file)
        if home is not None and not found.wrong and found != Target(f"{home}index.html"):
            yield dead_link.elsewhere(audit.built.at(file), file, f"{home}index.html", href)
