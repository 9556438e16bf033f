#!/usr/bin/env python3
"""Draws the pictures of the documentation again from the real site: `docs/images/`.

The page in light, dark and on a phone, the home page, the sheet, and the card that is shown with a link.
"""

import functools
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
GUIDE = "en/guides/okx-api-keys"
SECTION = "main-account"
TICKED = ("main-account.sign-in", "main-account.open-api")
EDGE = (190, 190, 190)
COLOURS = 96  # enough for pages of text, and a third of the bytes


@dataclass(frozen=True)
class View:
    """A picture of a page: its name, what is shown, how wide and tall the window is."""

    name: str
    path: str
    width: int
    height: int
    scheme: str = "light"


VIEWS = (
    View("page", f"{GUIDE}/", 1240, 940),
    View("page-dark", f"{GUIDE}/", 1240, 940, "dark"),
    View("page-phone", f"{GUIDE}/", 390, 800),
    View("home", "en/", 1240, 760),
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site on a loopback port."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def pages(site: Path) -> None:
    """Every view, the guide with two steps ticked and the third one next."""
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        for view in VIEWS:
            page(browser, url, view)
        browser.close()


def page(browser: Browser, url: str, view: View) -> None:
    """One view, in a browser that has been nowhere before."""
    size = {"width": view.width, "height": view.height}
    scheme = "dark" if view.scheme == "dark" else "light"
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce", locale="en-US")
    tab = context.new_page()
    tab.goto(url + view.path)
    if view.path.startswith(GUIDE):
        follow(tab)
    tab.wait_for_timeout(500)
    path = IMAGES / f"{view.name}.png"
    tab.screenshot(path=path)
    context.close()
    save(Image.open(path).convert("RGB"), path)


def follow(tab: Page) -> None:
    """The first section, two of its steps ticked."""
    for anchor in TICKED:
        tab.locator(f'[data-ss-kind="step"][data-ss-tick="{anchor}"]').check(force=True)
    tab.evaluate("name => { document.getElementById(name).scrollIntoView(); scrollBy(0, -90) }", SECTION)


def sheet(site: Path) -> None:
    """The first page of the sheet with a frame."""
    with pypdfium2.PdfDocument(site / GUIDE / "checklist-a4.pdf") as document:
        picture = document[0].render(scale=1.25).to_pil().convert("RGB")
    for edge in ((0, 0, picture.width, 1), (0, 0, 1, picture.height)):
        picture.paste(EDGE, edge)
        picture.paste(EDGE, (picture.width - edge[2], picture.height - edge[3], picture.width, picture.height))
    save(picture, IMAGES / "sheet.png")


def card(site: Path) -> None:
    """The card of the guide, at half its size."""
    with Image.open(site / GUIDE / "card.png") as drawn:
        save(drawn.convert("RGB").resize((drawn.width // 2, drawn.height // 2)), IMAGES / "card.png")


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture in few colours."""
    picture.quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """Build the site with an address, so that the sheet has its QR code and pages have cards, and take the pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="stepsheet-pictures-") as folder:
        site = Path(folder) / "site"
        environment = {**os.environ, "SITE_URL": "https://guides.example"}
        subprocess.run([ROOT / ".venv/bin/stepsheet", "build", "-d", site], cwd=ROOT, env=environment, check=True)
        pages(site)
        sheet(site)
        card(site)


if __name__ == "__main__":
    main()
