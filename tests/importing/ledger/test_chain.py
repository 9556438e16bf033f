"""The ledger over the whole way of a page: balanced, and red as soon as anything is taken out of the result."""

import copy
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest

from stepsheet.importing.classify.page import draft
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.ledger.account import Books, account
from stepsheet.importing.markup import parse
from stepsheet.importing.writing.lower import lower
from stepsheet.importing.writing.means import Means, traced
from stepsheet.model import canonical

from .pair import PAGE, lost, source

Place = tuple[Any, Any, Any]


def brought() -> tuple[dict[str, Any], dict[str, Any]]:
    """The data of the guide that the page becomes, and what an account of it takes."""
    origin, pictures = source(PAGE), {"../assets/kettle (1).png": "kettle.png"}
    means, led = traced(
        Means(
            origin,
            lambda href, _: (href if ":" in href else "#guide:cups", ()),
            lambda src, _: (pictures[src], ()),
        )
    )
    understood = draft(parse(origin, Flavour.GITBOOK), origin, PurePosixPath("tea.md"), category=None)
    data, entries = lower(understood, means)
    entries = (*understood.entries, *entries)
    return data, {"entries": entries, "links": led, "pictures": pictures, "images": frozenset(pictures.values())}


def findings(data: dict[str, Any], books: dict[str, Any]) -> list[str]:
    return lost(account(source(PAGE), Books({"guide.yml": canonical.dump(data)}, **books)))


def places(value: Any) -> Iterator[Place]:
    """Every value with what holds it, by key or number."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(pairs):
        yield value, key, inner
        yield from places(inner)


def test_a_page_that_went_the_whole_way_is_balanced() -> None:
    data, books = brought()
    assert findings(data, books) == []


def parts() -> list[int]:
    """The numbers of the values that a reader meets, and of whatever holds such."""
    silent = {"id", "kind", "when", "level", "language", "ask", "secret", "required"}
    return [number for number, (_, key, _) in enumerate(places(brought()[0])) if key not in silent]


@pytest.mark.parametrize("number", parts())
def test_whatever_is_taken_out_of_the_result_is_missed(number: int) -> None:
    data, books = brought()
    broken = copy.deepcopy(data)
    holder, key, gone = list(places(broken))[number]
    del holder[key]
    assert findings(broken, books) != [], gone
