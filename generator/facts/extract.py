"""An article with its sentences, dates and attributions in, its facts and what became none out.

One fact a body sentence as a rule. A quotation that bears out the sentence before it becomes a
further source of that fact; a sentence with two voices that can be told apart gives a fact for each.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from ..edtf import parse_edtf
from ..errors import Problem
from ..ids import fact_id
from ..language import pattern_of
from ..model import Article, Attribution, DateReason, Fact, FactKind, ResolvedDate, Sentence, Skipped, Source
from ..text.annotate import annotate_all
from ..text.annotation import Annotation
from ..text.dateline import read_dateline
from ..values import dataclass, replace
from .attribution.credit import only_credits
from .attribution.lexicon import lexicon
from .attribution.transcript import without_label
from .clauses import dated_clauses, shared_clauses
from .fact_date import date_of, dates_clause
from .kinds import kind_of, told_in_the_past
from .passage import Passage
from .said_on import SaidOn
from .scene import Dated, Scene, is_day, points_back
from .skips import why_no_fact
from .speech import Voice, joined, statement, voices
from .story_time import ASIDE, UNKNOWN, Story, Told, sits, story_of
from .support import Link, Spoken, leans, link
from .tenses import in_the_pluperfect, tense_of

__all__ = ["FactReading", "extract_facts"]

# Furniture, by the kind of its block, as `add --explain` names it.
_FURNITURE = {
    "headline": "is the headline", "byline": "is a byline", "tags": "is a list of tags", "promo": "is promotion",
    "caption": "is a picture's caption", "note": "is an editor's note", "subheading": "is a subheading",
}  # fmt: skip

_WERE_TO_HAVE = re.compile(r"\b(?:was|were) to have\b|\bhad been (?:due|expected|planned|scheduled|set)\b")
_REMEMBERED = 800  # characters of a scene in which a thing named again is looked for


@dataclass(frozen=True, slots=True)
class FactReading:
    """Everything read out of one article."""

    facts: tuple[Fact, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A fact in the making: the sentence that carries it and those that bear it out."""

    lead: Spoken
    dated: Dated
    context: str = ""
    further: tuple[tuple[Spoken, Dated], ...] = ()


def extract_facts(
    article: Article,
    sentences: Sequence[Sentence],
    dates: Sequence[ResolvedDate],
    attributions: Sequence[Attribution],
) -> FactReading:
    """Facts in the order of the text; every body sentence is a fact's source or is skipped with a reason."""
    drafts: list[_Draft] = []
    skipped: list[Skipped] = []
    before: Spoken | None = None
    story = story_of(article, dates)
    dateline = read_dateline(article.text, article.blocks).end
    scene: Scene | None = None
    asked, lang = "", article.lang or "en"
    said_on = SaidOn()
    by_sentence = _near(sentences, attributions)
    forms = annotate_all(article.text, tuple(sentences), tuple(article.blocks), lang, tuple(dates))
    signed = [one for one in attributions if one.end <= one.cue_start <= one.speaker_start]
    story = _told_by_forms(story, forms)
    for index, sentence in enumerate(sentences):
        kind = article.blocks[sentence.block].kind
        if kind != "body" or sentence.end <= dateline:
            skipped.append(Skipped(sentence.start, sentence.end, _FURNITURE.get(kind, "is the dateline")))
            asked = _question(article.text[sentence.start : sentence.end]) if kind == "subheading" else asked
            continue
        quoted = sentence
        # The dateline says where and when it was written, not what happened.
        sentence = replace(sentence, start=max(sentence.start, dateline))
        whole = article.text[sentence.start : sentence.end]
        if pattern_of(lang, "another-story").match(whole):
            scene, story, said_on = None, replace(story, news=None), SaidOn()
        passage = Passage(article.text, sentence, forms[index])
        found = voices(passage, index, by_sentence[index])
        if only_credits(whole, lang):
            credit = Spoken(index, sentence, whole, Voice(whole), quoted)
            reason = "" if _credit(drafts, credit) else "only says who told the sentence before"
            found = ()
        elif _only_signs(sentence, signed):
            reason, found = "only signs the quotation before", ()
        elif reason := why_no_fact(whole, spoken=bool(found[0].speaker), lang=lang):
            asked, found = _question(whole), ()
        if reason:
            skipped.append(Skipped(sentence.start, sentence.end, reason))
        here = [date for date in forms[index].dates if sentence.start <= date.start]
        for voice in _told_apart(passage, found, here):
            now = Spoken(index, sentence, whole, voice, quoted)
            linked = _linked(scene, now, story, forms[index])
            told = Told(article.text, sentence, forms[index], story, voice, here, linked)
            tag = forms[voice.cue_sentence].dates if voice.cue_sentence > index else ()
            dated = said_on.of(told, date_of(told, dates), by_sentence[index], tag)
            scene = _scene_after(scene, now, dated, forms[index])
            _take(drafts, before, now, dated)
            if asked and voice.form == "turn":
                drafts[-1] = replace(drafts[-1], context=asked)  # an answer leans on its question
            before, asked = now, ""
    return FactReading(_facts(article, drafts), tuple(skipped))


