"""A sentence without a date of its own and what was told before it in, the date it may claim out.

Fresh news happens on the article's day. Background does not: what had happened before, what used to
be, or what follows a sentence about years ago gets no day it does not claim. An article that tells
history carries the date of the event it is telling.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import filterfalse
from typing import Literal

from ..edtf import EdtfError, parse_edtf
from ..language import pattern_everywhere, pattern_of, time_words
from ..model import Article, Block, DateBasis, DateReason, ResolvedDate
from ..text.annotation import VerbGroup
from ..text.quotes import find_quotes
from ..values import dataclass, field
from .after_event import opens_after_event
from .attribution.lexicon import lexicon
from .kinds import main_clause
from .labels import STILL, labels_of
from .passage import Passage
from .ranges import whole_period
from .scene import Dated, Scene, days, in_a_day, is_day, main_part, outside_quotes
from .speech import Voice
from .tenses import Tense, goes_on_later, long_ago, says_now, tells_past, tense_of

_FRESH_DAYS = 60  # a time this near to the article's day belongs to its news
_OLD_DAYS = 730  # one this far away belongs to history
UNKNOWN = Dated("", DateReason())
ASIDE = Dated("", DateReason())  # the same of what had been before: the scene goes on behind it
_NARROW = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}(?:-\d{2})?)?")
_SCENE_DAYS = 100  # what is told of a longer time is no scene that a sentence goes on with
_SAID_DAYS = 14
_NEWS_DAYS = 31  # how long what an article tells of may be past
_TYPES = ("DATE", "TIME")
_FIRST = 3  # paragraphs
_OPENS = 2  # characters before a word that opens its sentence
_INQUEST = re.compile(r"\b(?:inquest|coroner)\b", re.IGNORECASE)
_COURT = re.compile(r"\b(?:inquest|coroners?|verdict|conclusion|hearing|court|jury)\b", re.IGNORECASE)
_OF_A_DAY = ("clock", "part|", "inside-unit", "named-day")
_DEFINITE = re.compile(r"(?:the|el|la|le|l['’]|der|die)\b")  # "the minister", who was named before
_PREVIOUSLY = re.compile(r"\bpreviously (\w+)")
_TAG, _TAG_WORDS = 60, 5  # characters and words before a day in which a verb of saying stands
_SURE = ("", "from", "by")  # what a day that is told of does in its sentence
_LATELY = {"D": 7, "W": 21}  # days


@dataclass(frozen=True, slots=True)
class Story:
    """What the article's day is to its sentences: ``history`` when it tells of years long before it."""

    article: Article
    history: bool = False
    labels: Mapping[int, Dated] = field(default_factory=dict)  # of a chronicle: the date of each block
    fresh: bool = False  # its first sentence has news, whatever history follows: "A bone has been found"
    perfect: bool = False  # that is told in the Spanish perfect: a plain past goes on with a day told before
    lead: int = -1  # where the body begins: its first sentence tells the news
    news: ResolvedDate | None = None  # the one day just past that the article tells of, with none since
    placed: bool = False  # it only says when that was which the lead told: "Die Tat geschah am Montag"

    def news_day(self, at: int) -> Dated | None:
        """The day that what is told in the past behind ``at`` is of, where the article tells of one day alone."""
        if self.news is None or at < self.news.start:
            return None
        day = self.news.edtf.split("T")[0]
        return Dated(day, DateReason(self.news.words, self.news.rule, "discourse", day, "narrative"))


def story_of(article: Article, dates: Sequence[ResolvedDate]) -> Story:
    """Whether the article tells history: at least two times, all of them long before its own day."""
    own = _own(article)
    labels = labels_of(article, dates)
    found = (_age(d.edtf, own) for d in dates)
    ages = [age for age in found if age is not None]
    if own is None:
        return Story(article, len(ages) >= 2, labels)
    lead = next((block.start for block in article.blocks if block.kind == "body"), -1)
    old = sum(age > _OLD_DAYS for age in ages)
    fresh = sum(-_FRESH_DAYS <= age <= _FRESH_DAYS for age in ages)
    history = old >= 2 and fresh == 0 and 10 * old >= 7 * len(ages)
    news = _news(article, dates, own)
    near = article.text[max(0, news.start - _TAG) : news.end + _TAG] if news else ""
    placed = pattern_of(article.lang or "en", "takes-place").search(near) is not None
    return Story(article, history, labels, lead=lead, news=news, placed=placed)


