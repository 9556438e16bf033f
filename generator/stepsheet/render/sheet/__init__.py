"""The checklist on paper: a guide in one locale, typeset by Typst as a tagged PDF.

`data` says what stands on the sheet, in words and numbers; `templates/sheet/` says how it looks; `typesetter` joins the
two. The sheet is a *read-do* list in the sense of Gawande and Boorman, "A checklist for checklists" (2010).
"""

from stepsheet.render.sheet.typesetter import Typesetter

__all__ = ["Typesetter"]
