"""The table of every rule that can stand in a date's ``rule:``; the documentation prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRule:
    """One rule: what it reads, an example, and how a reader is told of it.

    ``says`` is put after the date: "16 May 2025, the day of the article".
    """

    id: str
    family: str
    description: str
    example: str
    says: str = ""


_TABLE: tuple[tuple[str, str, str, str, str], ...] = (
    # id, family, description, example, says
    ("iso-date", "full dates", "A date in ISO 8601.", "2025-05-16", "as written"),
    ("east-asian-date", "full dates", "A date in digits with the signs for year, month and day.", "2021年5月12日",
     "as written"),
    ("numeric-date", "full dates", "A date in digits, in the order of the article's language and country.",
     "16.05.2025", "read in the article's order of day and month"),
    ("month-day-year", "full dates", "Month, day and year.", "May 16, 2025", "as written"),
    ("day-month-year", "full dates", "Day, month and year.", "16 May 2025", "as written"),
    ("year-month-day", "full dates", "Year, month and day, in the languages that write so.", "2021. május 12.",
     "as written"),
    ("month-day", "partial dates", "A day of a month; the year is the anchor's nearest that fits.", "May 16",
     "the year is that of {anchor}"),
    ("day-month", "partial dates", "A day of a month, day first; the year is the anchor's nearest that fits.",
     "16 May", "the year is that of {anchor}"),
    ("month-year", "partial dates", "A month of a year.", "May 2025", "the whole month"),
    ("month-day-range", "ranges", "Two days of one month, month first.", "May 12-15", "a day of the range"),
    ("day-range-month", "ranges", "Two days of one month, days first.", "12-15 May", "a day of the range"),
    ("month", "partial dates", "A month; its year by tense, cue and anchor.", "in September",
     "the month nearest to {anchor} that fits the tense"),
    ("year", "years", "A year.", "in 2022", "the whole year"),
    ("the-year", "years", "A year with the word.", "the year 2000", "the whole year"),
    ("short-year", "years", "A year cut to two digits.", "in '98", "the whole year"),
    ("year-range", "ranges", "Two years.", "2014–16", "a year of the range"),
    ("era-year", "years", "A year before or after Christ.", "480 BC", "the whole year"),
    ("ad-year", "years", "A year after Christ, the era first.", "AD 79", "the whole year"),
    ("era-range", "ranges", "Two years before or after Christ.", "499-493 BC", "a year of the range"),
    ("era-month", "years", "A month of a year before or after Christ.", "April 480 BC", "the whole month"),
    ("era-season", "years", "A season of a year before or after Christ.", "the spring of 480 BC",
     "the season, which has no exact days"),
    ("decade", "wide times", "A decade.", "the 1980s", "ten years"),
    ("century", "wide times", "A century.", "the 19th century", "a hundred years"),
    ("season", "seasons", "A season; its year by tense, cue and anchor.", "in the summer",
     "the season nearest to {anchor}"),
    ("season-year", "seasons", "A season of a year.", "the summer of 1943", "the season, which has no exact days"),
    ("season-range", "seasons", "A winter over two years.", "the winter of 1914-15",
     "the season that begins in the first year"),
    ("quarter", "quarters and halves", "A quarter; its year by tense and anchor.", "the third quarter",
     "the quarter nearest to {anchor}"),
    ("quarter-year", "quarters and halves", "A quarter of a year.", "the third quarter of 1989", "three months"),
    ("quarter-short", "quarters and halves", "A quarter or half in short.", "Q4 2012", "three or six months"),
    ("half-year", "quarters and halves", "A half of a year.", "the first half of 1998", "six months"),
    ("fiscal-relative", "quarters and halves", "This, last or next fiscal year.", "last fiscal year",
     "a fiscal year, which need not be the calendar's"),
    ("fiscal-year", "quarters and halves", "A fiscal year, whose months the words do not tell.", "fiscal 1989",
     "a fiscal year, which need not be the calendar's"),
    ("weekday", "weekdays", "A weekday: the last one up to the article's day, or the next one by tense or cue.",
     "on Friday", "the one nearest to {anchor} that fits the tense"),
    ("weekday-part", "weekdays", "A part of a weekday.", "Friday night",
     "the one nearest to {anchor} that fits the tense"),
    ("deictic-day", "days seen from now", "A day counted from the day of the article.", "yesterday",
     "counted from {anchor}"),
    ("deictic-part", "days seen from now", "A part of a day counted from the day of the article.",
     "yesterday evening", "counted from {anchor}"),
    ("named-day", "named days", "A feast or named day of the year.", "Christmas Eve", "the day of that name"),
    ("historic-day", "named days", "A day of history known by a name.", "9/11", "the day of that name"),
    ("relative-unit", "relative", "This, last, next, that or the same unit, weekday, month or season.",
     "last week", "counted from {anchor}"),
    ("relative-part", "relative", "A part of this, last or next weekday.", "last Friday night",
     "counted from {anchor}"),
    ("offset", "relative", "A number of units before or after.", "two days later", "counted from {anchor}"),
    ("offset-before", "relative", "A number of units before or from now, the word in front.", "il y a deux ans",
     "counted from {anchor}"),
    ("relative-unit-after", "relative", "Last or next unit or weekday, the word behind.", "la semaine dernière",
     "counted from {anchor}"),
    ("offset-half", "relative", "A unit and a half before or after.", "an hour and a half later",
     "counted from {anchor}"),
    ("period-earlier", "relative", "The same period a year before.", "the year-earlier period",
     "counted from {anchor}"),
    ("unit-end", "relative", "The end of the running unit.", "year's end", "the end of the one {anchor} lies in"),
    ("offset-bare", "relative", "A unit before or after, without a number.", "the day before",
     "counted from {anchor}"),
    ("part-beside", "relative", "The part of the day before or after.", "the night before",
     "counted from {anchor}"),
    ("unit-following", "relative", "The unit after, the word behind.", "the day following",
     "counted from {anchor}"),
    ("relative-word", "relative", "This or last year in one word.", "торік", "counted from {anchor}"),
    ("same-time", "relative", "At the same time, where history is told.", "At the same time",
     "when the thing before happened"),
    ("inside-unit", "relative", "Earlier or later inside a unit.", "later that month", "within {anchor}"),
    ("narrative-unit", "relative", "The unit that is being told of.", "the end of the month",
     "the one that {anchor} lies in"),
    ("duration", "durations", "A length of time; dates nothing.", "two years", "a length of time, not a date"),
    ("duration-modified", "durations", "A length of time before or after now.", "the past five years",
     "a length of time, not a date"),
    ("duration-last", "durations", "One unit up to or from now.", "the past decade", "a length of time, not a date"),
    ("duration-half", "durations", "A unit and a half.", "a year and a half", "a length of time, not a date"),
    ("duration-bare", "durations", "Units without a number.", "for years", "a length of time, not a date"),
    ("duration-long", "durations", "A unit in a compound.", "a decade-long war", "a length of time, not a date"),
    ("set-every", "repeating times", "A time that comes again.", "every Friday", "a repeating time, not a date"),
    ("set-adverb", "repeating times", "An adverb of repetition.", "daily", "a repeating time, not a date"),
    ("set-weekends", "repeating times", "Weekends in general.", "on weekends", "a repeating time, not a date"),
    ("set-rate", "repeating times", "A rate.", "$5 a year", "a rate, not a date"),
    ("reference", "references", "The present, the past or the future, without a date.", "currently",
     "no date of its own"),
    ("reference-past", "references", "The past as a whole.", "in the past", "no date of its own"),
    ("reference-recent", "references", "Recent times.", "recent years", "no date of its own"),
    ("reference-adjective", "references", "An adjective of time, where history is told.", "former",
     "no date of its own"),
    ("clock", "clock times", "An hour of the day; its day from the sentence or the anchor.", "18:04 EEST",
     "the day of {anchor}"),
    ("clock-military", "clock times", "Four digits and a zone.", "0930 GMT", "the day of {anchor}"),
    ("clock-hour", "clock times", "A full hour.", "6 p.m. ET", "the day of {anchor}"),
    ("clock-noon", "clock times", "Noon or midnight.", "at noon", "the day of {anchor}"),
    ("part", "parts of days", "A part of the day.", "in the morning", "the day of {anchor}"),
    ("part-of", "parts of days", "A part of a dated day.", "the night of 13 February", "that day"),
)  # fmt: skip

RULES: Mapping[str, DateRule] = {row[0]: DateRule(*row) for row in _TABLE}

# What a TIMEX3 ``mod`` leaves of a unit, in words.
MODS = {"START": "first third", "MID": "middle third", "END": "last third"}


def rules_table() -> str:
    """The table as Markdown, for the documentation."""
    lines = ["| rule | family | reads | example |", "|---|---|---|---|"]
    lines += [
        f"| `{rule.id}` | {rule.family} | {rule.description} | {rule.example} |" for rule in RULES.values()
    ]
    return "\n".join(lines) + "\n"
