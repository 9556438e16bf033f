"""A file in the content folder that belongs to nothing.

Why: it is most often a catalog or a picture with a slip in its name or its place, which would be left out in silence.
Bad:  guides/okx-api-keys/en.yaml
Good: guides/okx-api-keys/en.yml
"""

from pathlib import PurePath

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S013", "stray-file", Severity.WARNING, since="0.1")


def at(source: Source, pictures: frozenset[str]) -> Diagnostic:
    """The file or folder; `pictures` are the endings of picture files."""
    name = PurePath(source.path.name)
    if name.suffix == ".yaml":
        help_ = f"rename it to {name.with_suffix('.yml').name!r}"
    elif name.suffix.lower() in pictures:
        help_ = "move it into images/"
    elif name.suffix == ".md" and source.path.parent.name == "pages":
        help_ = f"name it with its language: '{name.stem.partition('.')[0]}.<locale>.md'"
    else:
        help_ = "move it out of the content folder, or delete it"
    return RULE(Location(source), f"nothing reads {name.name!r} here", help=help_)
