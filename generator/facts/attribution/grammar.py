"""The items of one sentence in, the speech reported in it out.

Every reporting verb is looked at once, left to right: who stands beside it, what follows it, and so
on which side of it the reported words lie.
"""

from collections.abc import Mapping, Sequence

from ...language import english, everywhere, language, pattern, pattern_everywhere, united, words
from ...language.senses import senses
from ...text.annotation import FINITE_TAGS
from ...values import replace
from . import sides
from .according import of_view, read_according, read_as_told
from .by_form import may_tell, read_as_put_it, read_by_form, read_cited
from .edges import joins_clauses
from .lexicon import Lexicon
from .line import Line, according_at, report_at
from .noun_phrase import is_noun_phrase
from .opening import opening_subject
from .outlets import outlet_name
from .passive import read_passive, read_sure
from .phrases import PARTICLES, Phrase, lifeless, read_phrase, two_names
from .placed import read_placed
from .reported import Form, Part, Reported
from .signature import read_signed
from .subject import Subject, after_verb, before_verb, parted, reports, subject_of, without_hearer
from .tail import PASTS, Tail, bare_clause, read_tail
from .tokens import DASHES, Item, back, in_marks, item_at
from .turned import read_turned
from .verb_sides import reported_parts
from .verbs import is_noun, lacks_deed, lacks_particle, lacks_thought, of_nobody, with_progressive

_NEAR = 20  # reports back among which the same words are looked for
_UNNAMED = pattern_everywhere("unnamed")

# "a source briefed on the talks", "men accused of arson": describe someone, report nothing.
_TELLS = {("announced", "on"), ("announced", "in"), ("reported", "on"), ("reported", "in"), ("told", "of")}
_PARTICIPLES = {
    (verb, word) for verb in english.describes_who for word in words("on of about in by as for")
} - _TELLS
_IS = ("is", "'s", "’s", "are")
_AHEAD = 12  # items of a line that does nothing but name who speaks next
_GIVES_OUT = pattern("gives-out")
_GIVEN = 14  # items between a verb that gives a message out and what that says


def read_reports(line: Line) -> list[Reported]:
    """All speech the sentence reports, in the order of its verbs."""
    line = with_progressive(line)
    found: list[Reported] = []
    last: Subject | None = None
    as_told = -1  # up to here the words only say who told it
    floor = 0  # items before this belong to an earlier report of the sentence
    quoted = bool(line.quotes) and any(item.kind == "quote" for item in line.items)
    for at, item in enumerate(line.items):
        if item.low in line.lex.as_words and (told := read_as_told(line, at)):
            if not found or told.parts[0].start > found[-1].cue_start:
                found.append(told)  # else "Roe dijo que …, como explica Doe": all of it is Roe's
            as_told = told.cue_end
        elif item.start < as_told:
            continue
        elif according_at(line, at) or of_view(line, at):
            found = read_according(line, at, found) or found
        elif _may_report(line, at, quoted=quoted):
            one, subject = _report_of(line, at, last, floor, found)
            last = subject or last
            if one is None or _passed_on(line, one, item, found):
                continue
            found.append(one)
            backward = one.parts[0].end <= item.start and one.form != "act"
            floor = at + 1 if backward else floor
    return _marked(line, found)


def _may_report(line: Line, at: int, *, quoted: bool) -> bool:
    """Whether the word at ``at`` may report speech, as most words cannot; ``quoted``: the sentence has a quotation."""
    item, lex = line.items[at], line.lex
    if item.kind != "word" or (item.capital and at and not line.titled):
        return False
    if item.tag in ("J", "VBN") and item_at(line.items, at + 1).low in lex.own.that:
        return not item.low.startswith("un")  # "is adamant that", "is convinced that"
    if item.low in lex.doubtful and item.low in lex.roles and lex.strict_that:
        return at > 0 and line.items[at - 1].low in lex.helpers  # "ha acusado", not "el acusado"
    return item.low in lex.reporting or lex.names_decline or (quoted and may_tell(line, at))


