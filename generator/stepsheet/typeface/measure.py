"""How wide words are in the fonts of the sheet: as they are shaped, which the widths of single letters do not tell."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import typst

from stepsheet.typeface.families import families
from stepsheet.typeface.fonts import fonts

_SIZE = 1000.0  # points: large enough for widths that can be compared
_SOURCE = b"""\
#let measured = json(bytes(sys.inputs.phrases))
#context [#metadata(measured.map(one => measure(text(
  size: 1000pt, font: one.families, weight: if one.is_bold { "bold" } else { "regular" }, one.words,
)).width.pt())) <widths>]
"""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words on one line, in a language."""

    words: str
    locale: str
    is_bold: bool = False


_known: dict[Phrase, float] = {}  # a memory of answers that never change; not a state


def widths(phrases: Iterable[Phrase]) -> Mapping[Phrase, float]:
    """The width of each phrase, in sizes of its type (em)."""
    wanted = set(phrases)
    unknown = sorted(wanted - _known.keys(), key=lambda one: (one.locale, one.words, one.is_bold))
    if unknown:
        _known.update(zip(unknown, _measured(unknown), strict=True))
    return {phrase: _known[phrase] for phrase in wanted}


def _measured(phrases: list[Phrase]) -> list[float]:
    given = [
        {"words": one.words, "is_bold": one.is_bold, "families": families(one.locale, one.words)["sans"]}
        for one in phrases
    ]
    loaded = fonts("".join(one.words for one in phrases))
    inputs = {"phrases": json.dumps(given)}
    answer = typst.query(_SOURCE, "<widths>", field="value", one=True, font_paths=loaded, sys_inputs=inputs)
    found: list[float] = json.loads(answer)
    return [width / _SIZE for width in found]
