"""The font of what is typed into a sheet: Noto Sans, as on the sheet itself, in Latin, Cyrillic and Greek letters.

A viewer that has none of its own for other scripts shows nothing for them. A font in a PDF is told its letters by glyph
(ISO 32000-1, 9.7: a CIDFont with the Identity-H encoding), and `ToUnicode` lets a viewer find the glyph of a letter.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fontTools import subset
from fontTools.ttLib import TTFont

from stepsheet import typeface

# ASCII, Latin with all accents, Greek, Cyrillic; dashes, quotes, the euro, the number sign, arrows left and right.
_LETTERS = (range(0x20, 0x7F), range(0xA0, 0x530), range(0x1E00, 0x1F00), range(0x2010, 0x2045), (0x20AC, 0x2116))
_UNIT = 1000  # of the sizes in a PDF


@dataclass(frozen=True, slots=True)
class TypingFont:
    """A font file and what a PDF must say of it; sizes are thousandths of the type size."""

    content: bytes
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    height: int
    widths: tuple[int, ...]  # by glyph
    letters: tuple[tuple[int, int], ...]  # a glyph and its character

    @property
    def unicode(self) -> str:
        """The CMap that names the character of each glyph (Adobe Technical Note 5411)."""
        pairs = [f"<{glyph:04x}> <{letter:04x}>" for glyph, letter in self.letters]
        blocks = "\n".join(f"{len(some)} beginbfchar\n{_lines(some)}\nendbfchar" for some in _hundreds(pairs))
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Typing def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{blocks}\nendcmap end end"
        )


def _hundreds(pairs: list[str]) -> Iterator[list[str]]:
    """A CMap may name a hundred at a time."""
    return (pairs[at : at + 100] for at in range(0, len(pairs), 100))


def _lines(pairs: list[str]) -> str:
    return "\n".join(pairs)


@cache
def typing_font() -> TypingFont:
    """The font, cut down to its letters."""
    font = TTFont(io.BytesIO(typeface.file("NotoSans[wdth,wght].ttf")), recalcTimestamp=False)
    options = subset.Options(
        drop_tables=[*subset.Options().drop_tables, "fvar", "gvar", "avar", "HVAR", "MVAR", "STAT"],  # the regular one
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        recalc_timestamp=False,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[letter for some in _LETTERS for letter in some])
    cutter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return _described(TTFont(io.BytesIO(buffer.getvalue())), buffer.getvalue())


def _described(font: TTFont, content: bytes) -> TypingFont:
    scale = _UNIT / font["head"].unitsPerEm
    head, line, marks = font["head"], font["hhea"], font["OS/2"]
    return TypingFont(
        content=content,
        box=tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(line.ascent * scale),
        descent=round(line.descent * scale),
        height=round(marks.sCapHeight * scale),
        widths=tuple(round(font["hmtx"][name][0] * scale) for name in font.getGlyphOrder()),
        letters=tuple(sorted((font.getGlyphID(name), letter) for letter, name in font.getBestCmap().items())),
    )
