"""A matched stretch of tokens in; times counted from another ("two days later", "last week") out."""

from __future__ import annotations

from .grammar import Candidate
from .read_calendar import Readings, make, part_of
from .reading import Base
from .tokens import Tokens
from .when import When

# Words that show the next noun phrase, not the anchor, fixes an "after": "two days after the vote".
_ENDS = frozenset([".", ",", ";", ":", ")", '"', "”", "-", "–", "—"])


def deictic_day(tokens: Tokens, found: Candidate) -> Readings:
    days, part = tokens.values[found.first]  # type: ignore[misc]
    when = When(part=part)
    return (make(tokens, found.rule, found.first, found.last, when, base="now", unit="D", count=days),)


def deictic_part(tokens: Tokens, found: Candidate) -> Readings:
    days, _ = tokens.values[found.first]  # type: ignore[misc]
    when = When(**part_of(str(tokens.values[found.last - 1])))
    return (make(tokens, found.rule, found.first, found.last, when, base="now", unit="D", count=days),)


def relative_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``last week``, ``the same month``, ``next Friday``, ``this spring``, ``that afternoon``."""
    rel_at, what_at = found.group("rel"), found.group("what")
    assert rel_at is not None and what_at is not None
    det_at, second = found.group("det"), found.group("rel2")
    tag, low = tokens.tags[rel_at], tokens.lows[rel_at]
    count = int(tokens.values[rel_at])  # type: ignore[call-overload]
    if second is not None:
        count = int(tokens.values[second])  # type: ignore[call-overload]
        if tag not in "tjT" or tokens.tags[second] not in "jLX":
            return ()
    base = _base(tag, low, det_at is not None)
    if tag == "j" and det_at is None and low == "very":
        return ()
    what, value = tokens.tags[what_at], tokens.values[what_at]
    plural = tokens.lows[what_at].endswith("s") and what in "UPSWQ" and tokens.lang == "en"
    if plural and tokens.lows[what_at] not in ("tues", "thurs"):
        return _plural(tokens, found, tag, low, value)
    more: dict[str, object] = {"base": base, "count": count}
    if what in "UQ":
        return (make(tokens, found.rule, found.first, found.last, When(), unit=str(value), **more),)
    if what in "Mm":
        return (
            make(tokens, found.rule, found.first, found.last, When(month=int(value)), unit="MON", **more),
        )  # type: ignore[call-overload]
    if what in "Ww":
        return (
            make(tokens, found.rule, found.first, found.last, When(weekday=int(value)), unit="WD", **more),
        )  # type: ignore[call-overload]
    if what == "S":
        return (make(tokens, found.rule, found.first, found.last, When(season=str(value)), unit="S", **more),)
    if str(value) in ("24:00", "12:00"):
        return ()
    if tag == "L" and low == "last" and str(value) != "TNI":
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(part=str(value)), unit="D", **more),)


def _base(tag: str, low: str, determined: bool) -> Base:
    """Which anchor a relative word counts from."""
    if tag in "tj":
        return "then"
    if tag == "T":
        return "now"
    if low in ("following", "previous", "preceding", "prior", "subsequent", "ensuing", "succeeding"):
        return "then"
    return "auto" if determined else "now"


def _plural(tokens: Tokens, found: Candidate, tag: str, low: str, value: object) -> Readings:
    """``the following days``, ``the coming weeks``, ``these days``: stretches of unsaid length."""
    if tag not in "LX" or not isinstance(value, str):
        return ()
    literal = duration_value("X", value)
    if not literal:
        return ()
    return (
        make(
            tokens,
            "duration-last",
            found.first,
            found.last,
            When(),
            type="DURATION",
            base="literal",
            literal=literal,
        ),
    )


def duration_value(count: object, unit: str) -> str:
    """The TIMEX3 period, as ``P2M`` or ``PT30M``."""
    text = count if isinstance(count, str) else f"{count:g}"
    if unit.startswith("T"):
        return f"PT{text}{unit[1]}"
    if unit == "2W":
        return f"P{text}W" if isinstance(count, str) else f"P{count * 2:g}W"  # type: ignore[operator]
    if unit == "H":
        return f"P{text}H"
    return f"P{text}{unit}"


def relative_part(tokens: Tokens, found: Candidate) -> Readings:
    """``last Friday night``, ``this Sunday morning``."""
    rel_at, what_at = found.group("rel"), found.group("what")
    assert rel_at is not None and what_at is not None
    part = part_of(str(tokens.values[found.last - 1]))
    when = When(weekday=int(tokens.values[what_at]), **part)  # type: ignore[call-overload]
    count = int(tokens.values[rel_at])  # type: ignore[call-overload]
    return (make(tokens, found.rule, found.first, found.last, when, base="now", unit="WD", count=count),)


def offset(tokens: Tokens, found: Candidate) -> Readings:
    """``two days later``, ``a year ago``, ``several weeks earlier``."""
    from .read_spans import count_of

    unit_at, dir_at = found.group("unit"), found.group("dir")
    assert unit_at is not None and dir_at is not None
    sign, anchor = tokens.values[dir_at]  # type: ignore[misc]
    low = tokens.lows[dir_at]
    if low in ("after", "before", "prior", "previously", "back") and tokens.low(found.last) not in _ENDS | {
        ""
    }:
        return ()
    if low == "hence" and tokens.low(found.last) not in _ENDS | {""}:
        return ()
    count, mod = count_of(tokens, found)
    if count is None:
        return ()
    unit = str(tokens.values[unit_at])
    number = None if count == "X" else float(count) * sign
    return (
        make(
            tokens,
            found.rule,
            found.first,
            found.last,
            When(),
            base=anchor,
            unit=unit,
            count=number,
            mod=mod,
            backward=sign < 0,
        ),
    )


def offset_bare(tokens: Tokens, found: Candidate) -> Readings:
    """``the day before``, ``years ago``, ``weeks later``, ``year-earlier``."""
    unit_at, dir_at = found.group("unit"), found.group("dir")
    assert unit_at is not None and dir_at is not None
    sign, anchor = tokens.values[dir_at]  # type: ignore[misc]
    low, unit_low = tokens.lows[dir_at], tokens.lows[unit_at]
    has_the = tokens.lows[found.first] == "the"
    hyphen = tokens.tags[found.last - 2] == "-"
    plural = unit_low.endswith("s")
    if low in ("after", "before", "prior", "previously", "hence", "back", "beforehand"):
        if not has_the or plural or tokens.low(found.last) not in _ENDS | {""}:
            return ()
    elif has_the or (not plural and not hyphen):
        return ()
    number: float | None = None if plural else float(sign)
    unit = str(tokens.values[unit_at])
    return (
        make(
            tokens,
            found.rule,
            found.first,
            found.last,
            When(),
            base=anchor,
            unit=unit,
            count=number,
            backward=sign < 0,
        ),
    )


def part_beside(tokens: Tokens, found: Candidate) -> Readings:
    """``the night before``, ``the morning after``."""
    value, low = str(tokens.values[found.first + 1]), tokens.lows[found.last - 1]
    if (
        low not in ("before", "after")
        or not value.startswith("T")
        or tokens.low(found.last) not in _ENDS | {""}
    ):
        return ()
    sign = -1 if low == "before" else 1
    return (
        make(
            tokens, found.rule, found.first, found.last, When(part=value), base="then", unit="D", count=sign
        ),
    )


def unit_following(tokens: Tokens, found: Candidate) -> Readings:
    """``the day following``."""
    if tokens.low(found.last) not in _ENDS | {"", "saw", "was"}:
        return ()
    unit_at = found.group("unit")
    assert unit_at is not None
    unit = str(tokens.values[unit_at])
    return (make(tokens, found.rule, found.first, found.last, When(), base="then", unit=unit, count=1),)


def inside_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``later that month``, ``earlier this year``, ``later in the day``."""
    unit_at, det_at, edge_at = found.group("unit"), found.group("det"), found.group("edge")
    assert unit_at is not None and det_at is not None and edge_at is not None
    if tokens.lows[edge_at] not in ("later", "earlier"):
        return ()
    det = tokens.tags[det_at]
    base: Base = "now" if det == "T" else "then" if det == "t" or found.group("same") else "auto"
    value = str(tokens.values[unit_at])
    if tokens.tags[unit_at] == "P":
        if not value.startswith("T"):
            return ()
        return (make(tokens, found.rule, found.first, found.last, When(part=value), base=base, unit="D"),)
    return (make(tokens, found.rule, found.first, found.last, When(), base=base, unit=value, count=0),)


