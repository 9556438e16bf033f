"""The picture that stands where one could not be had: it says which one is missing, and why.

A guide with it builds at once, and rule S129 reminds of it until the real file is in its place. It has a ground of its
own, so that it is legible in the dark theme too, and no colours, so that it is on paper.
"""

import re
from xml.sax.saxutils import escape

from stepsheet.load.svg import PLACEHOLDER
from stepsheet.render.sheet.size import width

_NAME, _LINE, _LINES = 46, 76, 2  # in letters: what the width of the picture has room for
_TAIL = 14
# What no XML may hold (XML 1.0, section 2.2) or no font can show; what would turn the words around it.
_SENSELESS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\uf8ff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260" width="640" height="260" {mark}>
  <rect x="1" y="1" width="638" height="258" rx="8" fill="#f3f3f1" stroke="#6b6b6b" stroke-width="2" \
stroke-dasharray="8 6"/>
  <g fill="none" stroke="#4a4a4a" stroke-width="3" stroke-linejoin="round" stroke-linecap="round">
    <rect x="268" y="42" width="104" height="76" rx="6"/>
    <circle cx="296" cy="66" r="8"/>
    <path d="M274 112l28-30 18 18 16-16 30 28"/>
    <path d="M258 126L382 34" stroke="#f3f3f1" stroke-width="11"/>
    <path d="M258 126L382 34"/>
  </g>
  <g font-family="Noto Sans, system-ui, sans-serif" text-anchor="middle" fill="#1f1f1f">
{texts}
  </g>
</svg>
"""


def svg(name: str, reason: str) -> bytes:
    """The picture for a file `name` that is missing for a `reason`, one sentence or less. The same input, same bytes.

    Its words are the name of a file and a remark to the author: nothing to translate, and marked so.
    """
    texts = [_text(168, 20, 'font-weight="600"', _shortened(_clean(name)))]
    texts += [_text(204 + 24 * row, 15, "", line) for row, line in enumerate(_lines(_clean(reason)))]
    return _DRAWING.format(mark=f'{PLACEHOLDER[0]}="{PLACEHOLDER[1]}"', texts="\n".join(texts)).encode()


def _text(y: int, size: int, more: str, words: str) -> str:
    attributes = " ".join(filter(None, [f'x="320" y="{y}" font-size="{size}"', more, 'translate="no"']))
    return f"    <text {attributes}>{escape(words)}</text>"


def _clean(text: str) -> str:
    """A text without what no XML may hold or nothing can draw, its white space as a browser draws it."""
    return _SENSELESS.sub("\ufffd", _TURNING.sub("", " ".join(text.split())))


def _shortened(name: str) -> str:
    """A name cut in its middle: its beginning tells what it is, its end is the format."""
    if width(name) <= _NAME:
        return name
    return f"{_head(name, _NAME - _TAIL - 1)}…{_head(name[::-1], _TAIL)[::-1]}"


def _lines(text: str) -> list[str]:
    """A text in as many lines as there is room for; what is longer ends in an ellipsis."""
    lines: list[str] = []
    while text and len(lines) < _LINES:
        line = _head(text, _LINE)
        if line != text and " " in line and text[len(line)] != " ":
            line = line.rpartition(" ")[0]
        lines.append(line.strip())
        text = text[len(line) :].strip()
    return [*lines[:-1], f"{_head(lines[-1], _LINE - 1)}…"] if text else lines


def _head(text: str, room: int) -> str:
    """The beginning of a text that is not wider than so many letters."""
    return next((text[:end] for end in range(len(text), 0, -1) if width(text[:end]) <= room), "")
