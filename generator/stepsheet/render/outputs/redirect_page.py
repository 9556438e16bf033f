"""A page at an old address that leads to the new one, without scripts and without a server that knows of it."""

from collections.abc import Iterator

from stepsheet.localize.redirects import Moved
from stepsheet.render import html
from stepsheet.render.page import up
from stepsheet.render.places import place
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def page(site: Site, moved: Moved) -> str:
    """The whole HTML file."""
    target = place(moved.kind, moved.path)
    href = up(moved.file) + target
    return (
        environment(site.locale)
        .get_template("redirect.html.j2")
        .render(
            site=site,
            title=html.plain(moved.title),
            href=href,
            canonical=site.address(target.partition("#")[0]) or href,
        )
    )


def files(site: Site) -> Iterator[File]:
    """One file for each redirect."""
    for moved in site.moved:
        yield File.text(moved.file, page(site, moved), Place.SITE)


OUTPUT = Output("redirect-page", files)
