"""Dates whose words leave out the year or the day in; the whole date, by tense and anchor, out."""

import datetime
from itertools import pairwise

from ..values import replace
from .ahead import chance_ahead
from .find import Found
from .lexicon import beside, beside_in, english, own_table
from .named_days import is_islamic, islamic_days, named_day, nearest_days
from .near_years import near_year
from .reading import Reading
from .story import WEEK, Answer, Story, anchored
from .tense import direction, is_until, reporting, sure_direction, tells, was_not_to_be, will_do
from .tokens import Tokens
from .verbs import FUTURE, HERE, PAST, PRESENT
from .when import SEASON_MONTHS, When, from_day, last_day

_JUST_PASSED = 1  # month
_REPORTED = 3  # months within which the figures of a quarter are still to come
_DAYS = ("month-day", "day-month")
_HALF_A_YEAR = 6  # months
_AHEAD = 4  # months: a day that far off is told of as past where nothing says otherwise
_STILL_NOW = 7  # days: a correction or a late edition names a day after the article's own
_MOONS_APART = 3
_FRESH, _CERTAIN = 45, 0.9  # days; a chance
_HALF = 182
_LEAP_DAY = (2, 29)
_RANGES = ("month-day-range", "day-range-month")
_SIDE = 6  # readings
_CHAIN_OF_FIGURES = 16  # tokens
_SCENE = 3  # sentences
_SAID = 5  # tokens from a verb of saying to its day
_LONGEST_CHAIN = 7  # weekdays
_DESCRIBED = 3  # tokens: ", on a"
_CHAIN_JOINS = frozenset(["c", "v", "-", ",", ",c"])
_SAME_CLAUSE = 5  # tokens
_LIKELY, _VERY_LIKELY, _SURELY_NOT = 0.6, 0.65, 0.1


def resolve_named(story: Story, found: Found, reading: Reading) -> Answer:
    base = _year_base(story)
    year = reading.when.year
    if year is None and base is not None and base.year is not None:
        year = _signed_year(story, found, reading, base)
    if year is None:
        return Answer(When(), "stated")
    when = _islamic(found, reading, base, year) if is_islamic(reading.named) else None
    if when is None:
        day = named_day(reading.named, year)
        when = from_day(day) if day else When(year=year)
    return anchored(when, story, base if reading.when.year is None else None, "stated")


def _islamic(found: Found, reading: Reading, base: When | None, year: int) -> When | None:
    """The days, near ones, of a feast or month of the Islamic calendar."""
    if reading.when.year is None and base is not None and base.date is not None:
        way = direction(found.tokens, reading.first, reading.last)
        days = nearest_days(reading.named, base.date, way if way in (PAST, FUTURE) else 0)
    else:
        days = next(iter(islamic_days(reading.named, year)), None)
    if days is None:
        return None
    first, last = days
    known = named_day(reading.named, first.year) if first == last else None
    if known is not None and abs((known - first).days) <= _MOONS_APART:
        first = last = known
    whole = first != last
    return When(year=first.year, near=days) if whole else replace(from_day(first), near=(first, last))


def _signed_year(story: Story, found: Found, reading: Reading, base: When) -> int | None:
    year = base.year
    assert year is not None
    day = named_day(reading.named, year)
    if story.narrative or day is None or base.date is None:
        return year
    way = direction(found.tokens, reading.first, reading.last)
    sure = sure_direction(found.tokens, reading.first, reading.last)
    near = abs((day - base.date).days) <= _FRESH and not sure
    way = way if way in (PAST, FUTURE) and not near else 0
    days = (day - base.date).days
    if way:
        return year + (days < 0 < way) - (way < 0 < days)
    return year + (days < -_HALF - 1) - (days > _HALF + 1)  # nothing tells: the nearest one


def _year_base(story: Story) -> When | None:
    return story.told if story.narrative else story.published


def resolve_partial(story: Story, found: Found, index: int) -> Answer:
    """A month, season, quarter or half without its year."""
    reading = found.readings[index]
    if reading.range_year is not None:
        partner = reading.range_year
        return Answer(replace(reading.when, year=partner.year, bc=partner.bc), "stated")
    base = _year_base(story)
    if base is None or base.year is None:
        near = near_year(story, found, reading, None, 0)
        when = reading.when if near is None else replace(reading.when, year=near.year)
        return anchored(when, story, near, "stated")
    if story.narrative:
        year = _told_year(base, reading.when)
        return anchored(replace(reading.when, year=year, bc=base.bc), story, base, "stated")
    return _of_the_news(story, found, index, base)


