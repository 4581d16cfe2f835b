"""A reporting verb's place among the items in, the noun phrase beside it that speaks out.

Three shapes: the speaker before the verb ("the mayor, Jane Roe, said"), after it ("said Jane Roe,
the mayor") and left out because a verb before shares it ("arrived and said").
"""

import re
from collections.abc import Callable, Collection, Sequence

from ...language import english, everywhere, language, united, words
from ...language.names import gender_of_first_name
from ...language.senses import senses
from ...text.annotation import FINITE_TAGS
from ...values import dataclass, replace
from .edges import joins_clauses, left_edge, past_adjunct, plausible, right_edge, tells
from .lexicon import Lexicon
from .outlets import outlet_name
from .phrases import Phrase, past_letters, read_phrase, two_names
from .times import before_time, past_time
from .tokens import DASHES, Item, back, in_marks, is_capital, item_at, past, run_before

_BE = english.be | everywhere.passive
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]\w+|[A-ZÖ][\w/]{0,4}[A-ZÖ]", re.ASCII)
_APPOSED = 45  # items back in which an apposition may begin
_TRIED = 6  # marks that may open it
_DESCRIBED = 20  # items back in which the noun stands that is described
_TITLE_WORDS = 4  # words of an outlet's name in quotation marks
_NOBODY = everywhere.nobody - english.determiner
_UNTOLD = words("cannot would could should may might must can") | everywhere.negation
_PLAIN = ("word", "number")
_HELPER = 5  # items that a helper may stand from its verb
_OPEN_NAMED = ("D", "PS", "J", "CD")  # "the lawyer Jane Roe", "former head Jane Roe"


def _no_clause(inner: Sequence[Item], lex: Lexicon) -> bool:
    """ "Prokurator Adam Wilk, autor aktu oskarżenia, powiedział": a small noun leads, and no verb follows."""
    told, lead = lex.telling, inner[0]
    other = united(lex.that, lex.conjunctions, lex.prepositions, lex.times, lex.helpers, lex.stop)
    if lex.nouns_capital or not lex.strict_that or len(inner) > _TRIED or lead.capital or lead.low in other:
        return False
    return all(item.kind == "word" and (item.capital or not told.fullmatch(item.low)) for item in inner)


