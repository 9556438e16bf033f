"""Pictures are decoded once, bounded, and what is wrong with one is a value."""

import io
import warnings
import zlib
from pathlib import Path

import pytest
from PIL import Image

from stepsheet.diagnostics import Diagnostic
from stepsheet.load import pictures
from stepsheet.load.files import Root
from stepsheet.load.pictures import MAX_PIXELS, Picture

FORMATS = ("png", "jpeg", "webp")


def encoded(form: str, size: tuple[int, int] = (20, 30)) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise(size, 50).save(buffer, form.upper())
    return buffer.getvalue()


def load(folder: Path, name: str, data: bytes) -> Picture:
    path = folder / name
    path.write_bytes(data)
    found = pictures.load(path, name, Root(folder, folder))
    assert not isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_a_picture_knows_its_size(form: str, tmp_path: Path) -> None:
    found = load(tmp_path, f"a.{form}", encoded(form))
    assert (found.width, found.height, found.problem) == (20, 30, "")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("share", [0.05, 0.3, 0.9])
def test_a_picture_that_breaks_off_has_a_problem(form: str, share: float, tmp_path: Path) -> None:
    data = encoded(form, (200, 300))
    assert load(tmp_path, f"a.{form}", data[: int(len(data) * share)]).problem


@pytest.mark.parametrize("form", FORMATS)
def test_every_damage_is_a_value_and_none_an_exception(form: str, tmp_path: Path) -> None:
    data = encoded(form)
    for place in range(min(len(data), 120)):
        load(tmp_path, f"a.{form}", data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])


@pytest.mark.parametrize(("name", "form"), [("a.png", "jpeg"), ("a.jpg", "webp"), ("a.webp", "png")])
def test_a_name_that_says_another_format_is_a_problem(name: str, form: str, tmp_path: Path) -> None:
    assert load(tmp_path, name, encoded(form)).problem.endswith(f"its content is {form.upper()}")


@pytest.mark.parametrize("name", ["a.gif", "a.bmp", "a.pdf", "a", "a.png.txt"])
def test_a_format_that_not_every_output_can_show_is_a_problem(name: str, tmp_path: Path) -> None:
    assert "not one of .jpeg, .jpg, .png, .svg, .webp" in load(tmp_path, name, encoded("png")).problem


def test_no_bytes_are_no_picture(tmp_path: Path) -> None:
    assert load(tmp_path, "a.png", b"").problem == "the file is empty"
    assert load(tmp_path, "a.svg", b"").problem == "the file is empty"


@pytest.mark.parametrize("side", [7_100, 10_000, 20_000])
def test_too_many_pixels_are_not_decoded_nor_warned_of(side: int, tmp_path: Path) -> None:
    """10,000 squared is where Pillow warns, 20,000 where it refuses; ours is lower than both."""
    buffer = io.BytesIO()
    Image.new("1", (side, 1)).save(buffer, "PNG")
    data = bytearray(buffer.getvalue())
    data[20:24] = side.to_bytes(4, "big")
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load(tmp_path, "a.png", bytes(data)).problem == f"it has more than {MAX_PIXELS:,} pixels"


def test_the_digest_tells_pictures_apart(tmp_path: Path) -> None:
    digests = {load(tmp_path, "a.png", encoded("png", (n, 5))).digest for n in (5, 6)}
    assert len(digests) == 2


def test_an_svg_that_breaks_points_at_its_place(tmp_path: Path) -> None:
    found = load(tmp_path, "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg">\n  <g></svg>')
    assert (found.problem, found.place) == ("mismatched tag", (2, 8))
    assert found.at(*found.place).source.line(2) == "  <g></svg>"


def test_a_photograph_has_the_size_it_is_shown_in(tmp_path: Path) -> None:
    """Viewers turn a picture by its orientation: 90 degrees for the values 5 to 8 (Exif 2.32, tag 0x0112)."""
    for orientation, size in ((1, (40, 20)), (3, (40, 20)), (6, (20, 40)), (8, (20, 40))):
        exif = Image.Exif()
        exif[0x0112] = orientation
        Image.new("RGB", (40, 20)).save(tmp_path / "photo.jpg", exif=exif)
        picture = pictures.load(tmp_path / "photo.jpg", "photo.jpg", Root(tmp_path, tmp_path))
        assert isinstance(picture, Picture)
        assert (picture.width, picture.height) == size
