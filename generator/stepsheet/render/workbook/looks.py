"""How a workbook looks: few formats, all of them legible on a black and white printer."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
_INK, _QUIET, _ACCENT = "#16181D", "#5A6270", "#174A7C"


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one workbook."""

    title: Format
    heading: Format
    quiet: Format
    wrapped: Format
    header: Format
    cell: Format
    action: Format
    number: Format
    state: Format
    hazard: Format
    told: Format
    link: Format
    done: Format
    unneeded: Format


def looks(book: Workbook) -> Looks:
    """The formats, made in a workbook."""
    make = book.add_format
    return Looks(
        title=make({"bold": True, "font_size": 16, "font_color": _INK}),
        heading=make({"bold": True, "font_size": 12, "font_color": _INK}),
        quiet=make({"font_color": _QUIET}),
        wrapped=make({"text_wrap": True, "valign": "top"}),
        header=make({**_CELL, "bold": True, "bg_color": "#E8EDF3", "bottom": 2, "valign": "vcenter"}),
        cell=make(_CELL),
        action=make({**_CELL, "bold": True}),
        number=make({**_CELL, "align": "center"}),
        state=make({**_CELL, "locked": False}),
        hazard=make({**_CELL, "bg_color": "#FFF3D6"}),
        told=make({**_CELL, "bg_color": "#F7F8FA"}),
        link=make({**_CELL, "align": "center", "font_color": _ACCENT, "underline": 1}),
        done=make({"font_color": _QUIET, "bg_color": "#E3F3E6"}),
        unneeded=make({"font_color": _QUIET, "italic": True, "bg_color": "#F0F0F0"}),
    )
