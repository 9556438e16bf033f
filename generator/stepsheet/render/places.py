"""Where the pages of a locale's site are, from its root."""

from urllib.parse import urljoin

from stepsheet.model import prose

FOLDERS = {"guide": "guides", "page": "pages"}


def place(kind: str, path: str) -> str:
    """Where a reference to a guide or page leads, or to a part of one: `pages/prices/#discounts`."""
    name, inside = prose.place(path)
    return f"{FOLDERS[kind]}/{name}/{f'#{inside}' if inside else ''}"


def joined(root: str, way: str) -> str:
    """A way that begins at a root, which may be an address: there `../` is taken off.

    >>> joined("https://guides.example/en/", "../guides/tea/")
    'https://guides.example/guides/tea/'
    """
    return urljoin(root, way) if way.startswith("../") and "://" in root else f"{root}{way}"
