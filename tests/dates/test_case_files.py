"""Every case of ``cases/``: what must be found is found; what is not supported still is not."""

from __future__ import annotations

import pytest

from .cases import Case, as_lines, read_cases, resolve_case

CASES = list(read_cases())


@pytest.mark.parametrize("case", [case for case in CASES if case.supported], ids=lambda case: case.name)
def test_supported(case: Case) -> None:
    assert as_lines(resolve_case(case)) == case.expected, case.text


@pytest.mark.parametrize("case", [case for case in CASES if not case.supported], ids=lambda case: case.name)
def test_unsupported_still_fails(case: Case) -> None:
    wanted = [
        (words.strip(), value.strip()) for words, _, value, *_ in (line.split("|") for line in case.expected)
    ]
    got = [(one.words, one.timex) for one in resolve_case(case)]
    assert got != wanted, f"{case.name} is right now: move it to the supported cases"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 600
    assert sum(not case.expected and case.supported for case in CASES) >= 200
