"""The two files for language models: each guide and page once, by its name; and all of them in full."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stepsheet.audit import listing
from stepsheet.audit.faults import lost_text, stray_text, wrong_list
from stepsheet.audit.listing import Entry
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.vocabulary import NOTES
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface

_PARSER = MarkdownIt("commonmark")
# Where a link or a picture leads depends on where the file lies.
_ADDRESS = re.compile(r"\]\((?:<[^>\n]*>|[^()\s]*)")


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with these files of all locales."""
    for locale, prefix in audit.prefixes.items():
        entries = (*listing.guides(audit, locale), *listing.pages(audit, locale))
        for name, what, look in (("llms.txt", "list", _overview), ("llms-full.txt", "text", _complete)):
            file = f"{prefix}{name}"
            lacking = lack(audit.built, file, f"the {what} of all pages for language models")
            yield from [lacking] if lacking else look(audit, locale, file, entries)


def _overview(audit: Audit, locale: str, file: str, entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    found: dict[str, str] = {}
    prefix = audit.prefixes[locale]
    paths: list[str] = []
    for token in _PARSER.parse(audit.built.text(file)):
        for href in (str(one.attrs["href"]) for one in token.children or () if one.type == "link_open"):
            path = listing.led(file, href, audit.settings.site_url)
            paths.append(listing.within(path, prefix) if path is not None else href)
            found[paths[-1]] = _said(token)
    yield from listing.compare({one.markdown: one.place for one in entries}, paths, file, audit.built.at(file))
    for entry in (one for one in entries if one.markdown in found):
        text = _listed(entry, locale)
        if found[entry.markdown] != listing.plain(text):
            yield wrong_list.misnamed(entry.place, entry.markdown, text, file)


def _listed(entry: Entry, locale: str) -> str:
    """What is said of a page: title and summary, each with a word about its state."""
    say = Interface(locale).gettext
    texts = ((text, NOTES.get(state)) for text, state in zip((entry.title, entry.summary), entry.states, strict=True))
    return ": ".join(f"{text} ({say(note)})" if note else text for text, note in texts if text)


def _said(token: Token) -> str:
    return "".join(words("".join(one.content or "\n" for one in token.children or ())))


def _complete(audit: Audit, locale: str, file: str, entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    """One file after the other, as they are on their own but for the addresses."""
    prefix = audit.prefixes[locale]
    whole, at, is_lost = _bare(audit.built.text(file)), 0, False
    for entry in entries:
        text = _bare(audit.built.text(f"{prefix}{entry.markdown}"))
        begin = whole.find(text, at) if text else at
        if begin < 0:
            is_lost = True
            yield lost_text.text(entry.place, entry.path, _first_lost(text, whole), file)
            continue
        if not is_lost and whole[at:begin].strip():
            yield stray_text.at(audit.built.at(file), whole[at:begin].strip(), file)
        at, is_lost = begin + len(text), False
    if not is_lost and whole[at:].strip():
        yield stray_text.at(audit.built.at(file), whole[at:].strip(), file)


def _first_lost(text: str, whole: str) -> str:
    """The first line that is not in a file, else the first line."""
    lines, there = text.strip().split("\n"), frozenset(whole.split("\n"))
    return next((line for line in lines if line not in there), lines[0])


def _bare(text: str) -> str:
    return _ADDRESS.sub("](", text)
