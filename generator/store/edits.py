"""A project's content and what an editor asks for in, the changes that do it out: rename, merge, tidy.

Links are kept (``was`` leads former ids to where the fact is now), and so are comments and layout.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import replace

from ..errors import Problem, problem
from ..model import Correction, Fact, Place, Source
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .decode import ID, Decoder
from .document import Document, Node, parse_document
from .drafting import verify_facts
from .emit import scalar
from .entry import Layout, correction_lines
from .keys import FACT
from .schema import schema_line
from .shelf import shelf_of, sort_key
from .splice import (
    Edit,
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
)

_ORDER = [key.name for key in FACT]


def plan_rename(content: Content, old: str, new: str) -> Changes:
    """Give the fact ``old`` the id ``new``; its old link leads to it."""
    fact, problems = _find(content, old)
    if fact is not None and (new in content.by_id and content.by_id[new] is not fact):
        problems.append(problem("rename-taken", content.by_id[new].place, fact=old, value=new))
    if not (ID.fullmatch(new) and new == new.lower()):
        problems.append(problem("id-form", value=new, name="id", example="bridge-opened"))
    if fact is None or problems or fact.id == new:
        return Changes(problems=tuple(problems))
    sheet = _Sheet(content)
    node = content.node(fact.place, "id")
    done = node is not None and sheet.put(fact, replace_value(sheet.text(fact), node, scalar(new)))
    former = tuple(id for id in (*fact.merged_ids, fact.id) if id != new)
    done = done and sheet.add_value(fact, "was", fact.id)
    if new in fact.merged_ids:
        done = done and sheet.drop_value(fact, "was", new)
    sheet.want(fact, replace(fact, id=new, merged_ids=former))
    return sheet.changes(done, fact, FieldChange(fact.id, "id", fact.id, new))


def plan_merge(content: Content, kept: str, absorbed: str) -> Changes:
    """Make two facts one: ``kept`` gains the sources, tags, corrections and link of ``absorbed``."""
    one, problems = _find(content, kept)
    other, more = _find(content, absorbed)
    problems += more
    if one is not None and other is not None:
        if one is other:
            problems.append(problem("merge-itself", one.place, fact=one.id, value=absorbed))
        elif other.id in one.not_same_as or one.id in other.not_same_as:
            problems.append(problem("merge-declared", one.place, fact=one.id, value=one.id, other=other.id))
    if one is None or other is None or problems:
        return Changes(problems=tuple(problems))
    sheet = _Sheet(content)
    known = {(source.article, source.quote) for source in one.sources}
    gained = tuple(source for source in other.sources if (source.article, source.quote) not in known)
    done = all(sheet.add_source(one, source) for source in gained)
    tags = tuple(tag for tag in other.tags if tag not in one.tags)
    done = done and all(sheet.add_value(one, "tags", tag) for tag in tags)
    former = tuple(id for id in (other.id, *other.merged_ids) if id not in one.merged_ids)
    done = done and all(sheet.add_value(one, "was", id) for id in former)
    merged = replace(
        one,
        sources=(*one.sources, *gained),
        tags=(*one.tags, *tags),
        merged_ids=(*one.merged_ids, *former),
    )
    for name in ("maybe_same_as", "disagrees_with"):
        if other.id in getattr(merged, name):
            done = done and sheet.drop_value(one, name, other.id)
    merged = replace(
        merged,
        maybe_same_as=tuple(id for id in merged.maybe_same_as if id != other.id),
        disagrees_with=tuple(id for id in merged.disagrees_with if id != other.id),
    )
    new_corrections = tuple(c for c in other.corrections if c not in one.corrections)
    if new_corrections:
        done = done and sheet.add_corrections(one, new_corrections)
        merged = replace(merged, corrections=(*one.corrections, *new_corrections))
    sheet.keep_comments(one, other)
    sheet.remove(other)
    sheet.want(one, merged)
    return sheet.changes(done, one, FieldChange(one.id, "was", "", other.id), merged=merged)


def plan_tidy(content: Content) -> Changes:
    """Put every fact on the shelf of its date and sort each file by date; entries move whole, with comments."""
    return _shelve(content, lambda _: True, sort=True)


def plan_shelve_dated(content: Content) -> Changes:
    """Take the facts that have a date by now out of ``undated.yaml``; everything else stays where it is."""
    return _shelve(content, lambda fact: is_dated_now(fact, content.folder), sort=False)


def is_dated_now(fact: Fact, folder: str) -> bool:
    """Whether a fact stands among the undated and has a date."""
    return bool(fact.date) and fact.place.path == f"{folder}/facts/{shelf_of('')}"


def _shelve(content: Content, moves: Callable[[Fact], bool], *, sort: bool) -> Changes:
    if content.unreadable:
        blocked = tuple(problem("add-unreadable", Place(path)) for path in content.unreadable)
        return Changes(problems=blocked)
    by_path: dict[str, list[Fact]] = {}
    for fact in content.facts:
        by_path.setdefault(fact.place.path, []).append(fact)
    lost = [path for path in content.facts_files if len(by_path.get(path, ())) != _entries(content, path)]
    shelves: dict[str, list[tuple[Fact, str]]] = {}
    rests: dict[str, tuple[str, str]] = {}
    for path in content.facts_files:
        document = content.document(path)
        if path in lost or not _can_move(document):
            # A file with a broken entry, or in brackets, stays as it is until a person mends it.
            continue
        spans = entry_spans(document)
        rests[path] = (document.text[: spans[0][0]], document.text[spans[-1][1] :])
        for fact, (start, end) in zip(by_path.get(path, ()), spans, strict=True):
            shelf = f"{content.folder}/facts/{shelf_of(fact.date)}" if moves(fact) else path
            if shelf in content.files and shelf not in rests and not _can_move(content.document(shelf)):
                shelf = path
            shelves.setdefault(shelf, []).append((fact, document.text[start:end]))
    files = [
        change
        for path in sorted({*rests, *shelves})
        if (change := _tidied(content, path, shelves.get(path, []), rests.get(path), sort=sort)) is not None
    ]
    problems = _same_facts(content, files)
    return Changes(problems=tuple(problems)) if problems else Changes(files=tuple(files))


def _tidied(
    content: Content,
    path: str,
    entries: list[tuple[Fact, str]],
    rest: tuple[str, str] | None,
    *,
    sort: bool = True,
) -> FileChange | None:
    """The file at ``path`` with these entries; None when nothing changes."""
    file = content.files.get(path)
    if file is not None and rest is None:
        document = content.document(path)
        rest = (document.text, "")
    newline = newline_of(file.text) if file else "\n"
    head, tail = rest or (schema_line(path, content.folder, "facts") + newline, "")
    margin = layout_of(content.document(path)).margin if file else 0
    ordered = sorted(entries, key=lambda entry: sort_key(entry[0].date)) if sort else entries
    blocks = [_fitted(text, fact, content, margin, newline) for fact, text in ordered]
    body = _joined(blocks, newline)
    if not tail.strip():
        body, tail = (body.rstrip() + newline if body else ""), ""
    if not body and not tail.strip() and _only_header(head):
        return FileChange(path, file.data, None) if file else None
    text = head + body + tail
    if file is None:
        return FileChange(path, None, text.encode("utf-8"))
    if [fact.id for fact, _ in ordered] == [f.id for f in content.facts if f.place.path == path]:
        return None
    return FileChange(path, file.data, replace(file, text=text).data)


def _joined(blocks: list[str], newline: str) -> str:
    """Entries one below the other, each on lines of its own."""
    whole = [block if block.endswith("\n") else block + newline for block in blocks]
    spaced = [
        b if b.endswith(newline * 2) or n == len(whole) - 1 else b + newline for n, b in enumerate(whole)
    ]
    return "".join(spaced)


def _fitted(text: str, fact: Fact, content: Content, margin: int, newline: str) -> str:
    """An entry's lines at the margin and with the line ends of the file it goes to."""
    own = layout_of(content.document(fact.place.path)).margin
    lines = text.replace("\r\n", "\n").split("\n")
    if margin > own:
        lines = [" " * (margin - own) + line if line.strip() else line for line in lines]
    elif margin < own:
        cut = own - margin
        lines = [line[cut:] if line[:cut].strip() == "" else line.lstrip() for line in lines]
    return newline.join(lines)


