"""The documentation is true: what it names exists, what exists is named, and its examples work."""

import importlib
import io
import json
import pkgutil
import re
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
from PIL import Image as Raster

import stepsheet
from stepsheet import pipeline, rule_pages, settings
from stepsheet.cli import stepsheet as group
from stepsheet.diagnostics import Location, Rule, Source
from stepsheet.load import yaml_text
from stepsheet.model import body, build, catalog, content, glossary, guide, navigation, redirects
from stepsheet.model import page as plain
from stepsheet.model.element import Element, keys_of, text_kind
from stepsheet.render import status
from stepsheet.render.outputs import guide_data
from stepsheet.report.reporter import reporters
from stepsheet.settings import LocaleSettings, PluginSettings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]


def commands(parent: click.Group, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by the words that call it, those of a group after the group."""
    for name, command in parent.commands.items():
        yield f"{prefix}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")


COMMANDS = dict(commands(group))

# Which table of docs/content-format.md describes which elements; the second shares the table of the first.
TABLES: dict[str, type[Element]] = {
    "Guide": guide.Guide,
    "Source": guide.Origin,
    "Need": guide.Need,
    "Option": guide.Option,
    "Choice": guide.Choice,
    "Warning": guide.Warning,
    "Section": guide.Section,
    "Step": guide.Step,
    "Field": guide.Field,
    "Image": body.Image,
    "Mark": body.Mark,
    "Body item": body.BodyItem,
    "Code": body.Code,
    "Categories file": content.Categories,
    "Category": content.Category,
    "Page": plain.Page,
    "Navigation file": navigation.Navigation,
    "Navigation entry": navigation.NavigationEntry,
    "Redirects file": redirects.Redirects,
    "Redirect": redirects.Redirect,
    "Glossary file": glossary.Glossary,
    "Term": glossary.Term,
}
SHARED: dict[type[Element], tuple[type[Element], str]] = {
    guide.SubStep: (guide.Step, "steps"),
    body.Picture: (body.Image, "id"),
}

# What an example on a page may leave undone: its translations and the site's address.
UNFINISHED = {"S201", "S205", "S301"}
MKDOCS = "docs_dir: content\nplugins: [{stepsheet: {locales: {en: {}, ru: {}}}}]\n"

_FENCE = re.compile(r"^( *)(`{3,})(\w*) ?([^\n]*)\n(.*?)^\1\2$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMAND_LINE = re.compile(r"(?:`|^)(?:\.venv/bin/)?stepsheet (\w+)([^`\n]*)", re.MULTILINE)
_ENVIRONMENT = re.compile(r"""environ(?:\.get\(|\[)["']([A-Z0-9_]+)["']|["']([A-Z0-9_]+)["'] (?:not )?in os\.environ""")


@dataclass(frozen=True)
class Snippet:
    page: str
    role: str
    text: str

    @property
    def kind(self) -> str:
        return self.role.partition("=")[0]

    @property
    def value(self) -> str:
        return self.role.partition("=")[2]


def prose(page: Path) -> str:
    """A page without its code."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def sections(page: Path) -> dict[str, str]:
    """The text below each heading, up to the next one."""
    pieces = _HEADING.split(prose(page))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    heads = {index for index, row in enumerate(cells) if index + 1 < len(cells) and set(cells[index + 1][0]) == {"-"}}
    return [row for index, row in enumerate(cells) if index not in heads and set(row[0]) != {"-"}]


def named(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def keys_in(text: str) -> list[str]:
    """The code in the first cells of the tables of a text."""
    return [name for row in rows(text) for name in named(row[0])]


def snippets() -> list[Snippet]:
    found = []
    for page in PAGES:
        for match in _FENCE.finditer(page.read_text(encoding="utf-8")):
            _, _, language, role, text = match.groups()
            if language in {"yaml", "markdown"}:
                found.append(Snippet(page.relative_to(ROOT).as_posix(), role, textwrap.dedent(text)))
    return found


def elements(parent: type[Element] = Element) -> Iterator[type[Element]]:
    """Every kind of element an author can write."""
    for child in parent.__subclasses__():
        if not child.__name__.startswith("_") and child.__module__.startswith("stepsheet."):
            yield child
        yield from elements(child)


def node_of(text: str) -> Any:
    node, problems = yaml_text.parse(Source(Path("snippet.yml"), "snippet.yml", text))
    assert not problems
    return node


def picture() -> bytes:
    buffer = io.BytesIO()
    Raster.new("RGB", (40, 30), "white").save(buffer, "PNG")
    return buffer.getvalue()


def laid_out(project: Any) -> Any:
    """The project that the whole files on all pages make, with a picture wherever one is named."""
    files: dict[str, str | bytes] = {"mkdocs.yml": MKDOCS}
    for snippet in snippets():
        if snippet.kind == "file":
            files[snippet.value] = snippet.text
            folder = Path(snippet.value).parent / "images"
            for name in re.findall(r"(?:src: |\]\(images/)([\w.-]+)", snippet.text):
                files[(folder / name).as_posix()] = picture()
    return project.write(files)


def slug(heading: str) -> str:
    """The anchor that a heading has on the repository's website."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


# The README.


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 120


def test_the_readme_starts_with_the_two_commands_of_the_makefile() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    start = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Start")[2]
    commands = next(match[5] for match in _FENCE.finditer(start))
    tools = [tool for row in rows(sections(ROOT / "CONTRIBUTING.md")["Tools"]) for tool in named(row[0])]
    others = [target for target in targets if any(tool.split()[:2] == ["make", target] for tool in tools)]
    assert commands.split("\n")[:-1] == [f"make {target}" for target in targets if target not in others]


def test_the_gate_is_described_as_it_is() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ntest:")[2].partition("\n\n")[0]
    tools = re.findall(r"\.venv/bin/(\S+(?: format| check)?)", makefile)
    described = [command for row in rows(sections(ROOT / "CONTRIBUTING.md")["The gate"]) for command in named(row[0])]
    assert tools
    assert [tool for tool in tools if not any(command.startswith(f".venv/bin/{tool}") for command in described)] == []


# Links and paths.


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    broken = []
    for link in _LINK.findall(re.sub(r"`[^`\n]*`", "", prose(page))):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if ":" in path:
            continue
        headings = _HEADING.findall(prose(target)) if target.is_file() and target.suffix == ".md" else []
        if not target.exists() or (anchor and anchor not in [slug(heading) for heading in headings]):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_source_file_a_page_names_exists(page: Path) -> None:
    named_files = re.findall(r"`((?:[a-z_]+/)+[a-z_.]*|[a-z_]+\.py)`", prose(page))
    made = ("site/", "images/", "content/", "whole/", "edit/", "pages/")  # what a build or a host makes
    places = (ROOT, ROOT / "generator" / "stepsheet")
    gone = [name for name in named_files if not any((place / name).exists() for place in places)]
    assert [name for name in gone if not name.startswith(made)] == []


# Commands.


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_described_with_each_of_its_options_and_no_other(name: str) -> None:
    described = sections(DOCS / "commands.md")[name]
    options = [param for param in COMMANDS[name].params if isinstance(param, click.Option)]
    arguments = [param for param in COMMANDS[name].params if isinstance(param, click.Argument)]
    assert sorted(keys_in(described)) == sorted(spelling for option in options for spelling in option.opts)
    assert [argument.name for argument in arguments if str(argument.name).upper() not in described] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_choices_and_defaults_of_an_option_are_described(name: str) -> None:
    described = {row[0]: row[1] for row in rows(sections(DOCS / "commands.md")[name])}
    for option in COMMANDS[name].params:
        if not isinstance(option, click.Option) or option.is_flag:
            continue
        meaning = next(text for cell, text in described.items() if f"`{option.opts[0]}`" in cell)
        choices = option.type.choices if isinstance(option.type, click.Choice) else ()
        default = option.default if isinstance(option.default, str) and option.default != "-" else ""
        assert [word for word in (*choices, default) if word and f"`{word}`" not in meaning] == []


def test_no_command_is_described_that_does_not_exist() -> None:
    assert sections(DOCS / "commands.md").keys() - COMMANDS.keys() == {"Commands"}


def test_the_keys_of_the_json_report_are_described() -> None:
    finding = pipeline.NO_SITE_URL(Location(Source(ROOT / "mkdocs.yml", "mkdocs.yml")), "a message")
    report = json.loads(reporters()["json"].render([finding], False))
    described = named(sections(DOCS / "commands.md")["check"])
    assert [key for key in (*report, *report["diagnostics"][0]) if key not in described] == []


def test_every_command_line_on_a_page_is_one_that_can_be_typed() -> None:
    wrong = []
    for page in PAGES:
        for first, rest in _COMMAND_LINE.findall(page.read_text(encoding="utf-8")):
            second = f"{first} {rest.split()[0]}" if rest.split() else first
            name = second if isinstance(group.commands.get(first), click.Group) else first
            command = COMMANDS.get(name)
            known = {spelling for param in command.params for spelling in param.opts} if command else set()
            options = {word for word in rest.partition("#")[0].split() if word.startswith("-")}
            if command is None or options - known - {"--help", "-h"}:
                wrong.append((page.name, name, rest))
    assert wrong == []


# Rules.


def test_the_page_of_rules_is_fresh(golden: Callable[[Path, bytes], None]) -> None:
    golden(DOCS / "rules.md", rule_pages.markdown().encode())


def test_every_rule_of_the_package_is_on_the_page_of_rules() -> None:
    modules = [importlib.import_module(info.name) for info in pkgutil.walk_packages(stepsheet.__path__, "stepsheet.")]
    rules = {value.code: value for module in modules for value in vars(module).values() if isinstance(value, Rule)}
    listed = {row[0]: row for row in rows(sections(DOCS / "rules.md")["Rules"])}
    page = {
        code: listed.get(f"[{code}](#{slug(f'{code} {rule.name}')})", ["", "", "no such row"])
        for code, rule in rules.items()
    }
    assert {code: (row[1], row[2]) for code, row in page.items()} == {
        code: (f"`{rule.name}`", str(rule.severity)) for code, rule in rules.items()
    }


# Settings.


def test_each_setting_of_the_plugin_is_described_and_no_other() -> None:
    described = keys_in(sections(DOCS / "settings.md")["The plugin `stepsheet`"])
    assert described == sorted(PluginSettings.model_fields, key=described.index) + list(LocaleSettings.model_fields)


def test_each_environment_variable_the_program_reads_is_described() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")]
    read = {name for source in sources for found in _ENVIRONMENT.findall(source) for name in found if name}
    read |= set(re.findall(r"!ENV \[(\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    described = (DOCS / "settings.md").read_text(encoding="utf-8") + (DOCS / "engines.md").read_text(encoding="utf-8")
    assert "SITE_URL" in read
    assert [name for name in sorted(read) if name not in described] == []


# The content format.


def test_every_kind_of_element_has_its_table() -> None:
    assert set(elements()) == {*TABLES.values(), *SHARED}
    for element, (like, left_out) in SHARED.items():
        assert set(keys_of(element)) == set(keys_of(like)) - {left_out}


@pytest.mark.parametrize("title", TABLES)
def test_each_key_of_an_element_is_described_and_no_other(title: str) -> None:
    element = TABLES[title]
    table = rows(sections(DOCS / "content-format.md")[title])
    fields = {field.alias or name: (name, field.is_required()) for name, field in element.model_fields.items()}
    assert sorted(named(row[0])[0] for row in table) == sorted(keys_of(element))
    for key, required, value, _ in table:
        name, needed = fields[key.strip("`")]
        kind = text_kind(element, name)
        assert (key, required) == (key, "yes" if needed else "no")
        assert (key, value if value in {"line", "prose", "plain"} else None) == (key, kind.value if kind else None)


def test_the_whole_guide_on_the_page_shows_each_key_of_the_format(project: Any) -> None:
    made = laid_out(project).check().content
    shown: dict[type[Element], set[str]] = defaultdict(set)
    parts = [part for book in made.books for part in book.parts]
    parts += [text.page for shelved in made.shelf.pages for text in shelved.texts]
    parts += [part for file in made.redirects for part in (file, *file.children())]
    parts += made.terms
    shown[glossary.Glossary].add("terms")  # it holds nothing else
    for part in parts:
        like, _ = SHARED.get(type(part), (type(part), ""))
        shown[like] |= part._node.entries.keys()
    shown[guide.Guide].add("body")  # it replaces others that are shown there, and a section shows it
    assert shown == {element: set(keys_of(element)) for element in TABLES.values()}


# Examples.


def test_every_yaml_example_says_what_it_is() -> None:
    assert [snippet for snippet in snippets() if snippet.kind not in {"file", "part"}] == []


def test_the_whole_files_on_the_pages_pass_the_check(project: Any) -> None:
    checked = laid_out(project).check()
    assert [bundle.id for bundle in checked.content.bundles] == ["change-password", "router-reset"]
    assert [item for item in checked.diagnostics if item.rule.code not in UNFINISHED] == []


@pytest.mark.parametrize(
    "snippet",
    [snippet for snippet in snippets() if snippet.kind == "part"],
    ids=lambda snippet: f"{snippet.page}: {snippet.text[:24].splitlines()[0]}",
)
def test_a_part_of_a_file_on_a_page_is_well_formed(snippet: Snippet, tmp_path: Path) -> None:
    match snippet.value:
        case "settings":
            (tmp_path / "mkdocs.yml").write_text(snippet.text, encoding="utf-8")
            assert settings.load(tmp_path / "mkdocs.yml").locales
        case "catalog":
            made, problems = catalog.build("en", node_of(snippet.text))
            assert made is not None
            assert made.entries
            assert problems == ()
        case element:
            _, problems = build.element(node_of(snippet.text), TABLES[element.capitalize()])
            assert problems == ()


# The data format.


def test_the_keys_of_the_data_format_are_those_of_the_file(project: Any) -> None:
    made = laid_out(project)
    sites = pipeline.localize(made.check().content, made.settings, ["en", "ru"])
    described = {
        frozenset(keys): title for title, text in sections(DOCS / "data-format.md").items() if (keys := keys_in(text))
    }
    met = set()
    for site in sites:
        for record in (record for document in site.documents for record in records(guide_data.data(document, site))):
            assert described.get(frozenset(record)), f"no table has the keys {sorted(record)}"
            met.add(frozenset(record))
    assert [title for keys, title in described.items() if keys not in met] == []


def test_the_data_format_is_called_what_the_file_says() -> None:
    assert f"`{guide_data.FORMAT}`" in sections(DOCS / "data-format.md")["Guide"]


def test_the_keys_of_the_status_are_those_of_the_file() -> None:
    told = sections(DOCS / "translation-status.md")
    described = {frozenset(keys_in(told[title])) for title in ("Status", "Language", "Book", "Outdated text")}
    approved = (ROOT / "tests" / "render" / "golden" / "en" / "translations.json").read_text(encoding="utf-8")
    assert {frozenset(record) for record in records(json.loads(approved))} == described
    assert f"`{status.FORMAT}`" in told["Status"]


def records(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inside:
        yield from records(item)
