"""Wishes for the content folder in, whole new files out, checked to say what was wished and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ..errors import Problem, problem
from ..model import Article, Entity, Fact, Place, Published, Source
from ..prose.article_reasons import tell_reasons
from ..values import replace
from .changes import FieldChange, FileChange
from .content import Content
from .decode import Decoder
from .document import Document, Node, parse_document
from .emit import flow_map
from .entry import (
    Days,
    Layout,
    article_lines,
    entity_lines,
    fact_lines,
    key_lines,
    plain_reason,
    reason_pairs,
    without_own_day,
)
from .keys import ARTICLE, FACT, Key
from .memory import FOLDER, KEPT_BY_US, RECORD_FIELDS, Memory, is_empty, write_memory
from .pieces import entry_document, entry_fact, has_list, pieces_grown
from .schema import is_as_made, schema_line, schema_texts
from .shelf import FULL, shelf_of, shelves_from
from .splice import (
    Edit,
    append_below,
    append_entries,
    append_source,
    apply_edits,
    content_end,
    layout_of,
    line_end,
    line_start,
    replace_value,
    same_style,
    set_key,
)
from .text_file import TextFile

_FACT_KEYS = {key.field: key for key in FACT}
_ARTICLE_KEYS = {key.field: key for key in ARTICLE}


class Draft:
    """Edits of a content folder, collected and then made at once."""

    def __init__(self, content: Content, days: Days) -> None:
        self.content = content
        self.days = days
        self._edits: dict[str, list[Edit]] = {}
        self._entries: dict[str, list[list[str]]] = {}
        self._whole: dict[str, str] = {}
        self._wanted: dict[str, dict[tuple[str, int], Fact]] = {}  # by id and line: an id may stand twice
        self._gained: dict[str, list[Source]] = {}
        self._layouts: dict[str, Layout | None] = {}
        self._shelves: dict[str, str] = {}  # where new facts of a shelf go
        self._foreseen: dict[str, tuple[Fact, list[str]]] = {}  # by id

    def gained(self, id: str) -> Sequence[Source]:
        """Sources appended to a fact so far."""
        return self._gained.get(id, ())

    def append_source(self, fact: Fact, source: Source) -> bool:
        """Add a source at the end of a fact's list, in place."""
        found = self.content.entry(fact.place)
        edit = append_source(found[0], found[1], source, self.days) if found else None
        if found is None or edit is None:
            return False
        edit = Edit(edit.start + found[2], edit.end + found[2], edit.new)
        self._gained.setdefault(fact.id, []).append(source)
        wanted = self._want(fact)
        return self._keep(fact.place.path, edit, replace(wanted, sources=(*wanted.sources, source)))

    def set_field(self, fact: Fact, name: str, value: Any) -> bool:
        """Give a field of a fact a new value, in place."""
        node = self.content.node(fact.place)
        key = _FACT_KEYS[name]
        edit = (
            field_edit(self.content.document(fact.place.path), node, key, value, FACT, self.days)
            if node
            else None
        )
        return edit is not None and self._keep(
            fact.place.path, edit, replace(self._want(fact), **{name: value})
        )

    def set_source_text(self, fact: Fact, index: int, name: str, value: str) -> bool:
        """Give ``article`` or ``quote`` of a source a new value, in place."""
        node = self.content.node(fact.place, "sources", index, name)
        text = self.content.files[fact.place.path].text
        edit = replace_value(text, node, same_style(node, value)) if node and node.kind == "text" else None
        return edit is not None and self._keep(
            fact.place.path, edit, self._with_source(fact, index, {name: value})
        )

    def set_reason(self, fact: Fact, index: int, source: Source) -> bool:
        """Give a source the date reason of ``source``, in place."""
        path = fact.place.path
        owner = self.content.node(fact.place, "sources", index)
        pairs = reason_pairs(source.date, self.days.get(source.article, ""))
        if owner is None or not pairs:
            return False
        edit = set_key(self.content.document(path), owner, "date", flow_map(pairs), "quote")
        return edit is not None and self._keep(
            path, edit, self._with_source(fact, index, {"date": source.date})
        )

    def add_fact(self, fact: Fact) -> None:
        """Put a new fact at the end of its date's file, or of one beside it where that is full or takes no entry."""
        shelf = self._shelf_of(fact)
        foreseen, lines = self._foreseen.get(fact.id, (None, []))
        self._entries.setdefault(shelf, []).append(lines if foreseen == fact else self._lines_of(fact, shelf))
        self._wanted.setdefault(shelf, {})[fact.id, 0] = fact

    def foresee(self, facts: Iterable[Fact]) -> None:
        """Write and read what may become entries, while nothing is known of them yet that may come to be."""
        for fact in facts:
            lines = self._lines_of(fact, self._shelf_of(fact))
            self._foreseen[fact.id] = fact, lines
            entry_fact("\n".join(lines))

    def _shelf_of(self, fact: Fact) -> str:
        return self._open_shelf(f"{self.content.folder}/facts/{shelf_of(fact.date)}")

    def _lines_of(self, fact: Fact, shelf: str) -> list[str]:
        layout = (self._layout(shelf),) if shelf in self.content.files else ()
        return fact_lines(fact, self.days, *filter(None, layout))

    def _open_shelf(self, path: str) -> str:
        """The first shelf, of this one and those beside it, that takes new facts."""
        if path not in self._shelves:
            self._shelves[path] = next(
                shelf
                for shelf in shelves_from(path)
                if (file := self.content.files.get(shelf)) is None
                or (file.size < FULL and self._layout(shelf) is not None)
            )
        return self._shelves[path]

    def _layout(self, path: str) -> Layout | None:
        """How a file lays out its entries; None where it takes no more."""
        if path not in self._layouts:
            pieces = self.content.pieces(path)
            known = _layout_shown(pieces[0].text) if pieces else None
            if known is None:
                document = self.content.document(path)
                takes = append_entries(document, [["- id: x"]], []) is not None
                known = layout_of(document) if takes else None
            self._layouts[path] = known
        return self._layouts[path]

    def add_article(self, article: Article) -> None:
        """Write a new article's record."""
        path = f"{self.content.folder}/articles/{article.id}.yaml"
        lines = [schema_line(path, self.content.folder, "article"), *article_lines(article)]
        self._whole[path] = "\n".join(lines) + "\n"

    def update_article(
        self,
        known: Article,
        base: Article | None,
        new: Article,
        *,
        trusted: bool = True,
        fields: Sequence[str] = RECORD_FIELDS,
    ) -> tuple[list[FieldChange], list[FieldChange]]:
        """Bring a record up to date where it is still the machine's own; what was changed, what was kept.

        Where ``base`` cannot be ``trusted`` to be the machine's own reading, only what no person writes follows.
        """
        path = self.content.article_files[known.id]
        root = self.content.document(path).root
        done: list[FieldChange] = []
        kept: list[FieldChange] = []
        for name in fields:
            held, was, now = getattr(known, name), getattr(base, name) if base else None, getattr(new, name)
            if held == now or was == now or (is_empty(now) and not is_empty(held)):
                continue
            change = FieldChange(known.id, name, _shown(held), _shown(now))
            mine = (held == was and trusted) or (name in KEPT_BY_US and (held == was or not held))
            edit = (
                field_edit(self.content.document(path), root, _ARTICLE_KEYS[name], now, ARTICLE, self.days)
                if mine and root
                else None
            )
            if edit is None:
                kept.append(change)
            else:
                done.append(change)
                self._edits.setdefault(path, []).append(edit)
        return done, kept

    def add_entities(self, entities: Iterable[Entity]) -> list[Entity]:
        """Add names that were never proposed before; those that are written."""
        fresh = [entity for entity in entities if entity.id not in self.content.proposed]
        if not fresh:
            return []
        path = f"{self.content.folder}/entities.yaml"
        file = self.content.files.get(path)
        if file is not None and append_entries(self.content.document(path), [["- id: x"]], []) is None:
            return []
        layout = layout_of(self.content.document(path)) if file else None
        for entity in fresh:
            lines = entity_lines(entity, layout) if layout else entity_lines(entity)
            self._entries.setdefault(path, []).append(lines)
        ids = sorted({*self.content.proposed, *(entity.id for entity in fresh)})
        self._whole[f"{self.content.folder}/{FOLDER}/names.json"] = (
            json.dumps(ids, ensure_ascii=False, indent=0) + "\n"
        )
        return fresh

    def remember(self, memory: Memory) -> None:
        """Keep what the machine read in an article."""
        self._whole[f"{self.content.folder}/{FOLDER}/{memory.article.id}.jsonl"] = write_memory(memory)

    def keep_whole(self, path: str, text: str) -> None:
        """Write a file of the machine's own whole."""
        self._whole[path] = text

    def finish(self) -> tuple[tuple[FileChange, ...], tuple[Problem, ...]]:
        """Every file that changes; nothing at all, and why, when a file would not say what was wished."""
        changes: list[FileChange] = []
        problems: list[Problem] = []
        for path in sorted({*self._edits, *self._entries}):
            old = self.content.files.get(path)
            text = self._new_text(path, old)
            problems += self._verify(path, old, text)
            changes.append(_change(path, old, text))
        if self._entries or self._whole:
            self._whole.update(self._schemas())
        for path, text in sorted(self._whole.items()):
            changes.append(_change(path, self.content.files.get(path), text))
        if problems:
            return (), tuple(problems)
        return tuple(change for change in changes if change.old != change.new), ()

    def _schemas(self) -> dict[str, str]:
        """The schema files that nobody changed by hand."""
        there = self.content.files
        every = schema_texts(self.content.folder)
        return {p: text for p, text in every.items() if p not in there or is_as_made(there[p].text)}

    def _new_text(self, path: str, old: TextFile | None) -> str:
        kind = "entities" if path == f"{self.content.folder}/entities.yaml" else "facts"
        head = [schema_line(path, self.content.folder, kind)]
        if old is None:
            blocks = "\n\n".join("\n".join(lines) for lines in self._entries[path])
            return f"{head[0]}\n{blocks}\n"
        edits = list(self._edits.get(path, ()))
        if path in self._entries and self.content.pieces(path):
            edits.append(append_below(old.text, self._entries[path]))
        elif path in self._entries:
            edit = append_entries(self.content.document(path), self._entries[path], head)
            assert edit is not None  # add_fact asked before it chose the file
            edits.append(edit)
        return apply_edits(old.text, edits)

    def _verify(self, path: str, old: TextFile | None, text: str) -> list[Problem]:
        """Read the new text as anyone would: untouched facts must be what they were, the others as wished."""
        if not path.startswith(f"{self.content.folder}/facts/"):
            document = parse_document(path, text)
            return [problem("edit-refused", Place(path), value=path)] if document.problems else []
        wanted = self._wanted.get(path, {})
        if self._says(path, old, text, wanted):
            return []
        before = Decoder(path).facts(self.content.document(path).root) if old else ()
        changed = [wanted.get((fact.id, fact.place.line), fact) for fact in before]
        new = [fact for (_, line), fact in wanted.items() if line == 0]
        return verify_facts(path, text, [*changed, *new], self.days)

    def _says(
        self, path: str, old: TextFile | None, text: str, wanted: Mapping[tuple[str, int], Fact]
    ) -> bool:
        """Whether a text that is the sum of its entries says what was wished; each entry that is another is read."""
        known = (self.content.pieces(path) if old else ()) or ()
        pieces = pieces_grown(text, old.text if old else "", known)
        held = self.content.by_path.get(path, ())
        new = [fact for (_, line), fact in wanted.items() if line == 0]
        if pieces is None or len(held) != len(known) or len(pieces) != len(held) + len(new):
            return False
        expected = [wanted.get((fact.id, fact.place.line), fact) for fact in held] + new
        same = [
            piece.text == was.text and fact is before
            for piece, was, fact, before in zip(pieces, known, expected, held, strict=False)
        ]
        same += [False] * len(new)
        return all(
            untouched or says_fact(piece.text, fact, self.days)
            for untouched, piece, fact in zip(same, pieces, expected, strict=True)
        )

    def _with_source(self, fact: Fact, index: int, values: Mapping[str, Any]) -> Fact:
        wanted = self._want(fact)
        sources = list(wanted.sources)
        sources[index] = replace(sources[index], **values)
        return replace(wanted, sources=tuple(sources))

    def _want(self, fact: Fact) -> Fact:
        return self._wanted.setdefault(fact.place.path, {}).get((fact.id, fact.place.line), fact)

    def _keep(self, path: str, edit: Edit, wanted: Fact) -> bool:
        self._edits.setdefault(path, []).append(edit)
        self._wanted.setdefault(path, {})[wanted.id, wanted.place.line] = wanted
        return True


