"""Names that look like HTML: shown as they are written, wherever the theme prints them, and never run."""

import functools
import http.server
import re
import threading

import pytest

from stepsheet import pipeline

from .conftest import TODAY, _Quiet

EVIL = 'Guides" onfocus="alert(document.domain)" autofocus x="'
KIND = "Tips & Tricks"
DESCRIPTION = '"><script>alert(1)</script> & more'
SETTINGS = f"""\
site_name: '{EVIL}'
repo_url: https://github.com/team/guides
repo_name: team/guides
docs_dir: content
theme: material
plugins:
  - search
  - stepsheet:
      locales:
        ru: {{site_description: '{DESCRIPTION}'}}
        en: {{site_name: {KIND}}}
"""
GUIDE = """\
title: A "b" & c
summary: Visit.
category: one
needs: none
sections:
  - {id: go, title: Go, steps: [{id: walk, do: Walk.}]}
"""
CATEGORIES = """categories: [{id: one, title: '"one" & onfocus="alert(2)"'}]"""
PAGES = ["", "404.html", "categories/one/", "guides/visit/"]
NAMES = {"": EVIL, "en/": KIND}


@pytest.fixture
def named(project, browser):
    """Opens a page of a site with such names; at the end no script of theirs has run and no other host was asked."""
    project.write(
        {"mkdocs.yml": SETTINGS, "content/categories.yml": CATEGORIES, "content/guides/visit/guide.yml": GUIDE}
    )
    built = pipeline.build(project.settings, TODAY, locales=("ru", "en"))
    assert built.site_dir, [str(item.finding) for item in built.diagnostics]
    handler = functools.partial(_Quiet, directory=str(built.site_dir))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        base, page, wrong = f"http://127.0.0.1:{server.server_port}/", browser.new_page(), []
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith((base, "data:")) or wrong.append(request.url))

        def opened(path, until="load"):
            page.goto(base + path, wait_until=until)
            return page

        yield opened
        page.close()
        server.shutdown()
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("prefix", NAMES)
def test_a_name_is_shown_as_it_is_written_and_never_runs(named, prefix):
    name = NAMES[prefix]
    for path in PAGES:
        page = named(prefix + path)
        assert page.locator("[onfocus], [x]:not(.ss-scene *)").count() == 0
        logos = page.locator(".md-logo").evaluate_all("all => all.map(it => [it.title, it.ariaLabel])")
        assert logos
        assert all(logo == [name, name] for logo in logos), path
        assert name in page.title()
        assert page.locator(".md-header__topic").first.text_content().strip() == name
        assert page.locator(".ss-footer__name").text_content() == name
        source = page.evaluate("document.documentElement.outerHTML")
        assert not re.findall(r"&amp;(?:amp|quot|lt|gt|#\d+);", source), path


def test_the_drawer_shows_the_name(named):
    drawer = named("").locator(".md-nav--primary > .md-nav__title")
    assert drawer.text_content().strip() == EVIL


def test_a_description_and_a_category_are_shown_as_they_are_written(named):
    page = named("404.html")
    assert page.locator("meta[name=description]").get_attribute("content") == DESCRIPTION
    page = named("")
    assert page.locator("meta[name=description]").get_attribute("content") == DESCRIPTION
    shown = page.locator(".ss-footer__nav a").all_text_contents()
    assert '"one" & onfocus="alert(2)"' in shown


def test_a_page_asks_no_host_about_the_repository(named):
    """Material's header would ask api.github.com for stars and forks; the fixture sees every request."""
    page = named("guides/visit/", "networkidle")
    assert page.locator("[data-md-component=source]").count() == 0
    assert page.locator('a[href="https://github.com/team/guides/edit/main/content/guides/visit/guide.yml"]').count()
