"""Two facts of a collection in, everything measured of the pair out: words, actions, names, story, company."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from .score import Company, Signals, verbatim
from .signature import Collection, Signature

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
    story: float  # log of the articles of both stories
    strangers: float  # log of the names, on the side with fewer, that the other's article never has
    strange: float  # log of their rarity
    known: float  # log of the rarity of shared names
    lead_share: float  # share of the poorer lead's names that the other has
    agreement: float  # company, see there
    common: float
    smaller: float
    larger: float


class Stories:
    """The stories of a collection's articles: which terms everybody in them has."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._known: dict[frozenset[str], tuple[Counter[str], int]] = {}

    def measure(self, one: Signature, other: Signature, found: Signals, company: Company) -> Evidence:
        """All evidence for a pair, from its signals and company."""
        collection = self._collection
        both = one.terms & other.terms
        actions = one.actions & other.actions
        events = sum(term[0] == "=" for term in actions)
        lengths = one.action_length * other.action_length
        local_cosine, local_shared, size = self._within(one, other, both)
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
            phrases=math.log1p(len(one.phrases & other.phrases)),
            lighter=math.log1p(min(one.weight, other.weight)),
            heavier=math.log1p(max(one.weight, other.weight)),
            covered=collection.weigh(both) / max(1e-9, min(one.weight, other.weight)),
            verbatim=verbatim(one, other),
            story=math.log1p(size),
            strangers=found.strangers,
            strange=found.strange,
            known=found.known,
            lead_share=found.lead_share,
            agreement=company.agreement,
            common=company.common,
            smaller=company.smaller,
            larger=company.larger,
        )

    def _within(self, one: Signature, other: Signature, both: Iterable[str]) -> tuple[float, float, int]:
        """Cosine and log weight by rarity within the two stories, and how many articles they have."""
        left, count_left = self._story(one.articles)
        right, count_right = self._story(other.articles)
        total = count_left + count_right

        def rarity(term: str) -> float:
            seen = left[term] + right[term]
            return math.log((total + 2) / (seen + 0.5)) if seen < total else 0.0

        shared = [rarity(term) for term in both]
        size = sum(rarity(term) ** 2 for term in one.terms) * sum(rarity(term) ** 2 for term in other.terms)
        cosine = sum(value * value for value in shared) / math.sqrt(size) if size > 0 else 0.0
        return cosine, math.log1p(sum(shared)), total

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
