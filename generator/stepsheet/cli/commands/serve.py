"""`stepsheet serve`."""

import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from stepsheet import pipeline, settings
from stepsheet.cli.exit import Exit, tell
from stepsheet.cli.shared import config_option, report, today
from stepsheet.settings import Settings
from stepsheet.website import server

EPILOG = """\b
Examples:
  stepsheet serve
  stepsheet serve --address 127.0.0.1:9000
"""


@click.command("serve", epilog=EPILOG, short_help="Show the site while you write, rebuilt on every save.")
@click.option(
    "-a", "--address", default="127.0.0.1:8000", show_default=True, help="The address to listen on, as host:port."
)
@config_option
def COMMAND(address: str, site: Settings) -> Exit:  # noqa: N802
    """Show the site while you write: every saved file is built and the browser reloads.

    A mistake is reported here, and the browser keeps the last good site. Stop with Ctrl-C.
    """
    with TemporaryDirectory(prefix="stepsheet-serve-") as folder:
        place = Path(folder).resolve() / "site"
        empty = "Not built yet: the mistakes are listed where stepsheet serve runs."
        with server.listening(place, lambda: _rebuild(site.file, place), address, empty) as live:
            click.echo(f"Serving on {live.address} (stop with Ctrl-C)", err=True)
            server.serve(live, _watched(site))
    return Exit.CLEAN


def _rebuild(file: Path, place: Path) -> None:
    """One build; what stops it is told, not raised, so that the server goes on."""
    click.echo(f"{time.strftime('%H:%M:%S')} Building", err=True)
    try:
        done = _build(file, place)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next save may mend it
        tell(error)
        done = False
    click.echo("Built; browsers reload." if done else "Not built; the last good site stays.", err=True)


def _build(file: Path, place: Path) -> bool:
    """Whether there is a new site; the findings are written."""
    site = replace(settings.load(file), site_dir=place)
    built = pipeline.build(site, today(), locales=site.locales)
    report(built.diagnostics, err=True)
    return built.site_dir is not None


def _watched(site: Settings) -> list[Path]:
    """What a build depends on: settings, content, and the project's own overrides."""
    overrides = site.mkdocs.get("theme", {}).get("custom_dir")
    paths = [site.file, site.content, *([site.root / overrides] if overrides else [])]
    return [path for path in paths if path.exists()]
