"""Two facts of a collection in, everything measured of the pair out: words, actions, names, story, company."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .score import Company, Signals
from .signature import Collection, Lead, Signature
from .words import STOPWORDS, bare_stem

_STORY = 0.15  # likeness of two leads from which their articles are of one story


class Evidence(NamedTuple):
    """What the scorecard asks about; logarithms are of one more than the amount, rarity is summed."""

    cosine: float  # words shared, by rarity
    shared: float  # log of the rarity of all that is shared
    names_missing: float  # log of the names that each lacks of the other: "Reid" / "Lohan"
    leads: float  # cosine of the articles' leads
    lead_names: float  # log of the rarity of the names that the leads share
    local_cosine: float  # as cosine, by rarity within the story: what all its articles have counts nothing
    local_shared: float
    action_cosine: float  # as cosine, of what is no name: "beats Thompson" / "stops Thompson"
    action_shared: float
    events: float  # event classes shared, at most three: "sacked" / "fired"
    other_event: float  # both name events, and none is shared: "hired" / "fired"
    digits: float  # log of the rarity of shared figures: "a 31-24 victory"
    phrases: float  # log of shared pairs of neighbouring words: what agencies hand on
    lighter: float  # log of the rarity in the poorer text: a short one may match by chance
    heavier: float
    covered: float  # share of the poorer text that the richer has
    verbatim: float
    loose: float  # as cosine, of the beginnings of words: "Iran" / "Iranian", "Зеленський" / "Зеленського"
    bonds: float  # log of the rarity of names that stand beside the same word: "fired coach Cheeks"
    other_bonds: float  # log of the names beside a shared word that the other text never has
    story: float  # log of the articles of both stories
    strangers: float  # log of the names, on the side with fewer, that the other's article never has
    strange: float  # log of their rarity
    known: float  # log of the rarity of shared names
    lead_share: float  # share of the poorer lead's names that the other has
    agreement: float  # company, see there
    common: float
    smaller: float
    larger: float
    headlines: float  # how many of the two are headlines
    highest: float  # log of the lines above the one that stands higher in its article
    deepest: float  # and above the other: what stands far down is seldom the article's event
    top_least: float  # cosine with the headline of the other's article, the less of the two
    top_most: float
    lead_least: float  # cosine with the lead of the other's article
    lead_most: float
    own_least: float  # cosine with the headline of its own article
    own_most: float
    tops: float  # cosine of the two headlines
    numbers_apart: float  # amounts, on the side with fewer, that the other lacks
    numbers_shared: float
    actions: float  # shared terms that are no names
    both: float  # shared terms
    names: float  # shared names
    one_says: float  # one is somebody's statement, the other is not
    strange_here: float  # each has a name that the other text lacks


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text's phrases, word beginnings and bonds."""

    phrases: frozenset[str]  # stems of neighbouring words that carry meaning
    beginnings: Mapping[str, float]  # of the terms, with their rarity
    weight: float  # of all beginnings
    bonds: frozenset[tuple[str, str]]  # a word and a name beside it
    values: frozenset[float]  # of its amounts


def _read(signature: Signature, collection: Collection) -> _Reading:
    stems = [word.stem for word in signature.words if word.low not in STOPWORDS]
    rarity, rarest = collection.rarity.get, collection.rarest
    beginnings = {
        term if term[0] == "=" or term[0].isdigit() else term[:_BEGINNING]: rarity(term, rarest)
        for term in sorted(signature.terms)
    }
    return _Reading(
        frozenset([f"{one} {other}" for one, other in itertools.pairwise(stems)]),
        beginnings,
        sum(beginnings.values()),
        frozenset(_bonds(signature)),
        frozenset([amount.value for amount in signature.amounts]),
    )


