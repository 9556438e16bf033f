"""Where Chinese words end: they are written without spaces, and the search knows words alone.

The word list comes from the extra `cjk`. Without it, runs of Chinese characters stay whole, and only their beginnings
are found.
"""

import logging
import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec

_PACKAGE = "jieba"
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
BREAK = "\u200b"  # what Material puts between words, and takes out again when it shows them


def is_chinese(locale: str) -> bool:
    """Whether a locale is written so."""
    return locale.partition("-")[0] in {"zh", "yue"}


def is_known() -> bool:
    """Whether the word list is installed."""
    return find_spec(_PACKAGE) is not None


def ready() -> None:
    """Load the list, where there is one, without a word: the engine loads it, too, and is told where from."""
    if is_known():
        _cutter()


def segmented(text: str) -> str:
    """A text with a break around each Chinese word in it; breaks that it has already are made anew."""
    if not is_known() or not _HAN.search(text):
        return text
    whole = text.replace(BREAK, "")
    return _HAN.sub(lambda run: f"{BREAK}{BREAK.join(_cutter()(run[0]))}{BREAK}", whole).strip(BREAK)


@cache
def _cutter() -> Callable[[str], Iterable[str]]:
    package = import_module(_PACKAGE)
    package.setLogLevel(logging.WARNING)  # it tells of its word list on the standard error
    cut: Callable[..., Iterable[str]] = package.cut
    return partial(cut, HMM=False)  # words of the list alone: an invented one hides those in it
