"""`stepsheet export`."""

from pathlib import Path

import click

from stepsheet import pipeline
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, declared, report, today
from stepsheet.diagnostics import failed
from stepsheet.errors import UserError
from stepsheet.exporting import place, tree
from stepsheet.exporting.exporter import exporters
from stepsheet.model.content import Content
from stepsheet.model.problem import guide_meant
from stepsheet.settings import Settings

EPILOG = """\b
Examples:
  stepsheet export gitbook
  stepsheet export gitbook -o ../space --locale en
  stepsheet export markdown --guide okx-api-keys
"""


@click.command("export", epilog=EPILOG, short_help="Write the guides as a GitBook space or as plain Markdown.")
@click.argument("form", type=click.Choice(sorted(exporters())))
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder.  [default: export/FORM]"
)
@click.option("-g", "--guide", "guides", multiple=True, help="Export this guide only; may be repeated.")
@click.option("-l", "--locale", "locales", multiple=True, help="Export this locale only; may be repeated.")
@click.option("--force", is_flag=True, help="Give up what was changed in the folder since the last export.")
@config_option
def COMMAND(  # noqa: N802
    form: str, output: Path | None, guides: tuple[str, ...], locales: tuple[str, ...], force: bool, site: Settings
) -> Exit:
    """Write the guides as files for another tool, and what their Markdown cannot say beside them.

    FORM is gitbook or markdown. Several locales go into a folder each. Importing the export gives the same guides back.
    """
    chosen = [declared(site, locale) for locale in locales] or list(site.locales)
    checked = pipeline.check(site, today())
    wanted = _wanted(checked.content, guides)
    code = report(checked.diagnostics, err=True)
    if failed(checked.diagnostics):
        click.echo("Nothing was exported.", err=True)
        return code
    folder = output or Path("export", form)
    sites = pipeline.localize(checked.content, site, chosen, is_whole=True)
    placed = place.put(
        tree.files(exporters()[form], checked.content, sites, site.locales[0], wanted), folder, force=force
    )
    click.echo(f"The export is in {folder}/: {placed.files} files, {placed.changed} written, {placed.removed} removed.")
    return code


def _wanted(content: Content, guides: tuple[str, ...]) -> frozenset[str] | None:
    """The guides to export, None for everything. Raises UserError for one that there is not."""
    for guide in guides:
        if guide not in content.guide_ids:
            raise UserError(f"there is no guide {guide!r}", help=guide_meant(guide, content.guide_ids))
    return frozenset(guides) or None
