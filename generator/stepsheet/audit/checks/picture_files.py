"""The picture files: each opens, and is what the author put into the folder, its words in the language of the page."""

import re
from collections.abc import Iterator

from stepsheet.audit import pictures
from stepsheet.audit.claims import Claims
from stepsheet.audit.faults import broken_picture
from stepsheet.audit.scope import Audit, Edition
from stepsheet.diagnostics import Diagnostic, Location
from stepsheet.load import svg
from stepsheet.load.pictures import Picture
from stepsheet.model.body import variant
from stepsheet.model.page import IMAGES

_ISOLATES = re.compile("[\u2066-\u2069]")  # around words that run the other way than the source's


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The pictures that do not open, or are others."""
    ours: dict[str, tuple[Edition, str]] = {}
    for edition in audit.editions:
        ours |= {f"{edition.folder}images/{name}": (edition, name) for name in edition.claims.bundle.shown}
    plain = _of_pages(audit)
    for path in sorted(audit.built.paths):
        if path in ours:
            yield from _guides(audit, path, *ours[path])
        elif path in plain:
            yield from _same(audit, path, *plain[path])
        elif path.lower().endswith(pictures.PICTURES):
            problem = pictures.problem(audit.built.read(path), path)
            if problem:
                yield broken_picture.at(audit.built.at(path), path, problem)


def _of_pages(audit: Audit) -> dict[str, tuple[Picture, Location]]:
    """The pictures of plain pages by the paths where they must be."""
    known = audit.content.shelf.folder.pictures
    found: dict[str, tuple[Picture, Location]] = {}
    for locale, prefix in audit.prefixes.items():
        for page in audit.published.pages(locale):
            for one in page.shown(locale).pictures:
                name = one.src.removeprefix(IMAGES)
                if name in known:
                    found.setdefault(f"{prefix}pages/images/{name}", (known[name], one.place))
    return found


def _guides(audit: Audit, path: str, edition: Edition, name: str) -> Iterator[Diagnostic]:
    """A picture of a guide: the locale's own, or the source's, a drawing with its words in the locale."""
    bundle = edition.claims.bundle
    known = bundle.folder.pictures
    file = known.get(variant(name, edition.locale)) or known[name]
    place = next((image.at("src") for image in bundle.images if image.src == name), file.at())
    if file.drawing is None or file.name != name or edition.locale == audit.source_locale:
        yield from _same(audit, path, file, place)
    else:
        yield from _drawing(audit.built.read(path) or b"", path, edition.claims, file, place)


def _same(audit: Audit, path: str, file: Picture, place: Location) -> Iterator[Diagnostic]:
    """The very bytes of the author's file, which the rules have opened already."""
    data = audit.built.read(path) or b""
    if pictures.digest(data) != file.digest:
        problem = pictures.problem(data, path)
        yield (
            broken_picture.at(place, path, problem) if problem else broken_picture.other(place, path, file.source.name)
        )


def _drawing(data: bytes, path: str, claims: Claims, file: Picture, place: Location) -> Iterator[Diagnostic]:
    """A drawing of the source's that speaks another language: the same but for its words."""
    problem = pictures.problem(data, path)
    if problem:
        yield broken_picture.at(place, path, problem)
        return
    try:
        drawing = svg.read(data)
    except svg.Malformed as error:
        yield broken_picture.at(place, path, f"the drawing is not XML: {error}")
        return
    source = file.drawing.words if file.drawing else ()
    if _bare(data, drawing.words) != _bare(file.source.path.read_bytes(), source):
        yield broken_picture.other(place, path, file.source.name)
        return
    wanted = {one.key: claims.text(one)[0] for one in claims.bundle.picture_messages(file.name)}
    for found, one in zip(drawing.words, source, strict=True):
        says, must = (
            " ".join(_ISOLATES.sub("", found.text).split()),
            wanted.get(f"images/{file.name}#{one.id}", one.text),
        )
        if says != " ".join(must.split()):
            yield broken_picture.words(file.at(one.line, one.column), path, (says, must))


def _bare(data: bytes, words: tuple[svg.Words, ...]) -> list[bytes]:
    """A drawing without its words."""
    edges = [0, *(edge for one in words for edge in (one.start, one.end)), len(data)]
    return [data[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
