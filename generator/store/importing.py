"""What a project holds and the entries of a foreign timeline in, the changes that importing them makes out.

A three-way merge like that of ``add``: what was imported last (a file in the machine's memory), what the files say now,
what the foreign timeline says now. A person's edit stays and is told; what a person removed stays removed; an entry that
the timeline no longer has keeps its fact. An entry is known again by its own id, else by its words and day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz

from ..errors import Problem, problem
from ..fields import BY_FIELD, FACT, as_data, from_data
from ..model import Article, Entity, Fact, Place, Published, Source
from .add import blocking
from .changes import Changes, FieldChange
from .content import Content
from .decode import ARTICLE_ID, ID
from .drafting import Draft
from .joining import MakeId
from .memory import IMPORTS

_FORM = 1
# What importing fills; the rest of a fact is the project's own.
_FIELDS = tuple(key.field for key in FACT if key.public and key.field not in ("id", "sources", "added", "by"))
_LINKS = tuple(
    key.field for key in FACT if key.form == "ids" and key.field in _FIELDS and key.field != "merged_ids"
)
_RECORD = ("title", "publisher", "authors", "published", "url", "archive_url", "lang", "type", "extra")
_ALIKE = 70  # of 100: texts of one day so alike are one entry whose words were mended


@dataclass(frozen=True, slots=True)
class Brought:
    """An entry as a fact. ``cited`` are the records of its sources, their ids not yet given."""

    key: str
    fact: Fact
    cited: tuple[Article | None, ...]
    place: Place
    roles: Mapping[str, str] = field(
        default_factory=dict
    )  # its keys where they mean something else than usual
    path: str = ""  # of its file, where each entry has one of its own


@dataclass(frozen=True, slots=True)
class Imported:
    """What was imported last: each entry under its key, and what stood around them."""

    head: Mapping[str, Any]
    entries: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """One entry as imported last, with the id of its fact."""

    key: str
    fact: Fact
    cited: tuple[Article, ...]
    roles: Mapping[str, str] = field(default_factory=dict)
    path: str = ""


def memory_path(content: Content, name: str) -> str:
    """Where the memory of an import lies."""
    return f"{content.folder}/{IMPORTS}/{name}.jsonl"


def imports_of(content: Content) -> dict[str, Imported]:
    """Every import of a project by its name."""
    top = f"{content.folder}/{IMPORTS}/"
    found: dict[str, Imported] = {}
    for path, file in content.files.items():
        if path.startswith(top) and path.endswith(".jsonl"):
            read = _read(file.text)
            if read is not None:
                found[path[len(top) : -len(".jsonl")]] = read
    return found


def plan_import(
    content: Content,
    brought: Sequence[Brought],
    head: Mapping[str, Any],
    name: str,
    *,
    make_id: MakeId,
    today: str,
    names: Sequence[Entity] = (),
) -> Changes:
    """Plan importing; the same again plans nothing. ``names`` are those that came with it and are not here yet."""
    blocked = blocking(content, ())
    if blocked:
        return Changes(problems=tuple(problem("add-unreadable", Place(path)) for path in blocked))
    before = imports_of(content).get(name)
    plan = _Importing(content, before, make_id, today)
    plan.bring(brought)
    here = {entity.id for entity in content.entities}
    plan.names = plan.draft.add_entities(one for one in names if one.id not in here and ID.fullmatch(one.id))
    plan.draft.keep_whole(memory_path(content, name), _written(head, plan.known))
    return plan.changes(len(plan.gone))


class _Importing:
    """One run: collects edits in a draft of the files and says what they mean."""

    def __init__(self, content: Content, before: Imported | None, make_id: MakeId, today: str) -> None:
        self.content = content
        self.before = list(before.entries) if before else []
        self.make_id = make_id
        self.today = today
        self.draft = Draft(content, {id: a.published.day for id, a in content.articles.items()})
        self.known: list[Known] = []
        self.gone: list[Known] = []
        self.added: list[Fact] = []
        self.merged: list[tuple[str, Source]] = []
        self.updated: list[FieldChange] = []
        self.conflicts: list[FieldChange] = []
        self.kept_away: list[str] = []
        self.problems: list[Problem] = []
        self.names: list[Entity] = []
        self.ids: dict[str, str] = {}  # of an entry in its own file -> of its fact here
        remembered = {one.fact.id for one in self.before}
        remembered |= {fact.id for memory in content.memories.values() for fact in memory.facts}
        self.taken = set(content.by_id) | remembered | set(content.lost)
        self.records: dict[str, Article] = {}  # new ones by id
        self.by_value: dict[Any, str] = {
            _value(article): id for id, article in content.articles.items() if not article.file
        }
        self.record_ids = set(content.articles)
        self.same: dict[tuple[str, str], Fact] = {}
        for fact in content.facts:
            self.same.setdefault((fact.date, _plain(fact.text)), fact)

    def bring(self, brought: Sequence[Brought]) -> None:
        """Pair each entry with what was imported last; update, join or add."""
        pairs = dict(_paired(brought, self.before))
        used = set(pairs.values())
        same = [self._same(one) if index not in pairs else None for index, one in enumerate(brought)]
        ids = [
            self.before[pairs[index]].fact.id
            if index in pairs
            else held.id
            if (held := same[index])
            else self._free_id(one)
            for index, one in enumerate(brought)
        ]
        self.ids = {one.fact.id: id for one, id in zip(brought, ids, strict=True) if one.fact.id}
        for index, one in enumerate(brought):
            at = pairs.get(index)
            one = replace(one, fact=self._linked(one.fact))
            if at is None:
                self._new(one, ids[index], same[index])
            else:
                self._again(one, self.before[at])
        self.gone = [known for at, known in enumerate(self.before) if at not in used]
        self.known += self.gone

    def _same(self, one: Brought) -> Fact | None:
        """A fact that was here before and says the very same of that day; twice in one import is two entries."""
        return self.same.get((one.fact.date, _plain(one.fact.text)))

    def _free_id(self, one: Brought) -> str:
        wished = one.fact.id
        free = (
            bool(ID.fullmatch(wished))
            and wished not in self.taken
            and wished == wished.lower()
            and len(wished) < 150
        )
        id = wished if free else self.make_id(one.fact.text, self.taken)
        self.taken.add(id)
        return id

    def _linked(self, fact: Fact) -> Fact:
        """The fact with its links to others under the ids that these have here; those that lead nowhere are left out."""
        links = {name: getattr(fact, name) for name in _LINKS if getattr(fact, name)}
        if not links:
            return fact
        here = {name: [self.ids.get(id, id) for id in ids] for name, ids in links.items()}
        known = self.content.by_id.keys() | set(self.ids.values())
        left: dict[str, Any] = {name: tuple(id for id in ids if id in known) for name, ids in here.items()}
        return replace(fact, **left)

    def _new(self, one: Brought, id: str, same: Fact | None) -> None:
        cited, sources = self._cited(one, joins=same is not None)
        fact = replace(one.fact, id=id, sources=sources)
        if same is not None:
            self._join(same, sources)
        else:
            self._place(fact)
        self.known.append(Known(one.key, fact, cited, one.roles, one.path))

    def _cited(
        self, one: Brought, *, joins: bool, before: Known | None = None
    ) -> tuple[tuple[Article, ...], tuple[Source, ...]]:
        """The records and sources of an entry; that it stood in the file adds nothing to a fact that is there."""
        pairs = [
            (self._cite_again(article, source, before, at) if before else self._cite(article, source), source)
            for at, (article, source) in enumerate(zip(one.cited, one.fact.sources, strict=True))
            if not (joins and article is not None and is_whole(article))
        ]
        return tuple(a for a, _ in pairs), tuple(replace(s, article=a.id) for a, s in pairs)

    def _join(self, held: Fact, sources: Sequence[Source]) -> None:
        """The very fact is there already: it gains the sources it lacks."""
        known = {(s.article, s.quote) for s in (*held.sources, *self.draft.gained(held.id))}
        for source in sources:
            if (
                (source.article, source.quote) not in known
                and held.place.path
                and self.draft.append_source(held, source)
            ):
                self.merged.append((held.id, source))

    def _place(self, fact: Fact) -> None:
        fact = replace(fact, added=fact.added or self.today, origins=0)
        self.draft.add_fact(fact)
        self.added.append(fact)

    def _again(self, one: Brought, before: Known) -> None:
        """An entry imported before: update what no person touched."""
        joined = not any(is_whole(article) for article in before.cited)
        cited, sources = self._cited(one, joins=joined, before=before)
        fact = replace(one.fact, id=before.fact.id, sources=sources)
        current = self.content.by_id.get(before.fact.id)
        if before.fact.id in self.content.lost:
            self.known.append(before)
            return
        self.known.append(Known(one.key, fact, cited, one.roles, one.path))
        if current is None:
            self.kept_away.append(before.fact.id)
            return
        for name in _FIELDS:
            was, now, held = getattr(before.fact, name), getattr(fact, name), getattr(current, name)
            if was == now or held == now:
                continue
            change = FieldChange(current.id, name, _shown(held), _shown(now))
            mine = held == was and current.status == before.fact.status  # nobody here decided on it
            done = mine and self.draft.set_field(current, name, now)
            (self.updated if done else self.conflicts).append(change)
        had = {(s.article, s.quote) for s in before.fact.sources}
        self._join(current, [s for s in sources if (s.article, s.quote) not in had])

    def _cite_again(self, article: Article | None, source: Source, before: Known, number: int) -> Article:
        """The record of a source: the one it had where it is the same one, mended where its timeline mended it."""
        old = before.cited[number] if number < len(before.cited) else None
        if article is None or old is None or old.id not in self.content.articles:
            return self._cite(article, source)
        wanted = replace(article, id=old.id)
        same = old.url == wanted.url if old.url or wanted.url else old.type == wanted.type
        shared = sum(any(a.id == old.id for a in known.cited) for known in self.before) > 1
        if _value(old) == _value(wanted):
            return old
        if not same or shared:
            return self._cite(article, source)
        done, kept = self.draft.update_article(self.content.articles[old.id], old, wanted, fields=_RECORD)
        self.updated += done
        self.conflicts += kept
        return wanted

    def _cite(self, article: Article | None, source: Source) -> Article:
        """The record of a source under its id: one that is there and says the same, else a new one."""
        assert article is not None
        mine = self.content.articles.get(article.id) if article.id else None
        if (
            mine is not None
            and (not mine.text or source.quote in mine.text)
            and (source.quote or not mine.file)
        ):
            return mine
        value = _value(article)
        if value in self.by_value:
            id = self.by_value[value]
            return self.records.get(id) or self.content.articles[id]
        words = article.title or article.url.partition("://")[2] or article.publisher or "source"
        id = (
            article.id if ARTICLE_ID.fullmatch(article.id or "") and article.id not in self.record_ids else ""
        )
        id = (
            id
            if id and len(id) < 150 and not id.startswith(".")
            else self.make_id(f"{article.publisher} {words}", self.record_ids)
        )
        self.record_ids.add(id)
        self.by_value[value] = id
        self.records[id] = replace(article, id=id)
        self.draft.add_article(self.records[id])
        return self.records[id]

    def changes(self, gone: int) -> Changes:
        """Everything collected, as one value."""
        files, problems = self.draft.finish()
        told = (problem("import-gone", value=gone),) if gone else ()
        return Changes(
            files=files, added=tuple(self.added), merged=tuple(self.merged), updated=tuple(self.updated),
            conflicts=tuple(self.conflicts), kept_away=tuple(dict.fromkeys(self.kept_away)),
            undated=tuple(fact.id for fact in self.added if not fact.date), articles=tuple(self.records.values()),
            entities=tuple(self.names), problems=(*told, *self.problems, *problems),
        )  # fmt: skip


def _paired(brought: Sequence[Brought], before: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """Which entry is which of those imported last: by key, by words and day, by words alone, by a day's likest words."""
    free = dict.fromkeys(range(len(before)))
    left = dict.fromkeys(range(len(brought)))
    for mark in (_key, _day_and_words, _words):
        by: dict[Any, list[int]] = {}
        for at in free:
            by.setdefault(mark(before[at]), []).append(at)
        by.pop(None, None)
        for index in list(left):
            if found := by.get(mark(brought[index])):
                at = found.pop(0)
                del free[at], left[index]
                yield index, at
    days: dict[str, list[int]] = {}
    for at in free:
        if not before[at].key:
            days.setdefault(before[at].fact.date, []).append(at)
    for index in left:
        one = brought[index]
        near = [at for at in days.get(one.fact.date, ()) if at in free] if not one.key else []
        scored = [(fuzz.ratio(one.fact.text, before[at].fact.text), -at) for at in near[:500]]
        best = max(scored, default=(0.0, 0))
        if best[0] >= _ALIKE:
            del free[-best[1]]
            yield index, -best[1]


