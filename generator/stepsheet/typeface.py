"""The typefaces of the paper sheet, and which characters they cannot show.

Only what comes with the program: Noto Sans from its package, DejaVu Sans Mono from inside Typst. The fonts of the
machine are never asked, so that the same guide gives the same sheet everywhere.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path

import fontpkg_noto_sans
import typst

TEXT = "Noto Sans"
CODE = "DejaVu Sans Mono"

# The styles a character can meet on a sheet; the fallback family has fewer slanted ones, so symbols are never slanted.
_UPRIGHT = ("", 'weight: "bold", ')
_SLANTED = ('style: "italic", ', 'weight: "bold", style: "italic", ')
SYMBOLS = "\u2190-\u2bff"  # arrows to miscellaneous symbols, as a class of a regular expression
_BLAMED = re.compile(
    r"error: PDF/UA-1 error: the text (?:contains the disallowed codepoint )?`\"(.+?)\"`(?: could|\n|$)"
)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_BATCH = 2000

_known: dict[str, bool] = {}  # a memory of answers that never change; not a state


@cache
def fonts() -> typst.Fonts:
    """The fonts of every sheet, loaded once."""
    folder = Path(fontpkg_noto_sans.__file__).parent / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def undisplayable(characters: Iterable[str]) -> frozenset[str]:
    """The characters that no font of the sheet can show in every style the sheet uses.

    Typst itself is asked, with the standard the sheet is made to, where a missing glyph is an error. White space,
    joiners, direction marks and variation selectors show nothing and are fine; control characters are not. Strings of
    several characters are taken apart.
    """
    wanted = {character for text in characters for character in text}
    unknown = iter(sorted(wanted - _known.keys()))
    while batch := list(islice(unknown, _BATCH)):
        refused = _refused([character for character in batch if not _plain(character)])
        _known.update({character: character in refused for character in batch})
    return frozenset(character for character in wanted if _known[character])


def _plain(character: str) -> bool:
    """Whether a character is one that every font has."""
    return " " <= character <= "~"


def _refused(characters: list[str]) -> frozenset[str]:
    """The characters among these that Typst says it cannot show; a surrogate is no text at all."""
    lone = frozenset(character for character in characters if "\ud800" <= character <= "\udfff")
    shown = [character for character in characters if character not in lone]
    try:
        typst.compile(_probe(shown).encode(), font_paths=fonts(), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return lone | {_unescaped(blamed) for blamed in _BLAMED.findall(error.diagnostic)}
    return lone


def _probe(characters: list[str]) -> str:
    """A document in which each character stands alone, in each style, as a code point: no character is ever source."""
    head = (
        f'#set document(title: "probe")\n#set text(lang: "en", font: ("{TEXT}", "{CODE}"), fallback: false)\n= Probe\n'
    )
    return head + "\n\n".join(
        f'#text({style}"\\u{{{ord(character):x}}}")' for character in characters for style in _styles(character)
    )


def _styles(character: str) -> tuple[str, ...]:
    """The styles in which a character is set."""
    return _UPRIGHT if re.match(f"[{SYMBOLS}]", character) else _UPRIGHT + _SLANTED


def _unescaped(quoted: str) -> str:
    r"""A character as Typst quotes it: `日` or `\u{7}`."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), quoted)
