"""How every command ends: with a code and, when something is wrong, with a sentence instead of a stack trace."""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from types import FrameType
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
        with stoppable():
            return int(command.main(standalone_mode=False) or Exit.CLEAN)
    except click.ClickException as error:
        error.show()
    except (click.Abort, KeyboardInterrupt, SystemExit):
        _say("stopped; what was there before is untouched", "")
    except Exception as error:  # noqa: BLE001 - the last door before a stack trace
        tell(error)
    return Exit.FAILED


def tell(error: Exception) -> None:
    """Write what has gone wrong and what to do about it."""
    match error:
        case UserError():
            _say(error.message, error.help)
        case OSError():
            _say(system_says(error), "check the disk, the folder and its permissions")
        case InternalError():
            _bug(error, str(error))
        case _:
            _bug(error, f"{type(error).__name__}: {error}")


def system_says(error: OSError) -> str:
    """What the operating system has refused, in a sentence."""
    name = f" ({error.filename})" if error.filename else ""
    return f"the system says: {error.strerror or error}{name}"


@contextmanager
def stoppable() -> Iterator[None]:
    """SIGTERM and SIGHUP, as from a cancelled job or a closed terminal, raise SystemExit, so that all is cleaned up.

    A signal that is ignored already, as under nohup, stays ignored. Only the main thread can be told of signals.
    """
    here = threading.current_thread() is threading.main_thread()
    wanted = [number for number in _STOPS if here and signal.getsignal(number) is signal.SIG_DFL]
    for number in wanted:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in wanted:
            signal.signal(number, signal.SIG_DFL)


_STOPS = (signal.SIGTERM, signal.SIGHUP)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    for each in _STOPS:
        signal.signal(each, signal.SIG_IGN)  # a second one must not break off the cleaning up
    raise SystemExit(Exit.FAILED)


def colored(stream: TextIO) -> bool:
    """Whether to write colours: to a terminal whose user does not say NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _say(message: str, help_: str) -> None:
    color = colored(sys.stderr)
    with suppress(OSError):  # after SIGHUP there is no terminal to write to
        click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True, color=color)
        if help_:
            click.echo(f"{click.style('help', fg='green', bold=True)}: {help_}", err=True, color=color)


def _bug(error: Exception, message: str) -> None:
    _say(f"a bug of Stepsheet: {message}", "please report it with what STEPSHEET_TRACEBACK=1 prints")
    if os.environ.get("STEPSHEET_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
