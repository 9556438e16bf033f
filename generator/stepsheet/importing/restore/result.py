"""What the way back gives: a guide, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from stepsheet.importing.draft import Draft
from stepsheet.importing.restore.places import places
from stepsheet.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Lost:
    """The page is not the exported one any more: `what` is one fact, at a line of the page."""

    what: str
    line: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A guide that came back.

    `draft` is the guide in the language of the page. Texts that were edited are `Line` and `Prose` in it, all others
    are as the author wrote them, file names of pictures included. `edited` holds the keys of the edited texts,
    `current` those of texts whose mark of an old or missing translation was taken away. `made` are words that the page
    shows and the export has made, by line.
    """

    skeleton: Skeleton
    draft: Draft
    edited: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    made: tuple[tuple[int, str], ...] = ()

    @property
    def is_translation(self) -> bool:
        """Whether the page is in another language than the guide's source."""
        return self.skeleton.locale != self.skeleton.source_locale

    def catalog(self, data: Mapping[str, object]) -> dict[str, dict[str, str]]:
        """The entries of the locale's catalog; `data` is the draft's with all texts written."""
        skeleton = self.skeleton
        texts = {key: place.value for key, place in places(dict(data)).items()}
        sources = {key: place.value for key, place in places(skeleton.data).items()}
        entries = dict(skeleton.catalog)
        for key in self.edited | self.current:
            entries[key] = {skeleton.source_locale: str(sources[key]), skeleton.locale: str(texts[key])}
        order = {key: number for number, key in enumerate(sources)}
        ordered = sorted(entries.items(), key=lambda item: order.get(item[0], len(order)))
        return {key: {locale: text for locale, text in entry.items() if text} for key, entry in ordered}
