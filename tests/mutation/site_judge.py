"""Whether mutants of the site are caught by the audit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from stepsheet.diagnostics import Diagnostic, Severity

from .site import BuiltSite, SiteMutant
from .spots import NEAR
from .verdict import Outcome, Verdict

_ALONE_IN_ITS_FILE = ("page-", "data-", "markdown-", "put-foreign-", "break-")


def batches(mutants: Iterable[SiteMutant]) -> Iterator[list[SiteMutant]]:
    """Mutants that may be audited at once: each in another file, and of a kind that harms no other file.

    An audit takes as long for one mutant as for many.
    """
    queues: dict[str, list[SiteMutant]] = {}
    for mutant in mutants:
        if mutant.operator.startswith(_ALONE_IN_ITS_FILE):
            queues.setdefault(mutant.name, []).append(mutant)
        else:
            yield [mutant]
    for row in zip_longest(*queues.values()):
        yield [mutant for mutant in row if mutant]


@dataclass(frozen=True)
class SiteJudge:
    """Tries mutants on one site.

    A finding is at the spot when it names the changed file, and points to the content within three lines of what the
    mutant harms there: a part, one of its texts, or the translation. A mutant that harms a file as a whole, or what is
    not of the content, has no such lines: the finding must name one of the changed files.
    """

    site: BuiltSite

    def judge(self, batch: Sequence[SiteMutant]) -> list[Verdict]:
        """Audit the site with all of a batch."""
        found = [item for item in self.site.new(batch) if item.rule.severity is not Severity.HINT]
        return [self._verdict(mutant, found) for mutant in batch]

    def _verdict(self, mutant: SiteMutant, every: list[Diagnostic]) -> Verdict:
        found = [item for item in every if self._names(mutant, item)]
        caught = next((item for item in found if self._is_near(mutant, item)), None)
        source = self.site.workshop.original.name
        if caught:
            return Verdict(mutant.operator, Outcome.CAUGHT, source, mutant.name, 1, mutant.what, caught.rule.name)
        elsewhere = "; ".join(f"{item.finding.location} {item.rule.name}" for item in found[:3]) or "nothing found"
        wanted = ", ".join(f"{spot.name}:{spot.first}" for spot in mutant.spots[:3])
        why = f"{elsewhere} (wanted {wanted})" if wanted else elsewhere
        return Verdict(mutant.operator, Outcome.SURVIVED, source, mutant.name, 1, mutant.what, why)

    @staticmethod
    def _names(mutant: SiteMutant, diagnostic: Diagnostic) -> bool:
        said = f" {diagnostic.finding.location.source.name} {diagnostic.finding.message}"
        return any(f" {name}" in said for name in mutant.files)

    def _is_near(self, mutant: SiteMutant, diagnostic: Diagnostic) -> bool:
        name, line = self.site.workshop.original.file(diagnostic), diagnostic.finding.location.line
        near = (spot for spot in mutant.spots if spot.first - NEAR <= line <= spot.last + NEAR)
        return not mutant.spots or any(spot.name == name for spot in near)
