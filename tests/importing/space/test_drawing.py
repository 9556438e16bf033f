"""A drawing of another program is cleaned so that it passes our rules and looks the same, or it is refused."""

import re

import pytest

from stepsheet.importing.drawing import Made, is_svg, safe
from stepsheet.load import svg

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">'
SHAPE = '<rect width="4" height="3"/>'


def cleaned(inside: str, opening: str = OPEN) -> str:
    """What becomes of a drawing; it passes the rules."""
    made = safe(f"{opening}{inside}</svg>".encode())
    assert isinstance(made, Made), made
    read = svg.read(made.data)
    assert read.faults == ()
    assert len({words.id for words in read.words} - {None}) == len(read.words)
    assert min(read.width, read.height) > 0
    return made.data.decode()


def refused(text: str | bytes) -> str:
    made = safe(text if isinstance(text, bytes) else text.encode())
    assert isinstance(made, str), made
    return made


def test_a_drawing_that_passes_stays_as_it_is_to_the_byte() -> None:
    data = f'<?xml version="1.0"?>\n<!-- mine -->{OPEN}<text id="save">Save</text></svg>\n'.encode()
    assert safe(data) == Made(data)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<metadata><rdf:RDF xmlns:rdf="x">w</rdf:RDF></metadata>',
        '<n:view xmlns:n="http://sodipodi.example/"/>',
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>',
        '<animate attributeName="x" to="9"/>',
    ],
)
def test_what_runs_or_only_tells_its_history_goes(inside: str) -> None:
    assert re.sub(r"<svg[^>]*>|</svg>", "", cleaned(inside + SHAPE)) == '<rect width="4" height="3" />'


def test_what_runs_or_loads_goes_from_attributes() -> None:
    text = cleaned(
        '<g onclick="x()" filter="url(#f)" style="fill:red;filter:url(#f);opacity:1" clip-path="url(#c)"'
        ' xmlns:i="http://inkscape.example/" i:label="L" xlink:href="https://x.example/" mask="url(https://x.example/)"'
        f' xmlns:xlink="http://www.w3.org/1999/xlink">{SHAPE}</g>'
    )
    assert '<g style="fill:red;opacity:1" clip-path="url(#c)"><rect' in text


def test_a_stylesheet_loses_the_fonts_it_loads() -> None:
    text = cleaned(
        "<style>@import url(https://x.example/f.css); @font-face{src:url(a.woff)} .a{fill:red}</style>" + SHAPE
    )
    assert re.search(r"<style>\s*\.a\{fill:red\}</style>", text)


def test_a_link_becomes_a_group_of_what_it_holds() -> None:
    assert f"<g>{SHAPE[:-2]} /></g>" in cleaned(f'<a href="https://x.example/">{SHAPE}</a>')
    assert "<tspan" in cleaned('<text id="t"><a href="https://x.example/">Words</a></text>')


def test_a_reference_inside_the_drawing_stays() -> None:
    text = cleaned(
        '<defs><g id="Thing"/></defs><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#Thing" onload="x"/>'
    )
    assert '<use href="#Thing" />' in text


def test_texts_get_ids_from_their_words() -> None:
    text = cleaned(
        '<g id="save"/><text>Save</text><text id="X 1">Save</text><text id="fine">OK</text>'
        "<text>1</text><text>Настройки</text>"
    )
    assert re.findall(r'<text id="([^"]*)"', text) == ["save-2", "save-3", "fine", "text", "nastroyki"]


def test_words_beside_elements_get_an_element_of_their_own() -> None:
    text = cleaned('<text id="a">Press <tspan id="b" font-weight="700">Save</tspan> now</text>')
    assert text.partition("<text")[2] == (
        ' id="a"><tspan id="press">Press </tspan><tspan id="b" font-weight="700">Save</tspan>'
        '<tspan id="now"> now</tspan></text></svg>'
    )


def test_what_refers_to_a_renamed_text_follows_it() -> None:
    assert '<use href="#hello" />' in cleaned('<text id="T 1">Hello</text><use href="#T 1"/>')


@pytest.mark.parametrize(
    ("opening", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="1in">', (96, 96)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="2.54cm">', (38, 96)),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 7 9">', (7, 9)),
    ],
)
def test_lengths_of_the_page_become_pixels(opening: str, size: tuple[int, int]) -> None:
    read = svg.read(cleaned(SHAPE, opening).encode())
    assert (read.width, read.height) == size


def test_a_harmless_document_type_goes() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    made = safe(f'<?xml version="1.0"?>{doctype}{OPEN}{SHAPE}</svg>'.encode())
    assert isinstance(made, Made)
    assert b"DOCTYPE" not in made.data


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            f"{OPEN}<foreignObject><p>Words</p></foreignObject></svg>",
            "the drawing holds <foreignObject>, which a guide cannot show",
        ),
        (
            f'{OPEN}<image href="data:image/png;base64,AAAA"/></svg>',
            "the drawing holds <image>, which a guide cannot show",
        ),
        (f'{OPEN}<use href="other.svg#a"/></svg>', "the drawing is put together from other files"),
        (f"{OPEN}<g></svg>", "the drawing is not well formed: mismatched tag: line 1, column 65"),
        (
            "<html><svg/></html>",
            "the drawing cannot be made safe: the root element is <html>, not <svg xmlns='http://www.w3.org/2000/svg'>",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><g onload="x"/></svg>',
            "the drawing cannot be made safe: it has no size",
        ),
        (f"{OPEN}{'<g>' * 100}{'</g>' * 100}</svg>", "the drawing is nested deeper than 60 levels"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}&a;</svg>', "the drawing declares entities"),
        (
            f"{OPEN}<style>.a{{background:url(x.png)}}</style></svg>",
            "the drawing cannot be made safe: the stylesheet leads out of the picture",
        ),
        (b"\x1f\x8b\x08", "the drawing is not well formed: not well-formed (invalid token): line 1, column 0"),
    ],
)
def test_a_drawing_that_would_not_look_the_same_is_refused(text: str | bytes, reason: str) -> None:
    assert refused(text) == reason


def test_deep_and_many_elements_end() -> None:
    assert "deeper" in refused(f"{OPEN}{'<g>' * 50_000}{'</g>' * 50_000}</svg>")
    bomb = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 30))
    assert "draw more than" in refused(f'{OPEN}<g id="g0"/>{bomb}</svg>')


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"<svg/>", True),
        (b'\xef\xbb\xbf <?xml version="1.0"?>\n<svg/>', True),
        (b"<html>", False),
        (b"\x89PNG<svg", False),
    ],
)
def test_a_drawing_is_known_by_its_beginning(data: bytes, is_one: bool) -> None:
    assert is_svg(data) is is_one
