"""The whole story: read, check, localize, render, build. Each chapter is on this screen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from stepsheet import typeface
from stepsheet.audit import runner as auditor
from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source, arrange, failed
from stepsheet.errors import UserError
from stepsheet.localize import apply, redirects
from stepsheet.localize import page as plain
from stepsheet.localize.document import Document
from stepsheet.localize.interface import Interface, require
from stepsheet.localize.navigation import Tree, tree
from stepsheet.localize.page import PlainPage
from stepsheet.localize.presence import EVERYWHERE, Bounds, Presences, presences
from stepsheet.model import content
from stepsheet.model.content import Bundle, Content
from stepsheet.render.site import Category, Site
from stepsheet.render.sitemap import sitemap
from stepsheet.rules import runner
from stepsheet.rules.context import Context
from stepsheet.settings import Settings
from stepsheet.translating.progress import progress
from stepsheet.website import segments, theme, workers
from stepsheet.website.engines import DEFAULT, NAMES
from stepsheet.website.stage import Stage

Report = Callable[[str, int, int], object]  # what is being done, how much of it is done, how much there is

NO_SITE_URL = Rule("S301", "no-site-url", Severity.HINT, since="0.1")
NO_WORD_LIST = Rule("S303", "no-word-list", Severity.HINT, since="0.1")
ENGINE_WARNING = Rule("S302", "engine-warning", Severity.WARNING, since="0.1")


@dataclass(frozen=True, slots=True)
class Checked:
    """Content and everything that is wrong with it, in reading order."""

    content: Content
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How to build: by which engine, and whether what was built is held against the content."""

    engine: str = DEFAULT
    audited: bool = True


USUAL = Way()


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build; `site_dir` is None when findings stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    site_dir: Path | None
    sites: tuple[Site, ...]


def silent(what: str, done: int, total: int) -> None:
    """The report to nobody."""


def check(settings: Settings, today: date, tell: Report = silent) -> Checked:
    """Read all content and run every rule over it."""
    tell("Checking", 0, 0)
    require(settings.locales)
    theme.require(settings.locales)
    if not settings.content.is_dir():
        raise UserError(f"there is no content folder {settings.content}", help="set `content` of the stepsheet plugin")
    read, problems = content.read(settings.content, settings.shown_from, settings.locales[0])
    findings = runner.run(Context(read, settings.locales, today, typeface.undisplayable))
    return Checked(read, arrange([*problems, *findings]))


def localize(read: Content, settings: Settings, locales: Iterable[str], *, is_whole: bool = False) -> tuple[Site, ...]:
    """The sites of the given locales, in order of the settings; each knows of the others given, and of no more.

    A page that is hardly translated may be left out. `is_whole` asks for every page, and for no word of the progress.
    """
    wanted = set(locales)
    chosen = {locale: prefix for locale, prefix in settings.prefixes.items() if locale in wanted}
    bounds = Bounds(settings.index_from, {locale: names.publish_from for locale, names in settings.names.items()})
    source = settings.locales[0]
    if is_whole:
        return tuple(site(read, settings, locale, chosen, read.bundles) for locale in chosen)
    found = presences(read, tuple(chosen), source, bounds)
    made = (site(read, settings, locale, chosen, read.bundles, found) for locale in chosen)
    return tuple(replace(one, progress=progress(read, one, source)) for one in made)


def build(
    settings: Settings,
    today: date,
    *,
    locales: Iterable[str],
    strict: bool = False,
    way: Way = USUAL,
    tell: Report = silent,
) -> Built:
    """Check, then build the website of the given locales, audit it and swap it in.

    Findings that fail the run leave the old site.
    """
    checked = check(settings, today, tell)
    if failed(checked.diagnostics, strict=strict):
        return Built(checked.diagnostics, None, ())
    sites = localize(checked.content, settings, locales)
    with Stage(settings.site_dir) as stage:
        warnings: list[str] = []
        with workers.started(sites, settings, stage, way.engine) as futures:
            for done, found in enumerate(workers.finished(futures)):
                tell("Building", done, len(sites))
                warnings += found
        diagnostics = arrange(
            [*checked.diagnostics, *hints(settings), *engine_findings(warnings, settings, way.engine)]
        )
        if failed(diagnostics, strict=strict):
            return Built(diagnostics, None, sites)
        whole = stage.assemble(sites, sitemap(sites))
        if way.audited:
            tell("Auditing", 0, 0)
            prefixes = {site.locale: site.prefix for site in sites}
            diagnostics = arrange([*diagnostics, *auditor.audit(checked.content, settings, whole, prefixes)])
            if failed(diagnostics, strict=strict):
                return Built(diagnostics, None, sites)
        stage.publish(whole)
    return Built(diagnostics, settings.site_dir, sites)


