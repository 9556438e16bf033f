"""A site without a network once it was visited, and without a web server."""

import shutil
import socket
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Error

from stepsheet import pipeline

from .conftest import own_settings, served

GUIDE = "guides/okx-api-keys/"
KEPT = """async (path) => {
    await navigator.serviceWorker.ready
    for (let tries = 0; tries < 100; tries++) {
        if (await caches.match(new URL(path, location.href))) return true
        await new Promise((done) => setTimeout(done, 50))
    }
    return false
}"""
RENEWED = """async (old) => {
    for (let tries = 0; tries < 200; tries++) {
        const names = await caches.keys()
        if (names.length === 1 && names[0] !== old) return true
        await new Promise((done) => setTimeout(done, 50))
    }
    return false
}"""


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The site, built for the address that it is served on, and its port."""
    place, port = tmp_path_factory.mktemp("published") / "site", free_port()
    configured = replace(own_settings(place), site_url=f"http://127.0.0.1:{port}/")
    assert pipeline.build(configured, date(2026, 11, 22), locales=configured.locales).site_dir
    return place, port


@pytest.fixture
def copy(published, tmp_path):
    """A copy that a test may change, and its port."""
    place, port = published
    return Path(shutil.copytree(place, tmp_path / "site")), port


@pytest.fixture
def tab(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["", GUIDE, f"en/{GUIDE}"])
def test_a_page_that_was_visited_is_there_without_a_network(tab, published, path):
    place, port = published
    with served(place, port) as url:
        tab.goto(url + path)
        assert tab.evaluate(KEPT, ".")
        title = tab.title()
    tab.goto(url + path)
    assert tab.title() == title
    assert tab.locator("h1").is_visible()
    assert tab.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ss-measure')")


def test_a_page_that_was_not_visited_is_not_there_without_a_network(tab, published):
    place, port = published
    with served(place, port) as url:
        tab.goto(url)
        assert tab.evaluate(KEPT, ".")
    with pytest.raises(Error, match=r"ERR_FAILED|ERR_CONNECTION_REFUSED"):
        tab.goto(f"{url}categories/exchanges/")


def test_a_browser_that_is_told_to_be_offline_shows_the_page_too(tab, published):
    place, port = published
    with served(place, port) as url:
        tab.goto(url + GUIDE)
        assert tab.evaluate(KEPT, ".")
        tab.context.set_offline(True)
        tab.reload()
        assert tab.locator("h1").is_visible()


def test_ticks_are_kept_without_a_network(tab, published):
    place, port = published
    with served(place, port) as url:
        tab.goto(url + GUIDE)
        assert tab.evaluate(KEPT, ".")
        assert tab.evaluate(KEPT, "../../assets/javascripts/stepsheet.js")
    tab.goto(url + GUIDE)
    tab.locator('[data-ss-kind="step"]').first.check(force=True)
    tab.reload()
    assert tab.locator('[data-ss-kind="step"]').first.is_checked()


def test_with_a_network_a_page_is_never_an_old_one(tab, copy):
    place, port = copy
    page = place / GUIDE / "index.html"
    with served(place, port) as url:
        tab.goto(url + GUIDE)
        assert tab.evaluate(KEPT, ".")
        tab.reload()
        page.write_text(page.read_text(encoding="utf-8").replace("<title>", "<title>New: "), encoding="utf-8")
        tab.reload()
        assert tab.title().startswith("New: ")
    tab.reload()
    assert tab.title().startswith("New: ")


def test_a_new_build_fetches_anew_what_was_kept_and_drops_the_rest(tab, copy):
    place, port = copy
    with served(place, port) as url:
        tab.goto(url + GUIDE)
        assert tab.evaluate(KEPT, ".")
        (first,) = tab.evaluate("caches.keys()")
        page, worker = place / GUIDE / "index.html", place / "sw.js"
        page.write_text(page.read_text(encoding="utf-8").replace("<title>", "<title>New: "), encoding="utf-8")
        worker.write_text(worker.read_text(encoding="utf-8").replace("CACHE = `${OURS}", "CACHE = `${OURS}2"))
        tab.goto(url)
        tab.evaluate("navigator.serviceWorker.ready.then((one) => one.update())")
        assert tab.evaluate(RENEWED, first)
    tab.goto(url + GUIDE)
    assert tab.title().startswith("New: ")


def test_each_build_has_a_worker_of_its_own(published, tmp_path):
    place, port = published
    configured = replace(own_settings(tmp_path / "site"), site_url=f"http://127.0.0.1:{port + 1}/")
    assert pipeline.build(configured, date(2026, 11, 22), locales=["en"]).site_dir
    one, two = (folder / "sw.js" for folder in (place, tmp_path / "site"))
    assert one.read_text() != two.read_text()


def test_a_preview_leaves_no_worker_in_the_browser(tab, site):
    """The site is built for another address than the one it is looked at on."""
    with served(site.root) as url:
        tab.goto(url + GUIDE)
        tab.wait_for_timeout(500)
        assert tab.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_a_site_opened_as_files_leads_from_page_to_page(tab, site):
    tab.goto((site.root / "index.html").as_uri())
    tab.locator(f"article a[href*='{GUIDE}']").first.click()
    assert tab.url == (site.root / GUIDE / "index.html").as_uri()
    tab.locator('[data-ss-kind="step"]').first.check(force=True)
    tab.reload()
    assert tab.locator('[data-ss-kind="step"]').first.is_checked()
    tab.locator(".ss-crumbs a").first.click()
    assert tab.url == (site.root / "index.html").as_uri()


def test_a_site_opened_as_files_has_no_search_that_finds_nothing(tab, site):
    tab.goto((site.root / "index.html").as_uri())
    assert not any(part.is_visible() for part in tab.locator(".md-search, .md-header [for=__search]").all())
