"""A line of an article's furniture in; whether it names an agency, an outlet or what someone does in a newsroom, out."""

import re
import tomllib
from pathlib import Path

from .patterns import pattern

_OUTLET = pattern("outlet")
_ROLE_WORD = pattern("role-word")
_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_AGENCY = re.compile("|".join(f"({row})" for row in _TABLE["agencies"].values()), re.IGNORECASE)
_AGENCY_NAMES = ("", *_TABLE["agencies"])
SHELVES = frozenset(_TABLE["shelves"].split("|"))  # labels of a site's parts, no topics of an article


def agency_name(words: str) -> str:
    """The agency that ``words`` name, written out, or ``""``."""
    found = _AGENCY.fullmatch(words.strip(" .,()[]/"))
    return _AGENCY_NAMES[found.lastindex or 0] if found else ""


def is_role(line: str) -> bool:
    """Whether the line says what someone does in a newsroom: "Political editor"."""
    return bool(_ROLE_WORD.search(line))


def is_outlet(line: str) -> bool:
    """Whether the line has a word that outlets are named with: "BBC News"."""
    return bool(_OUTLET.search(line))
