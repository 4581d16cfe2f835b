"""A fact's words and the dates of its sentence in, the date of what happened and the reason out.

Of the times a sentence mentions, the fact's is the one its main clause stands in. Times that say how
long ago, until when, or which thing ("first since 1998", "the 1998 talks") are never it.
"""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..language import known_languages, language, pattern, pattern_of, time_words
from ..model import Article, DateReason, ResolvedDate, Sentence
from ..text.annotation import Annotation
from .after_event import after_event
from .described import of_described
from .kinds import kind_of, told_in_the_past
from .limits import limited
from .measures import is_measure
from .months_of_year import months_of_year
from .ranges import ends, goes_on, other_end, whole_period
from .relative_clause import describes_subject, relative_over
from .scene import Dated, Scene, quotations
from .speech import Voice
from .story_time import Story, Undated, ahead, begins_ahead, days_before, long_before, recently, undated
from .tenses import tense_of

# What a time's role makes it worth for the fact: lower is better; None never dates it.
_ROLES: dict[str, int | None] = {
    "": 0, "starting": 0, "between": 0, "from": 0, "possessive": 2, "by": None, "before": None, "after": None,
    "until": None, "since": None, "comparison": None, "attributive": None,
}  # fmt: skip
_USABLE = ("DATE", "TIME")
_NEVER = 100
# "двое детей 2012 и 2014 годов рождения": how old they are.
_BORN = re.compile(r"^\W*(?:[\w.]+\s){0,3}?(?:рождения|народження|urodzenia)\b", re.IGNORECASE)
_NAMED_BY = 9  # words from a preposition of time to the day of what it names
_NAMED = 3  # words of a thing by whose month or day a statement is not dated
_MONTH = len("2019-06")
_BACK = 60  # characters before a date in which the thing stands that it names
_COMMA_BEFORE = re.compile(r",\s+(?:\w+\s+)?$")
_CLOSED = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"[,;:]")
_MAIN = 3  # words of a main clause in front of a relative one
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
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T|$)")
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
_ASIDE = 5  # what a date of another clause costs
_AT_THE = pattern("at-the")
_FOR = pattern("for-period")
_LONG_AFTER = re.compile(r"(?:weeks|months|years|decades) later", re.IGNORECASE)  # of what was told before
_UNDATED = re.compile(r"XXXX|PAST_REF|PRESENT_REF|FUTURE_REF")


def date_of(
    story: Story,
    sentence: Sentence,
    voice: Voice,
    dates: Sequence[ResolvedDate],
    form: Annotation,
    scene: Scene | None = None,
) -> Dated:
    """The fact's date: stated in what was said, else where it was said, else the article's day or the story's."""
    text, lang = story.article.text, story.article.lang or "en"
    mentioned = [d for d in form.dates if sentence.start <= d.start]
    usable = [d for d in mentioned if d.type in _USABLE and d.edtf and not _of_its_subject(story, d, form)]
    ranges = usable if lang != "en" else ()  # "a eu lieu du 5 au 9 mai"
    told = (d for d in usable if other_end(text, d, ranges) or not _only_names(text, sentence, d, form))
    here = [whole_period(text, d) for d in told]
    chosen = _chosen(story, sentence, voice, here)
    if months := _first_months(story, voice, mentioned, chosen):
        return months
    if chosen is not None:
        return _of_that_day(story, chosen) or _stated(text, chosen, here)
    if not voice.speaker:
        event = None if _in_the_perfect(form) else after_event(text, sentence, dates, lang)
        bound = event or _bound(story, sentence, here, mentioned, form)
        if bound is not None:
            return bound
    whole, outlet = text[sentence.start : sentence.end], bool(voice.via)
    first = _told_first(sentence, voice, lang)
    return undated(Undated(story, whole, form, voice.speaker, here, scene, first, sentence.block, outlet))


