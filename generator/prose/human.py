"""An EDTF date in, the way a newsroom of the locale writes it out; never narrower than the date.

Patterns and names come from Babel (CLDR), the words around them from ``human_words``. ``en`` without a
country is written as international newsrooms do ("16 May 2025"); ``en-US`` has "May 16, 2025".
"""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ..edtf import Day, Edtf, parse_edtf
from .human_words import HUMAN_WORDS, SIGNS, HumanWords

if TYPE_CHECKING:  # Babel is loaded by the first date that is written, not by every command
    from babel import Locale

_WEEKDAY_PATTERNS = {"en": "EEEE d MMMM y"}  # CLDR has a comma after the weekday, newsrooms do not
_ERA_BELOW = 1000  # "79 AD": a year of fewer digits needs its era to be read as a year
# Babel's: ("chars", text) or ("field", (letter, width))
_Token: TypeAlias = tuple[str, str | tuple[str, int]]
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@lru_cache(maxsize=65536)
def human_date(edtf: str, locale: str = "en", *, weekday: bool = False) -> str:
    """``edtf`` in words of ``locale``; ``weekday`` adds it to exact days. Raises ``EdtfError``."""
    value = parse_edtf(edtf)
    writer = _Writer(_locale(locale))
    return writer.interval(value) if value.precision == "interval" else writer.single(value, weekday)


@lru_cache(maxsize=256)
def _locale(name: str) -> Locale:
    """The locale, or its language's, or English."""
    from babel import Locale, UnknownLocaleError

    name = name.replace("-", "_")
    if name == "en":
        return Locale("en", "GB")
    for candidate in (name, name.split("_")[0], "en_GB"):
        try:
            return Locale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


