"""A plain page and its Markdown: every block once and in order, in its language, marked where it is no translation."""

from collections.abc import Iterator

from stepsheet.audit import telling
from stepsheet.audit.blocks import page_blocks
from stepsheet.audit.claims import Claim
from stepsheet.audit.faults import changed_data, unmarked_fallback
from stepsheet.audit.guide_labels import PAGE, absence
from stepsheet.audit.markdown_text import markdown_text
from stepsheet.audit.page_claims import BlockClaim, PageClaims
from stepsheet.audit.page_outline import notice, page_outline
from stepsheet.audit.page_text import CONTENT, page_text
from stepsheet.audit.pictured import pictures
from stepsheet.audit.presence import lack
from stepsheet.audit.scope import Audit
from stepsheet.audit.sequence import compare
from stepsheet.audit.vocabulary import NOTES
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Diagnostic
from stepsheet.localize.interface import Interface
from stepsheet.model.terms import WarningKind

_SIGNS = frozenset(kind.name for kind in WarningKind)


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the plain pages of all locales."""
    for locale, prefix in audit.prefixes.items():
        for page in audit.published.pages(locale):
            claims = PageClaims(page, locale, audit.source_locale)
            yield from _page(audit, claims, f"{prefix}pages/{page.id}/")
            yield from _markdown(audit, claims, f"{prefix}pages/{page.id}")


def _page(audit: Audit, claims: PageClaims, folder: str) -> Iterator[Diagnostic]:
    file = f"{folder}index.html"
    lacking = lack(audit.built, file, "a page of the site", claims.shown.place)
    if lacking:
        yield lacking
        return
    page = audit.built.page(file)
    flow = page_text(page, frozenset(), claims.locale).flows.get("", telling.Flow())
    around = audit.names(claims.locale) | claims.languages
    told = telling.Told(claims, file, around, titles=audit.titles(claims.locale))
    folder, at = f"pages/{claims.bundle.id}/", claims.shown.place
    absent = audit.absent(folder, claims.locale)
    notices = [one for locale in absent for one in absence(locale, audit.source_locale, PAGE, at)]
    traced = told.trace(flow, [*claims.texts, *notices])
    yield from told.findings(flow, traced)
    say = Interface(claims.locale).gettext
    yield from _marked(claims, flow, traced, file, {kind.value: say(kind.value.capitalize()) for kind in WarningKind})
    shown = [image.attributes.get("src") or "" for image in page.css(f"{CONTENT} img")]
    yield from _pictures(claims, shown, file)


def _markdown(audit: Audit, claims: PageClaims, name: str) -> Iterator[Diagnostic]:
    file = f"{name}.md"
    lacking = lack(audit.built, file, "the Markdown of this page", claims.shown.place)
    if lacking:
        yield lacking
        return
    address = f"{audit.settings.site_url}{name}/" if audit.settings.site_url else ""
    found = list(_texts(audit, claims, file, address))
    yield from found
    told = frozenset(one.finding.location for one in found)
    yield from compare(page_outline(claims, address), page_blocks(audit.built.text(file)), file, told)


def _texts(audit: Audit, claims: PageClaims, file: str, address: str) -> Iterator[Diagnostic]:
    """What is wrong with the texts of the Markdown."""
    text = markdown_text(audit.built.text(file), address)
    around = audit.names(claims.locale) | _SIGNS
    told = telling.Told(claims, file, around, titles=audit.titles(claims.locale), marks_language=False)
    traced = told.trace(text.flow, claims.texts)
    yield from told.findings(text.flow, traced)
    yield from _marked(claims, text.flow, traced, file, {kind.value: kind.name for kind in WarningKind})
    yield from _noted(claims, text.flow, traced, file)
    yield from _pictures(claims, text.pictures, file)


def _marked(
    claims: PageClaims, flow: telling.Flow, traced: telling.Traced[Claim], file: str, kinds: dict[str, str]
) -> Iterator[Diagnostic]:
    """Whether the page says that it is no translation, and each hazard block of what kind it is."""
    title = claims.texts[0]
    if claims.state in NOTES and flow.find(_joined(notice(claims)), 0) < 0:
        yield unmarked_fallback.text(title.at, "page", title.text, file, claims.state)
    starts: dict[str, int] = {}
    for one, start, _ in traced.found:
        starts.setdefault(one.of.key, start)
    for claim in claims.texts:
        if isinstance(claim, BlockClaim) and claim.alert and claim.key in starts:
            kind = kinds[claim.alert]
            if not flow.text.endswith(_joined(kind), 0, starts[claim.key]):
                yield changed_data.label(claim.at, "the hazard block", kind, file)


def _noted(claims: PageClaims, flow: telling.Flow, traced: telling.Traced[Claim], file: str) -> Iterator[Diagnostic]:
    """Whether title and summary are followed by a word about their state."""
    ends = {one.of.key: end for one, _, end in traced.found}
    for claim in claims.texts:
        if claim.fell_back and claim.key in ends:
            note = Interface(claims.locale).gettext(NOTES[claim.state])
            if not flow.text.startswith(_joined(note), ends[claim.key]):
                yield unmarked_fallback.text(claim.at, claim.name, claim.text, file, claim.state)


def _pictures(claims: PageClaims, shown: list[str], file: str) -> Iterator[Diagnostic]:
    yield from pictures([(name, name, at) for name, at in claims.pictures], shown, file, claims.shown.place)


def _joined(text: str) -> str:
    return "".join(words(text))
