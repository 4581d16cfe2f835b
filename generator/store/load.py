"""A project in, everything people edit out: articles with their texts, facts, names, and all that is wrong.

One broken file never hides another: each is read for itself, and every problem of the run is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path, PurePosixPath
from stat import S_ISLNK, S_ISREG

from ..errors import Problem, problem
from ..model import Article, Entity, Fact, Place
from ..sweeping import not_now
from ..text.parts import parts_of
from ..text.transcript import ENDINGS
from ..values import replace
from .across import cross_problems
from .cache import WORTH_BYTES, FactCache
from .changes import Changes
from .content import Content
from .decode import Decoder
from .document import Document, parse_document
from .entry import Days, with_days
from .folders import inside
from .format import NAME as FORMAT_NAME
from .format import wrong_format
from .keys import TABLES
from .memory import FOLDER as MEMORY_FOLDER
from .memory import IMPORTS
from .misnamed import is_meant, look_alikes, stem_of
from .pieces import Piece, entry_fact, pieces_grown
from .project import Project
from .rejected import ATTRIBUTES, REJECTED
from .resting import AllFacts, FactsById, rested
from .schema import SCHEMA_FOLDER
from .text_file import BOM, RestingFile, TextFile, decode_file, fingerprint

MAX_BYTES = 64 * 1024 * 1024
SUFFIXES = (".yaml", ".yml")


def load_content(project: Project) -> Content:
    """Read the content folder of ``project``."""
    with not_now():
        return _load(project)


def _load(project: Project) -> Content:
    folder = project.settings.content_dir.strip("/")
    reader = _Reader(project.root, folder)
    reader.format()
    cache = FactCache(project.cache)
    cache.open()
    articles, article_files = reader.articles(cache)
    cache.days = {id: article.published.day for id, article in articles.items()}
    facts = reader.facts(cache)
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
        clean=frozenset(cache.clean),
    )
    problems = (*reader.problems, *reader.whole(), *cross_problems(content))
    return replace(content, problems=tuple(sorted(problems, key=_by_place)))


def content_after(
    content: Content, changes: Changes, articles: Mapping[str, Article] | None = None
) -> Content:
    """The content as it is once ``changes`` are written: only the files that changed are read.

    ``articles`` are those that were added, with their texts: a run of adding keeps its files as bytes. Problems stay those
    of the last full reading; a sitting of decisions or a run of adding needs no more.
    """
    files = dict(content.files)
    changed: dict[str, TextFile] = {}
    for change in changes.files:
        files.pop(change.path, None)
        file = decode_file(change.path, change.new) if change.new is not None else None
        if isinstance(file, TextFile) and change.path.startswith(f"{content.folder}/"):
            files[change.path] = changed[change.path] = file
            if articles is not None:
                files[change.path] = RestingFile(file)
    gone = {change.path for change in changes.files}
    records, record_files = _records_after(content, changed, articles or {})
    pieces: dict[str, tuple[Piece, ...] | None] = {}
    by_path = content.by_path.after(_facts_after(content, changed, records, pieces), gone)
    entities = content.entities
    if (names := changed.get(f"{content.folder}/entities.yaml")) is not None:
        entities = Decoder(names.path).entities(parse_document(names.path, names.text).root)
    facts = AllFacts(by_path) if articles is not None else tuple(chain.from_iterable(by_path.values()))
    proposed = changed.get(f"{content.folder}/{MEMORY_FOLDER}/names.json")
    after = replace(
        content, files=files, articles=records, article_files=record_files, facts=facts, entities=entities,
        proposed=_ids(proposed) if proposed else content.proposed, clean=content.clean - changed.keys(),
    )  # fmt: skip
    after.__dict__["by_path"], after.__dict__["_pieces"] = by_path, pieces
    if articles is not None:
        before = content.by_id if isinstance(content.by_id, FactsById) else FactsById.of(content.by_path)
        after.__dict__["by_id"] = before.after(by_path, gone)
        by_path.rest()
    after.keep(content, gone, changed, resting=articles is not None)
    return after


def _facts_after(
    content: Content,
    changed: Mapping[str, TextFile],
    records: Mapping[str, Article],
    pieces: dict[str, tuple[Piece, ...] | None],
) -> dict[str, tuple[Fact, ...]]:
    """The facts of each file that changed; only the entries that are others are read. What is cut joins ``pieces``."""
    days = {id: article.published.day for id, article in records.items()}
    before = content.articles
    moved = any(id in before and before[id].published.day != day for id, day in days.items())
    by_path: dict[str, tuple[Fact, ...]] = {}
    for path, file in changed.items():
        if path.startswith(f"{content.folder}/facts/"):
            cut = None if moved else _cut(content, file)
            found = _by_pieces(content, file, cut, days) if cut is not None else None
            if found is not None:
                pieces[path] = cut
            else:
                found = Decoder(path, days=days).facts(parse_document(path, file.text).root)
            by_path[path] = found
    return by_path


def _cut(content: Content, file: TextFile) -> tuple[Piece, ...] | None:
    """The entries of a file that changed, where it is the sum of them."""
    old = content.files.get(file.path)
    return pieces_grown(file.text, old.text if old else "", (content.pieces(file.path) if old else ()) or ())


def _by_pieces(
    content: Content, file: TextFile, pieces: Sequence[Piece], days: Days
) -> tuple[Fact, ...] | None:
    """The facts of a file that is the sum of its entries, those that it had before as they were; else None."""
    known: dict[str, Fact] = {}
    if file.path in content.files:
        held = content.by_path.get(file.path, ())
        known = {piece.text: fact for piece, fact in zip(content.pieces(file.path) or (), held, strict=False)}
    found: list[Fact] = []
    for piece in pieces:
        fact = known.get(piece.text)
        if fact is None:
            fact = entry_fact(piece.text)
            if fact is None:
                return None
            fact = with_days(fact, days)
        at = Place(file.path, piece.line, fact.place.column)
        found.append(fact if fact.place == at else replace(fact, place=at))
    return tuple(found)


def _records_after(
    content: Content, changed: Mapping[str, TextFile], articles: Mapping[str, Article]
) -> tuple[Mapping[str, Article], Mapping[str, str]]:
    """The articles by id, those of ``articles`` with their texts and as their files now describe them; and the files."""
    top = f"{content.folder}/articles/"
    paths = [path for path in changed if path.startswith(top) and path.endswith(SUFFIXES)]
    if not paths:
        return content.articles, content.article_files
    found, files = dict(content.articles), dict(content.article_files)
    for path in paths:
        id = PurePosixPath(path).stem
        record = Decoder(path).article(parse_document(path, changed[path].text).root, id)
        held = articles.get(id) or found.get(id)
        if record is not None and held is not None:
            found[id], files[id] = replace(record, text=held.text), path
            if id in articles:
                found[id] = rested(found[id])
    in_order = sorted(found, key=lambda id: files.get(id, ""))
    return {id: found[id] for id in in_order}, files


def _ids(file: TextFile | None) -> frozenset[str]:
    """The ids of names in a file of the machine's; none where it cannot be read."""
    try:
        return frozenset(str(id) for id in json.loads(file.text)) if file else frozenset()
    except (ValueError, TypeError):
        return frozenset()


