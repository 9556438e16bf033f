"""A value carries a YAML tag.

Why: tags ask the reader of the file to build objects; a guide holds text only.
Bad:  title: !!python/object:os.system x
Good: title: API keys
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity

RULE = Rule("S005", "tag", Severity.ERROR, since="0.1")


def at(location: Location, tag: str) -> Diagnostic:
    """The tagged value."""
    short = tag.replace("tag:yaml.org,2002:", "!!")
    return RULE(location, f"the tag {short!r} is not allowed", help="delete the tag; put the value in quotes if needed")
