"""Where an address in a built file leads: a file of the site, or elsewhere."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin, urlsplit

_NOWHERE = "https://site.invalid/"  # stands for the address of a site that has none (RFC 2606)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = {"http", "https"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: `path` is a file of the site, empty when it leads elsewhere.

    `wrong` says why it leads nowhere, else is empty.
    """

    path: str = ""
    anchor: str = ""
    url: str = ""
    wrong: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """What two addresses that mean the same share."""
        return self.path, self.anchor, self.url


@dataclass(frozen=True)
class Addresses:
    """The files of a site under its address."""

    paths: AbstractSet[str]
    site_url: str | None
    _known: dict[tuple[str, str], Target] = field(default_factory=dict, repr=False)

    def target(self, href: str, file: str, base: str = "") -> Target:
        """Where an address leads from a file; `base` is what the file says its addresses are relative to."""
        if href.startswith("#") and not base:
            return Target(file, unquote(href[1:]))
        key = (href, base or file.rpartition("/")[0])
        if key not in self._known:
            self._known[key] = self._target(href, file, base)
        return self._known[key]

    @property
    def _root(self) -> str:
        return self.site_url or _NOWHERE

    def _target(self, href: str, file: str, base: str) -> Target:
        href = "".join(href.split())
        scheme = _SCHEME.match(href)
        if scheme and scheme[1].lower() not in _WEB:
            return Target(url=unquote(href))
        try:
            whole = urljoin(urljoin(self._root + quote(file), base), href)
            parts, root = urlsplit(whole), urlsplit(self._root)
        except ValueError:
            return Target(wrong="is no address")
        if parts.netloc.lower() != root.netloc.lower():
            return Target(url=unquote(whole))
        if not parts.path.startswith(root.path):
            absolute = scheme or href.startswith("//")
            return Target(url=unquote(whole)) if absolute else Target(wrong="leads out of the site")
        return self._own(unquote(parts.path.removeprefix(root.path)), unquote(parts.fragment))

    def _own(self, path: str, anchor: str) -> Target:
        for one in (path, f"{path}/index.html" if path and not path.endswith("/") else f"{path}index.html"):
            if one in self.paths:
                return Target(one, anchor)
        other = next((one for one in self.paths if one.casefold() == path.casefold()), None)
        if other:
            return Target(wrong=f"differs in the case of letters from {other}")
        return Target(wrong=f"leads to {path or 'index.html'}, which is not in the site")
