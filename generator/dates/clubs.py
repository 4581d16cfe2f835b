"""A text in, the weekdays in it that are part of a name, as of a club, out.

"Crewe Wednesday" is written as "in Crewe Wednesday" and "Roe Wednesday said" are, and nothing tells them apart but
what a time cannot do: own something, stand before what a person is, be many, be of the present. Where one sentence
has such a form, the two words are a name in all of the text; so they are where every other day has its "on".
"""

import re
from collections import defaultdict
from functools import lru_cache

from ..language import language, time_words, united, words
from ..language.senses import MOSTLY, senses
from ..text.annotate import annotate
from ..text.annotation import Annotation, Clause, Token
from .lexicon import beside, english, lexicon

_SENTENCE = re.compile(r"(?:[^\n.!?]|[.!?](?!\s)|(?<!\w{3})\.)+")
_NAMED = (name.capitalize() for name in time_words("en").names("weekday") if name.endswith("day"))
_DAYS = f"(?:{'|'.join(_NAMED)})"
_PART = "|".join(sorted(time_words("en").classes["part-of-day"]))  # "beat Leeds Saturday night"
_DAY, _PAIR = re.compile(_DAYS), re.compile(rf"\b(?!{_DAYS})[^\W\d_a-z][\w'’-]* {_DAYS}\b(?! (?:{_PART})\b)")
_BEFORE_DAY = re.compile(rf"\b([a-z]+) {_DAYS}\b")
# What stands before a day in every style: "until Friday", "the Friday".
_ANYWHERE = (english.preposition | english.determiner | words("last next and or by previous")) - {"on"}
_JOINS = english.subordinate - english.preposition
_PLACING = english.place_preposition - {"for"}
_MANY = words("are aren't have haven't were weren't")
_NONE = Token(-1, -1, "", "", "P")


@lru_cache(maxsize=4)
def clubs_in(text: str) -> frozenset[str]:
    """The words that are a name together with the weekday behind them: "Crewe Wednesday"."""
    places: dict[str, list[_Place]] = defaultdict(list)
    for found in _SENTENCE.finditer(text):
        pairs = {pair.end(): pair[0] for pair in _PAIR.finditer(text, *found.span())}
        form = annotate(text, *found.span()) if pairs else None
        for at, token in enumerate(form.tokens) if form else ():
            if at and token.end in pairs and form and form.tokens[at - 1].tag in ("NP", "N"):
                places[pairs[token.end]].append(_Place(form, at))
    before = [low for low in _BEFORE_DAY.findall(text) if low not in _ANYWHERE]
    says_on = len(before) > 1 and set(before) == {"on"}
    return frozenset(pair for pair, seen in places.items() if any(one.is_name(says_on) for one in seen))


class _Place:
    """A weekday in its sentence, and the capitals in front of it."""

    def __init__(self, form: Annotation, at: int) -> None:
        self.form, self.at, self.first = form, at, at - 1
        while self.tag(self.first - 1) == "NP" and not self.is_day(self.first - 1):
            self.first -= 1
        self.before, self.after = self.token(self.first - 1), self.token(at + 1)
        ahead = self.token(self.first - 2)
        comma = self.before.text == "," and ahead.tag == "NP" and not self.is_day(self.first - 2)
        opened = self.before.tag in ("P", "W") or self.before.low in _JOINS
        # The words may be the subject of a clause; not in "in Leeds, Crewe Wednesday".
        self.leads = (opened and not comma) or (self.before.tag == "CC" and ahead.text == ",")

    def token(self, at: int) -> Token:
        return self.form.tokens[at] if 0 <= at < len(self.form.tokens) else _NONE

    def tag(self, at: int) -> str:
        return self.token(at).tag

    def is_day(self, at: int) -> bool:
        return _DAY.fullmatch(self.token(at).text) is not None

    def clause_of(self, at: int) -> Clause | None:
        return next((one for one in self.form.clauses if one.first <= at <= one.last), None)

    def is_name(self, says_on: bool) -> bool:
        """Whether no time can stand there; behind "in" and "at" one can, if no other does."""
        paired = self.before.low == "between" and self.after.low in english.linking
        told = says_on or paired or self.is_whose() or self.is_subject() or self.is_of_present()
        return self.has_other_day() or (told and self.before.low not in _PLACING)

    def is_whose(self) -> bool:
        """``Crewe Wednesday's fans``, ``by the Crewe Wednesday striker``; not "told Roe Wednesday officials would"."""
        noun = self.after.tag == "N" and self.after.low
        if self.leads:
            return self.after.tag == "POS" or bool(noun and senses().noun(noun)[0] >= MOSTLY)
        behind_verb = any(one.verb.last < self.first for one in self.form.clauses)  # else its subject
        return bool(noun and senses().is_person(noun)) and (
            behind_verb or self.before.tag in ("D", "PS", "J")
        )

    def is_subject(self) -> bool:
        """``Crewe Wednesday were``, ``Crewe Wednesday and Leeds drew``, ``fans of Crewe Wednesday sang.``."""
        verb, behind = self.after, self.token(self.at + 2)
        fans = self.before.low in english.of and senses().noun(self.token(self.first - 2).low)[0] >= MOSTLY
        does = verb.tag in ("VBD", "N") and not verb.text[0].isupper() and verb.low not in language("en").says
        if does and behind.text in ("", ".") and (fans or (self.leads and self.first == self.at - 1)):
            return True  # a time before the verb makes room for what follows it
        many = verb.low in _MANY and not self.token(self.at - 1).low.endswith("s")
        has = verb.low == "has" and behind.tag in ("VBN", "VBD")
        joined = verb.low in english.linking and behind.tag == "NP" and not self.is_day(self.at + 3)
        return self.leads and (many or has or joined)

    def has_other_day(self) -> bool:
        """``Crewe Wednesday beat Leeds on Saturday``, ``lost to Crewe Wednesday 2-1 on Saturday``."""
        if self.is_day(self.first - 1):
            return self.token(self.first - 2).low in english.on
        clause = self.clause_of(self.at + 1)
        if clause is None or clause.verb.first != self.at + 1:
            behind = next(at for at in range(self.at + 1, len(self.form.tokens) + 1) if self.tag(at) != "CD")
            return self.is_on_day(behind)
        told = senses().verb(senses().lemma(clause.verb.word))[0] >= MOSTLY
        plans = clause.verb.word in beside.intention
        inside = range(clause.verb.last + 1, clause.last + 1)
        apart = told or plans or any(self.tag(at) in ("TO", "VBG") for at in inside)
        return self.leads and not apart and any(map(self.is_on_day, inside))

    def is_on_day(self, at: int) -> bool:
        return self.token(at).low in english.on and self.is_day(at + 1) and self.tag(at + 2) != "POS"

    def is_of_present(self) -> bool:
        """``plays for Crewe Wednesday``, ``has joined Crewe Wednesday``, ``was a fan of Crewe Wednesday``."""
        last = self.first - 1 - (self.before.tag == "I")
        clause = self.clause_of(last)
        if clause is None:
            return False
        verb, ahead = clause.verb, united(lexicon("en").own.future, beside.fixture)
        if verb.last == last:
            habit = verb.tense == "present" and self.before.low in english.for_ and verb.word not in ahead
            return habit or verb.tense == "perfect"
        held = self.before.low in english.of and senses().is_person(self.token(last).low)
        state = held and verb.first == verb.last and verb.word in english.state
        between = {self.tag(at) for at in range(verb.last + 1, last)}
        return state and self.after.tag in ("P", "CC") and between <= {"D", "J", "N", "R"}
