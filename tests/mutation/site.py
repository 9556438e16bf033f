"""The built site that is mutated: built once, then one file at a time is changed and put back."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stepsheet import pipeline
from stepsheet.audit.built import Built
from stepsheet.audit.runner import CHECKS
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, arrange
from stepsheet.discovery import modules
from stepsheet.model.content import Bundle

from .consequences import Spot
from .project import TODAY, Files, Workshop

UNAUDITED = pipeline.Way(audited=False)  # the audit is what is tried on it
PREFIXES = {"ru": "", "en": "en/"}


@dataclass(frozen=True)
class SiteMutant:
    """`files` are changed files of the site (None: deleted); `spots` the lines of the content that are harmed.

    Without spots the harm is to a file as a whole, and a finding must name it.
    """

    operator: str
    name: str
    what: str
    files: Files
    spots: tuple[Spot, ...] = ()


Check = Callable[[Audit], Iterator[Diagnostic]]


@dataclass
class Watched(Built):
    """A built site that knows which of its files have been read."""

    seen: set[str] = field(default_factory=set)

    def read(self, path: str) -> bytes | None:
        self.seen.add(path)
        return super().read(path)

    def fresh(self, path: str) -> bytes | None:
        self.seen.add(path)
        return super().fresh(path)


@dataclass(frozen=True)
class Checked:
    """A check, what it finds in a site, and the files that it reads for that."""

    check: Check
    found: tuple[Diagnostic, ...]
    read: frozenset[str]


@dataclass(frozen=True)
class BuiltSite:
    """A workshop with its site."""

    workshop: Workshop
    site: Path

    @classmethod
    def of(cls, name: str, folder: Path) -> "BuiltSite":
        """The site of a source, built in a new folder."""
        workshop = Workshop.of(name, folder)
        loaded = workshop.settings
        built = pipeline.build(loaded, TODAY, locales=loaded.locales, way=UNAUDITED)
        assert built.site_dir, [item.finding.message for item in built.diagnostics]
        return cls(workshop, built.site_dir)

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file that the site has of its content; the engine's own assets are left out."""
        found = {path.relative_to(self.site).as_posix(): path for path in sorted(self.site.rglob("*"))}
        return {name: path.read_bytes() for name, path in found.items() if path.is_file() and _is_ours(name)}

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        """The guides."""
        return self.workshop.original.content.bundles

    @cached_property
    def known(self) -> Counter[tuple[str, str, str]]:
        """The findings about the site as it was built: there should be none."""
        return Counter(map(self.workshop.original.identity, self.audit({})))

    @cached_property
    def checks(self) -> tuple["Checked", ...]:
        """Every check, what it finds in the site as it was built, and which files it read for that."""
        return tuple(self._checked(module.check) for module in modules(CHECKS, "check"))

    def audit(self, files: Files) -> tuple[Diagnostic, ...]:
        """What the audit says with some files changed.

        A check that has read none of them says what it said before: it has nothing else to go by. Where a file is gone
        or new, all of them look again.
        """
        is_listed = all(data is not None and name in self.files for name, data in files.items())
        known = self.checks
        try:
            self._write(files)
            again = [not is_listed or not one.read.isdisjoint(files) for one in known]
            scope = self._scope(Watched(self.site))
            said = [tuple(one.check(scope)) if new else one.found for one, new in zip(known, again, strict=True)]
            return arrange(item for found in said for item in found)
        finally:
            self._write({name: self.files.get(name) for name in files})

    def _checked(self, check: "Check") -> "Checked":
        built = Watched(self.site)
        found = tuple(check(self._scope(built)))
        return Checked(check, found, frozenset(built.seen))

    def _scope(self, built: Built) -> Audit:
        return Audit(built, self.workshop.original.content, self.workshop.settings, PREFIXES)

    def new(self, mutants: Iterable[SiteMutant]) -> list[Diagnostic]:
        """The findings about some mutants, all at once."""
        found = self.audit({name: data for mutant in mutants for name, data in mutant.files.items()})
        counts = Counter(map(self.workshop.original.identity, found)) - self.known
        return [item for item in found if counts[self.workshop.original.identity(item)]]

    def _write(self, files: Files) -> None:
        for name, data in files.items():
            if data is None:
                (self.site / name).unlink(missing_ok=True)
            else:
                (self.site / name).write_bytes(data)


SiteOperator = Callable[[BuiltSite], Iterator[SiteMutant]]


def _is_ours(name: str) -> bool:
    return not name.removeprefix("en/").startswith("assets/")
