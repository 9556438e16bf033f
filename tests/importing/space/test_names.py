"""Each page has an id from its path: readable, unique, the same whatever else is imported in whatever order."""

import random
import re
from pathlib import PurePosixPath

import pytest

from stepsheet.importing.names import ids
from stepsheet.model.element import ID_PATTERN


def made(*paths: str, taken: tuple[str, ...] = ()) -> list[str]:
    found = ids(map(PurePosixPath, paths), taken)
    return [found[PurePosixPath(path)] for path in paths]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("README.md", "home"),
        ("index.md", "home"),
        ("start/README.md", "start"),
        ("a/Get Started.md", "get-started"),
        ("Настройка ключей.md", "nastroyka-klyuchey"),
        ("快速开始.md", "kuai-su-kai-shi"),
        ("02-setup.md", "setup"),
        ("2024.md", "page-2024"),
        ("log/2024.md", "page-2024"),
        ("xaman-4.0.md", "xaman-4-0"),
        ("%E6%88%AA.md", "jie"),
        ("don't.md", "dont"),
        ("!!!.md", "page"),
        (f"{'long-' * 30}name.md", "long-long-long-long-long-long-long-long-long"),
    ],
)
def test_an_id_is_the_name_of_the_page_in_latin_letters(path: str, name: str) -> None:
    assert made(path) == [name]


def test_pages_of_one_name_get_their_folders_in_front() -> None:
    assert made("setup.md", "a/setup.md", "b/setup.md", "b/c/setup.md") == [
        "setup",
        "a-setup",
        "b-setup",
        "c-setup",
    ]
    assert made("x/a/setup.md", "y/a/setup.md") == ["x-a-setup", "y-a-setup"]


def test_what_no_folder_tells_apart_gets_a_digest() -> None:
    assert made("a b.md", "a-b.md") == ["a-b-10ad72", "a-b-d8f2f1"]


def test_ids_that_are_taken_are_avoided() -> None:
    assert made("a/setup.md", taken=("setup",)) == ["a-setup"]
    assert re.fullmatch("setup-[0-9a-f]{6}", *made("setup.md", taken=("setup",)))


def test_ids_do_not_depend_on_the_order() -> None:
    letters = ["a", "b", "1", "я", "设", " ", "-", "README", "long" * 20]
    source = random.Random(7)  # noqa: S311 - the same paths each time
    paths = {
        PurePosixPath(
            *("".join(source.choices(letters, k=2)).strip() or "x" for _ in range(source.randint(1, 4)))
        ).with_suffix(".md")
        for _ in range(500)
    }
    found = ids(paths)
    shuffled = source.sample(sorted(paths), len(paths))
    assert ids(shuffled) == found
    assert len(set(found.values())) == len(paths)
    assert all(re.fullmatch(ID_PATTERN, name) and len(name) <= 64 for name in found.values())
