"""Names of sheets: Excel takes 31 characters, some characters not, and no name twice."""

import re
from collections.abc import Iterable, Iterator

_LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def sheet_names(titles: Iterable[str]) -> Iterator[str]:
    """A name for each title, in order; what is too long is cut, what is there already gets a number."""
    taken = {"history"}  # Excel keeps it for itself
    for title in titles:
        name = _cut(" ".join(_REFUSED.sub(" ", title).split()).strip("'") or "-", _LONGEST)
        number = 2
        while name.lower() in taken:
            mark = f" ({number})"
            name, number = _cut(name.removesuffix(f" ({number - 1})"), _LONGEST - len(mark)) + mark, number + 1
        taken.add(name.lower())
        yield name


def _cut(name: str, length: int) -> str:
    """A name of so many UTF-16 code units, which is how Excel counts."""
    while len(name.encode("utf-16-le")) > 2 * length:
        name = name[:-1]
    return name.strip().strip("'")
