"""`stepsheet import`."""

from pathlib import Path
from typing import Any

import click

from stepsheet.cli.exit import Exit
from stepsheet.cli.importing import Order, carry_out
from stepsheet.cli.shared import config_option
from stepsheet.importing.importer import importers
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet import gitbook ../our-space --dry-run
  stepsheet import gitbook ../our-space --category exchanges --report import.json
  stepsheet import markdown docs/install.md
  stepsheet import gitbook ../our-space/en/keys.md --as-translation en --of keys
"""


@click.command("import", epilog=EPILOG, short_help="Bring guides from GitBook or Markdown.")
@click.argument("form", type=click.Choice(sorted(importers())))
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the guides.  [default: guides/ in the content folder]",
)
@click.option("-l", "--locale", help="The language of the pages.  [default: the source language]")
@click.option("--category", help="The category of the guides.")
@click.option("--as-translation", "translation", metavar="LOCALE", help="SOURCE is a guide in another language.")
@click.option("--of", "guide", metavar="GUIDE", help="The guide that SOURCE translates.")
@click.option("--fetch", is_flag=True, help="Download the pictures that lie on other hosts.")
@click.option("--force", is_flag=True, help="Replace what is there already; a copy of it is kept.")
@click.option("--dry-run", is_flag=True, help="Write nothing, only report.")
@click.option(
    "--report", "report_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the whole report as JSON."
)
@config_option
def COMMAND(site: Settings, **options: Any) -> Exit:  # noqa: N802
    """Bring guides from GitBook or Markdown, and account for every word of them.

    FORM is gitbook or markdown. SOURCE is a page or a folder of pages; a folder comes with its navigation, redirects
    and translations. A guide that is there already is not overwritten: the new one goes beside it, and the difference
    is shown.
    """
    return carry_out(Order(**options), site)
