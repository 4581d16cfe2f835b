"""Work handed to processes: results in order, and an item that ends its process costs that item alone."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from functools import partial

import pytest

from generator.pipeline import in_order
from generator.pipeline.workers import Crew

DEADLY = 53


def work(item: int) -> int:
    if item == DEADLY:
        os._exit(9)
    return item * 2


def lost(item: int, error: Exception) -> int:
    assert isinstance(error, BrokenExecutor)
    return -item


def test_an_item_that_ends_its_process_is_lost_and_no_other() -> None:
    wanted = [-item if item == DEADLY else item * 2 for item in range(90)]
    assert list(in_order(work, range(90), 2, lost=lost)) == wanted


def test_without_a_word_on_what_is_lost_it_is_raised() -> None:
    with pytest.raises(BrokenExecutor):
        list(in_order(work, [DEADLY, 1], 2))


def test_items_are_asked_for_a_little_ahead_and_no_further() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100_000):
            asked.append(number)
            yield number

    results = in_order(
        work, (n for n in items() if n != DEADLY), 2, crew=Crew(2, lambda: ThreadPoolExecutor(2))
    )
    assert [next(results) for _ in range(3)] == [0, 2, 4]
    assert len(asked) < 1_000
    results.close()


def test_one_worker_answers_as_it_is_asked() -> None:
    asked: list[int] = []
    results = in_order(lambda item: asked.append(item) or item, iter(range(9)), 1)
    assert next(results) == 0 and asked == [0]


def cubed(number: int) -> int:
    return number**3


def deadly(number: int) -> int:
    """Ends the process it is done in, unless that is the test's own."""
    if os.getpid() != HERE:
        os._exit(9)
    return number**3


HERE = os.getpid()


def test_something_is_made_meanwhile_by_who_is_there_and_here_where_nobody_is() -> None:
    crew, here = Crew(2), os.getpid()
    assert crew.aside(os.getpid)() == here
    crew.submit(len, "a").result()
    mine = [3]  # nothing is handed over: a process that is split off has it
    assert crew.aside(lambda: cubed(mine[0]))() == 27
    assert crew.aside(os.getpid)() != here or not sys.platform.startswith("linux")
    assert crew.aside(lambda: os._exit(1) if os.getpid() != here else 5)() == 5
    assert list(crew.spread(cubed, [1, 2, 3])) == [1, 8, 27]
    crew.leave()


def test_a_person_who_stops_the_command_stops_no_process_at_its_work() -> None:
    crew = Crew(1)
    other = crew.submit(own_pid, 0).result()
    os.kill(other, signal.SIGINT)
    assert other != HERE and crew.submit(own_pid, 0).result() == other
    crew.leave()


def own_pid(_: int) -> int:
    return os.getpid()


def test_something_goes_on_beside_the_work_and_what_it_raises_is_raised_by_who_waits() -> None:
    crew = Crew(2)
    assert crew.beside(os.getpid)() == HERE
    with pytest.raises(ZeroDivisionError):
        crew.beside(partial(divmod, 1, 0))()
    crew.submit(len, "a").result()
    first = crew.beside(partial(cubed, 3))
    assert list(crew.spread(cubed, [1, 2, 3])) == [1, 8, 27]
    assert crew.aside(lambda: 4)() == 4 and first() == 27
    assert crew.beside(os.getpid)() != HERE
    with pytest.raises(ZeroDivisionError):
        crew.beside(partial(divmod, 1, 0))()
    assert crew.beside(partial(deadly, 5))() == 125  # its process has ended: done here
    assert crew.beside(os.getpid)() == HERE
    crew.leave()


def test_parts_are_done_by_who_is_there_and_here_where_nobody_is() -> None:
    crew = Crew(2)
    assert list(crew.spread(cubed, [1, 2, 3])) == [1, 8, 27]
    assert list(in_order(cubed, range(50), 2, crew=crew)) == [number**3 for number in range(50)]
    done_by = list(crew.spread(slow_pid, range(8)))
    assert done_by[0] == HERE and {*done_by} != {HERE}
    assert list(crew.spread(deadly, [1, 2, 3])) == [1, 8, 27]
    assert list(crew.spread(cubed, [4])) == [64]
    crew.leave()


class Large:
    """What is too large to wait for the collector."""

    times = 3


def test_what_was_shared_out_is_let_go_without_the_collector() -> None:
    crew, large = Crew(2), Large()
    crew.submit(len, "a").result()
    there = weakref.ref(large)

    def work(number: int, large: Large = large) -> int:
        return number * large.times

    gc.disable()
    try:
        assert list(crew.among(work, range(6))) == [0, 3, 6, 9, 12, 15]
        del work, large
        until = time.monotonic() + 10  # the thread that told of the last part may be about to
        while there() is not None and time.monotonic() < until:
            time.sleep(0.01)
        assert there() is None
    finally:
        gc.enable()
        crew.leave()


def slow_pid(_: int) -> int:
    time.sleep(0.1)
    return os.getpid()
