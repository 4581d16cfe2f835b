"""Facts and their articles in, merged facts with sources, origins, suggestions and disagreements out."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ..config import Settings
from ..model import Article, Disagreement, Fact
from . import score
from .agreement import one_of_a_day
from .candidates import candidate_pairs
from .cluster import Pair, group
from .combine import combine, with_headlines, without_own_headlines
from .disagree import find_disagreements
from .evidence import Stories
from .origins import count_origins
from .reach import within_reach
from .scorecard import log_odds
from .signature import Collection, Signature, collect
from .tellings import Telling, find_tellings, find_units
from .updates import Updates, find_updates
from .veto import Veto, find_other_veto, find_veto


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging gives: the facts, what they differ on, and where each absorbed id went."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    joined: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """All candidate pairs of a collection: how likely one (0 to 1), and why not, for those that must stay apart."""

    likeness: dict[Pair, float]
    verbatim: dict[Pair, float]
    vetoes: dict[Pair, Veto]
    barred: set[Pair]  # those of them that keep whole groups apart
    about: dict[Pair, float]  # how likely those that a veto keeps apart are of one thing


def merge_facts(
    facts: Sequence[Fact],
    articles: Mapping[str, Article],
    settings: Settings = Settings(),
    *,
    known: int = 0,
    spread: Spread | None = None,
) -> Merged:
    """Each fact once, with every source; ids of absorbed facts point to the kept one.

    The first ``known`` of them were compared with one another before and are not again. ``spread`` has others judge.
    """
    with _no_collector():
        tellings = find_tellings(facts, articles)
        collection = collect(
            [telling.told for telling in tellings], articles, [telling.headline for telling in tellings]
        )
        old = {at for at, telling in enumerate(tellings) if 0 <= telling.fact < known}
        units = find_units(tellings, collection)
        judged = judge(collection, settings, old, _main(units, tellings), spread)
    judged = fold(judged, units, len(tellings))
    names = [tellings[unit[0]].told.id for unit in units]
    clusters = group(len(units), names, judged.likeness, judged.barred, mark(settings.merge_score))
    groups = [members for members in clusters if any(tellings[units[at][0]].fact >= 0 for at in members)]
    own = [
        [tellings[units[at][0]].fact for at in members if tellings[units[at][0]].fact >= 0]
        for members in groups
    ]
    kept = [
        with_headlines(
            combine([facts[at] for at in mine], articles),
            [tellings[at] for unit in members for at in units[unit]],
        )
        for mine, members in zip(own, groups, strict=True)
    ]
    home = {at: place for place, members in enumerate(groups) for at in members}
    pairs = ((facts[at].id, kept[place].id) for place, mine in enumerate(own) for at in mine)
    joined = {absorbed: keeper for absorbed, keeper in pairs if absorbed != keeper}
    suggested = _suggest(names, groups, home, judged, settings)
    at_id = {fact.id: at for at, fact in enumerate(facts)}
    updates = _updates(kept, home, judged, articles)
    disagreements = find_disagreements(judged.verbatim, judged.vetoes, home, [f.id for f in kept])
    disagreements = tuple(one for one in disagreements if not updates.related(*one.facts))
    rivals = _rivals(disagreements)
    done = []
    for place, fact in enumerate(kept):
        maybe = [kept[other].id for other in suggested.get(place, ())]
        tolls = collection.signatures[at_id[fact.id]].tolls
        done.append(
            replace(
                fact,
                maybe_same_as=_without(maybe, fact, joined),
                disagrees_with=_without([*fact.disagrees_with, *rivals.get(fact.id, ())], fact, joined),
                follows=_without([*fact.follows, *updates.follows.get(fact.id, ())], fact, joined),
                fulfils=_without([*fact.fulfils, *updates.fulfils.get(fact.id, ())], fact, joined),
                measure=fact.measure or (tolls[0] if tolls and not fact.added else None),
                origins=count_origins(fact, articles, [facts[at] for at in own[place]]),
            )
        )
    return Merged(tuple(done), disagreements, joined)


def _rivals(disagreements: Sequence[Disagreement]) -> dict[str, list[str]]:
    """The facts that contradict each fact, by its id."""
    found: dict[str, list[str]] = {}
    for dispute in disagreements:
        for name in dispute.facts:
            found.setdefault(name, []).extend(other for other in dispute.facts if other != name)
    return found


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
    spread: Spread | None = None,
) -> Merged:
    """Merge ``new`` facts into ``existing`` ones, whose ids are kept; what none of them could be stays as it is."""
    near, far = within_reach(new, existing, settings.match_days)
    merged = merge_facts([*near, *new], articles, settings, known=len(near), spread=spread)
    return replace(merged, facts=(*far, *map(without_own_headlines, merged.facts)))


def _main(units: Sequence[Sequence[int]], tellings: Sequence[Telling]) -> frozenset[int]:
    """The tellings that are one with a headline: what their article is about."""
    headed = (unit for unit in units if any(tellings[at].headline for at in unit))
    return frozenset(at for unit in headed for at in unit)


def judge(
    collection: Collection,
    settings: Settings,
    old: AbstractSet[int] = frozenset(),
    main: AbstractSet[int] = frozenset(),
    spread: Spread | None = None,
) -> Judged:
    """Every candidate pair with its likeness and its veto, but for pairs of two ``old`` ones; ``main`` are what
    their articles are about.

    Words that are nearly the same decide by themselves; otherwise signals and company do, and a pair
    that shares no event word is at most a suggestion.
    """
    circles, alike = _circles(collection, settings.match_days, old)
    pairs = [(pair, signals) for pair, signals in alike.items() if not (pair[0] in old and pair[1] in old)]
    if spread is None or len(pairs) < WORTH_SPREADING:
        return _judge_these(Share(collection, circles, settings, main, pairs))
    whole = Judged({}, {}, {}, set(), {})
    for part in spread(_judge_these, [*_shares(Share(collection, circles, settings, main, pairs))]):
        whole.likeness.update(part.likeness)
        whole.verbatim.update(part.verbatim)
        whole.vetoes.update(part.vetoes)
        whole.barred.update(part.barred)
        whole.about.update(part.about)
    return whole


WORTH_SPREADING = 15_000  # pairs; fewer are judged sooner than they are handed over
_SHARE = 10_000  # pairs that are judged at once


@dataclass(frozen=True, slots=True)
class Share:
    """Pairs of neighbouring days, with all that judging them needs."""

    collection: Collection
    circles: Sequence[score.Circle]
    settings: Settings
    main: AbstractSet[int]
    pairs: Sequence[tuple[Pair, score.Signals]]


Spread = Callable[[Callable[[Share], Judged], Sequence[Share]], Iterable[Judged]]


def _shares(whole: Share) -> Iterator[Share]:
    """The pairs in their order, some thousands at a time, with only those facts that stand in them."""
    for at in range(0, len(whole.pairs), _SHARE):
        pairs = whole.pairs[at : at + _SHARE]
        asked = {one for pair, _ in pairs for one in pair}
        told, circles = whole.collection.signatures, whole.circles
        signatures = tuple([one if at in asked else _NOBODY for at, one in enumerate(told)])
        yield replace(
            whole,
            collection=replace(whole.collection, signatures=signatures),
            circles=[one if at in asked else _NO_CIRCLE for at, one in enumerate(circles)],
            pairs=pairs,
        )


_NOBODY = collect([Fact("", "", "", ())], {}).signatures[0]
_NO_CIRCLE = score.draw_circle({})


def _judge_these(share: Share) -> Judged:
    collection, circles, settings = share.collection, share.circles, share.settings
    signatures, main = collection.signatures, share.main
    stories = Stories(collection)
    sure = mark(settings.merge_score)
    likeness: dict[Pair, float] = {}
    copied: dict[Pair, float] = {}
    vetoes: dict[Pair, Veto] = {}
    barred: set[Pair] = set()
    about: dict[Pair, float] = {}
    for pair, signals in share.pairs:
        left, right = signatures[pair[0]], signatures[pair[1]]
        copied[pair] = score.verbatim(left, right)
        adds = _adds_toll(left, right)
        nearly = copied[pair] >= settings.merge_score and not adds
        veto = find_veto(left, right, strict=nearly)
        if not veto and not adds and one_of_a_day(left, right, main=signals.leads > 0 and set(pair) <= main):
            copied[pair], nearly = max(copied[pair], settings.merge_score), True
        in_one = veto is not None and veto.about == "article" and not find_other_veto(left, right)
        if veto:
            vetoes[pair] = veto
            if (not in_one or copied[pair] < _RETOLD) and (
                veto.about not in _DOUBTED or (nearly and veto.about == "who")
            ):
                barred.add(pair)
            if veto.about in _APART and not in_one:
                likeness[pair] = 0.0
                if veto.about in _UPDATED and score.probability(score.odds(signals)) >= _NOT_ALIKE:
                    company = score.keep_company(circles[pair[0]], circles[pair[1]])
                    found = stories.measure(left, right, signals, company, copied[pair])
                    about[pair] = max(copied[pair], score.probability(log_odds(found, _UNRELATED)))
                continue
        if nearly and not in_one:
            likeness[pair] = mark(copied[pair]) * (_STRANGE if veto and veto.about == "word" else 1.0)
            continue
        if _nothing_in_common(left, right):
            continue
        company = score.keep_company(circles[pair[0]], circles[pair[1]])
        together = score.probability(log_odds(stories.measure(left, right, signals, company, copied[pair])))
        headlines = left.headline + right.headline
        if in_one or company.size < _COMPANY or _too_little(left, right, headlines) or adds:
            # Two sentences of one article are never one by themselves: another article's must be both.
            together = min(max(together, copied[pair]) if in_one else together, sure - _DOUBT)
        likeness[pair] = together * (_STRANGE if veto and veto.about in _DOUBTED and not nearly else 1.0)
    return Judged(likeness, copied, vetoes, barred, about)


def _circles(
    collection: Collection, window: int, old: AbstractSet[int] = frozenset()
) -> tuple[list[score.Circle], dict[Pair, score.Signals]]:
    """Whom each fact resembles that is new or may be one with a new one, and the signals of the pairs that are more than company for others."""
    signatures = collection.signatures
    near: list[dict[int, float]] = [{} for _ in signatures]
    alike: dict[Pair, score.Signals] = {}
    for one, other in candidate_pairs(collection, window, old):
        signals = score.signals(collection, signatures[one], signatures[other])
        same_article = bool(signatures[one].articles & signatures[other].articles)
        value = score.probability(score.odds(signals))
        if signals.leads and not same_article:
            near[one][other] = near[other][one] = value
        if value >= _NOT_ALIKE or signals.cosine >= _SAME_WORDS or not signals.leads or same_article:
            alike[one, other] = signals
    return [score.draw_circle(others) for others in near], alike


def _too_little(one: Signature, other: Signature, headlines: int) -> bool:
    """Whether two texts share too few words for company to merge them, though they may be one.

    A headline has few words, and all of them are its event's.
    """
    actions, terms = (_HEAD_ACTIONS, _HEAD_TERMS) if headlines else (_LEAST_ACTIONS, _LEAST_TERMS)
    return len(one.actions & other.actions) < actions or len(one.terms & other.terms) < terms


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
_APART = frozenset({"declared", "article", "kind", "denial", "number", "date", "event"})
# What differs here may be said in two ways: "the belt" / "the title". A group that agrees otherwise may hold both.
_DOUBTED = frozenset({"who", "word"})
_UPDATED = frozenset({"number", "denial", "kind"})  # of these a later report may be about the same thing
_UNRELATED = 0.0  # log odds; a pair that a veto keeps apart and that has less is about two things
_LEAST_IN_COMMON = 2
_LEAST_ACTIONS = 2
_LEAST_TERMS = 3
_HEAD_ACTIONS, _HEAD_TERMS = 1, 2
_COMPANY = 8  # facts in a circle from which it can merge a pair whose words differ
_NOT_ALIKE = 0.15  # a pair below this by itself is only company for others
_SAME_WORDS = 0.3  # cosine from which two texts may be copies, or disagree, wherever they stand
_RETOLD = 0.5  # likeness below which two sentences of one article stay two, whatever another article says
_DOUBT = 0.01  # so far under the mark stays what must not merge by itself
# Names that only one side has speak against a pair, but a group that agrees otherwise may hold it: one report names
# the victim, the other the town. So does another word.
_STRANGE = 0.8

_OTHERS = 0.5  # weight of the average over all tellings beside that of the likest
_GAIN = -0.05  # power of the pairs of reports that a suggestion would bring together: many are wrong together
_SUGGESTED = 3  # more suggestions than this for one fact, and nobody reads them

# The probability from which a pair is merged, and the one from which it is suggested: the settings'
# merge_score and suggest_score stand for these two, and the scale between is stretched to fit.
_MERGE_AT = 0.93
_SUGGEST_AT = 0.2
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


def fold(judged: Judged, units: Sequence[Sequence[int]], count: int) -> Judged:
    """What is judged of ``count`` tellings as said of ``units``.

    Two are as like as their likest tellings, less where their others are not, copies aside. What keeps two tellings apart
    keeps the units apart, and is what the two differ on.
    """
    unit_of = [0] * count
    for place, unit in enumerate(units):
        for at in unit:
            unit_of[at] = place

    def over(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Pair]]:
        for pair in pairs:
            one, other = sorted((unit_of[pair[0]], unit_of[pair[1]]))
            if one != other:
                yield (one, other), pair

    best: dict[Pair, float] = {}
    total: dict[Pair, float] = {}
    verbatim: dict[Pair, float] = {}
    vetoes: dict[Pair, Veto] = {}
    for units_of, pair in over(judged.likeness):
        best[units_of] = max(best.get(units_of, 0.0), judged.likeness[pair])
        total[units_of] = total.get(units_of, 0.0) + judged.likeness[pair]
        verbatim[units_of] = max(verbatim.get(units_of, 0.0), judged.verbatim[pair])
    likeness = {
        pair: value
        - (verbatim[pair] < _MERGE_SCORE)
        * _OTHERS
        * (value - total[pair] / (len(units[pair[0]]) * len(units[pair[1]])))
        for pair, value in best.items()
    }
    about: dict[Pair, float] = {}
    for units_of, pair in over(judged.about):
        about[units_of] = max(about.get(units_of, 0.0), judged.about[pair])
    for units_of, pair in over(sorted(judged.vetoes)):
        veto = judged.vetoes[pair]
        if units_of not in vetoes or vetoes[units_of].about not in _APART:
            vetoes[units_of] = veto
    barred = {units_of for units_of, _ in over(judged.barred)}
    return Judged(likeness, verbatim, vetoes, barred, about)


def _updates(
    kept: Sequence[Fact], home: Mapping[int, int], judged: Judged, articles: Mapping[str, Article]
) -> Updates:
    """Updates among the merged facts, by what is judged of their units."""
    about: dict[Pair, float] = {}
    vetoes: dict[Pair, Veto] = {}
    for pair, value in judged.about.items():
        if pair[0] in home and pair[1] in home:
            one, other = sorted((home[pair[0]], home[pair[1]]))
            if one != other and value > about.get((one, other), 0.0):
                about[one, other], vetoes[one, other] = value, judged.vetoes[pair]
    return find_updates(kept, about, vetoes, articles)


def _suggest(
    names: Sequence[str],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    judged: Judged,
    settings: Settings,
) -> dict[int, list[int]]:
    """For each group the others it may be one with, most worth a look first; a pair stands with one of the two.

    What would bring many reports together is worth a look a little later: it would do more harm.
    """
    likely: dict[tuple[int, int], list[float]] = {}
    for (one, other), value in judged.likeness.items():
        if one not in home or other not in home:
            continue  # a headline of no fact
        left, right = sorted((home[one], home[other]))
        if left == right:
            continue
        veto = judged.vetoes.get((one, other))
        likely.setdefault((left, right), []).append(0.0 if veto and veto.about in _APART else value)
    first = [min(names[at] for at in members) for members in groups]
    ranked: list[tuple[float, str, int, str, int]] = []
    for (one, other), values in likely.items():
        left, right = sorted((one, other), key=lambda place: (first[place], place))
        average = sum(values) / (len(groups[one]) * len(groups[other]))
        if average >= mark(settings.suggest_score):
            gain = (len(groups[one]) * len(groups[other])) ** _GAIN
            ranked.append((-average * gain, first[left], left, first[right], right))
    found: dict[int, list[int]] = {}
    for _, _, left, _, right in sorted(ranked):
        asked, other = sorted((left, right), key=lambda place: len(found.get(place, ())))
        if len(found.get(asked, ())) < _SUGGESTED:
            found.setdefault(asked, []).append(other)
    return found


def _without(names: Sequence[str], fact: Fact, joined: Mapping[str, str]) -> tuple[str, ...]:
    """Ids as they are after merging, each once, without the fact itself and what a person told apart."""
    now = (joined.get(name, name) for name in names)
    return tuple(name for name in dict.fromkeys(now) if name != fact.id and name not in fact.not_same_as)
