"""Every page that the content asks for, with what its head must say."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.audit.scope import Audit
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.catalog import Standing
from stepsheet.model.content import CategoryBook
from stepsheet.model.element import Message
from stepsheet.model.text import Kind


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its folder from the root of its locale's site, its title and summary as bare words, None when free."""

    locale: str
    prefix: str
    folder: str
    place: Location
    title: str | None = None
    summary: str | None = None

    @property
    def path(self) -> str:
        """The file."""
        return f"{self.prefix}{self.folder}index.html"


def pages(audit: Audit) -> Iterator[Page]:
    """Every page in every locale that was built."""
    for edition in audit.editions:
        title, summary = (edition.claims.by_key[name].text for name in ("title", "summary"))
        place, folder = edition.claims.bundle.place, f"guides/{edition.id}/"
        yield Page(edition.locale, edition.prefix, folder, place, bare(title), bare(summary))
    for locale, prefix in audit.prefixes.items():
        yield from _others(audit, locale, prefix)


def _others(audit: Audit, locale: str, prefix: str) -> Iterator[Page]:
    names, settings = audit.settings.names[locale], audit.settings
    described = names.site_description or settings.site_description
    said = "".join(words(described))
    yield Page(
        locale, prefix, "", _file(audit, prefix, ""), "".join(words(names.site_name or settings.site_name)), said
    )
    if audit.published.entries(locale):
        yield Page(locale, prefix, "contents/", _file(audit, prefix, "contents/"), None, said)
    if audit.published.has_status(locale):
        title = "".join(words(Interface(locale).gettext("Translation status")))
        yield Page(locale, prefix, "translations/", _file(audit, prefix, "translations/"), title, said)
    for page in audit.published.pages(locale):
        text = page.shown(locale)
        summary = bare(text.page.summary) if text.page.summary else said
        yield Page(locale, prefix, f"pages/{page.id}/", text.place, bare(text.page.title), summary)
    if audit.content.categories:
        yield from _categories(audit, audit.content.categories, locale, prefix, said)


def _categories(audit: Audit, book: CategoryBook, locale: str, prefix: str, said: str) -> Iterator[Page]:
    """The categories that hold something."""
    used = {one.guide.category for one in audit.published.guides(locale)}
    used |= {one.text.page.category for one in audit.published.pages(locale)}
    texts = {message.key: _told(audit, book, message, locale) for message in book.messages}
    for category in book.categories:
        if category.id in used:
            title, summary = (texts.get(f"{category.key}.{name}") for name in ("title", "summary"))
            folder = f"categories/{category.id}/"
            yield Page(locale, prefix, folder, category.location, bare(title or ""), bare(summary) if summary else said)


def _told(audit: Audit, book: CategoryBook, message: Message, locale: str) -> str:
    """A text of the categories as the locale's readers get it: an outdated translation too."""
    catalog = book.catalogs.get(locale)
    if locale == audit.source_locale or catalog is None:
        return message.text
    standing, text = catalog.standing(message.key, message.text, audit.source_locale)
    return message.text if standing is Standing.MISSING else text


def _file(audit: Audit, prefix: str, folder: str) -> Location:
    return audit.built.at(f"{prefix}{folder}index.html")


def bare(text: str) -> str:
    """The words of a line without its markup, joined."""
    return "".join(words("".join(token.content or " " for token in prose.tokens(text, Kind.LINE))))
