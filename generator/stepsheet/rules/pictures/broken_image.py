"""A picture that cannot be shown.

Why: an empty or cut-off file is a broken image on the page and stops the typesetting of the sheet.
Bad:  a PNG of 0 bytes
Good: a PNG that any viewer opens
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S107", "broken-image", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each file with its trouble."""
    del context
    for name, picture in gallery.folder.pictures.items():
        if picture.problem:
            yield Finding(
                picture.at(*picture.place),
                f"the picture {name!r} cannot be shown: {picture.problem}",
                picture.remedy or "save it again, as PNG, JPEG, WebP or plain SVG",
            )