def _told_by_forms(story: Story, forms: Sequence[Annotation]) -> Story:
    """The story by its tenses too: its news is what has been done, and no day of what had been before."""
    lead = next((form.main for form in forms if form.start == story.lead and form.lang in ("en", "es")), None)
    perfect, spanish = lead is not None and lead.verb.tense == "perfect", story.article.lang == "es"
    fresh = lead is not None and not spanish and (perfect or sits(story, story.lead))
    at = story.news.start if story.news else -1
    past = (form for form in forms if form.start <= at < form.end and form.lang == "en")
    before = any(tense_of(form) == "before" for form in past)
    return replace(story, fresh=fresh, perfect=perfect and spanish, news=None if before else story.news)


def _only_signs(sentence: Sentence, signed: Sequence[Attribution]) -> bool:
    """The sentence is the signature of a quotation."""
    return any(one.cue_start <= sentence.start and sentence.end <= one.cue_end for one in signed)


def _credit(drafts: list[_Draft], now: Spoken) -> bool:
    """Add a sentence that only names who told the last fact to that fact's sources."""
    held = drafts[-1] if drafts else None
    if held is None or held.lead.voice.form != "credited" or held.lead.index != now.index - 1:
        return False
    drafts[-1] = replace(held, further=(*held.further, (now, _leaning(held.dated))))
    return True


def _told_apart(passage: Passage, found: Sequence[Voice], dates: Sequence[ResolvedDate]) -> tuple[Voice, ...]:
    """The voices; what the article itself tells of several days, one for each clause with its own."""
    text, sentence = passage.text, passage.sentence
    here = [d for d in dates if d.type in ("DATE", "TIME")]
    alone = len(here) > 1 and len(found) == 1 and not found[0].speaker
    if alone and found[0].text == statement(passage.whole):
        spans = dated_clauses(text, sentence, here)
        parts = [replace(passage, sentence=Sentence(a, b, sentence.block)) for a, b in spans]
        firsts = [(part, next(d for d in here if part.sentence.start <= d.start)) for part in parts]
        if spans and all(dates_clause(part, day) for part, day in firsts):
            return tuple(Voice(statement(text[a:b]), spans=((a, b),)) for a, b in spans)
        if shared := shared_clauses(text, sentence, here):
            return tuple(Voice(joined(text, pieces), spans=pieces) for pieces in shared)
    return tuple(found)


def _question(words: str) -> str:
    """The question that an answer in an interview leans on; "" for what is none."""
    return without_label(words) if words.endswith("?") else ""


