"""A built site's folder in, an address on loopback out: it answers as a host of static sites does."""

from __future__ import annotations

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
mimetypes.add_type("text/javascript", ".js")


@dataclass(frozen=True)
class Host:
    """Where the site is, and how many bytes each request for it took on the wire."""

    address: str
    sent: Mapping[str, int] = field(default_factory=dict)


@contextmanager
def hosted(site: Path, base: str = "/") -> Iterator[Host]:
    """Serves ``site`` under ``base``: compressed, cached for ten minutes, with the site's own page for what is missing."""
    sent: dict[str, int] = {}
    files: dict[str, tuple[int, str, bytes, bool]] = {}

    class Answer(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path not in files:
                files[path] = _read(site, base, path)
            status, kind, body, packed = files[path]
            self.send_response(status)
            if kind.startswith("/"):
                self.send_header("Location", kind)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            sent[path] = len(body) + sum(map(len, self._headers_buffer))  # type: ignore[attr-defined]
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Says nothing."""

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_args: object) -> None:
            """A browser that hangs up is no news."""

    server = Server(("127.0.0.1", 0), Answer)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}{base}", sent)
    finally:
        server.shutdown()
        server.server_close()


def _read(site: Path, base: str, path: str) -> tuple[int, str, bytes, bool]:
    """Status, type (or where to look instead), body, and whether it is compressed."""
    if path.startswith(base):
        file = site / path.removeprefix(base)
        if file.is_dir() and not path.endswith("/"):
            return 301, f"{path}/", b"", False
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            return 200, *_body(file)
    missing = site / "404.html"
    return (404, *_body(missing)) if missing.is_file() else (404, "text/plain", b"", False)


def _body(file: Path) -> tuple[str, bytes, bool]:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    body = file.read_bytes()
    if kind.startswith(COMPRESSED):
        return f"{kind}; charset=utf-8", gzip.compress(body, 6), True
    return kind, body, False
