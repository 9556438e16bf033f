"""A run of words to paragraphs and figures: a picture that has a line for itself is a figure."""

from collections.abc import Iterator, Sequence

from stepsheet.importing.markup.spans import Picture, is_blank, is_picture, joined, pictures, settled, trimmed
from stepsheet.importing.tree import Break, Figure, Icon, Inline, Inlines, Paragraph, Words

Line = tuple[int, list[Inline]]


def divide(line: int, inlines: Inlines) -> Iterator[Paragraph | Figure]:
    """The paragraphs and figures of a run that begins on a line."""
    if not any(map(is_picture, inlines)):
        yield from _words(line, inlines)
        return
    lines = list(_lines(line, joined(inlines)))
    whole = all(_is_figure(spans, small=True) for _, spans in lines if not _is_empty(spans))
    words: list[Line] = []
    for number, spans in lines:
        if _is_figure(spans, small=whole):
            yield from _paragraph(words)
            words = []
            yield from _figures(number, spans)
        else:
            words.append((number, spans))
    yield from _paragraph(words)


def _words(line: int, inlines: Inlines) -> Iterator[Paragraph]:
    """The paragraph of a run without pictures that stand alone: most runs are one."""
    for inline in inlines:
        if not is_blank(inline):
            blank = inline.text[: -len(inline.text.lstrip())] if isinstance(inline, Words) else ""
            yield Paragraph(line + blank.count("\n"), settled(trimmed(inlines)))
            return
        line += inline.text.count("\n") if isinstance(inline, Words) else 0


def _lines(line: int, inlines: Inlines) -> Iterator[Line]:
    """The lines of a run: each begins with the mark that ended the one before."""
    spans: list[Inline] = []
    for inline in inlines:
        parts = inline.text.split("\n") if isinstance(inline, Words) else [""]
        if isinstance(inline, Break):
            yield line, spans
            spans = [inline]
            continue
        if not isinstance(inline, Words):
            spans.append(inline)
            continue
        for index, part in enumerate(parts):
            if index:
                yield line, spans
                line += 1
                spans = [Words("\n")]
            spans.append(Words(part))
    yield line, spans


def _is_empty(spans: Sequence[Inline]) -> bool:
    return all(is_blank(span) for span in spans)


def _is_figure(spans: Sequence[Inline], *, small: bool) -> bool:
    seen = [span for span in spans if not is_blank(span)]
    if not seen or not all(is_picture(span) for span in seen):
        return False
    return small or not any(isinstance(icon, Picture) and icon.small for span in seen for icon, _ in pictures(span))


def _figures(line: int, spans: Sequence[Inline]) -> Iterator[Figure]:
    for span in spans:
        for icon, href in pictures(span):
            yield figure(icon, line, href)


def figure(icon: Icon, line: int, href: str = "") -> Figure:
    """A picture that stands alone."""
    caption = (Words(icon.title),) if icon.title else ()
    return Figure(icon.line if isinstance(icon, Picture) else line, icon.src, icon.alt, caption, href, icon.dark)


def _paragraph(lines: Sequence[Line]) -> Iterator[Paragraph]:
    kept = [line for line in lines if not _is_empty(line[1])]
    if kept:
        inlines = trimmed(joined(span for _, spans in lines for span in spans))
        yield Paragraph(kept[0][0], settled(inlines))
