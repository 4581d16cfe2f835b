"""The tagged tokens of an English sentence in, its verbs and clauses out.

A clause is a stretch around one finite verb. Where it begins is told by the nearest joining word, mark or
verb before it; what kind it is, by that word.
"""

from collections.abc import Sequence

from ..language import english
from .annotation import FINITE_TAGS, Clause, ClauseKind, Tense, Token, VerbGroup, Voice

_HELPERS = english.have_helper | english.be | english.do_helper
_NOUNS = frozenset({"N", "NP", "PR", "CD"})
_NOUN_LIKE = _NOUNS | {"D", "J"}
_PHRASE = frozenset({"N", "NP", "PR", "CD", "D", "J", "PS", "POS", "VBG", "VBN", "R"})
_ASIDE = 8  # tokens between the comma that opens an aside and a joining word in it
_BREAKS = frozenset(',;:—–―()"“”…')
_NOT_FINITE, _VERBS = ("VB", "VBN", "VBG"), ("VB", "VBN", "VBG", "VBD", "VBP")


def read_clauses(tokens: Sequence[Token], quotes: Sequence[tuple[int, int]]) -> tuple[Clause, ...]:
    """The clauses in order; the words between two of them belong to the first."""
    verbs = _verb_groups(tokens)
    found: list[Clause] = []
    pairs = zip((None, *verbs), verbs, strict=False)
    openings = [_opening(tokens, last.last + 1 if last else 0, verb, last) for last, verb in pairs]
    ends = [*(first - 1 for first, _, _ in openings[1:]), len(tokens) - 1]
    for verb, (first, opener, kind), last in zip(verbs, openings, ends, strict=False):
        if kind == "main" and _inside(tokens[verb.first], quotes):
            outside = any(not _inside(token, quotes) for token in tokens if token.text[0].isalnum())
            kind = "quoted" if outside else kind
        subject = _subject(tokens, first, verb, opener, last)
        found.append(Clause(first, max(last, verb.last), kind, verb, opener, subject))
    return _with_main(found)


def _with_main(found: Sequence[Clause]) -> tuple[Clause, ...]:
    """Of several unjoined clauses the first is the main one; "…, he said" does not make the words before it less."""
    mains = [at for at, clause in enumerate(found) if clause.kind == "main"]
    others = mains[1:]
    return tuple(one._replace(kind="coordinate") if at in others else one for at, one in enumerate(found))


def _inside(token: Token, quotes: Sequence[tuple[int, int]]) -> bool:
    return any(a <= token.start < b for a, b in quotes)


def _verb_groups(tokens: Sequence[Token]) -> list[VerbGroup]:
    """The finite verbs with their helpers, left to right."""
    found: list[VerbGroup] = []
    for at, token in enumerate(tokens):
        begins = token.tag in FINITE_TAGS or token.low in english.surely_finite
        if begins and (not found or at > found[-1].last):
            found.append(_group(tokens, at))
    return found


def _group(tokens: Sequence[Token], first: int) -> VerbGroup:
    """The verb group that begins at ``first``."""
    parts = [first]
    negated = tokens[first].low.endswith("n't")
    at = first + 1
    helping = tokens[first].tag == "MD" or tokens[first].low in _HELPERS
    while helping and at < len(tokens):
        token = tokens[at]
        asks = token.tag == "PR"  # "Did she go?"
        if token.low in english.verb_not or token.tag == "R" or token.low in english.going:
            negated = negated or token.low in english.verb_not
            if token.low in english.going:
                parts.append(at)
            at += 1
        elif (asks and at == first + 1) or (
            token.low in english.to and tokens[at - 1].low in english.before_to
        ):
            at += 1
        elif token.tag in _VERBS and (token.tag in _NOT_FINITE or token.low != tokens[at - 1].low):
            parts.append(at)
            helping = token.low in _HELPERS or token.low in english.going
            at += 1
        else:
            break
    lows, last = [tokens[k].low for k in parts], parts[-1]
    tense, voice = _tense(lows, tokens, parts), _voice(lows, tokens[last])
    return VerbGroup(first, last, lows[-1], tense, voice, negated)


def _tense(words: Sequence[str], tokens: Sequence[Token], parts: Sequence[int]) -> Tense:
    """The tense of a finite group by its first helper."""
    lead, tag = words[0], tokens[parts[0]].tag
    going = not english.going.isdisjoint(words[1:-1])
    if lead in english.future_helper or (going and lead not in english.past_helper):
        return "future"
    if going or (lead in english.would_helper and len(words) > 1 and tokens[parts[1]].tag == "VB"):
        return "conditional"
    if lead in english.had_helper and len(words) > 1:
        return "past" if tokens[parts[1] - 1].low in english.to else "pluperfect"  # "had to pay"
    if lead in english.have_helper and len(words) > 1 and tokens[parts[1]].tag in ("VBN", "VBD"):
        return "perfect"
    if lead == "'s" and words[1:2] == ["been"]:
        return "perfect"
    if tag == "MD" and lead not in english.past_helper:
        return "modal"
    return "past" if tag == "VBD" or lead in english.past_helper else "present"


def _voice(words: Sequence[str], last: Token) -> Voice:
    """Passive: a form of "be" and a participle."""
    passive = len(words) > 1 and words[-2] in english.be and last.tag in ("VBN", "VBD")
    return "passive" if passive else "active"


def _opening(
    tokens: Sequence[Token], floor: int, verb: VerbGroup, before: VerbGroup | None
) -> tuple[int, str, ClauseKind]:
    """Where the clause of ``verb`` begins at or after ``floor``, its opening word and kind."""
    for at in reversed(range(floor, verb.first)):
        if opened := _opened_by(tokens, at, floor, verb, before):
            return opened
    if before is None:
        return floor, "", "main"
    if before.word in english.thought and not any(t.text in _BREAKS for t in tokens[floor : floor + 1]):
        return floor, "", "complement"
    marks = (k for k in reversed(range(floor, verb.first)) if tokens[k].text in ',"”')
    return next((mark + 1 for mark in marks), floor), "", "main"


