"""Facts and their articles in, merged facts with sources, origins, suggestions and disagreements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np

from ..config import Settings
from ..model import Article, Disagreement, Fact, Measure
from ..sweeping import not_now
from .agreement import one_of_a_day
from .arrays import Flags, Floats, Ints
from .asked import Asked, ask, who_differs
from .bulk import Circles, evidence_of, leads_of, probabilities, resemblance, signals_of
from .candidates import candidate_pairs
from .cluster import SLACK, Pair, group
from .combine import changed, combine, with_headlines, without_own_headlines
from .disagree import DISPUTED, LIKE, find_disagreements
from .handed import Row, rows_of, signatures_of
from .hands import ALONE, Hands
from .judged import APART, IS_APART, MERGE_SCORE, REASONS, Folded, Judged, Rules, fold
from .origins import count_origins
from .reach import Reach, within_reach
from .score import Signals
from .scorecard import log_odds
from .signature import Collection, Signature, collect
from .table import Table
from .tellings import Telling, find_tellings, find_units
from .updates import SAME_THING, Updates, find_updates
from .veto import BIT, About, Veto, find_other_veto, find_veto, strangers


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging gives: the facts, what they differ on, and where each absorbed id went."""

    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...]
    joined: Mapping[str, str]


@not_now()
def merge_facts(
    facts: Sequence[Fact],
    articles: Mapping[str, Article],
    settings: Settings = Settings(),
    *,
    known: int = 0,
    spread: Spread | None = None,
    hands: Hands = ALONE,
    origins: bool = True,
) -> Merged:
    """Each fact once, with every source; ids of absorbed facts point to the kept one.

    The first ``known`` of them were compared with one another before and are not again. ``spread`` has others judge, ``hands``
    do other large parts with this process.
    ``origins`` says whether independent ones are counted.
    """
    tellings = find_tellings(facts, articles)
    headed = [telling.headline for telling in tellings]
    collection = collect([telling.told for telling in tellings], articles, headed)
    old = _old(facts, known, tellings)
    units = find_units(tellings, collection)
    judged = judge(collection, settings, old, _main(units, tellings), spread, hands)
    folded = fold(judged, units, len(tellings))
    names = [tellings[unit[0]].told.id for unit in units]
    clusters = _clusters(names, folded, mark(settings.merge_score))
    groups, own = _with_facts(clusters, [tellings[unit[0]].fact for unit in units])
    told = ([tellings[at] for unit in members for at in units[unit]] for members in groups)
    kept = [
        with_headlines(combine([facts[at] for at in mine], articles), by)
        for mine, by in zip(own, told, strict=True)
    ]
    joined = _joined([[facts[at].id for at in mine] for mine in own], kept)
    at_id = {fact.id: at for at, fact in enumerate(facts)}
    houses = _houses(groups, len(units))
    suggested = _suggest(names, groups, houses, folded, settings)
    updates = _updates(kept, houses, folded, articles)
    disagreements = _disagreements(kept, houses, folded, partial(_veto_of, judged, collection), updates)
    rivals = _rivals(disagreements)
    done = []
    for place, fact in enumerate(kept):
        maybe = [kept[other].id for other in suggested.get(place, ())]
        done.append(
            changed(
                fact,
                maybe_same_as=_without(maybe, fact, joined),
                disagrees_with=_without([*fact.disagrees_with, *rivals.get(fact.id, ())], fact, joined),
                follows=_without([*fact.follows, *updates.follows.get(fact.id, ())], fact, joined),
                fulfils=_without([*fact.fulfils, *updates.fulfils.get(fact.id, ())], fact, joined),
                measure=_measure(fact, collection.signatures[at_id[fact.id]]),
                origins=count_origins(fact, articles, [facts[at] for at in own[place]]) if origins else 0,
            )
        )
    return Merged(tuple(done), disagreements, joined)


