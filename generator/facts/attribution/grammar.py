"""The items of one sentence in, the speech reported in it out.

Every reporting verb is looked at once, left to right: who stands beside it, what follows it, and so
on which side of it the reported words lie.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...language import words
from .according import read_according, read_as_told
from .by_form import read_as_put_it, read_by_form
from .line import DASHES, Line, according_at, report_at
from .opening import opening_subject
from .outlets import outlet_name
from .phrases import PARTICLES, Phrase, read_phrase
from .reported import Part, Reported
from .sides import (
    LABELS,
    clause_left,
    clause_right,
    finite_before,
    from_quote,
    labelled,
    later_quote,
    quote_before,
)
from .signature import read_signed
from .subject import Subject, after_verb, before_verb, reports, without_hearer
from .tail import Tail, bare_clause, ends_in_verb, read_tail
from .turned import read_turned
from .verb_sides import reported_parts
from .verbs import is_noun, lacks_particle, with_progressive

_AUXILIARY = words("is are was were has have had will would can could may might must")
_NEAR = 20  # reports back among which the same words are looked for
_UNNAMED = re.compile(
    r"condition of anonymity|insisted on anonymity|not to be (?:named|identified|quoted)|(?:declined|refused|want(?:ed)?) to be (?:named|identified)"
    r"|asked for anonymity|requested anonymity|not (?:been )?authori[sz]ed to (?:speak|comment|discuss)|speaking anonymously"
    r"|nicht (?:namentlich )?genannt werden (?:will|wollte|möchte)|anonym bleiben|sous (?:le )?couvert d['’]anonymat|requis l['’]anonymat|souhaité garder l['’]anonymat"
    r"|(?:bajo|pidió|en) (?:condición de )?anonimato|prefiere no ser (?:nombrad|identificad)|на умовах анонімності|побажа\w+ залишитися неназван|на условиях анонимности|пожела\w+ остаться неназван"
    r"|zastrzega\w* (?:sobie )?anonimowość|prosząc\w* o anonimowość|chcąc\w* zachować anonimowość",
    re.IGNORECASE,
)

# "a source briefed on the talks", "men accused of arson": describe someone, report nothing.
_PARTICIPLES = frozenset(
    (verb, word)
    for verb in [
        "briefed",
        "informed",
        "told",
        "accused",
        "reminded",
        "described",
        "announced",
        "asked",
        "blamed",
        "reported",
        "suspected",
    ]
    for word in ["on", "of", "about", "in", "by", "as", "for"]
) - {("announced", "on"), ("announced", "in"), ("reported", "on"), ("reported", "in"), ("told", "of")}


def read_reports(line: Line) -> list[Reported]:
    """All speech the sentence reports, in the order of its verbs."""
    line = with_progressive(line)
    found: list[Reported] = []
    last: Subject | None = None
    as_told = -1  # up to here the words only say who told it
    floor = 0  # items before this belong to an earlier report of the sentence
    for at, item in enumerate(line.items):
        if item.low in line.lex.as_words and (told := read_as_told(line, at)):
            if not found or told.parts[0].start > found[-1].cue_start:
                found.append(told)  # else "Roe dijo que …, como explica Doe": all of it is Roe's
            as_told = told.cue_end
            continue
        if item.start < as_told:
            continue
        if according_at(line, at):
            report = read_according(line, at, found)
            if report:
                found = report
            continue
        if item.kind != "word" or (item.capital and at and not line.titled):
            continue
        follows = line.items[at + 1].low if at + 1 < len(line.items) else ""
        if _is_no_verb(line, at, follows):
            continue
        if (item.low, follows) == ("put", "it"):
            report_one = read_as_put_it(line, at)
        elif item.low in line.lex.participle:
            report_one = _participle(line, at, last)
        elif (
            item.low in line.lex.say
            or item.low in line.lex.act
            or item.low in line.lex.tell
            or item.low in LABELS
        ):
            report_one, subject = _verb(line, at, last, floor, found)
            last = subject or last
        else:
            report_one = read_by_form(line, at) if line.quotes else None
        if (
            report_one
            and found
            and (outlet := _outlet_of(line, report_one))
            and report_one.parts[0].start <= found[-1].cue_start < item.start
        ):
            # "Roe warned that …, the Gazette reported": the outlet is what Roe's words came through.
            found[-1] = replace(found[-1], via=found[-1].via or outlet)
            continue
        if report_one and not _swallowed(report_one, found):
            found.append(report_one)
            backward = report_one.parts[0].end <= item.start and report_one.form != "act"
            floor = at + 1 if backward else floor
    if not found and (signed := read_signed(line)):
        found = [signed]
    quoted = {(item.start, item.end): item.quote for item in line.items if item.kind == "quote"}
    unnamed = bool(found) and bool(_UNNAMED.search(line.text, line.items[0].start, line.items[-1].end))
    return [replace(_with_quoted(line, report, quoted), unnamed=unnamed) for report in found]


def _is_no_verb(line: Line, at: int, follows: str) -> bool:
    """A noun, a passive or a participle, by what stands around it."""
    item, lex = line.items[at], line.lex
    if item.low in lex.doubtful and follows in _AUXILIARY:
        return True  # "a final report is due"
    if item.low in lex.doubtful and follows == "of" and item.tag != "VBD":
        return True  # "the demands of the job"
    if is_noun(line, at) or lacks_particle(line, at):
        return True
    return (follows == "by" and item.low in lex.act) or (item.low, follows) in _PARTICIPLES


def read_announced(line: Line) -> Reported | None:
    """ "Mayor Jane Roe said:", "And from Jane Roe:" with the words in the paragraphs that follow: who is about to speak."""
    items = line.items
    if len(items) < 2 or items[-1].text != ":":
        return None
    for at in range(len(items) - 2, max(-1, len(items) - 14), -1):
        if line.lex.surely_says(items[at].low):
            subject = before_verb(items, at, line.text, line.lex) or after_verb(
                items, at, line.text, line.lex
            )
            return (
                report_at(line, (), "direct", at, at, subject.phrase) if subject and subject.phrase else None
            )
    return _named_ahead(line)


_FROM = words("from von de del od від от")
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AHEAD = 12  # items of a line that does nothing but name who speaks next


def _named_ahead(line: Line) -> Reported | None:
    """ "And from Jane Roe, the mayor:", "Jane Roe, the mayor:": the line names somebody and holds no verb."""
    items = line.items[:-1]
    lead = next((at + 1 for at, item in enumerate(items[:3]) if item.low in _FROM), 0)
    if len(items) > _AHEAD or any(item.tag in _FINITE_TAGS or item.kind == "quote" for item in items):
        return None
    end = next((at for at, item in enumerate(items) if item.text in (",", "(")), len(items))
    head = items[lead:end]
    phrase = read_phrase(head, line.text, line.lex) if head else None
    if phrase is None or not phrase.name or not head[-1].capital:
        return None
    if not lead and any(
        not item.capital and item.low not in PARTICLES | line.lex.roles | line.lex.titles for item in head
    ):
        return None
    return report_at(line, (), "direct", len(items), len(items), phrase)


def _outlet_of(line: Line, report: Reported) -> str:
    """The outlet that speaks in a report, ``""`` when someone else does."""
    phrase = report.speaker
    if phrase is None or phrase.pronoun:
        return ""
    return outlet_name([i for i in line.items if phrase.start <= i.start < phrase.end], line.lex)


def _swallowed(report: Reported, found: Sequence[Reported]) -> bool:
    """The very same words are already given to someone."""
    return any(
        part.start == other.start and part.end == other.end
        for held in found[-_NEAR:]
        for part in report.parts
        for other in held.parts
        if held.form != "act"
    )


def _verb(
    line: Line, at: int, last: Subject | None, floor: int, found: Sequence[Reported]
) -> tuple[Reported | None, Subject | None]:
    """The speech of one finite verb, and its subject for the verbs that share it."""
    items, lex = line.items, line.lex
    subject = before_verb(items, at, line.text, lex)
    tail = read_tail(items, at, lex)
    left = _left_end(line, at, subject)
    if subject is None or (subject.phrase is None and not subject.shared):
        turned, own = read_turned(line, at, floor)
        if tail.kind == "that" and not turned and _alone(line, at):
            verb = items[at]
            speaker = Phrase(verb.start, verb.end, verb.text, pronoun="same")
            return report_at(line, clause_right(line, tail.at), "indirect", at, at, speaker, tail.via), None
        told, other = _inverted(line, at, tail, floor)
        if turned and (told is None or (turned.form == "indirect" and len(turned.parts) > len(told.parts))):
            return turned, own
        return told, other
    if any(item.low == "than" for item in items[max(0, subject.first - 1) : subject.last + 1]):
        return None, None  # "fewer than the harbour had hoped"
    if tail.kind == "clause" and subject.first and items[subject.first - 1].low == "what":
        return None, None  # "That was what Roe said when she left": what she said stands elsewhere
    if subject.shared:
        subject = _clause_subject(line, subject.first) or last or opening_subject(items, line.text, lex)
        if subject is None or subject.phrase is None:
            return None, None
        left = -1
    if items[at - 1].kind == "punct" and tail.kind == "clause":
        inverted, other = _inverted(line, at, tail, floor)
        if inverted and other and _closes(line, other) and _closes_named(line, other, subject):
            return inverted, other
    assert subject.phrase is not None
    if lex.relates(items[subject.last].low):
        left = -1  # "Sands, a contractor who testified …": what stands before is not what he said
    before = quote_before(line, left) if left >= 0 and tail.kind in ("quote", "that", "clause") else None
    if before and any(part.quote == before.quote for report in found[-_NEAR:] for part in report.parts):
        left = -1  # the quotation in front is the speaker's before: "Roe said: "A." Doe said: "B.""
    parts, form = reported_parts(line, at, tail, left, floor)
    if not parts and items[at].low in LABELS:
        parts, form = labelled(line, at), "act"
    if not parts:
        return None, subject if subject.phrase.name else None
    told = report_at(line, parts, form, at, at, subject.phrase, tail.via)
    who = items[subject.last]
    if lex.relates(who.low):
        told = replace(told, stands=(who.start, who.end))
    return told, subject


def _alone(line: Line, at: int) -> bool:
    """ "Dodał, że …", "También dijo que …": the verb opens its sentence without a subject."""
    if not line.lex.drops_subject or line.items[at].low not in line.lex.say:
        return False
    return all(item.low in line.lex.helpers or item.low in line.lex.times for item in line.items[:at])


def _clause_subject(line: Line, at: int) -> Subject | None:
    """The subject of the clause that ``items[at]``, "and", goes on with, when a comma opens that clause."""
    for here in range(at - 1, 0, -1):
        item = line.items[here]
        if (item.kind == "punct" and item.text in ",;—–―") or item.kind == "quote":
            after = line.items[here + 1 : at]
            if len(after) < 3 or after[0].low in line.lex.say or after[0].low in line.lex.relatives:
                return None
            if after[0].low in line.lex.prepositions or after[0].low in line.lex.participle:
                return None
            found = opening_subject(after, line.text, line.lex)
            return found if found and found.first == 0 and found.last + 1 < len(after) else None
    return None


def _left_end(line: Line, at: int, subject: Subject | None) -> int:
    """The item that closes words reported before the subject: a comma, dash or quotation; -1 if none does."""
    first = subject.first if subject else at
    before = first - 1
    if before >= 0 and line.items[before].low in ("as", "as,"):
        before -= 1
    while before > 0 and line.lex.dashes and line.items[before].low in ("a", "ont", "avait", "avaient"):
        before -= 1  # "…, a-t-il déclaré"
    if before < 0:
        return -1
    item = line.items[before]
    if item.kind == "quote" or (item.kind == "punct" and item.text in DASHES):
        return before
    return -1


def _inverted(line: Line, at: int, tail: Tail, floor: int) -> tuple[Reported | None, Subject | None]:
    """'"…," said Jane Roe, the mayor.'"""
    items, lex = line.items, line.lex
    if items[at].low not in lex.say or items[at].low in lex.joined or at == 0:
        return None, None
    if (
        items[at].low in ("accused", "urged", "threatened", "told", "alleged", "suspected")
        and items[at - 1].kind != "quote"
    ):
        return None, None
    before = at - 1
    while before > 0 and items[before].kind == "word" and items[before].low in lex.helpers:
        before -= 1
    if not reports([item.low for item in items[before + 1 : at]], items, at):
        return None, None
    mark = items[before]
    if not (mark.kind == "quote" or (mark.kind == "punct" and mark.text in DASHES)):
        return None, None
    subject = after_verb(items, at, line.text, lex)
    if subject is None or subject.phrase is None:
        return None, None
    subject, told = without_hearer(items, subject, line.text, lex)
    if subject.phrase is None:
        return None, None
    quoted = quote_before(line, before)
    if quoted is None and ends_in_verb(items[subject.first : subject.last + 1]):
        return None, None  # "Roe, a grandson, said his grandfather died"
    if quoted is None and (items[at].low in lex.doubtful or not clause_left(line, before, floor)):
        return None, None
    if quoted is None and mark.kind == "punct" and not finite_before(line, before):
        return None, None
    parts = [quoted] if quoted else clause_left(line, before, floor)
    if not told and (follower := later_quote(line, subject.last + 1)):
        parts.append(follower)
    after = read_tail(items, subject.last, lex)
    via = told or after.via or tail.via
    return report_at(line, parts, "direct" if quoted else "indirect", at, at, subject.phrase, via), subject


def _closes_named(line: Line, other: Subject, subject: Subject | None) -> bool:
    """Without a quotation before it, an inverted speaker ends in a name or a role: else it is a clause's subject."""
    before = line.items[other.first - 2] if other.first > 1 else None
    if before is not None and before.kind == "punct" and other.first > 2:
        before = line.items[other.first - 3] if line.items[other.first - 3].kind == "quote" else before
    if before is not None and before.kind == "quote":
        return True
    last = line.items[other.last]
    named = bool(other.phrase and other.phrase.name) and last.capital
    return named or (subject is None and last.low in line.lex.roles)


