"""An article's facts in, what speaks for and against each as an entry out: numbers from the form alone.

No number knows a subject: they tell where a statement stands, what it shares with the headline, how it is
dated and how surely, who speaks and in which person and tense it is told. They are few on purpose: fitted on a dozen pages,
every further number that was tried (centrality, novelty, appositions, ages, the company of neighbours, tables
of public deeds) lowered the figures on pages left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from math import log
from typing import NamedTuple

from ..model import Article, Fact
from .brackets import without_brackets
from .stems import WORD, stems, words_of
from .words import FormWords, form_words

_NUMBER = re.compile(r"\d(?<!\w\d)[\d.,]*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”\"]*[“”\"]")
_SHORT, _LONG = 9, 35  # words
_DAY = len("2021-05-03")
_PASTS = 3  # verbs of the past; more tell no more
_MOST = 4.0  # of names or numbers; a list of forty is no better


class Evidence(NamedTuple):
    """What speaks for or against a statement as an entry; yes is 1, no is 0."""

    size: float  # log of the number of statements in the article
    relative: float  # where it stands: 0 first, 1 last
    headline: float  # share of the headline's words in its sentence
    dated: float  # words of its own date it
    own_day: float  # and they name the article's own day
    undated: float  # its day is not known
    exact: float  # it is dated to the day
    today: float  # to the day of the article, by words or without: the surest guess, and the commonest
    earlier_year: float  # it is dated before the year of the article
    spoken: float  # somebody says it
    named_speaker: float  # under a full name
    role_speaks: float  # or as "the ministry"
    in_marks: float  # share of the sentence in quotation marks
    all_marks: float  # most of it
    cut: float  # how much of the sentence the text keeps
    plan: float  # of something to come
    length: float  # log of its words
    short: float
    long: float
    names: float  # groups of words with a capital
    numbers: float
    own: float  # speaks of itself or to the reader: "I", "our", "you"
    other: float  # leans on what was named before: "she", "this"
    modal: float  # "could", "must"
    vague: float  # opens with somebody, not said who: "many", "some"
    past: float  # verbs that tell what happened
    only_present: float  # none, but verbs that tell what is
    no_verb: float  # neither
    verb_first: float  # 1 where the first verb tells what happened, -1 what is


def evidence_of(article: Article, facts: Sequence[Fact]) -> tuple[Evidence, ...]:
    """The evidence of each fact of one article, in their order."""
    lang = article.lang or "en"
    headline = " ".join(article.text[b.start : b.end] for b in article.blocks if b.kind == "headline")
    telling = stems(f"{article.title} {headline}")
    many = len(facts)
    return tuple(
        Evidence(
            size=log(1 + many),
            relative=index / max(1, many - 1),
            headline=len(stems(_whole(fact)) & telling) / max(3, len(telling)),
            **_dated(article, fact),
            **_voice(fact),
            **_form(without_brackets(fact), form_words(lang), nouns_capital=lang.startswith("de")),
        )
        for index, fact in enumerate(facts)
    )


def _whole(fact: Fact) -> str:
    """The sentence a fact was read from."""
    return fact.sources[0].quote if fact.sources else fact.text


def _dated(article: Article, fact: Fact) -> dict[str, float]:
    own = article.published.day
    worded = bool(fact.sources and fact.sources[0].date.words)
    return {
        "dated": float(worded),
        "own_day": float(worded and bool(own) and fact.date == own),
        "undated": float(not fact.date),
        "exact": float(len(fact.date) == _DAY),
        "today": float(bool(own) and fact.date == own),
        "earlier_year": float(bool(fact.date and own) and fact.date[:4] < own[:4]),
    }


def _voice(fact: Fact) -> dict[str, float]:
    whole = _whole(fact)
    inside = sum(len(found) for found in _QUOTED.findall(whole))
    name = WORD.findall(fact.speaker)
    return {
        "spoken": float(bool(fact.speaker)),
        "named_speaker": float(len(name) > 1 and name[0][0].isupper() and name[-1][0].isupper()),
        "role_speaks": float(bool(name) and name[0][0].islower()),
        "in_marks": inside / max(20, len(whole)),
        "all_marks": float(inside > 0.6 * len(whole)),
        "cut": len(without_brackets(fact)) / max(1, len(whole)),
        "plan": float(fact.kind == "plan"),
    }


def _form(text: str, form: FormWords, *, nouns_capital: bool) -> dict[str, float]:
    words, _, low = words_of(text)
    many = max(1, len(words))
    told, present = list(islice(form.past.finditer(text), _PASTS)), form.present.search(text)
    past = told[0] if told else None
    first = past if past and (not present or past.start() < present.start()) else present
    return {
        "length": log(1 + len(words)),
        "short": float(len(words) < _SHORT),
        "long": float(len(words) > _LONG),
        "names": min(_MOST, float(_names(words, 1 if nouns_capital else 0))),
        "numbers": min(_MOST, float(len(_NUMBER.findall(text)))),
        "own": min(1.0, 3 * sum(map(form.own.__contains__, low)) / many),
        "other": min(1.0, 3 * sum(map(form.other.__contains__, low)) / many),
        "modal": min(2.0, float(sum(map(form.modal.__contains__, low)))),
        "vague": float(any(word in form.vague for word in low[:2])),
        "past": float(len(told)),
        "only_present": float(past is None and present is not None),
        "no_verb": float(past is None and present is None),
        "verb_first": 0.0 if first is None else 1.0 if first is past else -1.0,
    }


def _names(words: Sequence[str], beyond: int) -> int:
    """Groups of more than ``beyond`` words with a capital, the first word of the sentence aside."""
    count = run = 0
    for word in [*words[1:], ""]:
        if word[:1].isupper():
            run += 1
            continue
        count += run > beyond
        run = 0
    return count
