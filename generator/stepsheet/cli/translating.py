"""What the commands about translations share: the content, the locales that are meant, what could not be read."""

from collections.abc import Sequence

import click

from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import declared, report
from stepsheet.diagnostics import Diagnostic
from stepsheet.errors import UserError
from stepsheet.model import content
from stepsheet.model.content import Content
from stepsheet.model.page import PageBook
from stepsheet.settings import Settings
from stepsheet.translating.update import Updated, update
from stepsheet.translating.writing import write


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


def bring_in_step(site: Settings, content: Content, locales: Sequence[str], *, dry_run: bool) -> int:
    """Bring the catalogs of these locales in step with the guides, and say what changes; how many of them do."""
    texts = {}
    for book in content.books:
        for locale in locales:
            file = book.catalog_file(locale)
            if isinstance(book, PageBook) or not book.messages or file in content.faulty:
                continue
            made = update(book, locale, site.locales[0])
            old = book.catalogs[locale].at.source.text if locale in book.catalogs else None
            if made.text != old:
                texts[file] = made.text
                click.echo(f"{book.catalog_shown(locale)}: {_told(made, is_new=old is None)}")
    if not dry_run:
        write(texts)
    return len(texts)


def _told(made: Updated, *, is_new: bool) -> str:
    """What has changed in a catalog."""
    parts = [
        (made.added, "entry added", "entries added"),
        (made.restored, "entry brought back", "entries brought back"),
        (made.refreshed, "source text brought up to date", "source texts brought up to date"),
        (made.set_aside, "entry set aside", "entries set aside"),
        (made.dropped, "entry without a translation dropped", "entries without a translation dropped"),
        (made.moved, "entry moved", "entries moved"),
    ]
    told = ", ".join(counted(number, one, many) for number, one, many in parts if number)
    return f"new, {told}" if is_new else told or "entries completed"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
