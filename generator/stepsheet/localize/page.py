"""A plain page in one locale, ready to be rendered: the whole text is in one language and in one state."""

from dataclasses import dataclass

from stepsheet.load.pages import PagesFolder
from stepsheet.load.pictures import Picture as File
from stepsheet.localize.document import Picture, State, Text
from stepsheet.model.body import variant
from stepsheet.model.page import IMAGES, PageBook, PageText


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that a page shows; `file` is what is copied, `locale` the language of the words in the picture."""

    file: Picture
    width: int
    height: int
    locale: str


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A whole page; `body` is Markdown with pictures and anchors, `shots` by the address the text names them with.

    A page without a translation is the source's; of one that is out of date the old translation is shown.
    """

    id: str
    locale: str
    source_locale: str
    title: Text
    summary: Text | None
    body: Text
    category: str | None
    shots: dict[str, Shot]

    @property
    def state(self) -> State:
        """Whether the reader gets an up-to-date translation."""
        return self.body.state


def page(book: PageBook, folder: PagesFolder, locale: str, source_locale: str) -> PlainPage:
    """The page in a locale; it must have passed the rules."""
    text = book.shown(locale)
    state = _state(book, text, locale, source_locale)
    summary = text.page.summary
    return PlainPage(
        id=book.id,
        locale=locale,
        source_locale=source_locale,
        title=Text("title", text.page.title, text.locale, state),
        summary=Text("summary", summary, text.locale, state) if summary else None,
        body=Text("text", text.body, text.locale, state),
        category=book.text.page.category,
        shots={picture.src: _shot(picture.src, folder, locale, source_locale) for picture in text.pictures},
    )


def _state(book: PageBook, text: PageText, locale: str, source_locale: str) -> State:
    if locale == source_locale:
        return State.SOURCE
    if text is book.text:
        return State.MISSING
    return State.TRANSLATED if text.page.translates == book.text.fingerprint else State.STALE


def _shot(address: str, folder: PagesFolder, locale: str, source_locale: str) -> Shot:
    """The locale's own picture, else the one that is named."""
    name = address.removeprefix(IMAGES)
    own = folder.pictures.get(variant(name, locale))
    file: File = own or folder.pictures[name]
    spoken = locale if own else source_locale
    return Shot(Picture(f"{IMAGES}{name}", file.source.path, None), file.width, file.height, spoken)
