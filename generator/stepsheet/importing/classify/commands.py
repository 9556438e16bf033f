"""Whether a text tells the reader to do something."""

import re

from stepsheet.importing.classify.vocabulary import ACTIONS, ACTIONS_INSIDE, COMMANDS, COMMANDS_FIRST, STATEMENTS

_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_ELSEWHERE = re.compile(
    r"\b(?:" + "|".join(word[:-1] if word.endswith("-") else rf"{word}\b" for word in ACTIONS) + ")"
    "|" + "|".join(ACTIONS_INSIDE),
    re.IGNORECASE,
)
_CONNECTORS = frozenset(
    ("then", "and", "now", "next", "please", "first", "finally", "also", "again", "just", "simply", "must", "should")
)
_DUTIES = frozenset(("need", "have", "want", "going", "ready", "able"))
MAX_READ = 600  # characters; a paragraph that begins with so much explanation is no command


def tells(text: str) -> bool:
    """Whether there is a command in the text."""
    text = text[:MAX_READ]
    return _ELSEWHERE.search(text) is not None or _in_english(text)


def _in_english(text: str) -> bool:
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]
    return any(_is_command(tokens, index) for index in range(len(tokens)))


def _is_command(tokens: list[str], index: int) -> bool:
    token = tokens[index]
    before = tokens[index - 1] if index else "."
    if token in COMMANDS:
        return before not in STATEMENTS or _is_duty(tokens, index)
    return token in COMMANDS_FIRST and (not before[0].isalnum() or before in _CONNECTORS or _is_duty(tokens, index))


def _is_duty(tokens: list[str], index: int) -> bool:
    """Whether it is what somebody needs or has to do."""
    return index > 1 and tokens[index - 1] == "to" and tokens[index - 2] in _DUTIES
