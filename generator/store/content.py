"""A project in, everything people edit out: articles with their texts, facts, names, and all that is wrong.

One broken file never hides another: each is read for itself, and every problem of the run is kept.
"""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from ..errors import Problem, problem
from ..model import Article, Entity, Fact, Place
from .cache import WORTH_BYTES, FactCache
from .decode import Decoder
from .document import Document, Node, parse_document, without_collector
from .entry import Days
from .keys import FACT, TABLES, plain_name
from .memory import FOLDER as MEMORY_FOLDER
from .memory import Memory, read_memory
from .project import Project
from .schema import SCHEMA_FOLDER
from .text_file import BOM, TextFile, decode_file, fingerprint

MAX_BYTES = 64 * 1024 * 1024
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Content:
    """What a project holds. Paths are relative to the project's root, with forward slashes."""

    folder: str = "content"
    articles: Mapping[str, Article] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, TextFile] = field(default_factory=dict)
    article_files: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()  # ids of facts that stand in the files and cannot be read
    proposed: frozenset[str] = frozenset()  # ids of names proposed at any time

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Facts by id and by every former id."""
        found = {old: fact for fact in self.facts for old in fact.merged_ids}
        found.update((fact.id, fact) for fact in self.facts)
        return found

    @cached_property
    def memories(self) -> Mapping[str, Memory]:
        """What the machine remembers of each article, whether or not its record is still there."""
        found: dict[str, Memory] = {}
        top = f"{self.folder}/{MEMORY_FOLDER}/"
        for path, file in self.files.items():
            if path.startswith(top) and path.endswith(".jsonl"):
                id = path[len(top) :].removesuffix(".jsonl")
                article = self.articles.get(id)
                memory = read_memory(file.text, article.text if article else "")
                if memory is not None:
                    found[id] = memory
        return found

    @cached_property
    def facts_files(self) -> tuple[str, ...]:
        """The files of facts that could be parsed, in order."""
        top = f"{self.folder}/facts/"
        return tuple(p for p in self.files if p.startswith(top) and p not in self.unreadable)

    @cached_property
    def _documents(self) -> dict[str, Document]:
        return {}

    def document(self, path: str) -> Document:
        """The parsed form of a file, made when it is first asked for."""
        if path not in self._documents:
            self._documents[path] = parse_document(path, self.files[path].text)
        return self._documents[path]

    def node(self, place: Place, *keys: str | int) -> Node | None:
        """The node of the entry at ``place``, or of a value in it (``"sources", 0, "quote"``)."""
        if place.path not in self.files:
            return None
        root = self.document(place.path).root
        if root is None:
            return None
        entries = root.items if root.kind == "list" else [root]
        node = next(
            (item for item in entries if (item.line, item.column) == (place.line, place.column)), None
        )
        for key in keys:
            node = _inner(node, key)
            if node is None:
                return None
        return node

    def place(self, place: Place, *keys: str | int) -> Place:
        """The place of a value in the entry at ``place``; the nearest one above when it is not written."""
        for length in range(len(keys), 0, -1):
            node = self.node(place, *keys[:length])
            if node is not None:
                return Place(place.path, node.line, node.column)
        return place

    def article_place(self, article: str, *keys: str | int) -> Place:
        """The place of a value in an article's record."""
        path = self.article_files.get(article, "")
        return self.place(Place(path, 1, 1), *keys) if path else Place()


def load_content(project: Project) -> Content:
    """Read the content folder of ``project``."""
    with without_collector():
        return _load(project)


def _load(project: Project) -> Content:
    folder = project.settings.content_dir.strip("/")
    reader = _Reader(project.root, folder)
    articles, article_files = reader.articles()
    days = {id: article.published.day for id, article in articles.items()}
    facts = reader.facts(FactCache(project.cache, days))
    entities = reader.entities()
    articles = {id: reader.with_text(article, article_files[id]) for id, article in articles.items()}
    reader.memories()
    content = Content(
        folder=folder,
        articles=articles,
        facts=facts,
        entities=entities,
        files=reader.files,
        article_files=article_files,
        unreadable=tuple(reader.unreadable),
        lost=frozenset(reader.lost),
        proposed=reader.proposed(),
    )
    problems = (*reader.problems, *_cross_problems(content))
    return replace(content, problems=tuple(sorted(problems, key=_by_place)))


