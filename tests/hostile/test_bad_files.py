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
SECONDS, MEGABYTES = 2, 300
YAML = ("guides/short/guide.yml", "guides/short/en.yml", "categories.yml", "categories.en.yml", "navigation.yml", "redirects.yml")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with everything the content can have."""
    place = tmp_path_factory.mktemp("fuzzed")
    shutil.copytree(CONTENT, place / "content")
    (place / "content/navigation.yml").write_text("entries: [{id: start, title: Start}, {page: about}]\n")
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
    assert b"" == ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]
