"""`stepsheet translate pseudo`."""

from pathlib import Path

import click
from babel import Locale

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.cli.translating import counted
from stepsheet.errors import UserError
from stepsheet.settings import Settings
from stepsheet.translating import trial
from stepsheet.translating.pseudo import accented, mirrored
from stepsheet.translating.writing import put

EPILOG = """\b
Examples:
  stepsheet translate pseudo en
  stepsheet translate pseudo ar --rtl -o pseudo-ar
"""


@click.command("pseudo", epilog=EPILOG, short_help="A copy of the project with a pseudo-translation, to try a layout.")
@click.argument("locale")
@click.option("--rtl", is_flag=True, help="Letters that run from right to left.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("pseudo"),
    help="The folder of the copy.  [default: pseudo]",
)
@config_option
def COMMAND(locale: str, rtl: bool, output: Path, site: Settings) -> Exit:  # noqa: N802
    """Copy the project to a folder of its own, where all texts in LOCALE are pseudo-translations.

    Letters have accents, texts are about 40 % longer and stand between brackets; markup, links and code are intact.
    What has no brackets on the page is not translatable. The translations of the project itself are not touched.
    """
    [chosen] = translating.targets(site, [locale])
    if rtl and Locale.parse(chosen, sep="-").text_direction != "rtl":
        raise UserError(
            f"{chosen!r} is written from left to right",
            help="name a locale that is written from right to left, like ar",
        )
    if output.exists() and any(output.iterdir()) and not (output / site.file.name).is_file():
        raise UserError(f"the folder {output} holds something else than a copy", help="name a new folder with -o")
    content, problems = translating.known(site)
    made = trial.files(site, content, chosen, mirrored if rtl else accented)
    for path, data in made.items():
        put(output / path, data)
    click.echo(f"The copy is in {output}/: {counted(len(made), 'file')}. Look at it:")
    click.echo(f"  stepsheet serve -f {output / site.file.name}")
    return translating.unread(problems, "What cannot be read is copied as it is.")
