"""Articles that are to be added in, the same in a third of the room out, where very many wait for their turn."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..articles import Received
from ..model import Article
from .add import Prepared


class Came(NamedTuple):
    """An article as it is read, as it was received, and as its file alone has it; one of the project's own came only so."""

    article: Article
    received: Received | None
    raw: Article | None


class Waiting:
    """An article and how it came, as bytes that never leave this process."""

    __slots__ = ("_data", "_row", "id")

    def __init__(self, came: Came) -> None:
        self.id = came.article.id
        received = came.received
        self._data = received.data if received else b""  # of one file for all the articles it holds
        lean = came._replace(received=replace(received, data=b"")) if received and received.data else came
        self._row = zlib.compress(pickle.dumps(lean, pickle.HIGHEST_PROTOCOL), 1)

    def came(self) -> Came:
        """The article and how it came."""
        found: Came = pickle.loads(zlib.decompress(self._row))
        if self._data and found.received:
            return found._replace(received=replace(found.received, data=self._data))
        return found


def waiting(prepared: Prepared, batches: Iterable[Sequence[Article]]) -> list[tuple[Waiting, ...]]:
    """What is prepared, batch by batch; nothing of it is held besides."""
    found = []
    for batch in batches:
        came = [
            Came(one, prepared.received.pop(one.id, None), prepared.raw.pop(one.id, None)) for one in batch
        ]
        found.append(tuple(map(Waiting, came)))
    return found


def prepared_again(came: Iterable[Came]) -> Prepared:
    """These articles as they were prepared."""
    every = list(came)
    return Prepared(
        {one.article.id: one.received for one in every if one.received},
        {one.article.id: one.raw for one in every if one.raw},
        tuple(one.article for one in every),
    )
