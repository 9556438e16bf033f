"""A folder of pictures and what shows them: a guide's own, or that of all plain pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Protocol

from stepsheet.diagnostics import Location, Source
from stepsheet.load.pictures import Picture as File
from stepsheet.model.problem import nearest


class Shown(Protocol):
    """A mention of a picture file; `src` is its name in `images/`, `alt` None where the author wrote none."""

    @property
    def src(self) -> str:
        """The name of the file."""

    @property
    def alt(self) -> str | None:
        """What it says."""

    @property
    def decorative(self) -> bool:
        """Whether it says nothing."""

    def at(self, name: str, /) -> Location:
        """Where its `src` or `alt` stands."""


class Folder(Protocol):
    """A folder that has pictures in `images/`."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def source(self) -> Source:
        """It as people see it."""

    @property
    def pictures(self) -> Mapping[str, File]:
        """The files by their names."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How findings speak of a gallery: what shows its pictures, where they are named, how to name and describe one."""

    shown_by: str
    named_in: str
    to_name: str
    to_describe: str


class Gallery:
    """Mentions of pictures, and the files that are meant."""

    folder: Folder
    terms: ClassVar[Terms]

    @property
    def images(self) -> tuple[Shown, ...]:
        """Every mention of a picture file, in reading order."""
        raise NotImplementedError

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The names of the picture files that are mentioned, each once, sorted."""
        return tuple(sorted({image.src for image in self.images}))

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The names of the files that are shown, each once, sorted; of a misspelt name, the file that was meant."""
        return tuple(sorted({file for src in self.sources if (file := self.meant(src))}))

    def meant(self, src: str) -> str:
        """The file a name means: its own, one that differs in letter case alone, the nearest; empty when none is."""
        known = self.folder.pictures
        return src if src in known else self.twin(src) or nearest(src, known)

    def twin(self, src: str) -> str:
        """The file whose name differs from a name in letter case alone, empty when there is none."""
        known = self.folder.pictures
        return next((name for name in known if src not in known and name.casefold() == src.casefold()), "")
