"""The guide page: read it, tick it, print it."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepsheet.localize.document import Block, Choice, Document, Option, Section, Step
from stepsheet.render import html, navigation
from stepsheet.render.card import PATH as CARD
from stepsheet.render.howto import howto, script
from stepsheet.render.page import Fields, addresses, card, front_matter, up, writers
from stepsheet.render.site import Category, File, Output, Place, Site
from stepsheet.render.templating import environment


@dataclass(frozen=True, slots=True)
class Effect:
    """What applies only with one answer to a question: whole sections and steps, and passages in others (`in_…`)."""

    choice: Choice
    sections: tuple[Section, ...]
    steps: tuple[Step, ...]
    in_sections: tuple[Section, ...]
    in_steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the guide and what each answer to it changes."""

    option: Option
    effects: tuple[Effect, ...]


def questions(document: Document) -> tuple[Question, ...]:
    """Every question of the guide, with the parts that hang on each answer."""
    return tuple(
        Question(option, tuple(_effect(document, option, choice) for choice in option.choices))
        for option in document.options
    )


def _effect(document: Document, option: Option, choice: Choice) -> Effect:
    sections, steps = document.sections, tuple(document.steps())

    def applies(part: Section | Step | Block) -> bool:
        clauses = (clause for clause in part.conditions if clause.option == option.id)
        return any(choice.id == answer.id for clause in clauses for answer in clause.answers)

    return Effect(
        choice,
        tuple(filter(applies, sections)),
        tuple(filter(applies, steps)),
        tuple(one for one in sections if not applies(one) and any(map(applies, (*one.body, *one.after)))),
        tuple(one for one in steps if not applies(one) and any(map(applies, one.body))),
    )


def steps_of(section: Section) -> int:
    """How many boxes a section has: its steps and their sub-steps."""
    return sum(1 + len(step.steps) for step in section.steps)


def _category(site: Site, document: Document) -> Category | None:
    return next((category for category in site.categories if category.id == document.category), None)


def _edit_url(site: Site, document: Document) -> str | None:
    """Where the text of this page is edited: the guide itself, or its catalog in this locale."""
    if site.edit_url is None:
        return None
    name = "guide" if document.locale == document.source_locale else document.locale
    return f"{site.edit_url}guides/{document.id}/{name}.yml"


def _meta(site: Site, document: Document, folder: str) -> Fields:
    return {
        "title": html.plain(document.title),
        "description": html.plain(document.summary),
        "tags": list(document.tags),
        "hide": ["navigation", "tags"],
        "stepsheet": {
            "edit_url": _edit_url(site, document),
            # Linked by the theme: Zensical rewrites links that end in `.md` wherever it finds them in a page's text.
            "files": [
                {"name": "XLSX", "href": f"../{document.id}.xlsx"},
                {"name": "CSV", "href": f"../{document.id}.csv"},
                {"name": site.interface.gettext("Task list"), "href": f"../{document.id}.tasks.md"},
                {"name": "Markdown", "href": f"../{document.id}.md"},
                {"name": "JSON", "href": f"../{document.id}.json"},
            ],
            **addresses(site, folder, card=folder),
            "howto": script(howto(document, site, site.address(f"{folder}{CARD}"))),
        },
    }


def page(site: Site, document: Document) -> str:
    """One guide as the Markdown its page is built from."""
    folder = f"guides/{document.id}/"
    meta = _meta(site, document, folder)
    guides = {other.id: other for other in site.documents}
    return (
        environment(site.locale)
        .get_template("guide.page.md.j2")
        .render(
            front_matter=front_matter(meta),
            meta=meta["stepsheet"],
            document=document,
            category=_category(site, document),
            questions=questions(document),
            total=sum(steps_of(section) for section in document.sections),
            steps_of=steps_of,
            papers=site.papers,
            following=[card(guides[neighbour.id]) for neighbour in document.next if neighbour.id in guides],
            **navigation.around(site, "guide", document.id, up(folder)),
            **writers(site, folder),
        )
    )


def files(site: Site) -> Iterator[File]:
    """A page for each guide."""
    for document in site.documents:
        yield File.text(f"guides/{document.id}/index.md", page(site, document), Place.DOCS)


OUTPUT = Output("guide-page", files)
