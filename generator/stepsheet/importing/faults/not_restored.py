"""An exported page has changed too much to be put back into its guide.

Why: a page shows the words of a guide, not its ids, conditions, marks and kinds of fields. They come from the skeleton
beside the page, as long as the steps are the same; a page whose steps were rearranged is read as any other page.
Bad:  a step added to the page in GitBook, whose page is then imported over the guide
Good: the step added to the guide itself, and the guide exported again
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S417", "not-restored", Severity.WARNING, since="0.1")


def at(location: Location, guide: str, what: str) -> Entry:
    """The guide, and the first difference that is more than an edited text."""
    message = f"the guide {guide!r} does not come back with its ids and conditions: {what}"
    return Entry(RULE(location, message, help="compare the result with the guide, and take over what you want to keep"))
