"""A text, page or record and what makes an article of it in, the article out; a run that was killed finds those it had made.

Making them costs a few seconds for a thousand, before anything else can begin. Nothing is kept of the few articles of one
batch, which no book is kept of either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..articles.options import Made
from ..model import Article
from ..store.ledger import NAME, Ledger, packed, program_mark
from ..store.rows import form_of, maker, row_of
from ..store.text_file import fingerprint
from .workers import WORTH_WORKERS, Crew, in_order

_TOGETHER = 100  # kept at once


class Records:
    """What was made of them, in the ledger of the project."""

    def __init__(self, cache_folder: Path, crew: Crew | None = None) -> None:
        self._folder, self._crew = cache_folder, crew
        self._foreseen: dict[str, Made] = {}  # and not yet asked for
        self.foreseen = 0  # how many were made ahead
        self._left = (cache_folder / NAME).is_file()  # by a run that did not come to its end
        self._ledger = Ledger(cache_folder) if self._left else None
        self._fresh: list[tuple[str, Article]] = []

    def __call__(self, rests_on: object, make: Callable[[], Made]) -> Made:
        """The article that was made when the same was asked before, or is made now."""
        key = _key(rests_on)
        found = self._foreseen.pop(key, None) or self._known(key)
        return found or self._noted(key, make())

    def foresee(self, asked: Sequence[tuple[object, Callable[[], Made]]]) -> None:
        """Have those that are not known made by the processes that will read them, where there are enough."""
        if self._crew is None or self._crew.processes == 1 or len(asked) < WORTH_WORKERS:
            return
        keys = {_key(rests_on): make for rests_on, make in asked}
        known: dict[str, Made | None] = {key: self._known(key) for key in keys}
        fresh = [(key, make) for key, make in keys.items() if known[key] is None]
        made = in_order(_made, [make for _, make in fresh], self._crew.processes, lost=_lost, crew=self._crew)
        for (key, _), one in zip(fresh, made, strict=True):
            known[key] = self._noted(key, one) if one is not None else None
        self.foreseen += len(fresh)
        self._foreseen = {key: one for key, one in known.items() if one is not None}

    def _noted(self, key: str, made: Made) -> Made:
        if isinstance(made, Article):
            self._fresh.append((key, made))
        if len(self._fresh) > _TOGETHER:
            self._keep()
        return made

    def ledger(self, *, long: bool) -> Ledger | None:
        """The ledger, for a run that is ``long`` enough to have one; otherwise it is let go."""
        if long:
            self._keep()
        elif self._ledger is not None:
            self._ledger.close(done=not self._left)
            self._ledger = None
        return self._ledger

    def _known(self, key: str) -> Article | None:
        row = self._ledger.record(key) if self._ledger else None
        try:
            found = maker(Article)(row) if row is not None else None
        except (TypeError, ValueError):
            return None
        return found if isinstance(found, Article) else None

    def _keep(self) -> None:
        self._ledger = self._ledger or Ledger(self._folder)
        self._ledger.keep_records([(key, packed(row_of(article))) for key, article in self._fresh])
        self._fresh.clear()


def _key(rests_on: object) -> str:
    told = f"{program_mark()} {form_of(Article)} {rests_on!r}"
    return fingerprint(told.encode("utf-8", "surrogatepass"))


def _made(make: Callable[[], Made]) -> Made | None:
    """What is made elsewhere; what cannot be is made again here, where it is asked for, and fails there."""
    try:
        return make()
    except Exception:
        return None


def _lost(_make: Callable[[], Made], _error: Exception) -> None:
    """One that ended its process."""