@lru_cache(maxsize=4096)
def _layout_shown(piece: str) -> Layout | None:
    """The layout that an entry alone shows; None where it shows none, or where nothing can follow it."""
    document = entry_document(piece)
    if document is None or not has_list(document):
        return None
    return layout_of(document) if append_entries(document, [["- id: x"]], []) is not None else None


def field_edit(
    document: Document, node: Node | None, key: Key, value: Any, table: tuple[Key, ...], days: Days
) -> Edit | None:
    """The edit that gives ``node`` the key with this value, or takes the key's line away."""
    if node is None:
        return None
    found = node.get(key.name)
    if not value or (key.form == "choice" and value == "event"):
        return _remove_line(document.text, node, key.name) if found else None
    if found is not None and found.kind == "text" and isinstance(value, str):
        date = key.form in ("date", "day", "moment")
        return replace_value(
            document.text, found, same_style(found, value, date=date, flow=node.style == "flow")
        )
    lines = key_lines(key, value, days, layout_of(document))
    if len(lines) != 1 or (found is not None and found.style == "block" and found.kind != "text"):
        lines = [f"{key.name}: {same_style(node, value)}"] if isinstance(value, str) else []
    if not lines:
        return None
    order = [other.name for other in table]
    before = order[: order.index(key.name)]
    after = next((n for n in reversed(before) if node.get(n) is not None), "")
    return set_key(document, node, key.name, lines[0].split(": ", 1)[1], after)


