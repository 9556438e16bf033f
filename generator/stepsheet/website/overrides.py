"""The theme's templates, styles and scripts: ours, with the operator's own files laid over them.

MkDocs takes one folder of overrides, so the two become one in each project, and an operator overrides single files.
"""

import shutil
from pathlib import Path

from stepsheet.errors import UserError
from stepsheet.settings import Settings
from stepsheet.website import theme

FOLDER = "overrides"


def lay(project: Path, settings: Settings, locale: str) -> None:
    """Put the overrides for a locale into its project. Raises UserError for a folder that cannot be laid in."""
    target = project / FOLDER
    shutil.copytree(_packaged(), target, dirs_exist_ok=True)
    if words := theme.language_file(locale):
        (target / words[0]).parent.mkdir(parents=True, exist_ok=True)
        (target / words[0]).write_text(words[1], encoding="utf-8")
    own = _own(settings)
    if own:
        shutil.copytree(own, target, dirs_exist_ok=True, ignore_dangling_symlinks=True)


def _own(settings: Settings) -> Path | None:
    """The operator's `theme.custom_dir`, if there is one."""
    written = settings.mkdocs.get("theme", {}).get("custom_dir")
    if not written:
        return None
    folder: Path = settings.root / written
    place = f"{settings.file.name}: theme.custom_dir"
    if not folder.is_dir():
        raise UserError(f"{place}: there is no folder {written!r}", help="make it, or remove the line")
    for inner in (settings.root, settings.content, settings.site_dir):  # the copy would never end, or be the whole site
        if inner.resolve().is_relative_to(folder.resolve()):
            raise UserError(f"{place}: {written!r} holds more than the theme", help="name a folder of its own for it")
    return folder


def _packaged() -> Path:
    """The overrides that come with the package: in a wheel inside it, in a checkout at the top of the repository."""
    package = Path(__file__).parent.parent
    packaged, checkout = package / FOLDER, package.parent.parent / FOLDER
    return packaged if packaged.is_dir() else checkout
