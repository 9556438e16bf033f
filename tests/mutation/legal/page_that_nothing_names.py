"""A plain page without translations, to which nothing leads, is the author's to take away: all other pages stay."""

from ..edit import Edit


def holds(edit: Edit) -> bool:
    name, locale = edit.page
    page = edit.original.content.shelf.by_id.get(name)
    is_alone = bool(page and not page.translations and locale == "ru")
    return is_alone and edit.mutant.operator == "remove-file" and edit.within(("pages", name))
