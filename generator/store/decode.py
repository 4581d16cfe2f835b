"""Nodes of a YAML file in, facts, articles and names out, with every problem found on the way.

A value that is wrong is reported and left at its default, so that one slip hides nothing else.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from ..bcp47 import language_tag
from ..edtf import EdtfError, parse_edtf
from ..embargo import embargo_end
from ..errors import Problem, problem
from ..fields import extra_text, structured
from ..model import Article, DateReason, Entity, Fact, Place, Published, PublishedWhy, Source, read_point
from ..prose.article_reasons import with_read_reasons
from ..values import dataclass, field
from .document import Node
from .emit import tree_value
from .entry import Days, full_reason, without_own_day
from .keys import ARTICLE, ENTITY, FACT, TABLES, FactKey, Key, plain_name

ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ARTICLE_ID = re.compile(r"[\w][\w.-]*")
_SHARED = 40  # characters: so short a value stands in many facts, and is kept once
_LONGEST_ID = 200  # bytes: an id becomes a folder name, and file systems stop at 255
_NOTHING = {"~", "null", "Null", "NULL"}
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(slots=True)
class Decoder:
    """Decodes the nodes of one file; ``problems`` grows as it goes."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)  # ids of facts that could not be read
    days: Days = field(default_factory=dict)  # articles' own days, for the anchors that files leave out

    def facts(self, root: Node | None) -> tuple[Fact, ...]:
        """Every readable fact of a facts file."""
        entries = self._entries(root, "facts")
        return tuple(fact for node in entries if (fact := self._fact(node)) is not None)

    def article(self, root: Node | None, id: str) -> Article | None:
        """The article of an article record; its text is not in the record."""
        if root is None or root.kind != "map":
            self._report("file-form", root, what="an article: 'title: …', 'publisher: …' and so on")
            return None
        values = self._values(root, ARTICLE, "an article")
        if not self._complete(root, values, ARTICLE, "An article"):
            return None
        if not values.get("file") and not values.get("type"):
            self._report(
                "key-missing", root, value="file", what="An article", example="file: seeds/bridge.txt"
            )
            return None
        if values.get("id", id) != id:
            self._report("article-id", root.get("id") or root, value=values["id"], name=id)
        published = values.pop("published", {})
        values["id"] = id
        published["why"] = tuple(PublishedWhy(**one) for one in published.get("why", ()))
        return Article(text="", published=with_read_reasons(Published(**published)), **values)

    def entities(self, root: Node | None) -> tuple[Entity, ...]:
        """Every readable name of the names file."""
        found: list[Entity] = []
        for node in self._entries(root, "names"):
            values = self._values(node, ENTITY, "a name")
            if self._complete(node, values, ENTITY, "A name"):
                found.append(Entity(place=self._place(node), **values))
        return tuple(found)

    def fact_value(self, node: Node, key: FactKey) -> Any:
        """The value of one key in a mapping, as the model holds it; None when it is not there or wrong."""
        value = self._values(node, FACT, "a fact").get(key.field)
        return structured(key, value) if value is not None and key in _STRUCTURED else value

    def _fact(self, node: Node) -> Fact | None:
        values = self._values(node, FACT, "a fact")
        values.setdefault("date", "")
        if not self._complete(node, values, FACT, "A fact"):
            self.lost.append(_name(node))
            return None
        sources = [self._source(**source) for source in values["sources"]]
        if not sources:
            self._report("fact-sources", node.get("sources") or node, fact=values["id"], value=values["id"])
        values["sources"] = tuple(sources) if values["date"] else without_own_day(sources)
        for key in _STRUCTURED:
            if key.field in values:
                values[key.field] = structured(key, values[key.field])
        return Fact(place=self._place(node), **values)

    def _source(
        self, article: str, quote: str = "", date: dict[str, Any] | None = None, **rest: Any
    ) -> Source:
        reason = full_reason(_reason(date or {}), self.days.get(article, ""))
        return Source(article, quote, date=reason, **rest)

    def _entries(self, root: Node | None, what: str) -> Iterable[Node]:
        """The mappings of a file that is a list of them."""
        if root is None:
            return
        if root.kind != "list":
            self._report("file-form", root, what=f"a list of {what}, each beginning with '- id: …'")
            return
        for node in root.items:
            if node.kind == "map":
                yield node
            else:
                self._report("entry-form", node, value=_short(node), what=what)

    def _complete(self, node: Node, values: dict[str, Any], table: tuple[Key, ...], what: str) -> bool:
        """Whether the required keys are there; every one that is missing is reported."""
        missing = [key for key in table if key.required and key.field not in values]
        for key in missing:
            written = _find(node, key)
            if written is None:
                example = f"{key.name}: {key.example}" if key.example else f"{key.name}:"
                self._report(
                    "key-missing", node, value=key.name, what=what, example=example, fact=_name(node)
                )
            elif written.kind == "text" and written.value.strip() == "":
                self._report("value-empty", written, value=key.name, fact=_name(node))
        return not missing

    def _values(self, node: Node, table: tuple[Key, ...], what: str) -> dict[str, Any]:
        """Field name to value, for every key of a mapping that is known and well formed."""
        values: dict[str, Any] = {}
        seen: dict[str, Node] = {}
        names = _names(table)
        for name, value in node.pairs:
            key = names.get(name.value) or names.get(plain_name(name.value))
            if key is None:
                self._unknown(name, table, what)
                continue
            first = seen.get(key.field)
            if first is not None:
                self._report("key-twice", name, value=name.value, first=first.line, fact=_name(node))
                continue
            seen[key.field] = name
            read = self._value(value, key)
            if read is not None:
                values[key.field] = read
        return values

    def _value(self, node: Node, key: Key) -> Any:
        """The value of a key in the form its table asks for, or None when it is empty or wrong."""
        if key.form in ("ids", "texts"):
            return self._texts(node, key)
        if key.form == "maps":
            return self._maps(node, key)
        if key.form == "extra":
            return self._extra(node, key)
        if key.form == "map":
            if node.kind != "map":
                if node.kind != "text" or node.value:
                    self._wrong(node, key, "a group of keys", key.example or "{…}")
                return None
            values = self._values(node, key.inner, f"'{key.name}'")
            return values if self._complete(node, values, key.inner, f"'{key.name}'") else None
        return self._text(node, key)

    def _text(self, node: Node, key: Key) -> Any:
        if node.kind != "text":
            self._wrong(node, key, "one value", f"{key.name}: {key.example}")
            return None
        # However a block is ended ("|", "|-", "|+"), no value here ends in a line break.
        value = node.value.rstrip("\n") if node.style in ("|", ">") else node.value
        if not node.style and value in _NOTHING:
            self._report("value-null", node, value=value, name=key.name)
            return None
        if not value.strip():
            return None
        if len(value) <= _SHARED:
            value = sys.intern(value)
        if key.form == "text":
            return value
        if key.form == "choice":
            return self._choice(node, key, value)
        if key.form == "language":
            return self._language(node, key, value)
        if key.form == "flag":
            return self._flag(node, key, value)
        if key.form == "number":
            return self._number(node, key, value)
        if key.form == "point":
            return self._point(node, key, value)
        if key.form == "id":
            return self._id(node, key, value)
        if key.form == "embargo":
            return self._embargo(node, key, value)
        return self._date(node, key, value)

    def _extra(self, node: Node, key: Key) -> str | None:
        """A group of any keys, as JSON; numbers and truth values written plainly are such."""
        if node.kind == "text" and not node.value.strip():
            return None
        if node.kind != "map":
            self._wrong(node, key, "a group of keys", f"{key.name}: {key.example}")
            return None
        return extra_text(tree_of(node))

    def _choice(self, node: Node, key: Key, value: str) -> str | None:
        if value in key.choices:
            return value
        hint = _nearest(value, key.choices) or f"Write one of: {', '.join(key.choices)}."
        self._report("value-choice", node, value=value, name=key.name, hint=hint)
        return None

    def _language(self, node: Node, key: Key, value: str) -> str | None:
        tag = language_tag(value)
        if not tag:
            self._report("language-form", node, value=value, name=key.name)
        return tag or None

    def _flag(self, node: Node, key: Key, value: str) -> bool | None:
        if value.lower() not in _FLAGS:
            self._wrong(node, key, "true or false", f"{key.name}: true")
        return _FLAGS.get(value.lower())

    def _number(self, node: Node, key: Key, value: str) -> float | None:
        if _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        self._wrong(node, key, "a number in digits", f"{key.name}: {key.example}")
        return None

    def _point(self, node: Node, key: Key, value: str) -> str | None:
        if read_point(value) is not None:
            return value
        self._wrong(node, key, "a latitude and a longitude in degrees", f"{key.name}: {key.example}")
        return None

    def _id(self, node: Node, key: Key, value: str) -> str | None:
        pattern = ARTICLE_ID if key.name == "article" else ID
        short = len(value.encode()) <= _LONGEST_ID
        if short and pattern.fullmatch(value) and (key.name == "article" or value == value.lower()):
            return value
        self._report("id-form", node, value=value, name=key.name, example=key.example.strip("[]"))
        # The fact is kept under its bad id: its other lines are checked in the same run.
        return value if key.required else None

    def _embargo(self, node: Node, key: Key, value: str) -> str:
        """Kept also where it is wrong: what nobody can read holds for ever, and never opens by mistake."""
        if embargo_end(value) is None:
            self._wrong(node, key, "a day, or a day with clock time and zone", f"{key.name}: {key.example}")
        return value

    def _date(self, node: Node, key: Key, value: str) -> str | None:
        if key.form == "moment":
            clock = _CLOCK.fullmatch(value)
            checked = clock[1] if clock else value
        else:
            checked = value
        try:
            edtf = parse_edtf(checked)
        except EdtfError as error:
            hint = _date_hint(value)
            self._report("date-form", node, value=value, name=key.name, why=_why(value, error), hint=hint)
            return None
        if key.form == "day" and edtf.precision != "day":
            self._report("day-form", node, value=value, name=key.name)
            return None
        return value

    def _texts(self, node: Node, key: Key) -> tuple[str, ...] | None:
        if node.kind == "text" and not node.value.strip():
            return None
        if node.kind != "list":
            shown = f"{key.name}: [{node.value}]" if node.kind == "text" else f"{key.name}: {key.example}"
            self._wrong(node, key, "a list", shown)
            return None
        values: list[str] = []
        for item in node.items:
            if item.kind != "text":
                self._wrong(item, key, "a list of plain values", f"{key.name}: {key.example}")
                continue
            value = self._id(item, key, item.value) if key.form == "ids" else item.value
            if value and value not in values:
                values.append(value)
        return tuple(values)

    def _maps(self, node: Node, key: Key) -> list[dict[str, Any]] | None:
        if node.kind == "text" and not node.value.strip():
            return [] if not key.required else None
        if node.kind != "list" or any(item.kind != "map" for item in node.items):
            wrong = node if node.kind != "list" else next(i for i in node.items if i.kind != "map")
            first = key.inner[0]
            self._report(
                "value-entries",
                wrong,
                value=_short(wrong),
                name=key.name,
                first=f"{first.name}: {first.example}",
            )
            if node.kind != "list":
                return None
        found: list[dict[str, Any]] = []
        for item in node.items:
            if item.kind == "map":
                values = self._values(item, key.inner, f"an entry of '{key.name}'")
                if self._complete(item, values, key.inner, f"An entry of '{key.name}'"):
                    found.append(values)
        return found

    def _unknown(self, name: Node, table: tuple[Key, ...], what: str) -> None:
        known = [key.name for key in table]
        hint = _nearest(plain_name(name.value), known) or f"The keys are: {', '.join(known)}."
        self._report("key-unknown", name, value=name.value, what=what, hint=hint)

    def _wrong(self, node: Node, key: Key, expected: str, example: str) -> None:
        self._report(
            "value-form", node, value=_short(node), name=key.name, expected=expected, example=example
        )

    def _place(self, node: Node | None) -> Place:
        return Place(self.path, node.line, node.column) if node else Place(self.path)

    def _report(self, code: str, node: Node | None, *, fact: str = "", **details: Any) -> None:
        self.problems.append(problem(code, self._place(node), fact=fact, **details))


