"""The pictures of a space, made fit and given safe names; what cannot be had gets a placeholder that says so."""

import base64
import binascii
import hashlib
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urljoin

from stepsheet.diagnostics import Location
from stepsheet.importing import placeholder
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import picture_not_found, remote_picture
from stepsheet.importing.finding import Finder
from stepsheet.importing.fitting import Fit, fit
from stepsheet.importing.names import word
from stepsheet.importing.space import SourcePage, Space
from stepsheet.importing.spot import spot
from stepsheet.load.files import MAX_PICTURE_BYTES

Fetch = Callable[[str], bytes | str]
Fault = Callable[[Location, str], Entry]
MAX_NAME = 40
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_UPLOAD = re.compile(r"/?files/[\w-]+")  # how a published GitBook page names what was uploaded
_DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=-]+)*),(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Held:
    """A picture that can be shown: its bytes or the file that has them, the SHA-256 of them, the ending of its name."""

    content: bytes | Path = field(repr=False)
    digest: str
    ending: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or its placeholder, the words of its name, and what is to be reported wherever it stands."""

    held: Held
    name: str
    fault: Fault | None = None


class Gallery:
    """The pictures of one space; each file is read once. `fetch` downloads one, or says why not; None asks no host."""

    def __init__(self, space: Space, fetch: Fetch | None = None) -> None:
        self._space = space
        self._finder = Finder(space)
        self._fetch = fetch
        self._made: dict[Path | str, Held | str] = {}

    def picture(self, page: PurePosixPath, src: str) -> Picture:
        """The picture at an address of a page, or a placeholder for it."""
        src = src.strip()
        name = _file_name(src)
        data = _DATA.fullmatch(src)
        if data:
            made = self._once(src, lambda: _held(fit(_inline(data[1], data[2]), "")))
            return _made(made, "inline", picture_not_found.unusable)
        if _WEB.match(src) or _UPLOAD.fullmatch(src):
            return self._remote(page, src, name)
        path = self._finder.find(page, src)
        file = self._finder.file(path) if path else None
        if path is None:
            return _absent(name, "not found in the source", picture_not_found.missing)
        if file is None:
            return _absent(path.name, "not in this copy of the source", picture_not_found.listed)
        made = self._once(file, lambda: _read(file))
        return _made(made, path.name, picture_not_found.unusable)

    def _remote(self, page: PurePosixPath, src: str, name: str) -> Picture:
        own = self._space.addresses.get(page, "")
        if not own and not _WEB.match(src):
            return _absent(name, "on the publisher's site", remote_picture.addressless)
        url = urljoin(own or "https://host.invalid/", src)
        if not self._fetch:
            return _absent(name, "on another host", remote_picture.unfetched)
        fetch = self._fetch
        return _made(self._once(url, lambda: _fetched(fetch(url), name)), name, remote_picture.failed)

    def _once(self, key: Path | str, make: Callable[[], Held | str]) -> Held | str:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]


@dataclass(slots=True)
class Album:
    """The pictures in one folder of the content; `files` are what to write by their names: bytes, or a file to copy."""

    gallery: Gallery
    files: dict[str, bytes | Path] = field(default_factory=dict)
    _names: dict[tuple[PurePosixPath, str], str] = field(default_factory=dict)
    _by_digest: dict[str, str] = field(default_factory=dict)
    _stems: set[str] = field(default_factory=set)

    def of(self, gallery: Gallery) -> "Album":
        """The same folder, filled from another space."""
        return Album(gallery, self.files, {}, self._by_digest, self._stems)

    def take(self, page: SourcePage, src: str, line: int) -> tuple[str, tuple[Entry, ...]]:
        """The name of the file for a picture on a line of a page, and what there is to report of it."""
        picture = self.gallery.picture(page.path, src)
        name = self._name(picture.held, picture.name)
        self._names[page.path, src] = name
        return name, (picture.fault(spot(page.source, line, src), src),) if picture.fault else ()

    def names(self, page: PurePosixPath) -> dict[str, str]:
        """The names of a page's pictures by their addresses in the source."""
        return {src: name for (path, src), name in self._names.items() if path == page}

    def _name(self, held: Held, words: str) -> str:
        """A name of its own for each content, the same for the same."""
        if held.digest not in self._by_digest:
            stem = _stem(words)
            stem = f"{stem}-{held.digest[:8]}" if stem in self._stems else stem
            self._stems.add(stem)
            name = f"{stem}{held.ending}"
            self._by_digest[held.digest] = name
            self.files[name] = held.content
        return self._by_digest[held.digest]


def _stem(name: str) -> str:
    """A file's name as an id."""
    made = word(PurePosixPath(name).stem)[:MAX_NAME].strip("-")
    return made if made[:1].isalpha() else f"picture-{made}".rstrip("-")


def _file_name(src: str) -> str:
    """The last step of an address, percent signs undone; CDNs put a whole path into it."""
    path = src if src.startswith("data:") else re.split("[?#]", src)[0]
    return PurePosixPath(unquote(path)).name[:200] or "picture"


def _made(made: Held | str, name: str, fault: Callable[[Location, str, str], Entry]) -> Picture:
    if isinstance(made, str):
        return _absent(name, "cannot be shown", lambda at, src: fault(at, src, made))
    change = made.change
    return Picture(made, name, (lambda at, src: picture_not_found.converted(at, src, change)) if change else None)


def _absent(name: str, reason: str, fault: Fault) -> Picture:
    data = placeholder.svg(name, reason)
    return Picture(Held(data, hashlib.sha256(data).hexdigest(), ".svg"), name, fault)


def _held(made: Fit | str, file: Path | None = None) -> Held | str:
    """A picture without its bytes where a file has the same: a space can have more pictures than fit in memory."""
    if isinstance(made, str):
        return made
    content = file if file and not made.change else made.data
    return Held(content, hashlib.sha256(made.data).hexdigest(), made.ending, made.change)


def _read(file: Path) -> Held | str:
    """The picture in a file, which may have changed since it was listed."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return "it is no regular file"
        if status.st_size > MAX_PICTURE_BYTES:
            return f"it has {status.st_size:,} bytes, more than the {MAX_PICTURE_BYTES:,} allowed"
        return _held(fit(file.read_bytes(), file.suffix), file)
    except OSError as error:
        return f"the file cannot be read: {error.strerror or error}"


def _fetched(found: bytes | str, name: str) -> Held | str:
    return found if isinstance(found, str) else _held(fit(found, PurePosixPath(name).suffix))


def _inline(settings: str, text: str) -> bytes:
    """The bytes in a data address (RFC 2397)."""
    if ";base64" not in settings.lower():
        return unquote_to_bytes(text)
    try:
        return base64.b64decode(unquote_to_bytes(text))
    except (binascii.Error, ValueError):
        return b""
