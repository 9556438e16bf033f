"""A picture without an alt text.

Why: a reader who does not see the picture must get what it says; a sheet without alt texts is not made (PDF/UA-1, 7.3).
Bad:  {id: menu, src: menu.png}
Good: {id: menu, src: menu.png, alt: The profile menu with the API entry}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S108", "missing-alt", Severity.ERROR, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each picture that neither has one nor is decorative, and each that claims both."""
    del context
    for image in gallery.images:
        if image.alt is None and not image.decorative:
            yield Finding(image.at("src"), f"the picture {image.src!r} has no alt text", gallery.terms.to_describe)
        if image.alt is not None and image.decorative:
            message = f"the picture {image.src!r} is decorative and has an alt text"
            yield Finding(image.at("alt"), message, "delete `alt` or `decorative`")
