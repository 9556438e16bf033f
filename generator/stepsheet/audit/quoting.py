"""Texts in a message: on one line, the long ones cut."""

LONG = 60  # characters


def quoted(text: str) -> str:
    """A text in quotation marks.

    >>> quoted("Press “OK”.")
    '"Press “OK”."'
    """
    line = " ".join(text.split())
    return f'"{line if len(line) <= LONG else line[: LONG - 1].rstrip() + "…"}"'
