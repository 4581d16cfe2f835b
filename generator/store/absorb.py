"""Two facts of a project in, the changes that make them one out; each field as its row in the table says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..errors import problem
from ..fields import BY_FIELD, said
from ..fields.key import Merge
from ..model import Correction, Fact, Source
from .changes import Changes, FieldChange
from .content import Content
from .keys import FACT, FactKey
from .sheet import Sheet, find_fact
from .who import Who


def plan_merge(content: Content, kept: str, absorbed: str, who: Who = Who()) -> Changes:
    """Make two facts one: ``kept`` gains the sources, tags, corrections and link of ``absorbed``."""
    one, problems = find_fact(content, kept)
    other, more = find_fact(content, absorbed)
    problems += more
    if one is not None and other is not None:
        if one is other:
            problems.append(problem("merge-itself", one.place, fact=one.id, value=absorbed))
        elif other.id in one.not_same_as or one.id in other.not_same_as:
            problems.append(problem("merge-declared", one.place, fact=one.id, value=one.id, other=other.id))
    if one is None or other is None or problems:
        return Changes(problems=tuple(problems))
    sheet = Sheet(content)
    merged, done = one, True
    for key in FACT:
        if done:
            merged, done = _MERGE[key.merge](sheet, key, merged, one, other)
    sheet.keep_comments(one, other)
    sheet.remove(other)
    sheet.want(one, merged)
    if who != Who():
        done = done and sheet.set_value(one, BY_FIELD["decided"], who.decision())
        merged = sheet.wanted[one.id]
    return sheet.changes(done, one, FieldChange(one.id, "was", "", other.id), merged=merged)


def _own(_sheet: Sheet, key: FactKey, merged: Fact, one: Fact, other: Fact) -> tuple[Fact, bool]:
    """The kept fact's value stays; ids in it that name the absorbed fact go."""
    if key.form != "ids" or other.id not in getattr(one, key.field):
        return merged, True
    done = _sheet.drop_value(one, key.name, other.id)
    left = tuple(id for id in getattr(one, key.field) if id != other.id)
    return _with(merged, key, left), done


def _union(sheet: Sheet, key: FactKey, merged: Fact, one: Fact, other: Fact) -> tuple[Fact, bool]:
    """What the absorbed fact has more joins."""
    held: tuple[Any, ...] = getattr(one, key.field)
    gained: tuple[Any, ...]
    if key.of is Source:
        known = {(source.article, source.quote) for source in held}
        gained = tuple(s for s in other.sources if (s.article, s.quote) not in known)
        done = all(sheet.add_source(one, source) for source in gained)
    else:
        gained = tuple(value for value in getattr(other, key.field) if value not in held)
        done = _gain(sheet, key, one, gained)
    return _with(merged, key, (*held, *gained)), done


def _gain(sheet: Sheet, key: FactKey, one: Fact, gained: tuple[Any, ...]) -> bool:
    if key.of is Correction:
        return not gained or sheet.add_corrections(one, gained)
    return all(sheet.add_value(one, key.name, value) for value in gained)


def _links(sheet: Sheet, key: FactKey, merged: Fact, one: Fact, other: Fact) -> tuple[Fact, bool]:
    """Ids join, without those of the two facts themselves."""
    held, both = getattr(one, key.field), {*_ids(one), *_ids(other)}
    gained = tuple(id for id in getattr(other, key.field) if id not in held and id not in both)
    if not gained:
        return _own(sheet, key, merged, one, other)
    done = True
    if other.id in held:
        # Its place in the list goes to the first id that comes with it.
        done = sheet.swap_value(one, key.name, other.id, gained[0])
        held, gained = tuple(gained[0] if id == other.id else id for id in held), gained[1:]
    done = done and all(sheet.add_value(one, key.name, id) for id in gained)
    return _with(merged, key, (*held, *gained)), done


def _former(sheet: Sheet, key: FactKey, merged: Fact, one: Fact, other: Fact) -> tuple[Fact, bool]:
    """The absorbed fact's ids lead to the kept one."""
    former = tuple(id for id in _ids(other) if id not in one.merged_ids)
    done = all(sheet.add_value(one, key.name, id) for id in former)
    return _with(merged, key, (*one.merged_ids, *former)), done


def _either(sheet: Sheet, key: FactKey, merged: Fact, one: Fact, other: Fact) -> tuple[Fact, bool]:
    """The absorbed fact's value where the kept one says nothing."""
    if said(key, one) or not said(key, other):
        return merged, True
    value = getattr(other, key.field)
    return _with(merged, key, value), sheet.add_key(one, key, value)


def _with(fact: Fact, key: FactKey, value: Any) -> Fact:
    return replace(fact, **{key.field: value})


def _ids(fact: Fact) -> tuple[str, ...]:
    return (fact.id, *fact.merged_ids)


_MERGE: dict[Merge, Callable[[Sheet, FactKey, Fact, Fact, Fact], tuple[Fact, bool]]] = {
    "own": _own,
    "union": _union,
    "either": _either,
    "former": _former,
    "links": _links,
}
