"""Damaged and mixed inputs of every type, drawn from a seed: ``make fuzz`` for as long as you like.

    python -m tests.attacks.fuzz [--seed N] [--seconds S] [--cases N] [--keep FOLDER]

Each case is one file as ``add`` meets it. It must end in articles or problems within its time, what comes out
must be text that UTF-8 can hold, and an article must go through all stages. A case that fails is kept with
its seed, so that it can be run again.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable
from pathlib import Path

from generator.articles import ArticleOptions, Received, receive_articles
from generator.config import Settings
from generator.errors import Problem
from generator.exports.contract import article_record
from generator.pipeline import read_article

from ..articles.pdfs import pdf

SAID = "The lock at Sarn closed on 5 March 2019, the port said. “Boats wait until Friday,” said Ann Lee."
UK = "Шлюз закрили у вівторок, повідомив порт. Човни чекають до п’ятниці."
ZH = "水闸于2019年3月5日关闭，港口说。船只等到星期五。"
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lock closed | Post</title>'
    '<meta property="article:published_time" content="2019-03-05T23:30:00Z"><meta name="author" content="Ann Lee, Bo Ray">'
    "<style>.x{display:none} @media print{p{color:#fff}}</style>"
    '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Lock closed","datePublished":"2019-03-05","liveBlogUpdate":[{"datePublished":"2019-03-06T01:00:00Z","articleBody":"Boats wait"}]}</script>'
    f'</head><body><article><h1>Lock closed</h1><time datetime="2019-03-05">5 March</time><p>{SAID}</p><p class="x">{UK}</p>'
    f"<table><tr><td>3 May 1931</td><td>It was opened by the king</td></tr></table><p style='color:#fff'>{ZH}</p>"
    '<aside><a href="/x">Other</a></aside></article></body></html>'
)
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Post &amp;amp; Co</title><link>/</link>'
    f"<item><title>Lock &lt;b&gt;closed&lt;/b&gt;</title><pubDate>Tue, 05 Mar 2019 10:30:00 +0100</pubDate><description>&lt;p&gt;{SAID}&lt;/p&gt;</description></item>"
    f"<item><title>{ZH}</title><description>{UK}</description></item></channel></rss>"
)
LETTER = (
    "From: Ann Lee <ann@post.example>\r\nSubject: =?utf-8?q?Lock_closed?=\r\nDate: Tue, 05 Mar 2019 10:30:00 +0100\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    f"{SAID}\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>{SAID}</p>\r\n--B--\r\n"
)
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("Lock closed", SAID, UK))
    + "</w:body></w:document>"
)
RECORD = {"id": "a", "text": f"{SAID}\n\n{UK}", "title": "Lock closed", "published": "2019-03-05", "url": "https://post.example/2019/03/05/lock", "authors": ["Ann Lee"]}  # fmt: skip


def packed(xml: str, part: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, xml)
    return held.getvalue()


# One good file of every type.
SEEDS: dict[str, bytes] = {
    ".txt": f"Lock closed\n\nBy Ann Lee, 5 March 2019\n\n{SAID}\n\n{UK}\n\n{ZH}\n".encode(),
    ".md": f"---\ntitle: Lock closed\npublished: 2019-03-05\n---\n# Lock\n\n*{SAID}* [x](y) `z`\n\n- {UK}\n".encode(),
    ".html": PAGE.encode(),
    ".mhtml": f"Snapshot-Content-Location: https://p.example/\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n{PAGE}\r\n--B--\r\n".encode(),
    ".eml": LETTER.encode(),
    ".docx": packed(WORD, "word/document.xml"),
    ".odt": packed(f'<o xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:h>Lock</t:h><t:p>{SAID}</t:p></o>', "content.xml"),
    ".pdf": pdf([["Lock closed", "", SAID[:80].encode("ascii", "replace").decode()], ["It was 5 March 2019."]]),
    ".srt": f"1\n00:00:01,000 --> 00:00:04,500\n{SAID}\n\n2\n00:01:01,000 --> 00:01:04,500\n{UK}\n".encode(),
    ".vtt": f"WEBVTT - Lock\n\n00:01.000 --> 00:04.500\n<v Ann Lee>{SAID}\n".encode(),
    ".csv": f'title,text,published\nLock,"{SAID}",2019-03-05\n,"{UK}",\n'.encode(),
    ".tsv": f"title\ttext\nLock\t{SAID}\n".encode(),
    ".json": json.dumps([RECORD, {"headline": "x", "body": ZH, "author": "A, B"}]).encode(),
    ".jsonl": "\n".join(json.dumps(RECORD | {"id": f"r{n}", "html": PAGE}) for n in range(2)).encode(),
    ".rss": FEED.encode(),
    ".xml": FEED.encode("utf-16"),
    "": SAID.encode("cp1252", "replace"),
}  # fmt: skip
# What breaks readers, as it may be put anywhere.
TOKENS: tuple[bytes, ...] = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r\n\r\n", b"<", b">", b"&#0;", b"&#xD800;", b"&#x110000;", b"<![CDATA[", b"]]>", b"<!--",
    b"-->", b"<?xml encoding='utf-7'?>", b"<!DOCTYPE a [<!ENTITY a '&a;'>]>", b"</script>", b"<template>", b"<svg>", b"<math><mi>", b"<table><tr><td>",
    b"<style>{{{", b"style='color:#;font:/'", b"{", b"}", b"[", b"]", b'"', b"'", b"\\ud800", b"\\", b"1e999", b"9" * 400, b"-" * 300, b"\xe2\x80\xae",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\x1b]52;c;eA==\x07", b"---\n", b"...\n", b"!!python/object:x", b"&a [*a]", b"http://[", b"https://web.archive.org/web/1/",
    b"0000-00-00", b"9999-12-31T23:59:60Z", b"2019-02-30", b"29 Feb 2023", b"=?utf-8?b?////?=", b"charset=rot13", b"boundary=", b"Content-Transfer-Encoding: base64\r\n",
    "\u202e\u2066\ufeff\u200b".encode(), "٣ مايو ٢٠١٩".encode(), "令和元年5月1日".encode(), b"(" * 200, b"<div>" * 200, b"a" * 5000, b"\n" * 500, b'"text": ',
)  # fmt: skip


def mutated(data: bytes, draw: random.Random) -> bytes:
    """``data`` after one to five changes."""
    for _ in range(draw.randint(1, 5)):
        data = draw.choice(CHANGES)(data, draw)
    return data[:400_000]


def _flip(data: bytes, draw: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(draw.randint(1, 12)):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _cut(data: bytes, draw: random.Random) -> bytes:
    start, end = sorted((draw.randint(0, len(data)), draw.randint(0, len(data))))
    return data[:start] + data[end:]


def _insert(data: bytes, draw: random.Random) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + draw.choice(TOKENS) * draw.choice((1, 1, 2, 30)) + data[at:]


def _replace(data: bytes, draw: random.Random) -> bytes:
    at = draw.randint(0, len(data))
    token = draw.choice(TOKENS)
    return data[:at] + token + data[at + len(token) :]


def _repeat(data: bytes, draw: random.Random) -> bytes:
    start = draw.randint(0, len(data))
    return data[:start] + data[start : start + draw.randint(1, 80)] * draw.choice((3, 50, 800)) + data[start:]


def _splice(data: bytes, draw: random.Random) -> bytes:
    other = draw.choice(list(SEEDS.values()))
    return data[: draw.randint(0, len(data))] + other[draw.randint(0, len(other)) :]


def _recode(data: bytes, draw: random.Random) -> bytes:
    codec = draw.choice(("utf-16", "utf-16-le", "cp1251", "gb18030", "shift_jis", "utf-32", "utf-7"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


def _inside(data: bytes, draw: random.Random) -> bytes:
    """Damage what is packed in a zip and pack it again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            (name, *_) = archive.namelist()
            inner = archive.read(name)
    except Exception:
        return _flip(data, draw)
    return packed(
        _insert(inner, draw).decode("utf-8", "surrogateescape").encode("utf-8", "replace").decode(), name
    )


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _insert, _insert, _replace, _repeat, _splice, _recode, _inside)  # fmt: skip


