"""Items of a sentence in, the noun phrase that names who speaks out: its name, title, role and gender.

No parser stands behind this: news names speakers in few shapes (title and name, name and
apposition, article and role), and those are read from capitals, particles and the word tables.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Self

from ...language import english, everywhere, language, pattern, united, words
from ...language.names import gender_of_first_name, gender_of_slavic_name
from ...language.senses import MOSTLY, senses
from ...values import dataclass, replace
from .lexicon import Gender, Lexicon
from .tokens import Item, is_capital, is_mark, item_at, past, run_before

PARTICLES = english.particle
# Capitalised last words that mark a body or a work, not a person.
BODIES = english.institution
PLACED = pattern("placed-role")
_FOR_OTHERS = tuple(words("spokes lawyer attorney solicitor barrister counsel aide agent representative"))
_GENITIVE = (*"ыиїy", "ji", "ki", "ni")  # endings of a place in the genitive that no first name has
_OF_WHAT = (*"ыиї", "ii", "ji", "ści", "my", "ty", "gi", "cy", "zy")  # "przewodniczący Platformy"
_OF_OFFICE = (*"ыиїю", "ej", "ego", "ich", "ych")  # "голова комітету Верховної Ради"
_CLOSED_BY_VOWEL = (*"аяыиіїуюayiuę", "ej", "ego", "ого")
_TOPIC = 9  # items of what somebody is in charge of, and the name
# Endings of adjectives and nouns in other cases than the first.
_OBLIQUE = re.compile(r"(?:[уюиіеыїęą]|о[йї]|[ое]го|[ыи]х|i?ej|ego|[yi]ch)$")
_PATRONYMIC = ("вич", "вна", "ична")
_GOVERNS = ("de", "del", "du", "des")
_JOINS_TITLES = english.belonging | {"and"}
_OCCUPATION = re.compile(r"[A-Z][a-z]{2,}(?:er|or|ist|man|woman|eer|ian)", re.ASCII)
_DESCRIBES = re.compile(r"[A-Z]\w+-of-\w+|(?:\w+-)+old|\w+-born")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that can speak."""

    start: int
    end: int
    words: str
    name: str = ""
    titles: tuple[str, ...] = ()  # the words around the name that say what it is, in lower case
    pronoun: Gender | None = None
    anonymous: bool = False
    gender: Gender | None = None

    def with_titles(self, titles: Iterable[str], gender: Gender | None = None) -> Self:
        """The same with more words that say what it is, and its gender where that was not told."""
        return replace(self, titles=(*self.titles, *titles), gender=self.gender or gender)


def read_phrase(items: Sequence[Item], text: str, lex: Lexicon) -> Phrase | None:
    """Read ``items`` as one noun phrase; None when they hold no word."""
    items = _trim(_without_occasion(items, text, lex))
    if not items:
        return None
    start, end = items[0].start, items[-1].end
    if len(items) == 1 and (pronoun := lex.pronouns.get(items[0].low)):
        return Phrase(start, end, text[start:end], pronoun=pronoun, gender=pronoun)
    head, name_at = _head_and_name(items, lex)
    lows = tuple(item.low for item in items if item.kind == "word")
    if name_at is None:
        # "one of the aides": the noun stands behind the "of".
        counted = len(head) == 1 and (head[0].low in lex.determiners or head[0].kind == "number")
        anonymous = _hides(items if counted else head, lex) or _counted_people(head, lex)
        words = _described(items, text, lex, anonymous)
        return Phrase(start, end, words, titles=lows, anonymous=anonymous, gender=_gender(lows, "", lex))
    first, last = name_at
    if _together(head, first, last, lex):
        small = items[0].low in lex.determiners
        words = text[start].lower() + text[start + 1 : end] if small else text[start:end]
        return Phrase(start, end, words, titles=lows, gender="they")
    if first and head[first - 1].text == "The" and _inside_sentence(text, head[first - 1].start):
        first -= 1  # "according to The Times": the article belongs to the name
    name = text[head[first].start : head[last - 1].end]
    around = tuple(item.low for item in (*head[:first], *items[len(head) :]) if item.kind == "word")
    gender = _gender(tuple(item.low for item in head[:first]), name, lex)
    return Phrase(start, end, text[start:end], name=name, titles=around, gender=gender)


