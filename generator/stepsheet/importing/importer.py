"""What an importer is, and finding one by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from stepsheet.discovery import modules
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.space import Space


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads a source into a space; every module in `importers/` declares one as `IMPORTER`.

    `read` raises UserError when there is no such source; what is wrong inside it is told by the space's entries.
    """

    name: str
    flavour: Flavour
    read: Callable[[Path], Space]


def importers() -> dict[str, Importer]:
    """All importers by name."""
    return {module.IMPORTER.name: module.IMPORTER for module in modules("stepsheet.importing.importers", "IMPORTER")}
