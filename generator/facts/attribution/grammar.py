"""The items of one sentence in, the speech reported in it out.

Every reporting verb is looked at once, left to right: who stands beside it, what follows it, and so
on which side of it the reported words lie.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexicon import Lexicon
from .outlets import outlet_name
from .phrases import Phrase, read_phrase
from .quotes import Quote
from .reported import Form, Part, Reported
from .subject import Subject, after_verb, before_verb, opening_subject
from .tail import Tail, bare_clause, read_tail
from .tokens import Item

_UNNAMED = re.compile(
    r"condition of anonymity|not to be (?:named|identified|quoted)|(?:declined|refused|want(?:ed)?) to be (?:named|identified)"
    r"|asked for anonymity|requested anonymity|not (?:been )?authori[sz]ed to (?:speak|comment|discuss)|speaking anonymously",
    re.IGNORECASE,
)
_DASHES = ",—–-"
_ASIDES = frozenset(
    "cited quoted as speaking citing referring pointing quoting according who which describing alluding using".split()
)
# "a source briefed on the talks", "men accused of arson": describe someone, report nothing.
_PARTICIPLES = frozenset(
    (verb, word)
    for verb in (
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
    )
    for word in ("on", "of", "about", "in", "by", "as", "for")
    if (verb, word)
    not in (("announced", "on"), ("announced", "in"), ("reported", "on"), ("reported", "in"), ("told", "of"))
)
_NOT_SPEECH = frozenset(
    "plan plans schedule rule rules tradition custom need needs taste size rank age".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as the grammar reads it."""

    items: tuple[Item, ...]
    text: str
    quotes: Sequence[Quote]
    sentence: int
    lex: Lexicon
    titled: bool = False  # a headline, whose verbs may have capitals


def read_reports(line: Line) -> list[Reported]:
    """All speech the sentence reports, in the order of its verbs."""
    found: list[Reported] = []
    last: Subject | None = None
    floor = 0  # items before this belong to an earlier report of the sentence
    for at, item in enumerate(line.items):
        if item.kind != "word" or (item.capital and at and not line.titled):
            if not _phrase_at(line, at):
                continue
        if _phrase_at(line, at):
            report = _according(line, at, found)
            if report:
                found = report
            continue
        follows = line.items[at + 1].low if at + 1 < len(line.items) else ""
        if (item.low, follows) in _PARTICIPLES:
            continue
        if item.low in line.lex.participle:
            report_one = _participle(line, at, last)
        elif (
            item.low in line.lex.say
            or item.low in line.lex.act
            or item.low in line.lex.tell
            or item.low in _LABELS
        ):
            report_one, subject = _verb(line, at, last, floor)
            last = subject or last
        else:
            continue
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
    unnamed = bool(found) and bool(_UNNAMED.search(line.text, line.items[0].start, line.items[-1].end))
    return [replace(_with_quoted(line, report), unnamed=unnamed) for report in found]


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
        for held in found
        for part in report.parts
        for other in held.parts
        if held.form != "act"
    )


def _verb(line: Line, at: int, last: Subject | None, floor: int) -> tuple[Reported | None, Subject | None]:
    """The speech of one finite verb, and its subject for the verbs that share it."""
    items, lex = line.items, line.lex
    subject = before_verb(items, at, line.text, lex)
    tail = read_tail(items, at, lex)
    left = _left_end(line, at, subject)
    if subject is None or (subject.phrase is None and not subject.shared):
        return _inverted(line, at, tail, floor)
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
    parts, form = _parts(line, at, tail, left, floor)
    if not parts and items[at].low in _LABELS:
        parts, form = _label(line, at), "act"
    if not parts:
        return None, subject if subject.phrase.name else None
    return _report(line, parts, form, at, at, subject.phrase, tail.via), subject


# "called the vote "an act of war"": the borrowed words are the speaker's.
_LABELS = frozenset(
    "called calls described describes branded labelled labeled dubbed slammed hailed denounced decried".split()
)


def _label(line: Line, at: int) -> list[Part]:
    """The object and the quoted label after a naming verb, when a quotation follows in the same clause."""
    for here in range(at + 1, min(len(line.items), at + 14)):
        if line.items[here].kind == "quote":
            return [Part(line.items[at + 1].start, line.items[here].end)]
        if line.items[here].text in (",", ";", "—", "–"):
            return []
    return []


