"""A matched stretch of tokens in; what it says of the calendar (days, months, years and wider) out."""

from __future__ import annotations

from dataclasses import replace

from .grammar import Candidate
from .numeric import read_iso, read_numeric
from .reading import Reading
from .tokens import Tokens
from .when import When
from .words import countable, doubtful_month, doubtful_weekday, plausible_year, titled, two_digit_year

Readings = tuple[Reading, ...]


def make(tokens: Tokens, rule: str, first: int, last: int, when: When, **more: object) -> Reading:
    """A reading over the tokens ``first`` to ``last`` (exclusive)."""
    kind = "TIME" if when.clock or when.part else "DATE"
    values: dict[str, object] = {"type": kind, **more}
    return Reading(tokens.starts[first], tokens.ends[last - 1], first, last, rule=rule, when=when, **values)  # type: ignore[arg-type]


def _year(tokens: Tokens, index: int | None) -> int | None:
    if index is None:
        return None
    value = tokens.values[index]
    if tokens.tags[index] == "'":
        return two_digit_year(int(value))  # type: ignore[call-overload]
    return int(value)  # type: ignore[call-overload]


def _number(tokens: Tokens, index: int) -> int:
    return int(tokens.values[index])  # type: ignore[call-overload]


def _find(tokens: Tokens, first: int, last: int, tags: str) -> int:
    for index in range(first, last):
        if tokens.tags[index] in tags:
            return index
    return -1


def _month(tokens: Tokens, first: int, last: int) -> int:
    return _number(tokens, _find(tokens, first, last, "Mm"))


def iso_date(tokens: Tokens, found: Candidate) -> Readings:
    when = read_iso(tokens.lows[found.first])
    return (make(tokens, found.rule, found.first, found.last, when),) if when else ()


def numeric_date(tokens: Tokens, found: Candidate, order: str) -> Readings:
    if tokens.low(found.last - 2) in ("/", "version", "v", "ip"):
        return ()
    when, ambiguous = read_numeric(tokens.lows[found.last - 1], order)
    if when is None:
        return ()
    return (make(tokens, found.rule, found.first, found.last, when, ambiguous=ambiguous),)


def full_date(tokens: Tokens, found: Candidate) -> Readings:
    """Month, day and year, in either order, perhaps with a weekday before."""
    day = found.group("day")
    assert day is not None
    when = When(
        year=_year(tokens, found.group("year")),
        month=_month(tokens, found.first, found.last),
        day=_number(tokens, day),
    )
    return (make(tokens, found.rule, _bare(tokens, found), found.last, when),) if when.valid else ()


def _bare(tokens: Tokens, found: Candidate) -> int:
    """The first token without the article that other languages put before every date."""
    first = found.first
    return first + 1 if tokens.lang != "en" and tokens.tags[first] == "h" else first


def month_day(tokens: Tokens, found: Candidate) -> Readings:
    """A day of a month without its year."""
    day = found.group("day")
    assert day is not None
    month = _find(tokens, found.first, found.last, "Mm")
    if tokens.tags[month] == "m" and tokens.lang == "en" and countable(tokens, found.last):
        return ()
    if tokens.tag(found.last) == "-" and tokens.tag(found.last + 1) in "DN" and tokens.glued(found.last + 1):
        pass
    if tokens.lows[day] in ("first", "one") and found.rule == "month-day":
        return ()
    when = When(month=_number(tokens, month), day=_number(tokens, day))
    return (make(tokens, found.rule, _bare(tokens, found), found.last, when),) if when.valid else ()


def month_year(tokens: Tokens, found: Candidate) -> Readings:
    when = When(year=_year(tokens, found.group("year")), month=_month(tokens, found.first, found.last))
    return (make(tokens, found.rule, found.first, found.last, when),)


def month(tokens: Tokens, found: Candidate) -> Readings:
    index = found.first
    if doubtful_month(tokens, index):
        return ()
    return (make(tokens, found.rule, index, found.last, When(month=_number(tokens, index))),)


def day_range(tokens: Tokens, found: Candidate) -> Readings:
    """Two days of one month: two readings, the month shared by both."""
    one, two = found.group("one"), found.group("two")
    assert one is not None and two is not None
    year = _year(tokens, found.group("year"))
    number = _month(tokens, found.first, found.last)
    first = When(year=year, month=number, day=_number(tokens, one))
    second = When(year=year, month=number, day=_number(tokens, two))
    join = found.group("join")
    assert join is not None
    if not (first.valid and second.valid and (first.day or 0) < (second.day or 0)):
        return ()
    if tokens.tags[join] == "," and found.rule == "month-day-range":
        return ()
    if found.rule == "month-day-range":
        spans = ((found.first, one + 1), (two, found.last))
    else:
        spans = ((found.first, one + 1), (two, found.last))
    return tuple(
        make(tokens, found.rule, begin, end, when)
        for (begin, end), when in zip(spans, (first, second), strict=True)
    )


