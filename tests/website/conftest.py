"""The repository's own site, built once, and a real browser to look at it."""

import functools
import http.server
import json
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from stepsheet import pipeline, settings
from stepsheet.settings import Settings

REPOSITORY = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
ADDRESS = "https://guides.example/"
LOCALES = {"ru": "", "en": "en/"}
RENDER = REPOSITORY / "tests" / "render"
SPACE = """\
site_name: Kettle
theme: {{name: material, custom_dir: {overrides}}}
plugins:
  - search
  - stepsheet:
      locales:
        ru: {{site_name: Чайник}}
        en: {{site_name: Kettle}}
"""


def own_settings(site_dir: Path) -> Settings:
    """The settings of the repository, as an operator with an address would have them."""
    loaded = settings.load(REPOSITORY / "mkdocs.yml")
    return replace(loaded, site_dir=site_dir, site_url=ADDRESS, edit_url="https://code.example/edit/main/content/")


@dataclass(frozen=True)
class BuiltSite:
    """A built site on disk."""

    root: Path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def pdf_text(self, name: str) -> str:
        document = pypdfium2.PdfDocument(self.root / name)
        return words(" ".join(page.get_textpage().get_text_range() for page in document))

    def outputs(self, locale: str) -> dict[str, str]:
        """The guide as text in each of its outputs."""
        guide = f"{LOCALES[locale]}guides/okx-api-keys"
        return {
            "page": visible(self.read(f"{guide}/index.html")),
            "sheet A4": self.pdf_text(f"{guide}/checklist-a4.pdf"),
            "sheet Letter": self.pdf_text(f"{guide}/checklist-letter.pdf"),
            "Markdown": words(re.sub(r"\]\([^)]*\)|[*\[\]]", "", self.read(f"{guide}.md"))),
            "data": words(" ".join(strings(json.loads(self.read(f"{guide}.json"))))),
            "workbook": words(" ".join(cells(self.root / f"{guide}.xlsx"))),
        }


def words(text: str) -> str:
    """A text on one line; a word that PDFium reports as cut at a line's end is joined."""
    return " ".join(re.sub(r"[\ufffe\u0002]\s*", "", text).split())


def visible(html: str) -> str:
    """The words of a page's content."""
    body = html[html.index("<article") : html.index("</article>")]
    body = re.sub(r'<a class="headerlink".*?</a>', "", body)
    return words(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(a|strong|em|code|span)\b[^>]*>", "", body))))


def strings(value: object) -> Iterator[str]:
    """Every text in JSON data, without the little Markdown it may hold."""
    match value:
        case str():
            yield re.sub(r"\]\([^)]*\)|[*\[\]]", "", value)
        case dict():
            for item in value.values():
                yield from strings(item)
        case list():
            for item in value:
                yield from strings(item)


def cells(workbook: Path) -> Iterator[str]:
    """Every text in a workbook."""
    for sheet in openpyxl.load_workbook(workbook):
        yield from (str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The repository's guides, built with an address."""
    place = tmp_path_factory.mktemp("built") / "site"
    configured = own_settings(place)
    built = pipeline.build(configured, TODAY, locales=configured.locales)
    assert built.site_dir == place, [str(item.finding) for item in built.diagnostics]
    return BuiltSite(place)


@pytest.fixture(scope="session")
def space(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The space of the render tests with one page that has every element."""
    place = tmp_path_factory.mktemp("space")
    shutil.copytree(RENDER / "space", place / "content")
    for name in ("about.ru.md", "about.en.md", "prices.ru.md", "prices.en.md", "images"):
        source = RENDER / "content" / "pages" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, place / "content" / "pages" / name, **({"dirs_exist_ok": True} if source.is_dir() else {}))
    shutil.copytree(RENDER / "content/guides/everything", place / "content/guides/everything")
    shutil.copytree(RENDER / "content/guides/short", place / "content/guides/short")
    shutil.copy(RENDER / "content/categories.yml", place / "content")
    (place / "mkdocs.yml").write_text(SPACE.format(overrides=REPOSITORY / "overrides"))
    loaded = settings.load(place / "mkdocs.yml")
    built = pipeline.build(loaded, TODAY, locales=loaded.locales)
    assert built.site_dir, [str(item.finding) for item in built.diagnostics]
    assert [item for item in built.diagnostics if item.rule is pipeline.ENGINE_WARNING] == []
    return built.site_dir


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    """A browser that closes a page hangs up in the middle of an answer: nothing to print a stack trace for."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(root: Path, port: int = 0) -> Iterator[str]:
    """A folder on a loopback port, a free one unless it is named."""
    handler = functools.partial(_Quiet, directory=str(root))
    with _Server(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a folder while a `with` lasts."""
    return served


@pytest.fixture(scope="session")
def base_url(site: BuiltSite, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The site on a loopback port."""
    with serve(site.root) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the system's, else the one Playwright has installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    arguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=arguments, chromium_sandbox=False)
        yield launched
        launched.close()


@dataclass
class Visit:
    """A page and what it did wrong: requests to other hosts, script errors."""

    page: Page
    foreign: list[str]
    errors: list[str]

    def asked(self, url: str, own: str) -> None:
        if not url.startswith((own, "data:", "blob:")):
            self.foreign.append(url)


@pytest.fixture
def visit(browser: Browser, base_url: str) -> Iterator[Callable[..., Page]]:
    """Opens a path of the site in a fresh context; at the end no page has asked another host or failed."""
    visits: list[Visit] = []

    def open_path(path: str, **context: object) -> Page:
        page = browser.new_context(locale="en-US", timezone_id="UTC", **context).new_page()
        made = Visit(page, [], [])
        page.on("request", lambda request: made.asked(request.url, base_url))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.goto(base_url + path)
        visits.append(made)
        return page

    yield open_path
    for made in visits:
        made.page.context.close()
    assert [made.foreign + made.errors for made in visits if made.foreign or made.errors] == []
