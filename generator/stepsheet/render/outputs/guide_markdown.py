"""The guide as plain CommonMark: for reading in a terminal, for language models, for pasting elsewhere."""

from collections.abc import Iterator

from stepsheet.localize.document import Document
from stepsheet.render.markdown import Writer, tidy
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def page(document: Document, site: Site, root: str) -> str:
    """The whole guide as one Markdown text; `root` is the way from its file to the root of the locale's site."""
    template = environment(site.locale).get_template("guide.md.j2")
    write = Writer(site.interface, root, document.id, site.place)
    category = next((one for one in site.categories if one.id == document.category), None)
    return tidy(template.render(document=document, site=site, category=category, w=write))


def files(site: Site) -> Iterator[File]:
    """`guides/<id>.md` for every guide."""
    for document in site.documents:
        yield File.text(f"guides/{document.id}.md", page(document, site, "../"), Place.SITE)


OUTPUT = Output("guide-markdown", files, form="md")
