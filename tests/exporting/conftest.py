"""The projects that are exported."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .trees import SETTINGS, Exported, export

TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    """A project with everything the content can have."""
    root = tmp_path_factory.mktemp("everything")
    (root / "mkdocs.yml").write_text(SETTINGS)
    shutil.copytree(TESTS / "render" / "content", root / "content")
    return root


@pytest.fixture(scope="session")
def exported(everything):
    """Exports of everything by form and locale, each made once."""
    made: dict[tuple[str, str], Exported] = {}

    def get(form: str, locale: str) -> Exported:
        key = form, locale
        made[key] = made.get(key) or export(everything, form, locale)
        return made[key]

    return get


@pytest.fixture
def workshop(everything, tmp_path):
    """A copy of the project whose guide may be rewritten."""
    root = tmp_path / "workshop"
    shutil.copytree(everything, root)
    return root


@pytest.fixture(scope="session")
def words_of():
    """The words of an HTML page, blanks as one."""

    def words(html: str) -> str:
        found: list[str] = []

        class Words(HTMLParser):
            def handle_data(self, data: str) -> None:
                found.append(data)

        Words().feed(html)
        return " ".join("".join(found).split())

    return words
