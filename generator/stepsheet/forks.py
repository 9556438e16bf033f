"""Work on many pages side by side, in several processes: the results are those of one.

The processes are forked, so that they need not load anything: a page takes milliseconds, a start from nothing takes as
long as a hundred of them. Where there are few pages, or no fork is to be had or safe, the work is done in this process.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, TypeVar

FEW = 40  # pages that are done sooner than processes are started
_CHUNKS = 8  # for each process: some pages take longer than others

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_JOBS: list[Callable[[int], Any]] = []  # in a worker: the one that it was forked for


def each(work: Callable[[_Item], _Result], items: Sequence[_Item], few: int = FEW) -> list[_Result]:
    """What the work makes of each item, in their order; so `few` are done in this process. Raises what the work raises.

    The work has no effect but its result, which can be pickled, and asks no library for anything that this process has
    threads of its own for: a fork has none of them, so that setting type there would wait for ever.
    """
    processes = _processes() if len(items) > few else 1
    if processes > 1:
        try:
            return _forked(work, items, processes)
        except (BrokenProcessPool, OSError):
            pass  # no process could be started, or one was killed; what the work itself raised comes again below
    return list(map(work, items))


def _forked(work: Callable[[_Item], _Result], items: Sequence[_Item], processes: int) -> list[_Result]:
    context = multiprocessing.get_context("fork")
    chunk = max(1, len(items) // (processes * _CHUNKS))
    with ProcessPoolExecutor(processes, context, _begin, (lambda index: work(items[index]),)) as pool:
        return list(pool.map(_done, range(len(items)), chunksize=chunk))


def _processes() -> int:
    """How many processes to fork. One means none: a system that does not survive it, other threads, a mere worker."""
    if sys.platform != "linux" or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return len(os.sched_getaffinity(0))


def _begin(job: Callable[[int], Any]) -> None:
    """A worker begins: signals from the keyboard are for its parent, and when that is killed, it ends as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    _JOBS.append(job)


def _done(index: int) -> Any:
    return _JOBS[-1](index)


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
