"""A page understood: whether it is a procedure, and if so, the guide that it is."""

from pathlib import PurePosixPath

from stepsheet.diagnostics import Source
from stepsheet.importing.classify import anchored, onward, outline, parts, slugs, titles
from stepsheet.importing.classify.commands import tells
from stepsheet.importing.classify.guide import Writer
from stepsheet.importing.classify.inlines import plain
from stepsheet.importing.classify.notes import Notes
from stepsheet.importing.classify.options import plan
from stepsheet.importing.classify.parts import Part
from stepsheet.importing.classify.pieces import Reader
from stepsheet.importing.draft import Draft, Line
from stepsheet.importing.tree import Page

MIN_SHORT = 4  # steps in lists of two


def draft(page: Page, source: Source, path: PurePosixPath, *, category: str | None) -> Draft:
    """What the page is: a procedure with the content of its guide, or a page without steps with its blocks.

    `path` names the page in its space; the name is its title when it has no other.
    """
    notes = Notes(source)
    named = titles.named(page.fields, page.blocks, path, notes)
    reader = Reader(plan(named.blocks), Notes(source))
    blocks, following = onward.onward(named.blocks, reader.notes)
    root = outline.tree(reader.pieces(blocks))
    intro, made = parts.parts(root, named.title, reader)
    if not _is_procedure(made):
        notes.no_steps()
        if named.tags:
            key = next(key for key in titles.TAGS if page.fields.get(key))
            notes.left(1, f"the setting {key!r}, which only guides have", " ".join(named.tags))
        blocks, anchors = anchored.anchored(page.blocks, named.title)
        return Draft(named.title, named.description, None, blocks, anchors, notes.entries)
    writer = Writer(reader)
    summary, intro = titles.summarized(named, intro, reader.notes)
    content = writer.guide(intro, made)
    data: dict[str, object] = {"title": Line(_line(named), named.title), "summary": Line(_line(named), summary)}
    data |= {"category": category} if category else {}
    data |= {"tags": list(named.tags)} if named.tags else {}
    data |= content
    data |= {"next": list(following)} if following else {}
    anchors = {**writer.anchors}
    if named.heading:
        first = next(iter(content["sections"]))  # type: ignore[call-overload]
        for anchor in slugs.variants(named.heading):
            anchors.setdefault(anchor, f"section:{first['id']}")
    return Draft(named.title, summary, data, page.blocks, anchors, (*notes.entries, *reader.notes.entries))


def _is_procedure(made: tuple[Part, ...]) -> bool:
    """Whether one of the sections surely has steps, or several have short lists of commands."""
    short = [task for part in made for task in part.tasks]
    telling = sum(tells(plain(task.do)) for task in short)
    return any(part.sure for part in made) or (len(short) >= MIN_SHORT and telling > len(short) / 2)


def _line(named: titles.Named) -> int:
    return named.heading.line if named.heading else 1
