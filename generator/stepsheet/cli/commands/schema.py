"""`stepsheet schema`."""

import click

from stepsheet.cli.exit import Exit
from stepsheet.model.schema import schema

EPILOG = """\b
Examples:
  stepsheet schema > schema/guide.schema.json
For completion and error marking in your editor, begin the guide with this line:
  # yaml-language-server: $schema=../../../schema/guide.schema.json
"""


@click.command("schema", epilog=EPILOG, short_help="Write the JSON Schema of a guide, for editors.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), default="-", help="The file to write."
)
@click.option(
    "-f", "--config-file", expose_value=False, help="Accepted as in every command; the schema does not depend on it."
)
def COMMAND(output: str) -> Exit:  # noqa: N802
    """Write the JSON Schema of a guide: editors use it to complete keys and mark mistakes."""
    with click.open_file(output, "w", encoding="utf-8") as file:
        file.write(schema())
    return Exit.CLEAN