def _clause_subject(line: Line, at: int) -> Subject | None:
    """The subject of the clause that ``items[at]``, "and", goes on with, when a comma opens that clause."""
    for here in range(at - 1, 0, -1):
        item = line.items[here]
        if item.kind == "punct" and item.text in ",;—–" or item.kind == "quote":
            after = line.items[here + 1 : at]
            if len(after) < 3 or after[0].low in line.lex.say or after[0].low in line.lex.relatives:
                return None
            if after[0].low in line.lex.prepositions or after[0].low in line.lex.participle:
                return None
            found = opening_subject(after, line.text, line.lex)
            return found if found and found.first == 0 and found.last + 1 < len(after) else None
    return None


def _report(
    line: Line,
    parts: Sequence[Part],
    form: Form,
    first: int,
    last: int,
    speaker: Phrase | None,
    via: str = "",
) -> Reported:
    """Speech whose cue is ``items[first..last]``."""
    start, end = line.items[first].start, line.items[last].end
    denied = line.items[first].low in line.lex.deny
    return Reported(tuple(parts), form, line.sentence, line.text[start:end], start, end, speaker, via, denied)


def _left_end(line: Line, at: int, subject: Subject | None) -> int:
    """The item that closes words reported before the subject: a comma, dash or quotation; -1 if none does."""
    first = subject.first if subject else at
    before = first - 1
    if before >= 0 and line.items[before].low in ("as", "as,"):
        before -= 1
    if before < 0:
        return -1
    item = line.items[before]
    if item.kind == "quote" or (item.kind == "punct" and item.text in _DASHES):
        return before
    return -1


def _parts(line: Line, at: int, tail: Tail, left: int, floor: int) -> tuple[list[Part], Form]:
    """On which side of the verb the reported words lie, and their bounds."""
    items, lex = line.items, line.lex
    verb = items[at].low
    bare = verb in lex.say and verb not in lex.report
    quoted_left = _quote_before(line, left) if left >= 0 else None
    parts: list[Part] = []
    if quoted_left is not None:
        parts.append(quoted_left)
        if tail.kind == "quote":
            parts.append(_quote_part(line, tail.at))
        elif tail.kind == "that":
            parts += _clause_right(line, tail.at)
        elif follower := _later_quote(line, tail.at):
            parts.append(follower)
        return parts, "direct"
    if tail.kind == "that":
        return _clause_right(line, tail.at), "indirect"
    if tail.kind == "quote":
        return _from_quote(line, tail.at), "direct"
    if tail.kind == "colon":
        if verb in lex.doubtful:
            return [], "indirect"
        return _clause_right(line, tail.at), "indirect"
    if left < 0 and verb in lex.act and tail.kind in ("end", "comma", "clause"):
        parts, form = _forward(line, at, replace(tail, at=min(tail.at, len(items) - 1)), bare)
        return parts, form
    if tail.kind == "clause" and left < 0 or (tail.kind == "clause" and not _clause_left(line, left, floor)):
        return _forward(line, at, tail, bare)
    if left >= 0 and verb in lex.say and tail.kind in ("end", "comma"):
        parts = _clause_left(line, left, floor)
        if parts and tail.kind == "comma" and verb not in lex.doubtful:
            parts += _resumed(line, tail.at)
        return parts, "indirect"
    if left >= 0 and tail.kind == "clause" and bare and verb not in lex.doubtful:
        forward, form = _forward(line, at, tail, bare)
        if forward and bare_clause(items, tail.at, lex):
            return forward, form
        back = _clause_left(line, left, floor)
        return (forward, form) if forward and not _finite_before(line, left) else (back, "indirect")
    if tail.kind == "clause":
        return _forward(line, at, tail, bare)
    return [], "indirect"


def _finite_before(line: Line, left: int) -> bool:
    """The words before ``left`` are a clause, not merely "On Tuesday" or "In a statement"."""
    lead = line.items[0]
    adjunct = (
        lead.low in line.lex.prepositions or lead.low in line.lex.conjunctions or lead.low.endswith("ing")
    )
    return left >= 4 and not adjunct