def _only_header(head: str) -> bool:
    return all(not line.strip() or "yaml-language-server" in line for line in head.split("\n"))


def _can_move(document: Document) -> bool:
    root = document.root
    block = root is not None and root.kind == "list" and root.style == "block" and bool(root.items)
    return block and not any(line.startswith(("---", "...")) for line in document.text.split("\n"))


def _entries(content: Content, path: str) -> int:
    root = content.document(path).root
    return len(root.items) if root is not None and root.kind == "list" else 0


def _same_facts(content: Content, files: Iterable[FileChange]) -> list[Problem]:
    """A tidied project says what it said before; what does not is not written."""
    before: dict[str, Fact] = {}
    after: dict[str, Fact] = {}
    for change in files:
        for data, found in ((change.old, before), (change.new, after)):
            text = (data or b"").decode("utf-8").removeprefix("\ufeff")
            facts = Decoder(change.path).facts(parse_document(change.path, text).root)
            found.update((fact.id, fact) for fact in facts)
    return [] if before == after else [problem("edit-refused", value=content.folder)]


def _find(content: Content, id: str) -> tuple[Fact | None, list[Problem]]:
    fact = content.by_id.get(id)
    if fact is not None:
        return fact, []
    return None, [problem("fact-unknown", fact=id, value=id, hint=nearest_fact(content, id))]


