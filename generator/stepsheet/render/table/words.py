"""The texts of a guide as words alone, for what knows no markup: the cells of a table, structured data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stepsheet.localize.document import Block, Choice, Condition, Document, Field, Figure, Prose, State, Text, Warning  # noqa: A004 - the term
from stepsheet.localize.marks import Marks
from stepsheet.model import prose
from stepsheet.render import spans
from stepsheet.render.passages import passages
from stepsheet.render.sheet import words
from stepsheet.render.site import Site
from stepsheet.render.spans import Span

_BULLET = "• "


@dataclass(frozen=True, slots=True)
class Words:
    """Writes the texts of one document. A link to the world says where it leads, one to a step which step that is."""

    document: Document
    site: Site

    @property
    def marks(self) -> Marks:
        """What stands between texts in the language of the table."""
        return self.site.interface.marks

    def line(self, text: Text) -> str:
        """A text of one line, with a word about its language when it is not an up-to-date translation."""
        return self._inline(spans.line(text)) + self._note(text)

    def block(self, text: Text) -> str:
        """A text of paragraphs, one a line; lists have bullets or numbers, the cells of a table stand side by side."""
        return "\n".join(self._blocks(spans.block(text))) + self._note(text)

    def plain(self, text: Text) -> str:
        """A text that is no Markdown."""
        return text.value + self._note(text)

    def warning(self, warning: Warning) -> str:
        """A hazard: its signal word, what it is, what happens, how to avoid it."""
        word = words.kinds(self.site.interface)[warning.kind.value]
        more = [self.line(text) for text in (warning.consequence, warning.avoid) if text]
        info = [self.block(warning.info)] if warning.info else []
        first = f"{word}{self.marks.colon}{self.line(warning.text)}"
        return "\n".join([" ".join([first, *more]), *info])

    def conditions(self, conditions: Iterable[Condition]) -> str:
        """Conditions as a question and the answers that count, one a line."""
        return "\n".join(
            self.line(one.ask) + self.marks.dash + self.site.interface.join(list(map(self._label, one.answers)), "or")
            for one in conditions
        )

    def body(self, blocks: Iterable[Block]) -> str:
        """What explains a part of the guide; what is for one answer only stands after it."""
        lines: list[str] = []
        for passage in passages(blocks):
            if passage.conditions:
                lines.append(
                    f"{self.site.interface.gettext('Only if:')}{self.marks.gap}{self.conditions(passage.conditions)}"
                )
            lines += [self._told(block) for block in passage.blocks]
        return "\n".join(line for line in lines if line)

    def field(self, field: Field) -> str:
        """What to enter or choose: `Name (required): a name your family knows. Example: Attic`."""
        _ = self.site.interface.gettext
        marks = self.marks
        told = {None: "", True: marks.bracketed(_("required")), False: marks.bracketed(_("optional"))}[field.required]
        lines = [f"{self.line(field.label)}{told}" + (f"{marks.colon}{self.line(field.enter)}" if field.enter else "")]
        if field.choices:
            lines.append(f"{_('Choose:')}{marks.gap}{' / '.join(self.line(choice.label) for choice in field.choices)}")
        lines += [f"{_('Example:')}{marks.gap}{self.plain(field.example)}"] if field.example else []
        lines += [_("Keep it in the password manager")] if field.secret else []
        return "\n".join([*lines, *filter(None, map(self._figure, field.figures))])

    def _label(self, choice: Choice) -> str:
        return self.line(choice.label)

    def _told(self, block: Block) -> str:
        match block:
            case Prose():
                return self.block(block.text)
            case Figure():
                return self._figure(block)
            case _:
                return block.text.rstrip("\n")

    def _figure(self, figure: Figure) -> str:
        """What a picture shows: it cannot be in a cell itself."""
        if figure.decorative:
            return ""
        alt = self.plain(figure.alt) if figure.alt else self.site.interface.gettext("Picture without a description")
        marks = [f"{mark.number}. {self.line(mark.text)}" for mark in figure.marks]
        return "\n".join([f"[{alt}]", *([self.line(figure.caption)] if figure.caption else []), *marks])

    def _note(self, text: Text) -> str:
        _ = self.site.interface.gettext
        match text.state:
            case State.MISSING:
                return self.marks.bracketed(_("not translated"))
            case State.STALE:
                return self.marks.bracketed(_("translation out of date"))
            case _:
                return ""

    def _inline(self, tree: Sequence[Span]) -> str:
        return "".join(map(self._span, tree))

    def _span(self, span: Span) -> str:
        match span["t"]:
            case "text" | "code":
                return str(span["v"])
            case "break":
                return "\n"
            case "link":
                return self._link(span["href"], self._inline(span["c"]))
            case _:
                return self._inline(span["c"])

    def _link(self, href: str, shown: str) -> str:
        """A link's words and where it leads, unless the words are the address."""
        place = self._place(href)
        return shown + self.marks.bracketed(place) if place and place.removeprefix("mailto:") != shown else shown

    def _place(self, href: str) -> str:
        kind, path = prose.reference(href) or ("", "")
        if kind == "step":
            numbers = {step.do.key: step.number for step in self.document.steps()}
            return words.step(numbers[f"{path}.do"], self.site.interface) if f"{path}.do" in numbers else ""
        return href if href.lower().startswith(("https://", "http://", "mailto:")) else ""

    def _blocks(self, tree: Sequence[Span]) -> Iterator[str]:
        for span in tree:
            match span["t"]:
                case "ul":
                    yield from self._items(span["c"], [_BULLET] * len(span["c"]))
                case "ol":
                    yield from self._items(span["c"], [f"{span['start'] + index}. " for index in range(len(span["c"]))])
                case "quote":
                    yield from self._blocks(span["c"])
                case "table":
                    yield from (" | ".join(self._inline(cell["c"]) for cell in row["c"]) for row in span["c"])
                case "pre":
                    yield span["v"]
                case "rule":
                    continue
                case _:
                    yield self._span(span)

    def _items(self, items: Sequence[Span], markers: Sequence[str]) -> Iterator[str]:
        for item, marker in zip(items, markers, strict=True):
            first, *rest = "\n".join(self._blocks(item["c"])).split("\n")
            yield marker + first
            yield from (" " * len(marker) + line for line in rest)