def _forward(line: Line, at: int, tail: Tail, bare: bool) -> tuple[list[Part], Form]:
    """A clause or an object right of the verb."""
    items, lex = line.items, line.lex
    verb = items[at].low
    if tail.at >= len(items):
        return [], "indirect"
    if tail.kind == "clause" and (
        bare
        and verb not in lex.doubtful
        or bare_clause(items, tail.at, lex)
        and verb in lex.say
        and verb not in lex.quoting
    ):
        return _clause_right(line, tail.at), "indirect"
    if verb in lex.act and at + 1 < len(items):
        needed = lex.act[verb]
        if needed and items[at + 1].low not in needed:
            return [], "act"
        return _clause_right(line, at + 2 if needed else at + 1), "act"
    return [], "indirect"


_LEADING = frozenset("while although though whereas as after before since when if once because".split())


def _clause_right(line: Line, at: int) -> list[Part]:
    """From ``items[at]`` to the end of the sentence, or to where another voice or an attribution begins."""
    end = _voice_ends(line, at)
    if line.items[0].low in _LEADING and not any(item.text == "," for item in line.items[:at]):
        end = next((k for k in range(at, end) if line.items[k].text == ","), end)
    while end > at and line.items[end - 1].kind == "punct" and line.items[end - 1].text not in ")%":
        end -= 1
    if end <= at:
        return []
    return [Part(line.items[at].start, line.items[end - 1].end)]


def _voice_ends(line: Line, at: int) -> int:
    """One past the last item of a reported clause that begins at ``at``."""
    items, lex = line.items, line.lex
    for here in range(at + 1, len(items) - 1):
        if items[here].text == ";":
            return here
        if (
            items[here].low in ("and", "but")
            and items[here + 1].low in lex.say
            and items[here + 1].low not in lex.doubtful
        ):
            return here
        closes = items[here].kind == "quote" and items[here].text[-2:-1] == ","
        if not closes and (items[here].kind != "punct" or items[here].text not in _DASHES):
            continue
        after = items[here + 1]
        if _phrase_at(line, here + 1) or (
            after.low in lex.participle and (closes or items[here].text == ",")
        ):
            return here + closes
        if (
            after.low in lex.conjunctions
            and after.low not in lex.relatives
            and _another_voice(line, here + 1)
        ):
            return here + closes
        if _trailing_voice(line, here + 1):
            return here + closes
    return len(items)


def _another_voice(line: Line, at: int) -> bool:
    """ "…, while officials presented it as": a clause with a speaker of its own begins."""
    contrast = line.items[at].low in ("while", "whereas", "although", "though", "but", "as")
    if not contrast:
        return False
    for here in range(at + 1, min(len(line.items), at + 14)):
        item = line.items[here]
        if item.kind == "quote" or item.text in (",", ";"):
            return False
        if item.low in line.lex.say or item.low in line.lex.act or item.low in _VIEWS:
            return before_verb(line.items, here, line.text, line.lex) is not None
    return False


_VIEWS = frozenset(
    "presented saw described called viewed considered portrayed hailed believed believe see view".split()
)


def _trailing_voice(line: Line, at: int) -> bool:
    """ "…, he said" closes the sentence: those words are not part of what was said."""
    for here in range(at, min(len(line.items), at + 12)):
        item = line.items[here]
        if item.kind in ("quote", "punct"):
            return False
        if item.low in line.lex.say and item.low not in line.lex.doubtful:
            subject = before_verb(line.items, here, line.text, line.lex)
            rest = read_tail(line.items, here, line.lex)
            return bool(subject and subject.first == at and rest.kind in ("end", "comma"))
    return False


def _clause_left(line: Line, left: int, floor: int) -> list[Part]:
    """The words from the sentence's start, or from after an earlier report, to ``items[left]``."""
    first = floor
    while first < left and (line.items[first].kind == "punct" or line.items[first].low in ("but", "and")):
        first += 1
    last = left
    while last > first and line.items[last - 1].kind == "punct" and line.items[last - 1].text not in ")%":
        last -= 1
    if line.items[left].kind == "quote":
        last = left + 1
    if last - first < 2 and not (last > first and line.items[last - 1].kind == "quote"):
        return []
    lead = line.items[first]
    if (
        line.items[left].kind != "quote"
        and last - first < 4
        and (lead.low in line.lex.prepositions or lead.low in line.lex.times or lead.low.endswith("ly"))
    ):
        return []
    return [Part(lead.start, line.items[last - 1].end)]


def _quote_before(line: Line, left: int) -> Part | None:
    """The quotation that ends at ``items[left]`` and is speech of its own, not a few words inside a clause."""
    at = left
    while at > 0 and line.items[at].kind == "punct" and left - at < 3:
        at -= 1
    if line.items[at].kind != "quote":
        return None
    if at > 0:
        before = line.items[at - 1]
        if before.kind == "word" or before.kind == "possessive" or before.kind == "number":
            return None
    return _quote_part(line, at)


