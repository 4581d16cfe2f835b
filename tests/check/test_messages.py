"""Every problem that can be reported, as people read it, in one file: ``messages.golden.txt``.

After a change: ``python -m tests.check.test_messages`` writes the file anew; read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from generator.errors import CATALOGUE, ProblemKind, problem
from generator.model import Place

GOLDEN = Path(__file__).with_name("messages.golden.txt")
AGAIN = "Run 'python -m tests.check.test_messages', read the difference and commit it."


def details(kind: ProblemKind) -> dict[str, str]:
    """Every name in the templates of a problem, standing for itself."""
    names = [
        name for text in (kind.message, kind.remedy) for _, name, _, _ in Formatter().parse(text) if name
    ]
    return {name: f"‹{name}›" for name in names}


def render() -> str:
    """The whole catalogue."""
    head = f"# Every problem code with its message and remedy. {AGAIN}\n"
    place = Place("content/facts/2025/2025-05-16.yaml", 7, 5)
    lines = (str(problem(code, place, **details(kind))) for code, kind in CATALOGUE.items())
    return head + "".join(f"\n{line}\n" for line in sorted(line.split(": ", 1)[1] for line in lines))


def test_the_golden_file_says_what_the_program_says() -> None:
    golden = GOLDEN.read_text("utf-8") if GOLDEN.exists() else ""
    now = render()
    missing = sorted(set(now.splitlines()) - set(golden.splitlines()))
    gone = sorted(set(golden.splitlines()) - set(now.splitlines()))
    assert golden == now, "\n".join(
        [AGAIN, *(f"+ {line}" for line in missing), *(f"- {line}" for line in gone)]
    )


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_message_says_what_is_wrong_and_ends_as_a_sentence(code: str) -> None:
    kind = CATALOGUE[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", code)
    assert kind.message[0].isupper() or kind.message[0] in "'{" or kind.message.startswith("mkdocs.yml")
    for text in filter(None, (kind.message, kind.remedy)):
        assert text.rstrip()[-1] in ".}…", f"{code}: '{text}' is no sentence"
        assert "  " not in text


if __name__ == "__main__":
    GOLDEN.write_text(render(), "utf-8")
