"""A guide as a table: one row for each thing to tick, with all that is said of it, and no markup.

Spreadsheets show it as it is; `rows` says what stands in which row, `words` how a text reads without its markup.
"""

from stepsheet.render.table.rows import Part, Row, holding, parts
from stepsheet.render.table.words import Words

__all__ = ["Part", "Row", "Words", "holding", "parts"]
