"""Problems as a person reads them on a terminal."""

from __future__ import annotations

import pytest

from generator.cli.console import count, report
from generator.errors import Problem
from generator.model import Place


def warning(line: int, message: str = "Its date rests on a guess.") -> Problem:
    return Problem("guess", "warning", message, "Date the article.", Place("facts/a.yaml", line, 3))


def test_one_message_at_many_places_is_printed_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([warning(line) for line in (1, 5, 9)]) == 0
    said = capsys.readouterr().err
    assert said.count("rests on a guess") == 1
    assert "facts/a.yaml:1:3: warning guess" in said
    assert "also at facts/a.yaml:5, 9" in said
    assert said.count("Date the article.") == 1


def test_two_alike_are_still_printed_each_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    report([warning(1), warning(5), warning(7, "Another.")])
    said = capsys.readouterr().err
    assert "facts/a.yaml:1:3:" in said and "facts/a.yaml:5:3:" in said and "Another." in said


def test_errors_are_counted() -> None:
    assert report([warning(1), Problem("x", "error", "Bad.")]) == 1


@pytest.mark.parametrize(("number", "said"), [(0, "0 facts"), (1, "1 fact"), (2_000, "2,000 facts")])
def test_numbers_agree_with_their_noun(number: int, said: str) -> None:
    assert count(number, "fact") == said
