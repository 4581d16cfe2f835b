"""A short line in, the full dates and clock times it states out: for bylines, datelines and metadata.

Only dates that name their year are read, and only in forms that can mean one day. Numeric dates
(``16.05.2025``, ``05/16/2025``) need a four-digit year; where day and month could change places
the order must be given, else the date is left alone. Dates in running text are another stage's work.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..language import calendar_names, calendar_pattern, everywhere

_YEAR = r"(?P<y>(?:1[5-9]|20)[0-9]{2})"
_HAS_YEAR = re.compile(_YEAR)  # asked first: most lines name none, and the forms cost far more
_IN_FIGURES = re.compile(r"[0-9]\s?[-/.年년]\s?[0-9]")
_NAMED = 2  # forms with the name of a month
_DAY = r"(?P<d>0?[1-9]|[12][0-9]|3[01])"
_ZONE = r"(?:UTC|GMT|Z|[ECMP][SD]?T|BST|WES?T|CES?T|EES?T|MSK|IST|JST|AES?T|AED?T|SGT|HKT|SAST|AKDT|AKST|HST|NZS?T|NZDT)"
_CLOCK = re.compile(
    rf"(?<![0-9:.])(?P<h>[01]?[0-9]|2[0-3])(?:(?:[:.h]|[時时点點시]\s?)(?P<min>[0-5][0-9]))(?::[0-5][0-9](?:\.[0-9]+)?)?"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>{_ZONE}\b|[+-][0-9]{{2}}:?[0-9]{{2}}))?(?![0-9])"
    rf"|(?<![0-9:.])(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>[ap])\.?m\b\.?(?:\s(?P<zone2>{_ZONE})\b)?",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Every form of a full date, those that name their month first."""
    month = rf"(?P<m>{calendar_pattern('month')})"
    forms = (
        rf"\b(?=[^\W\d_]++\.?\s++[0-9]){month}\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?=\b|[0-2]?[0-9]:[0-5][0-9])",
        rf"(?=[0-9])(?<![0-9])(?<![0-9][.:/-]){_DAY}(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de))?[\s-]+{month}\.?,?(?:\s+(?:de|del))?[\s-]+{_YEAR}\b",
        rf"(?<![0-9-]){_YEAR}-(?P<n>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9-])",
        rf"(?<![0-9/]){_YEAR}/(?P<n>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12][0-9]|3[01])(?![0-9/])",
        rf"(?<![0-9]){_YEAR}\s?[年년]\s?(?P<n>1[0-2]|0?[1-9])\s?[月월]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])\s?[日號号일]",
        rf"(?<![0-9.]){_YEAR}\.\s?(?P<n>1[0-2]|0?[1-9])\.\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
        rf"(?<![0-9.])(?P<a>[0-3]?[0-9])(?P<s>[./-])(?P<b>[0-3]?[0-9])(?P=s){_YEAR}(?![0-9])",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A full date in a text, with the clock time beside it when there is one."""

    start: int
    end: int
    day: str  # YYYY-MM-DD
    clock: str = ""  # HH:MM
    zone: str = ""  # as written: "EEST", "+03:00"

    @property
    def value(self) -> str:
        """``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM``."""
        return f"{self.day}T{self.clock}" if self.clock else self.day


def stated_dates(text: str, order: str = "") -> tuple[StatedDate, ...]:
    """Every full date in ``text`` in order; ``order`` (DMY, MDY) settles numeric ones."""
    found: list[StatedDate] = []
    for start, end, day in sorted(_days(text, order)):
        if not found or start >= found[-1].end:
            found.append(StatedDate(start, end, day))
    return tuple(_with_clock(text, found))


def _days(text: str, order: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO day of every form that fits."""
    if not _HAS_YEAR.search(text):
        return
    for form in _forms() if _IN_FIGURES.search(text) else _forms()[:_NAMED]:
        for match in form.finditer(text):
            parts = match.groupdict()
            year = int(parts["y"])
            if "a" in parts:
                pair = _day_and_month(int(parts["a"]), int(parts["b"]), parts["s"], order)
                if pair is None:
                    continue
                day, month = pair
            else:
                month = int(parts["n"]) if parts.get("n") else calendar_names("month")[parts["m"].lower()]
                day = int(parts["d"])
            if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
                yield match.start(), match.end(), f"{year:04d}-{month:02d}-{day:02d}"


def _day_and_month(first: int, second: int, separator: str, order: str) -> tuple[int, int] | None:
    """Day and month of a numeric date, or None when both orders are possible and none is given."""
    if separator == "." or order == "DMY":  # dots are only used with the day first
        return first, second
    if order == "MDY":
        return second, first
    if first > 12:
        return first, second
    if second > 12:
        return second, first
    return (first, second) if first == second else None


def _with_clock(text: str, dates: list[StatedDate]) -> Iterator[StatedDate]:
    """Each date with the clock time that stands next to it, before or after."""
    for index, date in enumerate(dates):
        limit = dates[index + 1].start if index + 1 < len(dates) else len(text)
        after = _CLOCK.search(text, date.end, min(limit, date.end + 40))
        before_from = max(dates[index - 1].end if index else 0, date.start - 30)
        clock = after if after and _beside(text[date.end : after.start()]) else None
        if clock is None:
            before = list(_CLOCK.finditer(text, before_from, date.start))
            clock = before[-1] if before and _beside(text[before[-1].end() : date.start]) else None
        if clock:
            start, end = min(date.start, clock.start()), max(date.end, clock.end())
            date = StatedDate(start, end, date.day, _time(clock), clock["zone"] or clock["zone2"] or "")
        yield date


def _beside(between: str) -> bool:
    """Whether only joining words stand between a date and its time."""
    joining = re.sub(r"[\s,;|·•.()–—-]+", " ", between).strip().lower()
    return joining in ("", "a las", "a les", "o godz") or joining in everywhere.before_time


def _time(clock: re.Match[str]) -> str:
    """``HH:MM`` on the 24-hour clock."""
    hour = int(clock["h"] or clock["h2"])
    half = (clock["half"] or clock["half2"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{clock['min'] or '00'}"
