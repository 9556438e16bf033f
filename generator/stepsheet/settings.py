"""The site's settings, typed: what Stepsheet reads from `mkdocs.yml`, the one settings file."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from babel import Locale, UnknownLocaleError
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from stepsheet.errors import UserError
from stepsheet.shapes import normalized

PLUGIN = "stepsheet"
_MKDOCS_SAYS = "MkDocs encountered an error parsing the configuration file: "
_TAB = r"found character '\t'"  # what PyYAML says of a tab where spaces belong
_MAPPING = ("not a mapping", "write `key: value` lines, one for each locale or option")
_WORDS = {  # pydantic's error types in an operator's words
    "extra_forbidden": (
        "there is no such option",
        "the options are content, index_from, locales (publish_from, site_name, site_description), papers",
    ),
    "literal_error": ("is not a paper size", "a4 or letter"),
    "missing": ("this option is missing", "add `locales:` with the language of the guides first, like `en: {}`"),
    "too_short": ("there are no locales", "add the language of the guides, like `en: {}`"),
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "dict_type": _MAPPING,
    **dict.fromkeys(
        ("int_type", "greater_than_equal", "less_than_equal"), ("not a percentage", "write a number from 0 to 100")
    ),
    "string_type": ("not a text", "put it in quotes"),
    "tuple_type": ("not a list", "write `[a4, letter]`"),
}
Paper = Literal["a4", "letter"]
Percent = Annotated[int, Field(ge=0, le=100, strict=True)]
_INDEX_FROM = 50  # a page of which more is in another language is no answer to a search in its own


class LocaleSettings(BaseModel):
    """What a locale's site is called, and from which percent of translation on a page is in it.

    Where it says nothing: the names of `mkdocs.yml`, and every page.
    """

    model_config = ConfigDict(extra="forbid")

    site_name: str | None = None
    site_description: str | None = None
    publish_from: Percent = 0


class PluginSettings(BaseModel):
    """The `stepsheet` entry of `plugins`."""

    model_config = ConfigDict(extra="forbid")

    content: str = "content"
    locales: dict[str, LocaleSettings | None] = Field(min_length=1)
    papers: tuple[Paper, ...] = ("a4", "letter")
    index_from: Percent = _INDEX_FROM

    @field_validator("locales", mode="before")
    @classmethod
    def _written(cls, locales: object) -> object:
        """YAML 1.1 reads `no`, the tag of Norwegian, as false."""
        for locale in locales if isinstance(locales, dict) else ():
            if isinstance(locale, bool):
                word = "yes" if locale else "no"
                message = f'{word!r} without quotes means {str(locale).lower()} in YAML; write "{word}":'
                raise ValueError(message)  # noqa: TRY004 - what pydantic listens for
        return locales

    @field_validator("locales")
    @classmethod
    def _known(cls, locales: dict[str, LocaleSettings | None]) -> dict[str, LocaleSettings | None]:
        for locale in locales:
            try:
                Locale.parse(locale, sep="-")
            except (ValueError, UnknownLocaleError):
                raise ValueError(f"{locale!r} is not a locale; write a language tag like 'en' or 'pt-BR'") from None
        return locales


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything is and what is built; all paths absolute, the source locale first.

    `site_url` ends with a slash; `edit_url` is the address under which files of the content folder are edited. Both may
    be None. `strict` says that warnings fail a build. `mkdocs` is the whole file in the one shape that
    `stepsheet.shapes` describes, for the site engine. `index_from` is the percent of translation from which on a page
    is for search engines.
    """

    file: Path
    content: Path
    site_dir: Path
    locales: tuple[str, ...]
    names: dict[str, LocaleSettings]
    papers: tuple[Paper, ...]
    site_name: str
    site_description: str
    site_url: str | None
    edit_url: str | None
    strict: bool
    mkdocs: dict[str, Any] = field(repr=False)
    index_from: int = _INDEX_FROM

    def __post_init__(self) -> None:
        """Raises UserError when the site would take the place of its own sources: the old site is deleted."""
        site, content = self.site_dir.resolve(), self.content.resolve()
        if self.root.resolve().is_relative_to(site) or content.is_relative_to(site) or site.is_relative_to(content):
            raise UserError(
                f"the site folder {self.site_dir} holds the project's sources, or lies in the content folder",
                help="name a folder of its own: what is in it is replaced by the site",
            )

    @property
    def root(self) -> Path:
        """The project: the folder of `mkdocs.yml`."""
        return self.file.parent

    @property
    def shown_from(self) -> Path:
        """The folder that paths in messages are relative to: where the command runs, when the project is below it."""
        here = Path.cwd()
        return here if self.root.is_relative_to(here) else self.root

    @property
    def prefixes(self) -> dict[str, str]:
        """Each locale's folder in the site: the default locale is at the root."""
        return {locale: f"{locale}/" if index else "" for index, locale in enumerate(self.locales)}


