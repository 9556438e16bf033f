"""The checklist as a workbook (ECMA-376): an overview that counts, and a sheet for each section, its steps with states.

`overview` and `section` say what stands where, `looks` how it looks.
"""

from stepsheet.render.workbook.book import workbook

__all__ = ["workbook"]
