"""A fact and its articles in, the number of independent origins and why articles count as one out.

Two articles are not two origins when one copied the other or both copied a third, when both carry the
same agency's text or come from one newsroom, when both pass on the same outlet's report, or one of them what
the other printed, or when both lean on one anonymous source. Everything else counts as reported twice: also a
named speaker's same words, which both may have heard. Joined pairs join on: A with B and B with C is one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..model import Article, Fact
from .words import STOPWORDS, bare_stem, split_words

_LONG_SENTENCE = 8  # words; a shorter sentence may be the same by chance ("He declined to comment.")
_SEVERAL, _VERY_LONG = 2, 16  # sentences; words: what is copied rather than usual
_LETTERS = 4  # an agency's name of so few is its initials
_EDGE = 600  # characters in which an agency is credited
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
    quotes = [source.quote for source in fact.sources]
    links = []
    for one, other in itertools.combinations(names, 2):
        left, right = articles.get(one), articles.get(other)
        message, name = _why_one(left, right, quotes)
        if not message:
            message, name = _why_one_voice(
                _voice(voices.get(one, fact), left), _voice(voices.get(other, fact), right)
            )
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


def _why_one(one: Article | None, other: Article | None, quotes: Sequence[str]) -> tuple[str, str]:
    """Why the two articles are one origin for the fact that ``quotes`` tell, whoever they name as theirs."""
    if one is None or other is None:
        return _NOT_ONE
    if one.sha256 and one.sha256 == other.sha256:
        return _SAME_TEXT, ""
    if _copied(_sentences(own_text(one)) & _sentences(own_text(other)), quotes):
        return _SENTENCES, ""
    if len(_shingles(own_text(one)) & _shingles(own_text(other))) >= _SHINGLES:
        return _PASSAGE, ""
    return _NOT_ONE


def _copied(shared: frozenset[tuple[str, ...]], quotes: Sequence[str]) -> bool:
    """Whether shared sentences show that one was copied: several, a long one, or the one that tells the fact.

    A single short one may be what every report says of the background, or a line of the site's own.
    """
    if len(shared) >= _SEVERAL or any(len(sentence) >= _VERY_LONG for sentence in shared):
        return True
    told = {sentence for quote in quotes for sentence in _sentences(quote)}
    return not told.isdisjoint(shared)


def _why_one_voice(one: _Voice, other: _Voice) -> tuple[str, str]:
    if one.via and one.via == other.via:
        return _PASSED_ON, one.name
    if one.credits & other.credits:
        return _CREDITED, _shown(min(one.credits & other.credits))
    # What an outlet passes on is not its own: only the rest of what it prints is.
    for passed, source in ((one, other), (other, one)):
        if passed.via and passed.via in source.credits:
            return _PASSED_ON, passed.name
        found = {passed.via, *passed.credits} - {""}
        if source.publisher and source.publisher in found and not (source.via or source.credits - found):
            return _FROM_OTHER, source.published_by
    own = not (one.via or other.via or one.credits or other.credits)
    if own and one.publisher and one.publisher == other.publisher:
        return _CREDITED, one.published_by
    if one.unnamed and other.unnamed and _one_source(one.speaker, other.speaker):
        return _UNNAMED, ""
    return _NOT_ONE


def _shown(key: str) -> str:
    """An agency's key as readers know it: "AFP", "Reuters"."""
    return key.upper() if len(key) <= _LETTERS else key.title()


@dataclass(frozen=True, slots=True)
class _Voice:
    """From whom an article has a fact: outlets as they can be compared, and as they are written."""

    via: str
    name: str
    credits: frozenset[str]
    publisher: str
    published_by: str
    unnamed: bool
    speaker: str


def _voice(fact: Fact, article: Article | None) -> _Voice:
    return _Voice(
        via=outlet_key(fact.via),
        name=fact.via,
        credits=_credits(article) if article else frozenset(),
        publisher=outlet_key(article.publisher) if article else "",
        published_by=article.publisher if article else "",
        unnamed=fact.anonymous,
        speaker=fact.speaker,
    )


# What agencies are called beside their letters.
_CALLED = {
    "associated press": "ap",
    "agence france presse": "afp",
    "press association": "pa",
    "deutsche presse agentur": "dpa",
    "press trust india": "pti",
    "united press international": "upi",
    "asian news international": "ani",
    "itar tass": "tass",
}
_GENERIC = frozenset(
    {"the", "news", "agency", "newspaper", "online", "com", "of", "service", "wire", "state", "run"}
)


def outlet_key(name: str) -> str:
    """An outlet's name as it can be compared: "Reuters news agency" and "reuters.com" are "reuters"."""
    words = [word for part in split_words(name) for word in _PARTS.split(part.low) if word]
    short = " ".join(word for word in words if word not in _GENERIC) or " ".join(words)
    return _CALLED.get(short, short)


_PARTS = re.compile(r"[.\-’']")


def _one_source(one: str, other: str) -> bool:
    """ "a source in the President's Office" and "the source" may be one; "an official" says too little
    to tell two apart, so unnamed sources count as one unless their descriptions differ in a word."""
    left, right = _bare(one), _bare(other)
    return left <= right or right <= left


def _bare(name: str) -> frozenset[str]:
    return frozenset(bare_stem(word.low) for word in split_words(name) if word.low not in STOPWORDS)


def _credits(article: Article) -> frozenset[str]:
    """The agencies that an article names as its own, at its beginning or at its end."""
    text = article.text if len(article.text) < 2 * _EDGE else article.text[:_EDGE] + article.text[-_EDGE:]
    found = {outlet_key(match[1]) for match in _CREDIT.finditer(text)}
    return frozenset(found | ({outlet_key(article.agency)} if article.agency else set()))


def own_text(article: Article) -> str:
    """The article's body, without what a site puts around it; all of it where blocks are unknown."""
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    return "\n".join(body) if body else article.text


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
