"""The markup of a page was mended, or something in it that no reader sees was left out.

Why: a tag that is not closed, or stands in the wrong place, can be read in more than one way; look whether the result
is what was meant. The words that are in no page because of it are listed here.
Bad:  {% hint style="info" %} without {% endhint %}
Good: {% hint style="info" %} … {% endhint %}
"""

from stepsheet.diagnostics import Location, Rule, Severity
from stepsheet.importing.entry import Entry

RULE = Rule("S401", "repaired-markup", Severity.HINT, since="0.2")


def at(location: Location, what: str, text: str) -> Entry:
    """What was mended, said as a fact, and the words that were left out."""
    return Entry(RULE(location, what, help="look whether the result is what the page means"), text)