def year(tokens: Tokens, found: Candidate) -> Readings:
    value = _number(tokens, found.first)
    if not plausible_year(tokens, found.first, value):
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(year=value)),)


def short_year(tokens: Tokens, found: Candidate) -> Readings:
    """``'98`` after a word that asks for a year."""
    before = tokens.low(found.first - 1)
    if before not in ("in", "of", "since", "by", "until", "from", "to", "late", "early", "summer", "fall",
                      "winter", "spring", "mid", "and", "-"):  # fmt: skip
        return ()
    when = When(year=_year(tokens, found.first))
    return (make(tokens, found.rule, found.first, found.last, when),)


def year_range(tokens: Tokens, found: Candidate) -> Readings:
    """``1914-18`` and ``1914-1918``: two readings."""
    one, two = found.group("one"), found.group("two")
    assert one is not None and two is not None
    first, second = _number(tokens, one), _number(tokens, two)
    if tokens.tags[two] != "Y":
        digits = tokens.lows[two].lstrip("'’")
        if len(digits) != 2:
            return ()
        second += first // 100 * 100
    if not first < second <= first + 400 or countable(tokens, found.last):
        return ()
    if tokens.tag(found.last) == "-" or tokens.tag(one - 1) == "-":
        return ()
    return (
        make(tokens, found.rule, one, one + 1, When(year=first)),
        make(tokens, found.rule, two, found.last, When(year=second)),
    )


def _bc(tokens: Tokens, index: int | None) -> bool:
    return index is not None and tokens.values[index] == "bc"


def _era_ok(tokens: Tokens, index: int) -> bool:
    """``AD`` and ``CE`` are also words and initials: they need their capitals."""
    return tokens.text[tokens.starts[index] : tokens.ends[index]].replace(".", "").isupper()


def era_year(tokens: Tokens, found: Candidate) -> Readings:
    number, era = found.group("year"), found.group("era")
    assert number is not None and era is not None
    if not _era_ok(tokens, era):
        return ()
    when = When(year=_number(tokens, number), bc=_bc(tokens, era))
    if not when.year:
        return ()
    return (make(tokens, found.rule, found.first, found.last, when),)


def era_range(tokens: Tokens, found: Candidate) -> Readings:
    one, two, era = found.group("one"), found.group("two"), found.group("era")
    assert one is not None and two is not None and era is not None
    if not _era_ok(tokens, era):
        return ()
    bc = _bc(tokens, era)
    return (
        make(tokens, found.rule, one, one + 1, When(year=_number(tokens, one), bc=bc)),
        make(tokens, found.rule, two, found.last, When(year=_number(tokens, two), bc=bc)),
    )


def era_month(tokens: Tokens, found: Candidate) -> Readings:
    readings = era_year(tokens, found)
    number = _month(tokens, found.first, found.last)
    return tuple(replace(one, when=replace(one.when, month=number)) for one in readings)


def era_season(tokens: Tokens, found: Candidate) -> Readings:
    readings = era_year(tokens, found)
    name = str(tokens.values[_find(tokens, found.first, found.last, "S")])
    return tuple(replace(one, when=replace(one.when, season=name)) for one in readings)


def decade(tokens: Tokens, found: Candidate) -> Readings:
    index, era = found.group("decade"), found.group("era")
    assert index is not None
    value = _number(tokens, index)
    low = tokens.lows[index]
    bc = _bc(tokens, era)
    digits = sum(c.isdigit() for c in low)
    if any(
        tokens.low(at) in ("his", "her", "their", "my", "your", "our") for at in range(found.first - 3, index)
    ):
        return ()  # an age: "her mid-80s"
    if digits == 4 or bc:
        return (make(tokens, found.rule, found.first, found.last, When(decade=value, bc=bc)),)
    if digits == 3:
        return ()
    if digits == 2:  # "the 90s", "the '60s": not ages ("in his 50s") nor temperatures
        if tokens.low(index - 1) not in ("the", "early", "late", "mid", "-") and low[0] not in "'’":
            return ()
        if value < 2:
            return (make(tokens, found.rule, found.first, found.last, When(decade=200 + value)),)
    elif tokens.low(index - 1) not in ("the", "early", "late", "mid", "-", "roaring", "swinging"):
        return ()
    full = 190 + value
    return (make(tokens, found.rule, found.first, found.last, When(decade=full)),)


def century(tokens: Tokens, found: Candidate) -> Readings:
    index, era = found.group("ord"), found.group("era")
    assert index is not None
    unit = found.last - (2 if era is not None else 1)
    if tokens.values[unit] != "CE":
        return ()
    bc = _bc(tokens, era)
    when = When(century=_number(tokens, index) - 1, bc=bc)
    return (make(tokens, found.rule, found.first, found.last, when),)


