"""The title and the summary of a page: its own words, wherever they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from stepsheet.importing.classify import sentences
from stepsheet.importing.classify.inlines import flat, is_bold, plain, trimmed, unwrapped
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.pieces import Piece, Pieces
from stepsheet.importing.tree import Blocks, Emphasis, Heading, Inlines, Link, Paragraph, Words

MAX_SUMMARY = 200
MIN_SUMMARY = 6  # characters; a Chinese sentence is short
MIN_WORDS = 4
TITLES = ("title", "name")
DESCRIPTIONS = ("description", "summary", "tldr")
TAGS = ("tags", "keywords")


@dataclass(frozen=True, slots=True)
class Named:
    """A page with its title taken out: `heading` is where it stood, None when it was nowhere on the page."""

    title: Inlines
    description: Inlines
    heading: Heading | None
    blocks: Blocks
    tags: tuple[str, ...] = ()


def named(fields: Mapping[str, object], blocks: Blocks, path: PurePosixPath, notes: Notes) -> Named:
    """The page with its title: the heading at its top, else what its front matter says, else the name of its file."""
    heading = _heading(blocks, has_title=bool(_text(fields, TITLES)))
    title = unwrapped(flat(heading.inlines)) if heading else ()
    key, stated = _first(fields, TITLES)
    if not plain(title):
        heading = None
        title = (Words(stated or _file_name(path)),)
    elif stated and plain(title) != stated:
        notes.left(1, f"{key!r} of the front matter, since the page has a heading", stated)
    used, description = _first(fields, DESCRIPTIONS)
    tagged = {name for name in TAGS if _tags({name: fields.get(name)})}
    _settings(fields, {key, used, *tagged}, notes)
    rest = tuple(block for block in blocks if block is not heading)
    return Named(title, (Words(description),) if description else (), heading, rest, _tags(fields))


def _heading(blocks: Blocks, *, has_title: bool) -> Heading | None:
    """The heading that is the title: of the first level and the first of the page, or the only one of its level."""
    headings = [block for block in blocks if isinstance(block, Heading) and plain(block.inlines)]
    if not headings:
        return None
    first = headings[0]
    top = min(heading.level for heading in headings)
    alone = sum(heading.level == top for heading in headings) == 1
    if first.level == 1 and (alone or blocks[0] is first):
        return first
    at_top = blocks[0] is first
    return first if at_top and not has_title and first.level == top and alone else None


def _first(fields: Mapping[str, object], keys: tuple[str, ...]) -> tuple[str, str]:
    """The first of the keys that has words, and the words on one line."""
    found = ((key, " ".join(value.split())) for key in keys if isinstance(value := fields.get(key), str))
    return next(((key, value) for key, value in found if value), ("", ""))


def _text(fields: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return _first(fields, keys)[1]


def _file_name(path: PurePosixPath) -> str:
    stem = path.stem
    if stem.lower() in {"readme", "index"} and path.parent.name:
        stem = path.parent.name
    return " ".join(stem.replace("-", " ").replace("_", " ").split()).capitalize() or "Untitled"


def _tags(fields: Mapping[str, object]) -> tuple[str, ...]:
    """The keywords of the page."""
    lists = (found for key in TAGS if isinstance(found := fields.get(key), list))
    words = (" ".join(value.split()) for found in lists for value in found if isinstance(value, str))
    return tuple(dict.fromkeys(word for word in words if word))


def _settings(fields: Mapping[str, object], used: set[str], notes: Notes) -> None:
    """A note on the front matter that a guide has no place for."""
    others = {key: value for key, value in fields.items() if key not in used}
    settings = [key for key, value in others.items() if not _is_text(value)]
    if settings:
        notes.left(1, "the front matter " + ", ".join(map(repr, settings)), "")
    for key in (key for key in others if key not in settings):
        notes.left(1, f"the front matter {key!r}", " ".join(str(others[key]).split()))


def _is_text(value: object) -> bool:
    """Whether a value is of words rather than of settings."""
    return isinstance(value, str) and len(value.split()) >= MIN_WORDS


def summarized(named_page: Named, intro: Pieces, notes: Notes) -> tuple[Inlines, Pieces]:
    """The summary, and the introduction without what the summary says."""
    first = intro[0].block if intro else None
    lead = trimmed(first.inlines) if isinstance(first, Paragraph) and not intro[0].when else ()
    if plain(named_page.description):
        if lead and plain(lead) == plain(named_page.description) and isinstance(first, Paragraph):
            notes.left(first.line, "a first paragraph that repeats the description", plain(lead))
            return flat(lead), intro[1:]
        return named_page.description, intro
    sentence, rest = sentences.first(lead)
    words = plain(sentence)
    if is_bold(lead) or (len(lead) == 1 and isinstance(lead[0], Emphasis | Link)):
        return named_page.title, intro
    if not MIN_SUMMARY <= len(words) <= MAX_SUMMARY or words.endswith((":", "：")):
        return named_page.title, intro
    left = (Piece(Paragraph(intro[0].block.line, rest)),) if plain(rest) else ()
    return flat(sentence), (*left, *intro[1:])
