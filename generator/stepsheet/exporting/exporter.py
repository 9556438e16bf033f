"""What an exporter is given and what it gives back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.discovery import modules
from stepsheet.model.content import Bundle
from stepsheet.model.page import PageText
from stepsheet.render.site import Site


@dataclass(frozen=True, slots=True)
class Shelf:
    """What goes into one tree: a site with the chosen guides and pages, and the files they were read from by their ids.

    `texts` has those of a page by locale.
    """

    site: Site
    source_locale: str
    bundles: Mapping[str, Bundle]
    texts: Mapping[str, Mapping[str, PageText]]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the tree; `made` says that it is the export's own and holds nothing that could come back."""

    path: PurePosixPath
    content: bytes
    made: bool = False

    @classmethod
    def text(cls, path: str | PurePosixPath, content: str, *, made: bool = False) -> "File":
        """A UTF-8 text file."""
        return cls(PurePosixPath(path), content.encode(), made)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A form to export to: every module in `exporters/` declares one as `EXPORTER`."""

    name: str
    files: Callable[[Shelf], Iterable[File]]


def exporters() -> dict[str, Exporter]:
    """Every exporter by its name."""
    found = (module.EXPORTER for module in modules("stepsheet.exporting.exporters", "EXPORTER"))
    return {exporter.name: exporter for exporter in found}
