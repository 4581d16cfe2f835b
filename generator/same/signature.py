"""Facts and their articles in, what is compared of each out: names, event words, amounts, days, lead.

Which words are names is learnt from the collection: a word is one when it stands capitalised inside
sentences more often than in lower case. Headlines in Title Case are left out of that count.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache, wraps
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from ..edtf import EdtfError, parse_edtf
from ..model import Article, Fact, Measure, Source
from ..values import dataclass, field
from .numbers import Amount, find_amounts
from .tolls import find_tolls
from .words import STOPWORDS, Told, Words, split_words

if TYPE_CHECKING:
    from .arrays import Floats
    from .near import Near, Nearest

# A collection of two articles says nothing about how rare a word is: every collection is weighed
# as if it stood among this many articles that lack its words.
_BACKGROUND = 1000
_TOP_WORDS = 30
_LINE = 100  # characters
_LEAD_WORDS = 80  # a news lead names the event; the whole body would make all long articles alike


@dataclass(frozen=True, slots=True)
class Signature:
    """What is compared of one fact."""

    fact: Fact
    words: Words
    names: frozenset[str]
    actions: frozenset[str]  # event classes and stems of the other words that carry meaning
    terms: frozenset[str]  # names, actions and digits
    amounts: tuple[Amount, ...]
    tolls: tuple[Measure, ...]  # people counted
    articles: frozenset[str]
    days: tuple[int, int] | None  # first and last day it can mean, as ordinals; None: unknown
    weight: float  # of all terms, by rarity
    length: float  # Euclidean, of all terms by rarity
    action_length: float
    lead_names: frozenset[str]  # of all its articles
    headline: bool  # the text is a headline
    depth: float  # log of how far down in its article it stands
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # see ``once``


T = TypeVar("T")


def once(work: Callable[[Signature], T]) -> Callable[[Signature], T]:
    """``work`` on what a text tells, done once for it: a fact stands in hundreds of pairs, and in those of many batches."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def known(signature: Signature) -> T:
        made = signature.made
        if name not in made:
            made[name] = work(signature)
        found: T = made[name]
        return found

    return known


@dataclass(frozen=True, slots=True)
class Lead:
    """The first words of an article, as terms and names."""

    terms: frozenset[str]
    names: frozenset[str]
    length: float  # Euclidean, by rarity
    top: frozenset[str] = frozenset()  # terms of the headline, or of the first sentence where there is none
    top_length: float = 1.0


@dataclass(frozen=True)
class Kin:
    """Which articles are near one another; looked for when it is asked, and once."""

    leads: Mapping[str, Lead]
    rarity: Mapping[str, float]

    @cached_property
    def near(self) -> Near:
        """For each article those whose leads resemble it, and how much."""
        self.take(map(self.nearest.of, self.nearest.parts))
        near: Near = self.__dict__["near"]
        return near

    @cached_property
    def nearest(self) -> Nearest:
        """What looks for them, some articles at a time."""
        from .near import Nearest

        return Nearest({name: (lead.terms, lead.length) for name, lead in self.leads.items()}, self.rarity)

    def take(self, rows: Iterable[Floats]) -> None:
        """Have what was found by whoever did not look for them alone."""
        from .near import Near

        self.__dict__["near"] = Near(self.nearest.ranks, rows)

    @property
    def known(self) -> bool:
        """Whether they were looked for."""
        return "near" in self.__dict__


@dataclass(frozen=True)
class Collection:
    """All facts to be compared, with the rarity of each term among their articles."""

    signatures: tuple[Signature, ...]
    leads: Mapping[str, Lead]
    rarity: Mapping[str, float]
    rarest: float
    kin: Kin

    def weigh(self, terms: Iterable[str]) -> float:
        """The summed rarity of ``terms``."""
        known, rarest = self.rarity.get, self.rarest
        return math.fsum([known(term, rarest) for term in terms])

    def length(self, terms: Iterable[str]) -> float:
        """The Euclidean length of ``terms`` weighted by rarity."""
        known, rarest = self.rarity.get, self.rarest
        return math.sqrt(math.fsum([known(term, rarest) ** 2 for term in terms]))

    def likeness(self, one: int, other: int) -> float:
        """Cosine of two texts."""
        left, right = self.signatures[one], self.signatures[other]
        size = left.length * right.length
        return self.length(left.terms & right.terms) ** 2 / size if size else 0.0

    @property
    def near(self) -> Near:
        """For each article, by its place among the leads, those whose leads resemble it, and how much."""
        return self.kin.near


