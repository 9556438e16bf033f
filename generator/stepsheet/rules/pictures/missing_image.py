"""A picture that a guide or a page names is not in its folder.

Why: the page builds, and the reader meets a broken image.
Bad:  images: [{id: menu, src: profile-menu.pgn, alt: Profile menu}]
Good: images: [{id: menu, src: profile-menu.png, alt: Profile menu}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.model.problem import closest
from stepsheet.rules.context import Context
from stepsheet.rules.pictures import path_outside_folder

RULE = Rule("S104", "missing-image", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each name without its file, unless another rule knows better why."""
    known, images = gallery.folder.pictures, gallery.folder.path / "images"
    for image in gallery.images:
        better_known = path_outside_folder.leaves(image.src) or gallery.twin(image.src)
        if image.src not in known and not better_known and images / image.src not in context.content.faulty:
            help_ = closest(image.src, known) or f"put the file into {gallery.folder.source.name}/images/"
            yield Finding(image.at("src"), f"no file {image.src!r} in images/", help_)
