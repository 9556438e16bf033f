"""Where the pages of a locale's site are, from its root."""

from stepsheet.model import prose

FOLDERS = {"guide": "guides", "page": "pages"}


def place(kind: str, path: str) -> str:
    """Where a reference to a guide or page leads, or to a part of one: `pages/prices/#discounts`."""
    name, inside = prose.place(path)
    return f"{FOLDERS[kind]}/{name}/{f'#{inside}' if inside else ''}"
