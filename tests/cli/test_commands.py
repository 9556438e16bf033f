"""Each command: what it writes, where, and with which code it ends."""

import json
import os
import pty
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pypdfium2
import pytest

from stepsheet import __version__
from stepsheet.cli import stepsheet
from stepsheet.cli.exit import guarded
from stepsheet.model.schema import schema

from .conftest import CATALOG, COMMAND, EN, GUIDE, TEXT, Ended, Place, digests, surroundings

WARNING = TEXT.replace("needs", "reviewed: 2020-01-01\nneeds")
ERROR = TEXT.replace("Walk.", "<b>")
HINT = TEXT.replace("needs: none\n", "")
OTHER = "content/guides/walk/"
REPOSITORY = Path(__file__).parent.parent.parent
COMMANDS = sorted(stepsheet.commands)
SUBCOMMANDS = [
    [name, inner]
    for name, command in stepsheet.commands.items()
    if isinstance(command, click.Group)
    for inner in sorted(command.commands)
]

Call = Callable[..., Ended]
Write = Callable[[dict[str, str | bytes]], None]


# --- the way in


def test_there_are_the_commands_of_the_design() -> None:
    assert set(COMMANDS) >= {"build", "check", "print", "schema", "serve"}


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS), *SUBCOMMANDS], ids=lambda words: " ".join(words) or "none"
)
def test_help_ends_with_examples_and_needs_no_project(command: list[str], call: Call, tmp_path: Path) -> None:
    ended = call(*command, "--help", cwd=tmp_path)
    assert ended.code == 0
    assert ended.text.startswith("Usage: stepsheet")
    examples = ended.text.partition("Examples:\n")[2]
    assert re.search(rf"^ +stepsheet {' '.join(command)}", examples, re.MULTILINE)


def test_the_version_is_said(place: Place) -> None:
    assert place.run("--version").text == f"stepsheet {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check", "--colour"],
        ["check", "nowhere"],
        ["check", "--format", "xml"],
        ["check", "-f", "other.yml"],
        ["build", "--locale", "de"],
        ["build", "--site-dir", "mkdocs.yml"],
        ["build", "--site-dir", "."],
        ["build", "--site-dir", "content"],
        ["print"],
        ["print", "visits"],
        ["print", "../visit"],
        ["print", "visit", "--locale", "de"],
        ["print", "visit", "--paper", "a3"],
        ["print", "visit", "--form", "long"],
        ["print", "visit", "--all"],
        ["print", "--all", "--option", "weather=good"],
        ["print", "visit", "--option", "weather=good"],
        ["schema", "-o", "nowhere/schema.json"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_ends_with_two_and_touches_nothing(arguments: list[str], place: Place, call: Call) -> None:
    before = digests(place.root)
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, b"")
    assert "error" in ended.err.lower()
    assert digests(place.root) == before


def test_a_word_that_is_nearly_right_gets_the_right_one(call: Call) -> None:
    assert call("print", "visits").err == "error: there is no guide 'visits'\nhelp: did you mean 'visit'?\n"
    assert "help: the site's locales are: ru, en\n" in call("build", "--locale", "de").err


def test_a_bug_of_ours_is_one_sentence_and_its_trace_comes_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def broken() -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("sys.argv", ["broken"])
    monkeypatch.delenv("STEPSHEET_TRACEBACK", raising=False)
    assert guarded(broken) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: a bug of Stepsheet: ZeroDivisionError: oh\nhelp: please report it")
    assert "Traceback" not in told
    monkeypatch.setenv("STEPSHEET_TRACEBACK", "1")
    assert guarded(broken) == 2
    assert "Traceback" in capsys.readouterr().err


# --- check


def test_clean_content_is_said_nothing_about(call: Call) -> None:
    ended = call("check")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (ERROR, [], 1),
        (ERROR, ["--strict"], 1),
        (WARNING, [], 0),
        (WARNING, ["--strict"], 1),
        (HINT, [], 0),
        (HINT, ["--strict"], 0),
    ],
)
def test_errors_fail_a_check_and_warnings_a_strict_one(
    text: str, arguments: list[str], code: int, call: Call, write: Write
) -> None:
    write({GUIDE: text, EN: CATALOG.replace("Walk.", "<b>") if text is ERROR else CATALOG})
    ended = call("check", *arguments)
    assert (ended.code, ended.err) == (code, "")
    assert ended.text.startswith(f"{GUIDE}:")


