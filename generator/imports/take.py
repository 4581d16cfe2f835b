"""A file in a foreign form in, facts with their cited sources out, ready to be merged; and what was told on the way."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import Problem, problem
from ..fields import BY_FIELD, FIELDS, extra_text, from_data
from ..model import Article, Fact, Place, Published, Source
from ..store.entry import BY_HAND
from ..store.importing import Brought, is_whole
from .forms import FORMS, csl
from .plain import is_address, is_day, plain, safe
from .sources import source_type
from .values import DEEPEST, Cited, Entry, Options, Reading
from .when import date_of, order_of


@dataclass(frozen=True)
class Taken:
    """What a file holds: its facts, what stands around them, and what a person should hear."""

    brought: tuple[Brought, ...]
    head: Mapping[str, Any]
    problems: tuple[Problem, ...]
    coarser: tuple[tuple[Place, str, str, str], ...] = ()  # where, as written, as taken, why
    extra: Mapping[str, int] = field(default_factory=dict)  # key -> how often it had no field


def take(reading: Reading, path: str, options: Options, *, name: str, shown: str) -> Taken:
    """The facts of a reading. ``shown`` names the file as a source of what cites none."""
    form = FORMS[reading.form]
    if reading.form == "own":
        return _own(reading, path, name)
    head = dict(reading.head)
    if not options.order:
        dates = [one.data.get(key) for one in reading.records for key in one.data if "date" in key.lower()]
        options = replace(options, order=head.get("date_order") or head.get("order") or order_of(dates))
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
        cited = tuple(replace(one, extra=extra_text(_pure(json.loads(csl.more_of(data, entry) or "{}"))))
                      for one in cited)  # fmt: skip
        extra = {}
    if not cited:
        cited, quotes = (whole,), [""]
    fact = Fact(
        id="", date=entry.when.edtf, text=entry.text, sources=tuple(Source("", quote, date=BY_HAND) for quote in quotes),
        kind=entry.kind, speaker=entry.speaker, via=entry.via, context=entry.body,  # type: ignore[arg-type]
        tags=entry.tags, by=name, extra=extra_text(_pure(extra)),
    )  # fmt: skip
    return fact, cited


def _record(one: Cited) -> Article:
    return Article(
        id="", text="", title=one.title, publisher=one.publisher, authors=one.authors, url=one.url, lang=one.lang,
        archive_url=one.archive_url, type=one.type or "webpage", extra=one.more,
        published=Published(one.published, "metadata") if one.published else Published(),
    )  # fmt: skip


def _pure(value: Any) -> Any:
    """Data without the characters that no file of ours may hold."""
    if isinstance(value, dict):
        return {safe(str(key)): _pure(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_pure(one) for one in value]
    return safe(value) if isinstance(value, str) else value


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


def _own(reading: Reading, path: str, name: str) -> Taken:
    """Facts of our own exports; what they may not say as files may is told by the loader's own rules."""
    found: list[Brought] = []
    problems = list(reading.problems)
    for record in reading.records:
        place = Place(path, record.where)
        data = record.data
        text = plain(data.get("text") or "")
        date = str(data.get("date") or "")
        if not text or (date and not date_of(date)):
            problems.append(
                problem(
                    "import-no-text" if not text else "import-date",
                    place,
                    value=_short(data) if not text else date,
                )
            )
            continue
        values = {
            key.field: from_data(BY_FIELD[key.field], _said(data[key.label]))
            for key in FIELDS
            if key.kept == "file" and key.public and key.field not in ("id", "date", "text", "sources", "extra")
            and data.get(key.label) not in (None, "", [], {}) and _fits(key.form, data[key.label], key.choices)
        }  # fmt: skip
        extra = data.get("extra")
        sources = [one for one in data.get("sources") or () if isinstance(one, dict)]
        fact = Fact(
            id=str(data.get("id") or ""), date=date, text=text,
            sources=tuple(Source(str(one.get("article") or ""), str(one.get("quote") or ""), at=str(one.get("at") or ""), date=BY_HAND) for one in sources),
            **{**values, "by": values.get("by", "")},
            extra=extra_text(_pure(extra if isinstance(extra, dict) else json.loads(extra) if isinstance(extra, str) and extra else {})),
        )  # fmt: skip
        cited = tuple(_own_record(one) for one in sources)
        if not cited:
            cited, fact = (
                (Article(id="", text="", title=name, type="dataset"),),
                replace(fact, sources=(Source("", "", date=BY_HAND),)),
            )
        found.append(Brought(fact.id, fact, cited, place))
    return Taken(tuple(found), {"roles": {}, "own": {}}, tuple(problems), (), {})


def _said(value: Any) -> Any:
    """A value without the keys of its groups that say nothing."""
    if isinstance(value, list):
        return [_said(one) for one in value]
    return {key: one for key, one in value.items() if one is not None} if isinstance(value, dict) else value


def _fits(form: str, value: Any, choices: tuple[str, ...]) -> bool:
    if form in ("ids", "texts"):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if form == "flag":
        return isinstance(value, bool)
    if form == "choice":
        return value in choices
    if form in ("map", "maps"):
        return isinstance(value, dict if form == "map" else list)
    return isinstance(value, str)


def _own_record(one: Mapping[str, Any]) -> Article:
    published = str(one.get("published") or "").split("T")[0]
    return Article(
        id=str(one.get("article") or ""), text="", title=plain(one.get("title") or ""), publisher=plain(one.get("publisher") or ""),
        authors=tuple(plain(name) for name in one.get("authors") or () if isinstance(name, str)),
        url=str(one["url"]) if is_address(one.get("url")) else "",
        archive_url=str(one["archive_url"]) if is_address(one.get("archive_url")) else "",
        published=Published(published, "metadata") if is_day(published) else Published(),
        type=source_type(str(one.get("type") or "")) or "article-newspaper",
    )  # fmt: skip


def _short(data: Mapping[str, Any]) -> str:
    words = " ".join(f"{key}: {value}" for key, value in list(data.items())[:3])
    return safe(words[:80])


__all__ = ["Taken", "depth", "entry_of", "options_of", "take"]
