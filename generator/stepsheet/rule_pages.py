"""The page of all rules, `docs/rules.md`: what each rule's own docstring says, in order of the codes."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet import pipeline
from stepsheet.diagnostics import Rule
from stepsheet.discovery import modules
from stepsheet.errors import InternalError
from stepsheet.rules import runner

PACKAGES = (
    "stepsheet.load.faults",
    "stepsheet.model.faults",
    *runner.SUBJECTS,
    "stepsheet.importing.faults",
    "stepsheet.translating.faults",
    "stepsheet.audit.faults",
)

# The rules of a build are no modules of their own.
_OF_A_BUILD = {
    pipeline.NO_SITE_URL.code: """The settings do not say which address the site will have.

Why: without it the sheets have no QR code, the pages no canonical address, and there is no sitemap.
Bad:  mkdocs.yml without site_url
Good: site_url: https://guides.example/
""",
    pipeline.NO_WORD_LIST.code: """The site has a Chinese language, and no list of Chinese words is installed.

Why: Chinese is written without spaces, and the search knows words alone: it then finds only the beginning of a run of
characters, not a word inside it.
Bad:  pip install stepsheet
Good: pip install 'stepsheet[cjk]'
""",
    pipeline.ENGINE_WARNING.code: """The site engine warns of something while it builds the pages.

Why: the engine knows its own settings and the finished pages; its warnings must not get lost in a log.
Bad:  site_descripton: Guides to follow step by step
Good: site_description: Guides to follow step by step
""",
}

_HEAD = """\
# Rules

<!-- Made from the docstrings of the rules by `stepsheet.rule_pages`; `pytest tests/test_docs.py --update-golden`
     writes it anew. -->

What `stepsheet check`, `build`, `audit`, `import` and `translate import` report. An **error** fails the run. A
**warning** fails it under `--strict`. A **hint** never does. A code never changes its meaning.

| Code | Name | Severity | What is wrong |
|---|---|---|---|
"""

_DOCSTRING = re.compile(r"(?P<defect>.+?)\n\nWhy: (?P<why>.+?)\n(?P<bad>Bad: .+?)\n(?P<good>Good: .+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """What is told of one rule: the defect in a sentence, why it matters, a bad and a good example."""

    rule: Rule
    defect: str
    why: str
    example: str


def pages() -> tuple[Page, ...]:
    """Every rule, in order of the codes. Raises InternalError when a docstring has not the four parts of a page."""
    return tuple(sorted(_pages(), key=lambda page: page.rule.code))


def markdown() -> str:
    """The whole of `docs/rules.md`."""
    found = pages()
    return "\n".join([_HEAD + "\n".join(_row(page) for page in found), *(_section(page) for page in found), ""])


def _pages() -> Iterator[Page]:
    for package in PACKAGES:
        for module in modules(package, "RULE"):
            yield _page(module.RULE, inspect.getdoc(module) or "")
    for rule in vars(pipeline).values():
        if isinstance(rule, Rule):
            yield _page(rule, _OF_A_BUILD.get(rule.code, ""))


def _page(rule: Rule, docstring: str) -> Page:
    parts = _DOCSTRING.fullmatch(docstring.strip())
    if parts is None:
        raise InternalError(f"the docstring of {rule.code} {rule.name} is not a sentence, then Why, Bad and Good")
    return Page(rule, _joined(parts["defect"]), _joined(parts["why"]), f"{parts['bad']}\n{parts['good']}")


def _row(page: Page) -> str:
    rule, defect = page.rule, page.defect.replace("|", r"\|")
    return f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | `{rule.name}` | {rule.severity} | {defect} |"


def _section(page: Page) -> str:
    rule = page.rule
    lines = [
        "",
        f"## {rule.code} {rule.name}",
        "",
        f"{rule.severity.capitalize()}, since {rule.since}. {page.defect}",
        "",
        f"**Why:** {page.why}",
        "",
        "```text",
        page.example,
        "```",
    ]
    return "\n".join(lines)


def _joined(text: str) -> str:
    return " ".join(text.split())