def load(file: Path) -> Settings:
    """The settings in a `mkdocs.yml`. Raises UserError with the key that is wrong."""
    file = file.absolute()
    data = normalized(_read(file), file.name)
    plugin = _plugin(data, file.name)
    return Settings(
        file=file,
        content=file.parent / plugin.content,
        site_dir=file.parent / str(data.get("site_dir") or "site"),
        locales=tuple(plugin.locales),
        names={locale: names or LocaleSettings() for locale, names in plugin.locales.items()},
        papers=plugin.papers,
        site_name=str(data.get("site_name") or "Stepsheet"),
        site_description=str(data.get("site_description") or ""),
        site_url=_site_url(data, file.name),
        edit_url=_edit_url(data, plugin.content),
        strict=data.get("strict") is True,
        mkdocs=data,
        index_from=plugin.index_from,
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            data = yaml_load(stream, get_yaml_loader())
    except FileNotFoundError:
        raise UserError(
            f"there is no {file.name} in {file.parent}",
            help="run the command in the project's folder, or name the file with -f",
        ) from None
    except OSError as error:
        raise UserError(f"cannot read {file}: {error.strerror}") from None
    except (yaml.YAMLError, ConfigurationError, ValueError) as error:
        message, help_ = _unread(file.name, error)
        raise UserError(message, help=help_) from None
    if not isinstance(data, dict):
        raise UserError(f"{file.name} holds no settings", help="write `key: value` lines, as in MkDocs' user guide")
    return data


def _unread(name: str, error: Exception) -> tuple[str, str]:
    """What is wrong with the file, and where: MkDocs wraps the parser's complaint in one of its own."""
    cause = error if isinstance(error, yaml.MarkedYAMLError) else error.__context__
    mark = cause.problem_mark if isinstance(cause, yaml.MarkedYAMLError) else None
    if isinstance(cause, yaml.MarkedYAMLError) and mark:
        place = f"{name}:{mark.line + 1}:{mark.column + 1}"
        if _TAB in str(cause.problem):
            return f"{place}: a tab is used for indentation", "indent with spaces"
        return f"{place}: it is not YAML: {cause.problem}", ""
    return f"{name}: {' '.join(str(error).removeprefix(_MKDOCS_SAYS).split())}", ""


def _plugin(data: dict[str, Any], name: str) -> PluginSettings:
    used = data.get("plugins", {})
    if PLUGIN not in used:
        raise UserError(
            f"{name} does not use the plugin {PLUGIN!r}", help=f"add `- {PLUGIN}:` with its `locales:` to `plugins:`"
        )
    try:
        return PluginSettings.model_validate(used[PLUGIN])
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        steps = (str(step + 1 if isinstance(step, int) else step) for step in first["loc"])  # people count from 1
        place = ".".join([f"{name}: plugins", PLUGIN, *steps])
        message, help_ = _WORDS.get(first["type"], (_lower(first["msg"].removeprefix("Value error, ")), ""))
        quoted = f"{first['input']!r} " if first["type"] == "literal_error" else ""
        raise UserError(f"{place}: {quoted}{message}", help=help_) from None


def _site_url(data: dict[str, Any], name: str) -> str | None:
    url = str(data.get("site_url") or "").strip()
    if url and not re.match(r"https?://[^\s/]+", url, re.IGNORECASE):
        raise UserError(f"{name}: site_url is {url!r}, not a web address", help="write it with https:// in front")
    scheme, colon, rest = url.partition(":")
    return f"{scheme.lower()}{colon}{rest.rstrip('/')}/" if url else None


def _edit_url(data: dict[str, Any], content: str) -> str | None:
    """MkDocs' rule: `edit_uri` is relative to `repo_url`, and an empty one means no edit links (MkDocs 1.6 user guide).

    Ours has a default.
    """
    repository = str(data.get("repo_url") or "").strip()
    written = data.get("edit_uri")
    folder = "edit/main" if written is None else str(written).strip("/ ")
    if not repository or not folder:
        return None
    return f"{repository.rstrip('/')}/{folder}/{content.strip('/')}/"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
