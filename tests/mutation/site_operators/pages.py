"""The parts and texts of a guide's page: removed, doubled, moved, emptied, changed, translated back, unlabelled."""

from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise

from ..anchors import Anchors
from ..consequences import Spot
from ..html_tree import Element, Page, Words
from ..site import PREFIXES, BuiltSite, SiteMutant
from ..splice import Span, replaced

# The blocks of a page that belong to no part of the guide, and the keys of the guide that they tell.
OF_THE_GUIDE = {
    "ss-head": ("title", "summary", "time", "reviewed"),
    "ss-notice": (),
    "ss-needs": ("needs",),
    "ss-options": ("options",),
    "ss-outcome": ("outcome",),
    "ss-next": ("next",),
    "ss-colophon--files": (),
    "ss-colophon": ("source",),
    "ss-around": (),
}
Change = tuple[Span, str, str, tuple[Spot, ...]]  # the stretch, what takes its place, what was done, where it leads


def pages(site: BuiltSite) -> Iterator[tuple[str, Page, Page, Anchors]]:
    """Each guide's page in each locale, the same page in the other locale, and where it all comes from."""
    for bundle in site.bundles:
        path = f"guides/{bundle.id}/index.html"
        made = {locale: Page(site.files[prefix + path].decode()) for locale, prefix in PREFIXES.items()}
        for locale, prefix in PREFIXES.items():
            other = next(page for name, page in made.items() if name != locale)
            yield prefix + path, made[locale], other, Anchors(bundle, locale)


def parts(page: Page, anchors: Anchors) -> Iterator[Element]:
    """The elements that stand for parts of the model."""
    return (one for one in page.elements if one.id in anchors.parts)


def owner(element: Element, page: Page, anchors: Anchors) -> tuple[Spot, ...]:
    """The part around an element, else what it tells of the guide, else the part before it, else the guide."""
    around = list(element.ancestors())
    for one in around:
        for name in (one.id, one.attributes.get("data-ss-section", "")):
            if name in anchors.parts:
                return anchors.part(name)
    names = {name for one in around for name in one.attributes.get("class", "").split()}
    told = next((keys for name, keys in OF_THE_GUIDE.items() if name in names), None)
    if told is not None:
        return anchors.keys(*told)
    before = [one for one in parts(page, anchors) if one.begin < element.begin]
    return anchors.part(before[-1].id) if before else anchors.whole


def remove_part(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in parts(page, anchors):
        yield (one.begin, one.end), "", f"{one.id!r} removed", anchors.part(one.id)


def double_part(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in parts(page, anchors):
        yield (one.end, one.end), page.text[one.begin : one.end], f"{one.id!r} doubled", anchors.part(one.id)


def swap_parts(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in parts(page, anchors):
        after = one.next
        if after and after.id in anchors.parts and one.tag == after.tag:
            gap = page.text[one.end : after.begin]
            new = page.text[after.begin : after.end] + gap + page.text[one.begin : one.end]
            spots = (*anchors.part(one.id), *anchors.part(after.id))
            yield (one.begin, after.end), new, f"{one.id!r} and {after.id!r} swapped", spots


def rename_part(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in parts(page, anchors):
        begin = page.text.index(f'id="{one.id}"', one.begin)
        yield (begin, begin + len(one.id) + 5), f'id="{one.id}-two"', f"{one.id!r} renamed", anchors.part(one.id)


def double_id(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    every = list(parts(page, anchors))
    for one, other in pairwise(every):
        begin = page.text.index(f'id="{other.id}"', other.begin)
        spots = (*anchors.part(one.id), *anchors.part(other.id))
        yield (begin, begin + len(other.id) + 5), f'id="{one.id}"', f"{one.id!r} twice", spots


def _passage(element: Element, page: Page, anchors: Anchors) -> Iterator[Spot]:
    """The texts and parts that stand under the same condition as an element; a passage of text has no id of its own."""
    for case in (one for one in element.ancestors() if one.attributes.get("class") == "ss-case"):
        inside = [one for one in page.elements if case.begin < one.begin < case.end]
        bodies = {id(one) for one in inside if one.attributes.get("class") == "ss-case__body"}
        told = [words for words in page.article if any(id(one) in bodies for one in words.holder.ancestors())]
        yield from (
            spot for words in told if case.begin < words.begin < case.end for spot in anchors.saying(words.text)
        )
        yield from (spot for one in inside for spot in anchors.part(one.id))


def _where(words: Words, page: Page, anchors: Anchors) -> tuple[Spot, ...]:
    passage = _passage(words.holder, page, anchors)
    return (*anchors.saying(words.text), *passage, *owner(words.holder, page, anchors))


def _says_something(text: str) -> bool:
    """Whether there is a word in a text. Signs alone, such as that of a heading's own link, tell a reader nothing."""
    return any(one.isalnum() for one in unescape(text))


def empty_words(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for words in (one for one in page.article if _says_something(one.text)):
        yield (words.begin, words.end), "", f"{words.text[:40]!r} emptied", _where(words, page, anchors)


def change_words(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for words in page.article:
        yield (words.end, words.end), " Abrakadabra", f"{words.text[:40]!r} changed", _where(words, page, anchors)


def translate_words_back(page: Page, other: Page, anchors: Anchors) -> Iterator[Change]:
    theirs = other.article
    for words, foreign in zip(page.article, theirs, strict=False) if len(theirs) == len(page.article) else ():
        if foreign.text.strip() != words.text.strip() and foreign.text.strip():
            what = f"{words.text[:40]!r} made {foreign.text[:40]!r}"
            yield (words.begin, words.end), foreign.text, what, _where(words, page, anchors)


def remove_box(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in page.elements:
        if one.tag == "input" and one.attributes.get("type") == "checkbox" and one.id.startswith("tick:"):
            yield (one.begin, one.end), "", f"the box {one.id!r} removed", owner(one, page, anchors)


def tear_label(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in page.elements:
        if one.tag == "label" and one.attributes.get("for", "").startswith("tick:"):
            tag = page.text[one.begin : one.opened].replace('for="tick:', 'for="tick:x')
            yield (
                (one.begin, one.opened),
                tag,
                f"the label of {one.attributes['for']!r} torn off",
                owner(one, page, anchors),
            )


def misdirect_label(page: Page, _: Page, anchors: Anchors) -> Iterator[Change]:
    for one in page.elements:
        named = one.attributes.get("aria-labelledby", "")
        if one.tag == "input" and named:
            tag = page.text[one.begin : one.opened].replace(f'aria-labelledby="{named}"', 'aria-labelledby="nobody"')
            yield (one.begin, one.opened), tag, f"the name of {one.id!r} taken", owner(one, page, anchors)


def _operator(name: str, changes: Callable[[Page, Page, Anchors], Iterator[Change]]):
    def mutants(site: BuiltSite) -> Iterator[SiteMutant]:
        for path, page, other, anchors in pages(site):
            for span, new, what, spots in changes(page, other, anchors):
                made = replaced(page.text, span, new)
                if made != page.text:
                    yield SiteMutant(name, path, what, {path: made.encode()}, spots)

    return mutants


_CHANGES = (
    remove_part,
    double_part,
    swap_parts,
    rename_part,
    double_id,
    empty_words,
    change_words,
    translate_words_back,
    remove_box,
    tear_label,
    misdirect_label,
)
OPERATORS = {
    f"page-{one.__name__.replace('_', '-')}": _operator(f"page-{one.__name__.replace('_', '-')}", one)
    for one in _CHANGES
}
