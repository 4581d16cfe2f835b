"""What kind of thing a sentence is, why it is no fact, and what its text keeps, by the case tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings, strategies

from generator.facts.kinds import kind_of
from generator.facts.skips import why_no_fact
from generator.language import Sign, known_languages, language
from generator.language.keys import SKIPS

from .reading_case import read_text

HERE = Path(__file__).parent
KINDS: list[dict[str, Any]] = yaml.load(
    (HERE / "kinds.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
CUTS: list[dict[str, Any]] = yaml.load(
    (HERE / "cuts.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case["text"][:60])
def test_kind_or_reason(case: dict[str, Any]) -> None:
    found = read_text(case["text"], lang=case.get("lang", "en"))
    if "skip" in case:
        assert [skip.reason for skip in found.skipped] == [case["skip"]]
        assert found.facts == ()
    else:
        assert [(fact.kind, fact.denied) for fact in found.facts] == [(case["is"], case.get("denied", False))]


@pytest.mark.parametrize("case", CUTS, ids=lambda case: case["from"][:60])
def test_text_stops_where_the_speech_stops(case: dict[str, Any]) -> None:
    found = read_text(case["from"], lang=case.get("lang", "en"))
    expected = case.get("texts") or [[case["text"], case["speaker"]]]
    assert [[fact.text, fact.speaker] for fact in found.facts] == expected


@pytest.mark.parametrize("case", CUTS, ids=lambda case: case["from"][:60])
def test_text_is_made_of_the_words_of_its_quote(case: dict[str, Any]) -> None:
    for fact in read_text(case["from"], lang=case.get("lang", "en")).facts:
        quoted = iter(re.findall(r"\w+", fact.sources[0].quote))
        assert all(word in quoted for word in re.findall(r"\w+", fact.text))


def test_there_are_enough_cases() -> None:
    assert len(KINDS) >= 60
    assert len(CUTS) >= 40


@pytest.mark.parametrize(
    ("lang", "sign"),
    [(code, sign) for code in known_languages() for sign in language(code).skips],
    ids=lambda value: value if isinstance(value, str) else value.example[:40],
)
def test_every_skip_rule_knows_its_example(lang: str, sign: Sign) -> None:
    assert why_no_fact(sign.example, lang=lang) == SKIPS[sign.tells]


@pytest.mark.parametrize("sign", language("en").kinds, ids=lambda sign: sign.example[:40])
def test_every_kind_rule_knows_its_example(sign: Sign) -> None:
    assert kind_of(sign.example, spoken=False) == sign.tells


@pytest.mark.parametrize("sign", language("en").kinds, ids=lambda sign: sign.example[:40])
def test_a_kind_rule_finds_nothing_without_a_word_it_needs(sign: Sign) -> None:
    @settings(max_examples=20, database=None, deadline=None, derandomize=True)
    @given(strategies.from_regex(sign.pattern, alphabet=strategies.characters(codec="ascii")))
    def finds(text: str) -> None:
        assert not sign.needs.isdisjoint(re.findall(r"[a-z]+", text.lower())), text

    finds()
