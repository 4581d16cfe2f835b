"""``chronofact add``: articles into the project's content, as facts that people edit."""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import click

from ..articles import ArticleOptions, Metadata, Received, receive_articles
from ..config import is_drafts
from ..entries import reasons_of
from ..errors import Problem, problem
from ..model import Fact, Place
from ..pipeline import Adding, Run, Wishes
from ..pipeline.cluster import Cluster
from ..pipeline.many import BATCH, TEXTS
from ..pipeline.records import Records
from ..pipeline.workers import Crew
from ..store import Changes, Content, Project
from ..store.changes import together
from ..store.edits import plan_shelve_dated
from ..store.elsewhere import read_proposed
from ..store.folders import fits_name
from ..store.memory import mark_of
from .adding import Progress, Told, Writing
from .aside import why_aside
from .became import show_became
from .console import EXIT_OK, EXIT_PROBLEMS, count, on_terminal, report
from .language import read_language
from .project import carry_out, open_content, open_project

EPILOG = """\b
Examples:
  chronofact add seeds/
  chronofact add article.txt --published 2025-05-16 --publisher "The Daily"
  chronofact add https://example.org/feed.xml --dry-run
  chronofact add --facts model-output.jsonl

\b
What an article lacks may stand beside it in <file>.yaml: title, publisher, authors,
published, url, archive_url, lang, tags. Options outrank it, and it outranks the article.
What an option says is kept there.
"""


@click.command(short_help="Read articles and add their facts as drafts.", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option(
    "--published", default="", help="Day of publication, YYYY-MM-DD, for what states none or a wrong one."
)
@click.option("--url", default="", help="Address of the article.")
@click.option("--publisher", default="", help="Name of the outlet.")
@click.option("--title", default="", help="Headline.")
@click.option("--author", "authors", multiple=True, help="An author; may be given again.")
@click.option("--lang", default="", help="Language of the article (BCP 47), when detection is wrong.")
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Facts from another tool, JSON lines in the form of `extract`.",
)
@click.option("--by", default="", help="With --facts: the name of that tool.")
@click.option("--dry-run", is_flag=True, help="Print the difference; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what changes as JSON.")
@click.option("--explain", is_flag=True, help="List the sentences that became no fact or no draft, and why.")
@click.option(
    "--drafts",
    default="",
    metavar="few|all|NUMBER",
    help="Which statements of a new article become drafts; the rest is kept aside. The setting `drafts`, else few.",
)
@click.option("--no-names", is_flag=True, help="Propose no people, places and organisations.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Processes; 0 chooses.", show_default=True)
@click.option(
    "--scheduler",
    default="",
    metavar="ADDRESS",
    help="A Dask scheduler (tcp://…) whose workers read and compare; the extra `distributed`.",
)
def add(
    paths: tuple[str, ...],
    facts: Path | None,
    by: str,
    dry_run: bool,
    as_json: bool,
    explain: bool,
    no_names: bool,
    drafts: str,
    workers: int,
    scheduler: str,
    **known: Any,
) -> None:
    """Read articles and add their facts as drafts.

    PATH is a file, a folder of files, a web address, or an RSS or Atom feed. Files are texts (.txt, .md),
    pages (.html, .mhtml), letters (.eml), documents (.docx, .odt, .pdf), subtitles (.srt, .vtt), tables
    (.csv, .tsv), records (.json, .jsonl, .parquet) and crawls (.warc). It may have stars, or be an address that
    fsspec knows (s3://…). What a person changed or removed stays so; adding the same again changes nothing.
    """
    if drafts and not is_drafts(drafts):
        raise click.BadParameter(f"'{drafts}' is not few, all or a number from 0.", param_hint="--drafts")
    if not paths and facts is None:
        raise click.UsageError("Say what to add: a file, a folder, an address or a feed.")
    ctx = click.get_current_context()
    project = open_project()
    content = open_content(project)
    crew = Crew(workers, partial(Cluster, scheduler) if scheduler else None)
    records = None if dry_run or as_json else Records(project.cache, None if scheduler else crew)
    options = _options(project, known)
    if records:
        options = replace(options, remember=records, foresee=records.foresee)
    received, problems = _receive(project, paths, options)
    proposed, refused = _proposed(facts, content, by)
    told = Told(articles=len(received), failed=sum(found.severity == "error" for found in problems))
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    run = Run(
        project,
        content,
        received,
        Wishes(proposed, today, not no_names, drafts),
        dry=dry_run or as_json,
        records=records,
    )
    received.clear()  # what the run needs of them it has
    writing = _writing(project, run, dry_run=dry_run, as_json=as_json)
    parts = run.parts(workers, crew, writing.went_well)
    code = _carry_out_all(run, parts, writing, told, as_json=as_json, explain=explain)
    moved: tuple[Problem, ...] = ()
    if not dry_run and told.newly_dated:
        _, moved = carry_out(project, plan_shelve_dated(open_content(project)))
    errors = report((*problems, *refused, *told.problems, *moved), few=run.articles <= BATCH)
    if code > EXIT_PROBLEMS and not told.changed:
        click.echo("Nothing was added.", err=True)
        ctx.exit(code)
    if not dry_run and not told.changed:
        show_became(content, told.read)
    told.sum_up(dry_run=dry_run)
    ctx.exit(EXIT_PROBLEMS if errors and code <= EXIT_PROBLEMS else code)


