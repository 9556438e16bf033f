"""`stepsheet audit`."""

from dataclasses import replace
from pathlib import Path

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, format_option, progress, report, strict_option, today
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet audit
  stepsheet audit public --locale en
  stepsheet audit --format json > findings.json
"""


@click.command("audit", epilog=EPILOG, short_help="Hold a built site against the content: nothing lost, nothing added.")
@click.argument("site_dir", metavar="[SITE_DIR]", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("-l", "--locale", "locales", multiple=True, help="The locale it was built with; may be repeated.")
@strict_option
@format_option
@config_option
def COMMAND(site_dir: Path | None, locales: tuple[str, ...], strict: bool, form: str, site: Settings) -> Exit:  # noqa: N802
    """Read the pages, sheets and data files of a built site and hold them against the content.

    Every section, step, field, warning, picture and option must be there once, in order and in its language.
    SITE_DIR is the site folder of the settings unless you name another.
    """
    if site_dir:
        site = replace(site, site_dir=site_dir.absolute())
    chosen = [declared(site, locale) for locale in locales] or site.locales
    with progress() as tell:
        found = pipeline.audit(site, today(), locales=chosen, tell=tell)
    return report(found, form, strict=strict)