def _key(one: Brought | Known) -> str | None:
    return one.key or None


def _day_and_words(one: Brought | Known) -> tuple[str, str]:
    return one.fact.date, _plain(one.fact.text)


def _words(one: Brought | Known) -> str | None:
    """An entry with an id of its own is never another one with another id."""
    return None if one.key else _plain(one.fact.text)


def is_whole(article: Article) -> bool:
    """Whether a record stands for the imported file itself, where an entry cites nothing."""
    return article.type == "dataset" and not (
        article.url or article.publisher or article.extra or article.authors
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _value(article: Article) -> tuple[Any, ...]:
    """What tells records of sources apart."""
    return tuple(getattr(article, name) if name != "published" else article.published.day for name in _RECORD)


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _written(head: Mapping[str, Any], known: Sequence[Known]) -> str:
    """The file's text: the head, each record once, then each entry."""
    lines: list[dict[str, Any]] = [{"import": _FORM, "head": dict(head)}]
    seen: set[str] = set()
    for one in known:
        for article in one.cited:
            if article.id not in seen and not article.file:
                seen.add(article.id)
                lines.append({"record": article.id, **_record_data(article)})
        values = {name: as_data(BY_FIELD[name], getattr(one.fact, name)) for name in _FIELDS}
        entry: dict[str, Any] = {"key": one.key, "id": one.fact.id} | {
            k: v for k, v in values.items() if v not in ("", None, [], False)
        }
        entry["sources"] = [[s.article, s.quote] if s.quote else [s.article] for s in one.fact.sources]
        entry |= {"roles": dict(one.roles)} if one.roles else {}
        lines.append(entry | ({"path": one.path} if one.path else {}))
    return "".join(json.dumps(line, ensure_ascii=False, separators=(", ", ": ")) + "\n" for line in lines)


def _record_data(article: Article) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in _RECORD}
    values["published"] = article.published.day
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value
    }


