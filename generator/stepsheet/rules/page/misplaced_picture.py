"""A page names a picture that is not in its images folder.

Why: pictures of pages lie in pages/images/; a picture of another site would tell that site who reads the page.
Bad:  ![The menu](https://pictures.example/menu.png)
Good: ![The menu](images/menu.png)
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.page import IMAGES, PageBook
from stepsheet.model.problem import shortened
from stepsheet.rules.context import Context

RULE = Rule("S137", "misplaced-picture", Severity.ERROR, since="0.1")


def check(page: PageBook, context: Context) -> Iterator[Finding]:
    """Each picture whose address does not begin with `images/`."""
    for text in context.page_texts(page):
        for picture in text.pictures:
            if not picture.src.startswith(IMAGES):
                message = f"the picture {shortened(picture.src)!r} is not in images/"
                yield Finding(
                    picture.place, message, "put the file into pages/images/ and write `images/` and its name"
                )
