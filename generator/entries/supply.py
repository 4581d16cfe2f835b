"""An article, its sentences and its facts in, the facts as entries out: weighed, and each to be read by itself.

What a reader of one entry lacks is supplied in this order: the speaker's line says who "she" is; brackets say
it in words of the same article where there is no doubt; else the sentences it leans on are its context. What
opens with a "she" that nothing explains stays aside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..entities import with_names
from ..language import language
from ..model import Article, Fact, Sentence
from ..values import replace
from .brackets import supply_brackets
from .context import Told, context_of, read_told
from .joints import without_joint
from .names import read_names
from .stems import WORD
from .worth import is_entry, worth_of

UNTOLD = 0.1  # the worth of what nobody can follow, however weighty


def make_entries(article: Article, sentences: Sequence[Sentence], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` of ``article``, all that were read out of it, with worth, brackets and context."""
    words = language(article.lang or "en")
    told = read_told(article, sentences, words)
    every = with_names(article.text, tuple(sentences), tuple(article.blocks), article.lang or "en")
    body = set(told.spans)
    forms = [form for form, sentence in zip(every, sentences, strict=True) if sentence in body]
    names = read_names(article.text, forms, words)
    ends = [form.end for form in forms]
    made: list[Fact] = []
    for fact, worth in zip(facts, worth_of(article, facts), strict=True):
        before = bisect_right(ends, fact.sources[0].start) if fact.sources else 0
        fact = without_joint(fact, words)
        named = supply_brackets(article, fact, forms[before - 1] if before else None, names, words)
        context = context_of(named, told)
        if context or _tells_who(named, told):
            made.append(replace(named, context=context, worth=worth, entry=is_entry(worth)))
        else:
            made.append(replace(named, context=context, worth=min(worth, UNTOLD), entry=False))
    return tuple(made)


def _tells_who(fact: Fact, told: Told) -> bool:
    """Whether somebody or something explains the pronoun that opens the text, if one does."""
    found = WORD.search(fact.text)
    if found is None or fact.speaker or fact.brackets:
        return True
    low = found[0].casefold()
    return not any(low in told.language.used_as(use) for use in ("pronoun-he", "pronoun-she", "pronoun-they"))