_FRAME = 30  # items between the halves of a verb, or between a verb and its speaker


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and the first and last item of the phrase; ``shared`` when the verb has no subject of its own."""

    phrase: Phrase
    first: int
    last: int
    shared: bool = False


def subject_of(items: Sequence[Item], first: int, last: int, text: str, lex: Lexicon) -> Subject | None:
    """The phrase from ``first`` to ``last`` as a subject; None where it holds no word."""
    phrase = read_phrase(items[first : last + 1], text, lex)
    return Subject(phrase, first, last) if phrase else None


def before_verb(items: Sequence[Item], cue: int, text: str, lex: Lexicon) -> Subject | None:
    """The subject to the left of ``items[cue]``; None when the verb has none there or does not report."""
    if _nobody_before(items, cue, lex):
        return None
    if lex.nouns_capital and (found := _around_helper(items, cue, text, lex)):
        return found
    if named := _told_by_name(items, cue, lex):
        return named
    at, helpers = _past_helpers(items, _led_to(items, cue - 1), lex)
    if not reports(helpers, items, cue, lex.deny) or items[cue - 1].low.endswith(("avoir", "haber")):
        return None  # "accusé d'avoir lancé un appel"
    if at > 0 and lex.strict_that and items[at].low in everywhere.oneself:
        at -= 1  # "Elle se souvient que"
    item = items[at] if at >= 0 else None
    if item is None or item.kind == "quote" or item.low in lex.determiners:
        return None
    if lex.strict_that and item.low in everywhere.passive:
        return None  # "el plan fue criticado"
    if joins_clauses(item, lex):
        return Subject(Phrase(item.start, item.end, item.text, pronoun="same"), at, at, shared=True)
    if lex.relates(item.low):
        return _antecedent(items, at, text, lex)
    if item.kind == "punct":
        return _across_apposition(items, at, text, lex) if item.text in ")" + DASHES else None
    return _named_first(items, _ending_at(items, at, text, lex), cue, text, lex)


def parted(items: Sequence[Item], cue: int, lex: Lexicon) -> int:
    """ "« … », avait en effet déclaré le ministre": the helper right behind what is said, apart from its verb; else 0."""
    split = lex.strict_that and not (lex.names_decline or lex.nouns_capital)
    near = range(cue - 2, max(0, cue - _HELPER), -1) if split else ()
    have = lex.own.have - everywhere.passive
    helpers = (k for k in near if items[k].low in have and items[k + 1].low not in lex.pronouns)
    return next((k for k in helpers if all(item.kind != "word" for item in items[:k])), 0)


def _nobody_before(items: Sequence[Item], cue: int, lex: Lexicon) -> bool:
    """ "Im Ort hieß es", "Im Ort ist gewarnt worden"; "Wegen der Lage in Thale kündigte Vogt an": the verb is second."""
    if not lex.nouns_capital:
        return parted(items, cue, lex) > 0
    clause = items[run_before(items, cue, lambda item: item.kind in _PLAIN) : cue]
    passive = item_at(items, cue + 1).kind == "punct" and any(
        item.low in everywhere.become for item in clause
    )
    second = lex.leads_place(items[0].low) and len(clause) == cue
    second = second and all(i.low not in lex.own.perfect_helper for i in clause)
    return second or passive or item_at(items, cue + 1).low in lex.own.nobody_behind


def _told_by_name(items: Sequence[Item], cue: int, lex: Lexicon) -> Subject | None:
    """ "«Новая волна» на сайте утверждает, что …", "Клуб «Маяк» объявил о матче": a name in marks, and what it told."""
    at = next((k for k in range(cue - 1, -1, -1) if items[k].kind == "quote"), cue)
    acts = lex.act.get(items[cue].low)
    behind = {item.low for item in items[cue + 1 : cue + 3]} & {*lex.that, *(acts or ())}
    told = lex.strict_that and (behind or acts == ())
    between = [item for item in items[at + 1 : cue] if item.low not in lex.helpers]
    placed = not between or between[0].low in lex.prepositions
    led = items[0].low in lex.prepositions or any(item.kind != "word" for item in (*items[:at], *between))
    return _in_marks(items, at) if told and placed and not led else None


def in_front(items: Sequence[Item], first: int, cue: int, lex: Lexicon) -> bool:
    """ "Den Antrag lehnte der Rat ab", "Журналістам сказав речник": the object leads, by its case or as a deed."""
    if first or not lex.strict_that:
        return False
    cased = language(lex.code).whole("object-case").fullmatch(" ".join(item.low for item in items[:cue]))
    noun = next((item.low for item in items[:cue] if item.capital and item.low not in lex.determiners), "")
    deed = lex.nouns_capital and noun.endswith(lex.deeds)
    return cased is not None or (deed and any(item.capital for item in items[cue + 1 : cue + 3]))


def _past_helpers(items: Sequence[Item], at: int, lex: Lexicon) -> tuple[int, list[str]]:
    """ "The mayor late on Monday said", "Roe has since said": the last item before what stands beside the verb; and the helpers."""
    helpers: list[str] = []
    while at >= 0 and items[at].low not in lex.pronouns:
        if (before := before_time(items, at, lex)) < at:
            at = before
        elif _is_helper(items[at], lex) or (at and items[at].low in _UNTOLD and not items[at].capital):
            helpers.append(items[at].low)
            at -= 1
        else:
            break
    return at, helpers


def _led_to(items: Sequence[Item], at: int) -> int:
    """ "went on to say", "took to the radio to say", "had to admit": what stands before the verb that leads to the saying."""
    near = range(at - 1, max(0, at - _TRIED), -1) if at > 0 and items[at].low in english.to else ()
    return next(
        (k - 1 for k in near if items[k].low in english.leads_to_say and items[k + 1].low in english.led_on),
        at,
    )


def _named_first(
    items: Sequence[Item], found: Subject | None, cue: int, text: str, lex: Lexicon
) -> Subject | None:
    """ "Jane Roe, the club's captain said:": the second comma is left out, and the name opens the sentence."""
    if found is not None and in_front(items, found.first, cue, lex):
        return None
    follows = item_at(items, cue + 1)
    other = lex.names_decline or lex.nouns_capital
    if other or found is None or found.last == found.first or follows.text in ("", ","):
        return found
    named = _named_before_commas(items, found, found.last, text, lex)
    if items[named.first].tag == "VBG":
        return found  # "Standing in the rain, the mayor said"
    lead = items[: named.first]
    whole = " " in named.phrase.words and not _tells(items[named.first : found.first])
    apart = not lead or (len(lead) == 1 and lead[0].low in lex.stop)
    apart = apart or (lex.strict_that and lead[-1].text == "," and lead[0].low in lex.prepositions)
    apart = apart and follows.low not in lex.prepositions
    return named if whole and (apart or (lead and lead[-1].kind == "quote")) else found


def _around_helper(items: Sequence[Item], cue: int, text: str, lex: Lexicon) -> Subject | None:
    """ "Vogt (SPD) hatte im Mai angekündigt", "Im Mai hatte Vogt angekündigt": the verb's two halves frame its clause."""
    for at in range(cue - 2, max(0, cue - _FRAME), -1):
        if items[at].low in lex.own.perfect_helper:
            break
        if items[at].kind == "quote" or items[at].text in ",;:":
            return None
    else:
        return None
    side = _across_apposition if items[at - 1].text in (")", ",") else _ending_at
    left = side(items, at - 1, text, lex) if items[at - 1].kind == "word" or side != _ending_at else None
    if lex.leads_place(items[0].low) or (left is not None and items[left.first].low in lex.months):
        left = None  # "Im Prozess gegen einen Alten hat Vogt …", "Eine Woche nach dem 1. Mai hat Vogt …"
    lead = items[left.first : left.first + 2] if left is not None else ()
    done = any(item.low.endswith(lex.deeds) for item in lead)
    if left is not None and not done and items[left.first].low not in lex.times:
        return left  # else "Die Kritik hat Vogt zurückgewiesen"
    return _behind_helper(items, at, cue, text, lex)


