"""The plain page: what is told and not done, between the guides."""

from collections.abc import Iterator

from stepsheet.localize.document import State
from stepsheet.localize.page import PlainPage
from stepsheet.render import html, navigation, passage
from stepsheet.render.page import Fields, addresses, front_matter, up, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment


def _category(site: Site, page: PlainPage) -> Category | None:
    return next((category for category in site.categories if category.id == page.category), None)


def _edit_url(site: Site, page: PlainPage) -> str | None:
    """Where the text of this page is edited: the file of the language it is shown in."""
    return f"{site.edit_url}pages/{page.id}.{page.body.locale}.md" if site.edit_url else None


def _meta(site: Site, page: PlainPage, folder: str) -> Fields:
    return {
        "title": html.plain(page.title),
        "description": html.plain(page.summary) if page.summary else site.description,
        "hide": ["navigation"],
        "stepsheet": {
            "edit_url": _edit_url(site, page),
            "files": [{"name": "Markdown", "href": f"../{page.id}.md"}],
            "files_of": site.interface.gettext("Download this page:"),
            **addresses(site, folder),
        },
    }


def page(site: Site, shown: PlainPage) -> str:
    """One page as the Markdown that it is built from."""
    folder = f"pages/{shown.id}/"
    meta = _meta(site, shown, folder)
    return (
        environment(site.locale)
        .get_template("plain.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            meta=meta["stepsheet"],
            page=shown,
            category=_category(site, shown),
            is_missing=shown.state is State.MISSING,
            is_stale=shown.state is State.STALE,
            parts_of_page=list(passage.parts(shown, site, folder)),
            **navigation.around(site, "page", shown.id, up(folder)),
            **writers(site, folder),
        )
    )


def files(site: Site) -> Iterator[File]:
    """`pages/<id>/` for every page."""
    for shown in site.pages:
        yield File.text(f"pages/{shown.id}/index.md", page(site, shown), Place.DOCS)


OUTPUT = Output("plain-page", files)
