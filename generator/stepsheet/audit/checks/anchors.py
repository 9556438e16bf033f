"""The ids of every page: each once, so that an address, a label and a remembered tick mean one thing."""

from collections import Counter
from collections.abc import Iterator

from stepsheet.audit.faults import doubled_anchor
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, Location

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The ids that stand on a page more than once."""
    for path in audit.mine(audit.built.html):
        for name, number in Counter(audit.built.surface(path).ids).items():
            if not name:
                yield doubled_anchor.empty(audit.built.at(path), path)
            elif number > 1:
                yield doubled_anchor.at(_place(audit, path, name), path, name, number)


def _place(audit: Audit, path: str, name: str) -> Location:
    """The part of the guide that an id belongs to: `tick:boil.fill` is the box of `boil.fill`."""
    edition = audit.by_page.get(path)
    part = edition and (edition.claims.part(name) or edition.claims.part(name.rpartition(":")[2]))
    return part.at if part else audit.built.at(path)
