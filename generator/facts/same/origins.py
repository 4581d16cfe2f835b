"""A fact and its articles in, the number of independent origins and why articles count as one out.

Two articles are not two origins when one copied the other or both copied a third, when both carry the
same agency's text, when both pass on the same outlet's report, or when both lean on one anonymous
source. Everything else counts as reported twice. Joined pairs join on: A with B and B with C is one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...model import Article, Fact
from .words import STOPWORDS, fold, split_words

_LONG_SENTENCE = 8  # words; a shorter sentence may be the same by chance ("He declined to comment.")
_SHINGLE = 12  # words in a row that two writers do not hit upon by chance, quotations aside
_SHINGLES = 12  # so many of them make a copied passage, whatever the sentence breaks
_CREDIT = re.compile(
    r"\(\s?(AP|AFP|DPA|dpa|EFE|ANSA|PA|Reuters|Xinhua|Interfax|Ukrinform|TASS|Kyodo|Yonhap|PTI)\s?\)"
)
# Messages: catalogues translate them.
_SAME_TEXT = "Both articles are the same text."
_SENTENCES = "Both articles share whole sentences."
_PASSAGE = "Both articles share a long passage."
_CREDITED = "Both articles are credited to %(name)s."
_FROM_OTHER = "One article is credited to %(name)s, which published the other."
_PASSED_ON = "Both articles pass on what %(name)s reported."
_UNNAMED = "Both articles rely on the same unnamed source."
WHY_ONE = (_SAME_TEXT, _SENTENCES, _PASSAGE, _CREDITED, _FROM_OTHER, _PASSED_ON, _UNNAMED)
_NOT_ONE = ("", "")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,600}[\"”“»]")


@dataclass(frozen=True, slots=True)
class OriginLink:
    """Two articles that count as one origin, and why: a message of ``WHY_ONE`` and the name it is about."""

    articles: tuple[str, str]
    message: str
    name: str = ""

    @property
    def reason(self) -> str:
        """Why, in English."""
        return self.message % {"name": self.name}


def link_origins(
    fact: Fact, articles: Mapping[str, Article], facts: Sequence[Fact] = ()
) -> tuple[OriginLink, ...]:
    """The pairs of the fact's articles that share an origin, with the first reason that holds.

    ``facts`` are the unmerged facts: they tell through whom each article has it, where they differ.
    """
    names = list(dict.fromkeys(source.article for source in fact.sources))
    if len(names) < 2:
        return ()
    voices = _voices(fact, facts)
    links = []
    for one, other in itertools.combinations(names, 2):
        message, name = _why_one(articles.get(one), articles.get(other))
        if not message:
            message, name = _why_one_voice(voices.get(one, fact), voices.get(other, fact))
        if message:
            links.append(OriginLink((one, other), message, name))
    return tuple(links)


def count_origins(fact: Fact, articles: Mapping[str, Article], facts: Sequence[Fact] = ()) -> int:
    """How many independent origins stand behind ``fact``: its articles, joined ones counted once."""
    names = {source.article for source in fact.sources}
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for link in link_origins(fact, articles, facts):
        parent[root(link.articles[0])] = root(link.articles[1])
    return len({root(name) for name in names})


def _voices(fact: Fact, facts: Sequence[Fact]) -> dict[str, Fact]:
    """For each article the unmerged fact that stands in it with a quote of ``fact``."""
    quotes = {(source.article, source.quote) for source in fact.sources}
    return {
        source.article: part
        for part in facts
        for source in part.sources
        if (source.article, source.quote) in quotes
    }


def _why_one(one: Article | None, other: Article | None) -> tuple[str, str]:
    if one is None or other is None:
        return _NOT_ONE
    if one.sha256 and one.sha256 == other.sha256:
        return _SAME_TEXT, ""
    if _sentences(one.text) & _sentences(other.text):
        return _SENTENCES, ""
    if len(_shingles(one.text) & _shingles(other.text)) >= _SHINGLES:
        return _PASSAGE, ""
    credits = _credits(one) & _credits(other)
    if credits:
        return _CREDITED, min(credits)
    if one.agency and other.publisher and fold(one.agency) == fold(other.publisher):
        return _FROM_OTHER, one.agency
    if other.agency and one.publisher and fold(other.agency) == fold(one.publisher):
        return _FROM_OTHER, other.agency
    return _NOT_ONE


def _why_one_voice(one: Fact, other: Fact) -> tuple[str, str]:
    if one.via and _same_outlet(one.via, other.via):
        return _PASSED_ON, one.via
    if one.anonymous and other.anonymous and _one_source(one.speaker, other.speaker):
        return _UNNAMED, ""
    return _NOT_ONE


def _same_outlet(one: str, other: str) -> bool:
    return bool(other) and _bare(one) == _bare(other)


def _one_source(one: str, other: str) -> bool:
    """ "a source in the President's Office" and "the source" may be one; "an official" says too little
    to tell two apart, so unnamed sources count as one unless their descriptions differ in a word."""
    left, right = _bare(one), _bare(other)
    return left <= right or right <= left


def _bare(name: str) -> frozenset[str]:
    return frozenset(word.low for word in split_words(name) if word.low not in STOPWORDS)


def _credits(article: Article) -> frozenset[str]:
    found = {match[1].upper() for match in _CREDIT.finditer(article.text[:600])}
    return frozenset(found | ({article.agency.upper()} if article.agency else set()))


@lru_cache(maxsize=256)
def _sentences(text: str) -> frozenset[tuple[str, ...]]:
    """Sentences of some length outside quotation marks, as folded words, so that spacing and quote
    marks do not matter. A quotation may be in both articles because both heard it."""
    own = _QUOTED.sub(" ", text)
    parts = (tuple(word.low for word in split_words(part)) for part in re.split(r"[.!?]\s|\n", own))
    return frozenset(part for part in parts if len(part) >= _LONG_SENTENCE)


@lru_cache(maxsize=256)
def _shingles(text: str) -> frozenset[int]:
    words = [word.low for word in split_words(_QUOTED.sub(" ", text))]
    return frozenset(hash(tuple(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
