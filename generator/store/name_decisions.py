"""The names of a project and what a person decides on them in, the changes of ``entities.yaml`` out.

A proposed name is taken with its other spellings, ignored, joined with another spelling, or given its kind. Only
the entries concerned change; comments and layout stay.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rapidfuzz.distance import Levenshtein

from ..errors import Problem, problem
from ..model import Entity, Fact
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .decode import Decoder
from .document import Node, parse_document
from .drafting import field_edit
from .keys import ENTITY
from .splice import Edit, apply_edits, entry_spans

_KEYS = {key.field: key for key in ENTITY}
KINDS = _KEYS["kind"].choices


class NameDecisions:
    """Decisions on names, collected and then planned at once."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.by_id = {entity.id: entity for entity in content.entities}
        self.wanted: dict[str, Entity] = {}
        self.gone: set[str] = set()
        self.problems: list[Problem] = []

    def accept(self, id: str, kind: str = "") -> None:
        """Readers may follow the name, with its other spellings."""
        self._set(id, status="published", **({"kind": kind} if kind else {}))

    def ignore(self, id: str) -> None:
        """It is no name worth following; it is never proposed again."""
        self._set(id, status="ignored")

    def kind(self, id: str, kind: str) -> None:
        """Say what it names."""
        if kind in KINDS:
            self._set(id, kind=kind)
        else:
            self.problems.append(
                problem("value-choice", value=kind, name="kind", hint=f"Write one of: {', '.join(KINDS)}.")
            )

    def join(self, kept: str, other: str) -> None:
        """Two spellings are one name: ``kept`` gains the other's name and spellings as aliases."""
        one, two = self._find(kept), self._find(other)
        if one is None or two is None:
            return
        if one.id == two.id:
            self.problems.append(problem("merge-itself", one.place, value=one.id))
            return
        names = [name for name in (*one.aliases, two.name, *two.aliases) if name != one.name]
        self._set(one.id, aliases=tuple(dict.fromkeys(names)))
        self.gone.add(two.id)

    def changes(self) -> Changes:
        """Everything decided, as one plan; with a problem, nothing."""
        path = f"{self.content.folder}/entities.yaml"
        file = self.content.files.get(path)
        if self.problems or file is None:
            return Changes(problems=tuple(self.problems))
        document = self.content.document(path)
        root = document.root
        edits: list[Edit] = []
        for entity in self.content.entities:
            node = self.content.node(entity.place)
            if node is None or root is None:
                return Changes(problems=(problem("edit-refused", entity.place, value=path),))
            if entity.id in self.gone:
                start, end = entry_spans(document)[root.items.index(node)]
                edits.append(Edit(start, end, ""))
            elif entity.id in self.wanted:
                edits += self._edits(entity, node, path)
        if self.problems:
            return Changes(problems=tuple(self.problems))
        text = apply_edits(file.text, edits)
        expected = [_bare(self.wanted.get(e.id, e)) for e in self.content.entities if e.id not in self.gone]
        after = parse_document(path, text)
        if after.problems or [_bare(e) for e in Decoder(path).entities(after.root)] != expected:
            return Changes(problems=(problem("edit-refused", value=path),))
        changed = tuple(FieldChange(id, "name", "", "decided") for id in (*self.wanted, *self.gone))
        new = replace(file, text=text).data
        return Changes(files=(FileChange(path, file.data, new),) if new != file.data else (), updated=changed)

    def _edits(self, entity: Entity, node: Node, path: str) -> list[Edit]:
        found: list[Edit] = []
        wanted = self.wanted[entity.id]
        for name in ("kind", "aliases", "status"):
            value: Any = getattr(wanted, name)
            if value == getattr(entity, name):
                continue
            written = "" if name == "status" and value == "published" else value
            edit = field_edit(self.content.document(path), node, _KEYS[name], written, ENTITY, {})
            if edit is None:
                self.problems.append(problem("edit-refused", entity.place, value=path))
            else:
                found.append(edit)
        return found

    def _set(self, id: str, **values: Any) -> None:
        found = self._find(id)
        if found is not None:
            self.wanted[found.id] = replace(self.wanted.get(found.id, found), **values)

    def _find(self, name: str) -> Entity | None:
        """A name by its id, or as it is written."""
        found = self.by_id.get(name) or next(
            (e for e in self.content.entities if name in (e.name, *e.aliases)), None
        )
        if found is None:
            near = difflib.get_close_matches(name, self.by_id, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "'chronofact names' lists them."
            self.problems.append(problem("name-unknown", value=name, hint=hint))
        return found


def proposed_names(content: Content, facts: Iterable[Fact] = ()) -> tuple[tuple[Entity, int], ...]:
    """Names that wait, each with the number of facts that say it, most often said first; ``facts``: only theirs."""
    chosen = tuple(facts) or content.facts
    texts = [
        " ".join((fact.text, fact.speaker, *(source.quote for source in fact.sources))) for fact in chosen
    ]
    counted = [
        (entity, sum(any(name in text for name in (entity.name, *entity.aliases)) for text in texts))
        for entity in content.entities
        if entity.status == "proposed"
    ]
    if chosen is not content.facts:
        counted = [(entity, number) for entity, number in counted if number]
    return tuple(sorted(counted, key=lambda one: (-one[1], one[0].name)))


def spelled_alike(content: Content) -> tuple[tuple[Entity, Entity], ...]:
    """Pairs of names of one kind that look like two spellings of one: a surname's letters differ by one or two."""
    names = [entity for entity in content.entities if entity.status != "ignored"]
    found: list[tuple[Entity, Entity]] = []
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            if one.kind == other.kind and _alike(one.name, other.name):
                kept, gone = (other, one) if one.status == "proposed" != other.status else (one, other)
                found.append((kept, gone))
    return tuple(found)


def spelled_like(content: Content, name: Entity) -> tuple[Entity, ...]:
    """Other names of its kind that look like another spelling of ``name``."""
    return tuple(
        other
        for other in content.entities
        if other.status != "ignored" and other.id != name.id and other.kind == name.kind
        if _alike(name.name, other.name)
    )


def _alike(one: str, other: str) -> bool:
    a, b = one.casefold().split(), other.casefold().split()
    if a[-1:] == b[-1:] and (len(a) == 1) != (len(b) == 1):
        return True  # a surname alone and in full
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and _respelled(*apart[0])


def _respelled(one: str, other: str) -> bool:
    """Whether two words differ as two spellings of one name do: by a letter, in a long word by two."""
    shorter = min(len(one), len(other))
    return shorter >= 4 and Levenshtein.distance(one, other) <= 1 + (shorter > 6)


def _bare(entity: Entity) -> Entity:
    from ..model import Place

    return replace(entity, place=Place())
