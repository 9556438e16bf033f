"""Blanks as Markdown and HTML fold them. Every other space of Unicode is a character that somebody chose.

Source: CommonMark 0.31.2, section 2.1; the HTML Standard, "ASCII whitespace".
"""

import re

BLANKS = " \t\r\n\f"
_RUN = re.compile(f"[{BLANKS}]+")


def folded(text: str) -> str:
    r"""A text on one line, its blanks as single spaces and none at its ends.

    >>> folded(" a \\n b\\u00a0")
    'a b\\xa0'
    """
    return _RUN.sub(" ", text).strip(BLANKS)
