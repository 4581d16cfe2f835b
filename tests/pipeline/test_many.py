"""Many articles added in batches: killed anywhere, carried on, and the end is that of the run nobody disturbed."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.articles import ArticleOptions, Received, receive_articles
from generator.cli.adding import Writing
from generator.errors import Problem, problem
from generator.pipeline import Run, Wishes, many
from generator.pipeline.waiting import Came, Waiting, prepared_again
from generator.same import judged as judged_pairs
from generator.same import merge
from generator.store import Changes, load_content, load_project, write_changes
from generator.store.ledger import Ledger
from generator.store.project import Project

CONFIG = "site_name: The Sarn\nplugins:\n  - search\n  - chronofact\n"
PLACES = ("bridge", "tunnel", "ferry", "harbour", "market", "school", "tower")
WISHES = Wishes(today="2021-09-01")


def text_of(number: int) -> str:
    place, day = PLACES[number], 28 - 3 * number  # later files are of earlier days
    return (
        f"Council closes the {place} after inspection\n\nBy Nela Marsh, The Sarn Post\n"
        f"Published: {day} June 2021\n\nThe city council closed the old {place} on Monday after inspectors found "
        f"rust in {number + 2} of its beams.\n\n“Nobody should go near it until we know more,” Mayor Tove Lind said.\n\n"
        f"The {place} opened in May 1962 and had {number + 3},000 visitors a day. A storm closed every school, "
        "market and harbour in the city on 2 June 2021, the council said.\n"
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(many, "BATCH", 2)
    return new_project(tmp_path / "p")


def new_project(root: Path) -> Project:
    (root / "content").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (root / "seeds").mkdir()
    for number in range(len(PLACES)):
        (root / "seeds" / f"a{number}.txt").write_text(text_of(number), "utf-8")
    return load_project(root)


def received(project: Project) -> list[Received]:
    options = ArticleOptions(text_folder="seeds/.text", kept_in=str(project.seeds))
    found = [one for one in receive_articles(str(project.seeds), options) if isinstance(one, Received)]
    return [
        Received(replace(one.article, file=Path(one.article.file).relative_to(project.root).as_posix()))
        for one in found
    ]


def run(project: Project, *, batches: int = 99, write_last: bool = True) -> int:
    """Adds until so many batches are planned; the last of them is written or not. How many there were."""
    adding = Run(project, load_content(project), received(project), WISHES)
    parts = adding.parts(workers=1)
    number = 0
    for number, part in enumerate(parts, 1):
        if number < batches or write_last:
            assert not write_changes(project, part.changes)
        if number == batches:
            break
    parts.close()
    return number


def files(project: Project) -> dict[str, bytes]:
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for path in sorted(project.root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "BATCH", 2)
        other = new_project(tmp_path_factory.mktemp("many") / "other")
        assert run(other) == 4
    found = files(other)
    assert sum(path.startswith("content/facts/") for path in found) > 5
    return found


def test_what_a_batch_made_is_what_the_files_say(project: Project) -> None:
    adding = Run(project, load_content(project), received(project), WISHES)
    for part in adding.parts(workers=1):
        write_changes(project, part.changes)
        before, read = adding.content, load_content(project)
        after = many.content_after(before, part.changes, {r.article.id: r.article for r in part.readings})
        assert list(after.articles.items()) == list(read.articles.items())
        assert [(fact, fact.place) for fact in after.facts] == [(fact, fact.place) for fact in read.facts]
        assert list(after.memories.items()) == list(read.memories.items())
        assert (after.entities, after.proposed) == (read.entities, read.proposed)
        assert after.article_files == read.article_files
        assert dict(after.files) == dict(read.files)


def test_a_batch_is_planned_while_the_one_before_is_written(
    project: Project, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[int] = []
    done: list[int] = []
    real = Ledger.plan

    def note(ledger: Ledger, number: int, changes: Changes) -> None:
        assert len(done) == number  # what was planned before is on the disk
        noted.append(number)
        real(ledger, number, changes)

    def write(changes: Changes) -> tuple[int, tuple[Problem, ...]]:
        time.sleep(0.2)
        problems = write_changes(project, changes)
        done.append(len(problems))
        return 0, problems

    monkeypatch.setattr(Ledger, "plan", note)
    adding = Run(project, load_content(project), received(project), WISHES)
    writing = Writing(write, adding.beside)
    for part in adding.parts(1, written=writing.went_well):
        writing.begin(part.changes)
    assert noted == [0, 1, 2, 3] and done == [0, 0, 0, 0]
    assert files(project) == undisturbed


@pytest.mark.parametrize("workers", [1, 2])
def test_whoever_writes_the_files_are_the_same(
    project: Project, undisturbed: dict[str, bytes], workers: int
) -> None:
    adding, by = Run(project, load_content(project), received(project), WISHES), set[str]()
    writing = Writing(partial(_write, project), adding.beside)
    for part in adding.parts(workers, written=writing.went_well):
        writing.begin(part.changes)
        by |= {found.value for found in writing.outcome()[1]}
    assert (by == {str(os.getpid())}) is (workers == 1)
    assert files(project) == undisturbed


def _write(project: Project, changes: Changes) -> tuple[int, tuple[Problem, ...]]:
    return 0, (*write_changes(project, changes), problem("write-recovered", value=os.getpid()))


def test_what_could_not_be_written_ends_the_run_and_the_next_one_carries_on(
    project: Project, undisturbed: dict[str, bytes]
) -> None:
    adding, planned = Run(project, load_content(project), received(project), WISHES), 0
    writing = Writing(
        lambda changes: (3 * (planned > 1), write_changes(project, changes)[planned:]), adding.beside
    )
    for part in adding.parts(1, written=writing.went_well):
        planned += 1
        writing.begin(part.changes)
    assert planned == 2 and not writing.went_well()
    assert run(project) == 2
    assert files(project) == undisturbed


def test_files_that_a_next_batch_may_look_for_are_waited_for(project: Project) -> None:
    adding = Run(project, load_content(project), received(project), WISHES)
    looks = partial(adding._looks_at, ["a1"])
    assert not looks(["content/facts/1962/1962-05.yaml", "content/.machine/a1.jsonl", "seeds/.text/b.txt"])
    assert looks(["seeds/.text/a1.txt"]) and looks(["seeds/news.jsonl"]) and looks(["press/b.txt.yaml"])


def test_what_waits_comes_as_it_was(project: Project) -> None:
    came = [Came(one.article, one, replace(one.article, title="Of its file")) for one in received(project)]
    came[0] = came[0]._replace(received=replace(received(project)[0], data=b"{}"))
    came[1] = Came(came[1].article, None, None)
    assert [Waiting(one).came() for one in came] == came
    prepared = prepared_again(came)
    assert prepared.articles == tuple(one.article for one in came)
    assert list(prepared.received) == list(prepared.raw) == [one.article.id for one in came if one.raw]


def test_articles_that_are_added_are_held_no_longer(project: Project) -> None:
    adding = Run(project, load_content(project), received(project), WISHES)
    for number, part in enumerate(adding.parts(workers=1)):
        write_changes(project, part.changes)
        assert [len(batch) for batch in adding._batches[:number]] == [0] * number


@pytest.mark.parametrize("write_last", [False, True], ids=["before writing", "after writing"])
@pytest.mark.parametrize("batches", [1, 2, 3, 4])
def test_a_run_that_was_killed_ends_like_one_that_was_not(
    project: Project, undisturbed: dict[str, bytes], batches: int, write_last: bool
) -> None:
    run(project, batches=batches, write_last=write_last)
    assert (project.cache / "adding.sqlite").is_file()
    assert run(project) == 4 - batches + (not write_last)
    assert files(project) == undisturbed


def test_killed_at_every_batch_nothing_is_read_twice(
    project: Project, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = many.read_article

    def spy(article: many.Article, settings: many.Settings) -> many.Reading:
        read.append(article.id)
        return real(article, settings)

    monkeypatch.setattr(many, "read_article", spy)
    for _ in range(4):
        run(project, batches=1, write_last=False)
        run(project, batches=1)
    run(project)
    assert len(read) == len(set(read)) == len(PLACES)
    assert files(project) == undisturbed


@pytest.mark.parametrize("spoilt", [b"", b"SQLite format 3\0" + b"x" * 4000, b"nonsense" * 99])
def test_a_spoilt_ledger_is_like_none(project: Project, undisturbed: dict[str, bytes], spoilt: bytes) -> None:
    run(project, batches=2, write_last=False)
    (project.cache / "adding.sqlite").write_bytes(spoilt)
    run(project)
    assert files(project).keys() == undisturbed.keys()


def test_a_ledger_of_other_articles_is_not_this_run_s(project: Project) -> None:
    run(project, batches=2)
    (project.seeds / "a9.txt").write_text(text_of(3).replace("beams", "pipes"), "utf-8")
    assert run(project) == 4
    assert len(load_content(project).articles) == len(PLACES) + 1


def test_the_same_again_changes_nothing(project: Project, undisturbed: dict[str, bytes]) -> None:
    run(project)
    run(project)
    assert files(project) == undisturbed


def test_what_was_judged_before_a_kill_is_not_judged_again(
    project: Project, undisturbed: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merge, "WORTH_SPREADING", 1)
    monkeypatch.setattr(merge, "_SHARE", 3)
    judged: list[int] = []
    real = merge._judge_these

    def spy(share: merge.Share) -> judged_pairs.Judged:
        judged.append(len(share.one))
        return real(share)

    monkeypatch.setattr(merge, "_judge_these", spy)
    monkeypatch.setattr(Ledger, "plan", lambda *_: pytest.fail("killed"))
    with pytest.raises(pytest.fail.Exception):
        run(project)
    assert len(judged) > 2
    before = len(judged)
    with pytest.raises(pytest.fail.Exception):
        run(project)
    assert len(judged) == before
    with closing(sqlite3.connect(project.cache / "adding.sqlite")) as base:
        base.execute("UPDATE share SET row = ? WHERE rowid % 2", (b"nonsense",))
        base.commit()
    monkeypatch.undo()
    monkeypatch.setattr(many, "BATCH", 2)
    run(project)
    assert files(project) == undisturbed
