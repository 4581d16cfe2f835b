"""A timeline in a foreign form into a project, checked and back out: the two files are compared as their form has them.

``python -m tests.imports.round_trip 2000 [FORM …]`` does it with as many entries and prints the seconds of processor time.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from generator.cli import main
from generator.imports import FORMS, Options
from tests.imports import made

COLUMNS = ("--column", "date=When", "--column", "text=What", "--column", "body=Details")


def chronofact(*arguments: str, input: str | None = None) -> Result:
    """A command in the working folder."""
    return CliRunner().invoke(main, list(arguments), input=input)


def project(folder: Path) -> None:
    """A fresh project in ``folder``, which becomes the working folder."""
    shutil.copytree(Path(_fresh().name) / "p", folder)
    os.chdir(folder)


@cache
def _fresh() -> tempfile.TemporaryDirectory[str]:
    """Where a project stands as ``new`` makes it, for copies."""
    made = tempfile.TemporaryDirectory()
    assert chronofact("new", str(Path(made.name) / "p"), "--name", "Harbour").exit_code == 0
    return made


def as_read(form: str, path: Path) -> Any:
    """What a file (or a folder of files) says, so that order of keys, spaces and quotation do not matter."""
    if path.is_dir():
        return {
            file.relative_to(path).as_posix(): [
                dict(one.data) for one in FORMS["files"].read(file.read_bytes(), str(file), Options()).records
            ]
            for file in sorted(path.rglob("*.*"))
        }
    if form == "markwhen":
        return [line.rstrip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    reading = FORMS[form].read(path.read_bytes(), str(path), Options())
    head = {key: value for key, value in reading.head.items() if key != "calendar"}
    return [dict(one.data) for one in reading.records], head, sorted(reading.head.get("calendar", ()))


def there_and_back(form: str, path: Path, folder: Path) -> tuple[Any, Any, list[Result]]:
    """The two files as read, and what the commands said."""
    columns = COLUMNS if form in ("csv", "xlsx", "ods") else ()
    back = folder / f"back{path.suffix}"
    said = [
        chronofact("import", str(path), "--name", "x", *columns),
        chronofact("check"),
        chronofact("export", "--import", "x", "--drafts", "--output", str(back)),
        chronofact("import", str(path), "--name", "x"),
    ]
    return as_read(form, path), as_read(form, back), said


def _measure(number: int, forms: list[str]) -> None:
    for form in forms:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            path = made.write(form, number, folder)
            project(folder / "p")
            start = time.process_time()
            first, second, said = there_and_back(form, path, folder)
            seconds = time.process_time() - start
            again = said[-1].output.strip().splitlines()[0]
            print(
                f"{form:<15} {seconds:6.1f} s  equal: {first == second}  exit codes {[one.exit_code for one in said]}  {again}",
                flush=True,
            )
            os.chdir("/")


if __name__ == "__main__":
    _measure(int(sys.argv[1]), sys.argv[2:] or list(made.FORMS))


def first_difference(one: Any, other: Any) -> str:
    """Where two readings part, for a test that fails."""
    if type(one) is type(other) and isinstance(one, list | tuple) and len(one) == len(other):
        return next((first_difference(a, b) for a, b in zip(one, other, strict=True) if a != b), "")
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted({*one, *other}, key=str)
        return next(
            (
                f"{k}: {first_difference(one.get(k), other.get(k))}"
                for k in keys
                if one.get(k) != other.get(k)
            ),
            "",
        )
    return f"{json.dumps(one, default=str, ensure_ascii=False)[:300]} / {json.dumps(other, default=str, ensure_ascii=False)[:300]}"
