"""Whole ranges of dates, each against a calendar of its own: what is right for one value is right for its neighbours."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from generator.dates import resolve_dates
from generator.model import Published, Sentence

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
ANCHORS = ("2024-02-29", "2025-01-01", "2025-05-16", "2025-12-31")


def _read(text: str, day: str = "2025-05-16", lang: str = "en") -> list[tuple[str, str]]:
    found = resolve_dates(
        text,
        [Sentence(0, len(text), 0)],
        published=Published(day, "metadata" if day else "unknown"),
        lang=lang,
    )
    return [(one.edtf, one.timex + one.mod) for one in found]


def _months(day: datetime.date, count: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    number = day.year * 12 + day.month - 1 + count
    return number // 12, number % 12 + 1


def _counted(day: datetime.date, count: int, unit: str) -> str:
    """What ``count`` units from a day are, as wide as the unit."""
    if unit == "day":
        return (day + datetime.timedelta(days=count)).isoformat()
    if unit == "week":
        there = day + datetime.timedelta(days=7 * count)
        monday = there - datetime.timedelta(days=there.weekday())
        return f"{monday.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    if unit == "month":
        return "{:04d}-{:02d}".format(*_months(day, count))
    return {"year": f"{day.year + count:04d}", "decade": f"{day.year // 10 + count:03d}X"}[unit]


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_so_many_units_ago(unit: str) -> None:
    for anchor, (count, word) in product(ANCHORS, enumerate(NUMBERS, 1)):
        day = datetime.date.fromisoformat(anchor)
        plural = unit + "s" * (count > 1)
        wanted = [_counted(day, -count, unit)]
        for number in (word, str(count)):
            text = f"The ferry sank {number} {plural} ago."
            assert [edtf for edtf, _ in _read(text, anchor)] == wanted, (text, anchor)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_the_last_this_and_next_unit(unit: str) -> None:
    for anchor, (step, word) in product(ANCHORS, enumerate(("last", "this", "next"), -1)):
        if unit == "day":
            text, step = f"It opens {('yesterday', 'today', 'tomorrow')[step + 1]}.", step
        else:
            text = f"It opens {word} {unit}."
        wanted = [_counted(datetime.date.fromisoformat(anchor), step, unit)]
        assert [edtf for edtf, _ in _read(text, anchor)] == wanted, (text, anchor)


def test_a_count_of_years_reaches_over_the_beginning_of_our_era() -> None:
    for year, count in product((1, 5, 40, 400, 1200), (1, 4, 39, 41, 399, 900, 1300)):
        text = f"He came in AD {year}. Some {count} years earlier the town had burnt."
        sentences = [Sentence(0, text.index(".") + 1, 0), Sentence(text.index(".") + 2, len(text), 0)]
        found = resolve_dates(text, sentences, published=Published(), lang="en")
        there = year - count
        wanted = f"-{-there:04d}" if there < 0 else f"{there:04d}"
        assert found[-1].edtf.rstrip("~") == wanted, (text, found[-1])


def test_every_day_of_the_week_by_its_tense() -> None:
    for anchor, (number, name) in product(ANCHORS, enumerate(DAYS)):
        day = datetime.date.fromisoformat(anchor)
        past = day - datetime.timedelta(days=(day.weekday() - number) % 7)
        ahead = day + datetime.timedelta(days=(number - day.weekday()) % 7)
        if ahead == day:
            continue
        assert _read(f"The board met on {name}.", anchor)[0][0] == past.isoformat(), (name, anchor)
        assert _read(f"The board will meet on {name}.", anchor)[0][0] == ahead.isoformat(), (name, anchor)
        for word, step in (("last", -7), ("next", 7)):
            found = datetime.date.fromisoformat(_read(f"It was set for {word} {name}.", anchor)[0][0])
            assert found.weekday() == number
            assert 0 < (found - day).days * (1 if step > 0 else -1) <= 14


def test_a_day_without_its_year_by_its_tense() -> None:
    for anchor, month, number in product(ANCHORS, range(1, 13), (1, 15, 28)):
        day = datetime.date.fromisoformat(anchor)
        there = datetime.date(day.year, month, number)
        if -10 < (there - day).days <= 45 or (day - there).days > 365 - 45:
            continue  # what lies so near needs no year, whatever verb stands beside it
        past = there if there < day else there.replace(year=day.year - 1)
        text = f"The mill burnt down on {MONTHS[month - 1]} {number}."
        assert [edtf for edtf, _ in _read(text, anchor)] == [past.isoformat()], (text, anchor)
        if (there - day).days > 0:
            text = f"The mill will close on {MONTHS[month - 1]} {number}."
            assert [edtf for edtf, _ in _read(text, anchor)] == [there.isoformat()], (text, anchor)


def test_every_form_of_a_whole_day() -> None:
    for year, month, number in product((1066, 1789, 1999, 2031), range(1, 13), (1, 12, 13, 28)):
        name, wanted = MONTHS[month - 1], f"{year:04d}-{month:02d}-{number:02d}"
        short = name[:3] + "."
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
        for words in (
            f"{name} {number}, {year}", f"{number} {name} {year}", f"{number}{ending} {name} {year}",
            f"the {number}{ending} of {name} {year}", f"{name} {number}{ending}, {year}", wanted,
            f"{short} {number}, {year}" if name != "May" else f"May {number}, {year}",
        ):  # fmt: skip
            assert [edtf for edtf, _ in _read(f"She died on {words} in Rome.")] == [wanted], words


def test_every_hour_in_every_form() -> None:
    for hour, minute in product(range(1, 13), (0, 5, 30, 59)):
        for half, late in (("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)):
            clock = f"{hour % 12 + late:02d}:{minute:02d}"
            for words in [f"{hour}:{minute:02d} {half}", *([f"{hour} {half}"] if not minute else [])]:
                if half == "am" and words.endswith("0 am"):
                    continue
                found = _read(f"The siren went off at {words} on May 3, 2021.")
                assert ("2021-05-03", f"2021-05-03T{clock}") in found, (words, found)
    for hour, minute in product(range(24), (0, 1, 59)):
        found = _read(f"The train left at {hour:02d}:{minute:02d} on May 3, 2021.")
        assert ("2021-05-03", f"2021-05-03T{hour:02d}:{minute:02d}") in found, (hour, minute, found)


def test_quarters_halves_and_seasons_of_a_year() -> None:
    for year in (1950, 2019, 2024):
        for number, word in enumerate(("first", "second", "third", "fourth"), 1):
            first = number * 3 - 2
            wanted = [(f"{year}-{first:02d}/{year}-{first + 2:02d}", f"{year}-Q{number}")]
            for words in (f"the {word} quarter of {year}", f"Q{number} {year}"):
                assert _read(f"Sales fell in {words}.") == wanted, words
        for number, word in enumerate(("first", "second"), 1):
            first = number * 6 - 5
            wanted = [(f"{year}-{first:02d}/{year}-{first + 5:02d}", f"{year}-H{number}")]
            assert _read(f"Sales fell in the {word} half of {year}.") == wanted
        for number, (word, sign) in enumerate(
            (("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("winter", "WI")), 21
        ):
            for words in (f"{word} {year}", f"the {word} of {year}"):
                assert _read(f"It opened in {words}.") == [(f"{year}-{number}", f"{year}-{sign}")], words


def test_parts_of_a_year_a_decade_and_a_century() -> None:
    for year in (1803, 1950, 2024):
        for first, word in ((1, "early"), (5, "mid-"), (9, "late")):
            found = _read(f"It opened in {word}{'' if word.endswith('-') else ' '}{year}.")
            assert [edtf for edtf, _ in found] == [f"{year}-{first:02d}/{year}-{first + 3:02d}"], (
                word,
                found,
            )
    for decade in range(176, 203, 3):
        for words in (f"the {decade}0s", f"the {decade}0's"):
            assert _read(f"It opened in {words}.") == [(f"{decade}X", str(decade))], words
        for word, low, high in (("early", 0, 3), ("mid", 3, 7), ("late", 6, 9)):
            joined = f"mid-{decade}0s" if word == "mid" else f"{word} {decade}0s"
            assert [edtf for edtf, _ in _read(f"It opened in the {joined}.")] == [
                f"{decade}{low}/{decade}{high}"
            ], joined
    for century in range(2, 22):
        ending = {1: "st", 2: "nd", 3: "rd"}.get(century % 10 if century not in (11, 12, 13) else 0, "th")
        wanted = [(f"{century - 1:02d}XX", f"{century - 1:02d}")]
        assert _read(f"It was built in the {century}{ending} century.") == wanted, century


def test_lengths_of_time() -> None:
    for (count, word), (unit, sign) in product(
        enumerate(NUMBERS, 1),
        {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}.items(),
    ):
        timed = "PT" if sign.startswith("T") else "P"
        wanted = [("", f"{timed}{count}{sign[-1]}")]
        plural = unit + "s" * (count > 1)
        for number in (word, str(count)):
            assert _read(f"The strike lasted {number} {plural}.") == wanted, (number, plural)


def test_numbers_in_words() -> None:
    tens = {
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    }
    for (ten, value), (one, word) in product(tens.items(), enumerate(NUMBERS[:9], 1)):
        assert _read(f"He served {ten}-{word} years.") == [("", f"P{value + one}Y")]
        assert _read(f"He died {ten}-{word} years ago.")[0][0] == str(2025 - value - one)


def test_numbers_for_dates_by_the_order_of_the_country() -> None:
    for month, number in product(range(1, 13), (1, 12, 13, 28)):
        wanted = f"2021-{month:02d}-{number:02d}"
        for lang, mark in (("de", "."), ("fr", "/"), ("pl", "."), ("uk", ".")):
            assert wanted in [
                edtf for edtf, _ in _read(f"{number:02d}{mark}{month:02d}{mark}2021", lang=lang)
            ]
        if number > 12:
            for words in (f"{month}/{number}/2021", f"{number}/{month}/2021"):
                assert [edtf for edtf, _ in _read(f"It opened on {words}.")] == [wanted], words


@pytest.mark.parametrize("told", ["over the weekend", "at the weekend"])
@pytest.mark.parametrize("number", range(14))
def test_a_weekend_is_the_one_just_past_or_the_running_one(told: str, number: int) -> None:
    day = datetime.date(2024, 2, 26) + datetime.timedelta(days=number)
    saturday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(days=5)
    for verb, back in (("was", 0 if day.weekday() >= 5 else 7), ("will be", 0)):
        first = saturday - datetime.timedelta(days=back)
        span = f"{first.isoformat()}/{(first + datetime.timedelta(days=1)).isoformat()}"
        assert [edtf for edtf, _ in _read(f"The hall {verb} shut {told}.", day.isoformat())] == [span], verb


@pytest.mark.parametrize(
    ("text", "late"),
    [  # whether the weekend just past is told of on the first days of a week
        ("Two men were hurt in a crash this weekend.", False),
        ("The fair drew 9,000 people this weekend.", False),
        ("This weekend, thieves broke into the hall.", False),
        ("The fair will draw 9,000 people this weekend.", True),
        ("The hall is to close this weekend.", True),
        ("The council agreed to shut the hall this weekend.", True),
        ("The team plays in Lund this weekend.", True),
    ],
)
def test_this_weekend_of_what_is_told_early_in_a_week_is_past(text: str, late: bool) -> None:
    for number in range(7):
        day = datetime.date(2024, 2, 26) + datetime.timedelta(days=number)
        first = datetime.date(2024, 3, 2) - datetime.timedelta(days=0 if late or number > 2 else 7)
        span = f"{first.isoformat()}/{(first + datetime.timedelta(days=1)).isoformat()}"
        assert [edtf for edtf, _ in _read(text, day.isoformat())] == [span], day
