"""An article's text, sentences and blocks in, who said what in it out.

``find_attributions`` reads quotations, then each sentence's grammar of reporting, then resolves the
speakers in the order of the text. Every stretch of speech is one ``Attribution``; a split
quotation gives one for each of its parts.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...dates import resolve_dates
from ...entities import with_names
from ...language import english
from ...model import Attribution, Block, ResolvedDate, Sentence
from ...text.annotate import annotate_all
from ...text.annotation import Annotation
from ...text.dateline import read_dateline
from ...text.quotes import Quote, find_quotes
from .carry import carry_quotes, free_indirect
from .claims import find_stances
from .credit import only_credits, read_credit, signs_above
from .dash_speech import divide_by_dashes
from .discourse import About, Discourse, attribution, order
from .grammar import read_announced, read_reports
from .headline import read_headline
from .lexicon import Lexicon, lexicon
from .line import LONGEST_SENTENCE, Line, is_title, without_according
from .opening import acts_as_person, closing_subject, heard_subject, opening_subject
from .people import People
from .reported import Part, Reported, with_earlier
from .signature import Signed, read_signatures
from .tokens import item_at, read_words, with_quotes
from .transcript import transcript_attributions

__all__ = ["find_attributions"]

_SILENT = frozenset({"byline", "tags", "promo"})
_AROUND = 40  # attributions among which one that holds another is looked for


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
    lex = lexicon(lang)
    quotes = divide_by_dashes(text, blocks, sentences, find_quotes(text, blocks), lex)
    named = resolve_dates(text, sentences, blocks=blocks, lang=lang) if dates is None else dates
    forms = annotate_all(text, tuple(sentences), tuple(blocks), lang, tuple(named))
    people = People(lex, with_names(text, tuple(sentences), tuple(blocks), lang))
    lines = _read_lines(text, sentences, blocks, quotes, forms, lex)
    discourse = Discourse(people, lex, _subjects(lines, people))
    said, turns = transcript_attributions(lines, blocks, people)
    found: list[Attribution] = list(said)
    read = [line for line in lines if line.block.kind not in _SILENT and line.sentence not in turns]
    signed = read_signatures(lines)
    told = _told([line for line in read if line.items], signed)
    heads = {one.sentence: one.report for one in signed}
    tagged = _tagged_quotes(quotes, told.values())
    for line in lines:
        if head := heads.get(line.sentence):
            if not head.parts:
                discourse.speaker(head)
            continue
        if line.sentence not in told:
            continue
        body = line.block.kind == "body"
        if line.block.kind != "subheading":  # "Mother forgives driver": her name stands in what it heads
            discourse.mention(line.sentence)
        if body and only_credits(line.whole, lang):
            found += _credited(line, lines, discourse, found)
            continue
        reports = [with_earlier(report, quotes) for report in told[line.sentence]]
        found += _given(reports, lines, line.sentence, discourse)
        if not reports:
            if announced := read_announced(line):
                discourse.speaker(announced)
            found += free_indirect(line, discourse, found) if body else ()
        found += carry_quotes(line, lines, discourse, found, tagged)
    found += find_stances(read, discourse, found)
    return order(_first_hand(_once(found)))


def _given(
    reports: Sequence[Reported], lines: Sequence[Line], own: int, discourse: Discourse
) -> Iterator[Attribution]:
    """The reports of a sentence under the names of their speakers."""
    for report in reports:
        # Of a long quotation the words begin in a sentence before the one with its tag.
        starts = bisect_right(lines, report.parts[0].start, key=lambda line: line.form.start)
        discourse.opens = min(own, starts - 1)
        if known := discourse.speaker(report):
            discourse.asked = lines[own].text.startswith("?", report.parts[-1].end - 1)
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


def _read_lines(
    text: str,
    sentences: Sequence[Sentence],
    blocks: Sequence[Block],
    quotes: Sequence[Quote],
    forms: Sequence[Annotation],
    lex: Lexicon,
) -> list[Line]:
    """Every sentence as the grammar reads it, without its dateline; no items of one that is too long."""
    dateline = read_dateline(text, blocks).end
    lines: list[Line] = []
    for index, (sentence, form) in enumerate(zip(sentences, forms, strict=True)):
        start = max(sentence.start, min(dateline, sentence.end))
        words = read_words(form, start) if sentence.end - start <= LONGEST_SENTENCE else ()
        items = with_quotes(words, text, start, sentence.end, quotes) if words else ()
        lines.append(Line(items, text, quotes, index, lex, form, blocks[sentence.block], words))
    return lines


def _subjects(lines: Sequence[Line], people: People) -> Mapping[int, About]:
    """Whom each sentence is about; ``people`` learns the names."""
    about: dict[int, About] = {}
    for line in lines:
        items, text, lex = line.items, line.text, line.lex
        titled = line.titled and is_title(line.whole)  # "Ferry Maker's Profit Falls": all have capitals
        if not titled and not (lex.strict_that and line.block.kind == "subheading"):
            people.read(without_according(line.words, lex), text)
        subject = opening_subject(items, text, lex)
        if subject is None or subject.first or not subject.phrase.name:
            subject = closing_subject(items, text, lex) or subject
        if subject := heard_subject(items, text, lex) or subject:
            acts = bool(subject.phrase.name) and acts_as_person(items, subject)
            state = item_at(items, subject.last + 1).low in english.state
            about[line.sentence] = About(subject.phrase, acts, state)
    return about


def _told(lines: Sequence[Line], signed: Sequence[Signed]) -> dict[int, list[Reported]]:
    """The speech that each sentence reports or that is signed, before anybody knows who is meant."""
    titles = ("headline", "subheading")
    heads = {one.sentence: read_headline(one) for one in lines if one.block.kind in titles}
    told = {one.sentence: heads.get(one.sentence) or read_reports(one) for one in lines}
    reports = (one.report for one in signed if one.report.parts)
    return told | {report.sentence: [report] for report in reports if report.sentence in told}


def _tagged_quotes(quotes: Sequence[Quote], told: Iterable[Sequence[Reported]]) -> frozenset[int]:
    """The quotations that words of reporting stand beside, in whatever sentence, and those that they go on from."""
    parts = (part for reports in told for report in reports for part in report.parts)
    tagged = {part.quote for part in parts if part.quote >= 0}
    for index in range(len(quotes) - 1, 0, -1):
        if index in tagged and quotes[index].continues:
            tagged.add(index - 1)
    return frozenset(tagged)


def _credited(
    line: Line, lines: Sequence[Line], discourse: Discourse, found: Sequence[Attribution]
) -> list[Attribution]:
    """The sentence before ``line``, or the paragraph above its dash, told by whom ``line`` credits, if nobody speaks in it."""
    before = line.sentence - 1
    credit = read_credit(line) if before >= 0 else None
    if credit is None or lines[before].block.kind != "body":
        return []
    cue = (line.items[0].start, line.items[-1].end)
    words = line.text[slice(*cue)]
    first, end, above = before, lines[before].form.end, signs_above(words, line.lex.code)
    while above and first and lines[first - 1].block is lines[before].block:
        first -= 1
    start = lines[first].form.start
    report = Reported((Part(start, end),), "credited", line.sentence, words, *cue, credit.phrase, credit.via)
    spoken = any(start < one.end and (one.direct or not above) for one in found[-8:])
    known = discourse.speaker(report)
    return [attribution(report, known, 0)] if known and not spoken else []


def _once(found: Sequence[Attribution]) -> list[Attribution]:
    """Each stretch of speech once, given to the first that claimed it."""
    kept: dict[tuple[int, int], Attribution] = {}
    for one in found:
        kept.setdefault((one.start, one.end), one)
    return list(kept.values())
