"""What the report of an import says about a page, in a form in which one can look things up."""

import html
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote

from stepsheet.importing.entry import Entry
from stepsheet.importing.ledger import words

_ODD = "S410"  # its text is a character that was left out wherever it stood
_ABOUT_LINKS = frozenset({"S401", "S403", "S406"})
_ABOUT_BLOCKS = frozenset({"S401", "S402", "S403"})
_LINKS = "S406"
_BLOCK = 40  # lines that a block has at most, nearly always
_TOLD = 60  # characters of an address that a message is sure to quote


def _told(entries: Sequence[Entry]) -> str:
    told = "\n".join(f"{entry.diagnostic.finding.message}\n{entry.text}" for entry in entries)
    return unquote(html.unescape(told))


class Report:
    """The entries of a page."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._told = _told(entries)
        self._left = _told([entry for entry in entries if entry.diagnostic.rule.code in _ABOUT_BLOCKS])
        self._links = _told([entry for entry in entries if entry.diagnostic.rule.code in _ABOUT_LINKS])
        lines = [(entry.diagnostic.rule.code, entry.diagnostic.finding.location.line) for entry in entries]
        self._nameless = [
            entry.diagnostic.finding.location.line
            for entry in entries
            if entry.diagnostic.rule.code == _LINKS and "'" not in entry.diagnostic.finding.message
        ]
        self._blocks = {line for code, line in lines if code in _ABOUT_BLOCKS}
        odd = "".join(entry.text for entry in entries if entry.diagnostic.rule.code == _ODD)
        self._odd = str.maketrans("", "", odd.replace("\n", ""))
        self.texts = [self.without_odd(entry.text) for entry in entries if entry.text]
        self.words = [word for text in self.texts for word in words.of(text)]

    def without_odd(self, text: str) -> str:
        """A text without the characters that the report says are left out."""
        return text.translate(self._odd) if self._odd else text

    def left_link(self, address: str) -> bool:
        """Whether it is said of a link that leads somewhere that it was left out."""
        return address[:_TOLD] in self._links

    def lost_link(self, address: str, line: int) -> bool:
        """Whether anything is said of a link that leads nowhere, or of the file it names.

        One that has lost its address has the line of its block.
        """
        near = any(line - _BLOCK <= told <= line for told in self._nameless)
        told = self._told.lower()
        return near or address[:_TOLD].lower() in told or PurePosixPath(address).name.lower() in told

    def leaves_out(self, address: str) -> bool:
        """Whether an address is named by a word on what was left out; that its file is not there is none."""
        return address[:_TOLD] in self._left

    def names_block(self, line: int) -> bool:
        """Whether something is said about the block that begins on a line."""
        return line in self._blocks

    def names(self, word: str) -> bool:
        """Whether a word is in a message or among the words of the report."""
        return word in self._told
