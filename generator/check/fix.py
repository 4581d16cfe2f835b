"""Content in, the changes that have one right answer out; comments and layout stay.

Mended are: signs that look like YAML's own and stop it; a quote that YAML cut at a "#", or that differs
from the article only in spaces, quotation marks or dashes; quotation marks around a name; a date that is
written in words or lacks its zeros or hyphens; a choice that only has the wrong case; a single value where
a list belongs. Afterwards a fact that has a date by now is taken out of the undated (``plan_moves``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..config import Settings
from ..edtf import is_edtf
from ..errors import Problem, problem
from ..model import Place
from ..store.changes import Changes, FieldChange, FileChange
from ..store.conflicts import conflicts_in
from ..store.content import Content
from ..store.date_words import as_edtf
from ..store.decode import Decoder
from ..store.document import Document, Node, parse_document
from ..store.edits import plan_shelve_dated
from ..store.emit import scalar
from ..store.keys import FACT, Key, plain_name
from ..store.project import Project
from ..store.signs import with_plain_signs
from ..store.since import state_of
from ..store.splice import Edit, apply_edits, replace_value, same_style
from ..store.threeway import join_files
from .quotes import as_printed
from .slips import cut_off, without_marks

_KEYS = {plain_name(key.name): key for key in FACT}


def plan_fixes(content: Content, _settings: Settings = Settings()) -> Changes:
    """Everything in the facts that has one right answer, mended in place."""
    files: list[FileChange] = []
    updated: list[FieldChange] = []
    for path, file in content.files.items():
        mended = with_plain_signs(file.text) if path in content.unreadable else file.text
        if mended != file.text and parse_document(path, mended).parsed:
            files.append(FileChange(path, file.data, replace(file, text=mended).data))
    for path in content.facts_files:
        document = content.document(path)
        found = list(_fixes(content, document))
        if not found:
            continue
        file = content.files[path]
        text = apply_edits(file.text, (edit for edit, _ in found))
        if not _better(path, file.text, text):
            continue
        files.append(FileChange(path, file.data, replace(file, text=text).data))
        updated += (change for _, change in found)
    return Changes(files=tuple(files), updated=tuple(updated))


def plan_joins(project: Project, content: Content) -> Changes:
    """Files in which version control left marks, joined fact by fact; what both changed of one fact keeps its marks."""
    files: list[FileChange] = []
    problems: list[Problem] = []
    for path in content.unreadable:
        file = content.files.get(path)
        if (
            file is None
            or not path.startswith(f"{content.folder}/facts/")
            or not any(conflicts_in(file.text))
        ):
            continue
        states = [state_of(project, path, stage) for stage in (1, 2, 3)]
        base, ours, theirs = (text or "" for text in states)
        joined = (
            join_files(path, base, ours, theirs) if states[1] is not None and states[2] is not None else None
        )
        if joined is None:
            continue
        new = replace(file, text=joined.text).data
        if new != file.data:
            files.append(FileChange(path, file.data, new))
        for id in joined.conflicts:
            problems.append(problem("join-left", Place(path), fact=id, value=id))
    return Changes(files=tuple(files), problems=tuple(problems))


def plan_moves(content: Content) -> Changes:
    """Facts that have a date by now, in the files of their dates; made of the content as mended."""
    return Changes() if content.unreadable else plan_shelve_dated(content)


def _better(path: str, old: str, new: str) -> bool:
    """A mended file parses, keeps every fact, and has fewer problems or the same."""
    before, after = Decoder(path), Decoder(path)
    known = before.facts(parse_document(path, old).root)
    document = parse_document(path, new)
    found = after.facts(document.root)
    ids = {fact.id for fact in found}
    return document.parsed and len(after.problems) <= len(before.problems) and all(f.id in ids for f in known)


def _fixes(content: Content, document: Document) -> Iterator[tuple[Edit, FieldChange]]:
    root = document.root
    for entry in root.items if root is not None else ():
        id = _text(entry, "id")
        for name, value in entry.pairs:
            key = _KEYS.get(plain_name(name.value))
            if key is None:
                continue
            if key.field == "sources":
                for source in value.items:
                    yield from _quote_fix(content, document, source, id)
            else:
                yield from _value_fix(document, value, key, id)


def _quote_fix(
    content: Content, document: Document, source: Node, id: str
) -> Iterator[tuple[Edit, FieldChange]]:
    article = content.articles.get(_text(source, "article"))
    node = source.get("quote")
    if article is None or not article.text or node is None or node.kind != "text" or not node.value:
        return
    cut = cut_off(document, node)
    whole = node.value + cut
    if cut and whole in article.text:
        written = scalar(whole, flow=source.style == "flow")
        yield Edit(node.start, node.end + len(cut), written), FieldChange(id, "quote", node.value, whole)
    elif node.value not in article.text:
        printed = as_printed(node.value, article.text) or as_printed(without_marks(node.value), article.text)
        yield from _replaced(document, node, printed, "quote", id, flow=source.style == "flow")


def _value_fix(document: Document, node: Node, key: Key, id: str) -> Iterator[tuple[Edit, FieldChange]]:
    if key.name == "tags":
        for item in node.items:
            if (name := without_marks(item.value)) != item.value:
                yield from _replaced(document, item, name, key.name, id, flow=True)
    if node.kind != "text" or not node.value:
        return
    if key.name in ("speaker", "via") and (name := without_marks(node.value)) != node.value:
        yield from _replaced(document, node, name, key.name, id)
    elif key.form in ("date", "day") and not is_edtf(node.value):
        yield from _replaced(document, node, as_edtf(node.value), key.name, id)
    elif key.form == "choice" and node.value not in key.choices:
        right = [choice for choice in key.choices if choice == node.value.strip().lower()]
        yield from _replaced(document, node, right[0] if right else "", key.name, id)
    elif key.form in ("texts", "ids") and "," not in node.value:
        new = f"[{scalar(node.value, flow=True)}]"
        edit = replace_value(document.text, node, new)
        if edit is not None:
            yield edit, FieldChange(id, key.name, node.value, new)


def _replaced(
    document: Document, node: Node, value: str, name: str, id: str, *, flow: bool = False
) -> Iterator[tuple[Edit, FieldChange]]:
    if not value:
        return
    written = same_style(node, value, date=name in ("date", "added", "on"), flow=flow)
    edit = replace_value(document.text, node, written)
    if edit is not None:
        yield edit, FieldChange(id, name, node.value, value)


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.value if found is not None and found.kind == "text" else ""
