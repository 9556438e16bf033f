"""What an audit looks at: a built site, and the content it was built from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from zlib import crc32

from stepsheet.audit.addresses import Addresses
from stepsheet.audit.built import Built
from stepsheet.audit.claims import Claims
from stepsheet.audit.page_text import PageText, page_text
from stepsheet.audit.published import Published
from stepsheet.audit.record import Record, Recorder
from stepsheet.audit.wording import words
from stepsheet.localize.interface import Interface
from stepsheet.model.content import Content
from stepsheet.settings import Settings


@dataclass(frozen=True)
class Edition:
    """A guide in one locale, with the paths of all that is built of it."""

    claims: Claims
    prefix: str
    papers: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the guide."""
        return self.claims.bundle.id

    @property
    def locale(self) -> str:
        """The language of the edition."""
        return self.claims.locale

    @property
    def folder(self) -> str:
        """The folder of its page, pictures and sheets, with a slash at its end."""
        return f"{self.prefix}guides/{self.id}/"

    @property
    def page(self) -> str:
        """The page."""
        return f"{self.folder}index.html"

    @property
    def markdown(self) -> str:
        """The plain Markdown."""
        return f"{self.prefix}guides/{self.id}.md"

    @property
    def data(self) -> str:
        """The JSON."""
        return f"{self.prefix}guides/{self.id}.json"

    def download(self, ending: str) -> str:
        """A file beside the data of the guide: `.csv`, `.xlsx`, `.tasks.md`."""
        return f"{self.prefix}guides/{self.id}{ending}"

    @property
    def sheets(self) -> tuple[str, ...]:
        """The checklists on paper."""
        return tuple(f"{self.folder}checklist-{paper}.pdf" for paper in self.papers)


Item = TypeVar("Item", "Edition", str)


@dataclass(frozen=True)
class Audit:
    """A built site held against its content.

    `prefixes` are the locales that were built, each with its folder in the site, the default locale first.
    `share` says which of how many shares of the work this is.
    """

    built: Built
    content: Content
    settings: Settings
    prefixes: Mapping[str, str]
    share: tuple[int, int] = (0, 1)
    _texts: dict[str, PageText] = field(default_factory=dict, repr=False)
    _names: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _titles: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @property
    def source_locale(self) -> str:
        """The language the content is written in."""
        return self.settings.locales[0]

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every guide in every locale."""
        return tuple(self._editions())

    @cached_property
    def by_page(self) -> Mapping[str, Edition]:
        """The guide in the locale whose page a file is."""
        return {edition.page: edition for edition in self.editions}

    @cached_property
    def published(self) -> Published:
        """Which pages each locale has."""
        return Published(self.content, self.settings, tuple(self.prefixes))

    @cached_property
    def addresses(self) -> Addresses:
        """Where addresses in the built files lead."""
        return Addresses(self.built.paths, self.settings.site_url)

    def mine(self, items: Iterable[Item]) -> Iterator[Item]:
        """Those of some editions or paths that belong to this share of the work."""
        number, shares = self.share
        for item in items:
            path = getattr(item, "page", item)
            if crc32(str(path).encode()) % shares == number:
                yield item

    def page_text(self, edition: Edition) -> PageText:
        """The words of a guide's page by the part they stand in."""
        if edition.page not in self._texts:
            known = {part.key for part in edition.claims.parts}
            self._texts[edition.page] = page_text(self.built.page(edition.page), known, edition.locale)
        return self._texts[edition.page]

    def address(self, edition: Edition) -> str | None:
        """The public address of a guide's page."""
        return f"{self.settings.site_url}{edition.folder}" if self.settings.site_url else None

    def record(self, edition: Edition) -> Record:
        """All that the files of a guide must hold."""
        others = {one.bundle.id: one for one in self.following(edition)}
        return Recorder(edition.claims, others).guide(self.address(edition))

    def around(self, edition: Edition) -> frozenset[str]:
        """The words by which an edition may speak of other things: the site, its categories, guides and pages."""
        texts = (one.by_key[key].text for one in self.following(edition) for key in ("title", "summary"))
        return self.names(edition.locale).union(word for text in texts for word in words(text))

    def names(self, locale: str) -> frozenset[str]:
        """The words by which a locale speaks of the site, its categories, guides and pages."""
        if locale not in self._names:
            self._names[locale] = frozenset(self._other_names(locale))
        return self._names[locale]

    def titles(self, locale: str) -> frozenset[str]:
        """What a locale calls the site and all in it, titles and summaries, each its words without blanks."""
        if locale not in self._titles:
            summaries = (one.claims.by_key["summary"].text for one in self.editions if one.locale == locale)
            self._titles[locale] = frozenset("".join(words(text)) for text in (*self._titles_in(locale), *summaries))
        return self._titles[locale]

    def _titles_in(self, locale: str) -> Iterator[str]:
        yield self.settings.names[locale].site_name or self.settings.site_name
        yield from (Claims(one, locale, self.source_locale).title for one in self.content.bundles)
        yield from (page.shown(locale).page.title for page in self.content.shelf.pages)
        for book in (self.content.categories, self.content.navigation):
            yield from (message.text for message in book.messages) if book else ()
            catalog = book.catalogs.get(locale) if book else None
            yield from (entry.text(locale) or "" for entry in catalog.entries.values()) if catalog else ()

    def absent(self, folder: str, locale: str) -> tuple[str, ...]:
        """The locales that do not have a page, as the source's page must say; none for the page of another locale."""
        if locale != self.source_locale:
            return ()
        return tuple(one for one in self.prefixes if self.published.is_left_out(folder, one))

    def following(self, edition: Edition) -> tuple[Claims, ...]:
        """What is claimed of the guides that come next."""
        found = self.published.following(edition.claims.bundle, edition.locale)
        return tuple(Claims(one, edition.locale, self.source_locale) for one in found)

    def _other_names(self, locale: str) -> Iterator[str]:
        """The words of all titles of a locale, and of the names of all locales."""
        names = self.settings.names[locale]
        texts = [names.site_name or self.settings.site_name, *(Interface(one).name for one in self.prefixes)]
        texts += self._titles_in(locale)
        return (word for text in texts for word in words(text))

    def _editions(self) -> Iterator[Edition]:
        for locale, prefix in self.prefixes.items():
            for bundle in self.published.guides(locale):
                yield Edition(Claims(bundle, locale, self.source_locale), prefix, self.settings.papers)
