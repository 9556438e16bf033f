"""A space with its own navigation: home, contents, the way above a page and on from it, and old addresses."""

from datetime import date
from pathlib import Path

import pytest

from stepsheet import pipeline, settings
from stepsheet.render import everything
from stepsheet.render.site import Place
from stepsheet.render.sitemap import paths
from stepsheet.website import project

HERE = Path(__file__).parent
GOLDEN = HERE / "golden_space"
SETTINGS = """\
site_name: Kettle
plugins:
  - stepsheet:
      locales:
        ru: {site_name: Чайник, site_description: Как с ним быть}
        en: {site_name: Kettle, site_description: How to live with it}
"""
READ = ("index.md", "contents/index.md", "guides/install/index.md", "pages/more/index.md", "start/index.html")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    root = tmp_path_factory.mktemp("project")
    (root / "mkdocs.yml").write_text(SETTINGS)
    (root / "content").symlink_to(HERE / "space")
    return settings.load(root / "mkdocs.yml")


@pytest.fixture(scope="module")
def sites(loaded):
    checked = pipeline.check(loaded, date(2026, 11, 22))
    assert [item.rule.name for item in checked.diagnostics] == ["missing-translation", "missing-translation"]
    return pipeline.localize(checked.content, loaded, loaded.locales)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_pages_of_a_space_are_as_they_were_read_and_approved(sites, golden, locale):
    site = next(site for site in sites if site.locale == locale)
    made = {file.path.as_posix(): file.content for file in everything.files(site) if file.path.suffix != ".pdf"}
    for name in READ:
        if name in made:
            golden(GOLDEN / locale / name, made[name])


def test_old_addresses_are_in_the_default_language_alone(sites):
    redirects = [
        [str(file.path) for file in everything.files(site) if file.path.suffix == ".html" and file.place is Place.SITE]
        for site in sites
    ]
    assert redirects == [["old/faq.html", "start/index.html"], []]


def test_everything_before_and_after_is_in_the_order_of_the_tree(sites):
    spots = sites[0].navigation.spots
    chain = [("page", "welcome")]
    while after := spots[chain[-1]].after:
        assert spots[after.key].before.key == chain[-1]
        chain.append(after.key)
    assert [name for _, name in chain] == ["welcome", "install", "faq", "more", "update"]
    assert [node.id for node in spots["page", "more"].trail] == ["using", "install", "faq"]


def test_the_engine_gets_no_more_of_the_navigation_than_its_page_of_contents(sites, loaded):
    made = project.config(sites[0], loaded)
    assert "contents/index.md" in made
    assert "guides/install" not in made
    assert "pages/faq" not in made


def test_the_page_of_contents_is_in_the_sitemap_and_old_addresses_are_not(sites):
    assert paths(sites[0])[:2] == ("", "contents/")
    assert not any(path.startswith(("old", "start")) for path in paths(sites[0]))
