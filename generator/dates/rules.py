"""The table of every rule that can stand in a date's ``rule:``; the documentation prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRule:
    """One rule: what it reads, an example, and how a reader is told of it.

    ``says`` is put after the date: "16 May 2025: counted from the article of 17 May 2025"; ``{anchor}`` is what
    was counted from. ``family``, ``description`` and ``says`` are messages: catalogues translate them.
    """

    id: str
    family: str
    description: str
    example: str
    says: str = ""
    lang: str = "en"  # of the example


_TABLE: tuple[tuple[str, ...], ...] = (
    # id, family, description, example, says, language of the example when it is not English
    ("iso-date", "full dates", "A date as the ISO 8601 standard writes it.", "2025-05-16"),
    ("east-asian-date", "full dates", "A date in digits with the signs for year, month and day.",
     "2021年5月12日", "", "zh"),
    ("numeric-date", "full dates", "A date in digits, in the order that the article’s language and country use.",
     "16.05.2025", "day and month in the article’s order"),
    ("month-day-year", "full dates", "Month, day and year.", "May 16, 2025"),
    ("day-month-year", "full dates", "Day, month and year.", "16 May 2025"),
    ("year-month-day", "full dates", "Year, month and day, in languages that write them in this order.",
     "2021. május 12.", "", "hu"),
    ("month-day", "partial dates", "Month and day without a year; the nearest year that fits is taken.",
     "May 16", "the year that lies nearest to {anchor}"),
    ("day-month", "partial dates", "Day and month without a year; the nearest year that fits is taken.",
     "16 May", "the year that lies nearest to {anchor}"),
    ("month-year", "partial dates", "A month of a given year.", "May 2025", "the whole month"),
    ("month-day-range", "ranges", "From one day of a month to another, month first.",
     "May 12-15", "from the first day to the last"),
    ("day-range-month", "ranges", "From one day of a month to another, days first.",
     "12-15 May", "from the first day to the last"),
    ("month", "partial dates", "A month alone; tense and context tell its year.",
     "in September", "the month nearest to {anchor} that fits the tense of the verb"),
    ("year", "years", "A year.", "in 2022", "the whole year"),
    ("the-year", "years", "A year with the word “year”.", "the year 2000", "the whole year"),
    ("short-year", "years", "A year cut to two digits.", "in '98", "the whole year"),
    ("year-range", "ranges", "From one year to another.", "2014–16", "from the first year to the last"),
    ("era-year", "years", "A year of an era, BC or AD.", "480 BC", "the whole year"),
    ("ad-year", "years", "A year with the era in front.", "AD 79", "the whole year"),
    ("era-range", "ranges", "From one year of an era to another.",
     "499-493 BC", "from the first year to the last"),
    ("era-month", "years", "A month in a year of an era.", "April 480 BC", "the whole month"),
    ("era-season", "years", "A season in a year of an era.",
     "the spring of 212 BC", "a season, which has no exact days"),
    ("decade", "wide times", "A decade.", "the 1980s", "ten years"),
    ("century", "wide times", "A century.", "the 19th century", "a hundred years"),
    ("season", "seasons", "A season alone; tense and context tell its year.",
     "in the summer", "the season nearest to {anchor}"),
    ("season-year", "seasons", "A season of a given year.",
     "the summer of 1943", "a season, which has no exact days"),
    ("season-range", "seasons", "A winter that begins in one year and ends in the next.",
     "the winter of 1914-15", "the winter that begins in the first of the years"),
    ("quarter", "quarters and halves", "A quarter alone; tense and context tell its year.",
     "the third quarter", "the quarter nearest to {anchor}"),
    ("quarter-year", "quarters and halves", "A quarter of a given year.",
     "the third quarter of 1989", "three months"),
    ("quarter-short", "quarters and halves", "A quarter or half of a year, in short form.",
     "Q4 2012", "three or six months"),
    ("half-year", "quarters and halves", "Half of a given year.", "the first half of 1998", "six months"),
    ("half-wide", "quarters and halves", "A half or quarter of a century, decade or month.",
     "the second half of the 19th century", "the part of it that the words name"),
    ("fiscal-relative", "quarters and halves", "This, the last or the next fiscal year.",
     "last fiscal year", "a fiscal year, which need not follow the calendar"),
    ("fiscal-year", "quarters and halves", "A fiscal year, whose months the words do not give.",
     "fiscal 1989", "a fiscal year, which need not follow the calendar"),
    ("weekday", "weekdays", "A weekday: the last one before the article, or the next one where the tense says so.",
     "on Friday", "the day nearest to {anchor} that fits the tense of the verb"),
    ("weekday-part", "weekdays", "A part of a weekday.",
     "Friday night", "the day nearest to {anchor} that fits the tense of the verb"),
    ("day-of-month", "partial dates", "A day by its number, of the month that is told of.",
     "on the 15th", "of the month that {anchor} lies in, or the one beside it"),
    ("nth-weekday", "weekdays", "A weekday of a month by its number.",
     "the second Tuesday of November 2021", "counted in the calendar of that month"),
    ("deictic-day", "days seen from now", "A day counted from the day of the article.",
     "yesterday", "counted from {anchor}"),
    ("deictic-part", "days seen from now", "A part of a day counted from the day of the article.",
     "yesterday evening", "counted from {anchor}"),
    ("named-day", "named days", "A feast or another named day of the year.",
     "Christmas Eve", "the day of that name"),
    ("historic-day", "named days", "A day of history known by a name.", "9/11", "the day of that name"),
    ("relative-unit", "relative", "This, last, next, that or the same day, week, month, year or season.",
     "last week", "counted from {anchor}"),
    ("relative-part", "relative", "A part of this, last or next weekday.",
     "last Friday night", "counted from {anchor}"),
    ("offset", "relative", "A number of days, weeks, months or years before or after.",
     "two days later", "counted from {anchor}"),
    ("offset-before", "relative", "A number of days or years before or from now, in languages that put the word in front.",
     "il y a deux ans", "counted from {anchor}", "fr"),
    ("relative-unit-after", "relative", "The last or next week, month or weekday, in languages that put the word behind.",
     "la semaine dernière", "counted from {anchor}", "fr"),
    ("offset-half", "relative", "One and a half hours, days or years before or after.",
     "an hour and a half later", "counted from {anchor}"),
    ("period-earlier", "relative", "The same period of the year before.",
     "the year-earlier period", "counted from {anchor}"),
    ("unit-end", "relative", "The end of the current week, month or year.",
     "year's end", "the end of the period that {anchor} falls in"),
    ("offset-bare", "relative", "The day, week or year before or after, without a number.",
     "the day before", "counted from {anchor}"),
    ("part-beside", "relative", "The part of the day before or after.",
     "the night before", "counted from {anchor}"),
    ("unit-following", "relative", "The next day, week or year, with the word behind.",
     "the day following", "counted from {anchor}"),
    ("relative-word", "relative", "This or last year in one word.", "торік", "counted from {anchor}", "uk"),
    ("same-time", "relative", "“At the same time”, where a story is told.",
     "At the same time", "when what was told before it happened"),
    ("inside-unit", "relative", "Earlier or later within a day, month or year.",
     "later that month", "within {anchor}"),
    ("narrative-unit", "relative", "The day, month or year being told of.",
     "the end of the month", "the period that {anchor} falls in"),
    ("duration", "durations", "A length of time; it dates nothing.", "two years", "it is a length of time"),
    ("duration-modified", "durations", "A length of time up to now or from now.",
     "the past five years", "it is a length of time"),
    ("duration-last", "durations", "One week, year or decade up to now or from now.",
     "the past decade", "it is a length of time"),
    ("duration-half", "durations", "One and a half weeks, months or years.",
     "a year and a half", "it is a length of time"),
    ("duration-bare", "durations", "Days, months or years without a number.",
     "for years", "it is a length of time"),
    ("duration-long", "durations", "A length of time inside a compound word.",
     "a decade-long war", "it is a length of time"),
    ("set-every", "repeating times", "A time that comes again.",
     "every Friday", "it is a time that comes again"),
    ("set-adverb", "repeating times", "A word for repetition.", "daily", "it is a time that comes again"),
    ("set-weekends", "repeating times", "Weekends in general.",
     "on weekends", "it is a time that comes again"),
    ("set-rate", "repeating times", "So much or so often in a given time.", "$5 a year", "it is a rate"),
    ("reference", "references", "The present, the past or the future, without a date.",
     "currently", "it names no day"),
    ("reference-past", "references", "The past as a whole.", "in the past", "it names no day"),
    ("reference-recent", "references", "Recent times.", "recent years", "it names no day"),
    ("reference-adjective", "references", "An adjective of time, where a story is told.",
     "former", "it names no day"),
    ("clock", "clock times", "A time of day; the sentence or the context gives the day.",
     "18:04 EEST", "the day comes from {anchor}"),
    ("clock-military", "clock times", "Four digits and a time zone.",
     "0930 GMT", "the day comes from {anchor}"),
    ("clock-hour", "clock times", "A full hour.", "6 p.m. ET", "the day comes from {anchor}"),
    ("clock-noon", "clock times", "Noon or midnight.", "at noon", "the day comes from {anchor}"),
    ("part", "parts of days", "A part of the day.", "in the morning", "the day comes from {anchor}"),
    ("part-of", "parts of days", "A part of a dated day.", "the night of 9 October", "a part of that day"),
)  # fmt: skip

RULES: Mapping[str, DateRule] = {row[0]: DateRule(*row) for row in _TABLE}

# What a TIMEX3 ``mod`` leaves of a unit: mod and unit, in words.
THIRDS: Mapping[tuple[str, str], str] = {
    ("START", "month"): "the first third of the month",
    ("MID", "month"): "the middle third of the month",
    ("END", "month"): "the last third of the month",
    ("START", "year"): "the first third of the year",
    ("MID", "year"): "the middle third of the year",
    ("END", "year"): "the last third of the year",
    ("START", "years"): "the first third of these years",
    ("MID", "years"): "the middle third of these years",
    ("END", "years"): "the last third of these years",
}


def rules_table() -> str:
    """The table as Markdown, for the documentation."""
    lines = ["| rule | family | reads | example |", "|---|---|---|---|"]
    lines += [
        f"| `{rule.id}` | {rule.family} | {rule.description} | {rule.example} |" for rule in RULES.values()
    ]
    return "\n".join(lines) + "\n"
