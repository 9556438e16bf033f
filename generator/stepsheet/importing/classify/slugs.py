"""The anchors that GitBook and GitHub give to a heading, so that links to them still arrive.

GitBook: lower case, blanks as hyphens, punctuation dropped, letters of any script kept, `id-` before a digit.
GitHub: the same without the prefix, and neighbouring hyphens stay.
"""

import re

from anyascii import anyascii

from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.tree import Heading

_PUNCTUATION = re.compile(r"[^\w\- ]+")
_RUNS = re.compile("-{2,}")


def slug(words: str) -> str:
    """GitHub's anchor for a heading of these words."""
    return _PUNCTUATION.sub("", words.strip().lower()).replace(" ", "-")


def variants(heading: Heading) -> tuple[str, ...]:
    """Every anchor that a link to the heading may have, the likeliest first."""
    words = plain(heading.inlines)
    bases = (
        slug(words),
        slug(words.replace("&", " and ")),
        slug(re.sub(r"[./:_]", "-", words)),
        slug(anyascii(words)),
    )
    made: list[str] = [heading.anchor] if heading.anchor else []
    for base in bases:
        for form in (base, _RUNS.sub("-", base).strip("-")):
            made += [form, f"id-{form}"] if form[:1].isdigit() else [form]
    return tuple(dict.fromkeys(form for form in made if form))
