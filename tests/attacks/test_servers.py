"""Servers that drip, lead inside, change their name's address or send a path for a feed."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.articles import ArticleOptions, read_articles
from generator.articles.connect import is_public, typed_servers
from generator.articles.fetch import fetch
from generator.errors import Problem
from generator.model import Article

SOON = ArticleOptions(timeout=0.6)
ITEM = (
    "<item><title>{title}</title><link>{link}</link><pubDate>Tue, 05 Mar 2019 08:00:00 +0000</pubDate>"
    "<description>&lt;p&gt;The lock at Sarn closed on Monday, the port said. Boats wait until Friday noon.&lt;/p&gt;"
    "</description></item>"
)
PAGE = (
    b"<html><head><title>Lock closed</title></head><body><article><h1>Lock closed</h1><p>The lock at Sarn closed "
    b"on Monday, the port said.</p><p>Boats wait until Friday, and the ferry takes the old canal.</p></article>"
)


class Hostile(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        match self.path:
            case "/drip-body":
                self.begin()
                self.drip(b"<p>x")
            case "/drip-length":
                self.begin(("Content-Length", "400"))
                self.drip(b"y")
            case "/drip-head":
                self.drip(b"HTTP/1.0 200 OK\r\nX-A: ", b"b")
            case "/drip-headers":
                self.drip(b"HTTP/1.0 200 OK\r\n", b"X-A: b\r\n")
            case "/drip-chunks":
                self.begin(("Transfer-Encoding", "chunked"))
                self.drip(b"1\r\nz\r\n")
            case "/silent":
                self.server.release.wait(5)  # type: ignore[attr-defined]
            case "/inside":
                self.moved(f"http://127.0.0.1:{self.server.inner}/secret")  # type: ignore[attr-defined]
            case "/metadata":
                self.moved("http://169.254.169.254/latest/")
            case "/broken-target":
                self.moved("http://[")
            case "/path":
                self.begin(("Content-Type", "application/rss+xml"))
                self.wfile.write(self.server.file.encode())  # type: ignore[attr-defined]
            case "/device":
                self.begin(("Content-Type", "application/atom+xml"))
                self.wfile.write(b"/dev/zero")
            case "/x-rss":
                self.begin(("Content-Type", "application/x-rss+xml"))
                self.wfile.write(self.feed("<link>/page</link>", "page", "../page", "/drip"))
            case "/feed-inside":
                inner = f"http://127.0.0.1:{self.server.inner}/secret"  # type: ignore[attr-defined]
                self.begin(("Content-Type", "text/xml"))
                self.wfile.write(
                    self.feed("", inner, "http://[::1]/a", "http://10.1.2.3/", "file:///etc/hostname")
                )
            case "/page":
                self.begin(("Content-Type", "text/html"))
                self.wfile.write(PAGE)
            case _:
                self.send_error(404)

    def begin(self, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()

    def drip(self, first: bytes, more: bytes = b"") -> None:
        try:
            self.wfile.write(first)
            while not self.server.release.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(more or first)
        except OSError:
            pass

    def moved(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    @staticmethod
    def feed(head: str, *links: str) -> bytes:
        items = "".join(
            ITEM.format(title=f"Lock {n} &amp;amp; &lt;b&gt;bridge&lt;/b&gt;", link=link)
            for n, link in enumerate(links)
        )
        return f'<rss version="2.0"><channel><title>Sarn &amp;amp; Co</title>{head}{items}</channel></rss>'.encode()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    made = []
    for _ in range(2):
        one = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
        one.asked, one.release = [], threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=one.serve_forever, args=(0.01,), daemon=True).start()
        made.append(one)
    outer, inner = made
    outer.inner, outer.secret = inner.server_address[1], inner  # type: ignore[attr-defined]
    secret = tmp_path / "secret.xml"
    secret.write_bytes(Hostile.feed("", "http://h.example/a"))
    outer.file = str(secret)  # type: ignore[attr-defined]
    yield outer
    for one in made:
        one.release.set()  # type: ignore[attr-defined]
        one.shutdown()
        one.server_close()


def at(server: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


@pytest.mark.parametrize(
    "path", ["/drip-body", "/drip-length", "/drip-head", "/drip-headers", "/drip-chunks", "/silent"]
)
def test_one_deadline_for_the_whole_answer(server: ThreadingHTTPServer, path: str) -> None:
    begun = time.monotonic()
    (found,) = read_articles(at(server, path), SOON)
    assert isinstance(found, Problem) and found.code == "fetch-timeout"
    assert time.monotonic() - begun < 30  # a busy machine may be late, a dripping server never ends


def test_a_lookup_that_hangs_has_the_same_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: hanging.wait(5) and [])
    found = fetch("http://slow.example/", SOON)
    hanging.set()
    assert isinstance(found, Problem) and found.code == "fetch-timeout"


@pytest.mark.parametrize(
    ("path", "code"),
    [("/inside", "fetch-private"), ("/metadata", "fetch-private"), ("/broken-target", "fetch-address"),
     ("/path", "feed-not-one"), ("/device", "feed-not-one")],
)  # fmt: skip
def test_what_a_server_sends_opens_nothing_here(server: ThreadingHTTPServer, path: str, code: str) -> None:
    (found,) = read_articles(at(server, path), ArticleOptions(timeout=5))
    assert isinstance(found, Problem) and found.code == code
    assert not server.secret.asked  # type: ignore[attr-defined]


@pytest.mark.parametrize("saved", [False, True])
def test_a_feed_s_links_stay_outside(server: ThreadingHTTPServer, tmp_path: Path, saved: bool) -> None:
    source = at(server, "/feed-inside")
    if saved:
        links = ("http://127.0.0.1/a", "http://localhost:1/", "http://[::ffff:10.0.0.1]/", "gopher://x/")
        (tmp_path / "feed.xml").write_bytes(Hostile.feed("", *links))
        source = str(tmp_path / "feed.xml")
    found = list(read_articles(source, ArticleOptions(timeout=5)))
    assert [one.code for one in found if isinstance(one, Problem)] == ["fetch-private"] * 3
    assert sum(isinstance(one, Article) for one in found) == 4  # what the feed itself carries is read
    assert not server.secret.asked  # type: ignore[attr-defined]


def test_a_feed_is_known_by_its_content_and_its_links_are_made_whole(server: ThreadingHTTPServer) -> None:
    found = [
        one
        for one in read_articles(at(server, "/x-rss"), ArticleOptions(timeout=5))
        if isinstance(one, Article)
    ]
    assert [one.url for one in found] == [at(server, "/page"), at(server, "/page"), at(server, "/drip")]
    assert found[2].title == "Lock 2 & bridge" and found[2].publisher == "Sarn & Co"


@pytest.mark.parametrize("name", ["private.example", "xn--nxasmq6b.example", "10.in-addr.example"])
def test_a_public_name_never_leads_inside(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    port = server.server_address[1]
    real = socket.getaddrinfo

    def answer(host: str, *given: object, flags: int = 0, **more: object) -> object:
        if host == name and not flags:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
        return real(host, *given, flags=flags, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    (found,) = read_articles(f"http://{name}:{port}/page", ArticleOptions(timeout=5))
    assert isinstance(found, Problem) and found.code == "fetch-private"
    assert not server.asked  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["localhost:{}", "127.0.0.1:{}", "127.1:{}", "2130706433:{}"])
def test_what_a_person_typed_is_asked(server: ThreadingHTTPServer, typed: str) -> None:
    url = f"http://{typed.format(server.server_address[1])}/page"
    (found,) = read_articles(url, ArticleOptions(timeout=5))
    assert isinstance(found, Article), found


@pytest.mark.parametrize(
    ("number", "public"),
    [("93.184.215.14", True), ("2606:2800:21f::1", True), ("127.0.0.1", False), ("10.0.0.1", False),
     ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
     ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
     ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False), ("::127.0.0.1", False),
     ("64:ff9b::a00:1", False), ("2002:7f00:1::", False), ("64:ff9b::5db8:d70e", True), ("no", False)],
)  # fmt: skip
def test_which_addresses_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize("url", ["http://[", "http://a.example/", "http://:80/", "http://x:99999/", ""])
def test_nothing_is_trusted_for_a_public_or_broken_address(url: str) -> None:
    assert typed_servers(url, 1) == frozenset()
