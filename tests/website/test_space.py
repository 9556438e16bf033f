"""A space with plain pages, a navigation and old addresses, built for real and looked at in a browser."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = ["", "contents/", "pages/about/", "en/pages/faq/", "guides/install/"]


@pytest.fixture(scope="module")
def root(space):
    return space


@pytest.fixture(scope="module")
def base_url(root, serve):
    with serve(root) as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone(visit, path, scheme):
    page = visit(path, color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(visit, path):
    page = visit(path, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_every_link_of_a_page_leads_somewhere(visit, base_url, root):
    for path in (*PAGES, "pages/welcome/", "pages/more/", "en/contents/"):
        page = visit(path)
        links = page.locator("article a[href], .ss-footer a").evaluate_all("all => all.map(link => link.href)")
        for link in {link for link in links if link.startswith(base_url)}:
            file, _, anchor = link.removeprefix(base_url).partition("#")
            target = root / file / "index.html" if not file or file.endswith("/") else root / file
            assert target.is_file(), (path, link)
            assert not anchor or f'id="{anchor}"' in target.read_text(), (path, link)


@pytest.mark.parametrize(
    ("old", "new"), [("start/", "pages/welcome/"), ("start", "pages/welcome/"), ("old/faq.html", "pages/faq/#heat")]
)
def test_an_old_address_leads_to_the_new_one(visit, base_url, old, new):
    page = visit(old)
    page.wait_for_url(base_url + new)
    assert page.locator("h1").count() == 1


def test_an_old_address_can_be_left_by_its_link_and_is_not_for_search_engines(root):
    text = (root / "old/faq.html").read_text(encoding="utf-8")
    assert '<a href="../pages/faq/#heat">Вопросы и ответы</a>' in text
    assert '<meta name="robots" content="noindex">' in text


def test_before_and_after_lead_through_the_whole_space(visit, base_url):
    page = visit("pages/welcome/")
    seen = [page.url.removeprefix(base_url)]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        page.wait_for_url(lambda url, before=seen[-1]: url != base_url + before)
        seen.append(page.url.removeprefix(base_url))
    assert seen == ["pages/welcome/", "guides/install/", "pages/faq/", "pages/more/", "guides/update/"]


def test_the_search_finds_what_pages_say_under_their_headings(root):
    docs = json.loads((root / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    found = {entry["location"]: entry["text"] for entry in docs}
    assert "Кипяток обжигает" in found["pages/about/#water"]
    assert "Его не включили" in found["pages/faq/#heat"]


def test_a_page_in_another_language_says_so_and_marks_it(visit):
    page = visit("en/pages/faq/")
    assert "not translated yet" in page.locator(".ss-notice").inner_text()
    assert page.locator(".ss-prose[lang=ru]").count() == 1
    assert page.locator("h2 [lang=ru]").inner_text() == "Почему он холодный?"


def test_raw_html_and_templates_in_a_page_are_words(root):
    text = (root / "pages/about/index.html").read_text(encoding="utf-8")
    assert "{{ 1 + 1 }} и <code>&lt;b&gt;</code>" in text
