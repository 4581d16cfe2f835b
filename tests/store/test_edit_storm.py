"""Random human edits in, adding old and new articles after them: not one human byte lost or moved.

``CHRONOFACT_STORM=3000`` runs thousands of storms instead of the few of every test run.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Fact
from generator.store import load_content, write_changes
from generator.store.document import Document, Node, parse_document
from generator.store.emit import double_quoted, scalar
from generator.store.project import Project
from generator.store.splice import entry_spans, leaves

from .conftest import MEMORY
from .worlds import BRIDGE, FERRY, LATER, add, is_kept, make_article, make_project, plan, read_facts, snapshot

STORMS = int(os.environ.get("CHRONOFACT_STORM", "120"))
OLD = make_article("bridge", BRIDGE)
FERRIES = make_article("ferry", FERRY, "1931-03-04")
NEW = make_article("later", LATER, "1931-03-08")
WORDS = ("мир", "NO", "1984-05", "it's", 'a "b" c', "日本語", "x: y", "- z", "# no comment", "🌉", "é" * 5)

Dice = random.Random


def _human(dice: Dice) -> str:
    return f"{dice.choice(WORDS)} {dice.randrange(10**6)}"


def _entries(document: Document) -> list[Node]:
    return document.root.items if document.root is not None else []


def _pick(document: Document, dice: Dice) -> Node | None:
    entries = [e for e in _entries(document) if e.style == "block"]
    return dice.choice(entries) if entries else None


def _replaced(text: str, node: Node, new: str) -> str:
    end = node.end
    while end > node.start and text[end - 1] in "\r\n":
        end -= 1
    return text[: node.start] + new + text[end:]


def change_field(text: str, document: Document, dice: Dice) -> str:
    """Type another text, speaker, date, kind or status."""
    entry = _pick(document, dice)
    name = dice.choice(("text", "speaker", "date", "status", "kind", "id", "added"))
    node = entry.get(name) if entry else None
    if node is None or node.kind != "text":
        return text
    choices = {"date": "1931-02", "status": "reviewed", "kind": "proposal", "added": "1931-04-01"}
    choices["id"] = f"my-id-{dice.randrange(10**6)}"
    return _replaced(text, node, choices.get(name) or double_quoted(_human(dice)))


def change_source(text: str, document: Document, dice: Dice) -> str:
    """Another quote, article, date words or reason in a source."""
    entry = _pick(document, dice)
    sources = entry.get("sources") if entry else None
    if sources is None or not sources.items:
        return text
    source = dice.choice(sources.items)
    reason = source.get("date")
    found = [source.get("quote"), source.get("article"), *(v for _, v in (reason.pairs if reason else ()))]
    node = dice.choice([node for node in found if node is not None and node.kind == "text"])
    values = {"quote": double_quoted(_human(dice)), "article": "bridge"}
    name = next((k.value for k, v in source.pairs if v is node), "")
    return _replaced(text, node, values.get(name) or double_quoted(_human(dice)))


def add_key(text: str, document: Document, dice: Dice) -> str:
    """A key of one's own choice at any place of an entry: a correction, an image, a reason."""
    entry = _pick(document, dice)
    if entry is None:
        return text
    key, _ = dice.choice(entry.pairs)
    line = dice.choice(
        (
            "corrections: [{{on: 1931-03-09, was: a, now: b}}]",
            "reason: >-\n{}  folded {}",
            "not_same_as: [x-y]",
            "via: 'x'",
            "lead: true",
            "follows: [x-y]",
            "fulfils: [x-y, 'z']",
            "measure: {{what: dead, value: 9, at_least: true}}",
            "brackets: [{{words: 'of mine {1}', stands_for: it}}]",
        )
    )
    indent = " " * (entry.column - 1)
    if entry.get(line.split(":")[0]) is not None or key is entry.pairs[0][0]:
        return text
    return text[: key.start] + line.format(indent, dice.randrange(99)) + f"\n{indent}" + text[key.start :]


