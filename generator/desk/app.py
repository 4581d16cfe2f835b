"""MkDocs' own server in, the same with a door for decisions out; and the review page that knocks at it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from importlib.resources import files
from typing import Any

from mkdocs.livereload import LiveReloadServer

from ..pages.words import Words
from ..review.said import Say
from ..store import Project
from .guard import Guard, is_loopback
from .worker import Worker

FOLDER = "_desk/"
PAGE = "review/"
_LIVE = re.compile(rb"<script>\s*var livereload\b.*?</script>", re.DOTALL)
_TYPES = {"desk.js": "text/javascript; charset=utf-8", "desk.css": "text/css; charset=utf-8"}
_HEADERS = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
Start = Callable[..., Any]
App = Callable[[dict[str, Any], Start], Iterable[bytes]]


class DeskApp:
    """Answers below ``_desk/``, hands everything else on, and gives the review page its script."""

    def __init__(self, inner: App, mount: str, guard: Guard, worker: Worker, say: Say) -> None:
        self.inner = inner
        self.mount = mount
        self.guard = guard
        self.worker = worker
        self.say = say

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """One request."""
        path = str(environ.get("PATH_INFO", ""))
        if path.startswith(self.mount + FOLDER):
            return self._desk(path[len(self.mount + FOLDER) :], environ, start_response)
        if not self.guard.is_shown(environ):
            said = b"This preview with its drafts is for this machine: open it as http://localhost.\n"
            return _send(start_response, "421 Misdirected Request", said, "text/plain; charset=utf-8")
        if path in (self.mount + PAGE, f"{self.mount}{PAGE}index.html") and self.guard.knows_host(environ):
            return self._page(environ, start_response)
        return self.inner(environ, start_response)

    def _desk(self, name: str, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        if name in _TYPES and environ.get("REQUEST_METHOD") == "GET":
            data = files("generator.desk").joinpath("assets", name).read_bytes()
            return _send(start_response, "200 OK", data, _TYPES[name])
        if environ.get("REQUEST_METHOD") != "POST":
            return _answer(start_response, "405 Method Not Allowed", {"said": "Ask with POST."})
        refused = self.guard.refuses(environ)
        if refused:
            return _answer(start_response, "403 Forbidden", {"said": self.say(refused)})
        try:
            asked = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or b"{}")
            if not isinstance(asked, dict):
                raise ValueError("no object")
        except (ValueError, RecursionError):
            return _answer(start_response, "400 Bad Request", {"said": "The request is no JSON."})
        return _answer(start_response, *self.worker.answer(name, asked))

    def _page(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """The review page with its script, and without the one that reloads it: it keeps its place."""
        self.worker.start()  # it reads the project while the page is loaded
        said: list[Any] = []

        def keep(status: str, headers: list[tuple[str, str]], *_: object) -> None:
            said[:] = [status, headers]

        inner = self.inner(environ, keep)
        try:
            page = b"".join(inner)
        finally:
            close = getattr(inner, "close", None)
            if close is not None:
                close()
        status, headers = said
        if status.startswith("200"):
            page = _LIVE.sub(b"", page)
            top = f"{self.mount}{FOLDER}"
            head = (
                f'<meta name="chronofact-desk" content="{self.guard.token}" data-to="{top}">'
                f'<link rel="stylesheet" href="{top}desk.css"><script src="{top}desk.js" defer></script></head>'
            )
            page = page.replace(b"</head>", head.encode(), 1)
            kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
            headers = [*kept, ("Content-Length", str(len(page))), ("Cache-Control", "no-store")]
        start_response(status, headers)
        return [page]


def open_desk(server: LiveReloadServer, project: Project) -> bool:
    """Put the door before the application of a server; False when others could knock at it too."""
    host, port = server.server_address[:2]
    if not is_loopback(str(host)):
        return False
    inner: Any = server.get_app()
    desk: Any = DeskApp(
        inner, server.mount_path, Guard(int(port)), Worker(project.root), Words(project.language).gettext
    )
    server.set_app(desk)
    return True


def _answer(start_response: Start, status: str, answer: dict[str, Any]) -> Iterable[bytes]:
    data = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    return _send(start_response, status, data, "application/json; charset=utf-8")


def _send(start_response: Start, status: str, data: bytes, kind: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", kind), ("Content-Length", str(len(data))), *_HEADERS])
    return [data]
