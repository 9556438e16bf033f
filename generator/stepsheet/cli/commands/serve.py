"""`stepsheet serve`."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from stepsheet import pipeline, settings
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, report, today
from stepsheet.errors import UserError
from stepsheet.settings import Settings
from stepsheet.website import server

EPILOG = """\b
Examples:
  stepsheet serve
  stepsheet serve --address 127.0.0.1:9000
"""


@click.command("serve", epilog=EPILOG)
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to listen, as host:port.")
@config_option
def COMMAND(address: str, site: Settings) -> Exit:  # noqa: N802
    """Show the site while you write: every saved file is built and the browser reloads.

    A mistake is reported here, and the browser keeps the last good site. Stop with Ctrl-C.
    """
    with TemporaryDirectory(prefix="stepsheet-serve-") as folder:
        place = Path(folder).resolve() / "site"
        click.echo(f"Serving on http://{address}/ (stop with Ctrl-C)", err=True)
        empty = "Not built yet: the mistakes are listed where stepsheet serve runs."
        server.serve(place, lambda: _build(site.file, place), _watched(site), address, empty)
    return Exit.CLEAN


def _build(file: Path, place: Path) -> None:
    """One build; what stops it is told, not raised, so that the server goes on."""
    try:
        site = replace(settings.load(file), site_dir=place)
        built = pipeline.build(site, today(), locales=site.locales)
    except UserError as error:
        click.echo(f"error: {error.message}\nhelp: {error.help}", err=True)
        return
    report(built.diagnostics, err=True)
    click.echo("Built; browsers reload." if built.site_dir else "Not built; the last good site stays.", err=True)


def _watched(site: Settings) -> list[Path]:
    """What a build depends on: settings, content, and the project's own overrides."""
    theme = site.mkdocs.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    paths = [site.file, site.content, *([site.root / overrides] if overrides else [])]
    return [path for path in paths if path.exists()]
