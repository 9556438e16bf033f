"""The id paths that a part of a guide had before."""

from collections.abc import Iterator

from stepsheet.audit.claims import Claims
from stepsheet.model.element import join

AT_MOST = 31  # as many of a part are told at most


def was(claims: Claims, key: str) -> frozenset[str]:
    """The former id paths of a part, with each id or former id of the parts around it."""
    return frozenset(_names(claims, key)) - {key}


def _names(claims: Claims, key: str) -> Iterator[str]:
    """Every id path that leads or led to a part."""
    if not key:
        yield ""
        return
    around, _, name = key.rpartition(".")
    part = claims.part(key)
    ids = (name, *(getattr(part.element, "was", ()) if part else ()))
    yield from (join(path, one) for path in _names(claims, around) for one in ids)