def _marked(line: Line, found: Sequence[Reported]) -> list[Reported]:
    """The reports with what is a whole quotation marked so; of a sentence without any, who signs it."""
    if not found:
        signed = read_signed(line)
        found = [signed] if signed else []
    found = [one for one in found if one.speaker is None or is_noun_phrase(line.items, one.speaker, line.lex)]
    quoted = {(item.start, item.end): item.quote for item in line.items if item.kind == "quote"}
    unnamed = bool(found) and bool(_UNNAMED.search(line.text, line.items[0].start, line.items[-1].end))
    marked = [_with_quoted(line, report, quoted) for report in found] if quoted else found
    return [replace(report, unnamed=True) for report in marked] if unnamed else list(marked)


def _report_of(
    line: Line, at: int, last: Subject | None, floor: int, found: Sequence[Reported]
) -> tuple[Reported | None, Subject | None]:
    """The speech that the word at ``at`` reports, and its subject for the verbs that share it."""
    low, lex = line.items[at].low, line.lex
    follows = item_at(line.items, at + 1).low
    if cited := read_cited(line, at):
        return cited, None
    if follows in lex.own.by and (passive := read_passive(line, at)):
        return passive, None
    if follows in lex.own.that and (line.items[at].tag == "J" or low not in lex.reporting):
        return read_sure(line, at), None
    if _is_no_verb(line, at, follows):
        return None, None
    if (low, follows) == ("put", "it"):
        return read_as_put_it(line, at), None
    if low in lex.participle:
        return _participle(line, at, last), None
    if low in lex.say or low in lex.act or low in lex.tell or low in sides.LABELS:
        one, subject = _verb(line, at, last, floor, found)
        return (None if one and one.form == "act" and lacks_deed(line, at) else one), subject
    placed = read_placed(line, at, read_tail(line.items, at, lex), floor) if lex.names_decline else None
    return placed or (read_by_form(line, at) if line.quotes else None), None


def gives_out(text: str, start: int, end: int) -> bool:
    """ "The club issued a statement saying …", "Roe hit back saying …": what leads to the participle gives its words out."""
    return _GIVES_OUT.search(text, start, end) is not None


def _said_behind(line: Line, at: int) -> bool:
    """The verb only gives out what a participle behind it says: "wrote a letter saying", "responded saying"."""
    near = range(at + 1, min(len(line.items), at + _GIVEN))
    ends = (k for k in near if line.items[k].low in line.lex.participle or line.items[k].kind != "word")
    saying = next(ends, 0)
    before, verb = line.items[saying - 1].low, line.items[saying]
    told = (
        saying > 0
        and verb.low in line.lex.participle
        and before not in united(line.lex.own.joins_gerund, line.lex.own.likening)
    )
    return told and gives_out(line.text, line.items[at].start, verb.start)


def _passed_on(line: Line, one: Reported, verb: Item, found: list[Reported]) -> bool:
    """ "Roe warned that …, the Gazette reported": the outlet is what Roe's words came through."""
    outlet = _outlet_of(line, one) if found else ""
    if not outlet or not one.parts[0].start <= found[-1].cue_start < verb.start:
        return False
    lead = [item for item in line.items if one.parts[0].start <= item.start < found[-1].cue_start]
    if any(item.tag in FINITE_TAGS for item in lead):
        return False  # "Doe thanks those who argued …, the Gazette reported"
    *parts, last = found[-1].parts
    end = max(part.end for part in one.parts) if last.start < verb.start < last.end else last.end
    parts = [*parts, replace(last, end=end)]
    found[-1] = replace(found[-1], parts=tuple(parts), via=found[-1].via or outlet)
    return True