def _in_the_perfect(form: Annotation) -> bool:
    """ "has passed, two days after the vote": what has been done is news."""
    return form.main is not None and form.main.verb.tense == "perfect"


def _of_its_subject(story: Story, date: ResolvedDate, form: Annotation) -> bool:
    """ "A painting stolen in 1987 has been found": what is told of the subject has its own day (English)."""
    if date.role or form.lang != "en" or form.main is None:
        return False
    verb = form.tokens[form.main.verb.first].start
    old = _in_the_perfect(form) and long_before(story, date.edtf)
    begun = _in_the_perfect(form) and _SINCE.search(story.article.text[form.start : date.start])
    return bool(begun) or (date.start < verb and (old or _of_what_was_done(date, verb, form)))


def _of_what_was_done(date: ResolvedDate, verb: int, form: Annotation) -> bool:
    """ "A diver lost on Sunday was found on Tuesday": a participle's day, where the main verb has its own."""
    own = any(other.start > verb and not other.role and _DAY.match(other.edtf) for other in form.dates)
    led = [token.tag for token in form.tokens if token.start < date.start]
    return own and led[:1] != ["IN"] and not {"VBN", "VBD"}.isdisjoint(led)


def _chosen(
    story: Story, sentence: Sentence, voice: Voice, here: Sequence[ResolvedDate]
) -> ResolvedDate | None:
    """The time that dates what was said, else the saying of it."""
    said, outside = _said_and_outside(story, voice, here)
    # "raised doubts about who rules after a vote on 5 May", which lies ahead
    if said and told_in_the_past(voice.text):
        said = [d for d in said if not begins_ahead(story, d.edtf)]
    told, around = _best(story, sentence, said), _best(story, sentence, outside)
    # "overnight, she said on Monday"; "The plane that fell last week was new, she said on Monday"
    text, lang = story.article.text, story.article.lang or "en"
    loose = told and (told.rule == "part" or (around and _cost(text, sentence, told, lang) >= _ASIDE))
    return (around or told) if loose else (told or around)


def _first_months(
    story: Story, voice: Voice, mentioned: Sequence[ResolvedDate], chosen: ResolvedDate | None
) -> Dated | None:
    """The first or last months of a year, where no date nearer than the year is told."""
    if voice.direct if chosen is None else not _YEAR.fullmatch(chosen.edtf):
        return None
    article = story.article
    return months_of_year(article.text, mentioned, article.lang or "en", article.published.day)


def _bound(
    story: Story,
    sentence: Sentence,
    here: Sequence[ResolvedDate],
    mentioned: Sequence[ResolvedDate],
    form: Annotation,
) -> Dated | None:
    """What times that do not date the sentence tell all the same."""
    told = limited(story, sentence, here, form) or _unresolved(story, mentioned)
    whole = story.article.text[sentence.start : sentence.end]
    if told is None and not here and form.lang == "en" and _AT_AGE.match(whole):
        return Dated("", DateReason())  # "When he was 16, Roe was arrested": on no day that is told
    return told or _told_behind(story.article.text, sentence, here, form)


def _stated(text: str, chosen: ResolvedDate, here: Sequence[ResolvedDate]) -> Dated:
    """The date that the words give, with the other end of its range."""
    end = other_end(text, chosen, here)
    return Dated(_value(chosen, end), _reason(text, chosen, end))


def _of_that_day(story: Story, chosen: ResolvedDate) -> Dated | None:
    """ "Earlier in the day", where the article tells of one day that is just past."""
    loose = chosen.rule == "inside-unit" and chosen.anchor_basis == "published"
    return story.news_day(chosen.start) if loose and _DAY.match(chosen.edtf) else None


