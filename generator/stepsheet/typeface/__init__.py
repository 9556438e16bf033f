"""The typefaces of the paper sheet: where they come from, which is asked first, and what none of them can show.

Only what comes with the program or an extra of it: the fonts of the machine are never asked, so that the same guide
gives the same sheet everywhere.
"""

from stepsheet.typeface.coverage import pieces, undisplayable
from stepsheet.typeface.families import ARABIC, Family, families
from stepsheet.typeface.fonts import file, fonts, has_east_asian, is_east_asian, versions
from stepsheet.typeface.measure import Phrase, widths

__all__ = [
    "ARABIC",
    "Family",
    "Phrase",
    "families",
    "file",
    "fonts",
    "has_east_asian",
    "is_east_asian",
    "pieces",
    "undisplayable",
    "versions",
    "widths",
]
