"""A project and entries that are new to it in, the statements kept aside of its articles that may repeat one out.

What is kept aside is stored nowhere, so its articles are read again: only those that came out near the entry's day
or its article's, and of which one sentence has most of the entry's words; of these the likest few.
Where a story has very many such articles, those next to the new ones in time are looked at, so that no batch costs more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from sys import intern

from ..config import Settings
from ..model import Article, Fact
from ..same import day_span, telling_words
from ..store import Content
from ..store.memory import mark_of
from ..text.blocks import split_blocks
from .read import read_article

_SHARE = 0.6  # of an entry's words that a sentence must have
_LEAST = 3  # words of an entry by which a sentence can be found
_CROWD = 60  # a word of more new entries than this finds none of them
_ARTICLES = 30  # that are read again for one batch; a story that repeats itself everywhere has enough sources
_LOOKED_AT = 1000  # articles; the nearest in time of those that came out near enough
_ENDS = re.compile(r"[.!?]\s|\n")  # near enough to a sentence's: many are looked at
_LONG = 31  # days; what is dated no better is looked for around its article's day alone


Before = Callable[[str], Sequence[Fact] | None]  # an article's id in, what was read in it out


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words of the new entries, and the days around which they may have been told before."""

    sizes: Sequence[int]
    holders: Mapping[str, Sequence[int]]
    days: Collection[int]


def held_back(
    content: Content, batch: Mapping[str, Article], settings: Settings, before: Before | None = None
) -> Callable[[Sequence[Fact]], list[Fact]]:
    """What looks for the statements of the project's articles, ``batch`` aside, that may repeat an entry.

    ``before`` has what was read in an article where it was read in the same run.
    """

    def find(entries: Sequence[Fact]) -> list[Fact]:
        wanted = _wanted(entries, batch, settings.match_days)
        likest: list[tuple[float, str]] = []
        for name, article in _nearest(content.articles, batch, wanted):
            share = max(_shares(article, wanted), default=0.0)
            likest += [(-share, name)] if share >= _SHARE else []
        chosen = [name for _, name in sorted(likest)[:_ARTICLES]]
        read = partial(_facts_of, content, settings, before)
        return list(_unheld(content, chosen, wanted, read))

    return find


def _nearest(
    articles: Mapping[str, Article], batch: Mapping[str, Article], wanted: _Wanted
) -> list[tuple[str, Article]]:
    """The articles to look at, ``batch`` aside; of too many those that came out next to one of the batch."""
    near = [
        (name, article)
        for name, article in articles.items()
        if name not in batch and _near(article, wanted) and article.text
    ]
    if len(near) <= _LOOKED_AT:
        return near
    days = sorted({span[0] for article in batch.values() if (span := day_span(article.published.day))})

    def away(one: tuple[str, Article]) -> tuple[int, str]:
        span = day_span(one[1].published.day)
        if span is None or not days:
            return _LONG, one[0]
        at = bisect_left(days, span[0])
        return min(abs(span[0] - day) for day in days[max(0, at - 1) : at + 1]), one[0]

    return sorted(near, key=away)[:_LOOKED_AT]


def _wanted(entries: Sequence[Fact], batch: Mapping[str, Article], window: int) -> _Wanted:
    holders: dict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    days: set[int] = set()
    for place, fact in enumerate(entries):
        words = telling_words(fact.text)
        sizes.append(len(words))
        for word in words:
            holders[word].append(place)
        told = [batch[source.article].published.day for source in fact.sources if source.article in batch]
        for day in (fact.date, *told):
            span = day_span(day)
            if span is not None and span[1] - span[0] <= _LONG:
                days.update(range(span[0] - window, span[1] + window + 1))
    return _Wanted(sizes, {word: held for word, held in holders.items() if len(held) <= _CROWD}, days)


def _near(article: Article, wanted: _Wanted) -> bool:
    """Whether an article came out near enough; one of which nobody knows when may have."""
    span = day_span(article.published.day)
    return span is None or any(
        day in wanted.days for day in range(span[0], min(span[1], span[0] + _LONG) + 1)
    )


def _shares(article: Article, wanted: _Wanted) -> Iterator[float]:
    """How much of its likest entry each sentence of an article has."""
    for words in _sentences(article.text):
        yield _share(words, wanted)


@lru_cache(maxsize=_LOOKED_AT + 200)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The telling words of each sentence; an article is looked at by every batch of its days."""
    return tuple([tuple(map(intern, telling_words(sentence))) for sentence in _ENDS.split(text)])


def _share(words: Iterable[str], wanted: _Wanted) -> float:
    held, sizes = wanted.holders, wanted.sizes
    met = Counter(chain.from_iterable([held[word] for word in words if word in held]))
    # One word of three is less than the share that is asked for.
    several = [(count, sizes[place]) for place, count in met.items() if count > 1]
    return max((count / size for count, size in several if size >= _LEAST), default=0.0)


def _facts_of(content: Content, settings: Settings, before: Before | None, name: str) -> Sequence[Fact]:
    known = before(name) if before else None
    return read_article(_with_blocks(content.articles[name]), settings).facts if known is None else known


def _unheld(
    content: Content, names: Iterable[str], wanted: _Wanted, read: Callable[[str], Sequence[Fact]]
) -> Iterator[Fact]:
    """The statements of some articles that the project neither holds nor lost to a person, and that are like an entry."""
    chosen = list(names)
    quoted: dict[str, set[str]] = {name: set() for name in chosen}
    remembered = (content.memories[name].facts for name in chosen if name in content.memories)
    held = (fact for facts in content.told_of(quoted.keys()).values() for fact in facts)
    for fact in (*held, *(fact for facts in remembered for fact in facts)):
        for source in fact.sources:
            if source.article in quoted:
                quoted[source.article].add(mark_of(source.quote))
    for name in chosen:
        for fact in read(name):
            if (
                mark_of(fact.sources[0].quote) not in quoted[name]
                and _share(telling_words(fact.text), wanted) >= _SHARE
            ):
                yield fact


def _with_blocks(article: Article) -> Article:
    """A stored article with the blocks its file does not hold."""
    return article if article.blocks else replace(article, blocks=split_blocks(article.text))