def collect(
    facts: Sequence[Fact], articles: Mapping[str, Article], headlines: Sequence[bool] = ()
) -> Collection:
    """Signatures of all ``facts``; a missing article's lead is made of its facts.

    ``headlines`` says of each whether its text is a headline; none is when it is left out.
    """
    texts, amounts, tolls = zip(*(_parsed(fact.text) for fact in facts), strict=True) if facts else ((),) * 3
    names = dict.fromkeys(source.article for fact in facts for source in fact.sources)
    of_article = {name: _lead_words(articles[name]) if name in articles else Words() for name in names}
    is_name = _learn_names([*texts, *of_article.values()])
    parts = [words.told(is_name) for words in texts]
    terms = [_terms(found, counted) for found, counted in zip(parts, tolls, strict=True)]
    own = ((name, lead.told(is_name)) for name, lead in of_article.items())
    leads = _leads(facts, [found.names for found in parts], terms, own)
    count = Counter(term for terms, _ in leads.values() for term in terms)
    total = len(leads) + _BACKGROUND
    rarity = {term: math.log(total / (seen + 0.5)) for term, seen in count.items()}
    rarest = math.log(total / 0.5)
    tops = {name: _terms(_top_words(articles[name]).told(is_name)) for name in of_article if name in articles}
    done = _finish(leads, tops, rarity)
    signatures = tuple(
        _sign(fact, words, (found, every), (some, counted), rarity, done, headline, articles)
        for fact, words, found, every, some, counted, headline in zip(
            facts, texts, parts, terms, amounts, tolls, headlines or [False] * len(facts), strict=True
        )
    )
    return Collection(signatures, done, rarity, rarest, Kin(done, rarity))


def _terms(told: Told, counted: Sequence[Measure] = ()) -> frozenset[str]:
    """The names, actions and digits of a text, and whom it counts."""
    made = told.made
    if "terms" not in made:
        # "Six skiers died" / "six lost their lives": rarer than either word
        tolls = [f"{toll.value:g} {toll.what}" for toll in counted]
        made["terms"] = told.names.union(told.actions, told.digits, tolls)
    found: frozenset[str] = made["terms"]
    return found


def _leads(
    facts: Sequence[Fact],
    names: Sequence[frozenset[str]],
    terms: Sequence[frozenset[str]],
    own: Iterable[tuple[str, Told]],
) -> dict[str, tuple[set[str], set[str]]]:
    """All terms, and the names among them, of each article's ``own`` beginning and of the facts that stand in it."""
    leads = {name: (set(_terms(told)), set(told.names)) for name, told in own}
    for fact, named, every in zip(facts, names, terms, strict=True):
        for source in fact.sources:
            mine = leads[source.article]
            mine[0].update(every)
            mine[1].update(named)
    return leads


_titled = lru_cache(maxsize=2048)(split_words)  # an article is met again by every batch of its days


@lru_cache(maxsize=2500)
def _opening(text: str) -> Words:
    """The first words of a text."""
    return Words(split_words(text)[:_LEAD_WORDS])


@lru_cache(maxsize=8192)
def _parsed(text: str) -> tuple[Words, tuple[Amount, ...], tuple[Measure, ...]]:
    """Words, amounts and counts of people; a fact is met again by every batch of its days."""
    words, amounts = split_words(text), find_amounts(text)
    return words, amounts, find_tolls(text, words, amounts) if amounts else ()


