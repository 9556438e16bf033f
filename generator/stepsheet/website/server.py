"""The site while somebody writes: MkDocs' own live-reload server over our build."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from stepsheet.errors import UserError

Rebuild = Callable[[], None]
MAX_PORT = 65535


class Server(LiveReloadServer):
    """Listens from the start: a bad address is known before a build, and browsers wait for the first one."""

    def __init__(self, root: Path, rebuild: Rebuild, address: str, empty: str) -> None:
        host, port = _parsed(address)
        super().__init__(builder=rebuild, host=host, port=port, root=str(root))
        self.error_handler = lambda code: _page(root, code, empty)
        try:
            super().server_bind()
            super().server_activate()
        except (OSError, UnicodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not a name of a host"
            raise UserError(
                f"cannot listen on {address}: {reason}", help="choose another address with --address"
            ) from None

    def server_bind(self) -> None:
        """Done already."""

    def server_activate(self) -> None:
        """Done already."""

    @property
    def address(self) -> str:
        """The site's address; of port 0 the system has made a real one."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}/" if ":" in str(host) else f"http://{host!s}:{port}/"


@contextmanager
def listening(root: Path, rebuild: Rebuild, address: str, empty: str) -> Iterator[Server]:
    """A server for a folder; `empty` is what it shows where there is no page, as before the first good build.

    `rebuild` reports mistakes by itself and returns all the same: the browser then keeps the last good site. Raises
    UserError for an address that is none or cannot be listened on.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = Server(root, rebuild, address, empty)
    try:
        yield server
    finally:
        server.shutdown()


def serve(server: Server, watched: Iterable[Path]) -> None:
    """Build, then serve and rebuild when a watched path changes, until interrupted."""
    for path in watched:
        server.watch(str(path))
    server.builder()
    server.serve()  # type: ignore[no-untyped-call] # MkDocs' class is not typed


def _parsed(address: str) -> tuple[str, int]:
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isdecimal() or int(port) > MAX_PORT:
        raise UserError(f"{address!r} is not an address", help="write host:port, like 127.0.0.1:8000")
    return host.strip("[]"), int(port)


def _page(root: Path, code: int, empty: str) -> bytes:
    """The site's own page for an error, else a plain one."""
    page = root / f"{code}.html"
    if page.is_file():
        return page.read_bytes()
    return f"<!doctype html><meta charset=utf-8><title>Stepsheet</title><p>{empty}</p><body></body>".encode()
