"""Which place of a page an anchor means: engines make anchors from headings, each with a spelling of its own."""

import re
from collections.abc import Mapping
from urllib.parse import unquote

from anyascii import anyascii

_DROPPED = re.compile("[^a-z0-9]+")
_PREFIX = re.compile(r"^id(?=\d)")  # GitBook's, before a digit
# Where GitBook's Latin for Cyrillic differs from anyascii's: щ, ц, й.
_SPELLINGS = (("shch", "sh"), ("ts", "c"), ("y", "i"))


def place(anchors: Mapping[str, str], anchor: str) -> str | None:
    """What an anchor leads to: as it is written, else the only one that differs in script or punctuation alone."""
    plain = unquote(anchor).lstrip("#")
    for form in (anchor, plain, plain.lower(), f"id-{plain.lower()}", plain.lower().removeprefix("user-content-")):
        if form in anchors:
            return anchors[form]
    wanted = _folded(plain)
    found = {target for known, target in anchors.items() if _folded(known) == wanted} if wanted else set()
    return found.pop() if len(found) == 1 else None


def _folded(anchor: str) -> str:
    """An anchor in the letters that all spellings of it share."""
    latin = _PREFIX.sub("", _DROPPED.sub("", anyascii(anchor).lower()))
    for spelling, shared in _SPELLINGS:
        latin = latin.replace(spelling, shared)
    return latin