def test_a_program_gets_json(call: Call, write: Write) -> None:
    write({GUIDE: WARNING})
    found = json.loads(call("check", "--format", "json").text)
    assert found["counts"] == {"error": 0, "warning": 1, "hint": 0}
    assert [(item["file"], item["line"], item["code"]) for item in found["diagnostics"]] == [(GUIDE, 3, "S120")]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (GUIDE, True),
        ("content/guides/visit", True),
        ("content", True),
        (".", True),
        ("content/guides/walk/../visit", True),
        ("../project/content", True),
        ("link/guides", True),
        (EN, False),
        ("content/guides/walk", False),
        ("mkdocs.yml", False),
    ],
)
def test_a_check_of_paths_shows_what_is_found_there(
    path: str, shown: bool, place: Place, call: Call, write: Write
) -> None:
    write({GUIDE: TEXT + "colour: red\n", f"{OTHER}guide.yml": TEXT, f"{OTHER}en.yml": CATALOG})
    (place.root / "link").symlink_to("content")
    ended = call("check", path)
    assert (ended.code, "S020" in ended.text) == ((1, True) if shown else (0, False))


def test_a_finding_about_a_link_is_found_by_the_links_own_path(place: Place, call: Call) -> None:
    (place.root / "content" / "guides" / "walk").symlink_to("/etc")
    assert call("check", "content/guides/walk").code == 1
    assert call("check", "content/guides").code == 1


def test_paths_are_shown_from_where_the_command_runs(place: Place, call: Call, write: Write) -> None:
    write({GUIDE: WARNING})
    above = call("check", "-f", "project/mkdocs.yml", cwd=place.root.parent)
    assert above.text.startswith(f"project/{GUIDE}:3:11: ")
    below = call("check", "-f", "../mkdocs.yml", cwd=place.root / "content")
    assert below.text.startswith(f"../{GUIDE}:3:11: ")


# --- colour


def terminal(place: Place, *arguments: str, **environment: str) -> str:
    """What a command writes to a terminal."""
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *arguments],
        cwd=place.root,
        env=surroundings({"TERM": "xterm", **environment}),
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        written = bytearray()
        try:
            while part := os.read(controller, 65536):
                written += part
        except OSError:  # Linux: the end of a terminal nobody writes to any more
            pass
        process.wait()
    os.close(controller)
    return written.decode()


@pytest.mark.parametrize("arguments", [["check"], ["print", "visits"]], ids=" ".join)
def test_a_terminal_gets_colours_unless_its_user_wants_none(arguments: list[str], place: Place, write: Write) -> None:
    write({GUIDE: WARNING})
    assert "\x1b[" in terminal(place, *arguments)
    assert "\x1b[" not in terminal(place, *arguments, NO_COLOR="1")
    assert "\x1b[" in terminal(place, *arguments, NO_COLOR="")


# --- print