def _said_and_outside(
    story: Story, voice: Voice, here: Sequence[ResolvedDate]
) -> tuple[list[ResolvedDate], list[ResolvedDate]]:
    """The times in what was said, and those of the sentence around it.

    Of a split quotation the first part is what the fact leads with: a later part's time is another matter's.
    A quotation has the day it was said, a plan the day it names.
    """
    spoken = [d for d in here if any(start <= d.start < end for start, end in voice.spans)]
    outside = [d for d in here if d not in spoken]
    if not voice.spans:
        return list(here), outside
    last = voice.spans[0][1] if voice.direct else sys.maxsize
    text, lang = story.article.text, story.article.lang or "en"
    thing = partial(_names_thing, lang=lang, direct=voice.direct)
    said = [d for d in spoken if d.start < last and not thing(text[max(0, d.start - _BACK) : d.start])]
    if voice.form == "told" and voice.speaker:
        said = [d for d in said if not _told_beside(story.article.text, voice.spans[0], d)]
    if voice.direct and voice.speaker:
        said = _of_quoted(story, voice, said)
    return [d for d in said if not _told_as_done(story, voice, d)], outside


def _told_as_done(story: Story, voice: Voice, date: ResolvedDate) -> bool:
    """ "Un préavis a été déposé pour la période du 7 au 26 juillet, dit le syndicat": what has been done is of no day ahead."""
    lang = story.article.lang or "en"
    row = pattern_of(lang, "tells-past") if lang != "en" else None
    if row is None or not voice.speaker or not begins_ahead(story, date.edtf):
        return False
    return row.search(story.article.text, voice.spans[0][0], date.start) is not None


def _of_quoted(story: Story, voice: Voice, said: list[ResolvedDate]) -> list[ResolvedDate]:
    """Times inside a quotation that date it: those ahead, where "this year" is one only of a plan, and of its own marks."""
    plan = kind_of(voice.text, spoken=True, lang=story.article.lang or "en") == "plan"
    lies_ahead = ahead if plan else begins_ahead
    return [d for d in said if lies_ahead(story, d.edtf) or _beside_marks(story.article.text, voice, d)]


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
    row, occasion = pattern_of(lang, "thing-of"), None if spoken else pattern_of(lang, "occasion")
    for found in row.finditer(before) if row is not None else ():
        leads = occasion.finditer(before[: found.start()]) if occasion is not None else ()
        led = any(one.end() + 1 >= found.start() for one in leads)
        # "las elecciones del pasado junio"
        alone = spoken and not direct and lang != "en" and len(found[0].split()) > _NAMED
        if not before[found.end() :].strip() and not led and not alone:
            return True
    return False


def _unresolved(story: Story, mentioned: Sequence[ResolvedDate]) -> Dated | None:
    """ "The following day" of an event unknown, "some months ago": surely not the article's day."""
    loose = next((d for d in mentioned if _loose(d)), None)
    if loose is None or _inside_relative(story, loose):
        return None
    if loose.type == "TIME" and (day := story.news_day(loose.start)):
        return day  # "peu après 18h", where the article tells of one day
    if loose.rule == "reference-recent" and (late := recently(story, loose.words)):
        return Dated(late, DateReason(loose.words, loose.rule, "relative"))
    year = loose.timex if _YEAR.fullmatch(loose.timex) else ""  # of "11/2/2017" the year is sure
    return Dated(year, DateReason(loose.words, loose.rule, loose.basis if year else "unknown"))


def _told_behind(
    text: str, sentence: Sentence, here: Sequence[ResolvedDate], form: Annotation
) -> Dated | None:
    """ "The board has three members, among them Roe, whose term began in 2020": all that happened is told behind.

    What is told in the past goes on behind "where": "was taken to hospital, where he died on 2 May".
    """
    whole = text[sentence.start : sentence.end]
    clause = _LAST_CLAUSE.search(whole)
    if clause is None or form.lang != "en":
        return None
    on = tense_of(form) == "past" and clause["opener"].lower() == "where" and not _HAD.search(clause[0])
    if tense_of(form) != "present" and not on:
        return None
    behind = (d for d in here if d.start >= sentence.start + clause.start() and _ROLES.get(d.role) == 0)
    inside = [d for d in behind if not _of_a_figure(d, text[sentence.start : d.start])]
    one = inside[0] if len(inside) == len(here) == 1 else None
    return Dated(_value(one, None), _reason(text, one, None)) if one else None


