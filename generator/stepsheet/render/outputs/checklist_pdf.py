"""The printable checklist: one PDF for each guide and paper size, set straight from the guide.

It has every word of the guide and no pictures: a page's own sheet must not lose an explanation, and pictures would make
the site twice as large. The other forms are made by `stepsheet print`.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.sheet import Order, Typesetter
from stepsheet.render.site import File, Output, Place, Site


def files(site: Site) -> Iterator[File]:
    """`guides/<id>/checklist-<paper>.pdf` for every guide and every paper of the site."""
    with Typesetter(site.sheet_store) as typesetter:
        for document in site.documents:
            for paper in site.papers:
                path = PurePosixPath("guides", document.id, f"checklist-{paper}.pdf")
                yield File(path, typesetter.sheet(document, site, Order(paper)), Place.SITE)


OUTPUT = Output("checklist-pdf", files)
