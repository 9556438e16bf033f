"""One more locale in the text of `mkdocs.yml`: put below the others, while all around it stays as written."""

from typing import Any

import yaml

from stepsheet.settings import PLUGIN

_TAGGED = yaml.SafeLoader  # composing keeps tags like `!ENV` and constructs nothing


def with_locale(text: str, locale: str) -> str | None:
    """The settings with a locale after the others; None where its place cannot be told for certain."""
    locales = _locales(_composed(text))
    if locales is None or not locales.value or any(key.value == locale for key, _ in locales.value):
        return None
    key, value = locales.value[-1]
    stop = _end(value)
    if locales.flow_style:
        made = f"{text[:stop]}, {locale}: {{}}{text[stop:]}"
    else:
        end = "\r\n" if "\r\n" in text else "\n"
        at = stop if text[:stop].endswith("\n") else text.find("\n", stop) + 1 or len(text)
        before = text[:at] if text[:at].endswith("\n") else text[:at] + end
        made = f"{before}{' ' * key.start_mark.column}{locale}: {{}}{end}{text[at:]}"
    return made if _only_adds(text, made, locale) else None


def _composed(text: str) -> Any:
    try:
        return yaml.compose(text, Loader=_TAGGED)
    except yaml.YAMLError:
        return None


def _locales(root: Any) -> Any:
    """The node below `locales` of the plugin, whose plugins may be a list or a mapping."""
    plugins = _value(root, "plugins")
    entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    found = next((node for entry in entries if (node := _value(entry, PLUGIN))), None)
    locales = _value(found, "locales")
    return locales if isinstance(locales, yaml.MappingNode) else None


def _value(node: Any, name: str) -> Any:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def _end(node: Any) -> int:
    """Where a value ends; that of a block is the end of its last value, since its own mark is the next token's."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _only_adds(before: str, after: str, locale: str) -> bool:
    """Whether the new settings say the same and the locale."""
    old, new = _composed(before), _composed(after)
    added = _locales(new)
    if added is None or not added.value or added.value[-1][0].value != locale:
        return False
    added.value.pop()
    return bool(yaml.serialize(old) == yaml.serialize(new))