def _without_occasion(items: Sequence[Item], text: str, lex: Lexicon) -> Sequence[Item]:
    """ "szef rządu podczas debaty", "le préfet lors d'un débat": who speaks without where."""
    during = items and language(lex.code).whole("during").search(text, items[0].end, items[-1].end)
    return [item for item in items if item.start < during.start()] if during else items


def past_letters(items: Sequence[Item], at: int) -> int:
    """ "le président du Comité (CDR) Paul Roche": past the letters of a body that brackets give behind its name."""
    marks = [item.text for item in items[at : at + 3]]
    return at + 3 if len(marks) == 3 and marks[::2] == ["(", ")"] and marks[1].isupper() else at


def _head_and_name(items: Sequence[Item], lex: Lexicon) -> tuple[Sequence[Item], tuple[int, int] | None]:
    """The phrase without what only describes it, and the name in it: "rzecznik Sądu w Thale Jan Wilk" has one behind that."""
    if items[0].low in lex.own.one_person:
        return items, None  # "she and her husband Tom"
    head = _head(items, lex)
    closes = next((past_letters(items, at) for at, item in enumerate(items) if item.text == "("), len(items))
    if item_at(items, closes).capital:
        return items, (closes, len(items))
    named = len(head) > 2 and two_names(head, len(head) - 2) and not _OBLIQUE.search(head[-1].text)
    role = lex.names_decline and len(head) + 3 < len(items) and lex.is_role(items[0].low) and not named
    if closing := name_behind_place(items, len(head), lex) if role else 0:
        return items, (closing, len(items))
    span = _name_span(head, lex)
    before = head[span[0] - 1] if span is not None and 0 < span[0] == len(head) - 1 else None
    if before is not None and lex.names_decline and head[-1].text[:3].isupper():
        small = not before.capital or (lex.is_role(before.low) and not lex.is_body(before.low))
        span = None if small else span  # "Dyżurny punktu GDDKiA": the letters are those whose the speaker is
    return head, span


def told_by(phrase: Phrase, lex: Lexicon) -> str:
    """What kind of thing a phrase without a name is by its noun: a "message" ("a letter to staff"), a "group", or ``""``."""
    head = PLACED.split(phrase.words)[0].split()[-1].lower()
    _, group, message = senses().noun(head) if lex.code == "en" and not phrase.name else (0, 0, 0)
    return "message" if message >= MOSTLY else "group" if group >= MOSTLY else ""


def lifeless(words: str, lex: Lexicon) -> bool:
    """ "Marks on the road": by its English noun neither a person nor a body nor a message."""
    head = PLACED.split(words)[0].split()[-1]
    return head.islower() and head not in lex.roles and max(senses().noun(head)) == 0


def _hides(items: Sequence[Item], lex: Lexicon) -> bool:
    """A noun among the items hides who it is; not one that opens a name: "People Weekly"."""
    return any(
        item.low in lex.anonymous
        and not (item.capital and item_at(items, at + 1).capital and not lex.nouns_capital)
        for at, item in enumerate(items)
    )


def _counted_people(head: Sequence[Item], lex: Lexicon) -> bool:
    """ "Two former engineers", "several nurses": people of whom only the number is told."""
    counted = head[0].kind == "number" or head[0].low in lex.counts
    return counted and any(item.low in lex.roles and item.low not in lex.bodies for item in head[1:])


def _inside_sentence(text: str, at: int) -> bool:
    """A word stands before ``at`` in the same sentence."""
    before = text[max(0, at - 2) : at].rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] == ",")


def _trim(items: Sequence[Item]) -> Sequence[Item]:
    """Leave out leading and trailing punctuation."""
    first = past(items, 0, lambda item: item.kind in ("punct", "possessive"))
    return items[first : run_before(items, len(items), is_mark)]


def _head(items: Sequence[Item], lex: Lexicon) -> Sequence[Item]:
    """The phrase before the prepositional or relative part that describes it."""
    if _lists_names(items, lex):
        return items
    for at, item in enumerate(items[1:], 1):
        if item.kind != "word":
            if item.text in ",(":
                return items[:at]
        elif lex.relates(item.low) or _describes_on(items, at, lex):
            return items[:at]
    return items


def counts(items: Sequence[Item], first: int, at: int, lex: Lexicon) -> bool:
    """ "один із депутатів", "l'un des élus": behind a number a preposition tells of whom."""
    return lex.strict_that and at == first + 1 and items[first].low in lex.counts


