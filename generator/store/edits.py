"""A project's content and what an editor asks for in, the changes that do it out: rename and tidy.

Links are kept (``was`` leads former ids to where the fact is now), and so are comments and layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..errors import Problem, problem
from ..model import Fact, Place
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .decode import ID, Decoder
from .document import Document, parse_document
from .emit import scalar
from .schema import schema_line
from .sheet import Sheet, find_fact
from .shelf import is_on_shelf, shelf_of, sort_key
from .splice import (
    entry_spans,
    layout_of,
    newline_of,
    replace_value,
)


def plan_rename(content: Content, old: str, new: str) -> Changes:
    """Give the fact ``old`` the id ``new``; its old link leads to it."""
    fact, problems = find_fact(content, old)
    if fact is not None and (new in content.by_id and content.by_id[new] is not fact):
        problems.append(problem("rename-taken", content.by_id[new].place, fact=old, value=new))
    if not (ID.fullmatch(new) and new == new.lower()):
        problems.append(problem("id-form", value=new, name="id", example="bridge-opened"))
    if fact is None or problems or fact.id == new:
        return Changes(problems=tuple(problems))
    sheet = Sheet(content)
    node = content.node(fact.place, "id")
    done = node is not None and sheet.put(fact, replace_value(sheet.text(fact), node, scalar(new)))
    former = tuple(id for id in (*fact.merged_ids, fact.id) if id != new)
    done = done and sheet.add_value(fact, "was", fact.id)
    if new in fact.merged_ids:
        done = done and sheet.drop_value(fact, "was", new)
    sheet.want(fact, replace(fact, id=new, merged_ids=former))
    return sheet.changes(done, fact, FieldChange(fact.id, "id", fact.id, new))


def plan_tidy(content: Content) -> Changes:
    """Put every fact on the shelf of its date and sort each file by date; entries move whole, with comments."""
    return _shelve(content, lambda _: True, sort=True)


def plan_shelve_dated(content: Content) -> Changes:
    """Take the facts that have a date by now out of ``undated.yaml``; everything else stays where it is."""
    return _shelve(content, lambda fact: is_dated_now(fact, content.folder), sort=False)


def is_dated_now(fact: Fact, folder: str) -> bool:
    """Whether a fact stands among the undated and has a date."""
    return bool(fact.date) and is_on_shelf(fact.place.path, f"{folder}/facts/{shelf_of('')}")


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
            if is_on_shelf(path, shelf):
                shelf = path
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
