"""Addresses that answer, refuse, hang, redirect for ever or send too much: a server on loopback shows each."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.articles import ArticleOptions, read_articles
from generator.articles.files import receive_articles
from generator.articles.received import Received
from generator.errors import Problem
from generator.model import Article

from .pdfs import pdf

PAGE = (Path(__file__).parent / "pages" / "ferry.html").read_bytes()
OPTIONS = ArticleOptions(timeout=30, max_bytes=100_000)  # seconds that only a hanging server may use up
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Islander</title>
<item><title>Ferry runs aground off Skye</title><link>{0}/page</link><pubDate>Mon, 04 Mar 2019 09:30:00 GMT</pubDate></item>
<item><title>Bridge closes</title><link>{0}/gone</link><pubDate>Tue, 05 Mar 2019 08:00:00 +0000</pubDate>
<description>&lt;p&gt;The bridge to Skye closed on Tuesday because of high winds, the police said. It reopened at noon.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>{0}/gone</link></item></channel></rss>"""


REPORT = pdf(
    [
        ["The ferry ran aground on 4 March 2019 off Skye, the report says."],
        ["Nobody was hurt, and all 120 passengers were taken off by nine."],
    ],
    "<< /Title (The grounding of the ferry) /Author (Nela Marsh) >>",
)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        match self.path:
            case "/page":
                self.answer(PAGE)
            case "/zipped":
                self.answer(gzip.compress(PAGE), ("Content-Encoding", "gzip"))
            case "/bomb":
                self.answer(gzip.compress(b"a" * 5_000_000), ("Content-Encoding", "gzip"))
            case "/large":
                self.send_response(200)
                self.send_header("Content-Length", "100000000")
                self.end_headers()
            case "/endless":
                self.send_response(200)
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(b"x" * 60_000)
                except OSError:
                    pass
            case "/hangs":
                self.server.release.wait(5)  # type: ignore[attr-defined]
            case "/loop" | "/loop2":
                self.moved("/loop2" if self.path == "/loop" else "/loop")
            case "/moved":
                self.moved("/page")
            case "/to-file":
                self.moved("file:///etc/passwd")
            case "/picture":
                self.answer(b"\x89PNG", ("Content-Type", "image/png"))
            case "/plain":
                self.answer(
                    b"The ferry ran aground on Monday, the coastguard said.", ("Content-Type", "text/plain")
                )
            case "/feed":
                self.answer(FEED.format(base).encode(), ("Content-Type", "application/rss+xml"))
            case "/report" | "/report.pdf":  # an address tells nothing, and many servers say no more
                self.answer(REPORT, ("Content-Type", "application/octet-stream"))
            case "/scan":
                self.answer(pdf([[]]), ("Content-Type", "application/pdf"))
            case "/reports":
                feed = f"<title>The report</title><link>{base}/report</link><pubDate>Mon, 04 Mar 2019 09:30:00 GMT</pubDate>"
                self.answer(
                    f"<rss><channel><title>Council</title><item>{feed}</item></channel></rss>".encode()
                )
            case "/not-a-feed":
                self.answer(b"<foo/>", ("Content-Type", "application/rss+xml"))
            case "/empty":
                self.answer(b"")
            case _:
                self.send_response(404)
                self.end_headers()

    def answer(self, data: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in headers or (("Content-Type", "text/html; charset=utf-8"),):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def moved(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.release = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.release.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/nothing", "fetch-status"),
        ("/hangs", "fetch-timeout"),
        ("/loop", "fetch-redirects"),
        ("/to-file", "fetch-address"),
        ("/picture", "fetch-type"),
        ("/large", "article-too-large"),
        ("/endless", "article-too-large"),
        ("/bomb", "article-too-large"),
        ("/not-a-feed", "feed-not-one"),
        ("/empty", "article-empty"),
        ("/scan", "pdf-scan"),
    ],
)
def test_an_address_that_gives_no_article(base: str, path: str, code: str) -> None:
    (found,) = read_articles(base + path, replace(OPTIONS, timeout=0.3) if path == "/hangs" else OPTIONS)
    assert isinstance(found, Problem)
    assert found.code == code
    assert found.place.path == base + path
    assert found.remedy


def test_an_address_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    (found,) = read_articles(url, OPTIONS)
    assert isinstance(found, Problem) and found.code == "fetch-refused"
    assert "connection refused" in found.message


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "gopher://x/"])
def test_an_address_that_is_not_of_the_web(url: str) -> None:
    (found,) = read_articles(url, OPTIONS)
    assert isinstance(found, Problem) and found.code == "fetch-address"


@pytest.mark.parametrize("path", ["/page", "/zipped", "/moved"])
def test_a_page(base: str, path: str) -> None:
    (found,) = read_articles(base + path, ArticleOptions(timeout=5))
    assert isinstance(found, Article)
    assert found.title == "Ferry runs aground off Skye"
    assert found.published.value == "2019-03-04T09:30"
    assert found.text_file == f"seeds/.text/{found.id}.txt"


def test_plain_text(base: str) -> None:
    (found,) = read_articles(base + "/plain", ArticleOptions(timeout=5))
    assert isinstance(found, Article) and found.url == base + "/plain"


def test_a_document_is_read_as_a_file_is(base: str, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(REPORT)
    (file,) = read_articles(str(tmp_path / "report.pdf"))
    for path in ("/report", "/report.pdf"):
        (found,) = receive_articles(base + path, ArticleOptions(timeout=30))
        assert isinstance(found, Received) and isinstance(file, Article)
        article = found.article
        assert (found.data, found.ending, article.url) == (REPORT, ".pdf", base + path)
        assert (article.text, article.parts, article.title, article.authors) == (
            file.text,
            file.parts,
            file.title,
            file.authors,
        )
        assert [part.page for part in article.parts] == [1, 2]


def test_a_document_in_a_feed_is_dated_by_the_feed(base: str) -> None:
    (found,) = receive_articles(base + "/reports", ArticleOptions(timeout=30))
    assert isinstance(found, Received) and found.ending == ".pdf"
    assert found.article.published.value == "2019-03-04T09:30" and len(found.article.parts) == 2
    assert found.article.title == "The grounding of the ferry"


def test_a_feed_takes_pages_and_falls_back_to_what_it_carries(base: str) -> None:
    page, carried, warning, missing = read_articles(base + "/feed", ArticleOptions(timeout=5))
    assert isinstance(page, Article) and isinstance(carried, Article)
    assert (page.title, page.publisher) == ("Ferry runs aground off Skye", "The Islander")
    assert carried.text.startswith("The bridge to Skye closed on Tuesday")
    assert (carried.title, carried.published.value) == ("Bridge closes", "2019-03-05T08:00")
    assert isinstance(warning, Problem) and (warning.code, warning.severity) == ("fetch-status", "warning")
    assert isinstance(missing, Problem) and missing.severity == "error"


def test_a_saved_feed_asks_no_private_server(base: str, tmp_path: Path) -> None:
    """Nobody typed its links, so what it carries itself is all that is read."""
    saved = tmp_path / "feed.xml"
    saved.write_text(FEED.format(base), "utf-8")
    found = list(read_articles(str(saved), ArticleOptions(timeout=5)))
    assert [one.title for one in found if isinstance(one, Article)] == ["Bridge closes"]
    assert [one.code for one in found if isinstance(one, Problem)] == ["fetch-private"] * 3
