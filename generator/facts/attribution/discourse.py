"""Reported speech in the order of the article in, the same with every speaker named out.

Pronouns go to the person meant, surnames to the full name, "the source" to its description, and a
quotation without any words of reporting to whoever was speaking.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from sys import maxsize
from typing import Self

from ...language import english, pattern, pattern_everywhere
from ...language.senses import MOSTLY, senses
from ...model import Attribution
from ...values import dataclass, field, replace
from .lexicon import Gender, Lexicon
from .people import People
from .phrases import BODIES, PLACED, Phrase, told_by
from .reported import Reported

_SPEAKS_FOR = pattern("speaks-for")
_OTHER_WORD = pattern("other-word")
_WHO_SPOKE = pattern_everywhere("who-spoke")
_AGED = re.compile(r"the \d{1,3}[- ]years?[- ]old\b", re.IGNORECASE)
_OWNER = re.compile(r"['’]s? [a-z]")  # "Roe's sons"
_HELD = 3  # sentences back in which the holder of an office was spoken of
_REACH = 1500  # characters back that a pronoun may point to someone who neither spoke nor led a sentence


_DEFINITE = ("the ", "this ", "that ", "der ", "die ", "le ", "la ", "l'", "l’", "el ")
_HERS, _HIS = ("ла", "ła", "лась", "лася"), ("л", "в", "ł", "лся", "вся")  # endings of past verbs
_THEIRS = ("ли", "лися", "лись", "li", "ły")


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker as resolved."""

    name: str
    anonymous: bool = False
    gender: Gender | None = None
    start: int = -1
    end: int = -1
    person: bool = True
    via: str = ""
    acts: bool = False  # does what only people do

    def at(self, phrase: Phrase) -> Self:
        """The same, as another phrase means them."""
        return replace(self, start=phrase.start, end=phrase.end)


@dataclass(frozen=True, slots=True)
class About:
    """Whom a sentence is about."""

    subject: Phrase
    acts: bool = False  # its verb shows a person
    state: bool = False  # it tells how its subject is: "Water is scarce"


