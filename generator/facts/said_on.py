"""The statements of an article in their order in, the day that each was made out, where a sentence before names it.

"The council rejected the plan, the mayor said on Monday" in an article of Friday: what is told behind it in the
past ("she said", "a member told the meeting") was said on the Monday too, whoever spoke, until a sentence names
another time or tells what somebody says now. What was told to an outlet is the reporter's own, of no such day.
"""

from collections.abc import Sequence
from math import inf

from ..language import english, pattern_of
from ..model import Attribution, DateReason, ResolvedDate
from .attribution.lexicon import lexicon
from .scene import Dated, is_day
from .speech import stands_in
from .story_time import Story, Told, days_before, narrow
from .tenses import in_the_pluperfect, in_the_present

_DAYS = 100  # before the article's own; what was said earlier still is background
_OTHERS = 30  # days; of another voice
_WEEK = 7
_FIRST = 4  # paragraphs in which an article tells of its meeting
_SUBJECT = 4  # words in which one stands that opens its sentence
_STEM = 4  # letters of a name that is declined
_HELPER = 9  # characters before a verb of speaking in which "has" or "will" stands


class SaidOn:
    """The day on which the statements now read were made; ``None`` while nothing names one."""

    def __init__(self) -> None:
        self._day: Dated | None = None
        self._had: tuple[Dated, str] | None = None  # what had been said before, and by whom
        self._teller = self._outlet = ""  # who told of it; who last told an outlet of something
        self._occasion: tuple[Dated, str] | None = None  # what a person did on a day just past, and the words
        self._act: Dated | None = None  # what the sentence before told of a day: a motion, a report, a visit
        self._saying: tuple[str, Dated] | None = None  # the day that was told of, and that of telling it
        self._sitting: Dated | None = None  # the one day of an article on which a court or a council sat

    def of(
        self, told: Told, dated: Dated, attributions: Sequence[Attribution], tag: Sequence[ResolvedDate] = ()
    ) -> Dated:
        """The date of one statement, ``dated`` by its own sentence.

        ``tag`` are the dates of a later sentence that ends the quotation and says whose it is.
        """
        voice = told.voice
        if told.story.history:
            return dated
        if said := self._of_saying(told, dated):
            return said
        if self._day and dated.reason.basis == "discourse" and dated.edtf == self._day.edtf:
            # what is told between is of that day too, and who spoke may go on
            self._occasion, self._day = (self._day, self._teller), None
            return dated
        if dated.reason.words:
            self._note(told, dated)
            return dated
        spans = [(one.start, one.end) for one in attributions]
        if tag and dated.reason.basis == "published" and (around := _around(spans, tag)):
            return around.carried()
        if voice.via:
            self._outlet = voice.speaker
        self._act = self._act if voice.speaker else None
        if not voice.speaker or dated.reason.basis != "published" or voice.speaker == self._outlet:
            return dated
        day = self._in_the_act(told, attributions)
        return day.carried() if day else dated

    def _in_the_act(self, told: Told, attributions: Sequence[Attribution]) -> Dated | None:
        """The day of a statement that names none, where a sentence before tells it."""
        if self._act and _pleads(told, attributions):
            return self._act
        if self._had and self._had[1] == told.speaker and _had_said(told):
            return self._had[0]  # "avait-il martelé"
        day = self._told_on(told)
        if day is not None and not _in_the_past(told, attributions):
            self._day = day = None
        return day

    def _told_on(self, told: Told) -> Dated | None:
        """The day named before that a statement without one may be of."""
        before = told.text[: told.sentence.start] if self._occasion else ""
        day = self._day or _day_of(self._occasion, told.speaker, before) or self._sitting
        other = told.speaker != self._teller and self._day is not None
        return None if day is None or (other and not _of_late(told.story, day)) else day

    def _of_saying(self, told: Told, dated: Dated) -> Dated | None:
        """The day on which somebody told of the day that a statement behind would go on with."""
        saying = self._saying if dated.reason.basis == "discourse" else None
        goes_on = saying is not None and dated.edtf == saying[0] and _only_said(told)
        return saying[1].carried() if saying and goes_on else None

    def _since(self, story: Story) -> float:
        """Days back to what is no part of what was said on the day in hand; without end where none is."""
        return _OTHERS + (days_before(story, self._day.edtf) or 0) if self._day else inf

    def _note(self, told: Told, dated: Dated) -> None:
        """Remember a sentence that names its day."""
        story, voice = told.story, told.voice
        named = _names_saying(told, dated)
        around = _around(voice.spans, told.dates) if voice.speaker and not named else None
        self._saying = (dated.edtf, around) if around else None
        dated, named = around or dated, named or around is not None
        had = named and _had_said(told)
        age = days_before(story, dated.edtf)
        self._sitting = _sitting(told, dated) or self._sitting
        if age is not None and not named and age > self._since(story):
            return  # what had been before is told beside it
        recent = _just_past(story, dated, _DAYS)
        self._day = dated if named and recent and not had else None
        self._had = (dated, voice.speaker) if had else None
        self._teller = voice.speaker
        self._act = dated if recent and not voice.speaker else None
        self._occasion = None if voice.speaker else _occasion(told, dated)


