"""`stepsheet translate update`."""

import click

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.cli.translating import counted
from stepsheet.settings import Settings

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
    changed = translating.bring_in_step(site, content, chosen, dry_run=dry_run)
    verb = "would change" if dry_run else "changed"
    click.echo(f"{counted(changed, 'catalog')} {verb}." if changed else "Every catalog is in step with its guide.")
    return translating.unread(problems, "The catalogs of what cannot be read are left as they are.")
