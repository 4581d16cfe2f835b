"""Edits of a few facts in, collected; the files that make them out, checked to say what was wished and nothing else."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..errors import Problem, problem
from ..model import Correction, Fact, Source
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .decode import Decoder
from .document import Document, Node
from .drafting import field_edit, verify_facts
from .emit import scalar
from .entry import Layout, correction_lines, fact_lines, key_lines
from .keys import FACT, FactKey
from .splice import (
    Edit,
    append_entries,
    append_source,
    append_value,
    apply_edits,
    comments_in,
    content_end,
    entry_spans,
    layout_of,
    line_end,
    newline_of,
    remove_value,
    replace_value,
    set_key,
)

_ORDER = [key.name for key in FACT]


def find_fact(content: Content, id: str) -> tuple[Fact | None, list[Problem]]:
    """The fact of an id or a former id, or why there is none."""
    fact = content.by_id.get(id)
    if fact is not None:
        return fact, []
    return None, [problem("fact-unknown", fact=id, value=id, hint=nearest_fact(content, id))]


def nearest_fact(content: Content, id: str) -> str:
    """A hint at the fact that was meant."""
    near = difflib.get_close_matches(id, list(content.by_id), n=1)
    return f"Did you mean '{near[0]}'?" if near else "Every fact's entry begins with its id."


class Sheet:
    """Edits of a few facts, collected and checked."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.edits: dict[str, list[Edit]] = {}
        self.wanted: dict[str, Fact] = {}
        self.gone: set[str] = set()
        self.fresh: dict[str, list[tuple[Fact, list[str]]]] = {}  # new entries of a file
        self.made: dict[tuple[str, str], int] = {}  # new lists: fact and key -> which edit
        self.days = {id: article.published.day for id, article in content.articles.items()}

    def text(self, fact: Fact) -> str:
        return self.content.files[fact.place.path].text

    def put(self, fact: Fact, edit: Edit | None) -> bool:
        if edit is None:
            return False
        self.edits.setdefault(fact.place.path, []).append(edit)
        return True

    def want(self, fact: Fact, wanted: Fact) -> None:
        self.wanted[fact.id] = wanted

    def add_source(self, fact: Fact, source: Source) -> bool:
        node = self.node(fact)
        return self.put(fact, append_source(self.document(fact), node, source, self.days))

    def add_value(self, fact: Fact, name: str, value: str) -> bool:
        """Add to a list; several to a list that is not there yet go into one new line."""
        edits = self.edits.setdefault(fact.place.path, [])
        made = self.made.get((fact.id, name))
        if made is not None:
            edits[made] = replace(edits[made], new=f"{edits[made].new[:-1]}, {scalar(value, flow=True)}]")
            return True
        node = self.node(fact)
        before = _ORDER[: _ORDER.index(name)]
        after = next((key for key in reversed(before) if node.get(key) is not None), "id")
        edit = append_value(self.document(fact), node, name, value, after)
        if edit is not None and edit.new.endswith("]"):
            self.made[fact.id, name] = len(edits)
        return self.put(fact, edit)

    def add_key(self, fact: Fact, key: FactKey, value: Any) -> bool:
        """Give a fact a key it does not have, on a line of its own."""
        lines = key_lines(key, value, self.days, Layout())
        if len(lines) != 1:
            return False
        node, before = self.node(fact), _ORDER[: _ORDER.index(key.name)]
        after = next((name for name in reversed(before) if node.get(name) is not None), "id")
        written = lines[0].split(": ", 1)[1]
        return self.put(fact, set_key(self.document(fact), node, key.name, written, after))

    def set_value(self, fact: Fact, key: FactKey, value: Any) -> bool:
        """Give a field of a fact a value, in place; nothing to say takes its line away."""
        wanted = replace(self.wanted.get(fact.id, fact), **{key.field: value})
        if getattr(self.wanted.get(fact.id, fact), key.field) == value:
            return True
        self.wanted[fact.id] = wanted
        node = self.node(fact)
        if not value and node.get(key.name) is None:
            return True
        return self.put(fact, field_edit(self.document(fact), node, key, value, FACT, self.days))

    def set_list(self, fact: Fact, key: FactKey, held: tuple[str, ...], value: tuple[str, ...]) -> bool:
        """Give a list of ids what is left of it; several decisions of one run may shorten the same list."""
        node = self.node(fact).get(key.name)
        if node is None:
            return False
        edits = self.edits.setdefault(fact.place.path, [])
        if node.style == "block":
            gone = [id for id in held if id not in value]
            return all(self.put(fact, remove_value(self.text(fact), node, id)) for id in gone)
        edit = field_edit(self.document(fact), self.node(fact), key, value, FACT, self.days)
        at = self.made.get((fact.id, key.name))
        if edit is None or at is None:
            self.made[fact.id, key.name] = len(edits)
            return self.put(fact, edit)
        edits[at] = edit
        return True

    def swap_value(self, fact: Fact, name: str, old: str, new: str) -> bool:
        """Put ``new`` in the place of ``old`` in a list."""
        node = self.node(fact).get(name)
        item = next((i for i in node.items if i.value == old), None) if node else None
        return item is not None and self.put(
            fact, replace_value(self.text(fact), item, scalar(new, flow=True))
        )

    def drop_value(self, fact: Fact, name: str, value: str) -> bool:
        node = self.node(fact).get(name)
        return node is not None and self.put(fact, remove_value(self.text(fact), node, value))

    def add_corrections(self, fact: Fact, corrections: Iterable[Correction]) -> bool:
        """Add corrections below the fact's own, or below its sources when it has none."""
        node, text = self.node(fact), self.text(fact)
        newline = newline_of(text)
        found = node.get("corrections")
        anchor = found if found is not None else node.get("sources")
        if anchor is None or anchor.kind != "list" or anchor.style == "flow" or node.style == "flow":
            return False
        lines = correction_lines(corrections, Layout(anchor.column - 1))
        head = [] if found is not None else [" " * (node.column - 1) + "corrections:"]
        at = line_end(text, content_end(text, anchor))
        return self.put(fact, Edit(at, at, newline + newline.join((*head, *lines))))

    def keep_comments(self, kept: Fact, absorbed: Fact) -> None:
        """What a person wrote beside the absorbed fact stays, below the fact that absorbed it."""
        document = self.document(absorbed)
        spans = entry_spans(document)
        root = document.root
        assert root is not None
        node = self.node(absorbed)
        start, end = spans[root.items.index(node)]
        comments = comments_in(document.text, node, start, end)
        if comments:
            target = self.node(kept)
            text = self.text(kept)
            newline = newline_of(text)
            at = line_end(text, content_end(text, target))
            indent = " " * (target.column - 1)
            self.put(kept, Edit(at, at, "".join(f"{newline}{indent}{comment}" for comment in comments)))

    def remove(self, fact: Fact) -> None:
        document = self.document(fact)
        root = document.root
        assert root is not None
        start, end = entry_spans(document)[root.items.index(self.node(fact))]
        self.gone.add(fact.id)
        edits = self.edits.get(fact.place.path, [])
        for number, edit in enumerate(edits):
            if start <= edit.start < end:  # what was to change in it goes with it
                edits[number] = Edit(start, start, "")
        self.put(fact, Edit(start, end, ""))

    def add_entry(self, path: str, fact: Fact) -> bool:
        """Put a new fact at the end of a file."""
        document = self.content.document(path)
        lines = fact_lines(fact, self.days, layout_of(document))
        if append_entries(document, [lines], []) is None:
            return False
        self.fresh.setdefault(path, []).append((fact, lines))
        return True

    def files(self) -> tuple[tuple[FileChange, ...], tuple[Problem, ...]]:
        """Every file that changes, or why one of them would not say what was wished."""
        files: list[FileChange] = []
        problems: list[Problem] = []
        for path in sorted({*self.edits, *self.fresh}):
            file, fresh = self.content.files[path], self.fresh.get(path, [])
            edits = list(self.edits.get(path, ()))
            if fresh:
                edit = append_entries(self.content.document(path), [lines for _, lines in fresh], [])
                edits += [edit] if edit else []
            text = apply_edits(file.text, edits)
            before = Decoder(path).facts(self.content.document(path).root)
            expected = [self.wanted.get(f.id, f) for f in before if f.id not in self.gone]
            problems += verify_facts(path, text, [*expected, *(fact for fact, _ in fresh)], self.days)
            files.append(FileChange(path, file.data, replace(file, text=text).data))
        return ((), tuple(problems)) if problems else (tuple(files), ())

    def changes(self, done: bool, fact: Fact, change: FieldChange, *, merged: Fact | None = None) -> Changes:
        """The finished plan, or why it cannot be made."""
        if not done:
            return Changes(
                problems=(problem("edit-refused", fact.place, fact=fact.id, value=fact.place.path),)
            )
        files, problems = self.files()
        if problems:
            return Changes(problems=problems)
        gained = merged.sources[len(fact.sources) :] if merged else ()
        return Changes(files=files, updated=(change,), merged=tuple((fact.id, source) for source in gained))

    def document(self, fact: Fact) -> Document:
        return self.content.document(fact.place.path)

    def node(self, fact: Fact) -> Node:
        node = self.content.node(fact.place)
        assert node is not None  # a fact's place is where its node was read
        return node