def _of_the_news(story: Story, found: Found, index: int, base: When) -> Answer:
    """The same in news, by what is named beside it and by its tense."""
    reading = found.readings[index]
    begin, end = _range_of(found, index)
    way = _way(found, reading, (begin, end), base)
    if over := _when_over(base, reading, (begin, end), way):
        return anchored(replace(reading.when, year=over), story, base, "stated")
    beside = _year_ahead(found, index, base) if way == FUTURE else None
    if not beside and (reading.when.quarter or reading.when.half):
        beside = _year_beside(found, index)
    if beside:
        return anchored(replace(reading.when, year=beside), story, base, "stated")
    until = is_until(found.tokens, reading.first)
    if until and reading.when.day is not None:
        # what lasts until then may have begun in the past
        told = direction(found.tokens, begin.first, end.last)
        way = FUTURE if told in (FUTURE, HERE, PRESENT) else 0
    elif way == 0 and (until or found.tokens.low(reading.first - 1) == "through"):
        way = FUTURE
    news_year = _news_year(base, begin.when, way, _AHEAD if reading.rule in _DAYS else _HALF_A_YEAR)
    if news_year is None:
        return Answer(reading.when, "stated")
    first = When(year=news_year, month=begin.when.month, day=begin.when.day)
    near = near_year(story, found, reading, first, way)
    if near is not None:
        return anchored(replace(reading.when, year=near.year), story, near, "stated")
    year = _year_of_end(begin, end, reading, news_year, 1 if way == FUTURE or until else -1)
    return anchored(replace(reading.when, year=year), story, base, "stated")


def _when_over(base: When, reading: Reading, span: tuple[Reading, Reading], way: int) -> int:
    """The year of one end of "from January to November", told in the past: of the last that are over; 0 for anything else."""
    begin, end = span
    if begin is end or begin.rule != "month" or way != PAST or base.month is None:
        return 0
    year = _news_year(base, end.when, PAST, _HALF_A_YEAR) or 0
    return year - (reading is begin and (begin.when.month or 0) > (end.when.month or 0))


def _year_of_end(begin: Reading, end: Reading, reading: Reading, year: int, step: int) -> int:
    """The year of one end of a range: one that has the leap day, and the next one behind the new year."""
    if _LEAP_DAY in ((begin.when.month, begin.when.day), (end.when.month, end.when.day)):
        year = _leap_year(year, step)
    return year + (reading is end and (end.when.month or 0) < (begin.when.month or 0))


def _way(found: Found, reading: Reading, span: tuple[Reading, Reading], base: When) -> int:
    """``PAST``, ``FUTURE`` or 0, by the verbs around and by what the day is set for."""
    begin, end = span
    if _said_for(found.tokens, begin) and base.date is not None:
        return FUTURE  # "an election for July 4"
    way = direction(found.tokens, begin.first, end.last)
    way = FUTURE if _appointed(found.tokens, begin.first, end.last) else way
    way = int(reading.count or 0) or (way if way in (PAST, FUTURE) else 0)
    if way and not reading.count and _is_nearer(found.tokens, span, base, way):
        return 0
    before = found.tokens.back(reading.first, _CHAIN_OF_FIGURES)
    figures = not beside.held_against.isdisjoint(before) or not beside.sum.isdisjoint(found.tokens.lows)
    if way == 0 and reading.when.quarter and figures:
        return PAST  # "down from 27 percent in the second quarter, 28 percent in the first"
    if way == 0 and reading.when.day is None and not own_table(found.tokens.lang):
        return PAST  # news tells what was, and most verbs of these languages are not known
    return way


def _appointed(tokens: Tokens, first: int, last: int) -> bool:
    """``a trial date of May 2``, ``given a Dec. 1 starting date``, ``set a May 2 hearing``: what was decided lies ahead."""
    described = tokens.tag(last) == "x" and tokens.tag(first - 1) in "axh"
    made = tokens.tag(first - 1) == "a" and not beside.due.isdisjoint(tokens.back(first, _DESCRIBED))
    date = "date" in tokens.lows[last : last + 2] and tokens.low(last + 1) not in english.of
    return tokens.back(first, 2) == ["date", "of"] or (described and (made or date))


