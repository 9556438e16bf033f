"""A condition names an option or an answer that the guide does not ask for.

Why: the step could never be shown, or always.
Bad:  when: wachdog
Good: when: watchdog
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.body import BodyItem
from stepsheet.model.content import Bundle
from stepsheet.model.guide import Option, Section, Step, SubStep
from stepsheet.model.problem import closest
from stepsheet.model.values import YES_NO
from stepsheet.rules.context import Context

RULE = Rule("S111", "unknown-option", Severity.ERROR, since="0.1")

Conditional = Section | Step | SubStep | BodyItem


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each clause of a condition that names nothing."""
    del context
    options = {option.id: option for option in bundle.guide.options}
    for part in conditional(bundle):
        for option, answers in (part.when or {}).items():
            yield from _clause(option, answers, options, part)


def conditional(bundle: Bundle) -> Iterator[Conditional]:
    """Every part of a guide that may have a condition."""
    return (part for part in bundle.parts if isinstance(part, Conditional))


def _clause(option: str, answers: tuple[str, ...], options: dict[str, Option], part: Conditional) -> Iterator[Finding]:
    if option not in options:
        help_ = closest(option, options) or "add it to the guide's `options`"
        yield Finding(part.at("when").within(option), f"the guide has no option {option!r}", help_)
        return
    known = options[option].answers
    for index, answer in enumerate(answers):
        if answer not in known:
            message, listed = f"the option {option!r} has no answer {answer!r}", f"its answers are {', '.join(known)}"
            help_ = closest(answer, known) or listed
            if answer in YES_NO:
                message = f"{option!r} is not a yes/no question"
                help_ = f"write `when: {{{option}: {known[0]}}}`; {listed}"
            yield Finding(part.at("when", option, index), message, help_)
