"""How far the translations are: a page, the same as data, and a badge for each language."""

import json
from collections.abc import Iterator

from stepsheet.localize.interface import Interface
from stepsheet.localize.presence import Presence
from stepsheet.localize.progress import Outdated, Progress
from stepsheet.render import html, status
from stepsheet.render.page import Fields, addresses, front_matter, up, writers
from stepsheet.render.sheet.size import width
from stepsheet.render.site import File, Output, Place, Site
from stepsheet.render.status import BADGE, DATA, FOLDER
from stepsheet.render.templating import environment
from stepsheet.render.word_difference import difference

_LETTER = 7  # pixels of the badge's type
_MARGIN = 12
_COLOURS = ((95, "#22652f"), (60, "#715500"), (0, "#b0101f"))  # white on each has a contrast of 6 and more


def page(site: Site) -> str:
    """The page as the Markdown it is built from."""
    _ = site.interface.gettext
    told = status.locales(site)
    is_overview = site.locale == site.source_locale
    files = [("JSON", DATA), *([] if is_overview else [("SVG", BADGE)])]
    meta: Fields = {
        "title": _("Translation status"),
        "description": site.description,
        "hide": ["navigation", "toc"],
        "stepsheet": {
            "files": [{"name": name, "href": up(FOLDER) + file} for name, file in files],
            "files_of": _("Download this status:"),
            **addresses(site, FOLDER),
        },
    }
    books = [] if is_overview else [_book(site, one) for one in status.of(site, site.locale)]
    return (
        environment(site.locale)
        .get_template("status.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            site=site,
            source=site.source_locale,
            overview=""
            if is_overview or site.source_locale not in site.prefixes
            else f"{up(FOLDER)}{site.source_root}{FOLDER}",
            totals=[_total(site, locale) for locale in told] if is_overview else [],
            total=status.whole(site, site.locale),
            books=books,
            changed_books=[book for book in books if book["entries"]],
            **writers(site, FOLDER),
        )
    )


def _overview(site: Site) -> str:
    """The way to the page of all languages, empty on that page itself and where it is not built."""
    if site.locale == site.source_locale or site.source_locale not in site.prefixes:
        return ""
    return f"{up(FOLDER)}{site.source_root}{FOLDER}"


def _total(site: Site, locale: str) -> Fields:
    """The row of a language."""
    return {
        "locale": locale,
        "name": Interface(locale).name,
        "href": f"{up(FOLDER)}{site.prefixes[locale]}{FOLDER}",
        "measure": status.whole(site, locale),
    }


def _book(site: Site, progress: Progress) -> Fields:
    """The row of a book, and what in it is out of date."""
    is_left_out = status.presence(site, progress) is Presence.LEFT_OUT
    name = status.name(progress, site.interface)
    return {
        "book": progress.measure.book,
        "anchor": status.anchor(progress),
        "measure": progress.measure,
        "title": progress.title,
        "name": name,
        "plain": html.plain(progress.title) if progress.title else name,
        "href": up(FOLDER) + site.place(progress.kind, progress.id) if progress.title else "",
        "speaks": site.source_locale if is_left_out else site.locale,
        "is_left_out": is_left_out,
        "edit_url": status.edit(site, progress),
        "entries": [_entry(site, progress, one) for one in progress.outdated],
    }


def _entry(site: Site, progress: Progress, one: Outdated) -> Fields:
    """A translation that is out of date; there are no `runs` where no copy of the old text is kept."""
    is_told = one.was is not None and one.source is not None
    return {
        "id": f"{progress.measure.book}:{one.key}",
        "key": one.key,
        "runs": difference(one.was or "", one.source or "") if is_told else None,
        "translation": one.translation,
        "edit_url": status.edit(site, progress, one),
    }


def data(site: Site) -> str:
    """The data, described in docs/data-format.md."""
    return f"{json.dumps(status.data(site), ensure_ascii=False, indent=2)}\n"


def badge(site: Site) -> str:
    """A drawing that says how much of a language is up to date."""
    percent = status.whole(site, site.locale).percent
    name, share = site.interface.name, site.interface.percent(percent)
    left, right = (width(words) * _LETTER + _MARGIN for words in (name, share))
    colour = next(colour for least, colour in _COLOURS if percent >= least)
    told = site.interface.gettext("%(language)s: %(share)s translated", {"language": name, "share": share})
    template = environment(site.locale).get_template("badge.svg.j2")
    return template.render(locale=site.locale, name=name, share=share, left=left, right=right, colour=colour, told=told)


def files(site: Site) -> Iterator[File]:
    """Nothing for a site of one language."""
    if site.progress:
        yield File.text(f"{FOLDER}index.md", page(site), Place.DOCS)
        yield File.text(DATA, data(site), Place.SITE)
        if site.locale != site.source_locale:
            yield File.text(BADGE, badge(site), Place.SITE)


OUTPUT = Output("translation-status", files)
