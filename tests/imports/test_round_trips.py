"""Every foreign form in, checked, out again and the same; the same once more, and nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import made
from .round_trip import first_difference, project, there_and_back


@pytest.mark.parametrize("form", made.FORMS)
def test_there_and_back(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made.write(form, 36, tmp_path)
    monkeypatch.chdir(tmp_path)
    project(tmp_path / "p")
    first, second, said = there_and_back(form, path, tmp_path)
    assert [one.exit_code for one in said] == [0, 0, 0, 0], "\n".join(one.output for one in said)
    assert first == second, first_difference(first, second)
    assert "36 facts added" in said[0].output and "36 facts from" in said[1].output
    assert "nothing to change" in said[3].output
