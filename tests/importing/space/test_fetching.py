"""Pictures are downloaded from public hosts only, bounded in size, time and redirects; a reason is a value."""

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from stepsheet.importing import fetching
from stepsheet.importing.fetching import Fetcher

PICTURE = b"\x89PNG" + bytes(1000)


class Host(http.server.BaseHTTPRequestHandler):
    """Answers as its path says."""

    def do_GET(self) -> None:
        with suppress(OSError):
            getattr(self, f"_{self.path.strip('/').partition('?')[0].partition('/')[0]}")()

    def _good(self) -> None:
        self._send(200, PICTURE)

    def _said(self) -> None:
        self._send(200, self.requestline.encode())

    def _big(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(bytes(65_536))

    def _boast(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(fetching.MAX_BYTES + 1))
        self.end_headers()

    def _short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(PICTURE)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._slowly()

    def _headers(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self._slowly()

    def _slowly(self) -> None:
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def _moved(self) -> None:
        self._to("/good")

    def _round(self) -> None:
        self._to("/round")

    def _away(self) -> None:
        self._to("file:///etc/passwd")

    def _gone(self) -> None:
        self._send(404, b"")

    def _to(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def _send(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name in the library
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """A host on the own machine, which stops by itself."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(5)


@pytest.mark.parametrize("path", ["good", "moved", "good?token=1#part"])
def test_a_picture_comes_with_all_its_bytes(host: str, path: str) -> None:
    assert Fetcher(private=True).get(f"{host}/{path}") == PICTURE


def test_letters_and_blanks_of_an_address_are_written_as_the_web_wants_them(host: str) -> None:
    said = Fetcher(private=True).get(f"{host}/said/снимок 1.png?a=б&c=%20")
    assert said == b"GET /said/%D1%81%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA%201.png?a=%D0%B1&c=%20 HTTP/1.1"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone", "its host answers 404 Not Found"),
        ("big", "it has more than the 20,971,520 bytes allowed"),
        ("boast", "it has more than the 20,971,520 bytes allowed"),
        ("short", "it breaks off"),
        ("round", "it is redirected more than 3 times"),
        ("away", "its address is not of the web"),
    ],
)
def test_what_does_not_come_has_a_reason(host: str, path: str, reason: str) -> None:
    assert Fetcher(private=True).get(f"{host}/{path}") == reason


@pytest.mark.parametrize("path", ["drip", "headers"])
def test_a_host_that_sends_a_byte_now_and_then_is_not_waited_for(host: str, path: str) -> None:
    begun = time.monotonic()
    assert Fetcher(private=True, seconds=0.4).get(f"{host}/{path}") == "it takes too long"
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x.png",
        "http://localhost/x.png",
        "http://[::1]/x.png",
        "http://10.0.0.1/x.png",
        "http://192.168.1.1/x.png",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/x.png",
        "http://0.0.0.0/x.png",
        "http://[::ffff:127.0.0.1]/x.png",
        "http://[64:ff9b::7f00:1]/x.png",
        "http://[2002:7f00:1::]/x.png",
        "http://[fe80::1]/x.png",
        "http://224.0.0.1/x.png",
        "http://2130706433/x.png",
    ],
)
def test_a_private_address_is_not_asked(address: str) -> None:
    assert Fetcher().get(address) == "its host is in a private network"


def test_a_redirect_into_the_private_network_is_not_followed(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(fetching, "_public", lambda address: not asked.append(address) and len(asked) == 1)
    assert Fetcher().get(f"{host}/moved") == "its host is in a private network"


@pytest.mark.parametrize(
    "address",
    ["ftp://a.test/x", "file:///etc/passwd", "http:///x", "http://user:word@a.test/x", "data:,x", "", "x.png"],
)
def test_an_address_that_is_not_of_the_web_is_not_asked(address: str) -> None:
    assert Fetcher().get(address) == "its address is not of the web"


@pytest.mark.parametrize("address", ["http://[x/y.png", "http://a.test:99999/x.png", "http://a.test:port/x.png"])
def test_an_address_that_is_none_is_no_crash(address: str) -> None:
    assert str(Fetcher().get(address)).startswith("its host does not answer: ")


def test_a_host_that_does_not_answer_is_not_asked_for_ever() -> None:
    fetcher = Fetcher(private=True)
    for _ in range(3):
        assert str(fetcher.get("http://127.0.0.1:1/x.png")).startswith("its host does not answer: ")
    assert fetcher.get("http://127.0.0.1:1/y.png") == "its host has not answered before"
