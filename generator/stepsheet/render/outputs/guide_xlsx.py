"""The checklist as a workbook for Excel and its kin, which need no care with separators and code pages."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.workbook import workbook


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.xlsx` for every guide."""
    for document in site.documents:
        yield File(PurePosixPath(f"guides/{document.id}.xlsx"), workbook(document, site), Place.SITE)


OUTPUT = Output("guide-xlsx", files, form="xlsx")