def _behind_helper(items: Sequence[Item], at: int, cue: int, text: str, lex: Lexicon) -> Subject | None:
    """The subject between the halves of a verb, up to an article that opens its object: "hat Vogt den Plan kritisiert"."""
    last = min(right_edge(items, at + 1, lex), cue - 1)
    ends = (k - 1 for k in range(at + 2, last) if items[k].low in lex.determiners and items[k - 1].capital)
    last = next((k for k in ends if items[k + 1].low not in lex.own.genitive_article), last)
    return subject_of(items, at + 1, last, text, lex) if plausible(items, at + 1, last, lex) else None


def _is_helper(item: Item, lex: Lexicon) -> bool:
    """A word that may stand between subject and verb; with a capital it is a name: "May said"."""
    named = item.capital and lex.code == "en" and item.low not in lex.times
    adverb = item.tag == "R" or (item.low.endswith("ly") and item.low not in lex.roles)
    return not named and (item.low in lex.helpers or (adverb and not item.capital))


def reports(
    helpers: Sequence[str], items: Sequence[Item], cue: int, deny: Collection[str] = frozenset()
) -> bool:
    """Not passive, not denied, not only possible: "was told", "might say" report nothing, but "не виключає"."""
    if helpers and helpers[0] in everywhere.negation and items[cue].low in deny:
        return True
    verb = items[cue].low
    participle = verb.endswith("ing") or items[cue].tag == "VBG"
    denied = items[0].low in _NOBODY or not _UNTOLD.isdisjoint(helpers)
    return not denied and helpers[:1] != ["to"] and (participle or _BE.isdisjoint(helpers))


def _ending_at(items: Sequence[Item], last: int, text: str, lex: Lexicon) -> Subject | None:
    """The noun phrase whose last item is ``items[last]``."""
    if named := _like_a_month(items, last, lex):
        return named
    capitals = [one.capital for one in items[max(0, last - 2) : last + 1]]
    if capitals == [True, True, False] and items[last].low.endswith("ing"):
        last -= 1  # "Jane Roe prosecuting said"
    edge = left_edge(items, last, lex)
    edge = next((k + 1 for k in range(last - 1, edge - 1, -1) if items[k].low in lex.own.what), edge)
    first = past_adjunct(items, edge, last, lex)
    if first > last or not plausible(items, first, last, lex) or _only_describes(items, edge, first):
        if headed := _headed(items, edge, last, text, lex):
            return headed
        if first > last or not plausible(items, first, last, lex):
            return None
    if items[first].low in lex.own.nobody:
        return None  # "No official said that …"
    timed = united(lex.times, lex.determiners) if lex.strict_that else ()
    if all(item.low in timed for item in items[first : last + 1]):
        return None  # "El lunes anunció la alcaldesa que …"
    return subject_of(items, first, last, text, lex)


