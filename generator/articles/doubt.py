"""An article in, the doubts about it out: a day of publication before all it tells, a page read in part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..errors import Problem, problem
from ..model import Article, Place
from ..text.stated_date import stated_dates

_LATER = 366  # days after the publication that nearly no article looks ahead to with all its dates
_READ = 200_000  # characters


def published_doubt(article: Article) -> Problem | None:
    """The doubt, when every full date of the text lies more than a year after the day of publication."""
    day = _day(article.published.day)
    if day is None:
        return None
    told: list[date] = []
    for later in _told(article):
        if (later - day).days <= _LATER:
            return None  # mostly the first says so: the rest need not be read
        told.append(later)
    if not told:
        return None
    return problem(
        "published-doubtful", article=article.id, value=article.published.day, told=min(told).isoformat()
    )


def loss_doubt(article: Article) -> Problem | None:
    """The doubt, when much of the page's prose stood outside what was found as its article."""
    loss = article.loss
    if loss is None:
        return None
    code, value = ("page-part-lost", loss.missing) if loss.missing else ("page-part-restored", loss.restored)
    place = Place(article.file)
    return problem(code, place, article=article.id, value=str(value), of=str(loss.of))


def _told(article: Article) -> Iterator[date]:
    """The full dates of the body."""
    for block in article.blocks:
        if block.kind == "body" and block.start < _READ:
            stated = stated_dates(article.text[block.start : block.end])
            yield from filter(None, (_day(one.day) for one in stated))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