def _is_nearer(tokens: Tokens, span: tuple[Reading, Reading], base: When, way: int) -> bool:
    """Whether a day of the next or last weeks lies on the other side than the verb says: what is near needs no year."""
    begin, end = span
    if base.date is None or begin.when.day is None:
        return False
    days = _days_ahead(base.date, begin.when)
    days += -365 if days > _HALF else 365 if days < -_HALF else 0  # to the nearest day of that name
    weekday = (base.date + datetime.timedelta(days=days)).weekday()
    if tokens.tags[begin.first] in "Ww":  # "on Monday, April 1"
        return days * way < 0 and tokens.number(begin.first) == weekday
    if not 0 < -days * way <= _FRESH or sure_direction(tokens, begin.first, end.last):
        return False
    if tokens.lang != "en":
        return True
    ahead = chance_ahead(tokens, begin.first, end.last, way, "md")
    return not (ahead > _CERTAIN if way == FUTURE else 1 - ahead > _CERTAIN)


def _leap_year(year: int, step: int) -> int:
    """The year itself, else the nearest one on that side that has a 29 February."""
    while last_day(year, 2) != 29:
        year += step
    return year


def _range_of(found: Found, index: int) -> tuple[Reading, Reading]:
    """The first and last reading of the range of days that a reading is an end of; else itself twice."""
    reading = found.readings[index]
    for one, two in pairwise(found.readings[max(0, index - 1) : index + 2]):
        same = _DAYS if reading.rule in _DAYS else (reading.rule,)
        joined = found.tokens.tags[one.last : two.first].strip("hiu") in ("v", "-")
        if joined and all(other.rule in same and other.when.year is None for other in (one, two)):
            return one, two
    return reading, reading


def _said_for(tokens: Tokens, reading: Reading) -> bool:
    """``a vote for July 4``, ``oil for April delivery``: what something is set for lies ahead."""
    at = reading.first - 1
    if tokens.tag(at) == "h" and tokens.lang != "en":
        at -= 1
    night = tokens.tag(at - 1) in "Do."  # "w nocy z 3 na 4 maja"
    stated = tokens.low(at - 1) in beside_in(tokens.lang, "as-of")  # "станом на 5 березня"
    if tokens.low(at) not in beside_in(tokens.lang, "for-a-day") or stated or night:
        return False
    if reading.when.day is None:
        return tokens.lang == "en" and tokens.low(reading.last) in beside.forward
    return tokens.tag(reading.last) != "g" and reading.rule in ("month-day", "day-month", *_RANGES)


def _year_ahead(found: Found, index: int, base: When) -> int | None:
    """The year of "The 2028 Games will run from July 14": named before in the sentence, and still to come."""
    for reading in reversed(found.readings[max(0, index - _SIDE) : index]):
        year, before = reading.when.year, found.tokens.low(reading.first - 1)
        named = reading.base == "absolute" and reading.rule == "year" and found.readings[index].when.month
        if named and year is not None:
            attributive = found.tokens.tag(reading.last) == "x" and before in beside.owner_article
            return year if attributive and year > (base.year or 0) else None
    return None


def _year_beside(found: Found, index: int) -> int | None:
    """The year of "2.1 percent for Q1 2024 and 2.4 percent for the second half"."""
    for reading in reversed(found.readings[max(0, index - _SIDE) : index]):
        when = reading.when
        if reading.base == "absolute" and when.year is not None and (when.quarter or when.half):
            later = _first_month(found.readings[index].when) > _first_month(when)
            return when.year if later else None
    return None


def _days_ahead(today: datetime.date, when: When) -> int:
    """Days until the month and day of ``when`` in the running year."""
    assert when.month is not None and when.day is not None
    if when.day > last_day(today.year, when.month):
        return 366
    return (datetime.date(today.year, when.month, when.day) - today).days


def _first_month(when: When) -> int:
    if when.month:
        return when.month
    if when.quarter:
        return when.quarter * 3 - 2
    if when.half:
        return when.half * 6 - 5
    return SEASON_MONTHS[when.season][0] if when.season else 1


def _told_year(base: When, when: When) -> int:
    """History goes forward: January after December is of the next year, the rest of the same."""
    year = base.year
    assert year is not None
    month = base.month or (SEASON_MONTHS[base.season][0] if base.season in ("SP", "SU", "FA") else None)
    if month is not None and month - _first_month(when) >= 9 and not when.season and not base.bc:
        return year + 1
    return year


def _is_over(when: When, first: int, month: int, here: tuple[int, int]) -> bool:
    """Whether what lies ahead cannot be of this year any more."""
    last = first + 2 if when.quarter or when.season else first + 5 if when.half else first
    near = _REPORTED if when.quarter else _JUST_PASSED  # "expects to report a third-quarter loss"
    just = month - last <= near  # "was to appear on May 5", said on May 12
    return (last, when.day or 31) < here and not just