def _like_a_month(items: Sequence[Item], at: int, lex: Lexicon) -> Subject | None:
    """ "May said", "“…,” June told the paper": a lone word with a capital that elsewhere is a month or a helper."""
    item = items[at]
    alone = at == 0 or items[at - 1].kind in ("punct", "quote")
    named = item.capital and alone and item.tag != "TO" and item.low in united(lex.months, lex.helpers)
    if lex.code != "en" or not named:
        return None
    return Subject(Phrase(item.start, item.end, item.text, name=item.text), at, at)


def _only_describes(items: Sequence[Item], edge: int, first: int) -> bool:
    """ "… and trying to flee said", "who helped neighbours escape said": a verb leads, and no one who speaks."""
    tag = items[first].tag
    return tag in ("VBG", "VBN") or (first == edge > 0 and tag in FINITE_TAGS)


def _headed(items: Sequence[Item], edge: int, last: int, text: str, lex: Lexicon) -> Subject | None:
    """ "A clerk who asked not to be named", "A man accused of theft and of trying to flee": whom all that describes."""
    for at in range(edge - 1, max(0, edge - _DESCRIBED), -1):
        found: Subject | None = None
        if items[at].kind in ("quote", "punct"):
            return None
        if lex.relates(items[at].low):
            found = _antecedent(items, at, text, lex)
        elif items[at].tag in ("VBG", "VBN", "VBD") and items[at - 1].tag in ("N", "NP"):
            found = _ending_at(items, at - 1, text, lex)
        if found:
            return replace(found, last=last)
    return None


def _antecedent(items: Sequence[Item], at: int, text: str, lex: Lexicon) -> Subject | None:
    """ "Jane Roe, who said …": the phrase the relative pronoun stands for."""
    last = at - 1
    if last < 0 or items[last].kind == "quote":
        return None
    # "was led by Jane Roe, who said": the nearest noun phrase, not all that stands before it.
    edge = left_edge(items, last, lex)
    placed = False  # the last words only say where the people are
    for first in range(last, edge, -1):
        low = items[first - 1].low
        after = low in lex.prepositions and low not in everywhere.of and (low not in lex.own.for_ or placed)
        if after and _lies_there(items, first, last, at, lex):
            placed = True
        elif (after or _opens_phrase(items, first, lex)) and plausible(items, first, last, lex):
            first += items[first].tag == "VB"
            found = subject_of(items, first, last, text, lex)
            return replace(found, last=at) if found else None
    found = _ending_at(items, last, text, lex)
    return replace(_named_before_commas(items, found, last, text, lex), last=at) if found else None


def _named_before_commas(items: Sequence[Item], held: Subject, last: int, text: str, lex: Lexicon) -> Subject:
    """ "said Jane Roe, the club's captain, who added": the name before the commas is meant."""
    if held.phrase.name or not held.first or items[held.first - 1].text != ",":
        return held
    named = _apposed(items, held.first - 1, last + 1, text, lex)
    return named if named and named.phrase.name else held


def _opens_phrase(items: Sequence[Item], first: int, lex: Lexicon) -> bool:
    """ "caught nine smugglers who robbed": a number or an article opens the phrase."""
    item, before = items[first], items[first - 1]
    opens = item.low in lex.determiners or item.kind == "number"
    return opens and before.low not in english.belonging and before.kind == "word" and not before.capital


def _lies_there(items: Sequence[Item], first: int, last: int, at: int, lex: Lexicon) -> bool:
    """ "voters on Harbour Hill, who said": people stand before the preposition, and who it leads is no person."""
    noun = items[first - 2]
    person = noun.low in lex.roles or (lex.code == "en" and senses().is_person(noun.low))
    people = person and noun.low not in lex.bodies
    named = gender_of_first_name(items[first].text) is not None or items[first].low in lex.titles
    many = people and items[first - 1].low in english.placing and items[at].low in lex.own.who and not named
    return many and not any(item.low in lex.roles for item in items[first : last + 1])


def _across_apposition(items: Sequence[Item], comma: int, text: str, lex: Lexicon) -> Subject | None:
    """ "Jane Roe, the mayor of Ashford, Kent, said": the phrase before a pair of commas that describes it."""
    if items[comma].text == ")":
        opened = back(items, comma, lambda item: item.text != "(")
        return _ending_at(items, opened - 1, text, lex) if opened > 0 else None
    best: Subject | None = None
    marks = [k for k in range(comma - 1, max(0, comma - _APPOSED), -1) if items[k].kind == "punct"]
    for at in [k for k in marks if items[k].text == items[comma].text][:_TRIED]:
        found = _apposed(items, at, comma, text, lex)
        if found is None or _only_leads_in(items, found, lex):
            continue
        if best is not None and best.phrase.name and _tells(items[found.first + 1 : found.last + 1]):
            break
        best = _better(best, found)
        if found.phrase.name and found.phrase.start < items[at].start:
            break
    return best


