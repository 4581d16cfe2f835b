"""Who said what does not hang on what stands around it: every shape of reporting with every subject and every rest.

A shape is a sentence with a place for who speaks, for the verb's time, place or manner, and for the words. Whatever
fills these, the same words are found to be said by the same speaker, and nothing else is.
"""

from __future__ import annotations

import re
from itertools import product

import pytest

from generator.facts.attribution import find_attributions
from generator.facts.attribution.lexicon import lexicon
from generator.language import known_languages
from generator.model import Block
from generator.text.sentences import split_sentences
from tests.dates.cases import read_cases

# The words, and who speaks by them; with a comma behind, an apposition closes.
SUBJECTS = {
    "Jane Roe": "Jane Roe",
    "Mayor Jane Roe": "Jane Roe",
    "Jane Roe, the mayor of Ashford,": "Jane Roe",
    "Jane Roe, 43,": "Jane Roe",
    "Jane Roe, who leads the council,": "Jane Roe",
    "council leader Jane Roe": "Jane Roe",
    "the mayor": "the mayor",
    "a spokesman for the port": "a spokesman for the port",
    "police": "police",
    "two witnesses": "two witnesses",
}
RESTS = ("", " on Monday", " in a statement", " by telephone", " after the vote", " late on Tuesday")
BEFORE = {
    "quotation, subject, verb": '"{words}," {who} said{rest}.',
    "question, subject, verb": '"{words}?" {who} asked{rest}.',
    "subject, verb, that": "{Who} said{rest} that {words}.",
    "subject, verb, quotation": '{Who} said{rest}, "{words}."',
    "subject, verb, colon": '{Who} told reporters{rest}: "{words}."',
    "words, subject, verb": "{Words}, {who} said{rest}.",
    "a time first": 'On Friday, {who} said{rest}: "{words}."',
    "a verb of no list": '"{words}," {who} thundered{rest}.',
}
BEHIND = {
    "quotation, verb, subject": '"{words}," said {who}{rest}.',
    "according to, first": "According to {who}, {words}.",
    "according to, behind": "{Words}, according to {who}.",
}
WORDS = ("the bridge is safe", "no ship will sail before noon")


def _said(text: str, lang: str = "en") -> list[tuple[str, str]]:
    blocks = (Block(0, len(text), "body"),)
    sentences = split_sentences(text, blocks, lang)
    found = find_attributions(text, sentences, blocks, lang)
    return [(text[one.start : one.end].rstrip(".?,"), one.speaker) for one in found if one.form != "stance"]


def _filled(shape: str, who: str, rest: str, words: str) -> str:
    upper = {"Who": who[0].upper() + who[1:], "Words": words[0].upper() + words[1:]}
    text = shape.format(who=who, rest=rest, words=words, **upper)
    return text.replace(",,", ",").replace(",.", ".").replace(",:", ":")


@pytest.mark.parametrize("name", [*BEFORE, *BEHIND])
def test_every_subject_and_rest(name: str) -> None:
    shape = BEFORE.get(name) or BEHIND[name]
    wrong = []
    for (who, speaker), rest, words in product(SUBJECTS.items(), RESTS, WORDS):
        text = _filled(shape, who, rest, words)
        told = [(said.lower(), found.lower()) for said, found in _said(text)]
        if told != [(words.lower(), speaker.lower())]:
            wrong.append((text, told))
    assert wrong == []


# The same in other languages: shapes, who speaks by what words, rests, words.
ABROAD = {
    "de": (
        ("„{words}“, sagte {who}{rest}.", "{Who} sagte{rest}: „{words}.“", "{Who} sagte{rest}, dass {words}."),
        {"Anna Keller": "Anna Keller", "Bürgermeisterin Anna Keller": "Anna Keller", "die Polizei": "die Polizei"},
        ("", " am Montag", " am Abend", " im Radio"),
        "die Brücke ist",
    ),
    "fr": (
        ("« {words} », a déclaré {who}{rest}.", "{Who} a déclaré{rest} : « {words}. »", "{Who} a déclaré{rest} que {words}."),
        {"Claire Morel": "Claire Morel", "la maire Claire Morel": "Claire Morel", "le maire": "le maire"},
        ("", " lundi", " mardi soir"),
        "le pont est solide",
    ),
    "es": (
        ("«{words}», dijo {who}{rest}.", "{Who} dijo{rest}: «{words}».", "{Who} dijo{rest} que {words}."),
        {"Ana Ruiz": "Ana Ruiz", "la alcaldesa Ana Ruiz": "Ana Ruiz", "la policía": "la policía"},
        ("", " el lunes", " este martes", " ayer"),
        "el puente es seguro",
    ),
    "pl": (
        ("„{words}” – powiedziała {who}{rest}.", "{Who} powiedziała{rest}: „{words}”.", "{Who} powiedziała{rest}, że {words}."),
        {"Anna Nowak": "Anna Nowak", "burmistrz Anna Nowak": "Anna Nowak", "policja": "policja"},
        ("", " w poniedziałek", " we wtorek wieczorem", " wczoraj"),
        "most jest bezpieczny",
    ),
    "uk": (
        ("«{words}», — сказала {who}{rest}.", "{Who} сказала{rest}: «{words}».", "{Who} сказала{rest}, що {words}."),
        {"Олена Коваль": "Олена Коваль", "міністерка Олена Коваль": "Олена Коваль", "поліція": "поліція"},
        ("", " у понеділок", " увечері", " на радіо"),
        "міст безпечний",
    ),
    "ru": (
        ("«{words}», — сказала {who}{rest}.", "{Who} сказала{rest}: «{words}».", "{Who} сказала{rest}, что {words}."),
        {"Елена Соколова": "Елена Соколова", "министр Елена Соколова": "Елена Соколова", "полиция": "полиция"},
        ("", " в понедельник", " вечером", " на радио"),
        "мост безопасен",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ABROAD)
def test_every_subject_and_rest_abroad(lang: str) -> None:
    shapes, subjects, rests, words = ABROAD[lang]
    wrong = []
    for shape, (who, speaker), rest in product(shapes, subjects.items(), rests):
        text = _filled(shape, who, rest, words)
        told = [(said.lower(), found.lower()) for said, found in _said(text, lang)]
        if told != [(words.lower(), speaker.lower())]:
            wrong.append((text, told))
    assert wrong == []


NAMED = ("Jane Roe", "Mayor Jane Roe", "Jane Roe, 43,", "Jane Roe, the mayor,")
OPENINGS = ("", "On Monday, ", "In Leeds, ", "After the vote, ")
DOINGS = (
    "smiled",
    "could not resist a joke",
    "laughed",
    "sat down by the door",
    "was pleased",
    "walked home",
)


def test_a_quotation_alone_is_of_whom_the_sentence_before_tells() -> None:
    for opening, who, doing in product(OPENINGS, NAMED, DOINGS):
        text = f'{opening}{who} {doing}. "We won the cup at last."'
        assert _said(text) == [("We won the cup at last", "Jane Roe")], text


def test_nobody_speaks_where_nothing_tells_of_speech() -> None:
    read = 0
    for case in read_cases():
        if case.lang not in known_languages():
            continue
        lex = lexicon(case.lang)
        telling = lex.say | lex.act.keys() | lex.participle | lex.leads | lex.as_words
        if telling.isdisjoint(re.findall(r"[^\W\d_]+", case.text.lower())) and not re.search(
            '["“„«]', case.text
        ):
            read += 1
            assert _said(case.text, case.lang) == [], case.text
    assert read > 1000
