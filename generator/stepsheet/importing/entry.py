"""What of a source is not in the result as it was: a finding, and the words it accounts for."""

from dataclasses import dataclass

from stepsheet.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an import's report.

    `text` holds the words of the source that are in the report instead of in the result, as they stand in the source
    but for markup; it is empty when all of them are in the result.
    """

    diagnostic: Diagnostic
    text: str = ""