def _news_year(base: When, when: When, way: int, far: int) -> int | None:
    """The year that fits the tense: the last such month up to the article's day, or the next one."""
    year = base.year
    assert year is not None
    if base.month is None:
        return None
    here = (base.month, base.day or 15)
    first = _first_month(when)
    if way < 0:
        soon = base.date is not None and when.day is not None and _days_ahead(base.date, when) <= _STILL_NOW
        return year - 1 if (first, when.day or 1) > here and not soon else year
    if way > 0:
        return year + _is_over(when, first, base.month, here)
    distance = first - base.month
    return year + (distance < -6) - (distance > far)  # "a police shooting Dec. 6", said in June


def resolve_weekday(story: Story, found: Found, index: int) -> Answer:
    reading = found.readings[index]
    base = story.then() if story.narrative else story.published
    if (same := _beside(story, found, index)) is not None:
        return anchored(same, story, same)
    if base is None or base.date is None or _any_such_day(found.tokens, reading):
        return Answer(reading.when, "relative")
    chain = _chain(found, index)
    if (told := _days_told(story, found, reading, base.date)) and len(chain) == 1:
        return anchored(from_day(told).at(reading.when), story, story.paired)
    day = _chain_days(found, chain, base.date)[chain.index(reading)]
    return anchored(from_day(day).at(reading.when), story, base)


def _beside(story: Story, found: Found, index: int) -> When | None:
    """The day right before that a weekday only describes: "on 12 February, a Friday", "on May 3, the Monday of the vote"."""
    day, reading = story.last_day, found.readings[index]
    if not index or day is None or day.date is None or story.last_day_sentence != found.sentence:
        return None
    between = found.tokens.tags[found.readings[index - 1].last : reading.first]
    described = between[:1] == "," and between[-1:] in ("a", "h") and len(between) <= _DESCRIBED
    return day if described and day.date.weekday() == reading.when.weekday else None


def _days_told(story: Story, found: Found, reading: Reading, today: datetime.date) -> datetime.date | None:
    """ "The storm began on Monday, March 2. On Tuesday the roads were shut": the next such day, weeks before today."""
    told = story.paired.date if story.paired else None
    if told is None or story.narrative or not 0 <= found.sentence - story.paired_sentence <= _SCENE:
        return None
    if (today - told).days <= WEEK or direction(found.tokens, reading.first, reading.last) != PAST:
        return None
    # "told Thale court on Tuesday"
    said = not reporting("en").isdisjoint(found.tokens.back(reading.first, _SAID))
    ahead = ((reading.when.weekday or 0) - told.weekday()) % 7
    return told + datetime.timedelta(days=ahead) if ahead and not said else None


def _chain(found: Found, index: int) -> list[Reading]:
    """The weekdays joined to one: "Tuesday, Thursday and Saturday"."""
    readings, tags = found.readings, found.tokens.tags

    def joined(left: int) -> bool:
        one, two = readings[left], readings[left + 1]
        weekdays = _bare_weekday(one) and _bare_weekday(two) and one.when.weekday != two.when.weekday
        return weekdays and tags[one.last : two.first].replace("u", "") in _CHAIN_JOINS

    begin = end = index
    while begin > max(0, index - _LONGEST_CHAIN) and joined(begin - 1):
        begin -= 1
    while end + 1 < min(len(readings), index + _LONGEST_CHAIN) and joined(end):
        end += 1
    return list(readings[begin : end + 1])


def _bare_weekday(reading: Reading) -> bool:
    bare = reading.base == "absolute" and not reading.moved[1]
    return bare and reading.when.weekday is not None and reading.when.year is None


def _way_of_days(found: Found, first: Reading, last: Reading, today: datetime.date) -> int:
    """Whether weekdays lie ahead: by what stands with them, or with the weekday before in the same clause."""
    way, tokens = 0, found.tokens
    for _ in range(_LONGEST_CHAIN):
        way = _own_way(found, first, last, today)
        if way == FUTURE or (earlier := _weekday_before(found, first)) is None:
            return way
        through = is_until(tokens, first.first) or tokens.low(first.first - 1) == "through"
        if through and sure_direction(tokens, first.first, last.last) != PAST:
            return FUTURE  # "began on Tuesday and goes on through Thursday"
        if first.first - earlier.last > _SAME_CLAUSE or tells(tokens, earlier.last, first.first):
            return way
        first = last = earlier  # "plays Leeds on Saturday and Hull on Sunday"
    return way


