"""``chronofact import``: a timeline kept elsewhere into the project's content."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ..errors import ChronofactError, Problem, problem
from ..ids import fact_id
from ..imports import FORMS, MOST_BYTES, Form, Options, Reading, Record, Taken, form_of, take
from ..imports.forms.one_a_file import SUFFIXES
from ..imports.plain import is_address
from ..imports.synonyms import ROLES, roles_of
from ..model import Place
from ..store import Changes, imports_of, plan_import
from .console import EXIT_PROBLEMS, count, report
from .project import carry_out, open_content, open_project

EPILOG = (
    "\b\nForms:\n"
    + "".join(f"  {form.name:<15}{form.about}\n" for form in FORMS.values())
    + """
\b
Examples:
  chronofact import timeline.json
  chronofact import events.csv --column date=When --column text=What
  chronofact import events/ --form files --dry-run
"""
)
_COLUMNS_ASKED = ("text", "date", "end", "body", "tags", "url", "source_title", "publisher")
_ROWS_TO_TELL = 3  # so many show which column tells what happened
_ORDERS = ("as-written", "day-first", "month-first")


@click.command("import", short_help="Take over a timeline kept elsewhere.", epilog=EPILOG)
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--form", type=click.Choice(list(FORMS)), help="What the file is, where its name and content do not tell."
)
@click.option(
    "--name", default="", help="Name of this import; by default made from the file's. The same name updates."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="MEANING=NAME",
    help="What a column or key means; remembered.",
)
@click.option("--dates", type=click.Choice(_ORDERS), default=None, help="How dates are read; remembered.")
@click.option("--lang", default="", help="Language of the entries; the project's when left out.")
@click.option(
    "--drafts", is_flag=True, help="Make drafts of all, also of what our own export says is decided."
)
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what changes as JSON.")
def import_command(
    path: Path,
    form: str | None,
    name: str,
    columns: tuple[str, ...],
    dates: str | None,
    lang: str,
    drafts: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take the entries of PATH over as draft facts with their sources.

    PATH is a file, or a folder of files with an entry each. What no field of a fact holds is kept under `extra`. Importing
    the same again, or a later state of it, updates what nobody changed here and never doubles; edits of yours win and are
    told. A date is never made finer than the entry's other words are.
    """
    project = open_project()
    content = open_content(project)
    held = imports_of(content)
    known = held.get(name_of(name or path.resolve().stem))
    options = _options(columns, dates, lang or project.language, known.head if known else {})
    reading = read_path(path, form, options)
    name = name_of(name or path.resolve().stem)
    if known is not None and known.head.get("form") != reading.form:
        name = name_of(f"{name} {reading.form}")  # another timeline that only has the same name
    options = _asked(FORMS[reading.form], reading, options, str(path))
    taken = _taken(reading, path, options, name)
    today = datetime.now(UTC).date().isoformat()
    if drafts:
        taken = replace(
            taken, brought=tuple(replace(b, fact=replace(b.fact, status="draft")) for b in taken.brought)
        )
    head = {**taken.head, "form": reading.form, "file": path.name}
    changes = plan_import(content, taken.brought, head, name, make_id=fact_id, today=today, names=taken.names)
    code, told = carry_out(project, changes, dry_run=dry_run, as_json=as_json)
    errors = report((*taken.problems, *_coarser(taken), *told))
    if code > EXIT_PROBLEMS:
        click.echo("Nothing was imported.", err=True)
        click.get_current_context().exit(code)
    _sum_up(taken, changes, len(reading.records), dry_run)
    click.get_current_context().exit(EXIT_PROBLEMS if errors else code)


def name_of(name: str) -> str:
    """A name for an import that can be a file's name everywhere."""
    return fact_id(name, ())


def read_path(path: Path, form: str | None, options: Options) -> Reading:
    """A file, or every file of a folder, as its form has it."""
    if path.is_dir():
        return _folder(path, options)
    data = _bytes(path)
    found = form or form_of(path.name, data)
    if not found:
        raise ChronofactError(problem("import-form", Place(str(path)), value=path.name))
    return FORMS[found].read(data, str(path), options)