def requote(text: str, document: Document, dice: Dice) -> str:
    """The same value in other quotes, or folded over two lines."""
    entry = _pick(document, dice)
    node = entry.get(dice.choice(("text", "id", "date"))) if entry else None
    if node is None:
        return text
    if " " in node.value and dice.random() < 0.5 and node.style in ("'", '"', ""):
        indent = "\n" + " " * (entry.column + 4 if entry else 4)
        first, rest = node.value.split(" ", 1)
        return _replaced(text, node, double_quoted(first)[:-1] + indent + double_quoted(rest)[1:])
    return _replaced(text, node, double_quoted(node.value))


def delete_fact(text: str, document: Document, dice: Dice) -> str:
    """Take a fact out with its comments."""
    spans = entry_spans(document)
    if not spans:
        return text
    start, end = dice.choice(spans)
    return text[:start] + text[end:]


def reorder(text: str, document: Document, dice: Dice) -> str:
    """Put the facts in another order."""
    spans = entry_spans(document)
    if len(spans) < 2:
        return text
    parts = [text[a:b] for a, b in spans]
    parts = [p if p.endswith("\n") else p + "\n" for p in parts]
    dice.shuffle(parts)
    return text[: spans[0][0]] + "".join(parts) + text[spans[-1][1] :]


def _outside_values(document: Document) -> list[int]:
    """Starts of lines that begin no continuation of a value."""
    text = document.text
    inside: set[int] = set()
    stack = list(_entries(document))
    while stack:
        node = stack.pop()
        stack += [*node.items, *(n for pair in node.pairs for n in pair)]
        if node.kind == "text" or node.style == "flow":
            inside.update(m.end() for m in re.finditer("\n", text[node.start : node.end].rstrip("\r\n")))
            inside.update(
                node.start + m.end() for m in re.finditer("\n", text[node.start : node.end].rstrip("\r\n"))
            )
    return [0, *(m.end() for m in re.finditer("\n", text) if m.end() not in inside)]


def comment_line(text: str, document: Document, dice: Dice) -> str:
    """A comment of one's own, at any indentation, between any two lines."""
    at = dice.choice(_outside_values(document))
    newline = "\r\n" if "\r\n" in text else "\n"
    return text[:at] + " " * dice.randrange(6) + f"# {_human(dice)}{newline}" + text[at:]


def blank_line(text: str, document: Document, dice: Dice) -> str:
    """An empty line, perhaps with spaces."""
    at = dice.choice(_outside_values(document))
    return text[:at] + " " * dice.choice((0, 0, 3)) + "\n" + text[at:]


def comment_behind(text: str, document: Document, dice: Dice) -> str:
    """A comment behind any value that ends its line."""
    entry = _pick(document, dice)
    ends = []
    for node in leaves(entry) if entry else ():
        stop = text.find("\n", node.end)
        if (
            node.style in ("", "'", '"')
            and node.value
            and not text[node.end : max(stop, node.end)].strip("\r]} ")
        ):
            ends.append(stop - (text[stop - 1] == "\r") if stop >= 0 else len(text))
    if not ends:
        return text
    at = dice.choice(ends)
    return text[:at] + f"  # {_human(dice)}" + text[at:]


def indent_file(text: str, _document: Document, _dice: Dice) -> str:
    """Every line two further in, the first comment too."""
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def block_tags(text: str, document: Document, dice: Dice) -> str:
    """Tags as a list below their key, with one more."""
    entry = _pick(document, dice)
    node = entry.get("tags") if entry else None
    if node is None or node.style != "flow" or entry is None:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = newline + " " * (entry.column - 1 + dice.choice((0, 2))) + "- "
    values = [*(item.value for item in node.items), _human(dice)]
    rest = text[node.end :]
    if rest.split("\n")[0].strip():
        return text
    return text[: node.start].rstrip(" ") + "".join(indent + scalar(v) for v in values) + rest


def flow_fact(text: str, document: Document, dice: Dice) -> str:
    """A whole fact in braces."""
    entry = _pick(document, dice)
    if entry is None:
        return text
    spans = entry_spans(document)
    start, end = spans[_entries(document).index(entry)]
    margin = " " * ((document.root.column if document.root else 1) - 1)

    def braces(node: Node) -> str:
        if node.kind == "text":
            return double_quoted(node.value) if node.value else '""'
        if node.kind == "list":
            return "[" + ", ".join(braces(i) for i in node.items) + "]"
        return "{" + ", ".join(f"{k.value}: {braces(v)}" for k, v in node.pairs) + "}"

    return text[:start] + f"{margin}- {braces(entry)}\n" + text[end:]


