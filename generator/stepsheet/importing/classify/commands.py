"""Whether a text tells the reader to do something."""

import re
from functools import lru_cache

from stepsheet.importing.classify.vocabulary import ACTIONS, ACTIONS_INSIDE, COMMANDS, COMMANDS_FIRST, STATEMENTS

MAX_READ = 300  # characters; a paragraph that begins with so much explanation is no command
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_WHOLE = frozenset(word for word in ACTIONS if not word.endswith("-"))
_BEGINNINGS = frozenset(word[:-1] for word in ACTIONS if word.endswith("-"))
_LENGTHS = sorted({len(word) for word in _BEGINNINGS})
_INSIDE = re.compile("|".join(ACTIONS_INSIDE))
_CONNECTORS = frozenset(
    ("then", "now", "next", "please", "first", "finally", "also", "again", "just", "simply", "must", "should")
)
_DUTIES = frozenset(("need", "have", "want", "going", "ready", "able"))


@lru_cache(maxsize=4096)
def tells(text: str) -> bool:
    """Whether there is a command in the text."""
    text = text[:MAX_READ]
    if not text.isascii() and _INSIDE.search(text):
        return True
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]
    return any(_is_command(tokens, index) for index in range(len(tokens)))


def _is_command(tokens: list[str], index: int) -> bool:
    token = tokens[index]
    if token in COMMANDS or token in COMMANDS_FIRST:
        return _is_english(tokens, index)
    return token in _WHOLE or any(token[:length] in _BEGINNINGS for length in _LENGTHS)


def _is_english(tokens: list[str], index: int) -> bool:
    """Whether the word, which may be a verb or a noun or part of a statement, is a command where it stands."""
    before = tokens[index - 1] if index else "."
    if before == "to" and index > 1 and tokens[index - 2] in _DUTIES:
        return True
    if tokens[index] in COMMANDS:
        return before not in STATEMENTS
    return not before[0].isalnum() or before in _CONNECTORS
