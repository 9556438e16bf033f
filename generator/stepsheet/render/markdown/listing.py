"""Code listings as fenced code (CommonMark 0.31.2, section 4.5)."""

import re

from stepsheet.model.blanks import folded


def listing(text: str, info: str = "") -> str:
    """A fence longer than any run of its mark in the text; `info` is what stands behind the opening fence."""
    mark = "~" if "`" in info else "`"
    longest = max(map(len, re.findall(f"{mark}+", text)), default=0)
    fence = mark * max(3, longest + 1)
    end = "" if not text or text.endswith("\n") else "\n"
    return f"{fence}{info}\n{text}{end}{fence}"


def language(name: str) -> str:
    """The name of a language, as written behind a fence."""
    return re.sub(r"[\\&]", r"\\\g<0>", folded(name))


def lines(text: str) -> str:
    """A listing with the line ends that Markdown has (section 2.1), so that its lines are the file's lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
