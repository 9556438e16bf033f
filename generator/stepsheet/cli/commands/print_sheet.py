"""`stepsheet print`."""

from typing import get_args

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, report, today
from stepsheet.settings import Paper, Settings

EPILOG = """\b
Examples:
  stepsheet print okx-api-keys
  stepsheet print okx-api-keys --locale en --paper letter --images
  stepsheet print okx-api-keys -o - | lp
"""


@click.command("print", epilog=EPILOG, short_help="Make one printable checklist as PDF.")
@click.argument("guide")
@click.option("-l", "--locale", help="The language of the checklist.  [default: the source language]")
@click.option("--paper", type=click.Choice(get_args(Paper)), default="a4", show_default=True, help="The paper size.")
@click.option("--images", is_flag=True, help="Put the pictures beside their steps.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), help="The file to write; - for standard output."
)
@config_option
def COMMAND(  # noqa: N802
    guide: str, locale: str | None, paper: Paper, images: bool, output: str | None, site: Settings
) -> Exit:
    """Make one printable checklist as PDF.

    GUIDE is the name of a folder in guides/. Without -o the file is named after guide, locale and paper.
    """
    chosen = declared(site, locale or site.locales[0])
    made = pipeline.sheet(site, today(), guide, chosen, paper, images=images)
    code = report(made.diagnostics, err=True)
    if made.pdf is not None:
        name = output or f"{guide}-{chosen}-{paper}.pdf"
        with click.open_file(name, "wb") as file:
            file.write(made.pdf)
        if name != "-":
            click.echo(f"The checklist is in {name}.")
    return code
