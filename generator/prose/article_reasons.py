"""What an article's inferred date rests on in, sentences for readers out; the sentences of old files in, values out.

The values stand in the article's YAML. Until 0.9 an English sentence stood there: ``read_reasons`` still reads it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..model import Published, PublishedRule, PublishedWhy
from ..text.stated_date import stated_dates
from .human import human_date

# Messages, by rule: catalogues translate them.
ARTICLE_REASONS: Mapping[PublishedRule, str] = MappingProxyType(
    {
        "shared": "%(shared)s of its %(all)s longer sentences stand word for word in %(article)s, published %(day)s.",
        "others": "Others that share as much are of %(day)s.",
        "contradicts": "It shares sentences with articles of %(day)s, yet it tells of %(other)s.",
        "weekday": "The latest past date it tells of is %(day)s; %(weekday)s, %(named)s came first after that in %(year)s.",
        "latest": "The latest past date it tells of is %(day)s.",
    }
)


def _day_month(day: str) -> str:
    """ "16 May": the day without its year."""
    return human_date(day).removesuffix(f" {day[:4]}")


@dataclass(frozen=True, slots=True)
class Teller:
    """How the values of a reason are written; English plain text when nothing else is given."""

    say: Callable[[str], str] = str
    number: Callable[[int], str] = str
    date: Callable[[str], str] = human_date
    day_month: Callable[[str], str] = _day_month
    article: Callable[[str], str] = str
    quoted: Callable[[str], str] = str


_ENGLISH = Teller()


def tell_reasons(published: Published, teller: Teller = _ENGLISH) -> Iterator[str]:
    """The sentences that say why an article has its date; what a person wrote stands first, as it is."""
    if published.reason:
        yield teller.quoted(published.reason)
    for one in published.why:
        yield teller.say(ARTICLE_REASONS[one.rule]) % {
            "shared": teller.number(one.shared),
            "all": teller.number(one.of),
            "article": teller.article(one.article),
            "day": teller.date(one.day),
            "other": teller.date(one.other) if one.other else "",
            "weekday": teller.quoted(one.weekday),
            "named": teller.day_month(one.named) if one.named else "",
            "year": one.named[:4],
        }


def with_read_reasons(published: Published) -> Published:
    """An article's date with the sentences of an old file as values; as it is when a person wrote any of them."""
    found: list[PublishedWhy] = []
    at, text = 0, published.reason.strip()
    while at < len(text):
        fitting = ((rule, match) for rule, pattern in _PATTERNS if (match := pattern.match(text, at)))
        rule, match = next(fitting, _NONE)
        one = _read(rule, match.groupdict(), published.day) if match else None
        if match is None or one is None:
            return published
        found.append(one)
        at = match.end()
    return Published(published.value, published.basis, "", published.zone, (*published.why, *found))


def _read(rule: PublishedRule, values: Mapping[str, str], own: str) -> PublishedWhy | None:
    """The values of one old sentence; None where a date in it cannot be read."""
    days = {name: _day(values[name], own) for name in ("day", "other") if name in values}
    named = _day(f"{values['named']} {values['year']}", own) if "named" in values else ""
    if not all(days.values()) or ("named" in values and not named):
        return None
    article, weekday = values.get("article", ""), values.get("weekday", "")
    counts = (int(values.get("shared", 0)), int(values.get("all", 0)))
    return PublishedWhy(rule, article, days["day"], days.get("other", ""), *counts, weekday, named)


def _day(english: str, own: str) -> str:
    """The day that an English date names: the article's own, or a plain one; else nothing."""
    if own and human_date(own) == english:
        return own
    found = stated_dates(english)
    return found[0].day if found and (found[0].start, found[0].end) == (0, len(english)) else ""


def _pattern(message: str) -> re.Pattern[str]:
    """A message as a pattern in which every placeholder is a group."""
    values = {"shared": r"\d+", "all": r"\d+", "year": r"\d+", "article": r"\S+", "weekday": r"\w+"}
    parts = re.split(r"%\((\w+)\)s", message)
    pieces = (
        f"(?P<{part}>{values.get(part, r'[^.,;]{1,80}')})" if number % 2 else re.escape(part)
        for number, part in enumerate(parts)
    )
    return re.compile("".join(pieces) + r"(?:\s+|$)")


_NONE: tuple[PublishedRule, re.Match[str] | None] = ("latest", None)
_PATTERNS: list[tuple[PublishedRule, re.Pattern[str]]] = [
    (rule, _pattern(message)) for rule, message in ARTICLE_REASONS.items()
]
