"""A plain page without a translation, or with one that was out of date before, was reported: its text is the author's.

Readers get the new text, and nothing else differs.
"""

from ..edit import EDITS_OF_PAGES, Edit


def holds(edit: Edit) -> bool:
    name, locale = edit.page
    page = edit.original.content.shelf.by_id.get(name)
    if locale != "ru" or not page:
        return False
    fresh = [text for text in page.translations.values() if text.page.translates == page.text.fingerprint]
    return not fresh and edit.mutant.operator in EDITS_OF_PAGES and edit.in_page(name)
