"""The families a text is set in, the one that is asked first at the head.

Noto Sans first; what it lacks is looked for in the families of single scripts, then in those of symbols. The Han
characters of Chinese, Japanese and Korean share their code points (Unicode 17, section 18.1) and differ in their
forms, so that the language of a text decides which of those families comes first.
"""

import re
from typing import TypeAlias

from stepsheet.typeface.fonts import fonts

Family: TypeAlias = str | dict[str, str]

TEXT = "Noto Sans"
CODE = "DejaVu Sans Mono"
EMOJI = "Noto Emoji"
ARABIC = "IBM Plex Sans Arabic"
# Plex before Noto: its letters carry their dots, so that words can be copied and searched; in Noto Sans Arabic a dot is
# a glyph of its own, and readers of PDF find letters twice.
_SCRIPTS = (
    ARABIC,
    "Noto Sans Arabic",
    "Noto Sans Armenian",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Hebrew",
    "Noto Sans Kannada",
    "Noto Sans Khmer",
    "Noto Sans Lao",
    "Noto Sans Malayalam",
    "Noto Sans Myanmar",
    "Noto Sans Oriya",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Thai",
)
_SYMBOLS = (CODE, "Noto Sans Symbols", EMOJI, "New Computer Modern Math")
_HAN = {"zh-Hans": "Noto Sans SC", "zh-Hant": "Noto Sans TC", "ja": "Noto Sans JP", "ko": "Noto Sans KR"}
_TRADITIONAL = {"Hant", "TW", "HK", "MO"}
_KANA, _HANGUL = re.compile("[\u3041-\u30ff]"), re.compile("[\uac00-\ud7a3]")


def families(locale: str, text: str) -> dict[str, list[Family]]:
    """The families of a text in `locale`: `sans` for words, `mono` for code, `emoji` for pictures among the words.

    `text` is all that the sheet says: families that it does not need are left out, and where the locale itself has no
    Han characters, kana tell that those in the text are Japanese, Hangul that they are Korean.
    """
    loaded = set(fonts(text).families())
    own = _east_asian(locale)
    han = [family for family in _ordered(own or _guessed(text)) if family in loaded]
    others = [family for family in (*_SCRIPTS, *_SYMBOLS) if family in loaded]
    # Noto Sans leaves to the family of the language what looks different there: “”, …, —.
    latin: Family = {"name": TEXT, "covers": "latin-in-cjk"} if own and han else TEXT
    sans = [latin, *han, *others] if own else [latin, *others, *han]
    return {"sans": sans, "mono": [CODE, *sans], "emoji": [EMOJI, *sans]}


def _ordered(first: str) -> list[str]:
    return [_HAN[first], *(family for language, family in _HAN.items() if language != first)]


def _east_asian(locale: str) -> str | None:
    """The key of `_HAN` for a locale (BCP 47); None for a language that is written without Han characters."""
    language, *rest = locale.split("-")
    if language in {"zh", "yue"}:
        return "zh-Hant" if language == "yue" or _TRADITIONAL & set(rest) else "zh-Hans"
    return language if language in _HAN else None


def _guessed(text: str) -> str:
    if _KANA.search(text):
        return "ja"
    return "ko" if _HANGUL.search(text) else "zh-Hans"
