"""Whether a mutant is caught, legal, or has survived."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from stepsheet.diagnostics import Diagnostic, Severity

from .consequences import Consequences
from .differences import leaves
from .edit import Edit
from .legality import legal
from .mutant import Mutant
from .project import Workshop
from .spots import Spots


class Outcome(StrEnum):
    """How a mutant ended."""

    CAUGHT = "caught"
    LEGAL = "legal"
    SURVIVED = "survived"


@dataclass(frozen=True)
class Verdict:
    """`why` is the rule that caught it, the class of legal edits, or what came instead of a finding at the spot."""

    operator: str
    outcome: Outcome
    source: str
    name: str
    line: int
    what: str
    why: str


class Judge:
    """Tries mutants on one project."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.original = workshop.original
        self.spots = Spots(self.original, Consequences(self.original))
        self.leaves = leaves(self.original.sites)

    def judge(self, mutant: Mutant) -> Verdict:
        """Check it, and where nothing is found at the spot, see whether it is legal."""
        checked = self.workshop.check(mutant.files)
        found = self.new(checked.diagnostics)
        telling = [item for item in found if item.rule.severity is not Severity.HINT]
        caught = self.spots.first(mutant, telling)
        if caught:
            return self._verdict(mutant, Outcome.CAUGHT, caught.rule.name)
        if not telling:
            after = leaves(self.workshop.localize(checked))
            name = legal(Edit(mutant, self.original, self.leaves, after, tuple(found)))
            if name:
                return self._verdict(mutant, Outcome.LEGAL, name)
        elsewhere = ", ".join(f"{item.rule.name} at {item.finding.location}" for item in found)
        return self._verdict(mutant, Outcome.SURVIVED, elsewhere or "nothing found")

    def new(self, diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
        """The findings that the unchanged project does not have."""
        counts = Counter(map(self.original.identity, diagnostics)) - self.original.known
        return [item for item in diagnostics if counts[self.original.identity(item)]]

    def _verdict(self, mutant: Mutant, outcome: Outcome, why: str) -> Verdict:
        return Verdict(mutant.operator, outcome, self.original.name, mutant.name, mutant.line, mutant.what, why)
