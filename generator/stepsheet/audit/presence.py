"""Whether a file is there at all: what is lost whole is one finding, not one for each of its texts."""

from stepsheet.audit.built import Built
from stepsheet.audit.faults import lost_file
from stepsheet.diagnostics import Diagnostic, Location


def lack(built: Built, path: str, what: str, place: Location | None = None) -> Diagnostic | None:
    """That a file is not in the site or is empty, None when it is as it should be; `what` says what it should hold."""
    data = built.read(path)
    if data is not None and data.strip():
        return None
    at = place or built.at(path)
    return lost_file.at(at, path, what) if data is None else lost_file.empty(at, path, what)
