"""A project and newly received articles in, the changes that adding them makes out; pure.

An article the project knows (by its file, address or text) keeps its id and what a person wrote of it.
An article of the project that had no date is read again: what comes now may tell when it was published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from .. import same
from ..articles import Received
from ..config import FEW, Settings
from ..entities import propose_entities
from ..entries import choose_entries, chosen_drafts
from ..errors import Problem, problem
from ..failure import doing
from ..ids import fact_id
from ..language import english
from ..language.names import gender_of_first_name
from ..model import Article, Entity, Fact, NameSpan, Published
from ..store import Changes, Content, FileChange, Project, plan_add
from ..store.joining import Join, Known
from ..text.blocks import split_blocks
from ..values import dataclass, replace
from .around import around_the_broken
from .held_back import Before, held_back
from .keep import home, sidecar, text_home, with_kept_sidecar, written
from .read import Reading, date_articles, names_of, read_articles

# What a person may correct in an article's record; the correction then outranks the article itself.
_RECORD = ("title", "authors", "publisher", "published", "url", "archive_url", "lang", "tags", "agency")

# Where a person says when an article was published; reading it again without them does not unsay it.
_SAID = frozenset({"option", "sidecar"})


@dataclass(frozen=True, slots=True)
class Adding:
    """What adding would change, and what was read on the way."""

    changes: Changes
    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Articles as they are about to be read: under their own ids, as a person corrected them, dated."""

    received: dict[str, Received]  # by id; not those of the project that are read again
    raw: dict[str, Article]  # the same as their files alone have them
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of an adding besides its articles."""

    proposed: Sequence[Fact] = ()  # facts of another tool
    today: str = ""
    propose_names: bool = True
    drafts: str = ""  # ``few``, ``all`` or a number an article; empty: as set


def plan_adding(
    project: Project,
    content: Content,
    received: Sequence[Received],
    *,
    proposed: Sequence[Fact] = (),
    today: str = "",
    workers: int = 0,
    propose_names: bool = True,
    drafts: str = "",
) -> Adding:
    """Plan adding ``received`` and the facts another tool ``proposed``; ``today`` only stamps new facts.

    ``drafts`` says which statements become drafts: ``few``, ``all`` or a number an article; empty: as set.
    """
    prepared = prepare(project, content, received)
    readings = read_articles(prepared.articles, project.settings, workers)
    wishes = Wishes(proposed, today, propose_names, drafts)
    return plan_part(project, content, prepared, tuple(readings), wishes)


def prepare(project: Project, content: Content, received: Sequence[Received]) -> Prepared:
    """What is to be read: ``received``, and those of the project whose date may now be told."""
    named = [replace(one, article=article) for one, article in _named(received, content)]
    raw = {
        one.article.id: with_kept_sidecar(project, one, content.articles.get(one.article.id)) for one in named
    }
    articles = [
        replace(article, **said) if (said := _said(article, content)) else article for article in raw.values()
    ]
    articles += _still_undated(content, {article.id for article in articles})
    dated = date_articles(articles, [_with_blocks(article) for article in _witnesses(articles, content)])
    return Prepared({one.article.id: one for one in named}, raw, dated)


def plan_part(
    project: Project,
    content: Content,
    prepared: Prepared,
    readings: Sequence[Reading],
    wishes: Wishes,
    spread: same.Spread | None = None,
    before: Before | None = None,
    reach: same.Reach | None = None,
    hands: same.Hands | None = None,
) -> Adding:
    """Plan adding the articles of ``readings``, which are all that is prepared or a part of it.

    ``spread`` has the pairs of facts of neighbouring days judged by others; ``before`` has what was read in the
    parts before, ``reach`` the facts of the project by their words; ``hands`` do large parts with this process.
    """
    settings = project.settings
    part = [reading.article for reading in readings]
    kept, files, broken_files = _kept_files(project, content, prepared, part)
    ids = {article.id for article in kept}
    readings = tuple(reading for reading in readings if reading.article.id in ids)
    drafts = wishes.drafts or settings.drafts
    facts = [fact for reading in readings for fact in chosen_drafts(reading.facts, drafts)]
    machine = {article.id: _as_read(article, prepared.raw.get(article.id), content) for article in kept}
    entities = _proposals(readings, content) if wishes.propose_names else ()
    join = partial(_joined, settings=settings, few=drafts == FEW, reach=reach)

    def plan(articles: Sequence[Article]) -> Changes:
        with doing(f"joining the facts of {', '.join(one.id for one in articles[:3])}"):
            mine = {article.id: article for article in articles}
            return plan_add(
                content,
                [fact for fact in (*facts, *wishes.proposed) if fact.sources[0].article in mine or fact.by],
                articles,
                join=partial(join, spread=spread, hands=hands),
                make_id=fact_id,
                entities=entities,
                today=wishes.today,
                machine=[machine[article.id] for article in articles],
                held_back=held_back(content, mine, settings, before),
                join_aside=partial(_joined_aside, join, hands),
            )

    changes, broken = around_the_broken(plan, kept)
    problems = [found for reading in readings for found in reading.problems]
    problems += [*broken_files, *broken, *_undated(kept, prepared, content)]
    # Files only for what is really added: a refused plan leaves nothing behind.
    if changes.files or not _is_refused(changes):
        changes = replace(changes, files=(*files, *changes.files))
    return Adding(changes, readings, tuple(problems))


def _undated(articles: Iterable[Article], prepared: Prepared, content: Content) -> Iterator[Problem]:
    """The articles that came and do not say when they were published."""
    for article in articles:
        if article.id in prepared.received and not article.published.value:
            yield problem("article-undated", article=article.id, value=article.id, folder=content.folder)


def _is_refused(changes: Changes) -> bool:
    """Whether something is so wrong that a plan is none."""
    return any(found.severity == "error" for found in changes.problems)


def _joined(
    new: Sequence[Fact],
    known: Known,
    articles: Mapping[str, Article],
    *,
    settings: Settings,
    few: bool,
    reach: same.Reach | None,
    spread: same.Spread | None = None,
    hands: same.Hands | None = None,
) -> same.Merged:
    """Which of ``new`` are one another's or the project's own; what several articles tell may become an entry so."""
    existing = known if reach is None else known.others
    merged = same.match(new, existing, articles, settings, spread, reach, hands)
    return replace(merged, facts=choose_entries(merged.facts)) if few else merged


def _joined_aside(
    join: Join, hands: same.Hands | None, new: Sequence[Fact], known: Known, articles: Mapping[str, Article]
) -> Callable[[], Mapping[str, str]]:
    """The same by who does nothing else meanwhile; what this gives waits for where every absorbed id went."""

    def joined() -> Mapping[str, str]:
        return dict(join(new, known, articles).joined)

    return hands.aside(joined) if hands else joined


def _named(received: Iterable[Received], content: Content) -> Iterable[tuple[Received, Article]]:
    """Each article under the id it has in the project, else under one that is free; the same text once."""
    # Also those whose record a person removed: they come back under their own id, if at all.
    remembered = [replace(memory.article, id=id) for id, memory in content.memories.items()]
    known = [*(one for one in remembered if one.id not in content.articles), *content.articles.values()]
    by_file, by_text, by_url = (
        {value: article.id for article in known if (value := getattr(article, name))}
        for name in ("file", "sha256", "url")
    )
    times = Counter(article.file for article in content.articles.values())
    shared = {file for file in by_file if times[file] > 1}
    taken = set(content.articles) | set(content.memories)
    seen: set[str] = set()
    for one in received:
        article = one.article
        own = by_file.get(article.file, "") if article.file not in shared else ""
        id = by_text.get(article.sha256) or own or by_url.get(article.url, "")
        if not id:
            id = _free(article.id, taken)
            by_text[article.sha256] = id
        taken.add(id)
        if id in seen:
            continue
        seen.add(id)
        if article.text_file:
            name = str(PurePosixPath(article.text_file).with_name(f"{id}.txt"))
            article = replace(article, text_file=name)
        yield one, replace(article, id=id)


def _free(id: str, taken: set[str]) -> str:
    number, free = 2, id
    while free in taken:
        free, number = f"{id}-{number}", number + 1
    return free


def _corrected(article: Article, content: Content) -> dict[str, Any]:
    """What a person changed in the record of ``article`` since the machine wrote it, by field."""
    known = content.articles.get(article.id)
    memory = content.memories.get(article.id)
    if known is None:
        return {}
    # A memory of before it was kept apart from corrections proves nothing against the file.
    base = memory.article if memory and memory.own else article
    return {name: getattr(known, name) for name in _RECORD if getattr(known, name) != getattr(base, name)}


def _said(article: Article, content: Content) -> dict[str, Any]:
    """What outranks the article itself: a person's corrections of its record, and a date once said by option."""
    known = content.articles.get(article.id)
    if known is None:
        return {}
    mine = _corrected(article, content)
    published = mine.get("published")
    if isinstance(published, Published) and published.value and published.basis == "unknown":
        mine["published"] = replace(published, basis="option")
    if known.published.basis in _SAID and article.published.basis not in _SAID:
        mine.setdefault("published", known.published)
    if article.published.basis in _SAID and _same_moment(known.published, article.published):
        mine.setdefault("published", known.published)  # now said by the sidecar that keeps it
    return mine


