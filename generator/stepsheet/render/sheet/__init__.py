"""The checklist on paper: a guide in one locale, typeset by Typst as a tagged PDF.

`data` says what stands on the sheet, in words and numbers; `templates/sheet/` says how it looks; `typesetter` joins the
two. `order` says which forms there are.
"""

from stepsheet.render.sheet.order import Form, Order
from stepsheet.render.sheet.tailoring import answers
from stepsheet.render.sheet.typesetter import Typesetter

__all__ = ["Form", "Order", "Typesetter", "answers"]
