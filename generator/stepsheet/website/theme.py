"""What the theme needs in the site engine's settings: look, language and the words of its templates and scripts."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from stepsheet.errors import UserError
from stepsheet.localize.interface import Interface
from stepsheet.render.site import Site
from stepsheet.render.status import FOLDER
from stepsheet.website import words, worker

Settings = dict[str, Any]

# Languages without spaces between words need Material's own search settings.
_UNSPACED = frozenset({"ja", "ko", "th"})
_CHINESE = frozenset({"zh", "zh-Hant", "zh-TW"})

_SEPARATOR = r"""[\s\u200b\-.,;:!?()\[\]{}<>«»„“”"'`…/\\|،؛؟、。，．？！；：（）《》「」]+"""

STYLESHEETS = ("stepsheet", "stepsheet-doing", "stepsheet-status")
# In this order: each hangs on those before it.
SCRIPTS = (
    "stepsheet",
    "stepsheet-tools",
    "stepsheet-run",
    "stepsheet-store",
    "stepsheet-guide",
    "stepsheet-options",
    "stepsheet-states",
    "stepsheet-changes",
    "stepsheet-runs",
    "stepsheet-sections",
    "stepsheet-focus",
    "stepsheet-keys",
    "stepsheet-finish",
    "stepsheet-cards",
    "offline",
)


def settings(site: Site) -> Settings:
    """The parts of the engine's settings that belong to the theme; `custom_dir` and navigation are the caller's."""
    language = material_language(site.locale)
    return {
        "theme": {
            "name": "material",
            "language": site.locale,
            "direction": site.interface.direction,
            "font": False,
            "favicon": "assets/images/favicon.svg",
            "icon": {"logo": "stepsheet/logo", "alternate": "material/translate"},
            "features": ["toc.follow", "search.suggest", "search.highlight"],
            "palette": palette(site.interface),
        },
        "markdown_extensions": {
            "attr_list": {},
            "tables": {},
            "toc": {
                "permalink": True,
                "permalink_title": site.interface.gettext("Link to this section"),
                "marker": "",
            },
        },
        "plugins": {"search": _search(language)},
        "extra": {
            "generator": False,
            "alternate": _locales(site) if len(site.prefixes) > 1 else [],
            "stepsheet": {
                "locale": site.locale,
                "locales": _locales(site),
                "translations": FOLDER if site.progress else "",
                "worker": "../" * site.prefix.count("/") + worker.NAME,
                "ui": words.words(site.interface),
            },
            **_scope(site),
        },
        "extra_css": [f"assets/stylesheets/{name}.css" for name in STYLESHEETS],
        "extra_javascript": [f"assets/javascripts/{name}.js" for name in SCRIPTS],
    }


def require(locales: Iterable[str]) -> None:
    """Raises UserError for the first locale in which the theme has no words."""
    for locale in locales:
        material_language(locale)


def material_language(locale: str) -> str:
    """The translation of Material's own words that fits a locale best: `zh-Hans` takes `zh`, `de-AT` takes `de`.

    Raises UserError when none does: English words on a page in another language would be nobody's decision.
    """
    parts = locale.split("-")
    candidates = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    language = next((name for name in candidates if name in _translations()), None)
    if language is None:
        raise UserError(
            f"the theme, Material for MkDocs, has no words in locale {locale!r}",
            help=f"take {locale!r} out of `locales`; Material speaks: {', '.join(sorted(_translations()))}",
        )
    return language


@cache
def _translations() -> frozenset[str]:
    """The languages that the installed Material speaks; it is found and not imported, because it greets on import."""
    spec = find_spec("material")
    homes = spec.submodule_search_locations if spec else None
    languages = (Path(home, "templates/partials/languages") for home in homes or ())
    return frozenset(file.stem for folder in languages for file in folder.glob("*.html"))


def language_file(locale: str) -> tuple[str, str] | None:
    """The theme's words for a locale that it has no file for: a path among the overrides, and its content.

    They are those of the nearest language; the locale is the page's own, which the theme writes into `<html lang>`.
    """
    nearest = material_language(locale)
    if nearest == locale:
        return None
    words = (
        f'{{% import "partials/languages/{nearest}.html" as nearest %}}'
        f'{{% macro t(key) %}}{{% if key == "language" %}}{locale}{{% else %}}{{{{ nearest.t(key) }}}}{{% endif %}}'
        "{% endmacro %}\n"
    )
    return f"partials/languages/{locale}.html", words


def palette(interface: Interface) -> list[Settings]:
    """The reader's own choice first, then light, then dark; every toggle is named by what it does."""
    _ = interface.gettext

    def scheme(media: str, name: str, icon: str, toggle: str) -> Settings:
        query = f"(prefers-color-scheme: {media})" if media else "(prefers-color-scheme)"
        return {
            "media": query,
            "scheme": name,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": toggle},
        }

    return [
        scheme("", "default", "material/theme-light-dark", _("Switch to the light theme")),
        scheme("light", "default", "material/white-balance-sunny", _("Switch to the dark theme")),
        scheme("dark", "slate", "material/weather-night", _("Switch to the system's theme")),
    ]


def _locales(site: Site) -> list[Settings]:
    """Every locale's home, as seen from this one's."""
    up = "../" * site.prefix.count("/")
    return [
        {"locale": locale, "lang": locale, "name": Interface(locale).name, "link": up + prefix or "."}
        for locale, prefix in site.prefixes.items()
    ]


def _search(language: str) -> Settings:
    """Words are cut at punctuation too: «API», in quotes, is a word to whoever looks for it.

    English is always searched, for the Latin names in texts of every language. No stemmer and no trimmer: Material
    completes what is typed to longer words but does not stem it, so that a stemmed index hides the exact word.
    """
    if language in _UNSPACED:
        return {}
    if language in _CHINESE:  # lunr has no such language: its words are cut before, see `segments`
        return {"lang": ["en"], "separator": _SEPARATOR, "pipeline": ["stopWordFilter"]}
    return {"lang": list(dict.fromkeys([language, "en"])), "separator": _SEPARATOR, "pipeline": ["stopWordFilter"]}


def _scope(site: Site) -> Settings:
    """One choice of theme for all locales, which Material would otherwise ask again in each."""
    return {"scope": urlsplit(site.url).path or "/"} if site.url else {}
