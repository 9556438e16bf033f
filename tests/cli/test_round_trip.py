"""What `stepsheet export` writes, `stepsheet import` brings back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from stepsheet.diagnostics import Source
from stepsheet.load import yaml_text
from stepsheet.load.nodes import Mapping, plain
from stepsheet.model import canonical

from .conftest import Ended, Place

Call = Callable[..., Ended]
REPOSITORY = Path(__file__).parents[2]
OWN = REPOSITORY / "content" / "guides" / "okx-api-keys"
FORMS = ("gitbook", "markdown")


def read(path: Path) -> object:
    node, problems = yaml_text.parse(Source(path, path.name, path.read_text(encoding="utf-8")))
    assert not problems
    assert isinstance(node, Mapping)
    return plain(node)


def pictures(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "images").iterdir()}


@pytest.fixture
def exported(place: Place, call: Call) -> Callable[[Path, str], Path]:
    """Puts a guide into the project, exports it, and takes it away again; the folder that it had."""

    def away(source: Path, form: str) -> Path:
        shutil.rmtree(place.root / "content")
        home = place.root / "content" / "guides" / source.name
        shutil.copytree(source, home)
        text = (home / "guide.yml").read_text(encoding="utf-8")
        plainly = "".join(
            line for line in text.splitlines(keepends=True) if not line.startswith(("category:", "next:"))
        )
        (home / "guide.yml").write_text(plainly, encoding="utf-8")
        done = call("export", form, "-o", "out")
        assert done.code == 0, done.text + done.err
        kept = place.root / "kept"
        shutil.move(home, kept)
        return kept

    return away


@pytest.mark.parametrize("form", FORMS)
def test_our_own_guide_comes_back_to_the_byte_with_its_translation_and_pictures(
    place: Place, call: Call, exported: Callable[[Path, str], Path], form: str
) -> None:
    kept = exported(OWN, form)
    done = call("import", form, "out")
    assert done.code == 0, done.text
    back = place.root / "content" / "guides" / OWN.name
    assert (back / "guide.yml").read_text(encoding="utf-8") == canonical.dump(read(kept / "guide.yml"))  # type: ignore[arg-type]
    assert read(back / "en.yml") == read(kept / "en.yml")
    assert pictures(back) == pictures(kept)
    assert "all 18 pictures" in done.text


@pytest.mark.parametrize("form", FORMS)
def test_a_sentence_that_was_edited_in_the_export_comes_back_edited_and_alone(
    place: Place, call: Call, exported: Callable[[Path, str], Path], form: str
) -> None:
    kept = exported(OWN, form)
    [page] = (place.root / "out" / "ru").rglob("okx-api-keys.md")
    text = page.read_text(encoding="utf-8")
    assert text.count("Войдите в свой аккаунт OKX.") == 1
    page.write_text(text.replace("Войдите в свой аккаунт OKX.", "Войдите в аккаунт OKX."), encoding="utf-8")
    done = call("import", form, "out")
    assert done.code == 0, done.text
    back = (place.root / "content" / "guides" / OWN.name / "guide.yml").read_text(encoding="utf-8")
    before = canonical.dump(read(kept / "guide.yml"))  # type: ignore[arg-type]
    assert back == before.replace("Войдите в свой аккаунт OKX.", "Войдите в аккаунт OKX.")


def test_what_came_back_is_known_as_unchanged_where_it_is_still_there(
    place: Place, call: Call, exported: Callable[[Path, str], Path]
) -> None:
    kept = exported(OWN, "gitbook")
    shutil.move(kept, place.root / "content" / "guides" / OWN.name)
    done = call("import", "gitbook", "out")
    assert "Files and folders: 0 new, 2 unchanged, 0 different from what is there.\n" in done.text