class _Reader:
    """Reads the files of a content folder and keeps what is wrong with them."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.folder = folder
        self._top = os.path.join(root, "")  # noqa: PTH118
        self._homes: dict[str, Path | None] = {}  # where folders that texts lie in really are
        self.files: dict[str, TextFile] = {}
        self.problems: list[Problem] = []
        self.unreadable: list[str] = []
        self.lost: list[str] = []

    def format(self) -> None:
        """The folder's form; a newer one than ours blocks every writing."""
        path = f"{self.folder}/{FORMAT_NAME}"
        file = self._read(path) if (self.root / path).is_file() else None
        if file is not None and (wrong := wrong_format(self.folder, file.text)):
            self._refuse(path, wrong)

    def articles(self, cache: FactCache) -> tuple[dict[str, Article], dict[str, str]]:
        found: dict[str, Article] = {}
        files: dict[str, str] = {}
        for path in self._paths("articles"):
            if (file := self._read(path)) is None:
                continue
            id = PurePosixPath(path).stem
            key = fingerprint(file.data)
            article = cache.article(key, id)
            if article is None:
                document = self._parsed(file)
                if document is None:
                    continue
                decoder = Decoder(path)
                article = decoder.article(document.root, id)
                self.problems += decoder.problems
                if article is not None and not decoder.problems:
                    cache.put_article(key, article)
            if id in files:
                self.problems.append(problem("article-record-twice", Place(path), value=files[id]))
            elif article is not None:
                found[id] = article
                files[id] = path
        return found, files

    def facts(self, cache: FactCache) -> tuple[Fact, ...]:
        """Every fact; files that were read before without a problem are taken from the cache."""
        files = [file for path in self._paths("facts") if (file := self._read(path)) is not None]
        worth = sum(len(file.text) for file in files) >= WORTH_BYTES
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
            for name in look_alikes(self.root / self.folder, "entities"):
                self._odd(f"{self.folder}/{name}", "the names", "entities.yaml")
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
        if not where and article.type:
            return article  # cited only: nothing of it is kept here
        file = self._inside(where)
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
        plain = text.removeprefix(BOM)
        if not article.sha256:
            return self._parted(replace(article, text=plain))
        unix = plain.replace("\r\n", "\n")
        for candidate in (text, plain, unix, unix.replace("\n", "\r\n")):
            if fingerprint(candidate.encode("utf-8")) == article.sha256:
                return self._parted(replace(article, text=candidate))
        changed = problem(
            "article-text-changed", Place(path, 1, 1), article=article.id, value=article.id, file=where
        )
        self.problems.append(changed)
        return self._parted(replace(article, text=plain))

    def _parted(self, article: Article) -> Article:
        """The article with its pages, or with the seconds of the subtitles it was read from."""
        received = ""
        if article.file.lower().endswith(ENDINGS):
            file = self._inside(article.file)
            try:
                if file is not None and file.stat().st_size <= MAX_BYTES:
                    received = file.read_bytes().decode("utf-8", "replace")
            except OSError:
                received = ""
        parts = parts_of(article.text, article.file, received)
        return replace(article, parts=parts) if parts else article

    def memories(self) -> None:
        """The machine's memory, which is only understood when it is asked for."""
        folder = self.root / self.folder / MEMORY_FOLDER
        for file in sorted(folder.glob("*.jsonl")) if folder.is_dir() else []:
            self._read(f"{self.folder}/{MEMORY_FOLDER}/{file.name}")
        for below in (IMPORTS, REJECTED):
            held = self.root / self.folder / below
            for file in sorted(held.glob("*.jsonl")) if held.is_dir() else []:
                self._read(f"{self.folder}/{below}/{file.name}")
        if (self.root / self.folder / ATTRIBUTES).is_file():
            self._read(f"{self.folder}/{ATTRIBUTES}")

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
        return _ids(self._read(path) if (self.root / path).is_file() else None)

    def whole(self) -> Iterator[Problem]:
        """What is missing as a whole; a folder that was deleted is no decision about each thing in it."""
        if not (self.root / self.folder).is_dir():
            yield problem("content-missing", Place(self.folder), value=self.folder)
            return
        if not any(f"/{MEMORY_FOLDER}/" in path and path.endswith(".jsonl") for path in self.files):
            return
        for name in ("articles", "facts"):
            path = f"{self.folder}/{name}"
            if not (self.root / path).is_dir():
                yield problem("content-part-missing", Place(path), value=path)

    def _paths(self, below: str) -> list[str]:
        """The YAML files below a folder of the content folder, hidden ones left out, in a fixed order."""
        top = self.root / self.folder / below
        found: list[str] = []
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            inner = Path(folder).relative_to(self.root).as_posix()
            for name in folders:
                if (Path(folder) / name).is_symlink():
                    self._refuse(f"{inner}/{name}", problem("folder-link", Place(f"{inner}/{name}")))
            seen = [name for name in names if not name.startswith(".")]
            found += [f"{inner}/{name}" for name in seen if name.lower().endswith(SUFFIXES)]
            what = "a file of facts" if below == "facts" else "an article's record"
            for name in seen:
                if not name.lower().endswith(SUFFIXES) and is_meant(Path(folder) / name, seen, below):
                    self._odd(f"{inner}/{name}", what, f"{stem_of(name)}.yaml")
        return sorted(found)

    def _odd(self, path: str, what: str, name: str) -> None:
        self._refuse(path, problem("file-ending", Place(path), what=what, name=name))

    def _read(self, path: str) -> TextFile | None:
        full = f"{self._top}{path}"
        try:
            state = os.lstat(full)
            if S_ISLNK(state.st_mode):
                if inside(self.root, path) is None:
                    self._refuse(path, problem("file-outside", Place(path)))
                    return None
                state = os.stat(full)  # noqa: PTH116 - tens of thousands of files
            size = state.st_size
            if size > MAX_BYTES:
                most = MAX_BYTES // 2**20
                self._refuse(path, problem("file-too-large", Place(path), value=size // 2**20, most=most))
                return None
            with open(full, "rb") as stream:  # noqa: PTH123
                file = decode_file(path, stream.read())
        except OSError as error:
            self._refuse(path, problem("file-unreadable", Place(path), why=error.strerror or error))
            return None
        if isinstance(file, Problem):
            self._refuse(path, file)
            return None
        self.files[path] = file
        return file

    def _inside(self, path: str) -> Path | None:
        """The file at a path of a record, if it is in the project: a record must not read the rest of the disk.

        Folders are looked at once; a file that is no link lies where its folder does.
        """
        folder, _, name = path.rpartition("/")
        if not name or name in (".", "..") or "\0" in path or os.sep != "/":
            return _inside(self.root, path)
        if folder not in self._homes:
            self._homes[folder] = inside(self.root, folder)
        home = self._homes[folder]
        if home is None:
            return _inside(self.root, path)
        file = home / name
        try:
            mode = os.lstat(file).st_mode
        except OSError:
            return None
        return file if S_ISREG(mode) else _inside(self.root, path)

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
    file = inside(root, path) if path else None
    return file if file is not None and file.is_file() else None


def _by_place(found: Problem) -> tuple[str, int, int]:
    return found.place.path, found.place.line, found.place.column