@dataclass(slots=True)
class Discourse:
    """What has been said so far and about whom: the state that carries speakers on."""

    people: People
    lex: Lexicon
    about: Mapping[int, About]  # by sentence
    last: Known | None = None
    last_sentence: int = -1
    asked: bool = False  # what was said last was a question
    opens: int = -1  # the sentence in which the words now being given to someone begin
    seen: list[tuple[int, Known]] = field(default_factory=list)  # sentence, person it is about or who spoke
    spoke: set[str] = field(default_factory=set)  # names of those who said something so far

    def subject(self, sentence: int) -> Phrase | None:
        """Whom a sentence is about."""
        return self.about[sentence].subject if sentence in self.about else None

    def speaker(self, report: Reported) -> Known | None:
        """Who speaks in ``report``; updates the state."""
        phrase = report.speaker
        if phrase is None:
            return None
        known = self.resolve(phrase, report)
        if known:
            known = self._by_verb(known, report)
            self.spoke.add(known.name)
            self.last, self.last_sentence = known, report.sentence
            if body := _SPEAKS_FOR.search(phrase.words):
                firm = Known(body["body"], start=phrase.start, person=False)
                self.seen.append((report.sentence, firm))
            self.seen.append((report.sentence, known))
            if report.via and report.via.lower() not in self.lex.platforms:
                outlet = Known(report.via, start=phrase.start, person=False)
                self.seen.insert(-1, (report.sentence, outlet))
        return known

    def _by_verb(self, known: Known, report: Reported) -> Known:
        """The speaker with the gender that the verb shows: "заявила председатель Айгуль Котова"."""
        gender = self._shown(report) if known.person else None
        if not gender:
            return known
        person = self.people.person(known.name)
        if person is not None:
            person.gender = gender
        return replace(known, gender=gender)

    def _shown(self, report: Reported) -> Gender | None:
        """The gender that the form of the verb shows."""
        verbs = [word for word in report.cue.lower().split() if word in self.lex.say]
        if not self.lex.names_decline or not verbs or not verbs[-1].endswith(_HERS + _HIS + _THEIRS):
            return None
        if verbs[-1].endswith(_THEIRS):
            return "they"
        return "she" if verbs[-1].endswith(_HERS) else "he"

    def mention(self, sentence: int) -> None:
        """Note whom a sentence is about before its speech is resolved."""
        phrase = self.subject(sentence)
        if phrase is None or phrase.pronoun:
            return
        if phrase.name:
            self.seen.append((sentence, replace(self.named(phrase), acts=self.about[sentence].acts)))
        elif phrase.anonymous or _person_role(phrase, self.lex):
            known = self._by_age(sentence, phrase) or self.role(phrase)
            if known:
                self.seen.append((sentence, known))

    def _near(self, sentence: int, reach: int = 2, before: int = maxsize) -> list[Known]:
        """The people whom the sentence and those before it are about, or who spoke there."""
        near = list(takewhile(lambda one: sentence - one[0] <= reach, reversed(self.seen)))[::-1]
        told = {known.name: known for at, known in near if at <= sentence and known.start < before}
        return [known for known in told.values() if known.person]

    def _by_age(self, sentence: int, phrase: Phrase) -> Known | None:
        """ "The 29-year-old striker": the one person whom the two sentences before are about."""
        near = self._near(sentence)
        alone = len(near) == 1 and _AGED.match(phrase.words) is not None
        return replace(near[0], acts=True).at(phrase) if alone else None

    def resolve(self, phrase: Phrase, report: Reported) -> Known | None:
        """The speaker of a phrase of any shape."""
        if report.unnamed and not phrase.name and not phrase.pronoun:
            phrase = replace(phrase, anonymous=True)
        if phrase.pronoun:
            return self._pronoun(phrase, report)
        lead, _, rest = phrase.words.partition(" and ")
        if rest and (with_whom := self.lex.pronouns.get(lead.lower())):
            # "He and his wife said": the two of them
            one = self._pronoun(replace(phrase, words=lead, pronoun=with_whom), report)
            words = f"{one.name if one else lead.lower()} and {rest}"
            return Known(words, False, "they", phrase.start, phrase.end)
        other = _OTHER_WORD.fullmatch(phrase.words)
        adds = self._adds(phrase, report)
        if other or adds or _WHO_SPOKE.fullmatch(phrase.words):
            spoke = None if other else self._same_speaker(phrase)
            if found := spoke or (None if adds else self._same_person(phrase, report)):
                return found
        if other:
            return Known(phrase.words, False, phrase.gender, phrase.start, phrase.end)
        return self.named(phrase) if phrase.name else self.role(phrase, report)

    def _adds(self, phrase: Phrase, report: Reported) -> bool:
        """ "Policjantka dodała, że …", "El edil añadió que …": one person by a role alone, who goes on."""
        lows = [word for word in phrase.words.lower().split() if word not in self.lex.determiners]
        one = len(lows) == 1 and self.lex.is_role(lows[0]) and not self.lex.is_body(lows[0])
        adds = not self.lex.add.isdisjoint(report.cue.lower().split())
        return one and adds and not phrase.name and not phrase.anonymous

    def _same_speaker(self, phrase: Phrase) -> Known | None:
        """The one who spoke just before, for "the woman" or "the 34-year-old"."""
        last, near = self.last, self.opens - self.last_sentence <= _HELD - 1
        if last is None or not near or not last.person or " " not in last.name or _several(last.name):
            return None
        either = self.lex.names_decline and phrase.gender == "he"  # "strażak dodała"
        fits = either or phrase.gender not in ("he", "she") or last.gender in (None, phrase.gender)
        return last.at(phrase) if fits and last.name[:1].isupper() else None

    def _same_person(self, phrase: Phrase, report: Reported) -> Known | None:
        """The one person whom this sentence or the two before it are about, for "the German" or "the 34-year-old"."""
        near = [one for one in self._near(report.sentence) if " " in one.name and not _several(one.name)]
        return near[0].at(phrase) if len(near) == 1 else None

    def named(self, phrase: Phrase) -> Known:
        """A named speaker under the fullest name."""
        name = self.people.named(phrase, self.spoke)
        person = self.people.person(name)
        if person is not None:
            person.words.update(phrase.titles)
        gender = phrase.gender or (person.gender if person else None)
        body = name.lower().split()[-1] in BODIES or (len(name) > 1 and name.isalpha() and name.isupper())
        return Known(name, False, gender, phrase.start, phrase.end, not body)

    def role(self, phrase: Phrase, report: Reported | None = None) -> Known | None:
        """A speaker told by role: someone named elsewhere, a source described before, or the words as they stand."""
        if self.lex.names_decline:
            first, space, rest = phrase.words.partition(" ")
            base = self.lex.nominative(first.lower())
            phrase = replace(phrase, words=phrase.words if base == first.lower() else base + space + rest)
        definite = self.lex.names_decline or phrase.words.lower().startswith(_DEFINITE)
        if definite and (found := self._told_before(phrase, report)):
            return found
        lead = phrase.words.split()[0] if phrase.words else ""
        common = self.lex.lone_leads if lead == phrase.words else self.lex.common_leads
        named = phrase.words[len(lead) + 1 :][:1].isupper()  # "People Weekly"
        if lead.istitle() and not named and lead.lower() in common and not self.lex.nouns_capital:
            phrase = replace(phrase, words=phrase.words[0].lower() + phrase.words[1:])
        if phrase.anonymous:
            self.people.remember(phrase)
        heads = [one for one in phrase.titles if self.lex.is_role(one) or self.lex.is_body(one)]
        heads = heads[:1] if self.lex.names_decline else heads  # "представитель прокуратуры" is a person
        human = phrase.anonymous or not (told_by(phrase, self.lex) or any(map(self.lex.is_body, heads)))
        return Known(phrase.words, phrase.anonymous, phrase.gender, phrase.start, phrase.end, human)

    def _told_before(self, phrase: Phrase, report: Reported | None) -> Known | None:
        """Whom "the mayor", "the source" means, when the text has told of them."""
        if phrase.anonymous and (described := self.people.same_source(phrase)):
            return Known(described, True, "they", phrase.start, phrase.end)
        # "Leader" may be said of several, so the sentence's own subject is asked first.
        first = report is not None and "leader" in phrase.titles
        if first and report and (found := self._variation(phrase, report)):
            return found
        body = self.lex.names_decline and self.lex.is_body(phrase.words.split()[0].lower())
        if not phrase.anonymous and not body and (name := self.people.by_role(phrase)):
            person = self.people.person(name)
            return Known(name, False, person.gender if person else None, phrase.start, phrase.end)
        if report is None:
            return None
        ways = (self._last_of_role, self._variation, self._only_person, self._holder)
        told = (found for way in ways if (found := way(phrase, report)))
        return next((found for found in told if not (body and found.person)), None)

    def _last_of_role(self, phrase: Phrase, _report: Reported) -> Known | None:
        """ "Mayor Ann Lee said no. The mayor said": of two with one role the one who spoke just before."""
        last = self.last if self.opens - self.last_sentence <= 1 else None
        known = self.people.person(last.name) if last else None
        role = phrase.titles[-1] if 0 < len(phrase.titles) <= 2 else ""
        fits = known and role in known.words and self._single_role(phrase, role)
        return last.at(phrase) if last and fits else None

    def _only_person(self, phrase: Phrase, report: Reported) -> Known | None:
        """ "Jane Roe spoke …. “…,” the opposition lawmaker said.": the one person whom the text has just named."""
        head = phrase.words.lower().split()[-1]
        if not self._single_role(phrase, head) or not any(part.direct for part in report.parts):
            return None
        near = self._near(min(report.sentence, self.opens), before=phrase.start)
        people = [known for known in near if known.name[:1].isupper()]
        if len(people) != 1 or people[0].name not in self.spoke or near[-1].name[:1].islower():
            return None  # "Her lawyer, Max Roe, spoke. Her father said no. “…,” the man said."
        # Someone else has the role: by name, or as "a spokesman" who spoke before.
        others = self.people.described_as(head) - {people[0].name}
        taken = others or any(head in name.split() for name in self.spoke)
        agrees = people[0].gender in (None, phrase.gender) or not phrase.gender
        return people[0].at(phrase) if agrees and not taken else None

    def _single_role(self, phrase: Phrase, head: str) -> bool:
        """One person's role, of one who speaks for nobody else."""
        person = head in self.lex.roles or (self.lex.code == "en" and senses().is_person(head))
        single = person and not head.endswith("s") and head not in english.one_of_several
        hidden = phrase.anonymous and self.people.described  # "a diplomat" has been told of
        return single and not hidden and head not in self.lex.bodies

    def _holder(self, phrase: Phrase, report: Reported) -> Known | None:
        """ "Mayor Jane Roe …. The mayor said": the one person of whom the article has just said so."""
        words, article = phrase.words.lower().split(), not self.lex.names_decline
        role = words[-1] if len(words) == 1 + article else ""
        if article and role not in self.lex.roles and not senses().is_person(role):
            return None  # "Jane Roe, the director of the museum, left. The museum said"
        holders = self.people.described_as(role)
        near = {one.name: one for one in self._near(report.sentence, _HELD, phrase.start)}
        if len(holders) != 1 or role.endswith("s"):
            return None
        known = near.get(next(iter(holders)))
        either = self.lex.names_decline and phrase.gender == "he"  # "міністр сказала"
        gender = None if either else phrase.gender
        fits = known and (not gender or known.gender in (None, gender))
        return known.at(phrase) if known and fits else None

    def _variation(self, phrase: Phrase, report: Reported) -> Known | None:
        """ "Roe held a call with …, the Ruritanian leader said": the sentence's own subject under another word."""
        told = report.parts and report.parts[0].start <= phrase.start
        if not told or english.office_told.isdisjoint(phrase.titles):
            return None
        subject = self.subject(report.sentence)
        if subject is None or not subject.name or subject.start < report.parts[0].start:
            return None
        if report.parts[0].end == subject.end:
            return None  # "Roe, the minister said, had left"
        known = self.named(subject)
        person = self.people.person(known.name)
        lone = person is None and known.gender is None and " " not in known.name
        if lone and (self.about[report.sentence].state or known.name.endswith("s")):
            return None  # "Water is scarce in Ashford, the mayor said", "Costs rose, the mayor said"
        nations, held = (self._nations(words) for words in (phrase.titles, person.words if person else ()))
        if held and nations and not held & nations:
            return None
        return known.at(phrase) if known.person else None

    def _nations(self, described: Iterable[str]) -> set[str]:
        """The words that tell whose leader somebody is: "Ruritanian"; a "woman" leads no land."""
        words = set(described) - self.lex.people
        return {word for word in words if word.endswith(("ish", "ese", "ch", "an", "li", "ni"))}

    def _pronoun(self, phrase: Phrase, report: Reported) -> Known | None:
        """The person a pronoun stands for: of the same sentence's clause first, then whoever spoke or was spoken of."""
        want = phrase.pronoun
        if want == "same":
            return self._of_the_verb(phrase, report)
        fitting = [known for known in self._spoken_of(phrase, report) if _fits(known, want)]
        sure = [known for known in fitting if self._human(known, want)]
        # A lone capitalised word that opened a sentence ("Ice cores …") is nobody until it has spoken.
        sure = sure or [known for known in fitting if " " in known.name or known.name in self.spoke]
        if sure:
            return sure[0].at(phrase)
        if want in ("he", "she") and (name := self.people.recent(want, phrase.start, _REACH)):
            return Known(name, False, want, phrase.start, phrase.end)
        if self.last is not None and self.opens - self.last_sentence <= 1 and _fits(self.last, want):
            return self.last.at(phrase)  # goes on speaking
        return None  # whom it stands for, the text does not settle

    def _of_the_verb(self, phrase: Phrase, report: Reported) -> Known | None:
        """ "Burmistrz Adam Wilk przyjechał. Dodał, że …": the person of the sentence before, or whoever spoke last."""
        before = self.subject(self.opens - 1)
        full = before is not None and before.name and (before.titles or " " in before.name)
        told = self.named(before) if before is not None and full else None
        if told is None and before is not None and not before.pronoun and _person_role(before, self.lex):
            told = self.role(before, report)
        gender = self._shown(report)
        told = None if report.cue.endswith("zufolge") else told  # "den Angaben zufolge": of whoever spoke
        ways = (told if self.last_sentence < self.opens - 1 else None, self.carried(self.opens, 2), told)
        fits = (k for k in ways if k and (not gender or k.gender not in ("he", "she") or k.gender == gender))
        found = next(fits, None)
        return found.at(phrase) if found else None

    def _spoken_of(self, phrase: Phrase, report: Reported) -> Iterator[Known]:
        """Whom the text has spoken of before a pronoun, nearest first: the subject of its own clause leads."""
        own = self.subject(report.sentence)
        if own is not None and own.name and own.start < phrase.start and phrase.pronoun in ("he", "she"):
            inside = any(part.direct and part.start <= own.start < part.end for part in report.parts)
            yield from () if inside else (self.named(own),)
        on = self.last is not None and self.opens - self.last_sentence <= 1
        within = [part for part in report.parts if on and part.end <= phrase.start]
        # Whom the words themselves tell of comes last: "The mayor has said …, he added".
        before = self._seen_before(phrase, report)
        yield from sorted(before, key=lambda one: any(p.start <= one.start < p.end for p in within))

    def _seen_before(self, phrase: Phrase, report: Reported) -> list[Known]:
        """Whom the twelve sentences before a pronoun are about or who spoke there, the last one first."""
        answers = self.asked and not self.lex.answer.isdisjoint(report.cue.lower().split())
        asker = self.last.name if self.last and answers else ""
        first = min(report.sentence, self.opens) - 12
        return [
            replace(known, acts=known.acts and report.sentence - sentence <= 1)
            for sentence, known in takewhile(lambda one: one[0] >= first, reversed(self.seen))
            if sentence <= report.sentence and known.start < phrase.start and known.name != asker
        ]

    def _human(self, known: Known, want: Gender | None) -> bool:
        """Something in the text shows that a person is meant: a title, a role, an age, a first name."""
        if want not in ("he", "she"):
            return True
        person = self.people.person(known.name)
        told = known.gender == want or known.acts or known.anonymous or bool(person and person.words)
        spoke = " " in known.name and known.name in self.spoke
        words = known.name.lower().split() if known.name[:1].islower() else ()  # "the mayor", "a nurse"
        return told or spoke or any(low in self.lex.roles and low not in self.lex.bodies for low in words)

    def carried(self, sentence: int, reach: int = 3) -> Known | None:
        """Who is still speaking when a quotation stands alone."""
        return self.last if sentence - self.last_sentence <= reach else None


