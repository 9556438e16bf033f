"""The files of the plain pages in a tree: their Markdown in a flavour, their skeletons, their pictures."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it.token import Token

from stepsheet.exporting.exporter import File, Shelf
from stepsheet.exporting.flavour import Flavour
from stepsheet.exporting.layout import Layout
from stepsheet.exporting.links import Links
from stepsheet.exporting.parts import NAMES
from stepsheet.exporting.piece import Made, Piece, stack
from stepsheet.exporting.words import Words
from stepsheet.localize.document import Figure, State, Text
from stepsheet.localize.page import PlainPage
from stepsheet.model import passage
from stepsheet.model.page import IMAGES
from stepsheet.model.terms import WarningKind
from stepsheet.render.markdown import blocks, escaping, inline
from stepsheet.render.markdown.inline import PICTURE
from stepsheet.skeleton import PageSkeleton, dump, page_file


def files(shelf: Shelf, layout: Layout, flavour: Flavour, found: Links) -> Iterator[File]:
    """The files of every page."""
    shown: dict[str, bytes] = {}
    for page in shelf.site.pages:
        skeleton = written(page, shelf, layout, flavour, found)
        yield File.text(skeleton.page, skeleton.text)
        yield File.text(page_file(page.id), dump(skeleton))
        shown |= {
            layout.shared + address.removeprefix(IMAGES): shot.file.read() for address, shot in page.shots.items()
        }
    for path, content in sorted(shown.items()):
        yield File(PurePosixPath(path), content)


def written(page: PlainPage, shelf: Shelf, layout: Layout, flavour: Flavour, found: Links) -> PageSkeleton:
    """A page in a flavour, and the file that it was."""
    here = f"page:{page.id}"
    file = found.pages[here]
    folder = posixpath.relpath(layout.shared, posixpath.dirname(file) or ".")

    def target(href: str) -> str | None:
        src = href.removeprefix(PICTURE)
        return f"{folder}/{src.removeprefix(IMAGES)}" if src != href else found.target(href, here)

    words = Words(shelf.site.interface, flavour.script, target, flavour.indent)
    held = shelf.texts[page.id].get(page.locale)
    names = [address.removeprefix(IMAGES) for address in page.shots]
    return PageSkeleton(
        id=page.id,
        locale=page.locale,
        source_locale=page.source_locale,
        flavour=flavour.name,
        page=file,
        pictures={layout.shared + name: name for name in names} if page.locale == page.source_locale else {},
        file=held.source.text if held else "",
        text=_Page(page, flavour, words).piece().text + "\n",
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """Writes one page."""

    page: PlainPage
    flavour: Flavour
    words: Words

    def piece(self) -> Piece:
        """The whole page."""
        head = self.flavour.head(self.page.title, self.page.summary, self.words)
        return stack([head, *map(self._run, passage.runs(passage.tokens(self.page.body.value)))])

    def _run(self, run: Sequence[Token]) -> Piece:
        """A block that no other block holds."""
        first = run[0]
        if first.type == "heading_open":
            words = self._line(run[1].children or [])
            return self.flavour.heading(int(first.tag[1]), [Made(words, "")], passage.anchor(first) or "")
        if first.type == "figure":
            return self.flavour.figure(self._figure(first), self._way(first), self.words)
        kind = first.meta.get(passage.ALERT)
        if kind:
            inner = [self._run(part) for part in passage.runs(_raised(run[1:-1]))]
            return self.flavour.hint(WarningKind(kind), self.words.say(NAMES[kind]), inner)
        markdown = blocks.blocks(self.words.script.masked(run), self.words.target, self.words.indent)
        text = self.words.script.unmask(markdown)
        kinds = {"bullet_list_open": "*", "ordered_list_open": "1."}
        return Piece(tuple(text.split("\n")), (), kinds.get(first.type, ""), kinds.get(first.type, ""))

    def _line(self, tokens: Sequence[Token]) -> str:
        masked = self.words.script.masked(tokens)
        return self.words.script.unmask(escaping.heading(escaping.edged(inline.line(masked, self.words.target))))

    def _way(self, token: Token) -> str:
        return self.words.target(PICTURE + passage.address(token)) or ""

    def _figure(self, token: Token) -> Figure:
        alt, caption = passage.words(token).strip(), escaping.plain(passage.caption(token))
        texts = (Text("", text, self.page.locale, State.SOURCE) if text else None for text in (alt, caption))
        described, below = texts
        return Figure(
            id="",
            anchor="",
            path=passage.address(token),
            width=0,
            height=0,
            alt=described,
            decorative=False,
            caption=below,
            marks=(),
            locale=self.page.locale,
        )


def _raised(tokens: Sequence[Token]) -> list[Token]:
    """The tokens inside a block as if they were in none."""
    return [token.copy(level=token.level - 1) for token in tokens]
