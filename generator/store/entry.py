"""Facts, articles and names in, their lines of YAML out; keys in the order of the tables, defaults left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..fields import extra_data, number_text, said
from ..model import Article, Correction, DateReason, Entity, Fact, Published, Source
from ..values import dataclass, replace
from .emit import fits_literal, flow_list, flow_map, flow_tree, scalar
from .keys import ARTICLE, CORRECTION, ENTITY, FACT, SOURCE, Key

# Written even when they hold their default: a person sees what to fill in or to change.
_ALWAYS = {"date", "status"}
_DEFAULTS = {"kind": "event"}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file lays its entries out: ``margin`` before the dash, ``gap`` from dash to key, ``step`` of inner lists."""

    margin: int = 0
    gap: int = 2
    step: int = 2

    @property
    def keys(self) -> int:
        """Column of an entry's keys, from 0."""
        return self.margin + self.gap


# A source that gives no reason: a person decided the date.
BY_HAND = DateReason(basis="by hand")
# The article's own day, known or inferred, where the sentence names none.
OWN_DAY = ("published", "inferred")

Days = Mapping[str, str]  # article id -> its own day, to leave out an anchor that only repeats it


def fact_lines(fact: Fact, days: Days, layout: Layout = Layout()) -> list[str]:
    """The lines of a fact as a list entry."""
    return _entry(_pairs(fact, FACT, days, layout), layout)


def source_lines(source: Source, days: Days, layout: Layout = Layout()) -> list[str]:
    """The lines of a source as a list entry."""
    return _entry(_pairs(source, SOURCE, days, layout), layout)


def correction_lines(corrections: Iterable[Correction], layout: Layout) -> list[str]:
    """The lines of corrections as list entries."""
    return [line for c in corrections for line in _entry(_pairs(c, CORRECTION, {}, layout), layout)]


def entity_lines(entity: Entity, layout: Layout = Layout()) -> list[str]:
    """The lines of a name as a list entry."""
    return _entry(_pairs(entity, ENTITY, {}, layout), layout)


def article_lines(article: Article) -> list[str]:
    """The lines of an article record."""
    return [line for _, lines in _pairs(article, ARTICLE, {}, Layout(0, 0)) for line in lines]


def key_lines(key: Key, value: Any, days: Days, layout: Layout) -> list[str]:
    """``key: value`` as lines without indentation of the first; nothing when the value is the default."""
    if key.one_line:
        return [f"{key.name}: [{', '.join(flow_group(key, one) for one in value)}]"] if value else []
    if key.form == "maps":
        return _list_lines(key, value, days, layout)
    if key.form == "map":
        return _map_lines(key, value)
    if key.form == "number":
        return [f"{key.name}: {number_text(value)}"] if value else []
    if key.form == "extra":
        return [f"{key.name}: {flow_tree(extra_data(value))}"] if value else []
    if key.form in ("ids", "texts"):
        return [f"{key.name}: {flow_list(value)}"] if value else []
    if key.form == "flag":
        return [f"{key.name}: true"] if value else []
    if not value:
        return [f"{key.name}:"] if key.field in _ALWAYS else []
    if key.form == "choice" and value == _DEFAULTS.get(key.field) and key.field not in _ALWAYS:
        return []
    if fits_literal(value):
        return [f"{key.name}: |-", " " * (layout.keys + 2) + value]
    return [f"{key.name}: {scalar(value, date=key.form in ('date', 'day', 'moment'))}"]


def flow_group(key: Key, value: Any) -> str:
    """A group of keys on one line, ``{what: dead, value: 31}``; what it does not say is left out."""
    written = [(inner, getattr(value, inner.field)) for inner in key.inner if said(inner, value)]
    return "{" + ", ".join(f"{inner.name}: {_flow_value(inner, one)}" for inner, one in written) + "}"


def _flow_value(key: Key, value: Any) -> str:
    if key.form == "flag":
        return "true" if value else "false"
    if key.form == "maps":
        return f"[{', '.join(flow_group(key, one) for one in value)}]"
    if key.form == "number":
        return number_text(value)
    return scalar(value, flow=True, date=key.form in ("date", "day", "moment"))


def _map_lines(key: Key, value: Any) -> list[str]:
    if key.of is not None:
        return [f"{key.name}: {flow_group(key, value)}"] if value is not None else []
    if isinstance(value, Published):
        inner = flow_group(key, value)
        return [f"{key.name}: {inner}"] if inner != "{}" else []
    pairs = reason_pairs(value, "")
    return [f"{key.name}: {flow_map(pairs)}"] if pairs else []