def _inside_relative(story: Story, date: ResolvedDate) -> bool:
    """ "Die Tat, von der man erst Stunden später erfuhr, geschah am Markt": a clause between commas has its own time."""
    text, lang = story.article.text, story.article.lang or "en"
    row = pattern_of(lang, "relative-clause") if lang != "en" else None
    before = text[max(0, date.start - _BACK) : date.start].rpartition(",")
    opened = row is not None and before[1] and row.search(before[2]) is not None
    return bool(opened) and "," in text[date.end : date.end + _ASIDE_ENDS].partition(".")[0]


def _loose(date: ResolvedDate) -> bool:
    """A time of its own in the past that nothing resolves; "now" is no such time."""
    if date.type == "DATE" and not date.edtf and date.timex.endswith("-XX-XX"):
        return True  # a day that no calendar has, or one of another calendar
    if date.type not in _USABLE or date.edtf or date.role or date.timex in ("PRESENT_REF", "FUTURE_REF"):
        return _LONG_AFTER.fullmatch(date.words) is not None
    return date.type == "DATE" or date.rule.startswith("offset")  # "at night" is of any day


def _told_first(sentence: Sentence, voice: Voice, lang: str) -> bool:
    """ "Ten people died, according to the coroner": what happened leads, who says so only follows; abroad either may lead."""
    reported = voice.form in ("according", "indirect") and bool(voice.spans)
    source = lang != "en" and voice.form == "according" and bool(voice.spans)
    return source or (reported and voice.spans[0][0] - sentence.start <= 1)


def _value(date: ResolvedDate, end: ResolvedDate | None) -> str:
    """The EDTF of the fact: a range with its two ends joined."""
    return "/".join(ends(date, end)) if end is not None else date.edtf.split("T")[0]


def _reason(text: str, date: ResolvedDate, end: ResolvedDate | None) -> DateReason:
    """Why, as the source keeps it: of a range the words from one end to the other."""
    words = text[date.start : end.end] if end is not None else date.words
    return DateReason(words, date.rule, date.basis, date.anchor, date.anchor_basis)


def _best(story: Story, sentence: Sentence, dates: Sequence[ResolvedDate]) -> ResolvedDate | None:
    """The date that the main clause stands in: best role first, then clause, then order."""
    text, lang = story.article.text, story.article.lang or "en"
    costs = [_cost(text, sentence, _as_it_stands(story, date, dates), lang) for date in dates]
    ends = [other_end(text, date, dates) if lang != "en" else None for date in dates]
    pairs = zip(costs, ends, strict=True)  # "a eu lieu du 5 au 9 mai": a range stands where its end does
    costs = [min(cost, costs[dates.index(end)]) if end in dates else cost for cost, end in pairs]
    least = min(costs, default=_NEVER)
    best = dates[costs.index(least)] if least < _NEVER else None
    if best is None or not _DAY.match(best.edtf):
        # "The deal, reached late Monday, gives workers a raise this year"; "deux mois avant, le 21 mai"
        cheap = (d for d, cost in zip(dates, costs, strict=True) if best and cost <= least)
        finer = (d for d in cheap if best and _day_of(d, best))
        return next((d for d in dates if _of_subject(text, sentence, d)), next(finer, best))
    return best


def _day_of(date: ResolvedDate, month: ResolvedDate) -> bool:
    """The date is a day of the month."""
    return bool(_DAY.match(date.edtf)) and len(month.edtf) == _MONTH and date.edtf.startswith(month.edtf)


