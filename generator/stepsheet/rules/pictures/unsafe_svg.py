"""An SVG holds what a picture must not: scripts, event attributes, references to other files.

Why: pictures come from anywhere, and an SVG is a program as much as a picture.
Bad:  <svg …><script>…</script></svg>
Good: <svg …><rect …/></svg>
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S117", "unsafe-svg", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each such element, attribute or reference."""
    del context
    for picture in gallery.folder.pictures.values():
        for fault in picture.drawing.faults if picture.drawing else ():
            yield Finding(picture.at(fault.line, fault.column), fault.message, fault.help)