def tried(seed: int, folder: Path, most: float) -> str:
    """What is wrong with the case of this seed; ``""`` when nothing is."""
    draw = random.Random(seed)
    ending = draw.choice(list(SEEDS))
    path = folder / f"case{ending}"
    path.write_bytes(mutated(SEEDS[ending], draw))
    begun = time.process_time()
    try:
        for found in receive_articles(str(path), ArticleOptions(fetch_links=False)):
            str(found if isinstance(found, Problem) else found.article.title).encode("utf-8")
            if isinstance(found, Received):
                reading = read_article(found.article, Settings())
                failed = [str(one) for one in reading.problems if one.code == "stage-failed"]
                if failed:
                    return f"{ending}: {failed[0]}"
                article_record(found.article, sentences=reading.sentences, dates=reading.dates, attributions=reading.attributions, facts=reading.facts, problems=reading.problems)  # fmt: skip
                json.dumps(found.article.text, ensure_ascii=False).encode("utf-8")
            elif found.code == "article-failed":
                return f"{ending}: {found}"
    except Exception:
        return f"{ending}: {traceback.format_exc(limit=-4)}"
    finally:
        path.unlink(missing_ok=True)
    spent = time.process_time() - begun
    return f"{ending}: {spent:.1f} s" if spent > most else ""


def fuzz(seed: int, cases: int, seconds: float, keep: Path | None = None, most: float = 20.0) -> list[str]:
    """What went wrong in ``cases`` from ``seed`` on, or as many as ``seconds`` allow."""
    wrong: list[str] = []
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        for number in range(seed, seed + cases):
            if time.monotonic() > end:
                break
            if told := tried(number, Path(folder), most):
                wrong.append(f"seed {number}: {told}")
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    draw = random.Random(number)
                    ending = draw.choice(list(SEEDS))
                    (keep / f"{number}{ending}").write_bytes(mutated(SEEDS[ending], draw))
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed")
    options = parser.parse_args()
    wrong = fuzz(options.seed, options.cases, options.seconds, options.keep)
    print("\n".join(wrong) or "nothing failed")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