def _bonds(signature: Signature) -> Iterator[tuple[str, str]]:
    """Each word with the nearest run of names before and after it, a few words off at most."""
    names: list[tuple[int, str]] = []
    actions: list[tuple[int, str]] = []
    for at, word in enumerate(signature.words):
        if word.low in STOPWORDS:
            continue
        bare = bare_stem(word.low)
        if bare in signature.names and word.text[0].isupper():
            names.append((at, bare))
        elif word.stem in signature.actions:
            actions.append((at, word.stem))
    for at, stem in actions:
        after = [(place - at, name) for place, name in names if 0 < place - at <= _BESIDE]
        before = [(at - place, name) for place, name in reversed(names) if 0 < at - place <= _BESIDE]
        for run in (after, before):
            for step, (place, name) in enumerate(run):
                if place - run[0][0] != step:
                    break
                yield stem, name


def _strangers_beside(reading: _Reading, other: Signature, actions: frozenset[str]) -> int:
    """How many names stand beside a shared word here that the other text never has."""
    return len({name for stem, name in reading.bonds if stem in actions and name not in other.terms})


_BESIDE = 5  # words between a name and what it is bound to
_BEGINNING = 5  # letters; what most endings leave of a word


class Stories:
    """The stories of a collection's articles: which terms everybody in them has."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._known: dict[frozenset[str], tuple[Counter[str], int]] = {}
        self._readings: dict[int, _Reading] = {}
        self._near_to: dict[tuple[int, frozenset[str]], tuple[float, float]] = {}
        self._headlines: dict[tuple[frozenset[str], frozenset[str]], float] = {}

    def measure(
        self, one: Signature, other: Signature, found: Signals, company: Company, copied: float
    ) -> Evidence:
        """All evidence for a pair, from its signals, its company and how far its words are the same."""
        collection = self._collection
        both = one.terms & other.terms
        actions = one.actions & other.actions
        events = sum(term[0] == "=" for term in actions)
        lengths = one.action_length * other.action_length
        local_cosine, local_shared, size = self._within(one, other, both)
        left, right = self._read(one), self._read(other)
        left_values, right_values = left.values, right.values
        bonds = left.bonds & right.bonds
        return Evidence(
            cosine=found.cosine,
            shared=found.shared,
            names_missing=found.names_missing,
            leads=found.leads,
            lead_names=found.lead_names,
            local_cosine=local_cosine,
            local_shared=local_shared,
            action_cosine=collection.length(actions) ** 2 / lengths if lengths else 0.0,
            action_shared=math.log1p(collection.weigh(actions)),
            events=float(min(3, events)),
            other_event=float(not events and _has_event(one.actions) and _has_event(other.actions)),
            digits=math.log1p(collection.weigh(term for term in both if term[0].isdigit())),
            phrases=math.log1p(len(left.phrases & right.phrases)),
            lighter=math.log1p(min(one.weight, other.weight)),
            heavier=math.log1p(max(one.weight, other.weight)),
            covered=collection.weigh(both) / max(1e-9, min(one.weight, other.weight)),
            verbatim=copied,
            loose=self._loose(left, right),
            bonds=math.log1p(collection.weigh(name for _, name in bonds)),
            other_bonds=math.log1p(
                min(_strangers_beside(left, other, actions), _strangers_beside(right, one, actions))
            ),
            story=math.log1p(size),
            strangers=found.strangers,
            strange=found.strange,
            known=found.known,
            lead_share=found.lead_share,
            agreement=company.agreement,
            common=company.common,
            smaller=company.smaller,
            larger=company.larger,
            **self._places(one, other),
            numbers_apart=float(min(len(left_values - right_values), len(right_values - left_values))),
            numbers_shared=float(len(left_values & right_values)),
            actions=float(len(actions)),
            both=float(len(both)),
            names=float(len(one.names & other.names)),
            one_says=float((one.fact.kind == "statement") != (other.fact.kind == "statement")),
            strange_here=float(bool(one.names - other.terms) and bool(other.names - one.terms)),
        )

    def _places(self, one: Signature, other: Signature) -> dict[str, float]:
        """Where the two stand in their articles, and how near they are to what those are about."""
        deep = sorted((one.depth, other.depth))
        left, right = self._toward(one, other.articles), self._toward(other, one.articles)
        near = sorted((left[0], right[0]))
        lead = sorted((left[1], right[1]))
        own = sorted((self._toward(one, one.articles)[0], self._toward(other, other.articles)[0]))
        tops = self._tops(one.articles, other.articles)
        return {
            "headlines": float(one.headline + other.headline),
            "highest": deep[0],
            "deepest": deep[1],
            "top_least": near[0],
            "top_most": near[1],
            "lead_least": lead[0],
            "lead_most": lead[1],
            "own_least": own[0],
            "own_most": own[1],
            "tops": tops,
        }

    def _toward(self, signature: Signature, articles: frozenset[str]) -> tuple[float, float]:
        """How near a telling is to the headline and to the lead of an article; measured once for all its tellings."""
        known = self._near_to.get((id(signature), articles))
        if known is None:
            lead = self._about(articles)
            known = (
                self._cosine(signature, lead.top, lead.top_length),
                self._cosine(signature, lead.terms, lead.length),
            )
            self._near_to[id(signature), articles] = known
        return known

    def _tops(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How near two articles' headlines are."""
        known = self._headlines.get((one, other))
        if known is None:
            left, right = self._about(one), self._about(other)
            known = self._collection.length(left.top & right.top) ** 2 / (left.top_length * right.top_length)
            self._headlines[one, other] = self._headlines[other, one] = known
        return known

    def _about(self, articles: frozenset[str]) -> Lead:
        """The lead of a telling's article; a telling stands in one."""
        return self._collection.leads[min(articles)]

    def _cosine(self, signature: Signature, terms: frozenset[str], length: float) -> float:
        size = signature.length * length
        return self._collection.length(signature.terms & terms) ** 2 / size if size else 0.0

    def _read(self, signature: Signature) -> _Reading:
        """What only the pairs that are measured need, made once for each fact."""
        known = self._readings.get(id(signature))
        if known is None:
            known = self._readings[id(signature)] = _read(signature, self._collection)
        return known

    def _loose(self, left: _Reading, right: _Reading) -> float:
        both = left.beginnings.keys() & right.beginnings.keys()
        size = left.weight * right.weight
        if not size:
            return 0.0
        return sum(min(left.beginnings[part], right.beginnings[part]) for part in both) / math.sqrt(size)

    def _within(self, one: Signature, other: Signature, both: Iterable[str]) -> tuple[float, float, int]:
        """Cosine and log weight by rarity within the two stories, and how many articles they have."""
        left, count_left = self._story(one.articles)
        right, count_right = self._story(other.articles)
        total = count_left + count_right
        log, above = math.log, total + 2

        def rarities(terms: Iterable[str]) -> list[float]:
            """By how many articles of the two stories have it; what all have counts nothing."""
            often = [left.get(term, 0) + right.get(term, 0) for term in terms]
            return [log(above / (seen + 0.5)) for seen in often if seen < total]

        shared = rarities(both)
        squares = sum([value * value for value in shared])
        if not squares:
            return 0.0, 0.0, total
        size = sum([value * value for value in rarities(one.terms)])
        size *= sum([value * value for value in rarities(other.terms)])
        return squares / math.sqrt(size), math.log1p(sum(shared)), total

    def _story(self, articles: frozenset[str]) -> tuple[Counter[str], int]:
        """How many articles of the story have each term; counted once."""
        known = self._known.get(articles)
        if known is None:
            near = self._collection.near
            members = set(articles)
            for name in articles:
                members.update(other for other, value in near[name].items() if value >= _STORY)
            leads = self._collection.leads
            known = Counter(term for name in members for term in leads[name].terms), len(members)
            self._known[articles] = known
        return known


def _has_event(actions: Iterable[str]) -> bool:
    return any(term[0] == "=" for term in actions)
