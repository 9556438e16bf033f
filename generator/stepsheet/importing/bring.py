"""What `stepsheet import` brings: a space in the site's language, with the translations that lie beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from stepsheet.diagnostics import Location
from stepsheet.errors import UserError
from stepsheet.importing import run, variant_run
from stepsheet.importing.brought import Brought, Imported, shared_pictures
from stepsheet.importing.entry import Entry
from stepsheet.importing.faults import left_out
from stepsheet.importing.pictures import Album, Gallery
from stepsheet.importing.space import Space
from stepsheet.importing.translation import Twin
from stepsheet.importing.understood import Wishes
from stepsheet.importing.variants import REST, variants
from stepsheet.importing.writing.plan import Piece


@dataclass(frozen=True, slots=True)
class Harvest:
    """All pages of all languages, the pieces to put into the content folder, and what there is to report."""

    pages: tuple[Brought, ...]
    pieces: tuple[Piece, ...] = field(repr=False)
    entries: tuple[Entry, ...]


def everything(space: Space, wishes: Wishes, locales: Sequence[str]) -> Harvest:
    """The space in the language of the wishes, and those of its variants that the site has.

    Raises UserError when the space has variants, but none in that language.
    """
    spaces = variants(space)
    if not spaces:
        return _gathered([run.space(space, wishes)], ())
    if wishes.locale not in spaces:
        found = ", ".join(tag for tag in spaces if tag != REST)
        raise UserError(
            f"the source has the languages {found}, and none of them is {wishes.locale!r}, the language of the guides",
            help="put one of them first in `locales` of mkdocs.yml",
        )
    source = run.space(spaces[wishes.locale], wishes)
    partners = variant_run.twins(source, wishes.locale)
    others = [tag for tag in spaces if tag in locales and tag != wishes.locale]
    made = [source]
    made += [variant_run.space(spaces[tag], replace(wishes, locale=tag), partners, source.album) for tag in others]
    if REST in spaces:
        made.append(run.space(spaces[REST], wishes, beside=source))
    return _gathered(made, (*space.entries, *_strangers(spaces, wishes, locales)))


def one_translation(space: Space, wishes: Wishes, twin: Twin) -> Harvest:
    """The one page of a space as the catalog of a guide. Raises UserError when there are more pages."""
    if len(space.pages) != 1:
        raise UserError(
            f"{len(space.pages)} pages cannot be the translation of one guide", help="name the one page that is"
        )
    [page] = space.pages
    album = Album(Gallery(space))
    return _gathered([variant_run.space(space, wishes, {page.path: twin}, album)], ())


def _strangers(spaces: dict[str, Space], wishes: Wishes, locales: Sequence[str]) -> Iterator[Entry]:
    """The languages that the site does not have."""
    for tag, space in spaces.items():
        if tag not in {REST, wishes.locale, *locales}:
            what = f"{len(space.pages)} pages in {tag!r}, which is no locale of the site"
            yield left_out.at(Location(space.pages[0].source), what, ())


def _gathered(made: Sequence[Imported], entries: Sequence[Entry]) -> Harvest:
    pages = tuple(page for one in made for page in one.pages)
    pieces = (*(piece for one in made for piece in one.pieces), *shared_pictures(made[0].album))
    return Harvest(pages, pieces, (*entries, *(entry for one in made for entry in one.entries)))
