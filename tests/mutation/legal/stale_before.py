"""The translation was out of date before, and was reported: the source text changes once more.

Readers of the source get the new text; those of the translation the old one, or, of a warning, the new source text.
"""

from stepsheet.model.catalog import Standing

from ..edit import Edit


def holds(edit: Edit) -> bool:
    changes = {"change-text", "cut-text", "value-to-number"}
    if edit.mutant.place and not edit.place:
        return _in_catalog(edit)
    if edit.page[1] == "en":
        return edit.is_nothing and bool(edit.place and edit.place.name == "translates") and _is_stale_page(edit)
    return (
        not edit.page[0]
        and edit.standing() is Standing.STALE
        and edit.mutant.operator in changes
        and edit.texts(edit.key)
    )


def _in_catalog(edit: Edit) -> bool:
    """The same for the entry: its source text may be another outdated one, its translation another old one."""
    operators = {"catalog-stale-side", "catalog-swap-languages", "catalog-retype"}
    place, key = edit.mutant.place, str(edit.mutant.place.path[0]) if edit.mutant.place else ""
    books = [
        book for book in edit.original.content.books if place and book.catalog_shown("en").endswith(place.tree.name)
    ]
    messages = [(book.catalogs["en"], message) for book in books for message in book.messages if message.key == key]
    is_stale = any(catalog.standing(key, message.text, "ru")[0] is Standing.STALE for catalog, message in messages)
    return is_stale and edit.mutant.operator in operators and (edit.is_nothing or edit.texts(key, "en"))


def _is_stale_page(edit: Edit) -> bool:
    page = edit.original.content.shelf.by_id.get(edit.page[0])
    return bool(page and page.translations["en"].page.translates != page.text.fingerprint)
