"""Markdown's own containers and those of Material and VitePress: what a token opens, and with which values."""

import re

from markdown_it.token import Token

_HEAD = re.compile(r"\s*([\w-]+)\s*(.*)", re.DOTALL)
_PAGE = re.compile(r"\s*\{(?:[.#][\w-]+|open)(?:\s+(?:[.#][\w-]+|open))*\s*\}\s*$")
_HINTS = frozenset(
    [
        "tip",
        "info",
        "note",
        "warning",
        "danger",
        "caution",
        "important",
        "success",
        "failure",
        "error",
        "question",
        "example",
    ]
)
_OTHERS = {"details": "expandable", "code-group": "tabs", "tabs": "tabs"}


def frame(kind: str, token: Token) -> tuple[str, dict[str, str]]:
    """What becomes of a token that opens something, and its values."""
    match kind:
        case "heading":
            return kind, {"level": token.tag[1:]}
        case "cell":
            align = re.search("left|center|right", str(token.attrGet("style") or ""))
            return kind, {"": token.tag, "align": align[0] if align else ""}
        case "hint":
            folded = token.markup.startswith("?")
            titled = "yes" if '"' in token.info else ""
            return ("expandable" if folded else "hint"), {"style": token.meta["tag"], "titled": titled}
        case "tab":
            return kind, {"title": token.info}
        case "container":
            return _container(token.info)
        case _:
            return kind, {}


def _container(info: str) -> tuple[str, dict[str, str]]:
    """`::: tip Title`: a hint, something folded, tabs; anything else is held together by its name."""
    head = _HEAD.match(_PAGE.sub("", info))
    name, title = (head[1].lower(), head[2].strip()) if head else ("", info.strip())
    kind = "hint" if name in _HINTS else _OTHERS.get(name, "group")
    return kind, {"style": name, "what": name, "title": title}
