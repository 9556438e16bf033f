"""`stepsheet build`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, progress, report, strict_option, today
from stepsheet.settings import Settings
from stepsheet.website.engines import DEFAULT, engines

EPILOG = """\b
Examples:
  stepsheet build
  stepsheet build --strict --site-dir public
  stepsheet build --locale en
"""


@click.command("build", epilog=EPILOG, short_help="Build the website with its printable checklists.")
@click.option(
    "-l",
    "--locale",
    "locales",
    multiple=True,
    help="Build this locale only; may be repeated. The new site then holds no other locale.",
)
@strict_option
@click.option(
    "--engine",
    type=click.Choice(sorted(engines())),
    default=DEFAULT,
    show_default=True,
    help="The program that makes the pages.",
)
@click.option("--no-audit", is_flag=True, help="Do not hold the built files against the content.")
@click.option("-d", "--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where to put the site.")
@config_option
def COMMAND(  # noqa: N802 - an argument for each option
    locales: tuple[str, ...], strict: bool, engine: str, no_audit: bool, site_dir: Path | None, site: Settings
) -> Exit:
    """Check the content, build the website with its printable checklists, and audit what was built.

    The site is built beside the old one and replaces it when it is complete; on errors the old one stays.
    """
    if site_dir:
        site = replace(site, site_dir=site_dir.absolute())
    strict = strict or site.strict
    chosen = [declared(site, locale) for locale in locales] or site.locales
    way = pipeline.Way(engine, audited=not no_audit)
    with progress() as tell:
        built = pipeline.build(site, today(), locales=chosen, strict=strict, way=way, tell=tell)
    code = report(built.diagnostics, strict=strict, err=True)
    if built.site_dir is None:
        click.echo("Nothing was built; the last site is untouched.", err=True)
    else:
        click.echo("\n".join(_summary(built, built.site_dir, site.locales)))
    return code


def _summary(built: pipeline.Built, site_dir: Path, declared_locales: Sequence[str]) -> list[str]:
    """Where everything is, and what was left out."""
    shown = _relative(site_dir)
    lines = [f"The site is in {shown}/. Look at it with:", f"  python3 -m http.server -d {shown}"]
    left_out = [locale for locale in declared_locales if locale not in {site.locale for site in built.sites}]
    if left_out:
        lines.append(f"It holds only the locales you chose, and not: {', '.join(left_out)}.")
    for site in built.sites:
        lines.append(f"{site.interface.name} ({site.locale}): {shown}/{site.prefix}index.html")
        lines += [
            f"  checklist: {shown}/{site.prefix}guides/{document.id}/checklist-{paper}.pdf"
            for document in site.documents[:CHECKLISTS_SHOWN]
            for paper in site.papers
        ]
        if len(site.documents) > CHECKLISTS_SHOWN:
            lines.append(f"  … and {len(site.documents) - CHECKLISTS_SHOWN} more guides")
    return lines


CHECKLISTS_SHOWN = 5


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
