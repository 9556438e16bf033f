"""GitBook's Markdown: steppers, hints, figures, content references.

Source: GitBook's documentation, "Blocks", as of 2026.
"""

import json
import re
from collections.abc import Sequence

from stepsheet.exporting.figures import alt_text, caption_html, quoted
from stepsheet.exporting.flavour import Flavour, Task
from stepsheet.exporting.piece import Made, Piece, Told, framed, run, stack
from stepsheet.exporting.script import Script
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Figure, Text
from stepsheet.model.terms import WarningKind
from stepsheet.skeleton import Part, Slot

_STYLES = {
    WarningKind.DANGER: "danger",
    WarningKind.WARNING: "warning",
    WarningKind.CAUTION: "warning",
    WarningKind.NOTE: "info",
    WarningKind.TIP: "success",
}
# Directives, expressions, the anchor of a heading, mathematics, emoji by name, a definition.
_SPECIAL = re.compile(r"\{(?=[%{#])|\$(?=\$)|(?<=\$)\$|:(?=[\w+-]+:)|^:(?=\s)")


class GitBook(Flavour):
    """What GitBook's editor writes itself, so that a page looks the same after an edit there."""

    name = "gitbook"
    script = Script(_SPECIAL, {"{": r"\{", "$": r"\$", ":": r"\:"})

    def head(self, title: Text, summary: Text | None, words: Words) -> Piece:
        """The summary is the description, which GitBook shows below the title."""
        heading = self.heading(1, words.title(title), "")
        if summary is None:
            return heading
        description = json.dumps(words.spoken(summary) + words.note(summary).words, ensure_ascii=False)
        slot = Slot(words.key(summary), Part.DESCRIPTION, 0, 0, after=words.note(summary).words)
        front = framed(["---"], Piece((f"description: {description}",), (slot,)), ["---"])
        return stack([front, heading])

    def heading(self, level: int, words: Sequence[Made | Told], anchor: str) -> Piece:
        """An anchor of its own is a link in the heading, as GitBook writes it."""
        link = f' <a href="#{anchor}" id="{anchor}"></a>' if anchor else ""
        return run(Made(f"{'#' * level} ", ""), *words, Made(link, ""))

    def hint(self, kind: WarningKind, name: str, body: Sequence[Piece]) -> Piece:
        """GitBook has four styles for five kinds: a caution says that it is one."""
        first, *rest = body
        if kind is WarningKind.CAUTION:
            first = _led(f"**{name}.** ", f"{name}. ", first)
        return framed([f'{{% hint style="{_STYLES[kind]}" %}}'], stack([first, *rest]), ["{% endhint %}"])

    def steps(self, tasks: Sequence[Task], level: int, words: Words) -> Piece:
        """A stepper; GitBook counts the steps."""
        if not tasks:
            return Piece()
        steps = [framed(["{% step %}"], self._step(task, level, words), ["{% endstep %}"]) for task in tasks]
        return framed(["{% stepper %}"], stack(steps), ["{% endstepper %}"])

    def _step(self, task: Task, level: int, words: Words) -> Piece:
        return stack([task.warnings, self.heading(level + 1, words.title(task.do), task.anchor), task.rest])

    def figure(self, figure: Figure, address: str, words: Words) -> Piece:
        """A figure with its caption in HTML."""
        slots: list[Slot] = []
        image = f'<img src="{quoted(address)}" alt="{quoted(alt_text(figure, words, slots))}">'
        caption = f"<figcaption>{caption_html(figure, words, slots)}</figcaption>"
        return Piece((f"<figure>{image}{caption}</figure>",), tuple(slots))

    def neighbour(self, title: str, way: str, words: Words) -> Piece:
        """A content reference, which GitBook shows as a card."""
        link = f"[{words.made(title)}]({way})"
        return framed([f'{{% content-ref url="{way}" %}}'], Piece((link,)), ["{% endcontent-ref %}"])


def _led(markdown: str, words: str, piece: Piece) -> Piece:
    """A piece whose first text has words of the export before it."""
    slots = [
        Slot(slot.key, slot.part, slot.line, slot.last, words + slot.before, slot.after) if not index else slot
        for index, slot in enumerate(piece.slots)
    ]
    return Piece((markdown + piece.lines[0], *piece.lines[1:]), tuple(slots))
