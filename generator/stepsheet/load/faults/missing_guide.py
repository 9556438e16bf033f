"""A folder of guides/ has no guide.yml.

Why: the folder's catalogs and pictures belong to nothing, and the guide is missing from the site.
Bad:  content/guides/okx-api-keys/en.yml alone
Good: content/guides/okx-api-keys/guide.yml beside it
"""

from stepsheet.diagnostics import Diagnostic, Location, Rule, Severity, Source

RULE = Rule("S010", "missing-guide", Severity.ERROR, since="0.1")


def at(folder: Source, misnamed: str | None) -> Diagnostic:
    """The folder; `misnamed` is a file in it that was probably meant."""
    help_ = f"rename {misnamed!r} to 'guide.yml'" if misnamed else "write guide.yml, or delete the folder"
    return RULE(Location(folder), "the folder has no guide.yml", help=help_)
