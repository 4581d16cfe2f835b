"""The keys that a language file may have, each with what it means; read from ``keys.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

_KEYS: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("keys.toml").read_text(encoding="utf-8")
)
WORD_USES: Mapping[str, str] = MappingProxyType(_KEYS["words"])
TAKES: Mapping[str, str] = MappingProxyType(_KEYS["takes"])
VERB_USES: Mapping[str, str] = MappingProxyType(_KEYS["verbs"])
PATTERNS: Mapping[str, str] = MappingProxyType(_KEYS["patterns"])
PARTS: Mapping[str, str] = MappingProxyType(_KEYS["parts"])
SKIPS: Mapping[str, str] = MappingProxyType(_KEYS["skips"])
TIME_CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {name: (letter, about) for name, (letter, about) in _KEYS["time"].items()}
)
ROLES: Mapping[str, str] = MappingProxyType(_KEYS["roles"])
BESIDE: Mapping[str, str] = MappingProxyType(_KEYS["beside"])
