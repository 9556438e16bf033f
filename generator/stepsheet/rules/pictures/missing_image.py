"""A picture the guide names is not in its folder.

Why: the page builds, and the reader meets a broken image.
Bad:  images: [{id: menu, src: profile-menu.pgn, alt: Profile menu}]
Good: images: [{id: menu, src: profile-menu.png, alt: Profile menu}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context
from stepsheet.rules.pictures import path_outside_folder

RULE = Rule("S104", "missing-image", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each name without its file, unless another rule knows better why."""
    known, images = bundle.folder.pictures, bundle.folder.path / "images"
    for image in bundle.images:
        better_known = path_outside_folder.leaves(image.src) or bundle.twin(image.src)
        if image.src not in known and not better_known and images / image.src not in context.content.faulty:
            help_ = closest(image.src, known) or f"put the file into {bundle.folder.source.name}/images/"
            yield Finding(image.at("src"), f"no file {image.src!r} in images/", help_)
