"""How the words of a text are kept from being markup that only one flavour knows.

A text is written as CommonMark by `render.markdown`. Before, each character that would mean more than that is
replaced by a noncharacter (Unicode 16, section 23.7: for internal use, in no text), and after, by what the flavour
wants in its place.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

_FIRST = 0xFDD0  # U+FDD0 to U+FDEF are 32 noncharacters
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Script:
    """`special` finds a character that is markup where it stands, `written` says what to write for it.

    What `written` has for a line feed is what a hard line break is, empty for CommonMark's backslash.
    """

    special: re.Pattern[str]
    written: Mapping[str, str]

    def mask(self, text: str) -> str:
        """A text with a noncharacter in the place of each special character."""
        return self.special.sub(lambda found: self._mark(found[0]), text)

    def masked(self, tokens: Sequence[Token]) -> list[Token]:
        """Tokens whose words are masked; code stays as it is."""
        return [made for token in tokens for made in self._token(token)]

    def unmask(self, markdown: str) -> str:
        """Markdown with what the flavour wants in the place of each noncharacter."""
        return markdown.translate({ord(self._mark(mark)): text for mark, text in self.written.items()})

    def _token(self, token: Token) -> list[Token]:
        if token.type == "hardbreak" and _BREAK in self.written:
            mark = token.copy(type="text", tag="", content=self._mark(_BREAK))
            return [mark, token.copy(type="softbreak")]
        content = self.mask(token.content) if token.type in {"text", "html_inline", "html_block"} else token.content
        children = None if token.children is None else self.masked(token.children)
        return [token.copy(content=content, children=children)]

    def _mark(self, character: str) -> str:
        return chr(_FIRST + list(self.written).index(character))
