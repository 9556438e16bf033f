"""The pictures that a file shows, against those that it must show."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from urllib.parse import unquote

from stepsheet.audit.faults import changed_data, lost_text
from stepsheet.diagnostics import Diagnostic, Location


def pictures(
    wanted: Sequence[tuple[str, str, Location]], addresses: Iterable[str], file: str, place: Location
) -> Iterator[Diagnostic]:
    """Pictures that are not shown in their order, and others; wanted are file name, what it is called, and where."""
    shown = [unquote(address).rpartition("images/")[2] for address in addresses]
    order = SequenceMatcher(None, [name for name, _, _ in wanted], shown, autojunk=False)
    for _, first, last, begin, end in (one for one in order.get_opcodes() if one[0] != "equal"):
        for _, called, at in wanted[first:last]:
            yield lost_text.part(at, "picture", called, file)
        for name in shown[begin:end]:
            yield changed_data.unknown(place, f"the picture {name!r} at this place", file)
