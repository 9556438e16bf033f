"""Material for MkDocs: admonitions, numbered lists with indented content, captions as figures.

Source: Material for MkDocs 9.8, "Reference"; Python-Markdown 3.10, whose list items are indented by four columns and
whose backslash escapes fewer characters than CommonMark's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from stepsheet.exporting.figures import alt_text, caption_html
from stepsheet.exporting.flavour import Flavour, Task, joined
from stepsheet.exporting.piece import Made, Piece, Told, framed, indented, item, run, stack
from stepsheet.exporting.script import Script
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Figure, Text
from stepsheet.model.terms import WarningKind
from stepsheet.render.markdown import escaping
from stepsheet.skeleton import Slot

_TYPES = {
    WarningKind.DANGER: "danger",
    WarningKind.WARNING: "warning",
    WarningKind.CAUTION: "warning",
    WarningKind.NOTE: "note",
    WarningKind.TIP: "tip",
}
# What extensions of Python-Markdown make of words, and what a backslash does not keep as it is.
_SPECIAL = re.compile(
    r"[{<~]|&(?=#?\w+;)|\$(?=\$)|(?<=\$)\$|:(?=[\w+-]+:)|:(?=::)|^:(?=\s)|=(?==)|\^(?=\^)|\+(?=\+)|\?(?=\?\?)|!(?=!!)|/(?=//)"
)
_WRITTEN = {
    "{": r"\{",
    "<": "&lt;",
    "~": "&#126;",
    "&": "&amp;",
    "$": "&#36;",
    ":": "&#58;",
    "=": "&#61;",
    "^": "&#94;",
    "+": r"\+",
    "?": "&#63;",
    "!": r"\!",
    "/": "&#47;",
    "\n": "  ",
}


class Material(Flavour):
    """What Material for MkDocs shows as it was meant, with the extensions that the exported `mkdocs.yml` names."""

    name = "material"
    script = Script(_SPECIAL, _WRITTEN)
    indent = 4
    bullet = "- "

    def head(self, title: Text, summary: Text | None, words: Words) -> Piece:
        """The summary is the first paragraph."""
        heading = self.heading(1, words.title(title), "")
        return stack([heading, run(*words.line(summary))]) if summary else heading

    def heading(self, level: int, words: Sequence[Made | Told], anchor: str) -> Piece:
        """An anchor of its own is an attribute (extension attr_list)."""
        return run(Made(f"{'#' * level} ", ""), *words, Made(f" {{ #{anchor} }}" if anchor else "", ""))

    def hint(self, kind: WarningKind, name: str, body: Sequence[Piece]) -> Piece:
        """An admonition, titled with its kind in words."""
        title = name.replace("\\", "").replace('"', "'")
        return framed([f'!!! {_TYPES[kind]} "{title}"', ""], indented(4, stack(body)))

    def steps(self, tasks: Sequence[Task], level: int, words: Words) -> Piece:
        """A list with the numbers of the guide; a warning before a step interrupts it."""
        del level
        pieces: list[Piece] = []
        for task in tasks:
            anchor = f'<a id="{task.anchor}"></a>' if task.anchor else ""
            do = run(Made(anchor, ""), *words.line(task.do))
            pieces += [task.warnings, item(f"{task.number}. ".ljust(4), stack([do, task.rest]), "1.")]
        return joined(pieces)

    def figure(self, figure: Figure, address: str, words: Words) -> Piece:
        """A picture; with a caption, a figure (extension md_in_html)."""
        slots: list[Slot] = []
        image = f"![{words.made(alt_text(figure, words, slots))}]({escaping.path(address)})"
        if not figure.caption:
            return Piece((image,), tuple(slots))
        caption = f"  <figcaption>{caption_html(figure, words, slots)}</figcaption>"
        lines = ('<figure markdown="span">', f"  {image}", caption, "</figure>")
        return Piece(lines, tuple(replace(slot, last=len(lines) - 1) for slot in slots))

    def neighbour(self, title: str, way: str, words: Words) -> Piece:
        """A link on its own."""
        return Piece((f"[{words.made(title)}]({way})",))
