"""A picture lies in the folder and no step or page shows it.

Why: it is most often the picture of a step that lost its reference; else it is weight for nothing.
Bad:  images/old-menu.png, which guide.yml does not name
Good: a picture named by an image of the guide
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.body import variant
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S106", "unused-image", Severity.WARNING, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each file that neither the guide nor one of its locales uses, and that no misspelt name means."""
    used = {*gallery.sources, *gallery.shown}
    localized = {variant(src, locale) for src in used for locale in context.targets}
    for name, picture in gallery.folder.pictures.items():
        if name not in used | localized:
            yield Finding(
                picture.at(),
                f"no {gallery.terms.shown_by} shows the picture {name!r}",
                f"name it in {gallery.terms.named_in}, or delete the file",
            )
