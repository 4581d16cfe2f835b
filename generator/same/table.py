"""A collection in, arrays of its tellings, terms and leads out, for the many pairs that are measured at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain

import numpy as np

from .arrays import Bags, Flags, Floats, Ints, Vocabulary, numbered, summed
from .evidence import Reading, reading_of
from .marks import Marks
from .signature import Collection, Signature, once

_MOST_CELLS = 10_000_000  # of a table of the terms of all stories
_STORY = 0.15  # likeness of two leads from which their articles are of one story


class Table:
    """A collection's tellings, each of one article at most, by their places."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.signatures = signatures = collection.signatures
        self.leads = list(collection.leads)
        self.words = words = Vocabulary[str]()
        lined = [_lined(one) for one in signatures]
        self.terms, order = Bags.lined([terms for terms, _, _ in lined], words)
        self.is_name, self.is_action = (
            np.array([*chain.from_iterable([row[side] for row in lined])], np.bool_)[order] for side in (1, 2)
        )
        self._articles(words)
        for bags in (self.terms, self.lead_terms, self.lead_names, self.tops):
            bags.widen(len(words))
        known, rarest = collection.rarity.get, collection.rarest
        self.rarity = np.array([known(word, rarest) for word in words])
        self.is_event = np.array([word[:1] == "=" for word in words], np.bool_)
        self.is_digit = np.array([word[:1].isdigit() for word in words], np.bool_)
        self.names = _counted(self.terms, self.is_name)
        self.actions = _counted(self.terms, self.is_action)
        self.has_event = _counted(self.terms, self.is_action & self.is_event[self.terms.items]) > 0
        self._stories: tuple[Ints, Ints] | None = None
        self._tellings()

    def _articles(self, words: Vocabulary[str]) -> None:
        """The article of each telling, and the words of each article's lead and headline."""
        home = {name: at for at, name in enumerate(self.leads)}
        # What stands in no article stands in one that says nothing.
        self.article = np.array(
            [home[min(one.articles)] if one.articles else len(home) for one in self.signatures], np.int64
        )
        leads = list(self.collection.leads.values())
        self.lead_terms = Bags([*(one.terms for one in leads), ()], words)
        self.lead_names = Bags([*(one.names for one in leads), ()], words)
        self.tops = Bags([*(one.top for one in leads), ()], words)
        self.lead_lengths = np.array([*(one.length for one in leads), 1.0])
        self.top_lengths = np.array([*(one.top_length for one in leads), 1.0])

    def _tellings(self) -> None:
        """What one number says of each telling."""
        signatures = self.signatures
        self.lengths = np.array([one.length for one in signatures])
        self.action_lengths = np.array([one.action_length for one in signatures])
        self.weights = np.array([one.weight for one in signatures])
        self.headline = np.array([one.headline for one in signatures], np.bool_)
        self.depth = np.array([one.depth for one in signatures])
        days = Vocabulary[str]()
        self.day = np.array(
            [days[one.fact.date] if one.fact.date else -at for at, one in enumerate(signatures, 1)]
        )
        self.says = np.array([one.fact.kind == "statement" for one in signatures], np.bool_)

    def make_ready(self) -> None:
        """Have what is otherwise made when it is first asked for, before others share it.

        What is read in a text stays with it, so this process does it: another would do it anew for each batch.
        """
        self.story_counts(np.zeros(0, np.int64))
        _ = self.marks, self.beside, self.lead_weights, self.own_tops

    @cached_property
    def marks(self) -> Marks:
        """What the vetoes look at."""
        return Marks(self.signatures, self.words)

    @cached_property
    def beside(self) -> Beside:
        """What each text's words are beside one another."""
        return Beside([reading_of(one) for one in self.signatures], self.words, self.rarity)

    @cached_property
    def lead_weights(self) -> Floats:
        """The rarity of all names of each lead."""
        owner, at = self.lead_names.spread(np.arange(len(self.leads) + 1))
        return summed(owner, self.rarity[self.lead_names.items[at]], len(self.leads) + 1)

    @cached_property
    def own_tops(self) -> Floats:
        """How near each telling is to the headline of its own article."""
        return self.toward(np.arange(len(self.signatures)), self.article, self.tops, self.top_lengths)

    def toward(self, which: Ints, articles: Ints, bags: Bags, lengths: Floats) -> Floats:
        """The cosine of tellings with the headline or the lead of articles."""
        owner, at = self.terms.spread(which)
        words = self.terms.items[at]
        held = bags.has(articles[owner], words)
        squares = summed(owner, held * self.rarity[words] ** 2, len(which))
        size = self.lengths[which] * lengths[articles]
        return np.divide(squares, size, out=np.zeros(len(which)), where=size > 0)

    def leads_near(self, left: Ints, right: Ints) -> Floats:
        """How near the leads of two articles each are; an article and itself wholly."""
        own = (left == right) & (left != len(self.leads))
        return np.where(own, 1.0, self.collection.near.of(left, right))

    def of_articles(self, one: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of articles of pairs of tellings, each once, and the place of each among them."""
        width = len(self.leads) + 1
        codes, place = numbered(self.article[one] * width + self.article[other], width**2)
        return codes // width, codes % width, place

    def story_counts(self, articles: Ints) -> tuple[Ints, Ints]:
        """How many articles of the story of each of ``articles`` have each term, and how many those are."""
        if self._stories is None and (len(self.leads) + 1) * len(self.words) <= _MOST_CELLS:
            self._stories = self._story_counts(np.arange(len(self.leads) + 1))
        if self._stories is None:
            return self._story_counts(articles)
        counts, sizes = self._stories
        return counts[articles], sizes[articles]

    def _story_counts(self, articles: Ints) -> tuple[Ints, Ints]:
        near, width = self.collection.near, len(self.words)
        counts, sizes = np.zeros((len(articles), width), np.int64), np.zeros(len(articles), np.int64)
        ends = np.searchsorted(near.one, np.arange(len(self.leads) + 1)).tolist()
        for row, article in enumerate(articles.tolist()):
            members = np.array([article])
            if article < len(self.leads):
                part = slice(ends[article], ends[article + 1])
                members = np.concatenate([members, near.other[part][near.values[part] >= _STORY]])
                sizes[row] = len(members)
            _, at = self.lead_terms.spread(members)
            counts[row] = np.bincount(self.lead_terms.items[at], minlength=width)
        return counts, sizes


class Beside:
    """Phrases, bonds, word beginnings and amounts of texts."""

    def __init__(self, readings: Sequence[Reading], words: Vocabulary[str], rarity: Floats) -> None:
        bonds: Vocabulary[tuple[str, str]] = Vocabulary()
        self.phrases, _ = Bags.lined([tuple(one.phrases) for one in readings], Vocabulary())
        self.values, _ = Bags.lined([one.values for one in readings], Vocabulary())
        self.bonds, _ = Bags.lined([one.bonds for one in readings], bonds)
        self.beginnings, order = Bags.lined([one.beginnings for one in readings], Vocabulary())
        self.rarity = rarity[_numbers([one.terms for one in readings], words)][order]
        owner = np.repeat(np.arange(len(readings)), self.beginnings.sizes)
        weighed = rarity[_numbers([one.weighed for one in readings], words)]
        self.weights = summed(owner, weighed, len(readings))
        self.bond_stems = np.array([words[stem] for stem, _ in bonds], np.int64)
        self.bond_names = np.array([words[name] for _, name in bonds], np.int64)


@once
def _lined(signature: Signature) -> tuple[tuple[str, ...], tuple[bool, ...], tuple[bool, ...]]:
    """The terms of a text in an order of their own; whether each is a name, and whether it is none."""
    terms = tuple(sorted(signature.terms, key=repr))
    names, actions = signature.names, signature.actions
    return terms, tuple([term in names for term in terms]), tuple([term in actions for term in terms])


def _numbers(rows: Sequence[Sequence[str]], words: Vocabulary[str]) -> Ints:
    return np.array([*map(words.__getitem__, chain.from_iterable(rows))], np.int64)


def _counted(bags: Bags, flags: Flags) -> Floats:
    owner, at = bags.spread(np.arange(len(bags.sizes)))
    return summed(owner, flags[at].astype(np.float64), len(bags.sizes))
