"""Every HTML file is all there: text in UTF-8 up to the end of its last element.

A browser shows what it has got of a page and says nothing of the rest.
"""

from collections.abc import Iterator

from stepsheet.audit.faults import damaged_file
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic

_END = b"</html>"

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The pages that are cut off or garbled; an empty one is the matter of another check."""
    for path in audit.mine(audit.built.html):
        data = audit.built.read(path) or b""
        if data.strip() and not (_is_text(data) and data.rstrip().lower().endswith(_END)):
            edition = audit.by_page.get(path)
            place = edition.claims.bundle.place if edition else audit.built.at(path)
            yield damaged_file.at(place, path, "HTML")


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False
