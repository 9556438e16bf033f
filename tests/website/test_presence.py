"""Pages that are hardly translated: for readers alone, or left out of their locale, which sends them to the source.

The guide `everything` is 93 percent in English, the page `contact` not at all, the page `faq` neither.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from stepsheet import pipeline, settings
from stepsheet.audit import runner
from stepsheet.model.content import Content
from stepsheet.settings import Settings

from .conftest import RENDER, REPOSITORY, TODAY

MKDOCS = f"""\
site_name: Kettle
site_url: https://guides.example/
repo_url: https://code.example/tea
theme: {{name: material, custom_dir: {REPOSITORY / "overrides"}}}
plugins:
  - search
  - stepsheet:
      index_from: INDEX
      locales:
        ru: {{site_name: Чайник}}
        en: {{site_name: Kettle, publish_from: PUBLISH}}
"""


@dataclass(frozen=True)
class Built:
    """A built site that can be broken."""

    root: Path
    settings: Settings
    content: Content

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        return (self.root / path).exists()

    def head(self, path: str) -> dict[str, str]:
        """What the head of a page says of addresses and robots."""
        page = LexborHTMLParser(self.read(f"{path}index.html"))
        links = page.css("head link[rel^=canonical], head link[hreflang]")
        said = {link.attributes.get("hreflang") or "canonical": link.attributes["href"] for link in links}
        robots = page.css_first('head meta[name="robots"]')
        return said | ({"robots": robots.attributes["content"]} if robots else {})

    def says(self, path: str, old: str, new: str) -> list[str]:
        """What the audit finds when a file says something else; the file is mended again."""
        whole = self.read(path)
        assert old in whole, f"{path} does not hold {old!r}"
        (self.root / path).write_text(whole.replace(old, new, 1), encoding="utf-8")
        found = runner.audit(self.content, self.settings, self.root, self.settings.prefixes)
        (self.root / path).write_text(whole, encoding="utf-8")
        return [f"{one.rule.code} {one.finding.message}" for one in found]


def built(place: Path, source: Path, index: int, publish: int) -> Built:
    shutil.copytree(source, place / "content")
    text = MKDOCS.replace("INDEX", str(index)).replace("PUBLISH", str(publish))
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")
    loaded = settings.load(place / "mkdocs.yml")
    made = pipeline.build(loaded, TODAY, locales=loaded.locales)
    assert made.site_dir, [str(item.finding) for item in made.diagnostics]
    return Built(made.site_dir, loaded, pipeline.check(loaded, TODAY).content)


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """All pages are there; those of which less than 95 percent is translated are not for search engines."""
    return built(tmp_path_factory.mktemp("shown"), RENDER / "content", 95, 0)


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """Pages of which less than 95 percent is translated are left out."""
    return built(tmp_path_factory.mktemp("without"), RENDER / "content", 95, 95)


@pytest.fixture(scope="module")
def navigated(tmp_path_factory):
    """The same with a navigation, in which the page `more` stands below the page `faq`, which is left out."""
    return built(tmp_path_factory.mktemp("navigated"), RENDER / "space", 50, 50)


def test_a_page_below_the_share_sends_search_engines_to_the_source(shown):
    source = "https://guides.example/guides/everything/"
    assert shown.head("en/guides/everything/") == {"canonical": source, "robots": "noindex"}
    assert shown.head("guides/everything/") == {"canonical": source, "ru": source, "x-default": source}


def test_a_page_above_the_share_is_a_page_like_any_other(shown):
    source, english = (f"https://guides.example/{prefix}guides/short/" for prefix in ("", "en/"))
    twins = {"ru": source, "en": english, "x-default": source}
    assert shown.head("en/guides/short/") == {"canonical": english, **twins}
    assert shown.head("guides/short/") == {"canonical": source, **twins}


def test_the_sitemap_has_no_page_below_the_share_but_readers_find_it(shown):
    assert "en/guides/everything/" not in shown.read("sitemap.xml")
    assert "en/guides/short/" in shown.read("sitemap.xml")
    for listed in ("en/llms.txt", "en/search/search_index.json", "en/index.html"):
        assert "guides/everything" in shown.read(listed), listed


def test_the_notice_counts_what_is_not_translated_and_leads_to_the_status(shown):
    page = LexborHTMLParser(shown.read("en/guides/everything/index.html"))
    notice = page.css_first(".ss-notice:not(.ss-notice--absent)")
    assert [line.text() for line in notice.css("p")] == [
        "Not everything here is translated yet",
        "4 texts are not translated and are shown in the original language (Russian).",
        "3 texts have changed since they were translated. Changed warnings are shown in the original language.",
        "Such texts are marked with a dotted line.",
        "See what is left to translate",
    ]
    assert notice.css_first("a").attributes["href"] == "../../translations/#book:guides/everything"


def test_a_page_that_is_left_out_is_nowhere_in_its_locale(without):
    assert not without.has("en/guides/everything")
    assert not without.has("en/guides/everything.md")
    for name in ("index.html", "categories/kitchen/index.html", "guides/short/index.html", "pages/about/index.html"):
        links = (link.attributes["href"] for link in LexborHTMLParser(without.read(f"en/{name}")).css("a[href]"))
        assert not [href for href in links if "guides/everything" in href and not href.startswith("../../../")], name
    for name in ("llms.txt", "llms-full.txt", "search/search_index.json"):
        assert "Everything" not in without.read(f"en/{name}"), name
    assert "en/guides/everything" not in without.read("sitemap.xml")


@pytest.mark.parametrize("kind", ["guides/everything", "pages/contact"])
def test_the_switch_leads_to_a_notice_in_the_readers_language(without, serve, browser, kind):
    """Without a script: the address alone shows it, and nobody else sees it."""
    with serve(without.root) as url:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{url}{kind}/")
        notice = page.locator(".ss-notice--absent")
        assert not notice.is_visible()
        link = page.locator(".ss-actions a", has_text="English")
        assert link.get_attribute("hreflang") == "ru"
        link.click()
        assert notice.is_visible()
        assert notice.get_attribute("lang") == "en"
        what = "guide" if kind.startswith("guide") else "page"
        assert notice.locator("p").all_inner_texts() == [
            "No translation yet: English",
            f"This {what} is not in this language yet. You are reading the original (Russian).",
        ]


def test_a_reference_to_a_page_that_is_left_out_leads_to_the_source(navigated):
    page = LexborHTMLParser(navigated.read("en/guides/install/index.html"))
    (link,) = page.css('article a[href*="pages/faq"]')
    assert link.attributes == {"href": "../../../pages/faq/#heat", "hreflang": "ru"}
    assert "](../../pages/faq/#heat)" in navigated.read("en/guides/install.md")
    assert "](../pages/faq/#heat)" in navigated.read("en/llms-full.txt")


def test_what_stands_below_a_page_that_is_left_out_moves_up(navigated):
    contents = navigated.read("en/contents/index.html")
    assert "page:faq" not in contents
    assert 'id="page:more"' in contents
    after = LexborHTMLParser(navigated.read("en/guides/install/index.html")).css_first(".ss-around__after")
    assert after.attributes["href"] == "../../pages/more/"


# What is broken: the site, the file, what stands there, what to write, and what is found first.
BROKEN = {
    "a page that is for search engines after all": (
        "shown",
        "en/guides/everything/index.html",
        '<meta name="robots" content="noindex">',
        "",
        "S511 en/guides/everything/index.html has no `noindex`",
    ),
    "a page that search engines leave out": (
        "shown",
        "en/guides/short/index.html",
        "</head>",
        '<meta name="robots" content="noindex"></head>',
        "S511 en/guides/short/index.html has the `robots` 'noindex', and not nothing",
    ),
    "a canonical address that is the page's own": (
        "shown",
        "en/guides/everything/index.html",
        '<link rel="canonical" href="https://guides.example/',
        '<link rel="canonical" href="https://guides.example/en/',
        (
            "S512 en/guides/everything/index.html names https://guides.example/en/guides/everything/ "
            "as its canonical, which is https://guides.example/guides/everything/"
        ),
    ),
    "a twin that is hardly translated": (
        "shown",
        "guides/everything/index.html",
        "</head>",
        '<link rel="alternate" hreflang="en" href="https://guides.example/en/guides/everything/"></head>',
        (
            "S512 guides/everything/index.html names https://guides.example/en/guides/everything/ as "
            "its hreflang en, and has none"
        ),
    ),
    "a reader who is not told": (
        "without",
        "guides/everything/index.html",
        "This guide is not in this language yet.",
        "",
        (
            'S502 guides/everything/index.html does not say "This guide is not in this language yet. '
            'You are reading the…" with the guide'
        ),
    ),
    "a notice that the switch does not find": (
        "without",
        "pages/contact/index.html",
        'id="ss:not-in-en"',
        "",
        (
            'S509 pages/contact/index.html: <a href> "../../pages/contact/#ss:not-in-en" names the '
            "anchor 'ss:not-in-en', which is not on pages/contact/index.html"
        ),
    ),
    "a list that names a page left out": (
        "without",
        "en/llms.txt",
        "\n\n",
        "\n\n[x](guides/everything.md)\n\n",
        (
            'S509 en/llms.txt: the link "guides/everything.md" leads to en/guides/everything.md, which '
            "is not in the site"
        ),
    ),
    "a reference into nowhere": (
        "navigated",
        "en/guides/install/index.html",
        "../../../pages/faq/#heat",
        "../../pages/faq/#heat",
        (
            'S509 en/guides/install/index.html: <a href> "../../pages/faq/#heat" leads to '
            "en/pages/faq/, which is not in the site"
        ),
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_the_audit_finds(what, request):
    """One thing broken at a time."""
    name, path, old, new, wanted = BROKEN[what]
    found = request.getfixturevalue(name).says(path, old, new)
    assert found[0] == wanted
