"""What kind of thing a word means, by a small table of our own: plurals, tenses and shares."""

from __future__ import annotations

import pytest

from generator.language.senses import Senses, _rows, senses

MADE = Senses(
    nouns=_rows(("950 actor mayor man woman", "500 climber", "410 horse", "090 party", "009 box lens")),
    verbs=_rows(("900 say plan cry argue tell oo", "090 think pass")),
)


@pytest.mark.parametrize(
    ("word", "shares"),
    [
        ("mayor", (9, 5, 0)),
        ("mayors", (9, 5, 0)),
        ("men", (9, 5, 0)),
        ("women", (9, 5, 0)),
        ("parties", (0, 9, 0)),
        ("boxes", (0, 0, 9)),
        ("lens", (0, 0, 9)),
        ("horses", (4, 1, 0)),
        ("mayored", (0, 0, 0)),
        ("fog", (0, 0, 0)),
    ],
)
def test_a_noun_in_one_or_many(word: str, shares: tuple[int, int, int]) -> None:
    assert MADE.noun(word) == shares


def test_a_person_is_one_and_mostly_a_person() -> None:
    assert [word for word in ("mayor", "climber", "horse", "mayors", "fog") if MADE.is_person(word)] == [
        "mayor",
        "climber",
    ]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("say", "say"),
        ("says", "say"),
        ("cries", "cry"),
        ("cried", "cry"),
        ("argues", "argue"),
        ("argued", "argue"),
        ("arguing", "argue"),
        ("passes", "pass"),
        ("passed", "pass"),
        ("thinking", "think"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("telled", "tell"),
        ("ooed", "oo"),
        ("oooed", "oo"),
        ("planted", "planted"),
        ("planed", "plan"),
        ("fogged", "fogged"),
        ("ssing", "ssing"),
    ],
)
def test_a_verb_by_its_form(form: str, lemma: str) -> None:
    assert MADE.lemma(form) == lemma


def test_shares_of_verbs() -> None:
    assert [MADE.verb(lemma) for lemma in ("say", "think", "fog")] == [(9, 0, 0), (0, 9, 0), (0, 0, 0)]


def test_the_stored_table_knows_common_words() -> None:
    stored = senses()
    assert stored.noun("mayors") == stored.noun("mayor") and stored.is_person("mayor")
    assert [
        max(range(3), key=stored.noun(word).__getitem__) for word in ("mayor", "committee", "letter")
    ] == [0, 1, 2]
    assert stored.verb(stored.lemma("argued"))[0] > 5
