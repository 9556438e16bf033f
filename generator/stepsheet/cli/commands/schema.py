"""`stepsheet schema`."""

import click

from stepsheet.cli.exit import Exit
from stepsheet.model.schema import schema

EPILOG = """\b
Examples:
  stepsheet schema > schema/guide.schema.json
Then begin each guide with:
  # yaml-language-server: $schema=../../../schema/guide.schema.json
"""


@click.command("schema", epilog=EPILOG)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), default="-", help="The file to write."
)
@click.option("-f", "--config-file", expose_value=False, help="As in every command; the schema does not depend on it.")
def COMMAND(output: str) -> Exit:  # noqa: N802
    """Write the JSON Schema of a guide, from which editors complete keys and underline mistakes."""
    with click.open_file(output, "w", encoding="utf-8") as file:
        file.write(schema())
    return Exit.CLEAN
