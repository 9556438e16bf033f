"""Pictures as a guide has them: an alternative text only where the source really says what is to be seen."""

import re
from collections.abc import Iterator
from itertools import pairwise

from stepsheet.importing.classify import ids
from stepsheet.importing.classify.inlines import flat, plain
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.draft import Line, Src
from stepsheet.importing.tree import Block, Figure, Inlines, Link, Paragraph, Words

_NAMELESS = re.compile(
    r"(?:image|img|picture|pic|photo|screenshot|screen ?shot|screen|untitled|undefined|null|alt|alt text|figure|file|"
    r"изображение|картинка|скриншот|снимок экрана|imagen|imagem|bild|immagine|capture d’écran|captura de pantalla|"
    r"图片|图像|画像|スクリーンショット|이미지|صورة)?[\W\d_]*(?:png|jpe?g|gif|webp|svg)?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{3}")
_SIGNS = re.compile(r"[\d_.-]")
LONG_NAME = 14
MIN_CHANGES = 3
_PICTURE = re.compile(r"[.](?:png|jpe?g|gif|webp|svg|bmp|avif)$", re.IGNORECASE)
_LIKE_A_FILE = re.compile(r"[^\s]+[.](?:png|jpe?g|gif|webp|svg|bmp)", re.IGNORECASE)


def picture(figure: Figure, notes: Notes) -> dict[str, object]:
    """The picture without an id."""
    made: dict[str, object] = {"src": Src(figure.line, figure.src)}
    alt = _alt(figure, notes)
    if alt:
        made["alt"] = alt
    if plain(figure.caption):
        made["caption"] = Line(figure.line, flat(figure.caption))
    if figure.dark and figure.dark != figure.src:
        notes.left(figure.line, "pictures for dark pages", figure.dark)
    return made


def link(figure: Figure, notes: Notes) -> Iterator[Block]:
    """Where a click on the picture leads, as a paragraph below it; nothing when it leads to a picture."""
    if not figure.href:
        return
    if figure.href == figure.src or _PICTURE.search(figure.href.partition("?")[0]):
        notes.left(figure.line, "links from pictures to pictures", figure.href)
        return
    words: Inlines = (Words(figure.href),)
    yield Paragraph(figure.line, (Link(figure.href, words),))


def name(figure: Figure) -> str:
    """The words to make an id from: the file's name, unless it only counts."""
    stem = ids.of_file(figure.src)
    if _NAMELESS.fullmatch(stem) or not _WORDS.search(stem) or _is_code(stem):
        return plain(figure.caption) or (figure.alt or "")
    return stem


def _is_code(stem: str) -> bool:
    """Whether a name was made by a machine: one long word in which digits or capitals stand anywhere."""
    changes = sum(before.islower() and not after.islower() for before, after in pairwise(stem))
    return len(stem) >= LONG_NAME and changes >= MIN_CHANGES and " " not in stem and "-" not in stem[1:-1]


def _alt(figure: Figure, notes: Notes) -> str:
    alt = " ".join((figure.alt or "").split())
    if not alt:
        return ""
    stem = ids.of_file(figure.src)
    if _NAMELESS.fullmatch(alt) or _LIKE_A_FILE.fullmatch(alt) or alt == stem or _is_slug_of(alt, stem):
        notes.left(figure.line, "alternative texts that only name the file", alt)
        return ""
    return alt


def _is_slug_of(alt: str, stem: str) -> bool:
    """Whether a text is the name in other signs, and no word that somebody wrote."""
    return _folded(alt) == _folded(stem) and _SIGNS.search(alt) is not None and " " not in alt


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
