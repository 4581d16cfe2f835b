"""The words of an article in, the people it names with the names, titles and roles it gives them out.

Answers who "Roe", "she", "the mayor" or "the source" is, from the text alone; what the text does
not settle stays as the words stand.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...entities.link import fold_words
from ...language import english, everywhere, united
from ...language.inflect import decline
from ...language.names import gender_of_first_name
from ...text.annotation import Annotation
from .edges import tells
from .lexicon import Gender, Lexicon
from .phrases import PARTICLES, Phrase, name_behind_place, name_runs, read_phrase
from .tokens import Item, item_at, run_before

# Offices that news calls "leader".
_SHORT = {"fm": "foreign minister", "pm": "prime minister"}
_DUTY = 6  # words back from a name in which its title stands
_SMALL = everywhere.small | {"same", "s"}


@dataclass(slots=True)
class Person:
    """Someone the article names: the fullest name, where, and the words that describe them."""

    name: str
    first: int
    words: set[str] = field(default_factory=set)
    gender: Gender | None = None
    mentions: list[int] = field(default_factory=list)

    @property
    def tokens(self) -> list[str]:
        """The words of the name, in lower case."""
        return self.name.lower().split()


class People:
    """Everyone named in one article."""

    def __init__(self, lex: Lexicon, forms: Iterable[Annotation] = ()) -> None:
        self.lex = lex
        sure = (one for form in forms for one in form.names if one.sure and one.kind != "person")
        bodies = (one for one in sure if len(one.words) > 1 + bool(gender_of_first_name(one.words[0])))
        self._bodies = {one.name.lower() for one in bodies}  # and places; "Ann Cross" may be somebody
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self.described: list[tuple[int, str, frozenset[str]]] = []  # the unnamed: where, words, content words

    def read(self, items: Sequence[Item], text: str) -> None:
        """Take in the names of one sentence."""
        for first, last in name_runs(items, self.lex):
            before = first = first + (first == 0 and self.lex.surely_says(items[0].low))  # "Dijo Ruiz que"
            if self.lex.names_decline and first and last - first > 2:
                before = first = name_behind_place(items[:last], first - 1, self.lex) or first
            before = run_before(items, before, lambda item: item.low in self.lex.titles)
            before = duty_before(items, before, self.lex)
            if last - before < 2:
                continue  # a word with a capital alone names nobody yet
            phrase = read_phrase(items[before:last], text, self.lex)
            if phrase is None or not phrase.name:
                continue
            if len(phrase.name.split()) < 2 and self.lex.titles.isdisjoint(phrase.titles):
                continue
            low = phrase.name.lower()
            if low.rstrip(".") in self._bodies or low.split()[0] in self.lex.stop:
                continue
            person = self.add(phrase)
            person.words.update(_apposed(items, last, self.lex))
            person.gender = person.gender or _role_gender(person.words, self.lex)

    def add(self, phrase: Phrase) -> Person:
        """The person of a named phrase, known or new."""
        name = _clean(phrase.name)
        person = self._by_name.get(name.lower())
        if person is None and " " not in name:  # "President Roe": who is named in full elsewhere
            person = self._by_name.get(self.named(phrase).lower())
        if person is None and self.lex.names_decline and " " in name:
            person = self._in_another_case(name)
        if person is None:
            person = Person(name, phrase.start)
            self._by_name[name.lower()] = person
            self._by_last.setdefault(name.lower().split()[-1], []).append(person)
        person.words.update(word for word in phrase.titles if word not in _SMALL)
        person.gender = person.gender or phrase.gender
        person.mentions.append(phrase.start)
        return person

    def _in_another_case(self, name: str) -> Person | None:
        """Whom the article has named before in another case; the nominative becomes the name."""
        near = (p for p in list(self._by_name.values()) if p.tokens[-1][:2] == name.split()[-1][:2].lower())
        for person in near:
            oblique = self.is_case_of(name, person.name)
            if oblique or self.is_case_of(person.name, name):
                person.name = person.name if oblique else name
                self._by_name[name.lower()] = person
                self._by_last.setdefault(name.lower().split()[-1], []).append(person)
                return person
        return None

    def is_case_of(self, form: str, name: str) -> bool:
        """ "Олени Коваль" is a case of "Олена Коваль"."""
        return self.lex.names_decline and fold_words(form) in _cases(name, self.lex.code == "pl")

    def named(self, phrase: Phrase, spoke: Collection[str] = ()) -> str:
        """The fullest name of a named phrase that the article supports; of a family's names one that ``spoke`` before."""
        name = _clean(phrase.name)
        if self.lex.names_decline and (held := self._by_name.get(name.lower())):
            name = held.name
        found = [p for p in self._candidates(name.lower().split()) if self._may_be(p, phrase, name)]
        if not found:
            return name
        before = [p for p in found if p.first <= phrase.start]
        pool = [p for p in before if p.name in spoke] or before or found
        if len({p.name.lower() for p in pool}) > 1:
            return max(pool, key=lambda p: max((m for m in p.mentions if m <= phrase.start), default=-1)).name
        return pool[0].name

    def _may_be(self, person: Person, phrase: Phrase, name: str) -> bool:
        """The name is short for the person's, of no other gender, and no nominative of a name known in another case."""
        tokens = name.lower().split()
        fits = _fits(person.tokens, tokens) and person.name.lower() != name.lower()
        agrees = None in (person.gender, phrase.gender) or person.gender == phrase.gender
        return fits and agrees and not self.is_case_of(person.tokens[-1], tokens[-1])

    def _candidates(self, tokens: Sequence[str]) -> list[Person]:
        """People whose last name the tokens end with; in languages of cases, one with the same stem."""
        found = list(self._by_last.get(tokens[-1], ()))
        if len(tokens) == 1 and not found:
            # A first name, or a family name that stands first: "Chief Executive Tan Wei Ming … Tan said".
            described = (p for p in self._by_name.values() if p.gender is not None or p.words)
            found = [p for p in described if p.tokens[0] == tokens[0]]
        if not found and self.lex.names_decline and len(tokens[-1]) > 4:
            stem = tokens[-1][:-2]
            found = [p for last, ps in self._by_last.items() for p in ps if last.startswith(stem)]
        return found

    def names(self, *, before: int) -> tuple[str, ...]:
        """Everyone named before a place in the text, in order."""
        found = sorted((p.first, p.name) for p in self._by_name.values() if p.first < before)
        return tuple(name for _, name in found)

    def fullest(self, name: str) -> str:
        """The fullest name of someone called ``name``, which stays as it stands when nobody fits."""
        tokens = name.lower().split()
        found = [p.name for p in self._candidates(tokens) if _fits(p.tokens, tokens)]
        return found[0] if len(set(found)) == 1 else name

    def person(self, name: str) -> Person | None:
        """The person of exactly this name."""
        return self._by_name.get(_clean(name).lower())

    def recent(self, gender: Gender, before: int, reach: int) -> str:
        """The person of this gender named last before a place, at most ``reach`` characters away."""
        people = (person for person in self._by_name.values() if person.gender == gender)
        named = ((max((at for at in p.mentions if at < before), default=-1), p.name) for p in people)
        at, name = max(named, key=lambda one: one[0], default=(before - reach, ""))
        return name if at > before - reach else ""

    def by_role(self, phrase: Phrase) -> str:
        """The one person whom the article describes with all the words of a role; ``""`` if none or several."""
        wanted = {long for word in phrase.titles for long in _SHORT.get(word, word).split()} - _SMALL
        if len(wanted) < 2 or self.lex.is_body(phrase.titles[-1]):
            return ""  # "the city council" is not its leader
        found = {p.name for p in self._by_name.values() if _described_by(wanted, p.words)}
        return found.pop() if len(found) == 1 else ""

    def described_as(self, role: str) -> set[str]:
        """The names of those whom the article gives a role."""
        return {
            self.fullest(one.name)
            for one in self._by_name.values()
            if role in one.words or any(self._is_role(word, role) for word in one.words)
        }

    def _is_role(self, word: str, role: str) -> bool:
        """ "премьера", "премьер-министр": the role in another case or cut short."""
        short = word.split("-")[0]
        return self.lex.names_decline and (short == role or self.is_case_of(short, role))

    def remember(self, phrase: Phrase) -> None:
        """Keep the description of a speaker without a name."""
        self.described.append((phrase.start, phrase.words, _content(phrase.words)))

    def same_source(self, phrase: Phrase) -> str:
        """The fuller description given before of "the source", "the same official"."""
        wanted = _content(phrase.words)
        for start, description, content in reversed(self.described):
            if start < phrase.start and wanted <= content and len(description) > len("a source"):
                return description
        return ""


