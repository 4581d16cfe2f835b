"""Every writing command killed, and refused by a full disk, at random steps: each file old or new, the next run ends the same.

    python -m tests.attacks.faults kills --times 200 --seed 1     every command killed 200 times
    python -m tests.attacks.faults full --times 50                the disk full from a random step on

A step is anything that touches the disk. Half of the kills come right before one, half a moment after it.
"""

from __future__ import annotations

import argparse
import errno
import gc
import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from generator.cli import COMMANDS, main

STORY = """Bridge over the Sarn closed after inspection

By Nela Marsh, The Sarn Post
Published: 4 June 2021

The city closed the old bridge over the Sarn on Thursday after inspectors found rust in two of its cables.

"Nobody should cross until we know more," Mayor Tove Lind said.

The bridge opened in May 1962 and carried 9,000 cars a day.
"""
MORE = (
    STORY.replace("bridge", "tunnel").replace("Bridge", "Tunnel").replace("4 June 2021", "9 July 2021"),
    STORY.replace("Nela Marsh", "Ode Vries").replace("4 June", "5 June").replace("two of its", "four"),
)
MEMORY = Path("/dev/shm")
_CHANGES = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Our own bookkeeping between two steps; after the next run it must be as undisturbed too.
_LEFT_BEHIND = (".tmp", "journal.json", ".chronofact-written.json", "exported.json", "site.json")


@dataclass(frozen=True)
class Case:
    """A command, and what a project needs before it so that there is something to write."""

    name: str
    arguments: tuple[str, ...]
    prepare: Callable[[Path], None] = lambda _: None
    loose: tuple[str, ...] = ()  # folders that another program fills file by file