def _as_it_stands(story: Story, date: ResolvedDate, dates: Sequence[ResolvedDate]) -> ResolvedDate:
    """The date with the role it has for the fact: "od 5 do 9 maja" is a range, "od 1 czerwca" said in May a start."""
    if date.role in ("since", "from") and other_end(story.article.text, date, dates) is not None:
        return replace(date, role="between")
    start = date.role == "since" or (date.role == "from" and _set_ahead(story.article, date))
    age = days_before(story, date.edtf) if start else None
    return replace(date, role="starting") if age is not None and age < 0 else date


def _set_ahead(article: Article, date: ResolvedDate) -> bool:
    """ "Prices will rise from 1 April", not "voted to close it from September"."""
    lang, text = article.lang or "en", article.text
    first = max(text.rfind("\n", 0, date.start), text.rfind(". ", 0, date.start)) + 1
    if lang == "en":
        return bool(_AHEAD.search(text, first, date.start))
    past = language(lang).patterns.get("tells-past") if lang in known_languages() else None
    return past is not None and re.search(past, text[first : date.start]) is None


def _of_subject(text: str, sentence: Sentence, date: ResolvedDate) -> bool:
    """A participle between commas tells when the subject itself, an event or a text, came about."""
    if date.basis != "relative" or not _DAY.match(date.edtf):
        return False
    return bool(_SUBJECT_EVENT.match(text[sentence.start : date.start]))


def _cost(text: str, sentence: Sentence, date: ResolvedDate, lang: str) -> int:
    """How far a date is from the main clause."""
    before, after = text[sentence.start : date.start], text[date.end : sentence.end]
    worth = _worth(text, sentence, date, before)
    if worth is None or is_measure(before, lang) or _only_from(text, sentence, date):
        return _NEVER
    if any(veto(date, before) for veto in _VETOES) or _of_a_thing(date, before, lang):
        return _NEVER
    if lang != "en" and _of_what_is_named(date, before, after, lang):
        return _NEVER
    # "Monday night" names its day as "Monday" does.
    if _AFTER_WHAT_HAD.search(before) and (_HAD.search(before[before.rfind("after") :]) or _HAD.match(after)):
        return _NEVER
    own = worth + (date.type == "TIME" and not _DAY.match(date.edtf))
    asides = sum(rule(before, after) for rule in _ASIDES) + _participle_abroad(before, after, lang)
    asides += lang != "en" and _beside_event(before, lang)
    return own + _ASIDE * asides


def _beside_event(before: str, lang: str) -> bool:
    """ "depuis l'annonce de la fermeture le 5 mai": of what a preposition of time names, where another day is told."""
    roles = time_words(lang).roles if lang in known_languages() else {}
    near = re.split(r"[,;:(—–]", before)[-1].lower()
    lows = near.replace("'", "' ").replace("’", "’ ").split()[-_NAMED_BY:]
    led = (at for at in range(len(lows) - 1) if roles.get(lows[at]) in ("since", "after", "before"))
    row = pattern_of(lang, "tells-past") if lang in known_languages() else None
    return any(row is None or row.search(" ".join(lows[at:])) is None for at in led)


def _of_what_is_named(date: ResolvedDate, before: str, after: str, lang: str) -> bool:
    """The time is of someone's birth, of the making of a thing or of the thing that the words before it name."""
    day = _DAY.match(date.edtf)
    near = day and date.basis == "relative"  # "selon un rapport publié lundi"
    made = not near and of_described(before, after, lang)
    if made or _BORN.match(after) or _behind_relative(before, lang):
        return True
    leads = near and len(before.split()) <= _LEADS  # "La reunión del lunes terminó"
    old = _YEAR.search(date.words) is not None  # "en la marcha del 14 de diciembre de 2013"
    return bool(day and not leads and _names_thing(before, lang, spoken=old, direct=old))


