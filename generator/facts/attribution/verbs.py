"""Items that look like verbs of reporting in, what they are in this sentence out: a verb, a noun, half of another verb."""

from ...language import english, language, united
from ...values import replace
from .edges import ENDS_OF_MANY
from .line import Line
from .sides import many_speak
from .tokens import back, is_mark, item_at, run_before

_NOUNS = frozenset({"N", "NP", "J", "I"})
_ASIDE = 10  # items between the commas of an aside


def with_progressive(line: Line) -> Line:
    """The line with "is saying" read as "says": the finite verb of its clause."""
    if not any(item.tag == "VBG" for item in line.items):
        return line
    items = list(line.items)
    changed = False
    for at, item in enumerate(items):
        if item.tag != "VBG" or item.low in line.lex.say:
            continue
        before = back(items, at - 1, lambda one: one.tag == "R" or one.low in line.lex.own.inside_tense)
        if before < 0 or items[before].low not in english.be | {"'s"}:
            continue
        stem = item.low[:-3]
        plain = next((form for form in (stem, stem + "e", stem[:-1]) if form in line.lex.present), None)
        if plain:
            items[at] = item._replace(low=plain)
            changed = True
    return replace(line, items=tuple(items)) if changed else line


def lacks_particle(line: Line, at: int) -> bool:
    """ "Es gab viele", not "Die Stadt gab bekannt": the verb means speech only with the word that closes its clause."""
    wanted = line.lex.particles.get(line.items[at].low)
    if wanted is None:
        return False
    if line.items[at].low in line.lex.quoting and any(item.kind == "quote" for item in line.items):
        return False  # "„Halt!“, rief Vogt"
    aside = -1  # behind the comma that closes an aside: "wirft die Opposition, allen voran die Partei, … vor"
    for here, item in enumerate(line.items[at + 1 :], at + 1):
        ends = item_at(line.items, here + 1).kind != "word"
        if item.low in wanted and (ends or item.low not in line.lex.prepositions):
            return False
        if item.text == "," and aside < 0:
            closing = range(here + 2, min(len(line.items), here + _ASIDE))
            aside = next((k for k in closing if line.items[k].text == ","), 0)
            if aside and line.items[here + 1].low not in united(line.lex.that, line.lex.relatives):
                continue
        if (item.text in (",", ";", ":") and here != aside) or item.kind == "quote":
            return True
    return True


def of_nobody(line: Line, at: int, first: int, last: int) -> bool:
    """ "Бойка звинуватили", "Wyrok ogłosili": the verb is one of many and what stands before it one, whom somebody else did so."""
    lex, items = line.lex, line.items[first : last + 1]
    many = lex.names_decline and language(lex.code).whole("impersonal").fullmatch(line.items[at].low)
    if not many or lex.relates(items[-1].low):
        return False
    return not any(
        item.kind != "word" or item.text.isupper() or lex.is_body(item.low) or item.low[-1:] in ENDS_OF_MANY
        for item in items
    )


def lacks_thought(line: Line, at: int) -> bool:
    """ "Die Kinder sahen den Film", not "Die Stadt sieht die Schuld bei der Bahn": what is seen is no thought."""
    lex = line.lex
    if language(lex.code).whole("no-speech").match(line.text, line.items[at].start):
        return True  # "forderte zwei Tote"
    if line.items[at].low not in lex.view:
        return False
    behind = line.items[at + 1 : at + _ASIDE]
    return not any(item.capital and item.low.endswith(lex.thoughts) for item in behind)


def lacks_deed(line: Line, at: int) -> bool:
    """ "Das Team verteidigte den Titel", not "Vogt verteidigte den Plan": what is defended is no deed and no word."""
    lex = line.lex
    near = line.items[max(0, at - _ASIDE) if lex.nouns_capital else at + 1 : at + _ASIDE]
    told = (
        item.low.endswith(lex.deeds) or item.low in lex.that | lex.wishes or item.kind == "quote"
        for item in near
    )
    return line.items[at].low in lex.stand and not any(told)


def is_noun(line: Line, at: int) -> bool:
    """ "her late-night tweets", "the battleground state": no verb, by its place in the sentence."""
    item = line.items[at]
    if item.tag not in _NOUNS or item.low not in line.lex.present or many_speak(line, at):
        return False
    if at and line.items[at - 1].low in line.lex.own.do:
        return False  # "did admit that"
    first = run_before(line.items, at, lambda one: one.capital or one.low in line.lex.own.linking)
    if first == at and not item_at(line.items, at + 1).capital:
        return True
    # "…," Jane Roe warns. / Jane Roe shows that …: the form says it, whatever the word may be elsewhere.
    before = back(line.items, first - 1, is_mark)
    follows = item_at(line.items, at + 1).low
    spoken = before >= 0 and line.items[before].kind == "quote"
    return not spoken and not (follows in line.lex.that and at - first > 1)
