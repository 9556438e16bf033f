"""A picture without an alt text.

Why: a reader who does not see the picture must get what it says. Until it has an alt text, the page and the printed
sheet say "Picture without a description" in its place.
Bad:  {id: menu, src: menu.png}
Good: {id: menu, src: menu.png, alt: The profile menu with the API entry}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.gallery import Gallery
from stepsheet.rules.context import Context

RULE = Rule("S108", "missing-alt", Severity.WARNING, since="0.1")


def check(gallery: Gallery, context: Context) -> Iterator[Finding]:
    """Each picture that neither has one nor is decorative."""
    del context
    for image in gallery.images:
        if image.alt is None and not image.decorative:
            yield Finding(image.at("src"), f"the picture {image.src!r} has no alt text", gallery.terms.to_describe)
