"""A picture's name differs from its file's only in capital and small letters.

Why: it works on the author's machine and breaks on the server, where `Menu.png` and `menu.png` are two files.
Bad:  src: Menu.png (the file is menu.png)
Good: src: menu.png
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S105", "image-letter-case", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each such name."""
    del context
    for image in gallery.images:
        file = gallery.twin(image.src)
        if file:
            message = f"{image.src!r} and the file {file!r} differ in capital letters"
            yield Finding(image.at("src"), message, f"write {file!r}, or rename the file")