_UNIT_BEFORE = frozenset(
    ["in", "during", "for", "of", "throughout", "over", "by", "within", "for", "through", "this"]
)


def narrative_unit(tokens: Tokens, found: Candidate) -> Readings:
    """``the year``, ``the month``, ``the quarter`` that is being told of, after a word that asks for a time."""
    unit_at = found.group("unit")
    assert unit_at is not None
    low = tokens.lows[unit_at]
    before = tokens.low(found.first - 1)
    value = str(tokens.values[unit_at])
    if found.last - found.first == 3:  # "the fiscal year"
        if value != "Y":
            return ()
        return (
            make(
                tokens, found.rule, found.first, found.last, When(fiscal=True), base="now", unit="Y", count=0
            ),
        )
    if low.endswith("s") or value in ("DE", "CE", "MIL", "2W", "H") or value.startswith("T"):
        return ()
    if before not in _UNIT_BEFORE and tokens.tag(found.first - 1) not in "EC":
        return ()
    after = tokens.low(found.last)
    if after in ("of", "-") or (tokens.tag(found.last) == "x" and after.isalpha() and value == "D"):
        return ()
    if value == "D" and before not in ("in", "during"):
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(), base="auto", unit=value, count=0),)


def unit_end(tokens: Tokens, found: Candidate) -> Readings:
    """``year's end``, ``month-end``, ``year-end 1989``."""
    unit_at, year_at = found.group("unit"), found.group("year")
    assert unit_at is not None
    value = str(tokens.values[unit_at])
    if value not in ("Y", "M", "W", "Q", "DE", "CE"):
        return ()
    mod = str(next(tokens.values[i] for i in range(unit_at, found.last) if tokens.tags[i] == "C"))
    if year_at is not None:
        when = When(year=int(tokens.values[year_at]))  # type: ignore[call-overload]
        return (make(tokens, found.rule, found.first, found.last, when, mod=mod),)
    return (
        make(tokens, found.rule, found.first, found.last, When(), base="auto", unit=value, count=0, mod=mod),
    )


