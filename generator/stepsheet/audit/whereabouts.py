"""What of the content a place in a built page belongs to."""

from selectolax.lexbor import LexborNode

from stepsheet.audit.page_text import SECTION
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Location


def owner(node: LexborNode, known: frozenset[str]) -> str:
    """The id path of the innermost part of a guide around a node, empty when it stands in none."""
    around: LexborNode | None = node
    while around is not None and around.tag != "html":
        attributes = around.attributes
        for name in (attributes.get("id"), attributes.get(SECTION)):
            if name and name in known:
                return name
        around = around.parent
    return ""


def place(audit: Audit, path: str, node: LexborNode) -> Location:
    """Where the author finds what a node of a page shows: the part of the guide, else the built file."""
    edition = audit.by_page.get(path)
    if edition is None:
        return audit.built.at(path)
    name = owner(node, edition.claims.keys)
    part = edition.claims.part(name)
    return part.at if part else audit.built.at(path)
