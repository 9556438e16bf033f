"""A file of any bytes is a finding or is read; never an exception, never slow, never large."""

import json
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from . import bad_files
from .conftest import environment

HERE = Path(__file__).parent
CONTENT = HERE.parent / "render" / "content"
SETTINGS = "site_name: T\nplugins: [{stepsheet: {locales: {ru: {}, en: {}}}}]\n"
SECONDS, MEGABYTES = 5, 300  # of a busy machine; an idle one takes less than two seconds
SHAPES = tuple(bad_files.SHAPES.items())
# All shapes as a guide; some of them, others each time, as the other kinds of files.
YAML = {
    "guides/short/guide.yml": SHAPES,
    "guides/short/en.yml": SHAPES[::4],
    "categories.yml": SHAPES[1::4],
    "navigation.yml": SHAPES[2::4],
    "redirects.yml": SHAPES[3::4],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with everything the content can have."""
    place = tmp_path_factory.mktemp("fuzzed")
    shutil.copytree(CONTENT, place / "content")
    (place / "content/navigation.yml").write_text("navigation: [{guide: short}]\n")
    (place / "mkdocs.yml").write_text(SETTINGS)
    return place


def tried(root: Path, files: list[tuple[str, bytes]]) -> list[dict[str, object]]:
    """What came of each file, checked in a process of its own."""
    ended = subprocess.run(
        [sys.executable, HERE / "fuzzer.py", root],
        input=pickle.dumps(files),
        env=environment(),
        capture_output=True,
        check=True,
        timeout=300,
    )
    assert ended.stderr == b""
    return [json.loads(line) for line in ended.stdout.splitlines()]


def faults(root: Path, files: list[tuple[str, str, bytes]]) -> list[tuple[str, object]]:
    """The files, by their words, that raised an exception or took too much."""
    made = zip(files, tried(root, [(name, data) for _, name, data in files]), strict=True)
    return [(words, told.get("trace", told)) for (words, _, _), told in made if broke_a_promise(told)]


def broke_a_promise(told: dict) -> bool:
    return "trace" in told or told["seconds"] > SECONDS or told["megabytes"] > MEGABYTES


@pytest.mark.parametrize("name", YAML)
def test_a_yaml_file_of_any_shape_is_a_finding_in_no_time_and_little_memory(name, root):
    assert faults(root, [(words, name, data) for words, data in YAML[name]]) == []


def test_a_picture_of_any_kind_is_a_finding_in_no_time_and_little_memory(root):
    folder = "guides/short/images/"
    (root / "content" / folder).mkdir(exist_ok=True)
    assert faults(root, [(words, folder + name, data) for words, (name, data) in bad_files.PICTURES.items()]) == []


@pytest.mark.parametrize("seed", range(4))
def test_bytes_changed_at_random_in_any_file_raise_nothing(seed, root):
    files = bad_files.originals(root / "content")
    changed = [(name, name, made) for name, data in files.items() for made in bad_files.mutants(data, seed, 4)]
    assert faults(root, changed) == []
