"""The skeleton of an exported page: a file beside it with what its Markdown cannot say.

`exporting` writes it and `importing` reads it, so that a guide comes back to the byte. The page stays the truth for
what it shows: the skeleton says which lines hold which text, and an edited line is read from the page.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

FOLDER = ".stepsheet"
FORMAT = "stepsheet-export/1"
MAX_BYTES = 8_388_608  # a guide of 1 MiB, its page and its texts in another language


class Part(StrEnum):
    """What of its lines a text is."""

    WORDS = "words"  # a heading, a paragraph, an item
    BLOCKS = "blocks"  # everything on these lines
    CODE = "code"  # the listing
    ALT = "alt"  # the alt text of the picture
    CAPTION = "caption"
    FILE = "file"  # the picture itself
    DESCRIPTION = "description"  # the field of the front matter


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a text of the guide stands in the page: its key in a catalog, its lines counted from 1.

    `before` and `after` are the words around it in its paragraph that the export has made.
    Where `last` is the line before `line`, there is no text yet, and this is where one could be added.
    """

    key: str
    part: Part
    line: int
    last: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One exported guide in one locale; paths are relative to the root of the exported tree.

    `data` is the content of `guide.yml`, `shown` the texts of the page by key, `catalog` the entries of the locale's
    catalog as they were, empty for the source locale. `pictures` maps the exported files to their names in `images/`.
    `text` is the page as it was written.
    """

    guide: str
    locale: str
    source_locale: str
    flavour: str
    page: str
    data: dict[str, Any]
    shown: dict[str, str]
    catalog: dict[str, dict[str, str | None]]
    pictures: dict[str, str]
    slots: tuple[Slot, ...]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageSkeleton:
    """One exported plain page in one locale: `file` is what its file held, empty where it has no translation."""

    id: str
    locale: str
    source_locale: str
    flavour: str
    page: str
    pictures: dict[str, str]
    file: str = field(repr=False)
    text: str = field(repr=False)


_FORM = TypeAdapter(Skeleton)
_PAGE = TypeAdapter(PageSkeleton)


def guide_file(guide: str) -> PurePosixPath:
    """Where the skeleton of a guide lies in the exported tree."""
    return PurePosixPath(FOLDER, "guides", f"{guide}.json")


def page_file(page: str) -> PurePosixPath:
    """Where the skeleton of a plain page lies in the exported tree."""
    return PurePosixPath(FOLDER, "pages", f"{page}.json")


def dump(skeleton: Skeleton | PageSkeleton) -> str:
    """The skeleton as JSON, the same bytes each time."""
    form: TypeAdapter[Any] = _FORM if isinstance(skeleton, Skeleton) else _PAGE
    return written({"format": FORMAT, **form.dump_python(skeleton, exclude_defaults=True)})


def written(value: Mapping[str, object]) -> str:
    """A value as JSON that people can compare line by line."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> Skeleton | PageSkeleton | None:
    """The skeleton in a file; None when it is not one, or of a format that is not known here."""
    try:
        value = json.loads(text)
        if not isinstance(value, dict) or value.pop("format", None) != FORMAT:
            return None
        form: TypeAdapter[Any] = _FORM if "guide" in value else _PAGE
        found: Skeleton | PageSkeleton = form.validate_python(value)
    except (ValueError, ValidationError, RecursionError):
        return None
    return found
