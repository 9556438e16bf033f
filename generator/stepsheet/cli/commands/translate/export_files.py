"""`stepsheet translate export`."""

from pathlib import Path

import click

from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option, today
from stepsheet.cli.translating import counted
from stepsheet.settings import Settings
from stepsheet.translating import parcel
from stepsheet.translating.form import forms
from stepsheet.translating.writing import put

EPILOG = """\b
Examples:
  stepsheet translate export
  stepsheet translate export --format csv --locale en -o for-anna
"""


@click.command("export", epilog=EPILOG, short_help="Write the texts as files for translators' tools.")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(forms())),
    default="po",
    show_default=True,
    help="The form of the files.",
)
@click.option("-l", "--locale", "locales", multiple=True, help="Export this locale only; may be repeated.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("translations"),
    help="The folder.  [default: translations]",
)
@config_option
def COMMAND(form: str, locales: tuple[str, ...], output: Path, site: Settings) -> Exit:  # noqa: N802
    """Write a file for each guide, the categories and the navigation in each locale, with all that is translated.

    Files that are the same already are not written again. `stepsheet translate import` takes them back.
    """
    chosen = translating.targets(site, locales)
    content, problems = translating.known(site)
    made = forms()[form]
    files = {}
    for locale in chosen:
        for name, book in parcel.books(content).items():
            if book.catalog_file(locale) not in content.faulty:
                packed = parcel.pack(book, locale, site.locales[0], _page(site, name, locale))
                files[output / locale / f"{name}.{made.endings[0]}"] = made.write(packed, today())
    changed = sum(put(path, data) for path, data in files.items())
    click.echo(f"The export is in {output}/: {counted(len(files), 'file')}, {changed} written.")
    return translating.unread(problems, "What cannot be read is not exported.")


def _page(site: Settings, name: str, locale: str) -> str | None:
    """Where a guide's page will be, None for what has no page of its own."""
    is_there = site.site_url is not None and name.startswith("guides/")
    return f"{site.site_url}{site.prefixes[locale]}{name}/" if is_there else None
