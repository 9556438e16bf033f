"""The text is not YAML.

Why: nothing after the mistake can be trusted, so the file is not read any further.
Bad:  a line indented with a tab
Good: the same line indented with spaces
"""

import yaml

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source
from stepsheet.load import slips

RULE = Rule("S002", "yaml-syntax", Severity.ERROR, since="0.1")

_TAB = "found a tab character that violates indentation"
# What libyaml notices only later, and where it began is what the author must see.
_BEGUN_BEFORE = {slips.NO_COLON, "found unexpected end of stream"}
_WORDS = {
    _TAB: ("a tab is used for indentation", "indent with spaces"),
    slips.NO_MAPPING: (
        "a colon here starts a second mapping on the line",
        "put the text in quotes if the colon belongs to it, or check the indentation",
    ),
    slips.NO_COLON: ("a key without its colon", "write `key: value`, or indent the text under its key"),
    slips.NO_KEY: (
        "the indentation fits no open mapping or list",
        "give the entries of one mapping the same indentation",
    ),
    slips.NO_DASH: (
        "an entry of the list has no dash or another indentation",
        "give the entries of one list the same indentation, each with a dash",
    ),
    "found unexpected end of stream": ("a quotation or bracket is not closed", "close it"),
    "found character that cannot start any token": (
        "a text cannot begin with this character",
        "put the text in quotes",
    ),
    "block sequence entries are not allowed in this context": (
        "a dash here begins a list in the middle of a line",
        "put the text in quotes, or the list on lines of its own",
    ),
    "did not find expected ',' or ']'": ("a bracket is not closed, or a comma is missing", "write `[first, second]`"),
    "did not find expected ',' or '}'": ("a brace is not closed, or a comma is missing", "write `{key: value}`"),
    "did not find expected node content": ("a value is missing here", "write it, or close the bracket before it"),
    "found unknown escape character": ("an unknown escape in a text", "double the backslash, or use single quotes"),
    "control characters are not allowed": ("a control character in the text", "delete the character"),
}


def _lines(source: Source) -> list[str]:
    """The lines without their ends, and an empty one: libyaml may notice a mistake behind the last."""
    return [line.rstrip("\r") for line in f"{source.text}\n".split("\n")]


def at(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """Libyaml's complaint in an author's words: the slip behind it where that can be told."""
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes here, PyYAML's own reader characters: the character itself says where it is.
        index = source.text.find(error.character if isinstance(error.character, str) else chr(error.character))
        problem = str(error.reason)
    else:
        problem = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
        begun, noticed = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
        late = problem in _BEGUN_BEFORE or (noticed and not source.text[noticed.index :].strip())
        mark = (begun if late else noticed) or noticed or begun
        index = mark.index if mark else 0
    line, column = source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index)
    if "\t" in source.line(line)[: column + 1].strip(" ") and problem.startswith("found character"):
        problem = _TAB
    slip = slips.find(slips.Complaint(problem, _lines(source), line, column))
    message, help_ = _WORDS.get(problem, (problem, "check quotes, brackets and indentation before this place"))
    if slip:
        line, column, message, help_ = slip.line, slip.column, slip.message, slip.help
    return RULE(Location(source, line, column, line, column + 1), message, help=help_)
