"""The folder beside the site in which the next site is built, one project for each locale."""

import os
import shutil
import time
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

from stepsheet.errors import UserError
from stepsheet.render.site import Place, Site
from stepsheet.swap import swap
from stepsheet.website import search, worker
from stepsheet.website.tree import merge

_SITEMAP = "sitemap.xml"


class Stage:
    """A context manager: what was not swapped in is deleted when it is left.

    It lies beside the site, on the same file system, so that the swap is a rename.
    """

    def __init__(self, site_dir: Path) -> None:
        self.site_dir = site_dir = _site_folder(site_dir)
        prefix = f".{site_dir.name}.stepsheet-"
        try:
            site_dir.parent.mkdir(parents=True, exist_ok=True)
            _sweep(site_dir.parent, prefix)
            self.folder = Path(mkdtemp(prefix=f"{prefix}{os.getpid()}-", dir=site_dir.parent))
        except OSError as error:
            raise UserError(
                f"cannot write beside the site folder {site_dir}: {error.strerror}",
                help="name another folder with --site-dir, or check the permissions",
            ) from None
        self.folder.chmod(0o755)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Delete the folder and all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def config_file(self, locale: str) -> Path:
        """The `mkdocs.yml` of a locale's project."""
        return self.folder / locale / "mkdocs.yml"

    def places(self, locale: str) -> dict[Place, Path]:
        """Where the files of a locale go: its project's `docs`, or what is laid over the built site."""
        return {Place.DOCS: self.folder / locale / "docs", Place.SITE: self.folder / locale / "files"}

    def output(self, locale: str) -> Path:
        """Where the engine builds a locale."""
        return self.folder / locale / "site"

    def assemble(self, sites: tuple[Site, ...], sitemap: str | None) -> Path:
        """Put the built locales together; returns the folder of the whole."""
        whole = self.folder / "whole"
        whole.mkdir()
        for site in sites:
            place = whole / site.prefix
            place.mkdir(parents=True, exist_ok=True)
            merge(self.output(site.locale), place)
            merge(self.places(site.locale)[Place.SITE], place)
            search.add_steps(place, site)
        if sitemap is not None:  # the site has an address
            (whole / _SITEMAP).write_text(sitemap, encoding="utf-8")
            (whole / worker.NAME).write_text(worker.worker(whole), encoding="utf-8")
        return whole

    def publish(self, whole: Path) -> None:
        """Swap an assembled site in. Raises UserError when the folder is not writable."""
        try:
            swap(whole, self.site_dir)
        except OSError as error:
            raise UserError(
                f"cannot replace the site folder {self.site_dir}: {error.strerror}",
                help="name another folder with --site-dir, or check the permissions",
            ) from None


def _site_folder(path: Path) -> Path:
    """The folder that will be replaced, links followed. Raises UserError for anything that is no site."""
    folder = path.resolve()
    if folder.exists() and not folder.is_dir():
        raise UserError(f"the site folder {path} is a file", help="name another folder with --site-dir")
    if folder.is_dir() and any(folder.iterdir()) and not _is_site(folder):
        raise UserError(
            f"the folder {path} holds something else than a site, and a build replaces all of it",
            help="name an empty or new folder with --site-dir",
        )
    return folder


_HOUR = 3600
_DAY = 24 * _HOUR


def _is_site(folder: Path) -> bool:
    """Whether a folder is a built site: a locale at its root, or locales in folders and nothing beside them."""
    if _is_locale(folder):
        return True
    return all(entry.name in {_SITEMAP, worker.NAME} or _is_locale(entry) for entry in folder.iterdir())


def _is_locale(folder: Path) -> bool:
    """Whether a folder has what every built locale has, and hardly anything else."""
    indexes = (folder / "search" / "search_index.json", folder / "search.json")
    return (folder / "404.html").is_file() and any(index.is_file() for index in indexes)


def _sweep(folder: Path, prefix: str) -> None:
    """Delete what builds that were killed have left behind.

    That no process has the number in the name is not enough: builds in two containers may share a folder and see
    nothing of each other's processes. So it must be untouched for an hour too: no build takes as long.
    That a process has the number proves little either, numbers are given again: after a day it is ignored.
    """
    for left in folder.glob(f"{prefix}*"):
        owner = left.name.removeprefix(prefix).partition("-")[0]
        age = _age(left)
        if owner.isdigit() and age > _HOUR and (age > _DAY or not _alive(int(owner))):
            shutil.rmtree(left, ignore_errors=True)


def _age(folder: Path) -> float:
    """Seconds since something was made or deleted in a folder; 0 when it has just gone."""
    try:
        return time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return 0


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
