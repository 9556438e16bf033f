"""A picture lies on another host.

Why: pages ask no other host for anything, and an import fetches nothing unless it is told to.
Bad:  ![](https://example.com/menu.png), imported without `--fetch`
Good: ![](.gitbook/assets/menu.png)
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S405", "remote-picture", Severity.WARNING, since="0.1")


def unfetched(at: Location, src: str) -> Entry:
    """The picture was not asked for."""
    return _entry(at, f"the picture {src[:120]!r} is on another host", "import with --fetch to download it")


def addressless(at: Location, src: str) -> Entry:
    """Only the publisher's own site knows where the picture is."""
    message = f"the picture {src[:120]!r} is on the publisher's site, whose address is not known"
    return _entry(at, message, "put the file in the place of the placeholder")


def failed(at: Location, src: str, why: str) -> Entry:
    """The picture was asked for and did not come."""
    message = f"the picture {src[:120]!r} could not be downloaded: {why}"
    return _entry(at, message, "put the file in the place of the placeholder")


def _entry(at: Location, message: str, help_: str) -> Entry:
    return Entry(RULE(at, message, help=help_))
