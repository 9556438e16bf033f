"""The page of contents: the whole navigation, and what is not in it."""

from collections.abc import Iterator

from stepsheet.localize.navigation import Node
from stepsheet.render import navigation
from stepsheet.render.navigation import CONTENTS
from stepsheet.render.page import Fields, addresses, front_matter, up, writers
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def unlisted(site: Site) -> tuple[list[Node], list[Node]]:
    """The guides and the pages that the navigation does not have."""
    listed = site.navigation.spots
    guides = [Node("guide", one.id, one.title) for one in site.documents if ("guide", one.id) not in listed]
    return guides, [Node("page", one.id, one.title) for one in site.pages if ("page", one.id) not in listed]


def page(site: Site) -> str:
    """The page as the Markdown it is built from."""
    title = site.interface.gettext("Contents")
    meta: Fields = {
        "title": title,
        "description": site.description,
        "hide": ["navigation", "toc"],
        "stepsheet": addresses(site, CONTENTS),
    }
    guides, pages = unlisted(site)
    root = up(CONTENTS)
    return (
        environment(site.locale)
        .get_template("contents.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            nodes=site.navigation.nodes,
            guides=guides,
            pages=pages,
            href=lambda node: navigation.href(node, root),
            anchor=navigation.anchor,
            **writers(site, CONTENTS),
        )
    )


def files(site: Site) -> Iterator[File]:
    """The one page, where there is a navigation."""
    if site.navigation.nodes:
        yield File.text(f"{CONTENTS}index.md", page(site), Place.DOCS)


OUTPUT = Output("contents-page", files)
