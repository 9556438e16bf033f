"""The pictures that a file shows, against those that it must show."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import unquote

from stepsheet.audit.faults import changed_data, lost_text
from stepsheet.diagnostics import Diagnostic, Location


def pictures(
    wanted: Sequence[tuple[str, str, Location]], addresses: Iterable[str], file: str, place: Location
) -> Iterator[Diagnostic]:
    """Pictures that are not shown in their order, and others; wanted are file name, what it is called, and where.

    `place` is that of the whole.
    """
    shown = [unquote(address).rpartition("images/")[2] for address in addresses]
    for first, last, begin, end in _differences([name for name, _, _ in wanted], shown):
        for _, called, at in wanted[first:last]:
            yield lost_text.part(at, "picture", called, file)
        near = wanted[min(first, len(wanted) - 1)][2] if wanted else place
        for name in shown[begin:end]:
            yield changed_data.unknown(near, f"the picture {name!r} at this place", file)


def _differences(wanted: list[str], shown: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """From where to where two lists differ, one by one when they are as long as each other."""
    if len(wanted) == len(shown):
        yield from ((at, at + 1, at, at + 1) for at, name in enumerate(wanted) if name != shown[at])
    else:
        order = SequenceMatcher(None, wanted, shown, autojunk=False)
        yield from ((a, b, c, d) for kind, a, b, c, d in order.get_opcodes() if kind != "equal")
