"""What a sheet says, as words one after another, and what it must say."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import zip_longest

from stepsheet.audit.claims import Claim, Claims
from stepsheet.audit.flow import Flow, Setting
from stepsheet.audit.paper import leftward
from stepsheet.audit.paper.sheet import Run, Sheet
from stepsheet.audit.wording import bare, words
from stepsheet.model import prose
from stepsheet.model.body import BodyItem, Image, Mark
from stepsheet.model.element import Element, Message
from stepsheet.model.text import Kind

# Hebrew, Arabic and their neighbours, with the forms that PDFium may give instead of letters.
_LEFTWARD = re.compile("[\u05d0-\u08c9\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001ee7f]")
_TOUCHING = 3.0  # points between the ink of two letters of one word; a blank is part of its run
STALE = "†"  # what stands behind a text that has changed since it was translated
_OUTSIDE = ("https://", "http://", "mailto:")

spelled = lru_cache(maxsize=65536)(bare)


@dataclass(slots=True)
class SheetText:
    """The words of a sheet. `runs` are those they stand in; `marks` where marks of old and foreign texts stand."""

    flow: Flow = field(default_factory=Flow)
    runs: list[Run] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def run(self, offset: int) -> Run:
        """The run that the word at an offset stands in."""
        return self.runs[self.flow.starts.index(offset)]


def text_of(sheet: Sheet, locales: tuple[str, ...], *, from_right: bool) -> SheetText:
    """The words of a sheet in reading order; `locales` are those its texts may be in.

    Of a sheet `from_right` to left these are the words that `leftward` knows; another says its own alone.
    """
    made, at, parts = SheetText(), 0, []
    names = {tag(locale): locale for locale in reversed(locales)}
    marks = {locale.upper() for locale in locales} | {STALE}
    runs = leftward.ordered(sheet.runs) if from_right else [run for run in sheet.runs if not is_leftward(run.text)]
    for text, run in _joined(runs, leftward.touch if from_right else _touch):
        if text.strip() in marks:
            made.marks.append((at, text.strip()))
        setting = Setting(lang=names.get(run.lang, run.lang))
        for word in leftward.tokens(text) if from_right else filter(None, map(spelled, words(text))):
            made.flow.starts.append(at)
            made.flow.settings.append(setting)
            made.runs.append(run)
            parts.append(word)
            at += len(word)
    made.flow.text = "".join(parts)
    return made


def _joined(runs: Sequence[Run], touch: Callable[[Run, Run], bool]) -> Iterator[tuple[str, Run]]:
    """Runs that touch are one text: a number may be set in two fonts, a long word in pieces."""
    text, first = "", None
    for run, after in zip_longest(runs, runs[1:]):
        text, first = text + run.text, first or run
        if after is None or _are_parted(run, after) or not touch(run, after):
            yield text, first
            text, first = "", None


def _are_parted(run: Run, after: Run) -> bool:
    is_blank = run.text[-1:].isspace() or after.text[:1].isspace()
    return is_blank or run.page != after.page or run.lang != after.lang


def _touch(run: Run, after: Run) -> bool:
    (_, bottom, right, top), (left, low, _, high) = run.box, after.box
    return -_TOUCHING < left - right < _TOUCHING and low < top and bottom < high


def is_leftward(text: str) -> bool:
    """Whether a text has letters of a script that runs from right to left."""
    return bool(_LEFTWARD.search(text))


def letters(text: str) -> Counter[str]:
    """The letters and digits of a text, counted: of words from right to left PDFium gives the order on paper."""
    return Counter(filter(str.isalnum, bare(text)))


def tag(locale: str) -> str:
    """A locale as the typesetter can say it: language and region, no script."""
    first, *rest = locale.split("-")
    region = next((part for part in rest if len(part) == 2), "TW" if "Hant" in rest else "")  # noqa: PLR2004
    return f"{first}-{region}" if region else first


def claimed(claims: Claims, address: str | None) -> list[Claim]:
    """What a sheet must say of a guide: all but its pictures, with the addresses that a click would lead to.

    A sheet has no pictures: their words explain what is not there, and a condition of pictures alone is for nobody.
    """
    parts = {part.key: part.element for part in claims.parts}
    silent = frozenset(key for key, element in parts.items() if _is_picture(element))
    idle = tuple(f"{key}.when." for key in _idle(claims.bundle.guide))
    said = [one for one in claims.texts if one.owner not in silent and not (idle and one.key.startswith(idle))]
    return [*said, *_addresses(said), *_own(claims, address)]


def _is_picture(element: Element) -> bool:
    if isinstance(element, BodyItem):
        return element.code is None
    return isinstance(element, Image | Mark)


def _idle(element: Element) -> Iterator[str]:
    """The first of each run of pictures that are for the same answers."""
    run: list[BodyItem] = []
    for part in (*(one for one in element.contents() if not isinstance(one, Message)), None):
        if isinstance(part, BodyItem) and run and part.when == run[0].when:
            run.append(part)
            continue
        if run and all(one.text is None and one.code is None for one in run):
            yield run[0].key
        run = [part] if isinstance(part, BodyItem) else []
        if part is not None:
            yield from _idle(part)


def _addresses(said: list[Claim]) -> Iterator[Claim]:
    """The addresses printed behind links, but for those whose words are the address."""
    for claim in said:
        for href in _hrefs(claim):
            address = href.removeprefix("mailto:")
            if href.lower().startswith(_OUTSIDE) and not _says(claim, address):
                yield _address(claim, f"the address of a link in {claim.name}", address)


def _hrefs(claim: Claim) -> Iterator[str]:
    """The targets of its links as a browser wants them, with percent signs: so they are printed."""
    tokens = prose.walk(prose.tokens(claim.text, claim.kind))
    return (str(token.attrs["href"]) for token in tokens if token.type == "link_open")


def _says(claim: Claim, address: str) -> bool:
    bare_address = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    ends = tuple("".join(words(one)) for one in (address, bare_address))
    return any(piece.endswith(ends) for piece in claim.pieces)


def _own(claims: Claims, address: str | None) -> Iterator[Claim]:
    """The address of the guide's page, and that of its source."""
    title = claims.by_key["title"]
    if address:
        yield _address(title, "address", address)
    source = claims.bundle.guide.source
    if source is not None and source.url:
        yield _address(replace(title, at=source.at("url")), "url", source.url)


def _address(near: Claim, name: str, address: str) -> Claim:
    key = f"{near.key} {name} {address}"
    return replace(near, key=key, name=name, text=address, kind=Kind.PLAIN, locale="", state="source", floating=True)
