"""The text of a message in one locale, and the policy for one that has no up-to-date translation.

Missing: the source text. Stale: the old translation, but the source text of a warning, because safety beats language.
"""

from collections.abc import Iterable

from stepsheet.localize.document import State, Text
from stepsheet.model.book import Book
from stepsheet.model.catalog import Standing
from stepsheet.model.element import Element, Message, join

_STATES = {Standing.OK: State.TRANSLATED, Standing.MISSING: State.MISSING, Standing.STALE: State.STALE}


class Speaker:
    """Finds the text of a message in one locale."""

    def __init__(self, book: Book, locale: str, source_locale: str) -> None:
        self.locale = locale
        self.source_locale = source_locale
        self._catalog = book.catalogs.get(locale)
        self._texts = {message.key: self._localized(message) for message in book.messages_for(locale)}

    def text(self, element: Element, name: str) -> Text:
        """The text an element has under a name."""
        return self._texts[join(element.key, name)]

    def maybe(self, element: Element, name: str) -> Text | None:
        """The text, or None where the author wrote none."""
        return self._texts.get(join(element.key, name))

    def picture_words(self, name: str) -> dict[str, Text]:
        """The words of an SVG picture by their ids."""
        prefix = f"images/{name}#"
        return {key.removeprefix(prefix): text for key, text in self._texts.items() if key.startswith(prefix)}

    def count(self, state: State) -> int:
        """How many texts of the book are in a state."""
        return sum(text.state is state for text in self._texts.values())

    @property
    def percent(self) -> int:
        """How much of the book is in the language of the locale, rounded down; an outdated translation is."""
        own = sum(text.locale == self.locale for text in self._texts.values())
        return 100 * own // len(self._texts) if self._texts else 100

    def fingerprint(self) -> Iterable[tuple[str, str, str]]:
        """Every text with its key and language."""
        return ((key, text.value, text.locale) for key, text in self._texts.items())

    def _localized(self, message: Message) -> Text:
        if self.locale == self.source_locale:
            return Text(message.key, message.text, self.locale, State.SOURCE)
        if self._catalog is None:
            return Text(message.key, message.text, self.source_locale, State.MISSING)
        standing, translation = self._catalog.standing(message.key, message.text, self.source_locale)
        safe = standing is Standing.OK or (standing is Standing.STALE and not message.hazard)
        if safe:
            return Text(message.key, translation, self.locale, _STATES[standing])
        return Text(message.key, message.text, self.source_locale, _STATES[standing])