def pages(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_sheet_is_named_after_guide_locale_and_paper(place: Place, call: Call) -> None:
    ended = call("print", "visit")
    assert (ended.code, ended.text) == (0, "The checklist is in visit-ru-a4.pdf.\n")
    assert "Walk." in pages((place.root / "visit-ru-a4.pdf").read_bytes())


def test_a_sheet_in_another_language_on_other_paper_goes_where_it_is_told(place: Place, call: Call) -> None:
    ended = call("print", "visit", "--locale", "en", "--paper", "letter", "-o", "sheet.pdf")
    assert (ended.code, ended.text) == (0, "The checklist is in sheet.pdf.\n")
    document = pypdfium2.PdfDocument((place.root / "sheet.pdf").read_bytes())
    assert [round(side) for side in document[0].get_size()] == [612, 792]
    document.close()
    assert "Do walk." in pages((place.root / "sheet.pdf").read_bytes())


def test_a_sheet_to_standard_output_is_the_same_bytes_and_nothing_else(place: Place) -> None:
    piped = place.run("print", "visit", "-o", "-")
    assert (piped.code, piped.err) == (0, "")
    place.run("print", "visit")
    assert piped.out == (place.root / "visit-ru-a4.pdf").read_bytes()


def test_all_guides_are_one_file(place: Place, call: Call, write: Write) -> None:
    write({f"{OTHER}guide.yml": TEXT.replace("Visit", "Walk about"), f"{OTHER}en.yml": CATALOG})
    ended = call("print", "--all", "--form", "compact")
    assert (ended.code, ended.text) == (0, "The checklists are in all-ru-compact-a4.pdf.\n")
    assert len(pypdfium2.PdfDocument(place.root / "all-ru-compact-a4.pdf")) == 4


def test_one_guide_with_errors_stops_the_file_of_all(place: Place, call: Call, write: Write) -> None:
    broken = TEXT.replace("do: Walk.", "do: Walk., images: [{id: a, src: none.png, alt: A}]")
    write({f"{OTHER}guide.yml": broken, f"{OTHER}en.yml": CATALOG})
    ended = call("print", "--all")
    assert ended.code == 1
    assert "error[S104 missing-image]" in ended.err
    assert not list(place.root.glob("*.pdf"))


def test_a_guide_or_all_must_be_named(call: Call) -> None:
    assert call("print").err == "error: no guide to print\nhelp: name a guide, or print all of them with --all\n"


def test_pictures_are_on_the_sheet_when_asked_for(call: Call, write: Write) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text id="a" y="5">Corner</text></svg>'
    image = TEXT.replace("do: Walk.", "do: Walk., images: [{id: map, src: map.svg, alt: The map}]")
    write({GUIDE: image, "content/guides/visit/images/map.svg": picture})
    plain = call("print", "visit", "-o", "-").out
    with_pictures = call("print", "visit", "--form", "full", "-o", "-").out
    assert len(with_pictures) > len(plain)
    assert "Corner" in pages(with_pictures)
    assert "Corner" not in pages(plain)


# --- save


@pytest.mark.parametrize("form", ["csv", "json", "md", "tasks.md", "xlsx"])
def test_a_guide_is_saved_in_the_form_and_named_after_it(form: str, place: Place, call: Call) -> None:
    ended = call("save", "visit", "--as", form, "--locale", "en")
    assert (ended.code, ended.text) == (0, f"The guide is in visit-en.{form}.\n")
    content = (place.root / f"visit-en.{form}").read_bytes()
    assert content.startswith(b"PK") if form == "xlsx" else "Do walk." in content.decode()


def test_a_guide_to_standard_output_is_the_same_bytes_and_nothing_else(place: Place, call: Call) -> None:
    piped = call("save", "visit", "--as", "csv", "-o", "-")
    assert (piped.code, piped.err) == (0, "")
    call("save", "visit", "--as", "csv", "-o", "visit.csv")
    assert piped.out == (place.root / "visit.csv").read_bytes()


def test_a_guide_with_errors_is_not_saved(place: Place, call: Call, write: Write) -> None:
    write({GUIDE: TEXT.replace("do: Walk.", "do: Walk., images: [{id: a, src: none.png, alt: A}]")})
    ended = call("save", "visit", "--as", "csv")
    assert ended.code == 1
    assert "error[S104 missing-image]" in ended.err
    assert not (place.root / "visit-ru.csv").exists()


def test_a_guide_that_is_not_there_is_not_saved(call: Call) -> None:
    ended = call("save", "visits", "--as", "csv")
    assert (ended.code, ended.err) == (2, "error: there is no guide 'visits'\nhelp: did you mean 'visit'?\n")


def test_a_guide_with_errors_is_not_printed_and_one_beside_it_is(place: Place, call: Call, write: Write) -> None:
    broken = TEXT.replace("do: Walk.", "do: Walk., images: [{id: a, src: none.png, alt: A}]")
    write({f"{OTHER}guide.yml": broken, f"{OTHER}en.yml": CATALOG})
    assert call("print", "visit", "-o", "good.pdf").code == 0
    ended = call("print", "walk", "-o", "bad.pdf")
    assert ended.code == 1
    assert f"{OTHER}guide.yml:5:77: error[S104 missing-image]" in ended.err
    assert not (place.root / "bad.pdf").exists()


# --- schema


def test_the_schema_is_written_without_a_project(place: Place, tmp_path: Path) -> None:
    assert place.run("schema", cwd=tmp_path).text == schema()
    assert place.run("schema", "-o", "s.json").code == 0
    assert (place.root / "s.json").read_text(encoding="utf-8") == schema()


# --- the guides of this repository


def test_the_repository_s_own_guides_pass_the_strict_check(call: Call) -> None:
    """What is a warning for a guide that is brought along, such as a missing alt text, is a defect in one we ship."""
    ended = call("check", "--strict", cwd=REPOSITORY)
    assert (ended.code, ended.text) == (0, "")
