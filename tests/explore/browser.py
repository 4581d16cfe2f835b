"""A folder served on loopback and a page in the system's Chromium."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

# The shell draws the same pages without a window around them, at two thirds of the processor's time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The system's Chrome or Chromium; None for Playwright's own. A snap cannot read a temporary profile."""
    for name in _NAMES:
        path = shutil.which(name)
        if path is None or Path(path).resolve().name == "snap" or "/snap/" in str(Path(path).resolve()):
            continue
        with Path(path).open("rb") as file:
            if b"/snap/" not in file.read(4000):  # Ubuntu's package is a script that only leads there
                return path
    return None


CHROMIUM = find_browser()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which ``folder`` can be read."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--process-per-site", "--renderer-process-limit=1"],
        )
        try:
            yield browser
        finally:
            browser.close()
