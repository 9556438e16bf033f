"""A copy of a project in which one locale is a pseudo-translation: to be built and looked at, never to be published."""

from collections.abc import Iterator
from pathlib import Path

from stepsheet.errors import UserError
from stepsheet.model import canonical
from stepsheet.model.content import Content
from stepsheet.model.page import PageBook
from stepsheet.model.text import Kind
from stepsheet.model.yaml_scalar import scalar
from stepsheet.settings import Settings
from stepsheet.translating.pseudo import Letters, translated

_GLOSSARY = "glossary.yml"  # no pseudo-translation heeds it


def files(site: Settings, content: Content, locale: str, letters: Letters) -> dict[Path, bytes]:
    """The files of the copy by their paths in it. Raises UserError when the content is not in the project's folder."""
    if not site.content.resolve().is_relative_to(site.root.resolve()):
        raise UserError(
            f"the content folder {site.content} is not in the folder of {site.file.name}",
            help="a copy of the project needs both in one folder",
        )
    made = {path: path.read_bytes() for path in _originals(site)}
    made |= {path: text.encode() for path, text in _pseudo(site, content, locale, letters)}
    return {path.relative_to(site.root): data for path, data in made.items()}


def _originals(site: Settings) -> Iterator[Path]:
    """The settings, the content and what the theme has of its own."""
    yield site.file
    own = site.mkdocs.get("theme", {}).get("custom_dir")
    folders = [site.content, *([site.root / own] if own else [])]
    for folder in folders:
        if folder.is_relative_to(site.root):
            yield from (
                path for path in sorted(folder.rglob("*")) if path.is_file() and path != site.content / _GLOSSARY
            )


def _pseudo(site: Settings, content: Content, locale: str, letters: Letters) -> Iterator[tuple[Path, str]]:
    """The catalogs and pages of the locale, all of them pseudo-translations."""
    source_locale = site.locales[0]
    for book in content.books:
        if isinstance(book, PageBook):
            path = book.text.source.path.with_name(f"{book.id}.{locale}.md")
            yield path, _page(book, letters)
        elif book.messages:
            entries = {
                message.key: {source_locale: message.text, locale: translated(message.text, message.kind, letters)}
                for message in book.messages_for(locale)
            }
            yield book.catalog_file(locale), canonical.catalog(entries)


def _page(book: PageBook, letters: Letters) -> str:
    page = book.text.page
    front = [f"title: {scalar(translated(page.title, Kind.LINE, letters), '  ')}"]
    if page.summary:
        front.append(f"summary: {scalar(translated(page.summary, Kind.LINE, letters), '  ')}")
    front.append(f"translates: {scalar(book.text.fingerprint, '')}")
    return "\n".join(["---", *front, "---", translated(book.text.body, Kind.PROSE, letters)])
