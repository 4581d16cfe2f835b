"""Work and items in, results in the order of the items out, made by as many processes as there are processors.

The processes are started once and fed in small batches, a little ahead of what is asked for, so that they work on
while the results are used. An item that ends its process costs that item and nothing else.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from typing import Any, Generic, TypeVar

from ..sweeping import seldom

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

# Below this many items a second process costs more than it saves.
WORTH_WORKERS = 40
_BATCH = 8  # items that a process is handed at once
_AHEAD = 16  # batches a process that may wait or be under way

Lost = Callable[[T, Exception], R]
Heard = Callable[[Sequence[R]], None]
Pool = Callable[[], Executor]


def in_order(
    work: Callable[[T], R],
    items: Iterable[T],
    workers: int = 0,
    *,
    lost: Lost[T, R] | None = None,
    crew: Crew | None = None,
    heard: Heard[R] | None = None,
) -> Iterator[R]:
    """``map`` that moves to processes once there is enough to do; results keep the order of ``items``.

    With one worker each result comes as soon as its item does, so a caller may converse line by line. ``lost`` makes
    the result of an item that ends its process, which is raised without it. ``crew`` does the work, and stays. ``heard``
    is told results as soon as they are there, before and in another order than they are asked for, by any thread.
    """
    stream = iter(items)
    if workers == 1 and (crew is None or not crew.elsewhere):
        yield from _told(work, stream, heard)
        return
    first = list(islice(stream, WORTH_WORKERS))
    processes = workers or (os.cpu_count() or 1)
    if (crew is None or not crew.elsewhere) and (
        processes == 1 or (workers == 0 and len(first) < WORTH_WORKERS)
    ):
        yield from _told(work, first, heard)
        yield from _told(work, stream, heard)
        return
    hands = _Hands(work, crew or Crew(processes), lost, heard)
    try:
        batch = first[:_BATCH]
        left = iter(first[_BATCH:])
        while batch:
            hands.give(batch)
            if hands.under_way > _AHEAD * processes:
                yield from hands.take()
            batch = [*islice(left, _BATCH)] or [*islice(stream, _BATCH)]
        while hands.under_way:
            yield from hands.take()
    finally:
        if crew is None:
            hands.leave()


class Crew:
    """The processes, started when there is something for them to do; or another executor that ``pool`` makes."""

    def __init__(self, workers: int = 0, pool: Pool | None = None) -> None:
        self.processes, self._pool = workers or (os.cpu_count() or 1), pool
        self._executor: Executor | None = None
        self._helping: Executor | None = None  # with large parts
        self._writing: Executor | None = None  # what waits for nobody

    @property
    def elsewhere(self) -> bool:
        """Whether the work is done by another executor than processes of this machine."""
        return self._pool is not None

    def submit(self, work: Callable[[T], R], item: T) -> Future[R]:
        """Have something done. Raises BrokenExecutor where a process has ended."""
        if self._executor is None:
            own = partial(ProcessPoolExecutor, self.processes, initializer=_stand_back)
            self._executor = self._pool() if self._pool else own()
        return self._executor.submit(work, item)

    def spread(self, work: Callable[[T], R], parts: Sequence[T]) -> Iterator[R]:
        """``map`` over large parts by those who are there; here where nobody is or where they fail.

        Beside processes of this machine the first is done here, and one after the other what they have not begun.
        Others than those that read do it: what waits to be read ahead would come first.
        """
        if self._executor is None:
            yield from map(work, parts)
            return
        if not self.elsewhere:
            yield from self._shared_out(work, parts)
            return
        handed = [self._handed(work, part) for part in parts]
        for part, future in zip(parts, handed, strict=True):
            yield self._outcome(work, part, future)

    def among(self, work: Callable[[T], R], parts: Sequence[T]) -> Iterator[R]:
        """The same by processes that are split off now and so have all that the work needs; here where that cannot be."""
        if self._executor is None or self.elsewhere or not self._splits():
            yield from map(work, parts)
        else:
            yield from self._shared_out(work, parts)

    def aside(self, work: Callable[[], R]) -> Callable[[], R]:
        """Have something made by a process that is split off now, where there are several; what this gives waits for it."""
        future: Future[R] | None = None
        if self._executor is not None and not self.elsewhere and self._splits():
            _inherited[:] = [(_done, [work])]
            future = self._handed(_do_inherited, 0)
            _inherited.clear()

        def made() -> R:
            try:
                return self._outcome(_done, work, future)
            finally:
                if future is not None:
                    self._leave_helpers()

        return made

    def beside(self, work: Callable[[], R]) -> Callable[[], R]:
        """Begin what waits for nobody: handed to a process of its own where there are several, else done by a thread.

        What this gives waits for it, and raises what it raised. The process stays: one that is split off for each work
        has much to share, and copies what the first one changes meanwhile.
        """
        if self._writing is None and self._executor is not None and not self.elsewhere:
            self._writing = ProcessPoolExecutor(1, initializer=_end_with_parent)
        if self._writing is None:
            thread = ThreadPoolExecutor(1)
            told = thread.submit(work)
            thread.shutdown(wait=False)
            return told.result
        future: Future[R] | None = None
        with suppress(BrokenExecutor, RuntimeError, OSError):
            future = self._writing.submit(work)
        return partial(self._outcome, _done, work, future)

    def _shared_out(self, work: Callable[[T], R], parts: Sequence[T]) -> Iterator[R]:
        """The first ones here, and from the last one on by helpers, each one at a time, until they meet.

        Where a process can be split in two, helpers are split off now: they have the parts, and nothing is handed over.
        """
        left, one = deque(range(len(parts))), threading.Lock()
        done: dict[int, R] = {}
        handed: dict[int, Future[R] | None] = {}
        task: Callable[[int], R] | None = _split_off(work, parts) if self._splits() else None
        next_one: list[Callable[[Future[R] | None], None]] = []  # no circle is left that would hold the parts

        def hand(before: Future[R] | None = None) -> None:
            if before is not None and (before.cancelled() or before.exception() is not None):
                return  # nobody is there any more
            with one:
                number = left.pop() if left else -1
                future = None
                if number >= 0:
                    future = self._handed(task, number) if task else self._handed(work, parts[number])
                    handed[number] = future
            if future is not None:
                for following in next_one:
                    future.add_done_callback(following)

        next_one.append(hand)
        try:
            for _ in range(min(len(parts) - 1, max(1, self.processes - 1))):
                hand()
            for number, part in enumerate(parts):
                with one:
                    mine = bool(left) and left[0] == number
                    if mine:
                        left.popleft()
                if mine:
                    done[number] = work(part)
            for number, part in enumerate(parts):
                yield done.pop(number) if number in done else self._outcome(work, part, handed[number])
        finally:
            left.clear()
            next_one.clear()
            handed.clear()
            if task:
                self._leave_helpers()
                _inherited.clear()

    def _splits(self) -> bool:
        """Whether helpers are split off anew for each work, with all that it needs; those of before then leave."""
        if not sys.platform.startswith("linux"):
            return False
        self._leave_helpers()
        return True

    def _handed(self, work: Callable[[S], R], part: S) -> Future[R] | None:
        with suppress(BrokenExecutor, RuntimeError, OSError):
            return self._helpers().submit(work, part)
        return None

    def _outcome(self, work: Callable[[T], R], part: T, future: Future[R] | None) -> R:
        """What became of a part; done here where nobody had it or whoever had it failed: its own fault is raised here."""
        try:
            if future is not None:
                return future.result()
        except Exception:
            self._leave_helpers()
        return work(part)

    def _helpers(self) -> Executor:
        """Those that do large parts."""
        if self._executor is not None and self.elsewhere:
            return self._executor
        if self._helping is None:
            split = get_context("fork") if _inherited else None
            count = max(1, self.processes - 1)
            self._helping = ProcessPoolExecutor(count, split, initializer=_end_with_parent)
        return self._helping

    def _leave_helpers(self) -> None:
        if self._helping is not None:
            self._helping.shutdown(wait=False, cancel_futures=True)
        self._helping = None

    def leave(self) -> None:
        """End the processes, whatever they are at; the next work starts new ones."""
        self._leave_helpers()
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        if self._writing is not None:
            self._writing.shutdown(wait=False)
        self._executor = self._writing = None


# What processes that are split off now find without its being handed over: a work and its parts.
_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def _split_off(work: Callable[[T], R], parts: Sequence[T]) -> Callable[[int], R]:
    """``work`` on a part by its number, for processes that are split off from now on."""
    _inherited[:] = [(work, parts)]
    return _do_inherited


def _done(work: Callable[[], R]) -> R:
    return work()


def _do_inherited(number: int) -> Any:
    work, parts = _inherited[0]
    return work(parts[number])


def _told(work: Callable[[T], R], items: Iterable[T], heard: Heard[R] | None) -> Iterator[R]:
    for item in items:
        result = work(item)
        if heard is not None:
            heard([result])
        yield result


class _Hands(Generic[T, R]):
    """An executor with batches under way; one that breaks is made anew, and the batch it broke on is done singly."""

    def __init__(
        self, work: Callable[[T], R], crew: Crew, lost: Lost[T, R] | None, heard: Heard[R] | None
    ) -> None:
        self._work, self._crew, self._lost, self._heard = work, crew, lost, heard
        self._each: Callable[[Sequence[T]], list[R]] = partial(_each, work)
        self._waiting: deque[tuple[Sequence[T], Future[list[R]]]] = deque()

    @property
    def under_way(self) -> int:
        """How many batches were given and not taken."""
        return len(self._waiting)

    def give(self, batch: Sequence[T]) -> None:
        """Have a batch done."""
        try:
            future = self._crew.submit(self._each, batch)
            future.add_done_callback(self._hear)
            self._waiting.append((batch, future))
        except BrokenExecutor as error:  # told when the batch before it is taken
            broken: Future[list[R]] = Future()
            broken.set_exception(error)
            self._waiting.append((batch, broken))

    def _hear(self, future: Future[list[R]]) -> None:
        if self._heard is not None and not future.cancelled() and future.exception() is None:
            self._heard(future.result())

    def take(self) -> list[R]:
        """The results of the batch given first."""
        batch, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenExecutor:
            self.leave()
            return [self._singly(item) for item in batch]
        finally:
            if any(isinstance(one.exception(), BrokenExecutor) for _, one in self._waiting if one.done()):
                again, self._waiting = self._waiting, deque()
                for waiting, _ in again:
                    self.give(waiting)

    def _singly(self, item: T) -> R:
        try:
            return self._crew.submit(self._each, [item]).result()[0]
        except BrokenExecutor as error:
            self.leave()
            if self._lost is None:
                raise
            return self._lost(item, error)

    def leave(self) -> None:
        """End the processes, whatever they are at."""
        self._crew.leave()


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [work(item) for item in items]


def _stand_back() -> None:
    """A process that reads ahead leaves the processor to the one that joins, which everybody waits for."""
    _end_with_parent()
    seldom()
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_BACK)


_BACK = 10  # steps of niceness


def _end_with_parent() -> None:
    """A process whose parent is killed ends too, instead of waiting for ever, and holds nothing of it.

    Where a person stops the command, the parent is told alone: it lets go of those that wait, and the others end with what
    they have in hand.
    """
    from ..store.write import let_go  # whoever only reads needs no store

    let_go()
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
