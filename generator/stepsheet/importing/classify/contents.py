"""What stands at a guide, a section or a step beside its sentence: sorted into warnings, fields and explanation."""

from collections.abc import Callable
from dataclasses import dataclass, field

from stepsheet.importing.classify import hints, ids, prose
from stepsheet.importing.classify.fields import Field
from stepsheet.importing.classify.fields import found as fields_of
from stepsheet.importing.classify.inlines import bold, plain
from stepsheet.importing.classify.options import Condition
from stepsheet.importing.classify.pieces import Piece, Pieces, Reader
from stepsheet.importing.classify.slugs import variants
from stepsheet.importing.tree import (
    Blocks,
    Figure,
    Heading,
    Hint,
    Inlines,
    List,
    Listing,
    Paragraph,
    Quote,
    Rule,
)

HAZARDS = frozenset({"danger", "warning", "caution"})


@dataclass(slots=True)
class Contents:
    """The pieces of one owner, sorted; `anchors` are those of titles among them."""

    warnings: list[dict[str, object]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    fields: tuple[Field, ...] = ()
    flow: list[Piece] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)

    def named(self, taken: set[str]) -> list[dict[str, object]]:
        """The warnings with their ids."""
        pairs = zip(self.warnings, self.words, strict=True)
        return [{"id": ids.unique(words, "warning", taken), **warning} for warning, words in pairs]


@dataclass(frozen=True, slots=True)
class Sorter:
    """Sorts pieces; `outer` is the condition that holds anyway where they stand."""

    reader: Reader
    outer: Condition = ()
    with_fields: bool = False
    quoted: Callable[[Hint], bool] = lambda _hint: False

    def sort(self, pieces: Pieces) -> Contents:
        """The pieces by kind, each kind in order."""
        contents = Contents()
        for index, piece in enumerate(pieces):
            if self.with_fields and not contents.fields and isinstance(piece.block, List):
                contents.fields = self._fields(piece, pieces[index + 1 :])
                if contents.fields:
                    continue
            self._place(piece, contents)
        return contents

    def _fields(self, piece: Piece, following: Pieces) -> tuple[Field, ...]:
        """The fields of a list, unless text follows that would then stand before them."""
        block = piece.block
        if not isinstance(block, List) or self._inner(piece.when):
            return ()
        if any(isinstance(after.block, Paragraph | List | Heading) for after in following):
            return ()
        return fields_of(block)

    def _inner(self, when: Condition) -> Condition:
        return tuple(pair for pair in when if pair not in self.outer)

    def _place(self, piece: Piece, contents: Contents) -> None:
        block, when = piece.block, self._inner(piece.when)
        match block:
            case Heading():
                contents.anchors += variants(block)
                contents.flow.append(Piece(Paragraph(block.line, bold(block.inlines)), when))
            case Hint() if self.quoted(block):
                self._quote(block, when, contents)
            case Hint():
                self._warn(block, when, contents)
            case Figure() | Listing() | Rule() | Paragraph():
                contents.flow.append(Piece(block, when))
            case _:
                clean, beside = prose.cleaned(block, self.reader.notes)
                contents.flow += [Piece(made, when) for made in clean]
                self._beside(beside, piece.when, contents)

    def _beside(self, blocks: Blocks, when: Condition, contents: Contents) -> None:
        for piece in self.reader.body(blocks, when):
            self._place(piece, contents)

    def _warn(self, hint: Hint, when: Condition, contents: Contents) -> None:
        label: Inlines = self.reader.plan.label(when) if when else ()
        made = hints.split(hint, label, self.reader.notes)
        if made.warning:
            contents.warnings.append(made.warning)
            contents.words.append(made.words)
        self._beside(made.beside, when, contents)

    def _quote(self, hint: Hint, when: Condition, contents: Contents) -> None:
        """A remark behind the last step as a quotation there: as a warning it would come before the steps."""
        title: Blocks = (Paragraph(hint.line, bold(hint.title)),) if plain(hint.title) else ()
        clean, beside = prose.cleaned(Quote(hint.line, (*title, *hint.blocks)), self.reader.notes, hints=False)
        self.reader.notes.kept(hint.line, "a hint behind the last step", "a quotation")
        contents.flow += [Piece(block, when) for block in clean]
        self._beside(beside, when, contents)


def is_remark(hint: Hint) -> bool:
    """Whether a hint warns of nothing."""
    return hint.style not in HAZARDS
