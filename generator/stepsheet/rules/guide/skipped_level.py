"""A section is more than one level deeper than the one before it, or the first is not at the top.

Why: a reader, a screen reader and the printed sheet (PDF/UA-1) take the missing heading for a lost one.
Bad:  sections: [{id: install, title: Install}, {id: linux, title: Linux, level: 3}]
Good: sections: [{id: install, title: Install}, {id: linux, title: Linux, level: 2}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S128", "skipped-level", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each section that is deeper than it may be."""
    del context
    above = 0
    for section in bundle.guide.sections:
        if section.level > above + 1:
            before = f"the section before it has level {above}" if above else "it is the first section"
            message = f"the section {section.id!r} has level {section.level}, but {before}"
            yield Finding(section.at("level"), message, f"write `level: {above + 1}`{' or less' if above else ''}")
        above = section.level
