"""The two exceptions raised on purpose. A mistake in content is neither: it is a diagnostic."""


class UserError(Exception):
    """Something outside the content is wrong and the user can mend it: exit code 2."""

    def __init__(self, message: str, *, help: str = "") -> None:  # noqa: A002 - the word a diagnostic uses
        super().__init__(message)
        self.message = message
        self.help = help


class InternalError(Exception):
    """A bug of ours: exit code 2 and a request to report it."""
