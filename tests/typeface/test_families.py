"""The language of a text decides which of the families with Han characters is asked first."""

import pytest

from stepsheet import typeface


def named(locale: str, text: str = "确认") -> list[str]:
    return [family if isinstance(family, str) else family["name"] for family in typeface.families(locale, text)["sans"]]


@pytest.mark.parametrize(
    ("locale", "text", "family"),
    [
        ("zh", "直", "Noto Sans SC"),
        ("zh-Hans", "かな", "Noto Sans SC"),
        ("zh-CN", "直", "Noto Sans SC"),
        ("zh-Hant", "直", "Noto Sans TC"),
        ("zh-TW", "直", "Noto Sans TC"),
        ("zh-Hant-HK", "直", "Noto Sans TC"),
        ("ja", "直", "Noto Sans JP"),
        ("ko", "直", "Noto Sans KR"),
        ("ru", "确认", "Noto Sans SC"),
        ("ru", "確認する", "Noto Sans JP"),
        ("en", "확인 確認", "Noto Sans KR"),
    ],
)
def test_han_characters_have_the_form_of_their_language(locale: str, text: str, family: str) -> None:
    han = [name for name in named(locale, text) if name.rpartition(" ")[2] in {"SC", "TC", "JP", "KR"}]
    assert han[0] == family
    assert len(set(han)) == len(han) == 4


@pytest.mark.parametrize("locale", ["ru", "ja", "ar"])
def test_every_language_has_all_families(locale: str) -> None:
    """What one language can show on paper, another can: the order alone differs."""
    assert set(named(locale)) == set(named("en"))
    assert named(locale)[0] == "Noto Sans"


def test_quotation_marks_are_those_of_the_east_asian_family_in_its_own_languages_alone() -> None:
    assert typeface.families("ja", "確認")["sans"][0] == {"name": "Noto Sans", "covers": "latin-in-cjk"}
    assert typeface.families("ja", "“Tea”")["sans"][0] == "Noto Sans"
    assert typeface.families("de", "確認する")["sans"][0] == "Noto Sans"


def test_the_large_fonts_are_loaded_for_a_text_that_needs_them_alone() -> None:
    assert "Noto Sans SC" not in typeface.fonts("Привет, мир → 😀 العربية").families()
    assert "Noto Sans SC" in typeface.fonts("Нажмите 确认").families()


def test_every_family_comes_from_a_package_or_from_typst() -> None:
    """A name that is misspelt would be left out in silence."""
    assert len(named("en")) == 1 + 20 + 4 + 4
    assert [name for name, _ in typeface.versions()] == [
        "fontpkg-noto-sans",
        "fontpkg-ibm-plex-sans-arabic",
        "manimgx-fonts",
        "justmytype-intl-cjk",
    ]