def _inner_tables(table: tuple[Key, ...]) -> Iterator[tuple[Key, ...]]:
    """A table and those of the groups inside it."""
    yield table
    for key in table:
        if key.inner:
            yield from _inner_tables(key.inner)


_NAMES: dict[int, dict[str, Key]] = {
    id(table): {key.name: key for key in table} | {plain_name(key.name): key for key in table}
    for outer in TABLES.values()
    for table in _inner_tables(outer)
}
# Sources are made apart: what their dates rest on is filled in from their articles.
_STRUCTURED = tuple(key for key in FACT if key.of is not None and key.of is not Source)


def tree_of(node: Node) -> Any:
    """A node with all in it as JSON has it: only plain numbers and truth values are such; the parser bounds its depth."""
    if node.kind == "map":
        return {name.value: tree_of(value) for name, value in node.pairs}
    if node.kind == "list":
        return [tree_of(item) for item in node.items]
    return tree_value(node.value) if not node.style else node.value


def _reason(values: dict[str, Any]) -> DateReason:
    """A date's reason; where none is given, a person decided."""
    basis = "stated" if values.get("words") else "by hand"
    return DateReason(**{"basis": basis, **values})


def _names(table: tuple[Key, ...]) -> dict[str, Key]:
    return _NAMES[id(table)]