def sits(story: Story, at: int) -> bool:
    """ "heard evidence at Thale court", "jurors were told": the sentence at ``at`` tells of a sitting."""
    row, text = pattern_of(story.article.lang or "en", "sitting"), story.article.text
    stop = text.find(". ", at)
    return row.search(text, at, stop if stop > at else len(text)) is not None


def _news(article: Article, dates: Sequence[ResolvedDate], own: date) -> ResolvedDate | None:
    """The day that the first paragraphs tell of, when it is just past and the article names no other since."""
    body = [block for block in article.blocks if block.kind == "body"]
    begin = [0, *(block.end for block in body[:_FIRST])]
    days = [d for d in dates if d.type in _TYPES and not f"{d.rule}|".startswith(_OF_A_DAY)]
    days = _inside(body, _unquoted(article, days), article.lang)
    late = [d for d in days if in_a_day(d.edtf) and 0 <= (_age(d.edtf, own) or 0) <= _NEWS_DAYS]
    late = list(filterfalse(partial(_of_saying, article), late)) or late
    told = next((d for d in late if d.role in ("", "possessive", "attributive")), None)
    if told is None or told.start > begin[-1]:
        return None
    day = {told.edtf.partition("T")[0]}
    lately = [d for d in late if (_age(d.edtf, own) or 0) < _SAID_DAYS]
    return told if _days_told(lately) | day == day - {own.isoformat()} else None


def _unquoted(article: Article, dates: list[ResolvedDate]) -> list[ResolvedDate]:
    """Without what a quotation names ("We begin today", she said on Monday), and the ends of periods."""
    quotes, days = (
        find_quotes(article.text, article.blocks),
        (d for d in dates if whole_period(article.text, d) is d),
    )
    return [d for d in days if not any(quote.start < d.start < quote.end for quote in quotes)]


def _inside(blocks: Sequence[Block], dates: list[ResolvedDate], lang: str | None) -> list[ResolvedDate]:
    """The dates in some blocks, outside English: not that of a byline or a caption."""
    starts = [block.start for block in blocks]
    at = ((d, bisect_right(starts, d.start) - 1) for d in dates)
    return [d for d, block in at if lang == "en" or (block >= 0 and d.start < blocks[block].end)]


def _days_told(dates: Iterable[ResolvedDate]) -> set[str]:
    """The days that something is told of: not "Friday's plunge", "since Monday", "up from 7 the day before"."""
    held = (d for d in dates if d.role in _SURE and not d.words.endswith(("before", "earlier")))
    return {d.edtf.partition("T")[0] for d in held}


@dataclass(frozen=True, slots=True)
class Told(Passage):
    """A statement of an article, as the rules for its day look at it."""

    story: Story
    voice: Voice
    dates: Sequence[ResolvedDate]  # that its sentence names; once none of them dates it, those beside its own
    scene: Scene | None = None  # what was told before it with a day of its own

    @property
    def speaker(self) -> str:
        """Who said it."""
        return self.voice.speaker

    @property
    def tense(self) -> Tense:
        """The tense of the main clause."""
        return tense_of(self.form)

    @property
    def long_ago(self) -> bool:
        """Whether a word of the main clause says that it was in no time near."""
        return long_ago(main_clause(main_part(self.whole)), self.lang)

    @property
    def told_first(self) -> bool:
        """ "Ten people died, according to the coroner": what happened leads, who says so only follows; abroad either may lead."""
        form, spans = self.voice.form, self.voice.spans
        source = self.lang != "en" and form == "according" and bool(spans)
        leads = form in ("according", "indirect") and bool(spans)
        return source or (leads and spans[0][0] - self.sentence.start <= 1)


def undated(told: Told) -> Dated:
    """The date of a sentence that states none: of the first rule that knows one, else the article's own."""
    found = (rule(told) for rule in _RULES)
    return next((dated for dated in found if dated is not None), None) or of_article(told.story.article)


