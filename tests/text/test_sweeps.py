"""Every abbreviation of every language, every mark and every name before every stop: where a sentence ends, and where not."""

from __future__ import annotations

from itertools import product

import pytest

from generator.language import known_languages, language
from generator.model import Block
from generator.text.sentences import split_sentences

# A sentence with a place before a full stop, and one that opens with a word that opens sentences.
FRAMES = {
    "en": ("They saw the old {} again", "The ship sank.", "Smith", "small"),
    "de": ("Sie sahen die alte {} wieder", "Die Fähre sank.", "Schmidt", "kleine"),
    "fr": ("Ils ont vu la vieille {} encore", "Le bateau a coulé.", "Dupont", "petite"),
    "es": ("Ellos vieron la vieja {} otra vez", "El barco se hundió.", "Ruiz", "gris"),
    "pl": ("Oni widzieli stary {} znowu", "Potem zatonął.", "Nowak", "mały"),
    "uk": ("Вони бачили стару {} знову", "Він потонув.", "Мельник", "мала"),
    "ru": ("Они видели старую {} снова", "Он утонул.", "Иванов", "малая"),
}


def _split(text: str, lang: str) -> list[str]:
    found = split_sentences(text, (Block(0, len(text), "body"),), lang)
    assert [one.start for one in found] == sorted(one.start for one in found)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize("lang", known_languages())
def test_no_sentence_ends_behind_an_abbreviation_in_small_letters(lang: str) -> None:
    before, _, _, small = FRAMES[lang]
    short = language(lang).abbreviations
    for word in sorted(short.title | short.number | short.may_end | short.year):
        text = f"{before.split('{')[0]}{word}. {small}."
        assert _split(text, lang) == [text]


@pytest.mark.parametrize("lang", known_languages())
def test_a_title_never_ends_a_sentence_and_a_number_word_not_before_a_figure(lang: str) -> None:
    before, _, name, _ = FRAMES[lang]
    short = language(lang).abbreviations
    for word in sorted(short.title):
        text = f"{before.split('{')[0]}{word}. {name}."
        assert _split(text, lang) == [text]
    for word in sorted(short.number - short.title):
        text = f"{before.split('{')[0]}{word}. 25."
        assert _split(text, lang) == [text]


@pytest.mark.parametrize("lang", known_languages())
def test_what_may_end_one_ends_it_before_an_opener(lang: str) -> None:
    before, after, _, _ = FRAMES[lang]
    short = language(lang).abbreviations
    for word in sorted(short.may_end - short.title - short.year):
        if word in ("a.m", "p.m"):
            continue
        first = f"{before.split('{')[0]}{word}."
        assert _split(f"{first} {after}", lang) == [first, after], word


@pytest.mark.parametrize("lang", known_languages())
def test_every_other_word_ends_one_with_every_mark(lang: str) -> None:
    before, after, _, _ = FRAMES[lang]
    for mark, space in product((".", "!", "?", "…", "...", "?!"), (" ", "  ", "\n")):
        first = before.format("X") + mark
        assert _split(f"{first}{space}{after}", lang) == [first, after], (mark, space)


@pytest.mark.parametrize(
    ("opens", "closes"), [("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’"), ("„", "”"), ("(", ")")]
)
def test_closing_marks_stay_with_their_sentence(opens: str, closes: str) -> None:
    for lang in known_languages():
        before, after, _, _ = FRAMES[lang]
        for mark in ".!?":
            first = f"{opens}{before.format('X')}{mark}{closes}"
            assert _split(f"{first} {after}", lang) == [first, after], (lang, first)


def test_figures_hold_their_stops() -> None:
    for figure in (
        "3.5",
        "1.200.000",
        "v2.0",
        "www.example.org",
        "10.30",
        "$4.99",
        "No. 7",
        "J. R. Smith",
        "U.S. Army",
    ):
        text = f"They saw {figure} there. The ship sank."
        assert _split(text, "en") == [f"They saw {figure} there.", "The ship sank."], figure
    for number in range(1, 32):
        text = f"Sie kamen am {number}. März an. Die Fähre sank."
        assert _split(text, "de") == [f"Sie kamen am {number}. März an.", "Die Fähre sank."], number
