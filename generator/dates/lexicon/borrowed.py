"""The code of a language without a table of its own in; a table made from dateparser's language data, out.

dateparser knows the names of months, weekdays, units and the words for yesterday and last week in some two
hundred languages. What makes a date of them is the same grammar as for every language. Abbreviations of
three letters or fewer count only beside a number: they are too often words ("mar" is the sea in Portuguese).
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from ...language import TimeWords, Value, time_words
from .table import Lexicon, make_lexicon

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM"}
_SHORT = 3
_RELATIVE = re.compile(r"(in )?(\d) (day|week|month|year)( ago)?")
_CODE = re.compile(r"[a-z]{2,3}")
Info = Mapping[str, object]


@cache
def language_info(lang: str) -> Info:
    """dateparser's data of a language; empty where it has none."""
    if not _CODE.fullmatch(lang):
        return {}
    from dateparser.data import languages_info

    if lang not in languages_info.language_order:
        return {}
    info: Info = import_module(f"dateparser.data.date_translation_data.{lang}").info
    return info


@cache
def borrowed_lexicon(lang: str) -> Lexicon | None:
    """The table of ``lang``, or ``None`` when dateparser does not know the language or writes it without spaces."""
    info = language_info(lang)
    if not info:
        return None
    if str(info.get("no_word_spacing", "False")) == "True":
        return Lexicon(lang=lang)  # only dates in digits can be cut out of such text
    own = time_words(lang)
    units = {word: unit for key, unit in _UNITS.items() for word in _spellings(info, key)}
    before = own.classes.get("before-count-past", {})
    classes: dict[str, dict[str, Value]] = {
        "U": {_spaced(word): unit for word, unit in units.items() if len(word) > 1},
        "G": {_spaced(word): (-1, "now") for word in _spellings(info, "ago") if word not in before},
    }
    _add_names(info, classes, units)
    _add_relative(info, classes, units, own)
    return make_lexicon(lang, own, classes)


def _spellings(info: Info, key: str) -> list[str]:
    words = info.get(key) or ()
    return [str(word).lower() for word in words] if isinstance(words, list) else []


def _spaced(word: str) -> str:
    """The word as the scanner cuts it: hyphens and stops are tokens of their own."""
    return " ".join(word.replace("-", " - ").split())


def _add_names(info: Info, classes: dict[str, dict[str, Value]], units: Mapping[str, str]) -> None:
    """Months and weekdays; a name that also means something else of time is left out."""
    months = [_spellings(info, key) for key in _MONTHS]
    weekdays = [_spellings(info, key) for key in _WEEKDAYS]
    every = [word for names in (*months, *weekdays) for word in set(names)] + list(units)
    for table, tag in ((months, "M"), (weekdays, "W")):
        for number, names in enumerate(table):
            hyphened = {word.partition("-")[0] for word in names if "-" in word}
            for word in names:
                if word in hyphened or every.count(word) > 1 or not word.strip("."):
                    continue
                short = len(word) <= _SHORT or _cut(word, names)
                if short and (tag == "W" or not word.isalpha()):
                    continue
                classes.setdefault("m" if short else tag, {})[_spaced(word)] = number + (tag == "M")


def _cut(word: str, names: list[str]) -> bool:
    """Whether the word is another name cut short or without its noun: often it means something else ("fred")."""
    longer = [name for name in names if word in name and name != word]
    return any(" " in name or len(word) <= _SHORT + 1 or len(name) >= len(word) + _SHORT for name in longer)


def _add_relative(
    info: Info, classes: dict[str, dict[str, Value]], units: Mapping[str, str], own: TimeWords
) -> None:
    """Yesterday and tomorrow; last, this and next week, month and year."""
    table = info.get("relative-type")
    if not isinstance(table, dict):
        return
    every = [str(phrase).lower() for phrases in table.values() for phrase in set(phrases)]
    for key, phrases in table.items():
        match = _RELATIVE.fullmatch(key)
        if match is None:
            continue
        count, unit = int(match[2]) * (1 if match[1] else -1), _UNITS[match[3]]
        for phrase in phrases:
            words = str(phrase).lower().split()
            if every.count(" ".join(words)) > 1 or " ".join(words) in own.misleading:
                continue
            if unit == "D" and not any(word in units for word in words) and len("".join(words)) > 1:
                classes.setdefault("R", {})[_spaced(str(phrase).lower())] = (count, "")
            elif unit != "D" and len("".join(words)) >= _SHORT:
                classes.setdefault("!", {})[_spaced(str(phrase).lower())] = (unit, count)
