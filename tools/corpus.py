#!/usr/bin/env python3
"""What an import makes of real repositories: `tools/corpus.py [FOLDER] [--build] [--only PART]`, a table by repository.

FOLDER holds a folder for each repository, or a `.tar.gz` of them. A repository in several languages is imported once
for each. `step-pages.txt` beside the pages names those that are known to hold steps. With `--build` every guide is also
built, page and sheets. Nothing is written but to a temporary folder.
"""

import argparse
import tarfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from stepsheet import pipeline, settings
from stepsheet.cli import collect_seldom
from stepsheet.diagnostics import Diagnostic, Severity
from stepsheet.importing import accounting, run
from stepsheet.importing.brought import Imported, shared_pictures
from stepsheet.importing.importer import importers
from stepsheet.importing.space import Space
from stepsheet.importing.understood import Wishes
from stepsheet.importing.variants import variants
from stepsheet.importing.writing.place import Folders, place
from stepsheet.importing.writing.plan import plan

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora"
SITE = "site_name: Corpus\nplugins:\n  - search\n  - stepsheet:\n      papers: [a4]\n      locales: {en: {}}\n"
HEAD = (
    f"{'repository':34} {'pages':>5} {'proc':>5} {'steps':>6} {'field':>5} {'warn':>5} {'pict':>5} {'words':>8}"
    f" {'acc %':>7} {'model %':>7} {'known':>9} {'find':>5} {'check':>5} {'crash':>5} {'s':>6} {'p/s':>5}"
)


