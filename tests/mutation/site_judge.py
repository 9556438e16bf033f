"""Whether a mutant of the site is caught by the audit."""

from dataclasses import dataclass

from stepsheet.diagnostics import Diagnostic, Severity

from .site import BuiltSite, SiteMutant
from .spots import NEAR
from .verdict import Outcome, Verdict


@dataclass(frozen=True)
class SiteJudge:
    """Tries mutants on one site.

    A finding is at the spot when it points to the content within three lines of what the mutant harms there: a part,
    one of its texts, or the translation. A mutant that harms a file as a whole has no such lines: the finding must
    name one of the changed files.
    """

    site: BuiltSite

    def judge(self, mutant: SiteMutant) -> Verdict:
        """Audit it."""
        found = [item for item in self.site.new(mutant) if item.rule.severity is not Severity.HINT]
        caught = next((item for item in found if self._is_at(mutant, item)), None)
        source = self.site.workshop.original.name
        if caught:
            return Verdict(mutant.operator, Outcome.CAUGHT, source, mutant.name, 1, mutant.what, caught.rule.name)
        elsewhere = "; ".join(f"{item.finding.location} {item.rule.name}" for item in found[:3]) or "nothing found"
        wanted = ", ".join(f"{spot.name}:{spot.first}" for spot in mutant.spots[:3])
        why = f"{elsewhere} (wanted {wanted})" if wanted else elsewhere
        return Verdict(mutant.operator, Outcome.SURVIVED, source, mutant.name, 1, mutant.what, why)

    def _is_at(self, mutant: SiteMutant, diagnostic: Diagnostic) -> bool:
        if not mutant.spots:
            said = f"{diagnostic.finding.location} {diagnostic.finding.message}"
            return any(name in said for name in mutant.files)
        name, line = self.site.workshop.original.file(diagnostic), diagnostic.finding.location.line
        return any(spot.name == name and spot.first - NEAR <= line <= spot.last + NEAR for spot in mutant.spots)