def _closes(line: Line, other: Subject) -> bool:
    """After an inverted speaker only an apposition, a time or a place may follow, no clause."""
    at = other.last + 1
    if at >= len(line.items):
        return True
    item = line.items[at]
    return item.kind in ("punct", "quote") or item.low in line.lex.prepositions or item.low in line.lex.times


def _participle(line: Line, at: int, last: Subject | None) -> Reported | None:
    """ "…, adding that …": goes on with the speaker before; "quoted Roe as saying" names its own."""
    items, lex = line.items, line.lex
    tail = read_tail(items, at, lex)
    via = tail.via
    subject = last
    if last and items[last.last].low in lex.relatives and at and items[at - 1].text == ",":
        subject = (
            opening_subject(items, line.text, lex) or last
        )  # "Roe hit a man who said he was lost, saying"
    if at and items[at - 1].low == "as":
        subject, via = _quoted_as(line, at, via)
        if subject is None:
            return None
    elif own := _with_subject(line, at):
        subject = own
    elif at and items[at - 1].text not in (",", "—", "–") and items[at - 1].low not in ("and", "by"):
        return None
    if tail.kind == "that" or tail.kind == "colon":
        parts, form = clause_right(line, tail.at), "indirect"
    elif tail.kind == "quote":
        parts, form = from_quote(line, tail.at), "direct"
    elif tail.kind == "clause" and (
        items[at].low in ("saying", "claiming", "arguing") or bare_clause(items, tail.at, lex)
    ):
        parts, form = clause_right(line, tail.at), "indirect"
    elif quoted := _quotation_before(line, at):
        parts, form = [quoted], "direct"
    else:
        return None
    if not parts:
        return None
    subject = subject or opening_subject(items, line.text, lex)
    if subject is None or subject.phrase is None:
        return None
    return report_at(line, parts, "direct" if form == "direct" else "indirect", at, at, subject.phrase, via)