_ADJECTIVE = ("ого", "его", "ої", "ой", "ego", "ej", "их", "ых", "ich", "ych")  # of a place in the genitive


def duty_before(items: Sequence[Item], first: int, lex: Lexicon) -> int:
    """ "Міністр освіти Ганна Коваль": where the title begins whose duty stands in small letters before a name."""
    reach = range(first - 1, max(-1, first - _DUTY), -1) if lex.names_decline else range(0)
    for at in reach:
        item = items[at]
        if item.low in lex.titles or (lex.is_role(item.low) and not lex.is_body(item.low) and at < first - 1):
            return at
        if at and items[at - 1].low in lex.titles and not item.capital:
            return at - 1  # "міністр фінансів": what stands behind a title is no verb
        other = united(lex.prepositions, lex.conjunctions, lex.helpers, lex.say)
        named = item.capital and not (item.low.endswith(_ADJECTIVE) and not items[at + 1].capital)
        if item.kind != "word" or named or item.low in other or tells(items, at, lex):
            break  # "Голова Донецького обласного суду Ганна Коваль" goes on
    return first


@lru_cache(maxsize=4096)
def _cases(name: str, polish: bool) -> frozenset[tuple[str, ...]]:
    """A name in the cases that it does not stand in, folded."""
    return frozenset(decline(fold_words(name), polish=polish))


