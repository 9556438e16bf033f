"""Where in a source something stands that a report speaks of."""

from stepsheet.diagnostics import Location, Source


def spot(source: Source, line: int, snippet: str = "") -> Location:
    """A line of a source, or the snippet in it where it is found there."""
    end = len(source.line(line)) + 1
    whole = Location(source, line, 1, line, end)
    return whole.within(snippet) if end > 1 else whole
