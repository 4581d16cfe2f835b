"""The keys of a record that say when in, an EDTF date out, never finer than any of them; and the way back.

A timeline program that wants a day for everything makes ``2015-01-01`` of a year. What a precision, a date as shown,
or the words of the entry say of it outranks the number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Literal

from ..dates import resolve_dates
from ..edtf import EdtfError, contains, is_edtf, is_exact_day, parse_edtf, to_edtf
from ..model import Sentence
from ..store.date_words import as_edtf
from .values import DayOrder, When

_ISO_TIME = re.compile(
    r"(-?\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII
)
_NUMBERS = re.compile(
    r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,]+\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?)?", re.ASCII
)
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_YEAR = re.compile(r"-?\d{1,4}", re.ASCII)
_LEVELS = {
    "year": 1, "y": 1, "yyyy": 1, "9": 1, "month": 2, "m": 2, "yyyy-mm": 2, "10": 2, "day": 3, "d": 3, "11": 3, "exact": 3,
    "decade": -1, "8": -1, "century": -2, "7": -2,
}  # fmt: skip
_YES = {"true", "yes", "y", "1", "circa", "approximate", "ca", "ca.", "c.", "approx"}

# How a form writes dates of its own: as EDTF, as a group of year, month and day, or these as texts.
DateShape = Literal["edtf", "parts", "texts"]
GROUP = (
    "date", "end", "year", "month", "dayofmonth", "end_year", "end_month", "end_day", "precision", "display", "circa",
)  # fmt: skip


def read_when(group: Mapping[str, Any], words: str = "", *, order: DayOrder = "", lang: str = "en") -> When:
    """The date of an entry from its keys by role; ``words`` are its texts."""
    start, unread = _end_of(group, "date", ("year", "month", "dayofmonth"), order)
    end, unread_end = _end_of(group, "end", ("end_year", "end_month", "end_day"), order)
    unread = unread or unread_end
    written = _joined(start, end)
    if not written:
        shown = as_edtf(str(group.get("display") or "").strip())
        return When(shown, unread="" if shown else unread)
    level = _LEVELS.get(str(group.get("precision", "")).strip().lower(), 0) or _format_level(
        group.get("date")
    )
    coarse = "/".join(_cut(part, level) for part in written.split("/")) if level else written
    coarse = _joined(*coarse.split("/")) if "/" in coarse else coarse
    if coarse != written:
        return When(_about(coarse, group), _about(written, group), "its precision says so", unread)
    shown = as_edtf(_shown(group))
    if shown and shown != written and is_edtf(shown) and _within(shown, written):
        return When(_about(shown, group), _about(written, group), f"it is shown as '{_shown(group)}'", unread)
    if said := _said(written, "" if shown else _shown(group), lang):
        return When(_about(said, group), _about(written, group), f"it is shown as '{_shown(group)}'", unread)
    if said := _said(written, words, lang):
        return When(_about(said, group), _about(written, group), f"its words name only {said}", unread)
    return When(_about(written, group), unread=unread)


def order_of(values: Sequence[object]) -> DayOrder:
    """Whether a column's dates in digits have the day or the month first; ``""`` when nothing tells."""
    first = second = False
    for value in values:
        found = _NUMBERS.fullmatch(value.strip()) if isinstance(value, str) else None
        if found and found[2] != ".":
            first = first or int(found[1]) > 12
            second = second or int(found[3]) > 12
    return "" if first == second else "day-first" if first else "month-first"


def date_of(value: Any, order: DayOrder = "") -> str:
    """One value as EDTF, ``""`` when it is none or may be read two ways."""
    if isinstance(value, Mapping):
        return _parts(value.get("year"), value.get("month"), value.get("day"))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return _number(value)
    text = str(value).strip()
    if not text or len(text) > 100:
        return ""
    if clock := _ISO_TIME.fullmatch(text):
        text = clock[1]
    if _YEAR.fullmatch(text):
        return _parts(text, None, None)
    if is_edtf(text):
        return _CLOCK.sub("", text)
    if numbers := _NUMBERS.fullmatch(text):
        return _by_order(
            int(numbers[1]), int(numbers[3]), int(numbers[4]), "day-first" if numbers[2] == "." else order
        )
    if month := _MONTH_YEAR.fullmatch(text):
        return _parts(month[2], month[1], None)
    return as_edtf(text)


def write_when(
    edtf: str, keys: Mapping[str, str], like: Mapping[str, Any], shape: DateShape = "edtf"
) -> dict[str, Any]:
    """A date in the native keys of its roles; ``like`` are the values as they came, whose shape is kept."""
    start, _, end = edtf.partition("/")
    data: dict[str, Any] = {}
    for role, value, parts in (
        ("date", start, ("year", "month", "dayofmonth")), ("end", end, ("end_year", "end_month", "end_day")),
    ):  # fmt: skip
        if value == "..":
            value = ""
        if role in keys and (value or keys[role] in like):
            data[keys[role]] = (
                _as_parts(value) if shape == "parts" or isinstance(like.get(keys[role]), Mapping) else value
            )
        elif any(part in keys for part in parts):
            for part, number in zip(parts, _numbers(value), strict=True):
                if part in keys:
                    data[keys[part]] = str(number) if shape == "texts" else number
    if end and "end" not in keys and "end_year" not in keys and "date" in keys:
        data[keys["date"]] = edtf
    return data


