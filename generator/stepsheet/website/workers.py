"""Building the locales side by side, a process for each."""

import multiprocessing
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from stepsheet.errors import InternalError
from stepsheet.render import everything
from stepsheet.render.site import Place, Site
from stepsheet.settings import Settings
from stepsheet.website import engine, project, tree
from stepsheet.website.stage import Stage

Warnings = tuple[str, ...]


def prepare(site: Site, settings: Settings, config_file: Path, places: dict[Place, Path]) -> None:
    """Write a locale's project: its Markdown, its `mkdocs.yml` and the files to lay over the built site."""
    for folder in places.values():
        folder.mkdir(parents=True, exist_ok=True)
    tree.write(places, everything.files(site))
    config_file.write_text(project.config(site, settings), encoding="utf-8")


def build(site: Site, settings: Settings, config_file: Path, places: dict[Place, Path]) -> Warnings:
    """A locale's project, written and built; returns what the engine warned of."""
    prepare(site, settings, config_file, places)
    return engine.build(config_file)


@contextmanager
def started(sites: tuple[Site, ...], settings: Settings, stage: Stage) -> Iterator[tuple["Future[Warnings]", ...]]:
    """Builds that run while the caller goes on; on an exception they are ended."""
    context = multiprocessing.get_context("spawn")
    workers = max(1, min(len(sites), multiprocessing.cpu_count()))
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_quiet)
    try:
        yield tuple(
            pool.submit(build, site, settings, stage.config_file(site.locale), stage.places(site.locale))
            for site in sites
        )
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    pool.shutdown()


def finished(futures: tuple["Future[Warnings]", ...]) -> Iterator[Warnings]:
    """The warnings of each build as it ends. Raises InternalError when a process died, and what a build raised."""
    try:
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        raise InternalError("a building process ended before its work was done (out of memory?)") from None


def _quiet() -> None:
    """Ctrl-C is for the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
