"""What `stepsheet import` does with its options: read, bring, account, put in place, report."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from stepsheet.cli import accounting
from stepsheet.cli.exit import Exit, colored
from stepsheet.cli.shared import declared, progress
from stepsheet.diagnostics import Diagnostic, Severity, arrange
from stepsheet.errors import UserError
from stepsheet.importing import bring
from stepsheet.importing.accounting import accounts
from stepsheet.importing.bring import Harvest
from stepsheet.importing.brought import Brought
from stepsheet.importing.entry import Entry
from stepsheet.importing.fetching import Fetcher
from stepsheet.importing.importer import Importer, importers
from stepsheet.importing.ledger.record import Ledger
from stepsheet.importing.space import Space
from stepsheet.importing.translation import Twin
from stepsheet.importing.understood import Wishes
from stepsheet.importing.writing.place import Folders, place
from stepsheet.importing.writing.plan import State, Step, plan
from stepsheet.load.nodes import Mapping, plain
from stepsheet.model import content
from stepsheet.model.content import Content
from stepsheet.model.problem import closest, guide_meant
from stepsheet.report.reporter import reporters
from stepsheet.settings import Settings

GUIDES = "guides"
SHOWN = 40  # findings that go to the screen; the report has all
KINDS = ("guide", "plain page", "translation")
DIFFERENCES = 200  # lines of differences that go to the screen


@dataclass(frozen=True, slots=True)
class Order:
    """The options, as typed."""

    form: str
    source: Path
    into: Path | None
    locale: str | None
    category: str | None
    translation: str | None
    guide: str | None
    fetch: bool
    force: bool
    dry_run: bool
    report_file: Path | None


def carry_out(order: Order, site: Settings) -> Exit:
    """The whole command. Raises UserError."""
    importer = importers()[order.form]
    folders = _folders(order, site)
    _require_folder(order.report_file)
    known, _ = content.read(folders.content, site.shown_from, site.locales[0])
    with progress() as tell:
        tell("Reading", 0, 0)
        space = importer.read(order.source)
        tell("Understanding", 0, len(space.pages))
        harvest = _harvest(order, site, importer, space, known)
        tell("Accounting", 0, len(space.pages))
        books = accounts(harvest.pages, _images(harvest))
        steps = plan(harvest.pieces, folders.content)
    entries = [*harvest.entries, *books.entries]
    if not order.dry_run:
        entries += place(steps, folders, force=order.force)
    return _told(order, steps, entries, harvest, books.whole)


def _images(harvest: Harvest) -> frozenset[str]:
    """The names of all files that are to be written."""
    names = (name.name or piece.path.name for piece in harvest.pieces for name in piece.files)
    return frozenset(names)


def _folders(order: Order, site: Settings) -> Folders:
    """Where things go. `--into` names the folder of the guides; pages and the rest lie beside it."""
    guides = (order.into or site.content / GUIDES).absolute()
    if guides.name != GUIDES:
        raise UserError(
            f"the folder of the guides is called {GUIDES!r}, not {guides.name!r}",
            help=f"let --into name a folder {GUIDES!r}; pages and navigation go beside it",
        )
    return Folders(guides.parent, site.root / ".stepsheet", site.shown_from)


def _require_folder(file: Path | None) -> None:
    """Raises UserError when there is no folder for the report: better said before the import than after it."""
    if file and not file.parent.is_dir():
        raise UserError(f"there is no folder {str(file.parent)!r} for the report", help="make it, or name another file")


def _harvest(order: Order, site: Settings, importer: Importer, space: Space, known: Content) -> Harvest:
    _require_category(order.category, known)
    fetch = Fetcher().get if order.fetch else None
    source_locale = site.locales[0]
    if order.translation or order.guide:
        twin = _twin(order, known, site)
        return bring.one_translation(space, Wishes(importer.flavour, str(order.translation), None, fetch), twin)
    if order.locale and declared(site, order.locale) != source_locale:
        raise UserError(
            f"the guides of this site are written in {source_locale!r}, not in {order.locale!r}",
            help=f"import a translation with `--as-translation {order.locale} --of GUIDE`, "
            f"or put {order.locale!r} first in `locales`",
        )
    return bring.everything(space, Wishes(importer.flavour, source_locale, order.category, fetch), site.locales)


def _require_category(category: str | None, known: Content) -> None:
    """Raises UserError when there is no such category."""
    ids = [one.id for one in known.categories.categories] if known.categories else []
    if category and category not in ids:
        help_ = closest(category, ids) or f"add it to categories.yml: `- {{id: {category}, title: …}}`"
        raise UserError(f"there is no category {category!r}", help=help_)


def _twin(order: Order, known: Content, site: Settings) -> Twin:
    """The guide that is translated. Raises UserError when it cannot be told, or cannot be translated so."""
    if not order.guide or not order.translation:
        there, missing = ("--of", "--as-translation LOCALE") if order.guide else ("--as-translation", "--of GUIDE")
        raise UserError(f"{there} is given without {missing.split()[0]}", help=f"add `{missing}`")
    if declared(site, order.translation) == site.locales[0]:
        raise UserError(
            f"{order.translation!r} is the language the guides are written in", help="leave --as-translation out"
        )
    if order.guide not in known.guide_ids:
        raise UserError(f"there is no guide {order.guide!r}", help=guide_meant(order.guide, known.guide_ids))
    found = next((bundle for bundle in known.bundles if bundle.id == order.guide), None)
    data = plain(found.folder.guide) if found and isinstance(found.folder.guide, Mapping) else None
    if not found or not isinstance(data, dict):
        raise UserError(
            f"the guide {order.guide!r} cannot be read", help="mend it first: `stepsheet check` says what is wrong"
        )
    return Twin(found.id, data, site.locales[0])


def _told(order: Order, steps: Sequence[Step], entries: Sequence[Entry], harvest: Harvest, whole: Ledger) -> Exit:
    """Write what was done and what there is to look at; the code to exit with."""
    found = arrange(entry.diagnostic for entry in entries)
    _tell_differences(steps)
    _tell_findings(found, order.report_file)
    _tell_result(order, Counter(step.state for step in steps), harvest)
    click.echo(accounting.sentence(whole))
    if order.report_file:
        order.report_file.write_text(accounting.report(entries, whole), encoding="utf-8")
        click.echo(f"The whole report is in {order.report_file}.")
    return Exit.FINDINGS if any(item.is_error for item in found) else Exit.CLEAN


def _tell_result(order: Order, states: Counter[State], harvest: Harvest) -> None:
    kinds = Counter(_kind(page) for page in harvest.pages)
    pages = ", ".join(f"{kinds[kind]} {kind if kinds[kind] == 1 else f'{kind}s'}" for kind in KINDS if kinds[kind])
    click.echo(f"{'Would bring' if order.dry_run else 'Brought'}: {pages or 'nothing'}.")
    click.echo(
        f"Files and folders: {states[State.NEW]} new, {states[State.SAME]} unchanged, "
        f"{states[State.DIFFERS]} different from what is there."
    )
    if order.force and states[State.DIFFERS] and not order.dry_run:
        click.echo("What was replaced is kept in .stepsheet/replaced.")


def _kind(page: Brought) -> str:
    if page.data is not None:
        return "guide"
    return "translation" if page.is_translation else "plain page"


def _tell_differences(steps: Sequence[Step]) -> None:
    lines = [line for step in steps for line in step.difference.splitlines()]
    for line in lines[:DIFFERENCES]:
        click.echo(line)
    if len(lines) > DIFFERENCES:
        click.echo(f"… and {len(lines) - DIFFERENCES} more lines of differences")


def _tell_findings(found: Sequence[Diagnostic], report_file: Path | None) -> None:
    """The findings that want a look, the worst first; hints are only counted."""
    wanted = sorted(
        (item for item in found if item.rule.severity is not Severity.HINT), key=lambda item: not item.is_error
    )
    shown = wanted[:SHOWN]
    color = colored(sys.stdout)
    click.echo(reporters()["text"].render(shown, color), nl=False, color=color)
    if len(found) > len(shown):
        counts = Counter(f"{item.rule.code} {item.rule.name}" for item in found)
        rest = "" if report_file else "; `--report FILE` writes them all"
        click.echo(f"All findings: {', '.join(f'{n} × {name}' for name, n in counts.most_common())}{rest}.")