class _Writer:
    """Writes dates in one locale."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.words: HumanWords = HUMAN_WORDS.get(locale.language, SIGNS)

    def single(self, value: Edtf, weekday: bool = False, *, genitive: bool = False) -> str:
        """A date that is no interval, with its doubts."""
        return self._doubt(value, self._plain(value, weekday, genitive))

    def interval(self, value: Edtf) -> str:
        """``start – end`` with what they share written once; "since" and "until" for one known end."""
        start, end = value.start, value.end
        if start and end:
            return self._span(start, end)
        known = start or end
        assert known is not None
        open_end = value.value.endswith("..") if start else value.value.startswith("..")
        template = self._one_end(known, from_start=start is not None, open_end=open_end)
        return template.format(self.single(known, genitive=self.words.genitive))

    def _one_end(self, known: Edtf, *, from_start: bool, open_end: bool) -> str:
        words, day = self.words, known.precision == "day"
        if not open_end:
            return words.from_unknown if from_start else words.to_unknown
        if known.precision in ("season", "decade", "century") and words.genitive:
            return SIGNS.since if from_start else SIGNS.until  # their names would need other cases
        if from_start:
            return (day and words.since_day) or words.since
        return (day and words.until_day) or words.until

    def _doubt(self, value: Edtf, text: str) -> str:
        if value.approximate:
            text = self.words.about.format(text)
        return self.words.perhaps.format(text) if value.uncertain else text

    def _plain(self, value: Edtf, weekday: bool, genitive: bool) -> str:
        assert value.earliest is not None and value.latest is not None
        match value.precision:
            case "time":
                from babel.dates import format_time

                at = format_time(time(value.minute // 60, value.minute % 60), "short", locale=self.locale)
                day = self._write(self._pattern("day", weekday), value.earliest)
                return self.words.moment.format(day, at)
            case "season":
                return self._season(value)
            case "decade" | "century":
                return self._many_years(value)
            case precision:
                pattern = self._pattern(precision, weekday)
                return self._write(pattern.replace("LLLL", "MMMM") if genitive else pattern, value.earliest)

    def _season(self, value: Edtf) -> str:
        assert value.earliest is not None and value.latest is not None
        if not self.words.seasons:
            return self._span_of_months(value.earliest, value.latest)
        year = self._year(value.earliest[0])
        if value.season == 24:  # winter ends in the next year
            year += f"–{value.latest[0] % 100:02d}" if value.earliest[0] >= _ERA_BELOW else ""
        return self.words.seasons[value.season - 21].format(year)

    def _many_years(self, value: Edtf) -> str:
        assert value.earliest is not None and value.latest is not None
        first, last = value.earliest[0], value.latest[0]
        if value.precision == "decade" and self.words.decade and first >= _ERA_BELOW:
            return self.words.decade.format(first)
        if value.precision == "century" and self.words.century:
            number = first // 100 + 1 if first >= 0 else -last // 100 + 1
            era = "" if first > 0 else f" {self._era(0 if first < 0 else 1)}"
            return self.words.century.format(self._rank(number)) + era
        pattern = self._pattern("year", False)
        if first < 0:  # -1999 is 2000 BC
            return f"{1 - first}–{1 - last} {self._era(0)}"
        return self._shared(pattern, (first, 1, 1), (last, 1, 1), "")

    def _rank(self, number: int) -> str:
        """The century's number as the language writes it: 20th, 20., XX, XXe."""
        if self.words.roman:
            text, rest = "", number
            for worth, letters in _ROMAN:
                text += letters * (rest // worth)
                rest %= worth
            suffix = {1: "er"}.get(number, "e") if self.locale.language == "fr" else ""
            return text + suffix
        if self.locale.language == "en":
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
        return self.words.rank.format(number)

    def _span(self, start: Edtf, end: Edtf) -> str:
        """An interval with two known ends."""
        doubts = start.approximate or start.uncertain or end.approximate or end.uncertain
        same = start.precision == end.precision and start.precision in ("day", "month", "year")
        if same and not doubts:
            assert start.earliest is not None and end.earliest is not None
            common = "yM" if start.earliest[:2] == end.earliest[:2] else "y" if start.year == end.year else ""
            return self._shared(self._pattern(start.precision, False), start.earliest, end.earliest, common)
        return self._dash(self.single(start), self.single(end), spaced=True)

    def _span_of_months(self, first: Day, last: Day) -> str:
        return self._shared(self._pattern("month", False), first, last, "y" if first[0] == last[0] else "")

    def _shared(self, pattern: str, first: Day, last: Day, common: str) -> str:
        """Two dates of one pattern; leading and trailing fields in ``common`` are written once."""
        tokens = self._tokens(pattern, last)
        if _era(first) != _era(last):
            common = ""
        elif _era(last):
            common += "G"
        low = _shared_run(tokens, common)
        high = len(tokens) - _shared_run(tokens[low:][::-1], common)
        one = self._render(self._tokens(pattern, first)[low:high], first)
        two = self._render(tokens[low:high], last)
        if one == two:
            return self._write(pattern, last)
        rest = self._render(tokens[high:], last)
        if rest.startswith("."):  # the stop of a rank: "12.–18. Mai"
            one, two, rest = one + ".", two + ".", rest[1:]
        middle = self._dash(one, two, spaced=" " in one or " " in two)
        return self._render(tokens[:low], last) + middle + rest

    def _dash(self, one: str, two: str, *, spaced: bool) -> str:
        """Both joined as the locale does; a plain dash is set close between single words."""
        fallback = self.locale.interval_formats.get(None) or "{0} – {1}"
        if "–" in fallback or "-" in fallback or "—" in fallback:
            return f"{one} – {two}" if spaced else f"{one}–{two}"
        return str(fallback).replace("{0}", one).replace("{1}", two)

    def _pattern(self, precision: str, weekday: bool) -> str:
        """The locale's long pattern for a precision."""
        if precision in ("day", "time"):
            own = _WEEKDAY_PATTERNS.get(self.locale.language) if self.locale.territory != "US" else None
            if weekday and own:
                return own
            return str(self.locale.date_formats["full" if weekday else "long"].pattern)
        found = self.locale.datetime_skeletons.get("yMMMM" if precision == "month" else "y")
        return str(found.pattern) if found else ("MMMM y" if precision == "month" else "y")

    def _write(self, pattern: str, day: Day) -> str:
        return self._render(self._tokens(pattern, day), day)

    def _tokens(self, pattern: str, day: Day) -> list[_Token]:
        """The pattern's fields and literals, with the era where the year needs one."""
        from babel.dates import tokenize_pattern

        tokens: list[_Token] = list(tokenize_pattern(pattern))
        if not _era(day):
            return tokens
        skeleton = self.locale.datetime_skeletons.get("Gy")
        if skeleton and str(skeleton.pattern).startswith("G"):
            at = next(i for i, (kind, value) in enumerate(tokens) if kind == "field" and _field(value) == "y")
            return [*tokens[:at], ("field", ("G", 1)), *tokens[at:]]
        return [*tokens, ("chars", " "), ("field", ("G", 1))]

    def _render(self, tokens: list[_Token], day: Day) -> str:
        from babel.dates import DateTimeFormat

        # Babel knows the years 1 to 9999; the calendar repeats every 400 years, weekdays and all.
        stand_in = DateTimeFormat(date(2000 + day[0] % 400, day[1], day[2]), self.locale)
        parts: list[str] = []
        for kind, token in tokens:
            if kind == "chars" or isinstance(token, str):
                parts.append(str(token))
                continue
            name, width = token
            if name == "y":
                parts.append(self._year(day[0]))
            elif name == "G":
                parts.append(self._era(1 if day[0] > 0 else 0))
            else:
                parts.append(str(stand_in[name * width]))
        return "".join(parts)

    def _year(self, year: int) -> str:
        return str(year if year > 0 else 1 - year)

    def _era(self, which: int) -> str:
        return str(self.locale.eras["abbreviated"][which])


def _era(day: Day) -> str:
    """Which era must be written: "BC", "AD", or none for years that read as years."""
    return "BC" if day[0] <= 0 else "AD" if day[0] < _ERA_BELOW else ""


def _shared_run(tokens: list[_Token], common: str) -> int:
    """How many leading tokens both dates share, up to the last common field and what joins it on."""
    run, fields = 0, 0
    while run < len(tokens) and _is_common(tokens[run], common):
        fields += tokens[run][0] != "chars"
        run += 1
    return run if fields else 0


def _is_common(token: _Token, common: str) -> bool:
    """Whether both dates of an interval have this token alike."""
    kind, value = token
    return kind == "chars" or _field(value) in common


def _field(value: str | tuple[str, int]) -> str:
    """The letter of a field: L, a month standing alone, counts as M."""
    return "M" if value[0] == "L" else str(value[0])
