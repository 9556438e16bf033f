"""`stepsheet serve`."""

import click

from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.settings import Settings
from stepsheet.website import engine

EPILOG = """\b
Examples:
  stepsheet serve
  stepsheet serve --address 127.0.0.1:9000 --open
"""


@click.command("serve", epilog=EPILOG)
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to listen, as host:port.")
@click.option("-o", "--open", "in_browser", is_flag=True, help="Open the site in the browser.")
@config_option
def COMMAND(address: str, in_browser: bool, site: Settings) -> Exit:  # noqa: N802
    """Show the site while you write: every saved file is built and the browser reloads.

    A mistake is reported here and the browser keeps the last good site.
    """
    engine.serve(site.file, address, in_browser=in_browser)
    return Exit.CLEAN
