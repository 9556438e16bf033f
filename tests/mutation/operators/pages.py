"""The Markdown of each plain page: blocks, headings, links, pictures, hazards."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from ..mutant import Mutant
from ..project import Original
from ..splice import replaced

Change = tuple[tuple[int, int], str, str]  # the stretch of the file, what takes its place, what was done


def bodies(original: Original) -> Iterator[tuple[str, str, int]]:
    """Each page's file, its text, and where the Markdown begins."""
    for name in sorted(original.files):
        if name.endswith(".md"):
            text = original.text(name)
            yield name, text, text.index("\n---", 1) + len("\n---\n")


def blocks(text: str, begin: int) -> list[tuple[int, int]]:
    """Stretches between blank lines."""
    return [found.span() for found in re.finditer(r"\S(?:.|\n(?!\n))*", text[begin:])]


def _each(pattern: str, change: Callable[[re.Match[str]], str], what: str) -> Callable[[str], Iterator[Change]]:
    def changes(body: str) -> Iterator[Change]:
        for found in re.finditer(pattern, body, re.MULTILINE):
            yield found.span(), change(found), what.format(found[0][:40])

    return changes


def delete_block(body: str) -> Iterator[Change]:
    for span in blocks(body, 0):
        yield span, "", f"deleted {body[span[0] : span[0] + 20]!r}"


def double_block(body: str) -> Iterator[Change]:
    for begin, end in blocks(body, 0):
        yield (end, end), "\n\n" + body[begin:end], f"doubled {body[begin : begin + 20]!r}"


def swap_blocks(body: str) -> Iterator[Change]:
    found = blocks(body, 0)
    for (begin, end), (start, stop) in pairwise(found):
        new = body[start:stop] + body[end:start] + body[begin:end]
        yield (begin, stop), new, f"swapped {body[begin : begin + 20]!r}"


CHANGES = {
    "delete-block": delete_block,
    "double-block": double_block,
    "swap-blocks": swap_blocks,
    "change-block": _each(r"\w+[.:]$", lambda found: f"{found[0]} Ещё", "changed {!r}"),
    "delete-anchor": _each(r" \{#[\w-]+\}", lambda _: "", "deleted {!r}"),
    "rename-anchor": _each(r" \{#[\w-]+\}", lambda found: found[0].replace("}", "-two}"), "renamed {!r}"),
    "capitalize-anchor": _each(r" \{#[\w-]+\}", lambda found: found[0].upper(), "capitals in {!r}"),
    "mistype-reference-of-page": _each(r"\(#[\w:/.-]+", lambda found: found[0][:-1], "{!r} without its last letter"),
    "spoil-link-of-page": _each(r"\]\((?!images)[^)\s]+", lambda _: "](javascript:x", "spoiled {!r}"),
    "mistype-picture-of-page": _each(r"images/[\w.]+", lambda found: f"{found[0]}x", "mistyped {!r}"),
    "misplace-picture-of-page": _each(r"images/(?=[\w.]+)", lambda _: "", "left 'images/' out of {!r}"),
    "empty-alt-of-page": _each(r"!\[[^\]]+\]", lambda _: "![]", "emptied {!r}"),
    "mistype-alert": _each(r"\[!(\w+)\]", lambda found: f"[!{found[1]}S]", "mistyped {!r}"),
    "raise-heading": _each(r"^#(?=#)", lambda _: "", "a heading raised"),
    "put-html-into-page": _each(r"\w+\.$", lambda found: f"{found[0]} <b>x</b>", "HTML after {!r}"),
    "delete-mark-of-front-matter": lambda _: iter(()),
}


def _operator(name: str, changes: Callable[[str], Iterator[Change]]):
    def mutants(original: Original) -> Iterator[Mutant]:
        for file, text, begin in bodies(original):
            for (first, last), new, what in changes(text[begin:]):
                span = begin + first, begin + last
                made = replaced(text, span, new)
                if made != text:
                    line = text.count("\n", 0, span[0]) + 1
                    yield Mutant(name, file, line, what, {file: made.encode()}, span)

    return mutants


OPERATORS = {
    name: _operator(name, changes) for name, changes in CHANGES.items() if name != "delete-mark-of-front-matter"
}
