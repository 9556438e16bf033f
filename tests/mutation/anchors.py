"""Where in the content the parts and texts of a built file come from."""

import html
import re
from collections.abc import Iterator
from functools import cache

from stepsheet.diagnostics import Location
from stepsheet.model.body import Picture
from stepsheet.model.content import Bundle
from stepsheet.model.page import PageBook
from stepsheet.rules.guide.unknown_option import conditional

from .consequences import Spot


def without_targets(text: str) -> str:
    """Markdown without what its links lead to."""
    return re.sub(r"\]\([^)]*\)|<https?:[^>]*>", "]", text)


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", html.unescape(text))).lower()


class Anchors:
    """The places of one guide, as a locale shows it."""

    def __init__(self, bundle: Bundle, locale: str) -> None:
        self.bundle, self.locale = bundle, locale
        self.parts = {part.key: part for part in bundle.parts if part.key}
        self.messages = {message.key: message for message in bundle.messages}

    @property
    def whole(self) -> tuple[Spot, ...]:
        """The guide as a whole."""
        return (self._spot(self.bundle.place),)

    def keys(self, *names: str) -> tuple[Spot, ...]:
        """Where some keys of the guide itself are written; the guide as a whole where they are not."""
        return tuple(self._spot(self.bundle.guide.at(name)) for name in names) or self.whole

    def part(self, key: str) -> tuple[Spot, ...]:
        """The first line of a part, and those of its own texts."""
        if key not in self.parts:
            return ()
        own = [one for name in self.messages if name.rpartition(".")[0] == key for one in self.text(name)]
        return (self._spot(self.parts[key].location), *own)

    def text(self, key: str) -> tuple[Spot, ...]:
        """The lines of a text in the source, and of its translation."""
        message = self.messages.get(key)
        entry = self.bundle.catalogs["en"].entries.get(key) if self.locale == "en" else None
        places = [message.at] if message else []
        return tuple(map(self._spot, [*places, *([entry.place("en")] if entry else [])]))

    def saying(self, words: str) -> tuple[Spot, ...]:
        """The texts that say these words."""
        letters = _letters(words)
        return tuple(spot for key, said in self._said() if letters and letters in said for spot in self.text(key))

    def showing(self, file: str) -> tuple[Spot, ...]:
        """The pictures that a file is shown for."""
        return tuple(
            self._spot(part.at("src")) for part in self.bundle.parts if isinstance(part, Picture) and part.src == file
        )

    def asking(self, words: str) -> tuple[Spot, ...]:
        """The parts that are there for some answers to a question of these words."""
        letters = _letters(words)
        asked = {
            option.id
            for option in self.bundle.guide.options
            for text in self._forms(f"{option.key}.ask")
            if letters and letters in text
        }
        return tuple(self._spot(part.at("when")) for part in conditional(self.bundle) if asked & set(part.when or ()))

    def _forms(self, key: str) -> Iterator[str]:
        return (said for name, said in self._said() if name == key)

    def _said(self) -> Iterator[tuple[str, str]]:
        for key, message in self.messages.items():
            yield key, _letters_of(message.text)
            entry = self.bundle.catalogs["en"].entries.get(key)
            if self.locale == "en" and entry:
                yield key, _letters_of(entry.text("en") or "")

    @staticmethod
    def _spot(at: Location) -> Spot:
        return _spot(at, "guides")


class PageAnchors:
    """The same of a plain page."""

    def __init__(self, page: PageBook, locale: str) -> None:
        self.shown = page.shown(locale)

    @property
    def whole(self) -> tuple[Spot, ...]:
        """Its file."""
        return (_spot(self.shown.place, "pages"),)

    def saying(self, words: str) -> tuple[Spot, ...]:
        """The title, the summary and the blocks that say these words."""
        letters = _letters(words)
        return tuple(_spot(at, "pages") for text, at in self._said() if letters and letters in _letters_of(text))

    def showing(self, file: str) -> tuple[Spot, ...]:
        """The mentions of a picture."""
        return tuple(_spot(one.place, "pages") for one in self.shown.pictures if one.src.endswith(f"/{file}"))

    @staticmethod
    def asking(_: str) -> tuple[Spot, ...]:
        """None: a page has no conditions."""
        return ()

    def _said(self) -> Iterator[tuple[str, Location]]:
        page = self.shown.page
        yield from ((getattr(page, name) or "", page.at(name)) for name in ("title", "summary"))
        yield from ((block.text, block.at) for block in self.shown.blocks)


def _spot(at: Location, folder: str) -> Spot:
    path = at.source.path
    parts = path.parts[len(path.parts) - 1 - path.parts[::-1].index(folder) :]
    return Spot("/".join(parts), at.line, at.end_line)


@cache
def _letters_of(text: str) -> str:
    return _letters(without_targets(text))
