"""Every form of every reporting verb in every language file, in the shapes that news uses: the right speaker.

The table is made from the language files, so a verb added there is tested here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.facts.attribution import find_attributions
from generator.language import Verb, language
from generator.text.blocks import split_blocks
from generator.text.sentences import split_sentences

from .reading_case import attributions_of


@dataclass(frozen=True)
class Shapes:
    """A language's shapes: a quotation with its speaker, a clause with its speaker, the helper of a participle."""

    name: str
    quoted: tuple[str, ...]
    clause: str
    according: str
    helper: str = ""
    bracket: bool = False  # a participle stands at the clause's end, apart from its helper


SHAPES = {
    "en": Shapes(
        "Tove Lind",
        ("“Is this the end?” {n} {v}.", "“It is over,” {n} {v}.", "“It is over,” {v} {n}."),
        "{n} {v} that the bridge was closed.",
        "According to {n}, the bridge was closed.",
    ),
    "de": Shapes(
        "Jana Vogt",
        ("„Ist das das Ende?“, {v} {n}.", "„Das ist vorbei“, {v} {n}."),
        "{n} {v}, dass die Brücke gesperrt sei.",
        "Laut {n} ist die Brücke gesperrt.",
        "hat",
        bracket=True,
    ),
    "fr": Shapes(
        "Claire Fabre",
        ("« Est-ce la fin ? » {v} {n}.", "« C’est fini », {v} {n}."),
        "{n} {v} que le pont était fermé.",
        "Selon {n}, le pont était fermé.",
        "a",
    ),
    "es": Shapes(
        "Marta Ruiz",
        ("«¿Es el final?», {v} {n}.", "«Se acabó», {v} {n}."),
        "{n} {v} que el puente estaba cerrado.",
        "Según {n}, el puente estaba cerrado.",
        "ha",
    ),
    "pl": Shapes(
        "Anna Nowak",
        ("„Czy to koniec?” – {v} {n}.", "„To koniec” – {v} {n}."),
        "{n} {v}, że most zamknięto.",
        "Według {n}, most zamknięto.",
    ),
    "uk": Shapes(
        "Олена Бойко",
        ("«Це кінець?» — {v} {n}.", "«Це кінець», — {v} {n}."),
        "{n} {v}, що міст закрили.",
        "За словами {n}, міст закрили.",
    ),
    "ru": Shapes(
        "Елена Белова",
        ("«Это конец?» — {v} {n}.", "«Это конец», — {v} {n}."),
        "{n} {v}, что мост закрыли.",
        "По словам {n}, мост закрыли.",
    ),
}


_SEVERAL = {  # whom the English base form needs, and a form of many elsewhere: "they say", "заявили"
    "en": "Tove Lind and Oskar Berg",
    "pl": "mieszkańcy",
    "uk": "мешканці",
    "ru": "жители",
}


def _forms(verb: Verb, shapes: Shapes) -> Iterator[tuple[str, bool]]:
    """Each form as a sentence has it, and whether it is a participle."""
    own = dict.fromkeys((*verb.past, *verb.present, *verb.subjunctive, *verb.future))
    for form in own:
        if form not in verb.also:
            yield form, False
    for form in verb.participle:
        if form not in own:
            yield f"{shapes.helper} {form}", True


def _table(lang: str) -> Iterator[tuple[str, str]]:
    """Every sentence of one language, and who speaks in it."""
    shapes = SHAPES[lang]
    yield shapes.according.format(n=shapes.name), shapes.name
    for verb in language(lang).verbs:
        if not verb.takes:
            continue
        for form, participle in _forms(verb, shapes):
            closes = f" {verb.particle[0]}" if verb.particle and (not participle or lang == "es") else ""
            many = language(lang).whole("impersonal") if lang in _SEVERAL else None
            several = many.fullmatch(form) if many else form == verb.lemma
            name = _SEVERAL.get(lang, shapes.name) if several else shapes.name
            if verb.takes != "joined" and not (participle and shapes.bracket):
                yield from ((shape.format(n=f"{name}{closes}", v=form), name) for shape in shapes.quoted)
            if verb.takes != "quote":
                yield shapes.clause.format(n=name, v=f"{form}{closes}"), name


@pytest.mark.parametrize("lang", SHAPES)
def test_the_right_speaker(lang: str) -> None:
    wrong: list[str] = []
    count = 0
    for text, name in _table(lang):
        blocks = split_blocks(text)
        sentences = split_sentences(text, blocks, lang)
        found = find_attributions(text, sentences, blocks, lang)
        if len(sentences) != 1 or {one.speaker for one in found} != {name}:
            wrong.append(f"{text} {len(sentences)} sentences, {[one.speaker for one in found]}")
        count += 1
    assert wrong == []
    assert count > 300


_TAKE_CLAUSES = ("clause", "that", "joined")


def _speakers(text: str) -> set[str]:
    return {one.speaker for one in attributions_of(text)}


@pytest.mark.parametrize("many", ["the owners", "prosecutors", "two neighbours", "several city officials"])
def test_what_many_say_in_the_present(many: str) -> None:
    told = [
        verb for verb in language("en").verbs if verb.lemma in verb.present and verb.takes in _TAKE_CLAUSES
    ]
    texts = [f"{many.capitalize()} {verb.lemma} that the bridge was closed." for verb in told]
    assert len(texts) > 100
    assert [text for text in texts if _speakers(text) != {many}] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council’s promise that was broken cost it the vote.", ""),
        ("Two neighbours deny it.", "two neighbours"),
        ("The answers that they asked for came late.", ""),
    ],
)
def test_a_noun_stays_one(text: str, speaker: str) -> None:
    assert _speakers(text) == ({speaker} if speaker else set())


@pytest.mark.parametrize("adverb", ["now", "since", "instead", "too", "later", "openly"])
@pytest.mark.parametrize(
    ("shape", "speaker"),
    [
        ("Tove Lind has long said the bridge was closed.", "Tove Lind"),
        ("Tove Lind has {} said the bridge was closed.", "Tove Lind"),
        ("Tove Lind {} said that the bridge was closed.", "Tove Lind"),
        ("The town council {} says the bridge is closed.", "the town council"),
        ("The bridge is closed, the town council {} says.", "the town council"),
    ],
)
def test_an_adverb_before_the_verb_is_no_part_of_the_name(shape: str, speaker: str, adverb: str) -> None:
    assert _speakers(shape.format(adverb)) == {speaker}
