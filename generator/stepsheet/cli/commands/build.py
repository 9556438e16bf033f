"""`stepsheet build`."""

from dataclasses import replace
from pathlib import Path

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, progress, report, strict_option, today
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet build
  stepsheet build --strict --site-dir public
  stepsheet build --locale en
"""


@click.command("build", epilog=EPILOG)
@click.option("-l", "--locale", "locales", multiple=True, help="Build this locale only; may be given again.")
@strict_option
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to put the site.")
@config_option
def COMMAND(locales: tuple[str, ...], strict: bool, site_dir: Path | None, site: Settings) -> Exit:  # noqa: N802
    """Check the content and build the website with its printable checklists.

    The site is built beside the old one and takes its place when it is whole; on errors the old one stays.
    """
    if site_dir:
        site = replace(site, site_dir=site_dir.absolute())
    chosen = [declared(site, locale) for locale in locales] or site.locales
    with progress() as tell:
        built = pipeline.build(site, today(), locales=chosen, strict=strict, tell=tell)
    code = report(built.diagnostics, strict=strict, err=True)
    if built.site_dir is None:
        click.echo("Nothing was built; the last site is untouched.", err=True)
    else:
        click.echo("\n".join(_summary(built, built.site_dir)))
    return code


def _summary(built: pipeline.Built, site_dir: Path) -> list[str]:
    """Where everything is."""
    shown = _relative(site_dir)
    lines = [f"The site is in {shown}/. Look at it with:", f"  python3 -m http.server -d {shown}"]
    for site in built.sites:
        lines.append(f"{site.interface.name} ({site.locale}): {shown}/{site.prefix}index.html")
        lines += [
            f"  sheet: {shown}/{site.prefix}guides/{document.id}/checklist-{paper}.pdf"
            for document in site.documents[:SHEETS_SHOWN]
            for paper in site.papers
        ]
        if len(site.documents) > SHEETS_SHOWN:
            lines.append(f"  … and {len(site.documents) - SHEETS_SHOWN} more guides")
    return lines


SHEETS_SHOWN = 5


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
