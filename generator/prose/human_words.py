"""The words around a date that the calendar data of Babel does not have, one table per language in ``human_words.toml``.

Templates take ``{}``, the date. ``since_day``/``until_day`` are for exact days where a language says
them differently ("seit dem 12. Mai"). A language without a row gets signs: ``≈ 2022``, ``2022 (?)``,
``2022 – …``. Translators: nothing here may make a date sound surer than it is.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class HumanWords:
    """The words of one language."""

    about: str = "≈ {}"
    perhaps: str = "{} (?)"
    since: str = "{} – …"  # open end: it goes on
    since_day: str = ""
    until: str = "… – {}"
    until_day: str = ""
    from_unknown: str = "{} – ?"  # the end is unknown, not open
    to_unknown: str = "? – {}"
    seasons: tuple[str, str, str, str] | None = None  # spring to winter, ``{}`` is the year
    decade: str = ""  # ``{}`` is its first year
    century: str = ""  # ``{}`` is its number
    moment: str = "{}, {}"  # a day and the hour
    rank: str = "{}."  # a century's number, where it is neither Roman nor English
    roman: bool = False  # centuries in Roman figures
    genitive: bool = False  # "since" and "until" take the month's other form


def _read() -> dict[str, HumanWords]:
    """Every language of the table."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {code: HumanWords(**row | {"seasons": tuple(row["seasons"])}) for code, row in rows.items()}


HUMAN_WORDS: Mapping[str, HumanWords] = MappingProxyType(_read())
SIGNS = HumanWords()  # for every other language
