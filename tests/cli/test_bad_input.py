"""Whatever is put in, a build ends with a diagnostic or one clear sentence, and the last good site stays."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import COMMAND, EN, GUIDE, TEXT, Ended, Place, surroundings

IMAGES = "content/guides/visit/images/"
IMAGE = TEXT.replace("do: Walk.", "do: Walk., images: [{id: a, src: NAME, alt: A}]")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'x'] * 9)}]\n" for n in range(12))

Files = dict[str, str | bytes]
BAD: dict[str, tuple[Files, str]] = {
    "YAML indented with a tab": ({GUIDE: "title: Visit\nsections:\n\t- id: go\n"}, "guide.yml:3:1: error[S002"),
    "a duplicate key": ({GUIDE: TEXT + "title: Again\n"}, "guide.yml:6:1: error[S003"),
    "an alias bomb": ({GUIDE: BOMB}, "guide.yml:2:10: error[S004"),
    "a file of 50 MB": ({GUIDE: b" " * 50_000_000}, "guide.yml:1:1: error[S007"),
    "a picture of 50 MB": (
        {GUIDE: IMAGE.replace("NAME", "a.png"), IMAGES + "a.png": b" " * 50_000_000},
        "images/a.png:1:1: error[S007",
    ),
    "nesting 10,000 deep": ({GUIDE: "[" * 10_000}, "guide.yml:1:41: error[S008"),
    "nesting 10,000 deep by indentation": (
        {GUIDE: "\n".join(" " * n + "a:" for n in range(900))},
        "guide.yml:41:41: error[S008",
    ),
    "a text that is not UTF-8": ({GUIDE: "title: Визит\n".encode("cp1251")}, "guide.yml:1:8: error[S001"),
    "an empty file": ({GUIDE: ""}, "guide.yml:1:1: error[S009"),
    "a list where a guide should be": ({GUIDE: "- title: Visit\n"}, "guide.yml:1:1: error[S022"),
    "a Python object": ({GUIDE: "title: !!python/object/apply:os.system [ls]\n"}, "guide.yml:1:8: error[S005"),
    "two documents": ({GUIDE: TEXT + "---\n" + TEXT}, "guide.yml:6:1: error[S006"),
    "an id with a slash": ({GUIDE: TEXT.replace("walk", "a/b")}, "guide.yml:5:38: error[S024"),
    "a guide folder without guide.yml": ({"content/guides/walk/en.yml": "a: {}\n"}, "guides/walk:1:1: error[S010"),
    "a picture of 0 bytes": (
        {GUIDE: IMAGE.replace("NAME", "a.png"), IMAGES + "a.png": b""},
        "images/a.png:1:1: error[S107",
    ),
    "an SVG with a script": (
        {GUIDE: IMAGE.replace("NAME", "a.svg"), IMAGES + "a.svg": f"{SVG}\n<script>alert(1)</script></svg>"},
        "images/a.svg:2:1: error[S117",
    ),
    "a text with a script": ({GUIDE: TEXT.replace("Walk.", "<script>alert(1)</script>")}, "guide.yml:5:48: error[S112"),
    "a catalog with a script": ({EN: "title: {ru: Visit, en: <script>}\n"}, "en.yml:1:24: error[S112"),
    "a character the font lacks": ({GUIDE: TEXT.replace("Walk.", "Press 確認.")}, "the character '確' (U+78BA)"),
    "a path of a picture that climbs": ({GUIDE: IMAGE.replace("NAME", "../../x.png")}, "guide.yml:5:77: error[S109"),
}
SETTINGS: dict[str, tuple[str | None, str]] = {
    "without the plugin": ("site_name: S\n", "error: mkdocs.yml does not use the plugin 'stepsheet'\nhelp: add "),
    "that is not there": (None, "error: there is no mkdocs.yml in "),
    "that is broken YAML": ("plugins: [\n", "error: mkdocs.yml:2:1: it is not YAML: "),
    "that is a list": ("- a\n", "error: mkdocs.yml holds no settings\n"),
    "with an unknown option": (
        "plugins: [{stepsheet: {local: {}, locales: {ru: {}}}}]\n",
        "error: mkdocs.yml: plugins.stepsheet.local: there is no such option\nhelp: the options are ",
    ),
    "with a locale that is none": (
        "plugins: [{stepsheet: {locales: {russian!: {}}}}]\n",
        "error: mkdocs.yml: plugins.stepsheet.locales: 'russian!' is not a locale",
    ),
    "with a locale nobody has translated": (
        "plugins: [{stepsheet: {locales: {xh: {}}}}]\n",
        "error: no interface catalog for locale 'xh'; there are: ",
    ),
    "whose content folder is not there": (
        "plugins: [{stepsheet: {content: nowhere, locales: {ru: {}}}}]\n",
        "error: there is no content folder ",
    ),
    "that would replace its own sources": (
        "site_dir: .\nplugins: [{stepsheet: {locales: {ru: {}}}}]\n",
        "error: the site folder ",
    ),
}


@pytest.mark.parametrize(("files", "words"), BAD.values(), ids=list(BAD))
def test_bad_content_is_a_finding_and_the_old_site_stays(
    files: Files, words: str, place: Place, call: Callable[..., Ended], write: Callable[[Files], None]
) -> None:
    before = place.site()
    write(files)
    ended = call("build")
    assert ended.code == 1
    assert words in ended.err
    assert ended.err.endswith("Nothing was built; the last site is untouched.\n")
    assert ended.out == b""
    assert place.site() == before
    assert place.left_over() == []


def test_a_process_ends_as_a_call_does(place: Place, write: Callable[[Files], None]) -> None:
    write({GUIDE: "title: Visit\nsections:\n\t- id: go\n"})
    ended = place.run("build")
    assert (ended.code, ended.out) == (1, b"")
    assert ended.err.startswith(f"{GUIDE}:3:1: error[S002 yaml-syntax]: a tab is used for indentation\n")
    place.root.joinpath("mkdocs.yml").unlink()
    assert place.run("build").code == 2


def test_a_link_out_of_the_content_is_a_finding_and_the_old_site_stays(
    place: Place, call: Callable[..., Ended]
) -> None:
    before = place.site()
    (place.root / "content" / "guides" / "walk").symlink_to("/etc")
    ended = call("build")
    assert (ended.code, place.site()) == (1, before)
    assert "content/guides/walk:1:1: error[S011" in ended.err


@pytest.mark.parametrize(("text", "words"), SETTINGS.values(), ids=list(SETTINGS))
def test_bad_settings_are_one_sentence_and_the_old_site_stays(
    text: str | None, words: str, place: Place, call: Callable[..., Ended]
) -> None:
    before = place.site()
    file = place.root / "mkdocs.yml"
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    ended = call("build")
    assert ended.code == 2
    assert ended.err.startswith(words)
    assert ended.err.count("\n") <= 2
    assert place.site() == before
    assert place.root.joinpath("content").is_dir()


def test_a_byte_order_mark_is_accepted(
    place: Place, call: Callable[..., Ended], write: Callable[[Files], None]
) -> None:
    write({GUIDE: b"\xef\xbb\xbf" + TEXT.encode(), EN: (b"\xef\xbb\xbf" + (place.root / EN).read_bytes())})
    ended = call("check", "--strict")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")


def test_a_site_folder_that_cannot_be_written_is_one_sentence(place: Place, call: Callable[..., Ended]) -> None:
    """A folder below a file is not writable for root either, whom permissions do not stop."""
    before = place.site()
    (place.root / "file").write_text("x", encoding="utf-8")
    ended = call("build", "--site-dir", "file/site")
    assert ended.code == 2
    assert ended.err.startswith("error: cannot write beside the site folder ")
    assert "help: name another folder with --site-dir, or check the permissions\n" in ended.err
    assert place.site() == before


def test_an_output_file_that_cannot_be_written_is_one_sentence(place: Place, call: Callable[..., Ended]) -> None:
    ended = call("print", "visit", "-o", "nowhere/sheet.pdf")
    assert ended.code == 2
    assert ended.err.startswith("error: ")
    assert "nowhere/sheet.pdf" in ended.err


def test_ctrl_c_in_the_middle_leaves_the_old_site_and_nothing_else(place: Place) -> None:
    before, listing = place.site(), names(place.root)
    building = subprocess.Popen(
        [COMMAND, "build"],
        cwd=place.root,
        env=surroundings({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        wait_for(lambda: place.left_over() != [] or building.poll() is not None)
        assert building.poll() is None, "it ended before it could be stopped"
        os.killpg(building.pid, signal.SIGINT)
        out, err = building.communicate(timeout=60)
    finally:
        building.kill()
    assert b"Traceback" not in out + err, err.decode()
    assert err.decode().strip() == "error: stopped; what was there before is untouched"
    assert building.returncode == 2
    assert place.site() == before
    assert names(place.root) - {".stepsheet"} == listing


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def wait_for(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
