"""A project's content and what a person decides in, the changes that do it out.

Every decision goes through here, whether a command, the terminal screen or the browser asks for it: accept,
reject, hold, edit, split, merge, dispute, withdraw, and back again. Only the entry concerned changes, byte for
byte; who decided and when stands in it. ``store.undo`` writes the changes and can take them back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..errors import Problem, problem
from ..fields import BY_FIELD
from ..ids import fact_id
from ..model import Correction, DateReason, Fact, Place
from .changes import Changes, FieldChange, FileChange
from .content import Content
from .decode import Decoder
from .document import parse_document
from .emit import flow_map
from .keys import FACT
from .rejected import ATTRIBUTES, ATTRIBUTES_TEXT, REJECTED, Rejected, write_rejected
from .schema import schema_line
from .sheet import Sheet
from .since import PUBLIC
from .splice import append_entries, apply_edits, entry_spans, set_key
from .typed import read_typed
from .who import Who

_LINKS = tuple(key for key in FACT if key.form == "ids" and key.field != "merged_ids")
# What a reader of a public fact must be told when it changes.
_TOLD = ("text", "date", "speaker")


class Decisions:
    """Decisions on one content, collected and then planned at once."""

    def __init__(self, content: Content, who: Who) -> None:
        self.content = content
        self.who = who
        self.sheet = Sheet(content)
        self.updated: list[FieldChange] = []
        self.problems: list[Problem] = []
        self.rejected: dict[str, dict[str, Rejected]] = {}
        self._linked: dict[str, list[Fact]] | None = None

    def accept(self, fact: Fact) -> None:
        """It is right: readers may see it."""
        self._set(fact, status="reviewed", reason="", decided=self.who.decision())

    def hold(self, fact: Fact, why: str = "") -> None:
        """It stays a draft that was seen; ``review`` leaves it out until it is asked for."""
        if fact.status in PUBLIC:
            self._refuse("decision-public", fact, name="hold")
        else:
            self._set(fact, decided=self.who.decision(why))

    def dispute(self, fact: Fact, why: str) -> None:
        """It stands, and readers are told why it is doubted."""
        self._with_reason(fact, "disputed", why)

    def withdraw(self, fact: Fact, why: str) -> None:
        """It no longer stands; its page stays and says why."""
        self._with_reason(fact, "withdrawn", why)

    def reject(self, fact: Fact, why: str = "") -> None:
        """It leaves the files and is remembered, with its lines."""
        if fact.status in PUBLIC:
            self._refuse("decision-public", fact, name="reject")
            return
        document = self.sheet.document(fact)
        root = document.root
        assert root is not None
        if root.style == "flow":
            self._refuse("edit-refused", fact)
            return
        start, end = entry_spans(document)[root.items.index(self.sheet.node(fact))]
        article = fact.sources[0].article if fact.sources else ""
        known = self.rejected.setdefault(article, self._rejected_of(article))
        known[fact.id] = Rejected(
            fact.id,
            fact.text,
            article,
            fact.place.path,
            document.text[start:end],
            self.who.by,
            self.who.on,
            why,
        )
        self.sheet.remove(fact)
        self._unlink(fact)
        self.updated.append(FieldChange(fact.id, "status", fact.status, "rejected"))

    def edit(self, fact: Fact, typed: Mapping[str, str], why: str = "") -> None:
        """Give fields the values that were typed; a public fact tells its readers, when ``why`` is given."""
        values: dict[str, Any] = {}
        for name, text in typed.items():
            read = read_typed(name, text, fact.place)
            if isinstance(read, tuple):
                values[read[0].field] = read[1]
            else:
                self.problems.append(replace(read, fact=fact.id))
        if self.problems:
            return
        told = [name for name in _TOLD if name in values and values[name] != getattr(fact, name)]
        if why and fact.status in PUBLIC and told:
            new = tuple(
                Correction(self.who.on, str(getattr(fact, name)), str(values[name]), why) for name in told
            )
            if self.sheet.add_corrections(fact, new):
                held = self.sheet.wanted.get(fact.id, fact)
                self.sheet.want(fact, replace(held, corrections=(*held.corrections, *new)))
            else:
                self._refuse("edit-refused", fact)
        if "date" in values and values["date"] != fact.date:
            self._by_hand(fact, values["date"])
        self._set(fact, **values)

    def split(self, fact: Fact, texts: Sequence[str]) -> tuple[str, ...]:
        """Make one fact several: it keeps the first text, and each other one is a fact with the same sources.

        A part that an earlier run has made is not made twice.
        """
        first, *others = [" ".join(text.split()) for text in texts]
        made_before = {one.text for one in self.content.facts if fact.id in one.not_same_as}
        others = [text for text in others if text not in made_before]
        taken = {*self.content.by_id, *self.content.lost}
        made: list[str] = []
        for text in others:
            id = fact_id(text, {*taken, *made})
            part = replace(
                fact, id=id, text=text, status="draft", merged_ids=(), corrections=(), decided=None, reason="",
                added=self.who.on, not_same_as=(fact.id,), maybe_same_as=(), disagrees_with=(), follows=(),
                lead=False, place=Place(),
            )  # fmt: skip
            if not self.sheet.add_entry(fact.place.path, part):
                self._refuse("edit-refused", fact)
            made.append(id)
            self.updated.append(FieldChange(id, "text", fact.text, text))
        self._set(fact, text=first)
        return tuple(made)

    def not_same(self, fact: Fact, other: str) -> None:
        """Two look-alikes are two."""
        self._set(
            fact,
            not_same_as=(*fact.not_same_as, other),
            maybe_same_as=tuple(id for id in fact.maybe_same_as if id != other),
        )

    def changes(self) -> Changes:
        """Everything decided, as one plan; with a problem, nothing."""
        files, found = self.sheet.files()
        problems = (*self.problems, *found)
        if problems:
            return Changes(problems=problems)
        return Changes(files=(*files, *self._memory()), updated=tuple(self.updated))

    def _memory(self) -> Iterable[FileChange]:
        """The files of what was rejected."""
        top = self.content.folder
        texts = {
            f"{top}/{REJECTED}/{id or 'none'}.jsonl": write_rejected(k.values())
            for id, k in self.rejected.items()
        }
        if texts:
            texts[f"{top}/{ATTRIBUTES}"] = ATTRIBUTES_TEXT
        for path, text in sorted(texts.items()):
            old = self.content.files.get(path)
            if old is None or old.text != text:
                yield FileChange(
                    path, old.data if old else None, text.encode("utf-8", "surrogatepass") or None
                )

    def _rejected_of(self, article: str) -> dict[str, Rejected]:
        return {id: one for id, one in self.content.rejected.items() if one.article == article}

    def _set(self, fact: Fact, **values: Any) -> None:
        for name, value in values.items():
            key, held = BY_FIELD[name], getattr(fact, name)
            if not self.sheet.set_value(fact, key, value):
                self._refuse("edit-refused", fact)
            elif held != value and name != "decided":
                self.updated.append(FieldChange(fact.id, key.name, _shown(held), _shown(value)))

    def _with_reason(self, fact: Fact, status: str, why: str) -> None:
        if not why.strip():
            self._refuse("decision-why", fact, name=status)
        else:
            self._set(fact, status=status, reason=why, decided=self.who.decision())

    def _by_hand(self, fact: Fact, date: str) -> None:
        """The first source's reason for its date is a person's from now on."""
        node = self.content.node(fact.place, "sources", 0)
        source = fact.sources[0]
        reason = DateReason(words=source.date.words if date else "", basis="by hand")
        pairs = [(name, value) for name, value in (("words", reason.words), ("basis", reason.basis)) if value]
        edit = set_key(self.sheet.document(fact), node, "date", flow_map(pairs), "quote") if node else None
        if self.sheet.put(fact, edit):
            held = self.sheet.wanted.get(fact.id, fact)
            sources = (replace(source, date=reason), *fact.sources[1:])
            self.sheet.want(fact, replace(held, sources=sources))
        else:
            self._refuse("edit-refused", fact)

    def _unlink(self, gone: Fact) -> None:
        """No other fact points to one that is gone."""
        if self._linked is None:
            self._linked = {}
            for fact in self.content.facts:
                for key in _LINKS:
                    for id in getattr(fact, key.field):
                        self._linked.setdefault(id, []).append(fact)
        for fact in dict.fromkeys(f for id in (gone.id, *gone.merged_ids) for f in self._linked.get(id, ())):
            if fact.id in self.sheet.gone:
                continue
            for key in _LINKS:
                held = getattr(self.sheet.wanted.get(fact.id, fact), key.field)
                left = tuple(id for id in held if id not in (gone.id, *gone.merged_ids))
                if left == held:
                    continue
                if self.sheet.set_list(fact, key, held, left):
                    wanted = self.sheet.wanted.get(fact.id, fact)
                    self.sheet.want(fact, _with(wanted, key.field, left))
                else:
                    self._refuse("edit-refused", fact)

    def _refuse(self, code: str, fact: Fact, **details: Any) -> None:
        value = fact.place.path if code == "edit-refused" else details.pop("value", fact.id)
        self.problems.append(problem(code, fact.place, fact=fact.id, value=value, **details))


def plan_back(content: Content, ids: Iterable[str]) -> Changes:
    """Bring rejected facts back as they were, at the end of the file they stood in."""
    entries: dict[str, list[Rejected]] = {}
    left = dict(content.rejected)
    for id in ids:
        if id not in content.rejected:
            return Changes(problems=(problem("rejected-unknown", value=id),))
        if id in content.by_id:
            return Changes(problems=(problem("rename-taken", content.by_id[id].place, value=id),))
        one = left.pop(id)
        entries.setdefault(one.path, []).append(one)
    files = [change for path, some in entries.items() if (change := _with_entries(content, path, some))]
    if len(files) < len(entries):
        return Changes(problems=(problem("edit-refused", value=", ".join(entries)),))
    for article in {one.article for some in entries.values() for one in some}:
        path = f"{content.folder}/{REJECTED}/{article or 'none'}.jsonl"
        old = content.files[path]
        text = write_rejected(one for one in left.values() if one.article == article)
        files.append(FileChange(path, old.data, text.encode("utf-8") if text else None))
    changed = tuple(
        FieldChange(one.id, "status", "rejected", "draft") for some in entries.values() for one in some
    )
    return Changes(files=tuple(files), updated=changed)


def _with_entries(content: Content, path: str, some: Sequence[Rejected]) -> FileChange | None:
    """A file with the lines of entries at its end; None when they are no facts any more."""
    file = content.files.get(path)
    blocks = [one.entry.rstrip().split("\n") for one in some]
    if file is None or content.document(path).root is None:
        head = file.text if file else schema_line(path, content.folder, "facts") + "\n"
        text = head.rstrip("\n") + "\n" + "\n\n".join("\n".join(lines) for lines in blocks) + "\n"
    else:
        edit = append_entries(content.document(path), [[line.rstrip("\r") for line in b] for b in blocks], [])
        if edit is None:
            return None
        text = apply_edits(file.text, [edit])
    document = parse_document(path, text)
    found = {fact.id for fact in Decoder(path).facts(document.root)}
    if document.problems or not {one.id for one in some} <= found:
        return None
    return FileChange(
        path, file.data if file else None, replace(file, text=text).data if file else text.encode("utf-8")
    )


def _with(fact: Fact, field: str, value: Any) -> Fact:
    return replace(fact, **{field: value})


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
