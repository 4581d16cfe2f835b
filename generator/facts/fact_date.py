"""A fact's words and the dates of its sentence in, the date of what happened and the reason out.

Of the times a sentence mentions, the fact's is the one its main clause stands in. Times that say how
long ago, until when, or which thing ("first since 1998", "the 1998 talks") are never it.
"""

import re
import sys
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise

from ..edtf import contains
from ..language import known_languages, language, pattern, pattern_of, time_words
from ..model import DateReason, ResolvedDate
from ..text.annotation import Annotation
from ..values import replace
from .after_event import after_event
from .described import is_measure, of_described
from .kinds import kind_of, told_in_the_past
from .limits import limited
from .passage import Passage
from .ranges import ends, goes_on, months_of_year, other_end, whole_period
from .relative_clause import describes_object, describes_subject, relative_over
from .scene import Dated, in_a_day, quotations
from .speech import Voice, stands_in
from .story_time import Story, Told, ahead, begins_ahead, days_before, long_before, narrow, recently, undated

# What a time's role makes it worth for the fact: lower is better; None never dates it.
_ROLES: dict[str, int | None] = {
    "": 0, "starting": 0, "between": 0, "from": 0, "possessive": 2, "by": None, "before": None, "after": None,
    "until": None, "since": None, "comparison": None, "attributive": None,
}  # fmt: skip
_USABLE = ("DATE", "TIME")
_OF_THINGS = ("", "attributive", "possessive")
_NEVER = 100
_NAMED_BY = 9  # words from a preposition of time to the day of what it names
_NAMED = 3  # words of a thing by whose month or day a statement is not dated
_MONTH = len("2019-06")
_BACK = 60  # characters before a date in which the thing stands that it names
_COMMA_BEFORE = re.compile(r",\s+(?:\w+\s+)?$")
_CLOSED = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"[,;:]")
_MAIN = 3  # words of a main clause in front of a relative one
_LEAD = 20  # characters that tell whether a statement is the whole sentence
_LEADS = 4  # words up to the day that the subject of the news itself is of
_FEW = 1  # words before "Friday's attack killed …", where the day is also that of what happened
_RELATIVE = pattern("describes-passing")
_PARTICIPLE = pattern("opens-participle")
_CLOCK = pattern("bare-clock")
_COMPOUND = pattern("part-of-name-time")
_OWN_QUARTER = pattern("own-quarter")
_RANGE_GOES_ON = re.compile(r"\s*(?:to|until|till|through|[-–—])\s")
_APPOSED = pattern("apposed-time")
_ADJUNCT = pattern("opens-place-or-time")
_OBJECT = pattern("object-before")
_FIGURE_FROM = pattern("figure-from")
_EARLIER = re.compile(r"\b(?:earlier|ago|before|previously|prior)$", re.IGNORECASE)
_COMPARED = pattern("compared")
_YEAR = re.compile(r"[12]\d{3}")
_AT_AGE = pattern("at-age")
_SUBJECT_EVENT = pattern("came-about")
_OBLIGED = pattern("obliged")
_GIVEN_UNTIL = pattern("given-until")
_SPAN = pattern("counts-within")
_COUNTED = pattern("counted")
_OCCASION = pattern("occasion-of-any")
_AHEAD = pattern("lies-ahead")
_PAST = pattern("was-so")
_BEHIND = pattern("follows-on")
_OPENING = pattern("opens-beside")
_OF_MANY = pattern("of-many")
_AS_THEN = pattern("as-then")
_NOTING = re.compile(r",\s\w+ing (?:that|how|why|whether)\b[^;]*$")
_LAST_CLAUSE = re.compile(r",\s(?P<opener>who|whose|whom|which|where)\s[^,;:]*$", re.IGNORECASE)
_AFTER_WHAT_HAD = pattern("after-what-had")
_HAD = re.compile(r"[^,;]*\bhad\b")
_ASIDE_ENDS = 40  # characters behind a date within which "Wie gestern bekannt wurde," ends
_APART, _BESIDE = tuple(",–—-("), 6  # characters of a mark and a small word between two times
_ASIDE = 5  # what a date of another clause costs
_AT_THE = pattern("at-the")
_LONG_AFTER = re.compile(r"(?:weeks|months|years|decades) later", re.IGNORECASE)  # of what was told before
_UNDATED = re.compile(r"XXXX|PAST_REF|PRESENT_REF|FUTURE_REF")


