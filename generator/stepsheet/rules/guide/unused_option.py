"""A question whose answer changes nothing.

Why: the reader is asked for nothing, or the `when` of a step was forgotten.
Bad:  options: [{id: watchdog, ask: Is there a Watchdog?}] and no step with `when: watchdog`
Good: the same, and a step with `when: watchdog`
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.rules.context import Context
from stepsheet.rules.guide import unknown_option

RULE = Rule("S124", "unused-option", Severity.WARNING, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """Each option that no condition names, when every condition names an option."""
    del context
    used = {option for part in unknown_option.conditional(bundle) for option in part.when or ()}
    if used - {option.id for option in bundle.guide.options}:
        return  # one of them was meant there, and S111 says so
    for option in bundle.guide.options:
        if option.id not in used:
            help_ = f"add `when: {option.id}` to a step, or delete the option"
            yield Finding(option.location, f"nothing depends on the option {option.id!r}", help_)
