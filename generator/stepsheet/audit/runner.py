"""Every check over a built site."""

from collections.abc import Mapping
from pathlib import Path

from stepsheet.audit.built import Built
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, arrange
from stepsheet.discovery import modules
from stepsheet.model.content import Content
from stepsheet.settings import Settings

CHECKS = "stepsheet.audit.checks"


def audit(content: Content, settings: Settings, site_dir: Path, prefixes: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the site in a folder, in reading order.

    The content must have passed the rules. `prefixes` are the locales that the site was built with and their folders.
    """
    home, known = settings.shown_from, settings.site_dir
    shown = known.relative_to(home) if known.is_relative_to(home) else known
    scope = Audit(Built(site_dir, shown), content, settings, prefixes)
    return arrange(found for module in modules(CHECKS, "check") for found in module.check(scope))
