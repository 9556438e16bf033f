"""The category page: every guide of one category. Guides are not in the navigation, these lists are the way to them."""

from collections.abc import Iterator

from stepsheet.render import html
from stepsheet.render.page import Fields, addresses, cards, front_matter, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment


def _meta(site: Site, category: Category, folder: str) -> Fields:
    return {
        "title": html.plain(category.title),
        "description": html.plain(category.summary) if category.summary else site.description,
        "hide": ["toc"],
        "stepsheet": addresses(site, folder),
    }


def page(site: Site, category: Category) -> str:
    """One category as the Markdown its page is built from."""
    folder = f"categories/{category.id}/"
    meta = _meta(site, category, folder)
    return (
        environment(site.locale)
        .get_template("category.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            meta=meta["stepsheet"],
            category=category,
            cards=cards(category.documents, category.pages),
            **writers(site, folder),
        )
    )


def files(site: Site) -> Iterator[File]:
    """A page for each category."""
    for category in site.categories:
        yield File.text(f"categories/{category.id}/index.md", page(site, category), Place.DOCS)


OUTPUT = Output("category-page", files)
