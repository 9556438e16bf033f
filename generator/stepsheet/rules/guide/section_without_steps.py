"""A section, or a whole guide, without steps.

Why: a section is a run of steps; an empty one is most often a step that lost its indentation.
Bad:  sections: [{id: save, title: Save}]
Good: sections: [{id: save, title: Save, steps: [{id: copy, do: Copy the key.}]}]
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context

RULE = Rule("S103", "section-without-steps", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each empty section, or the empty list of sections."""
    del context
    if not bundle.guide.sections:
        yield Finding(bundle.guide.at("sections"), "the guide has no sections", "add a section with its steps")
    for section in bundle.guide.sections:
        if not section.steps:
            yield Finding(
                section.location, f"the section {section.id!r} has no steps", "add `steps:`, or delete the section"
            )
