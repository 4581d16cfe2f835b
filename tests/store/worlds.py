"""Small made-up projects for the tests: articles in plain lines, read by a reader that never thinks."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Article, DateReason, Fact, Published, Source
from generator.store import Changes, Content, load_content, load_project, plan_add, write_changes
from generator.store.project import Project

CONFIG = "site_name: Rivertown\nplugins:\n  - search\n  - chronofact\n"

BRIDGE = """The old bridge over the Lenn was closed on March 2.
Mayor Ada Birch said: "It's no longer 'safe', as the report \\ survey shows".
Work will begin: cheap, quick # and late.
Nobody was hurt.
The council met on March 1 and voted 5-2.
"""
FERRY = """The old bridge over the Lenn was closed on March 2.
A ferry started on March 4 – “for everyone”.
Nobody was hurt.
Tickets cost 1:30 crowns.
"""
LATER = """Nobody was hurt.
A ferry started on March 4 – “for everyone”.
The council met on March 1 and voted 5-2.
A new bridge is planned for 1934.
"""


@dataclass(frozen=True)
class Joined:
    """The answer of ``join_same_text``."""

    facts: Sequence[Fact]
    joined: Mapping[str, str] = field(default_factory=dict)


def join_same_text(new: Sequence[Fact], existing: Sequence[Fact], _: Mapping[str, Article]) -> Joined:
    """Facts with the same words are the same; a fact is known by its first quote too, whatever it says now."""
    seen: dict[str, Fact] = {}
    for fact in existing:
        for source in fact.sources:
            seen.setdefault(source.quote, fact)
    facts = {fact.id: fact for fact in existing}
    joined: dict[str, str] = {}
    for fact in new:
        known = seen.setdefault(fact.sources[0].quote, fact)
        if known is fact:
            facts[fact.id] = fact
        else:
            joined[fact.id] = known.id
    return Joined(tuple(facts.values()), joined)


def make_id(text: str, taken: Collection[str]) -> str:
    """The longer words of a text, with a number when they are taken."""
    words = [w for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 2 or w.isdigit()]
    base = "-".join(words[:7]) or "fact"
    numbered = (base if n == 1 else f"{base}-{n}" for n in itertools.count(1))
    return next(id for id in numbered if id not in taken)


def make_article(id: str, text: str, published: str = "1931-03-05") -> Article:
    """An article whose file is its text."""
    return Article(
        id=id,
        text=text,
        title=f"Title of {id}",
        publisher="The Gazette",
        published=Published(published, "byline"),
        lang="en",
        file=f"seeds/{id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def read_facts(article: Article, day: str = "") -> tuple[Fact, ...]:
    """Every line a fact; its date from "March N", else the article's own day."""
    found: list[Fact] = []
    at = 0
    for line in article.text.splitlines(keepends=True):
        quote = line.strip()
        words = next((f"March {n}" for n in range(9, 0, -1) if f"March {n}" in quote), "")
        date = day or (f"1931-03-0{words[-1]}" if words else article.published.day)
        reason = (
            DateReason(words, "month-day", "stated", "1931-03-05", "published")
            if words
            else DateReason(basis="published")
        )
        speaker = "Ada Birch" if "said" in quote else ""
        kind = "plan" if "will" in quote or "planned" in quote else "statement" if speaker else "event"
        source = Source(article.id, quote, at, at + len(quote), reason)
        text = quote.rstrip(".")
        found.append(Fact("", date, text, (source,), kind=kind, speaker=speaker, tags=("bridge",)))
        at += len(line)
    return tuple(found)


def make_project(root: Path, articles: Sequence[Article] = ()) -> Project:
    """A project folder with its articles' texts, nothing added yet."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for article in articles:
        file = root / article.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(article.text.encode())
    return load_project(root)


def plan(content: Content, *articles: Article, facts: Sequence[Fact] | None = None) -> Changes:
    """Plan adding articles as the reader reads them."""
    read = facts if facts is not None else [f for a in articles for f in read_facts(a)]
    return plan_add(content, read, articles, join=join_same_text, make_id=make_id, today="1931-03-06")


def add(project: Project, *articles: Article, facts: Sequence[Fact] | None = None) -> Changes:
    """Add articles and write."""
    for article in articles:
        file = project.root / article.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(article.text.encode())
    changes = plan(load_content(project), *articles, facts=facts)
    problems = write_changes(project, changes)
    assert not changes.problems and not problems, (changes.problems, problems)
    return changes


def snapshot(root: Path) -> dict[str, bytes]:
    """Every file of the content folder."""
    content = root / "content"
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()}


def is_kept(old: bytes, new: bytes) -> bool:
    """Whether every old line still stands, in order; a line in brackets may have gained something inside."""
    lines = iter(new.decode().split("\n"))
    for line in old.decode().split("\n"):
        bare = line.rstrip("\r")
        for candidate in lines:
            other = candidate.rstrip("\r")
            inside = "[" in bare and _is_subsequence(bare, other)
            behind = bare.strip() in ("}", "]") and other.startswith(f"{bare}, ")
            if other == bare or inside or behind:
                break
        else:
            return False
    return True


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)
