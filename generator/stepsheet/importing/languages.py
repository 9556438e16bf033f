"""Names of folders that say which language the pages below them are in."""

import re

from babel import Locale, UnknownLocaleError

# Languages of three letters are left out: `src` and `bin` are tags too (ISO 639-3).
_TAG = re.compile("[a-zA-Z]{2}(-[a-zA-Z]{4})?(-[a-zA-Z]{2})?")
_MEANT = {  # folders by the names that people give them, where these are no language tags
    "jp": "ja",
    "kr": "ko",
    "cn": "zh",
    "zh-cn": "zh-CN",
    "ua": "uk",
    "cz": "cs",
    "br": "pt-BR",
    "gb": "en",
    "us": "en",
    "english": "en",
    "russian": "ru",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "portuguese": "pt",
    "ukrainian": "uk",
    "русский": "ru",
    "english-version": "en",
    "中文": "zh",
    "简体中文": "zh-Hans",
    "繁體中文": "zh-Hant",
    "日本語": "ja",
    "한국어": "ko",
    "deutsch": "de",
    "français": "fr",
    "español": "es",
    "português": "pt",
    "українська": "uk",
}


def language(folder: str) -> str | None:
    """The language tag that the name of a folder stands for, None when it stands for none."""
    name = folder.replace("_", "-")
    if name.lower() in _MEANT:
        return _MEANT[name.lower()]
    if not _TAG.fullmatch(name):
        return None
    try:
        Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    first, *more = name.split("-")
    return "-".join([first.lower(), *(step.upper() if len(step) == len("RU") else step.title() for step in more)])