def _is_no_verb(line: Line, at: int, follows: str) -> bool:
    """A noun, a passive or a participle, by what stands around it."""
    item, lex = line.items[at], line.lex
    if item.low in lex.doubtful and follows in english.finite:
        return True  # "a final report is due"
    if _said_behind(line, at):
        return True
    if item.low in english.names_as and _labels_what_stands_before(line, at):
        return True
    if is_noun(line, at) or lacks_particle(line, at) or lacks_thought(line, at):
        return True
    if at and line.items[at - 1].low in english.leads_participle and item.low not in lex.participle:
        return True
    passive = (follows in lex.own.by and item.low in lex.act) or (item.low, follows) in _PARTICIPLES
    return passive and not _alone_behind_quotation(line, at)


def _labels_what_stands_before(line: Line, at: int) -> bool:
    """ "a ward branded “unfit”": nothing but the label follows, so the noun before is what bears it."""
    quoted, behind = item_at(line.items, at + 1), item_at(line.items, at + 2)
    apart = behind.kind != "word" or behind.low in line.lex.prepositions | line.lex.conjunctions
    return quoted.kind == "quote" and apart and line.items[at - 1].tag in ("N", "NP")


def _alone_behind_quotation(line: Line, at: int) -> bool:
    """No other verb can report the quotation before: "…?" Jane Roe asked on Monday."""
    items = line.items
    quoted = next((k for k in range(at - 1, -1, -1) if items[k].kind == "quote"), -1)
    others = (k for k in range(quoted + 1, len(items)) if k != at)
    return quoted >= 0 and not any(line.lex.surely_says(items[k].low) for k in others)


def read_announced(line: Line) -> Reported | None:
    """ "Mayor Jane Roe said:", "And from Jane Roe:" with the words in the paragraphs that follow: who is about to speak."""
    items = line.items
    if len(items) < 2 or items[-1].text != ":":
        return None
    for at in range(len(items) - 2, max(-1, len(items) - 14), -1):
        if line.lex.surely_says(items[at].low):
            sides = (side(items, at, line.text, line.lex) for side in (before_verb, after_verb))
            phrase = next((subject.phrase for subject in sides if subject), None)
            return report_at(line, (), "direct", at, at, phrase) if phrase else None
    return _named_ahead(line)


def _led_up(items: Sequence[Item]) -> int:
    """Where the name begins behind "And from" or "Here is"; 0 where nothing leads up to it."""
    lead = next((at + 1 for at, item in enumerate(items[:4]) if item.low in everywhere.comes_from), 0)
    here = len(items) > 2 and items[0].low == "here" and items[1].low in _IS
    return lead or (2 if here else 0)


def _named_ahead(line: Line) -> Reported | None:
    """ "And from Jane Roe, the mayor:", "Here is Jane Roe:", "Jane Roe, the mayor:": the line names somebody and holds no verb."""
    items, lex = line.items[:-1], line.lex
    lead = _led_up(items)
    if len(items) > _AHEAD or any(item.tag in FINITE_TAGS or item.kind == "quote" for item in items[lead:]):
        return None
    end = next((at for at, item in enumerate(items) if at >= lead and item.text in (",", "(")), len(items))
    head = items[lead:end]
    phrase = read_phrase(head, line.text, lex) if head else None
    if phrase is None or not phrase.name or not head[-1].capital:
        return None
    only_names = all(item.capital or item.low in PARTICLES or item.low in lex.people for item in head)
    return report_at(line, (), "direct", len(items), len(items), phrase) if lead or only_names else None


def _outlet_of(line: Line, report: Reported) -> str:
    """The outlet that speaks in a report, ``""`` when someone else does."""
    phrase, lex = report.speaker, line.lex
    if phrase is None or phrase.pronoun:
        return ""
    own = [item for item in line.items if phrase.start <= item.start < phrase.end]
    if lex.strict_that and own and own[-1].kind == "quote":
        return in_marks(own[-1])  # "…, pisze „Kurier”"
    now = lex.names_decline and report.cue in lex.present and own[0].capital
    body = now and not any(lex.is_role(item.low) for item in own) and not (own[1:] and two_names(own, 0))
    return outlet_name(own, lex) or (phrase.words if body else "")  # "…, добавляет Лента.ру"


