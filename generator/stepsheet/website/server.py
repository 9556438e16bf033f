"""The site while somebody writes: MkDocs' own live-reload server over our build."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from stepsheet.errors import UserError

Rebuild = Callable[[], None]


def serve(root: Path, rebuild: Rebuild, watched: Iterable[Path], address: str, empty: str) -> None:
    """Serve a folder and rebuild when a watched path changes, until interrupted.

    `rebuild` reports mistakes by itself and returns all the same: the browser then keeps the last good site. `empty` is
    what it shows where there is no page, as before the first good build. Raises UserError for an address that is none
    or cannot be listened on.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    host, port = _parsed(address)
    server = LiveReloadServer(builder=rebuild, host=host, port=port, root=str(root))
    server.error_handler = lambda code: _page(root, code, empty)
    for path in watched:
        server.watch(str(path))
    rebuild()
    try:
        server.serve()  # type: ignore[no-untyped-call] # MkDocs' class is not typed
    except OSError as error:
        raise UserError(
            f"cannot listen on {address}: {error.strerror}", help="choose another address with --address"
        ) from None
    finally:
        server.shutdown()


def _parsed(address: str) -> tuple[str, int]:
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isdigit() or int(port) > MAX_PORT:
        raise UserError(f"{address!r} is not an address", help="write host:port, like 127.0.0.1:8000")
    return host.strip("[]"), int(port)


MAX_PORT = 65535


def _page(root: Path, code: int, empty: str) -> bytes:
    """The site's own page for an error, else a plain one."""
    page = root / f"{code}.html"
    if page.is_file():
        return page.read_bytes()
    return f"<!doctype html><meta charset=utf-8><title>Stepsheet</title><p>{empty}</p><body></body>".encode()
