"""Stances: what somebody does with words though no speech is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ChronofactError
from generator.facts.attribution import claims
from generator.model import Attribution

from .reading_case import attributions_of


def _stances(text: str) -> list[Attribution]:
    return [one for one in attributions_of(text) if one.form == "stance"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Holm questioned the figures of the council.", "Holm", "the figures of the council"),
        ("Tess Adler spoke of the flood. She blamed the council for the flood.", "Tess Adler", ""),
        ("Critics have questioned the plan.", "critics", "the plan"),
        ("The mayor of Lorne, Ann Holm, expressed delight at it.", "Ann Holm", "delight at it"),
        ("The mayor, Ann Holm expressed delight at it.", "Ann Holm", "delight at it"),
        ("Corvane Inc. Thursday questioned the plan.", "Corvane Inc.", "the plan"),
    ],
)
def test_a_stance_is_told(text: str, speaker: str, words: str) -> None:
    known = [(a.speaker, text[a.start : a.end]) for a in attributions_of(text)]
    assert any(name == speaker and words in said for name, said in known), known


@pytest.mark.parametrize(
    "text",
    [
        'After ten years workers want a woman as head of the union , " she said after the debate .',
        'Rates rose. " Lorne senator Ann Holm infamously said Lorne wants to close the port .',
        '" The mayor of Lorne wants a port , " said Anna Holm of the council .',
    ],
)
def test_words_behind_a_mark_that_never_closes_are_read(text: str) -> None:
    assert all(text[one.start : one.end] for one in _stances(text))


@pytest.mark.parametrize("close", [".", "", "!", " ."])
def test_a_stance_ends_before_the_marks_that_close_its_sentence(close: str) -> None:
    (told,) = _stances(text := f"Holm questioned the figures of the council{close}")
    assert text[told.start : told.end] == "the figures of the council"


@pytest.mark.parametrize(
    "text",
    [
        "The river rose two metres on Friday.",
        "The train left Ashford at noon and reached the coast at three.",
        "Holm bought a house in Ashford.",
    ],
)
def test_what_happens_is_no_stance(text: str) -> None:
    assert _stances(text) == []


def test_changed_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "claims_en.json"
    changed.write_text(claims.WEIGHTS.read_text("utf-8").replace('"least": 0.6', '"least": 0.1'), "utf-8")
    monkeypatch.setattr(claims, "WEIGHTS", changed)
    claims.model.cache_clear()
    with pytest.raises(ChronofactError, match="hash"):
        claims.model()
    monkeypatch.undo()
    claims.model.cache_clear()
