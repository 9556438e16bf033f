"""The words of a guide's page, each with the part of the guide it stands in, as a reader meets them.

A part is what has the id path of one as its `id`; a section is its heading and the block that names it. What stands in
a part within a part belongs to the inner one. The alt text of a picture is words, a drawing of an icon is not.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from stepsheet.audit.flow import Flow, Setting
from stepsheet.audit.wording import words

_INLINE = frozenset(
    "a abbr b bdi bdo cite code em i kbd label mark q s samp small span strong sub sup time u var".split()  # noqa: SIM905 - a list to read
)
_SILENT = frozenset({"svg", "script", "style", "template", "button", "noscript"})
SECTION = "data-ss-section"
CONTENT = "article"
DEEP = 200  # levels of elements; a page of ours has some 30


@dataclass(slots=True)
class PageText:
    """What a page says.

    `flows` by the id path of the part, "" for the guide; `order` the id paths as they come, one for each element that
    has it; `parents` the part around each; `begins` the offset in the flow of its parent at which a part stands.
    """

    flows: dict[str, Flow] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    begins: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    known: AbstractSet[str]
    made: PageText
    runs: dict[str, list[tuple[str, Setting]]] = field(default_factory=dict)
    open: dict[str, list[tuple[str, Setting]]] = field(default_factory=dict)

    def read(self, node: LexborNode, owner: str, setting: Setting, depth: int = 0) -> None:
        """Everything below a node; what is nested deeper than any page of ours is not looked into."""
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self._say(owner, child.text_content or "", setting)
            elif child.tag not in _SILENT and child.tag != "_comment" and depth < DEEP:
                self._element(child, owner, setting, depth)

    def _element(self, node: LexborNode, owner: str, setting: Setting, depth: int) -> None:
        inner, inside = self._owner(node, owner), _setting(node, setting)
        if node.tag not in _INLINE or inner != owner:
            self.end(owner)
        if node.tag == "img":
            self._say(inner, f" {node.attributes.get('alt') or ''} ", inside)
        self.read(node, inner, inside, depth + 1)
        if node.tag not in _INLINE or inner != owner:
            self.end(inner)

    def _owner(self, node: LexborNode, owner: str) -> str:
        attributes = node.attributes
        name = attributes.get("id") or ""
        if name in self.known:
            self.made.order.append(name)
            self.made.parents.setdefault(name, owner)
            self.end(owner)
            self.made.begins.setdefault(name, len(self.runs.get(owner, ())))
            return name
        section = attributes.get(SECTION) or ""
        return section if section in self.known else owner

    def _say(self, owner: str, text: str, setting: Setting) -> None:
        self.open.setdefault(owner, []).append((text, setting))

    def end(self, owner: str) -> None:
        """The end of a line or block: what is said next begins with a new word."""
        said = self.open.pop(owner, None)
        if said:
            self.runs.setdefault(owner, []).extend(_divided(said))


def _divided(said: list[tuple[str, Setting]]) -> Iterator[tuple[str, Setting]]:
    """Runs of text cut between words only: a word that is half bold is one word."""
    carried, setting = "", Setting()
    for text, own in said:
        if carried and _is_one_word(carried, text):
            head, blank, tail = _cut(text)
            carried += head
            if not blank:
                continue
            yield carried, setting
            carried, setting = tail, own
        else:
            if carried:
                yield carried, setting
            carried, setting = text, own
    if carried:
        yield carried, setting


_REACH = 8  # characters of which one at least is no invisible one


def _is_one_word(text: str, more: str) -> bool:
    """Whether the last word of a text goes on in another: not at a blank, nor at a mark, nor between ideographs."""
    end, begin = text[-_REACH:], more[:_REACH]
    return len(words(end + begin)) < len(words(end)) + len(words(begin))


def _cut(text: str) -> tuple[str, str, str]:
    """A text before its first blank, the blank, the rest."""
    for index, one in enumerate(text):
        if one.isspace():
            return text[:index], one, text[index + 1 :]
    return text, "", ""


def _setting(node: LexborNode, around: Setting) -> Setting:
    attributes = node.attributes
    changes: dict[str, str | bool] = {}
    if attributes.get("lang"):
        changes["lang"] = attributes["lang"] or ""
    if attributes.get("data-state"):
        changes["state"] = attributes["data-state"] or ""
    if node.tag == "a":
        changes["href"] = attributes.get("href") or ""
    if "hidden" in attributes:
        changes["hidden"] = True
    return replace(around, **changes) if changes else around  # type: ignore[arg-type]


def page_text(page: LexborHTMLParser, known: AbstractSet[str], locale: str) -> PageText:
    """The words of a page; `known` are the id paths of the guide's parts, `locale` the page's language."""
    made = PageText()
    article = page.css_first(CONTENT)
    if article is None:
        return made
    reader = _Reader(known, made)
    reader.read(article, "", Setting(lang=locale))
    for owner in list(reader.open):
        reader.end(owner)
    made.flows = {owner: Flow.of(runs) for owner, runs in reader.runs.items()}
    offsets = {owner: _offsets(runs) for owner, runs in reader.runs.items()}
    made.begins = {name: offsets.get(made.parents[name], [0])[run] for name, run in made.begins.items()}
    return made


def _offsets(runs: list[tuple[str, Setting]]) -> list[int]:
    """Where each run begins in the flow, and where the last one ends."""
    return list(accumulate((len("".join(words(text))) for text, _ in runs), initial=0))