def _end_of(
    group: Mapping[str, Any], role: str, parts: tuple[str, str, str], order: DayOrder
) -> tuple[str, str]:
    """One end of a date, and its words where they could not be read."""
    year, month, day = (group.get(part) for part in parts)
    if year not in (None, ""):
        found = _parts(year, month, day)
        return found, "" if found else f"{year} {month or ''} {day or ''}".strip()
    value = group.get(role)
    found = date_of(value, order)
    return found, "" if found or value in (None, "", {}) else str(value)[:80]


def _parts(year: Any, month: Any, day: Any) -> str:
    numbers: list[int] = []
    for part in (year, month, day):
        text = str(part).strip() if part not in (None, "") else ""
        text = text[:-2] if text.endswith(".0") else text
        if not text or (numbers and text in ("0", "00")):
            break
        if not re.fullmatch(r"-?\d{1,9}", text, re.ASCII):
            return ""
        numbers.append(int(text))
    if not numbers or (
        numbers[0] < 1000 and len(str(year).strip()) < 3 and numbers[0] > 0 and len(numbers) > 1
    ):
        return ""
    try:
        found = to_edtf(*numbers)
    except (ValueError, EdtfError):
        return ""
    return found if is_edtf(found) else ""


def _number(value: float) -> str:
    """A year, or a moment counted from 1970 in seconds, thousandths or millionths of it."""
    if value != value or abs(value) > 1e17:
        return ""
    if abs(value) < 10_000:
        return _parts(int(value), None, None) if value == int(value) else ""
    seconds = value / (1e6 if abs(value) > 1e14 else 1e3 if abs(value) > 1e11 else 1)
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if abs(seconds) < 2e11 else ""


def _by_order(one: int, two: int, year: int, order: DayOrder) -> str:
    day, month = (one, two) if order == "day-first" or (not order and one > 12) else (two, one)
    if not order and one <= 12 and two <= 12 and one != two:
        return ""
    found = f"{year:04}-{month:02}-{day:02}"
    return found if is_edtf(found) else ""


def _joined(start: str, end: str) -> str:
    if not end or start == end:
        return start
    both = f"{start or '..'}/{end}"
    return both if is_edtf(both) else start


def _cut(value: str, level: int) -> str:
    """A date no finer than ``level``: 1 a year, 2 a month, -1 a decade, -2 a century."""
    found = re.fullmatch(r"(-?\d{4})(-\d\d)?(-\d\d)?", value, re.ASCII)
    if found is None or level == 3:
        return value
    if level < 0:
        return f"{found[1][:level]}{'X' * -level}"
    return found[1] + "".join((found[2] or "", "")[: level - 1])


def _about(value: str, group: Mapping[str, Any]) -> str:
    mark = str(group.get("circa", "")).strip().lower() in _YES
    return f"{value}~" if mark and re.fullmatch(r"-?\d{4}(-\d\d){0,2}", value, re.ASCII) else value


def _format_level(value: Any) -> int:
    """How fine a date is shown where it has a format of its own: ``yyyy``, ``mmmm yyyy``, or finer."""
    form = str(value.get("format") or "").strip().lower() if isinstance(value, Mapping) else ""
    letters = set(re.sub(r"[^a-z]", "", form))
    return 1 if letters == {"y"} else 2 if letters == {"m", "y"} else 0


def _shown(group: Mapping[str, Any]) -> str:
    inner = group.get("date")
    shown = group.get("display") or (inner.get("display_date") if isinstance(inner, Mapping) else "")
    return str(shown or "").strip()[:100]


def _within(outer: str, inner: str) -> bool:
    try:
        return contains(outer, inner)
    except EdtfError:
        return False


def _said(written: str, words: str, lang: str) -> str:
    """The year or month that the words name where the number is its first day, and no words name that day."""
    if not is_exact_day(written) or not written.endswith("-01") or not words:
        return ""
    named = resolve_dates(words[:4000], (Sentence(0, len(words[:4000]), 0),), lang=lang)
    around = {one.edtf for one in named if one.basis == "stated" and one.edtf and _within(one.edtf, written)}
    if written in around:
        return ""
    wider = [one for one in around if re.fullmatch(r"\d{4}(-\d\d)?", one, re.ASCII)]
    finest = max(wider, key=len, default="")
    return "" if len(finest) == 4 and not written.endswith("-01-01") else finest


def _as_parts(value: str) -> dict[str, int]:
    names = ("year", "month", "day")
    return {name: number for name, number in zip(names, _numbers(value), strict=True) if number != ""}


def _numbers(value: str) -> tuple[Any, Any, Any]:
    try:
        first = parse_edtf(value).earliest if value else None
    except EdtfError:
        first = None
    if first is None:
        return ("", "", "")
    fine = value.count("-", 1)
    return (first[0], first[1] if fine > 0 else "", first[2] if fine > 1 else "")
