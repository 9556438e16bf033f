"""The words of the theme's templates and scripts in one language."""

from collections.abc import Callable
from typing import Any

from babel import Locale

from stepsheet.localize.interface import Interface

Forms = dict[str, str]

_ANY = {"num": "{num}"}
_NUMBERS = range(200)  # every plural form of every language is used for one of these (CLDR)


def words(interface: Interface) -> dict[str, Any]:
    """Words by name; what stands in `{…}` is filled in by a script, which takes the plural form a number wants."""
    return {**_page(interface), **_run(interface), **_changes(interface)}


def forms(locale: str, said: Callable[[int], str]) -> Forms:
    """The forms of a sentence with a number by their CLDR names, for `Intl.PluralRules`.

    >>> forms("en", lambda number: "one step" if number == 1 else "some steps")
    {'other': 'some steps', 'one': 'one step'}
    """
    rule = Locale.parse(locale, sep="-").plural_form
    samples: dict[str, int] = {"other": 0}
    for number in _NUMBERS:
        samples.setdefault(rule(number), number)
    return {name: said(number) for name, number in samples.items()}


def _page(interface: Interface) -> dict[str, Any]:
    _ = interface.gettext
    return {
        "all_done": _("All done"),
        "close": _("Close"),
        "comma": interface.marks.comma,
        "confirm_reset": _("Clear all ticks of this guide?"),
        "copied": _("Copied"),
        "copy": _("Copy"),
        "done": _("Done"),
        "finish": _("Finish"),
        "resume": _("Continue with step {number}"),
        "section": _("Steps of the section “{name}”"),
        "step_of": _("Step {number} of {total}"),
        "count": _("%(done)s of %(total)s") % {"done": "{done}", "total": "{total}"},
        "enlarge": _("Enlarge the picture"),
        "files": _("Download this guide:"),
        "languages": _("Languages"),
        "next": _("Next step"),
        "no_copy": _("Not copied: select the text and copy it by hand"),
        "no_storage": _("This browser does not store ticks: they will be gone when you close the page."),
        "not_found": _("This page does not exist"),
        "not_found_text": _("It may have been renamed or removed. All guides:"),
        "pages": _("Pages of this site"),
        "search": _("Search"),
        "theme": _("Theme"),
        "translations": _("Translation status"),
    }


def _run(interface: Interface) -> dict[str, Any]:
    _ = interface.gettext
    return {
        "confirm_delete": _("Delete the run “{name}” with all its ticks?"),
        "link_copied": _("The link is copied"),
        "link_to": _("Copy a link to “{name}”"),
        "more_step": _("Step {number}: more"),
        "newer_storage": _(
            "This browser has ticks of a newer version of this page. They are left alone; new ones are not stored."
        ),
        "not_needed": _("Not needed"),
        "not_needed_because": _("Not needed: {reason}"),
        "run_added": _("A new run has begun. Give it a name."),
        "run_damaged": _("The saved run is damaged at “{place}”; nothing was taken from it."),
        "run_deleted": _("The run is deleted."),
        "run_name": _("Run {number}"),
        "run_newer": _("This run was saved by a newer version of the site; nothing was taken from it."),
        "run_of_another": _("This run belongs to another guide ({guide}); nothing was taken from it."),
        "run_offered": _("“{name}”: {count} steps done. It is added beside your own runs, which stay as they are."),
        "run_opened": _("The run “{name}” is here now, beside the others."),
        "run_saved": _("The run is saved as a file."),
        "run_unknown": _("This is not a saved run."),
        "run_unnamed": _("Unnamed"),
        "steps_left": forms(
            interface.locale,
            lambda number: interface.ngettext("You need %(num)s step", "You need %(num)s steps", number, _ANY),
        ),
        "undecided": _("Not sure: show everything"),
    }


def _changes(interface: Interface) -> dict[str, Any]:
    _ = interface.gettext
    return {
        "changed": forms(
            interface.locale,
            lambda number: interface.ngettext(
                "%(num)s step has changed since you ticked it",
                "%(num)s steps have changed since you ticked them",
                number,
                _ANY,
            ),
        ),
        "rechecked": _("The step counts as checked again."),
        "sheet_changed": forms(
            interface.locale,
            lambda number: interface.ngettext(
                "%(num)s step has changed since your sheet was printed",
                "%(num)s steps have changed since your sheet was printed",
                number,
                _ANY,
            ),
        ),
        "sheet_current": _("The sheet in your hand is current"),
        "sheet_old": _("The guide has changed since your sheet was printed"),
        "sheet_revision": _("Your sheet is of revision {sheet}, this page of revision {page}."),
        "sheet_same_steps": _("Your sheet is older than this page, but its steps are the same"),
    }
