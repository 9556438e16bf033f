"""Typst at work: one compiler for many sheets, in a folder of its own, with nothing from outside."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import typst

from stepsheet import typeface
from stepsheet.errors import InternalError
from stepsheet.localize.document import Document
from stepsheet.render.compiler import compiler
from stepsheet.render.sheet import binder, data
from stepsheet.render.sheet.fillable import fillable
from stepsheet.render.sheet.order import USUAL, Order
from stepsheet.render.sheet.pictures import Pictures
from stepsheet.render.sheet.store import Store
from stepsheet.render.sheet.typed import Target
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
        self._compilers: dict[tuple[typst.Fonts, str], typst.Compiler] = {}

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
        content = data.sheet(document, site, order, self._shown(document, order))
        return self._typeset("sheet", content, [document], order)

    def binder(self, site: Site, order: Order = USUAL) -> bytes:
        """The PDF/UA-1 of all guides of a site. Raises like `sheet`."""
        documents = binder.ordered(site)
        places: dict[str, Target] = {}
        for document in documents:
            places |= data.places(document, site, order)
        guides = [data.sheet(one, site, order, self._shown(one, order), places) for one in documents]
        return self._typeset("binder", binder.binder(site, order, documents, guides), documents, order)

    def _shown(self, document: Document, order: Order) -> Mapping[str, str] | None:
        return self._pictures.of(document) if order.form.pictures else None

    def _typeset(self, template: str, said: dict[str, Any], documents: Sequence[Document], order: Order) -> bytes:
        content = json.dumps(said, ensure_ascii=False)
        words = "".join([content, *(self._pictures.words(one) for one in documents if order.form.pictures)])
        fonts = json.dumps(_families(documents, words))
        moment = max(map(_timestamp, documents))
        key = hashlib.sha256(f"{_maker()} {template} {moment} {order.fillable} {fonts} {content}".encode()).hexdigest()
        made = self._store.get(key)
        if made is None:
            compiler = self._compiler(typeface.fonts(words), template)
            made = _made(compiler, {"sheet": content, "fonts": fonts}, moment, _name(documents, order))
            made = fillable(made) if order.fillable else made
            self._store.put(key, made)
        return made

    def _compiler(self, fonts: typst.Fonts, template: str) -> typst.Compiler:
        """The one compiler for all sheets of a template with these fonts."""
        if (fonts, template) not in self._compilers:
            self._compilers[fonts, template] = compiler(self._root / f"{template}.typ", fonts)
        return self._compilers[fonts, template]


def _made(compiler: typst.Compiler, inputs: dict[str, str], moment: int, name: str) -> bytes:
    try:
        made = compiler.compile(format="pdf", pdf_standards="ua-1", sys_inputs=inputs, timestamp=moment)
    except typst.TypstError as error:
        raise InternalError(f"{name}: {error.diagnostic[:_ENOUGH]}") from error
    if not isinstance(made, bytes):
        raise InternalError(f"Typst gave no file for {name}")
    return made


def _name(documents: Sequence[Document], order: Order) -> str:
    which = f"guide {documents[0].id!r}" if len(documents) == 1 else f"{len(documents)} guides"
    return f"the {order.paper} sheet of {which} in locale {documents[0].locale!r}"


def _families(documents: Iterable[Document], content: str) -> dict[str, dict[str, list[Family]]]:
    """The families for each language a text of the sheet can be in, by locale."""
    locales = dict.fromkeys(locale for one in documents for locale in (one.locale, one.source_locale))
    return {locale: typeface.families(locale, content) for locale in locales}


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
