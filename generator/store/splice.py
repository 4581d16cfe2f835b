"""A parsed file and a wish in, the few characters to insert or replace out; everything else stays byte for byte.

The positions come from the parser, so comments, blank lines, quoting, indentation and line ends that a
person chose are never rewritten. A wish that cannot be met so is answered with None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Source
from .document import Document, Node
from .emit import scalar
from .entry import Days, Layout, flow_source, source_lines


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` with ``new``."""

    start: int
    end: int
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits made; they must not overlap. Edits at one place keep their order."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            raise ValueError("edits overlap")
        pieces += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*pieces, text[at:]))


def newline_of(text: str) -> str:
    """The line end a text uses (its first one)."""
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def content_end(text: str, node: Node) -> int:
    """Where the last character of a value stands, without the blank lines and comments after it."""
    leaf = node.last
    end = leaf.end
    if leaf.style in ("|", ">"):
        while end > leaf.start and text[end - 1] in " \t\r\n":
            end -= 1
    return end


def line_end(text: str, index: int) -> int:
    """Where the line of ``index`` ends, before its line end."""
    at = text.find("\n", index)
    if at < 0:
        return len(text)
    return at - 1 if at > index and text[at - 1] == "\r" else at


def line_start(text: str, index: int) -> int:
    """Where the line of ``index`` begins."""
    return text.rfind("\n", 0, index) + 1


def layout_of(document: Document) -> Layout:
    """The layout of a list of entries as its first entries show it."""
    root = document.root
    if root is None or root.kind != "list" or root.style == "flow" or not root.items:
        return Layout()
    first = next((item for item in root.items if item.kind == "map"), None)
    margin = root.column - 1
    gap = first.column - root.column if first and first.line == root.line else 2
    for item in root.items:
        for _, value in item.pairs:
            if value.kind == "list" and value.style == "block":
                return Layout(margin, max(gap, 2), max(0, value.column - item.column))
    return Layout(margin, max(gap, 2))


def append_entries(document: Document, entries: Iterable[list[str]], head: list[str]) -> Edit | None:
    """Add list entries at the end of a file; ``head`` are the first lines of a file that is still empty."""
    text = document.text
    newline = newline_of(text)
    blocks = [newline.join(lines) for lines in entries]
    root = document.root
    if root is None:
        if text.strip() and _has_marker(text, 0):
            return None
        start = "" if text.strip() else newline.join((*head, "")) if head else ""
        glue = "" if not text or text.endswith("\n") else newline
        return Edit(len(text), len(text), glue + start + (newline * 2).join(blocks) + newline)
    if root.kind == "list" and root.style == "flow" and not root.items and text[root.start] == "[":
        # `[]` is how one writes an empty list; it gives way to the entries
        return Edit(root.start, root.end, (newline * 2).join(blocks))
    if root.kind != "list" or root.style == "flow" or not root.items:
        return None
    end = content_end(text, root)
    body = (newline * 2).join(blocks)
    if _has_marker(text, end):
        at = line_end(text, end)
        return Edit(at, at, newline * 2 + body)
    return _at_end(text, body, newline)


def append_below(text: str, entries: Iterable[list[str]]) -> Edit:
    """The same for a text that is the sum of its entries."""
    return _at_end(text, "\n\n".join("\n".join(lines) for lines in entries), "\n")


def _at_end(text: str, body: str, newline: str) -> Edit:
    at = len(text)
    last = text[line_start(text, at - 1 if text.endswith("\n") else at) :]
    glue = newline if text.endswith("\n") else newline * 2
    return Edit(at, at, ("" if not last.strip() else glue) + body + newline)


def append_source(document: Document, fact: Node, source: Source, days: Days) -> Edit | None:
    """Add a source after the fact's other sources."""
    found = fact.get("sources")
    if found is None or found.kind != "list":
        return None
    text = document.text
    if found.style == "flow":
        return insert_in_flow(text, found, flow_source(source, days))
    last = found.items[-1]
    gap = last.column - found.column if last.kind == "map" and last.style == "block" else 2
    layout = Layout(found.column - 1, max(gap, 2), 2)
    newline = newline_of(text)
    at = line_end(text, content_end(text, found))
    return Edit(at, at, newline + newline.join(source_lines(source, days, layout)))


def insert_in_flow(text: str, node: Node, addition: str) -> Edit:
    """Add a value at the end of ``[…]`` or ``{…}``."""
    last = node.items[-1] if node.items else node.pairs[-1][1] if node.pairs else None
    if last is None:
        at = node.start + 1
        return Edit(at, at, addition)
    at = content_end(text, last)
    return Edit(at, at, f", {addition}")


