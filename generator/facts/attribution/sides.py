"""A reporting verb and what follows it in, the bounds of the reported words on either side out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from ...language import english, pattern
from ...text.annotation import FINITE_TAGS
from .edges import tells
from .lexicon import Lexicon
from .line import Line, according_at, is_title
from .reported import Form, Part
from .subject import before_verb
from .tail import Tail, bare_clause, clause_follows, read_tail
from .tokens import DASHES, Item, back, is_mark, item_at, past, run_before

# Items within which a reported clause is searched for its end; longer ones run to the sentence's.
_REACH = 250
_ASKED = pattern("asked-about")
SHORTEST_CLAUSE = 4  # items
Told: TypeAlias = tuple[list[Part], Form]
NOTHING: Told = ([], "indirect")
_LONG_QUOTE = 25  # characters
_NEAR = 3  # items within which a word stands that an act needs: "apelował przede wszystkim o"
ADJUNCT = 7  # items; a phrase of time or place at a sentence's start is seldom longer
# "called the tender "an act of war"": the borrowed words are the speaker's.
LABELS = english.labels
_OWN, _TRAILING = 6, 12  # items up to the verb of another speaker


def speaks_for_another(items: Sequence[Item], first: int, lex: Lexicon) -> bool:
    """A clause in the mood of reported speech begins at ``first``: "er könne", "die Brücke sei"."""
    if first >= len(items) or items[first].low in lex.that:
        return False
    for item in items[first : first + ADJUNCT + ADJUNCT]:
        if item.text in (",", ";", ":") or item.kind == "quote":
            return False
        if item.low in lex.reporting_mood:
            return True
    return False


def finite_before(line: Line, left: int) -> bool:
    """The words before ``left`` are a clause, not merely "On Tuesday" or "In a statement"."""
    lead, lex = line.items[0], line.lex
    adjunct = lead.low in lex.prepositions or lead.low in lex.conjunctions or lead.low.endswith("ing")
    # "Zur Lage werde ermittelt, so Vogt", "So far nine have come, said Roe"
    told = (tells(line.items, k, lex) or line.items[k].tag in FINITE_TAGS for k in range(left))
    adjunct = adjunct and not any(told)
    adjunct = adjunct and line.items[1].text != ","  # "Depuis, l'inflation a rogné le gain, estime Roche"
    shortest = SHORTEST_CLAUSE - (2 if lex.strict_that and lead.low not in lex.stop else 0)
    return (left >= shortest or any(item.kind == "quote" for item in line.items[:left])) and not adjunct


def forward(line: Line, at: int, tail: Tail, bare: bool) -> Told:
    """A clause or an object right of the verb."""
    items, lex = line.items, line.lex
    verb = items[at].low
    if tail.at >= len(items):
        return NOTHING
    # "forderte höhere Löhne": without a comma or a joining word only an object follows, outside English
    sure = bare and (verb not in lex.doubtful or many_speak(line, at)) and not lex.strict_that
    if sure and verb in lex.objects:
        sure = clause_follows(items, tail.at, lex)
    sure = sure or (bare_clause(items, tail.at, lex) and verb in lex.say and verb not in lex.quoting)
    if tail.kind == "clause" and sure:
        return clause_right(line, tail.at), "indirect"
    if (verb in lex.act or verb in lex.objects) and at + 1 < len(items):
        needed = lex.act.get(verb, ())
        near = range(at + 1, min(len(items), at + (_NEAR if lex.strict_that else 1) + 1))
        begins = next((k + 1 for k in near if items[k].low in needed), 0) if needed else at + 1
        return (clause_right(line, begins), "act") if begins else NOTHING
    return NOTHING


def many_speak(line: Line, at: int) -> bool:
    """ "…, researchers report today", "…, angry nurses warn.": a plural role right before the verb, which then is no noun."""
    before = line.items[at - 1].low if at else ""
    many = before in line.lex.roles and (before.endswith("s") or before == "police")
    marked = any(item.text in DASHES or item.kind == "quote" for item in line.items[max(0, at - 4) : at])
    closes = marked and item_at(line.items, at + 1).text in (".", "")
    return many and (closes or line.items[at].low in english.noun_or_verb)


def labelled(line: Line, at: int) -> list[Part]:
    """The object and the label after a naming verb, when a quotation, "as a …" or "for …ing" follows in the same clause."""
    items, own = line.items, line.lex.own
    for here in range(at + 1, min(len(items), at + 14)):
        if items[here].kind == "quote":
            last = here
            while [item.kind for item in items[last + 2 : last + 3]] == ["quote"] and (
                items[last + 1].text == "," or items[last + 1].low in own.and_or
            ):
                last += 2
            if item_at(items, last + 1).low in line.lex.pronouns:  # "called it “the worst” she had seen"
                last = (
                    past(items, last + 1, lambda item: item.kind == "word" and item.low not in own.linking)
                    - 1
                )
            return [Part(items[at + 1].start, items[last].end)]
        if here > at + 1 and _label_follows(items, here, names=items[at].low in english.names_as):
            return clause_right(line, at + 1)
        if items[here].text in (",", ";", "—", "–"):
            return []
    return []


def _label_follows(items: Sequence[Item], at: int, *, names: bool) -> bool:
    """ "slammed the plan as a waste", "blasted the firm for hiding it", "branded the plan a waste"."""
    follows = items[at + 1] if at + 1 < len(items) else None
    if names and items[at].low in english.indefinite:
        return items[at - 1].tag in ("N", "NP", "PR")
    if follows is None or items[at].low not in english.as_for:
        return False
    described = follows.low in english.indefinite or follows.tag in ("J", "R", "VBN") or "-" in follows.text
    return described if items[at].low in english.likening else follows.tag == "VBG"


def clause_right(line: Line, at: int) -> list[Part]:
    """From ``items[at]`` to the end of the sentence, or to where another voice or an attribution begins."""
    while at < len(line.items) - 1 and line.items[at].text == ",":
        at += 1  # "said that, according to Roe, …"
    end = _voice_ends(line, at)
    if _led(line.items) and not any(item.text == "," for item in line.items[:at]):
        end = next((k for k in range(at, end) if line.items[k].text == ","), end)
    end = run_before(line.items, end, _is_closing)
    return [Part(line.items[at].start, line.items[end - 1].end)] if at < end else []


def _is_closing(item: Item) -> bool:
    """A mark that belongs to no word before it."""
    return is_mark(item) and item.text not in ")%"


def _led(items: Sequence[Item]) -> bool:
    """The sentence opens with a clause that its main clause follows: "While …, ", "So when …, "."""
    joined = items[0].low in english.before_led and len(items) > 1
    return items[joined].low in english.subordinate


def _voice_ends(line: Line, at: int) -> int:
    """One past the last item of a reported clause that begins at ``at``."""
    items, lex = line.items, line.lex
    for here in range(at + 1, min(len(items) - 1, at + _REACH)):
        item, after = items[here], items[here + 1]
        joined = item.low in lex.own.going_on and (
            lex.surely_says(after.low) or _goes_on(line, here + 1) or _own_speaker(line, here + 1)
        )
        if item.text == ";" or joined:
            return here
        closes = item.kind == "quote" and item.text[-2:-1] == ","
        marked = closes or item.text in DASHES
        if marked and _other_words(line, here + 1, told_on=closes or item.text == ","):
            return here + closes
    return len(items)


def _other_words(line: Line, at: int, *, told_on: bool) -> bool:
    """Behind a mark something begins that is no part of what was said; ``told_on``: the mark is a comma."""
    lex, low = line.lex, line.items[at].low
    if according_at(line, at) or (told_on and (low in lex.participle or low == "citing")):
        return True
    joins = low in lex.conjunctions and low not in lex.relatives
    return (joins and _another_voice(line, at)) or _trailing_voice(line, at)


def _speaks_at(line: Line, at: int, reach: int) -> int:
    """The sure verb of speech whose own subject begins at ``at``; 0 where none stands before a mark."""
    items, lex = line.items, line.lex
    near = range(at, min(len(items), at + reach))
    marked = (k for k in near if items[k].kind in ("quote", "punct") or lex.surely_says(items[k].low))
    verb = next(marked, 0)
    subject = before_verb(items, verb, line.text, lex) if lex.surely_says(items[verb].low) else None
    return verb if subject and subject.first == at else 0


def _own_speaker(line: Line, at: int) -> bool:
    """ "… but Doe said that": a name or role of its own right behind the joining word, and then a sure verb."""
    verb = _speaks_at(line, at, _OWN)
    joined = any(item.low in line.lex.that for item in line.items[at:verb])
    return verb > 0 and not joined and line.items[at].low not in line.lex.pronouns


def _goes_on(line: Line, at: int) -> bool:
    """ "… and called for elections": the speaker's next act, told by the article."""
    needed = line.lex.act.get(line.items[at].low, ())
    return bool(needed) and item_at(line.items, at + 1).low in needed