def crlf(text: str, _document: Document, _dice: Dice) -> str:
    """Save with the other system's line ends."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def no_last_newline(text: str, _document: Document, _dice: Dice) -> str:
    """Save without an end to the last line."""
    return text.rstrip("\r\n")


def trailing_spaces(text: str, document: Document, dice: Dice) -> str:
    """Leave spaces behind a value."""
    entry = _pick(document, dice)
    node = entry.get("status") if entry else None
    return text[: node.end] + "   " + text[node.end :] if node else text


Edit = Callable[[str, Document, Dice], str]
EDITS: tuple[Edit, ...] = (
    change_field, change_source, add_key, requote, delete_fact, reorder, comment_line, blank_line, comment_behind, indent_file,
    block_tags, flow_fact, crlf, no_last_newline, trailing_spaces,
)  # fmt: skip


def split_file(root: Path, dice: Dice) -> None:
    """Half of a file's facts go to a new file of any name."""
    path = dice.choice(_files(root))
    data = path.read_bytes().decode().removeprefix("\ufeff")
    document = parse_document("x", data)
    spans = entry_spans(document)
    if len(spans) < 2 or document.problems:
        return
    cut = spans[len(spans) // 2][0]
    other = path.with_name(f"part {dice.randrange(10**6)} é.yaml")
    other.write_bytes(data[cut:].encode())
    path.write_bytes(data[:cut].encode())


def move_fact(root: Path, dice: Dice) -> None:
    """A fact is cut from one file and pasted at the end of another."""
    files = _files(root)
    source, target = dice.choice(files), dice.choice(files)
    text = source.read_bytes().decode().removeprefix("\ufeff")
    document = parse_document("x", text)
    spans = entry_spans(document)
    into = target.read_bytes().decode()
    other = parse_document("y", into.removeprefix("\ufeff"))
    if source == target or not spans or document.problems or other.problems:
        return
    if (document.root and other.root) and document.root.column != other.root.column:
        return
    start, end = dice.choice(spans)
    glue = "" if not into or into.endswith("\n") else "\n"
    target.write_bytes((into + glue + text[start:end]).encode())
    source.write_bytes((text[:start] + text[end:]).encode())


def add_mark(root: Path, dice: Dice) -> None:
    """An editor that writes a byte order mark."""
    path = dice.choice(_files(root))
    data = path.read_bytes()
    if not data.startswith(b"\xef\xbb\xbf"):
        path.write_bytes(b"\xef\xbb\xbf" + data)


def remove_file(root: Path, dice: Dice) -> None:
    """A whole file of facts is thrown away."""
    dice.choice(_files(root)).unlink()


def drop_source(root: Path, dice: Dice) -> None:
    """A source is taken out of a fact that has two."""
    path = dice.choice(_files(root))
    text = path.read_bytes().decode()
    document = parse_document("x", text)
    for entry in _entries(document):
        sources = entry.get("sources")
        if sources and sources.style == "block" and len(sources.items) > 1 and text[:1] != "\ufeff":
            start = text.rfind("\n", 0, sources.items[0].start) + 1
            end = text.rfind("\n", 0, sources.items[1].start) + 1
            path.write_bytes((text[:start] + text[end:]).encode())
            return


def edit_record(root: Path, dice: Dice) -> None:
    """An article's record is corrected by hand."""
    path = dice.choice(sorted((root / "content/articles").glob("*.yaml")))
    text = path.read_text("utf-8")
    path.write_text(text.replace("publisher: The", f"# {_human(dice)}\npublisher: My", 1), "utf-8")


FILE_EDITS = (edit_record, split_file, move_fact, add_mark, remove_file, drop_source)


def _files(root: Path) -> list[Path]:
    return sorted((root / "content" / "facts").rglob("*.yaml"))


def _storm(root: Path, steps: list[tuple[int, int]]) -> None:
    """Make the edits that leave valid files; a person who breaks a file is told so by other tests."""
    for choice, seed in steps:
        dice = random.Random(seed)
        if not _files(root):
            return
        number = choice % (len(EDITS) + len(FILE_EDITS))
        if number >= len(EDITS):
            FILE_EDITS[number - len(EDITS)](root, dice)
            continue
        path = dice.choice(_files(root))
        raw = path.read_bytes().decode()
        mark, text = raw[: raw.startswith("\ufeff")], raw.removeprefix("\ufeff")
        document = parse_document("x", text)
        if document.problems:
            continue
        new = EDITS[number](text, document, dice)
        if not parse_document("x", new).problems:
            path.write_bytes((mark + new).encode())


def _same_but_sources(old: Fact, new: Fact) -> bool:
    count = len(old.sources)
    return replace(new, sources=new.sources[:count]) == old


@pytest.fixture(scope="module")
def start() -> Project:
    root = Path(tempfile.mkdtemp(prefix="storm-", dir=MEMORY if MEMORY.is_dir() else None))
    project = make_project(root, (OLD, FERRIES))
    add(project, OLD, FERRIES)
    yield project
    shutil.rmtree(root)


STEPS = st.lists(
    st.tuples(st.integers(0, len(EDITS) + len(FILE_EDITS) - 1), st.integers(0, 2**20)),
    min_size=1,
    max_size=14,
)


@given(steps=STEPS)
@settings(max_examples=STORMS, deadline=None, suppress_health_check=list(HealthCheck))
def test_adding_after_a_storm_of_edits_keeps_every_human_byte(start: Project, steps: list) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        root = Path(folder) / "p"
        shutil.copytree(start.root, root)
        project = replace(start, root=root)
        _storm(root, steps)
        before = load_content(project)
        assert not before.unreadable
        files = snapshot(root)
        known = {fact.id for fact in load_content(start).facts}
        ids = {fact.id for fact in before.facts}
        broken = len(ids) != len(before.facts)
        changes = plan(before, OLD, FERRIES)
        assert not any(f.path.startswith("content/facts") for f in changes.files), changes.as_diff()
        (root / "seeds/later.txt").write_text(LATER, "utf-8")
        changes = plan(load_content(project), OLD, FERRIES, NEW)
        if broken:
            return
        assert not changes.problems, changes.problems
        assert write_changes(project, changes) == ()
        after = load_content(project)
        assert not after.unreadable
        for path, data in files.items():
            if "/." not in path:
                assert path in snapshot(root) and is_kept(data, snapshot(root)[path]), path
        now = {fact.id: fact for fact in after.facts}
        assert not {id for id in now if id in known and id not in ids}, "a removed fact came back"
        for fact in before.facts:
            assert _same_but_sources(replace(fact, place=now[fact.id].place), now[fact.id]), fact.id
            assert now[fact.id].place.path == fact.place.path
        for fact in before.facts:
            quotes = {source.quote for source in fact.sources}
            wanted = {f.sources[0].quote for f in read_facts(NEW)} & quotes
            got = {source.quote for source in now[fact.id].sources if source.article == NEW.id}
            assert wanted <= got, "a new source is missing"
        assert not plan(after, OLD, FERRIES, NEW).files, plan(after, OLD, FERRIES, NEW).as_diff()


@given(steps=STEPS)
@settings(max_examples=STORMS // 2, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_better_reading_changes_only_what_no_person_touched(start: Project, steps: list) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        root = Path(folder) / "p"
        shutil.copytree(start.root, root)
        project = replace(start, root=root)
        machine = {fact.id: fact for fact in load_content(project).facts}
        _storm(root, steps)
        before = {fact.id: fact for fact in load_content(project).facts}
        if len(before) != len(load_content(project).facts):
            return
        better = [replace(f, date="1931-03", speaker="The Council", tags=()) for f in read_facts(OLD)]
        changes = plan(load_content(project), OLD, facts=better)
        assert not changes.problems, changes.problems
        write_changes(project, changes)
        after = {fact.id: fact for fact in load_content(project).facts}
        assert set(after) == set(before)
        for id, fact in before.items():
            if id not in machine:
                assert replace(after[id], place=fact.place) == fact
                continue
            for name, better_value in (("date", "1931-03"), ("speaker", "The Council")):
                held, was, now = (getattr(f[id], name) for f in (before, machine, after))
                assert now in ((held,) if held != was else (held, better_value))
            assert (after[id].text, after[id].status) == (fact.text, fact.status)
        again = plan(load_content(project), OLD, facts=better)
        assert not any(f.path.startswith("content/facts") for f in again.files), again.as_diff()
