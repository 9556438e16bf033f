"""How far the translations are, as the status page, its data and the badges tell it."""

from typing import Any

from stepsheet.localize.document import Text
from stepsheet.localize.interface import Interface
from stepsheet.localize.presence import Presence
from stepsheet.localize.progress import Measure, Outdated, Progress, total
from stepsheet.render.html import plain
from stepsheet.render.site import Site

FOLDER = "translations/"
DATA = "translations.json"
BADGE = "translations.svg"
FORMAT = "stepsheet-translations/1"


def locales(site: Site) -> tuple[str, ...]:
    """The locales whose translation a site tells of: all others in the source's, else its own."""
    return tuple(dict.fromkeys(one.measure.locale for one in site.progress))


def of(site: Site, locale: str) -> tuple[Progress, ...]:
    """Every book in a locale."""
    return tuple(one for one in site.progress if one.measure.locale == locale)


def whole(site: Site, locale: str) -> Measure:
    """All of a locale."""
    return total((one.measure for one in site.progress), locale)


def name(progress: Progress, interface: Interface) -> Text | str:
    """What a book is called: by its title, or by what it holds."""
    _ = interface.gettext
    return progress.title or (_("Categories") if progress.kind == "categories" else _("Navigation"))


def presence(site: Site, progress: Progress) -> Presence:
    """Whether the locale has the page of a book; a list is everywhere."""
    return site.presences(f"{progress.measure.book}/", progress.measure.locale)


def edit(site: Site, progress: Progress, one: Outdated | None = None) -> str | None:
    """Where a translation is mended: its file, and the line in it; None without a repository, or without the file."""
    if site.edit_url is None or not progress.is_there:
        return None
    return f"{site.edit_url}{progress.file}{f'#L{one.line}' if one else ''}"


def anchor(progress: Progress) -> str:
    """The place of a book on the page."""
    return f"book:{progress.measure.book}"


def data(site: Site) -> dict[str, Any]:
    """Everything the page tells, as JSON values."""
    return {
        "format": FORMAT,
        "url": site.address(FOLDER),
        "source_locale": site.source_locale,
        "locales": [_locale(site, locale) for locale in locales(site)],
    }


def _locale(site: Site, locale: str) -> dict[str, Any]:
    return {
        "locale": locale,
        "name": Interface(locale).name,
        **_counts(whole(site, locale)),
        "books": [_book(site, one) for one in of(site, locale)],
    }


def _book(site: Site, progress: Progress) -> dict[str, Any]:
    return {
        "book": progress.measure.book,
        "title": plain(progress.title) if progress.title else None,
        "presence": presence(site, progress).value,
        **_counts(progress.measure),
        "file": progress.file,
        "edit_url": edit(site, progress),
        "outdated": [_outdated(site, progress, one) for one in progress.outdated],
    }


def _outdated(site: Site, progress: Progress, one: Outdated) -> dict[str, Any]:
    return {
        "key": one.key,
        "line": one.line,
        "was": one.was,
        "source": one.source,
        "translation": one.translation,
        "edit_url": edit(site, progress, one),
    }


def _counts(measure: Measure) -> dict[str, int]:
    names = ("ok", "stale", "missing", "orphan", "words_left", "percent")
    return {name: getattr(measure, name) for name in names}