def _tells(items: Sequence[Item]) -> bool:
    """ "Brook Clinic was full, its head, Jane Roe, said", "The boat sank, the agency said": a clause, and nobody's name."""
    return any(item.tag in FINITE_TAGS for item in items)


def _only_leads_in(items: Sequence[Item], found: Subject, lex: Lexicon) -> bool:
    """ "In Leeds, the minister, …", "Speaking in Leeds, the minister, Jane Roe, said": a place and no speaker."""
    placed = found.first > 0 and not lex.strict_that and items[found.first - 1].low in lex.prepositions
    speaking = found.first == 0 and items[0].low.endswith("ing") and items[1].low in lex.prepositions
    apart = found.last == 0 and items[0].low in lex.stop  # "However, the mayor, …"
    return placed or speaking or apart


def _better(held: Subject | None, found: Subject) -> Subject:
    """A named phrase is worth more than an earlier found role."""
    if held is None:
        return found
    # A name before the commas outweighs one between them: "Jane Roe, the mayor of Ashford, Kent, said".
    nearer = found.phrase.start < held.phrase.start
    return found if found.phrase.name and (nearer or not held.phrase.name) else held


def _apposed(items: Sequence[Item], first: int, last: int, text: str, lex: Lexicon) -> Subject | None:
    """The phrase before ``items[first]`` when what stands between the commas can describe it."""
    inner = items[first + 1 : last]
    if not inner or first == 0 or items[first - 1].kind in ("quote", "punct"):
        return None
    head = _ending_at(items, first - 1, text, lex)
    if head is None or _told_beside(items, head, last, lex):
        return None
    if not head.phrase.name and head.phrase.end >= items[head.last].start:
        if _place_goes_on(items, head, inner):
            return replace(head, phrase=replace(head.phrase, words=text[head.phrase.start : inner[-1].end]))
        if named := _named_inside(items, head, inner, text, lex):
            return named
    if not any(rule(inner, lex) for rule in _DESCRIBES):
        return None
    return replace(head, phrase=head.phrase.with_titles(_words(inner)))


