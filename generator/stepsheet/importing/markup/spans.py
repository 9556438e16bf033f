"""Spans of a line on their way into the tree: joined, trimmed, their pictures found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stepsheet.importing.tree import Break, CodeSpan, Emphasis, Icon, Inline, Inlines, Link, Strong, Words


@dataclass(frozen=True, slots=True)
class Picture(Icon):
    """A picture of which nobody has said yet whether it stands within a line."""

    line: int = 1
    small: bool = False


_NOTHING = Words("")


def joined(inlines: Iterable[Inline]) -> Inlines:
    """The spans, words beside words made one."""
    given = tuple(inlines)
    if len(given) == 1:
        return () if given[0] == _NOTHING else given
    made: list[Inline] = []
    words: list[str] = []
    for inline in given:
        if isinstance(inline, Words):
            words.append(inline.text)
            continue
        if words and (text := "".join(words)):
            made.append(Words(text))
        words.clear()
        made.append(inline)
    if words and (text := "".join(words)):
        made.append(Words(text))
    return tuple(made)


def hoisted(inlines: Inlines) -> tuple[Inlines, Inlines, Inlines]:
    """What of some spans must stand before and after the mark around them, since it is blank; and the rest."""
    first, last = 0, len(inlines)
    while first < last and is_blank(inlines[first]):
        first += 1
    while last > first and is_blank(inlines[last - 1]):
        last -= 1
    inner = list(inlines[first:last])
    before, after = list(inlines[:first]), list(inlines[last:])
    if inner and isinstance(inner[0], Words):
        text = inner[0].text
        inner[0] = Words(text.lstrip())
        before.append(Words(text[: len(text) - len(text.lstrip())]))
    if inner and isinstance(inner[-1], Words):
        text = inner[-1].text
        inner[-1] = Words(text.rstrip())
        after.insert(0, Words(text[len(text.rstrip()) :]))
    return joined(before), tuple(inner), joined(after)


def trimmed(inlines: Inlines) -> Inlines:
    """The spans without blanks and breaks at either end."""
    return hoisted(inlines)[1]


def is_blank(inline: Inline) -> bool:
    """Whether nothing of it is seen."""
    return isinstance(inline, Break) or (isinstance(inline, Words) and not inline.text.strip())


def settled(inlines: Iterable[Inline]) -> Inlines:
    """The spans as the tree has them: line ends are blanks, none beside a break; pictures are within the line."""
    made = [*joined(_settled(inline) for inline in inlines)]
    for index, inline in enumerate(made):
        if isinstance(inline, Words):
            text = inline.text.lstrip() if index and isinstance(made[index - 1], Break) else inline.text
            broken = index + 1 < len(made) and isinstance(made[index + 1], Break)
            made[index] = Words(text.rstrip() if broken else text)
    return joined(made)


def _settled(inline: Inline) -> Inline:
    match inline:
        case Words(text=text):
            return Words(text.replace("\n", " "))
        case Picture():
            return Icon(inline.src, inline.alt, inline.title, inline.dark)
        case Strong() | Emphasis() | Link():
            return replace(inline, children=settled(inline.children))
        case _:
            return inline


def spoken(inlines: Iterable[Inline]) -> str:
    """The words of some spans, with the code among them."""
    return "".join(_spoken(inline) for inline in inlines)


def _spoken(inline: Inline) -> str:
    match inline:
        case Words(text=text) | CodeSpan(text=text):
            return text
        case Strong() | Emphasis() | Link():
            return spoken(inline.children)
        case Break():
            return "\n"
        case _:
            return ""


def pictures(inline: Inline, href: str = "") -> Iterator[tuple[Icon, str]]:
    """The pictures in a span, and where a click on each leads."""
    match inline:
        case Icon():
            yield inline, href
        case Strong() | Emphasis():
            for child in inline.children:
                yield from pictures(child, href)
        case Link():
            for child in inline.children:
                yield from pictures(child, inline.href)
        case _:
            pass


def is_picture(inline: Inline) -> bool:
    """Whether a span is pictures and nothing else."""
    match inline:
        case Icon():
            return True
        case Strong() | Emphasis() | Link():
            seen = [child for child in inline.children if not is_blank(child)]
            return bool(seen) and all(is_picture(child) for child in seen)
        case _:
            return False
