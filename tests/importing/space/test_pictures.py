"""A picture is found however its address is written, made fit, named safely; what cannot be had has a placeholder."""

import base64
import io
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from PIL import Image

from stepsheet.importing import fitting
from stepsheet.importing.pictures import Album, Fetch, Gallery
from stepsheet.load import pictures as loading
from stepsheet.load.files import Root

NAMES = [
    ".gitbook/assets/menu.png",
    ".gitbook/assets/menu (1).png",
    ".gitbook/assets/Снимок экрана.png",
    ".gitbook/assets/a&b.png",
    ".gitbook/assets/%E6%88 (1).png",
    ".gitbook/assets/what?.png",
    "a/local.jpg",
    "public/logo.png",
    "img/back slash.png",
]


def encoded(form: str = "PNG", color: str = "red", frames: int = 1) -> bytes:
    made = io.BytesIO()
    first, *more = [Image.new("RGB", (4, 3), shade) for shade in (color, "blue", "lime")[:frames]]
    first.save(made, form, **({"save_all": True, "append_images": more} if more else {}))
    return made.getvalue()


@pytest.fixture
def taken(space: Any, says: Any) -> Any:
    """The name of a picture, its bytes and what is said of it."""

    def take(src: str, files: dict[str, str | bytes], fetch: Fetch | None = None) -> tuple[str, bytes, list[str]]:
        made = space({"a/page.md": f"![]({src})\n", **files})
        album = Album(Gallery(made, fetch))
        name, entries = album.take(made.pages[0], src, 1)
        content = album.files[name]
        data = content if isinstance(content, bytes) else content.read_bytes()
        return name, data, [line.partition(": ")[2] for line in says(entries)]

    return take


@pytest.mark.parametrize(
    ("src", "file", "name"),
    [
        ("../.gitbook/assets/menu.png", 0, "menu.png"),
        ("/.gitbook/assets/menu.png", 0, "menu.png"),
        (".gitbook/assets/menu.png", 0, "menu.png"),
        ("../../.gitbook/assets/menu.png", 0, "menu.png"),
        ("../.gitbook/assets/MENU.PNG", 0, "menu.png"),
        ("../.gitbook/assets/menu.png?alt=media&token=1", 0, "menu.png"),
        ("../.gitbook/assets/menu.png#x", 0, "menu.png"),
        ("../.gitbook/assets/menu (1).png", 1, "menu-1.png"),
        ("../.gitbook/assets/menu%20(1).png", 1, "menu-1.png"),
        ("../.gitbook/assets/menu%20%281%29.png", 1, "menu-1.png"),
        ("../.gitbook/assets/Снимок экрана.png", 2, "snimok-ekrana.png"),
        (
            "../.gitbook/assets/%D0%A1%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA%20%D1%8D%D0%BA%D1%80%D0%B0%D0%BD%D0%B0.png",
            2,
            "snimok-ekrana.png",
        ),
        ("../.gitbook/assets/a&b.png", 3, "a-b.png"),
        ("../.gitbook/assets/a&amp;b.png", 3, "a-b.png"),
        ("../.gitbook/assets/%E6%88%20(1).png", 4, "e6-88-1.png"),
        ("../.gitbook/assets/what?.png", 5, "what.png"),
        ("local.jpg", 6, "local.jpg"),
        ("./local.jpg", 6, "local.jpg"),
        ("../local.jpg", 6, "local.jpg"),
        ("/logo.png", 7, "logo.png"),
        ("..\\img\\back slash.png", 8, "back-slash.png"),
    ],
)
def test_a_picture_is_found_and_named(taken: Any, src: str, file: int, name: str) -> None:
    colors = ["red", "green", "blue", "white", "black", "gray", "pink", "cyan", "lime"]
    forms = {
        path: encoded("JPEG" if path.endswith("jpg") else "PNG", color)
        for path, color in zip(NAMES, colors, strict=True)
    }
    assert taken(src, forms) == (name, forms[NAMES[file]], [])


