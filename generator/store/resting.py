"""What a long run holds of a project in, the same out; what it seldom asks for rests as bytes.

A batch meets the facts of its own days and of those that its articles look back at. Of all others the ids are at hand,
and the facts of a file are made again when one of them is asked for.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields
from functools import lru_cache
from itertools import chain
from typing import overload

from ..model import Article, Fact
from .rows import maker, row_of

_TEXTS = 2500  # articles' texts: a late batch looks at some two thousand, and a smaller cache would then hold none of them
_IDLE = 3  # batches that nobody asks for a file's facts, after which they rest


class RestingArticle(Article):
    """An article whose text is kept small."""

    __slots__ = ("_packed",)
    _packed: bytes

    @property
    def text(self) -> str:
        """The text, made anew."""
        return _unpacked(self._packed)

    @text.setter
    def text(self, text: str) -> None:
        object.__setattr__(self, "_packed", zlib.compress(text.encode("utf-8", "surrogatepass"), 1))

    def __eq__(self, other: object) -> bool:
        """Whether it is the same article, resting or not."""
        names = (one.name for one in fields(Article))
        return isinstance(other, Article) and all(getattr(self, n) == getattr(other, n) for n in names)

    __hash__ = None  # type: ignore[assignment]


@lru_cache(maxsize=_TEXTS)
def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def rested(article: Article) -> RestingArticle:
    """The article, its text kept small."""
    return RestingArticle(**{one.name: getattr(article, one.name) for one in fields(Article)})


class FileFacts:
    """The facts of one file."""

    __slots__ = ("_facts", "_idle", "_row", "_told_in")

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self._facts: tuple[Fact, ...] | None = facts
        self._row = b""
        self._told_in: frozenset[str] | None = None
        self._idle = 0

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts, which stay awake for a while."""
        self._idle = 0
        if self._facts is None:
            self._facts = self.seen()
        return self._facts

    def seen(self) -> tuple[Fact, ...]:
        """The facts; those that rest go on resting."""
        if self._facts is not None:
            return self._facts
        return tuple(map(maker(Fact), json.loads(zlib.decompress(self._row))))

    @property
    def told_in(self) -> frozenset[str]:
        """The articles that the facts stand in."""
        if self._told_in is None:
            self._told_in = frozenset([source.article for fact in self.seen() for source in fact.sources])
        return self._told_in

    def rest(self) -> bool:
        """One more batch is done; whether they begin to rest for it."""
        self._idle += 1
        if self._facts is None or self._idle <= _IDLE:
            return False
        if not self._row:
            text = json.dumps([row_of(fact) for fact in self._facts], ensure_ascii=False)
            self._row = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        _ = self.told_in
        self._facts = None
        return True


class FactFiles(Mapping[str, tuple[Fact, ...]]):
    """The facts of each file that has any."""

    def __init__(self, held: Mapping[str, FileFacts]) -> None:
        self.held = held

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> FactFiles:
        """Facts by their files, in their order."""
        found: dict[str, list[Fact]] = {}
        for fact in facts:
            found.setdefault(fact.place.path, []).append(fact)
        return cls({path: FileFacts(tuple(facts)) for path, facts in found.items()})

    def __getitem__(self, path: str) -> tuple[Fact, ...]:
        """The facts of a file."""
        return self.held[path].facts

    def __iter__(self) -> Iterator[str]:
        """The files."""
        return iter(self.held)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self.held)

    def after(self, changed: Mapping[str, tuple[Fact, ...]], gone: AbstractSet[str]) -> FactFiles:
        """The same once some files hold other facts, and some are gone; in the order of the files."""
        held = {path: one for path, one in self.held.items() if path not in gone}
        held.update((path, FileFacts(facts)) for path, facts in changed.items())
        return FactFiles({path: held[path] for path in sorted(held)})

    def rest(self) -> list[str]:
        """One more batch is done: the files whose facts begin to rest."""
        return [path for path, one in self.held.items() if one.rest()]


class AllFacts(Sequence[Fact]):
    """The facts of all files, one after the other; to go through them wakes none."""

    def __init__(self, files: FactFiles) -> None:
        self._files = files

    def __iter__(self) -> Iterator[Fact]:
        """Each fact."""
        return chain.from_iterable(one.seen() for one in self._files.held.values())

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, at: int | slice) -> Fact | tuple[Fact, ...]:
        """One of them, or some."""
        return tuple(self)[at]


class FactsById(Mapping[str, Fact]):
    """Facts by id and by every former id, found in their files."""

    def __init__(self, files: FactFiles, where: Mapping[str, str]) -> None:
        self._files, self._where = files, where

    @classmethod
    def of(cls, files: FactFiles) -> FactsById:
        """The facts of these files."""
        where: dict[str, str] = {}
        own: dict[str, str] = {}
        for path, one in files.held.items():
            for fact in one.seen():
                own[fact.id] = path
                where.update((old, path) for old in fact.merged_ids)
        return cls(files, where | own)

    def after(self, files: FactFiles, changed: Iterable[str]) -> FactsById:
        """The same once some of the files hold other facts; where ids went or moved all is looked at anew."""
        where = dict(self._where)
        for path in changed:
            before, now = (_ids(one.held.get(path)) for one in (self._files, files))
            if before - now or any(where.get(id, path) != path for id in now):
                return FactsById.of(files)
            where.update((id, path) for id in now)
        return FactsById(files, where)

    def __getitem__(self, id: str) -> Fact:
        """The fact that has this id, else that had it."""
        facts = self._files[self._where[id]][::-1]
        own = next((fact for fact in facts if fact.id == id), None)
        return own or next(fact for fact in facts if id in fact.merged_ids)

    def __contains__(self, id: object) -> bool:
        """Whether a fact has or had this id."""
        return id in self._where

    def __iter__(self) -> Iterator[str]:
        """Every id."""
        return iter(self._where)

    def __len__(self) -> int:
        """How many ids there are."""
        return len(self._where)


def _ids(held: FileFacts | None) -> set[str]:
    return {id for fact in (held.facts if held else ()) for id in (fact.id, *fact.merged_ids)}
