"""Facts and their articles in, merged facts with sources, origins, suggestions and disagreements out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ..config import Settings
from ..model import Article, Disagreement, Fact
from . import score
from .candidates import candidate_pairs
from .cluster import Pair, group
from .combine import combine
from .disagree import find_disagreements
from .evidence import Stories
from .origins import count_origins
from .reach import within_reach
from .scorecard import log_odds
from .signature import Collection, Signature, collect
from .veto import Veto, find_other_veto, find_veto, same_deed


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging gives: the facts, what they differ on, and where each absorbed id went."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    joined: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """All candidate pairs of a collection: how likely one (0 to 1), and why not, for those that must stay apart."""

    likeness: Mapping[Pair, float]
    verbatim: Mapping[Pair, float]
    vetoes: Mapping[Pair, Veto]
    barred: set[Pair]  # those of them that keep whole groups apart


def merge_facts(
    facts: Sequence[Fact], articles: Mapping[str, Article], settings: Settings = Settings()
) -> Merged:
    """Each fact once, with every source; ids of absorbed facts point to the kept one."""
    with _no_collector():
        collection = collect(facts, articles)
        judged = judge(collection, settings)
    names = [fact.id for fact in facts]
    groups = group(len(facts), names, judged.likeness, judged.barred, mark(settings.merge_score))
    kept = [combine([facts[at] for at in members], articles) for members in groups]
    home = {at: place for place, members in enumerate(groups) for at in members}
    joined = {facts[at].id: kept[place].id for at, place in home.items() if facts[at].id != kept[place].id}
    suggested = _suggest(collection.signatures, groups, home, judged, settings)
    disagreements = find_disagreements(judged.verbatim, judged.vetoes, home, [f.id for f in kept])
    rivals: dict[str, list[str]] = {}
    for dispute in disagreements:
        for name in dispute.facts:
            rivals.setdefault(name, []).extend(other for other in dispute.facts if other != name)
    done = []
    for place, fact in enumerate(kept):
        maybe = [kept[other].id for other in suggested.get(place, ())]
        done.append(
            replace(
                fact,
                maybe_same_as=_without(maybe, fact, joined),
                disagrees_with=_without([*fact.disagrees_with, *rivals.get(fact.id, ())], fact, joined),
                origins=count_origins(fact, articles, [facts[at] for at in groups[place]]),
            )
        )
    return Merged(tuple(done), disagreements, joined)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the garbage collector, which would walk all signatures again and again: a fifth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def match(
    new: Sequence[Fact],
    existing: Sequence[Fact],
    articles: Mapping[str, Article],
    settings: Settings = Settings(),
) -> Merged:
    """Merge ``new`` facts into ``existing`` ones, whose ids are kept; what none of them could be stays as it is."""
    near, far = within_reach(new, existing, settings.match_days)
    merged = merge_facts([*near, *new], articles, settings)
    return replace(merged, facts=(*far, *merged.facts))


def judge(collection: Collection, settings: Settings) -> Judged:
    """Every candidate pair with its likeness and its veto.

    Words that are nearly the same decide by themselves; otherwise signals and company do, and a pair
    that shares no event word is at most a suggestion.
    """
    signatures = collection.signatures
    circles, alike = _circles(collection, settings.match_days)
    stories = Stories(collection)
    sure = mark(settings.merge_score)
    likeness: dict[Pair, float] = {}
    copied: dict[Pair, float] = {}
    vetoes: dict[Pair, Veto] = {}
    barred: set[Pair] = set()
    for pair, signals in alike.items():
        left, right = signatures[pair[0]], signatures[pair[1]]
        copied[pair] = score.verbatim(left, right)
        if same_deed(left, right):
            copied[pair] = max(copied[pair], settings.merge_score)
        nearly = copied[pair] >= settings.merge_score and not _adds_toll(left, right)
        veto = find_veto(left, right, strict=nearly)
        in_one = veto is not None and veto.about == "article" and not find_other_veto(left, right)
        if veto:
            vetoes[pair] = veto
            if not in_one and (veto.about != "who" or nearly):
                barred.add(pair)
            if veto.about in _APART and not in_one:
                likeness[pair] = 0.0
                continue
        if nearly and not in_one:
            likeness[pair] = mark(copied[pair])
            continue
        company = score.keep_company(circles[pair[0]], circles[pair[1]])
        together = score.probability(log_odds(stories.measure(left, right, signals, company, copied[pair])))
        if in_one or company.size < _COMPANY or _too_little(left, right) or _adds_toll(left, right):
            # Two sentences of one article are never one by themselves: another article's must be both.
            together = min(together, sure - _DOUBT)
        likeness[pair] = together * (_STRANGE if veto and veto.about == "who" and not nearly else 1.0)
    return Judged(likeness, copied, vetoes, barred)


def _circles(collection: Collection, window: int) -> tuple[list[score.Circle], dict[Pair, score.Signals]]:
    """Whom each fact resembles, and the signals of the pairs that are more than company for others."""
    signatures = collection.signatures
    near: list[dict[int, float]] = [{} for _ in signatures]
    alike: dict[Pair, score.Signals] = {}
    for one, other in candidate_pairs(collection, window):
        signals = score.signals(collection, signatures[one], signatures[other])
        same_article = bool(signatures[one].articles & signatures[other].articles)
        value = score.probability(score.odds(signals))
        if signals.leads and not same_article:
            near[one][other] = near[other][one] = value
        if value >= _NOT_ALIKE or signals.cosine >= _SAME_WORDS or not signals.leads or same_article:
            alike[one, other] = signals
    return [score.draw_circle(others) for others in near], alike


def _too_little(one: Signature, other: Signature) -> bool:
    """Whether two texts share too few words for company to merge them, though they may be one."""
    return len(one.actions & other.actions) < _LEAST_ACTIONS or len(one.terms & other.terms) < _LEAST_TERMS


# What people are counted by; other figures may be a date or an age, which another report leaves out.
_TOLLS = frozenset({"=die", "=murder", "=injure", "=arrest", "=hostage", "=rescue", "=evacuate"})


def _adds_toll(one: Signature, other: Signature) -> bool:
    """ "The ferry sank" / "Nine died when the ferry sank": only one tells the figure and what it is of."""
    if bool(one.amounts) == bool(other.amounts):
        return False
    more, less = (one, other) if one.amounts else (other, one)
    return bool(_TOLLS & more.actions - less.actions)


def _nothing_in_common(one: Signature, other: Signature) -> bool:
    """Whether only the articles are alike: two chapters of one history tell of the same things everywhere."""
    return len(one.terms & other.terms) < min(_LEAST_IN_COMMON, len(one.terms), len(other.terms))


# What differs here makes two facts, not even perhaps one.
_APART = frozenset({"declared", "article", "kind", "denial", "number", "date"})
_LEAST_IN_COMMON = 2
_LEAST_ACTIONS = 2
_LEAST_TERMS = 3
_COMPANY = 8  # facts in a circle from which it can merge a pair whose words differ
_NOT_ALIKE = 0.15  # a pair below this by itself is only company for others
_SAME_WORDS = 0.3  # cosine from which two texts may be copies, or disagree, wherever they stand
_DOUBT = 0.01  # so far under the mark stays what must not merge by itself
# Names that only one side has speak against a pair, but a group that agrees otherwise may hold it:
# one report names the victim, the other the town.
_STRANGE = 0.8

# The probability from which a pair is merged, and the one from which it is suggested: the settings'
# merge_score and suggest_score stand for these two, and the scale between is stretched to fit.
_MERGE_AT = 0.92
_SUGGEST_AT = 0.33
_MERGE_SCORE, _SUGGEST_SCORE = 0.85, 0.5


def mark(score: float) -> float:
    """The probability that a score of the settings stands for."""
    if score >= _MERGE_SCORE:
        return _MERGE_AT + (score - _MERGE_SCORE) / (1 - _MERGE_SCORE) * (1 - _MERGE_AT)
    if score >= _SUGGEST_SCORE:
        return _SUGGEST_AT + (score - _SUGGEST_SCORE) / (_MERGE_SCORE - _SUGGEST_SCORE) * (
            _MERGE_AT - _SUGGEST_AT
        )
    return score / _SUGGEST_SCORE * _SUGGEST_AT


def _suggest(
    signatures: Sequence[Signature],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    judged: Judged,
    settings: Settings,
) -> dict[int, list[int]]:
    """For each group the others it may be one with, most likely first."""
    likely: dict[tuple[int, int], list[float]] = {}
    for (one, other), value in judged.likeness.items():
        left, right = sorted((home[one], home[other]))
        if left == right:
            continue
        veto = judged.vetoes.get((one, other))
        if _nothing_in_common(signatures[one], signatures[other]):
            value = 0.0
        likely.setdefault((left, right), []).append(0.0 if veto and veto.about in _APART else value)
    found: dict[int, list[tuple[float, int]]] = {}
    for (left, right), values in likely.items():
        average = sum(values) / (len(groups[left]) * len(groups[right]))
        if average >= mark(settings.suggest_score):
            found.setdefault(left, []).append((-average, right))
            found.setdefault(right, []).append((-average, left))
    return {place: [other for _, other in sorted(others)] for place, others in found.items()}


def _without(names: Sequence[str], fact: Fact, joined: Mapping[str, str]) -> tuple[str, ...]:
    """Ids as they are after merging, each once, without the fact itself and what a person told apart."""
    now = (joined.get(name, name) for name in names)
    return tuple(name for name in dict.fromkeys(now) if name != fact.id and name not in fact.not_same_as)
