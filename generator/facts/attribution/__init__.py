"""An article's text, sentences and blocks in, who said what in it out.

``find_attributions`` reads quotations, then each sentence's grammar of reporting, then resolves the
speakers in the order of the text. Every stretch of speech is one ``Attribution``; a split
quotation gives one for each of its parts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...dates import resolve_dates
from ...model import Attribution, Block, ResolvedDate, Sentence
from ...text.annotate import annotate_all
from ...text.annotation import Annotation
from ...text.dateline import read_dateline
from ...text.quotes import Quote, find_quotes
from .carry import carry_quotes, free_indirect
from .claims import find_stances
from .credit import only_credits, read_credit, signs_above
from .dash_speech import divide_by_dashes
from .discourse import Discourse, attribution, order
from .grammar import read_announced, read_reports
from .headline import read_headline
from .lexicon import lexicon
from .line import LONGEST_SENTENCE, Line, without_according
from .opening import acts_as_person, closing_subject, heard_subject, opening_subject
from .people import People
from .phrases import Phrase
from .reported import Part, Reported, with_earlier
from .signature import read_signatures
from .tokens import read_words, with_quotes
from .transcript import transcript_attributions

__all__ = ["find_attributions"]

_SILENT = frozenset({"byline", "tags", "promo"})
_AROUND = 40  # attributions among which one that holds another is looked for
_IS = frozenset({"is", "are", "was", "were"})


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    lang: str = "en",
    dates: Sequence[ResolvedDate] | None = None,
) -> tuple[Attribution, ...]:
    """Who said what, in the order of the text; every offset counts code points of ``text``.

    ``dates`` are the times that the text mentions; they are read here where nobody has them at hand.
    """
    lex = lexicon(lang or "en")
    quotes = divide_by_dashes(text, blocks, sentences, find_quotes(text, blocks), lex)
    forms = _annotated(text, sentences, blocks, lang or "en", dates)
    people = People(lex)
    lines, about = _read_lines(text, sentences, blocks, quotes, forms, people)
    said, turns = transcript_attributions(text, sentences, blocks, people)
    discourse = Discourse(people, lex, about.subjects, frozenset(about.persons), frozenset(about.states))
    found: list[Attribution] = list(said)
    read = [blocks[one.block].kind not in _SILENT and at not in turns for at, one in enumerate(sentences)]
    told = _reports(lines, sentences, blocks, read)
    signed = read_signatures(text, sentences, blocks, lines)
    told |= {one.report.sentence: [one.report] for one in signed if one.report.parts}
    heads = {one.sentence: one.report for one in signed}
    tagged = _tagged_quotes(quotes, told.values())
    for line, sentence in zip(lines, sentences, strict=True):
        body = blocks[sentence.block].kind == "body"
        if head := heads.get(line.sentence):
            if not head.parts:
                discourse.speaker(head)
            continue
        if not read[line.sentence] or not line.items:
            continue
        discourse.mention(line.sentence)
        if body and only_credits(text[sentence.start : sentence.end], lang):
            found += _credited(line, sentences, blocks, discourse, found)
            continue
        reports = [with_earlier(report, quotes) for report in told[line.sentence]]
        announced = None if reports else read_announced(line)
        if announced:
            discourse.speaker(announced)
        found += _given(reports, text, sentences, line.sentence, discourse)
        if body and not reports:
            found += free_indirect(line, discourse, found)
        found += carry_quotes(line, sentence, sentences, blocks, discourse, found, tagged)
    found += find_stances(lines, forms, read, discourse, found)
    return order(_first_hand(_once(found)))


def _annotated(
    text: str,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    lang: str,
    dates: Sequence[ResolvedDate] | None,
) -> tuple[Annotation, ...]:
    """The annotations of the sentences with the times that they mention."""
    named = resolve_dates(text, sentences, blocks=blocks, lang=lang) if dates is None else dates
    return annotate_all(text, tuple(sentences), tuple(blocks), lang, tuple(named))


def _given(
    reports: Sequence[Reported], text: str, sentences: Sequence[Sentence], own: int, discourse: Discourse
) -> Iterator[Attribution]:
    """The reports of a sentence under the names of their speakers."""
    for report in reports:
        # Of a long quotation the words begin in a sentence before the one with its tag.
        starts = bisect_right(sentences, report.parts[0].start, key=lambda one: one.start)
        discourse.opens = min(own, starts - 1)
        if known := discourse.speaker(report):
            discourse.asked = text.startswith("?", report.parts[-1].end - 1)
            yield from (attribution(report, known, at) for at in range(len(report.parts)))


def _first_hand(found: Sequence[Attribution]) -> list[Attribution]:
    """Without what a speaker tells of another's or his own speech: "Roe said Doe had asked for time" is Roe's word."""
    kept: list[Attribution] = []
    by_start = sorted(found, key=lambda one: (one.start, -one.end))
    for one in found:
        start, end = min(one.start, one.speaker_start), max(one.end, one.cue_end)
        told = one.form in ("act", "indirect") and one.cue_start >= 0
        near = _reaching(by_start, start) if told else ()
        over = (other for other in near if other.start <= start and end <= other.end)
        around = [other for other in over if other.end - other.start > one.end - one.start]
        if not around or any(one.via in (other.speaker, other.via) for other in around if one.via):
            kept.append(one)
    return kept


def _reaching(by_start: Sequence[Attribution], at: int) -> Sequence[Attribution]:
    """Those that begin at or before ``at``, no more than a long paragraph back."""
    last = bisect_right(by_start, at, key=lambda one: one.start)
    return [one for one in by_start[max(0, last - _AROUND) : last] if one.end > at]


@dataclass(slots=True)
class _About:
    """Whom each sentence is about."""

    subjects: dict[int, Phrase] = field(default_factory=dict)
    persons: set[int] = field(default_factory=set)  # its verb shows a person
    states: set[int] = field(default_factory=set)  # it tells how its subject is


def _read_lines(
    text: str,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    quotes: Sequence[Quote],
    forms: Sequence[Annotation],
    people: People,
) -> tuple[list[Line], _About]:
    """Every sentence as items, and whom it is about; ``people`` learns the names."""
    lex, about = people.lex, _About()
    dateline = read_dateline(text, blocks).end
    lines: list[Line] = []
    for index, sentence in enumerate(sentences):
        start = max(sentence.start, min(dateline, sentence.end))
        if sentence.end - start > LONGEST_SENTENCE:
            lines.append(Line((), text, quotes, index, lex))
            continue
        spoken = read_words(forms[index], start)
        items = with_quotes(spoken, text, start, sentence.end, quotes)
        lines.append(Line(items, text, quotes, index, lex, blocks[sentence.block].kind == "headline"))
        people.read(without_according(spoken, lex), text)
        subject = opening_subject(items, text, lex)
        if subject is None or subject.first or subject.phrase is None or not subject.phrase.name:
            subject = closing_subject(items, text, lex) or subject
        subject = heard_subject(items, text, lex) or subject
        if subject and subject.phrase:
            about.subjects[index] = subject.phrase
            if subject.phrase.name and acts_as_person(items, subject):
                about.persons.add(index)
            if any(item.low in _IS for item in items[subject.last + 1 : subject.last + 2]):
                about.states.add(index)
    return lines, about


def _reports(
    lines: Sequence[Line], sentences: Sequence[Sentence], blocks: Sequence[Block], read: Sequence[bool]
) -> dict[int, list[Reported]]:
    """The speech that each sentence reports, before anybody knows who is meant."""
    told: dict[int, list[Reported]] = {line.sentence: [] for line in lines}
    for line, sentence in zip(lines, sentences, strict=True):
        if read[line.sentence] and line.items:
            titled = blocks[sentence.block].kind in ("headline", "subheading")
            told[line.sentence] = (read_headline(line) if titled else []) or read_reports(line)
    return told


def _tagged_quotes(quotes: Sequence[Quote], told: Iterable[Sequence[Reported]]) -> frozenset[int]:
    """The quotations that words of reporting stand beside, in whatever sentence, and those that they go on from."""
    parts = (part for reports in told for report in reports for part in report.parts)
    tagged = {part.quote for part in parts if part.quote >= 0}
    for index in range(len(quotes) - 1, 0, -1):
        if index in tagged and quotes[index].continues:
            tagged.add(index - 1)
    return frozenset(tagged)


def _credited(
    line: Line,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    discourse: Discourse,
    found: Sequence[Attribution],
) -> list[Attribution]:
    """The sentence before ``line``, or the paragraph above its dash, told by whom ``line`` credits; nothing when
    someone already speaks in it.
    """
    before = line.sentence - 1
    if line.sentence == 0 or blocks[sentences[before].block].kind != "body":
        return []
    cue = (line.items[0].start, line.items[-1].end)
    words = line.text[slice(*cue)]
    first, end, above = before, sentences[before].end, signs_above(words, line.lex.code)
    while above and first and sentences[first - 1].block == sentences[before].block:
        first -= 1
    start = sentences[first].start
    credit = read_credit(line.items, line.text, line.lex)
    if credit is None:
        return []
    told = (Part(start, end),)
    report = Reported(told, "credited", line.sentence, words, *cue, credit.phrase, credit.via)
    spoken = any(start < one.end and (one.direct or not above) for one in found[-8:])
    known = discourse.speaker(report)
    return [attribution(report, known, 0)] if known and not spoken else []


def _once(found: Sequence[Attribution]) -> list[Attribution]:
    """Each stretch of speech once, given to the first that claimed it."""
    kept: dict[tuple[int, int], Attribution] = {}
    for one in found:
        kept.setdefault((one.start, one.end), one)
    return list(kept.values())
