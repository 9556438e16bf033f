"""A picture is a placeholder that an import has put in the place of one it could not get.

Why: the guide builds, and the reader meets a note about a missing file where a picture should help.
Bad:  {id: menu, src: menu.svg} with the placeholder in menu.svg
Good: {id: menu, src: menu.png} with the real picture in menu.png
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S129", "placeholder-image", Severity.WARNING, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each mention of such a file."""
    del context
    for image in bundle.images:
        picture = bundle.folder.pictures.get(image.src)
        if picture and picture.drawing and picture.drawing.is_placeholder:
            help_ = "put the real picture into images/ and write its name here"
            yield Finding(image.at("src"), f"the picture {image.src!r} is a placeholder", help_)