def date_of(told: Told, dates: Sequence[ResolvedDate]) -> Dated:
    """The fact's date: stated in what was said, else where it was said, else the article's day or the story's."""
    usable = [d for d in told.dates if d.type in _USABLE and d.edtf and not _of_its_subject(told, d)]
    ranges = usable if told.lang != "en" else ()  # "a eu lieu du 5 au 9 mai"
    own = (d for d in usable if other_end(told.text, d, ranges) or not _only_names(told, d))
    whole = [whole_period(told.text, d) for d in own]  # all of "the quarter ended Jan. 31"
    here = [d for d in whole if not any(one.start < d.end < one.end for one in whole)]
    chosen = _chosen(told, here)
    if months := _first_months(told, chosen):
        return months
    if chosen is not None:
        return _of_that_day(told.story, chosen) or _stated(told.text, chosen, here)
    if not told.speaker:
        perfect = _in_the_perfect(told.form)
        event = None if perfect else after_event(told.text, told.sentence, dates, told.lang)
        if bound := event or _bound(told, here):
            return bound
    return undated(replace(told, dates=here))


def _told_again(told: Told, date: ResolvedDate) -> bool:
    """ "vor einer Woche, am 7. März", "tydzień temu – 7 marca": a day behind a mark tells within which time it was."""
    marked = not in_a_day(date.edtf) and told.text[date.end : date.end + 2].strip()[:1] in _APART
    near = (d for d in told.dates if marked and 0 < d.start - date.end <= _BESIDE and in_a_day(d.edtf))
    return any(contains(date.edtf, d.edtf) for d in near)


def _in_the_perfect(form: Annotation) -> bool:
    """ "has passed, two days after the vote": what has been done is news."""
    return form.main is not None and form.main.verb.tense == "perfect"


def _of_its_subject(told: Told, date: ResolvedDate) -> bool:
    """ "A painting stolen in 1987 has been found": what is told of the subject has its own day (English), and what is told again none."""
    form, perfect = told.form, _in_the_perfect(told.form)
    if form.lang != "en" or form.main is None:
        return _told_again(told, date)
    behind = perfect and _behind_perfect(told, date)
    if date.role or behind:
        return behind and date.role in _OF_THINGS
    verb = form.tokens[form.main.verb.first].start
    long = long_before(told.story, date.edtf)
    before = told.text[form.start : date.start]
    other = long or any(d is not date and d.edtf and not d.role for d in form.dates)
    if (perfect and _SINCE.search(before)) or (other and describes_object(before)):
        return True
    return date.start < verb and ((perfect and long) or _of_what_was_done(date, verb, form))


def _behind_perfect(told: Told, date: ResolvedDate) -> bool:
    """ "has been charged after a man was shot on Monday", "has been jailed for killing a man on Sunday": no day of what has been done."""
    form = told.form
    if told.speaker and not stands_in(date, told.voice.spans):
        return False  # "has left, aides said on Monday"
    leads = narrow(date.edtf) and told.whole.startswith(told.voice.text[:_LEAD])
    if not leads or form.main is None or begins_ahead(told.story, date.edtf):
        return False
    behind = [token for token in form.tokens[form.main.verb.last :] if token.start < date.start]
    further = (two for one, two in pairwise(behind) if one.low not in ("and", ","))
    return any(two.tag in ("VBD", "VBN", "VBG") for two in further)


def _of_what_was_done(date: ResolvedDate, verb: int, form: Annotation) -> bool:
    """ "A diver lost on Sunday was found on Tuesday": a participle's day, where the main verb has its own."""
    own = any(other.start > verb and not other.role and in_a_day(other.edtf) for other in form.dates)
    led = [token.tag for token in form.tokens if token.start < date.start]
    return own and led[:1] != ["IN"] and not {"VBN", "VBD"}.isdisjoint(led)


