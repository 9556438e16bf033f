"""What all tests share: projects in temporary folders and golden files."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from stepsheet import pipeline, settings
from stepsheet.report.reporter import reporters
from stepsheet.settings import Settings

REPOSITORY = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)

MKDOCS = """\
site_name: Test site
docs_dir: content
theme:
  name: material
  custom_dir: {overrides}
plugins:
  - search
  - stepsheet:
      locales:
        ru: {{site_name: Тест, site_description: Проверка}}
        en: {{site_name: Test, site_description: Check}}
"""


def pytest_configure() -> None:
    """A program started in the background, or by nohup, ignores these two, and what it starts does so too."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew instead of comparing.")


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own."""

    root: Path

    def write(self, files: dict[str, str | bytes]) -> "Project":
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    @property
    def settings(self) -> Settings:
        return settings.load(self.root / "mkdocs.yml")

    def check(self) -> pipeline.Checked:
        return pipeline.check(self.settings, TODAY)

    def says(self) -> str:
        """What the author sees, without colour."""
        return reporters()["text"].render(self.check().diagnostics, False)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with settings and no content: `project.write({...})` fills it."""
    made = Project(tmp_path.resolve() / "project")
    (made.root / "content" / "guides").mkdir(parents=True)
    return made.write({"mkdocs.yml": MKDOCS.format(overrides=REPOSITORY / "overrides")})


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compares bytes with a golden file; only `--update-golden` writes one."""

    def compare(path: Path, actual: bytes) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual)
        assert path.is_file(), f"no golden file {path.name}; run pytest --update-golden and read what it wrote"
        assert actual.decode() == path.read_bytes().decode()  # line ends count too

    return compare
