"""Building the locales side by side, a process for each."""

import multiprocessing
import multiprocessing.process
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from stepsheet.errors import InternalError
from stepsheet.render import everything
from stepsheet.render.site import Place, Site
from stepsheet.settings import Settings
from stepsheet.website import overrides, project, segments, tree
from stepsheet.website.engines import DEFAULT, engines
from stepsheet.website.stage import Stage

Warnings = tuple[str, ...]


def prepare(site: Site, settings: Settings, config_file: Path, places: dict[Place, Path]) -> None:
    """Write a locale's project: its Markdown, its `mkdocs.yml` and the files to lay over the built site."""
    for folder in places.values():
        folder.mkdir(parents=True, exist_ok=True)
    tree.write(places, everything.files(site))
    overrides.lay(config_file.parent, settings, site.locale)
    config_file.write_text(project.config(site, settings), encoding="utf-8")


def build(site: Site, settings: Settings, config_file: Path, places: dict[Place, Path], engine: str) -> Warnings:
    """A locale's project, written and built; returns what the engine warned of."""
    prepare(site, settings, config_file, places)
    if segments.is_chinese(site.locale):
        segments.ready()
    return engines()[engine](config_file)


@contextmanager
def started(
    sites: tuple[Site, ...], settings: Settings, stage: Stage, engine: str = DEFAULT
) -> Iterator[tuple["Future[Warnings]", ...]]:
    """Builds that run while the caller goes on; on an exception they are ended."""
    context = multiprocessing.get_context("spawn")
    workers = max(1, min(len(sites), multiprocessing.cpu_count()))
    strangers = set(multiprocessing.active_children())
    with _sheltered():
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_bound)
    try:
        with _sheltered():
            futures = tuple(
                pool.submit(build, site, settings, stage.config_file(site.locale), stage.places(site.locale), engine)
                for site in sites
            )
        yield futures
    except BaseException:
        _end(pool, set(multiprocessing.active_children()) - strangers)
        raise
    pool.shutdown()


def _end(pool: ProcessPoolExecutor, workers: set[multiprocessing.process.BaseProcess]) -> None:
    """Kill the workers and wait for them and for the pool's own thread, so that nothing is written any more.

    The waiting is bounded, and done beside: the thread can hang on a pipe that nobody reads any more (CPython issue
    94777, fixed in 3.11.8), and leaving while it is at work makes Python print a stack trace at its exit.
    """
    closing = threading.Thread(target=pool.shutdown, kwargs={"wait": True, "cancel_futures": True}, daemon=True)
    closing.start()
    for process in workers:
        process.kill()
    for process in workers:
        process.join(_PATIENCE_SECONDS)
    closing.join(_PATIENCE_SECONDS)


def finished(futures: tuple["Future[Warnings]", ...]) -> Iterator[Warnings]:
    """The warnings of each build as it ends. Raises InternalError when a process died, and what a build raised."""
    try:
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        raise InternalError("a building process ended before its work was done (out of memory?)") from None


_PATIENCE_SECONDS = 5
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def _sheltered() -> Iterator[None]:
    """Processes are started whole: a signal that comes meanwhile is handled afterwards.

    They begin with these signals blocked, as long as `_bound` has not been reached; Python's own helper that outlives
    them all (multiprocessing.resource_tracker) knows nothing of SIGHUP and would complain at its second start.
    """
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in _SIGNALS if _in_main_thread()}
    ours = {number: handler for number, handler in handlers.items() if callable(handler)}
    for number in ours:
        signal.signal(number, lambda number, _frame: came.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number, handler in ours.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _bound() -> None:
    """Signals are for the parent, which ends its workers; when it is killed, they die with it.

    Somebody has to watch for that: a worker that waits for work holds the other end of its own queue and would wait
    for ever. The watcher is a thread, and not Linux' PR_SET_PDEATHSIG, because it works everywhere.
    """
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    threading.Thread(target=_die_with_the_parent, daemon=True).start()


def _die_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
