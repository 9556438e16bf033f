"""The pictures that are shown with a link to a page: a card for each guide, and one for all other pages.

Whoever shows a link asks for the picture by its address: without an address of the site there are none.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.card import PATH, Drawer, of_guide, of_site
from stepsheet.render.site import File, Output, Place, Site


def files(site: Site) -> Iterator[File]:
    """`card.png` at the root and `guides/<id>/card.png` for every guide."""
    if not site.url:
        return
    with Drawer(site.sheet_store) as drawer:
        yield File(PurePosixPath(PATH), drawer.card(of_site(site)), Place.SITE)
        for document in site.documents:
            path = PurePosixPath("guides", document.id, PATH)
            yield File(path, drawer.card(of_guide(document, site)), Place.SITE)


OUTPUT = Output("social-card", files)
