"""A plain page does not begin with front matter, or its front matter has no end.

Why: without it the page has no title, and it can be found nowhere.
Bad:  a page that begins with `# Questions`
Good: --- / title: Questions / --- / and then the text
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S130", "front-matter", Severity.ERROR, since="0.1")


def missing(source: Source) -> Diagnostic:
    """The first character of the page."""
    at = Location(source, 1, 1, 1, 2)
    return RULE(at, "the page has no front matter", help="begin with three lines: `---`, `title: …` and `---`")


def unclosed(source: Source) -> Diagnostic:
    """The line that opens it."""
    at = Location(source, 1, 1, 1, 4)
    return RULE(at, "the front matter has no end", help="write a line `---` between it and the text")


def shapeless(at: Location) -> Diagnostic:
    """Front matter that is a text or a list."""
    return RULE(at, "the front matter is no mapping", help="write `title: …`")