def _behind_relative(before: str, lang: str) -> bool:
    """ "…, cargo que asumió el domingo", "…, où un homme est mort lundi": of what a clause tells beside the main one."""
    row = pattern_of(lang, "relative-clause")
    for found in row.finditer(before) if row is not None else ():
        lead = before[: found.start()]
        apart = _COMMA_BEFORE.search(lead) and _MARK.search(before, found.end()) is None
        if apart and len(lead.split()) >= _MAIN:
            return True
    return False


def _worth(text: str, sentence: Sentence, date: ResolvedDate, before: str) -> int | None:
    """What the role of the date makes it worth; some are worth more where the words around tell so."""
    opens = date.role == "since" and goes_on(text, date.end)  # "od 12 do 15 września"
    told = (
        opens
        or (date.role == "by" and (_as_of(text, sentence, date) or _is_deadline(before, date)))
        or (date.role == "until" and _GIVEN_UNTIL.search(before) and _DAY.match(date.edtf))
        or (date.role == "attributive" and (_OCCASION.search(before) or _on_its_day(date, before)))
    )
    if told:
        return 1
    period = not date.role and not _DAY.match(date.edtf) and _FOR.search(before)
    return 2 if period else _ROLES.get(date.role, 0)


def _on_its_day(date: ResolvedDate, before: str) -> bool:
    """ "spoke at the May 22 hearing", "during the board's Monday, June 10 meeting": a day names when, a year which."""
    return bool(_DAY.match(date.edtf) and _AT_THE.search(before))


def _no_time(date: ResolvedDate, _before: str) -> bool:
    """A bare clock time, a part of a name ("its first-quarter results"), a time without a date."""
    clock = date.type == "TIME" and _CLOCK.match(date.words)
    named = clock or _COMPOUND.match(date.words) or _OWN_QUARTER.match(date.words)
    return bool(named or _UNDATED.match(date.timex))


def _how_many(date: ResolvedDate, before: str) -> bool:
    """``the 11th homicide this year``."""
    return bool(_SPAN.match(date.words) and _COUNTED.search(before))


def _of_a_thing(date: ResolvedDate, before: str, lang: str) -> bool:
    """``the search after Friday's attack``; what was told "at Monday's meeting" was told on Monday."""
    return date.role == "possessive" and len(before.split()) > _FEW and not _on_an_occasion(before, lang)


def _only_names(text: str, sentence: Sentence, date: ResolvedDate, form: Annotation) -> bool:
    """ "Friday's defeat means trouble": what holds now is not of that day."""
    tense = form.main.verb.tense if form.main is not None else "none"
    before = text[sentence.start : date.start]
    return date.role == "possessive" and tense == "present" and not _on_an_occasion(before, form.lang)


def _on_an_occasion(before: str, lang: str) -> bool:
    """A time of a debate, a meeting, whatever it is, that a preposition makes the time of the clause."""
    row = pattern_of(lang, "occasion")
    last = list(row.finditer(before)) if row is not None else []
    return bool(last) and not before[last[-1].end() :].strip()


def _of_a_figure(date: ResolvedDate, before: str) -> bool:
    """``from 363 million a year earlier``, ``compared with May``."""
    return bool((_EARLIER.search(date.words) and _FIGURE_FROM.search(before)) or _COMPARED.search(before))


def _of_another_clause(_date: ResolvedDate, before: str) -> bool:
    """``freed a man jailed in 2016``, ``who was jailed in 2016``."""
    return any(row.search(before) for row in _ELSEWHERE) or _in_passing(before)


_SINCE_THEN = pattern("first-since")
_SINCE = re.compile(r"\bsince\b(?! then)[^,;]*$", re.IGNORECASE)  # "have fled since the war began on 5 May"
_DESPITE = re.compile(r"\b(?:despite|without)\b[^,;]*$", re.IGNORECASE)
_RECORD = pattern("record-set")
_BACKDATED = re.compile(r"\b(?:retroactive(?:ly)?|backdated|dat(?:es?|ed|ing) back) to\s*$", re.IGNORECASE)
_ELSEWHERE = (_OBJECT, _OF_MANY, _AS_THEN, _SINCE_THEN, _DESPITE, _RECORD, _BACKDATED)


