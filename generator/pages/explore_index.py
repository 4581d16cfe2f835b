"""A timeline in, the compact index that Explore reads in the browser out.

``index.json`` holds what filters and counts need: one column a facet, values numbered by how often they
occur, days as differences. The words of the facts are in ``text-N.json``, ``CHUNK`` facts each, fetched
when they are shown or searched. Both are plain JSON; ``docs/explore-index.md`` describes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256

from ..edtf import Bound, ordinal, parse_edtf
from ..model import Fact
from ..timeline import Timeline, is_continued, is_inferred, sureness
from .explore_text import Tell, Told, text_columns

VERSION = 1
CHUNK = 1000
EPOCH = ordinal((1970, 1, 1))
OPEN = "*"  # an open or unknown end of a span
Days = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what stands in the address, what the reader sees, and the facts that have it."""

    key: str
    label: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose by."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ExploreIndex:
    """The files by name, the stamp that tells one build's from another's, and the facets that have values."""

    files: Mapping[str, str]
    stamp: str
    filled: frozenset[str]


Keep = Callable[[Sequence[Fact], Callable[[], str]], str]


def _columns_of(facts: Sequence[Fact], date_words: Callable[[str], str], tell: Tell) -> str:
    """The columns as JSON, with blanks and without: two lines."""
    columns = text_columns(facts, date_words, tell)
    return f"{json.dumps(columns, ensure_ascii=False)}\n{_dump(columns)}"


def _nothing(_fact: Fact) -> Told:
    return Told()


def explore_index(
    timeline: Timeline,
    say: Callable[[str], str] = str,
    date_words: Callable[[str], str] = str,
    tell: Tell = _nothing,
    keep: Keep = lambda _facts, make: make(),
) -> ExploreIndex:
    """The index and its text files.

    ``say`` translates, ``date_words`` writes an EDTF for people, ``tell`` knows what the built pages say of a fact;
    ``keep`` may know what was made of the same facts before.
    """
    facts = timeline.facts
    found = facets(timeline, say)
    texts = {  # each once as it is hashed and once as it is written, with its place in front
        start: keep(run, partial(_columns_of, run, date_words, tell)).split("\n")
        for start in range(0, len(facts), CHUNK)
        if (run := facts[start : start + CHUNK])
    }
    index: dict[str, object] = {
        "version": VERSION,
        "facts": len(facts),
        "chunk": CHUNK,
        "clocks": {name: _clock(fact_days) for name, fact_days in clocks(timeline).items()},
        "times": _times(facts),
        "origins": _numbers(fact.origins for fact in facts),
        "articles": _numbers(len({source.article for source in fact.sources}) for fact in facts),
        "facets": {facet.name: _column(facet, facts) for facet in found},
    }
    hashed = ", ".join(f'{{"start": {start}, {text[1:]}' for start, (text, _) in texts.items())
    told = f"[{json.dumps(index, ensure_ascii=False)}, [{hashed}]]"
    stamp = sha256(told.encode()).hexdigest()[:12]
    files = {
        f"text-{number}.json": f'{{"stamp":"{stamp}","start":{start},{text[1:]}'
        for number, (start, (_, text)) in enumerate(texts.items())
    }
    return ExploreIndex(
        {"index.json": _dump({"stamp": stamp, **index}), **files},
        stamp,
        frozenset(facet.name for facet in found if facet.values),
    )


def facets(timeline: Timeline, say: Callable[[str], str] = str) -> tuple[Facet, ...]:
    """Everything to choose by, values most frequent first."""
    return (
        *(_names(timeline, name, kind) for name, kind in _NAME_FACETS),
        Facet("speaker", tuple(Value(one.name, one.name, _ids(one.facts)) for one in timeline.speakers)),
        Facet("outlet", tuple(Value(one.name, one.name, _ids(one.facts)) for one in timeline.outlets)),
        Facet("tag", tuple(Value(one.name, one.name, _ids(one.facts)) for one in timeline.tags)),
        _grouped("kind", timeline, lambda fact: (fact.kind,), say),
        _grouped("status", timeline, lambda fact: (fact.status,), say),
        _grouped("precision", timeline, lambda fact: (precision(fact),), say),
        sure_facet(timeline, say),
        _grouped("mark", timeline, marks, say),
    )


def sure_facet(timeline: Timeline, say: Callable[[str], str] = str) -> Facet:
    """How surely the days are known."""
    return _grouped("sure", timeline, lambda fact: (_sure(fact, timeline),), say)


_NAME_FACETS = (("person", "person"), ("place", "place"), ("organisation", "organisation"))


def labels(say: Callable[[str], str]) -> Mapping[str, str]:
    """What the reader sees for a value that is a word of ours."""
    return {
        "event": say("Events"),
        "statement": say("Statements"),
        "plan": say("Plans"),
        "proposal": say("Proposals"),
        "draft": say("Draft"),
        "reviewed": say("Reviewed"),
        "disputed": say("Disputed"),
        "withdrawn": say("Withdrawn"),
        "time": say("Time of day"),
        "day": say("Day"),
        "month": say("Month"),
        "year": say("Year"),
        "season": say("Season"),
        "decade": say("Decade"),
        "century": say("Century"),
        "interval": say("Span"),
        "undated": say("No date"),
        "stated": say("The sentence states the day"),
        "continued": say("From the sentence before"),
        "carried": say("From the article’s date"),
        "inferred": say("From an inferred date"),
        "span": say("A span, no day"),
        "anonymous": say("Anonymous speaker"),
        "denied": say("Denied by the speaker"),
        "corrected": say("Corrected"),
        "differs": say("Sources differ"),
    }


