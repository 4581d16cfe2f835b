"""A project and entries that are new to it in, the statements kept aside of its articles that may repeat one out.

What is kept aside is stored nowhere, so its articles are read again: only those that came out near the entry's day
or its article's, and of which one sentence has most of the entry's words; of these the likest few.
Where a story has very many such articles, those next to the new ones in time are looked at, so that no batch costs more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain, islice
from sys import intern

import numpy as np

from ..config import Settings
from ..model import Article, Fact
from ..same import day_span, telling_words
from ..same.arrays import Bags, Ints
from ..store import Content
from ..store.memory import mark_of
from ..text.blocks import split_blocks
from .read import read_article

_SHARE = 0.6  # of an entry's words that a sentence must have
_LEAST = 3  # words of an entry by which a sentence can be found
_CROWD = 60  # a word of more new entries than this finds none of them
_ARTICLES = 30  # that are read again for one batch; a story that repeats itself everywhere has enough sources
_LOOKED_AT = 1000  # articles; the nearest in time of those that came out near enough
_AT_ONCE = 250  # sentences that are compared with all entries at once
_ENDS = re.compile(r"[.!?]\s|\n")  # near enough to a sentence's: many are looked at
_LONG = 31  # days; what is dated no better is looked for around its article's day alone


Before = Callable[[str], Sequence[Fact] | None]  # an article's id in, what was read in it out


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words of the new entries, and the days around which they may have been told before."""

    sizes: Ints  # of each entry, in words
    words: Mapping[str, int]  # a number for each word that finds entries
    holders: Bags  # of each word
    days: Collection[int]


def held_back(
    content: Content, batch: Mapping[str, Article], settings: Settings, before: Before | None = None
) -> Callable[[Sequence[Fact]], list[Fact]]:
    """What looks for the statements of the project's articles, ``batch`` aside, that may repeat an entry.

    ``before`` has what was read in an article where it was read in the same run.
    """

    def find(entries: Sequence[Fact]) -> list[Fact]:
        wanted = _wanted(entries, batch, settings.match_days)
        near = _nearest(content.articles, batch, wanted)
        shares = _shares([_sentences(article.text) for _, article in near], wanted)
        likest = [(-share, name) for share, (name, _) in zip(shares, near, strict=True) if share >= _SHARE]
        chosen = [name for _, name in sorted(likest)[:_ARTICLES]]
        read = partial(_facts_of, content, settings, before)
        return _unheld(content, chosen, wanted, read)

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
    few = {word: held for word, held in holders.items() if len(held) <= _CROWD}
    each: list[int] = [*chain.from_iterable(few.values())]
    bags = Bags.of(
        np.array([*map(len, few.values())], np.int64), np.array(each, np.int64), max(1, len(entries))
    )
    return _Wanted(np.array(sizes, np.int64), {word: number for number, word in enumerate(few)}, bags, days)


def _near(article: Article, wanted: _Wanted) -> bool:
    """Whether an article came out near enough; one of which nobody knows when may have."""
    span = day_span(article.published.day)
    return span is None or any(
        day in wanted.days for day in range(span[0], min(span[1], span[0] + _LONG) + 1)
    )


def _shares(articles: Sequence[Sequence[Collection[str]]], wanted: _Wanted) -> list[float]:
    """How much of its likest entry the likest sentence of each article has."""
    known, width = wanted.words, max(1, len(wanted.sizes))
    found = np.zeros(len(articles))
    every = ((place, words) for place, sentences in enumerate(articles) for words in sentences)
    while some := [*islice(every, _AT_ONCE)]:
        met = [[known[word] for word in words if word in known] for _, words in some]
        sentence = np.repeat(np.arange(len(some)), [*map(len, met)])
        word, at = wanted.holders.spread(np.array([*chain.from_iterable(met)], np.int64))
        cell, cells = sentence[word] * width + wanted.holders.items[at], len(some) * width
        counts = np.bincount(cell, minlength=cells)
        several = np.flatnonzero(counts > 1)  # one word of three is less than the share that is asked for
        row, entry = np.divmod(several, width)
        share = np.where(wanted.sizes[entry] >= _LEAST, counts[several] / wanted.sizes[entry], 0.0)
        np.maximum.at(found, np.array([place for place, _ in some])[row], share)
    shares: list[float] = found.tolist()
    return shares


@lru_cache(maxsize=_LOOKED_AT + 200)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The telling words of each sentence; an article is looked at by every batch of its days."""
    return tuple([tuple(map(intern, telling_words(sentence))) for sentence in _ENDS.split(text)])


def _facts_of(content: Content, settings: Settings, before: Before | None, name: str) -> Sequence[Fact]:
    known = before(name) if before else None
    return read_article(_with_blocks(content.articles[name]), settings).facts if known is None else known


def _unheld(
    content: Content, names: Iterable[str], wanted: _Wanted, read: Callable[[str], Sequence[Fact]]
) -> list[Fact]:
    """The statements of some articles that the project neither holds nor lost to a person, and that are like an entry."""
    chosen = list(names)
    quoted: dict[str, set[str]] = {name: set() for name in chosen}
    remembered = (content.memories[name].facts for name in chosen if name in content.memories)
    held = (fact for facts in content.told_of(quoted.keys()).values() for fact in facts)
    for fact in (*held, *(fact for facts in remembered for fact in facts)):
        for source in fact.sources:
            if source.article in quoted:
                quoted[source.article].add(mark_of(source.quote))
    free = [
        fact for name in chosen for fact in read(name) if mark_of(fact.sources[0].quote) not in quoted[name]
    ]
    shares = _shares([[telling_words(fact.text)] for fact in free], wanted)
    return [fact for fact, share in zip(free, shares, strict=True) if share >= _SHARE]


def _with_blocks(article: Article) -> Article:
    """A stored article with the blocks its file does not hold."""
    return article if article.blocks else replace(article, blocks=split_blocks(article.text))