def _verb(
    line: Line, at: int, last: Subject | None, floor: int, found: Sequence[Reported]
) -> tuple[Reported | None, Subject | None]:
    """The speech of one finite verb, and its subject for the verbs that share it."""
    items, lex = line.items, line.lex
    subject = before_verb(items, at, line.text, lex)
    tail = read_tail(items, at, lex)
    if subject is None:
        return _speaker_behind(line, at, tail, floor)
    if _tells_elsewhere(line, at, subject, tail):
        return None, None
    left = -1 if subject.shared else _left_end(line, at, subject)
    subject = _sharing(line, subject, last)
    if subject is None:
        return None, None
    told, other = _inverted(line, at, tail, floor) if items[at - 1].kind == "punct" else (None, None)
    if told and other and _ends_with(line, other) and not _led_by_name(line, subject, at):
        return told, other
    relative = lex.relates(items[subject.last].low)
    if relative or _given_before(line, left, tail, found):
        left = -1  # "Sands, a contractor who testified …": what stands before is not what he said
    parts, form = reported_parts(line, at, tail, left, floor)
    if relative and form == "act" and lex.strict_that:
        return None, subject  # "Llegaron agentes, quienes confirmaron la muerte": they came
    if not parts and items[at].low in sides.LABELS:
        parts, form = sides.labelled(line, at), "act"
    if not parts:
        return None, subject if subject.phrase.name else None
    report = report_at(line, parts, form, at, at, subject.phrase, tail.via)
    who = items[subject.last]
    return (replace(report, stands=(who.start, who.end)) if relative else report), subject


def _led_by_name(line: Line, subject: Subject, at: int) -> bool:
    """ "Jane Roe, a clerk, said Alder Ltd., which …, sold it": an English name leads, and no verb stands before the one."""
    named = line.lex.code == "en" and subject.first == 0 and subject.phrase.name
    return bool(named) and not any(item.tag in FINITE_TAGS for item in line.items[:at])


def _shown_by_thing(verb: Item, phrase: Phrase, lex: Lexicon) -> bool:
    """ "Marks on the road suggest that …", "The crash raised questions": what only shows something says nothing."""
    shows = verb.low in lex.joined or verb.low.startswith("suggest") or bool(lex.act.get(verb.low))
    thing = not phrase.pronoun and lifeless(phrase.words, lex)
    return lex.code == "en" and shows and thing


def _sharing(line: Line, subject: Subject, last: Subject | None) -> Subject | None:
    """Whose verb it is when "and" joins it to one before."""
    if not subject.shared:
        return subject
    return _clause_subject(line, subject.first) or last or opening_subject(line.items, line.text, line.lex)


def _speaker_behind(line: Line, at: int, tail: Tail, floor: int) -> tuple[Reported | None, Subject | None]:
    """The speech of a verb that has nobody before it: turned round, inverted, or the speaker's before."""
    if placed := read_placed(line, at, tail, floor):
        return placed, None
    turned, own = read_turned(line, at, floor)
    led = _led_by_clause(line, at) if tail.kind == "that" and not turned else None
    if led or (tail.kind == "that" and not turned and _alone(line, at)):
        verb = line.items[at]
        speaker = led or Phrase(verb.start, verb.end, verb.text, pronoun="same")
        form: Form = "act" if line.items[tail.at - 1].low in line.lex.wishes else "indirect"
        return report_at(line, sides.clause_right(line, tail.at), form, at, at, speaker, tail.via), None
    told, other = _inverted(line, at, tail, floor)
    if told is None and not turned and (quoted := _quoted_alone(line, at)):
        return quoted, None
    if turned and (told is None or (turned.form == "indirect" and len(turned.parts) > len(told.parts))):
        return turned, own
    return (told, other) if told else (None, None)


