"""Every rule, by its cases: `cases/<rule>.yml` holds small projects and the whole text their author sees.

A case has a `name` (one sentence of behaviour), `files` (see `project_files`), `says`, and if need be `locales` (`[ru]`
when it says nothing) or `engine`: what the site engine warned of, which makes the case one of a build.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from stepsheet import pipeline
from stepsheet.diagnostics import arrange
from stepsheet.report.reporter import reporters

from .project_files import lay_out, settings

FILES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def parameters() -> list[Any]:
    return [
        pytest.param(file, index, case, id=f"{file.stem}: {case['name']}")
        for file in FILES
        for index, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")))
    ]


@pytest.mark.parametrize(("file", "index", "case"), parameters())
def test_the_author_sees(
    file: Path, index: int, case: dict[str, Any], project: Any, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    monkeypatch.chdir(project.root)
    lay_out(project.root, {"mkdocs.yml": settings(case.get("locales", ["ru"])), **case["files"]})
    found = project.check().diagnostics
    if "engine" in case:
        more = pipeline.hints(project.settings), pipeline.engine_findings(case["engine"], project.settings)
        found = arrange([*found, *more[0], *more[1]])
    seen = reporters()["text"].render(found, False)
    if request.config.getoption("--update-golden"):
        rewrite(file, index, seen)
    else:
        assert seen == case["says"]


def rewrite(file: Path, index: int, says: str) -> None:
    """Put the text under `says` of a case and leave the rest of the file as it is written."""
    text = file.read_text(encoding="utf-8")
    case = yaml.compose(text, Loader=yaml.SafeLoader).value[index]
    (old,) = (value for key, value in case.value if key.value == "says")
    before, after = text[: old.start_mark.index], text[old.end_mark.index :]
    block = "".join(f"    {line}\n" if line else "\n" for line in says.splitlines())
    new = f"|\n{block}" if says else '""\n'
    # A block's end mark is where the next token begins: the blank line before the next case belongs to it.
    gap = "\n" if after.startswith("- ") else ""
    file.write_text(f"{before}{new}{gap}{after.removeprefix(chr(10))}", encoding="utf-8")


def test_a_rewritten_case_keeps_the_rest_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "rule.yml"
    first, second, third = (
        "# Why.\n- name: One.\n  says: {}\n",
        "- name: Two.\n  says: {}\n",
        "- name: Three.\n  says: {}\n",
    )
    file.write_text("\n".join([first.format('""'), second.format("|\n    old\n\n    text"), third.format('""')]))
    rewrite(file, 0, "new\n\n  |\n")
    rewrite(file, 1, "")
    rewrite(file, 2, "last\n")
    wanted = [first.format("|\n    new\n\n      |"), second.format('""'), third.format("|\n    last")]
    assert file.read_text(encoding="utf-8") == "\n".join(wanted)