def _writing(project: Project, run: Run, *, dry_run: bool, as_json: bool) -> Writing:
    """What writes, or shows, the parts of a run; those of a long one while the next is planned."""
    write = partial(carry_out, project, dry_run=dry_run, quiet=as_json)
    beside = run.articles > BATCH and not dry_run and not as_json
    return Writing(write, run.beside if beside else None)


def _carry_out_all(
    run: Run,
    parts: Generator[Adding, None, None],
    writing: Writing,
    told: Told,
    *,
    as_json: bool,
    explain: bool,
) -> int:
    """Write, or show, each part of a run as it comes; the exit code. What could not be written ends it."""
    code = EXIT_OK
    whole: list[Changes] = []
    progress = Progress(run, time.monotonic)
    before: Adding | None = None

    def hear() -> int:
        if before is None:
            return EXIT_OK
        done, of_writing = writing.outcome()
        if done > EXIT_PROBLEMS:
            told.problems += [*before.problems, *of_writing]
        else:
            told.hear(before, of_writing)
            progress.show()
        return done

    with contextlib.closing(parts):
        for part in parts:
            code = max(code, hear())
            if code > EXIT_PROBLEMS:
                before = None
                break
            before = part
            if explain:
                _explain(part)
            if as_json:
                whole.append(part.changes)
            writing.begin(part.changes)
        code = max(code, hear())
    progress.end()
    if as_json:
        click.echo(together(whole).as_json())
    return code


def _options(project: Project, known: dict[str, Any]) -> ArticleOptions:
    from ..articles.metadata import read_moment

    published, zone = str(known["published"]), ""
    if published:
        published, zone = read_moment(published)
        if not published:
            raise click.BadParameter(
                f"'{known['published']}' is no day; write it as YYYY-MM-DD.", param_hint="--published"
            )
    return ArticleOptions(
        known=Metadata(
            title=str(known["title"]),
            publisher=str(known["publisher"]),
            authors=tuple(known["authors"]),
            published=published,
            zone=zone,
            url=str(known["url"]),
            lang=read_language(str(known["lang"])),
        ),
        text_folder=f"{project.settings.seeds_dir}/{TEXTS}",
        kept_in=str(project.seeds),
    )


def _receive(
    project: Project, paths: Sequence[str], options: ArticleOptions
) -> tuple[list[Received], list[Problem]]:
    """Every article at ``paths``, with its bytes when it lies outside the project; and what went wrong."""
    received: list[Received] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for one in _shown(found for path in paths for found in _at(path, options, taken)):
        if isinstance(one, Problem):
            problems.append(one)
            continue
        try:
            received.append(_inside(project, one))
        except Exception as error:  # whatever is odd about one article must not stop the others
            why = f"{type(error).__name__}: {error}"
            problems.append(problem("stage-failed", article=one.article.id, value=why))
    return received, problems


def _at(path: str, options: ArticleOptions, taken: set[str]) -> Iterator[Received | Problem]:
    """Every article at ``path``; what breaks the reading of it is a problem of this path."""
    try:
        yield from receive_articles(path, options, taken)
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        yield problem("stage-failed", Place(path), value=why)


def _shown(found: Iterable[Received | Problem]) -> Iterator[Received | Problem]:
    """``found``, counted on a terminal as it comes."""
    if not on_terminal():
        yield from found
        return
    for number, one in enumerate(found, 1):
        click.echo(f"\rreading: {count(number, 'article')}", nl=False, err=True)
        yield one
    click.echo("\r" + " " * 40 + "\r", nl=False, err=True)


def _inside(project: Project, received: Received) -> Received:
    """The article with its file as the project sees it, or with the file's bytes when it lies outside."""
    article = received.article
    article.text.encode("utf-8")  # half a character would end the run later
    if not article.file:
        return received
    path = Path(article.file).resolve()
    root = project.root.resolve()
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
    if shown and shown.isprintable() and fits_name(path.name):
        return replace(received, article=replace(article, file=shown))
    state = path.stat()
    return replace(received, data=_bytes(path, state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=1)
def _bytes(path: Path, _changed: int, _size: int) -> bytes:
    """The bytes of a file, read once for all the articles it holds."""
    return path.read_bytes()


def _proposed(path: Path | None, content: Content, by: str) -> tuple[Sequence[Fact], Sequence[Problem]]:
    if path is None:
        return (), ()
    with path.open(encoding="utf-8", errors="replace") as lines:
        found = read_proposed(lines, content.articles, by=by or path.stem, path=str(path))
    return found.facts, found.problems


def _explain(plan: Adding) -> None:
    held = {(fact.sources[0].article, mark_of(fact.sources[0].quote)) for fact in plan.changes.aside}
    for reading in plan.readings:
        for skipped in reading.skipped:
            words = " ".join(reading.article.text[skipped.start : skipped.end].split())
            click.echo(f"{reading.article.id}: {skipped.reason}: {words}")
        reasons = reasons_of(reading.article, reading.facts)
        for fact, said in zip(reading.facts, reasons, strict=True):
            if (reading.article.id, mark_of(fact.sources[0].quote)) in held:
                click.echo(f"{reading.article.id}: kept aside, {why_aside(fact, said)}: {fact.text}")
