"""The blocks that the Markdown of a guide must have in one locale, in their order, straight from its record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from stepsheet.audit.blocks import line
from stepsheet.audit.facts import Facts
from stepsheet.audit.record import Record
from stepsheet.audit.sketch import Asked, Sketch, around, joined, named, same
from stepsheet.diagnostics import Location
from stepsheet.localize.interface import Interface
from stepsheet.model import prose
from stepsheet.model.terms import Importance

_NEEDED = Importance.REQUIRED.value
_MISSING = (
    "%(num)s text is not translated and is shown in the original language (%(language)s).",
    "%(num)s texts are not translated and are shown in the original language (%(language)s).",
)
_STALE = ("%(num)s text has changed since it was translated.", "%(num)s texts have changed since they were translated.")
_KIND = {"date": "date", "number": "number"}  # of a field; a text is not told
_ASKED = ("Your answer decides which steps you need", "Your answers decide which steps you need")


def outline(guide: Record, facts: Facts) -> list[Asked]:
    """The blocks of a guide."""
    interface = Interface(guide.values["locale"])
    walk = _Walk(guide, interface, Sketch(interface))
    walk.head(facts)
    walk.body(guide.values["body"])
    walk.before()
    for section in guide.values["sections"]:
        walk.section(section)
    walk.end()
    return walk.sketch.asked


@dataclass(frozen=True, slots=True)
class _Walk:
    """Writes down one guide."""

    guide: Record
    interface: Interface
    sketch: Sketch

    def head(self, facts: Facts) -> None:
        """Title, summary, what is not translated, facts."""
        values, say = self.guide.values, self.interface.gettext
        self.text("h1", values["title"])
        self.text("p", values["summary"])
        if values["missing"]:
            language = {"language": self.interface.language(values["source_locale"])}
            self._notice(self.interface.ngettext(*_MISSING, values["missing"], language))
        if values["stale"]:
            changed = self.interface.ngettext(*_STALE, values["stale"])
            self._notice(f"{changed} {say('Changed warnings are shown in the original language.')}")
        if facts.category[0]:
            self._fact("category", self.sketch.noted(*facts.category))
        if values["time"]:
            self._fact("time", same(say("Takes %(time)s") % {"time": self.interface.duration(values["time"])}))
        if values["reviewed"]:
            day = self.interface.date(values["reviewed"])
            self._fact("reviewed", same(say("Checked on %(date)s") % {"date": day}))
        self._fact("revision", same(say("Revision %(revision)s") % {"revision": facts.revision}))
        if facts.address:
            self._fact("address", line(prose.inline(f"<{facts.address}>")))
        if values["origin"]:
            self._fact("origin", around(say("Source:"), self.sketch.line(values["origin"].values["title"]), ""))

    def _notice(self, text: str) -> None:
        with self.sketch.quote():
            self.sketch.say("p", same(text), "notice", self.guide.at("title"))

    def _fact(self, name: str, said: tuple[str, str]) -> None:
        with self.sketch.item("-", "fact"):
            self.sketch.say("p", said, name, self.guide.at(name if self.guide.values.get(name) else "title"))

    def before(self) -> None:
        """What is needed, what is asked, and the warnings of the whole."""
        values = self.guide.values
        if values["needs"] is not None:
            self.heading("Before you start", "needs")
            for need in values["needs"]:
                self.choice(need.values["text"], "need")
            if not values["needs"]:
                self.sketch.label("p", self.interface.gettext("You need nothing for this."), self.guide.at("needs"))
        if values["options"]:
            asked = self.interface.ngettext(*_ASKED, len(values["options"]))
            self.sketch.label("p", asked, self.guide.at("options"))
        for option in values["options"]:
            with self.sketch.item("-", "option"):
                self.text("p", option.values["ask"])
                self.choices(option)
        self.warnings(self.guide)

    def end(self) -> None:
        """What was reached, and where to go on."""
        if self.guide.values["outcome"]:
            self.heading("What you have now", "outcome")
            self.sketch.prose(self.guide.values["outcome"])
        if self.guide.values["next"]:
            self.heading("What to do next", "next")
        for neighbour in self.guide.values["next"]:
            with self.sketch.item("-", "next"):
                self.sketch.say("p", self.sketch.line(neighbour.values["title"]), "next", neighbour.place)

    def section(self, section: Record) -> None:
        """A heading and all that stands below it."""
        values = section.values
        level = values["importance"]
        importance = "" if level == _NEEDED else self.interface.gettext(level)
        self.text(f"h{1 + values['level']}", values["title"], section.at("importance"), after=importance)
        if values["conditions"]:
            self.sketch.say("p", self.conditions(values["conditions"]), "when", section.at("when"))
        self.warnings(section)
        self.body(values["body"])
        for step in values["steps"]:
            self.step(step, f"{step.values['number']}.")
        self.body(values["after"])

    def step(self, step: Record, mark: str, number: str = "") -> None:
        """What warns of a step, and the step."""
        values = step.values
        self.warnings(step)
        with self.sketch.item(mark, f"step {mark[-1]}"):
            under = self.conditions(values["conditions"])[0] if values["conditions"] else ""
            said = around(f"{number} {under}", self.sketch.line(values["do"]), "")
            self.sketch.say("p", said, "do", values["do"].place, step.place)
            self.body(values["body"])
            for field in values["fields"]:
                self.field(field)
            for name, label in (("expect", "Expected result:"), ("if_not", "If it did not work:")):
                if values[name]:
                    self.sketch.prose(values[name], label)
            for inner in values["steps"]:
                self.step(inner, "*", inner.values["number"])
            if values["verify"]:
                self.sketch.label("p", self.interface.gettext("A second person checks this step."), step.at("verify"))

    def field(self, field: Record) -> None:
        """What to enter or choose."""
        values, say = field.values, self.interface.gettext
        with self.sketch.item("-", "field"):
            words = ({True: "required", False: "optional"}.get(values["required"]), _KIND.get(values["kind"]))
            told = " ".join(say(word) for word in words if word)
            entered = self.sketch.line(values["enter"]) if values["enter"] else ("", "")
            label = around("", self.sketch.line(values["label"]), told)
            self.sketch.say("p", joined(label, entered), "label", values["label"].place, field.at("required"))
            self.choices(field)
            if values["example"]:
                said = around(say("Example:"), self.sketch.line(values["example"], is_plain=True), "")
                self.sketch.say("p", said, "example", values["example"].place)
            if values["secret"]:
                self.sketch.label("p", say("Keep it in the password manager"), field.at("secret"))
            for figure in values["figures"]:
                self.figure(figure)

    def warnings(self, part: Record) -> None:
        """The hazard blocks of a part."""
        say = self.interface.gettext
        for warning in part.values["warnings"]:
            values = warning.values
            with self.sketch.quote():
                self.text("p", values["text"], warning.at("kind"), before=say(values["kind"].capitalize()))
                for name, label in (("consequence", "What can happen:"), ("avoid", "What to do:")):
                    if values[name]:
                        self.text("p", values[name], before=say(label))
                if values["info"]:
                    self.sketch.prose(values["info"])

    def body(self, blocks: Iterable[Record]) -> None:
        """Blocks; those for some answers only are an item under their condition."""
        for _, group in groupby(blocks, lambda block: [_under(one) for one in block.values["conditions"]]):
            run = list(group)
            conditions = run[0].values["conditions"]
            if not conditions:
                self.told(run)
                continue
            with self.sketch.item("+", "passage"):
                self.sketch.say("p", self.conditions(conditions), "when", conditions[0].place)
                self.told(run)

    def told(self, blocks: Iterable[Record]) -> None:
        """Texts, pictures and listings."""
        for block in blocks:
            if block.kind == "picture":
                self.figure(block)
            elif block.kind == "listing":
                code = block.values["text"]
                self.sketch.say("code", (code, code), "code", block.at("text"))
            else:
                self.sketch.prose(block.values["text"])

    def figure(self, figure: Record) -> None:
        """A picture, its caption, and its marks."""
        values = figure.values
        missing = "" if values["decorative"] else self.interface.gettext("Picture without a description")
        words = self.sketch.line(values["alt"], is_plain=True) if values["alt"] else same(missing)
        name = values["path"].rpartition("images/")[2]
        self.sketch.say("p", (words[0] or name, f"<{name}> {words[1]}"), "picture", figure.at("path"))
        if values["caption"]:
            self.text("p", values["caption"])
        for mark in values["marks"]:
            with self.sketch.item(f"{mark.values['number']}.", "mark"):
                self.text("p", mark.values["text"])

    def conditions(self, conditions: Sequence[Record]) -> tuple[str, str]:
        """Under which answers a part applies."""
        clauses = [self._clause(one.values) for one in conditions]
        return same(" ".join((self.interface.gettext("Only if:"), *clauses)))

    def _clause(self, values: Any) -> str:
        answers = [self.sketch.line(one.values["label"])[0] for one in values["answers"]]
        return f"{self.sketch.line(values['ask'])[0]} {self.interface.join(answers, style='or')}"

    def choices(self, asked: Record) -> None:
        """Answers to tick."""
        for choice in asked.values["choices"]:
            self.choice(choice.values["label"], "choice")

    def choice(self, text: Record, kind: str) -> None:
        """Something to tick."""
        with self.sketch.item("-", kind):
            self.text("box", text)

    def heading(self, message: str, key: str) -> None:
        """A heading of the interface, over what a key of the guide says."""
        self.sketch.label("h2", self.interface.gettext(message), self.guide.at(key))

    def text(self, kind: str, text: Record, *beside: Location, after: str = "", before: str = "") -> None:
        """A text of one line in a block of its own."""
        self.sketch.say(kind, around(before, self.sketch.line(text), after), named(text), text.place, *beside)


def _under(condition: Record) -> tuple[str, tuple[str, ...]]:
    values: Any = condition.values
    return values["option"], tuple(answer.values["id"] for answer in values["answers"])
