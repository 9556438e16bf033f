"""SVG pictures: every word with its place, safe or not, and byte for byte the same in another language."""

import pytest

from stepsheet.load import svg

HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'


def drawing(body: str) -> bytes:
    return HEAD + body.encode() + b"</svg>"


def translated(body: str, **texts: str) -> bytes:
    data = drawing(body)
    made = svg.localized(data, svg.read(data).words, texts)
    svg.read(made)
    return made


def test_a_localized_copy_differs_in_its_words_alone() -> None:
    body = (
        '<!-- Ж -->\r\n  <g  fill = "red" ><text\tid="a" x="1">Сохранить</text ></g>\n'
        '<text><tspan id="b">Да</tspan>\n<tspan id="c">Нет</tspan></text><rect/>  '
    )
    made = translated(body, a="Save", b="Yes", c="No")
    assert made == drawing(body.replace("Сохранить", "Save").replace("Да", "Yes").replace("Нет", "No"))


def test_a_text_without_a_translation_stays() -> None:
    body = '<text id="a">Да</text><text id="b">Нет</text><text>x</text>'
    assert translated(body, b="No") == drawing(body.replace("Нет", "No"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a &amp; b &lt; c", "a & b < c"),
        ("&#1046;&#x416;", "ЖЖ"),
        ("&quot;x&quot;", '"x"'),
        ("<![CDATA[a<b]]>", "a<b"),
        ("a<![CDATA[<]]>b", "a<b"),
        ("a<!-- note -->b", "ab"),
        ("\n  two\n  lines\n", "\n  two\n  lines\n"),
        ("Ж😀", "Ж😀"),
    ],
)
def test_words_are_read_however_they_are_spelt_and_replaced_as_a_whole(source: str, text: str) -> None:
    (words,) = svg.read(drawing(f'<text id="a">{source}</text>')).words
    assert words.text == text
    assert translated(f'<text id="a">{source}</text>', a="new") == drawing('<text id="a">new</text>')


def test_a_comment_before_the_words_stays() -> None:
    assert translated('<text id="a"><!-- n -->b</text>', a="c") == drawing('<text id="a"><!-- n -->c</text>')


def test_a_translation_is_escaped() -> None:
    made = translated('<text id="a">x</text>', a="</text><script>&amp; ]]>")
    assert b"<script>" not in made
    assert svg.read(made).words[0].text == "</text><script>&amp; ]]>"


def test_title_description_and_tspan_are_words() -> None:
    body = '<title id="a">A</title><desc id="b">B</desc><text id="c"><tspan id="d">D</tspan></text><style>x{}</style>'
    assert [(words.id, words.text) for words in svg.read(drawing(body)).words] == [("a", "A"), ("b", "B"), ("d", "D")]


def test_words_know_their_place_in_code_points() -> None:
    words = svg.read(HEAD + '\n<!-- 😀Ж --><text id="a">x</text></svg>'.encode()).words
    assert [(one.line, one.column) for one in words] == [(2, 12)]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="20" height="10"', (20, 10)),
        ('width="20px" height=" 10.4 "', (20, 10)),
        ('viewBox="0 0 20 10"', (20, 10)),
        ('viewBox="0,0,20,10" width="100%" height="5mm"', (20, 10)),
        ('width="20"', (0, 0)),
        ('viewBox="0 0 nan inf"', (0, 0)),
        (f'viewBox="0 0 1e999 {"9" * 400}"', (0, 0)),
        ('viewBox="20 10"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_size_comes_from_width_and_height_else_from_the_view_box(attributes: str, size: tuple[int, int]) -> None:
    found = svg.read(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b"no xml", 1, 1),
        (HEAD + b"\n<g></svg>", 2, 6),
        (HEAD, 1, 61),
        (b"\n<html/>", 2, 1),
        (HEAD + b'\n<a b="1" b="2"/></svg>', 2, 10),
        (HEAD + b"\xff</svg>", 1, 61),
    ],
)
def test_what_is_no_svg_is_malformed_at_its_place(data: bytes, line: int, column: int) -> None:
    with pytest.raises(svg.Malformed) as raised:
        svg.read(data)
    assert (raised.value.line, raised.value.column) == (line, column)


