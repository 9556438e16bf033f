"""`stepsheet translate add`."""

import click
from babel import Locale, UnknownLocaleError

from stepsheet import settings
from stepsheet.cli import translating
from stepsheet.cli.exit import Exit
from stepsheet.cli.shared import config_option
from stepsheet.cli.translating import counted
from stepsheet.errors import UserError
from stepsheet.localize.interface import available
from stepsheet.settings import Settings
from stepsheet.translating.settings_text import with_locale
from stepsheet.translating.writing import put

EPILOG = """\b
Examples:
  stepsheet translate add de
  stepsheet translate add pt-BR
"""


@click.command("add", epilog=EPILOG, short_help="Add a language: its settings and its catalogs.")
@click.argument("locale")
@config_option
def COMMAND(locale: str, site: Settings) -> Exit:  # noqa: N802
    """Declare LOCALE in the settings and write a catalog for each guide, with every text and no translation.

    LOCALE is a language tag, like de or pt-BR.
    """
    _require_new(locale, site)
    data = site.file.read_bytes().decode("utf-8")
    made = with_locale(data, locale)
    if made is None:
        raise UserError(
            f"{site.file.name} does not list its locales so that one more can be put below them",
            help=f"add `{locale}: {{}}` to `locales` of the plugin, then run `stepsheet translate update {locale}`",
        )
    content, problems = translating.known(site)
    put(site.file, made.encode())
    click.echo(f"{site.file.name}: {locale} added to `locales`; give it a `site_name` there")
    changed = translating.bring_in_step(settings.load(site.file), content, [locale], dry_run=False)
    click.echo(f"{counted(changed, 'catalog')} changed.")
    return translating.unread(problems, "What cannot be read has no catalog yet.")


def _require_new(locale: str, site: Settings) -> None:
    """Raises UserError for what is no locale, is there already, or has no words for the interface."""
    try:
        Locale.parse(locale, sep="-")
    except (ValueError, UnknownLocaleError):
        raise UserError(f"{locale!r} is not a locale", help="write a language tag like 'en' or 'pt-BR'") from None
    if locale in site.locales:
        raise UserError(
            f"the site has the locale {locale!r} already",
            help=f"bring its catalogs in step with `stepsheet translate update {locale}`",
        )
    if locale not in available():
        raise UserError(
            f"the interface is not translated into {locale!r}; there are: {', '.join(available())}",
            help=f"translate it first: copy en.po to {locale}.po in stepsheet/localize/interface/",
        )
