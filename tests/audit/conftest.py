"""A site with everything the content can have, built once, and copies of it in which a test breaks something."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from stepsheet import pipeline, settings
from stepsheet.audit.runner import audit
from stepsheet.settings import Settings

REPOSITORY = Path(__file__).parent.parent.parent
CONTENT = REPOSITORY / "tests" / "render" / "content"
TODAY = date(2026, 11, 22)
MKDOCS = f"""\
site_name: Tea
site_url: https://tea.example/guides/
docs_dir: content
theme:
  name: material
  custom_dir: {REPOSITORY / "overrides"}
plugins:
  - search
  - stepsheet:
      locales:
        ru: {{site_name: Чай, site_description: Как пить чай}}
        en: {{site_name: Tea, site_description: How to have tea}}
"""


@dataclass(frozen=True)
class Workshop:
    """A built site that may be broken."""

    settings: Settings
    content: pipeline.Checked

    @property
    def site(self) -> Path:
        return self.settings.site_dir

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace pieces of a file, each of which must stand in it once."""
        file = self.site / path
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {path}"
            text = text.replace(old, new)
        self.write(path, text.encode())

    def write(self, path: str, content: bytes) -> None:
        """Put a file in the place of another; the copy shares the bytes of the rest with the original."""
        file = self.site / path
        file.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def says(self, locales: Iterable[str] = ("ru", "en")) -> list[str]:
        """Every finding: place, code and message."""
        chosen = {locale: self.settings.prefixes[locale] for locale in locales}
        found = audit(self.content.content, self.settings, self.site, chosen)
        return [f"{item.finding.location} {item.rule.code} {item.finding.message}" for item in found]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a project that has been built."""
    root = tmp_path_factory.mktemp("audited")
    (root / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    shutil.copytree(CONTENT, root / "content")
    made = settings.load(root / "mkdocs.yml")
    assert pipeline.build(made, TODAY, locales=made.locales, way=pipeline.Way(audited=False)).site_dir
    return made


@pytest.fixture(scope="session")
def checked(built: Settings) -> pipeline.Checked:
    return pipeline.check(built, TODAY)


@pytest.fixture
def workshop(built: Settings, checked: pipeline.Checked, tmp_path: Path) -> Workshop:
    """A copy of the site to break."""
    site = tmp_path / "site"
    shutil.copytree(built.site_dir, site, copy_function=_linked)
    return Workshop(replace(built, site_dir=site), checked)


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