class _Reader:
    """Reads the files of a content folder and keeps what is wrong with them."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.folder = folder
        self.files: dict[str, TextFile] = {}
        self.problems: list[Problem] = []
        self.unreadable: list[str] = []
        self.lost: list[str] = []

    def articles(self) -> tuple[dict[str, Article], dict[str, str]]:
        found: dict[str, Article] = {}
        files: dict[str, str] = {}
        for path in self._paths("articles"):
            document = self._parse(path)
            if document is None:
                continue
            decoder = Decoder(path)
            id = PurePosixPath(path).stem
            article = decoder.article(document.root, id)
            self.problems += decoder.problems
            if article is not None:
                found[id] = article
                files[id] = path
        return found, files

    def facts(self, cache: FactCache) -> tuple[Fact, ...]:
        """Every fact; files that were read before without a problem are taken from the cache."""
        files = [file for path in self._paths("facts") if (file := self._read(path)) is not None]
        worth = sum(len(file.text) for file in files) >= WORTH_BYTES
        if worth:
            cache.open()
        found: list[Fact] = []
        for file in files:
            key = fingerprint(file.data) if worth else ""
            known = cache.get(key, file.path) if worth else None
            if known is None:
                known, clean = self._facts_of(file, cache.days)
                if worth and clean:
                    cache.put(key, known)
            found += known
        if worth:
            cache.save()
        return tuple(found)

    def _facts_of(self, file: TextFile, days: Days) -> tuple[tuple[Fact, ...], bool]:
        """The facts of a file and whether nothing was wrong with it."""
        document = self._parsed(file)
        if document is None:
            return (), False
        decoder = Decoder(file.path, days=days)
        facts = decoder.facts(document.root)
        self.problems += decoder.problems
        self.lost += filter(None, decoder.lost)
        return facts, not decoder.problems

    def entities(self) -> tuple[Entity, ...]:
        path = f"{self.folder}/entities.yaml"
        if not (self.root / path).exists():
            return ()
        document = self._parse(path)
        if document is None:
            return ()
        decoder = Decoder(path)
        found = decoder.entities(document.root)
        self.problems += decoder.problems
        return found

    def with_text(self, article: Article, path: str) -> Article:
        """The article with its text, as it was read: line ends or a mark that a checkout changed are undone."""
        where = article.text_file or article.file
        file = _inside(self.root, where)
        try:
            if file is None:
                raise OSError(0, "it lies outside the project")
            data = file.read_bytes()
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            missing = problem(
                "article-text-missing",
                Place(path, 1, 1),
                article=article.id,
                value=article.id,
                file=where,
                why=why or "it cannot be read",
            )
            self.problems.append(missing)
            return article
        if not article.sha256:
            return replace(article, text=text.removeprefix(BOM))
        plain = text.removeprefix(BOM)
        unix = plain.replace("\r\n", "\n")
        for candidate in (text, plain, unix, unix.replace("\n", "\r\n")):
            if fingerprint(candidate.encode("utf-8")) == article.sha256:
                return replace(article, text=candidate)
        changed = problem(
            "article-text-changed", Place(path, 1, 1), article=article.id, value=article.id, file=where
        )
        self.problems.append(changed)
        return replace(article, text=plain)

    def memories(self) -> None:
        """The machine's memory, which is only understood when it is asked for."""
        folder = self.root / self.folder / MEMORY_FOLDER
        for file in sorted(folder.glob("*.jsonl")) if folder.is_dir() else []:
            self._read(f"{self.folder}/{MEMORY_FOLDER}/{file.name}")

    def proposed(self) -> frozenset[str]:
        """Ids of names the machine has proposed; on the way, the files beside: schema copies and word lists."""
        for name in TABLES:
            path = f"{self.folder}/{SCHEMA_FOLDER}/{name}.json"
            if (self.root / path).is_file():
                self._read(path)
        words = self.root / self.folder / "words"
        for list_file in sorted(words.glob("*.txt")) if words.is_dir() else []:
            self._read(f"{self.folder}/words/{list_file.name}")
        path = f"{self.folder}/{MEMORY_FOLDER}/names.json"
        file = self._read(path) if (self.root / path).is_file() else None
        try:
            return frozenset(str(id) for id in json.loads(file.text)) if file else frozenset()
        except (ValueError, TypeError):
            return frozenset()

    def _paths(self, below: str) -> list[str]:
        """The YAML files below a folder of the content folder, hidden ones left out, in a fixed order."""
        top = self.root / self.folder / below
        found: list[str] = []
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inner = Path(folder).relative_to(self.root).as_posix()
            found += [f"{inner}/{n}" for n in names if n.endswith(SUFFIXES) and not n.startswith(".")]
        return sorted(found)

    def _read(self, path: str) -> TextFile | None:
        try:
            size = (self.root / path).stat().st_size
            if size > MAX_BYTES:
                most = MAX_BYTES // 2**20
                self._refuse(path, problem("file-too-large", Place(path), value=size // 2**20, most=most))
                return None
            file = decode_file(path, (self.root / path).read_bytes())
        except OSError as error:
            self._refuse(path, problem("file-unreadable", Place(path), why=error.strerror or error))
            return None
        if isinstance(file, Problem):
            self._refuse(path, file)
            return None
        self.files[path] = file
        return file

    def _parse(self, path: str) -> Document | None:
        file = self._read(path)
        return self._parsed(file) if file is not None else None

    def _parsed(self, file: TextFile) -> Document | None:
        document = parse_document(file.path, file.text)
        if document.problems:
            self._refuse(file.path, *document.problems)
            return None
        return document

    def _refuse(self, path: str, *problems: Problem) -> None:
        self.unreadable.append(path)
        self.problems += problems


def _inside(root: Path, path: str) -> Path | None:
    """The file at a path of a record, if it is in the project: a record must not read the rest of the disk."""
    try:
        file = (root / path).resolve()
    except (OSError, ValueError):
        return None
    return file if path and file.is_relative_to(root.resolve()) and file.is_file() else None


def _inner(node: Node | None, key: str | int) -> Node | None:
    if node is None:
        return None
    if isinstance(key, int):
        return node.items[key] if node.kind == "list" and key < len(node.items) else None
    wanted = plain_name(key)
    return next((value for name, value in node.pairs if plain_name(name.value) == wanted), None)


def _cross_problems(content: Content) -> Iterator[Problem]:
    """What only shows when all files are seen together: ids given twice, articles that are not there."""
    first: dict[str, Fact] = {}
    former = {old: fact for fact in content.facts for old in fact.merged_ids}
    for fact in content.facts:
        where = content.place(fact.place, "id") if fact.id in first or fact.id in former else fact.place
        if fact.id in first:
            other = first[fact.id].place
            shown = f"{other.path}:{other.line}"
            yield problem("fact-id-twice", where, fact=fact.id, value=fact.id, first=shown)
            continue
        first[fact.id] = fact
        if fact.id in former and former[fact.id] is not fact:
            other = former[fact.id].place
            shown = f"{other.path}:{other.line}"
            yield problem("fact-id-moved", where, fact=fact.id, value=fact.id, first=shown)
    for fact in content.facts:
        for number, source in enumerate(fact.sources):
            if source.article not in content.articles:
                place = content.place(fact.place, "sources", number, "article")
                hint = _nearest(source.article, content.articles, "Add the article first, or mend the id.")
                yield problem(
                    "source-article-unknown", place, fact=fact.id, article=source.article,
                    value=source.article, hint=hint,
                )  # fmt: skip
        yield from _link_problems(content, fact, first, former)
    names: dict[str, Entity] = {}
    for entity in content.entities:
        if entity.id in names:
            place = content.place(entity.place, "id")
            yield problem("entity-id-twice", place, value=entity.id, first=names[entity.id].place.line)
        names.setdefault(entity.id, entity)


def _link_problems(
    content: Content, fact: Fact, known: Mapping[str, Fact], former: Mapping[str, Fact]
) -> Iterator[Problem]:
    blind = any(path.startswith(f"{content.folder}/facts/") for path in content.unreadable)
    for name in _LINKS:
        for number, other in enumerate(getattr(fact, name)):
            # Where a file cannot be read, nobody knows what is missing; a fact lost to its own mistake is not.
            if other not in known and other not in former and other not in content.lost and not blind:
                place = content.place(fact.place, name, number)
                hint = _nearest(other, known, "Delete it if the fact was removed.")
                yield problem("fact-link-unknown", place, fact=fact.id, value=other, name=name, hint=hint)


# Every list of ids of other facts; former ids are the fact's own.
_LINKS = tuple(key.field for key in FACT if key.form == "ids" and key.field != "merged_ids")


def _nearest(value: str, known: Iterable[str], otherwise: str) -> str:
    near = difflib.get_close_matches(value, list(known)[:5000], n=1)
    return f"Did you mean '{near[0]}'?" if near else otherwise


def _by_place(found: Problem) -> tuple[str, int, int]:
    return found.place.path, found.place.line, found.place.column