def _own_way(found: Found, first: Reading, last: Reading, today: datetime.date) -> int:
    """Whether weekdays lie ahead: because something is set for them, by the verb, by the words around."""
    tokens = found.tokens
    reserved = tokens.low(first.first - 1) in english.for_ and tokens.lang == "en"
    reserved = (
        reserved
        and tokens.tag(last.last) != "g"
        and tokens.low(first.first - 2) not in beside.edition
        and not first.when.part
    )
    if first.moved[0] > 0 or (reserved and not was_not_to_be(tokens, first.first, last.last)):
        return FUTURE
    if _in_next_week(found, first) and sure_direction(tokens, first.first, last.last) != PAST:
        return FUTURE
    days = ((first.when.weekday or 0) - today.weekday()) % 7
    if days in (1, 6) and "later" in tokens.back(
        first.first, 1 + (tokens.low(first.first - 1) in english.on)
    ):
        return PAST if days == 6 else FUTURE  # "was to speak later Friday": yesterday or tomorrow
    return _weighed(tokens, first.first, last.last, f"wd{days}" if days else "")


def _in_next_week(found: Found, reading: Reading) -> bool:
    """``Next week brings the results of one firm on Thursday and of another on Friday``."""
    weeks = (one for one in found.readings if one.first < reading.first and one.unit == "W")
    ahead = (one for one in weeks if one.base == "now" and one.rule == "relative-unit" and one.count == 1)
    return any(found.tokens.tag(one.last) != "g" for one in ahead)  # not "next week's hearing"


def _weekday_before(found: Found, reading: Reading) -> Reading | None:
    """The last bare weekday that the sentence names before."""
    before = found.readings[: found.readings.index(reading)]
    return next((one for one in reversed(before) if _bare_weekday(one)), None)


def _weighed(tokens: Tokens, first: int, last: int, kind: str) -> int:
    """The direction that the rules are sure of, else the one that the model is, else the rules' guess."""
    way = direction(tokens, first, last)
    if not kind or tokens.lang != "en" or sure_direction(tokens, first, last) or will_do(tokens, first):
        return way
    chance = chance_ahead(tokens, first, last, way, kind)
    if chance > (_VERY_LIKELY if way == PAST else _LIKELY):
        return FUTURE
    return PAST if chance < (_SURELY_NOT if way == FUTURE else 1 - _LIKELY) else way


def _chain_days(found: Found, chain: list[Reading], today: datetime.date) -> list[datetime.date]:
    """The day of each weekday of a chain: one after the other, ahead of the article's day or up to it."""
    first, last = chain[0], chain[-1]
    before, way = found.tokens.low(first.first - 1), _way_of_days(found, first, last, today)
    step = datetime.timedelta(days=1)
    if way == FUTURE and _in_next_week(found, first):
        today += step * (6 - today.weekday())
    elif way == FUTURE and (said := _said_before(found, first, today)):
        today = said
    weekdays = [reading.when.weekday or 0 for reading in chain]
    if way in (FUTURE, HERE) and (weekdays[0] != today.weekday() or before in beside.day_limit):
        day, days = today, []
        for weekday in weekdays:
            day += step * ((weekday - day.weekday()) % 7)
            days.append(day)
        return days
    if len(weekdays) > 1 and all((one - two) % 7 == 1 for one, two in pairwise(weekdays)):
        newest = today - step * ((today.weekday() - weekdays[0]) % 7)
        return [newest - step * back for back in range(len(weekdays))]  # "Thursday and Wednesday"
    day, days = today, []
    for weekday in reversed(weekdays):
        day -= step * ((day.weekday() - weekday) % 7)
        days.insert(0, day)
    return days


def _said_before(found: Found, reading: Reading, today: datetime.date) -> datetime.date | None:
    """The day on which it was said that something would be: "said on Friday that the road would shut on Saturday"."""
    said = _weekday_before(found, reading)
    if said is None or said.when.weekday is None or found.tokens.low(said.first - 1) == "since":
        return None
    if will_do(found.tokens, reading.first) or direction(found.tokens, said.first, said.last) != PAST:
        return None  # "the man arrested Friday will appear in court Monday"
    return today - datetime.timedelta(days=(today.weekday() - said.when.weekday) % 7)


def _any_such_day(tokens: Tokens, reading: Reading) -> bool:
    """``on a Thursday in June 2019``: some such day, that nothing tells."""
    if tokens.tag(reading.first - 1) != "a" or tokens.tag(reading.last) not in "i.,u" or reading.when.clock:
        return False
    return tokens.low(reading.last) not in english.on