def _quoted_alone(line: Line, at: int) -> Reported | None:
    """ "…”, dijo tras la reunión.": the verb alone behind a quotation, and nothing but when and where."""
    lex, items = line.lex, line.items
    mark = _mark_before(line, at) if lex.drops_subject else -1
    quoted = sides.quote_before(line, mark) if mark >= 0 else None
    beside = united(lex.prepositions, lex.times, lex.determiners, lex.helpers)
    rest = item_at(items, at + 1)
    if quoted is None or (rest.kind in ("word", "number") and rest.low not in beside):
        return None
    verb = items[at]
    parts = [quoted, *([follower] if (follower := sides.later_quote(line, at + 1)) else [])]
    return report_at(line, parts, "direct", at, at, Phrase(verb.start, verb.end, verb.text, pronoun="same"))


def _at_the_end(line: Line, at: int, subject: Subject) -> bool:
    """ "…, die zwei Schäden feststellte": in German a verb behind the subject that a comma opens closes a relative clause."""
    items = line.items
    ends = item_at(items, at + 1).kind == "punct" or joins_clauses(item_at(items, at + 1), line.lex)
    clause = line.lex.nouns_capital and not subject.shared and subject.first and ends
    if clause and subject.first == 1:  # "Während die Stadt Geduld fordert, …"
        joins = items[0].low in line.lex.conjunctions and items[0].low not in everywhere.main_goes_on
        return joins and at + 1 < len(items)
    return bool(clause) and items[subject.first - 1].text == ","


def _tells_elsewhere(line: Line, at: int, subject: Subject, tail: Tail) -> bool:
    """ "fewer than the harbour had hoped"; "That was what Roe said when she left": what was said stands elsewhere."""
    items = line.items
    compared = any(
        item.low in line.lex.own.than for item in items[max(0, subject.first - 1) : subject.last + 1]
    )
    what = tail.kind == "clause" and subject.first > 0 and items[subject.first - 1].low in line.lex.own.what
    elsewhere = _at_the_end(line, at, subject) or compared or (what and not subject.shared)
    shown = _shown_by_thing(items[at], subject.phrase, line.lex)
    return shown or elsewhere or of_nobody(line, at, subject.first, subject.last)


def _given_before(line: Line, left: int, tail: Tail, found: Sequence[Reported]) -> bool:
    """ "Roe said: “A.” Doe said: “B.”": the quotation in front is the speaker's before."""
    if left < 0 or tail.kind not in ("quote", "that", "clause"):
        return False
    before = sides.quote_before(line, left)
    near = (part for report in found[-_NEAR:] for part in report.parts)
    return before is not None and any(part.quote == before.quote for part in near)


_LEAD = 7  # items before a verb that stands for its speaker


def _alone(line: Line, at: int) -> bool:
    """ "Dodał, że …", "También dijo que …": the verb opens its sentence without a subject."""
    if not line.lex.drops_subject or line.items[at].low not in line.lex.say:
        return False
    before, lex = line.items[:at], line.lex
    # "Sin embargo, explicó que …", "При этом добавил, что …", "W rozmowie z radiem dodał, że …"
    small = united(lex.helpers, lex.times, lex.prepositions, lex.conjunctions, lex.stop)
    lead, comma = line.items[0].low, line.items[at - 1].text == ","  # "Asimismo, explicó que …"
    led = comma or lead in small or lead in lex.own.opens_adjunct or lead.endswith(lex.adverbs)
    led = (
        led
        and 0 < len(before) <= _LEAD
        and not any(item.capital or lex.is_role(item.low) for item in before[1:])
    )
    return led or all(item.low in lex.helpers or item.low in lex.times for item in before)


def _led_by_clause(line: Line, at: int) -> Phrase | None:
    """ "Aunque la alcaldesa no dio detalles, aseguró que …": whom the clause that opens the sentence is about."""
    items, lex = line.items, line.lex
    opens = language(lex.code).whole("subordinate-first").match(line.text, items[0].start)
    first = next((k for k in range(1, at) if opens and items[k].start >= opens.end()), at)
    closed = lex.drops_subject and items[at - 1].text == "," and all(i.text != "," for i in items[: at - 1])
    subject = opening_subject(items[first : at - 1], line.text, lex) if first < at - 1 and closed else None
    return subject.phrase if subject and (subject.phrase.name or subject.phrase.titles) else None


