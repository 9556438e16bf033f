"""The guides that say how to work on a site are good guides: they pass check and audit, and their commands work."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from stepsheet.model import content
from stepsheet.model.content import Bundle

from .conftest import EN, Ended, Place

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "docs" / "guides"


def guide(name: str) -> Bundle:
    found, problems = content.read(GUIDES / "content", GUIDES, "en")
    assert problems == []
    return found.by_id[name]


def commands(bundle: Bundle) -> list[list[str]]:
    """The command lines in the listings of a guide, in their order."""
    steps = [step for section in bundle.guide.sections for step in section.steps]
    listings = [item.code for step in steps for item in step.body if item.code and item.code.language == "bash"]
    return [line.split() for listing in listings for line in listing.text.splitlines()]


def test_they_are_translated_and_pass_the_check_and_the_audit_of_a_build(
    place: Place, call: Callable[..., Ended]
) -> None:
    copy = place.root / "docs" / "guides"
    shutil.copytree(GUIDES, copy, ignore=shutil.ignore_patterns("site", ".stepsheet"))
    shutil.copytree(ROOT / "overrides", place.root / "overrides")
    settings = copy / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('SITE_URL, ""', 'SITE_URL, "https://tea.example/"')
    )
    checked = call("check", "-f", str(settings), "--strict")
    assert (checked.code, checked.text) == (0, "")
    assert call("translate", "status", "-f", str(settings), "--fail-under", "100").code == 0
    built = place.run("build", "-f", str(settings), "--strict")
    assert (built.code, built.err) == (0, "")
    assert (copy / "site" / "ru" / "guides" / "add-a-language" / "checklist-a4.pdf").is_file()


def test_the_commands_of_the_guide_add_a_language_and_nothing_else_has_to_be_done(
    place: Place, call: Callable[..., Ended], project: Any
) -> None:
    lines = (place.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    project.write({"mkdocs.yml": "".join(line for line in lines if not line.startswith("        en:"))})
    catalog = (place.root / EN).read_text(encoding="utf-8")
    (place.root / EN).unlink()
    found = commands(guide("add-a-language"))
    assert ["stepsheet", "translate", "add", "de"] in found
    for _, *words in found:
        here = [re.sub(r"^de$", "en", word) for word in words]
        if here == ["translate", "import", "translations"]:
            project.write({EN: catalog})
        if here != ["build"]:  # which the test above does, for a whole guide
            assert call(*here).code == 0, here
    assert call("translate", "status", "--fail-under", "100").code == 0


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_the_guide_for_readers_is_one_page_in_its_compact_form(
    place: Place, call: Callable[..., Ended], locale
) -> None:
    settings = str(ROOT / "mkdocs.yml")
    call("print", "okx-api-keys", "--form", "compact", "--locale", locale, "-f", settings, "-o", "sheet.pdf")
    assert len(pypdfium2.PdfDocument((place.root / "sheet.pdf").read_bytes())) == 1