def _with_subject(line: Line, at: int) -> Subject | None:
    """ "…, with spokesman Glen Kay saying that": the participle has a speaker of its own."""
    for here in range(at - 1, max(-1, at - 10), -1):
        if line.items[here].low == "with" and at - here > 1:
            phrase = read_phrase(line.items[here + 1 : at], line.text, line.lex)
            return Subject(phrase, here + 1, at - 1) if phrase else None
        if line.items[here].kind in ("quote", "punct"):
            return None
    return None


def _quotation_before(line: Line, at: int) -> Part | None:
    """'"…," Roe was quoted as saying': the quotation that opens the sentence."""
    quoted = line.items[at - 1].low == "as" and line.items[0].kind == "quote"
    return quote_before(line, 0) if quoted else None


def _quoted_as(line: Line, at: int, via: str) -> tuple[Subject | None, str]:
    """ "Reuters quoted Roe as saying", "Roe was quoted by Reuters as saying": the speaker and the outlet."""
    items, lex = line.items, line.lex
    verb = next(
        (k for k in range(at - 2, max(-1, at - 14), -1) if items[k].low in ("quoted", "quotes", "cited")), -1
    )
    if verb < 0:
        return None, via
    if verb and items[verb - 1].low in ("was", "were", "is", "been"):
        active = (*items[:verb], items[verb]._replace(low="said"))
        trimmed = tuple(item for item in active if item.low not in ("was", "were", "is", "been", "has"))
        subject = before_verb(trimmed, len(trimmed) - 1, line.text, lex)
        between = items[verb + 1 : at - 1]
        return subject, via or outlet_name(between, lex)
    phrase = read_phrase(items[verb + 1 : at - 1], line.text, lex)
    source = before_verb(items, verb, line.text, lex)
    outlet = outlet_name(items[source.first : source.last + 1], lex) if source else ""
    return (Subject(phrase, verb + 1, at - 2) if phrase else None), via or outlet


def _with_quoted(line: Line, report: Reported, quoted: Mapping[tuple[int, int], int]) -> Reported:
    """Mark a part that is exactly one quotation as direct."""
    parts = []
    for part in report.parts:
        index = quoted.get((part.start, part.end), -1)
        if index >= 0 and not part.direct:
            quote = line.quotes[index]
            part = Part(quote.inner_start, quote.inner_end, True, index)
        parts.append(part)
    return replace(report, parts=tuple(parts))
