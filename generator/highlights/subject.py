"""Readings, and the words a person asked for, in; what the collection is about, as a matcher, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..language import calendar_names, english
from .reading import ArticleReading, Line, split_words

# Words that begin with a capital in every text and name nobody by themselves.
_TITLES = english.person_title | {"saint", "st", "the"}
_PLAIN = english.plain | {"us", "uk", "eu", "there", "some", "three", "until", "since"}
_ENOUGH = 0.5  # a name in fewer of the articles is not what the collection is about
_LONG_ENOUGH, _ENDING = 5, 3  # letters of a name that is declined, and by how many its length may change
_LONGER = 0.85  # "Jane Doe" beats "Doe" when it stands in at least this share of its articles


@dataclass(frozen=True, slots=True)
class Subject:
    """``name``: its words in lower case, in order; empty when the collection has no one subject."""

    name: tuple[str, ...] = ()

    @property
    def telling(self) -> frozenset[str]:
        """The words that name the subject alone: no titles, no initials, no "in" and "the"."""
        words = frozenset(
            word for word in self.name if word not in _TITLES and word not in _PLAIN and len(word) > 1
        )
        return words or frozenset(self.name)

    def places(self, words: Sequence[str]) -> list[int]:
        """Indexes of the words (lower case) that name the subject; everywhere at 0 without a subject."""
        if not self.name:
            return [0] if words else []
        telling = self.telling
        return [
            i
            for i, word in enumerate(words)
            if word in telling
            or word.split("'")[0] in telling
            or (not word.isascii() and _declined(word, telling))
        ]


def _declined(word: str, names: Iterable[str]) -> bool:
    """Whether a word is a name in another case: "Коваленка" for "Коваленко"."""
    return any(
        len(name) >= _LONG_ENOUGH and abs(len(word) - len(name)) <= _ENDING and word.startswith(name[:-2])
        for name in names
    )


def find_subject(readings: Sequence[ArticleReading], query: str = "") -> Subject:
    """``query`` as given, else the name that stands in most articles (and in half of them at least)."""
    if query.strip():
        return Subject(tuple(word.lower() for word in split_words(query)))
    counts: Counter[tuple[str, ...]] = Counter()
    for reading in readings:
        counts.update({name for line in reading.lines for name in _names(line)})
    if not counts:
        return Subject()
    best = _in_full(max(counts, key=lambda name: (counts[name], len(name), name)), counts)
    return Subject(best) if counts[best] >= _ENOUGH * len(readings) else Subject()


def _in_full(short: tuple[str, ...], counts: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """The longest name around a short one that nearly as many articles say; of one word, else the likeliest of several."""
    often = [name for name in counts if counts[name] >= _LONGER * counts[short]]
    longer = [name for name in often if len(name) > len(short) and _within(short, name)]
    if longer:
        return max(longer, key=lambda name: (len(name), counts[name], name))
    several = [name for name in often if len(name) > 1] if len(short) == 1 else []
    return max(several, key=lambda name: (counts[name], name), default=short)


def is_calendar(low: str) -> bool:
    """Whether a word in lower case names a month or a day of the week."""
    return low in calendar_names("month") or low in calendar_names("weekday")


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _names(line: Line) -> Iterator[tuple[str, ...]]:
    """Runs of up to three capitalised words; a single word only inside the sentence."""
    run: list[str] = []
    for index, word in enumerate((*line.words, "")):
        low = word.lower().removesuffix("'s")
        if word[:1].isupper() and not is_calendar(low) and low not in _PLAIN and len(word) > 1:
            run.append(low)
            continue
        begin = index - len(run)
        yield from _parts(run, first=begin == 0)
        run = []


def _parts(run: Sequence[str], *, first: bool) -> Iterator[tuple[str, ...]]:
    for size in (1, 2, 3):
        for start in range(len(run) - size + 1):
            part = tuple(run[start : start + size])
            if all(word in _TITLES for word in part) or (size == 1 and first and start == 0):
                continue
            yield part
