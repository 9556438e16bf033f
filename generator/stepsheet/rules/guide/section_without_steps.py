"""A section that holds nothing, or a whole guide without steps.

Why: an empty section is most often one whose steps lost their indentation, and a guide without steps is no guide.
Bad:  sections: [{id: save, title: Save}]
Good: sections: [{id: save, title: Save, steps: [{id: copy, do: Copy the key.}]}]
"""

from collections.abc import Iterator, Sequence

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.model.guide import Section
from stepsheet.rules.context import Context

RULE = Rule("S103", "section-without-steps", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each empty section; where there is none, a guide in which nothing is to be done."""
    del context
    sections = bundle.guide.sections
    if not sections:
        yield Finding(bundle.guide.at("sections"), "the guide has no sections", "add a section with its steps")
        return
    empty = list(_empty(sections))
    for section in empty:
        help_ = "add `steps:` or `info:`, or delete the section"
        yield Finding(section.location, f"the section {section.id!r} has no steps and says nothing", help_)
    if not empty and not any(section.steps for section in sections):
        yield Finding(sections[0].location, "the guide has no steps", "add `steps:` to the section where they belong")


def _empty(sections: Sequence[Section]) -> Iterator[Section]:
    """The sections with nothing in them and no deeper section below them."""
    for section, after in zip(sections, [*sections[1:], None], strict=True):
        holds_one = after is not None and after.level > section.level
        if not (section.steps or section.says_something or holds_one):
            yield section
