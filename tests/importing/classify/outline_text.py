"""A draft as text, for people who read cases: one line for each thing, what belongs to it indented below it.

`#` is a section (once for each level), `1.` a step, `!` a warning, `=` a field, `?` an option, `+` a need, `@` a
picture, `:` a text, `$` code, `>` what follows the steps, `->` a page to go on with. Ids stand in `<…>`, conditions in
`{…}`, anchors in `(…)`; the report follows after `~`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from stepsheet.importing.draft import Draft, Line, PageRef, Prose, Src
from stepsheet.importing.tree import (
    Blocks,
    Break,
    CodeSpan,
    Emphasis,
    Icon,
    Inline,
    Inlines,
    Link,
    List,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Words,
)


def outline(draft: Draft) -> str:
    lines = [*_draft(draft), *_report(draft)]
    return "".join(f"{line}\n" for line in lines)


def anchors(draft: Draft) -> str:
    return "".join(f"{anchor} -> {target}\n" for anchor, target in draft.anchors.items())


def _draft(draft: Draft) -> Iterator[str]:
    if draft.data is None:
        yield f"a page: {spoken(draft.title)}"
        return
    data = draft.data
    yield f"{value(data['title'])} | {value(data['summary'])}"
    yield from (f"{key}: {data[key]}" for key in ("category", "tags") if key in data)
    yield from (f"+ {value(need['text'])} <{need['id']}>" for need in items(data, "needs"))
    for option in items(data, "options"):
        choices = ", ".join(f"{value(choice['label'])} <{choice['id']}>" for choice in option["choices"])
        yield f"? {value(option['ask'])} <{option['id']}> {choices}"
    yield from _told(data)
    for section in items(data, "sections"):
        yield f"{'#' * section.get('level', 1)} {value(section['title'])} <{section['id']}>{when(section)}"
        yield from indented(_told(section))
        for number, step in enumerate(items(section, "steps"), 1):
            yield from indented(_step(step, str(number)))
        yield from (f"  > {line}" for item in items(section, "after") for line in _item(item))
    yield from (f"-> {ref.href}" for ref in items(data, "next") if isinstance(ref, PageRef))


def _step(step: Mapping[str, Any], number: str) -> Iterator[str]:
    yield f"{number}. {value(step['do'])} <{step['id']}>{when(step)}"
    yield from indented(_told(step))
    for field in items(step, "fields"):
        entered = f" = {value(field['enter'])}" if "enter" in field else ""
        yield f"  = {value(field['label'])}{entered} <{field['id']}>{' secret' if field.get('secret') else ''}"
    for index, sub in enumerate(items(step, "steps"), 1):
        yield from indented(_step(sub, f"{number}.{index}"))


def _told(owner: Mapping[str, Any]) -> Iterator[str]:
    """Warnings and explanation."""
    for warning in items(owner, "warnings"):
        yield f"! {warning['kind']}: {value(warning['text'])} <{warning['id']}>"
        yield from indented(prose(warning.get("info")))
    yield from (f": {line}" for line in prose(owner.get("info")))
    yield from (f"{_picture(image)} <{image['id']}>" for image in items(owner, "images"))
    for item in items(owner, "body"):
        yield from _item(item)


def _item(item: Mapping[str, Any]) -> Iterator[str]:
    if "text" in item:
        first, *rest = prose(item["text"])
        yield f": {first} <{item['id']}>{when(item)}"
        yield from (f": {line}" for line in rest)
    elif "image" in item:
        yield f"{_picture(item['image'])} <{item['id']}>{when(item)}"
    else:
        code = item["code"]
        yield f"$ {code.get('language', '')}: {code['text']!r} <{item['id']}>{when(item)}"


def _picture(image: Mapping[str, Any]) -> str:
    alt = f" alt {image['alt']!r}" if "alt" in image else ""
    caption = f" caption {value(image['caption'])!r}" if "caption" in image else ""
    return f"@ {value(image['src'])}{alt}{caption}"


def _report(draft: Draft) -> Iterator[str]:
    for entry in draft.entries:
        found = entry.diagnostic
        text = f" | {entry.text}" if entry.text else ""
        yield f"~ {found.finding.location.line} {found.rule.name}: {found.finding.message}{text}"


def indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def items(owner: Mapping[str, Any], key: str) -> Any:
    return owner.get(key, ())


def when(owner: Mapping[str, Any]) -> str:
    return (
        f" {{{', '.join(f'{option}: {answer}' for option, answer in owner['when'].items())}}}"
        if "when" in owner
        else ""
    )


def value(leaf: object) -> str:
    assert isinstance(leaf, Line | Src), leaf
    return spoken(leaf.inlines) if isinstance(leaf, Line) else leaf.src


def prose(leaf: object) -> Iterator[str]:
    if leaf is not None:
        assert isinstance(leaf, Prose)
        yield from blocks(leaf.blocks)


def blocks(found: Blocks) -> Iterator[str]:
    for block in found:
        match block:
            case Paragraph(inlines=inlines):
                yield spoken(inlines)
            case List():
                for item in block.items:
                    first, *rest = blocks(item.blocks)
                    yield f"{f'{item.number}.' if block.ordered else '*'} {first}"
                    yield from (f"  {line}" for line in rest)
            case Listing():
                yield f"`{block.language}` {block.text!r}"
            case Quote(blocks=inner):
                yield from (f"> {line}" for line in blocks(inner))
            case Table():
                for row in (block.head, *block.rows):
                    yield f"| {' | '.join(' / '.join(blocks(cell)) for cell in row)} |"
            case Rule():
                yield "---"
            case _:
                raise AssertionError(block)


def spoken(inlines: Inlines) -> str:
    return "".join(map(_spoken, inlines))


def _spoken(inline: Inline) -> str:
    match inline:
        case Words(text=text):
            return text
        case CodeSpan(text=text):
            return f"`{text}`"
        case Strong(children=children):
            return f"**{spoken(children)}**"
        case Emphasis(children=children):
            return f"_{spoken(children)}_"
        case Link(href=href, children=children):
            return f"[{spoken(children)}]({href})"
        case Break():
            return " / "
        case Icon():
            raise AssertionError(inline)