def _words(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(item.low for item in items if item.kind == "word")


def _told_beside(items: Sequence[Item], head: Subject, last: int, lex: Lexicon) -> bool:
    """ "Le bus emmenait neuf élèves, dont trois filles, a dit …", "Six élèves, dont deux filles, sont restés à Roche, a dit …"."""
    before = range(head.first - 1, -1, -1)
    marks = (k + 1 for k in before if items[k].kind != "word" or items[k].low in lex.that)
    verbs = (k for k in range(next(marks, 0), last) if tells(items, k, lex))
    return any(k <= head.last or items[k - 1].text == "," for k in verbs)


def _by_participle(inner: Sequence[Item], lex: Lexicon) -> bool:
    """ "Комиссия, созданная правительством, пришла", "la commission, créée en mai, juge"."""
    own = lex.strict_that and not lex.nouns_capital
    return own and language(lex.code).forms("participle").fullmatch(inner[0].low) is not None


# What stands between commas and describes the name before them.
_DESCRIBES: tuple[Callable[[Sequence[Item], Lexicon], bool], ...] = (
    lambda inner, lex: (
        inner[0].low in english.apposed or any(i.low in lex.relatives or i.low == "them" for i in inner[:3])
    ),
    lambda inner, _: (
        inner[0].tag == "R" and not any(i.tag in FINITE_TAGS for i in inner)
    ),  # ", best known for it,"
    lambda inner, lex: inner[0].low in lex.people or inner[0].low in lex.prepositions,
    lambda inner, _: inner[0].kind == "number" or inner[0].low.endswith(("ing", "ed")),
    lambda inner, lex: any(item.low in lex.people for item in inner[:5]),
    lambda inner, _: any(item.kind == "possessive" for item in inner[1:4]),
    lambda inner, _: bool(_PARTY.fullmatch(inner[0].text)),  # "Max Adler, R-Kan., said", "Anna Bas, CDU, …"
    lambda inner, lex: len(inner) == 1 and inner[0].low in lex.asides,  # "Paul Roche, lui, juge que"
    _no_clause,
    _by_participle,
)


def _named_inside(
    items: Sequence[Item], head: Subject, inner: Sequence[Item], text: str, lex: Lexicon
) -> Subject | None:
    """ "The company's chief executive, Jane Roe, said": the apposition has the name."""
    described = read_phrase(inner, text, lex)
    if lex.strict_that and described and not described.name:
        described = _named_last(inner, text, lex) or described
    if described is None or not described.name:
        return None
    lead = inner[0]
    role = any(item.low in lex.people for item in items[head.first : head.last + 1])
    told = (item for item in (items[head.last], *inner[:-2]) if not item.capital)
    role = role or any(senses().is_person(item.low) for item in told)
    whole = _only_names(inner) and head.phrase.pronoun is None
    titled = (lead.capital and lead.low not in lex.stop) or lead.low in lex.people
    if not (titled or _name_closes(inner, described, lex)) or not (role or whole):
        return None
    return replace(head, phrase=described.with_titles(head.phrase.titles, head.phrase.gender))


def _name_closes(inner: Sequence[Item], described: Phrase, lex: Lexicon) -> bool:
    """ "His rival, the lawyer Jane Roe,", "El alcalde, el joven Turco,": a full name stands behind what somebody is."""
    if lex.strict_that:
        return inner[0].low in lex.determiners
    whole = " " in described.name and inner[-1].end == described.end
    return whole and inner[0].tag in _OPEN_NAMED and inner[0].low not in english.indefinite


def _only_names(inner: Sequence[Item]) -> bool:
    """ "Jane Roe", "Alder Works/Beech Works": a few capitals and nothing else."""
    capitals = [item.capital for item in inner if item.text not in ("/", "&")]
    return all(capitals) and 2 <= len(capitals) <= (4 if len(capitals) == len(inner) else 6)


def _named_last(inner: Sequence[Item], text: str, lex: Lexicon) -> Phrase | None:
    """ "el liberal de centroderecha Donato Turco": the full name that closes a description."""
    first = run_before(inner, len(inner), is_capital)
    phrase = read_phrase(inner[first:], text, lex) if len(inner) - first >= 2 else None
    return phrase if phrase and phrase.name else None


def _place_goes_on(items: Sequence[Item], head: Subject, inner: Sequence[Item]) -> bool:
    """ "guards in Leoben, Styria, said": the words between the commas only say where the place lies."""
    at = max(head.first, back(items, head.last, is_capital))
    placed = at < head.last and items[at].low in english.town_behind
    names = all(item.capital for item in inner) and len(inner) <= 3
    return placed and items[head.first].tag != "VBN" and names and gender_of_first_name(inner[0].text) is None


def after_verb(items: Sequence[Item], cue: int, text: str, lex: Lexicon) -> Subject | None:
    """The subject to the right of ``items[cue]``: "said Jane Roe, the mayor"."""
    first = _past_time_behind(items, cue + 1, lex)
    if named := _paper(items, first, text, lex):
        return named
    if item_at(items, first).kind not in ("word", "number"):
        return None
    outlet = items[first].low in lex.through and item_at(items, first + 1).kind == "quote"
    heard = lex.names_decline and (outlet or told_to(items, first, lex))
    if heard and (told := after_verb(items, first + outlet, text, lex)):
        return told
    if lex.nouns_capital and items[first].low == "es":
        return _told_from(items, first, text, lex)
    first = _past_place(items, first, lex)
    first = _past_passive(items, first, lex)
    if items[first].low in lex.whose and lex.is_role(item_at(items, first + 1).low):
        first += 1  # "заявила його речниця Анна Коваль"
    last = right_edge(items, first, lex)
    near = last if lex.names_decline or items[first].low in lex.pronouns else min(first + 3, len(items) - 1)
    if not plausible(items, first, near, lex):
        return None
    return with_apposition(items, subject_of(items, first, last, text, lex), text, lex)


def told_to(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "poinformowała PAP w piątek rzeczniczka": an outlet behind which a time or who speaks follows without a mark."""
    follows = item_at(items, at + 1)
    if follows.kind != "word" or not items[at].text.isupper() or len(items[at].text) < 3:
        return False
    behind = item_at(items, at + 2).low
    timed = follows.low in lex.times or (follows.low in lex.prepositions and behind in lex.times)
    speaks = lex.is_role(follows.low) or lex.is_body(follows.low)
    return speaks or ((timed or follows.capital) and bool(outlet_name(items[at : at + 1], lex)))


def _in_marks(items: Sequence[Item], at: int) -> Subject | None:
    """ "– twierdzi „Kurier”.", "«Новая волна» утверждает, что": a name in marks."""
    item = item_at(items, at)
    name = in_marks(item) if item.kind == "quote" else ""
    called = name[:1].isupper() and len(name.split()) <= _TITLE_WORDS and name[-1] not in ".,!?"
    return Subject(Phrase(item.start, item.end, name, name=name), at, at) if called else None


def _paper(items: Sequence[Item], at: int, text: str, lex: Lexicon) -> Subject | None:
    """ "– twierdzi „Kurier”.", "— пишет газета «Порт».": a name in marks behind a verb, perhaps with its noun."""
    lead = item_at(items, at)
    last = at + (lead.kind == "word" and not lead.capital)
    behind = item_at(items, last + 1)
    small = lex.nouns_capital and behind.text.islower()  # "wie der „Kurier“ zuerst meldete"
    ends = behind.kind == "punct" or small or behind.low in lex.prepositions  # "«Порт» со ссылкой на мэрию"
    named = _in_marks(items, last) if ends and (lex.names_decline or lex.nouns_capital) else None
    if named is None or last == at:
        return named
    end = items[last].end
    return Subject(Phrase(lead.start, end, text[lead.start : end]), at, last)


def _past_passive(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """ "zaznaczyła cytowana przez radio rzeczniczka": past a participle that says by whom the speaker was quoted."""
    lead = items[first]
    quoted = lex.names_decline and language(lex.code).forms("participle").fullmatch(lead.low)
    if not quoted or lead.capital or lex.is_role(lead.low) or lead.low in lex.counts:
        return first
    near = range(first + 1, min(len(items), first + _TRIED))
    return next((k for k in near if lex.is_role(items[k].low) or lex.is_body(items[k].low)), first)


def _past_time_behind(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """Past what helps the verb and a time behind it: "dijo el martes la alcaldesa"; to the end where nobody can follow."""
    first = past(items, first, lambda item: _is_helper(item, lex) and item.low not in lex.prepositions)
    apart = item_at(items, first).text == ","  # "a lancé, mardi, Paul Roche"
    after = past_time(items, first + apart, lex)
    if apart and lex.dashes and not lex.names_decline and item_at(items, after).low in lex.prepositions:
        after = past(items, after, lambda item: item.kind == "word")  # "dijo, tras la reunión, la alcaldesa"
    if apart and item_at(items, after).text == ",":
        first = after + 1
    elif not apart and after > first and (lex.strict_that or items[first].low in lex.determiners):
        if not lex.strict_that:
            return len(items)  # "said the next day"
        first = after
        while lex.strict_that and (after := past_time(items, first, lex)) > first:
            first = after  # "podała w niedzielę około godz. 21 policja"
    return first


def _told_from(items: Sequence[Item], es: int, text: str, lex: Lexicon) -> Subject | None:
    """ "hieß es aus dem Rathaus": "es" is nobody, the place speaks."""
    if item_at(items, es + 1).low not in lex.own.speaking_place:
        return None
    first = es + 2 + (item_at(items, es + 2).low in lex.determiners)
    if items[es + 1].low == "in":  # "hieß es in einer Mitteilung der Stadt"
        first += 2
        if item_at(items, first - 1).low not in lex.own.genitive_article:
            return None
    last = right_edge(items, first, lex)
    return subject_of(items, first, last, text, lex)


def _led(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A preposition leads the name at ``at``: "dijo en una entrevista a Radio Sur"."""
    begins = next(k for k in range(at, -1, -1) if not items[k - 1].capital)
    return items[begins - 1].low in lex.prepositions


def _past_place(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """ "— сказала на відкритті заступниця …": past a place or time between verb and speaker, outside English."""
    if not (lex.dashes or lex.nouns_capital) or items[first].low not in lex.prepositions:
        return first
    for at in range(first + 1, min(len(items), first + _FRAME)):
        item = items[at]
        infinitive = not item.capital and language(lex.code).whole("infinitive").fullmatch(item.low)
        if item.kind not in ("word", "number") or infinitive:
            return first  # "dijo tras visitar la empresa"
        led = _led(items, at, lex)
        if item.low in lex.platforms:
            continue  # "napisał na platformie X Jan Wilk"
        named = not led and item.capital and item_at(items, at + 1).capital and item.low not in lex.stop
        if named or item.low in lex.roles or item.low in lex.pronouns:
            return at - (items[at - 1].low in lex.determiners and at > first + 2)
        alone = item_at(items, at + 1).kind == "punct"
        if item.capital and alone and not led and not lex.nouns_capital:
            return at  # "– grzmiał z mównicy Wilk"
    return first


def without_hearer(items: Sequence[Item], subject: Subject, text: str, lex: Lexicon) -> tuple[Subject, str]:
    """ "sagte ein Sprecher der Bahn der Deutschen Presse-Agentur": the subject without whom it told, and the outlet."""
    last = subject.last
    if items[last].low in everywhere.dative_article and last > subject.first:
        name = item_at(items, last + 1)
        phrase = read_phrase(items[subject.first : last], text, lex)
        if name.kind == "quote" and len(name.text.split()) <= _TITLE_WORDS and phrase:
            return Subject(phrase, subject.first, last), in_marks(name)
    for at in range(subject.first + 1, last):
        if not lex.nouns_capital or items[at].low not in lex.determiners or items[at].low == "des":
            continue
        phrase = read_phrase(items[subject.first : at], text, lex)
        outlet = outlet_name(items[at + 1 : past(items[: last + 1], at + 1, is_capital)], lex)
        named = phrase and phrase.name and items[at - 1].capital
        if phrase and (outlet or named):  # behind a name nothing is its own: "sagte Vogt der Zeitung"
            return Subject(phrase, subject.first, at - 1), outlet
    return subject, ""


def _named_at_end(items: Sequence[Item], at: int, last: int, text: str, lex: Lexicon) -> Phrase | None:
    """ "…, помощник мэра Иван Белов", "…, prokurator Adam Wilk odnosząc się": the name that closes what somebody is."""
    ends = (k + 2 for k in range(at + 1, last - 2) if lex.names_decline and not items[k - 1].capital)
    last = next((k for k in ends if two_names(items, k - 2)), last)
    lead = items[at].low
    plain = lex.is_role(lead) or (lex.names_decline and lead not in united(lex.prepositions, lex.relatives))
    told = not plain or any(tells(items, k, lex) for k in range(at, last))
    return _named_last(items[at:last], text, lex) if lex.strict_that and not told else None


def _comma_behind(items: Sequence[Item], held: Subject, lex: Lexicon) -> int:
    """The comma behind a speaker, past letters in brackets or where an office is held: "le directeur au ministère, Paul Roche"."""
    at = past_letters(items, held.last + 1)
    places = lex.strict_that and not held.phrase.name and item_at(items, at).low in lex.prepositions
    end = past(items, at, lambda item: item.kind == "word") if places else at
    named = end == at or _only_names(items[end + 1 : past(items, end + 1, is_capital)])
    told = any(tells(items, k, lex) for k in range(at, end))
    return end if item_at(items, end).text == "," and named and not told else 0


def _apposition_ends(items: Sequence[Item], first: int) -> int:
    """The mark, quotation or finite verb ("…, Roe backs it") that ends what a comma opens."""
    marked = (k for k in range(first, len(items)) if items[k].kind == "quote" or items[k].text in ",;—–―.")
    last = next(marked, len(items))
    return next((k for k in range(first + 2, last) if items[k].tag in FINITE_TAGS), last)


def with_apposition(items: Sequence[Item], held: Subject | None, text: str, lex: Lexicon) -> Subject | None:
    """Add what the words behind a comma tell of the speaker."""
    comma = _comma_behind(items, held, lex) if held else 0
    if held is None or not comma:
        return held
    phrase, first = held.phrase, comma + 1
    last = _apposition_ends(items, first)
    inner = items[first:last]
    if not inner:
        return held
    named = _named_at_end(items, first, last, text, lex)
    described = named or read_phrase(inner, text, lex)
    lead = inner[0]
    titled = named or (lead.capital and lead.low not in lex.stop)
    if not phrase.name and described and described.name and titled:
        return replace(held, phrase=described.with_titles(phrase.titles, phrase.gender))
    if lead.low in english.apposed or lead.low in lex.people or lead.kind == "number":
        return replace(held, phrase=phrase.with_titles(_words(inner)))
    return held
