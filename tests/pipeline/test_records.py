"""Articles are received once: a run that was killed finds what it had made of each text, page and record."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.stories import stories
from generator.articles import ArticleOptions, Received, receive_articles
from generator.errors import Problem
from generator.pipeline import records
from generator.pipeline.records import Records
from generator.pipeline.workers import Crew
from generator.store.ledger import NAME

PAGE = "<html><head><title>Kiln relit</title></head><body><article><p>{}</p></article></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Records, a text and a page."""
    monkeypatch.setattr(records, "_TOGETHER", 1)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    news = list(stories(6))
    (inbox / "news.jsonl").write_text("".join(json.dumps(one) + "\n" for one in news[:4]) + "{\n", "utf-8")
    (inbox / "five.txt").write_text(news[4]["text"], "utf-8")
    (inbox / "six.html").write_text(PAGE.format(news[5]["text"]), "utf-8")
    return inbox


def receive(inbox: Path, found: Records | None, **known: object) -> list[Received | Problem]:
    options = ArticleOptions(**known) if found is None else ArticleOptions(remember=found, **known)  # type: ignore[arg-type]
    return list(receive_articles(str(inbox), options))


def kept(cache: Path) -> int:
    with closing(sqlite3.connect(cache / NAME)) as base:
        return int(base.execute("SELECT count(*) FROM record").fetchone()[0])


def killed(cache: Path, inbox: Path) -> None:
    """A run that ended after it had received everything."""
    run = Records(cache)
    receive(inbox, run)
    ledger = run.ledger(long=True)
    assert ledger is not None
    ledger.close(done=False)


def test_what_was_made_before_is_found_and_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    plain = receive(folder, None)
    killed(cache, folder)
    assert kept(cache) == 6
    for maker in ("read_record", "article_from_text", "article_from_html"):
        monkeypatch.setattr(f"generator.articles.files.{maker}", lambda *_, **__: pytest.fail("made again"))
    again = Records(cache)
    assert receive(folder, again) == plain
    again.ledger(long=False)


def test_what_is_said_otherwise_or_broken_is_made_anew(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    killed(cache, folder)
    with closing(sqlite3.connect(cache / NAME)) as base:
        base.execute("UPDATE record SET row = ? WHERE rowid % 2", (b"nonsense",))
        base.commit()
    again = Records(cache)
    assert receive(folder, again) == receive(folder, None)
    dated = receive(folder, again, text_folder="elsewhere")
    assert dated == receive(folder, None, text_folder="elsewhere")
    again.ledger(long=False)
    assert (cache / NAME).exists()  # another run's, which is not done


def test_few_articles_leave_no_file(folder: Path, tmp_path: Path) -> None:
    run = Records(tmp_path / "cache")
    receive(folder, run)
    assert run.ledger(long=False) is None
    assert not (tmp_path / "cache" / NAME).exists()


def test_other_processes_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "WORTH_WORKERS", 3)
    lines = [json.dumps(one) for one in stories(8)]
    lines[3:3] = ["{", '{"id": "none"}', lines[2]]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), "utf-8")
    crew = Crew(2)
    found = Records(tmp_path / "cache", crew)
    try:
        made = receive(tmp_path / "news.jsonl", found, foresee=found.foresee)
    finally:
        crew.leave()
    assert found.foreseen == 9  # the same record is made once
    assert made == receive(tmp_path / "news.jsonl", None)