def append_value(document: Document, owner: Node, name: str, value: str, after: str) -> Edit | None:
    """Add a value to the list ``name`` of an entry, making the list under the key ``after`` if it is not there."""
    text = document.text
    found = owner.get(name)
    written = scalar(value, flow=True)
    if found is None or (found.kind == "text" and not found.value):
        return set_key(document, owner, name, f"[{written}]", after)
    if found.kind != "list":
        return None
    if found.style == "flow":
        return insert_in_flow(text, found, written)
    newline = newline_of(text)
    at = line_end(text, content_end(text, found))
    gap = found.items[-1].column - found.column
    return Edit(at, at, f"{newline}{' ' * (found.column - 1)}-{' ' * (gap - 1)}{scalar(value)}")


def set_key(document: Document, owner: Node, name: str, value: str, after: str) -> Edit | None:
    """Give ``owner`` the line ``name: value``: in place of its value, or as a new line below the key ``after``."""
    text = document.text
    found = owner.get(name)
    if found is not None:
        return replace_value(text, found, value)
    if owner.style == "flow":
        return insert_in_flow(text, owner, f"{name}: {value}")
    if not owner.pairs:
        return None
    anchor = next((v for k, v in owner.pairs if k.value == after), owner.pairs[0][1])
    at = line_end(text, content_end(text, anchor))
    newline = newline_of(text)
    return Edit(at, at, f"{newline}{' ' * (owner.column - 1)}{name}: {value}")


def replace_value(text: str, node: Node, value: str) -> Edit | None:
    """Write ``value`` (YAML already) where ``node`` stands, if that is one line without a comment inside."""
    end = content_end(text, node)
    if node.start == node.end:
        return Edit(node.start, node.end, f" {value}" if text[node.start - 1 : node.start] == ":" else value)
    if "\n" in text[node.start : end] and not _machine_literal(text, node, end):
        return None
    return Edit(node.start, end, value)


def same_style(node: Node, value: str, *, date: bool = False, flow: bool = False) -> str:
    """``value`` as YAML in the quoting that ``node`` has."""
    return scalar(value, style=node.style if node.style in ("'", '"') else "", date=date, flow=flow)


def entry_spans(document: Document) -> list[tuple[int, int]]:
    """Whole lines of each entry of a list: from the comments right above its dash to the next entry's."""
    text, root = document.text, document.root
    if root is None or root.kind != "list":
        return []
    starts = [_entry_start(text, node) for node in root.items]
    end = line_end(text, content_end(text, root))
    end = min(len(text), end + (2 if text[end : end + 2] == "\r\n" else 1))
    return list(zip(starts, [*starts[1:], end], strict=True))


def _entry_start(text: str, node: Node) -> int:
    """Where the lines of an entry begin, with the comments that stand right above it."""
    start = line_start(text, node.start)
    while start > 0:
        above = line_start(text, start - 1)
        line = text[above:start].strip()
        if not line.startswith("#") or "yaml-language-server" in line:
            break
        start = above
    return start


def comments_in(text: str, node: Node, start: int, end: int) -> list[str]:
    """The comments in a stretch of text that holds ``node``, without their indentation."""
    found: list[str] = []
    at = start
    for leaf in (*leaves(node), None):
        stop = leaf.start if leaf else end
        for line in text[at:stop].split("\n"):
            mark = line.find("#")
            if mark >= 0 and (mark == 0 or line[mark - 1].isspace()):
                found.append(line[mark:].rstrip())
        if leaf is not None:
            header = text[leaf.start : leaf.end].split("\n")[0]
            if leaf.style in ("|", ">") and "#" in header:
                found.append(header[header.index("#") :].rstrip())
            at = max(at, content_end(text, leaf))
    return found


def leaves(node: Node) -> Iterator[Node]:
    """The texts of a node, keys too, in the order of the file."""
    if node.kind == "text":
        yield node
    for item in node.items:
        yield from leaves(item)
    for key, value in node.pairs:
        yield from leaves(key)
        yield from leaves(value)


def remove_value(text: str, node: Node, value: str) -> Edit | None:
    """Take a value out of a list; a list that would be empty stays as ``[]``."""
    index = next((n for n, item in enumerate(node.items) if item.value == value), None)
    if index is None:
        return None
    items = node.items
    if len(items) == 1:
        return Edit(node.start, content_end(text, node), "[]")
    if node.style == "flow":
        if index:
            return Edit(content_end(text, items[index - 1]), content_end(text, items[index]), "")
        return Edit(items[0].start, items[1].start, "")
    start = line_start(text, items[index].start)
    end = line_end(text, content_end(text, items[index]))
    if text[content_end(text, items[index]) : end].strip():
        return None
    return Edit(start, end + (2 if text[end : end + 2] == "\r\n" else 1), "")


def _machine_literal(text: str, node: Node, end: int) -> bool:
    """Whether a value is the two-line literal block this program writes."""
    span = text[node.start : end]
    return node.style == "|" and span.count("\n") == 1 and span.split("\n")[0].strip() == "|-"


def _has_marker(text: str, start: int) -> bool:
    """Whether a document marker follows, after which nothing may be added."""
    return any(line.startswith(("---", "...")) for line in text[start:].split("\n")[1 if start else 0 :])