def _labelled(told: Told) -> Dated | None:
    """A chronicle tells in the present too: "Soldiers sleep in the hall"."""
    label = told.story.labels.get(told.sentence.block)
    if label is None or STILL.search(told.whole) or told.long_ago:
        return None
    scene = told.scene
    told_of = scene.dated.edtf if scene is not None and scene.linked == "paragraph" else ""
    return scene.dated.carried() if scene is not None and _since_then_on(label.edtf, told_of) else label


def _since_then_on(label: str, edtf: str) -> bool:
    """A day told of below a label is one of its own or of later: "1981" over "On 9 October the band played"."""
    first, since = (_first(time) if time else None for time in (label, edtf))
    return first is not None and since is not None and first <= since and label != edtf


def _in_history(told: Told) -> Dated | None:
    """History carries the day of what it tells within its paragraph, and has no day of its own."""
    if not told.story.history:
        return None
    scene = told.scene
    lead = told.form.start == told.story.lead
    if told.story.fresh and (told.speaker or lead or told.tense == "present"):
        return None
    if told.tense == "present" or scene is None or scene.linked != "paragraph" or not scene.dated.edtf:
        return UNKNOWN
    if told.tense == "before" and scene.tense != "before":
        return ASIDE  # "He came in 1957. He had studied at Kiel."
    if any(_age(d.edtf, None) for d in told.dates):  # "Roe, who died in 1912, …": of another time
        return UNKNOWN
    return UNKNOWN if told.long_ago else scene.dated.carried()


def _beside_an_event(told: Told) -> Dated | None:
    """``Three weeks before the vote, two members resigned``; in the lead it is the news."""
    if told.speaker or told.form.start <= told.story.lead or told.tense == "present":
        return None
    return UNKNOWN if opens_after_event(told.whole, told.lang) else None


def _before_that(told: Told) -> Dated | None:
    """ "It had been shut in May 2018. Two men had been hurt.", "Back then, nobody asked", "Roe previously said"."""
    if told.speaker:
        once = _PREVIOUSLY.search(told.whole) if told.lang == "en" else None
        spans = told.voice.spans if told.lang == "en" and told.tense == "past" else ()
        lead = told.whole[: spans[0][0] - told.sentence.start].rpartition(",")[0] if spans else ""
        then = long_ago(lead, "en")  # "At the time, Roe said …"
        return ASIDE if then or (once and lexicon("en").surely_says(once[1])) else None
    earlier = told.tense == "before"
    since = earlier and not _names_fresh(told.story, told.dates)
    when = _WHEN.match(told.whole)  # "When the idea came up years ago, the council turned it down."
    if not since and not told.long_ago and not (when and long_ago(when[0], told.lang)):
        return None
    scene = told.scene
    level = earlier and scene is not None and scene.linked == "paragraph" and scene.tense == "before"
    return (_going_on(told.story, scene) if level and scene is not None else None) or ASIDE


def _since_then(told: Told) -> Dated | None:
    """ "The road has been shut since then", "Od tego czasu nikt tu nie mieszka": of the article's own day."""
    if told.story.history or told.tense == "before" or told.speaker:
        return None
    since = told.lang != "en" and told.tense != "past" and any(d.role == "since" for d in told.dates)
    then = pattern_of(told.lang, "since-then").search(main_clause(told.whole))
    return of_article(told.story.article) if since or then else None  # "Seit Februar warten sie"


def _at_an_inquest(told: Told) -> Dated | None:
    """ "The man was found by a neighbour", where the lead tells what an inquest heard: not of the day it heard it."""
    if told.lang != "en" or told.speaker or told.tense != "past" or told.form.start <= told.story.lead:
        return None
    if not _tells_of_inquest(told.story.article.text, max(0, told.story.lead)) or _COURT.search(told.whole):
        return None
    day = told.scene.dated if told.scene is not None else UNKNOWN
    age = _age(day.edtf, _own(told.story.article)) if day.edtf else None
    return day.carried() if age and age > 0 and narrow(day.edtf) else UNKNOWN