def season(tokens: Tokens, found: Candidate) -> Readings:
    index = _find(tokens, found.first, found.last, "S")
    low, before = tokens.lows[index], tokens.low(found.first - 1)
    if titled(tokens, index) or (
        tokens.capital(index) and tokens.capital(index - 1) and tokens.tag(index - 1) == "x"
    ):
        return ()
    if low in ("spring", "springs") and (
        tokens.low(index + 1) in _LEAPS or (before == "a" and not _noun_follows(tokens, index + 1))
    ):
        return ()
    has_the = tokens.lows[found.first] == "the"
    if low == "été" and tokens.tags[found.first] != "h" and before not in ("en", "cet", "d'", "d’"):
        return ()
    if low in ("fall", "falls", "spring", "springs"):
        after = tokens.low(index + 1)
        if after in ("of", "from", "in", "to", "by", "for") and low.startswith(("fall", "springs")):
            return ()
        if (
            not has_the
            and low.startswith("fall")
            and before not in ("in", "this", "by", "since", "until", "early", "late", "mid", "-", "or")
        ):
            return ()
        if (
            has_the
            and low.startswith("fall")
            and before
            not in ("in", "by", "since", "until", "during", "over", "through", "for", "of", "late", "early")
        ):
            return ()
    if low == "falls" or (low == "springs" and tokens.capital(index)):
        return ()
    first = found.first
    if (
        has_the
        and len(tokens.tags) > found.last
        and tokens.tag(found.last) == "x"
        and _noun_follows(tokens, found.last)
    ):
        first += 1  # "the summer offensive": the article is the offensive's
    return (make(tokens, found.rule, first, found.last, When(season=str(tokens.values[index]))),)


_LEAPS = frozenset(["into", "up", "from", "back", "forward", "to", "water", "waters", "onto"])
_NO_NOUNS = frozenset(
    [
        "when",
        "that",
        "which",
        "where",
        "who",
        "while",
        "because",
        "but",
        "if",
        "as",
        "so",
        "he",
        "she",
        "they",
        "it",
        "we",
        "you",
        "i",
        "in",
        "on",
        "at",
        "to",
        "of",
        "by",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "will",
        "would",
        "with",
        "for",
        "before",
        "after",
        "months",
        "season",
        "since",
        "until",
        "there",
        "not",
        "also",
    ]
)


def _noun_follows(tokens: Tokens, index: int) -> bool:
    low = tokens.low(index)
    return low.isalpha() and low not in _NO_NOUNS and not low.endswith(("ed", "ly"))


def season_year(tokens: Tokens, found: Candidate) -> Readings:
    index = _find(tokens, found.first, found.last, "S")
    when = When(year=_year(tokens, found.group("year")), season=str(tokens.values[index]))
    return (make(tokens, found.rule, found.first, found.last, when),)


def season_range(tokens: Tokens, found: Candidate) -> Readings:
    """``the winter of 1914-15``: a winter that begins in the first year."""
    first = found.group("year")
    assert first is not None
    index = _find(tokens, found.first, found.last, "S")
    when = When(year=_number(tokens, first), season=str(tokens.values[index]))
    return (make(tokens, found.rule, found.first, found.last, when),)


def weekday(tokens: Tokens, found: Candidate) -> Readings:
    if doubtful_weekday(tokens, found.first):
        return ()
    low = tokens.lows[found.first]
    when = When(weekday=_number(tokens, found.first))
    if tokens.lang == "en" and low.endswith("s") and low not in ("tues", "thurs", "tues.", "thurs."):
        literal = f"XXXX-WXX-{_number(tokens, found.first) + 1}"
        return (
            make(
                tokens,
                "set-every",
                found.first,
                found.last,
                When(),
                type="SET",
                base="literal",
                literal=literal,
            ),
        )
    return (make(tokens, found.rule, found.first, found.last, when),)


def weekday_part(tokens: Tokens, found: Candidate) -> Readings:
    if doubtful_weekday(tokens, found.first, True):
        return ()
    value = str(tokens.values[found.last - 1])
    when = When(weekday=_number(tokens, found.first), **part_of(value))
    low = tokens.lows[found.last - 1]
    if low.endswith("s") and tokens.lang == "en":
        literal = f"XXXX-WXX-{_number(tokens, found.first) + 1}{value}"
        return (
            make(
                tokens,
                "set-every",
                found.first,
                found.last,
                When(),
                type="SET",
                base="literal",
                literal=literal,
            ),
        )
    return (make(tokens, found.rule, found.first, found.last, when),)


def part_of(value: str) -> dict[str, str]:
    """The fields of ``When`` for a part of the day or a named hour."""
    return {"part": value} if value.startswith("T") else {"clock": value}


