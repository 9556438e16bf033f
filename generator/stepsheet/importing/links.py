"""Where the links of a space lead once its pages are guides and pages of ours."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

from stepsheet.diagnostics import Location
from stepsheet.importing.anchors import place
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import broken_link, kept_as_text, unknown_anchor, unsafe_link
from stepsheet.importing.paths import joined, leaves
from stepsheet.importing.register import Register, spellings
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.spot import spot
from stepsheet.rules.text.forbidden_link import SCHEMES, allowed

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# GitBook writes these where a page was deleted.
_LOST = re.compile(
    r"(?:.*/)?broken-reference/?|/?broken/(?:pages|spaces|files|references?)/.*|broken:.*", re.IGNORECASE
)
_MAIL = re.compile(r"[^\s@/?#:]+@[^\s@/?#:]+\.[a-zA-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Target:
    """What a page of the source became; `anchors` as in a draft."""

    id: str
    is_procedure: bool
    anchors: Mapping[str, str] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The reference to all of it."""
        return f"#{'guide' if self.is_procedure else 'page'}:{self.id}"


Spot = Callable[[], Location]  # found only for what is reported: most links are not
Resolved = tuple[str | None, tuple[Entry, ...]]


class Links:
    """The links of one space; `targets` holds what each of its pages became, and may hold pages of its variants."""

    def __init__(self, space: Space, targets: Mapping[PurePosixPath, Target]) -> None:
        self._space = space
        self._targets = targets
        self._register = Register(targets)
        self._unread = frozenset(page.path for page in space.pages) - targets.keys()
        self._moved = {redirect.old.strip("/"): redirect.new for redirect in space.redirects}
        self._pages_at = {url.rstrip("/"): path for path, url in space.addresses.items() if path in targets}

    def resolve(self, page: SourcePage, href: str, line: int) -> Resolved:
        """The address of a link in our Markdown, None when only its words stay; and what there is to report."""
        at = partial(spot, page.source, line, href)
        href = href.strip()
        if _MAIL.fullmatch(href):
            href = f"mailto:{href}"
        scheme = _SCHEME.match(href)
        if not href or href == "#" or _LOST.fullmatch(href):
            return None, (broken_link.nowhere(at()),)
        if scheme or href.startswith("//"):
            return _elsewhere(href, scheme[1].lower() if scheme else "", at)
        path, _, anchor = href.partition("#")
        path = path.partition("?")[0]
        if not path:
            return self._inside(page.path, href, anchor, at) if page.path in self._targets else _missing(at, href)
        found = self._page(page.path, path)
        if found:
            here = found == page.path
            return self._inside(found, href, anchor, at) if here else self._to(found, href, anchor, at)
        return self._nothing(page.path, href, path, at)

    def page(self, page: PurePosixPath, href: str) -> PurePosixPath | None:
        """The page that a link leads to, when it leads to one that is imported."""
        path = href.strip().partition("#")[0].partition("?")[0]
        if not path or _SCHEME.match(path) or path.startswith("//"):
            return None
        return self._page(page, path)

    def _page(self, page: PurePosixPath, path: str) -> PurePosixPath | None:
        """The page at a path: relative to the page's folder, from a root above, as an address, by a redirect."""
        found = self._register.follow(page.parent, path)
        if found is None and "." not in path.rpartition("/")[2] and not path.startswith("/"):
            found = self._register.follow(PurePosixPath(), path)
        if found is None:
            steps = (each.as_posix() for each in spellings(page.parent, path))
            moved = next((self._moved[step] for step in steps if step in self._moved), None)
            found = moved if moved in self._targets else None
        return found or self._pages_at.get(self._address(page, path).rstrip("/"))

    def _address(self, page: PurePosixPath, href: str) -> str:
        """The web address that a link had where its page was published, empty when that is not known."""
        own = self._space.addresses.get(page, "")
        path, mark, anchor = href.partition("#")
        return urljoin(own, path.removesuffix(".md") + mark + anchor) if own else ""

    def _to(self, found: PurePosixPath, href: str, anchor: str, at: Spot) -> Resolved:
        target = self._targets[found]
        if not anchor:
            return target.reference, ()
        there = place(target.anchors, anchor)
        if there:
            return f"{target.reference}/{there.rpartition(':')[2]}", ()
        return target.reference, (unknown_anchor.at(at(), href, anchor),) if there is None else ()

    def _inside(self, found: PurePosixPath, href: str, anchor: str, at: Spot) -> Resolved:
        """A link to the page that it stands in."""
        target = self._targets[found]
        there = place(target.anchors, anchor) if anchor else None
        if there:
            return f"#{there}", ()
        return target.reference, (unknown_anchor.at(at(), href, anchor),) if anchor and there is None else ()

    def _nothing(self, page: PurePosixPath, href: str, path: str, at: Spot) -> Resolved:
        """What becomes of a link to none of the pages: an address of the publisher's site, or its words."""
        file = next((each for each in spellings(page.parent, path) if self._holds(each)), None)
        if file and file.suffix.lower() not in {".md", ".markdown"}:
            return None, (kept_as_text.at(at(), f"the link to the file {file.name!r}", "words"),)
        address = self._address(page, href)
        if allowed(address):
            return address, ()
        if file:
            return None, (broken_link.not_imported(at(), href),)
        if leaves(joined(page.parent, unquote(path))):
            return None, (broken_link.outside(at(), href),)
        return _missing(at, href)

    def _holds(self, path: PurePosixPath) -> bool:
        return path in self._space.files or path in self._space.listed or path in self._unread


def _missing(at: Spot, href: str) -> Resolved:
    return None, (broken_link.missing(at(), href),)


def _elsewhere(href: str, scheme: str, at: Spot) -> Resolved:
    """A link with a scheme, or to a host with the page's own, which for a published page is https."""
    if scheme and scheme not in SCHEMES:
        return None, (unsafe_link.at(at(), href, scheme),)
    href = href if scheme else f"https:{href}"
    return (href, ()) if allowed(href) else (None, (broken_link.malformed(at(), href),))
