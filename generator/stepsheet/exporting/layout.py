"""Where things are in an exported tree."""

from dataclasses import dataclass

from stepsheet.exporting.exporter import Shelf
from stepsheet.exporting.links import Links, links, wanted

_TAKEN = {"readme", "summary", "index"}  # names of the export's own pages, on file systems without letter case


@dataclass(frozen=True, slots=True)
class Layout:
    """The folder of the pages and the folder of the pictures, with a slash or empty."""

    pages: str
    pictures: str

    def folder(self, guide: str) -> str:
        """The folder of a guide's pictures."""
        return f"{self.pictures}{guide}/"

    @property
    def shared(self) -> str:
        """The folder of the pictures of plain pages; no guide has this name."""
        return f"{self.pictures}_pages/"

    def links(self, shelf: Shelf) -> Links:
        """Where every page is and every reference leads."""
        documents, plain = shelf.site.documents, shelf.site.pages
        pages: dict[str, str] = {}
        for kind, parts in (("guide", documents), ("page", plain)):
            for part in parts:
                name = part.id if part.id not in _TAKEN else f"{part.id}-{kind}"
                free = name if f"{self.pages}{name}.md" not in pages.values() else f"{name}-{kind}"
                pages[f"{kind}:{part.id}"] = f"{self.pages}{free}.md"
        return links(pages, documents, plain, wanted(shelf.bundles.values(), plain, shelf.site.locale))
