"""The picture files of a guide in one locale: its own where it has them, else the source's."""

from dataclasses import dataclass

from stepsheet.load import svg
from stepsheet.load.pictures import Picture as PictureFile
from stepsheet.localize.document import Picture, Text
from stepsheet.localize.interface import Interface
from stepsheet.localize.speaker import Speaker
from stepsheet.model.body import variant
from stepsheet.model.content import Bundle

_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}


@dataclass(frozen=True, slots=True)
class Gallery:
    """Finds the pictures of a guide by the names its texts have for them; each of them is there."""

    bundle: Bundle
    speaker: Speaker

    def file(self, src: str) -> PictureFile:
        """The locale's own picture, else the source's."""
        pictures = self.bundle.folder.pictures
        return pictures.get(variant(src, self.speaker.locale)) or pictures[src]

    def locale(self, src: str) -> str:
        """The language of the words in a picture: the locale's only when every one of them is translated."""
        say = self.speaker
        if variant(src, say.locale) in self.bundle.folder.pictures:
            return say.locale
        words = say.picture_words(src)
        translated = all(text.locale == say.locale for text in words.values())
        is_drawing = self.bundle.folder.pictures[src].drawing is not None
        return say.locale if translated and is_drawing else say.source_locale

    def picture(self, src: str) -> Picture:
        """The picture as it is shown: an SVG of the source's with its words in the locale."""
        file = self.file(src)
        path = f"images/{src}"
        if file.drawing is None or file.name != src or self.speaker.locale == self.speaker.source_locale:
            return Picture(path, file.source.path, None)
        words = {name: self._apart(text) for name, text in self.speaker.picture_words(src).items()}
        content = svg.localized(file.source.path.read_bytes(), file.drawing.words, words)
        return Picture(path, file.source.path, content)

    def _apart(self, text: Text) -> str:
        """Words of a picture; those that run the other way than the source's are set apart (UAX 9, isolates).

        So their place stays where the source has it, and inside them the order is that of their language.
        """
        direction = Interface(text.locale).direction
        if direction == Interface(self.speaker.source_locale).direction:
            return text.value
        return f"{_ISOLATES[direction]}{text.value}\u2069"