@dataclass(slots=True)
class Row:
    """The figures of a repository; `known` and `met` count the pages known to hold steps and those recognized."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def __str__(self) -> str:
        c, speed = self.counts, self.counts["pages"] / max(self.seconds, 0.001)
        accounted = 100 * (1 - c["lost"] / c["words"]) if c["words"] else 100
        model = 100 * c["model"] / c["procedure words"] if c["procedure words"] else 100
        return (
            f"{self.name[:34]:34} {c['pages']:5} {c['procedures']:5} {c['steps']:6} {c['fields']:5} {c['warnings']:5}"
            f" {c['pictures']:5} {c['words']:8} {accounted:7.3f} {model:7.2f} {c['met']:4}/{c['known']:<4}"
            f" {c['findings']:5} {c['errors']:5} {c['crashes']:5} {self.seconds:6.1f} {speed:5.0f}"
        )


def repositories(folder: Path, temporary: Path) -> list[Path]:
    """The folders of the repositories, unpacked where they are packed."""
    for archive in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(archive) as packed:
            packed.extractall(temporary, filter="data")
    roots = [temporary, folder] if any(temporary.iterdir()) else [folder]
    found = [path for root in roots for path in sorted(root.iterdir()) if path.is_dir()]
    nested = [inner for path in found for inner in sorted(path.iterdir()) if inner.is_dir()]
    return nested if found and not any(is_repository(path) for path in found) else found


def is_repository(path: Path) -> bool:
    """Whether a folder is a repository itself and not a folder of them."""
    return any((path / name).exists() for name in ("SUMMARY.md", "README.md", "SOURCE.txt", ".gitbook.yaml", "docs"))


def form_of(path: Path) -> str:
    """The importer that fits."""
    marks = ("SUMMARY.md", ".gitbook.yaml", ".gitbook", "published-form")
    return "gitbook" if path.name in marks or any(next(path.rglob(mark), None) for mark in marks) else "markdown"


def measured(path: Path, scratch: Path, *, build: bool) -> Row:
    """One repository: every language of it."""
    row = Row(path.name)
    known = {PurePosixPath(line) for line in _lines(path / "step-pages.txt")}
    importer = importers()[form_of(path)]
    try:
        begin = time.perf_counter()
        whole = importer.read(path)
        spaces = variants(whole) or {"": whole}
        row.seconds += time.perf_counter() - begin
        for number, space in enumerate(spaces.values()):
            _space(space, Wishes(importer.flavour, "en"), row, path, known)
            _checked(row, space, Wishes(importer.flavour, "en"), scratch / f"{path.name}-{number}", build=build)
    except Exception:  # noqa: BLE001 - a crash is a figure of the table
        row.counts["crashes"] += 1
        traceback.print_exc()
    return row


def _lines(path: Path) -> Sequence[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()


def _space(space: Space, wishes: Wishes, row: Row, root: Path, known: set[PurePosixPath]) -> None:
    begin = time.perf_counter()
    made = run.space(space, wishes)
    books = accounting.accounts(made.pages, images(made))
    row.seconds += time.perf_counter() - begin
    whole = books.whole
    row.counts["words"] += whole.words.total
    row.counts["findings"] += len(made.entries)
    row.counts["lost"] += whole.words.lost
    row.counts["unaccounted"] += len(books.entries)
    for page, ledger in zip(made.pages, books.ledgers, strict=True):
        row.counts["pages"] += 1
        here = PurePosixPath(page.page.source.path.relative_to(root).as_posix()) in known
        row.counts["known"] += here
        if page.data is not None:
            row.counts["procedures"] += 1
            row.counts["met"] += here
            row.counts["procedure words"] += ledger.words.total
            row.counts["model"] += ledger.words.kept
            row.counts.update(parts(page.data))
        elif here:
            print(f"  no procedure: {page.page.source.path.relative_to(root)}")
    for entry in books.entries:
        print(f"  {entry.diagnostic.finding.location}: {entry.diagnostic.finding.message}")


def images(made: Imported) -> frozenset[str]:
    """The names of the picture files that an import writes."""
    names = frozenset(name.name for piece in made.pieces for name in piece.files)
    return names | frozenset(made.album.files)


def parts(value: object) -> Counter[str]:
    """How many steps, fields, warnings and pictures a guide has."""
    counts: Counter[str] = Counter()
    if isinstance(value, dict):
        for key, inner in value.items():
            counts[key] += len(inner) if key in {"steps", "fields", "warnings"} else 0
            counts["pictures"] += key == "src"
            counts += parts(inner)
    elif isinstance(value, list):
        for inner in value:
            counts += parts(inner)
    return counts


def _checked(row: Row, space: Space, wishes: Wishes, root: Path, *, build: bool) -> None:
    """Check what the import puts into a project, and build it."""
    (root / "content" / "guides").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    made = run.space(space, wishes)
    pieces = (*made.pieces, *shared_pictures(made.album))
    place(plan(pieces, root / "content"), Folders(root / "content", root / ".stepsheet", root))
    site, today = settings.load(root / "mkdocs.yml"), datetime.now(UTC).date()
    checked = pipeline.check(site, today)
    for item in errors(checked.diagnostics):
        row.counts["errors"] += 1
        print(f"  {item.finding.location}: {item.rule.code} {item.finding.message}")
    if build:
        built = pipeline.build(site, today, locales=site.locales)
        row.counts["built"] += built.site_dir is not None
        row.counts["unbuilt"] += built.site_dir is None


def errors(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings that fail a build."""
    return (item for item in found if item.rule.severity is Severity.ERROR)


def main() -> None:
    """Print a row for each repository and one for all."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    options.add_argument("--build", action="store_true", help="build every guide too: minutes")
    options.add_argument("--only", default="", help="a part of the names of the repositories to take")
    chosen = options.parse_args()
    collect_seldom()  # as the command that is measured here
    total = Row("all")
    print(HEAD)
    with TemporaryDirectory(prefix="stepsheet-corpus-") as name:
        unpacked, scratch = Path(name).resolve() / "open", Path(name).resolve() / "projects"
        unpacked.mkdir()
        for path in repositories(chosen.folder.resolve(), unpacked):
            if chosen.only in path.name:
                row = measured(path, scratch, build=chosen.build)
                print(row, flush=True)
                total.counts += row.counts
                total.seconds += row.seconds
    print(total)
    c = total.counts
    print(f"{c['unaccounted']} things unaccounted for; {c['built']} projects built, {c['unbuilt']} not.")


if __name__ == "__main__":
    main()
