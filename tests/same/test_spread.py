"""Pairs judged in shares, each handed over as bytes: what is merged is the same as in one go."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest

from benchmarks.stories import stories
from generator.articles import read_record
from generator.config import Settings
from generator.model import Article, Fact
from generator.pipeline import read_article
from generator.same import match, merge
from generator.same.judged import Judged
from generator.same.merge import Share


def read(count: int) -> tuple[dict[str, Article], list[Fact]]:
    articles = [found for one in stories(count) if isinstance(found := read_record(dict(one)), Article)]
    facts = [fact for article in articles for fact in read_article(article, Settings()).facts]
    return {one.id: one for one in articles}, [replace(fact, id=f"f{at}") for at, fact in enumerate(facts)]


def test_shares_make_what_the_whole_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, facts = read(9)
    whole = match(facts[60:], facts[:60], articles)
    monkeypatch.setattr(merge, "WORTH_SPREADING", 1)
    monkeypatch.setattr(merge, "_SHARE", 100)
    sizes = []

    def spread(work: Callable[[Share], Judged], shares: Sequence[Share]) -> Iterator[Judged]:
        for share in shares:
            sizes.append(len(share.one))
            yield pickle.loads(pickle.dumps(work(pickle.loads(pickle.dumps(share)))))

    assert match(facts[60:], facts[:60], articles, spread=spread) == whole
    assert len(sizes) > 5 and max(sizes) <= 100
