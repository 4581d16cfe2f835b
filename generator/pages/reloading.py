"""MkDocs' preview server in, the same with its own reload script allowed by the pages' policy out.

The server writes that script into a page as it sends it, with the time in it, so only here is its hash known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from .policy import sha256

App = Callable[..., Iterable[bytes]]
_RELOAD = re.compile(
    r"<script>(\s*var livereload = function\(epoch, requestId\) \{.*?\n\}\nlivereload\(\d+, \d+\);\s*)</script>",
    re.DOTALL,
)
_SCRIPTS = "script-src 'self'"


def allowing_reload(app: App) -> App:
    """``app``, whose HTML answers name the hash of the reload script that was put at their end."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[tuple[str, list[tuple[str, str]], tuple[Any, ...]]] = []

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> None:
            started.append((status, headers, rest))

        body = app(environ, start)
        status, headers, rest = started[0] if started else ("200 OK", [], ())
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers, *rest)
            return body
        page = with_reload(b"".join(body))
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(page)))], *rest)
        return [page]

    return answer


def with_reload(page: bytes) -> bytes:
    """The page with its reload script allowed, if it has one; only the last can be the server's own."""
    html = page.decode("utf-8", errors="surrogateescape")
    at = html.rfind("<script>")
    found = _RELOAD.match(html, at) if at >= 0 else None
    if found is None:
        return page
    return html.replace(_SCRIPTS, f"{_SCRIPTS} {sha256(found[1])}", 1).encode(
        "utf-8", errors="surrogateescape"
    )
