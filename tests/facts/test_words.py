"""What a word is by its form: bodies and roles in any case, titles of works, verbs of an aside."""

from __future__ import annotations

import pytest

from generator.facts.attribution.lexicon import lexicon
from generator.facts.attribution.line import is_title
from generator.language.names import gender_of_first_name, gender_of_slavic_name


@pytest.mark.parametrize(
    ("lang", "words", "is_body", "is_role"),
    [
        ("uk", "поліція поліції поліцією", True, True), ("uk", "речниця речниці", False, True), ("uk", "дім столом", False, False),
        ("pl", "policja policji policją", True, True), ("pl", "minister ministra", False, True), ("pl", "stołem", False, False),
        ("en", "police ministry", True, True), ("en", "minister ministers", False, True), ("en", "policy ministe", False, False),
    ],
)  # fmt: skip
def test_roles_and_bodies_in_any_case(lang: str, words: str, is_body: bool, is_role: bool) -> None:
    lex = lexicon(lang)
    for word in words.split():
        assert (lex.is_body(word), lex.is_role(word)) == (is_body, is_role), word


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The Long Way Home", True), ("The Long Way Home.", True), ("Home", False), ("The long Way Home", False),
        ("The Way to Home", True), ("The Way over Home", False), ("the Long Way Home", False), ("The Long Way home", False),
        ("The Long Way Home?", False), ("12 Long Ways", False), ("The 39 Steps", True), ("The Long Way 39", False),
        ("Xo Yo Zo Wo Xo Yo Zo Wo Xo Yo", True), ("Xo Yo Zo Wo Xo Yo Zo Wo Xo Yo Zo", False),
    ],
)  # fmt: skip
def test_the_title_of_a_work(said: str, title: bool) -> None:
    assert is_title(said) == title


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Jane", "she"), ("jane", "she"), ("Carl", "he"), ("Carl.", "he"), ("Zorrek", None), ("", None)],
)
def test_a_first_name(name: str, gender: str | None) -> None:
    assert gender_of_first_name(name) == gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Олена Бойко", "she"),
        ("Петро Лис", "he"),
        ("Кузьма Бойко", "he"),
        ("Anna Nowak", "she"),
        ("Олена", None),
    ],
)
def test_a_slavic_name(name: str, gender: str | None) -> None:
    assert gender_of_slavic_name(name) == gender