@lru_cache(maxsize=4)  # one article after the other
def _tells_of_inquest(text: str, lead: int) -> bool:
    """Whether the paragraph that begins at ``lead`` does."""
    return _INQUEST.search(text[lead:].partition("\n")[0]) is not None


def _at_a_sitting(told: Told) -> Dated | None:
    """ "The court heard that …", "Her hearing was told …": of the day of the news, whatever was told of before."""
    main = told.form.main
    heard = main is not None and main.verb.word in ("heard", "told") and main.verb.tense == "past"
    if told.lang != "en" or told.story.history or told.speaker or main is None or not heard:
        return None
    before = told.whole[: told.form.tokens[main.verb.first].start - told.form.start]
    sat = pattern_of("en", "sitting").search(before) and "," not in before
    return (told.story.news_day(told.form.start) or of_article(told.story.article)) if sat else None


def _now(told: Told) -> Dated | None:
    """ "Сейчас следователи возбудили дело", "Derzeit wird geprüft": the sentence opens with a word for now."""
    verb = told.form.main.verb if told.form.main else None
    tense = verb.tense if verb is not None and told.lang != "en" else ""
    done = tense in ("perfect", "present")  # "hat nun Revision eingelegt"
    now = (d for d in told.form.dates if d.timex == "PRESENT_REF")
    opens = any(done or d.start - told.form.start <= _OPENS for d in now)
    return of_article(told.story.article) if opens and not told.story.history and not told.speaker else None


def _back_then(told: Told) -> Dated | None:
    """ "It failed in 2019. The then mayor gave in": the time that was told of just before."""
    scene = told.scene
    if scene is None or not scene.near or not scene.dated.edtf or told.tense == "present":
        return None
    outside = outside_quotes(told.whole) if told.speaker else told.whole
    closed = not scene.dated.edtf.endswith("/..") and not scene.dated.edtf.startswith("../")
    then = closed and pattern_of(told.lang, "back-then").search(main_clause(main_part(outside)))
    return scene.dated.carried() if then else None


def _no_scene(told: Told) -> Dated | None:
    """Nothing was told that the sentence could go on with."""
    alone = told.scene is None or (told.scene.before and told.tense != "before")
    return of_article(told.story.article) if alone else None


def _later(told: Told) -> Dated | None:
    """ "An inquiry later blamed the owner"."""
    if told.scene is None or told.tense != "past" or not goes_on_later(told.whole, told.lang):
        return None
    return _going_on(told.story, told.scene) or of_article(told.story.article)


def _said_on(told: Told) -> Dated | None:
    """ "… he told the court", of a day named just before."""
    if told.scene is None or not told.speaker or says_now(outside_quotes(told.whole), told.form):
        return None
    if told.lang == "en" and told.scene.inside and told.voice.direct and says_now(told.voice.text, told.form):
        return None  # "Roe said the mill was sold on Monday. “I am not going to accept it,” Roe said."
    return told.scene.dated.carried() if _says_on(told.story, told.scene, told.speaker) else None


def _with_the_scene(told: Told) -> Dated | None:
    """What is told in the past goes on with what was told before it."""
    if told.scene is None or not told.scene.linked:
        return None
    if told.speaker and (not told.told_first or told.tense == "before"):
        return None
    loose = told.tense != "present" and (told.lang == "en" or not tells_past(told.lang))
    return _going_on(told.story, told.scene) if told.tense == "past" or loose else None


def _at_an_hour(told: Told) -> Dated | None:
    """ "The court meets on Wednesday. The hearing begins at 11:30": an hour of the day that was just told of."""
    scene, story = told.scene, told.story
    if told.tense == "past":
        return None
    later = next((d for d in told.dates if d.type == "TIME" and ahead(story, d.edtf)), None)
    if scene is not None and scene.linked and scene.near and _of_the_hour(told, scene):
        return scene.dated.carried()
    if later is None:
        return None
    day = later.edtf.partition("T")[0]  # "Doors open at 7 p.m.", paragraphs behind the day of it
    return Dated(day, DateReason(later.words, later.rule, "discourse", day, "narrative"))


