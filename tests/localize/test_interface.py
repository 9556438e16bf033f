"""The words around a guide: every string of code and templates is in every catalog, in full, and nothing else is."""

import ast
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from stepsheet.errors import InternalError, UserError
from stepsheet.localize import interface
from stepsheet.localize.interface import Interface, available

PACKAGE = Path(__file__).parent.parent.parent / "generator" / "stepsheet"
OVERRIDES = PACKAGE.parent.parent / "overrides"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
LOCALES = available()


def extracted() -> dict[str, str | None]:
    """Each string of the program with its plural form, None when it has none."""
    found: dict[str, str | None] = {}
    for folder in (PACKAGE, OVERRIDES):
        for _, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")]):
            one, many = message if isinstance(message, tuple) else (message, None)
            found[one] = many or found.get(one)
        for path in folder.rglob("*.py"):
            found |= dict(plurals_in_variables(ast.parse(path.read_text(encoding="utf-8"))))
        for path in (*folder.rglob("*.j2"), *folder.rglob("*.html")):
            found |= dict(calls_in_template(path.read_text(encoding="utf-8")))
    return {one: many for one, many in found.items() if one}


def plurals_in_variables(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """`ngettext(one, many, …)`, which Babel passes over: the texts that the two names are given, in turn."""
    texts: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() as text)):
                texts.setdefault(name, []).append(text)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="ngettext"), args=[ast.Name(id=one), ast.Name(id=many), *_]):
                yield from zip(texts.get(one, []), texts.get(many, []), strict=True)


def calls_in_template(text: str) -> Iterator[tuple[str, str | None]]:
    """`_()`, `ngettext()` and the same asked of `interface`, which Babel's extractor passes over."""
    for call in Environment(extensions=["jinja2.ext.i18n"]).parse(text).find_all(nodes.Call):  # noqa: S701 - never run
        name = getattr(call.node, "name", None) or getattr(call.node, "attr", None)
        texts = [arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        if name in {"_", "gettext"} and texts:
            yield texts[0], None
        elif name == "ngettext":
            yield texts[0], texts[1]


STRINGS = extracted()


def catalog(locale: str) -> Catalog:
    with (PACKAGE / "localize" / "interface" / f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale.replace("-", "_"), abort_invalid=True)


def messages(locale: str) -> Iterator[Message]:
    return (message for message in catalog(locale) if message.id)


def singular(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else message.id


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_strings_are_found_in_code_and_in_templates() -> None:
    """Else the tests below would prove nothing."""
    assert STRINGS["%(num)s step"] == "%(num)s steps"
    assert "All guides" in STRINGS
    assert len(STRINGS) > 50


@pytest.mark.parametrize("locale", LOCALES)
def test_every_string_of_the_program_is_translated(locale: str) -> None:
    assert sorted(STRINGS.keys() - {singular(message) for message in messages(locale)}) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_string_is_left_over(locale: str) -> None:
    assert sorted({singular(message) for message in messages(locale)} - STRINGS.keys()) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_plurals_are_those_of_the_program_in_every_form_of_the_language(locale: str) -> None:
    number = catalog(locale).num_plurals
    for message in messages(locale):
        many = message.id[1] if isinstance(message.id, tuple) else None
        if singular(message) in STRINGS:
            assert many == STRINGS[singular(message)]
        assert len(forms(message)) == (number if many else 1), message.id


@pytest.mark.parametrize("locale", LOCALES)
def test_no_translation_is_empty_or_fuzzy(locale: str) -> None:
    for message in messages(locale):
        assert all(form and form == form.strip() for form in forms(message)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_has_the_placeholders_of_its_string(locale: str) -> None:
    for message in messages(locale):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        wanted = set(PLACEHOLDER.findall(" ".join(ids)))
        for form in forms(message):
            missing = wanted - set(PLACEHOLDER.findall(form))
            assert set(PLACEHOLDER.findall(form)) <= wanted, message.id
            assert missing <= {"%(num)s"}, message.id  # a form for one may say it in words


def test_english_says_what_the_program_says() -> None:
    for message in messages("en"):
        assert message.string == message.id


# --- how they are used


def test_a_string_without_a_translation_is_a_bug_of_ours_not_an_english_word() -> None:
    with pytest.raises(InternalError, match=r"ru\.po has no 'No such string'"):
        Interface("ru").gettext("No such string")
    with pytest.raises(InternalError, match="no plural"):
        Interface("ru").ngettext("one such", "many such", 5)


def test_a_locale_without_a_catalog_is_the_users_to_mend() -> None:
    interface.require(LOCALES)
    with pytest.raises(UserError, match="'xx'; there are: ar, de, en"):
        interface.require(["ru", "xx"])


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 шагов"), (1, "1 шаг"), (2, "2 шага"), (5, "5 шагов"), (11, "11 шагов"), (21, "21 шаг")]
)
def test_russian_counts_in_three_forms(number: int, words: str) -> None:
    assert Interface("ru").ngettext("%(num)s step", "%(num)s steps", number) == words


@pytest.mark.parametrize(("locale", "words"), [("ru", "22 ноября 2026\u202fг."), ("en", "November 22, 2026")])
def test_a_date_is_written_as_the_language_writes_it(locale: str, words: str) -> None:
    assert Interface(locale).date(date(2026, 11, 22)).replace("\u00a0", "\u202f") in {
        words,
        words.replace("\u202f", " "),
    }


@pytest.mark.parametrize(
    ("time", "english", "russian"),
    [
        (timedelta(minutes=1), "1 minute", "1 минута"),
        (timedelta(minutes=10), "10 minutes", "10 минут"),
        (timedelta(minutes=90), "1 hour 30 minutes", "1 час 30 минут"),
        (timedelta(days=1), "1 day", "1 день"),
        (timedelta(days=2, hours=1), "2 days 1 hour", "2 дня 1 час"),
        (timedelta(minutes=59, seconds=40), "1 hour", "1 час"),
        (timedelta(seconds=10), "0 minutes", "0 минут"),
    ],
)
def test_a_duration_is_written_in_days_hours_and_minutes(time: timedelta, english: str, russian: str) -> None:
    assert Interface("en").duration(time) == english
    assert Interface("ru").duration(time) == russian


def test_numbers_shares_and_lists_follow_the_language() -> None:
    assert Interface("en").number(1234567.5) == "1,234,567.5"
    assert Interface("ru").number(1234567.5) == "1\u00a0234\u00a0567,5"
    assert Interface("ru").join(["чтение", "торговля"]) == "чтение и торговля"
    assert Interface("en").join(["a", "b", "c"], style="or") == "a, b, or c"


def test_languages_are_named() -> None:
    assert (Interface("ru").name, Interface("en").name) == ("Русский", "English")
    assert Interface("ru").language("en") == "английский"
    assert (Interface("ru").direction, Interface("ar").direction) == ("ltr", "rtl")
