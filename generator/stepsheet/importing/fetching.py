"""Downloading a picture, when the import is told to: one host's public address, bounded in size, time and redirects.

The address that is checked is the one that is connected to, so that a name cannot mean another machine a moment later.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import closing, suppress
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

MAX_BYTES = 20_971_520
SECONDS = 10.0
REDIRECTS = 3
_MOVED = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_PATIENCE = 3  # failures in a row after which a host is not asked again
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # carries any IPv4 address, private ones too (RFC 6052)
_PORTS = {"http": 80, "https": 443}


class Refused(Exception):  # noqa: N818 - becomes a reason in the report
    """Why the picture cannot be had."""


@dataclass(slots=True)
class Fetcher:
    """Downloads pictures; `private` allows addresses of the own machine and network, which only a test wants."""

    private: bool = False
    seconds: float = SECONDS
    _failures: dict[str, int] = field(default_factory=dict)

    def get(self, url: str) -> bytes | str:
        """The bytes at a web address, or in words why they cannot be had."""
        host = urlsplit_or_nothing(url).netloc
        if self._failures.get(host, 0) >= _PATIENCE:
            return "its host has not answered before"
        try:
            data = self._follow(url, monotonic() + self.seconds)
        except Refused as refusal:
            return str(refusal)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._failures[host] = self._failures.get(host, 0) + 1
            return "it takes too long" if isinstance(error, TimeoutError) else f"its host does not answer: {error}"
        self._failures[host] = 0
        return data

    def _follow(self, url: str, deadline: float) -> bytes:
        for _ in range(REDIRECTS + 1):
            found = self._ask(urlsplit(url), deadline)
            if isinstance(found, bytes):
                return found
            url = urljoin(url, found)
        raise Refused(f"it is redirected more than {REDIRECTS} times")

    def _ask(self, url: SplitResult, deadline: float) -> bytes | str:
        """The bytes, or the address that the host redirects to."""
        if url.scheme not in _PORTS or not url.hostname or url.username is not None:
            raise Refused("its address is not of the web")
        port = url.port or _PORTS[url.scheme]
        address = self._address(url.hostname, port)
        kind = _Secure if url.scheme == "https" else _Plain
        with closing(kind(url.hostname, port, address, _left(deadline))) as connection:
            watch = threading.Timer(_left(deadline), connection.cut)  # against a host that sends a byte now and then
            watch.daemon = True
            watch.start()
            try:
                found = _answer(connection, url, deadline)
            finally:
                watch.cancel()
            if connection.is_cut:  # what was cut off looks like an end
                raise TimeoutError
            return found

    def _address(self, host: str, port: int) -> str:
        """The address that a host's name means. Raises Refused when it is not public."""
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not self.private and not all(map(_public, found)):
            raise Refused("its host is in a private network")
        return found[0]


class _Plain(http.client.HTTPConnection):
    """A connection to an address that has been checked."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self.address = address
        self.line: socket.socket | None = None
        self.is_cut = False

    def connect(self) -> None:
        """Open the line."""
        self.line = self.sock = socket.create_connection((self.address, self.port), self.timeout)

    def cut(self) -> None:
        """End the conversation, from another thread."""
        self.is_cut = True
        if self.line:
            with suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)


class _Secure(_Plain):
    """The same, with the host's certificate checked against its name."""

    def connect(self) -> None:
        """Open the line and have the host show who it is."""
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def _answer(connection: _Plain, url: SplitResult, deadline: float) -> bytes | str:
    target = quote(url.path or "/", safe="/%:@!$&'()*+,;=~") + (
        f"?{quote(url.query, safe='/%:@!$&()*+,;=~?')}" * bool(url.query)
    )
    connection.request("GET", target, headers={"Accept": "image/*", "Accept-Encoding": "identity"})
    response = connection.getresponse()
    if response.status in _MOVED and response.headers["Location"]:
        return str(response.headers["Location"])
    if response.status != http.client.OK:
        raise Refused(f"its host answers {response.status} {response.reason}".rstrip())
    if int(response.headers["Content-Length"] or 0) > MAX_BYTES:
        raise Refused(_too_large())
    return _body(response, deadline)


def _body(response: http.client.HTTPResponse, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := response.read1(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            raise Refused(_too_large())
        _left(deadline)
    if response.length:
        raise Refused("it breaks off")
    return b"".join(parts)


def _left(deadline: float) -> float:
    """The seconds that are left. Raises TimeoutError when there are none."""
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _too_large() -> str:
    return f"it has more than the {MAX_BYTES:,} bytes allowed"


def _public(text: str) -> bool:
    """Whether an address is one of the public Internet, also when it is wrapped into one of IPv6."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return address.is_global and not address.is_multicast and address not in _NAT64


def urlsplit_or_nothing(url: str) -> SplitResult:
    """The parts of an address, all of them empty when it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
