"""The projects that are mutated, and a workshop in which one file at a time is changed and put back."""

import re
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from stepsheet import pipeline, settings
from stepsheet.diagnostics import Diagnostic
from stepsheet.model.content import Content
from stepsheet.pipeline import Checked
from stepsheet.render.site import Site
from stepsheet.settings import Settings

from .tree import Tree, tree

REPOSITORY = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
# By a short name: what the project ships, what uses every feature of the model, what has a navigation of its own.
SOURCES = {"shipped": "content", "everything": "tests/render/content", "space": "tests/render/space"}
SETTINGS = """\
site_name: Test
site_url: https://guides.example/
docs_dir: content
theme: {{name: material, custom_dir: {overrides}}}
plugins:
  - search
  - stepsheet:
      locales:
        ru: {{site_name: Чай, site_description: Как его пить}}
        en: {{site_name: Tea, site_description: How to drink it}}
"""

_LINE = re.compile(r"(?<=\.yml):\d+|(?<=line )\d+")  # of another place, in a message

Files = Mapping[str, bytes | None]


@dataclass(frozen=True)
class Original:
    """A project as it is: its files by their paths below the content folder, and what a check makes of them."""

    name: str
    files: Mapping[str, bytes]
    content: Content
    diagnostics: tuple[Diagnostic, ...]
    sites: tuple[Site, ...] = field(repr=False)
    root: Path

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The YAML of each file that has any."""
        found = ((name, data) for name, data in sorted(self.files.items()) if name.endswith((".yml", ".md")))
        return tuple(made for name, data in found if (made := tree(name, data.decode())))

    @cached_property
    def known(self) -> Counter[tuple[str, str, str]]:
        """The findings that it has unchanged."""
        return Counter(map(self.identity, self.diagnostics))

    def identity(self, diagnostic: Diagnostic) -> tuple[str, str, str]:
        """What makes a finding the same one, though lines were put in above it."""
        return diagnostic.rule.code, self.file(diagnostic), _LINE.sub("", diagnostic.finding.message)

    def file(self, diagnostic: Diagnostic) -> str:
        """The file of a finding, below the content folder."""
        path, content = diagnostic.finding.location.source.path, self.root / "content"
        return path.relative_to(content).as_posix() if path.is_relative_to(content) else path.as_posix()

    def text(self, name: str) -> str:
        """A file as text."""
        return self.files[name].decode()


@dataclass(frozen=True)
class Workshop:
    """A copy of a project in a folder of its own."""

    root: Path
    settings: Settings
    original: Original

    @classmethod
    def of(cls, name: str, folder: Path) -> "Workshop":
        """The copy of a source in a new folder."""
        root = folder.resolve() / name
        shutil.copytree(REPOSITORY / SOURCES[name], root / "content")
        (root / "mkdocs.yml").write_text(SETTINGS.format(overrides=REPOSITORY / "overrides"), encoding="utf-8")
        loaded = settings.load(root / "mkdocs.yml")
        checked = pipeline.check(loaded, TODAY)
        files = {
            path.relative_to(root / "content").as_posix(): path.read_bytes()
            for path in sorted((root / "content").rglob("*"))
            if path.is_file()
        }
        sites = pipeline.localize(checked.content, loaded, loaded.locales)
        return cls(root, loaded, Original(name, files, checked.content, checked.diagnostics, sites, root))

    def check(self, files: Files) -> Checked:
        """What a check finds with some files changed (None: deleted)."""
        try:
            self._write(files)
            return pipeline.check(self.settings, TODAY)
        finally:
            self._write({name: self.original.files.get(name) for name in files})

    def localize(self, checked: Checked) -> tuple[Site, ...]:
        """The content in every locale."""
        return pipeline.localize(checked.content, self.settings, self.settings.locales)

    def _write(self, files: Files) -> None:
        for name, data in files.items():
            path = self.root / "content" / name
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
