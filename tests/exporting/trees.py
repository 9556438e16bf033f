"""Exports of a project, in memory, and the way back from them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from stepsheet import pipeline, settings, skeleton
from stepsheet.diagnostics import Source
from stepsheet.exporting import tree
from stepsheet.exporting.exporter import exporters
from stepsheet.importing.flavour import Flavour
from stepsheet.importing.markup import parse
from stepsheet.importing.restore.result import Lost, Restored
from stepsheet.importing.restore.run import restore
from stepsheet.importing.writing.lower import lower
from stepsheet.importing.writing.means import Means
from stepsheet.model import canonical
from stepsheet.skeleton import Skeleton

TODAY = date(2026, 11, 22)
FORMS = tuple(sorted(exporters()))
SETTINGS = """\
site_name: Test & <site>
plugins:
  - stepsheet:
      locales:
        ru: {site_name: Чай, site_description: Как его пить}
        en: {site_name: Tea & <more>, site_description: How to drink it}
"""


@dataclass(frozen=True)
class Exported:
    """The files of an export of one locale by their paths."""

    files: dict[str, bytes]

    def text(self, name: str) -> str:
        return self.files[name].decode()

    def skeleton(self, guide: str) -> Skeleton:
        found = skeleton.load(self.text(skeleton.guide_file(guide).as_posix()))
        assert isinstance(found, Skeleton)
        return found

    def page(self, guide: str) -> str:
        return self.text(self.skeleton(guide).page)


def export(root: Path, form: str, locale: str, guides: frozenset[str] | None = None) -> Exported:
    """An export of the project in a folder; mistakes in it are no errors, or the test is at fault."""
    loaded = settings.load(root / "mkdocs.yml")
    checked = pipeline.check(loaded, TODAY)
    assert [item for item in checked.diagnostics if item.is_error] == []
    sites = pipeline.localize(checked.content, loaded, [locale])
    files = tree.files(exporters()[form], checked.content, sites, loaded.locales[0], guides)
    return Exported({file.path.as_posix(): file.content for file in files})


def back(page: str, bones: Skeleton) -> Restored | Lost:
    """What a page and a skeleton give."""
    flavour = Flavour(bones.flavour)
    return restore(Source(Path("page.md"), "page.md", page), bones, lambda source: parse(source, flavour))


def restored(page: str, bones: Skeleton) -> Restored:
    """A guide that comes back."""
    found = back(page, bones)
    assert isinstance(found, Restored), found
    return found


def guide(found: Restored, page: str, resolve: Callable[[str], str] = str) -> dict[str, object]:
    """The guide with its edited texts written, as an import writes them."""
    source = Source(Path("page.md"), "page.md", page)
    means = Means(source, lambda href, _: (resolve(href), ()), lambda src, _: (src, ()))
    return found.guide(lower(found.draft, means)[0])


def yaml(data: dict[str, object]) -> str:
    return canonical.dump(data)
