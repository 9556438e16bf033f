"""What no font can show is named before a sheet is made, and nothing else is."""

import subprocess
import sys
import time
from typing import Any

import pytest

from stepsheet import typeface


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Plain ASCII, “quotes” — dashes… №₽€ ёЁ ñ ß ğ Ω", ""),
        ("→ ✓ ☐ ★ ≤ ∥ ⮕ ⦁ ①", ""),
        ("打开“设置”，然后点击確認。 ひらがな カタカナ 한국어 ㎡ Ａ", ""),
        ("العربية עברית हिन्दी বাংলা ગુજરાતી ਪੰਜਾਬੀ ಕನ್ನಡ മലയാളം ଓଡ଼ିଆ தமிழ் తెలుగు සිංහල ไทย ລາວ မြန်မာ ខ្មែរ", ""),
        ("ქართული հայերեն አማርኛ Ελληνικά tiếng Việt", ""),
        ("😀 👍🏽 👨‍👩‍👧 🇩🇪 1️⃣ #⃣ ❤️‍🔥 🏴‍☠️ ©️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", ""),
        ("བོད a⠿", "བད⠿\u0f7c"),
        ("\u0301\u0300", ""),  # combining marks without a letter
        ("\u00a0\u202f\u2003\t\n\r\u2028", ""),
        ("\u200b\u200d\u2060\u00ad\ufeff\ufe0f\U000e0100", ""),
        ("\x00\x07\x1b\x1c\x7f", "\x00\x07\x1b\x1c\x7f"),
        ("\ue000\ud800\uffff", "\ue000\ud800\uffff"),
    ],
)
def test_undisplayable_names_the_characters_no_font_has(text: str, refused: str) -> None:
    """Exactly the characters that would make a sheet impossible; what shows nothing anyway is fine."""
    assert {one for one in typeface.undisplayable([text]) if len(one) == 1} == set(refused)


def test_a_letter_and_a_mark_that_no_font_has_together_are_refused() -> None:
    """Each of them can be shown; a sheet with both as one sign could not be made."""
    assert typeface.undisplayable(["א", "\u07eb"]) == frozenset()
    assert typeface.undisplayable(["א\u07eb"]) == frozenset({"א\u07eb"})


def test_pieces_are_the_characters_and_what_is_set_as_one() -> None:
    """In reading order, so that the first that is refused is where the author looks first."""
    text = "xe\u0301 1\ufe0f\u20e3👨\u200d👩!"
    assert list(typeface.pieces(text)) == [
        *["x", "e", "\u0301", "e\u0301", " "],
        *["1", "\ufe0f", "\u20e3", "1\ufe0f\u20e3"],
        *["👨", "\u200d", "👩", "👨\u200d👩", "!"],
    ]


def test_two_thousand_han_characters_are_asked_for_at_once() -> None:
    """A space in Chinese has so many; an import must not wait for them."""
    texts = ["".join(map(chr, range(0x6000, 0x6000 + 2000)))]
    started = time.process_time()
    typeface.undisplayable(texts)
    assert time.process_time() - started < 2
    again = time.process_time()
    typeface.undisplayable(texts)
    assert time.process_time() - again < 0.1


WITHOUT_THE_EXTRA = "import sys; sys.modules['justmytype_intl_cjk'] = None; from stepsheet.cli import main; main()"
GUIDE = """\
title: Visit
summary: A visit.
needs: none
sections:
  - {id: go, title: Go, steps: [{id: walk, do: Press 確認 and ⠕⠅.}, {id: look, do: Press ⠕⠅.}]}
"""


def test_without_the_extra_its_characters_are_refused_and_the_help_names_it(project: Any) -> None:
    """Only where the extra would help: the author is not told to install what does not have the character either."""
    project.write({"content/guides/visit/guide.yml": GUIDE})
    command = [sys.executable, "-c", WITHOUT_THE_EXTRA, "check"]
    run = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    said = [line for line in run.stdout.splitlines() if "S122" in line or line.startswith(("help: i", "help: w"))]
    where = "content/guides/visit/guide.yml:5:"
    assert said == [
        f"{where}54: error[S122 undisplayable-character]: no font of the printed sheet has the character '確' (U+78BA)",
        "help: install the fonts for Chinese, Japanese and Korean: pip install 'stepsheet[cjk]'",
        f"{where}88: error[S122 undisplayable-character]: no font of the printed sheet has the character '⠕' (U+2815)",
        "help: write it with other characters",
    ]
