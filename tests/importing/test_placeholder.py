"""The picture for one that could not be had: legible, safe, told apart, and the same for the same input."""

from xml.etree import ElementTree as ET

import pytest

from stepsheet.importing import placeholder
from stepsheet.load import svg
from stepsheet.render.sheet.size import width

NS = "{http://www.w3.org/2000/svg}"


def words(name: str, reason: str = "") -> list[str]:
    return [text.text or "" for text in ET.fromstring(placeholder.svg(name, reason)).iter(f"{NS}text")]


def test_it_says_which_picture_is_missing_and_why() -> None:
    assert words("menu.png", "The file is not in the repository.") == ["menu.png", "The file is not in the repository."]


def test_it_is_a_safe_drawing_that_is_known_for_what_it_is() -> None:
    """None of its words asks for an id or a translation."""
    drawing = svg.read(placeholder.svg("a.png", "It is gone."))
    assert (drawing.is_placeholder, drawing.words, drawing.faults) == (True, (), ())
    assert (drawing.width, drawing.height) == (640, 260)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert placeholder.svg("a.png", "b") == placeholder.svg("a.png", "b")
    assert placeholder.svg("a.png", "b") != placeholder.svg("b.png", "b")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Снимок экрана (1).png", "Снимок экрана (1).png"),
        ("a" * 46, "a" * 46),
        (f"{'a' * 60}-b.png", f"{'a' * 31}…{'a' * 8}-b.png"),
        (f"{'确' * 40}.png", f"{'确' * 15}…{'确' * 5}.png"),
    ],
)
def test_a_long_name_is_cut_in_its_middle(name: str, shown: str) -> None:
    assert words(name) == [shown]
    assert width(shown) <= 46


def test_a_long_reason_has_two_lines_and_no_more() -> None:
    _, first, second = words("a.png", "word " * 60)
    assert first == ("word " * 15).strip()
    assert second == f"{('word ' * 15).strip()}…"
    _, first, second = words("a.png", "https://example.org/" + "a" * 100)
    assert (first + second) == "https://example.org/" + "a" * 100


@pytest.mark.parametrize("name", ["<script>alert(1)</script>.png", "a\"&'b.png", "]]>.png", "{texts}{mark}.png"])
def test_a_name_is_never_markup(name: str) -> None:
    assert words(name) == [name]
    assert svg.read(placeholder.svg(name, name)).faults == ()


def test_what_no_file_may_hold_or_nothing_can_draw_is_replaced() -> None:
    assert words("a\x00\x1b\ud800\uffffb\n\tc.png") == ["a\ufffd\ufffd\ufffd\ufffdb c.png"]
    assert words("gnp.\u202eexe\u2066") == ["gnp.exe"]
