"""A file in a foreign form in, facts with their cited sources out, ready to be merged; and what was told on the way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import Problem, problem
from ..fields import extra_text
from ..model import Article, Entity, Fact, Place, Published, Source
from ..store.entry import BY_HAND
from ..store.importing import Brought, is_whole
from .forms import FORMS, csl
from .own import own_facts
from .plain import pure, safe
from .values import DEEPEST, Cited, DayOrder, Entry, Options, Reading
from .when import order_of


@dataclass(frozen=True)
class Taken:
    """What a file holds: its facts, what stands around them, and what a person should hear."""

    brought: tuple[Brought, ...]
    head: Mapping[str, Any]
    problems: tuple[Problem, ...]
    coarser: tuple[tuple[Place, str, str, str], ...] = ()  # where, as written, as taken, why
    extra: Mapping[str, int] = field(default_factory=dict)  # key -> how often it had no field
    names: tuple[Entity, ...] = ()


def take(reading: Reading, path: str, options: Options, *, name: str, shown: str) -> Taken:
    """The facts of a reading. ``shown`` names the file as a source of what cites none."""
    form = FORMS[reading.form]
    if reading.form == "own":
        own = own_facts(reading, path, name)
        return Taken(own.brought, {"roles": {}, "own": {}}, own.problems, names=own.names)
    head = dict(reading.head)
    options = options if options.order else replace(options, order=_order(reading))
    whole = Article(id="", text="", title=shown, type="dataset", published=Published())
    found: list[Brought] = []
    problems = list(reading.problems)
    coarser: list[tuple[Place, str, str, str]] = []
    extra: Counter[str] = Counter()
    every: Counter[tuple[tuple[str, str], ...]] = Counter()
    for record in reading.records:
        place = Place(record.path or path, record.where if not record.path else 0)
        if depth(record.data) > DEEPEST:
            problems.append(problem("import-deep", place, most=DEEPEST))
            continue
        entry, roles = form.lens.read(record, head, options)
        if not entry.text:
            problems.append(problem("import-no-text", place, value=_short(record.data)))
            continue
        if entry.when.why:
            coarser.append((place, entry.when.written, entry.when.edtf, entry.when.why))
        if entry.when.unread:
            problems.append(problem("import-date", place, value=entry.when.unread))
        fact, cited = _fact(entry, form.name, name, whole, record.data)
        extra.update(list(entry.extra) if form.name != "csl-json" else ())
        every[tuple(sorted(roles.items()))] += 1
        key = entry.key or record.path
        found.append(Brought(key, fact, cited, place, dict(roles), record.path))
    common = dict(every.most_common(1)[0][0]) if every else {}
    brought = tuple(replace(one, roles={} if one.roles == common else one.roles) for one in found)
    held = {
        "order": options.order,
        "lang": options.lang,
        "columns": dict(options.columns),
        "as_written": options.as_written,
    }
    head = {"roles": common, "options": held, "own": head}
    return Taken(brought, head, tuple(problems), tuple(coarser), dict(extra))


def _order(reading: Reading) -> DayOrder:
    """The order of numbers in dates as a file says it, else as its dates show it."""
    dates = [one.data.get(key) for one in reading.records for key in one.data if "date" in key.lower()]
    return reading.head.get("date_order") or reading.head.get("order") or order_of(dates)


def options_of(head: Mapping[str, Any]) -> Options:
    """The options an import was read with, as its head remembers them."""
    held = head.get("options") or {}
    return Options(
        held.get("columns", {}), held.get("order", ""), held.get("lang", "en"), bool(held.get("as_written"))
    )


def entry_of(fact: Fact, cited: Iterable[tuple[Source, Article]]) -> Entry:
    """A fact of the project as an entry that a form can write."""
    from .values import When

    extra = json.loads(fact.extra) if fact.extra else {}
    return Entry(
        key="", when=When(fact.date, fact.date), text=fact.text, body=fact.context, kind=fact.kind, speaker=fact.speaker,
        via=fact.via, tags=fact.tags, cited=tuple(_cited_of(s, a) for s, a in cited if not is_whole(a)), extra=extra,
    )  # fmt: skip


def _cited_of(source: Source, article: Article) -> Cited:
    return Cited(
        url=article.url, title=article.title, publisher=article.publisher, authors=article.authors,
        published=article.published.day, archive_url=article.archive_url, lang=article.lang, type=article.type,
        quote=source.quote, more=article.extra,
    )  # fmt: skip


def _fact(
    entry: Entry, form: str, name: str, whole: Article, data: Mapping[str, Any]
) -> tuple[Fact, tuple[Article | None, ...]]:
    """The entry as a fact, and its sources' records; ids are given when it is merged."""
    cited = tuple(_record(one) for one in entry.cited)
    quotes = [one.quote for one in entry.cited]
    extra = dict(entry.extra)
    if form == "csl-json":
        cited = tuple(replace(one, extra=extra_text(pure(json.loads(csl.more_of(data, entry) or "{}"))))
                      for one in cited)  # fmt: skip
        extra = {}
    if not cited:
        cited, quotes = (whole,), [""]
    fact = Fact(
        id="", date=entry.when.edtf, text=entry.text, sources=tuple(Source("", quote, date=BY_HAND) for quote in quotes),
        kind=entry.kind, speaker=entry.speaker, via=entry.via, context=entry.body,  # type: ignore[arg-type]
        tags=entry.tags, by=name, extra=extra_text(pure(extra)),
    )  # fmt: skip
    return fact, cited


def _record(one: Cited) -> Article:
    return Article(
        id="", text="", title=one.title, publisher=one.publisher, authors=one.authors, url=one.url, lang=one.lang,
        archive_url=one.archive_url, type=one.type or "webpage", extra=one.more,
        published=Published(one.published, "metadata") if one.published else Published(),
    )  # fmt: skip


def depth(value: Any) -> int:
    """How many levels of groups and lists lie within one another; without recursion, for what is hostile."""
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        one, level = waiting.pop()
        deepest = max(deepest, level)
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        if level <= DEEPEST:
            waiting += [(item, level + 1) for item in inner if isinstance(item, dict | list)]
    return deepest


def _short(data: Mapping[str, Any]) -> str:
    words = " ".join(f"{key}: {value}" for key, value in list(data.items())[:3])
    return safe(words[:80])


__all__ = ["Taken", "depth", "entry_of", "options_of", "take"]
