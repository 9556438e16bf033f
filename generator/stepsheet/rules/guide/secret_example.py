"""A secret field gives an example.

Why: readers copy examples, and a password in a public guide is no longer secret.
Bad:  {id: passphrase, label: Passphrase, secret: true, example: hunter2}
Good: {id: passphrase, label: Passphrase, secret: true, enter: A new password}
"""

from collections.abc import Iterator

from stepsheet.diagnostics import Finding, Rule, Severity
from stepsheet.model.content import Bundle
from stepsheet.model.guide import Field
from stepsheet.rules.context import Context

RULE = Rule("S125", "secret-example", Severity.ERROR, since="0.1")


def check(bundle: Bundle, context: Context) -> Iterator[Finding]:
    """The example of each secret field."""
    del context
    for part in bundle.parts:
        if isinstance(part, Field) and part.secret and part.example:
            message = f"the secret field {part.id!r} has an example"
            yield Finding(part.at("example"), message, "delete it; say in `enter` how to make the value up")
