"""Typst at work: one compiler for many sheets, in a folder of its own, with nothing from outside."""

import hashlib
import json
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import typst

from stepsheet import typeface
from stepsheet.errors import InternalError
from stepsheet.localize.document import Document
from stepsheet.render.sheet import data
from stepsheet.render.sheet.fillable import fillable
from stepsheet.render.sheet.order import USUAL, Order
from stepsheet.render.sheet.pictures import Pictures
from stepsheet.render.sheet.store import Store
from stepsheet.render.site import Site
from stepsheet.typeface import Family

_ENOUGH = 2000  # of what Typst says: one error repeats itself for each letter of a text
_TEMPLATE = resources.files("stepsheet.render") / "templates" / "sheet"


class Typesetter:
    """Makes sheets. A context manager: its folder goes when it is left.

    The first sheet costs 50 ms, a further one 20 to 30; one that the `store` folder holds from before is only read.
    """

    def __init__(self, store: Path | None = None) -> None:
        self._store = Store(store)
        self._folder = TemporaryDirectory(prefix="stepsheet-sheet-")
        root = Path(self._folder.name).resolve()  # Typst follows symlinks out of its root: there are none in it
        for name, source in _sources().items():
            (root / name).write_bytes(source)
        self._pictures = Pictures(root)
        self._root = root
        self._compilers: dict[typst.Fonts, typst.Compiler] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._folder.cleanup()
        self._store.prune()

    def sheet(self, document: Document, site: Site, order: Order = USUAL) -> bytes:
        """The PDF/UA-1 (ISO 14289-1) of one guide. The same input gives the same bytes.

        Raises InternalError when Typst refuses it, and OSError when a picture has gone since it was checked.
        """
        pictures = self._pictures.of(document) if order.form.pictures else None
        content = json.dumps(data.sheet(document, site, order, pictures), ensure_ascii=False)
        words = content + self._pictures.words(document) if order.form.pictures else content
        fonts = json.dumps(_families(document, words))
        key = hashlib.sha256(f"{_maker()} {_timestamp(document)} {fonts} {content}".encode()).hexdigest()
        made = self._store.get(key)
        if made is None:
            compiler = self._compiler(typeface.fonts(words))
            made = self._made(compiler, {"sheet": content, "fonts": fonts}, document, order)
            made = fillable(made) if order.fillable else made
            self._store.put(key, made)
        return made

    def _made(self, compiler: typst.Compiler, inputs: dict[str, str], document: Document, order: Order) -> bytes:
        try:
            made = compiler.compile(
                format="pdf", pdf_standards="ua-1", sys_inputs=inputs, timestamp=_timestamp(document)
            )
        except typst.TypstError as error:
            which = f"the {order.paper} sheet of guide {document.id!r} in locale {document.locale!r}"
            raise InternalError(f"{which}: {error.diagnostic[:_ENOUGH]}") from error
        if not isinstance(made, bytes):
            raise InternalError(f"Typst gave no file for guide {document.id!r} in locale {document.locale!r}")
        return made

    def _compiler(self, fonts: typst.Fonts) -> typst.Compiler:
        """The one compiler for all sheets with these fonts."""
        if fonts not in self._compilers:
            self._compilers[fonts] = typst.Compiler(
                input=self._root / "sheet.typ",
                root=self._root,
                font_paths=fonts,
                ignore_system_fonts=True,
                package_path=self._root / "no-packages",
                package_cache_path=self._root / "no-packages",
            )
        return self._compilers[fonts]


def _families(document: Document, content: str) -> dict[str, dict[str, list[Family]]]:
    """The families for each language a text of the sheet can be in, by locale."""
    return {locale: typeface.families(locale, content) for locale in (document.locale, document.source_locale)}


@cache
def _sources() -> dict[str, bytes]:
    """The templates by their names."""
    return {entry.name: entry.read_bytes() for entry in sorted(_TEMPLATE.iterdir(), key=lambda entry: entry.name)}


@cache
def _maker() -> str:
    """What makes a sheet beside its content: the typesetter, the fonts, the templates."""
    made = (version("typst"), version("pypdf"), version("fonttools"), typeface.versions(), _sources())
    return hashlib.sha256(repr(made).encode()).hexdigest()


def _timestamp(document: Document) -> int:
    """The moment the file says it was made: the day of the review, never now."""
    day = document.reviewed
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0