def test_letters_may_be_composed_in_another_way(taken: Any) -> None:
    name, _, said = taken("й.png", {"a/\u0438\u0306.png": encoded()})
    assert (name, said) == ("i.png", [])


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("gone.png", "warning[S404]: there is no picture 'gone.png' in the source"),
        ("", "warning[S404]: there is no picture '' in the source"),
        ("%00.png", "warning[S404]: there is no picture '%00.png' in the source"),
        ("../../../etc/passwd", "warning[S404]: there is no picture '../../../etc/passwd' in the source"),
        ("%2e%2e/%2e%2e/secret.png", "warning[S404]: there is no picture '%2e%2e/%2e%2e/secret.png' in the source"),
        ("file:///etc/passwd", "warning[S404]: there is no picture 'file:///etc/passwd' in the source"),
        ("javascript:x", "warning[S404]: there is no picture 'javascript:x' in the source"),
        (
            ".gitbook/assets/l.png",
            "warning[S404]: the picture '.gitbook/assets/l.png' is listed in the source, but is not in this copy of it",
        ),
        (
            "https://a.test/x/pic.png?w=1",
            "warning[S405]: the picture 'https://a.test/x/pic.png?w=1' is on another host",
        ),
        ("//a.test/pic.png", "warning[S405]: the picture '//a.test/pic.png' is on another host"),
        (
            "/files/AbC1",
            "warning[S405]: the picture '/files/AbC1' is on the publisher's site, whose address is not known",
        ),
        ("broken.png", "warning[S404]: the picture 'broken.png' cannot be used: the file is no picture"),
        ("empty.png", "warning[S404]: the picture 'empty.png' cannot be used: the file is empty"),
        (
            "lfs.png",
            "warning[S404]: the picture 'lfs.png' cannot be used: run `git lfs pull` first",
        ),
        (
            "data:image/png;base64,!!!",
            "warning[S404]: the picture 'data:image/png;base64,!!!' cannot be used: the file is empty",
        ),
        ("data:text/html,x", "warning[S404]: there is no picture 'data:text/html,x' in the source"),
    ],
)
def test_what_cannot_be_had_has_a_placeholder_and_a_reason(taken: Any, src: str, reason: str) -> None:
    Path("secret.png").write_bytes(encoded())
    files = {
        "assets.txt": ".gitbook/assets/l.png\n",
        "a/broken.png": b"GIF89a, or not",
        "a/empty.png": b"",
        "a/lfs.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
    }
    name, data, said = taken(src, files)
    assert name.endswith(".svg")
    assert b'data-stepsheet="placeholder"' in data
    assert said == [reason]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_that_breaks_off_has_a_placeholder(taken: Any, share: float) -> None:
    made = io.BytesIO()
    Image.effect_noise((60, 60), 50).save(made, "PNG")
    _, data, said = taken("a.png", {"a/a.png": made.getvalue()[: int(len(made.getvalue()) * share)]})
    assert b"placeholder" in data
    assert said[0].startswith("warning[S404]: the picture 'a.png' cannot be used: it does not decode")


def test_a_picture_beyond_the_bounds_has_a_placeholder(taken: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "MAX_PIXELS", 11)
    assert taken("a.png", {"a/a.png": encoded()})[2] == [
        "warning[S404]: the picture 'a.png' cannot be used: it has more than 11 pixels"
    ]
    reason = "it has 20,971,521 bytes, more than the 20,971,520 allowed"
    assert taken("a.png", {"a/a.png": bytes(20_971_521)})[2] == [
        f"warning[S404]: the picture 'a.png' cannot be used: {reason}"
    ]


@pytest.mark.parametrize(("form", "frames"), [("GIF", 1), ("GIF", 3), ("BMP", 1), ("TIFF", 1), ("ICO", 1)])
def test_a_format_that_the_site_does_not_take_becomes_png(taken: Any, form: str, frames: int) -> None:
    name, data, said = taken("a.x", {"a/a.x": encoded(form, frames=frames)})
    assert name == "a.png"
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "PNG"
        assert image.convert("RGB").getpixel((0, 0)) == (255, 0, 0)
    more = f"; of its {frames} frames the first is kept" if frames > 1 else ""
    assert said == [f"warning[S404]: the picture 'a.x' was {form} and is now PNG{more}"]


@pytest.mark.parametrize(
    ("name", "form", "made"), [("a.png", "JPEG", "a.jpg"), ("a.jpeg", "JPEG", "a.jpeg"), ("a", "WEBP", "a.webp")]
)
def test_the_ending_of_a_name_tells_the_format(taken: Any, name: str, form: str, made: str) -> None:
    data = encoded(form)
    assert taken(name, {f"a/{name}": data}) == (made, data, [])


def test_a_picture_written_into_the_page_is_a_file(taken: Any) -> None:
    data = encoded()
    assert taken(f"data:image/png;base64,{base64.b64encode(data).decode()}", {}) == ("inline.png", data, [])


