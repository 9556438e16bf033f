"""The sitemap of the whole site, each page that is really translated with its twins in the other locales.

Source: sitemaps.org protocol 0.9; `xhtml:link` as Google Search Central documents it for localized pages.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from stepsheet.localize.presence import Presence
from stepsheet.render.site import Site
from stepsheet.render.status import FOLDER

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(sites: Iterable[Site]) -> str | None:
    """The XML for all locales, or None when the site has no public address: the protocol wants absolute ones."""
    every = tuple(sites)
    if not every or every[0].url is None:
        return None
    entries = (_entry(site, path, every) for site in every for path in paths(site) if _is_translated(site, path))
    return "".join([_HEAD, *entries, "</urlset>\n"])


def _is_translated(site: Site, path: str) -> bool:
    return site.presences(path, site.locale) is Presence.TRANSLATED


def paths(site: Site) -> tuple[str, ...]:
    """The pages of a locale, as folders from its root."""
    categories = tuple(f"categories/{category.id}/" for category in site.categories)
    guides = (f"guides/{document.id}/" for document in site.documents)
    contents = ("contents/",) if site.navigation.nodes else ()
    status = (FOLDER,) if site.progress else ()
    return ("", *contents, *status, *categories, *guides, *(f"pages/{page.id}/" for page in site.pages))


def _entry(site: Site, path: str, every: tuple[Site, ...]) -> str:
    twins = [(twin.locale, twin.address(path)) for twin in every if _is_translated(twin, path)]
    twins.append(("x-default", next(twin.address(path) for twin in every if twin.locale == twin.default_locale)))
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(locale)} href={quoteattr(str(url))}/>\n'
        for locale, url in twins
    )
    return f"  <url>\n    <loc>{escape(str(site.address(path)))}</loc>\n{links}  </url>\n"
