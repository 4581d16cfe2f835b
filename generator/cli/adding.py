"""The parts of a run of adding in, what is said of them on the way and at the end out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

import click

from ..errors import Problem
from ..pipeline import Adding, Run
from ..store import Changes
from .console import EXIT_OK, EXIT_PROBLEMS, count, on_terminal

_COUNTED = (
    "added",
    "merged",
    "updated",
    "conflicts",
    "kept_away",
    "aside",
    "undated",
    "entities",
    "articles",
)
_CHANGING = ("added", "merged", "updated", "undated", "entities", "articles")
_FEW_READ = 5  # ids that are kept to show what became of them


Outcome = tuple[int, tuple[Problem, ...]]
Beside = Callable[[Callable[[], Outcome]], Callable[[], Outcome]]


@dataclass
class Told:
    """What came of a run so far, in numbers: the facts themselves lie on the disk."""

    articles: int
    failed: int
    problems: list[Problem] = field(default_factory=list)
    read: list[str] = field(default_factory=list)  # ids of the first articles
    newly_dated: bool = False
    example: str = ""  # an article with statements that were kept aside
    numbers: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_COUNTED, 0))

    def hear(self, part: Adding, of_writing: Sequence[Problem]) -> None:
        """Count a part in."""
        changes = part.changes
        for name in _COUNTED:
            self.numbers[name] += len(getattr(changes, name))
        self.problems += [*part.problems, *of_writing]
        ids = (reading.article.id for reading in part.readings)
        self.read += [id for id, _ in zip(ids, range(_FEW_READ - len(self.read)), strict=False)]
        self.newly_dated |= any(change.field == "date" and not change.was for change in changes.updated)
        if changes.aside and not self.example:
            self.example = changes.aside[0].sources[0].article

    @property
    def changed(self) -> bool:
        """Whether anything came of it."""
        return any(self.numbers[name] for name in _CHANGING)

    def sum_up(self, *, dry_run: bool) -> None:
        """One line of numbers, and where to go on."""
        would = "would be " if dry_run else ""
        said = [f"{count(self.articles, 'article')} read"]
        said += [f"{self.failed:,} could not be read (see above)"] if self.failed else []
        for name, one, rest in (
            ("added", "fact", f"{would}added"),
            ("merged", "source", f"{would}joined to facts already there"),
            ("updated", "value", f"{would}updated"),
            ("conflicts", "edit", "of yours kept"),
            ("kept_away", "removed fact", "left out again"),
            ("aside", "statement", "kept aside"),
            ("undated", "fact", "without a date"),
            ("entities", "name", "proposed"),
        ):
            if self.numbers[name]:
                said.append(f"{count(self.numbers[name], one)} {rest}")
        if not self.changed:
            said.append("nothing to change")
        click.echo("; ".join(said) + ".", err=True)
        if self.example:
            click.echo(
                f"`chronofact review --aside {self.example}` lists what was kept aside there.", err=True
            )
        if self.numbers["added"] and not dry_run:
            click.echo(
                "New facts are drafts: run `chronofact review`, or look at them with `mkdocs serve`.",
                err=True,
            )


class Writing:
    """Parts of a run that are written, each by the ``beside`` of it while the next is planned where one is given."""

    def __init__(self, write: Callable[[Changes], Outcome], beside: Beside | None = None) -> None:
        self._write, self._beside = write, beside
        self._waiting: Callable[[], Outcome] | None = None
        self._outcome: Outcome = (EXIT_OK, ())

    def begin(self, changes: Changes) -> None:
        """Begin with a part; what was begun before is done."""
        if self._beside:
            lean = Changes(files=changes.files, problems=changes.problems)
            self._waiting = self._beside(partial(self._write, lean))
        else:
            self._outcome = self._write(changes)

    def outcome(self) -> Outcome:
        """The exit code and the problems of the part begun last, once it is written."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._outcome = waiting()
        return self._outcome

    def went_well(self) -> bool:
        """Whether it is written."""
        return self.outcome()[0] <= EXIT_PROBLEMS


class Progress:
    """How far a run is, how fast, and how long it still takes: a line on a terminal, that replaces itself."""

    def __init__(self, run: Run, clock: Callable[[], float]) -> None:
        self._run, self._clock = run, clock
        self._began, self._before = clock(), -1
        self._shown = False

    def show(self) -> None:
        """Say how far it is, while there is more to come."""
        run = self._run
        if self._before < 0:
            self._before, self._began = run.done, self._clock()
        if run.done >= run.articles or not on_terminal():
            return
        line = f"adding: {run.done:,} of {count(run.articles, 'article')}"
        seconds, done = self._clock() - self._began, run.done - self._before
        if done and seconds > 0:
            line += f", {done / seconds:.1f} a second, {_lasting((run.articles - run.done) * seconds / done)} left"
        click.echo(f"\r{line:<76}", nl=False, err=True)
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r" + " " * 78 + "\r", nl=False, err=True)


def _lasting(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return (
        f"{hours} h {minutes:02} min" if hours else f"{minutes} min {left:02} s" if minutes else f"{left} s"
    )