def test_pictures_of_the_same_content_are_one_and_others_of_the_same_name_are_told_apart(space: Any) -> None:
    red, blue = encoded(), encoded(color="blue")
    made = space({"page.md": "", "a/x.png": red, "b/x.png": blue, "c/y.png": red})
    album = Album(Gallery(made))
    names = [album.take(made.pages[0], src, 1)[0] for src in ("a/x.png", "b/x.png", "c/y.png", "a/x.png")]
    assert names[0] == names[2] == names[3] == "x.png"
    assert re.fullmatch("x-[0-9a-f]{8}[.]png", names[1])
    assert album.names(PurePosixPath("page.md")) == {"a/x.png": "x.png", "b/x.png": names[1], "c/y.png": "x.png"}
    assert sorted(album.files) == sorted({"x.png", names[1]})


def test_pictures_of_one_name_in_two_formats_are_told_apart(space: Any) -> None:
    made = space({"page.md": "", "x.png": encoded(), "x.jpg": encoded("JPEG")})
    album = Album(Gallery(made))
    assert album.take(made.pages[0], "x.png", 1)[0] == "x.png"
    assert album.take(made.pages[0], "x.jpg", 1)[0] != "x.jpg"


@pytest.mark.parametrize("name", ["1.png", "!!!.png", ".png", "Menu.EN.png", f"{'long ' * 40}.png", "设置 图.png"])
def test_a_name_is_an_id_that_no_locale_can_be_read_in(taken: Any, name: str) -> None:
    made, _, said = taken(name, {f"a/{name}": encoded()})
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\.png", made)
    assert len(made) <= 50
    assert said == []


def test_what_was_downloaded_is_a_picture_by_its_content(taken: Any) -> None:
    data = encoded("JPEG")
    asked: list[str] = []

    def fetch(url: str) -> bytes | str:
        asked.append(url)
        return data if "good" in url else b"<html>" if "page" in url else "its host answers 404"

    assert taken("https://a.test/good%20one.png", {}, fetch) == ("good-one.jpg", data, [])
    assert taken("https://a.test/page.png", {}, fetch)[2] == [
        "warning[S405]: the picture 'https://a.test/page.png' could not be downloaded: the file is no picture"
    ]
    assert taken("//a.test/gone.png", {}, fetch)[2] == [
        "warning[S405]: the picture '//a.test/gone.png' could not be downloaded: its host answers 404"
    ]
    assert asked == ["https://a.test/good%20one.png", "https://a.test/page.png", "https://a.test/gone.png"]


def test_a_picture_of_a_published_page_is_asked_for_at_its_site(space: Any) -> None:
    head = "> See [llms.txt](https://docs.a.test/llms.txt), [Markdown](https://docs.a.test/b/page.md).\n"
    made = space({"page.md": f"{head}\n![](/files/AbC)\n"}, at="page.md")
    asked: list[str] = []
    data = encoded()
    album = Album(Gallery(made, lambda url: asked.append(url) or data))
    for _ in range(2):
        assert album.take(made.pages[0], "/files/AbC", 3) == ("abc.png", ())
    assert asked == ["https://docs.a.test/files/AbC"]


def test_a_file_that_has_become_a_link_or_a_pipe_since_is_not_waited_for(space: Any, says: Any) -> None:
    made = space({"page.md": "", "x.png": encoded()})
    Path("source/x.png").unlink()
    gallery = Gallery(made)
    _, entries = Album(gallery).take(made.pages[0], "x.png", 1)
    reason = "the file cannot be read: No such file or directory"
    assert says(entries) == [f"source/page.md:1:1: warning[S404]: the picture 'x.png' cannot be used: {reason}"]


def test_whatever_is_written_passes_the_rules_for_pictures(space: Any, tmp_path: Path) -> None:
    files = {
        f"{number}.{form.lower()}": encoded(form) for number, form in enumerate(["PNG", "GIF", "JPEG", "WEBP", "BMP"])
    }
    made = space(
        {"page.md": "", "v.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x' viewBox='0 0 9 9'/>", **files}
    )
    album = Album(Gallery(made))
    for src in [*files, "v.svg", "none.png"]:
        album.take(made.pages[0], src, 1)
    for name, content in album.files.items():
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
        loaded = loading.load(path, name, Root(tmp_path, tmp_path))
        assert isinstance(loaded, loading.Picture)
        assert loaded.problem == ""
        assert not (loaded.drawing and loaded.drawing.faults)