def test_entities_cannot_be_declared_so_none_can_explode() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + HEAD + b"</svg>"
    with pytest.raises(svg.Malformed, match="document type"):
        svg.read(bomb)


def test_depth_is_bounded() -> None:
    assert svg.read(drawing("<g>" * (svg.MAX_DEPTH - 1) + "</g>" * (svg.MAX_DEPTH - 1)))
    with pytest.raises(svg.Malformed, match="deeper"):
        svg.read(drawing("<g>" * 10_000))


def chain(of: str, times: int, levels: int) -> str:
    """Parts that refer to the part before them so many times each."""
    parts = [f'<g id="g{n}">{of.format(n - 1) * times}</g>' for n in range(1, levels)]
    return '<rect id="g0"/>' + "".join(parts)


@pytest.mark.parametrize(
    "of", ['<use href="#g{}"/>', '<rect fill="url(#g{})"/>', "<rect style=\"mask: url('#g{}')\"/>"]
)
def test_references_that_multiply_are_bounded(of: str) -> None:
    assert svg.read(drawing(chain(of, 10, 4))).faults == ()
    with pytest.raises(svg.Malformed, match="more than 20,000 elements"):
        svg.read(drawing(chain(of, 10, 9)))


def test_references_in_a_circle_or_to_nothing_draw_nothing() -> None:
    body = '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#a"/><use href="#none"/></g>'
    assert svg.read(drawing(body)).faults == ()


def test_a_long_chain_of_references_is_refused() -> None:
    with pytest.raises(svg.Malformed, match="references nested deeper"):
        svg.read(drawing('<use href="#g4999"/>' + chain('<use href="#g{}"/>', 1, 5000)))


@pytest.mark.parametrize("value", ["url(#a)", "url('#a')", 'url( "#a" )', "URL(#a)", "fill: red; stroke: url(#b)"])
def test_references_inside_the_picture_are_safe(value: str) -> None:
    quoted = value.replace('"', "&quot;")
    assert svg.read(drawing(f'<rect style="{quoted}"/><style>g {{fill: {value}}}</style>')).faults == ()


@pytest.mark.parametrize(
    "value",
    ["url(a.svg)", "url('a.svg#b')", "url( //evil )", "URL(data:x)", "\\75rl(a)", "u\\72 l(a)", "image-set('a' 1x)"],
)
def test_references_out_of_the_picture_are_faults_wherever_they_stand(value: str) -> None:
    body = f'<rect style="fill: {value}"/><rect fill="{value}"/><style>g {{fill: {value}}}</style>'
    assert len(svg.read(drawing(body)).faults) == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<text translate="no">menu.png</text><text id="a">Menu</text>', ["Menu"]),
        ('<g translate="no"><text>menu.png</text><text><tspan>16 px</tspan></text></g>', []),
        ('<g translate="no"><text id="a" translate="yes">Menu</text></g>', ["Menu"]),
        ('<g translate="no"><path d=""/></g><text id="a">Menu</text>', ["Menu"]),
    ],
)
def test_words_marked_as_not_to_be_translated_are_left_alone(body: str, words: list[str]) -> None:
    """They need no id: a name of a file is the same in every language."""
    assert [one.text for one in svg.read(drawing(body)).words] == words


def test_a_placeholder_is_told_by_its_root() -> None:
    head = HEAD.replace(b">", b' data-stepsheet="placeholder">')
    assert svg.read(head + b"</svg>").is_placeholder
    assert not svg.read(HEAD + b'<g data-stepsheet="placeholder"/></svg>').is_placeholder
