"""`stepsheet print`."""

from typing import get_args

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, report, today
from stepsheet.render.sheet import Form, Order
from stepsheet.settings import Paper, Settings

EPILOG = """\b
Examples:
  stepsheet print okx-api-keys
  stepsheet print okx-api-keys --locale en --paper letter --form full
  stepsheet print okx-api-keys --option watchdog=no --option account=main
  stepsheet print okx-api-keys -o - | lp
"""


@click.command("print", epilog=EPILOG, short_help="Make one printable checklist as PDF.")
@click.argument("guide")
@click.option("-l", "--locale", help="The language of the checklist.  [default: the source language]")
@click.option("--paper", type=click.Choice(get_args(Paper)), default="a4", show_default=True, help="The paper size.")
@click.option(
    "--form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="How much stands on it: no explanations, no pictures, everything, everything in large print.",
)
@click.option(
    "--option",
    "given",
    multiple=True,
    metavar="OPTION=ANSWER",
    help="Leave out what this answer makes superfluous; may be repeated.",
)
@click.option(
    "--fillable", is_flag=True, help="Boxes that can be ticked and lines that can be typed on, on the screen."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), help="The file to write; - for standard output."
)
@config_option
def COMMAND(  # noqa: N802, PLR0917 - click calls it by name
    guide: str,
    locale: str | None,
    paper: Paper,
    form: str,
    given: tuple[str, ...],
    fillable: bool,
    output: str | None,
    site: Settings,
) -> Exit:
    """Make one printable checklist as PDF.

    GUIDE is the name of a folder in guides/. Without -o the file is named after guide, locale, form and paper.
    """
    chosen = declared(site, locale or site.locales[0])
    made = pipeline.sheet(site, today(), guide, chosen, Order(paper, Form(form), fillable=fillable), given)
    code = report(made.diagnostics, err=True)
    if made.pdf is not None:
        kind = [] if form == Form.TEXT else [form]
        name = output or f"{'-'.join([guide, chosen, *kind, paper, *(['fillable'] if fillable else [])])}.pdf"
        with click.open_file(name, "wb") as file:
            file.write(made.pdf)
        if name != "-":
            click.echo(f"The checklist is in {name}.")
    return code
