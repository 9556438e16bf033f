"""A workshop: a project whose one guide is written anew for each example, and its outputs."""

import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import settings as hypothesis_settings

from stepsheet import pipeline
from stepsheet import settings as module
from stepsheet.localize.document import Document
from stepsheet.pipeline import Checked
from stepsheet.render.outputs import guide_data, guide_markdown, guide_page
from stepsheet.render.sheet import Typesetter
from stepsheet.render.site import Site
from stepsheet.website import project as engine_project

from . import guides

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
SETTINGS = """\
site_name: Test
docs_dir: content
theme: material
plugins:
  - search
  - stepsheet:
      locales:
        en: {site_name: Test, site_description: Check}
"""
GUIDE = "content/guides/hostile/guide.yml"

# The same examples each time, and nothing kept between two runs.
hypothesis_settings.register_profile("gate", derandomize=True, deadline=None, database=None, print_blob=False)
hypothesis_settings.load_profile("gate")


@dataclass(frozen=True, repr=False)
class Outputs:
    """One guide in each of its outputs."""

    page: str
    markdown: str
    data: str
    sheet: bytes


class Workshop:
    """A project in a folder, and everything that is made from its guide."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content/guides/hostile/images").mkdir(parents=True)
        picture = (HERE.parent / "render/content/guides/everything/images/photo.png").read_bytes()
        (root / "content/guides/hostile/images/photo.png").write_bytes(picture)
        (root / "mkdocs.yml").write_text(SETTINGS)
        self.settings = module.load(root / "mkdocs.yml")
        self.numbers = guides.lines_of(guides.written({}))

    def check(self, texts: dict[int, str]) -> Checked:
        """What `check` says of the guide with these texts."""
        (self.root / GUIDE).write_text(guides.written(texts), encoding="utf-8")
        return pipeline.check(self.settings, TODAY)

    def refused(self, checked: Checked) -> set[int]:
        """The numbers of the texts that have an error."""
        return {self.numbers[item.finding.location.line] for item in checked.diagnostics if item.is_error}

    def site(self, checked: Checked) -> Site:
        """The one locale of the site."""
        return pipeline.localize(checked.content, self.settings, self.settings.locales)[0]

    def outputs(self, checked: Checked, typesetter: Typesetter) -> Outputs:
        """The guide in all its forms."""
        site = self.site(checked)
        document = replace(site.documents[0], revision="00000000")  # which every text changes
        site = replace(site, documents=(document,))
        return Outputs(
            page=self.page(site, document),
            markdown=guide_markdown.page(document, site, "../"),
            data=next(iter(guide_data.files(site))).content.decode(),
            sheet=typesetter.sheet(document, site),
        )

    def page(self, site: Site, document: Document) -> str:
        """The guide's page, its Markdown read by the engine's own parser with the engine's own settings."""
        configured: dict[str, Any] = yaml.safe_load(engine_project.config(site, self.settings))
        options = {name: given for entry in configured["markdown_extensions"] for name, given in entry.items()}
        reader = markdown.Markdown(extensions=[*options, "fenced_code"], extension_configs=options)
        body = re.sub(r"\A---\n.*?\n---\n", "", guide_page.page(site, document), flags=re.DOTALL)
        return f"<html><body><article>{reader.convert(body)}</article></body></html>"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A project that may be rewritten."""
    return Workshop(tmp_path_factory.mktemp("workshop"))


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: of the tests' own day and without the machine's wishes."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "PYTHONPATH") if name in os.environ}
    return {**kept, "SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "1", **more}