def precision(fact: Fact) -> str:
    """How wide the date is, or ``undated``."""
    return parse_edtf(fact.date).precision if fact.date else "undated"


def marks(fact: Fact) -> tuple[str, ...]:
    """What a careful reader wants to find or leave out."""
    held = {
        "anonymous": fact.anonymous,
        "denied": fact.denied,
        "corrected": bool(fact.corrections),
        "differs": bool(fact.disagrees_with),
    }
    return tuple(name for name, holds in held.items() if holds)


def clocks(timeline: Timeline) -> Mapping[str, tuple[Days, ...]]:
    """Three spans a fact, as days since 1970: when it happened, was said, and was first published.

    Said: a statement is dated by its saying; anything else that someone is quoted with was said by the
    day the first article with it came out. What nobody is quoted with was not said.
    """
    happened, said, published = [], [], []
    for fact in timeline.facts:
        when = days_of(fact.date)
        first = first_published(fact, timeline)
        happened.append(when)
        published.append(first)
        own = when if fact.kind == "statement" and fact.date else first
        said.append(own if fact.speaker else (None, None))
    return {"happened": tuple(happened), "said": tuple(said), "published": tuple(published)}


def first_published(fact: Fact, timeline: Timeline) -> Days:
    """The days on which the first article with the fact may have come out; the earliest that surely had."""
    spans = []
    for source in fact.sources:
        article = timeline.articles.get(source.article)
        if article and article.published.day:
            spans.append(days_of(article.published.day))
    known = [span for span in spans if span[1] is not None]
    return min(known, key=lambda span: (span[1] or 0, span[0] or 0), default=(None, None))


@lru_cache(maxsize=1 << 16)
def days_of(date: str) -> Days:
    """The first and last day of an EDTF date since 1970; ``None`` for an open or unknown end."""
    if not date:
        return None, None
    edtf = parse_edtf(date)
    return _since_epoch(edtf.earliest), _since_epoch(edtf.latest)


def in_reading_order(facts: Sequence[Fact], *, newest_first: bool) -> tuple[Fact, ...]:
    """Facts by their first day as Explore lists them: a day keeps its order, what has no date comes last."""

    def day(fact: Fact) -> int:
        first, last = days_of(fact.date)
        known = first if first is not None else last
        return 0 if known is None else known

    dated = sorted((fact for fact in facts if fact.date), key=lambda f: -day(f) if newest_first else day(f))
    return (*dated, *(fact for fact in facts if not fact.date))


def _since_epoch(day: Bound) -> int | None:
    return ordinal(day) - EPOCH if day else None


def _sure(fact: Fact, timeline: Timeline) -> str:
    """How the day is known; a date that rests on an inferred article date is kept apart."""
    if not fact.date:
        return "undated"
    sure = sureness(fact)
    if sure != "carried":
        return sure
    if is_inferred(fact, timeline.articles):
        return "inferred"
    return "continued" if is_continued(fact) else "carried"


def _names(timeline: Timeline, name: str, kind: str) -> Facet:
    """Known names of one kind: named in a fact, or speaking in it."""
    values = [
        Value(entity.id, entity.name, _ids(timeline.entity_facts[entity.id]))
        for entity in timeline.entities.values()
        if entity.kind == kind and timeline.entity_facts.get(entity.id)
    ]
    return Facet(name, _by_frequency(values))


def _grouped(
    name: str,
    timeline: Timeline,
    keys: Callable[[Fact], Iterable[str]],
    say: Callable[[str], str],
) -> Facet:
    """A facet whose values are words of ours."""
    groups: dict[str, list[str]] = {}
    for fact in timeline.facts:
        for key in keys(fact):
            groups.setdefault(key, []).append(fact.id)
    ours = labels(say)
    return Facet(name, _by_frequency(Value(key, ours[key], tuple(ids)) for key, ids in groups.items()))


def _by_frequency(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=lambda value: (-len(value.facts), value.label)))


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts)


def _column(facet: Facet, facts: Sequence[Fact]) -> dict[str, object]:
    """Values, and for each fact their numbers: ``"0 2,,1"``."""
    held: dict[str, str] = {}
    for number, value in enumerate(facet.values):
        for fact_id in value.facts:
            held[fact_id] = f"{held[fact_id]} {number}" if fact_id in held else str(number)
    column = ",".join([held.get(fact.id, "") for fact in facts])
    keys = [value.key for value in facet.values]
    shown = [value.label for value in facet.values]
    found: dict[str, object] = {"keys": keys, "facts": column}
    if shown != keys:
        found["labels"] = shown
    return found


def _clock(spans: Sequence[Days]) -> dict[str, str]:
    """First days as differences to the last known one, last days as lengths; ``""`` is 0."""
    starts, lengths = [], []
    last = 0
    for start, end in spans:
        starts.append(OPEN if start is None else _number(start - last))
        lengths.append(OPEN if end is None else _number(end - (last if start is None else start)))
        last = last if start is None else start
    return {"from": ",".join(starts), "to": ",".join(lengths)}


def _number(value: int) -> str:
    return str(value) if value else ""


def _times(facts: Sequence[Fact]) -> dict[int, int]:
    """By number, the minutes from midnight to the clock time of those facts that have one."""
    found = {}
    for number, fact in enumerate(facts):
        if clock := _CLOCK.search(fact.date):
            found[number] = 60 * int(clock[1]) + int(clock[2])
    return found


_CLOCK = re.compile(r"^[^/]*T(\d\d):(\d\d)[^/]*$")


def _numbers(values: Iterable[int]) -> str:
    return ",".join(_number(value) for value in values)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
