"""The guide as plain CommonMark: for reading in a terminal, for language models, for pasting elsewhere."""

from collections.abc import Iterator

from stepsheet.localize.document import Document
from stepsheet.render import markdown
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def page(document: Document, site: Site) -> str:
    """The whole guide as one Markdown text."""
    template = environment(site.locale).get_template("guide.md.j2")
    write = markdown.Writer(document.locale, site.interface, f"{document.id}/")
    return markdown.tidy(template.render(document=document, site=site, w=write, fence=markdown.fence))


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.md` for every guide."""
    for document in site.documents:
        yield File.text(f"guides/{document.id}.md", page(document, site), Place.SITE)


OUTPUT = Output("guide-markdown", files)
