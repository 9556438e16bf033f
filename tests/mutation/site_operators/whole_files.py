"""Files of the site as a whole: removed, emptied, cut, garbled, changed for that of the other locale."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pypdfium2

from ..site import BuiltSite, Files, SiteMutant

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")


@cache
def _fewer_pages(data: bytes, page: int) -> bytes:
    """A PDF without one of its pages."""
    document = pypdfium2.PdfDocument(data)
    document.del_page(page)
    buffer = BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def _pages(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def _mutants(name: str, site: BuiltSite) -> Iterator[tuple[str, str, Files]]:
    for path, data in site.files.items():
        half, other = len(data) // 2, site.files.get(f"en/{path}")
        kind = "picture" if path.endswith(_PICTURES) else "sheet" if path.endswith(".pdf") else "file"
        yield f"remove-{kind}", path, {path: None}
        yield f"empty-{kind}", path, {path: b""}
        yield f"cut-{kind}", path, {path: data[:half]}
        if kind == "file":
            yield "garble-file", path, {path: data[:half] + b"\xff\xfe\x00" + data[half + 3 :]}
        if other is not None and other != data:
            yield f"swap-locales-of-{kind}", path, {path: other, f"en/{path}": data}
            yield f"translate-{kind}-back", f"en/{path}", {f"en/{path}": data}
        if name == "drop-page-of-sheet" and kind == "sheet":
            for page in range(_pages(data)):
                if _pages(data) > 1:
                    yield "drop-page-of-sheet", path, {path: _fewer_pages(data, page)}


def _operator(name: str):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for operator, path, files in _mutants(name, site):
            if operator == name:
                yield SiteMutant(name, path, " and ".join(files), files)

    return mutants


NAMES = (
    *(f"{doing}-{kind}" for kind in ("picture", "sheet", "file") for doing in ("remove", "empty", "cut")),
    "garble-file",
    "swap-locales-of-sheet",
    "translate-sheet-back",
    "swap-locales-of-file",
    "translate-file-back",
    "drop-page-of-sheet",
    "swap-locales-of-picture",
    "translate-picture-back",
)
OPERATORS = {name: _operator(name) for name in NAMES}
