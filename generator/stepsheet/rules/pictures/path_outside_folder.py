"""A picture's path leaves the images folder.

Why: content is not trusted: a path could carry any file of the machine into the site.
Bad:  src: ../../../secret.png
Good: src: menu.png
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S109", "path-outside-folder", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each such path."""
    del context
    for image in gallery.images:
        if leaves(image.src):
            yield Finding(image.at("src"), f"the path {image.src!r} leads out of images/", gallery.terms.to_name)


def leaves(src: str) -> bool:
    """Whether a path is absolute, climbs, has a scheme, or uses another system's separators."""
    return src.startswith("/") or "\\" in src or ":" in src or ".." in PurePosixPath(src).parts