def nearest_fact(content: Content, id: str) -> str:
    """A hint at the fact that was meant."""
    near = difflib.get_close_matches(id, list(content.by_id), n=1)
    return f"Did you mean '{near[0]}'?" if near else "Every fact's entry begins with its id."


class _Sheet:
    """Edits of a few facts, collected and checked."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.edits: dict[str, list[Edit]] = {}
        self.wanted: dict[str, Fact] = {}
        self.gone: set[str] = set()
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
        node = self._node(fact)
        return self.put(fact, append_source(self._document(fact), node, source, self.days))

    def add_value(self, fact: Fact, name: str, value: str) -> bool:
        """Add to a list; several to a list that is not there yet go into one new line."""
        edits = self.edits.setdefault(fact.place.path, [])
        made = self.made.get((fact.id, name))
        if made is not None:
            edits[made] = replace(edits[made], new=f"{edits[made].new[:-1]}, {scalar(value, flow=True)}]")
            return True
        node = self._node(fact)
        before = _ORDER[: _ORDER.index(name)]
        after = next((key for key in reversed(before) if node.get(key) is not None), "id")
        edit = append_value(self._document(fact), node, name, value, after)
        if edit is not None and edit.new.endswith("]"):
            self.made[fact.id, name] = len(edits)
        return self.put(fact, edit)

    def drop_value(self, fact: Fact, name: str, value: str) -> bool:
        node = self._node(fact).get(name)
        return node is not None and self.put(fact, remove_value(self.text(fact), node, value))

    def add_corrections(self, fact: Fact, corrections: Iterable[Correction]) -> bool:
        """Add corrections below the fact's own, or below its sources when it has none."""
        node, text = self._node(fact), self.text(fact)
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
        document = self._document(absorbed)
        spans = entry_spans(document)
        root = document.root
        assert root is not None
        node = self._node(absorbed)
        start, end = spans[root.items.index(node)]
        comments = comments_in(document.text, node, start, end)
        if comments:
            target = self._node(kept)
            text = self.text(kept)
            newline = newline_of(text)
            at = line_end(text, content_end(text, target))
            indent = " " * (target.column - 1)
            self.put(kept, Edit(at, at, "".join(f"{newline}{indent}{comment}" for comment in comments)))

    def remove(self, fact: Fact) -> None:
        document = self._document(fact)
        root = document.root
        assert root is not None
        start, end = entry_spans(document)[root.items.index(self._node(fact))]
        self.gone.add(fact.id)
        self.put(fact, Edit(start, end, ""))

    def changes(self, done: bool, fact: Fact, change: FieldChange, *, merged: Fact | None = None) -> Changes:
        """The finished plan, or why it cannot be made."""
        if not done:
            return Changes(
                problems=(problem("edit-refused", fact.place, fact=fact.id, value=fact.place.path),)
            )
        files: list[FileChange] = []
        problems: list[Problem] = []
        for path, edits in sorted(self.edits.items()):
            file = self.content.files[path]
            text = apply_edits(file.text, edits)
            before = Decoder(path).facts(self.content.document(path).root)
            expected = [self.wanted.get(f.id, f) for f in before if f.id not in self.gone]
            problems += verify_facts(path, text, expected, self.days)
            files.append(FileChange(path, file.data, replace(file, text=text).data))
        if problems:
            return Changes(problems=tuple(problems))
        gained = merged.sources[len(fact.sources) :] if merged else ()
        return Changes(
            files=tuple(files), updated=(change,), merged=tuple((fact.id, source) for source in gained)
        )

    def _document(self, fact: Fact) -> Document:
        return self.content.document(fact.place.path)

    def _node(self, fact: Fact) -> Node:
        node = self.content.node(fact.place)
        assert node is not None  # a fact's place is where its node was read
        return node
