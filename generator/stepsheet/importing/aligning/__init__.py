"""A page in another language brought beside the guide it translates: by structure, never by likeness of words."""

from stepsheet.importing.aligning.guides import Aligned, Pair, align

__all__ = ["Aligned", "Pair", "align"]
