"""A guide and its catalog become a document: the policy for missing and stale texts, numbers, conditions, pictures."""

import io
from typing import Any

import pytest
from PIL import Image

from stepsheet.localize import apply
from stepsheet.localize.document import Document, Figure, Prose, State, Text
from stepsheet.localize.interface import Interface

GUIDE = "content/guides/visit/guide.yml"
EN = "content/guides/visit/en.yml"
IMAGES = "content/guides/visit/images/"

SOURCE = """\
title: Визит
summary: Как прийти.
needs: none
options:
  - {id: far, ask: Далеко?}
  - id: by
    ask: На чём?
    choices: [{id: bus, label: Автобус}, {id: car, label: Машина}, {id: bike, label: Велосипед}]
sections:
  - id: go
    title: Идите
    when: far
    warnings: [{id: ice, text: Скользко!, avoid: Не бегите.}]
    steps:
      - id: dress
        do: Оденьтесь.
        info: Тепло.
        images: [{id: map, src: map.svg, alt: Карта}]
        steps: [{id: hat, do: Шапка.}, {id: coat, do: Пальто.}]
      - id: ride
        when: {by: [bike, bus], far: no}
        do: Поезжайте.
  - id: stay
    title: Побудьте
    steps: [{id: sit, do: Сядьте.}]
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text id="a">Дом</text><text id="b">Река</text></svg>'


def entry(key: str, source: str, translation: str) -> str:
    return f"{key}: {{ru: {source!r}, en: {translation!r}}}\n"


FULL = {
    "title": ("Визит", "A visit"),
    "summary": ("Как прийти.", "How to come."),
    "far.ask": ("Далеко?", "Is it far?"),
    "by.ask": ("На чём?", "How?"),
    "by.bus.label": ("Автобус", "By bus"),
    "by.car.label": ("Машина", "By car"),
    "by.bike.label": ("Велосипед", "By bike"),
    "go.title": ("Идите", "Go"),
    "go.ice.text": ("Скользко!", "Ice!"),
    "go.ice.avoid": ("Не бегите.", "Do not run."),
    "go.dress.do": ("Оденьтесь.", "Dress."),
    "go.dress.info": ("Тепло.", "Warmly."),
    "go.dress.map.alt": ("Карта", "The map"),
    "go.dress.hat.do": ("Шапка.", "The hat."),
    "go.dress.coat.do": ("Пальто.", "The coat."),
    "go.ride.do": ("Поезжайте.", "Ride."),
    "stay.title": ("Побудьте", "Stay"),
    "stay.sit.do": ("Сядьте.", "Sit."),
    "images/map.svg#a": ("Дом", "House"),
    "images/map.svg#b": ("Река", "River"),
}


def catalog(**changes: tuple[str, str] | None) -> str:
    """The full catalog with some entries changed or, with None, left out; `__` in a name stands for a dot."""
    entries = {**FULL, **{name.replace("__", "."): change for name, change in changes.items()}}
    return "".join(entry(key, *texts) for key, texts in entries.items() if texts)


def localized(project: Any, locale: str = "en", files: dict[str, Any] | None = None) -> Document:
    project.write({GUIDE: SOURCE, EN: catalog(), IMAGES + "map.svg": SVG, **(files or {})})
    read = project.check().content
    names = apply.titles(read.bundles, locale, "ru")
    bundle = next(bundle for bundle in read.bundles if bundle.id == "visit")
    return apply.document(bundle, locale, "ru", names)


def figure(document: Document) -> Figure:
    found = next(block for block in document.sections[0].steps[0].body if isinstance(block, Figure))
    assert isinstance(found, Figure)
    return found


# --- texts


def test_a_translated_text_is_the_catalogs(project: Any) -> None:
    assert localized(project).sections[0].steps[0].do == Text("go.dress.do", "Dress.", "en", State.TRANSLATED)


def test_the_source_locale_is_the_guide_itself(project: Any) -> None:
    document = localized(project, "ru")
    assert document.sections[0].steps[0].do == Text("go.dress.do", "Оденьтесь.", "ru", State.SOURCE)
    assert (document.missing, document.stale) == (0, 0)


def test_a_missing_text_is_the_source_text_and_says_so(project: Any) -> None:
    document = localized(project, files={EN: catalog(go__dress__do=None, title=("Визит", ""))})
    assert document.sections[0].steps[0].do == Text("go.dress.do", "Оденьтесь.", "ru", State.MISSING)
    assert document.title == Text("title", "Визит", "ru", State.MISSING)
    assert (document.missing, document.stale) == (2, 0)


def test_a_stale_text_is_the_old_translation_and_says_so(project: Any) -> None:
    document = localized(project, files={EN: catalog(go__dress__do=("Старое.", "Old."))})
    assert document.sections[0].steps[0].do == Text("go.dress.do", "Old.", "en", State.STALE)
    assert (document.missing, document.stale) == (0, 1)


def test_a_stale_warning_is_the_source_text_because_safety_beats_language(project: Any) -> None:
    document = localized(project, files={EN: catalog(go__ice__text=("Сухо.", "Dry.")), GUIDE: SOURCE})
    warning = document.sections[0].warnings[0]
    assert warning.text == Text("go.ice.text", "Скользко!", "ru", State.STALE)
    assert warning.avoid == Text("go.ice.avoid", "Do not run.", "en", State.TRANSLATED)


def test_a_missing_warning_is_the_source_text(project: Any) -> None:
    warning = localized(project, files={EN: catalog(go__ice__avoid=None)}).sections[0].warnings[0]
    assert warning.avoid == Text("go.ice.avoid", "Не бегите.", "ru", State.MISSING)


def test_without_a_catalog_everything_is_missing(project: Any) -> None:
    document = localized(project, files={EN: "x: {ru: a, en: b}\n"})
    assert document.missing == len(FULL)
    assert document.title.locale == "ru"


def test_blanks_around_a_source_text_make_no_translation_stale(project: Any) -> None:
    document = localized(project, files={EN: catalog(go__dress__info=("  Тепло. ", "Warmly."))})
    assert document.stale == 0


def test_ids_order_and_anchors_are_the_same_in_every_locale(project: Any) -> None:
    anchors = [[(step.anchor, step.number) for step in localized(project, locale).steps()] for locale in ("ru", "en")]
    assert anchors[0] == anchors[1]


# --- numbers and conditions


def test_steps_are_counted_through_the_guide_and_sub_steps_within_their_step(project: Any) -> None:
    document = localized(project)
    assert [step.number for step in document.steps()] == ["1", "1.1", "1.2", "2", "3"]
    assert [section.number for section in document.sections] == ["1", "2"]


def test_a_renamed_part_knows_every_anchor_it_had(project: Any) -> None:
    """A part in a renamed one, too: both of its names stood below both names of the other."""
    renamed = SOURCE.replace("id: go\n", "id: go\n    was: [leave]\n").replace("{id: hat,", "{id: hat, was: [cap],")
    document = localized(project, files={GUIDE: renamed})
    section = document.sections[0]
    assert section.was == ("leave",)
    assert section.steps[0].was == ("leave.dress",)
    assert section.steps[0].steps[0].was == ("go.dress.cap", "leave.dress.hat", "leave.dress.cap")
    assert document.sections[1].was == ()


def test_deeper_sections_are_counted_below_the_one_they_belong_to() -> None:
    levels = [1, 2, 2, 3, 3, 2, 1, 2, 3]
    assert list(apply.numbers(levels)) == ["1", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "2", "2.1", "2.1.1"]


TOLD = """\
title: Визит
summary: Как прийти.
info: Недалеко.
images: [{id: gate, src: map.svg}, {id: line, src: map.svg, decorative: true}]
needs: none
options: [{id: far, ask: Далеко?}]
warnings: [{id: ice, text: Скользко!, info: Посыпано песком.}]
sections:
  - id: go
    title: Идите
    body:
      - {id: road, text: По дороге.}
      - {id: bus, when: far, text: На автобусе.}
      - {id: fare, when: far, code: {text: 2 EUR}}
      - {id: stop, when: far, image: {src: map.svg, alt: Остановка}}
    steps: [{id: walk, do: Идите.}]
    after: [{id: rest, when: {far: no}, text: Отдохните.}]
