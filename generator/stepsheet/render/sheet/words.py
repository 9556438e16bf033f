"""The words the sheet itself says, in the reader's language."""

from stepsheet.localize.document import Document
from stepsheet.localize.interface import Interface
from stepsheet.model.terms import Importance, WarningKind
from stepsheet.render.sheet.order import Form


def words(interface: Interface) -> dict[str, str]:
    """The words that are the same on every sheet of a locale; `page` has `{page}` and `{pages}` to fill in."""
    _, marks = interface.gettext, interface.marks
    return {
        "before": _("Before you start"),
        "needs": _("Have at hand"),
        "no_needs": _("You need nothing for this."),
        "options": _("Answer first"),
        "only_if": _("Only if:"),
        "not_needed": _("Not needed:"),
        "tailored": _("This sheet is made for the ticked answers."),
        "field": _("Field"),
        "enter": _("What to enter or choose"),
        "value": _("Your value"),
        "example": _("Example:"),
        "required": _("required"),
        "not_required": _("optional"),
        "secret": _("Keep it in the password manager"),
        "expect": _("Expected result:"),
        "if_not": _("If it did not work:"),
        "outcome": _("What you have now"),
        "in_outcome": marks.label(_("What you have now")),
        "next": marks.label(_("What to do next")),
        "source": _("Source:"),
        "verified": _("Checked by a second person:"),
        "date": _("Date"),
        "name": _("Name"),
        "signature": _("Signature"),
        "comma": marks.comma,
        "gap": marks.gap,
        "stop": marks.stop,
        "opening": marks.opening,
        "closing": marks.closing,
        "on_page": _("page %(number)s", {"number": "{page}"}),
        "page": _("Page %(page)s of %(pages)s", {"page": "{page}", "pages": "{pages}"}),
    }


def kinds(interface: Interface) -> dict[str, str]:
    """The signal word of each kind of warning."""
    _ = interface.gettext
    return {
        WarningKind.DANGER.value: _("Danger"),
        WarningKind.WARNING.value: _("Warning"),
        WarningKind.CAUTION.value: _("Caution"),
        WarningKind.NOTE.value: _("Note"),
        WarningKind.TIP.value: _("Tip"),
    }


def no_alt(interface: Interface) -> str:
    """What stands for the alt text of a picture that has none."""
    return interface.gettext("Picture without a description")


def importance(interface: Interface, value: Importance) -> str | None:
    """The word beside a section's heading; what is required needs none."""
    match value:
        case Importance.REQUIRED:
            return None
        case Importance.RECOMMENDED:
            return interface.gettext("recommended")
        case Importance.OPTIONAL:
            return interface.gettext("optional")


def date_boxes(interface: Interface) -> list[tuple[str, str]]:
    """The parts of a date and what stands below their boxes, in the order in which the locale writes one."""
    _ = interface.gettext
    names = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    return [(part, names[part]) for part in interface.date_parts]


def count(interface: Interface, steps: int) -> list[str] | None:
    """How many of a section's steps are done, in two halves with room for a number between them; None without steps."""
    if not steps:
        return None
    return interface.gettext("Done: %(done)s of %(total)s", {"done": "\n", "total": interface.number(steps)}).split(
        "\n"
    )


def revision(document: Document, interface: Interface) -> str:
    """Which state of the guide this sheet shows."""
    return interface.gettext("Revision %(revision)s", {"revision": document.revision})


def facts(document: Document, interface: Interface, form: Form = Form.TEXT) -> list[str]:
    """What the reader must know of the sheet itself. The date of revision is part of a checklist (Gawande, 2010)."""
    _ = interface.gettext
    found = [revision(document, interface)]
    if document.reviewed is not None:
        found.append(_("Checked on %(date)s", {"date": interface.date(document.reviewed)}))
    if document.time is not None:
        found.append(_("Takes %(time)s", {"time": interface.duration(document.time)}))
    if not form.explains:
        found.append(_("Short form, without explanations"))
    return [*found, interface.name]


def notice(document: Document, interface: Interface) -> list[str]:
    """What is not an up-to-date translation on this sheet, counted; empty when everything is."""
    _ = interface.gettext
    lines = []
    if document.missing:
        one = "%(num)s text is not translated and is shown in the original language (%(language)s)."
        many = "%(num)s texts are not translated and are shown in the original language (%(language)s)."
        language = {"language": interface.language(document.source_locale)}
        told = interface.ngettext(one, many, document.missing, language)
        marked = _("Such texts are marked %(mark)s.", {"mark": document.source_locale.upper()})
        lines.append(f"{told} {marked}")
    if document.stale:
        one = "%(num)s text has changed since it was translated."
        many = "%(num)s texts have changed since they were translated."
        told = interface.ngettext(one, many, document.stale)
        old, warnings = _("Old translations are marked †."), _("Changed warnings are shown in the original language.")
        lines.append(f"{told} {old} {warnings}")
    return lines


def step(number: str, interface: Interface) -> str:
    """How a text refers to a step: `step 3`."""
    return interface.gettext("step %(number)s", {"number": number})
