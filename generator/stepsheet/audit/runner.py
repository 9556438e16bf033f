"""Every check over a built site."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from stepsheet import forks
from stepsheet.audit.built import Built
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, arrange
from stepsheet.discovery import modules
from stepsheet.model.content import Content
from stepsheet.settings import Settings

CHECKS = "stepsheet.audit.checks"
_OF_A_SHARE = 12  # guides: so many that their pages, parsed, take little room


def audit(content: Content, settings: Settings, site_dir: Path, prefixes: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the site in a folder, in reading order.

    The content must have passed the rules. `prefixes` are the locales that the site was built with and their folders.
    """
    home, known = settings.shown_from, settings.site_dir
    shown = known.relative_to(home) if known.is_relative_to(home) else known
    scope = Audit(Built(site_dir, shown), content, settings, prefixes)
    count = 1 + len(content.bundles) // _OF_A_SHARE
    shares = forks.each(partial(_share, scope), [(number, count) for number in range(count)], few=1)
    return arrange([*(found for share in shares for found in share), *_whole(scope)])


def _share(scope: Audit, share: tuple[int, int]) -> tuple[Diagnostic, ...]:
    """What is wrong with a share of the guides and pages."""
    own = scope if share[1] == 1 else replace(scope, built=scope.built.anew(), share=share, _texts={})
    return tuple(found for module in modules(CHECKS, "check") if _is_shared(module) for found in module.check(own))


def _whole(scope: Audit) -> Iterator[Diagnostic]:
    """What is wrong with the site as a whole."""
    for module in modules(CHECKS, "check"):
        if not _is_shared(module):
            yield from module.check(scope)


def _is_shared(module: object) -> bool:
    """Whether a check looks at each guide or page by itself, so that the work can be shared out."""
    return getattr(module, "SHARED", False)
