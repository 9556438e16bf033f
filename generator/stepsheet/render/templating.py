"""One Jinja environment a locale: strict, escaping, speaking the reader's language."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stepsheet.localize.interface import Interface
from stepsheet.render.passages import passages


@cache
def environment(locale: str) -> Environment:
    """The environment for one locale, with `_()` and `ngettext()`; HTML and the pages' Markdown are escaped."""
    interface = Interface(locale)
    made = Environment(
        loader=PackageLoader("stepsheet.render"),
        undefined=StrictUndefined,
        # All that becomes HTML is escaped; plain Markdown and text must not be.
        autoescape=lambda name: name is not None and name.endswith((".html.j2", ".page.md.j2", ".svg.j2")),  # noqa: S701
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.install_gettext_callables(interface.gettext, interface.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals["interface"] = interface
    made.globals["marks"] = interface.marks
    made.globals["either"] = partial(_either, interface)
    made.globals["passages"] = passages
    return made


def _either(interface: Interface, said: Callable[[object], Markup], things: Iterable[object]) -> Markup:
    """Things as alternatives, each as a macro says it."""
    return Markup(interface.join([str(said(thing)) for thing in things], "or"))  # noqa: S704 - macros escape
