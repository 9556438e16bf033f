"""The ten languages of the interface: what each says of its own, and what would be left in English."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from stepsheet.errors import UserError
from stepsheet.localize import interface
from stepsheet.localize.interface import Interface
from stepsheet.website import theme, words

FOLDER = Path(interface.__file__).parent / "interface"
GOLDEN = Path(__file__).parent / "golden" / "languages.txt"
LANGUAGES = ("ar", "de", "en", "es", "fr", "pt-BR", "ru", "tr", "uk", "zh-Hans")
TRANSLATED = tuple(locale for locale in LANGUAGES if locale != "en")
PLACE = re.compile(r"\{\w+\}")
# What a language writes as English does. Patterns without a word of their own are not asked for.
ALIKE = {
    "de": {"Name", "optional", "Optional", "Status", "Link", "Navigation"},
    "es": {"no"},
    "fr": {"Date", "date", "Signature", "page %(number)s", "section %(number)s", "Danger", "Notes", "Pages", "Section"}
    | {"%(num)s guide", "%(num)s page", "Navigation"},
    "pt-BR": {"Link"},
}


def catalog(locale: str) -> Catalog:
    with (FOLDER / f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale.replace("-", "_"), abort_invalid=True)


def texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_the_interface_speaks_ten_languages() -> None:
    assert interface.available() == LANGUAGES


@pytest.mark.parametrize("locale", TRANSLATED)
def test_only_what_is_named_here_is_said_as_in_english(locale: str) -> None:
    same = {texts(one.id)[0] for one in catalog(locale) if one.id and texts(one.id)[0] == texts(one.string)[0]}
    assert {text for text in same if re.search("[a-z]", re.sub(r"%\(\w+\)s", "", text))} == ALIKE.get(locale, set())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_catalog_has_the_plural_forms_of_its_language(locale: str) -> None:
    """Two numbers have one form exactly when CLDR has one category for both."""
    category, form = Locale.parse(locale, sep="-").plural_form, interface._catalog(locale).plural
    pairs = {(category(number), form(number)) for number in range(1000)}
    assert len(pairs) == len({one for one, _ in pairs}) == len({one for _, one in pairs}) == catalog(locale).num_plurals


@pytest.mark.parametrize("locale", TRANSLATED)
def test_what_a_script_fills_in_has_a_place_in_every_language(locale: str) -> None:
    for message in catalog(locale):
        for form in texts(message.string) if message.id else ():
            assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(texts(message.id)[0])), message.id


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_script_finds_a_form_for_every_number_in_the_words_of_the_page(locale: str) -> None:
    """`Intl.PluralRules` has categories that no catalog has, such as "many" for a million of a thing in French."""
    given = words.words(Interface(locale))["steps_left"]
    category = Locale.parse(locale, sep="-").plural_form
    missing = {category(number) for number in (*range(1000), 10**6, 2 * 10**6)} - given.keys()
    assert missing <= {"many"}
    assert "other" in given
    assert all(re.sub(r"\{num\}", "", form).strip() for form in given.values())


def lines(locale: str) -> list[str]:
    """What a language says of the same things, one a line."""
    said, marks = Interface(locale), Interface(locale).marks
    counted = (said.ngettext("%(num)s step", "%(num)s steps", number) for number in (0, 1, 2, 5, 11, 21, 100, 1234))
    times = (timedelta(minutes=1), timedelta(hours=2, minutes=30), timedelta(days=3, hours=1, minutes=12))
    joined = (said.join(list("ABC")[:count], style) for style in ("standard", "or") for count in (2, 3))
    return [
        f"{locale}: {said.name}, {said.direction}; {', '.join(map(said.language, LANGUAGES))}",
        f"date: {said.date(date(2026, 11, 22))}; {' '.join(said.date_parts)}",
        f"numbers: {said.number(1234567.5)}; {' | '.join(counted)}",
        f"durations: {' | '.join(map(said.duration, times))}",
        f"lists: {' | '.join(joined)} | A{marks.comma}B{marks.semicolon}C",
        f"marks: A{marks.dash}B | A{marks.colon}B | A{marks.bracketed('B')} | {said.gettext('Example:')}{marks.gap}B",
        f"signals: {said.gettext('Danger')}{marks.stop}B | {marks.label(said.gettext('What to do next'))}",
        f"quotes: {said.gettext('Delete the run “{name}” with all its ticks?')}",
    ]


def test_dates_numbers_durations_lists_and_marks_are_those_of_each_language(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(GOLDEN, "\n\n".join("\n".join(lines(locale)) for locale in LANGUAGES).encode() + b"\n")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_theme_has_words_of_its_own_in_every_language_of_the_interface(locale: str) -> None:
    assert theme.material_language(locale) in {locale, locale.split("-", maxsplit=1)[0]}


def test_a_language_without_words_of_the_theme_is_the_users_to_mend() -> None:
    theme.require(LANGUAGES)
    with pytest.raises(UserError) as raised:
        theme.require(["ru", "mt"])
    assert str(raised.value) == "the theme, Material for MkDocs, has no words in locale 'mt'"
    assert raised.value.help
    assert raised.value.help.startswith("take 'mt' out of `locales`; Material speaks: af, ar, ")
