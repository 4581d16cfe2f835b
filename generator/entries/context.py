"""A statement, and what stands before it in its article, in; the sentences that a reader needs besides, out.

What a reader lacks is where the statement points back: at the sentence before, with a pronoun or a thing that
was just told; at the sentence that first tells of a thing it takes as known; at the news of the article, where
it names nothing of the headline. The fewest sentences that supply it are the context, in their order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from ..language import Language
from ..model import Article, Fact, Sentence
from ..text.dateline import read_dateline
from .stems import stem, stems, words_of
from .words import FormWords, form_words

OMITTED = " … "  # between sentences of a context that do not stand side by side
_MOST = 3  # sentences
_NAMED = 2  # words of the headline that make a statement part of its story without more
_OPENING = 2  # words
_LEAST = 3  # letters of a word that may tell something
_MARKS = '“”„«»"'
_LONGEST = 600  # characters; a longer sentence explains nothing


@dataclass(frozen=True, slots=True)
class Told:
    """The body sentences of an article, and which of them first tells each word."""

    article: Article
    spans: tuple[Sentence, ...]
    texts: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    first: dict[str, int]
    spread: Counter[str]
    headline: frozenset[str]
    form: FormWords
    language: Language
    pointing: frozenset[
        str
    ]  # stand before what the reader is taken to know; none in a language without articles


def read_told(article: Article, sentences: Sequence[Sentence], language: Language) -> Told:
    """Count the words of the body once."""
    opening = read_dateline(article.text, article.blocks).end
    spans = tuple(s for s in sentences if article.blocks[s.block].kind == "body" and s.end > opening)
    texts = tuple(article.text[opening if s.start < opening < s.end else s.start : s.end] for s in spans)
    found = tuple(stems(text) for text in texts)
    first: dict[str, int] = {}
    for index, words in enumerate(found):
        for word in words:
            first.setdefault(word, index)
    lines = (article.text[block.start : block.end] for block in article.blocks if block.kind == "headline")
    form = form_words(article.lang or "en")
    return Told(
        article,
        spans,
        texts,
        found,
        first,
        Counter(word for words in found for word in words),
        stems(" ".join([article.title, *lines])),
        form,
        language,
        frozenset() if language.names_decline else language.used_as("determiner") | form.other,
    )


def context_of(fact: Fact, told: Told) -> str:
    """The sentences that ``fact`` leans on; what it was given with its question keeps it."""
    start = fact.sources[0].start if fact.sources else -1
    index = bisect_right(told.spans, start, key=lambda sentence: sentence.end)
    if index in (0, len(told.spans)) or fact.context.endswith("?"):
        return fact.context
    chosen = sorted(_needed(fact, told, index)[:_MOST])
    runs: list[str] = []
    for at, sentence in enumerate(chosen):
        if at and chosen[at - 1] == sentence - 1:
            runs[-1] += f" {told.texts[sentence]}"
        else:
            runs.append(told.texts[sentence])
    return OMITTED.join(map(_in_whole_marks, runs))


def _in_whole_marks(text: str) -> str:
    """What stands side by side without the mark at its edge that opens or closes a quotation beyond it."""
    if sum(map(text.count, _MARKS)) % 2 == 0:
        return text
    return text[1:] if text[0] in _MARKS else text.removesuffix(text[-1]) if text[-1] in _MARKS else text


def _needed(fact: Fact, told: Told, index: int) -> list[int]:
    """The sentences before ``index`` that tell what the statement leans on, the most needed first."""
    shown = stems(fact.text) | stems(fact.speaker)
    chosen: list[int] = []

    def take(sentence: int) -> None:
        if sentence not in chosen and 0 <= sentence < index and len(told.texts[sentence]) <= _LONGEST:
            chosen.append(sentence)

    if _means_the_news(fact.text, told, index):
        take(0)
        if told.spans[index - 1].block == told.spans[index].block:
            take(index - 1)  # or "the party" is one that the paragraph has just named
    if fact.context or _points_back(fact, told, shown, index):
        take(index - 1)
        if _opens_pointing(told, index - 1):
            take(index - 2)  # what it points at is told one sentence earlier
    if (introduced := _introduced(fact, told, index, chosen)) >= 0:
        take(introduced)
        if _opens_pointing(told, introduced):
            take(introduced - 1)
    if any(_means_the_news(told.texts[at], told, at) for at in chosen):
        take(0)
    if len(shown.union(*(told.stems[at] for at in chosen)) & told.headline) < _NAMED:
        take(0)
    return chosen


def _points_back(fact: Fact, told: Told, shown: frozenset[str], index: int) -> bool:
    """A pronoun that no bracket explains, or a thing that the sentence before has told of."""
    explained = {bracket.stands_for.casefold() for bracket in fact.brackets}
    if any(word in told.form.other and word not in explained for word in words_of(fact.text)[2]):
        return True
    return bool(shown & told.stems[index - 1])


def _opens_pointing(told: Told, index: int) -> bool:
    """Whether a sentence begins with somebody named before: "She …", "Against her …"."""
    return not told.form.other.isdisjoint(words_of(told.texts[index])[1][:_OPENING])


def _means_the_news(text: str, told: Told, index: int) -> bool:
    """ "The move comes …": what opens as known, is told nowhere before, and is said to be of nothing, is the news itself."""
    words = words_of(text)[1][:3]
    if len(words) < 3 or words[0] not in told.pointing or len(words[1]) < _LEAST:
        return False
    joined = any(words[2] in told.language.used_as(use) for use in ("preposition", "conjunction"))
    return not joined and told.first.get(stem(words[1]), index) >= index


def _introduced(fact: Fact, told: Told, index: int, chosen: Sequence[int]) -> int:
    """The sentence that first tells most of the things the statement takes as known; -1 for none."""
    known = frozenset().union(*(told.stems[sentence] for sentence in chosen)) if chosen else frozenset()
    score: dict[int, list[float]] = {}
    for word in _taken_as_known(fact.text, told):
        first = told.first.get(word, index)
        if first < index and word not in known:
            score.setdefault(first, []).append(1 / told.spread[word])
    # In whichever order the words of a set come, their sum is the same to the last digit.
    return max(score, key=lambda sentence: (fsum(score[sentence]), -sentence), default=-1)


def _taken_as_known(text: str, told: Told) -> set[str]:
    """The stems of nouns behind an article or a demonstrative, and of names that stand alone."""
    words, low, _ = words_of(text)
    pointed = [word in told.pointing for word in ("", "", *low)]
    found: set[str] = set()
    for at, word in enumerate(words):
        if len(word) < _LEAST:
            continue
        alone = word[0].isupper() and at > 0 and not words[at - 1][0].isupper()
        if alone or pointed[at] or pointed[at + 1] or not told.pointing:
            found.add(stem(word))
    return found
