"""The navigation as a page needs it: where its entries lead, what a page stands below, what is before and after it."""

from stepsheet.localize.navigation import Node, Spot
from stepsheet.render.page import Fields
from stepsheet.render.places import FOLDERS, place
from stepsheet.render.site import Site

CONTENTS = "contents/"


def href(node: Node, root: str) -> str:
    """Where an entry leads; a group is found on the page of contents."""
    if node.kind == "link":
        return node.url
    return f"{root}{place(node.kind, node.id)}" if node.kind in FOLDERS else f"{root}{CONTENTS}#{anchor(node)}"


def anchor(node: Node) -> str:
    """The place of an entry on the page of contents: `group:wallets`."""
    return f"{node.kind}:{node.id}"


def around(site: Site, kind: str, name: str, root: str) -> Fields:
    """The way to a page and on from it, for its template; empty for what is not in the navigation."""
    spot = site.navigation.spots.get((kind, name), Spot())
    return {
        "trail": [_link(node, root) for node in spot.trail],
        "before": _link(spot.before, root) if spot.before else None,
        "after": _link(spot.after, root) if spot.after else None,
    }


def _link(node: Node, root: str) -> Fields:
    return {"href": href(node, root), "title": node.title}
