"""The words that a guide's page says around the guide itself: the way to it, its facts, its files, what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stepsheet.audit.claims import Claim, Claims
from stepsheet.audit.labels import Speech, count
from stepsheet.audit.neighbours import Neighbours
from stepsheet.audit.telling import LABEL
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model.text import Kind

_MISSING = (
    "%(num)s text is not translated and is shown in the original language (%(language)s).",
    "%(num)s texts are not translated and are shown in the original language (%(language)s).",
)
_STALE = (
    "%(num)s text has changed since it was translated.",
    "%(num)s texts have changed since they were translated.",
)
PAGE = "This page is not in this language yet. You are reading the original (%(source)s)."
GUIDE = "This guide is not in this language yet. You are reading the original (%(source)s)."
_DECIDES = ("Your answer decides which steps you need", "Your answers decide which steps you need")
_STEPS = ("%(num)s step", "%(num)s steps")


def absence(locale: str, source_locale: str, message: str, at: Location) -> Iterator[Claim]:
    """What the source's page says to the readers of a locale that does not have the page, in their language."""
    own = Interface(locale)
    words = {"language": own.language(locale), "source": own.language(source_locale)}
    for told in ("No translation yet: %(language)s", message):
        text = own.gettext(told, words)
        yield Claim(f"{locale} {text}", LABEL, "", text, Kind.PLAIN, locale, "translated", at, loose=True)


@dataclass(frozen=True)
class GuideLabels(Speech):
    """The texts of a guide itself with the words around them, in the order of its page.

    `others` are the claims of the guides that may follow it, `twins` the other locales of the site, `absent` those of
    them that the source's page must name as not having it, `revision` is what its data say.
    """

    neighbours: Neighbours
    others: Sequence[Claims]
    twins: Sequence[str]
    absent: Sequence[str]
    papers: Sequence[str]
    is_editable: bool
    revision: str

    @property
    def _place(self) -> Location:
        return self.claims.bundle.place

    def of(self, own: Sequence[Claim]) -> Iterator[Claim]:
        """All that must be said of the guide; `own` are its texts."""
        told = list(self.told(own))
        by_key = {claim.key: claim for claim in told}
        ends = ("title", "summary", "outcome", "source.title")
        yield self.say("", "All guides", self._place)
        yield from (self._name(title, self._place) for title in self.neighbours.trail)
        yield from (by_key["title"], by_key["summary"])
        yield from self._facts()
        yield from self._files()
        yield from (one for locale in self.absent for one in absence(locale, self.claims.locale, GUIDE, self._place))
        yield from self._notice()
        yield from (claim for claim in told if claim.key not in ends)
        yield from self._headings()
        if "outcome" in by_key:
            yield from (self.say("", "What you have now", by_key["outcome"].at), by_key["outcome"])
        yield from self._next()
        if "source.title" in by_key:
            at = by_key["source.title"].at
            yield from (self.say("", "Source:", at), by_key["source.title"])
        yield from self._end()

    def _name(self, title: str, at: Location) -> Claim:
        """The title of something else, in whatever language it has one."""
        return Claim(f"title of {title}", "title", "", title, Kind.LINE, "", "source", at, loose=True)

    def _facts(self) -> Iterator[Claim]:
        guide = self.claims.bundle.guide
        yield from self._measures(self.claims, guide.at("time"), self._place)
        if guide.reviewed:
            yield self.say("", "Checked on", guide.at("reviewed"))
            yield self.label("", self.interface.date(guide.reviewed), guide.at("reviewed"))
        yield self.say("", "Revision", self._place)
        if self.revision:
            yield self.label("", self.revision, self._place, "")

    def _measures(self, claims: Claims, time: Location, steps: Location) -> Iterator[Claim]:
        guide = claims.bundle.guide
        if guide.time:
            yield self.label("", self.interface.duration(guide.time), time)
        yield self.plural("", _STEPS, count(guide.sections), steps)

    def _files(self) -> Iterator[Claim]:
        for paper in self.papers:
            name = "Letter" if paper == "letter" else paper.upper()
            told = self.interface.gettext("Checklist, PDF %(paper)s", {"paper": name})
            yield self.label("", told, self._place)
        yield from (self.label("", Interface(twin).name, self._place, twin) for twin in self.twins)
        if self.is_editable:
            yield self.say("", "Edit this guide", self._place)

    def _notice(self) -> Iterator[Claim]:
        """What is said when not all is translated."""
        claims = self.claims
        states = [claims.text(message)[2] for message in claims.bundle.messages_for(claims.locale)]
        missing, stale = states.count("missing"), states.count("stale")
        if missing or stale:
            yield self.say("", "Not everything here is translated yet", self._place)
        if missing:
            language = {"language": self.interface.language(claims.source_locale)}
            yield self.label("", self.interface.ngettext(*_MISSING, missing, language), self._place)
        if stale:
            yield self.plural("", _STALE, stale, self._place)
            yield self.say("", "Changed warnings are shown in the original language.", self._place)
        if missing or stale:
            yield self.say("", "Such texts are marked with a dotted line.", self._place)
            yield self.say("", "See what is left to translate", self._place)

    def _headings(self) -> Iterator[Claim]:
        guide = self.claims.bundle.guide
        if guide.needs is not None:
            yield self.say("", "Have at hand" if guide.needs else "Before you start", guide.at("needs"))
            if not guide.needs:
                yield self.say("", "You need nothing for this.", guide.at("needs"))
        if guide.options:
            yield self.plural("", _DECIDES, len(guide.options), guide.at("options"))

    def _next(self) -> Iterator[Claim]:
        """The cards of the guides that may follow."""
        at = self.claims.bundle.guide.at("next")
        if self.others:
            yield self.say("", "What to do next", at)
        for other in self.others:
            texts = {message.key: message for message in other.bundle.messages}
            for name in ("title", "summary"):
                text, locale, state = other.text(texts[name])
                key = f"{name} of {other.bundle.id}"
                yield Claim(key, name, "", text, Kind.LINE, locale, state, at, loose=True)
            yield from self._measures(other, at, at)

    def _end(self) -> Iterator[Claim]:
        for word, title in (("Previous", self.neighbours.before), ("Next", self.neighbours.after)):
            if title is not None:
                yield from (self.say("", word, self._place), self._name(title, self._place))
        yield self.say("", "Download this guide:", self._place)
        yield from (self.label("", name, self._place) for name in ("Markdown", "JSON"))
