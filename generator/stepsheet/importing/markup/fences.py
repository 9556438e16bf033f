"""What stands behind the marks of a fence: `python title="app.py"`, `js{1,3} [app.js]`, `{ .yaml .annotate }`."""

import re

from stepsheet.importing.tree import Listing

_TITLE = re.compile(r"""(?:title|caption|filename)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_LANGUAGE = re.compile(r"\s*(?:\{\s*\.?)?([\w#+./-]+)(?!\s*=)(?![\w#+./-])")


def listing(line: int, info: str, text: str) -> Listing:
    """The listing of a fence."""
    language = _LANGUAGE.match(info)
    title = _TITLE.search(info)
    label = None if title else _LABEL.search(info)
    said = (title[1] or title[2] or "") if title else label[1] if label else ""
    return Listing(line, text.removesuffix("\n"), language[1].lower() if language else "", said)
