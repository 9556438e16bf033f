"""The home page: what this is, in five seconds, and the way to every guide."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.localize.document import Document
from stepsheet.render.page import Fields, addresses, card, front_matter, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment

# A category with more guides than this shows its first ones here and the rest on its own page.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A category on the home page; None holds the guides that have no category."""

    category: Category | None
    cards: tuple[Fields, ...]
    total: int


def _group(category: Category | None, documents: tuple[Document, ...], shown: int) -> Group:
    return Group(category, tuple(card(document) for document in documents[:shown]), len(documents))


def groups(site: Site) -> tuple[Group, ...]:
    """Every guide under its category, the ones without a category last and all of them: no other page lists them."""
    listed = {document.id for category in site.categories for document in category.documents}
    loose = tuple(document for document in site.documents if document.id not in listed)
    named = tuple(_group(category, category.documents, SHOWN) for category in site.categories if category.documents)
    return (*named, _group(None, loose, len(loose))) if loose else named


def page(site: Site) -> str:
    """The home page as the Markdown it is built from."""
    meta: Fields = {
        "title": site.name,
        "description": site.description,
        "hide": ["navigation", "toc"],
        "stepsheet": addresses(site, ""),
    }
    return (
        environment(site.locale)
        .get_template("home.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            meta=meta["stepsheet"],
            site=site,
            groups=groups(site),
            **writers(site, ""),
        )
    )


def files(site: Site) -> Iterator[File]:
    """The one home page."""
    yield File.text("index.md", page(site), Place.DOCS)


OUTPUT = Output("home-page", files)
