"""A site that has everything, built once, and copies of it to break."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import MKDOCS, REPOSITORY, TODAY

from stepsheet import pipeline, settings
from stepsheet.audit import runner
from stepsheet.audit.built import Built
from stepsheet.audit.scope import Audit
from stepsheet.diagnostics import Diagnostic, arrange
from stepsheet.model.content import Content
from stepsheet.settings import Settings

CONTENT = REPOSITORY / "tests" / "render" / "content"
Check = Callable[[Audit], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Site:
    """A built site, its settings and its content."""

    settings: Settings
    content: Content


@dataclass(frozen=True)
class Workshop:
    """A copy of the site to break."""

    site: Site
    root: Path

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, content: str | bytes) -> None:
        """Put a file in the place of another: the old one is shared with the site it was copied from."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, path: str, old: str, new: str, count: int = 1) -> None:
        """Write something else where it stands first; it must stand there."""
        text = self.read(path)
        assert old in text, f"{path} does not hold {old!r}"
        self.write(path, text.replace(old, new, count))

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace pieces of a file, each of which must stand in it once."""
        text = self.read(path)
        for old, new in changes:
            assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {path}"
            text = text.replace(old, new)
        self.write(path, text)

    def data(self, path: str) -> Any:
        """The value in a JSON file."""
        return json.loads(self.read(path))

    def change_data(self, path: str, **values: object) -> None:
        """Set keys of the object in a JSON file."""
        self.write(path, json.dumps(self.data(path) | values))

    def remove(self, path: str) -> None:
        (self.root / path).unlink()

    def audit(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with the copy."""
        return runner.audit(self.site.content, self.site.settings, self.root, self.site.settings.prefixes)

    def says(self, check: Check) -> list[str]:
        """What one check finds: place, rule and message."""
        site = self.site
        scope = Audit(Built(self.root), site.content, site.settings, site.settings.prefixes)
        return [f"{one.finding.location} {one.rule.name}: {one.finding.message}" for one in arrange(check(scope))]

    def told(self, word: str = "") -> list[str]:
        """Every finding whose message holds a word: place, code and message."""
        found = (f"{item.finding.location} {item.rule.code} {item.finding.message}" for item in self.audit())
        return [line.removeprefix("content/guides/everything/") for line in found if word in line]

    def tried(self, cases: Iterable[tuple[Check, str, str, str]]) -> bytes:
        """What checks find when each thing is broken by itself: a check, a file, what stands there, what to write."""
        lines = []
        for check, path, old, new in cases:
            whole = self.read(path)
            self.change(path, old, new)
            lines += [f"{path}: {old!r} -> {new!r}", *(f"    {line}" for line in self.says(check)), ""]
            self.write(path, whole)
        return "\n".join(lines).encode()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The content that uses every feature, as a site in Russian and English with an address."""
    root = tmp_path_factory.mktemp("built").resolve()
    shutil.copytree(CONTENT, root / "content")
    text = f"site_url: https://guides.example/\n{MKDOCS.format(overrides=REPOSITORY / 'overrides')}"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    loaded = settings.load(root / "mkdocs.yml")
    made = pipeline.build(loaded, TODAY, locales=loaded.locales, way=pipeline.Way(audited=False))
    assert made.site_dir
    return Site(loaded, pipeline.check(loaded, TODAY).content)


@pytest.fixture
def workshop(built: Site, tmp_path: Path) -> Workshop:
    """A copy of the site."""
    shutil.copytree(built.settings.site_dir, tmp_path / "site", copy_function=os.link)
    return Workshop(built, (tmp_path / "site").resolve())
