"""Facts that another tool or model proposes in, facts under our rules out, each refusal by name.

The form is that of ``extract --jsonl``: a fact a line, or an object with ``facts``. A quote must stand in
its article; everything arrives as a draft, with ``by`` naming the tool.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from ..edtf import EdtfError, parse_edtf
from ..errors import Problem, problem
from ..model import Article, DateBasis, DateReason, Fact, FactKind, Place, Source

_TEXTS = ("speaker", "via", "context")
_MAX_LINE = 1_000_000
_KINDS: dict[str, FactKind] = {kind: kind for kind in get_args(FactKind)}
_BASES: dict[str, DateBasis] = {basis: basis for basis in get_args(DateBasis)}


@dataclass(frozen=True, slots=True)
class Proposed:
    """Facts that passed, each as read in one article, and what was refused."""

    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]


def read_proposed(
    lines: Iterable[str], articles: Mapping[str, Article], *, by: str, path: str = ""
) -> Proposed:
    """Read facts, a JSON object a line; ``by`` is the tool's name unless a line says its own."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        for found in _read_line(line, Place(path, number, 1), articles, by):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                facts.append(found)
    return Proposed(tuple(facts), tuple(problems))


def _read_line(line: str, place: Place, articles: Mapping[str, Article], by: str) -> Iterator[Fact | Problem]:
    if len(line) > _MAX_LINE:
        yield problem("line-not-json", place, value=line[:40], why="it is longer than a million characters")
        return
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield problem("line-not-json", place, value=line.strip()[:40], why=error)
        return
    if not isinstance(value, dict):
        yield problem("line-not-object", place, value=line.strip()[:40])
        return
    items = value.get("facts", [value])
    for item in items if isinstance(items, list) else [items]:
        yield from _read_fact(item, place, articles, by)


def _read_fact(
    item: object, place: Place, articles: Mapping[str, Article], by: str
) -> Iterator[Fact | Problem]:
    """One fact, cut into a fact for each article it cites: adding merges them again by its own rules."""
    if not isinstance(item, dict):
        yield problem("line-not-object", place, value=str(item)[:40])
        return
    if why := _why_no_text(item):
        yield problem("proposed-field", place, value=_short(item.get("id")), name="text", why=why)
        return
    name = _short(item.get("id") or item.get("text"))
    wrong, why = _wrong_field(item)
    if wrong:
        yield problem("proposed-field", place, value=name, name=wrong, why=why)
        return
    sources = list(_read_sources(item, name, place, articles))
    refused = [found for found in sources if isinstance(found, Problem)]
    if refused:
        yield from refused
        return
    grouped: dict[str, list[Source]] = {}
    for source in sources:
        if isinstance(source, Source):
            grouped.setdefault(source.article, []).append(source)
    for group in grouped.values():
        yield Fact(
            id="",
            date=item.get("date") or "",
            text=" ".join(item["text"].split()),
            sources=tuple(group),
            kind=_KINDS[item.get("kind") or "event"],
            speaker=item.get("speaker") or "",
            via=item.get("via") or "",
            context=item.get("context") or "",
            anonymous=item.get("anonymous") is True,
            denied=item.get("denied") is True,
            by=str(item.get("by") or by),
        )


def _wrong_field(item: Mapping[str, Any]) -> tuple[str, str]:
    """The first field of a proposed fact that cannot be read, and why; ``""`` when all can."""
    text, kind = item.get("text"), item.get("kind") or "event"
    if not isinstance(text, str) or not text.strip():
        return "text", "it is missing or empty"
    if why := _why_not_date(item.get("date") or ""):
        return "date", why
    if not isinstance(kind, str) or kind not in _KINDS:
        return "kind", f"it is none of {', '.join(_KINDS)}"
    for name in _TEXTS:
        if not isinstance(item.get(name) or "", str):
            return name, "it is not a text"
    return "", ""


def _read_sources(
    item: Mapping[str, Any], name: str, place: Place, articles: Mapping[str, Article]
) -> Iterator[Source | Problem]:
    given = item.get("sources")
    if not isinstance(given, list) or not given:
        yield problem("proposed-field", place, value=name, name="sources", why="a fact needs at least one")
        return
    for entry in given:
        values = entry if isinstance(entry, dict) else {}
        article = articles.get(str(values.get("article", "")))
        if article is None:
            shown = _short(values.get("article"))
            yield problem("proposed-article", place, value=name, article_id=shown)
            continue
        quote = values.get("quote")
        if not isinstance(quote, str) or not quote.strip() or quote not in article.text:
            yield problem("proposed-quote", place, value=name, article_id=article.id, quote=_short(quote))
            continue
        start = _start(values.get("start"), quote, article.text)
        reason = _read_reason(values.get("date"), article)
        yield Source(article.id, quote, start, start + len(quote), reason)


def _start(given: object, quote: str, text: str) -> int:
    """The given offset when the quote stands there, else its first place."""
    if isinstance(given, int) and given >= 0 and text.startswith(quote, given):
        return given
    return text.index(quote)


def _read_reason(given: object, article: Article) -> DateReason:
    """The reason for the date, as far as the words stand in the article; else it is somebody's decision."""
    values = given if isinstance(given, dict) else {}
    words, basis = values.get("words"), values.get("basis")
    if not isinstance(words, str) or words not in article.text:
        words = ""
    read = _BASES.get(basis) if isinstance(basis, str) else None
    if read is None or (read == "stated" and not words):
        read = "stated" if words else "by hand"
    rule = values.get("rule")
    return DateReason(words=words, rule=rule if isinstance(rule, str) else "", basis=read)


def _why_not_date(value: object) -> str:
    if not isinstance(value, str):
        return "it is not a text"
    try:
        if value:
            parse_edtf(value)
    except EdtfError as error:
        return str(error)
    return ""


def _why_no_text(item: Mapping[str, Any]) -> str:
    """Half of a character, which JSON can write and no file can hold."""
    try:
        json.dumps(item, ensure_ascii=False).encode("utf-8")
    except (UnicodeEncodeError, RecursionError):
        return "it holds half of a character (a lone surrogate)"
    return ""


def _short(value: object) -> str:
    text = " ".join(str(value or "").encode("utf-8", "replace").decode().split())
    return text if len(text) <= 60 else f"{text[:57]}…"
