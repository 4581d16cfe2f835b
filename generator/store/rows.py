"""Values of the model in, plain lists and numbers that JSON holds out; and back.

A value is the list of its fields in their order, so that 100,000 facts are small and quickly made again. Whoever
keeps rows keeps ``form_of`` their type beside them: rows of another form are not read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .text_file import fingerprint

Maker = Callable[[Any], Any]


def row_of(value: Any) -> Any:
    """``value`` as lists, texts and numbers."""
    if isinstance(value, tuple):
        return [row_of(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return [row_of(getattr(value, name)) for name in _names(type(value))]
    return value


@cache
def maker(kind: type) -> Maker:
    """What makes a value of the dataclass ``kind`` of its row; raises TypeError or ValueError on what is none."""
    hints = get_type_hints(kind)
    inner = [(at, made) for at, name in enumerate(_names(kind)) if (made := _made(hints[name])) is not None]
    size = len(_names(kind))

    def make(row: Any) -> Any:
        if type(row) is not list or len(row) != size:
            raise ValueError(f"no row of {kind.__name__}")
        values = row.copy()
        for at, made in inner:
            values[at] = made(values[at])
        return kind(*values)

    return make


def _made(hint: Any) -> Maker | None:
    """What makes a field's value of its row; None where the row is the value."""
    if is_dataclass(hint):
        return maker(hint)  # type: ignore[arg-type]
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
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)