def _fits(known: Known, want: Gender | None) -> bool:
    """A known speaker can be meant by the pronoun."""
    several = _several(known.name)
    if want in ("he", "she"):
        # "Utilities said …", "NDR said …": a lone word that mostly means a body, or letters, are nobody's "she"
        lone = " " not in known.name and known.name[:1].isupper()
        group = lone and (senses().noun(known.name.lower())[1] >= MOSTLY or known.name[1:].isupper())
        one = known.person and not several and not group
        return known.gender == want or (one and known.gender is None) or (one and known.anonymous)
    if want == "they":
        either = "spokesperson" in known.name.split()
        alone = known.gender != "they" and not several
        told = alone and senses().noun(known.name.lower().split()[-1])[2] >= MOSTLY
        many = several or either or known.anonymous or known.gender == "they"
        return not told and (many or not known.person)
    return want == "it" and not known.person


def _several(name: str) -> bool:
    """ "residents of Ashford", "two survivors": a role in the plural; "Roe and her team"."""
    if " and " in name:
        return True
    if not name[:1].islower() and _OWNER.search(name) is None:
        return False
    if name.split()[0] in english.many:
        return True
    head = PLACED.split(name)[0].split()[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))
    return plural or head in english.always_many


def _person_role(phrase: Phrase, lex: Lexicon) -> bool:
    """The role is one person's."""
    return phrase.gender is not None or any(word in lex.roles for word in phrase.titles)


def spoken(
    known: Known, start: int, end: int, sentence: int, form: str, *, direct: bool = False
) -> Attribution:
    """Speech without words of reporting beside it, as the value the other stages read."""
    return Attribution(
        start, end, "", known.name, known.start, known.end, via=known.via, anonymous=known.anonymous, direct=direct,
        sentence=sentence, form=form,
    )  # fmt: skip


def attribution(report: Reported, known: Known, at: int) -> Attribution:
    """Part ``at`` of ``report`` as the value the other stages read."""
    part = report.parts[at]
    start, end = report.stands or (known.start, known.end)
    return Attribution(
        part.start, part.end, report.cue, known.name, start, end, via=report.via, anonymous=known.anonymous,
        direct=part.direct, sentence=report.sentence, cue_start=report.cue_start, cue_end=report.cue_end,
        form=report.form, denied=report.denied,
    )  # fmt: skip


def order(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions by where the words stand."""
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))
