"""Values of the model in, plain lists and numbers that JSON holds out; and back.

A value is the list of its fields without a default, in their order, and then the number and the value of each other
field that says something, so that 100,000 facts are small and quickly made again. Whoever keeps rows keeps ``form_of``
their type beside them: rows of another form are not read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from .text_file import fingerprint

Maker = Callable[[Any], Any]


def row_of(value: Any) -> Any:
    """``value`` as lists, texts and numbers."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [row_of(one) for one in value]
    if not _is_value(kind):
        return value
    needed, others = _parts(kind)
    row = [row_of(getattr(value, name)) for name in needed]
    for at, name, usual in others:
        held = getattr(value, name)
        if held is not usual and (held != usual or type(held) is not type(usual)):
            row += [at, held if type(held) in _PLAIN else row_of(held)]
    return row


_PLAIN = frozenset({str, int, float, bool, type(None)})
_is_value = cache(is_dataclass)


@cache
def maker(kind: type) -> Maker:
    """What makes a value of the dataclass ``kind`` of its row; raises TypeError or ValueError on what is none."""
    hints = get_type_hints(kind)
    needed, others = _parts(kind)
    size = len(needed)
    inner = [(at, made) for at, name in enumerate(needed) if (made := _made(hints[name])) is not None]
    names = {at: (name, _made(hints[name])) for at, name, _ in others}
    create = _creator(kind)

    def make(row: Any) -> Any:
        if type(row) is not list or len(row) < size or (len(row) - size) % 2:
            raise ValueError(f"no row of {kind.__name__}")
        values = row[:size]
        for at, made in inner:
            values[at] = made(values[at])
        said = {}
        try:
            for at in range(size, len(row), 2):
                name, own = names[row[at]]
                said[name] = row[at + 1] if own is None else own(row[at + 1])
        except KeyError as error:
            raise ValueError(f"no field of {kind.__name__}") from error
        return create(*values, **said)

    return make


def _creator(kind: Any) -> Callable[..., Any]:
    """What makes a value of ``kind`` of its fields, in a fifth of the time: a frozen class sets each of them by a call.

    It is another class with the same slots, which then becomes ``kind``; ``kind`` itself where that cannot be.
    """
    every = fields(kind)
    plain = all(one.init and one.default_factory is MISSING for one in every)
    if not plain or hasattr(kind, "__post_init__") or getattr(kind, "__slots__", None) != tuple(_names(kind)):
        return cast("Callable[..., Any]", kind)
    space = {"_kind_": kind} | {f"_{one.name}": one.default for one in every}
    heads = [one.name if one.default is MISSING else f"{one.name}=_{one.name}" for one in every]
    sets = "".join(f"    self.{one.name} = {one.name}\n" for one in every)
    exec(f"def __init__(self, {', '.join(heads)}):\n{sets}    self.__class__ = _kind_", space)
    twin = type(f"_{kind.__name__}", (), {"__slots__": kind.__slots__, "__init__": space["__init__"]})
    try:
        twin(*(None for _ in every))
    except TypeError:  # not every Python lets a value change its class
        return cast("Callable[..., Any]", kind)
    return twin


def _made(hint: Any) -> Maker | None:
    """What makes a field's value of its row; None where the row is the value."""
    if is_dataclass(hint):
        plain = not any(_made(one) for one in get_type_hints(hint).values())
        return _flat(hint) if plain else maker(hint)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        one = _made(get_args(hint)[0])
        if one is None:
            return tuple
        return lambda row: tuple([one(item) for item in row]) if row else ()
    if get_origin(hint) in (Union, UnionType):
        parts = [made for part in get_args(hint) if (made := _made(part)) is not None]
        if parts:
            return lambda row: None if row is None else parts[0](row)
    return None


_MANY = 4096  # values


def _flat(kind: Any) -> Maker:
    """What makes a value of plain fields; of those that stand in many rows, such as why a date is one, there is one."""
    make, known = maker(kind), dict[tuple[Any, ...], Any]()

    def shared(row: Any) -> Any:
        try:
            key = tuple(row)
            found = known.get(key)
        except TypeError:  # a list where none should be
            return make(row)
        if found is None:
            found = make(row)
            if len(known) < _MANY:
                known[key] = found
        return found

    return shared


@cache
def form_of(kind: type) -> str:
    """A fingerprint of a dataclass's fields and of those of its fields: another model has another form."""
    return fingerprint(repr(_shape(kind)).encode())[:16]


def _shape(kind: Any) -> object:
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return [(name, _shape(hints[name])) for name in _names(kind)]  # type: ignore[arg-type]
    return [_shape(part) for part in get_args(kind)] or str(kind)


@cache
def _parts(kind: type) -> tuple[tuple[str, ...], tuple[tuple[int, str, Any], ...]]:
    """The fields without a default; the number, name and default of the others."""
    every = [field for field in fields(kind) if field.init]
    needed = tuple(one.name for one in every if one.default is MISSING)
    others = tuple((at, one.name, one.default) for at, one in enumerate(every) if one.default is not MISSING)
    return needed, others


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)