def _another_voice(line: Line, at: int) -> bool:
    """ "…, while officials presented it as": a clause with a speaker of its own begins."""
    if line.items[at].low not in english.contrast:
        return False
    for here in range(at + 1, min(len(line.items), at + 14)):
        item = line.items[here]
        if item.kind == "quote" or item.text in (",", ";"):
            return False
        if item.low in line.lex.say or item.low in line.lex.act or item.low in english.seen_as:
            return before_verb(line.items, here, line.text, line.lex) is not None
    return False


def _trailing_voice(line: Line, at: int) -> bool:
    """ "…, he said" closes the sentence: those words are not part of what was said."""
    verb = _speaks_at(line, at, _TRAILING)
    return verb > 0 and read_tail(line.items, verb, line.lex).kind in ("end", "comma")


def clause_left(line: Line, left: int, floor: int) -> list[Part]:
    """The words from the sentence's start, or from after an earlier report, to ``items[left]``."""
    items, lex = line.items, line.lex
    first = past(items[:left], floor, lambda item: is_mark(item) or item.low in lex.own.going_on)
    last = max(first, run_before(items, left, _is_closing))
    if items[left].kind == "quote":
        last = left + 1
    told = items[first:last]
    if not told or (len(told) < 2 and told[-1].kind != "quote"):
        return []
    short = items[left].kind != "quote" and len(told) < SHORTEST_CLAUSE
    led = told[0].low in lex.prepositions or told[0].low in lex.times or told[0].low.endswith("ly")
    asked = items[left].text == "," and _ASKED.match(line.text[told[0].start : told[-1].end])
    none = (short and led) or asked or _only_leads(told, lex)
    return [] if none else [Part(told[0].start, told[-1].end)]