@dataclass
class Fault:
    """What happens at the disk's step number ``at``."""

    at: int
    how: str  # "kill", "kill later", "full"
    delay: float = 0.0
    seen: int = 0
    root: str = ""

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook: Python tells it everything that is about to be done."""
        if event not in _CHANGES and event != "open":
            return
        path = arguments[0]
        if not isinstance(path, (str, bytes)) or not str(Path(os.fsdecode(path)).absolute()).startswith(
            self.root
        ):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return
        self.seen += 1
        if self.how == "full":
            if self.seen >= self.at and event in ("open", "os.mkdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fsdecode(path))
        elif self.seen == self.at:
            if self.how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            signal.setitimer(signal.ITIMER_REAL, max(self.delay, 1e-6))  # its default is the end


@dataclass
class Outcome:
    """What a case showed."""

    case: str
    tries: int = 0
    struck: int = 0
    problems: list[str] = field(default_factory=list)


def files(root: Path) -> dict[str, bytes]:
    """Every file of the project and beside it."""
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def run(project: Path, arguments: Sequence[str], fault: Fault | None = None) -> tuple[int, str, int]:
    """The command in a process of its own: exit code (negative: the signal), what it said, and its steps."""
    said, steps = project.parent.parent / "said", project.parent.parent / "steps"
    child = os.fork()
    if child == 0:
        code = 9
        try:
            out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
            code = _in_child(project, arguments, fault, steps)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seen = int(steps.read_text()) if code >= 0 and steps.exists() else 0
    return code, said.read_text("utf-8", errors="replace"), seen


def _in_child(project: Path, arguments: Sequence[str], fault: Fault | None, steps: Path) -> int:
    os.chdir(project)
    sys.dont_write_bytecode = True
    os.environ |= {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    fault = fault or Fault(-1, "count")
    fault.root = str(project.parent)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    sys.addaudithook(fault.hook)
    code = 0
    try:
        if arguments[0] == "mkdocs":
            from mkdocs.__main__ import cli

            cli(list(arguments[1:]), prog_name="mkdocs")
        else:
            main(list(arguments), prog_name="chronofact")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 99
    fault.root = "\0"
    steps.write_text(str(fault.seen))
    return code


def _reviewed(project: Path) -> None:
    for path in (project / "content/facts").rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("status: draft", "status: reviewed"), "utf-8")


def _edited_seed(project: Path) -> None:
    seed = project / "seeds/bridge.txt"
    seed.write_text(seed.read_text("utf-8").replace("9,000 cars", "9,500 cars"), "utf-8")


def _untidy(project: Path) -> None:
    one, *others = sorted((project / "content/facts").rglob("*.yaml"))
    for other in others:
        one.write_text(one.read_text("utf-8") + "\n" + other.read_text("utf-8"), "utf-8")
        other.unlink()


def _typed_dates(project: Path) -> None:
    for path in (project / "content/facts").rglob("2021*.yaml"):
        path.write_text(path.read_text("utf-8").replace("date: 2021-06-03", "date: June 3, 2021"), "utf-8")


def _done_before(*arguments: str) -> Callable[[Path], None]:
    def prepare(project: Path) -> None:
        run(project, arguments)
        _reviewed(project)
        _typed_day(project)

    return prepare


def _only(project: Path, *arguments: str) -> None:
    run(project, arguments)


def _marked(project: Path) -> None:
    run(project, ("review", "--csv", "waiting.csv"))
    table = project / "waiting.csv"
    table.write_text(table.read_text("utf-8").replace(",,,", ",accept,,"), "utf-8")


def _typed_day(project: Path) -> None:
    for path in (project / "content/facts").rglob("1962*.yaml"):
        path.write_text(path.read_text("utf-8").replace("date: 1962-05", "date: 1962-06"), "utf-8")


def _ids(project: Path) -> list[str]:
    texts = (path.read_text("utf-8") for path in sorted((project / "content/facts").rglob("*.yaml")))
    lines = (line for text in texts for line in text.splitlines() if line.startswith("- id: "))
    return [line.removeprefix("- id: ") for line in lines]


def cases(project: Path) -> Iterator[Case]:
    """Every command that writes."""
    one, other, *_ = _ids(project)
    build = ("mkdocs", "build", "--quiet")
    yield Case("new", ("new", "../fresh", "--name", "Fresh"))
    yield Case("add", ("add", "../more", "--publisher", "Said By Hand"))
    yield Case("add again", ("add", "seeds"), _edited_seed)
    yield Case("check --fix", ("check", "--fix"), _typed_dates)
    yield Case("merge", ("merge", one, other))
    yield Case("rename", ("rename", one, "another-id"))
    yield Case("tidy", ("tidy",), _untidy)
    by = ("--by", "An Editor")
    yield Case("accept", ("accept", one, other, *by))
    yield Case("reject", ("reject", one, "--why", "told twice", *by))
    yield Case("edit", ("edit", one, "speaker=Somebody", *by))
    yield Case("withdraw", ("withdraw", one, "--why", "it was wrong", *by))
    yield Case("hold", ("hold", one, "--why", "another source first", *by))
    yield Case("split", ("split", one, "The bridge opened in May 1962", "It carried 9,000 cars a day", *by))
    yield Case("disputed", ("disputed", one, "--why", "the mayor denies it", *by), _reviewed)
    yield Case("promote", ("promote", "the-sarn", "nobody-should"))
    yield Case("names", ("names", "--accept", "tove-lind", "--ignore", "sarn-post"))
    yield Case("names joined", ("names", "--join", "tove-lind", "sarn-post"))
    book = ("--type", "book", "--title", "Bridges of the Sarn", "--at", "page 12", *by)
    yield Case("fact", ("fact", "--date", "1962-05", "--text", "The bridge opened", *book))
    back = ("rejected", "--back", one)
    yield Case("rejected", back, lambda project: _only(project, "reject", one, "--why", "told twice", *by))
    yield Case("review --import", ("review", "--import", "waiting.csv", *by), _marked)
    yield Case("undo", ("undo",), lambda project: _only(project, "accept", one, other, *by))
    yield Case("render", ("render", "out", "--drafts"))
    yield Case("render again", ("render", "out"), _done_before("render", "out", "--drafts"))
    yield Case("export", ("export", "json", "--drafts", "-o", "out.json"))
    yield Case(
        "export again", ("export", "csv", "-o", "out.csv"), _done_before("export", "csv", "-o", "out.csv")
    )
    yield Case("build", build, _reviewed, loose=("p/site/",))
    yield Case("build again", build, _done_before(*build), loose=("p/site/", "p/.chronofact/site-aside/"))


def make_project(root: Path) -> Path:
    """A project with one article added, two that wait beside it, and a person's own files all around."""
    runner = CliRunner()
    project = root / "p"
    assert runner.invoke(main, ["new", str(project), "--name", "Bridge"]).exit_code == 0
    (project / "seeds/bridge.txt").write_text(STORY, "utf-8")
    (root / "more").mkdir()
    for number, text in enumerate(MORE):
        (root / "more" / f"{number}.txt").write_text(text, "utf-8")
    for name in ("p/README.md", "p/notes/a.md", "p/content/pages/mine.md", "beside.md"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(f"# mine {name}\n", "utf-8")
    code, said, _ = run(project, ("add", "seeds"))
    assert code == 0, said
    return project


def strike(case: Case, start: Path, times: int, how: str, dice: random.Random, work: Path) -> Outcome:
    """One case, struck ``times`` times, each time on a fresh copy."""
    outcome = Outcome(case.name)
    at, ready = (
        work / "at" / "r",
        work / "ready",
    )  # every run at one place: its path stands in some of what is written
    _copy(start, at)
    case.prepare(at / "p")
    before = files(_copy(at, ready))
    code, said, steps = run(at / "p", case.arguments)
    after = files(at)
    if code not in (0, 1) or not steps:
        outcome.problems.append(f"it does not work undisturbed: {code}, {steps} steps: {said}")
        return outcome
    while outcome.struck < times and outcome.tries < 3 * times:
        kind = how if how == "full" else dice.choice(("kill", "kill later"))
        fault = Fault(dice.randint(1, steps), kind, dice.random() * 0.002)
        root = _copy(ready, at)
        code, said, _ = run(root / "p", case.arguments, fault)
        outcome.tries += 1
        outcome.struck += code < 0 or how == "full"
        where = f"{fault.how} at step {fault.at} of {steps}"
        unlike = _known_to_people(files(root)) != _known_to_people(after)
        if how == "full" and ((code in (0, 99) and unlike) or "Traceback" in said):
            outcome.problems.append(f"{where}: exit code {code}: {said[-600:]}")
        outcome.problems += [f"{where}: {one}" for one in _neither(before, files(root), after, case.loose)]
        run(root / "p", case.arguments)
        found = files(root)
        differing = [path for path in {*found, *after} if found.get(path) != after.get(path)]
        passing = (*_PASSING, "/.chronofact/.chronofact-")  # and a begun temporary file
        if left := [path for path in differing if not any(one in path for one in passing)]:
            outcome.problems.append(f"{where}: the next run leaves {left[:3]} other than undisturbed")
    return outcome


# Steps to take back; what builds may take over, two of which are never equal.
_PASSING = ("/.chronofact/undo/", "/.chronofact/site.sqlite")


def _known_to_people(found: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in found.items() if not path.endswith(_LEFT_BEHIND)}


def _neither(
    before: dict[str, bytes], found: dict[str, bytes], after: dict[str, bytes], loose: Sequence[str]
) -> Iterator[str]:
    """The files that are neither old nor new."""
    for path in sorted({*before, *found, *after}):
        passing = any(one in path for one in _PASSING)
        if path.startswith(tuple(loose)) or path.endswith(_LEFT_BEHIND) or passing:
            continue
        if found.get(path) not in (before.get(path), after.get(path)):
            yield f"{path} is neither old nor new"


def _copy(source: Path, target: Path) -> Path:
    """``target`` made anew as a copy of ``source``."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, symlinks=True)
    return target


def strike_all(times: int, how: str, seed: int, only: tuple[str, ...] = ("",)) -> Iterator[Outcome]:
    """Every case whose name begins with one of ``only``."""
    _preload()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        work = Path(folder)
        start = work / "start" / "r"
        start.mkdir(parents=True)
        project = make_project(start)
        _compile(_copy(start, work / "compiled" / "r") / "p")
        for case in cases(project):
            if case.name.startswith(only):
                yield strike(case, start, times, how, random.Random(f"{seed} {case.name}"), work)


def _preload() -> None:
    """What every run would import, once: a fork then begins with the work."""
    for module in {entry.partition(":")[0] for entry in COMMANDS.values()}:
        importlib.import_module(f"generator.cli.{module}")
    for name in (
        "generator.plugin",
        "mkdocs.__main__",
        "mkdocs.commands.build",
        "material.plugins.search.plugin",
    ):
        importlib.import_module(name)
    gc.freeze()


def _compile(project: Path) -> None:
    """What every build would compile of its templates, once: a fork has it then."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(project / "mkdocs.yml"), quiet=True))


def _main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("how", choices=["kills", "full"])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="cases whose name begins so")
    options = parser.parse_args()
    failed = 0
    began = time.monotonic()
    for outcome in strike_all(
        options.times, "full" if options.how == "full" else "kill", options.seed, (options.only,)
    ):
        failed += len(outcome.problems)
        print(
            f"{outcome.case:<14}{outcome.tries:>5} tries{outcome.struck:>5} struck{len(outcome.problems):>5} problems",
            flush=True,
        )
        for one in outcome.problems[:5]:
            print(f"    {one}")
    print(f"seed {options.seed}: {failed} problems, {time.monotonic() - began:.0f} s")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(_main())
