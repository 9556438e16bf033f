"""The printable checklist: one PDF for each guide and paper size, set straight from the guide."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.sheet import Typesetter
from stepsheet.render.site import File, Output, Place, Site


def files(site: Site) -> Iterator[File]:
    """`guides/<id>/checklist-<paper>.pdf` for every guide and every paper of the site."""
    with Typesetter(site.sheet_store) as typesetter:
        for document in site.documents:
            for paper in site.papers:
                path = PurePosixPath("guides", document.id, f"checklist-{paper}.pdf")
                yield File(path, typesetter.sheet(document, site, paper), Place.SITE)


OUTPUT = Output("checklist-pdf", files)
