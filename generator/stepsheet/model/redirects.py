"""Addresses that pages had once, and what is there now."""

import pydantic

from stepsheet.diagnostics import Diagnostic
from stepsheet.load import folders
from stepsheet.load.files import Root
from stepsheet.model import build
from stepsheet.model.element import Element
from stepsheet.model.values import Filled


class Redirect(Element):
    """An old address, relative to the root of the site, and a reference to a guide or page."""

    from_: Filled = pydantic.Field(alias="from")
    to: Filled

    @property
    def file(self) -> str:
        """The file at the old address: the address itself when it ends in `.html`, else `index.html` below it."""
        address = self.from_.strip("/")
        if address.endswith(".html"):
            return address
        return f"{address}/index.html" if address else "index.html"


class Redirects(Element):
    """The file of all redirects."""

    redirects: tuple[Redirect, ...]


def read(root: Root, problems: list[Diagnostic]) -> tuple[Redirects, ...]:
    """What `redirects.yml` holds; nothing when there is no such file, or when it cannot be read."""
    node, faults = folders.yaml_file("redirects", root)
    problems += faults
    made = None
    if node:
        made, shape = build.element(node, Redirects)
        problems += shape
    return (made,) if made else ()
