"""A participle with its agent, or an adjective of conviction, in; the speech it tells out.

"Residents were told by Jane Roe that the dam would hold"; "The plan was described by her as a gift"; "Roe is adamant that
it will hold": a form of "be" stands before, and no list says which adjectives are somebody's view.
"""

from ...language import english
from ...language.senses import senses
from .edges import plausible, right_edge
from .line import Line, report_at
from .reported import Reported
from .sides import clause_right
from .subject import Subject, before_verb, subject_of
from .tail import read_tail

_BETWEEN = 4  # items between the form of "be" and the participle


def _be_before(line: Line, at: int) -> int:
    """The form of "be" that ``items[at]`` goes with; -1 where none stands or it is denied."""
    for here in range(at - 1, max(-1, at - _BETWEEN), -1):
        item = line.items[here]
        if item.low in english.be:
            return here
        if item.tag not in ("R", "VBN") or item.low in english.untold:
            return -1
    return -1


def _subject(line: Line, at: int, be: int) -> Subject | None:
    """Whom or what the words from the form of "be" on are told of, as if they were one plain verb of speech."""
    verb = line.items[at]._replace(low="said", tag="VBD")
    return before_verb((*line.items[:be], verb), be, line.text, line.lex)


def read_passive(line: Line, at: int) -> Reported | None:
    """What is told behind the agent of a verb of speech, or the whole sentence up to the verb that tells of an act."""
    items, lex = line.items, line.lex
    be, first, low = _be_before(line, at), at + 2, items[at].low
    if be < 1 or first >= len(items) or lex.code != "en":
        return None
    if not plausible(items, first, min(first + 3, len(items) - 1), lex):
        return None
    last = right_edge(items, first, lex)
    to = (k for k in range(first + 1, last + 1) if items[k].low in lex.own.to or items[k].tag == "VBG")
    last = next(to, last + 1) - 1
    last -= items[last].low in lex.own.of  # "accused by the union of hiding faults"
    agent, tail = subject_of(items, first, last, line.text, lex), read_tail(items, last, lex)
    if agent is None or items[be].low in lex.own.unfinished_be:
        return None
    nobody = items[be - 1].low == "it" and low in lex.say  # "it was revealed by the agency that"
    if (low in lex.tell or nobody) and tail.kind == "that":
        return report_at(line, clause_right(line, tail.at), "indirect", at, at, agent.phrase)
    subject = _subject(line, at, be)
    if subject is None or subject.first or lex.act.get(low) != () or low in lex.perform:
        return None
    told = clause_right(line, 0)[0]
    return report_at(line, [told], "act", at, at, agent.phrase) if told else None


def read_sure(line: Line, at: int) -> Reported | None:
    """The clause behind "is adamant that" of a person or a body."""
    be = _be_before(line, at)
    if be < 1:
        return None
    subject = _subject(line, at, be)
    if subject is None or subject.shared or subject.phrase.words.lower() in line.lex.own.names_nobody:
        return None
    phrase = subject.phrase
    head = phrase.words.lower().split()[-1]
    who = phrase.name or phrase.pronoun or head in line.lex.roles or max(senses().noun(head)[:2]) >= 5
    return report_at(line, clause_right(line, at + 2), "indirect", at, at, phrase) if who else None
