"""Work on many pages is shared out to processes, and nobody can tell from its results."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from stepsheet import forks
from stepsheet.errors import UserError

MANY = tuple(range(forks.FEW * 5))


def _squared(number: int) -> int:
    return number * number


def _refused(number: int) -> int:
    if number == forks.FEW + 2:
        raise UserError("page 42 cannot be read", help="mend it")
    return number


def _killed(parent: int) -> int:
    if os.getpid() != parent:
        os._exit(1)
    return parent


@contextmanager
def _another_thread() -> Iterator[None]:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    yield
    ended.set()
    thread.join()


def test_the_results_of_many_items_come_in_the_order_of_the_items() -> None:
    """Whichever process is ready first."""
    assert forks.each(_squared, MANY) == [number * number for number in MANY]


def test_few_items_stay_in_this_process() -> None:
    """Starting others would take longer."""
    assert set(forks.each(lambda _: os.getpid(), MANY[: forks.FEW])) == {os.getpid()}


def test_what_is_raised_in_a_process_is_raised_here_with_its_help() -> None:
    """The user sees what one process would have said."""
    with pytest.raises(UserError, match="page 42 cannot be read") as raised:
        forks.each(_refused, MANY)
    assert raised.value.help == "mend it"


def test_a_process_that_dies_costs_time_and_no_result() -> None:
    """The work is done again here."""
    assert forks.each(_killed, [os.getpid()] * len(MANY)) == [os.getpid()] * len(MANY)


def test_beside_another_thread_nothing_is_forked() -> None:
    """It could hold a lock that nobody in the fork would ever free."""
    with _another_thread():
        assert set(forks.each(lambda _: os.getpid(), MANY)) == {os.getpid()}


@pytest.mark.skipif(
    threading.active_count() > 1 or not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="nothing is forked here",
)
def test_many_items_leave_this_process() -> None:
    """Each goes to a process of its own kind, none stays here."""
    assert os.getpid() not in forks.each(lambda _: os.getpid(), MANY)
