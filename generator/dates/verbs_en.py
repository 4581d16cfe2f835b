"""An English sentence and its annotation in; what each token says of the time of its clause, out."""

from collections.abc import Iterator
from itertools import pairwise

from ..language import english, words
from ..text.annotation import Annotation, Clause
from .lexicon import beside, lexicon
from .tokens import Tokens
from .verbs import FUTURE, PAST, PRESENT, SAYS_WHEN, Told

# Verbs whose infinitive lies ahead even when they are told in the past.
INTENTIONS = beside.intention
_RUNS, _GOES_ON = words("run runs"), words("from through until")
_CLOSES, _NOBODY = beside.closes, beside.nobody
_OF_NOW = frozenset(["perfect", "present"])
_MAY_BE_VERB = frozenset(["VB", "VBN", "VBD", "VBG", "R", "J"])


class Teller:
    """What the words of one sentence tell, one after the other."""

    def __init__(self, form: Annotation) -> None:
        self.form, self.own = form, lexicon("en").own
        self.lows = [token.low for token in form.tokens]
        self.clause_of = {at: one for one in form.clauses for at in range(one.verb.first, one.verb.last + 1)}
        self.ways: dict[int, int] = {}  # by token
        self.sure: set[int] = set()  # tokens that tell of the past beyond doubt
        governing = 0
        for at in range(len(self.lows)):
            led = self.tag(at) == "VBP" and self.low(at - 1) in english.to
            clause = None if led else self.clause_of.get(at)
            way = self.intention(at) or (self.finite(at, clause) if clause else self.alone(at, governing))
            if way:
                self.ways[at] = governing = way

    def low(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def tag(self, at: int) -> str:
        return self.form.tokens[at].tag if 0 <= at < len(self.lows) else ""

    def surely(self, at: int, way: int = PAST) -> int:
        self.sure.add(at)
        return way

    def intention(self, at: int) -> int:
        """``plans to``, ``set for``, ``due in``, ``runs from``; what "had been due to" begin lies behind."""
        low, after = self.lows[at], self.low(at + 1)
        meant = low in INTENTIONS and (after in english.to or (after in english.for_ and self.tag(at) != "N"))
        meant = meant or (low in beside.awaited and after in beside.awaited_on)
        meant = meant or (low in _RUNS and after in _GOES_ON)
        if (meant or low in beside.awaited) and self.had_been(at):
            return self.surely(at)
        return FUTURE if meant else 0

    def had_been(self, at: int) -> bool:
        """Whether the clause of a word is told in the pluperfect of "be"."""
        verbs = (one.verb for one in self.form.clauses if one.verb.first < at <= one.last)
        return any("been" in self.lows[one.first : at] and one.tense == "pluperfect" for one in verbs)

    def finite(self, at: int, clause: Clause) -> int:
        """What a finite verb tells with its helpers."""
        verb = clause.verb
        group = self.lows[verb.first : verb.last + 1]
        lead = group[0]
        ahead = not english.to.isdisjoint(group) or (
            group[-1] in english.is_or_was and self.low(verb.last + 1) in english.to
        )
        if lead in beside.did or (ahead and "have" in group and lead in english.was_told):
            return self.surely(at)  # "were to have begun"
        if ahead:
            return PAST if lead in english.had and clause.kind != "complement" else FUTURE
        if verb.tense in ("future", "conditional", "modal"):
            return self.modal(at, clause, group)
        foretold = verb.word in beside.foretelling and verb.tense in _OF_NOW  # "have predicted rain"
        if verb.word in self.own.future or foretold:
            return FUTURE
        if verb.tense in ("past", "pluperfect"):
            sure = verb.negated and verb.tense == "past" and verb.word not in INTENTIONS
            return self.surely(at) if sure else PAST
        if verb.tense == "perfect":
            return self.surely(at) if verb.voice == "passive" else PRESENT
        return self.present(verb.first, verb.word)

    def modal(self, at: int, clause: Clause, group: list[str]) -> int:
        """``will open``, ``might have been hurt``, ``nobody could be reached``."""
        denied = clause.verb.negated or not _NOBODY.isdisjoint(self.lows[clause.first : clause.last + 1])
        if denied and group[0] in beside.could:
            return self.surely(at)
        return PAST if "have" in group and (denied or group[0] in beside.guess) else FUTURE

    def present(self, at: int, word: str) -> int:
        if self.lows[at] in english.is_now:
            return PRESENT
        if word in self.own.past:
            return PAST
        return FUTURE if word in beside.fixture and self.tag(at - 1) not in ("D", "PS") else 0

    def alone(self, at: int, governing: int) -> int:
        """What a word tells that is no part of a finite verb: "the man arrested", "to vote", "ahead"."""
        low, tag, bare = self.lows[at], self.tag(at), not self.form.clauses
        if self.low(at - 1) in english.to and tag in ("VB", "VBP", "N"):
            return self.infinitive(at, governing)
        if self.is_over(at, governing):
            return self.surely(at)
        if self.tag(at - 1) in ("D", "PS"):
            return 0
        if low in self.own.future and not (low == "ahead" and self.low(at + 1) in english.of):
            return FUTURE if bare or low not in beside.noun_too or tag in _MAY_BE_VERB else 0
        told = low in self.own.past or tag in ("VBD", "VBN") or (bare and low.endswith("ed"))
        if told and self.low(at - 1) not in english.to:
            return self.participle(at, governing)
        return FUTURE if bare and low in beside.fixture else 0

    def is_over(self, at: int, governing: int) -> bool:
        """``did not open``, where the verb looks like none; ``after having``, ``hurt while trying``, ``jailed for killing``."""
        before = self.low(at - 1)
        helper = at - 2 if before == "not" else at - 1
        after_doing = before == "after" and "will" not in self.lows[:at]
        doing = after_doing or (before in beside.while_doing and governing == PAST)
        done = helper in self.sure and self.low(helper) in beside.told_helper
        return done or (doing and self.tag(at) == "VBG")

    def infinitive(self, at: int, governing: int) -> int:
        """``began to leak``, ``fell 25 cents to close at $20``; "remanded to stand trial in May" tells of now on."""
        counted = self.low(at - 2) == "," or "CD" in (self.tag(at - 2), self.tag(at - 3))
        figure = counted and self.lows[at] in _CLOSES
        made = not beside.causative.isdisjoint(self.lows[max(0, at - 7) : at])
        done = made or self.low(at - 2) in beside.implicative
        if figure or at - 2 in self.sure or (governing == PAST and done):
            return self.surely(at, PRESENT)
        if self.lows[at] in self.own.future:
            return FUTURE
        return PRESENT if governing == PAST else governing

    def participle(self, at: int, governing: int) -> int:
        """``is said to have left``, ``will stay shut``, ``if approved on Friday``, ``hopes to have it mended by Friday``."""
        before = self.low(at - 1)
        letter, _ = lexicon("en").words.get(self.low(at + 2), ("", 0))
        by_then = governing == FUTURE and self.low(at + 1) in english.by and letter in SAYS_WHEN
        if before == "be" or before in beside.if_ or by_then:
            return FUTURE
        if before == "have" and self.low(at - 2) in english.to:
            return FUTURE if self.low(at - 3) in INTENTIONS else self.surely(at)
        return FUTURE if at - 1 in self.clause_of and self.ways.get(at - 1) == FUTURE else PAST


def read_english(tokens: Tokens, form: Annotation) -> Told:
    """What the tokens tell, and where a time in front of a verb belongs to it."""
    teller = Teller(form)
    at_start = {token.start: at for at, token in enumerate(form.tokens)}
    pairs = zip(tokens.starts, tokens.tags, strict=True)
    places = [-1 if tag in SAYS_WHEN else at_start.get(start, -1) for start, tag in pairs]
    sure = {index for index, place in enumerate(places) if place in teller.sure}
    mains = ((form.tokens[one.first].start, form.tokens[one.verb.first].start) for one in form.clauses)
    ways = [teller.ways.get(place, 0) for place in places]
    return Told(ways, sure, list(_fronts(form)), next(mains, (0, 0)))


def _fronts(form: Annotation) -> Iterator[tuple[int, int]]:
    """Where a time belongs to the verb behind it: "but on Friday the mayor gave up"."""
    for before, one in pairwise(form.clauses):
        as_of = one.opener == "as" and form.tokens[one.first + 1].low == "of"  # "said as of May 1 it would"
        joined = one.opener and (one.kind in ("coordinate", "complement") or as_of)
        first, last = one.subject or (-2, -2)
        begins = [token.tag for token in form.tokens[max(first, 0) :][:2]]
        led = begins in (["NP", "D"], ["NP", "PS"])
        noun = not led and (first == last or form.tokens[last].tag == "N")  # not "told Monday the fair would"
        of_subject = noun and one.kind == "complement"  # "said January output should rise"
        opened = one.first if joined else first if of_subject else first + 1
        if 0 <= opened < len(form.tokens) and before.verb.tense != "pluperfect":
            yield form.tokens[opened].start, form.tokens[one.verb.first].start
