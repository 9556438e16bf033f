"""The home page: what this is, in five seconds, and the way to every guide."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.render.page import Fields, addresses, cards, front_matter, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment

# A category with more guides than this shows its first ones here and the rest on its own page.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A list on the home page: a category, or what has none."""

    category: Category | None
    cards: list[Fields]
    total: int
    is_pages: bool = False


def groups(site: Site) -> tuple[Group, ...]:
    """All there is under its category, and what has no category last, in full: no other page lists it."""
    listed = {document.id for category in site.categories for document in category.documents}
    loose = cards([document for document in site.documents if document.id not in listed], ())
    pages = cards((), [page for page in site.pages if page.category is None])
    rest = (Group(None, loose, len(loose)), Group(None, pages, len(pages), is_pages=True))
    return (*map(_group, site.categories), *(group for group in rest if group.cards))


def _group(category: Category) -> Group:
    every = cards(category.documents, category.pages)
    return Group(category, every[:SHOWN], len(every))


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