def _opened_by(
    tokens: Sequence[Token], at: int, floor: int, verb: VerbGroup, before: VerbGroup | None
) -> tuple[int, str, ClauseKind] | None:
    """The clause that the word or mark at ``at`` opens, if it does."""
    token = tokens[at]
    if token.low in english.that and token.tag in ("I", "W", "D") and _opens_clause(tokens, at, verb):
        return at, "that", "relative" if _stands_for_noun(tokens, at, verb) else "complement"
    if token.tag == "W":
        asks = before is None and at == floor and any(one.text == "?" for one in tokens)
        return at, token.low, "main" if asks else _of_question_word(tokens, at)
    if token.low in english.subordinate and token.tag in ("I", "R") and _opens_clause(tokens, at, verb):
        return at, token.low, "complement" if token.low == "whether" else "subordinate"
    if token.tag == "CC" and before is not None and _joins(tokens, at, verb):
        return at, token.low, "coordinate"
    marked = token.text in ";—–―" or (token.text == ":" and before is not None)
    return (at + 1, "", "main") if marked else None


def _stands_for_noun(tokens: Sequence[Token], at: int, verb: VerbGroup) -> bool:
    """ "the bridge that fell": a noun before, the verb behind."""
    return at > 0 and tokens[at - 1].tag in ("N", "NP") and at + 1 == verb.first


def _of_question_word(tokens: Sequence[Token], at: int) -> ClauseKind:
    """ "who", "which" behind a noun is relative; "how", "what" behind a verb is what was asked or said."""
    if tokens[at].low in english.time_question:
        return "subordinate"
    return "complement" if tokens[at].low in english.thing_question else "relative"


def _opens_clause(tokens: Sequence[Token], at: int, verb: VerbGroup) -> bool:
    """Between the joining word and the verb stands a subject, and no mark but a pair of commas."""
    between = tokens[at + 1 : verb.first]
    if not between:
        return tokens[at].low in english.that
    if tokens[at].low in english.that and tokens[at].tag == "D" and len(between) < 2:
        return False
    if (
        between[-1].text == ","
        and tokens[at].low not in english.that
        and sum(t.text == "," for t in between) == 1
    ):
        lead = tokens[:at][-_ASIDE:]
        if any(t.text == "," for t in lead) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in lead):
            return False  # "Roe, hired after Doe in May, named …": within a pair of commas
    return any(token.tag in _NOUNS or token.tag == "D" for token in between)


def _joins(tokens: Sequence[Token], at: int, verb: VerbGroup) -> bool:
    """ "and" joins clauses when the verb, or a subject and the verb, follow at once."""
    between = tokens[at + 1 : verb.first]
    return all(token.tag in _PHRASE or token.tag in ("I", "TO", "VB") for token in between)


def _subject(
    tokens: Sequence[Token], first: int, verb: VerbGroup, opener: str, last: int
) -> tuple[int, int] | None:
    """The noun phrase before the verb, past what only leads in; behind the verb when it is turned round."""
    low = first
    while low < verb.first and (tokens[low].tag in ("CC", "P") or tokens[low].low == opener):
        low += 1
    low = _past_lead(tokens, low, verb.first)
    high = verb.first - 1
    while high >= low and tokens[high].tag in ("R", "P") and tokens[high].text != ")":
        if tokens[high].text in ",—–―" and (pair := _pair(tokens, low, high)) > low:
            high = pair - 1
            continue
        high -= 1
    phrase = [k for k in range(low, high + 1) if tokens[k].tag in _PHRASE]
    if any(tokens[k].tag in _NOUN_LIKE for k in phrase):
        return phrase[0], high
    return _behind(tokens, verb, last) if low >= verb.first and not opener else None


def _past_lead(tokens: Sequence[Token], low: int, verb: int) -> int:
    """Past "On Monday, " and "Speaking in Leeds, "."""
    lead = tokens[low].tag if low < verb else ""
    if lead not in ("I", "R", "VBG", "VBN", "TO") and tokens[low].low not in english.subordinate:
        return low
    behind = next((k + 1 for k in range(low, verb) if tokens[k].text == ","), verb)
    if any(tokens[k].tag in _NOUNS for k in range(behind, verb)):
        return behind
    if lead == "I":
        # "In Leeds police said": the phrase after the preposition takes one noun.
        at = low + 1
        while at < verb and tokens[at].tag not in ("N", "NP"):
            at += 1
        while at + 1 < verb and tokens[at + 1].tag == tokens[at].tag:
            at += 1
        return at + 1 if any(tokens[k].tag in _NOUNS for k in range(at + 1, verb)) else low
    return low


def _pair(tokens: Sequence[Token], low: int, high: int) -> int:
    """The comma or dash that opens what ``tokens[high]`` closes: ", the mayor of Leeds, "; ``low`` when there is none."""
    comma = next((k for k in range(low, high) if tokens[k].text == tokens[high].text), low)
    return comma if any(token.tag in _NOUNS for token in tokens[low:comma]) else low


def _behind(tokens: Sequence[Token], verb: VerbGroup, last: int) -> tuple[int, int] | None:
    """ "said Jane Roe": the noun phrase right behind the verb."""
    at = verb.last + 1
    end = at
    while end <= last and tokens[end].tag in _PHRASE and tokens[end].tag not in ("VBG", "VBN", "R"):
        end += 1
    named = any(tokens[k].tag in _NOUNS for k in range(at, end))
    return (at, end - 1) if named else None
