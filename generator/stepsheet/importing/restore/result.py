"""What the way back gives: a guide, or the reason why there is none."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from stepsheet.importing.draft import Draft
from stepsheet.importing.restore.merging import merged
from stepsheet.importing.restore.places import places
from stepsheet.model.text import Kind
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
    are as the author wrote them, file names of pictures included. `edited` holds the keys of the edited texts, `before`
    what they were, `current` the keys of texts whose mark of an old or missing translation was taken away. `made` are
    words that the page shows and the export has made, by line.
    """

    skeleton: Skeleton
    draft: Draft
    edited: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    before: Mapping[str, str] = field(default_factory=dict)
    made: tuple[tuple[int, str], ...] = ()

    @property
    def is_translation(self) -> bool:
        """Whether the page is in another language than the guide's source."""
        return self.skeleton.locale != self.skeleton.source_locale

    def guide(self, lowered: Mapping[str, Any]) -> dict[str, Any]:
        """The content of the guide's file; `lowered` is the draft's data with each edited text written as Markdown.

        Whatever was not edited is as it was, to the byte; of an edited text, the blocks that were not.
        """
        if not self.edited:
            return dict(self.draft.data or {})
        data = deepcopy(dict(lowered))
        known = places(data)
        for key in self.edited & self.before.keys():
            if known[key].kind is Kind.PROSE and isinstance(known[key].value, str):
                known[key].put(merged(self.before[key], known[key].value))
        return data

    def catalog(self, data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        """The entries of the locale's catalog; `data` is what `guide` gave."""
        skeleton = self.skeleton
        texts = {key: place.value for key, place in places(dict(data)).items()}
        sources = {key: place.value for key, place in places(skeleton.data).items()}
        entries = dict(skeleton.catalog)
        for key in self.edited | self.current:
            entries[key] = {skeleton.source_locale: str(sources[key]), skeleton.locale: str(texts[key])}
        order = {key: number for number, key in enumerate(sources)}
        ordered = sorted(entries.items(), key=lambda item: order.get(item[0], len(order)))
        return {key: {locale: text for locale, text in entry.items() if text} for key, entry in ordered}