def _with_facts(
    clusters: Sequence[Sequence[int]], facts: Sequence[int]
) -> tuple[list[Sequence[int]], list[list[int]]]:
    """The clusters that hold a fact, and the facts of each; ``facts`` has that of every member, below 0 where it is none."""
    own = [[facts[at] for at in members if facts[at] >= 0] for members in clusters]
    groups = [members for members, mine in zip(clusters, own, strict=True) if mine]
    return groups, list(filter(None, own))


def _joined(own: Sequence[Sequence[str]], kept: Sequence[Fact]) -> dict[str, str]:
    """Where each absorbed id went; ``own`` has those of every fact that was kept."""
    return {id: fact.id for ids, fact in zip(own, kept, strict=True) for id in ids if id != fact.id}


def _measure(fact: Fact, signature: Signature) -> Measure | None:
    """What a fact counts: as it says, else the first toll of the words of a new one."""
    return fact.measure or (signature.tolls[0] if signature.tolls and not fact.added else None)


def _old(facts: Sequence[Fact], known: int, tellings: Sequence[Telling]) -> frozenset[int]:
    """The tellings that were compared before: of the first ``known`` facts, and the headlines of none but theirs."""
    fresh = {source.article for fact in facts[known:] for source in fact.sources}
    return frozenset(
        at
        for at, telling in enumerate(tellings)
        if (0 <= telling.fact < known if telling.fact >= 0 else telling.told.sources[0].article not in fresh)
    )


def _houses(groups: Sequence[Sequence[int]], count: int) -> Ints:
    """The group of each of ``count`` units; -1 for those of none."""
    houses = np.full(count, -1, np.int64)
    for place, members in enumerate(groups):
        houses[list(members)] = place
    return houses


def _clusters(names: Sequence[str], folded: Folded, least: float) -> list[list[int]]:
    """The groups of units; only those that are like another at all are looked at, for no average exceeds its parts."""
    near = folded.likeness >= least - SLACK
    alive = np.zeros(len(names), np.bool_)
    alive[folded.one[near]] = alive[folded.other[near]] = True
    both = alive[folded.one] & alive[folded.other]
    pairs = zip(folded.one[both].tolist(), folded.other[both].tolist(), strict=True)
    scores = dict(zip(pairs, folded.likeness[both].tolist(), strict=True))
    one, other = folded.barred
    both = alive[one] & alive[other]
    barred = set(zip(one[both].tolist(), other[both].tolist(), strict=True))
    return group(len(names), names, scores, barred, least)


def _veto_of(judged: Judged, collection: Collection, at: int) -> Veto:
    """The veto that stands there, with what each of the two says."""
    left, right = (collection.signatures[side[at]] for side in (judged.one, judged.other))
    return find_veto(left, right, strict=bool(judged.strict[at])) or Veto(REASONS[judged.rule[at] - 1])


def _disagreements(
    facts: Sequence[Fact],
    houses: Ints,
    folded: Folded,
    veto_of: Callable[[int], Veto],
    updates: Updates,
) -> tuple[Disagreement, ...]:
    """What the merged facts differ on, and none of two brings the other up to date."""
    kept = folded.vetoed
    one, other = houses[kept.one], houses[kept.other]
    told = (one >= 0) & (other >= 0) & (one != other) & (kept.value >= LIKE)
    at = np.flatnonzero(told & np.isin(kept.rule, _DISPUTED))
    pairs = zip(one[at].tolist(), other[at].tolist(), kept.place[at].tolist(), strict=True)
    disputes = ((facts[left].id, facts[right].id, place) for left, right, place in pairs)
    found = find_disagreements(disputes, veto_of)
    return tuple(one for one in found if not updates.related(*one.facts))


def _rivals(disagreements: Sequence[Disagreement]) -> dict[str, list[str]]:
    """The facts that contradict each fact, by its id."""
    found: dict[str, list[str]] = {}
    for dispute in disagreements:
        for name in dispute.facts:
            found.setdefault(name, []).extend(other for other in dispute.facts if other != name)
    return found