def _describes_on(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A preposition, or "briefed", leads to what only describes; not inside a title or a name."""
    item, titled = items[at], items[at - 1].low in lex.titles
    if counts(items, 0, at, lex):
        return False
    named = item.capital and item_at(items, at + 1).capital  # "Per Aslund"
    if item.low not in english.trims and (item.low not in lex.prepositions or named):
        return False
    if item.low in english.belonging and titled and _governs(items, at, lex):
        return False
    return not (inside_name(items, at) and not titled) and not _body_goes_on(items, at, lex)


def _lists_names(items: Sequence[Item], lex: Lexicon) -> bool:
    """ "The Guild, Customs and Lloyd": nothing but names, commas and one "and"."""
    if "," not in [item.text for item in items] or sum(item.low in everywhere.linking for item in items) != 1:
        return False
    small = lex.determiners | everywhere.linking | {","}
    return all(item.capital or item.low in small for item in items)


def _body_goes_on(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "Academy of Letters", "Royal Bank of Norvia": the of-phrase belongs to the name; not in "Jane Roe of Reuters"."""
    if items[at].low not in english.belonging or not items[at - 1].capital or items[at - 1].low in lex.titles:
        return False
    lead = items[at - 1].low
    things = items[0].tag == "N" and lead.endswith("s") and max(senses().noun(lead)) == 0
    common = things or lead in lex.roles or lead in english.circle
    if at == 1 and lead not in BODIES and common:
        return False  # "Lawyers for Jane Roe", "Shares of Alder", at a sentence's start: not she speaks
    after = at + 1 + (item_at(items, at + 1).low in english.the)
    if not item_at(items, after).capital:
        return False
    alone = at < 2 or not items[at - 2].capital or items[at - 2].low in lex.determiners
    return items[at - 1].low in BODIES or alone


def _governs(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "of" leads on to a governed word after which a name still comes: Secretary of State Jane Roe."""
    if items[at].low in lex.own.for_ and items[at - 1].low.startswith(_FOR_OTHERS):
        return False  # "a spokesman for Mayor Jane Roe"
    if _name_behind(items, at):
        return True
    small = lex.governed | {"and", "the", "for"}
    after = past(items, at + 1, lambda item: item.low in small)
    return after > at + 1 and item_at(items, after).capital


def _name_behind(items: Sequence[Item], at: int) -> int:
    """Where, behind "of" and what an office is of, a full name begins: "Minister of Fisheries Jane Roe"; 0 where none does."""
    first = at + 1 + (item_at(items, at + 1).low in english.the)
    last = first
    while last < len(items) and (
        items[last].capital or items[last].low in english.linking or inside_name(items, last)
    ):
        last += 1
    return next((k for k in range(first + 1, last - 1) if gender_of_first_name(items[k].text)), 0)


def name_behind_place(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """ "rzecznik Sądu w Thale Jan Wilk", "… ds. budowy Jan Wilk": where behind the preposition a full name begins; else 0."""
    if items[at].low not in lex.prepositions:
        return 0
    short = {item.low for item in items if len(item.text) > 2 and item.text.endswith(".")}  # "prok.", "kom."
    last = past(items, at + 1, lambda item: item.capital or item.low in lex.titles or item.low in short)
    titled = next((k for k in range(last - 1, at, -1) if not items[k].capital), at)
    first = titled + 1 if titled > at else last - 2
    if last - first >= 2 and first - at > 1:
        return first
    reach = range(at + 1, min(len(items) - 1, at + _TOPIC))
    words = takewhile(lambda k: items[k].kind == "word", reach)
    return next((k for k in words if not items[k - 1].capital and two_names(items, k)), 0)


def two_names(items: Sequence[Item], at: int) -> bool:
    """ "Иван Белов", "Anna Wilk", and no "Верховного Суда": two capitals in the nominative of a name."""
    first, last = items[at].text, items[at + 1].text
    cased = _OBLIQUE.search(first) and not gender_of_first_name(first)  # "Maciej"
    cased = cased or last.endswith(("и", "і", "ї", "ы", "у", "ю"))
    named = gender_of_slavic_name(f"{first} {last}") is not None and not (cased or first.isupper())
    return items[at].capital and items[at + 1].capital and named


def _is_particle(items: Sequence[Item], at: int) -> bool:
    """ "van", "de la", "de los"."""
    item = item_at(items, at)
    many = item.low in everywhere.many_article and at > 0 and items[at - 1].low == "de"
    return (item.low in PARTICLES or many) and not item.capital


def inside_name(items: Sequence[Item], at: int) -> bool:
    """A particle between two capitals belongs to the name."""
    if not _is_particle(items, at):
        return False
    after, before = at + 1, at - 1
    while _is_particle(items, after):
        after += 1
    while before > 0 and _is_particle(items, before):
        before -= 1
    return before >= 0 and items[before].capital and item_at(items, after).capital


def _name_span(head: Sequence[Item], lex: Lexicon) -> tuple[int, int] | None:
    """Where in ``head`` the name stands, without titles; None when there is only a role."""
    base = 0
    for at, item in enumerate(head):
        if item.kind == "possessive":
            base = at + 1
    every = name_runs(head, lex)
    if owned := _owned_body(head, base, every):
        return owned
    runs = [run for run in every if run[0] >= base]
    if not runs or (lex.nouns_capital and _common_noun(head, lex)) or _body_of_place(head, lex):
        return None
    for first, last in reversed(runs):
        found = _own_name(head, first, _without_titles(head, first, last, lex))
        letters = lex.code == "en" and head[last - 1].text.isupper() and last < len(head)
        if found and letters and last - found[0] > 2:
            return found[0], last - 1  # "Jane Roe NTW general secretary"
        if found and all(item.kind != "word" or item.capital for item in head[found[1] :]):
            return found  # else an adjective: "a Brightwater spokesman"
    return None


def _owned_body(head: Sequence[Item], base: int, runs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """ "Germany's Foreign Ministry", "Roe's Quay Co.": a body is named with whose it is; not "Roe's Jane Doe"."""
    last = next((last for first, last in runs if first == base), 0) if base else 0
    return (0, last) if last and runs[0] == (0, base - 1) and head[last - 1].low in BODIES else None


def _own_name(head: Sequence[Item], first: int, found: tuple[int, int] | None) -> tuple[int, int] | None:
    """The name that stands behind titles; none in "Fuentes de la Policía"."""
    owned = found and found[0] > first and head[found[0]].low in _GOVERNS
    return None if owned else found


def _common_noun(head: Sequence[Item], lex: Lexicon) -> bool:
    """ "ein Sprecher der Bahn", "die Gewerkschaft EVG": a role with its article where every noun has a capital."""
    if head[0].low not in lex.determiners and not lex.is_role(head[0].low):
        return False
    first = past(head, 0, lambda item: item.low in lex.determiners or not item.capital)
    last = past(head, first, is_capital)
    if first == last:
        return True
    # The noun and then a name of two words or, after a person's title, of one: "der Bürgermeister Jonas Brandt".
    noun, names = head[first], last - first - 1
    if not lex.is_role(noun.low):
        return gender_of_first_name(noun.text) is None
    return names < 1 + (noun.low not in lex.titles and not _calls(noun.text, lex))


def _body_of_place(head: Sequence[Item], lex: Lexicon) -> bool:
    """ "поліція Києва", "президент України", "Державна служба України": a body or an office and whose it is, no name."""
    if not lex.names_decline or not any(item.capital for item in head):
        return False
    body = next((at for at, item in enumerate(head) if lex.is_body(item.low)), -1)
    named = len(head) > 2 and two_names(head, len(head) - 2)
    if body >= 0 and not (named and body) and not any(lex.is_role(item.low) for item in head[:body]):
        return True
    of_what = head[-1].low.endswith(_OF_WHAT) and not head[-1].low.endswith(("швили", "ськи"))
    return len(head) == 2 and head[0].low in lex.titles and of_what


def _together(head: Sequence[Item], first: int, last: int, lex: Lexicon) -> bool:
    """Several speak at once: "Roe and Doe", "Ashford and its allies"; a joined title is one: "President and CEO Roe"."""
    ands = (at for at, item in enumerate(head) if at and item.low in everywhere.linking)
    joined = united(lex.titles, lex.governed)
    return any(at >= last or (at < first and head[at - 1].low not in joined) for at in ands)


def name_runs(items: Sequence[Item], lex: Lexicon) -> list[tuple[int, int]]:
    """The unbroken capitalised stretches of ``items``, particles and initials inside them included."""
    runs: list[tuple[int, int]] = []
    last = 0
    for at, item in enumerate(items):
        named = item.capital or item.low in PARTICLES or item.low[:3] == "al-"
        if named and at >= last and _starts_name(items, at, lex):
            last = _run_end(items, at, lex)
            runs.append((at, last))
    return runs


def _starts_name(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A capitalised word that is not merely the first word of a sentence."""
    item = items[at]
    if item.kind != "word" or (len(item.text) == 1 and item.low in lex.platforms):
        return False  # "wrote on X"
    if item.low in PARTICLES and not item.capital:
        after = past(items, at + 1, lambda one: one.low in PARTICLES and not one.capital)
        leads = at == 0 or items[at - 1].low in lex.titles or items[at - 1].kind in ("punct", "quote")
        return leads and item.low not in lex.determiners and item_at(items, after).capital
    if not item.capital:
        return item.low.startswith("al-") and item.text[3:4].isupper()
    return item.low not in lex.stop or (item.low in lex.titles and at + 1 < len(items))


def _run_end(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """One past the last item of the capitalised stretch that begins at ``at``."""
    last = at + 1
    while last < len(items):
        item = items[last]
        arabic = item.low.startswith("al-") and item.text[3:4].isupper()
        if arabic or (item.capital and item.low not in lex.pronouns) or inside_name(items, last):
            last += 1
        elif (
            item.low in english.belonging and items[last - 1].low in lex.titles and _governs(items, last, lex)
        ):
            last += 2
        elif item.low in _JOINS_TITLES and _body_run(items, at, last, lex):
            last += 1 + (items[last + 1].low in english.the)
        elif item.text == "&" and item_at(items, last + 1).capital:
            last += 1
        else:
            return last
    return last


def _body_run(items: Sequence[Item], first: int, at: int, lex: Lexicon) -> bool:
    """A small word inside the name of a body: "Academy of Arts and Sciences"."""
    if items[at].low in lex.own.linking:
        inside = any(items[k].low in english.belonging for k in range(first, at))
        return inside and item_at(items, at + 1).capital
    return _body_goes_on(items, at, lex)


def _without_titles(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> tuple[int, int] | None:
    """Cut the titles off the front of a capitalised stretch; None when nothing else is left."""
    lead = items[first].low
    of = lead in BODIES and any(item.low in english.belonging for item in items[first:last])
    if last - first > 1 and (items[last - 1].low in BODIES or of):
        return first, last
    cut = first + _tells_what(items[first:last], lex)
    for at in range(cut, last):
        governed = at and (cut == at or items[at - 1].low in _JOINS_TITLES)
        if _is_title_at(items, at, first, last, lex) or (governed and items[at].low in lex.governed):
            cut = at + 1
    cut = max(cut, _past_letters(items, first, last, lex), _past_office(items, first, last, lex))
    cut = _past_whose(items, cut, last, lex, titled=cut > first)
    if english.field.issuperset(item.low for item in items[first:cut]):
        cut = first  # "Police Scotland", "Health Canada": no title of a person before the name
    cut = past(items[:last], cut, lambda item: item.low in _JOINS_TITLES or item.low in english.the)
    alone = last - cut == 1 and items[cut].low in lex.people
    return None if cut >= last or alone else (cut, last)


def _past_office(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """Past a title and what the office is of."""
    ofs = (k for k in range(first + 1, last) if items[k].low in english.belonging)
    of = next((k for k in ofs if items[k - 1].low in lex.titles), 0)
    return _name_behind(items[:last], of) if of else first


def _past_whose(items: Sequence[Item], first: int, last: int, lex: Lexicon, *, titled: bool) -> int:
    """ "президент Нордии Иван Котов": past what an office is of; ``last`` where no name follows: "rzecznik Policji"."""
    words = [item.low for item in items[first:last]]
    titled = titled or any(lex.is_role(item.low) for item in items[:first])
    if not lex.names_decline or not titled or not words or gender_of_first_name(words[0]):
        return first
    if len(words) == 1:
        return last if _speaks_for(items[: first + 1], lex) else first
    if len(words) == 2:
        if lex.is_body(words[0]) or (words[1].endswith(_OF_OFFICE) and not items[first].text.isupper()):
            return last
        return first + words[0].endswith(_GENITIVE)
    if lex.is_body(words[0]) and (lex.is_body(words[-2]) or not two_names(items, last - 2)):
        return last  # "rzecznik Komendy Stołecznej Policji"
    of = words[0].endswith(_CLOSED_BY_VOWEL) and not words[1].endswith(_PATRONYMIC)
    return last - 2 if of else first


def _speaks_for(items: Sequence[Item], lex: Lexicon) -> bool:
    """ "представитель Кремля", "помощник прокурора Тулы": the last word is whom or what the office before it is of."""
    roles = [item.low for item in items[:-1] if lex.is_role(item.low)]
    cased = items[-1].low.endswith(_CLOSED_BY_VOWEL) or items[-1].text.isupper()
    return cased and bool(roles) and (len(roles) > 1 or roles[-1] in lex.agents)


def _past_letters(items: Sequence[Item], first: int, last: int, lex: Lexicon) -> int:
    """ "заступник голови КМДА Іван Коваль", "Dyrektor PKP Adam Wilk": past a body in letters before a full name."""
    for at in range(first, last - 2 if lex.strict_that else first):
        letters = [item.text.isupper() for item in items[at : at + 3]]
        if len(items[at].text) > 1 and letters == [True, False, False]:
            return at + 1
    return first


def _tells_what(name: Sequence[Item], lex: Lexicon) -> bool:
    """The first word tells what someone is: "Farmer Jane Roe", "SPD-Politikerin Jana Roe", "Beekeeper Jane Roe"."""
    lead = name[0]
    if len(name) < 3:
        return _calls(lead.text, lex)
    if lex.is_role(lead.low) and not lex.is_body(lead.low):
        return True
    named = gender_of_first_name(lead.text) is None and gender_of_first_name(name[1].text) is not None
    compound = lex.nouns_capital and (named or lex.is_role(lead.low) or _calls(lead.text, lex))
    return compound or _occupation(lead.text, name[1].text)


def _calls(word: str, lex: Lexicon) -> bool:
    """A German word for what a person is, and no first name."""
    return lex.calls(word) and gender_of_first_name(word) is None


def _is_title_at(items: Sequence[Item], at: int, first: int, last: int, lex: Lexicon) -> bool:
    """A title, but not the surname that closes a name: "Jane Bishop"."""
    closes = at == last - 1 and at > first and items[at - 1].low not in lex.titles
    return items[at].low in lex.titles and not closes


def _occupation(word: str, follows: str) -> bool:
    """The word tells what someone does or is, by its shape and by the first name behind it."""
    if _DESCRIBES.fullmatch(word):
        return True
    shaped = _OCCUPATION.fullmatch(word) or senses().is_person(word.lower())
    return bool(shaped) and gender_of_first_name(word) is None and gender_of_first_name(follows) is not None


def _gender(around: Sequence[str], name: str, lex: Lexicon) -> Gender | None:
    """Gender as a title, a role or a common first name gives it."""
    if lex.names_decline and (slavic := gender_of_slavic_name(name)):
        return slavic
    heads = [word.split("-of-")[0] for word in around]  # "mother-of-two"
    if any(word in lex.feminine for word in heads):
        return "she"
    if any(word in lex.masculine for word in heads):
        return "he"
    return gender_of_first_name(name.split()[0]) if len(name.split()) > 1 else None


def _described(items: Sequence[Item], text: str, lex: Lexicon, anonymous: bool) -> str:
    """The words of a speaker without a name: trimmed of how they know, small at a sentence's start."""
    last = len(items)
    placed = False
    for at, item in enumerate(items[1:], 1):
        if lex.relates(item.low) or (item.low in english.trims and anonymous and placed):
            last = at
            break
        placed = placed or item.low in english.at_institution
    words = text[items[0].start : items[last - 1].end]
    if not _opens_small(items, lex):
        return words
    first = items[0].text
    return words if len(first) > 1 and first.isupper() else words[0].lower() + words[1:]


def _opens_small(items: Sequence[Item], lex: Lexicon) -> bool:
    """The first word has its capital only because a sentence begins there."""
    low = items[0].low
    if low in lex.determiners or (low in lex.stop and low not in lex.roles):
        return True
    named = lex.nouns_capital or (len(items) > 1 and items[1].capital)
    return (low in lex.roles or low in english.circle) and not named