def audit(settings: Settings, today: date, *, locales: Iterable[str], tell: Report = silent) -> tuple[Diagnostic, ...]:
    """What is wrong with the site that is built, held against the content.

    Raises UserError when there is no site. Errors of the content are all that is told: nothing can be held against it.
    """
    wanted = set(locales)
    chosen = {locale: prefix for locale, prefix in settings.prefixes.items() if locale in wanted}
    if not any((settings.site_dir / prefix / "index.html").is_file() for prefix in chosen.values()):
        raise UserError(f"there is no built site in {settings.site_dir}", help="build one with `stepsheet build`")
    checked = check(settings, today, tell)
    if failed(checked.diagnostics):
        return checked.diagnostics
    tell("Auditing", 0, 0)
    return auditor.audit(checked.content, settings, settings.site_dir, chosen)


def site(
    read: Content,
    settings: Settings,
    locale: str,
    prefixes: dict[str, str],
    bundles: Iterable[Bundle],
    presences: Presences = EVERYWHERE,
) -> Site:
    """Some guides and all pages in one locale, those left out that it does not have.

    `prefixes` are the locales that the pages know of.
    """
    absent, source = presences.left_out(locale), settings.locales[0]
    names_of = apply.titles((one for one in read.bundles if _folder(one) not in absent), locale, source)
    prefix, navigation = prefixes[locale], read.navigation
    documents = tuple(apply.document(one, locale, source, names_of) for one in bundles if _folder(one) not in absent)
    names = settings.names[locale]
    shelf = (page for page in read.shelf.pages if f"pages/{page.id}/" not in absent)
    pages = tuple(plain.page(page, read.shelf.folder, locale, source) for page in shelf)
    titles = {("guide", name): title for name, title in names_of.items()}
    titles |= {("page", page.id): page.title for page in pages}
    return Site(
        locale=locale,
        default_locale=next(iter(prefixes)),
        prefix=prefix,
        prefixes=prefixes,
        name=names.site_name or settings.site_name,
        description=names.site_description or settings.site_description,
        url=settings.site_url,
        edit_url=settings.edit_url,
        papers=settings.papers,
        documents=documents,
        categories=_categories(read, settings, locale, documents, pages),
        interface=Interface(locale),
        sheet_store=settings.root / ".stepsheet" / "sheets",
        pages=pages,
        moved=() if prefix else redirects.moved(read.redirects, titles),
        navigation=tree(navigation, locale, source, titles) if navigation else Tree(),
        presences=presences,
        source_locale=source,
    )


def _folder(bundle: Bundle) -> str:
    return f"guides/{bundle.id}/"


def _categories(
    read: Content, settings: Settings, locale: str, documents: tuple[Document, ...], pages: tuple[PlainPage, ...]
) -> tuple[Category, ...]:
    """The categories that hold a guide or a page, in the order of their file."""
    book = read.categories
    made = []
    for category in book.categories if book else ():
        members = tuple(document for document in documents if document.category == category.id)
        others = tuple(page for page in pages if page.category == category.id)
        if book and (members or others):
            title, summary = apply.category(book, category, locale, settings.locales[0])
            made.append(Category(category.id, title, summary, members, others))
    return tuple(made)


def hints(settings: Settings) -> Iterable[Diagnostic]:
    """What the settings leave out."""
    if settings.site_url is None:
        help_ = f"set `site_url` in {settings.file.name} to the address the site will have"
        message = "no site_url: the sheets have no QR code, the pages no canonical address, and there is no sitemap"
        yield NO_SITE_URL(_settings_file(settings), message, help=help_)
    chinese = [locale for locale in settings.locales if segments.is_chinese(locale)]
    if chinese and not segments.is_known():
        message = f"no list of Chinese words: the search of {chinese[0]!r} finds only the beginnings of what is written"
        yield NO_WORD_LIST(_settings_file(settings), message, help="install it: pip install 'stepsheet[cjk]'")


def engine_findings(warnings: Iterable[str], settings: Settings, engine: str = DEFAULT) -> Iterable[Diagnostic]:
    """The warnings of the site engine as findings."""
    for warning in warnings:
        yield ENGINE_WARNING(
            _settings_file(settings),
            f"{NAMES[engine]} says: {warning}",
            help="fix what it names: a page, or a setting of the engine",
        )


def _settings_file(settings: Settings) -> Location:
    return Location(Source(settings.file, settings.file.name))