def _only_leads(told: Sequence[Item], lex: Lexicon) -> bool:
    """ "In opening statements on Tuesday, the lawyer said …": a phrase and no clause, or only "When the doors opened"; not "As many as nine died"."""
    lead = told[0]
    if not lex.strict_that and lead.low in english.subordinate - lex.prepositions - {"whether"}:
        last = max((at for at, item in enumerate(told) if item.text == ","), default=-1)
        return told[-1].kind != "quote" and (last < 0 or not _finite_tag(told[last:]))
    if lex.strict_that and not lex.names_decline and lead.low in lex.prepositions:
        # "Tras el cierre del puente, los vecinos protestaron"
        return not any(item.kind != "word" or lex.telling.fullmatch(item.low) for item in told)
    if lead.low not in lex.prepositions or told[-1].kind == "quote" or not lex.objects:
        return False
    if lead.low in lex.own.likening and told[1].low in lex.own.how_many:
        return False
    return (len(told) <= ADJUNCT or not _finite_tag(told)) and not clause_follows(told, 0, lex)


def only_names(line: Line, end: int) -> bool:
    """ "Hans Roche, défenseur du club", "El tribunal, segunda sala": up to ``end`` somebody is named, and no verb is told."""
    lex, verbs = line.lex, line.lex.telling
    if not lex.strict_that or lex.names_decline or lex.nouns_capital:
        return False
    told = [item for item in line.items[:end] if item.kind != "punct"]
    quoted = any(item.kind == "quote" or (verbs.fullmatch(item.low) and not item.capital) for item in told)
    return not quoted and any(item.capital or lex.is_role(item.low) for item in told[1:])


