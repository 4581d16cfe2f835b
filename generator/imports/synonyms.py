"""The keys of a record in, what each means out: from the table in ``fields.toml``, or as a person said."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.resources import files

_DATA = tomllib.loads(files("generator.imports").joinpath("fields.toml").read_text("utf-8"))
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def plain_key(name: str) -> str:
    """``startDate``, ``Start date`` and ``start-date`` are ``start_date``."""
    return re.sub(r"[^\w]+", "_", _HUMP.sub("_", name.strip())).strip("_").casefold()


ROLES: Mapping[str, tuple[str, ...]] = {
    role: tuple(dict.fromkeys(plain_key(name) for name in names)) for role, names in _DATA["roles"].items()
}
SOURCE: Mapping[str, tuple[str, ...]] = {
    role: tuple(dict.fromkeys(plain_key(name) for name in names)) for role, names in _DATA["source"].items()
}


def roles_of(keys: Collection[str], said: Mapping[str, str]) -> dict[str, str]:
    """Role to key: what a person said first, then the first of a role's names that no other role has taken."""
    return dict(_roles_of(tuple(sorted(keys)), tuple(sorted(said.items()))))


@lru_cache(maxsize=4096)
def _roles_of(keys: tuple[str, ...], said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    names = {plain_key(key): key for key in reversed(keys)}
    told = {role: key for key, role in said if role in ROLES and key in keys}
    taken = {key for key, _ in said}  # also one that was said to mean nothing
    for role, spellings in ROLES.items():
        if role in told:
            continue
        key = next((names[name] for name in spellings if name in names and names[name] not in taken), None)
        if key is not None:
            told[role] = key
            taken.add(key)
    return tuple(told.items())