def _as_read(article: Article, raw: Article | None, content: Content) -> Article:
    """``article`` as the machine alone read it: a person's corrections must never pass for a reading."""
    memory = content.memories.get(article.id)
    before = raw or (memory.article if memory else article)
    return replace(article, **{name: getattr(before, name) for name in _corrected(before, content)})


def _same_moment(one: Published, other: Published) -> bool:
    return (one.value, one.zone) == (other.value, other.zone)


def _still_undated(content: Content, reading: set[str]) -> list[Article]:
    """The project's own articles without a date that are not being read anyway."""
    return [
        _with_blocks(article)
        for article in content.articles.values()
        if article.id not in reading and article.text and not article.published.value
    ]


def _witnesses(articles: Sequence[Article], content: Content) -> list[Article]:
    """The project's other articles that may date one of ``articles``; none when all have their date."""
    if all(article.published.value for article in articles):
        return []
    reading = {article.id for article in articles}
    return [article for article in content.articles.values() if article.id not in reading]


def _with_blocks(article: Article) -> Article:
    """A stored article with the blocks its file does not hold."""
    return article if article.blocks else replace(article, blocks=split_blocks(article.text))


def _kept_files(
    project: Project, content: Content, prepared: Prepared, part: Sequence[Article]
) -> tuple[tuple[Article, ...], list[FileChange], list[Problem]]:
    """The articles with the project's own paths, the files that have to be written for them, and what failed."""
    files: dict[str, FileChange] = {}
    kept: list[Article] = []
    problems: list[Problem] = []
    for article in part:
        one = prepared.received.get(article.id)
        try:
            kept.append(_kept(project, content, article, one, files))
        except (OSError, ValueError) as error:
            why = f"{type(error).__name__}: {error}"
            problems.append(problem("stage-failed", article=article.id, value=why))
    return tuple(kept), list(files.values()), problems