def _read(text: str) -> Imported | None:
    """The memory in a file's text; a line that cannot be read is passed over, one that stands twice counts once."""
    head: Mapping[str, Any] | None = None
    records: dict[str, Article] = {}
    entries: list[Known] = []
    for line in dict.fromkeys(text.splitlines()):
        try:
            values = json.loads(line)
            if "import" in values:
                head = head or values["head"]
            elif "record" in values:
                records[values["record"]] = _read_record(values)
            else:
                entries.append(_read_entry(values, records))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            continue
    return Imported(head, tuple(entries)) if head is not None else None


def _read_record(values: Mapping[str, Any]) -> Article:
    found = {
        name: values[name] for name in _RECORD if name in values and name not in ("published", "authors")
    }
    day = values.get("published", "")
    return Article(
        id=values["record"], text="", authors=tuple(values.get("authors", ())),
        published=Published(day, "metadata") if day else Published(), **found,
    )  # fmt: skip


def _read_entry(values: Mapping[str, Any], records: Mapping[str, Article]) -> Known:
    sources = tuple(Source(item[0], item[1] if len(item) > 1 else "") for item in values["sources"])
    found = {name: from_data(BY_FIELD[name], values[name]) for name in _FIELDS if name in values}
    found.setdefault("date", "")
    fact = Fact(id=values["id"], sources=sources, **found)
    cited = tuple(records.get(s.article) or Article(id=s.article, text="") for s in sources)
    return Known(values.get("key", ""), fact, cited, values.get("roles", {}), values.get("path", ""))