def _quote_part(line: Line, at: int) -> Part:
    """The whole quotation, also where it began in a sentence before."""
    index = line.items[at].quote
    quote = line.quotes[index]
    return Part(quote.inner_start, quote.inner_end, True, index)


def _from_quote(line: Line, at: int) -> list[Part]:
    """A quotation after the verb; with more words of the clause behind it, the clause is what was said."""
    rest = [item for item in line.items[at + 1 :] if item.kind != "punct"]
    quote = line.quotes[line.items[at].quote]
    ends = line.text[quote.inner_end - 1 : quote.inner_end] in ".!?" or line.text[quote.inner_end] == ","
    if rest and not ends and rest[0].kind != "quote" and not _phrase_at(line, at + 1):
        comma = at + 1 < len(line.items) and line.items[at + 1].text in _DASHES
        if not comma:
            return _clause_right(line, at)
    parts = [_quote_part(line, at)]
    if follower := _later_quote(line, at + 1):
        parts.append(follower)
    return parts


def _later_quote(line: Line, at: int) -> Part | None:
    """A second quotation of the same breath: '"A," she said. "B."'."""
    items = line.items
    while at < len(items) and items[at].kind == "punct":
        at += 1
    if at < len(items) and items[at].kind == "quote":
        return _quote_part(line, at)
    for here in range(at, len(items) - 1):
        if items[here].text in ".:" and items[here + 1].kind == "quote":
            return _quote_part(line, here + 1)
        if (
            items[here].text == ","
            and items[here + 1].kind == "quote"
            and items[here + 1].end - items[here + 1].start > 25
        ):
            return _quote_part(line, here + 1)
    return None


def _resumed(line: Line, comma: int) -> list[Part]:
    """ "The dam, officials said, burst at dawn": the words after the second comma."""
    after = comma + 1
    if after >= len(line.items) or line.items[after].low in _ASIDES:
        return []
    if line.items[after].low in line.lex.participle or _phrase_at(line, after):
        return []
    if line.items[after].low in ("but", "and", "while", "although", "though", "as"):
        return []
    return _clause_right(line, after)


def _inverted(line: Line, at: int, tail: Tail, floor: int) -> tuple[Reported | None, Subject | None]:
    """'"…," said Jane Roe, the mayor.'"""
    items, lex = line.items, line.lex
    if items[at].low not in lex.say or at == 0:
        return None, None
    before = at - 1
    while before > 0 and items[before].kind == "word" and items[before].low in lex.helpers:
        before -= 1
    mark = items[before]
    if not (mark.kind == "quote" or (mark.kind == "punct" and mark.text in _DASHES)):
        return None, None
    subject = after_verb(items, at, line.text, lex)
    if subject is None or subject.phrase is None:
        return None, None
    quoted = _quote_before(line, before)
    if quoted is None and (items[at].low in lex.doubtful or not _clause_left(line, before, floor)):
        return None, None
    if quoted is None and mark.kind == "punct" and not _finite_before(line, before):
        return None, None
    parts = [quoted] if quoted else _clause_left(line, before, floor)
    if follower := _later_quote(line, subject.last + 1):
        parts.append(follower)
    after = read_tail(items, subject.last, lex)
    return _report(
        line, parts, "direct" if quoted else "indirect", at, at, subject.phrase, after.via or tail.via
    ), subject


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
    if at and items[at - 1].low == "as":
        subject, via = _quoted_as(line, at, via)
        if subject is None:
            return None
    elif (
        at and items[at - 1].text not in (",", "—", "–") and items[at - 1].low not in ("and", "by", "without")
    ):
        return None
    if tail.kind == "that" or tail.kind == "colon":
        parts, form = _clause_right(line, tail.at), "indirect"
    elif tail.kind == "quote":
        parts, form = _from_quote(line, tail.at), "direct"
    elif tail.kind == "clause" and (
        items[at].low in ("saying", "claiming", "arguing") or bare_clause(items, tail.at, lex)
    ):
        parts, form = _clause_right(line, tail.at), "indirect"
    else:
        return None
    if not parts:
        return None
    subject = subject or opening_subject(items, line.text, lex)
    if subject is None or subject.phrase is None:
        return None
    return _report(line, parts, "direct" if form == "direct" else "indirect", at, at, subject.phrase, via)


