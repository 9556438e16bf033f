"""Whatever is put in, a build ends with a diagnostic or one clear sentence, and the last good site stays."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from .conftest import COMMAND, EN, GUIDE, MKDOCS, TEXT, Ended, Place, surroundings

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
    "a character the font lacks": ({GUIDE: TEXT.replace("Walk.", "Press ⠕⠅.")}, "the character '⠕' (U+2815)"),
    "a path of a picture that climbs": ({GUIDE: IMAGE.replace("NAME", "../../x.png")}, "guide.yml:5:77: error[S109"),
}
MKDOCS_SAYS = "error: MkDocs cannot build with these settings: "
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
    "with a plugin that is not installed": (
        "plugins: [search, nonsense, {stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        f"{MKDOCS_SAYS}Config value 'plugins': The \"nonsense\" plugin is not installed\n",
    ),
    "with a Markdown extension that is not installed": (
        "markdown_extensions: [nonsense]\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        f"{MKDOCS_SAYS}Config value 'markdown_extensions': Failed to load extension 'nonsense'; ModuleNotFoundError: ",
    ),
    "with a hook that is not there": (
        "hooks: foo.py\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        f"{MKDOCS_SAYS}Config value 'hooks': ",
    ),
    "with a hook that is no Python": (
        "hooks: content/guides/visit/guide.yml\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        MKDOCS_SAYS,
    ),
    "whose theme folder is not there": (
        "theme: {name: material, custom_dir: nowhere}\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        "error: mkdocs.yml: theme.custom_dir: there is no folder 'nowhere'\nhelp: ",
    ),
    "whose theme folder is the project": (
        "theme: {name: material, custom_dir: .}\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n",
        "error: mkdocs.yml: theme.custom_dir: '.' holds more than the theme\nhelp: ",
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


@pytest.mark.parametrize("epoch", ["9" * 30, "99999999999999", "tomorrow", "", "²"])
def test_a_day_that_is_none_is_one_sentence(epoch: str, place: Place) -> None:
    before = place.site()
    ended = place.run("build", SOURCE_DATE_EPOCH=epoch)
    assert ended.code == 2
    assert ended.err == (
        f"error: SOURCE_DATE_EPOCH is {epoch!r}, not a time in seconds since 1970\n"
        "help: set it to the output of `date +%s`, or unset it\n"
    )
    assert place.site() == before


def test_warnings_fail_a_build_whose_settings_are_strict(place: Place, write: Callable[[Files], None]) -> None:
    settings, before = (place.root / "mkdocs.yml").read_text(encoding="utf-8"), place.site()
    write({"mkdocs.yml": settings + "strict: true\nmystery: 1\n"})
    ended = place.run("build")
    assert ended.code == 1
    assert "warning[S302 engine-warning]: MkDocs says: Config value 'mystery': Unrecognised" in ended.err
    assert ended.err.endswith("Nothing was built; the last site is untouched.\n")
    assert place.site() == before


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_warning_of_any_locale_fails_a_strict_build_of_mkdocs(
    language: str, place: Place, write: Callable[[Files], None]
) -> None:
    """Russian is built by MkDocs itself, English by a worker."""
    settings, before = (place.root / "mkdocs.yml").read_text(encoding="utf-8"), place.site()
    warn = f"if config.theme['language'] == '{language}': logging.getLogger('mkdocs.hook').warning('oh')"
    write({"mkdocs.yml": settings + "hooks: [hook.py]\n"})
    write({"hook.py": f"import logging\ndef on_nav(nav, config, files):\n    {warn}\n    return nav\n"})
    strict = place.run_mkdocs("--strict")
    assert (strict.code, place.site()) == (1, before)
    assert "oh" in strict.err
    assert place.left_over() == []
    assert place.run_mkdocs().code == 0
    assert place.site() != before


STOPPED = "error: stopped; what was there before is untouched"


@pytest.mark.parametrize(
    ("command", "number", "group", "code"),
    [
        (COMMAND, signal.SIGINT, True, 2),
        (COMMAND, signal.SIGTERM, False, 2),
        (COMMAND, signal.SIGTERM, True, 2),
        (COMMAND, signal.SIGHUP, False, 2),
        (MKDOCS, signal.SIGINT, True, 1),  # MkDocs' own end
        (MKDOCS, signal.SIGTERM, False, 2),
        (MKDOCS, signal.SIGHUP, True, 2),
    ],
)
def test_a_stop_in_the_middle_leaves_the_old_site_and_nothing_else(
    command: Path, number: int, group: bool, code: int, place: Place
) -> None:
    before, listing = place.site(), names(place.root)
    with started(command, place) as building:
        (os.killpg if group else os.kill)(building.pid, number)
        out, err = building.communicate(timeout=60)
        wait_for(lambda: not living(building.pid))
        assert living(building.pid) == []
    assert b"Traceback" not in out + err, err.decode()
    assert command == MKDOCS or err.decode().strip() == STOPPED
    assert building.returncode == code
    assert place.site() == before
    assert names(place.root) - {".stepsheet"} == listing


@pytest.mark.parametrize("command", [COMMAND, MKDOCS], ids=["stepsheet", "mkdocs"])
def test_workers_die_with_a_parent_that_is_killed(command: Path, place: Place) -> None:
    before = place.site()
    with started(command, place) as building:
        building.kill()
        building.communicate(timeout=60)
        wait_for(lambda: not living(building.pid))
        assert living(building.pid) == []
    assert place.site() == before


@contextmanager
def started(command: Path, place: Place) -> Iterator["subprocess.Popen[bytes]"]:
    """A build that has just started its workers, in a process group of its own."""
    building = subprocess.Popen(
        [command, "build"],
        cwd=place.root,
        env=surroundings({"NO_MKDOCS_2_WARNING": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        wait_for(lambda: (place.left_over() and len(living(building.pid)) > 2) or building.poll() is not None)
        assert building.poll() is None, "it ended before it could be stopped"
        yield building
    finally:
        building.kill()
        for process in living(building.pid):
            os.kill(process, signal.SIGKILL)


def living(group: int) -> list[int]:
    """The processes of a group, from proc(5): the state is the third field, the group the fifth."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = file.read_text().rpartition(")")[2].split()
            if fields[0] != "Z" and int(fields[2]) == group:
                found.append(int(file.parent.name))
    return found


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def wait_for(condition: Callable[[], Any]) -> None:
    end = time.monotonic() + 60
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