"""


def test_what_explains_is_a_body_wherever_it_stands(project: Any) -> None:
    document = localized(project, "ru", {GUIDE: TOLD})
    section = document.sections[0]
    assert [(type(block), block.id) for block in document.body] == [(Prose, "info"), (Figure, "gate"), (Figure, "line")]
    assert [block.id for block in section.body] == ["road", "bus", "fare", "stop"]
    assert [block.id for block in section.after] == ["rest"]


def test_a_block_of_a_body_has_its_condition_in_words(project: Any) -> None:
    section = localized(project, "ru", {GUIDE: TOLD}).sections[0]
    answers = [
        [(clause.ask.value, [answer.id for answer in clause.answers]) for clause in block.conditions]
        for block in (*section.body, *section.after)
    ]
    assert answers == [[], *[[("Далеко?", ["yes"])]] * 3, [("Далеко?", ["no"])]]


def test_a_picture_without_an_alt_text_is_not_a_decorative_one(project: Any) -> None:
    body = localized(project, "ru", {GUIDE: TOLD}).body
    assert [(block.alt, block.decorative) for block in body if isinstance(block, Figure)] == [
        (None, False),
        (None, True),
    ]


def test_the_rest_of_a_stale_warning_is_the_source_text_too(project: Any) -> None:
    files = {GUIDE: TOLD, EN: entry("ice.info", "Посыпано солью.", "There is salt on it.")}
    warning = localized(project, files=files).warnings[0]
    assert warning.info == Text("ice.info", "Посыпано песком.", "ru", State.STALE)


def test_a_condition_is_the_question_with_its_answers_in_words(project: Any) -> None:
    document = localized(project)
    (condition,) = document.sections[0].conditions
    assert (condition.option, condition.ask.value) == ("far", "Is it far?")
    assert [answer.label.value for answer in condition.answers] == [Interface("en").gettext("yes")]


def test_the_answers_of_a_condition_come_in_the_order_of_the_question(project: Any) -> None:
    by, far = localized(project).sections[0].steps[1].conditions
    assert [answer.label.value for answer in by.answers] == ["By bus", "By bike"]
    assert [answer.label.value for answer in far.answers] == [Interface("en").gettext("no")]


def test_the_body_is_the_info_and_then_the_pictures(project: Any) -> None:
    body = localized(project).sections[0].steps[0].body
    assert [type(block) for block in body] == [Prose, Figure]


def test_a_guide_that_follows_is_named_in_the_locale(project: Any) -> None:
    files = {
        GUIDE: SOURCE + "next: [walk, broken]\n",
        "content/guides/walk/guide.yml": SOURCE.replace("Визит", "Прогулка").replace("map.svg", "../x"),
        "content/guides/walk/en.yml": entry("title", "Прогулка", "A walk"),
        "content/guides/broken/guide.yml": "title: A\n",
    }
    assert [(item.id, item.title.value) for item in localized(project, files=files).next] == [("walk", "A walk")]


# --- pictures


def test_the_words_of_a_drawing_are_localized_in_a_copy(project: Any) -> None:
    (picture,) = localized(project).pictures
    assert picture.path == "images/map.svg"
    assert picture.read().decode() == SVG.replace("Дом", "House").replace("Река", "River")


def test_the_source_locale_shows_the_file_itself(project: Any) -> None:
    (picture,) = localized(project, "ru").pictures
    assert picture.content is None
    assert picture.read().decode() == SVG


def test_a_drawing_speaks_the_locale_only_when_every_word_does(project: Any) -> None:
    assert figure(localized(project)).locale == "en"
    assert figure(localized(project, files={EN: catalog(**{"images/map__svg#b": None})})).locale == "ru"


def test_a_drawing_without_words_speaks_every_language(project: Any) -> None:
    mute = SVG.replace("Дом", "").replace("Река", "")
    assert figure(localized(project, files={IMAGES + "map.svg": mute})).locale == "en"


def png(width: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, 1)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_photograph_is_the_sources_unless_the_locale_has_its_own(project: Any) -> None:
    files = {GUIDE: SOURCE.replace("map.svg", "map.png"), IMAGES + "map.png": png(2)}
    theirs = localized(project, files=files)
    assert (figure(theirs).locale, figure(theirs).width) == ("ru", 2)
    own = localized(project, files={**files, IMAGES + "map.en.png": png(3)})
    assert (figure(own).locale, figure(own).width, figure(own).path) == ("en", 3, "images/map.png")
    assert own.pictures[0].read() == png(3)
    assert figure(localized(project, "ru", files)).width == 2


def test_a_locales_own_drawing_is_shown_as_it_is(project: Any) -> None:
    own = SVG.replace("Дом", "Home").replace("Река", "Brook")
    document = localized(project, files={IMAGES + "map.en.svg": own})
    assert document.pictures[0].read().decode() == own
    assert figure(document).locale == "en"


# --- revision


@pytest.mark.parametrize(
    "files",
    [
        {GUIDE: SOURCE.replace("Тепло", "Легко")},
        {GUIDE: SOURCE.replace("when: far", "when: {far: no}")},
        {GUIDE: SOURCE.replace("id: coat", "id: cape")},
        {IMAGES + "map.svg": SVG.replace("9 9", "8 8")},
        {EN: catalog(go__dress__do=("Оденьтесь.", "Get dressed."))},
        {EN: catalog(go__dress__do=None)},
    ],
)
def test_the_revision_changes_with_text_structure_and_picture(files: dict[str, str], project: Any) -> None:
    before = localized(project).revision
    assert localized(project, files=files).revision != before


@pytest.mark.parametrize(
    "files",
    [
        {GUIDE: "# a note\n" + SOURCE.replace("Тепло.", "'Тепло.' # indeed")},
        {EN: "# a note\n" + catalog()},
        {EN: catalog() + entry("orphan", "a", "b")},
        {"content/guides/walk/guide.yml": SOURCE},
    ],
)
def test_the_revision_does_not_change_with_a_comment_or_another_guide(files: dict[str, str], project: Any) -> None:
    before = localized(project).revision
    assert localized(project, files=files).revision == before


def test_a_locales_revision_is_its_own(project: Any) -> None:
    before = localized(project, "ru").revision
    assert localized(project, "ru", {EN: catalog(title=("Визит", "Call"))}).revision == before
    assert len(before) == 8


# --- categories


def test_a_category_is_localized_by_its_own_catalog(project: Any) -> None:
    project.write(
        {
            "content/categories.yml": "categories: [{id: trips, title: Поездки, summary: Все поездки}]\n",
            "content/categories.en.yml": "trips.title: {ru: Поездки, en: Trips}\n",
        }
    )
    book = project.check().content.categories
    title, summary = apply.category(book, book.categories[0], "en", "ru")
    assert title == Text("trips.title", "Trips", "en", State.TRANSLATED)
    assert summary == Text("trips.summary", "Все поездки", "ru", State.MISSING)
