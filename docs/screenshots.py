"""The built site in, the pictures that README and docs show out (docs/images/).

Run `make screenshots` after `make site`; it looks at the site in the system's Chromium.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desk_pictures import take_desk
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
IMAGES = ROOT / "docs" / "images"


@dataclass(frozen=True)
class Picture:
    """One picture: which page, how large, and what is opened before it is taken."""

    name: str
    page: str = ""
    width: int = 1440
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    open: str = ""
    to: str = ""


PICTURES = (
    Picture("home"),
    Picture("home-dark", scheme="dark"),
    Picture(
        "evidence", open=".cf-fact:has(mark) .cf-evidence > summary", to=".cf-fact:has(.cf-evidence[open])"
    ),
    Picture("tablet", width=768, height=1024),
    Picture("phone", width=360, height=740),
    Picture("lanes", "lanes/", height=780),
    Picture("lanes-phone", "lanes/", width=360, height=740, scheme="dark"),
    Picture("voices", "voices/"),
    Picture("places", "places/"),
    Picture("lanes-near", "lanes/?from=2025-05-09&to=2025-05-20", height=860),
    Picture("explore", "explore/?words=istanbul"),
    Picture("plans", "plans/", height=640),
    Picture("method", "method/"),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Says nothing."""


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Write one picture."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme
    )
    page = context.new_page()
    page.goto(address + picture.page)
    page.wait_for_load_state("networkidle")
    if picture.open:
        page.locator(picture.open).first.click()
        page.locator(picture.to).first.scroll_into_view_if_needed()
        page.mouse.move(0, 0)
    page.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


def main() -> int:
    """Take every picture, or say what is missing."""
    if not (SITE / "index.html").is_file():
        print("There is no site yet: run `make site` first.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, f"http://127.0.0.1:{server.server_port}/", picture)
        take_desk(browser, IMAGES)
        browser.close()
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
