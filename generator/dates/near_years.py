"""A month or day without its year and what was told just before in; the year that stands near, or nothing, out.

News leaves out the year of its own days only. Where the sentence, the one before or a heading alone on
its line names another year, a bare "20 July" that is told of on the same side of the article is of that one:
"The party was founded in 1998. On 20 July it held its first congress."
"""

from .find import Found
from .reading import Reading
from .story import Story
from .verbs import FUTURE, PAST
from .when import When

_FRESH = 45  # days: what is so near to the article's own day is its news, whatever year stands beside it
_CHRONICLE = ("year", "month-year", "the-year")


def is_heading(found: Found) -> bool:
    """Whether a sentence is nothing but a year, as a chronicle heads its parts."""
    readings, tokens = found.readings, found.tokens
    first = readings[0]
    if not found.opens or first.first > 1 or first.when.year is None:
        return False
    alone = len(readings) == 1 and set(tokens.tags[first.last :]) <= set(".-)")
    return alone and first.rule in _CHRONICLE


def near_year(story: Story, found: Found, reading: Reading, news: When | None, way: int) -> When | None:
    """The date named near that lends its year; ``news`` is what the article's own day would make of the words."""
    headed = story.heading if way != FUTURE else None
    return _year_beside(story, found, reading, news, way) or headed


def _year_beside(story: Story, found: Found, reading: Reading, news: When | None, way: int) -> When | None:
    """The year of the same sentence or the one before it in the paragraph."""
    near = story.year_named
    same = found.sentence == story.year_sentence
    if near is None or near.year is None or near.bc or found.sentence - story.year_sentence > 1:
        return None
    if not same and (found.opens or reading.when.quarter or reading.when.half):
        return None  # another paragraph is another matter, and accounts go back to the quarter reported
    published = story.published
    if published is None or published.year is None or news is None:
        return None
    if near.month and (reading.when.month or 12) < near.month:
        return None  # a story goes forward: "in May 1997, and again in March"
    if near.year > published.year:
        return near if way == FUTURE else None
    if near.year == published.year or way not in (PAST, 0):
        return None
    return None if _fresh(published, news, same) else near


def _fresh(published: When, news: When, same_sentence: bool) -> bool:
    """Whether the words more likely name the article's own time: a day of the last weeks, its own month."""
    if published.date is None:
        return False
    if news.day is None:
        months = 12 * (published.date.year - (news.year or 0)) + published.date.month - (news.month or 0)
        return not same_sentence and abs(months) <= 1
    return news.date is not None and abs((published.date - news.date).days) <= _FRESH