def period_earlier(tokens: Tokens, found: Candidate) -> Readings:
    """``the year-earlier period``, ``the year-ago quarter``."""
    if tokens.lows[found.last - 1] not in ("period", "quarter", "level", "month"):
        return ()
    unit_at = next(i for i in range(found.first, found.last) if tokens.tags[i] == "U")
    if tokens.values[unit_at] != "Y" or tokens.lows[unit_at + 1] != "-":
        return ()
    last = found.last if tokens.lows[found.last - 1] != "level" else found.last - 1
    first = found.first if last == found.last else unit_at
    return (make(tokens, found.rule, first, last, When(), base="then", unit="Y", count=-1),)


def offset_before(tokens: Tokens, found: Candidate) -> Readings:
    """``il y a deux ans``, ``vor drei Tagen``, ``через два дні``."""
    from .read_spans import Count, count_of

    count: Count | None
    unit_at, pre_at = found.group("unit"), found.group("pre")
    assert unit_at is not None and pre_at is not None
    if unit_at == pre_at + 1:  # "через неделю"
        if tokens.lows[pre_at] != "через":
            return ()
        count, mod = 1, ""
    else:
        count, mod = count_of(tokens, found)
    if count is None or count == "half":
        return ()
    sign = int(tokens.values[pre_at])  # type: ignore[call-overload]
    number = None if count == "X" else float(count) * sign
    unit = str(tokens.values[unit_at])
    return (
        make(tokens, found.rule, found.first, found.last, When(), base="now", unit=unit, count=number, mod=mod,
             backward=sign < 0),
    )  # fmt: skip


_NOUN_FIRST = frozenset({"fr", "es"})


def relative_unit_after(tokens: Tokens, found: Candidate) -> Readings:
    """``la semaine dernière``, ``lundi prochain``, ``el año pasado``."""
    what_at, rel_at = found.group("what"), found.group("rel")
    assert what_at is not None and rel_at is not None
    if tokens.lang not in _NOUN_FIRST:
        return ()
    what, value = tokens.tags[what_at], tokens.values[what_at]
    base: Base = (
        "then" if tokens.lows[rel_at].startswith(("suivant", "précédent", "siguiente", "anterior")) else "now"
    )
    more: dict[str, object] = {"base": base, "count": tokens.values[rel_at]}
    span = (tokens, found.rule, found.first, found.last)
    if what in "UQ":
        return (make(*span, When(), unit=str(value), **more),)
    if what in "Mm":
        return (make(*span, When(month=int(value)), unit="MON", **more),)  # type: ignore[call-overload]
    if what == "W":
        return (make(*span, When(weekday=int(value)), unit="WD", **more),)  # type: ignore[call-overload]
    return (make(*span, When(season=str(value)), unit="S", **more),)


def same_time(tokens: Tokens, found: Candidate) -> Readings:
    """``At the same time``, at the head of a sentence of history: when the last thing happened."""
    if tokens.lows[found.last - 1] != "time" or tokens.low(found.first - 1) != "at" or found.first != 1:
        return ()
    return (make(tokens, found.rule, found.first, found.last, When(), base="then", unit="SAME", count=0),)
