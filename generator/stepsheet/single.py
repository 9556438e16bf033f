"""One file out of the content: a guide on paper, all of them in a binder, a guide in any of its other forms."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stepsheet import pipeline
from stepsheet.diagnostics import Diagnostic, failed
from stepsheet.errors import UserError
from stepsheet.model.problem import guide_meant
from stepsheet.render.everything import forms
from stepsheet.render.sheet import Order, Typesetter, answers
from stepsheet.render.site import Site
from stepsheet.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """A file; `content` is None when findings stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    content: bytes | None


def sheet(settings: Settings, today: date, guide: str, locale: str, order: Order, given: Iterable[str] = ()) -> Made:
    """One guide on paper, for answers given as `option=answer`.

    Raises UserError when there is no such guide or answer; its own mistakes are findings, those of others are not.
    """
    own, site = _alone(settings, today, guide, locale)
    if site is None:
        return Made(own, None)
    document = site.documents[0]
    wanted = replace(order, answers=answers(document.options, given))
    with Typesetter(site.sheet_store) as typesetter:
        return Made(own, typesetter.sheet(document, site, wanted))


def saved(settings: Settings, today: date, guide: str, locale: str, form: str) -> Made:
    """One guide in another form. Raises UserError when there is no such guide; its mistakes alone are findings."""
    own, site = _alone(settings, today, guide, locale)
    if site is None:
        return Made(own, None)
    (file,) = forms()[form].files(site)
    return Made(own, file.content)


def binder(settings: Settings, today: date, locale: str, order: Order) -> Made:
    """All guides of a locale on paper. Raises UserError when there is none; any error of the content stops it."""
    checked = pipeline.check(settings, today)
    if failed(checked.diagnostics):
        return Made(checked.diagnostics, None)
    if not checked.content.bundles:
        raise UserError("there are no guides to print", help=f"write one in {settings.content.name}/guides/")
    site = pipeline.site(checked.content, settings, locale, settings.prefixes, checked.content.bundles)
    with Typesetter(site.sheet_store) as typesetter:
        return Made(checked.diagnostics, typesetter.binder(site, order))


def _alone(settings: Settings, today: date, guide: str, locale: str) -> tuple[tuple[Diagnostic, ...], Site | None]:
    """The findings about one guide, and a site with no other one; None when they stop it."""
    checked = pipeline.check(settings, today)
    if guide not in checked.content.guide_ids:
        raise UserError(f"there is no guide {guide!r}", help=guide_meant(guide, checked.content.guide_ids))
    folder = settings.content / "guides" / guide
    own = tuple(item for item in checked.diagnostics if item.finding.location.source.path.is_relative_to(folder))
    if failed(own):
        return own, None
    bundles = [bundle for bundle in checked.content.bundles if bundle.id == guide]
    return own, pipeline.site(checked.content, settings, locale, settings.prefixes, bundles)