def _finite_tag(items: Sequence[Item]) -> bool:
    """A finite verb is among the items; outside English nobody tells."""
    return any(item.tag in FINITE_TAGS or (not item.tag and item.kind == "word") for item in items)


def quote_before(line: Line, left: int) -> Part | None:
    """The quotation that ends at ``items[left]`` and is speech of its own, not a few words inside a clause."""
    at = back(line.items, left, is_mark)
    if line.items[at].kind != "quote":
        return None
    if at > 0 and line.items[at - 1].kind in ("word", "possessive", "number"):
        return None
    part = quote_part(line, at)
    titled = at > 0 and not line.titled and is_title(line.text[part.start : part.end])
    return None if titled else part


def quote_part(line: Line, at: int) -> Part:
    """The whole quotation, also where it began in a sentence before."""
    return Part.quoted(line.quotes, line.items[at].quote)


def names_a_work(line: Line, at: int) -> bool:
    """ "said on the Gazette's “Town and Country”": a title behind a preposition or an owner, not what was said."""
    before = line.items[at - 1]
    owned = before.kind == "possessive" or before.low in line.lex.prepositions
    part = quote_part(line, at)
    return owned and is_title(line.text[part.start : part.end])


def from_quote(line: Line, at: int) -> list[Part]:
    """A quotation after the verb; with more words of the clause behind it, the clause is what was said."""
    rest = [item for item in line.items[at + 1 :] if item.kind != "punct"]
    quote = line.quotes[line.items[at].quote]
    closed = line.text[quote.inner_end - 1 : quote.inner_end] in ".!?"
    ends = closed or line.text.startswith(",", quote.inner_end)
    goes_on = rest and not ends and rest[0].kind != "quote" and not according_at(line, at + 1)
    if goes_on and line.items[at + 1].text not in DASHES:
        return clause_right(line, at)
    parts = [quote_part(line, at)]
    after = past(line.items, at + 1, is_mark)
    if item_at(line.items, after).kind == "quote":
        parts.append(quote_part(line, after))
    return parts


def later_quote(line: Line, at: int) -> Part | None:
    """A second quotation of the same breath: '"A," she said. "B."'."""
    found = _later(line, at)
    return None if found and not line.titled and is_title(line.text[found.start : found.end]) else found


def _later(line: Line, at: int) -> Part | None:
    """The quotation behind ``items[at]``, after its marks or in the next sentence."""
    items = line.items
    at = past(items, at, is_mark)
    if item_at(items, at).kind == "quote":
        return quote_part(line, at)
    for mark, item in pairwise(items[at:]):
        long = line.lex.strict_that or item.end - item.start > _LONG_QUOTE
        if item.kind == "quote" and (mark.text in ".:" or (mark.text == "," and long)):
            return Part.quoted(line.quotes, item.quote)
    return None


def resumed(line: Line, comma: int) -> list[Part]:
    """ "The dam, officials said, burst at dawn": the words after the second comma."""
    after, lex = comma + 1, line.lex
    if after >= len(line.items) or line.items[after].low in english.beside:
        return []
    low = line.items[after].low
    if low in lex.own.in_ and any(item.low in english.move for item in line.items[after + 1 : after + 4]):
        return []  # "…, organisers said, in a move seen as …"
    behind = line.items[after : after + _REACH] if low in english.sets_on else ()
    told = any(item.low in lex.say or item.low in lex.act for item in behind)
    return [] if told or low in lex.participle or according_at(line, after) else clause_right(line, after)
