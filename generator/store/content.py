"""What a project holds, as a value: articles with their texts, facts, names, all that is wrong, and each one's place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from ..errors import Problem
from ..model import Article, Entity, Fact, Place
from .document import Document, Node, parse_document
from .keys import plain_name
from .memory import FOLDER as MEMORY_FOLDER
from .memory import Memory, RestingMemory, read_memory
from .pieces import Piece, entry_document, pieces_with
from .rejected import REJECTED, Rejected, read_rejected
from .resting import FactFiles
from .text_file import TextFile

MAX_BYTES = 64 * 1024 * 1024
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Content:
    """What a project holds. Paths are relative to the project's root, with forward slashes."""

    folder: str = "content"
    articles: Mapping[str, Article] = field(default_factory=dict)
    facts: Sequence[Fact] = ()
    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, TextFile] = field(default_factory=dict)
    article_files: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    lost: frozenset[str] = frozenset()  # ids of facts that stand in the files and cannot be read
    proposed: frozenset[str] = frozenset()  # ids of names proposed at any time
    clean: frozenset[str] = frozenset()  # files of facts that are known to hold nothing but clean texts

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Facts by id and by every former id."""
        found = {old: fact for fact in self.facts for old in fact.merged_ids}
        found.update((fact.id, fact) for fact in self.facts)
        return found

    @cached_property
    def memories(self) -> Mapping[str, Memory]:
        """What the machine remembers of each article, whether or not its record is still there."""
        return self._read_memories(self.files, self.files)

    def _read_memories(
        self, paths: Iterable[str], files: Mapping[str, TextFile], *, texts: bool = True
    ) -> dict[str, Memory]:
        found: dict[str, Memory] = {}
        top = f"{self.folder}/{MEMORY_FOLDER}/"
        for path in paths:
            if path.startswith(top) and path.endswith(".jsonl") and "/" not in path[len(top) :]:
                id = path[len(top) :].removesuffix(".jsonl")
                article = self.articles.get(id) if texts else None
                memory = read_memory(files[path].text, article.text if article else "")
                if memory is not None:
                    found[id] = memory
        return found

    @cached_property
    def _worths(self) -> Mapping[str, float]:
        return {
            fact.id: fact.worth
            for memory in self.memories.values()
            for fact in memory.facts
            if fact.worth > 0
        }

    def worth(self, fact: Fact) -> float:
        """How much a fact is worth an entry, as the machine read it last; 0 where nobody weighed it."""
        return max((self._worths.get(id, 0.0) for id in (fact.id, *fact.merged_ids)), default=0.0)

    @cached_property
    def rejected(self) -> Mapping[str, Rejected]:
        """Facts that a person rejected, by id, without those that stand in the files again."""
        top = f"{self.folder}/{REJECTED}/"
        found: dict[str, Rejected] = {}
        for path, file in self.files.items():
            if path.startswith(top):
                found |= read_rejected(file.text)
        return {id: one for id, one in found.items() if id not in self.by_id}

    def keep(
        self, before: Content, changed: Set[str], fresh: Mapping[str, TextFile], *, resting: bool = False
    ) -> None:
        """Take over what ``before`` understood of the machine's memory; of what ``changed`` it is read again.

        What a long run will hardly ask for again rests: its file is kept instead. ``fresh`` are those just written, awake.
        """
        top = f"{self.folder}/{MEMORY_FOLDER}/"
        mine = {path for path in changed if path.startswith(top) and "/" not in path[len(top) :]}
        if "_worths" in before.__dict__ and not mine:
            self.__dict__["_worths"] = before.__dict__["_worths"]
        if "memories" in before.__dict__:
            gone = {path[len(top) :].removesuffix(".jsonl") for path in mine}
            kept = {id: memory for id, memory in before.memories.items() if id not in gone}
            # Of one that rests only the ids are at hand, for which nobody needs its article's text.
            again = self._read_memories(mine & self.files.keys(), fresh, texts=not resting)
            for id, memory in again.items():
                article = self.articles.get(id)
                file = self.files[f"{top}{id}.jsonl"]
                kept[id] = RestingMemory(memory, file, article) if resting else memory
            self.__dict__["memories"] = dict(sorted(kept.items(), key=lambda item: f"{item[0]}.jsonl"))
            if resting and "taken_out" in before.__dict__:
                self.__dict__["taken_out"] = self._taken_out(again.keys() | before.taken_out.keys())

    @cached_property
    def taken_out(self) -> Mapping[str, tuple[Fact, ...]]:
        """What the machine once read in an article and the files hold no longer, of each that has such facts."""
        return self._taken_out(self.memories.keys())

    def _taken_out(self, articles: Set[str]) -> dict[str, tuple[Fact, ...]]:
        by_id, found = self.by_id, {}
        for id in sorted(articles & self.memories.keys(), key="{}.jsonl".format):
            memory = self.memories[id]
            if not all(one in by_id for one in memory.ids):
                found[id] = tuple(fact for fact in memory.facts if fact.id not in by_id)
        return found

    @cached_property
    def by_path(self) -> FactFiles:
        """The facts of each file that has any, in its order."""
        return FactFiles.of(self.facts)

    def told_of(self, articles: Set[str]) -> dict[str, list[Fact]]:
        """The facts that stand in each of some articles, in their order; one that stands in it twice once."""
        found: dict[str, list[Fact]] = {}
        for file in self.by_path.held.values():
            for fact in () if file.told_in.isdisjoint(articles) else file.facts:
                for article in {source.article for source in fact.sources} & articles:
                    found.setdefault(article, []).append(fact)
        return found

    def pieces(self, path: str) -> tuple[Piece, ...] | None:
        """The entries of a file that is the sum of them; None for another."""
        if path not in self._pieces:
            self._pieces[path] = pieces_with(self.files[path].text, self.by_path.get(path, ()))
        return self._pieces[path]

    @cached_property
    def _pieces(self) -> dict[str, tuple[Piece, ...] | None]:
        return {}

    def entry(self, place: Place) -> tuple[Document, Node, int] | None:
        """The entry at ``place`` in what was parsed to find it, and where that begins in its file."""
        pieces = self.pieces(place.path) if place.path in self.files else None
        piece = next((piece for piece in pieces or () if piece.line == place.line), None)
        document = entry_document(piece.text) if piece else None
        if piece is not None and document is not None and document.root is not None:
            return document, document.root.items[0], piece.start
        node = self.node(place)
        return (self.document(place.path), node, 0) if node is not None else None

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
        if len(keys) == 1 and isinstance(keys[0], str) and (seen := self._seen(place, keys[0])):
            return seen
        entry, below = self._entry(place)
        for length in range(len(keys), 0, -1):
            node = entry
            for key in keys[:length]:
                node = _inner(node, key)
            if node is not None:
                return Place(place.path, node.line + below, node.column)
        return place

    @cached_property
    def _entries(self) -> dict[Place, tuple[Node | None, int]]:
        return {}

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    def _seen(self, place: Place, key: str) -> Place | None:
        """The place of a value that stands behind its key in a line of its own, found without parsing.

        In an entry written as lines nothing but its keys begins in their column.
        """
        if place.path not in self.files or place.path in self._documents:
            return None
        if place.path not in self._lines:
            self._lines[place.path] = self.files[place.path].text.splitlines(keepends=True)
        lines = entry_lines(self._lines[place.path], place)
        if not lines or lines[0][place.column - 1 :].startswith("{"):
            return None
        begin = f"{' ' * (place.column - 1)}{key}: "
        for below, line in enumerate(lines):
            if line.startswith(begin) and (value := line[len(begin) :].lstrip(" "))[:1].isalnum():
                return Place(place.path, place.line + below, len(line) - len(value) + 1)
        return None

    def _entry(self, place: Place) -> tuple[Node | None, int]:
        """The node of the entry at ``place`` and how many lines stand above what it was parsed from.

        Where the file was not parsed, only the entry's own lines are: one warning costs no whole file.
        """
        if place.path not in self.files or place.path in self._documents:
            return self.node(place), 0
        if place not in self._entries:
            if place.path not in self._lines:
                self._lines[place.path] = self.files[place.path].text.splitlines(keepends=True)
            lines = entry_lines(self._lines[place.path], place)
            root = parse_document(place.path, "".join(lines)).root if lines else None
            alone = root is not None and root.kind == "list" and len(root.items) == 1
            node = root.items[0] if root is not None and alone else None
            fits = node is not None and (node.line, node.column) == (1, place.column)
            self._entries[place] = (node, place.line - 1) if fits else (self.node(place), 0)
        return self._entries[place]

    def article_place(self, article: str, *keys: str | int) -> Place:
        """The place of a value in an article's record."""
        path = self.article_files.get(article, "")
        return self.place(Place(path, 1, 1), *keys) if path else Place()


def entry_lines(lines: Sequence[str], place: Place) -> Sequence[str]:
    """The lines of a list's entry, from its dash to before the next one; nothing where none begins there."""
    start = place.line - 1
    if not 0 <= start < len(lines):
        return ()
    margin = len(lines[start]) - len(lines[start].lstrip(" "))
    dash = " " * margin + "- "
    if not lines[start].startswith(dash):
        return ()
    end = start + 1
    while end < len(lines) and not lines[end].startswith(dash):
        end += 1
    return lines[start:end]


def _inner(node: Node | None, key: str | int) -> Node | None:
    if node is None:
        return None
    if isinstance(key, int):
        return node.items[key] if node.kind == "list" and key < len(node.items) else None
    wanted = plain_name(key)
    return next((value for name, value in node.pairs if plain_name(name.value) == wanted), None)