def _kept(
    project: Project, content: Content, article: Article, one: Received | None, files: dict[str, FileChange]
) -> Article:
    """One article with the project's own paths; the files it needs come into ``files``."""
    known = content.articles.get(article.id)
    if known is not None and article.sha256 == known.sha256 and known.file:
        article = replace(article, file=known.file, text_file=known.text_file)
    else:
        if one is not None and one.data:
            article = replace(article, file=home(project, replace(one, article=article), one.data, files))
        if article.text_file:
            article = replace(article, text_file=text_home(project, article, known))
            text = article.text.encode("utf-8")
            if (change := written(project, article.text_file, text)) is not None:
                files[article.text_file] = change
    if one is not None and article.file:
        sidecar(project, article.file, one, files)
    return article


_MENTIONS = 2  # of a name without an office, in the articles that are added together


def _proposals(readings: Sequence[Reading], content: Content) -> Sequence[Entity]:
    """Names the articles bring that the project does not know, as proposals for a person."""
    by_lang: dict[str, list[NameSpan]] = {}
    outlets: dict[str, None] = {}
    for reading in readings:
        article = reading.article
        vias = (fact.via for fact in reading.facts if fact.via.lower() not in english.platform)
        outlets |= dict.fromkeys(name for name in (article.publisher, *vias) if name)
        names = names_of(reading) if reading.names is None else reading.names
        by_lang.setdefault(article.lang or "en", []).extend(names)
    known = list(content.entities)
    found: list[Entity] = []
    for lang, spans in by_lang.items():
        with doing(f"proposing names in {lang}"):
            found += propose_entities(
                (),
                [*known, *found],
                lang,
                outlets=tuple(outlets),
                mentions=_MENTIONS,
                spans=spans,
                first_names=lambda name: gender_of_first_name(name) is not None,
            )
    return tuple(found)
