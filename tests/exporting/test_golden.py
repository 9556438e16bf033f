"""What an export looks like, byte for byte."""

from pathlib import Path

import pytest

from .trees import FORMS, export

GOLDEN = Path(__file__).parent / "golden"
TEXTS = {".md", ".yml", ".yaml"}


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_page_is_as_it_was_read_and_approved(exported, golden, form, locale):
    made = {name: content for name, content in exported(form, locale).files.items() if Path(name).suffix in TEXTS}
    folder = GOLDEN / form / locale
    for name, content in made.items():
        golden(folder / name, content)
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == set(made), "a golden file without its page, or the other way round"


@pytest.mark.parametrize("form", FORMS)
def test_two_exports_have_the_same_bytes(everything, exported, form):
    assert export(everything, form, "en").files == exported(form, "en").files


@pytest.mark.parametrize("form", FORMS)
def test_every_link_and_picture_of_a_page_leads_to_a_file_of_the_tree(exported, form):
    files = exported(form, "ru").files
    broken = [
        (name, way)
        for name, content in files.items()
        if name.endswith(".md")
        for way in ways(content.decode())
        if (Path(name).parent / way).as_posix() not in files
    ]
    assert broken == []


def ways(text: str) -> list[str]:
    """The relative addresses in a page, without the anchors."""
    found = []
    for opening, closing in (("](", ")"), ('src="', '"'), ('url="', '"')):
        found += [piece.partition(closing)[0].partition("#")[0] for piece in text.split(opening)[1:]]
    return [way.partition(' "')[0] for way in found if way and ":" not in way and not way.startswith("<")]


def test_a_guide_that_is_exported_alone_names_others_without_leading_to_them(everything):
    alone = export(everything, "gitbook", "ru", frozenset({"everything"}))
    assert [name for name in alone.files if name.endswith(".md")] == ["SUMMARY.md", "README.md", "everything.md"]
    assert "и инструкцией." in alone.page("everything")
    assert "content-ref" not in alone.page("everything")
