"""What the commands about translations share: the content, the locales that are meant, what could not be read."""

from collections.abc import Sequence

import click

from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import declared, report
from stepsheet.diagnostics import Diagnostic
from stepsheet.errors import UserError
from stepsheet.model import content
from stepsheet.model.content import Content
from stepsheet.settings import Settings


def known(site: Settings) -> tuple[Content, tuple[Diagnostic, ...]]:
    """The content that can be read, and what is wrong with the rest. Raises UserError when there is no content."""
    if not site.content.is_dir():
        raise UserError(f"there is no content folder {site.content}", help="set `content` of the stepsheet plugin")
    read, problems = content.read(site.content, site.shown_from, site.locales[0])
    return read, tuple(problem for problem in problems if problem.is_error)


def targets(site: Settings, wanted: Sequence[str]) -> tuple[str, ...]:
    """The locales to work on: those that are named, else every translation. Raises UserError for one that is none."""
    for locale in wanted:
        if declared(site, locale) == site.locales[0]:
            raise UserError(
                f"{locale!r} is the language the guides are written in",
                help=f"name a translation: {', '.join(site.locales[1:])}" if site.locales[1:] else _ADD,
            )
    if not site.locales[1:]:
        raise UserError(f"the site has no locale but {site.locales[0]!r}, the language of the guides", help=_ADD)
    return tuple(locale for locale in site.locales[1:] if not wanted or locale in wanted)


_ADD = "add a language with `stepsheet translate add LOCALE`"


def unread(problems: Sequence[Diagnostic], consequence: str) -> Exit:
    """Say on standard error what could not be read, and what follows from that; the code to exit with."""
    if not problems:
        return Exit.CLEAN
    code = report(problems, err=True)
    click.echo(consequence, err=True)
    return code


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