def _quoted_as(line: Line, at: int, via: str) -> tuple[Subject | None, str]:
    """ "Reuters quoted Roe as saying", "Roe was quoted by Reuters as saying": the speaker and the outlet."""
    items, lex = line.items, line.lex
    verb = next(
        (k for k in range(at - 2, max(-1, at - 14), -1) if items[k].low in ("quoted", "quotes", "cited")), -1
    )
    if verb < 0:
        return None, via
    if verb and items[verb - 1].low in ("was", "were", "is", "been"):
        active = items[:verb] + (replace(items[verb], low="said"),)
        trimmed = tuple(item for item in active if item.low not in ("was", "were", "is", "been", "has"))
        subject = before_verb(trimmed, len(trimmed) - 1, line.text, lex)
        between = items[verb + 1 : at - 1]
        return subject, via or outlet_name(between, lex)
    phrase = read_phrase(items[verb + 1 : at - 1], line.text, lex)
    source = before_verb(items, verb, line.text, lex)
    outlet = outlet_name(items[source.first : source.last + 1], lex) if source else ""
    return (Subject(phrase, verb + 1, at - 2) if phrase else None), via or outlet


def _phrase_at(line: Line, at: int) -> int:
    """How many items "according to" takes at ``at``; 0 when it does not stand there."""
    for phrase in line.lex.according:
        if len(phrase) <= len(line.items) - at and all(
            line.items[at + k].low == word for k, word in enumerate(phrase)
        ):
            return len(phrase)
    return 0


def _according(line: Line, at: int, found: list[Reported]) -> list[Reported] | None:
    """ "According to X, …" and "…, according to X"; an outlet behind a named speaker is what it came through."""
    items, lex = line.items, line.lex
    size = _phrase_at(line, at)
    first = at + size
    last = first
    while (
        last < len(items)
        and items[last].kind != "quote"
        and (items[last].text not in (",", ";", ":", "—", "–", ".") or _inside_address(items, last))
    ):
        last += 1
    if last == first:
        return None
    trimmed = _source_end(items, first, last, lex)
    phrase = read_phrase(items[first:trimmed], line.text, lex)
    if phrase is None or any(item.low in _NOT_SPEECH for item in items[first : first + 3]):
        return None
    opening = all(item.kind == "punct" or item.low in ("but", "and", "also") for item in items[:at])
    outlet = outlet_name(items[first:trimmed], lex)
    if not opening and found and outlet and found[-1].form != "act":
        return [*found[:-1], replace(found[-1], via=found[-1].via or outlet)]
    if opening:
        parts = (
            _clause_right(line, last + 1)
            if last < len(items) and items[last].text == ","
            else _clause_right(line, last)
        )
    else:
        parts = [_adjacent_quote(line, at)] if _adjacent_quote(line, at) else _clause_left(line, at, 0)
    kept = [part for part in parts if part]
    if not kept:
        return None
    return [*found, _report(line, kept, "according", at, first - 1, phrase, "")]


def _inside_address(items: Sequence[Item], at: int) -> bool:
    """The full stop of "ashfordgazette.com"."""
    return items[at].text == "." and at + 1 < len(items) and items[at + 1].start == items[at].end


def _adjacent_quote(line: Line, at: int) -> Part | None:
    """A quotation that ends right before ``items[at]``."""
    return _quote_before(line, at - 1) if at > 0 else None


def _source_end(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Leave a time or an outlet clause off the source's name: "according to police on Tuesday"."""
    for at in range(first + 1, last):
        if items[at].low in ("on", "late", "early") and at + 1 < last and items[at + 1].low in lex.times:
            return at
        if items[at].low in lex.times and at > first:
            return at
        if items[at].low in ("who", "which", "cited", "quoted", "obtained", "published", "released"):
            return at
    return last


def _with_quoted(line: Line, report: Reported) -> Reported:
    """Mark a part that is exactly one quotation as direct."""
    parts = []
    for part in report.parts:
        item = next(
            (i for i in line.items if i.kind == "quote" and i.start == part.start and i.end == part.end), None
        )
        if item is not None and not part.direct:
            quote = line.quotes[item.quote]
            part = Part(quote.inner_start, quote.inner_end, True, item.quote)
        parts.append(part)
    return replace(report, parts=tuple(parts))
