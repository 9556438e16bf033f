"""The font files, each from a package."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import typst

from stepsheet.errors import InternalError

# Distribution, package, folder in it. The order matters: of two files of one family the first is taken.
_BASE = (
    ("fontpkg-noto-sans", "fontpkg_noto_sans", "files"),
    ("fontpkg-ibm-plex-sans-arabic", "fontpkg_ibm_plex_sans_arabic", "files"),
    ("manimgx-fonts", "manimgx_fonts", ""),
)
_EXTRA = (("justmytype-intl-cjk", "justmytype_intl_cjk", "fonts"),)
# Hangul, kana, Han, and the punctuation and forms that go with them.
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef"
    "\U0001b000-\U0001b16f\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)


def is_east_asian(text: str) -> bool:
    """Whether a text has characters that are looked for in the East Asian fonts too."""
    return bool(_EAST_ASIAN.search(text))


def has_east_asian() -> bool:
    """Whether the extra with the East Asian fonts is installed."""
    return len(list(_folders(_EXTRA))) == len(_EXTRA)


def fonts(text: str) -> typst.Fonts:
    """The fonts that a text needs, loaded once: the East Asian ones, 50 MB, only for a text that asks for them."""
    return _loaded(is_east_asian(text))


def file(name: str) -> bytes:
    """A font file by its name. Raises InternalError when no package has it."""
    found = next((path for folder in _folders(_BASE) for path in folder.iterdir() if path.name == name), None)
    if found is None:
        raise InternalError(f"no package of fonts has {name}")
    return found.read_bytes()


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """The packages of fonts that are installed, and their versions."""
    return tuple((name, version(name)) for name, package, _ in (*_BASE, *_EXTRA) if find_spec(package))


@cache
def _loaded(wide: bool) -> typst.Fonts:
    folders = list(_folders((*_BASE, *_EXTRA) if wide else _BASE))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def _folders(packages: tuple[tuple[str, str, str], ...]) -> Iterator[Path]:
    """The folders of those packages that are installed."""
    for _, package, inner in packages:
        spec = find_spec(package)
        for location in (spec.submodule_search_locations if spec else None) or ():
            yield Path(location) / inner