def _clause_subject(line: Line, at: int) -> Subject | None:
    """The subject of the clause that ``items[at]``, "and", goes on with, when a comma opens that clause."""
    for here in range(at - 1, 0, -1):
        item = line.items[here]
        if item.text in ",;—–―" or item.kind == "quote":
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
    while before > 0 and line.lex.dashes and line.items[before].low in line.lex.own.inverted_helper:
        before -= 1  # "…, a-t-il déclaré"
    if before > 0 and line.lex.nouns_capital and line.items[before].low in line.lex.own.perfect_helper:
        before -= 1  # "„…“, hat Vogt gesagt"
    if before < 0:
        return -1
    item = line.items[before]
    return before if item.kind == "quote" or item.text in DASHES else -1


def _inverted(line: Line, at: int, tail: Tail, floor: int) -> tuple[Reported | None, Subject | None]:
    """'"…," said Jane Roe, the mayor.'"""
    items, lex = line.items, line.lex
    before = _mark_before(line, at)
    subject = after_verb(items, at, line.text, lex) if before >= 0 else None
    if subject is None:
        return None, None
    subject, told = without_hearer(items, subject, line.text, lex)
    quoted = sides.quote_before(line, before)
    parts = [quoted] if quoted else _unquoted_before(line, at, before, subject, floor)
    if not parts:
        return None, None
    if not told and (follower := sides.later_quote(line, subject.last + 1)):
        parts.append(follower)
    via = told or read_tail(items, subject.last, lex).via or tail.via
    return report_at(line, parts, "direct" if quoted else "indirect", at, at, subject.phrase, via), subject


def _mark_before(line: Line, at: int) -> int:
    """The mark or quotation that a verb of speech follows, past its helpers; -1 where none stands."""
    items, low = line.items, line.items[at].low
    if low not in line.lex.say or low in line.lex.joined or at == 0:
        return -1
    before = back(items, at - 1, lambda item: item.low in line.lex.helpers)
    if have := parted(items, at, line.lex):
        return have - 1
    marked = items[before].kind == "quote" or items[before].text in DASHES
    if not marked or (low in english.of_others and items[at - 1].kind != "quote"):
        return -1
    return before if reports([item.low for item in items[before + 1 : at]], items, at) else -1


def _unquoted_before(line: Line, at: int, before: int, subject: Subject, floor: int) -> list[Part]:
    """The clause before an inverted verb; nothing where "Roe, a grandson, said his grandfather died" is another's."""
    last = line.items[subject.last]
    verb = not last.capital and last.low in PASTS
    first = line.lex.nouns_capital and line.items[0].low in line.lex.conjunctions
    led = first and all(item.text != "," for item in line.items[:before])  # "Während es regnet, sagt Vogt …"
    ends = line.lex.names_decline and item_at(line.items, subject.last + 1).text in (".", "")
    whole = ends and before >= sides.SHORTEST_CLAUSE  # "В этом случае мост закрыт, пояснил он."
    cut = line.items[before].text == "," and (led or not (whole or sides.finite_before(line, before)))
    unsure = verb or cut or line.items[at].low in line.lex.doubtful or sides.only_names(line, before)
    return [] if unsure else sides.clause_left(line, before, floor)


def _ends_with(line: Line, other: Subject) -> bool:
    """The speaker behind the verb is a name or a role that ends the sentence's report, and not a clause of it."""
    last, lex = line.items[other.last], line.lex
    named = bool(other.phrase.name) and last.capital
    lead = line.items[other.first].low
    plain = all(one.tag in ("N", "J") for one in line.items[other.first : other.last + 1])
    bare = lex.names_decline or plain  # "…, leaving nine dead, said local officials."
    ends = other.last + 2 >= len(line.items) and (lead in lex.determiners or bare)
    teller = lex.is_role(lead) if lex.names_decline else last.low in lex.roles  # "сообщила мэрия города"
    role = ends and (teller or (lex.code == "en" and senses().is_person(last.low)))
    item = item_at(line.items, other.last + 1)  # an apposition, a time or a place may follow, no clause
    return (named or role) and (item.kind in ("punct", "quote") or item.low in lex.prepositions | lex.times)


