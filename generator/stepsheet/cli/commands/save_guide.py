"""`stepsheet save`."""

import click

from stepsheet import single
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, report, today
from stepsheet.render.everything import forms
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet save okx-api-keys --as xlsx
  stepsheet save okx-api-keys --as csv --locale en -o keys.csv
  stepsheet save okx-api-keys --as tasks.md -o - | gh issue create --title Keys --body-file -
"""


@click.command("save", epilog=EPILOG, short_help="Write one guide as a workbook, a table, a task list or data.")
@click.argument("guide")
@click.option("--as", "form", type=click.Choice(sorted(forms())), required=True, help="The form to write it in.")
@click.option("-l", "--locale", help="The language of the file.  [default: the source language]")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), help="The file to write; - for standard output."
)
@config_option
def COMMAND(guide: str, form: str, locale: str | None, output: str | None, site: Settings) -> Exit:  # noqa: N802
    """Write one guide as a workbook, a table, a task list, Markdown or data: the downloads of its page.

    GUIDE is the name of a folder in guides/. Without -o the file is named after guide and locale.
    """
    chosen = declared(site, locale or site.locales[0])
    made = single.saved(site, today(), guide, chosen, form)
    code = report(made.diagnostics, err=True)
    if made.content is not None:
        name = output or f"{guide}-{chosen}.{form}"
        with click.open_file(name, "wb") as file:
            file.write(made.content)
        if name != "-":
            click.echo(f"The guide is in {name}.")
    return code
