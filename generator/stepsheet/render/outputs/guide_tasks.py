"""The checklist as a task list for an issue: GitHub Flavored Markdown, where people tick boxes and see them counted.

It is the compact form: what to do, what to enter, what to beware of. Numbers lead to the page, where the rest is.
"""

from collections.abc import Iterator

from stepsheet.localize.document import Document
from stepsheet.render.markdown import Writer, tidy
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def tasks(document: Document, site: Site) -> str:
    """The whole list. Its links are addresses: it is read elsewhere than where the site is."""
    page = site.address(f"guides/{document.id}/index.html")
    return tidy(
        environment(site.locale)
        .get_template("tasks.md.j2")
        .render(document=document, page=page, w=Writer(site.interface, site.address(""), document.id, site.place))
    )


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.tasks.md` for every guide."""
    for document in site.documents:
        yield File.text(f"guides/{document.id}.tasks.md", tasks(document, site), Place.SITE)


OUTPUT = Output("guide-tasks", files, form="tasks.md")
