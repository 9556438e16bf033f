"""Addresses of a built site."""

import pytest

from stepsheet.audit.checks import anchors, author_links, links
from .conftest import Workshop

GUIDE = "guides/everything/index.html"


def test_what_is_built_is_right(workshop: Workshop) -> None:
    """A site as it was built raises no alarm."""
    assert workshop.audit() == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            GUIDE,
            '<a href="#serve">разделом',
            '<a href="#gone">разделом',
            "content/guides/everything/guide.yml:29:9 dead-link: guides/everything/index.html: "
            "<a href> \"#gone\" names the anchor 'gone', which is not on guides/everything/index.html",
        ),
        (
            GUIDE,
            'href="checklist-a4.pdf"',
            'href="Checklist-a4.pdf"',
            "guides/everything/index.html:1:1 dead-link: guides/everything/index.html: "
            '<a href> "Checklist-a4.pdf" differs in the case of letters from guides/everything/checklist-a4.pdf',
        ),
        (
            GUIDE,
            '<img src="images/photo.png"',
            '<img src="images/gone.png"',
            "content/guides/everything/guide.yml:5:10 dead-link: guides/everything/index.html: "
            '<img src> "images/gone.png" leads to guides/everything/images/gone.png, which is not in the site',
        ),
        (
            GUIDE,
            "<head>",
            '<head><base href="https://guides.example/en/">',
            "",
        ),
        (
            GUIDE,
            "</footer>",
            '<a href="http://[">x</a></footer>',
            'guides/everything/index.html:1:1 dead-link: guides/everything/index.html: <a href> "http://[" is no address',
        ),
        (
            GUIDE,
            "</footer>",
            '<img srcset="images/photo.png 1x, images/big.png 2x"></footer>',
            "guides/everything/index.html:1:1 dead-link: guides/everything/index.html: "
            '<img srcset> "images/big.png" leads to guides/everything/images/big.png, which is not in the site',
        ),
        (
            "old/prices.html",
            "url=../pages/prices/#now",
            "url=../pages/price/",
            "old/prices.html:1:1 dead-link: old/prices.html: "
            '<meta content> "../pages/price/" leads to pages/price/, which is not in the site',
        ),
        (
            "404.html",
            'href="/assets/images/favicon.svg"',
            'href="/assets/images/icon.svg"',
            "404.html:1:1 dead-link: 404.html: "
            '<link href> "/assets/images/icon.svg" leads to assets/images/icon.svg, which is not in the site',
        ),
        (
            "guides/everything.md",
            "](short.md)",
            "](shirt.md)",
            "guides/everything.md:1:1 dead-link: guides/everything.md: "
            'the link "shirt.md" leads to guides/shirt.md, which is not in the site',
        ),
        (
            "llms.txt",
            "https://guides.example/guides/short.md",
            "https://guides.example/guides/long.md",
            'llms.txt:1:1 dead-link: llms.txt: the link "https://guides.example/guides/long.md" '
            "leads to guides/long.md, which is not in the site",
        ),
    ],
)
def test_address_that_leads_nowhere_is_found(workshop: Workshop, path: str, old: str, new: str, says: str) -> None:
    """One broken address is one finding, at the part it stands in."""
    workshop.change(path, old, new)
    found = workshop.says(links.check)
    assert says in found if says else len(found) > 10, found
    assert not says or len(found) == 1


def test_id_that_stands_twice_is_found(workshop: Workshop) -> None:
    """Ids are unique on a page; one of a part leads to it."""
    workshop.change(
        GUIDE, "</footer>", '<p id="tick:boil.wait" ></p><p id=""></p><p id="x"></p><p id="x"></p></footer>'
    )
    assert workshop.says(anchors.check) == [
        "content/guides/everything/guide.yml:88:13 doubled-anchor: "
        "guides/everything/index.html has the id 'tick:boil.wait' 2 times",
        "guides/everything/index.html:1:1 doubled-anchor: guides/everything/index.html has an element whose id is empty",
        "guides/everything/index.html:1:1 doubled-anchor: guides/everything/index.html has the id 'x' 2 times",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            GUIDE,
            '<a href="#boil.fill.volume">',
            '<a href="#boil.fill">',
            'dead-link: guides/everything/index.html: the link to "#field:boil.fill.volume" leads to "#boil.fill"',
        ),
        (
            GUIDE,
            '<a href="https://tea.example/">ссылкой</a>',
            "ссылкой",
            'dead-link: guides/everything/index.html: the link to "https://tea.example/" leads to "#boil.fill"',
        ),
        (
            "en/guides/everything/index.html",
            'href="../../guides/short/#only.look"',
            'href="../../../guides/short/#only.look"',
            'dead-link: en/guides/everything/index.html: the link to "#guide:short/only.look" '
            'leads to "../../../guides/short/#only.look"',
        ),
        (
            GUIDE,
            '<a href="../../guides/short/">Короткая',
            '<a href="../../guides/everything/">Короткая',
            'dead-link: guides/everything/index.html: the link to "#guide:short" leads to "../../guides/everything/"',
        ),
        (
            GUIDE,
            "https://tea.example/manual?a=1",
            "https://tea.example/manual?a=2",
            'dead-link: guides/everything/index.html has no link to "https://tea.example/manual?a=1&b=2" here',
        ),
        (
            "pages/about/index.html",
            'href="../../guides/everything/#boil"',
            'href="../../guides/everything/"',
            'dead-link: pages/about/index.html: the link to "#guide:everything/boil" leads to "../../guides/everything/"',
        ),
        (
            GUIDE,
            "Текст с ",
            'Текст <a href="../short/">с</a> ',
            'dead-link: guides/everything/index.html has a link to "../../guides/short/", which is not in the content',
        ),
        (
            "old/prices.html",
            '<meta http-equiv="refresh" content="0; url=../pages/prices/#now">',
            "",
            'dead-link: old/prices.html has no link to "#page:prices/now" here',
        ),
        (
            "old/prices.html",
            'url=../pages/prices/#now"',
            'url=../pages/about/"',
            'dead-link: old/prices.html: the link to "#page:prices/now" leads to "../pages/about/"',
        ),
    ],
)
def test_link_of_the_author_that_leads_elsewhere_is_found(
    workshop: Workshop, path: str, old: str, new: str, says: str
) -> None:
    """Each link is compared with what the author wrote, in order; the finding leads to it."""
    workshop.change(path, old, new)
    found = workshop.says(author_links.check)
    assert says in [line.partition(" ")[2] for line in found], found
    assert all(line.startswith("content/") for line in found)


@pytest.mark.parametrize("content", [b"", b"\x00\xff%PDF", b"<html", b"<svg><a xlink:href='#'>"])
def test_file_that_is_garbage_is_no_exception(workshop: Workshop, content: bytes) -> None:
    """Every file of the site in turn."""
    for path in (GUIDE, "404.html", "old/prices.html", "guides/everything.md", "guides/everything/images/label.svg"):
        workshop.write(path, content)
    assert workshop.audit()
