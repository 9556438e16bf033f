"""`stepsheet translate update`."""

import click

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.cli.translating import counted
from stepsheet.model.page import PageBook
from stepsheet.settings import Settings
from stepsheet.translating.update import Updated, update
from stepsheet.translating.writing import write

EPILOG = """\b
Examples:
  stepsheet translate update
  stepsheet translate update en --dry-run
"""


@click.command("update", epilog=EPILOG, short_help="Bring the catalogs in step with the guides.")
@click.argument("locales", nargs=-1, metavar="[LOCALES]")
@click.option("--dry-run", is_flag=True, help="Write nothing, only say what would change.")
@config_option
def COMMAND(locales: tuple[str, ...], dry_run: bool, site: Settings) -> Exit:  # noqa: N802
    """Give every text of the guides its entry in the catalogs; with LOCALES, in those languages only.

    A new text gets an entry with an empty translation. A translation that is out of date keeps both texts. An entry
    whose text is gone is set aside at the end of its file and comes back when its key does. Nothing else is touched.
    """
    chosen = translating.targets(site, locales)
    content, problems = translating.known(site)
    texts = {}
    for book in content.books:
        for locale in chosen:
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
    verb = "would change" if dry_run else "changed"
    click.echo(f"{counted(len(texts), 'catalog')} {verb}." if texts else "Every catalog is in step with its guide.")
    return translating.unread(problems, "The catalogs of what cannot be read are left as they are.")


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