def _sign(
    fact: Fact,
    words: Words,
    found: tuple[Told, frozenset[str]],
    counted: tuple[tuple[Amount, ...], tuple[Measure, ...]],
    rarity: Mapping[str, float],
    leads: Mapping[str, Lead],
    headline: bool,
    known: Mapping[str, Article],
) -> Signature:
    parts, terms = found
    articles = frozenset([source.article for source in fact.sources])
    # The facts of an article share its set of names instead of each having its own.
    told = [leads[name].names for name in articles]
    return Signature(
        fact=fact,
        words=words,
        names=parts.names,
        actions=parts.actions,
        terms=terms,
        amounts=counted[0],
        tolls=counted[1],
        articles=articles,
        days=day_span(fact.date),
        weight=math.fsum([rarity[term] for term in terms]),
        length=math.sqrt(math.fsum([rarity[term] ** 2 for term in terms])),
        action_length=math.sqrt(math.fsum([rarity[term] ** 2 for term in parts.actions])),
        lead_names=told[0] if len(told) == 1 else frozenset().union(*told),
        headline=headline,
        depth=0.0 if headline else min((_depth(source, known) for source in fact.sources), default=0.0),
        made=parts.made,
    )


def _depth(source: Source, articles: Mapping[str, Article]) -> float:
    """Log of the lines above a quote in its article's body; 0 at its beginning, and where it is unknown."""
    article = articles.get(source.article)
    if article is None:
        return 0.0
    start = source.start if source.start >= 0 else article.text.find(source.quote)
    body = next((block.start for block in article.blocks if block.kind == "body"), 0)
    return math.log1p(max(0, start - body) / _LINE)


def _finish(
    leads: Mapping[str, tuple[set[str], set[str]]],
    tops: Mapping[str, frozenset[str]],
    rarity: Mapping[str, float],
) -> dict[str, Lead]:
    done = {}
    for name, (terms, names) in leads.items():
        length = math.sqrt(math.fsum(rarity[term] ** 2 for term in terms))
        top = tops.get(name, frozenset()) & rarity.keys()
        top_length = math.sqrt(math.fsum(rarity[term] ** 2 for term in top))
        done[name] = Lead(frozenset(terms), frozenset(names), length or 1.0, top, top_length or 1.0)
    return done


def _lead_words(article: Article) -> Words:
    """The title and the first words of the body; of the whole text where blocks are unknown."""
    body = " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind == "body")
    text = f"{article.title} {body or article.text}"
    return _opening(text[: _LEAD_WORDS * 12])


def _top_words(article: Article) -> Words:
    """The title, or as many words as a first sentence has."""
    return _titled(article.title) or Words(_lead_words(article)[:_TOP_WORDS])


def _learn_names(texts: Sequence[Words]) -> frozenset[str]:
    cases = [words.cases for words in texts]
    lower = Counter(chain.from_iterable([one.lower for one in cases]))
    upper = Counter(chain.from_iterable([one.upper for one in cases]))
    first_only = set(chain.from_iterable([one.first for one in cases]))
    names = {low for low, seen in upper.items() if seen > lower[low]}
    names |= {low for low in first_only if not lower[low] and low not in upper}
    return frozenset(names - STOPWORDS)


@lru_cache(maxsize=65536)
def day_span(edtf: str) -> tuple[int, int] | None:
    """The first and last day an EDTF date can mean, as ordinals; ``None`` when unknown or open to both sides."""
    if not edtf:
        return None
    try:
        value = parse_edtf(edtf)
    except EdtfError:
        return None
    if value.earliest is None and value.latest is None:
        return None
    return (_ordinal(value.earliest, -(10**7)), _ordinal(value.latest, 10**7))


def days_apart(one: str, other: str) -> int:
    """How many days lie between what two EDTF dates can mean; 0 when they can meet or one is unknown."""
    left, right = day_span(one), day_span(other)
    if left is None or right is None:
        return 0
    return max(0, left[0] - right[1], right[0] - left[1])


def _ordinal(day: tuple[int, int, int] | None, open_end: int) -> int:
    if day is None:
        return open_end
    if day[0] < 1 or day[0] > 9999:
        return day[0] * 365
    return date(*day).toordinal()