def _folder(path: Path, options: Options) -> Reading:
    """The entries of the files below a folder; one that cannot be read is told, the others go on."""
    records: list[Record] = []
    problems: list[Problem] = []
    size = 0
    for file in _files(path):
        shown = file.relative_to(path).as_posix()
        try:
            data = _bytes(file)
            size += len(data)
            if size > MOST_BYTES * 4:
                raise ChronofactError(
                    problem("import-unreadable", Place(str(path)), value=str(path), why="it is too large")
                )
            reading = FORMS["files"].read(data, str(file), options)
        except ChronofactError as error:
            problems += error.problems
            continue
        records += [replace(one, path=shown if len(reading.records) == 1 else "") for one in reading.records]
    return Reading("files", tuple(records), {"as": "folder"}, tuple(problems))


def _files(path: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "_")))
        for name in sorted(names):
            if (
                name.lower().endswith(SUFFIXES)
                and not name.startswith((".", "_"))
                and name.lower() != "readme.md"
            ):
                yield Path(folder) / name


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            why = f"it is larger than {MOST_BYTES // 2**20} MB"
            raise ChronofactError(problem("import-unreadable", Place(str(path)), value=path.name, why=why))
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or "the system refuses"
        raise ChronofactError(
            problem("import-unreadable", Place(str(path)), value=path.name, why=why)
        ) from error


def _options(columns: tuple[str, ...], dates: str | None, lang: str, head: Mapping[str, object]) -> Options:
    """What was said now, and where nothing was, what an import of that name was told before."""
    held = head.get("options")
    before: Mapping[str, object] = held if isinstance(held, dict) else {}
    said: dict[str, str] = {}
    for column in columns:
        meaning, equals, name = column.partition("=")
        if not equals or (meaning not in ROLES and meaning != "none"):
            raise click.BadParameter(
                f"'{column}' is not MEANING=NAME; meanings: none, {', '.join(ROLES)}.", param_hint="--column"
            )
        said[name.strip()] = meaning
    kept = before.get("columns")
    remembered = {str(k): str(v) for k, v in kept.items()} if isinstance(kept, dict) else {}
    remembered = {name: role for name, role in remembered.items() if role not in said.values()}
    order = dates if dates in ("day-first", "month-first") else ""
    written = dates == "as-written" if dates else bool(before.get("as_written"))
    return Options({**remembered, **said}, order, lang, written)  # type: ignore[arg-type]


def _asked(form: Form, reading: Reading, options: Options, path: str) -> Options:
    """What a table's columns mean: as the table of synonyms has it, shown and asked for where a person sits there."""
    if not form.columns or not reading.records:
        return options
    keys = list(dict.fromkeys(key for one in reading.records[:500] for key in one.data))
    roles = roles_of(keys, options.columns)
    likely = _telling_column(reading, roles, options) if "text" not in roles else ""
    if likely and _somebody():
        return _ask(keys, {**roles, "text": likely}, options)
    if likely:
        told = f"The column '{likely}' is taken for the text; --column text=NAME says otherwise."
        click.echo(told, err=True)
        options = replace(options, columns={**options.columns, likely: "text"})
        roles = roles_of(keys, options.columns)
    if "text" not in roles and "body" not in roles:
        if not _somebody():
            raise ChronofactError(
                problem("import-columns", Place(path), value=path, names=", ".join(keys[:20]))
            )
        return _ask(keys, roles, options)
    if _somebody() and not options.columns and reading.form in ("csv", "xlsx", "ods"):
        shown = ", ".join(f"{role}: {key}" for role, key in roles.items() if role in _COLUMNS_ASKED)
        if not click.confirm(f"The columns are read as {shown}. Is that so?", default=True, err=True):
            return _ask(keys, roles, options)
    return options


def _telling_column(reading: Reading, roles: Mapping[str, str], options: Options) -> str:
    """The column whose name nobody knows and that tells something in nearly every row: the one with the most words."""
    known = {*roles.values(), *options.columns} - {roles.get("body", "")}
    words: dict[str, int] = {}
    filled: Counter[str] = Counter()
    for one in reading.records[:500]:
        for key, value in one.data.items():
            if (
                key not in known
                and isinstance(value, str)
                and len(value.split()) > 1
                and not is_address(value)
            ):
                words[key] = words.get(key, 0) + len(value.split())
                filled[key] += 1
    enough = [key for key, number in filled.items() if number * 3 >= min(len(reading.records), 500) * 2]
    best = (
        max(enough, key=lambda key: words[key], default="") if len(reading.records) >= _ROWS_TO_TELL else ""
    )
    return "" if best == roles.get("body") else best


