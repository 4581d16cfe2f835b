"""Facts and their articles in, every telling of them out: own texts, other quotes, and headlines.

A fact of several sources is told several times, and each of its quotes may be what another article repeats. A
headline tells its article's main event in words that other reports share more often than any sentence of the
body; it takes part in matching and may become a source, but never a fact of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Article, Fact, Source
from ..values import dataclass, replace
from .signature import Collection

_MOST = 8  # further quotes of one fact that are compared; what a hundred articles repeat is known by the latest few
_HEAD = 3_000  # characters in which an article's headline stands


@dataclass(frozen=True, slots=True)
class Telling:
    """One text that tells a fact; ``fact`` is the place of that fact, -1 for a headline of none yet."""

    told: Fact  # with this text and this source only
    fact: int
    headline: bool = False


def find_tellings(facts: Sequence[Fact], articles: Mapping[str, Article]) -> tuple[Telling, ...]:
    """The tellings of ``facts`` in their order, each fact's own text before its other quotes; headlines last."""
    own = [
        Telling(replace(fact, sources=fact.sources[:1]) if len(fact.sources) > 1 else fact, place)
        for place, fact in enumerate(facts)
    ]
    headed = {source.article for fact in facts for source in fact.sources if source.headline}
    for place, fact in enumerate(facts):
        for source in further_quotes(fact):
            told = replace(fact, text=source.quote, sources=(source,))
            own.append(Telling(told, place, source.headline))
    heads = [Telling(fact, -1, headline=True) for fact in _headlines(own, articles, headed)]
    return (*own, *heads)


def further_quotes(fact: Fact) -> Sequence[Source]:
    """What its sources but the first say of a fact; of very many the latest, each text once, in their order."""
    others = fact.sources[1:]
    if len(others) <= _MOST:
        return others
    told: dict[str, Source] = {}
    for source in reversed(others):
        told.setdefault(" ".join(source.quote.casefold().split()), source)
    return [*told.values()][:_MOST][::-1]


def _headlines(
    tellings: Iterable[Telling], articles: Mapping[str, Article], done: set[str]
) -> Iterator[Fact]:
    """A shadow for the headline of every article that ``tellings`` stand in, where its text holds one."""
    for name in sorted({source.article for one in tellings for source in one.told.sources} - done):
        article = articles.get(name)
        start = article.text.find(article.title, 0, _HEAD) if article and article.title else -1
        if article is None or start < 0:
            continue
        end = start + len(article.title)
        source = Source(name, article.title, start, end, headline=True)
        yield Fact(f"{name}#headline", "", article.title, (source,))


def find_units(tellings: Sequence[Telling], collection: Collection) -> list[list[int]]:
    """What is one from the start: the tellings of each fact, and a headline with the sentence it is made of.

    That is the sentence near the top of the body that is most like it: on news whose events are known nearly
    always a sentence of the same event.
    """
    units: dict[int, list[int]] = {}  # by fact, and a headline of none below 0
    near: dict[str, list[int]] = {}
    for at, telling in enumerate(tellings):
        if telling.fact >= 0:
            units.setdefault(telling.fact, []).append(at)
            if not telling.headline:
                near.setdefault(telling.told.sources[0].article, []).append(at)
    for at, telling in enumerate(tellings):
        if telling.fact < 0:
            likeness, best = max(
                (
                    (collection.likeness(at, other), -other)
                    for other in near[telling.told.sources[0].article]
                    if collection.signatures[other].depth <= _TOP
                ),
                default=(0.0, 0),
            )
            home = tellings[-best].fact if likeness >= _OWN else -at - 1
            units.setdefault(home, []).append(at)
    return list(units.values())


_TOP = 2.2  # of Signature.depth: the first eight lines
_OWN = 0.2  # cosine
