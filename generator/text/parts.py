"""An article's text in, its pages or seconds out: where a quote stands in what the text was taken from.

Pages of a document are set apart by form feeds, as ``pdftotext`` does; the seconds of a recording come from its
subtitles.
"""

import re
from bisect import bisect_right

from ..model import Article, Part
from .transcript import ENDINGS, read_transcript

PAGE_BREAK = "\f"
_PAGE = re.compile(r"(?:pages?\s*|pp?\.?\s*)?([1-9]\d{0,4})", re.IGNORECASE)
_TIME = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)")
_NEAR = 15  # seconds: a sentence goes on, and a person stops the film a little late


def page_parts(text: str) -> tuple[Part, ...]:
    """Where each page begins; nothing for a text without page breaks."""
    if PAGE_BREAK not in text:
        return ()
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == PAGE_BREAK)]
    return tuple(Part(start, page=number) for number, start in enumerate(starts, 1))


def parts_of(text: str, file: str, received: str) -> tuple[Part, ...]:
    """The parts of a text; ``received`` is the file it was read from, where that is subtitles."""
    if file.lower().endswith(ENDINGS):
        again, parts = read_transcript(received)
        return parts if again == text else ()
    return page_parts(text)


def part_at(article: Article, quote: str) -> Part | None:
    """The page or second on which a quote begins; None where it does not stand, or the text has no parts."""
    at = article.text.find(quote) if article.parts and quote else -1
    if at < 0:
        return None
    number = bisect_right(article.parts, at, key=lambda part: part.start) - 1
    return article.parts[number] if number >= 0 else None


def read_place(at: str) -> Part | None:
    """A page ("12", "p. 12", "page 12") or a time ("0:45", "1:02:03") as a person writes it; None for other words."""
    page, time = _PAGE.fullmatch(at.strip()), _TIME.fullmatch(at.strip())
    if page:
        return Part(0, page=int(page[1]))
    if time:
        hours, minutes, seconds = (int(part or 0) for part in time.groups())
        return Part(0, second=hours * 3600 + minutes * 60 + seconds)
    return None


def misplaced(article: Article, quote: str, at: str) -> str:
    """Where a quote stands, when it is not where ``at`` says; ``""`` when it is, or nobody can tell."""
    found, said = part_at(article, quote), read_place(at)
    if found is None or said is None:
        return ""
    if found.page:
        return "" if found.page == said.page else f"page {found.page}"
    near = said.second >= 0 and abs(said.second - found.second) <= _NEAR
    return "" if near else time_code(found.second)


def time_code(second: int) -> str:
    """Seconds as players show them: 0:45, 12:03, 1:02:03."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
