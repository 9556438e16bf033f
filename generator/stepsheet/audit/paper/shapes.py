"""What is drawn on a sheet, told apart by its measures: boxes to tick and lines to write on."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]  # left, bottom, right, top in points

_MM = 72 / 25.4
_SMALLEST, _LARGEST = 3 * _MM, 5 * _MM  # the sides of a box to tick, its outline on both sides included
_EVEN = 0.5  # points by which the sides of a square may differ
_SIDES = 4
_SHORTEST = 25 * _MM  # what is shorter is no line to write on
_THICKEST = 1.0
_CELL = 7 * _MM + 0.6  # the height of a box for a part of a date, its outline included


def box(thing: Any) -> Box:
    """The place of a thing on the page, its outline included."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def is_rule(place: Box) -> bool:
    """Whether a thing of that size is a line across some of the page."""
    left, bottom, right, top = place
    return right - left > _SHORTEST and top - bottom <= _THICKEST


def is_cell(place: Box) -> bool:
    """Whether a thing of that size is a box for one part of a date."""
    left, bottom, right, top = place
    return abs(top - bottom - _CELL) < 1 and _CELL < right - left < _SHORTEST


def is_tick(thing: Any, place: Box) -> bool:
    """Whether a path is an empty square with straight sides: a ring among the signs is as large."""
    left, bottom, right, top = place
    width, height = right - left, top - bottom
    if not (_SMALLEST <= width <= _LARGEST and abs(width - height) <= _EVEN):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
    return not fill.value and bool(stroke.value) and _straight(thing) >= _SIDES - 1


def _straight(path: Any) -> int:
    """How many straight sides a path has, one that closes it not counted."""
    segments = (pdfium.FPDFPath_GetPathSegment(path, index) for index in range(pdfium.FPDFPath_CountSegments(path)))
    return sum(1 for one in segments if pdfium.FPDFPathSegment_GetType(one) == pdfium.FPDF_SEGMENT_LINETO)
