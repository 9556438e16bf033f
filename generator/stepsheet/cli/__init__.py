"""The command line: one command is one module in `commands/`; this is the way in and the way out."""

import gc
import os
import sys

import click

from stepsheet import __version__
from stepsheet.cli.exit import guarded
from stepsheet.discovery import modules

EPILOG = """\b
Examples:
  stepsheet check                          every mistake, with file, line and fix
  stepsheet build                          the website, in site/
  stepsheet serve                          the website while you write
  stepsheet print okx-api-keys --locale en one checklist as PDF
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="stepsheet %(version)s")
def stepsheet() -> None:
    """Step-by-step guides as YAML: a localized website, printable checklists, and checks that nothing is lost."""


for _module in modules("stepsheet.cli.commands", "COMMAND"):
    stepsheet.add_command(_module.COMMAND)


def main() -> None:
    """Run the command and exit: 0 clean, 1 findings, 2 wrong usage or a bug of ours."""
    speak_utf8()
    collect_seldom()
    sys.exit(guarded(stepsheet))


def collect_seldom() -> None:
    """What is read lives to the end of the run: looking for garbage in it every few hundred objects costs a tenth."""
    gc.set_threshold(200_000, 20, 100)


def speak_utf8() -> None:
    """Begin anew in UTF-8 where the system says that it knows ASCII alone (locale `C`): names and texts need more."""
    if sys.getfilesystemencoding().lower() != "utf-8":
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606 - this very command
