"""Text of a page → block tree: Markdown of several flavours, with the HTML and the tags that people write in it."""

from stepsheet.importing.markup.page import parse

__all__ = ["parse"]
