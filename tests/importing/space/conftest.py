"""What the tests of reading sources share: small trees in a folder, and reports as people see them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from stepsheet.importing.entry import Entry
from stepsheet.importing.importer import importers
from stepsheet.importing.space import NavEntry, Space

Plant = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Writes files below `source/`, the folder the test runs beside, and returns it."""
    monkeypatch.chdir(tmp_path)

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "source" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path("source")

    return write


@pytest.fixture
def space(plant: Plant) -> Callable[..., Space]:
    """The space that an importer reads from files."""

    def read(files: Mapping[str, str | bytes], importer: str = "gitbook", at: str = "") -> Space:
        return importers()[importer].read(plant(files) / at)

    return read


@pytest.fixture
def says() -> Callable[[Iterable[Entry]], list[str]]:
    """Each entry of a report in a line."""
    return lambda entries: [line(entry) for entry in entries]


def line(entry: Entry) -> str:
    rule, finding = entry.diagnostic.rule, entry.diagnostic.finding
    return f"{finding.location}: {rule.severity}[{rule.code}]: {finding.message}"


@pytest.fixture
def drawn() -> Callable[[Iterable[NavEntry]], str]:
    """A navigation as an indented list."""
    return lambda entries: "\n".join(_lines(entries, ""))


def _lines(entries: Iterable[NavEntry], margin: str) -> Iterable[str]:
    for entry in entries:
        target = entry.page or entry.url
        yield f"{margin}{entry.title or '-'}{f' -> {target}' if target else ''}"
        yield from _lines(entry.children, margin + "  ")
