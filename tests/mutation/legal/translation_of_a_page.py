"""The translation of a plain page is a text of its own, with its own headings: readers of its locale get it as it is."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    name, locale = edit.page
    is_translation = locale not in {"", "ru"}
    is_shown = all(leaf[0] == locale for leaf in edit.differences)
    return is_translation and is_shown and edit.only(lambda leaf: leaf[:2] == ("pages", name) or _is_title(leaf, name))


def _is_title(leaf: tuple[str, ...], name: str) -> bool:
    return leaf[0] == "navigation" and leaf[-3:] == (f"page{name}", "title", "#text")