def _of_the_hour(told: Told, scene: Scene) -> bool:
    """Whether the sentence names an hour of the scene's day."""
    before = told.tense == "before" and is_day(scene.dated.edtf) and not told.speaker
    hours = (d for d in told.dates if d.type == "TIME")
    hour = any(d.edtf.partition("T")[0] == scene.dated.edtf or (before and d.rule == "clock") for d in hours)
    return hour and (before or ahead(told.story, scene.dated.edtf))


def _with_the_plan(told: Told) -> Dated | None:
    """ "The fair opens on Saturday. The bands will play outdoors": what will be goes on with what is to come."""
    scene, main = told.scene, told.form.main
    if told.lang != "en" or scene is None or not scene.linked or not scene.near or main is None:
        return None
    same = not told.speaker or told.speaker == scene.speaker
    day = is_day(scene.dated.edtf) and begins_ahead(told.story, scene.dated.edtf)
    return scene.dated.carried() if same and day and main.verb.tense == "future" else None


def _of_the_news(told: Told) -> Dated | None:
    """What is told in the past, of the one day that the article names."""
    main, now = told.form.main, says_now(outside_quotes(told.whole), told.form)
    quoted = outside_quotes(told.whole) != told.whole.strip(" ,.;")
    if told.speaker and (quoted or told.voice.via or not told.told_first):
        return None  # what an outlet was told it was told for its own day
    if told.tense != "past" or now or main is None or _speaks(main.verb, told.lang):
        return None
    scene, day = told.scene, _news_known(told, quoted)
    # "On 16 August crews came to the pier. They found …": an older day or night of its own goes on
    older = scene and scene.linked and scene.near and all(map(is_day, scene.dated.edtf.split("/")))
    return None if day and scene and older and scene.dated.edtf < day.edtf else day


def _news_known(told: Told, quoted: bool) -> Dated | None:
    """The article's one day, also where its paragraph names it behind: "Two men were hurt. The fire began on Monday"."""
    story, news, form = told.story, told.story.news, told.form
    early = told.speaker or (news is not None and form.end < news.start)
    if news is None or (early and _of_saying(story.article, news)):
        return None
    behind = form.start if told.dates or quoted else story.article.blocks[told.sentence.block].end
    return story.news_day(news.start if story.placed else behind)


def _of_saying(article: Article, date: ResolvedDate) -> bool:
    """ "The mill was shut, Roe said on Monday": a day that is of no event."""
    near = article.text[max(0, date.start - _TAG) : date.start].lower().split()[-_TAG_WORDS:]
    lex = lexicon(article.lang)
    return any(lex.surely_says(word) and word not in lex.joined for word in near)


def _speaks(verb: VerbGroup, lang: str) -> bool:
    """What somebody said, whoever it was: "the chair said no", not "asked for tea", "were told of it"."""
    lex = lexicon(lang)
    plain = lex.surely_says(verb.word) and verb.word not in lex.ask | lex.joined | lex.act.keys()
    return verb.voice == "active" and plain


_RULES = (
    _labelled, _since_then, _now, _at_a_sitting, _at_an_inquest, _back_then, _in_history, _at_an_hour, _with_the_plan, _beside_an_event, _before_that, _of_the_news, _no_scene,
    _later, _said_on, _with_the_scene,
)  # fmt: skip


def _going_on(story: Story, scene: Scene) -> Dated | None:
    """What a past sentence that goes on with the scene is dated by; ``None`` where the scene is the article's day."""
    if scene.back:
        return UNKNOWN  # "Two days later", of a day unknown, and what followed
    age = _age(scene.dated.edtf, _own(story.article))
    if age is not None and age > 0 and narrow(scene.dated.edtf):
        return scene.dated.carried()  # "The dam burst on 2 May. Nine people died."
    # "It was built in 1912. It collapsed …": 1912 or today? The words do not say.
    return UNKNOWN if age is not None and age > _FRESH_DAYS else None


def narrow(edtf: str) -> bool:
    """Whether a time is short enough to go on: a day, some days, a month or a season."""
    found = days(edtf) if _NARROW.fullmatch(edtf) else None
    return found is not None and (found[1] - found[0]).days <= _SCENE_DAYS


