"""Typst as a painter of cards."""

import hashlib
import json
from dataclasses import asdict
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
from stepsheet.render.card.data import Card
from stepsheet.render.compiler import compiler
from stepsheet.render.sheet.store import PNG, Store
from stepsheet.render.sheet.typed import language

WIDTH, HEIGHT = 1200, 630
_DOTS = 72.0  # to the inch: a point of the template is a pixel
_ENOUGH = 2000  # of what Typst says
_TEMPLATE = resources.files("stepsheet.render") / "templates" / "card" / "card.typ"


class Drawer:
    """Draws cards. A context manager: its folder goes when it is left; finished cards stay in the `store` folder."""

    def __init__(self, store: Path | None = None) -> None:
        self._store = Store(store, PNG)
        self._folder = TemporaryDirectory(prefix="stepsheet-card-")
        self._main = Path(self._folder.name).resolve() / "card.typ"
        self._main.write_bytes(_TEMPLATE.read_bytes())
        self._compilers: dict[typst.Fonts, typst.Compiler] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._folder.cleanup()
        self._store.prune()

    def card(self, card: Card) -> bytes:
        """A PNG. The same words give the same bytes. Raises InternalError when Typst refuses them."""
        content = json.dumps(asdict(card) | language(card.locale), ensure_ascii=False)
        fonts = json.dumps(typeface.families(card.locale, content))
        key = hashlib.sha256(f"{_maker()} {fonts} {content}".encode()).hexdigest()
        made = self._store.get(key)
        if made is None:
            made = self._drawn(typeface.fonts(content), {"card": content, "fonts": fonts})
            self._store.put(key, made)
        return made

    def _drawn(self, fonts: typst.Fonts, inputs: dict[str, str]) -> bytes:
        if fonts not in self._compilers:
            self._compilers[fonts] = compiler(self._main, fonts)
        try:
            made = self._compilers[fonts].compile(format="png", ppi=_DOTS, sys_inputs=inputs)
        except typst.TypstError as error:
            raise InternalError(f"the card {inputs['card']}: {error.diagnostic[:_ENOUGH]}") from error
        if not isinstance(made, bytes):
            raise InternalError(f"Typst gave no picture for the card {inputs['card']}")
        return made


@cache
def _maker() -> str:
    """What makes a card beside its words: the typesetter, the fonts, the template."""
    made = (version("typst"), typeface.versions(), _TEMPLATE.read_bytes())
    return hashlib.sha256(repr(made).encode()).hexdigest()
