"""What a project holds and what was read now in, the changes that adding makes out (a three-way merge).

The three sides are what the machine read last (the memory), what the files say now, and what the
machine reads now. A field a person touched stays; a fact or source a person removed stays removed; a
value of the machine's own that it now reads better is updated; sources are appended in place. A reading that is
no entry becomes a source of the fact it repeats, and otherwise stays aside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath

from ..errors import Problem, problem
from ..fields import READ_FIELDS
from ..model import Article, Entity, Fact, Place, Source
from ..values import replace
from .changes import Changes, FieldChange
from .content import Content
from .drafting import Draft
from .entry import plain_reason
from .joining import HeldBack, Join, JoinAside, Known, Links, MakeId, Taken, Targets, all_sources
from .match_memory import pair_readings
from .memory import Memory, mark_of, with_last_values
from .misnamed import stem_of
from .naming import plain_ids, renamed


def plan_add(
    content: Content,
    facts: Sequence[Fact],
    articles: Sequence[Article],
    *,
    join: Join,
    make_id: MakeId,
    entities: Sequence[Entity] = (),
    today: str = "",
    machine: Sequence[Article] = (),
    held_back: HeldBack | None = None,
    join_aside: JoinAside | None = None,
) -> Changes:
    """Plan adding ``articles`` and their ``facts``, each fact as read in one article, not yet merged.

    ``today`` (an ISO day) becomes ``added`` of new facts. Adding the same again plans nothing. ``machine`` are
    those articles whose record a person corrected, as they were read without that: only this is remembered.
    ``held_back`` finds what was kept aside of other articles and may be a source of what is new; where ``join_aside`` is given
    it is joined by that, while what is new is drafted.
    """
    blocked = blocking(content, articles)
    if blocked:
        return Changes(problems=tuple(problem("add-unreadable", Place(path)) for path in blocked))
    plan = _Adding(content, articles, make_id, today, machine)
    plan.read_again(facts)
    plan.read_new(join, held_back, join_aside or partial(_at_once, join))
    plan.place_articles()
    plan.place_entities(entities)
    return plan.changes()


def _at_once(
    join: Join, new: Sequence[Fact], known: Known, articles: Mapping[str, Article]
) -> Callable[[], Mapping[str, str]]:
    """Joined when it is asked for."""
    return lambda: join(new, known, articles).joined


def blocking(content: Content, articles: Sequence[Article]) -> list[str]:
    """The unreadable files that adding these articles depends on: all facts and names, and their own records."""
    ids = {article.id for article in articles}
    top = f"{content.folder}/articles/"
    return [
        path
        for path in content.unreadable
        if not path.startswith(top) or stem_of(PurePosixPath(path).name) in ids or "." not in path[len(top) :]
    ]


# Removed facts take part in a join as the last ones to be chosen among those the project knows.
_LAST_DAY = "9998-12-31"


class _Adding:
    """One run of adding: collects edits in a draft of the files and says what they mean."""

    def __init__(
        self,
        content: Content,
        articles: Sequence[Article],
        make_id: MakeId,
        today: str,
        machine: Sequence[Article] = (),
    ) -> None:
        self.content = content
        self.new_articles = {article.id: article for article in articles}
        self.machine = {**self.new_articles, **{article.id: article for article in machine}}
        self.articles = {**content.articles, **self.new_articles}
        self.make_id = make_id
        self.today = today
        self.draft = Draft(content, {id: a.published.day for id, a in self.articles.items()})
        self.readings: dict[str, list[Fact]] = {id: [] for id in self.new_articles}
        self.unread: dict[str, list[Fact]] = {}
        self.by_hand: dict[str, dict[str, str]] = {}
        self.told_of = content.told_of(self.new_articles.keys())
        self.unknown: list[Fact] = []
        self.added: list[Fact] = []
        self.added_ids: set[str] = set()
        self.merged: list[tuple[str, Source]] = []
        self.updated: list[FieldChange] = []
        self.conflicts: list[FieldChange] = []
        self.kept_away: list[str] = []
        self.aside: list[Fact] = []
        self.written_articles: list[Article] = []
        self.proposed: list[Entity] = []
        self.problems: list[Problem] = []
        self.removed = self._removed()
        self.taken = Taken(content.by_id, self.removed, content.lost)

    def read_again(self, facts: Sequence[Fact]) -> None:
        """Pair each reading with what was read before; bring what improved into the files."""
        grouped: dict[str, list[Fact]] = {}
        for fact in facts:
            grouped.setdefault(fact.sources[0].article, []).append(fact)
        for article, group in grouped.items():
            memory = self.content.memories.get(article)
            left: list[Fact] = []
            # What another tool proposes is compared with its own proposals only, never with our reading.
            for by in dict.fromkeys([fact.by for fact in (*group, *(memory.facts if memory else ()))]):
                left += self._read_again_by(article, memory, [fact for fact in group if fact.by == by], by)
            self.unread[article] = left

    def _read_again_by(self, article: str, memory: Memory | None, group: list[Fact], by: str) -> list[Fact]:
        """The same for the readings of one tool; returns what it read before and does not read now."""
        known = [f for f in memory.facts if f.by == by] if memory else self._recalled(article, group)
        same_text = memory is None or memory.article.sha256 == self.articles[article].sha256
        if not same_text:
            known = [self._with_quotes(fact) for fact in known]
        pairs = pair_readings(group, known, same_text=same_text)
        for index, fact in enumerate(group):
            before = pairs.get(index)
            if before is None and (mine := self._put_by_hand(article, memory, fact)):
                self.readings.setdefault(article, []).append(replace(fact, id=mine))
            elif before is None:
                self.unknown.append(fact)
            elif memory is None:
                # Without a memory nothing tells the machine's values from a person's: all stay.
                self.readings.setdefault(article, []).append(replace(fact, id=before.id))
            else:
                self._again(replace(fact, id=before.id), before)
        used = {id(before) for before in pairs.values()}
        return [fact for fact in known if id(fact) not in used] if memory else []

    def _put_by_hand(self, article: str, memory: Memory | None, fact: Fact) -> str:
        """The fact to which a person added this very quote as a source before the machine read it, or ``""``."""
        if article not in self.by_hand:
            read = {mark_of(s.quote) for f in (memory.facts if memory else ()) for s in f.sources}
            self.by_hand[article] = {
                mark: known.id
                for known in self.told_of.get(article, ())
                for source in known.sources
                if source.article == article and (mark := mark_of(source.quote)) not in read
            }
        return self.by_hand[article].pop(mark_of(fact.sources[0].quote), "")

    def _with_quotes(self, fact: Fact) -> Fact:
        """A remembered fact whose article has another text now, with its quotes as the files still have them."""
        current = self.content.by_id.get(fact.id)
        quotes = {mark_of(source.quote): source.quote for source in current.sources} if current else {}
        sources = tuple(replace(s, quote=quotes.get(mark_of(s.quote), s.quote)) for s in fact.sources)
        text = sources[0].quote if fact.text == fact.sources[0].quote else fact.text
        return replace(fact, text=text, sources=sources)

    def _recalled(self, article: str, group: Sequence[Fact]) -> list[Fact]:
        """Without a memory, the facts whose source is this article, with the reading taken from the file."""
        marks = {mark_of(source.quote) for fact in group for source in fact.sources}
        found: list[Fact] = []
        for fact in self.told_of.get(article, ()):
            own = tuple(s for s in fact.sources if s.article == article and mark_of(s.quote) in marks)
            if own:
                found.append(replace(fact, sources=own))
        return found

    def _again(self, fact: Fact, before: Fact) -> None:
        """One fact read before: update what is still the machine's own."""
        if before.id in self.content.lost:
            # Its entry has a mistake: until that is mended, what was read before stays the base.
            self.readings.setdefault(before.sources[0].article, []).append(before)
            return
        self.readings.setdefault(fact.sources[0].article, []).append(fact)
        current = self.content.by_id.get(before.id)
        if current is None:
            self.kept_away.append(before.id)
            return
        for name in READ_FIELDS:
            was, now, held = getattr(before, name), getattr(fact, name), getattr(current, name)
            if was == now or held == now:
                continue
            if held == was and current.status != "draft":
                # A person vouched for this very value: a new reading is told, never put in its place.
                self.conflicts.append(FieldChange(current.id, name, str(held), str(now)))
            elif held == was and self._leads(current, fact, name):
                done = self.draft.set_field(current, name, now)
                change = FieldChange(current.id, name, str(held), str(now))
                (self.updated if done else self.conflicts).append(change)
            elif held != was and not self._from_other(current, fact, name):
                self.conflicts.append(FieldChange(current.id, name, str(held), str(now)))
        self._sources_again(current, fact, before)

    def _leads(self, current: Fact, fact: Fact, name: str) -> bool:
        """Whether this article's reading is the one that fills the field: the first source's, as a rule."""
        return bool(current.sources) and (
            current.sources[0].article == fact.sources[0].article
            or (name != "text" and not self._first_reading_says(current, name))
        )

    def _first_reading_says(self, current: Fact, name: str) -> bool:
        memory = self.content.memories.get(current.sources[0].article)
        if memory is None:
            return True
        held, ids = getattr(current, name), {current.id, *current.merged_ids}
        return any(known.id in ids and getattr(known, name) == held for known in memory.facts)

    def _from_other(self, current: Fact, fact: Fact, name: str) -> bool:
        """Whether the value in the file is what another article's reading gave."""
        held = getattr(current, name)
        for source in current.sources:
            memory = self.content.memories.get(source.article)
            if memory is None or source.article == fact.sources[0].article:
                continue
            if any(known.id == fact.id and getattr(known, name) == held for known in memory.facts):
                return True
        return False

    def _sources_again(self, current: Fact, fact: Fact, before: Fact) -> None:
        """Quotes and date reasons that are still the machine's own follow the new reading."""
        for number, source in enumerate(fact.sources):
            old = before.sources[number] if number < len(before.sources) else None
            if old is None:
                self._append(current, source)
                continue
            index = next(
                (
                    i
                    for i, s in enumerate(current.sources)
                    if s.article == source.article and mark_of(s.quote) == mark_of(old.quote)
                ),
                None,
            )
            if index is None:
                continue
            held = current.sources[index]
            if held.quote == old.quote and source.quote != held.quote:
                done = current.status == "draft" and self.draft.set_source_text(
                    current, index, "quote", source.quote
                )
                change = FieldChange(current.id, f"sources[{index}].quote", held.quote, source.quote)
                (self.updated if done else self.conflicts).append(change)
            day = self.draft.days.get(source.article, "")
            now, was = plain_reason(source.date, day), plain_reason(old.date, day)
            if plain_reason(held.date, day) == was != now:
                done = current.status == "draft" and self.draft.set_reason(current, index, source)
                change = FieldChange(current.id, f"sources[{index}].date", str(held.date), str(source.date))
                (self.updated if done else self.conflicts).append(change)

    def _append(self, current: Fact, source: Source) -> None:
        """Add a source below the fact's others, unless it is there."""
        known = {(s.article, mark_of(s.quote)) for s in (*current.sources, *self.draft.gained(current.id))}
        if (source.article, mark_of(source.quote)) in known:
            return
        if self.draft.append_source(current, source):
            self.merged.append((current.id, source))
        else:
            self.problems.append(problem("edit-unsafe", current.place, fact=current.id, value=current.id))

    def read_new(self, join: Join, held_back: HeldBack | None, join_aside: JoinAside) -> None:
        """What was never read before: a source for a known fact, or a new fact."""
        fresh = self._under_ids(self.unknown, self.taken)
        if not fresh:
            return
        alive, removed = self.content.by_id, self.removed
        everything = Known(self.content.facts, tuple(removed.values()))
        result = join(fresh, everything, self.articles)
        exchange = plain_ids(result.joined, fresh)
        facts = [renamed(fact, exchange) for fact in result.facts]
        joined = {exchange.get(old, old): exchange.get(new, new) for old, new in result.joined.items()}
        merged = {fact.id: fact for fact in facts}
        targets = Targets(joined, alive, removed)
        known = Taken(alive, removed, self.content.lost)
        seen: dict[str, str] = {}
        readings: dict[str, list[Fact]] = {}
        for fact in (renamed(fact, exchange) for fact in fresh):
            target = targets.of(fact.id)
            if target not in known and not merged.get(target, fact).entry:
                self.aside.append(fact)  # neither placed nor remembered: a person may still ask for it
                continue
            seen[fact.id] = target
            readings.setdefault(target, []).append(fact)
            self._settle(fact, target, alive, removed)
        linked = Taken(alive, set(seen.values()) - set(self.kept_away))
        links = Links(facts, seen, linked)
        placed: dict[str, Fact] = {}
        for target, own in readings.items():
            if target not in known:
                fact = merged.get(target, own[0])
                placed[target] = replace(fact, id=target, sources=all_sources(fact, own))
        if placed and held_back:
            self._join_held_back(placed, join_aside, held_back, everything, links)
        for fact in placed.values():
            self._place_new(self._drafted(fact, links))

    def _under_ids(self, facts: Sequence[Fact], taken: Taken) -> list[Fact]:
        """The facts, each under its own id or under one made of its words; these are ``taken`` from then on."""
        found: list[Fact] = []
        for fact in facts:
            id = fact.id if fact.id and fact.id not in taken else self.make_id(fact.text, taken)
            taken.add(id)
            found.append(replace(fact, id=id))
        return found

    def _settle(
        self, fact: Fact, target: str, alive: Mapping[str, Fact], removed: Mapping[str, Fact]
    ) -> None:
        """Remember a reading under the fact it is one of; where the project has that, it becomes a source."""
        if target in self.content.lost:
            article = fact.sources[0].article
            self.problems.append(problem("add-waits", fact=target, article=article, value=target))
            return
        self.readings.setdefault(fact.sources[0].article, []).append(replace(fact, id=target))
        if target in alive:
            for source in fact.sources:
                self._append(alive[target], source)
        elif target in removed:
            self.kept_away.append(target)

    def _join_held_back(
        self, placed: dict[str, Fact], join: JoinAside, held_back: HeldBack, known: Known, links: Links
    ) -> None:
        """What was kept aside of articles that came before becomes a source of the new entries it repeats."""
        kept = [replace(fact, id="") for fact in held_back(tuple(placed.values()))]
        fresh = self._under_ids(kept, Taken(self.taken, placed))
        if not fresh:
            return
        new = [replace(fact, added=_LAST_DAY) for fact in placed.values()]
        joined = join(fresh, known.beside(new), self.articles)
        self.draft.foresee([self._drafted(fact, links) for fact in placed.values()])
        targets = Targets(joined(), placed, ())
        for fact in fresh:
            target = targets.of(fact.id)
            if target in placed:
                self.readings.setdefault(fact.sources[0].article, []).append(replace(fact, id=target))
                placed[target] = replace(placed[target], sources=all_sources(placed[target], [fact]))

    def _removed(self) -> dict[str, Fact]:
        """Facts the machine once read and a person took out, as they were read then."""
        found: dict[str, Fact] = {}
        for facts in self.content.taken_out.values():
            for fact in facts:
                found.setdefault(fact.id, replace(fact, added=_LAST_DAY))
        return found

    def _drafted(self, fact: Fact, links: Links) -> Fact:
        """A fact the project did not have, as a draft."""
        return replace(
            fact,
            status="draft",
            added=self.today,
            origins=0,
            maybe_same_as=links.of("maybe_same_as", fact),
            disagrees_with=links.of("disagrees_with", fact),
            follows=links.forward("follows", fact),
            fulfils=links.forward("fulfils", fact),
        )

    def _place_new(self, fact: Fact) -> None:
        """A draft on the shelf of its date."""
        self.draft.add_fact(fact)
        self.added.append(fact)
        self.added_ids.add(fact.id)

    def place_articles(self) -> None:
        """Records of the articles, and what the machine now remembers of each."""
        for id, article in self.new_articles.items():
            known = self.content.articles.get(id)
            memory = self.content.memories.get(id)
            if known is None:
                # A record that a person removed with all its facts comes back only if facts come with it.
                if memory is None or self._has_facts(id):
                    self.draft.add_article(article)
                    self.written_articles.append(article)
            else:
                base = memory.article if memory else None
                trusted = memory is not None and memory.own
                done, kept = self.draft.update_article(known, base, self.machine[id], trusted=trusted)
                self.updated += done
                self.conflicts += kept
                if done:
                    self.written_articles.append(article)
        for id in dict.fromkeys((*self.new_articles, *self.readings)):
            self._remember(id)

    def _remember(self, id: str) -> None:
        """Keep what was read in an article, and what was read before and is not now: a person may have removed it."""
        memory = self.content.memories.get(id)
        article = self.machine.get(id) or (memory.article if memory else self.articles[id])
        if memory is not None and memory.own:
            article = with_last_values(article, memory.article)
        unread = self.unread.get(id, memory.facts if memory else ())
        every = sorted((*self.readings.get(id, ()), *unread), key=_reading_order)
        self.draft.remember(Memory(replace(article, text="", blocks=()), tuple(every)))

    def _has_facts(self, article: str) -> bool:
        ids = self.content.by_id
        return any(f.id in ids or f.id in self.added_ids for f in self.readings.get(article, ()))

    def place_entities(self, entities: Sequence[Entity]) -> None:
        """Names not known yet, at the end of the names file, as proposals."""
        known = {entity.id for entity in self.content.entities}
        names = {n.casefold() for e in self.content.entities for n in (e.name, *e.aliases)}
        for entity in entities:
            if entity.id not in known and entity.name.casefold() not in names:
                self.proposed.append(entity)
        self.proposed = self.draft.add_entities(self.proposed)

    def changes(self) -> Changes:
        """Everything collected, as one value."""
        files, problems = self.draft.finish()
        return Changes(
            files=files,
            added=tuple(self.added),
            merged=tuple(self.merged),
            updated=tuple(self.updated),
            conflicts=tuple(self.conflicts),
            kept_away=tuple(dict.fromkeys(self.kept_away)),
            aside=tuple(self.aside),
            undated=tuple(fact.id for fact in self.added if not fact.date),
            articles=tuple(self.written_articles),
            entities=tuple(self.proposed),
            problems=(*self.problems, *problems),
        )


def _reading_order(fact: Fact) -> tuple[int, int, str, str]:
    """By place in the article, so that the same readings give the same file."""
    return fact.sources[0].start, fact.sources[0].end, fact.by, fact.id