def match(
    new: Sequence[Fact],
    existing: Iterable[Fact],
    articles: Mapping[str, Article],
    settings: Settings = Settings(),
    spread: Spread | None = None,
    reach: Reach | None = None,
    hands: Hands | None = None,
) -> Merged:
    """Merge ``new`` facts into ``existing`` ones, whose ids are kept; what none of them could be stays as it is.

    Origins are not counted: whoever reads the project does. ``reach`` has those of a project besides; what of them none
    could be is left out.
    """
    near, far = within_reach(new, existing, settings.match_days, reach)
    merged = merge_facts(
        [*near, *new],
        articles,
        settings,
        known=len(near),
        spread=spread,
        hands=hands or ALONE,
        origins=False,
    )
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
    hands: Hands = ALONE,
) -> Judged:
    """Every candidate pair with its likeness and its veto, but for pairs of two ``old`` ones; ``main`` are what
    their articles are about.

    Words that are nearly the same decide by themselves; otherwise signals and company do, and a pair
    that shares no event word is at most a suggestion.
    """
    whole = alike(collection, settings, old, main, hands)
    if spread is None or len(whole.one) < WORTH_SPREADING:
        return _judge_these(whole)
    if whole.table is not None:
        whole.table.make_ready()
    return Judged.together([*spread(_judge_these, [*_shares(whole)])])


def alike(
    collection: Collection,
    settings: Settings,
    old: AbstractSet[int] = frozenset(),
    main: AbstractSet[int] = frozenset(),
    hands: Hands = ALONE,
) -> Share:
    """The candidate pairs that are worth judging, with their signals and the company that each telling keeps."""
    table = Table(collection)
    hands = hands if len(collection.signatures) >= _WORTH_HELP else ALONE
    one, other = candidate_pairs(collection, settings.match_days, old, hands)
    known = np.isin(np.arange(len(collection.signatures)), list(old))
    # Two old ones are only company, which is of other articles that are near.
    used = ~(known[one] & known[other])
    used |= (table.article[one] != table.article[other]) & (leads_of(table, one, other) > 0)
    one, other = one[used], other[used]
    signals = signals_of(table, one, other, hands)
    value, leads = resemblance(signals), signals[:, _LEADS] > 0
    apart = table.article[one] != table.article[other]
    company = leads & apart
    circles = Circles(len(collection.signatures), one[company], other[company], value[company])
    cosine = signals[:, _COSINE]
    distant = ~leads & ((cosine >= _FEW_WORDS) | (table.day[one] == table.day[other]))
    asked = (value >= _NOT_ALIKE) | (cosine >= _SAME_WORDS) | distant | ~apart
    asked &= ~(known[one] & known[other])
    return Share(collection, circles, settings, main, one[asked], other[asked], signals[asked], table)


_COSINE, _LEADS, _STRANGERS, _BOTH_STRANGE = map(
    Signals._fields.index, ("cosine", "leads", "strangers", "both_strange")
)
_WORTH_HELP = 2_000  # tellings
WORTH_SPREADING = 15_000  # pairs; fewer are judged sooner than they are handed over
_SHARE = 12_000  # pairs that are judged at once, at most


@dataclass(frozen=True, slots=True)
class Share:
    """Pairs of neighbouring days, with all that judging them needs."""

    collection: Collection
    circles: Circles
    settings: Settings
    main: AbstractSet[int]
    one: Ints
    other: Ints
    signals: Floats
    table: Table | None = None  # of the collection, where it is at hand

    def __reduce__(self) -> tuple[object, ...]:
        """Whoever it is handed to needs only those facts that stand in its pairs, and not what they are for people."""
        asked = {*self.one.tolist(), *self.other.tolist()}
        rows, bare = rows_of(self.collection.signatures, asked), replace(self.collection, signatures=())
        rest = (self.settings, self.main, self.one, self.other, self.signals)
        return _received, (rows, bare, self.circles.of(asked), *rest)


def _received(rows: Sequence[Row], bare: Collection, *rest: Any) -> Share:
    return Share(replace(bare, signatures=signatures_of(rows)), *rest)


Spread = Callable[[Callable[[Share], Judged], Sequence[Share]], Iterable[Judged]]


