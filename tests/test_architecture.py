"""The codebase keeps its own rules: layers, one place for each rule, a case for each, small files."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from stepsheet import pipeline
from stepsheet.diagnostics import Rule
from stepsheet.discovery import modules
from stepsheet.model import schema
from stepsheet.rules.runner import SUBJECTS

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "generator" / "stepsheet"
SOURCES = sorted(PACKAGE.rglob("*.py"))
CASES = REPOSITORY / "tests" / "rules" / "cases"
MAX_LINES = 250
LONGER = {"localize/document.py": 290, "importing/tree.py": 360, "audit/record.py": 260}  # lists of records
LATE_IMPORTS = {"website/engines/mkdocs.py"}  # the engine may be imported only when its banner is silenced

CHECKING_MODULES = tuple(
    module
    for package in ("stepsheet.load.faults", "stepsheet.model.faults", *SUBJECTS)
    for module in modules(package, "RULE")
)
IMPORTING_MODULES = modules("stepsheet.importing.faults", "RULE")
AUDITING_MODULES = modules("stepsheet.audit.faults", "RULE")
TRANSLATING_MODULES = modules("stepsheet.translating.faults", "RULE")
RULE_MODULES = (*CHECKING_MODULES, *IMPORTING_MODULES, *AUDITING_MODULES, *TRANSLATING_MODULES)
PIPELINE_RULES = tuple(value for value in vars(pipeline).values() if isinstance(value, Rule))
CHECKING_RULES = (*(module.RULE for module in CHECKING_MODULES), *PIPELINE_RULES)
UNMET_HERE = {pipeline.NO_WORD_LIST}  # the tests have the package; test_directions tries it without
OTHER_MODULES = (*IMPORTING_MODULES, *AUDITING_MODULES, *TRANSLATING_MODULES)
RULES = (*CHECKING_RULES, *(module.RULE for module in OTHER_MODULES))


def short(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def cases(rule: Rule) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = yaml.safe_load((CASES / f"{rule.name}.yml").read_text(encoding="utf-8"))
    return made


def test_lower_rooms_never_import_higher_ones() -> None:
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_rule_has_a_code_and_a_name_of_its_own() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_named_as_people_say_it(rule: Rule) -> None:
    assert re.fullmatch("S[0-9]{3}", rule.code)
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.name)
    assert re.fullmatch("[0-9]+[.][0-9]+", rule.since)


@pytest.mark.parametrize("module", RULE_MODULES, ids=lambda module: module.RULE.name)
def test_the_docstring_of_a_rule_is_its_page(module: ModuleType) -> None:
    heads = re.findall("^(Why|Bad|Good): ", module.__doc__ or "", re.MULTILINE)
    assert heads == ["Why", "Bad", "Good"]


@pytest.mark.parametrize(
    "rule", [rule for rule in CHECKING_RULES if rule not in UNMET_HERE], ids=lambda rule: rule.name
)
def test_a_rule_has_a_bad_and_a_good_case(rule: Rule) -> None:
    label = f"[{rule.code} {rule.name}]"
    assert any(label in case["says"] for case in cases(rule)), "no case shows it"
    assert any(case["says"] == "" for case in cases(rule)), "no case is free of findings"


def test_no_case_file_is_without_its_rule() -> None:
    assert {file.stem for file in CASES.iterdir()} == {rule.name for rule in {*CHECKING_RULES} - UNMET_HERE}


@pytest.mark.parametrize("module", IMPORTING_MODULES, ids=lambda module: module.RULE.name)
def test_what_an_import_reports_is_shown_by_a_test(module: ModuleType) -> None:
    name = module.__name__.rpartition(".")[2]
    shown = re.compile(rf"\b(?:{module.RULE.code}|{module.RULE.name}|{name})\b")
    tests = [path for room in ("importing", "exporting", "cli") for path in (REPOSITORY / "tests" / room).rglob("*.*")]
    assert any(shown.search(path.read_text(encoding="utf-8")) for path in tests if path.suffix in {".py", ".yml"})


@pytest.mark.parametrize("module", TRANSLATING_MODULES, ids=lambda module: module.RULE.name)
def test_what_a_file_of_translations_is_refused_for_is_shown_by_a_test(module: ModuleType) -> None:
    shown = (REPOSITORY / "tests" / "translating" / "wrong-files.txt").read_text(encoding="utf-8")
    assert f"[{module.RULE.code} {module.RULE.name}]" in shown


def test_every_rule_module_is_found_and_no_folder_of_rules_is_left_out() -> None:
    listed = {Path(str(module.__file__)) for module in RULE_MODULES}
    folders = [PACKAGE / room / "faults" for room in ("load", "model", "importing", "audit", "translating")]
    folders += (PACKAGE / "rules").glob("*/")
    written = {path for folder in folders for path in folder.glob("*.py") if path.name != "__init__.py"}
    assert written == listed


def test_the_committed_schema_is_fresh() -> None:
    committed = (REPOSITORY / "schema" / "guide.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(schema.schema()), "run: stepsheet schema -o schema/guide.schema.json"
    assert committed == schema.schema()


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_a_module_says_what_it_is_for_and_fits_in_the_head(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") < LONGER.get(short(path), MAX_LINES), "the room wants a wall"
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}


@pytest.mark.parametrize("path", [path for path in SOURCES if short(path) not in LATE_IMPORTS], ids=short)
def test_every_import_stands_at_the_top(path: Path) -> None:
    assert not list(late_imports(ast.parse(path.read_text(encoding="utf-8"))))


def late_imports(tree: ast.Module) -> Iterator[ast.AST]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))


def test_an_import_inside_a_function_is_seen() -> None:
    assert len(list(late_imports(ast.parse("import a\ndef f():\n    if a:\n        from b import c\n")))) == 1
