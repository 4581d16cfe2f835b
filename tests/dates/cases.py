"""The case files of ``cases/`` in; cases out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.dates import resolve_dates
from generator.model import Published, ResolvedDate, Sentence

FOLDER = Path(__file__).parent / "cases"


@dataclass
class Case:
    """One sentence and what must be found in it."""

    file: str
    line: int
    text: str
    anchor: str
    lang: str
    supported: bool
    expected: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """``file:line``, as the test run shows it."""
        return f"{self.file}:{self.line}"


def read_cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Case]:
    anchor, lang = "", "en"
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("  "):
            assert case is not None
            case.expected.append(line.strip())
            continue
        if case is not None:
            yield case
            case = None
        if line.startswith("@"):
            parts = line[1:].split()
            anchor = "" if parts[0] == "-" else parts[0]
            lang = parts[1] if len(parts) > 1 else "en"
        elif line and not line.startswith("#"):
            supported = not line.startswith("? ")
            case = Case(path.name, number, line.removeprefix("? "), anchor, lang, supported)
    if case is not None:
        yield case


def resolve_case(case: Case) -> tuple[ResolvedDate, ...]:
    """What the package makes of the case's sentence."""
    published = Published(case.anchor, "metadata") if case.anchor else Published()
    return resolve_dates(case.text, [Sentence(0, len(case.text), 0)], published=published, lang=case.lang)


def as_lines(found: tuple[ResolvedDate, ...]) -> list[str]:
    """The findings in the form of the case files."""
    return [
        f"{one.words} | {one.type} | {one.timex}{' ' + one.mod if one.mod else ''} | {one.edtf or '-'} | {one.rule}"
        for one in found
    ]