def _says_on(story: Story, scene: Scene, speaker: str) -> bool:
    """Whether a speaker goes on with what was said on a day named just before: "… he told the court"."""
    age = _age(scene.dated.edtf, _own(story.article))
    near = scene.near and age is not None and 0 < age <= _SAID_DAYS and narrow(scene.dated.edtf)
    return bool(near and scene.speaker and (speaker == scene.speaker or _DEFINITE.match(speaker)))


# A clause that says when: what its words date, they date for the main clause too.
_WHEN = re.compile(rf"^\W*{pattern_everywhere('subordinate-first').pattern}\s[^,]+(?=,)", re.IGNORECASE)


def of_article(article: Article) -> Dated:
    """The article's own day, or the month or closed span it came out in; ``""`` when only a bound is known."""
    published = article.published
    precision = _precision(published.day)
    if not precision:
        return Dated("", DateReason())
    sure = precision == "day" and published.basis not in ("inferred", "text")
    basis: DateBasis = "published" if sure else "inferred"
    return Dated(published.day, DateReason(basis=basis, anchor=published.day, anchor_basis="published"))


def _precision(edtf: str) -> Literal["", "day", "span"]:
    """How well the article's day is known: ``""`` for unknown, open, or coarser than can date news."""
    try:
        value = parse_edtf(edtf) if edtf else None
    except EdtfError:
        return ""
    if value is None or value.earliest is None or value.latest is None:
        return ""
    if value.precision == "day":
        return "day"
    return "span" if value.precision in ("month", "interval") else ""


def _names_fresh(story: Story, dates: Sequence[ResolvedDate]) -> bool:
    """The sentence names a time near the article's day, if only as a bound: "had found 12 by Tuesday"."""
    own = _own(story.article)
    ages = [_age(d.edtf, own) for d in dates if d.edtf]
    return any(age is not None and abs(age) <= _FRESH_DAYS for age in ages)


def recently(story: Story, words: str) -> str:
    """The month or two that "the last days", "recent weeks" surely lie in; "" for longer times."""
    own, low = _own(story.article), words.lower().split()[-1:]
    units = time_words(story.article.lang or "en").classes.get("unit", {})
    back = _LATELY.get(str(units.get(low[0], "")), 0) if low else 0
    if own is None or not back:
        return ""
    since = (own - timedelta(days=back)).isoformat()[:7]
    month = own.isoformat()[:7]
    return month if since == month else f"{since}/{month}"


def ahead(story: Story, edtf: str) -> bool:
    """The time lies after the article's own day, or nothing tells that it does not."""
    own = _own(story.article)
    age = _age(edtf, own)
    return own is None or age is None or age < 0


def begins_ahead(story: Story, edtf: str) -> bool:
    """The time begins after the article's own day ("this year" does not), or nothing tells that it does not."""
    own, first = _own(story.article), _first(edtf)
    return own is None or first is None or first > (own.year, own.month, own.day)


def days_before(story: Story, edtf: str) -> int | None:
    """Days from the end of a time to the article's own day; negative ahead of it, None where either is unknown."""
    own = _own(story.article)
    return _age(edtf, own) if own is not None else None


def long_before(story: Story, edtf: str) -> bool:
    """The time ended well before the article's own day, or that day is unknown."""
    age = _age(edtf, _own(story.article))
    return age is None or age > _FRESH_DAYS


def _age(edtf: str, own: date | None) -> int | None:
    """Days from the end of a time to the article's day."""
    if own is None:
        return _OLD_DAYS + 1 if _last(edtf) else None
    last = _last(edtf)
    return (own - last).days if last else None


def _first(edtf: str) -> tuple[int, int, int] | None:
    """The first day of a time, None when it is open or unknown."""
    return parse_edtf(edtf.split("T")[0]).earliest


def _last(edtf: str) -> date | None:
    """The last day of a time, None when it is open, unknown or outside the years that ``date`` knows."""
    if not edtf:
        return None
    value = parse_edtf(edtf.partition("T")[0])
    latest = value.latest or value.earliest
    if latest is None or latest[0] > 9999:
        return None
    return date(*latest) if latest[0] > 0 else date.min


def _own(article: Article) -> date | None:
    """The article's own day, or the last it may be; None when only a bound is known."""
    return _last(article.published.day) if _precision(article.published.day) else None
