"""The words taken for a speaker in, whether their tags make a noun phrase out."""

from collections.abc import Sequence
from itertools import pairwise

from ...language import english, united
from ...text.annotation import FINITE_TAGS
from .lexicon import Lexicon
from .phrases import Phrase
from .tail import PASTS
from .tokens import Item, item_at

_NEVER_FIRST = FINITE_TAGS - {"VBD"} | {"I", "TO", "W"}
_PARTICIPLES = frozenset({"VBD", "VBG", "VBN"})
_BEHIND_VERB = frozenset({"I", "TO", "D", "PS", "PR", "R"})
_NEVER_LAST = frozenset({"I", "TO", "D", "CC", "PR"})
_NOUNS = frozenset({"N", "NP"})
_NEXT_PHRASE = frozenset({"D", "PR", "PS"})


def is_noun_phrase(items: Sequence[Item], phrase: Phrase, lex: Lexicon) -> bool:
    """No verb or preposition leads the phrase, a noun closes it, and it is no clause; so is all that has no tags."""
    inner = [item for item in items if phrase.start <= item.start < phrase.end and item.kind != "punct"]
    if phrase.pronoun or not inner or not any(item.tag for item in inner):
        return True
    lead, last = inner[0], inner[-1]
    if len(inner) == 1:
        return lead.low not in english.article
    led = not lead.capital and _no_noun(lead, inner[1], lex)
    governed = last.tag == "PR" and inner[-2].tag == "I"  # "a man informed of it"
    closed = united(lex.prepositions, lex.determiners, lex.conjunctions)
    small = not governed and (last.low in closed or last.low in lex.pronouns)
    return not (led or (small and last.tag in _NEVER_LAST and not last.capital) or _is_clause(inner))


def _no_noun(lead: Item, behind: Item, lex: Lexicon) -> bool:
    """A verb or a preposition; not the "lead" of "lead singer Roe", as no finite verb takes a bare person."""
    titled = lead.tag == "VBP" and lex.is_role(behind.low) and not behind.low.endswith("s")
    acts = lead.tag in _PARTICIPLES and behind.tag in _BEHIND_VERB  # "retired general Roe" may speak
    return acts or (lead.tag in _NEVER_FIRST and not titled)


def _is_clause(inner: Sequence[Item]) -> bool:
    """ "the navy captured", "police couldn't"; not "the men I met", "a speech Roe gave", "the man who fled"."""
    verb = next((at for at in range(1, len(inner)) if _finite(inner, at)), 0)
    before = inner[:verb]
    joined = any(item.tag == "W" or item.low in english.that for item in before)
    tags = pairwise(item.tag for item in before)
    met = any((one in _NOUNS and two in _NEXT_PHRASE) or (one, two) == ("N", "NP") for one, two in tags)
    described = all(item.tag == "R" for item in before)  # "recently appointed manager Roe"
    return bool(verb) and not joined and not met and not described


def _finite(inner: Sequence[Item], at: int) -> bool:
    """A finite verb by its tag and its form: not "board", nor the "briefed" of "an aide briefed on it"."""
    item = inner[at]
    if item.tag not in FINITE_TAGS or item.capital or inner[at - 1].kind == "number" or "-" in item.text:
        return False
    if item.tag == "VBP" and inner[at - 1].tag == "NP" and not inner[at - 1].low.endswith("s"):
        # "NTW interim manager Roe": of one it would be "interims"
        return any(one.low in english.linking for one in inner[:at])
    if item.tag != "VBD":
        return True
    described = item.low.endswith("ed") and item_at(inner, at + 1).tag in ("I", "TO")
    return item.low in PASTS or (item.low.endswith("ed") and not described)
