"""How every command ends: with a code and, when something is wrong, with a sentence instead of a stack trace."""

import os
import sys
import traceback
from enum import IntEnum
from typing import TextIO

import click

from stepsheet.errors import InternalError, UserError


class Exit(IntEnum):
    """Exit codes."""

    CLEAN = 0
    FINDINGS = 1
    FAILED = 2


def guarded(command: click.Command) -> int:
    """Run a command and turn whatever it raises into a code and a message on standard error."""
    try:
        return int(command.main(standalone_mode=False) or Exit.CLEAN)
    except click.ClickException as error:
        error.show()
        return Exit.FAILED
    except UserError as error:
        _say(error.message, error.help)
    except OSError as error:
        name = f" ({error.filename})" if error.filename else ""
        _say(f"the system says: {error.strerror or error}{name}", "check the disk, the folder and its permissions")
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; what was there before is untouched", "")
    except InternalError as error:
        _bug(str(error))
    except Exception as error:  # noqa: BLE001 - the last door before a stack trace
        _bug(f"{type(error).__name__}: {error}")
    return Exit.FAILED


def colored(stream: TextIO) -> bool:
    """Whether to write colours: to a terminal whose user does not say NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _say(message: str, help_: str) -> None:
    color = colored(sys.stderr)
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True, color=color)
    if help_:
        click.echo(f"{click.style('help', fg='green', bold=True)}: {help_}", err=True, color=color)


def _bug(message: str) -> None:
    _say(f"a bug of Stepsheet: {message}", "please report it with what STEPSHEET_TRACEBACK=1 prints")
    if os.environ.get("STEPSHEET_TRACEBACK"):
        traceback.print_exc(file=sys.stderr)
