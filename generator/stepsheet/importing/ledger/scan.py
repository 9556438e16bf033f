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

    `repeats` are titles, descriptions and the like: each may say again what is said elsewhere; `echoes` do nothing
    else. `optional` are words that only spell an address. `blocks` are the kinds of the marked blocks, `settings` the
    other keys of front matter, `texts` the texts as they are written.
    """

    words: list[Mention] = field(default_factory=list)
    repeats: list[list[Mention]] = field(default_factory=list)
    echoes: list[list[Mention]] = field(default_factory=list)
    optional: list[Mention] = field(default_factory=list)
    links: list[Mention] = field(default_factory=list)
    pictures: list[Mention] = field(default_factory=list)
    code: list[Mention] = field(default_factory=list)
    blocks: list[Mention] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
