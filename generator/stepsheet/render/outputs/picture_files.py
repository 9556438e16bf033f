"""The pictures of every guide: each locale has its own copy, an SVG with its words in that locale."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.site import File, Output, Place, Site


def files(site: Site) -> Iterator[File]:
    """`guides/<id>/images/…` for every picture a guide shows."""
    for document in site.documents:
        for picture in document.pictures:
            yield File(PurePosixPath("guides", document.id, picture.path), picture.read(), Place.DOCS)


OUTPUT = Output("picture-files", files)
