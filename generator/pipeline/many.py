"""Many articles in, their adding in batches out: each planned upon what the batches before it made of the project.

Up to ``BATCH`` articles are one batch, in the order in which they came. More are put in the order of their days, so
that a batch meets only what is near it in time, and the cost of an article does not grow with their number. What is
in a batch depends on the articles alone: a run that was killed is carried on where it stopped and ends the same.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import astuple
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

from .. import same
from ..articles import Received
from ..config import Settings
from ..errors import Problem
from ..model import Article, Fact, NameSpan, Skipped
from ..store import Content, Project
from ..store.ledger import Ledger, packed, program_mark
from ..store.load import content_after
from ..store.rows import form_of, maker, row_of
from ..store.text_file import fingerprint
from ..sweeping import settling
from ..values import replace
from .add import Adding, Prepared, Wishes, plan_part, prepare
from .read import Reading, lost_reading, names_of, read_article
from .records import Records
from .shares import remembering
from .waiting import Came, Waiting, prepared_again, waiting
from .workers import Crew, in_order

T = TypeVar("T")
TEXTS = ".text"  # below the articles: what was read of those that are no texts
BATCH = 100  # articles: fewer are compared with the same neighbours again and again, more are lost by a kill


class _Read(NamedTuple):
    """What adding needs of a reading, and the same packed for the next run, under its key."""

    reading: Reading
    key: str
    packed: bytes


class Run:
    """One adding of any number of articles; ``parts`` does it."""

    def __init__(
        self,
        project: Project,
        content: Content,
        received: Sequence[Received],
        wishes: Wishes,
        *,
        dry: bool = False,
        records: Records | None = None,
    ) -> None:
        self._project, self.content, self._wishes = project, content, wishes
        prepared = prepare(project, content, received)
        self.articles = len(prepared.articles)
        batches = list(_batches(prepared.articles))
        self._ledger: Ledger | None = None
        long = len(batches) > 1 and not dry
        if records := records or (Records(project.cache) if long else None):
            self._ledger = records.ledger(long=long)
        if self._ledger:
            self._wishes = replace(wishes, today=self._ledger.begin(self._key(prepared), wishes.today))
        self._reach = same.Reach() if long else None
        self._keys: dict[str, str] = {}  # of the readings that the ledger has or will have, by article
        self._batches = waiting(prepared, batches)
        self._crew = Crew(1)
        self.done = 0  # articles

    def parts(
        self, workers: int = 0, crew: Crew | None = None, written: Written | None = None
    ) -> Generator[Adding, None, None]:
        """The plan of each batch, with the help of ``crew``; closing it ends the run early.

        Each must be written before the next is asked for; or its writing begun, where ``written`` waits for that, and says
        whether it went well: otherwise the run ends.
        """
        with settling() if self._reach is not None else nullcontext(_nothing) as settle:
            yield from self._parts(workers, crew or Crew(workers), settle, written or _at_once)

    def beside(self, work: Callable[[], T]) -> Callable[[], T]:
        """Begin something while the next part is planned; what this gives waits for it."""
        return self._crew.beside(work)

    def _parts(
        self, workers: int, crew: Crew, settle: Callable[[], None], written: Written
    ) -> Generator[Adding, None, None]:
        finished = False
        start = self._ledger.done(self._project.root) if self._ledger else 0
        self.done = sum(map(len, self._batches[:start]))
        self._crew = crew
        spread = remembering(crew.spread, self._ledger) if self._ledger else crew.spread
        waits = (one for at in range(start, len(self._batches)) for one in self._batches[at])
        readings = self._readings(waits, workers, crew)
        under_way: tuple[str, ...] = ()  # files that may not be written yet
        try:
            for number in range(start, len(self._batches)):
                each = [next(readings) for _ in self._batches[number]]
                if self._looks_at([came.article.id for came, _ in each], under_way) and not written():
                    return
                part = self._planned(each, spread, crew)
                if not written():
                    return
                if self._ledger:
                    self._ledger.plan(number, part.changes)
                yield part
                under_way = tuple(change.path for change in part.changes.files)
                self.done += len(each)
                self._wishes = replace(self._wishes, proposed=())
                if number + 1 < len(self._batches):
                    articles = {came.article.id: came.article for came, _ in each}
                    self.content = content_after(self.content, part.changes, articles)
                    self._batches[number] = ()
                    del each, part, articles
                    settle()
            finished = written()
        finally:
            readings.close()
            crew.leave()
            if self._ledger:
                self._ledger.close(done=finished)

    def _planned(self, each: Sequence[tuple[Came, Reading]], spread: same.Spread, crew: Crew) -> Adding:
        """The plan of one batch."""
        if self._reach is not None:
            self._reach.renew(self.content.by_path.held)
        return plan_part(
            self._project,
            self.content,
            prepared_again(came for came, _ in each),
            [reading for _, reading in each],
            self._wishes,
            spread,
            self._before,
            self._reach,
            crew,
        )

    def _looks_at(self, ids: Sequence[str], paths: Sequence[str]) -> bool:
        """Whether planning these articles may look on the disk for one of some files; for what is in the content it does not."""
        settings = self._project.settings
        texts, content = f"{settings.seeds_dir}/{TEXTS}/", f"{settings.content_dir}/"
        return any(
            not path.startswith(content) and (not path.startswith(texts) or PurePosixPath(path).stem in ids)
            for path in paths
        )

    def _before(self, id: str) -> Sequence[Fact] | None:
        """What was read in an article earlier in this run; None where it was not."""
        article = self.content.articles.get(id)
        if self._ledger is None or article is None or not (key := self._keys.get(id)):
            return None
        found = _unpacked(article, self._ledger.reading(key))
        return found.facts if found else None

    def _key(self, prepared: Prepared) -> str:
        """What the run's outcome rests on, besides the project."""
        wishes = self._wishes
        told = [program_mark(), repr(self._project.settings), wishes.drafts, wishes.propose_names]
        said = [(id, one.said and astuple(one.said)) for id, one in prepared.received.items()]
        articles = [(article.id, article.sha256, article.published.value) for article in prepared.articles]
        return _mark([*told, said, articles, [fact.text for fact in wishes.proposed]])

    def _readings(
        self, articles: Iterable[Waiting], workers: int, crew: Crew
    ) -> Generator[tuple[Came, Reading], None, None]:
        """Each article and what it says, in order; what the run before read is taken from the ledger."""
        ledger, settings, names = self._ledger, self._project.settings, self._wishes.propose_names
        known = ledger.known() if ledger else frozenset()
        work = partial(_read, settings=settings, names=names)
        ahead: deque[tuple[str, Came]] = deque()  # those that are read or are known, and were not asked for

        def fresh() -> Iterator[tuple[str, Article]]:
            for one in articles:
                came = one.came()
                key = _reading_key(came.article, settings, names) if ledger else ""
                self._keys[came.article.id] = key
                ahead.append((key, came))
                if key not in known:
                    yield key, came.article

        def keep(done: Sequence[_Read]) -> None:
            if ledger:
                ledger.keep([(one.key, one.packed) for one in done if one.packed])

        read = in_order(work, fresh(), workers, lost=_lost, crew=crew, heard=keep)
        waits: deque[Reading] = deque()
        while True:
            if not ahead or (ahead[0][0] not in known and not waits):
                waits.extend(one.reading for one in islice(read, 1))
            if not ahead:
                return
            key, came = ahead.popleft()
            article = came.article
            if key in known and ledger:
                found = _unpacked(article, ledger.reading(key))
                yield came, found or replace(work((key, article)).reading, article=article)
            else:
                yield came, replace(waits.popleft(), article=article)


