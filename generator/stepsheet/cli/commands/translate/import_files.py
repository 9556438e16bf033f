"""`stepsheet translate import`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, report
from stepsheet.cli.translating import counted
from stepsheet.diagnostics import Diagnostic, arrange
from stepsheet.model.book import Book
from stepsheet.model.content import Content
from stepsheet.settings import Settings
from stepsheet.translating import parcel, unpack
from stepsheet.translating.form import by_ending
from stepsheet.translating.parcel import Received, Reply
from stepsheet.translating.update import update
from stepsheet.translating.writing import write

EPILOG = """\b
Examples:
  stepsheet translate import translations/en/guides/okx-api-keys.po
  stepsheet translate import translations --dry-run
"""


@click.command("import", epilog=EPILOG, short_help="Take translations from such files into the catalogs.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILES")
@click.option("--force", is_flag=True, help="Also from a file for another revision, or with other links and code.")
@click.option("--dry-run", is_flag=True, help="Write nothing, only say what would change.")
@config_option
def COMMAND(files: tuple[Path, ...], force: bool, dry_run: bool, site: Settings) -> Exit:  # noqa: N802
    """Take the translations in FILES over into the catalogs; of a folder, in all files of a known form below it.

    A file must be for the revision that the guide is at. When anything is wrong with one file, none is taken over.
    """
    content, problems = translating.known(site)
    books = parcel.books(content)
    received, found = _received(files, books, site)
    code = report(found, err=True) if found else Exit.CLEAN
    if not received or any(not force or unpack.is_final(problem) for problem in found):
        click.echo("Nothing was imported.", err=True)
        return Exit.FINDINGS
    replies = _by_catalog(received)
    code = _take(replies, content, books, site, dry_run=dry_run)
    return max(code, translating.unread(problems, "The catalogs of what cannot be read are left as they are."))


def _received(
    files: Sequence[Path], books: Mapping[str, Book], site: Settings
) -> tuple[list[Received], tuple[Diagnostic, ...]]:
    """The files that can be read, and all that is wrong."""
    read = [unpack.receive(path, path.as_posix()) for path in dict.fromkeys(_each(files))]
    received = [one for one in read if isinstance(one, Received)]
    problems = [one for one in read if isinstance(one, Diagnostic)]
    for one in received:
        problems += unpack.faults(one, books, site.locales)
    return received, arrange(problems)


def _each(files: Sequence[Path]) -> Iterator[Path]:
    """The files, and those in the folders."""
    for path in files:
        if path.is_dir():
            yield from sorted(file for ending in by_ending() for file in path.rglob(f"*.{ending}") if file.is_file())
        else:
            yield path


def _by_catalog(received: Sequence[Received]) -> dict[tuple[str, str], list[Reply]]:
    """The replies for each book and locale."""
    found: dict[tuple[str, str], list[Reply]] = {}
    for one in received:
        found.setdefault((one.book, one.locale), []).extend(one.replies)
    return found


def _take(
    replies: dict[tuple[str, str], list[Reply]],
    content: Content,
    books: Mapping[str, Book],
    site: Settings,
    *,
    dry_run: bool,
) -> Exit:
    """Put the replies into the catalogs, and say so."""
    texts, total = {}, 0
    for (name, locale), own in replies.items():
        book, source = books[name], site.locales[0]
        file = book.catalog_file(locale)
        if file in content.faulty:
            continue
        taken = unpack.take(book, locale, source, update(book, locale, source).text, own)
        if taken.changed:
            texts[file] = taken.text
            total += taken.changed
            click.echo(f"{book.catalog_shown(locale)}: {counted(taken.changed, 'translation')}")
    if not dry_run:
        write(texts)
    verb = "would be taken over" if dry_run else "taken over"
    click.echo(f"{counted(total, 'translation')} {verb}." if total else "The catalogs have all of this already.")
    return Exit.CLEAN
