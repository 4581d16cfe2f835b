"""What is measured of a pair of tellings, by name; and of one, what its words are beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .signature import Signature, once
from .words import STOPWORDS, bare_stem


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
    agreement: float  # correlation of whom each resembles
    common: float  # log of the resemblance that both have to others
    smaller: float  # log of the resemblance the more lonely one has to all others
    larger: float  # the same of the other: a general sentence resembles everything
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


class Reading(NamedTuple):
    """A text's phrases, word beginnings and bonds, each once; those whose rarity is summed in an order of their own."""

    phrases: frozenset[str]  # stems of neighbouring words that carry meaning
    beginnings: tuple[str, ...]  # of the terms
    terms: tuple[str, ...]  # whose rarity each of these beginnings has
    weighed: tuple[str, ...]  # the same terms, in the order in which they are summed
    bonds: tuple[tuple[str, str], ...]  # a word and a name beside it
    values: tuple[float, ...]  # of its amounts


@once
def reading_of(signature: Signature) -> Reading:
    """What its words are beside one another."""
    beginnings = {
        term if term[0] == "=" or term[0].isdigit() else term[:_BEGINNING]: term
        for term in sorted(signature.terms)
    }
    lined = sorted(beginnings, key=repr)
    return Reading(
        signature.words.phrases,
        tuple(lined),
        tuple([beginnings[beginning] for beginning in lined]),
        tuple(beginnings.values()),
        tuple(sorted(find_bonds(signature), key=repr)),
        tuple({amount.value for amount in signature.amounts}),
    )


def find_bonds(signature: Signature) -> frozenset[tuple[str, str]]:
    """Each word with the nearest run of names before and after it, a few words off at most."""
    return frozenset(_bonds(signature))


def _bonds(signature: Signature) -> Iterator[tuple[str, str]]:
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


_BESIDE = 5  # words between a name and what it is bound to
_BEGINNING = 5  # letters; what most endings leave of a word