Written = Callable[[], bool]


def _at_once() -> bool:
    """Whoever asks for the next part has written the one before."""
    return True


def _nothing() -> None:
    """Of a few articles nothing stays that is worth settling."""


_KEPT = {
    "facts": Fact,
    "skipped": Skipped,
    "problems": Problem,
    "names": NameSpan,
}  # of a reading, and of what kind
_FORM = "".join(map(form_of, _KEPT.values()))


def _batches(articles: Sequence[Article]) -> Iterator[tuple[Article, ...]]:
    if len(articles) > BATCH:
        articles = sorted(articles, key=lambda article: (article.published.day or "~", article.id))
    for at in range(0, max(1, len(articles)), BATCH):
        yield tuple(articles[at : at + BATCH])


def _reading_key(article: Article, settings: Settings, names: bool) -> str:
    return _mark([program_mark(), _FORM, repr(settings), names, row_of(article)])


def _mark(value: object) -> str:
    return fingerprint(json.dumps(value, default=str).encode("utf-8", "surrogatepass"))


def _read(one: tuple[str, Article], settings: Settings, *, names: bool) -> _Read:
    """A reading without what adding does not need, so that a process hands over no more."""
    key, article = one
    reading = read_article(article, settings)
    lean = Reading(
        replace(article, text="", blocks=()),
        facts=reading.facts,
        skipped=reading.skipped,
        problems=reading.problems,
        names=_named(reading) if names else (),
    )
    row = [row_of(getattr(lean, name)) for name in _KEPT]
    return _Read(lean, key, packed(row) if key else b"")


def _named(reading: Reading) -> tuple[NameSpan, ...]:
    try:
        return names_of(reading)
    except Exception:  # a name is a proposal: nobody misses what cannot be read
        return ()


def _lost(one: tuple[str, Article], error: Exception) -> _Read:
    return _Read(lost_reading(one[1], error), one[0], b"")  # not kept: another day it may be read


def _unpacked(article: Article, row: object) -> Reading | None:
    try:
        parts = row if isinstance(row, list) else []
        made = zip(_KEPT.items(), parts, strict=True)
        return Reading(article, **{name: tuple(map(maker(kind), part)) for (name, kind), part in made})
    except (TypeError, ValueError):
        return None
