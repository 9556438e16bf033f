"""The shapes in which `mkdocs.yml` may write a setting of the engine, made one: a list, or named options in order.

MkDocs takes some keys as a list or as a mapping (MkDocs 1.6 user guide, `plugins`, `markdown_extensions`). What has
another shape would come out as letters of a word, or lose its options without a word.
"""

from typing import Any

from stepsheet.errors import UserError

Options = dict[str, Any]
_NAMED = {"plugins": "search", "markdown_extensions": "tables"}  # keys that name things with options, with an example
_FILES = {"hooks": "hooks/my.py", "extra_css": "my.css", "extra_javascript": "my.js"}
MATERIAL = "material"


def normalized(data: dict[str, Any], file: str) -> dict[str, Any]:
    """The settings with named options as one mapping, files as a list, and theme and extra as mappings.

    Keys that are absent or empty are left out. Raises UserError that names the key.
    """
    made = {key: value for key, value in data.items() if key not in {*_NAMED, *_FILES, "theme", "extra"}}
    for key, example in _NAMED.items():
        if data.get(key):
            made[key] = _named(data[key], f"{file}: {key}", example)
    for key, example in _FILES.items():
        if data.get(key):
            made[key] = _files(data[key], f"{file}: {key}", example, options=key == "extra_javascript")
    if data.get("extra"):
        made["extra"] = _mapping(data["extra"], f"{file}: extra", "write `key: value` lines below it")
    if data.get("theme"):
        made["theme"] = _theme(data["theme"], f"{file}: theme")
    return made


def _named(value: object, place: str, example: str) -> dict[str, Options]:
    """Names with their options. A later entry of the same name wins, as in MkDocs."""
    help_ = f"write a list, like `[{example}]`"
    if isinstance(value, str):
        value = [value]
    if isinstance(value, dict):
        value = [{name: options} for name, options in value.items()]
    if not isinstance(value, list):
        raise UserError(f"{place}: not a list", help=help_)
    found: dict[str, Options] = {}
    for item in value:
        entry = {item: None} if isinstance(item, str) else item
        if not isinstance(entry, dict) or len(entry) != 1:
            raise UserError(f"{place}: an entry is not one name", help="indent its options below it, after `name:`")
        [(name, options)] = entry.items()
        if not isinstance(name, str):
            raise UserError(f"{place}: {name!r} is not a name", help=help_)
        found[name] = _mapping(options or {}, f"{place}.{name}", "write `key: value` lines, one for each option")
    return found


def _files(value: object, place: str, example: str, *, options: bool) -> list[Any]:
    """Files in order; a script may be a mapping with a `path`."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise UserError(f"{place}: not a list", help=f"write a list, like `[{example}]`")
    for item in value:
        path = item.get("path") if options and isinstance(item, dict) else item
        if not isinstance(path, str) or not path:
            raise UserError(f"{place}: {item!r} is not the name of a file", help=f"write a list, like `[{example}]`")
    return value


def _theme(value: object, place: str) -> Options:
    """The theme's options. Another theme than Material would be replaced by it, so it is refused."""
    theme = _mapping({"name": value} if isinstance(value, str) else value, place, "write `name: material` below it")
    if theme.get("name") not in {None, MATERIAL}:
        raise UserError(f"{place}: the pages are made for Material, not for {theme['name']!r}", help="name: material")
    folder = theme.get("custom_dir")
    if folder is not None and not isinstance(folder, str):
        raise UserError(f"{place}.custom_dir: not a text", help="write the name of a folder")
    return theme


def _mapping(value: object, place: str, help_: str) -> Options:
    if not isinstance(value, dict):
        raise UserError(f"{place}: not a mapping", help=help_)
    return value
