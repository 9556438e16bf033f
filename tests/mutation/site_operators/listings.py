"""What names the pages of the site: search, sitemap, llms.txt; each entry dropped, each made to name another page."""

import json
import re
from collections.abc import Iterator

from ..site import BuiltSite, SiteMutant


def empty_search(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "search/search_index.json"):
        index = json.loads(site.files[name])
        yield _made("empty-search", name, "no entries", json.dumps({**index, "docs": []}))


def drop_from_search(site: BuiltSite) -> Iterator[SiteMutant]:
    """All entries of a page: what is left of a page by any of them can still be found."""
    for name in _named(site, "search/search_index.json"):
        index = json.loads(site.files[name])
        for page in dict.fromkeys(one["location"].partition("#")[0] for one in index["docs"]):
            docs = [one for one in index["docs"] if one["location"].partition("#")[0] != page]
            yield _made("drop-from-search", name, f"{page!r} dropped", json.dumps({**index, "docs": docs}))


def misdirect_search(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "search/search_index.json"):
        index = json.loads(site.files[name])
        for number, one in enumerate(index["docs"]):
            other = {**one, "location": f"nowhere/{one['location']}"}
            docs = [*index["docs"][:number], other, *index["docs"][number + 1 :]]
            yield _made("misdirect-search", name, f"{one['location']!r}", json.dumps({**index, "docs": docs}))


def drop_from_sitemap(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "sitemap.xml"):
        text = site.files[name].decode()
        for found in re.finditer(r"<url>.*?</url>\s*", text, re.DOTALL):
            yield _made("drop-from-sitemap", name, found[0][:90], text[: found.start()] + text[found.end() :])


def misdirect_sitemap(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "sitemap.xml"):
        text = site.files[name].decode()
        for found in re.finditer(r"(?<=<loc>)[^<]*|(?<=href=\")[^\"]*", text):
            made = text[: found.start()] + found[0] + "nowhere/" + text[found.end() :]
            yield _made("misdirect-sitemap", name, found[0], made)


def drop_from_llms(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "llms.txt"):
        text = site.files[name].decode()
        for found in re.finditer(r"^- .*\n", text, re.MULTILINE):
            yield _made("drop-from-llms", name, found[0][:60], text[: found.start()] + text[found.end() :])


def misdirect_llms(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "llms.txt"):
        text = site.files[name].decode()
        for found in re.finditer(r"(?<=\]\()[^)]+", text):
            yield _made("misdirect-llms", name, found[0], text[: found.start()] + "nowhere.md" + text[found.end() :])


def cut_llms_full(site: BuiltSite) -> Iterator[SiteMutant]:
    for name in _named(site, "llms-full.txt"):
        text = site.files[name].decode()
        for tenth in range(1, 10):
            begin = text.index("\n", len(text) * tenth // 10)
            end = text.find("\n\n", begin + 200)
            yield _made("cut-llms-full", name, f"cut at {begin}", text[:begin] + text[end:])


def _named(site: BuiltSite, name: str) -> Iterator[str]:
    return (path for path in site.files if path in {name, f"en/{name}"})


def _made(operator: str, name: str, what: str, text: str) -> SiteMutant:
    return SiteMutant(operator, name, what, {name: text.encode()})


OPERATORS = {
    one.__name__.replace("_", "-"): one
    for one in (
        empty_search,
        drop_from_search,
        misdirect_search,
        drop_from_sitemap,
        misdirect_sitemap,
        drop_from_llms,
        misdirect_llms,
        cut_llms_full,
    )
}