def reason_pairs(reason: DateReason, day: str) -> list[tuple[str, str]]:
    """The keys of a date's reason; ``day`` is the article's own, which an anchor need not repeat."""
    if reason == BY_HAND:
        return []
    plain = plain_reason(reason, day)
    how = "year from" if reason.basis == "stated" else "counted from"
    pairs = [
        ("words", plain.words),
        ("rule", plain.rule),
        ("basis", plain.basis),
        (how, plain.anchor_basis),
        ("as of", plain.anchor),
    ]
    return [(name, value) for name, value in pairs if value]


def plain_reason(reason: DateReason, day: str) -> DateReason:
    """A reason without what goes without saying: that a date was taken from the article's own day."""
    if reason.anchor_basis != "published" or reason.anchor not in ("", day):
        return reason
    own_day = reason.basis in OWN_DAY and not reason.words
    return replace(reason, anchor="", anchor_basis="" if own_day else "published")


def full_reason(reason: DateReason, day: str) -> DateReason:
    """The reverse of ``plain_reason``: an anchor that is the article's own day filled in."""
    own_day = reason.basis in OWN_DAY and not reason.words and not reason.anchor_basis
    if day and not reason.anchor and (own_day or reason.anchor_basis == "published"):
        return DateReason(reason.words, reason.rule, reason.basis, day, "published")
    return reason


def with_days(fact: Fact, days: Days) -> Fact:
    """The fact with its articles' own days filled in."""
    sources = [(source, full_reason(source.date, days.get(source.article, ""))) for source in fact.sources]
    if all(source.date is full for source, full in sources):
        return fact
    return replace(fact, sources=tuple(replace(source, date=full) for source, full in sources))


def without_own_day(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources of a fact without a date: where none is given, none was taken from the article's day either."""
    return tuple(
        replace(source, date=DateReason())
        if source.date.basis in OWN_DAY and not source.date.words
        else source
        for source in sources
    )


def flow_source(source: Source, days: Days) -> str:
    """A source on one line, for a list that a person keeps in brackets."""
    parts = [f"article: {scalar(source.article, flow=True)}"]
    parts += [f"quote: {scalar(source.quote, flow=True)}"] if source.quote else []
    reason = reason_pairs(source.date, days.get(source.article, ""))
    if reason:
        parts.append(f"date: {flow_map(reason)}")
    if source.headline:
        parts.append("headline: true")
    if source.at:
        parts.append(f"at: {scalar(source.at, flow=True)}")
    return "{" + ", ".join(parts) + "}"


def _list_lines(key: Key, values: tuple[Source | Correction, ...], days: Days, layout: Layout) -> list[str]:
    if not values:
        return []
    inner = Layout(layout.keys + layout.step, 2, layout.step)
    lines = [f"{key.name}:"]
    for value in values:
        table = SOURCE if isinstance(value, Source) else CORRECTION
        lines += _entry(_pairs(value, table, days, inner), inner)
    return lines


def _pairs(value: Any, table: tuple[Key, ...], days: Days, layout: Layout) -> list[tuple[Key, list[str]]]:
    """Each key with its lines; the lines after a key's first are indented already."""
    found: list[tuple[Key, list[str]]] = []
    for key in table:
        if isinstance(value, Article) and (key.field == "id" or _says_no_day(value, key)):
            continue
        if isinstance(value, Source) and key.form == "map":
            inner = reason_pairs(value.date, days.get(value.article, ""))
            lines = [f"{key.name}: {flow_map(inner)}"] if inner else []
        else:
            lines = key_lines(key, getattr(value, key.field), days, layout)
        if lines:
            found.append((key, lines))
    return found


def _says_no_day(article: Article, key: Key) -> bool:
    """Whether a record that is only cited has no day: nobody looked for one, so none is called unknown."""
    return key.field == "published" and not article.file and not article.published.value


def _entry(pairs: list[tuple[Key, list[str]]], layout: Layout) -> list[str]:
    """Lines as a list entry: the dash, then every key under the first."""
    indent = " " * layout.keys
    lines: list[str] = []
    for _, (first, *rest) in pairs:
        head = indent if lines else " " * layout.margin + "-" + " " * (layout.gap - 1)
        lines.append(head + first)
        lines += rest
    return lines
