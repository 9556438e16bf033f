"""Which characters, and which characters together, no font of the sheet can show."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from unicodedata import category

import typst

from stepsheet.typeface.families import families
from stepsheet.typeface.fonts import fonts, is_east_asian

# The styles a character can meet on a sheet. Symbols are never slanted: the families of symbols have no such form.
_UPRIGHT = (("regular", "normal"), ("bold", "normal"))
_SLANTED = (("regular", "italic"), ("bold", "italic"))
_SYMBOL = re.compile("[\u2190-\u2bff]")  # arrows to miscellaneous symbols
_JOINER = "\u200d"
_EXTENDERS = re.compile("[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_BLAMED = re.compile(r"^error: .*\n\s*┌─ .*:(\d+):\d+$", re.MULTILINE)
_BATCH = 2000

_known: dict[str, bool] = {}  # a memory of answers that never change; not a state


def undisplayable(texts: Iterable[str]) -> frozenset[str]:
    """Of the `pieces` of these texts those that no font of the sheet can show in every style the sheet uses.

    Typst itself is asked, with the standard the sheet is made to, where a missing glyph is an error. White space,
    joiners, direction marks and variation selectors show nothing and are fine; control characters are not.
    """
    wanted = {piece for text in texts for piece in (pieces(text) if _marks(text) else set(text))}
    unknown = sorted(piece for piece in wanted - _known.keys() if not _plain(piece))
    for wide in (False, True):
        some = iter([piece for piece in unknown if is_east_asian(piece) is wide])
        while batch := list(islice(some, _BATCH)):
            refused = _refused(batch)
            _known.update({piece: piece in refused for piece in batch})
    return frozenset(piece for piece in wanted if _known.get(piece))


def pieces(text: str) -> Iterator[str]:
    """The characters of a text in order; after characters that are set as one, all of them together.

    Such are a letter with the marks over it, and an emoji of several: one font must have all of it, and a font for each
    is not enough. The rule of Unicode (UAX 29, extended grapheme clusters) in short.
    """
    marks = _marks(text)
    if not marks:
        yield from text
        return
    for found in _clusters(marks).finditer(text):
        yield from found[0]
        if len(found[0]) > 1:
            yield found[0]


def _marks(text: str) -> str:
    """The characters of a text that are set on others, each once."""
    return "".join(sorted(filter(_extends, set(text))))


def _extends(character: str) -> bool:
    """Whether a character is set on the one before it, or joins it to the next."""
    return character > "\u02ff" and (category(character)[0] == "M" or bool(_EXTENDERS.match(character)))


@cache
def _clusters(marks: str) -> re.Pattern[str]:
    """One character with what is set on it."""
    some = f"[{re.escape(marks)}]"
    return re.compile(f".(?:{some}|(?<={_JOINER}).)*", re.DOTALL)


def _plain(character: str) -> bool:
    """Whether a character is one that every font has."""
    return " " <= character <= "~"


def _refused(batch: list[str]) -> frozenset[str]:
    """The pieces among these that Typst says it cannot show, and what is no text at all."""
    senseless = frozenset(piece for piece in batch if any(map(_senseless, piece)))
    shown = [piece for piece in batch if piece not in senseless]
    lines = list(_probe(shown))
    source = "\n\n".join(line for line, _ in lines)
    try:
        typst.compile(source.encode(), font_paths=fonts("".join(shown)), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        blamed = {(int(line) - 1) // 2 for line in _BLAMED.findall(error.diagnostic)}
        return senseless | {lines[index][1] for index in blamed}
    return senseless


def _senseless(character: str) -> bool:
    """Whether a character is a surrogate, DEL, or of the private use areas, where each font has something else."""
    return character == "\x7f" or category(character) in {"Cs", "Co"}


def _probe(batch: list[str]) -> Iterator[tuple[str, str]]:
    """The lines of a document, and for each the piece that stands alone on it: in each style, as code points.

    No character is ever source. The style is set beforehand: Typst would not say where the error is otherwise.
    """
    names = json.dumps(json.dumps(families("en", "".join(batch))["sans"]))
    yield '#set document(title: "probe")', ""
    yield f'#set text(lang: "en", font: json(bytes({names})), fallback: false)', ""
    yield "= Probe", ""
    for weight, style in _UPRIGHT + _SLANTED:
        yield f'#set text(weight: "{weight}", style: "{style}")', ""
        for piece in batch:
            if (weight, style) in _styles(piece):
                word = "".join(f"\\u{{{ord(character):x}}}" for character in piece)
                yield f'#text("{word}")', piece


def _styles(piece: str) -> tuple[tuple[str, str], ...]:
    """The styles in which a piece can meet different fonts: those for East Asia have one form for all."""
    if is_east_asian(piece):
        return _UPRIGHT[:1]
    return _UPRIGHT if _SYMBOL.match(piece) else _UPRIGHT + _SLANTED