def _chosen(told: Told, here: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The time that dates what was said, else the saying of it."""
    said, outside = _said_and_outside(told, here)
    # "raised doubts about who rules after a vote on 5 May", which lies ahead
    if said and told_in_the_past(told.voice.text):
        said = [d for d in said if not begins_ahead(told.story, d.edtf) or _meant(told, d)]
    inside, around = _best(told, said), _best(told, outside)
    # "overnight, she said on Monday"; "The plane that fell last week was new, she said on Monday"
    loose = inside and (inside.rule == "part" or (around and _cost(told, inside) >= _ASIDE))
    return (around or inside) if loose else (inside or around)


def _meant(told: Told, date: ResolvedDate) -> bool:
    """ "was given until 5 July", "In the fall he left", said in May: not "told jurors to return on Friday"."""
    known = told.tense == "past" and days_before(told.story, date.edtf) is not None
    opens = date.role == "until" or len(told.before(date.start).split()) <= _FEW
    return not told.speaker and (opens or not known)


def _first_months(told: Told, chosen: ResolvedDate | None) -> Dated | None:
    """The first or last months of a year, where no date nearer than the year is told."""
    if told.voice.direct if chosen is None else not _YEAR.fullmatch(chosen.edtf):
        return None
    return months_of_year(told.text, told.dates, told.lang, told.story.article.published.day)


def _bound(told: Told, here: Sequence[ResolvedDate]) -> Dated | None:
    """What times that do not date the sentence tell all the same."""
    if bound := limited(told, here) or _unresolved(told):
        return bound
    if not here and told.lang == "en" and _AT_AGE.match(told.whole):
        return Dated("", DateReason())  # "When he was 16, Roe was arrested": on no day that is told
    return _told_behind(told, here)


def _stated(text: str, chosen: ResolvedDate, here: Sequence[ResolvedDate]) -> Dated:
    """The date that the words give, with the other end of its range."""
    end = other_end(text, chosen, here)
    value = "/".join(ends(chosen, end)) if end else chosen.edtf.split("T")[0]
    return Dated(value, _reason(text, chosen, end))


def _of_that_day(story: Story, chosen: ResolvedDate) -> Dated | None:
    """ "Earlier in the day", where the article tells of one day that is just past."""
    loose = chosen.rule == "inside-unit" and chosen.anchor_basis == "published"
    return story.news_day(chosen.start) if loose and in_a_day(chosen.edtf) else None


def _said_and_outside(
    told: Told, here: Sequence[ResolvedDate]
) -> tuple[list[ResolvedDate], list[ResolvedDate]]:
    """The times in what was said, and those of the sentence around it.

    Of a split quotation the first part is what the fact leads with: a later part's time is another matter's.
    A quotation has the day it was said, a plan the day it names.
    """
    voice, text = told.voice, told.text
    spoken = [d for d in here if stands_in(d, voice.spans)]
    outside = [d for d in here if d not in spoken]
    if not voice.spans:
        return list(here), []
    last = voice.spans[0][1] if voice.direct else sys.maxsize
    thing = partial(_names_thing, lang=told.lang, direct=voice.direct)
    said = [d for d in spoken if d.start < last and not thing(text[max(0, d.start - _BACK) : d.start])]
    if voice.form == "told" and voice.speaker:
        said = [d for d in said if not _told_beside(text, voice.spans[0], d)]
    if voice.direct and voice.speaker:
        said = _of_quoted(told, said)
    return [d for d in said if not _told_as_done(told, d)], outside


def _told_as_done(told: Told, date: ResolvedDate) -> bool:
    """ "Un préavis a été déposé pour la période du 7 au 26 juillet, dit le syndicat": what has been done is of no day ahead."""
    if told.lang == "en" or not told.speaker or not begins_ahead(told.story, date.edtf):
        return False
    return bool(pattern_of(told.lang, "tells-past").search(told.text, told.voice.spans[0][0], date.start))


def _of_quoted(told: Told, said: list[ResolvedDate]) -> list[ResolvedDate]:
    """Times inside a quotation that date it: those ahead, where "this year" is one only of a plan, and of its own marks."""
    plan = kind_of(told.voice.text, spoken=True, lang=told.lang) == "plan"
    lies_ahead = ahead if plan else begins_ahead
    return [d for d in said if lies_ahead(told.story, d.edtf) or _beside_marks(told.text, told.voice, d)]


def _marked(text: str, span: tuple[int, int], date: ResolvedDate) -> bool:
    """The time stands in quotation marks."""
    return any(start <= date.start - span[0] < end for start, end in quotations(text[slice(*span)]))


def _beside_marks(text: str, voice: Voice, date: ResolvedDate) -> bool:
    """ "The two held a “good talk” this week, an aide said": only some of the words are the aide's own."""
    span = next(span for span in voice.spans if span[0] <= date.start < span[1])
    opens = {"“", '"', "«", "„"}.isdisjoint(text[max(0, span[0] - 1) : span[0] + 1])
    return opens and bool(quotations(text[slice(*span)])) and not _marked(text, span, date)


def _told_beside(text: str, span: tuple[int, int], date: ResolvedDate) -> bool:
    """ "“A fine spring,” she said, noting that sales had doubled in June": neither is the day of saying it."""
    return _marked(text, span, date) or _NOTING.search(text[span[0] : date.start]) is not None


def _names_thing(before: str, lang: str, *, spoken: bool = True, direct: bool = False) -> bool:
    """ "said the crack was missing from his report of May 2017": the report's month; what is told at a meeting is of its day."""
    for found in pattern_of(lang, "thing-of").finditer(before):
        leads = pattern_of(lang, "occasion").finditer(before[: found.start()])
        led = not spoken and any(one.end() + 1 >= found.start() for one in leads)
        # "las elecciones del pasado junio"
        alone = spoken and not direct and lang != "en" and len(found[0].split()) > _NAMED
        if not before[found.end() :].strip() and not led and not alone:
            return True
    return False


def _unresolved(told: Told) -> Dated | None:
    """ "The following day" of an event unknown, "some months ago": surely not the article's day."""
    loose = next((d for d in told.dates if _loose(d)), None)
    if loose is None or _inside_relative(told, loose):
        return None
    if loose.type == "TIME" and (day := told.story.news_day(loose.start)):
        return day  # "peu après 18h", where the article tells of one day
    if loose.rule == "reference-recent" and (late := recently(told.story, loose.words)):
        return Dated(late, DateReason(loose.words, loose.rule, "relative"))
    year = loose.timex if _YEAR.fullmatch(loose.timex) else ""  # of "11/2/2017" the year is sure
    return Dated(year, DateReason(loose.words, loose.rule, loose.basis if year else "unknown"))


def _told_behind(told: Told, here: Sequence[ResolvedDate]) -> Dated | None:
    """ "The board has three members, among them Roe, whose term began in 2020": all that happened is told behind.

    What is told in the past goes on behind "where": "was taken to hospital, where he died on 2 May".
    """
    clause = _LAST_CLAUSE.search(told.whole)
    if clause is None or told.lang != "en":
        return None
    on = told.tense == "past" and clause["opener"].lower() == "where" and not _HAD.search(clause[0])
    if told.tense != "present" and not on:
        return None
    begin = told.sentence.start + clause.start()
    behind = (d for d in here if d.start >= begin and _ROLES.get(d.role) == 0)
    inside = [d for d in behind if not _of_a_figure(d, told.before(d.start))]
    one = inside[0] if len(inside) == len(here) == 1 else None
    return _stated(told.text, one, ()) if one else None


def _inside_relative(told: Told, date: ResolvedDate) -> bool:
    """ "Die Tat, von der man erst Stunden später erfuhr, geschah am Markt": a clause between commas has its own time."""
    before = told.text[max(0, date.start - _BACK) : date.start].rpartition(",")
    opened = told.lang != "en" and before[1] and pattern_of(told.lang, "relative-clause").search(before[2])
    return bool(opened) and "," in told.text[date.end : date.end + _ASIDE_ENDS].partition(".")[0]


def _loose(date: ResolvedDate) -> bool:
    """A time of its own in the past that nothing resolves; "now" is no such time."""
    if date.type == "DATE" and not date.edtf and date.timex.endswith("-XX-XX"):
        return True  # a day that no calendar has, or one of another calendar
    if date.type not in _USABLE or date.edtf or date.role or date.timex in ("PRESENT_REF", "FUTURE_REF"):
        return _LONG_AFTER.fullmatch(date.words) is not None
    return date.type == "DATE" or date.rule.startswith("offset")  # "at night" is of any day


def _reason(text: str, date: ResolvedDate, end: ResolvedDate | None) -> DateReason:
    """Why, as the source keeps it: of a range the words from one end to the other."""
    words = text[date.start : end.end] if end is not None else date.words
    return DateReason(words, date.rule, date.basis, date.anchor, date.anchor_basis)


def _best(told: Told, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The date that the main clause stands in: best role first, then clause, then order."""
    costs = [_cost(told, _as_it_stands(told, date, dates)) for date in dates]
    ends = [other_end(told.text, date, dates) if told.lang != "en" else None for date in dates]
    pairs = zip(costs, ends, strict=True)  # "a eu lieu du 5 au 9 mai": a range stands where its end does
    costs = [min(cost, costs[dates.index(end)]) if end in dates else cost for cost, end in pairs]
    least = min(costs, default=_NEVER)
    best = dates[costs.index(least)] if least < _NEVER else None
    if best is None or not in_a_day(best.edtf):
        # "The deal, reached late Monday, gives workers a raise this year"; "deux mois avant, le 21 mai"
        cheap = (d for d, cost in zip(dates, costs, strict=True) if best and cost <= least)
        month = best.edtf if best and len(best.edtf) == _MONTH else "none"
        finer = (d for d in cheap if in_a_day(d.edtf) and d.edtf.startswith(month))
        return next((d for d in dates if _of_subject(told, d)), next(finer, best))
    return best


def _as_it_stands(told: Told, date: ResolvedDate, dates: Sequence[ResolvedDate]) -> ResolvedDate:
    """The date with the role it has for the fact: "od 5 do 9 maja" is a range, "od 1 czerwca" said in May a start."""
    if date.role in ("since", "from") and other_end(told.text, date, dates) is not None:
        return replace(date, role="between")
    start = date.role == "since" or (date.role == "from" and _set_ahead(told.text, date, told.lang))
    age = days_before(told.story, date.edtf) if start else None
    return replace(date, role="starting") if age is not None and age < 0 else date


def _set_ahead(text: str, date: ResolvedDate, lang: str) -> bool:
    """ "Prices will rise from 1 April", not "voted to close it from September"."""
    first = max(text.rfind("\n", 0, date.start), text.rfind(". ", 0, date.start)) + 1
    if lang == "en":
        return bool(_AHEAD.search(text, first, date.start))
    return lang in known_languages() and not pattern_of(lang, "tells-past").search(text, first, date.start)


def _of_subject(told: Told, date: ResolvedDate) -> bool:
    """A participle between commas tells when the subject itself, an event or a text, came about."""
    if not in_a_day(date.edtf) or _YEAR.search(date.words):
        return False
    return bool(_SUBJECT_EVENT.match(told.before(date.start)))


def _cost(passage: Passage, date: ResolvedDate) -> int:
    """How far a date is from the main clause."""
    lang, before, after = passage.lang, passage.before(date.start), passage.behind(date.end)
    worth = _worth(passage, date, before)
    if worth is None or is_measure(before, lang) or _only_from(passage, date):
        return _NEVER
    if any(veto(date, before) for veto in _VETOES) or _of_another_clause(before):
        return _NEVER
    if _of_a_thing(date, before, lang) or (lang != "en" and _of_what_is_named(date, before, after, lang)):
        return _NEVER
    # "Monday night" names its day as "Monday" does.
    if _AFTER_WHAT_HAD.search(before) and (_HAD.search(before[before.rfind("after") :]) or _HAD.match(after)):
        return _NEVER
    own = worth + (date.type == "TIME" and not in_a_day(date.edtf))
    asides = sum(rule(before, after) for rule in _ASIDES) + _participle_abroad(before, after, lang)
    asides += lang != "en" and _beside_event(before, lang)
    return own + _ASIDE * asides


def _beside_event(before: str, lang: str) -> bool:
    """ "depuis l'annonce de la fermeture le 5 mai": of what a preposition of time names, where another day is told."""
    roles = time_words(lang).roles
    near = re.split(r"[,;:(—–]", before)[-1].lower()
    lows = near.replace("'", "' ").replace("’", "’ ").split()[-_NAMED_BY:]
    led = (at for at in range(len(lows) - 1) if roles.get(lows[at]) in ("since", "after", "before"))
    return any(pattern_of(lang, "tells-past").search(" ".join(lows[at:])) is None for at in led)


def _of_what_is_named(date: ResolvedDate, before: str, after: str, lang: str) -> bool:
    """The time is of someone's birth, of the making of a thing or of the thing that the words before it name."""
    day = in_a_day(date.edtf)
    near = day and date.basis == "relative"  # "selon un rapport publié lundi"
    made = not near and of_described(before, after, lang)
    born = pattern_of(lang, "of-birth").search(f"{before}|{after}")  # "двое детей 2012 и 2014 годов рождения"
    if made or born or _behind_relative(before, after, lang) or _in_aside(before, after, lang):
        return True
    leads = near and len(before.split()) <= _LEADS  # "La reunión del lunes terminó"
    old = _YEAR.search(date.words) is not None  # "en la marcha del 14 de diciembre de 2013"
    return bool(day and not leads and _names_thing(before, lang, spoken=old, direct=old))


def _in_aside(before: str, after: str, lang: str) -> bool:
    """ "Le suspect, arrêté mardi à Rouen, a été libéré": of what a participle between commas tells beside."""
    (lead, comma, clause), (rest, closes, on) = before.rpartition(","), after.partition(",")
    closes = closes if on[1:].partition(" ")[0] not in language(lang).used_as("relative") else ""
    if not (comma and closes and lead) or "," in lead or len(rest.split()) > _NAMED_BY:
        return False
    form = language(lang).forms("participle")
    ends = rest.split()[-1:] if language(lang).nouns_capital else []  # ", am Dienstag in Thale festgenommen,"
    done = any(form.fullmatch(word.lower()) for word in (*clause.split()[:1], *ends))
    return done and not any(pattern_of(lang, key).search(lead) for key in ("tells-past", "tells-now"))


def _behind_relative(before: str, after: str, lang: str) -> bool:
    """ "…, cargo que asumió el domingo": of what a clause tells beside, not "einem Treffen, das am Montag stattfand"."""
    for found in pattern_of(lang, "relative-clause").finditer(before):
        lead, clause = before[: found.start()], before[found.start() :] + _MARK.split(after)[0]
        led = pattern_of(lang, "occasion").search(" ".join(lead.split()[-_NAMED_BY:]))
        if led and pattern_of(lang, "takes-place").search(clause):
            continue
        apart = _COMMA_BEFORE.search(lead) and _MARK.search(before, found.end()) is None
        # "Les projets qui ouvrent en 2025, …"
        closes = after.startswith(",") and (apart or "," not in before)
        if closes or (apart and len(lead.split()) >= _MAIN):
            return True
    return False


def _worth(passage: Passage, date: ResolvedDate, before: str) -> int | None:
    """What the role of the date makes it worth; some are worth more where the words around tell so."""
    opens = date.role == "since" and goes_on(passage.text, date.end)  # "od 12 do 15 września"
    day = in_a_day(date.edtf)  # "spoke at the May 22 hearing": a day names when, a year which
    told = (
        opens
        or (date.role == "by" and (_as_of(passage, date) or (day and _OBLIGED.search(before))))
        or (date.role == "until" and day and _GIVEN_UNTIL.search(before))
        or (date.role == "attributive" and (_OCCASION.search(before) or (day and _AT_THE.search(before))))
    )
    if told:
        return 1
    period = not date.role and not day and pattern_of(passage.lang, "for-period").search(before)
    return 2 if period else _ROLES.get(date.role, 0)


def _no_time(date: ResolvedDate, _before: str) -> bool:
    """A bare clock time, a part of a name ("its first-quarter results"), a time without a date."""
    clock = date.type == "TIME" and _CLOCK.match(date.words)
    named = clock or _COMPOUND.match(date.words) or _OWN_QUARTER.match(date.words)
    return bool(named or _UNDATED.match(date.timex))


def _of_a_thing(date: ResolvedDate, before: str, lang: str) -> bool:
    """``the search after Friday's attack``; what was told "at Monday's meeting" was told on Monday."""
    return date.role == "possessive" and len(before.split()) > _FEW and not _on_an_occasion(before, lang)


def _only_names(told: Told, date: ResolvedDate) -> bool:
    """ "Friday's defeat means trouble": what holds now is not of that day."""
    tense = told.form.main.verb.tense if told.form.main is not None else "none"
    before = told.before(date.start)
    return date.role == "possessive" and tense == "present" and not _on_an_occasion(before, told.lang)


def _on_an_occasion(before: str, lang: str) -> bool:
    """A time of a debate, a meeting, whatever it is, that a preposition makes the time of the clause."""
    last = list(pattern_of(lang, "occasion").finditer(before))
    return bool(last) and not before[last[-1].end() :].strip()


def _of_a_figure(date: ResolvedDate, before: str) -> bool:
    """``from 363 million a year earlier``, ``compared with May``."""
    return bool((_EARLIER.search(date.words) and _FIGURE_FROM.search(before)) or _COMPARED.search(before))


@lru_cache(maxsize=256)  # of a date it is asked again for each statement of its sentence
def _of_another_clause(before: str) -> bool:
    """``freed a man jailed in 2016``, ``who was jailed in 2016``."""
    return any(row.search(before) for row in _ELSEWHERE) or _in_passing(before)


_SINCE_THEN = pattern("first-since")
_SINCE = re.compile(r"\bsince\b(?! then)[^,;]*$", re.IGNORECASE)  # "have fled since the war began on 5 May"
_DESPITE = re.compile(r"\b(?:despite|without (?:an?|any|its|the|their|this))\b[^,;]*$", re.IGNORECASE)
_RECORD = pattern("record-set")
_BACKDATED = re.compile(r"\b(?:retroactive(?:ly)?|backdated|dat(?:es?|ed|ing) back) to\s*$", re.IGNORECASE)
_FORESEEN = pattern("foreseen-for")
_ELSEWHERE = (_FORESEEN, _OBJECT, _OF_MANY, _AS_THEN, _SINCE_THEN, _DESPITE, _RECORD, _BACKDATED)


# Any of them, and the date is not the fact's.
_VETOES = (
    _no_time, _of_a_figure,
    lambda date, before: bool(_SPAN.match(date.words) and _COUNTED.search(before)),  # "the 11th homicide this year"
)  # fmt: skip


def _participle_first(before: str, after: str) -> bool:
    """ "Born in 1950, Roe joined the party in 1970"."""
    return bool(_PARTICIPLE.match(before)) and "," not in before and after.lstrip().startswith(",")


def _participle_abroad(before: str, after: str, lang: str) -> bool:
    """ "Fondée en 1932, la maison a été vendue en 2010": the same by the language's own participles."""
    if lang == "en" or lang not in known_languages() or "," in before or "," not in after[:_ASIDE_ENDS]:
        return False
    if "," not in after[:2] and before.partition(" ")[0].lower() not in language(lang).used_as("as"):
        return False
    lead = before.strip(' "“«„—–-').split(" ", 1)
    told = lead[0].lower() in language(lang).used_as("as")  # "Wie gestern bekannt wurde, ist am Sonntag …"
    led = language(lang).forms("participle").fullmatch(lead[0].lower()) is not None
    return told or (len(lead) > 1 and led)


_ASIDES = (
    _participle_first, describes_subject, lambda before, _: bool(_BEHIND.search(before)),
    # "After the union walked out on Friday, the plant stopped on Monday"
    lambda before, after: bool(_OPENING.match(before)) and "," not in before and "," in after,
)  # fmt: skip


def _as_of(passage: Passage, date: ResolvedDate) -> bool:
    """ "By 1900 some 4,000 people lived there": how things stood, not by when they are meant to."""
    opens = re.fullmatch(r"\W*by\s+(?:the\s+)?", passage.before(date.start), re.IGNORECASE)
    behind = passage.behind(date.end)
    return bool(opens and not _AHEAD.search(behind) and _PAST.search(behind))


def dates_clause(clause: Passage, date: ResolvedDate) -> bool:
    """The time can be that of the clause which it stands in."""
    return _cost(clause, date) < _NEVER


def _in_passing(before: str) -> bool:
    """The time stands in a relative clause or in a participle between commas: ", jailed in 2016,"."""
    before = _CLOSED.sub(" ", before)  # "three boys (who were not named) on Monday"
    cut = max(before.rfind(mark) for mark in (",", ";", "—", "–", "(", ":"))
    clause = before[cut + 1 :]
    if before.rfind("(") > before.rfind(")") and len(before[before.rfind("(") :].split()) > 2:
        return True  # "closed (it had been built in 1950)"
    if (_RELATIVE.search(clause) and not relative_over(clause)) or (cut >= 0 and _OWN_SUBJECT.match(clause)):
        return True
    # Behind a pair of commas the main clause goes on: "Jane Roe, born in 1951, died on Sunday".
    passing = _PARTICIPLE.match(clause) or (_APPOSED.match(clause) and not _ADJUNCT.match(before))
    return before.count(",") == 1 and cut >= 0 and bool(passing)


_OWN_SUBJECT = pattern("own-subject")


def _only_from(passage: Passage, date: ResolvedDate) -> bool:
    """ "fell from May", "closed to cars from September": a start or a measure without an end, inside the sentence."""
    text = passage.text
    if date.role != "from" or _RANGE_GOES_ON.match(text, date.end) or goes_on(text, date.end):
        return False
    return len(passage.before(date.start).split()) > 1
