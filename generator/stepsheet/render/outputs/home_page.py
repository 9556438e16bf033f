"""The home page: what this is, in five seconds, and the way to every guide and page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stepsheet.localize.document import Text
from stepsheet.localize.navigation import Node
from stepsheet.render import navigation
from stepsheet.render.page import Fields, addresses, cards, front_matter, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment

# A list with more than this shows its first entries here and the rest on a page of its own.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A list on the home page; `title` is an author's, `name` ours. The rest of it is at `href`, called `more`.

    A group without `href` is shown in full: no other page lists it.
    """

    anchor: str
    cards: Sequence[Fields]
    title: Text | None = None
    name: str = ""
    summary: Text | None = None
    href: str = ""
    more: str = ""

    @property
    def shown(self) -> Sequence[Fields]:
        """The cards that are here."""
        return self.cards[:SHOWN] if self.href else self.cards


def groups(site: Site) -> tuple[Group, ...]:
    """All there is: by the navigation, else by categories; what is in neither comes last."""
    if site.navigation.nodes:
        listed, named = set(site.navigation.spots), _navigation(site)
    else:
        listed = {("guide", one.id) for category in site.categories for one in category.documents}
        listed |= {("page", one.id) for category in site.categories for one in category.pages}
        named = [_category(category, site) for category in site.categories]
    _ = site.interface.gettext
    guides = cards([one for one in site.documents if ("guide", one.id) not in listed], ())
    pages = cards((), [one for one in site.pages if ("page", one.id) not in listed])
    rest = (Group("category:", guides, name=_("More guides")), Group("pages:", pages, name=_("Pages")))
    return tuple(group for group in (*named, *rest) if group.cards)


def _category(category: Category, site: Site) -> Group:
    _ = site.interface.gettext
    return Group(
        f"category:{category.id}",
        cards(category.documents, category.pages),
        title=category.title,
        summary=category.summary,
        href=f"categories/{category.id}/",
        more=_("All of this category") if category.pages else _("All guides of this category"),
    )


def _navigation(site: Site) -> list[Group]:
    """What stands alone at the top of the tree, then each entry that others stand below."""
    nodes = site.navigation.nodes
    alone = [card for node in nodes if not node.children for card in _cards(node, site)]
    _ = site.interface.gettext
    first = Group("navigation:", alone, name=_("Overview"), href=navigation.CONTENTS, more=_("Contents"))
    more = _("All of this section")
    return [
        first,
        *(
            Group(
                navigation.anchor(node),
                _cards(node, site),
                title=node.title,
                href=f"{navigation.CONTENTS}#{navigation.anchor(node)}",
                more=more,
            )
            for node in nodes
            if node.children
        ),
    ]


def _cards(node: Node, site: Site) -> list[Fields]:
    """The cards of an entry and all below it."""
    documents = {one.id: one for one in site.documents}
    pages = {one.id: one for one in site.pages}
    made: list[Fields] = []
    for one in node.walk():
        match one.kind:
            case "guide":
                made += cards([documents[one.id]], ()) if one.id in documents else []
            case "page":
                made += cards((), [pages[one.id]])
            case "link":
                made.append({"link": one})
    return made


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
