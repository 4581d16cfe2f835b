"""Three states of a file of facts in, one that has what both people did out, fact by fact.

Git compares lines and asks where two changes touch; people change facts. What only one of them changed, took away or
added is taken; where both changed one fact, its lines are compared key by key; what is left is a conflict, named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .document import Node, parse_document
from .splice import entry_spans

OURS, MIDDLE, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


@dataclass(frozen=True, slots=True)
class Joined:
    """The file as both leave it, and the ids of the facts that both changed otherwise."""

    text: str
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entries:
    head: str
    blocks: Mapping[str, str]
    tail: str


def join_files(path: str, base: str, ours: str, theirs: str) -> Joined | None:
    """Join two states of a file that grew out of ``base``; None when one of them is no list of facts."""
    parts = [_entries(path, text) for text in (base, ours, theirs)]
    if None in parts:
        return None
    was, mine, other = (part for part in parts if part is not None)
    found: dict[str, str] = {}
    conflicts: list[str] = []
    for id, block in mine.blocks.items():
        joined = _one(was.blocks.get(id), block, other.blocks.get(id))
        if joined is None:
            conflicts.append(id)
            joined = _marked(block, other.blocks.get(id, ""))
        if joined:
            found[id] = joined
    for id, block in other.blocks.items():
        if id not in mine.blocks and was.blocks.get(id) != block:
            if id in was.blocks:  # they changed what we took away
                conflicts.append(id)
                block = _marked("", block)
            found[id] = block
    head = mine.head if mine.head.strip() else other.head
    return Joined(head + _spaced(list(found.values())) + mine.tail, tuple(conflicts))


def _one(was: str | None, mine: str, other: str | None) -> str | None:
    """A fact as both leave it; ``""`` when it goes, None when both changed the same of it."""
    if other is None:
        return mine if was is None else ("" if _plain(mine) == _plain(was) else None)
    if _plain(mine) == _plain(other) or (was is not None and _plain(other) == _plain(was)):
        return mine
    if was is None:
        return None
    if _plain(mine) == _plain(was):
        return other
    return _keys(was, mine, other)


def _keys(was: str, mine: str, other: str) -> str | None:
    """Two changes of one fact that touch different keys; both of a decision's ``decided`` keep ours."""
    parts = [_by_key(text) for text in (was, mine, other)]
    before, ours, theirs = parts
    if any(part is None for part in parts) or before is None or ours is None or theirs is None:
        return None
    result = dict(ours)
    for key in dict.fromkeys((*ours, *theirs)):
        b, o, t = before.get(key), ours.get(key), theirs.get(key)
        if o == t or t == b or (key == "decided" and o is not None):
            continue
        if o != b:
            return None
        if t is None:
            result.pop(key, None)
        else:
            result[key] = t
    order = [*theirs, *(key for key in ours if key not in theirs)] if len(theirs) > len(ours) else [*result]
    return "".join(result[key] for key in dict.fromkeys((*order, *result)) if key in result)


def _by_key(text: str) -> dict[str, str] | None:
    """The lines of an entry by the key they begin with; what stands above its dash belongs to its first key."""
    document = parse_document("", text)
    root = document.root
    if root is None or root.kind != "list" or len(root.items) != 1 or root.items[0].style == "flow":
        return None
    starts: list[tuple[str, int]] = []
    for key, _ in root.items[0].pairs:
        starts.append((key.value, text.rfind("\n", 0, key.start) + 1))
    if not starts or len({name for name, _ in starts}) != len(starts):
        return None
    starts[0] = (starts[0][0], 0)
    ends = [at for _, at in starts[1:]] + [len(text)]
    return {name: text[at:end] for (name, at), end in zip(starts, ends, strict=True)}


def _entries(path: str, text: str) -> _Entries | None:
    """The lines of each fact of a file, and what stands around them."""
    document = parse_document(path, text)
    root = document.root
    if root is None and not document.problems:
        return _Entries(text, {}, "")
    if root is None or root.kind != "list" or root.style == "flow":
        return None
    spans = entry_spans(document)
    ids = [_id(node) for node in root.items]
    if "" in ids or len(set(ids)) != len(ids) or not spans:
        return None
    blocks = {id: text[start:end] for id, (start, end) in zip(ids, spans, strict=True)}
    return _Entries(text[: spans[0][0]], blocks, text[spans[-1][1] :])


def _id(node: Node) -> str:
    found = node.get("id") if node.kind == "map" else None
    return found.value if found is not None else ""


def _plain(block: str) -> str:
    return block.replace("\r\n", "\n").rstrip()


def _marked(mine: str, other: str) -> str:
    """Both states of one fact, between the marks that version control uses."""
    return "\n".join((OURS, *_lines(mine), MIDDLE, *_lines(other), THEIRS, ""))


def _lines(block: str) -> list[str]:
    return block.rstrip().split("\n") if block.strip() else []


def _spaced(blocks: list[str]) -> str:
    """Entries below one another, with a blank line between them as they had."""
    shown = [block.rstrip() for block in blocks]
    return ("\n\n".join(shown) + "\n") if shown else ""