def _ask(keys: list[str], roles: Mapping[str, str], options: Options) -> Options:
    """Each meaning's column, by its number or name."""
    for number, key in enumerate(keys, 1):
        click.echo(f"  {number:>3}  {key}", err=True)
    said = dict(options.columns)
    for role in _COLUMNS_ASKED:
        usual = roles.get(role, "-")
        answer = click.prompt(
            f"Which column is {role}? (number, name, - for none)", default=usual, err=True
        ).strip()
        key = keys[int(answer) - 1] if answer.isdigit() and 0 < int(answer) <= len(keys) else answer
        if key in keys:
            said[key] = role
        elif roles.get(role):
            said[roles[role]] = "none"
    return replace(options, columns=said)


def _somebody() -> bool:
    """Whether questions can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _taken(reading: Reading, path: Path, options: Options, name: str) -> Taken:
    """The facts of a reading; dates that other words make coarser are asked about once, where a person sits there."""

    def once(with_options: Options) -> Taken:
        return take(reading, str(path), with_options, name=name, shown=path.name)

    taken = once(options)
    if taken.coarser and not options.as_written and _somebody():
        for place, written, coarse, why in taken.coarser[:5]:
            click.echo(f"  {place.path}:{place.line}: {written} or only {coarse}? {why}.", err=True)
        words = f"{count(len(taken.coarser), 'date')} may be coarser than written. Take the coarser ones?"
        if not click.confirm(words, default=True, err=True):
            return once(replace(options, as_written=True))
    return taken


def _coarser(taken: Taken) -> Iterator[Problem]:
    for place, written, coarse, why in taken.coarser:
        yield problem("import-coarser", place, value=written, taken=coarse, why=why)


def _sum_up(taken: Taken, changes: Changes, entries: int, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    said = [f"{count(entries, 'entry', 'entries')} read"]
    for number, what in (
        (len(changes.added), f"{count(len(changes.added), 'fact')} {would}added"),
        (len(changes.merged), f"{count(len(changes.merged), 'source')} {would}joined to facts already there"),
        (len(changes.updated), f"{count(len(changes.updated), 'value')} {would}updated"),
        (len(changes.articles), f"{count(len(changes.articles), 'source')} {would}recorded"),
        (len(changes.entities), f"{count(len(changes.entities), 'name')} {would}added"),
        (len(changes.conflicts), f"{count(len(changes.conflicts), 'edit')} of yours kept"),
        (len(changes.kept_away), f"{count(len(changes.kept_away), 'removed fact')} left out again"),
        (len(changes.undated), f"{count(len(changes.undated), 'fact')} without a date"),
    ):
        said += [what] if number else []
    if not any((changes.added, changes.merged, changes.updated, changes.articles)):
        said.append("nothing to change")
    click.echo("; ".join(said) + ".", err=True)
    for change in changes.conflicts[:20]:
        click.echo(
            f"  kept: {change.id}: {change.field} is '{change.was}', the import has '{change.now}'", err=True
        )
    if taken.extra:
        most = sorted(taken.extra.items(), key=lambda item: (-item[1], item[0]))[:20]
        click.echo(
            "Kept under extra: " + ", ".join(f"{key} ({number:,})" for key, number in most) + ".", err=True
        )
    open_ones = sum(fact.status != "draft" for fact in changes.added)
    if open_ones:
        told = (
            f"{count(open_ones, 'fact')} {would}open to readers, as the export says; with --drafts all wait."
        )
        click.echo(told, err=True)
    if len(changes.added) > open_ones and not dry_run:
        told = "`chronofact review` shows the drafts"
        brought = next((fact.by for fact in changes.added if fact.status == "draft" and fact.by), "")
        told += f"; `chronofact accept --import {brought}` takes them all at once." if brought else "."
        click.echo(told, err=True)