def _find(node: Node, key: Key) -> Node | None:
    return next((value for name, value in node.pairs if plain_name(name.value) == plain_name(key.name)), None)


def _name(node: Node) -> str:
    """The id of the fact a node belongs to, if it says one."""
    found = node.get("id")
    return found.value if found and found.kind == "text" else ""


def _date_hint(value: str) -> str:
    """How to write what was meant, or the forms there are."""
    from .date_words import as_edtf  # the tables of words are loaded by the first date that needs them

    meant = as_edtf(value)
    if meant:
        return f"Write '{meant}'; 'chronofact check --fix' does it for you."
    return "Write it like 2025-05-16, 2025-05, 2022, 2022~ (about), 2025-05-12/2025-05-18, 197X or -0043 (44 BC)."


def _nearest(value: str, known: Iterable[str]) -> str:
    """A suggestion, or ``""`` when nothing is near."""
    near = difflib.get_close_matches(value.lower(), list(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else ""


def _short(node: Node) -> str:
    """A value as a message shows it."""
    if node.kind != "text":
        return "a list" if node.kind == "list" else "a group of keys"
    return f"'{node.value}'" if len(node.value) <= 60 else f"'{node.value[:57]}…'"


def _why(value: str, error: Exception) -> str:
    """The reason with the value it is about."""
    said = _sentence(error)
    return said if value in said else f"'{value}': {said}"


def _sentence(error: Exception) -> str:
    """An error's own words, ready to stand in a sentence."""
    return str(error).rstrip(".")