@lru_cache(maxsize=1024)
def _clean(name: str) -> str:
    """A name with single spaces and without a possessive ending."""
    return " ".join(re.sub(r"['’]s$", "", name).split())


def _fits(full: Sequence[str], short: Sequence[str]) -> bool:
    """``short`` can stand for ``full``: its last name, its first name, or a part of it."""
    if len(short) >= len(full):
        return False
    if len(short) > 1:
        return list(full[-len(short) :]) == list(short) or (full[0], full[-1]) == (short[0], short[-1])
    (one,) = short
    stem = max(4, len(one) - 2)
    whole = full[-1] == one or (full[0] == one and len(full) < 4)
    return whole or (one not in PARTICLES and full[-1][:stem] == one[:stem])


def _content(words: str) -> frozenset[str]:
    """The words of a description that tell, in lower case, possessives cut."""
    found = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", words.lower()))
    return frozenset(word for word in found if word not in _SMALL)


def _described_by(wanted: Iterable[str], words: set[str]) -> bool:
    """Every wanted word stands in the description, by itself, as an office of leaders, or by its stem."""
    for word in wanted:
        if word in words or (word == "leader" and words & english.leads_country):
            continue
        if any(other[:5] == word[:5] for other in words if len(other) >= 5):
            continue
        return False
    return True


def _apposed(items: Sequence[Item], last: int, lex: Lexicon) -> set[str]:
    """The words of an apposition after a name: "Jane Roe, the mayor of Ashford,"."""
    if item_at(items, last).text not in (",", "("):
        return set()
    lead = item_at(items, last + 1)
    if not (lead.low in lex.determiners or lead.low in lex.people or lead.low in lex.own.who):
        return set()
    words: set[str] = set()
    for item in items[last + 1 : last + 14]:
        if item.text in (",", ")", ";") or item.kind == "quote":
            break
        if lex.surely_says(item.low):
            return set()  # "in Ashford, the grid operator says": whoever says it is not the place
        if item.kind == "word" and item.low not in _SMALL:
            words.add(item.low)
    return words


def _role_gender(words: set[str], lex: Lexicon) -> Gender | None:
    """Gender as the describing words give it, when they agree."""
    feminine, masculine = bool(words & lex.feminine), bool(words & lex.masculine)
    if feminine != masculine:
        return "she" if feminine else "he"
    return None
