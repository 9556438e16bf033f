#!/usr/bin/env python3
"""Draws the pictures of the README again from the real site: docs/images/page.png and docs/images/sheet.png."""

import functools
import http.server
import os
import shutil
import subprocess
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
GUIDE = "en/guides/okx-api-keys"
TICKED = ("main-account.sign-in", "main-account.open-api")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def page(site: Path) -> None:
    """The guide with two steps ticked, the third one next."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=False)
        tab = browser.new_page(viewport={"width": 1240, "height": 940}, reduced_motion="reduce")
        tab.goto(f"http://127.0.0.1:{server.server_port}/{GUIDE}/")
        for anchor in TICKED:
            tab.locator(f'[data-ss-kind="step"][data-ss-tick="{anchor}"]').check(force=True)
        tab.evaluate("document.getElementById('main-account').scrollIntoView(); scrollBy(0, -90)")
        tab.wait_for_timeout(500)
        tab.screenshot(path=IMAGES / "page.png")
        browser.close()
        server.shutdown()


def sheet(site: Path) -> None:
    """The first page of the sheet with a frame."""
    with pypdfium2.PdfDocument(site / GUIDE / "checklist-a4.pdf") as document:
        picture = document[0].render(scale=1.25).to_pil().convert("RGB")
    for edge in ((0, 0, picture.width, 1), (0, 0, 1, picture.height)):
        picture.paste((190, 190, 190), edge)
        picture.paste(
            (190, 190, 190), (picture.width - edge[2], picture.height - edge[3], picture.width, picture.height)
        )
    picture.quantize(64).save(IMAGES / "sheet.png", optimize=True)


def main() -> None:
    """Build the site with an address, so that the sheet has its QR code, and take both pictures."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="stepsheet-pictures-") as folder:
        site = Path(folder) / "site"
        environment = {**os.environ, "SITE_URL": "https://guides.example"}
        subprocess.run([ROOT / ".venv/bin/stepsheet", "build", "-d", site], cwd=ROOT, env=environment, check=True)
        page(site)
        sheet(site)


if __name__ == "__main__":
    main()
