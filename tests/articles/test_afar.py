"""Files of other file systems, rows of Parquet files, pages of WARC files, and names with a star."""

from __future__ import annotations

import datetime
import importlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pyarrow
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.articles import ArticleOptions, Received, receive_articles
from generator.articles import parquet as parquet_room
from generator.errors import Problem

TEXT = "Council closes the bridge\n\nThe council closed the old bridge on Monday after inspectors found rust in it.\n"
PAGE = (
    "<html><head><title>Council closes the bridge</title></head><body><article><h1>Council closes the bridge</h1>"
    "<p>The council closed the old bridge on Monday after inspectors had found rust in several of its beams.</p>"
    "<p>Nobody should go near it until more is known about the state of the pillars, the mayor told reporters.</p>"
    "</article></body></html>"
)


def received(path: object, **options: int) -> tuple[list[Received], list[Problem]]:
    found = list(receive_articles(str(path), ArticleOptions(**options)))  # type: ignore[arg-type]
    return [one for one in found if isinstance(one, Received)], [
        one for one in found if isinstance(one, Problem)
    ]


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    system.store.clear()
    yield system
    system.store.clear()


def test_a_folder_a_pattern_and_a_file_of_another_file_system(memory: fsspec.AbstractFileSystem) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": TEXT, "published": "2021-06-28"}) for n in range(3)]
    memory.pipe("/news/2021/some.jsonl", "\n".join(lines).encode())
    memory.pipe("/news/2021/one.txt", TEXT.encode())
    memory.pipe("/news/2021/.hidden.txt", TEXT.encode())
    assert len(received("memory://news")[0]) == 4
    assert len(received("memory://news/2021/*.jsonl")[0]) == 3
    (one,), problems = received("memory://news/2021/one.txt")
    assert one.article.text == TEXT and not problems


def test_what_is_wrong_there_is_told_with_its_address(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe("/news/bad.json", b"{")
    memory.pipe("/news/long.txt", b"a" * 2_000)
    found, problems = received("memory://news", max_bytes=1_000)
    assert not found
    assert sorted((one.code, one.place.path) for one in problems) == [
        ("article-too-large", "memory:///news/long.txt"),
        ("json-broken", "memory:///news/bad.json"),
    ]
    assert "/tmp" not in "".join(map(str, problems))
    assert [one.code for one in received("memory://nowhere/x.txt")[1]] == ["article-missing"]
    for other in ("noscheme://x/y", "memory://x::file:///etc/passwd", "file:///etc/passwd"):
        assert [one.code for one in received(other)[1]] == ["fetch-address"], other


def test_a_local_pattern(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT.replace("bridge", name[0] + name[1:2]), "utf-8")
    assert len(received(tmp_path / "a*.txt")[0]) == 2
    assert [one.code for one in received(tmp_path / "c*.txt")[1]] == ["article-missing"]


def test_rows_of_a_parquet_file_are_records(tmp_path: Path) -> None:
    day = datetime.date(2021, 6, 28)
    rows = {
        "id": ["one", "two", "three"],
        "text": [TEXT, TEXT.replace("bridge", "ferry"), None],
        "Date_Published": [day, day, day],
        "outlet": ["The Sarn Post"] * 3,
        "embedding": [[0.5] * 9] * 3,
    }
    path = tmp_path / "news.parquet"
    pyarrow.parquet.write_table(pyarrow.table(rows), path)
    found, problems = received(path)
    assert [(r.article.id, r.article.published.value, r.article.publisher) for r in found] == [
        ("one", "2021-06-28", "The Sarn Post"),
        ("two", "2021-06-28", "The Sarn Post"),
    ]
    assert [one.code for one in problems] == ["record-empty"]


def test_a_parquet_file_that_is_none_or_unpacks_to_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.parquet"
    path.write_bytes(b"PAR1" + b"\xff" * 200 + b"PAR1")
    assert [one.code for one in received(path)[1]] == ["article-unreadable"]
    pyarrow.parquet.write_table(pyarrow.table({"text": ["a" * 3_000_000]}), path)
    monkeypatch.setattr(parquet_room, "_GROUP_MEGABYTES", 1)
    assert [one.code for one in received(path)[1]] == ["article-too-large"]


def warc(*pages: tuple[str, str, str, bytes], gzip: bool = True) -> bytes:
    """Records of responses: address, status, content type, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2023-01-02T03:04:05Z"},
        )
        writer.write_record(record)
    return out.getvalue()


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_of_a_warc_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    pages = (
        ("https://sarn.example/bridge", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://sarn.example/gone", "404 Not Found", "text/html", PAGE.encode()),
        ("https://sarn.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://sarn.example/long", "200 OK", "text/html", PAGE.encode() + b" " * 5_000),
    )
    path.write_bytes(warc(*pages, gzip=name.endswith(".gz")))
    (one,), problems = received(path, max_bytes=3_000)
    assert one.article.url == "https://sarn.example/bridge" and one.data == PAGE.encode()
    assert one.article.published.value == ""  # when it was fetched is not when it came out
    assert json.loads(one.article.extra) == {"accessed": "2023-01-02"}
    assert [one.code for one in problems] == ["article-too-large"]


def test_a_warc_file_that_breaks_off_gives_what_stands_before(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    whole = warc(*[(f"https://sarn.example/{n}", "200 OK", "text/html", PAGE.encode()) for n in range(2)])
    path.write_bytes(whole[:-150])
    found, _ = received(path)
    assert 1 <= len(found) <= 2
    path.write_bytes(b"\x1f\x8b\x08" + b"\xff" * 300)
    assert {one.code for one in received(path)[1]} <= {"article-unreadable"}


@pytest.mark.parametrize(
    ("package", "path"), [("fsspec", "memory://news"), ("pyarrow.parquet", "a.parquet"), ("warcio.archiveiterator", "a.warc")]
)  # fmt: skip
def test_a_missing_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, path: str
) -> None:
    real = importlib.import_module

    def without(name: str, *more: str) -> object:
        if name == package:
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(importlib, "import_module", without)
    monkeypatch.chdir(tmp_path)
    (tmp_path / path.split("/")[-1]).write_bytes(b"x")
    (one,) = received(path)[1]
    assert one.code == "extra-missing" and f"pip install '{package.split('.')[0]}>=" in one.remedy
