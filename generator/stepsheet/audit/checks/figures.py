"""The figures of a guide's page: the picture that the author named, its marks at their places."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from selectolax.lexbor import LexborNode

from stepsheet.audit.claims import Part
from stepsheet.audit.faults import broken_picture
from stepsheet.audit.page_text import CONTENT
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.body import BodyItem, Picture
from stepsheet.model.page import PagePicture

_PLACE = re.compile(r"left\s*:\s*([^%;]+)%\s*;\s*top\s*:\s*([^%;]+)%")

SHARED = True


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The figures that show another picture, or point elsewhere in it."""
    for edition in audit.mine(audit.editions):
        for part in edition.claims.parts:
            picture = part.element.image if isinstance(part.element, BodyItem) else part.element
            figure = audit.built.surface(edition.page).by_id.get(part.key)
            if isinstance(picture, Picture) and figure is not None:
                yield from _figure(audit, edition, part, picture, figure)
    for locale, prefix in audit.prefixes.items():
        for page in audit.published.pages(locale):
            yield from _page(audit, f"{prefix}pages/{page.id}/index.html", prefix, page.shown(locale).pictures)


def _figure(audit: Audit, edition: Edition, part: Part, picture: Picture, figure: LexborNode) -> Iterator[Diagnostic]:
    images = figure.css("img")
    if not images:
        yield broken_picture.shown(picture.at("src"), edition.page, part.key, "", picture.src)
    for link in (*images, *figure.css("a[data-ss-zoom]")):
        href = link.attributes.get("src" if link.tag == "img" else "href") or ""
        if not _leads(audit, edition.page, href, f"{edition.folder}images/{picture.src}"):
            yield broken_picture.shown(picture.at("src"), edition.page, part.key, href, picture.src)
    yield from _marks(edition, picture, figure)


def _leads(audit: Audit, page: str, href: str, wanted: str) -> bool:
    target = audit.addresses.target(href, page, audit.built.surface(page).base)
    # A file that is not there is the matter of another check.
    return target.path == wanted or (bool(target.wrong) and wanted in target.wrong)


def _marks(edition: Edition, picture: Picture, figure: LexborNode) -> Iterator[Diagnostic]:
    """The marks that stand elsewhere in the picture, in percent of its width and height."""
    found = [_place(node.attributes.get("style") or "") for node in figure.css("[style*='left']")]
    for mark, place in zip_longest(picture.marks, found):
        if mark is None:
            yield broken_picture.stray_mark(picture.at("src"), edition.page, picture.src, _said(place))
        elif place != mark.at_:
            yield broken_picture.mark(mark.at("at"), edition.page, mark.key, _said(place), _said(mark.at_))


def _place(style: str) -> tuple[float, float] | None:
    match = _PLACE.search(style)
    try:
        return (float(match[1]), float(match[2])) if match else None
    except ValueError:
        return None


def _said(place: tuple[float, float] | None) -> str:
    return f"{place[0]:g} %, {place[1]:g} %" if place else ""


def _page(audit: Audit, file: str, prefix: str, shown: Sequence[PagePicture]) -> Iterator[Diagnostic]:
    """The pictures of a plain page one after another."""
    if not audit.built.read(file):
        return
    images = audit.built.page(file).css(f"{CONTENT} img")
    for picture, image in zip_longest(shown, images[: len(shown)]):
        for href in _addresses(image):
            if not href or not _leads(audit, file, href, f"{prefix}pages/{picture.src}"):
                yield broken_picture.shown(picture.place, file, picture.src, href, picture.src)


def _addresses(image: LexborNode | None) -> Iterator[str]:
    """What a picture of a page shows, small and large; empty when it shows nothing."""
    yield (image.attributes.get("src") or "") if image else ""
    around = image.parent if image else None
    if around is not None and "data-ss-zoom" in around.attributes:
        yield around.attributes.get("href") or ""