def _sitting(told: Told, dated: Dated) -> Dated | None:
    """ "heard evidence at Thale court on Monday", "died in June, Monday's hearing was told": the day of what is said there."""
    news, age = told.story.news, days_before(told.story, dated.edtf)
    week = "/" in dated.edtf and age is not None and 0 < age <= _WEEK and told.sentence.block <= _FIRST
    on = news is not None and any(date.edtf[:10] == news.edtf[:10] for date in told.dates)
    if not (on or week) or not pattern_of(told.lang, "sitting").search(told.whole):
        return None
    return told.story.news_day(told.sentence.end) if on else dated


def _of_late(story: Story, day: Dated) -> bool:
    """Near enough for another voice to go on from it: "a hearing in March" is not, in June."""
    age = days_before(story, day.edtf)
    return age is not None and age <= _OTHERS


def _had_said(told: Told) -> bool:
    """ "An expert had said two weeks before that …": nobody goes on from there."""
    outside, own = list(told.whole), told.sentence.start
    for start, end in told.voice.spans:
        first, last = max(0, start - own), max(0, end - own)
        outside[first:last] = " " * (last - first)
    return in_the_pluperfect("".join(outside).lower().split(), told.lang)


def _just_past(story: Story, dated: Dated, days: int) -> bool:
    """Whether what is dated was done on a day, or a few, of the last ``days``."""
    age = days_before(story, dated.edtf) if narrow(dated.edtf) else None
    return age is not None and 0 < age <= days


def _occasion(told: Told, dated: Dated) -> tuple[Dated, str] | None:
    """What is told of a day of the last week: who is named there may have spoken there."""
    words = told.voice.text
    done = told.lang != "en" or english.has_done.isdisjoint(words.split())
    return (dated, words) if done and _just_past(told.story, dated, _WEEK) else None


def _day_of(occasion: tuple[Dated, str] | None, speaker: str, before: str) -> Dated | None:
    """The day of an occasion that names the speaker: "On Monday Anna Berg opened the fair. … Berg said".

    Who is first named in full behind it ("his son, Paul Berg, said") is somebody else.
    """
    name = speaker.split()[-1]
    if occasion is None or (name != speaker and name[:1].isupper() and speaker not in before):
        return None
    if not name[:1].isupper():
        acts = {word.strip(".,").lower() for word in occasion[1].split()[:_SUBJECT]}
        return occasion[0] if name.lower() in acts else None  # "The union sued on Monday. … The union said"
    stem = name[: max(_STEM, len(name) - 2)]  # "mit Bergs Rede", "z Anną Kotarską"
    return occasion[0] if any(word.startswith(stem) for word in occasion[1].split()) else None


def _only_said(told: Told) -> bool:
    """ "She said …", "“…,” she said": not "The barge sank, she said", which leads with what happened."""
    spans = told.voice.spans
    leads = bool(spans) and spans[0][0] - told.sentence.start <= 1
    return bool(told.speaker) and (told.voice.direct or not leads)


def _names_saying(told: Told, dated: Dated) -> bool:
    """Whether the day that dates a statement stands in the words that tell of it."""
    named = (date for date in told.dates if date.edtf and date.words == dated.reason.words)
    act = told.voice.form == "act"  # "on Monday urged the board to act"
    return bool(told.speaker) and any(act or not stands_in(date, told.voice.spans) for date in named)


def _around(told: Sequence[tuple[int, int]], dates: Sequence[ResolvedDate]) -> Dated | None:
    """ "Roe said on Monday that the bank had failed last week": the day of saying it, which is not the fact's."""
    days = (day for day in dates if not day.role and is_day(day.edtf) and not stands_in(day, told))
    reasons = ((d.edtf, DateReason(d.words, d.rule, d.basis, d.anchor, d.anchor_basis)) for d in days)
    return next((Dated(*reason) for reason in reasons), None)


def _pleads(told: Told, attributions: Sequence[Attribution]) -> bool:
    """ "The union went to court on Monday. Its lawyers argued that …": told in the very act, and to nobody else."""
    pleading = lexicon(told.lang).plead
    cues = (one.cue.lower().split() for one in attributions if one.speaker == told.speaker)
    return any(not pleading.isdisjoint(words) for words in cues) and _in_the_past(told, attributions)


def _in_the_past(told: Told, attributions: Sequence[Attribution]) -> bool:
    """Whether the verb that tells of the statement is in the past, as far as its form shows."""
    cue = next((one for one in attributions if one.speaker == told.speaker and one.cue_start >= 0), None)
    if cue is None:
        return False
    before = told.text[max(0, cue.cue_start - _HELPER) : cue.cue_start].lower().split()
    verb, helpers = cue.cue.lower().split(), lexicon(told.lang).helpers
    # "Lawyers for the state argued": no verb stands there but the one that tells.
    return not in_the_present([*(word for word in before if word in helpers), *verb], told.lang)