def verify_facts(path: str, text: str, expected: Sequence[Fact], days: Days) -> list[Problem]:
    """Read a new text as anyone would: it must say these facts in this order, and nothing else."""
    document = parse_document(path, text)
    found = Decoder(path).facts(document.root)
    same = [_plain(fact, days) for fact in found] == [_plain(fact, days) for fact in expected]
    return [] if same and not document.problems else [problem("edit-refused", Place(path), value=path)]


def says_fact(piece: str, expected: Fact, days: Days) -> bool:
    """Whether an entry, read alone as anyone would, says this fact and nothing else."""
    found = entry_fact(piece)
    return found is not None and _plain(found, days) == _plain(expected, days)


def _plain(fact: Fact, days: Days) -> tuple[object, ...]:
    """All that its file says of a fact: not what is derived or never written."""
    sources = fact.sources if fact.date else without_own_day(fact.sources)
    told = [(_OF_SOURCE(one), plain_reason(one.date, days.get(one.article, ""))) for one in sources]
    return (*_OF_FACT(fact), told)


def _but(kind: type, names: frozenset[str]) -> Callable[[object], tuple[object, ...]]:
    """All fields that make two values others, but some."""
    return attrgetter(*(one.name for one in fields(kind) if one.compare and one.name not in names))


_OF_FACT = _but(Fact, frozenset({"sources", "origins", "worth", "entry"}))
_OF_SOURCE = _but(Source, frozenset({"start", "end", "date"}))


def _change(path: str, old: TextFile | None, text: str) -> FileChange:
    new = TextFile(path, text, bom=old.bom if old else False).data
    return FileChange(path, old.data if old else None, new)


def _remove_line(text: str, node: Node, name: str) -> Edit | None:
    """Take away the one line of a key, if nothing else stands on it."""
    pair = next(((k, v) for k, v in node.pairs if k.value == name), None)
    if pair is None or node.style == "flow" or pair[0] is node.pairs[0][0]:
        return None
    start, end = line_start(text, pair[0].start), line_end(text, content_end(text, pair[1]))
    line = text[start:end]
    if "\n" in line or text[content_end(text, pair[1]) : end].strip():
        return None
    following = text.find("\n", end)
    return Edit(start, len(text) if following < 0 else following + 1, "")


def _shown(value: Any) -> str:
    if isinstance(value, Published):
        return " ".join(filter(None, (value.value, value.basis, value.zone, *tell_reasons(value))))
    return ", ".join(value) if isinstance(value, tuple) else str(value)
