"""`llms.txt`, a map of the site for language models, and `llms-full.txt`, all of it in one file (llmstxt.org)."""

from collections.abc import Iterator

from stepsheet.localize.document import Document, Text
from stepsheet.localize.page import PlainPage
from stepsheet.render import html
from stepsheet.render.markdown import Writer
from stepsheet.render.markdown.escaping import heading, plain
from stepsheet.render.outputs import guide_markdown, page_markdown
from stepsheet.render.site import File, Output, Place, Site


def overview(site: Site) -> str:
    """The site's name, what it is, and each guide with its summary under its category."""
    lines = [f"# {heading(plain(site.name))}", ""]
    if site.description:
        lines += [f"> {plain(site.description)}", ""]
    listed: set[str] = set()
    for category in site.categories:
        lines += [
            f"## {heading(plain(html.plain(category.title)))}",
            "",
            *(_entry(one, site) for one in category.documents),
            "",
        ]
        listed |= {one.id for one in category.documents}
    loose = [one for one in site.documents if one.id not in listed]
    if loose:
        lines += [f"## {site.interface.gettext('More guides') if listed else site.interface.gettext('All guides')}", ""]
        lines += [*(_entry(one, site) for one in loose), ""]
    if site.pages:
        lines += [f"## {site.interface.gettext('Pages')}", "", *(_page(one, site) for one in site.pages), ""]
    return "\n".join(lines)


def _page(page: PlainPage, site: Site) -> str:
    return _listed(f"pages/{page.id}.md", page.title, page.summary, site)


def _entry(document: Document, site: Site) -> str:
    return _listed(f"guides/{document.id}.md", document.title, document.summary, site)


def _listed(path: str, title: Text, summary: Text | None, site: Site) -> str:
    note = Writer(site.interface, "", "").note
    told = f": {plain(html.plain(summary))}{note(summary)}" if summary else ""
    return f"- [{plain(html.plain(title))}]({site.address(path) or path}){note(title)}{told}"


def complete(site: Site) -> str:
    """Every guide and every page in full, one after the other."""
    guides = (guide_markdown.page(document, site, "") for document in site.documents)
    return "\n".join((*guides, *(page_markdown.page(page, site, "") for page in site.pages)))


def files(site: Site) -> Iterator[File]:
    """The two files of the locale."""
    yield File.text("llms.txt", overview(site), Place.SITE)
    yield File.text("llms-full.txt", complete(site), Place.SITE)


OUTPUT = Output("llms-text", files)