def named_day(tokens: Tokens, found: Candidate) -> Readings:
    at = found.first
    rel_at = found.group("rel")
    if rel_at is not None:
        at += 1
    value = tokens.values[at]
    if rel_at is not None:
        count = int(tokens.values[rel_at])  # type: ignore[call-overload]
        when = When(month=value[0], day=value[1]) if isinstance(value, tuple) else When()
        name = "" if isinstance(value, tuple) else str(value)
        return (
            make(
                tokens,
                found.rule,
                found.first,
                found.last,
                when,
                base="now",
                unit="DAY",
                count=count,
                named=name,
            ),
        )
    year_at = found.group("year")
    number = _year(tokens, year_at)
    if isinstance(value, tuple):
        when = When(year=number, month=value[0], day=value[1])
        return (make(tokens, found.rule, found.first, found.last, when),)
    return (make(tokens, found.rule, found.first, found.last, When(year=number), named=str(value)),)


def historic_day(tokens: Tokens, found: Candidate) -> Readings:
    value = tokens.values[found.first]
    assert isinstance(value, tuple)
    when = When(year=value[0], month=value[1], day=value[2])
    return (make(tokens, found.rule, found.first, found.last, when),)


def _ordinal(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Which quarter or half, or by how many to move from the running one."""
    tag, value = tokens.tags[index], tokens.values[index]
    if tag in "os":
        return int(value), 0  # type: ignore[call-overload]
    if tag in "LXT":
        return None, int(value)  # type: ignore[call-overload]
    return None, 0


def the_year(tokens: Tokens, found: Candidate) -> Readings:
    """``the year 2000``."""
    unit_at, year_at = found.group("unit"), found.group("year")
    assert unit_at is not None and year_at is not None
    if tokens.values[unit_at] != "Y" or tokens.lows[unit_at] != "year" or countable(tokens, found.last):
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(year=_year(tokens, year_at))),)


def quarter(tokens: Tokens, found: Candidate) -> Readings:
    """``the third quarter``, ``last quarter``, ``fourth-quarter``, with or without its year."""
    index = found.group("ord")
    assert index is not None
    number, move = _ordinal(tokens, index)
    year_at = found.group("year") if found.rule == "quarter-year" else None
    fiscal = "F" in tokens.tags[found.first : found.last] and (year_at is not None)
    if tokens.tags[index] == "n" or (number is not None and not 1 <= number <= 4):
        return ()
    if tokens.low(found.last) in ("back", "final", "finals", "horse", "-"):
        return ()
    if year_at is None and tokens.low(found.last) == "of" and tokens.tag(found.last + 1) in "ax":
        return ()  # "the last quarter of a century"
    if number is None:
        if year_at is not None:
            when = When(year=_year(tokens, year_at), quarter=4 if move < 0 else None)
            return (make(tokens, found.rule, found.first, found.last, when),)
        base = "then" if tokens.lows[index] in ("previous", "preceding", "following", "prior") else "now"
        return (make(tokens, found.rule, found.first, found.last, When(), base=base, unit="Q", count=move),)
    when = When(year=_year(tokens, year_at), quarter=number, fiscal=fiscal)
    return (make(tokens, found.rule, found.first, found.last, when),)


_HALVES = {"first": 1, "second": 2, "latter": 2, "last": 2, "1st": 1, "2nd": 2}


def half(tokens: Tokens, found: Candidate) -> Readings:
    """``the first half of 1998``, ``the second half``, ``the latter half of the year``."""
    index = found.group("ord")
    assert index is not None
    number = _HALVES.get(tokens.lows[index])
    if number is None:
        return ()
    unit_at, year_at = found.group("unit"), found.group("year")
    when = When(year=_year(tokens, year_at), half=number)
    if unit_at is not None:
        if tokens.values[unit_at] != "Y":
            return ()
        move = next(
            (int(tokens.values[i]) for i in range(index + 1, unit_at) if tokens.tags[i] in "LXTtj"), 0
        )  # type: ignore[call-overload]
        return (make(tokens, found.rule, found.first, found.last, when, base="auto", unit="Y", count=move),)
    if year_at is None and tokens.tag(found.last) == "f":
        return ()
    return (make(tokens, found.rule, found.first, found.last, when),)


def fiscal_year(tokens: Tokens, found: Candidate) -> Readings:
    when = When(year=_year(tokens, found.group("year")), fiscal=True)
    return (make(tokens, found.rule, found.first, found.last, when),)


def quarter_short(tokens: Tokens, found: Candidate) -> Readings:
    """``Q3``, ``4Q 2012``, ``H1 2020``."""
    text = str(tokens.values[found.first])
    number = int(text.strip("QH"))
    more = {"quarter": number} if "Q" in text else {"half": number}
    when = When(year=_year(tokens, found.group("year")), **more)  # type: ignore[arg-type]
    return (make(tokens, found.rule, found.first, found.last, when),)
