"""GitBook's tags as events: which of them hold something, which stand alone, and what becomes of those."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from stepsheet.importing.markup.directive import Directive
from stepsheet.importing.markup.events import End, Event, LeftOut, Origin, Ready, Said, Start
from stepsheet.importing.tree import Block, Download, Embed, Listing, PageLink, Unknown, Words

# These are opened for something to be inside, closed or not; any other tag only when its end follows.
PAIRED = frozenset(
    ["hint", "tabs", "tab", "stepper", "step", "columns", "column", "updates", "update", "prompt", "if", "for", "raw"]
)
_KINDS = {
    "hint": "hint",
    "tabs": "tabs",
    "tab": "tab",
    "stepper": "stepper",
    "step": "step",
    "content-ref": "page-link",
    "embed": "embed",
    "file": "download",
    "code": "captioned",
}
# Those in which words without a key mean nothing.
_SILENT = frozenset({"hint", "tabs", "tab", "stepper", "captioned"})
_ELSE = frozenset({"else", "elif", "elsif"})
# What of a tag is on the page; of any tag that is not here, everything.
_READ = {
    "columns": (),
    "column": (),
    "updates": (),
    "stepper": (),
    "step": ("title",),
    "update": ("date", "tags"),
    "prompt": ("description",),
}


def event(tag: Directive, line: int) -> Start | End:
    """A tag as it stands, before its neighbours are known."""
    if tag.closes:
        return End(line, Origin.DIRECTIVE, tag.name, tag.source)
    attributes = {**tag.attributes, "": tag.source, "rest": tag.rest}
    if tag.name == "tab" and tag.rest and "title" not in tag.attributes:
        attributes |= {"title": tag.rest, "rest": ""}
    return Start(line, Origin.DIRECTIVE, tag.name, _KINDS.get(tag.name, "group"), attributes, tag.said)


def settle(events: Iterable[Event]) -> list[Event]:
    """The events with every tag known for what it is: what stands alone is a block, what is raw is words."""
    given = list(events)
    alone = _alone(given)
    return list(_settled(given, alone))


def _alone(events: list[Event]) -> set[int]:
    """The indexes of the opening tags that nothing closes before the next of their name."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(events):
        if isinstance(item, Start) and item.origin is Origin.DIRECTIVE and item.name not in PAIRED:
            waiting[item.name].append(index)
        elif isinstance(item, End) and item.origin is Origin.DIRECTIVE and waiting[item.name]:
            waiting[item.name].pop()
    return {index for indexes in waiting.values() for index in indexes}


def _settled(events: list[Event], alone: set[int]) -> Iterator[Event]:
    raw = False
    for index, item in enumerate(events):
        if not isinstance(item, Start | End) or item.origin is not Origin.DIRECTIVE:
            yield item
        elif item.name == "raw":
            raw = isinstance(item, Start)
        elif raw:
            yield Said(item.line, item.attributes[""] if isinstance(item, Start) else item.said)
        elif isinstance(item, End):
            yield End(item.line, item.origin, item.name, f"{{% end{item.name} %}}")
        elif item.name in _ELSE:
            yield End(item.line, item.origin, "if", item.said)
            yield Start(item.line, item.origin, "if", "group", {**item.attributes, "what": item.name}, item.said)
        elif index in alone:
            yield Ready(item.line, standing_alone(item))
        else:
            yield item
            if item.kind in _SILENT and item.attributes["rest"]:
                yield LeftOut(item.line, f"{item.said} has words that say nothing there", item.attributes["rest"])


def standing_alone(tag: Start) -> Block:
    """What a tag is that holds nothing."""
    values = tag.attributes
    url = values.get("url") or values.get("src") or ""
    if tag.name == "page-ref" or (tag.name == "content-ref" and url):
        return PageLink(tag.line, values.get("page") or url)
    if tag.name == "file" and url:
        return Download(tag.line, url, said(values, ("caption", "name")))
    if tag.name.startswith("@mermaid") and "content" in values:
        return Listing(tag.line, values["content"], "mermaid")
    if url.startswith("http") and (tag.name == "embed" or tag.name.startswith("@")):
        return Embed(tag.line, url, said(values, ("caption", "title")))
    return Unknown(tag.line, tag.name, " ".join(_values(tag.name, values)))


def title(tag: Start) -> tuple[Words, ...]:
    """What a reader reads of a tag that holds something."""
    text = " ".join(_values(tag.attributes.get("what", tag.name), tag.attributes))
    return (Words(text),) if text else ()


def said(values: Mapping[str, str], keys: Iterable[str]) -> tuple[Words, ...]:
    """The first value there is under one of the keys, as words."""
    return next(((Words(values[key]),) for key in keys if values.get(key)), ())


def _values(name: str, values: Mapping[str, str]) -> Iterator[str]:
    keys = _READ.get(name)
    for key, value in values.items():
        if key not in {"", "what"} and value and (keys is None or key in keys or key == "rest"):
            yield value
