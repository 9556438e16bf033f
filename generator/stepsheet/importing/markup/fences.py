"""What stands behind the marks of a fence: `python title="app.py"`, `js{1,3} [app.js]`, `{ .yaml .annotate }`."""

import re
from collections.abc import Iterator

from stepsheet.importing.markup.events import LeftOut, Ready
from stepsheet.importing.tree import Listing

_TITLE = re.compile(r"""(?:title|caption|filename)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_LANGUAGE = re.compile(r"\s*(?:\{\s*\.?)?([\w#+./-]+)(?!\s*=)(?![\w#+./-])")
# Settings of the page that shows it: numbers of lines, classes, names of switches.
_SETTING = re.compile(
    r"""(?:linenums|hl_lines|id|class|icon|showLineNumbers|startLine)\s*=\s*(?:"[^"]*"|'[^']*'|\S+)"""
    r"""|\{[\d,\s-]*\}|[.#][\w-]+|[{}=,]|\b(?:copy|wrap|annotate|showLineNumbers|no-line-numbers|line-numbers)\b"""
)


def events(line: int, info: str, text: str) -> Iterator[Ready | LeftOut]:
    """The listing of a fence, and what of its head is neither a language nor a title nor a setting."""
    title = _TITLE.search(info)
    rest = _TITLE.sub(" ", info, count=1)
    label = None if title else _LABEL.search(rest)
    rest = rest if title else _LABEL.sub(" ", rest, count=1)
    language = _LANGUAGE.match(rest)
    rest = rest[language.end() :] if language else rest
    said = (title[1] or title[2] or "") if title else label[1] if label else ""
    name = language[1].lower() if language else ""
    yield Ready(line, Listing(line, text.removesuffix("\n"), name, said))
    left = " ".join(_SETTING.sub(" ", rest).split())
    if left:
        yield LeftOut(line, "what stands behind the marks of a fence is left out", left)