def _near(sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """For each sentence the attributions that touch it; both are in the order of the text."""
    near: list[list[Attribution]] = [[] for _ in sentences]
    for one in sorted(attributions, key=lambda a: a.start):
        at = bisect_right(sentences, one.start, key=lambda sentence: sentence.end)
        while at < len(sentences) and sentences[at].start < one.end:
            near[at].append(one)
            at += 1
    return near


def _linked(scene: Scene | None, now: Spoken, story: Story, form: Annotation) -> Scene | None:
    """The scene as the sentence now read finds it: in its paragraph, or one that it points back at or goes on with."""
    if scene is None:
        return None
    near = 0 <= now.index - scene.index <= 1
    if scene.block == now.sentence.block:
        return replace(scene, linked="paragraph", near=near)
    told_on = story.perfect and not now.voice.speaker and tense_of(form) == "past"
    pointing = near and (told_on or points_back(now.whole, scene.words, story.article.lang or "en"))
    return replace(scene, near=near, linked="pointing" if pointing else "")


def _scene_after(scene: Scene | None, now: Spoken, dated: Dated, form: Annotation) -> Scene | None:
    """What the next sentence may go on with."""
    if dated is ASIDE:  # what had been before interrupts what is told, and does not end it
        near = scene is not None and scene.linked and now.index - scene.index == 1
        return replace(scene, index=now.index) if near and scene is not None else scene
    told = bool(dated.reason.words) or dated.reason.basis == "discourse"
    goes_on = dated is UNKNOWN and scene is not None and scene.linked
    if told or goes_on:
        on = scene is not None and scene.linked and (goes_on or dated.reason.basis == "discourse")
        words = f"{scene.words} {now.whole}"[-_REMEMBERED:] if on and scene is not None else now.whole
        block, tense = now.sentence.block, tense_of(form)
        before = form.lang == "en" and bool(dated.reason.words) and _is_over(now, tense)
        dated = UNKNOWN if _tells_birth(form) else dated  # nobody's life is of the day that it began on
        who, inside = _who_spoke(now, dated, form), dated.reason.words in now.voice.text
        return Scene(dated, words, now.index, block, who, tense=tense, before=before, inside=inside)
    return scene if now.voice.speaker else None


def _who_spoke(now: Spoken, told: Dated, form: Annotation) -> str:
    """Who said something on the day; who tells of what had been then, or a source abroad, says nothing on it."""
    had = told.reason.words in now.voice.text and in_the_pluperfect(now.voice.text.split(), form.lang)
    return "" if had or (form.lang != "en" and now.voice.form == "according") else now.voice.speaker


def _is_over(now: Spoken, tense: str) -> bool:
    """What had been, or was to have been: no story goes on from there."""
    return tense == "before" or _WERE_TO_HAVE.search(now.whole) is not None


def _tells_birth(form: Annotation) -> bool:
    return form.main is not None and form.main.verb.word == "born"


def _take(drafts: list[_Draft], before: Spoken | None, now: Spoken, dated: Dated) -> None:
    """Add ``now`` to the facts: as a fact of its own or as a further source of the last one."""
    hangs: Link = link(before, now) if before is not None and drafts else ""
    own = bool(dated.reason.words) and is_day(dated.edtf)
    if hangs in ("continues", "supports") and own and dated.edtf != drafts[-1].dated.edtf:
        hangs = ""  # the same speaker tells of another day: another fact
    if hangs == "":
        leaning = before is not None and now.index - before.index == 1 and leans(now.whole)
        if before is not None and now.voice.direct and before.sentence.block != now.sentence.block:
            leaning = False  # what a quotation's "this" points at need not stand in the paragraph before
        context = before.whole if before is not None and leaning else ""
        if before is not None and before.index == now.index:
            context = drafts[-1].context  # the second statement of one sentence leans as the first does
        drafts.append(_Draft(now, dated, context))
        return
    held = drafts[-1]
    own = bool(dated.reason.words)
    if hangs in ("spells-out", "same-breath"):
        # The new sentence says it; the one before is what it needs to be understood.
        lead_date = dated if own else held.dated
        drafts[-1] = _Draft(now, lead_date, held.lead.whole, ((held.lead, held.dated), *held.further))
        return
    drafts[-1] = replace(held, further=(*held.further, (now, dated if own else _leaning(held.dated))))


def _leaning(held: Dated) -> Dated:
    """The date of a quotation that bears a fact out and names no time: the fact's, by the words before it."""
    if not held.reason.words:
        return held
    return Dated(held.edtf, DateReason("", "", "discourse", held.edtf, "narrative"))


def _facts(article: Article, drafts: Sequence[_Draft]) -> tuple[Fact, ...]:
    """Give each draft its id and write it as a fact."""
    taken: set[str] = set()
    facts: list[Fact] = []
    for draft in drafts:
        voice = draft.lead.voice
        name = fact_id(voice.text, taken)
        taken.add(name)
        held = ((draft.lead, draft.dated), *draft.further)
        facts.append(
            Fact(
                id=name, date=draft.dated.edtf, text=voice.text, kind=_kind(article, draft), speaker=voice.speaker,
                sources=_once([_source(article, spoken, dated) for spoken, dated in held]), via=voice.via,
                anonymous=voice.anonymous, denied=voice.denied, context=draft.context, tags=_tags(article, draft),
            )
        )  # fmt: skip
    return tuple(facts)


def _tags(article: Article, draft: _Draft) -> tuple[str, ...]:
    """Those of the article's own topics that the fact speaks of, in its words; a name is no topic."""
    topics = (tag.lower() for tag in article.tags)
    return tuple(tag for tag in topics if re.search(rf"\b{re.escape(tag)}\b", draft.lead.whole[1:]))


def _kind(article: Article, draft: _Draft) -> FactKind:
    """The kind by the words; what is told of a day after the article's own can only be a plan."""
    voice = draft.lead.voice
    kind = kind_of(voice.text, spoken=bool(voice.speaker), lang=article.lang or "en")
    own, day = article.published.day, draft.dated.edtf[:10]
    ahead = is_day(own) and is_day(day) and day > own
    if lexicon(article.lang).names_decline and "/" not in draft.dated.edtf and not ahead:
        first = parse_edtf(draft.dated.edtf).earliest if draft.dated.edtf and is_day(own) else None
        ahead = first is not None and "{:04d}-{:02d}-{:02d}".format(*first) > own
    if not ahead or kind not in ("event", "statement") or voice.denied:
        return kind
    # What is only carried on, or told in the past, is no plan: then the day was read wrongly.
    stated = draft.dated.reason.basis != "discourse" and not told_in_the_past(voice.text)
    return "plan" if stated else kind


def _source(article: Article, spoken: Spoken, dated: Dated) -> Source:
    """The sentence as a source, character for character."""
    own = spoken.quoted or spoken.sentence
    return Source(article.id, article.text[own.start : own.end], own.start, own.end, dated.reason)


def _once(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Each sentence once, in the given order."""
    kept: dict[tuple[int, int], Source] = {}
    for source in sources:
        kept.setdefault((source.start, source.end), source)
    return tuple(kept.values())
