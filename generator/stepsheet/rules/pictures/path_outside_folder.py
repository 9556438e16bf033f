"""A picture's path leaves the guide's images folder.

Why: content is not trusted: a path could carry any file of the machine into the site.
Bad:  src: ../../../secret.png
Good: src: menu.png
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S109", "path-outside-folder", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each such path."""
    del context
    for image in bundle.images:
        if leaves(image.src):
            help_ = "put the picture into images/ of this guide and write its name alone"
            yield Finding(image.at("src"), f"the path {image.src!r} leads out of images/", help_)


def leaves(src: str) -> bool:
    """Whether a path is absolute, climbs, has a scheme, or uses another system's separators."""
    return src.startswith("/") or "\\" in src or ":" in src or ".." in PurePosixPath(src).parts
