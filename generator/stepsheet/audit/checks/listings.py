"""The code listings on a page: what is shown, and what its button copies, is the author's, character by character."""

from collections.abc import Iterator

from stepsheet.audit.faults import changed_data, lost_text
from stepsheet.audit.page_claims import PageClaims
from stepsheet.audit.page_text import CONTENT
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.model.body import BodyItem

_COPY = "data-ss-copy"
_LISTINGS = frozenset({"fence", "code_block"})

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the listings of guides and plain pages."""
    for edition in audit.mine(audit.editions):
        items = (part for part in edition.claims.bundle.parts if isinstance(part, BodyItem))
        wanted = [(item.code.text, item.code.at("text")) for item in items if item.code]
        yield from _page(audit, edition.page, wanted)
    for locale, prefix in audit.prefixes.items():
        for page in audit.published.pages(locale):
            blocks = PageClaims(page, locale, audit.source_locale).shown.blocks
            found = [(one.content, block.at) for block in blocks for one in block.tokens if one.type in _LISTINGS]
            yield from _page(audit, f"{prefix}pages/{page.id}/index.html", found)


def _page(audit: Audit, file: str, wanted: list[tuple[str, Location]]) -> Iterator[Diagnostic]:
    """Nothing of a page that is lost whole."""
    if not wanted or not (audit.built.read(file) or b"").strip():
        return
    page = audit.built.page(file)
    shown = {_lines(one.text()) for one in page.css(f"{CONTENT} pre")}
    copied = {_lines(one.attributes.get(_COPY) or "") for one in page.css(f"{CONTENT} [{_COPY}]")}
    for text, at in wanted:
        if _lines(text) not in shown:
            yield lost_text.text(at, "code", text, file)
        elif _lines(text) not in copied:
            yield changed_data.label(at, "the button that copies the listing", text, file)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
