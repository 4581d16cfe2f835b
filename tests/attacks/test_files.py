"""Damaged and hostile files of every kind: each is one problem of its own, and its neighbours are read."""

from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.articles import read_articles, read_record
from generator.articles.metadata import date_in_url
from generator.errors import Problem
from generator.model import Article

SAID = "The lock at Sarn closed on Monday, the port said. Boats wait until Friday."
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
PARAGRAPH = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"


def zipped(xml: str | bytes, part: str = "word/document.xml", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr(part, xml)
    return packed.getvalue()


def damaged(data: bytes) -> bytes:
    at = data.index(b"document.xml") + len("document.xml") + 8
    return data[:at] + bytes(255 - byte for byte in data[at : at + 40]) + data[at + 40 :]


ENTITIES = '<!DOCTYPE d [<!ENTITY a "{}">]>'.format("ha" * 500) + WORD.format("<w:p><w:r><w:t>" + "&a;" * 9 + "</w:t></w:r></w:p>")  # fmt: skip
DEEP = WORD.format("<w:sdt>" * 5000 + PARAGRAPH + "</w:sdt>" * 5000)
LETTER = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset={}\r\n\r\n" + SAID

# name, bytes, and what comes of it: "" for an article.
FILES: list[tuple[str, bytes, str]] = [
    ("from.eml", f"From: a <\r\nSubject: x\r\n\r\n{SAID}".encode(), ""),
    ("quoted.eml", f'From: "a\r\nTo: <<<>>>\r\nSubject: =?x?q?\r\n\r\n{SAID}'.encode(), ""),
    ("group.eml", f"From: a:b;c:,,<@@>\r\nDate: 99 Foo\r\n\r\n{SAID}".encode(), ""),
    ("charset.eml", LETTER.format("no-such-set").encode(), ""),
    ("nonascii.eml", LETTER.format("ut\xff-8").encode("latin-1"), ""),
    ("encoded.eml", b"Subject: =?ut\xff-8?q?x?=\r\nContent-Transfer-Encoding: base64\r\n\r\n" + SAID.encode(), "article-no-article"),
    ("rot13.eml", LETTER.format("rot13").encode(), ""),
    ("bytes.eml", b"From: \xff\xfe <\xe9@b>\r\nSubject: \xff\r\n\r\n" + SAID.encode(), ""),
    ("bare.mhtml", b"Content-Type: multipart/related\r\n\r\n--x\r\n", "article-no-article"),
    ("encoding.docx", zipped('<?xml version="1.0" encoding="x-klingon"?>' + WORD.format(PARAGRAPH)), "office-unreadable"),
    ("utf7.docx", zipped('<?xml version="1.0" encoding="utf-7"?>' + WORD.format(PARAGRAPH)), "office-unreadable"),
    ("cjk.docx", zipped('<?xml version="1.0" encoding="shift_jis"?>' + WORD.format(PARAGRAPH)), "office-unreadable"),
    ("lzma.docx", damaged(zipped(WORD.format(PARAGRAPH), method=zipfile.ZIP_LZMA)), "office-unreadable"),
    ("bzip2.docx", damaged(zipped(WORD.format(PARAGRAPH), method=zipfile.ZIP_BZIP2)), "office-unreadable"),
    ("deflate.docx", damaged(zipped(WORD.format(PARAGRAPH))), "office-unreadable"),
    ("entities.docx", zipped(ENTITIES), "office-unreadable"),
    ("deep.docx", zipped(DEEP), "office-unreadable"),
    ("half.odt", zipped(WORD.format(PARAGRAPH))[:-40], "office-unreadable"),
    ("other.docx", zipped("x", "readme.txt"), "office-unreadable"),
    ("cell.csv", b"text\n" + SAID.encode() + b"\n" + b"a" * 2_100_000 + b"\n", "table-broken"),
    ("open.csv", b'text\n"' + b"b" * 2_100_000, "table-broken"),
    ("nul.csv", b"text\n\x00\n", "article-binary"),
    ("half.json", json.dumps({"text": SAID + "\ud800", "title": "\udfff", "authors": ["\ud800"]}).encode(), ""),
    ("deep.json", b"[" * 100_000, "json-broken"),
    ("number.json", b'{"text": "x", "id": 1' + b"0" * 5000 + b"}", "json-broken"),
    ("url.json", json.dumps({"text": SAID, "url": "http://["}).encode(), ""),
    ("url.html", f'<link rel=canonical href="http://["><meta property="og:url" content="http://[::">{"<p>" + SAID + "</p>"}'.encode(), ""),
    ("laughs.rss", b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><rss><channel><item><title>&j;</title></item></channel></rss>", "article-no-article"),
    ("path.rss", b"/etc/hostname", "feed-not-one"),
    ("url.rss", b"http://127.0.0.1:9/", "feed-not-one"),
    ("device.xml", b"/dev/zero", "feed-not-one"),
    ("front.md", f"---\ntitle: [\n---\n{SAID}".encode(), ""),
    ("utf16.txt", "\ufeffx".encode("utf-16-le")[:3], "article-encoding"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "code"), FILES, ids=[name for name, _, _ in FILES])
def test_a_broken_file_is_its_own_problem(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz-good.txt").write_text(SAID, "utf-8")
    found = list(read_articles(str(tmp_path)))
    good = [one for one in found if isinstance(one, Article) and one.text == SAID]
    assert good, found
    of_it = [
        one
        for one in found
        if isinstance(one, Problem) and one.severity == "error" and "sidecar" not in one.code
    ]
    assert [one.code for one in of_it] == ([code] if code else []), found
    assert all(one.remedy and str(tmp_path / name) in one.place.path for one in of_it)
    for one in found:
        str(one).encode("utf-8")


def test_a_reader_s_own_fault_ends_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.docx", "b.txt"):
        (tmp_path / name).write_text(SAID, "utf-8")

    def fault(*_: object) -> None:
        raise KeyError("no such thing")

    monkeypatch.setattr("generator.articles.files.read_office", fault)
    problem, article = read_articles(str(tmp_path))
    assert isinstance(problem, Problem) and problem.code == "article-failed" and "KeyError" in problem.message
    assert isinstance(article, Article)


def test_a_reader_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = read_record({"id": "a", "html": f"<p>{SAID}</p>"})
    assert isinstance(found, Problem) and found.code == "reader-missing" and "trafilatura" in found.message


def test_names_and_links_of_a_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(SAID, "utf-8")
    (folder / "a.txt").symlink_to(outside / "secret.txt")
    (folder / "b").symlink_to(outside)
    (folder / "c.txt").symlink_to(folder / "nowhere")
    Path(os.fsdecode(os.fsencode(str(folder)) + b"/caf\xe9.txt")).write_text(SAID, "utf-8")
    found = list(read_articles(str(folder)))
    assert [one.code for one in found if isinstance(one, Problem)] == ["file-name", "links-passed-over"]
    assert "caf\\xe9.txt" in str(found[0]) and "3" in str(found[1]) and len(found) == 2


@pytest.mark.parametrize("url", ["http://[", "http://[::", "//[", "http://a]b/2019/01/02/"])
def test_a_broken_address_has_no_date(url: str) -> None:
    assert date_in_url(url) == ""


PAGE_OF = f"<html lang=en><body><article><h1>Lock</h1><p>{SAID}</p><p>{SAID}</p>{{}}</article></body></html>"
# What each costs: bytes of input, and the program that reads it within 20 times these and 200 MB.
COSTLY: list[tuple[str, bytes]] = [
    ("empty.docx", zipped(WORD.format("<w:p/>" * 1_000_000))),
    ("words.docx", zipped(WORD.format("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 90_000))),
    ("bomb.odt", zipped(b" " * 60_000_000, "content.xml")),
    ("headers.eml", b"Subject: " + b"=?utf-8?q?a?= " * 30_000 + b"\r\nTo: " + b"<a@b>," * 20_000 + b"\r\n\r\n" + SAID.encode()),
    ("parameters.eml", b"Content-Type: text/plain;" + b' a="b";' * 60_000 + b"\r\n\r\n" + SAID.encode()),
    ("paragraphs.html", b"<p>x</p>" * 30_000),
    ("elements.html", b"<p>x</p>" * 200_000),
    ("nested.html", b"<div>" * 200_000 + SAID.encode()),
    ("letters.txt", b"a" * 300_000 + b"-" * 3000 + b"\nb-\n" * 20_000),
    ("stamps.html", PAGE_OF.format('<time datetime="2019-03-05">x</time>' * 5_000).encode()),
    ("colours.html", PAGE_OF.format('<link rel=stylesheet><b class=a style="color:#fff">x</b>' * 4_000).encode()),
    ("rules.html", f"<style>{'@media all{' * 20_000}</style>{PAGE_OF.format('')}".encode()),
    ("boxes.html", PAGE_OF.format("<div><p>Log in to your account.</p></div>" * 3_000).encode()),
    ("lines.txt", b"x\n" * 500_000),
]  # fmt: skip
READ = """
import resource, sys
from pathlib import Path
from generator.articles import receive_articles
from generator.articles.html import article_from_html
import feedparser
article_from_html("<p>x</p>", id="")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in sys.argv[1:]:
    started = resource.getrusage(resource.RUSAGE_SELF)
    for _ in receive_articles(path):
        pass
    ended = resource.getrusage(resource.RUSAGE_SELF)
    print(Path(path).name, (ended.ru_maxrss - before) * 1024, ended.ru_utime - started.ru_utime)
"""


def test_what_reading_costs(tmp_path: Path) -> None:
    for name, data in COSTLY:
        (tmp_path / name).write_bytes(data)
    paths = sorted((str(tmp_path / name) for name, _ in COSTLY), key=os.path.getsize)
    done = subprocess.run(
        [sys.executable, "-c", READ, *paths], capture_output=True, text=True, timeout=300, check=True
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) == len(COSTLY)
    for name, memory, seconds in lines:
        assert int(memory) < 20 * (tmp_path / name).stat().st_size + 200_000_000, (name, memory)
        assert float(seconds) < 15, (name, seconds)  # 40 times what the quickest takes on an idle machine


def test_a_packed_file_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(zipped(b" " * 60_000_000, "content.xml"))
    directory = data.rindex(b"PK\x01\x02")
    for at, offset in ((0, 22), (directory, 24)):
        data[at + offset : at + offset + 4] = struct.pack("<I", 1000)
    (tmp_path / "lie.odt").write_bytes(data)
    (found,) = read_articles(str(tmp_path / "lie.odt"))
    assert isinstance(found, Problem) and found.code in ("office-unreadable", "article-too-large")