# Any of them, and the date is not the fact's.
_VETOES = (_no_time, _how_many, _of_a_figure, _of_another_clause)


def _participle_first(before: str, after: str) -> bool:
    """ "Born in 1950, Roe joined the party in 1970"."""
    return bool(_PARTICIPLE.match(before)) and "," not in before and after.lstrip().startswith(",")


def _participle_abroad(before: str, after: str, lang: str) -> bool:
    """ "Fondée en 1932, la maison a été vendue en 2010": the same by the language's own participles."""
    form = language(lang).tenses.get("participle") if lang in known_languages() else None
    if form is None or lang == "en" or "," in before or "," not in after[:_ASIDE_ENDS]:
        return False
    if "," not in after[:2] and before.split(" ", 1)[0].lower() not in language(lang).used_as("as"):
        return False
    lead = before.strip(' "“«„—–-').split(" ", 1)
    told = lead[0].lower() in language(lang).used_as("as")  # "Wie gestern bekannt wurde, ist am Sonntag …"
    return told or (len(lead) > 1 and re.fullmatch(form, lead[0].lower()) is not None)


def _follows_on(before: str, _after: str) -> bool:
    return bool(_BEHIND.search(before))


def _opens(before: str, after: str) -> bool:
    """ "After the union walked out on Friday, the plant stopped on Monday"."""
    return bool(_OPENING.match(before)) and "," not in before and "," in after


_ASIDES = (_participle_first, _follows_on, _opens, describes_subject)


def _is_deadline(before: str, date: ResolvedDate) -> bool:
    """ "must be handed in by Sept. 15": the day itself is what is told."""
    return bool(_DAY.match(date.edtf)) and bool(_OBLIGED.search(before))


def _as_of(text: str, sentence: Sentence, date: ResolvedDate) -> bool:
    """ "By 1900 some 4,000 people lived there": how things stood, not by when they are meant to."""
    opens = re.fullmatch(r"\W*by\s+(?:the\s+)?", text[sentence.start : date.start], re.IGNORECASE)
    behind = (text, date.end, sentence.end)
    return bool(opens and not _AHEAD.search(*behind) and _PAST.search(*behind))


def dates_clause(text: str, clause: Sentence, date: ResolvedDate, lang: str) -> bool:
    """The time can be that of the clause which it stands in."""
    return _cost(text, clause, date, lang) < _NEVER


def _in_passing(before: str) -> bool:
    """The time stands in a relative clause or in a participle between commas: ", jailed in 2016,"."""
    before = _CLOSED.sub(" ", before)  # "three boys (who were not named) on Monday"
    cut = max(before.rfind(mark) for mark in (",", ";", "—", "–", "(", ":"))
    clause = before[cut + 1 :]
    if before.rfind("(") > before.rfind(")") and len(before[before.rfind("(") :].split()) > 2:
        return True  # "closed (it had been built in 1950)"
    if _RELATIVE.search(clause) and not relative_over(clause):
        return True
    if cut >= 0 and _OWN_SUBJECT.match(clause):
        return True
    # Behind a pair of commas the main clause goes on: "Jane Roe, born in 1951, died on Sunday".
    passing = _PARTICIPLE.match(clause) or (_APPOSED.match(clause) and not _ADJUNCT.match(before))
    return before.count(",") == 1 and cut >= 0 and bool(passing)


_OWN_SUBJECT = pattern("own-subject")


def _only_from(text: str, sentence: Sentence, date: ResolvedDate) -> bool:
    """ "fell from May", "closed to cars from September": a start or a measure without an end, inside the sentence."""
    if date.role != "from" or _RANGE_GOES_ON.match(text, date.end) or goes_on(text, date.end):
        return False
    return len(text[sentence.start : date.start].split()) > 1
