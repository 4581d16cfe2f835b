"""One article in; its sentences as word lists, each with the days and months it names, out.

This is the only costly step (every date is resolved), so its result is a small value of its own:
articles can be read in several processes and the choice made over what came back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..dates import resolve_dates
from ..model import Article, ResolvedDate
from ..text.dateline import read_dateline
from ..text.sentences import split_sentences

# A word with its inner hyphens and apostrophes; "re - elected" of tokenised text is one word too.
_WORD = re.compile(r"[^\W_]+(?:(?:'| ?- ?|[-‐‑])[^\W_]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_READ_KINDS = frozenset({"body", "headline"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its words verbatim, and what it dates (days as ordinals of the common calendar)."""

    text: str
    words: tuple[str, ...]  # as written, for names; compare in lower case for verbs
    days: tuple[int, ...] = ()
    months: tuple[str, ...] = ()
    headline: bool = False
    own: bool = False  # a fact with a date of its own: it speaks of no day but that
    open: tuple[int, ...] = ()  # of ``days``, those whose year the sentence does not give


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What the choice of days needs to know of an article; ``published`` is 0 when its day is unknown."""

    id: str
    published: int
    lines: tuple[Line, ...]


def read_days(article: Article) -> ArticleReading:
    """Split and date ``article``. Furniture (bylines, captions, promos) is left out."""
    lang = article.lang or "en"
    sentences = split_sentences(article.text, article.blocks, lang)
    dates = resolve_dates(
        article.text, sentences, blocks=article.blocks, published=article.published, lang=lang
    )
    dateline = read_dateline(article.text, article.blocks).end
    lines: list[Line] = []
    position = 0
    for sentence in sentences:
        kind = article.blocks[sentence.block].kind
        inside: list[ResolvedDate] = []
        while position < len(dates) and dates[position].start < sentence.end:
            if dates[position].start >= sentence.start and not _is_label(dates[position]):
                inside.append(dates[position])
            position += 1
        if kind in _READ_KINDS:
            start = dateline if sentence.start < dateline < sentence.end else sentence.start
            line = dated_line(
                without_stamp(article.text[start : sentence.end]),
                [found.edtf for found in inside],
                headline=kind == "headline",
            )
            lines.append(replace(line, open=_open_days(inside)))
    return ArticleReading(article.id, ordinal(article.published.day), tuple(lines))


def without_stamp(text: str) -> str:
    """``text`` without a time of day, alone or behind a date in digits, that stands in front of its sentence."""
    found = _STAMP.match(text)
    return text[found.end() :] if found else text


# "14:05 GMT: ", "2014-03-02 09:30 - ", "[10.30am] "
_STAMP = re.compile(
    r"[\[(]?(?:\d{4}-\d\d-\d\d[T ]|\d{1,2}[./]\d{1,2}[./]\d{2,4},? )?"
    r"(?:\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2}\.\d\d ?[ap]\.?m\.?)"
    r"(?: ?(?:Z|GMT|UTC|[A-Z]{1,3}[SD]?T))?[\])]?(?: ?[-–—:|,] ?| )(?=[\"“„«‘(]?[^\W\d_a-z])"
)


def _is_label(found: ResolvedDate) -> bool:
    """Whether the date only labels a thing ("the September 11 memorial", "a Christmas market")."""
    return found.role == "attributive" and found.basis == "stated" and found.anchor != ""


def _open_days(dates: Iterable[ResolvedDate]) -> tuple[int, ...]:
    """The days that words state with everything but the year ("on 29 April")."""
    stated = (found for found in dates if found.basis == "stated" and found.anchor)
    return tuple(dict.fromkeys(day for found in stated if (day := ordinal(found.edtf.split("T")[0]))))


def dated_line(text: str, dates: Iterable[str], headline: bool = False) -> Line:
    """The sentence with the exact days and the months among ``dates`` (EDTF); other dates are left out."""
    days: list[int] = []
    months: list[str] = []
    for value in dates:
        day = value.split("T")[0]
        if number := ordinal(day):
            days.append(number)
        elif _MONTH.fullmatch(day):
            months.append(day)
    return Line(text, split_words(text), tuple(dict.fromkeys(days)), tuple(dict.fromkeys(months)), headline)


def split_words(text: str) -> tuple[str, ...]:
    """``"Ms Lee’s re - election"`` -> ``("Ms", "Lee's", "re-election")``."""
    plain = _MISREAD.sub(" ", text).replace("’", "'")
    return tuple(_WORD_GAP.sub("-", word) for word in _WORD.findall(plain))


_WORD_GAP = re.compile(r" ?[-‐‑] ?")
# Quotation marks of UTF-8 read as Windows-1252, as archives often hold them: "Ms Leeâ€™s", "â€œWe".
_MISREAD = re.compile(r"â€ ?[œ™˜“”]?")


def ordinal(day: str) -> int:
    """The day's number in the common calendar; 0 when ``day`` is no full date."""
    try:
        return date.fromisoformat(day).toordinal() if _DAY.fullmatch(day) else 0
    except ValueError:
        return 0
