"""`stepsheet translate`: one subcommand is one module beside this one."""

import click

from stepsheet.discovery import modules

EPILOG = """\b
Examples:
  stepsheet translate status               what is left to translate
  stepsheet translate update               catalogs in step with the guides
  stepsheet translate export --format po   files for translators' tools
  stepsheet translate import translations/en/guides/okx-api-keys.po
"""


@click.group("translate", epilog=EPILOG, short_help="See what is left to translate, and bring translations in step.")
def COMMAND() -> None:  # noqa: N802
    """See what is left to translate, keep the catalogs in step, exchange them with translators' tools."""


for _module in modules("stepsheet.cli.commands.translate", "COMMAND"):
    COMMAND.add_command(_module.COMMAND)
