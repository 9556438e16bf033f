"""The pictures of every guide and page: each locale has its own copy, an SVG with its words in that locale."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from stepsheet.render.site import File, Output, Place, Site


def files(site: Site) -> Iterator[File]:
    """`guides/<id>/images/…` for every picture a guide shows, `pages/images/…` for those of plain pages."""
    for document in site.documents:
        for picture in document.pictures:
            yield File(PurePosixPath("guides", document.id, picture.path), picture.read(), Place.DOCS)
    shown = {shot.file.path: shot.file for page in site.pages for shot in page.shots.values()}
    for path, picture in sorted(shown.items()):
        yield File(PurePosixPath("pages", path), picture.read(), Place.DOCS)


OUTPUT = Output("picture-files", files)
