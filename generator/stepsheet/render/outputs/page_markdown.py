"""A plain page as plain CommonMark, its pictures and links as seen from where the file lies."""

from collections.abc import Iterator

from stepsheet.localize.document import State
from stepsheet.localize.page import PlainPage
from stepsheet.model import passage, prose
from stepsheet.model.page import IMAGES
from stepsheet.render.markdown import Writer, blocks, tidy
from stepsheet.render.markdown.inline import PICTURE
from stepsheet.render.places import FOLDERS, joined
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.templating import environment


def page(page: PlainPage, site: Site, root: str) -> str:
    """The whole page as one Markdown text; `root` is the way from its file to the root of the locale's site."""
    write = Writer(site.interface, root, page.id, site.place)

    def target(href: str) -> str | None:
        if href.startswith(PICTURE):
            src = href.removeprefix(PICTURE)
            return f"{root}pages/{src}" if src.startswith(IMAGES) else None
        anchor = prose.anchor(href)
        kind, path = ("page", f"{page.id}/{anchor}") if anchor else prose.reference(href) or ("", "")
        return joined(root, site.place(kind, path)) if kind in FOLDERS else write.target(href)

    body = blocks.blocks(passage.tokens(page.body.value), target)
    template = environment(site.locale).get_template("page.md.j2")
    return tidy(template.render(page=page, site=site, body=body, w=write, State=State))


def files(site: Site) -> Iterator[File]:
    """`pages/<id>.md` for every page."""
    for one in site.pages:
        yield File.text(f"pages/{one.id}.md", page(one, site, "../"), Place.SITE)


OUTPUT = Output("page-markdown", files)
