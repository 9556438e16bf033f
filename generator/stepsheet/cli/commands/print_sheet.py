"""`stepsheet print`."""

from typing import get_args

import click

from stepsheet import single
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, report, today
from stepsheet.errors import UserError
from stepsheet.render.sheet import Form, Order
from stepsheet.settings import Paper, Settings

EPILOG = """\b
Examples:
  stepsheet print okx-api-keys
  stepsheet print okx-api-keys --locale en --paper letter --form full
  stepsheet print okx-api-keys --option watchdog=no --option account=main
  stepsheet print okx-api-keys -o - | lp
  stepsheet print --all --locale en
"""


@click.command("print", epilog=EPILOG, short_help="Make a printable checklist as PDF, or one file of all.")
@click.argument("guide", required=False)
@click.option("--all", "everything", is_flag=True, help="All guides in one file, with a cover and contents.")
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
    guide: str | None,
    everything: bool,
    locale: str | None,
    paper: Paper,
    form: str,
    given: tuple[str, ...],
    fillable: bool,
    output: str | None,
    site: Settings,
) -> Exit:
    """Make a printable checklist as PDF.

    GUIDE is the name of a folder in guides/. Without -o the file is named after guide, locale, form and paper.
    """
    chosen = declared(site, locale or site.locales[0])
    order = Order(paper, Form(form), fillable=fillable)
    made = (
        single.binder(site, today(), chosen, order)
        if _is_all(guide, given, everything=everything)
        else (single.sheet(site, today(), str(guide), chosen, order, given))
    )
    code = report(made.diagnostics, err=True)
    if made.content is not None:
        name = output or _name(guide or "all", chosen, order)
        with click.open_file(name, "wb") as file:
            file.write(made.content)
        if name != "-":
            click.echo(f"The checklist is in {name}." if guide else f"The checklists are in {name}.")
    return code


def _is_all(guide: str | None, given: tuple[str, ...], *, everything: bool) -> bool:
    """Whether all guides are wanted. Raises UserError for what cannot be meant."""
    if everything and guide:
        raise UserError(f"both the guide {guide!r} and --all", help="leave one of them out")
    if everything and given:
        raise UserError(
            "answers and --all: each guide has options of its own", help="leave --option out, or name a guide"
        )
    if not everything and not guide:
        raise UserError("no guide to print", help="name a guide, or print all of them with --all")
    return everything


def _name(which: str, locale: str, order: Order) -> str:
    kind = [] if order.form is Form.TEXT else [order.form.value]
    return "-".join([which, locale, *kind, order.paper, *(["fillable"] if order.fillable else [])]) + ".pdf"