def _participle(line: Line, at: int, last: Subject | None) -> Reported | None:
    """ "…, adding that …": goes on with the speaker before; "quoted Roe as saying" names its own."""
    items = line.items
    tail = read_tail(items, at, line.lex)
    subject, via = _of_participle(line, at, last, tail.via)
    if subject is None:
        return None
    parts = sides.from_quote(line, tail.at) if tail.kind == "quote" else []
    clause = tail.kind in ("that", "colon") or (
        tail.kind == "clause" and (items[at].low in english.saying or bare_clause(items, tail.at, line.lex))
    )
    if clause:
        parts = sides.clause_right(line, tail.at)
    elif tail.kind != "quote" and (quoted := _quotation_before(line, at)):
        parts = [quoted]
    if not parts:
        return None
    return report_at(line, parts, "indirect" if clause else "direct", at, at, subject.phrase, via)


def _of_participle(line: Line, at: int, last: Subject | None, via: str) -> tuple[Subject | None, str]:
    """Whose participle it is: of "with Kay saying", of whoever is quoted, of the speaker before."""
    items = line.items
    before = items[at - 1] if at else None
    if before is not None and before.low in line.lex.own.likening:
        return _quoted_as(line, at, via)
    if own := _with_subject(line, at):
        return own, via
    gives = gives_out(line.text, items[0].start, items[at].start) if before is not None else False
    apart = before is None or before.text in (",", "—", "–") or before.low in line.lex.own.joins_gerund
    if not apart and not gives:
        return None, via
    opening = opening_subject(items, line.text, line.lex)
    if last is None or (items[last.last].low in line.lex.relatives and before and before.text == ","):
        return opening or last, via  # "Roe hit a man who said he was lost, saying"
    return last, via


def _with_subject(line: Line, at: int) -> Subject | None:
    """ "…, with spokesman Glen Kay saying that": the participle has a speaker of its own."""
    for here in range(at - 1, max(-1, at - 10), -1):
        if line.items[here].low == "with" and at - here > 1:
            return subject_of(line.items, here + 1, at - 1, line.text, line.lex)
        if line.items[here].kind in ("quote", "punct"):
            return None
    return None


def _quotation_before(line: Line, at: int) -> Part | None:
    """'"…," Roe was quoted as saying': the quotation that opens the sentence."""
    quoted = line.items[at - 1].low in line.lex.own.likening and line.items[0].kind == "quote"
    return sides.quote_before(line, 0) if quoted else None


def _quoted_as(line: Line, at: int, via: str) -> tuple[Subject | None, str]:
    """ "Reuters quoted Roe as saying", "Roe was quoted by Reuters as saying": the speaker and the outlet."""
    items, lex = line.items, line.lex
    near = range(at - 2, max(-1, at - 14), -1)
    verb = next((k for k in near if items[k].low in lex.own.is_quoted), -1)
    if verb < 0:
        return None, via
    if verb and items[verb - 1].low in lex.own.be_told:
        active = (*items[:verb], items[verb]._replace(low="said"))
        trimmed = tuple(item for item in active if item.low not in lex.own.be_told and item.low != "has")
        subject = before_verb(trimmed, len(trimmed) - 1, line.text, lex)
        return subject, via or outlet_name(items[verb:at], lex)
    source = before_verb(items, verb, line.text, lex)
    outlet = outlet_name(items[source.first : source.last + 1], lex) if source else ""
    return subject_of(items, verb + 1, at - 2, line.text, lex), via or outlet


def _with_quoted(line: Line, report: Reported, quoted: Mapping[tuple[int, int], int]) -> Reported:
    """Mark a part that is exactly one quotation as direct."""
    parts = []
    for part in report.parts:
        index = quoted.get((part.start, part.end), -1)
        parts.append(Part.quoted(line.quotes, index) if index >= 0 and not part.direct else part)
    return replace(report, parts=tuple(parts))
