"""A sheet beside what it must say: the one thing that all of its checks look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from stepsheet.audit.claims import Claim, Claims
from stepsheet.audit.flow import Traced
from stepsheet.audit.paper import leftward
from stepsheet.audit.paper.sheet import Run, Sheet
from stepsheet.audit.paper.texts import SheetText, claimed, is_leftward, spelled, text_of
from stepsheet.audit.scope import Audit, Edition
from stepsheet.audit.telling import Told
from stepsheet.audit.vocabulary import interface_words
from stepsheet.audit.wording import words
from stepsheet.diagnostics import Location
from stepsheet.localize import apply
from stepsheet.localize.document import Step
from stepsheet.localize.interface import Interface

_MOST_STEPS = 60  # a code for more would grow too large


@dataclass(frozen=True)
class Paper:
    """A sheet read back; `address` is that of the guide's page, `code` what its QR code must say: None without one.

    `apart` are texts with words that run from right to left, on a sheet that does not: of them the letters are told,
    and not their order.
    """

    sheet: Sheet
    edition: Edition
    path: str
    file: Location
    address: str | None
    code: str | None
    said: SheetText
    told: Told
    traced: Traced[Claim]
    apart: tuple[Claim, ...]

    @classmethod
    def of(cls, sheet: Sheet, edition: Edition, audit: Audit, path: str) -> "Paper":
        """A sheet with its texts traced."""
        url = audit.settings.site_url
        address = f"{url}{edition.folder}" if url else None
        from_right = Interface(edition.locale).direction == "rtl"
        said = text_of(sheet, (edition.locale, audit.source_locale), from_right=from_right)
        code = f"{address}#sheet={_state(edition, audit)}" if address else None
        claims = claimed(edition.claims, address)
        apart = () if from_right else tuple(claim for claim in claims if is_leftward(claim.text))
        around = frozenset(_around(audit, edition)).union(*(words(claim.text) for claim in apart))
        spelling, phrased = (leftward.anagram, leftward.phrase) if from_right else (spelled, None)
        titles = frozenset(map(spelling, audit.titles(edition.locale)))
        told = Told(edition.claims, path, around, marks_state=False, spelled=spelling, titles=titles, phrased=phrased)
        traced = told.trace(said.flow, [claim for claim in claims if claim not in apart])
        if from_right:
            known = frozenset(map(leftward.anagram, interface_words(edition.locale)))
            traced = leftward.loosened(said.flow, traced, known)
        return cls(sheet, edition, path, audit.built.at(path), address, code, said, told, traced, apart)

    @property
    def claims(self) -> Claims:
        """What is claimed of the guide."""
        return self.edition.claims

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each text begins and ends in the flow, by its key."""
        made: dict[str, tuple[int, int]] = {}
        for one, start, end in self.traced.found:
            first, last = made.get(one.of.key, (start, end))
            made[one.of.key] = min(first, start), max(last, end)
        return made

    def run(self, key: str) -> Run | None:
        """The run in which a text begins, None when it is lost."""
        return self.said.run(self.places[key][0]) if key in self.places else None


def _state(edition: Edition, audit: Audit) -> str:
    """The state of the guide that a sheet made of it now is in: its revision, and four digits for each of 60 steps."""
    made = apply.document(edition.claims.bundle, edition.locale, audit.source_locale, {})
    digests = [step.revision[:4] for section in made.sections for step in _steps(section.steps)]
    return ".".join([made.revision, "".join(digests) if len(digests) <= _MOST_STEPS else ""])


def _steps(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _steps(step.steps)


def _around(audit: Audit, edition: Edition) -> Iterator[str]:
    """The words of other things: the site, the guides that come next, the marks of texts that are no translation."""
    names = audit.settings.names[edition.locale]
    texts = [names.site_name or audit.settings.site_name, audit.source_locale.upper()]
    texts += [one.title for one in audit.following(edition)]
    return (word for text in texts for word in words(text))
