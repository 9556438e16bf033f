"""The addresses in the head of every page: its own, and those of the same page in the other languages, both ways."""

from collections.abc import Iterator

from stepsheet.audit.expected import Page, pages
from stepsheet.audit.faults import wrong_head, wrong_twin
from stepsheet.audit.scope import Audit
from stepsheet.audit.surface import Link
from stepsheet.diagnostics import Diagnostic, Location

DEFAULT = "x-default"


def check(audit: Audit) -> Iterator[Diagnostic]:
    """The addresses that are missing, wrong or too many."""
    for page in pages(audit):
        if audit.built.read(page.path):
            yield from _page(audit, page)
    if "" in audit.prefixes.values():
        for redirect in (one for file in audit.content.redirects for one in file.redirects):
            yield from _moved(audit, redirect.file, redirect.at("to"))


def _page(audit: Audit, page: Page) -> Iterator[Diagnostic]:
    # Each page is held against what all of its twins must say, so a pair that is right here agrees both ways.
    # A page that is hardly translated has none: search engines are sent to the source.
    is_indexed = audit.published.is_indexed(page.folder, page.locale)
    wanted = {locale: f"{prefix}{page.folder}" for locale, prefix in translated(audit, page.folder).items()}
    wanted[DEFAULT] = source = next(iter(wanted.values()))
    wanted = wanted if is_indexed else {}
    canonical = f"{page.prefix}{page.folder}" if is_indexed else source
    own = {"canonical": canonical} if audit.settings.site_url else {}
    found = _named(audit, page.path)
    yield from _indexed(audit, page, is_indexed=is_indexed)
    yield from _compared(
        audit, page.path, page.place, own | {f"hreflang {key}": one for key, one in wanted.items()}, found
    )


def translated(audit: Audit, folder: str) -> dict[str, str]:
    """The folders of the locales in which a page is really translated, the default one first."""
    return {one: prefix for one, prefix in audit.prefixes.items() if audit.published.is_indexed(folder, one)}


def _indexed(audit: Audit, page: Page, *, is_indexed: bool) -> Iterator[Diagnostic]:
    """Whether search engines are told to leave out what is hardly translated, and nothing else."""
    robots = [node.attributes.get("content") or "" for node in audit.built.page(page.path).css('meta[name="robots"]')]
    if not is_indexed and "noindex" not in robots:
        yield wrong_head.lacks(page.place, page.path, "`noindex`")
    elif is_indexed and robots:
        yield wrong_head.says(page.place, page.path, "`robots`", robots[0], "nothing")


def _named(audit: Audit, path: str) -> list[tuple[str, Link]]:
    """What the head names: what it is, and the link."""
    found = []
    for link in audit.built.surface(path).links:
        names = (link.node.attributes.get("rel") or "").split()
        if link.tag == "link" and "canonical" in names:
            found.append(("canonical", link))
        elif link.tag == "link" and "alternate" in names and link.node.attributes.get("hreflang"):
            found.append((f"hreflang {link.node.attributes['hreflang']}", link))
    return found


def _compared(
    audit: Audit, path: str, place: Location, wanted: dict[str, str], found: list[tuple[str, Link]]
) -> Iterator[Diagnostic]:
    url = audit.settings.site_url
    left = dict(wanted)
    for what, link in found:
        if what not in left:
            yield wrong_twin.stray(place, path, what, link.value)
            continue
        folder = left.pop(what)
        address = f"{url or ''}{folder}"
        same = link.value == address if url else _leads(audit, path, link.value, folder)
        if not same:
            yield wrong_twin.says(place, path, what, link.value, address or "./")
    for what, folder in left.items():
        yield wrong_twin.lacks(place, path, what, f"{url or ''}{folder}" or "./")


def _leads(audit: Audit, path: str, href: str, folder: str) -> bool:
    return audit.addresses.target(href, path, audit.built.surface(path).base).path == f"{folder}index.html"


def _moved(audit: Audit, path: str, place: Location) -> Iterator[Diagnostic]:
    """A page at an old address: its canonical address is the new one, where its reader is moved to."""
    surface = audit.built.surface(path)
    canonical = [link.value for what, link in _named(audit, path) if what == "canonical"]
    for move in surface.moves[:1]:
        target = audit.addresses.target(move.value, path, surface.base)
        leads = [audit.addresses.target(href, path, surface.base).path for href in canonical]
        if not canonical:
            yield wrong_twin.lacks(place, path, "canonical", target.path)
        elif leads != [target.path]:
            yield wrong_twin.says(place, path, "canonical", canonical[0], target.path)
