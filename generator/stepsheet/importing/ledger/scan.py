"""What a scanner finds in a file: words, links, pictures, listings, blocks, each with its line."""

from dataclasses import dataclass, field
from typing import NamedTuple

Mention = tuple[str, int]  # what stands there, and on which line


class Setting(NamedTuple):
    """A key of front matter, or one at the top of a guide, with the words of its value."""

    key: str
    words: list[str]
    line: int


@dataclass(slots=True)
class Scan:
    """The contents of a text.

    `repeats` are the words of titles, descriptions and the like, each a text that may say again what is said elsewhere;
    `settings` are the other keys of the front matter. `optional` are words that only spell an address. `blocks` are the kinds of its marked blocks, `texts`
    the texts as they are written.
    """

    words: list[Mention] = field(default_factory=list)
    repeats: list[list[Mention]] = field(default_factory=list)
    optional: list[Mention] = field(default_factory=list)
    links: list[Mention] = field(default_factory=list)
    pictures: list[Mention] = field(default_factory=list)
    code: list[Mention] = field(default_factory=list)
    blocks: list[Mention] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