def _shares(whole: Share) -> Iterator[Share]:
    """The pairs in their order, some thousands at a time; fewer in the middle, where those meet who begin at either end."""
    sizes, left, least = list[int](), len(whole.one), max(1, _SHARE // 4)
    while left > 2 * least:
        sizes.append(min(_SHARE, max(least, left // 4)))
        left -= 2 * sizes[-1]
    at = 0
    for size in (*sizes, left, *reversed(sizes)):
        part = slice(at, at := at + size)
        yield replace(whole, one=whole.one[part], other=whole.other[part], signals=whole.signals[part])


def _judge_these(share: Share) -> Judged:
    table, settings = share.table or Table(share.collection), share.settings
    asked = ask(table, share.one, share.other)
    copied, nearly = asked.copied.copy(), (asked.copied >= settings.merge_score) & ~asked.adds
    ruled, strict = _ruled(share, table, asked, nearly), nearly.copy()
    for at in np.flatnonzero(
        asked.one_day & asked.short & ~asked.adds & ~ruled.apart & (ruled.rule == 0)
    ).tolist():
        pair = int(share.one[at]), int(share.other[at])
        left, right = (table.signatures[place] for place in pair)
        main = bool(share.signals[at, _LEADS] > 0) and share.main >= set(pair)
        if one_of_a_day(left, right, main=main):
            copied[at], nearly[at] = max(copied[at], settings.merge_score), True
    headed = table.headline[share.one] | table.headline[share.other]
    common = asked.shared >= np.minimum(_LEAST_IN_COMMON, asked.least)
    # A headline has few words, and all of them are its event's.
    little = asked.adds | (asked.actions < np.where(headed, _HEAD_ACTIONS, _LEAST_ACTIONS))
    little |= asked.shared < np.where(headed, _HEAD_TERMS, _LEAST_TERMS)
    claimed = table.says[share.one] != table.says[share.other]
    sure = nearly & ~ruled.in_one & ~ruled.apart
    doubtful = common & ~sure & ~ruled.apart  # only all evidence can decide these
    followed = ruled.apart & ruled.updated
    followed[followed] = resemblance(share.signals[followed]) >= _NOT_ALIKE
    likeness, about = np.zeros(len(copied)), np.zeros(len(copied))
    likeness[sure] = [mark(value) for value in copied[sure].tolist()]
    about[followed], likeness[doubtful] = _weigh(
        share, table, copied, followed, doubtful, (ruled.in_one, little)
    )
    likeness *= ruled.counts * np.where(doubtful & claimed, _CLAIM, 1.0)
    told = sure | doubtful | ruled.apart
    rows = (likeness, copied, about, ruled.rule, told, ruled.barred, strict, followed)
    return Judged(share.one, share.other, *rows)


@dataclass(frozen=True)
class _Ruled:
    """What vetoes say of pairs, a row a pair."""

    rule: Rules
    apart: Flags  # two facts, not even perhaps one
    barred: Flags  # whole groups
    in_one: Flags  # two sentences of one article, and nothing else keeps them apart
    updated: Flags  # apart, yet a later report may be about the same thing
    counts: Floats  # the share of the likeness that counts


def _ruled(share: Share, table: Table, asked: Asked, nearly: Flags) -> _Ruled:
    """Ask the vetoes of the pairs that one may keep apart."""
    count = len(share.one)
    rule = np.zeros(count, np.uint8)
    apart, barred, in_one, updated = (np.zeros(count, np.bool_) for _ in range(4))
    counts = np.ones(count)
    # Of names that the other text lacks only those count, where the words differ, that its article never has.
    far = np.where(share.signals[:, _BOTH_STRANGE] > 0, np.rint(np.expm1(share.signals[:, _STRANGERS])), 0.0)
    who = who_differs(np.where(nearly, asked.strange, far), asked.names)
    rules = asked.rules | asked.together * BIT["article"]
    first = rules & -rules
    sure, named = (first & asked.sure) > 0, (rules == 0) & who
    rule[sure] = _RULE_OF[np.searchsorted(_BITS, first[sure])]
    barred[sure], apart[sure] = True, IS_APART[rule[sure]]
    updated[sure] = _IS_UPDATED[rule[sure]] & ~((asked.strange > 0) & (asked.names == 0))[sure]
    rule[named], barred[named], counts[named] = (
        _NUMBER["who"],
        nearly[named],
        np.where(nearly[named], 1.0, _STRANGE),
    )
    places = np.flatnonzero((rules > 0) & ~sure)
    pairs = zip(*(side[places].tolist() for side in (share.one, share.other, rules, nearly)), strict=True)
    for at, (one, other, these, strict) in zip(places.tolist(), pairs, strict=True):
        left, right = table.signatures[one], table.signatures[other]
        veto = find_veto(left, right, strict=strict, asked=these, named=False)
        if veto is None:
            continue
        rule[at] = _NUMBER[veto.about]
        if veto.about == "article" and not (
            (asked.rules[at] or asked.strange[at]) and find_other_veto(left, right, asked=these)
        ):
            in_one[at], barred[at] = True, asked.copied[at] < _RETOLD
        elif veto.about in _DOUBTED:
            barred[at] = nearly[at] and veto.about == "who"
            counts[at] = 1.0 if barred[at] else _STRANGE
        else:
            barred[at], apart[at] = True, veto.about in APART
            updated[at] = veto.about in _UPDATED and not strangers(left, right)
    return _Ruled(rule, apart, barred, in_one, updated, counts)


def _weigh(
    share: Share, table: Table, copied: Floats, followed: Flags, doubtful: Flags, doubts: tuple[Flags, Flags]
) -> tuple[Floats, Floats]:
    """Judge by all evidence how likely pairs are of one thing, and how likely one."""
    at = np.concatenate([np.flatnonzero(followed), np.flatnonzero(doubtful)])
    one, other = share.one[at], share.other[at]
    company, sizes = share.circles.company(one, other)
    found = evidence_of(table, one, other, share.signals[at], company, copied[at])
    part = int(followed.sum())
    about = np.maximum(copied[at[:part]], probabilities(log_odds(found[:part], _UNRELATED)))
    together = probabilities(log_odds(found[part:]))
    # Two sentences of one article are never one by themselves: another article's must be both.
    in_one, little = (rows[doubtful] for rows in doubts)
    together = np.where(in_one, np.maximum(together, copied[doubtful]), together)
    most = mark(share.settings.merge_score) - _DOUBT
    doubt = in_one | little | (sizes[part:] < _COMPANY)
    return about, np.where(doubt, np.minimum(together, most), together)


_NUMBER: dict[str, int] = {reason: at for at, reason in enumerate(REASONS, 1)}
_BITS = np.array([*BIT.values()])
_RULE_OF = np.array([_NUMBER.get(name, 0) for name in BIT], np.uint8)
_DISPUTED = [_NUMBER[reason] for reason in DISPUTED]
# What differs here may be said in two ways: "the belt" / "the title". A group that agrees otherwise may hold both.
_DOUBTED = frozenset({"who", "word"})
_UPDATED = frozenset({"number", "denial", "kind"})  # of these a later report may be about the same thing
_IS_UPDATED = np.array([False, *(reason in _UPDATED for reason in REASONS)])
_UNRELATED = 0.0  # log odds; a pair that a veto keeps apart and that has less is about two things
_LEAST_IN_COMMON = 2  # terms; fewer, and only the articles are alike: two chapters of one history tell of the same things everywhere
_LEAST_ACTIONS = 2  # fewer shared, and company cannot merge two texts, though they may be one
_LEAST_TERMS = 3
_HEAD_ACTIONS, _HEAD_TERMS = 1, 2
_COMPANY = 8  # facts in a circle from which it can merge a pair whose words differ
_NOT_ALIKE = 0.15  # a pair below this by itself is only company for others
_SAME_WORDS = 0.3  # cosine from which two texts may be copies, or disagree, wherever they stand
_FEW_WORDS = 0.2  # cosine below which two texts of distant articles and different days are not looked at
_RETOLD = 0.5  # likeness below which two sentences of one article stay two, whatever another article says
_DOUBT = 0.01  # so far under the mark stays what must not merge by itself
# Names that only one side has speak against a pair, but a group that agrees otherwise may hold it: one report names
# the victim, the other the town. So does another word.
_STRANGE = 0.8
_CLAIM = (
    0.6  # so much counts a pair of which one is somebody's word: what is claimed is not yet what happened
)

_SUGGESTED = 3  # more suggestions than this for one fact, and nobody reads them

# The probability from which a pair is merged, and the one from which it is suggested: the settings'
# merge_score and suggest_score stand for these two, and the scale between is stretched to fit.
_MERGE_AT = 0.92
_SUGGEST_AT = 0.18
_SUGGEST_SCORE = 0.5


def mark(score: float) -> float:
    """The probability that a score of the settings stands for."""
    if score >= MERGE_SCORE:
        return _MERGE_AT + (score - MERGE_SCORE) / (1 - MERGE_SCORE) * (1 - _MERGE_AT)
    if score >= _SUGGEST_SCORE:
        return _SUGGEST_AT + (score - _SUGGEST_SCORE) / (MERGE_SCORE - _SUGGEST_SCORE) * (
            _MERGE_AT - _SUGGEST_AT
        )
    return score / _SUGGEST_SCORE * _SUGGEST_AT


def _updates(kept: Sequence[Fact], houses: Ints, folded: Folded, articles: Mapping[str, Article]) -> Updates:
    """Updates among the merged facts, by what is judged of their units."""
    about: dict[Pair, float] = {}
    rules: dict[Pair, About] = {}
    found = folded.followed
    left, right = houses[found.one], houses[found.other]
    at = np.flatnonzero((left >= 0) & (right >= 0) & (left != right) & (found.value >= SAME_THING))
    low, high = np.minimum(left, right)[at].tolist(), np.maximum(left, right)[at].tolist()
    for one, other, value, rule in zip(
        low, high, found.value[at].tolist(), found.rule[at].tolist(), strict=True
    ):
        if value > about.get((one, other), 0.0):
            about[one, other], rules[one, other] = value, REASONS[rule - 1]
    return find_updates(kept, rules, articles)


def _suggest(
    names: Sequence[str],
    groups: Sequence[Sequence[int]],
    houses: Ints,
    folded: Folded,
    settings: Settings,
) -> dict[int, list[int]]:
    """For each group the others it may be one with, likeliest first; a pair stands with one of the two."""
    left, right = houses[folded.one], houses[folded.other]
    told = (left >= 0) & (right >= 0) & (left != right)  # not a headline of no fact
    low, high = np.minimum(left, right)[told], np.maximum(left, right)[told]
    value = np.where(folded.apart, 0.0, folded.likeness)[told]
    pairs, place = np.unique(low * len(groups) + high, return_inverse=True)
    sizes = np.array([len(members) for members in groups], np.int64)
    low, high = np.divmod(pairs, max(1, len(groups)))
    average = np.bincount(place, value, len(pairs)) / (sizes[low] * sizes[high])
    likely = np.flatnonzero(average >= mark(settings.suggest_score))
    first = [min(names[at] for at in members) for members in groups]
    ranked: list[tuple[float, str, int, str, int]] = []
    for one, other, mean in zip(
        low[likely].tolist(), high[likely].tolist(), average[likely].tolist(), strict=True
    ):
        here, there = sorted((one, other), key=lambda place: (first[place], place))
        ranked.append((-mean, first[here], here, first[there], there))
    found: dict[int, list[int]] = {}
    for _, _, here, _, there in sorted(ranked):
        asked, other = sorted((here, there), key=lambda place: len(found.get(place, ())))
        if len(found.get(asked, ())) < _SUGGESTED:
            found.setdefault(asked, []).append(other)
    return found


def _without(names: Sequence[str], fact: Fact, joined: Mapping[str, str]) -> tuple[str, ...]:
    """Ids as they are after merging, each once, without the fact itself and what a person told apart."""
    now = (joined.get(name, name) for name in names)
    return tuple(name for name in dict.fromkeys(now) if name != fact.id and name not in fact.not_same_as)
