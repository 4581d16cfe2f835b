"""A project of drafts in, the pictures of a sitting at the desk out: on a terminal and in the browser.

The drafts are made anew from the articles in seeds/, in a folder that is thrown away.
"""

from __future__ import annotations

import html
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
ROWS, COLUMNS = 34, 104
_COLOURS = {
    "brown": "#9a6700",
    "magenta": "#8250df",
    "green": "#1a7f37",
    "red": "#b3261e",
    "brightblack": "#5c5c5c",
}
_PAGE = """<body style="margin:0;background:#fdfcf9"><pre style="font:15px/1.35 'DejaVu Sans Mono',monospace;
padding:14px 18px;margin:0;display:inline-block;color:#1b1b1b">{}</pre></body>"""


def take_desk(browser: Browser, images: Path) -> None:
    """Write both pictures."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "story"
        _run(Path(folder), "new", str(project), "--name", "Peace talks")
        for article in sorted((ROOT / "seeds").glob("*.txt*")):
            shutil.copy(article, project / "seeds")
        _run(project, "add", "seeds")
        _terminal(browser, project, images / "review-terminal.png")
        _browser(browser, project, images / "review-browser.png")


def _run(folder: Path, *arguments: str) -> None:
    code = "import sys; from generator.cli import main; main(sys.argv[1:])"
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, check=True, capture_output=True)


def _terminal(browser: Browser, project: Path, target: Path) -> None:
    screen = _screen(project)
    lines = [_line(screen, row) for row in range(ROWS)]
    page = browser.new_page(viewport={"width": 1100, "height": 800}, device_scale_factor=1.5)
    page.set_content(_PAGE.format("\n".join(lines)))
    page.locator("pre").screenshot(path=target)
    page.close()


def _screen(project: Path) -> pyte.Screen:
    """The first screen of a sitting, two decisions in."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(project)
        os.environ |= {
            "TERM": "xterm-256color",
            "LINES": str(ROWS),
            "COLUMNS": str(COLUMNS),
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        os.execv(
            sys.executable,
            [sys.executable, "-c", "from generator.cli import main; main(['review', '--order', 'article'])"],
        )
    import fcntl
    import struct
    import termios

    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    for keys, words in (("", "accept"), ("a", "1 decided"), ("a", "2 decided"), ("q", "")):
        os.write(master, keys.encode())
        end = time.monotonic() + 60
        while words and words not in "\n".join(screen.display) and time.monotonic() < end:
            if select.select([master], [], [], 0.3)[0]:
                stream.feed(os.read(master, 65536))
    os.waitpid(pid, 0)
    os.close(master)
    return screen


def _line(screen: pyte.Screen, row: int) -> str:
    """A line of the screen with its colours."""
    runs: list[tuple[str, str]] = []
    for column in range(COLUMNS):
        char = screen.buffer[row][column]
        style = f"color:{_COLOURS[char.fg]};" if char.fg in _COLOURS else ""
        style += "font-weight:700;" * char.bold + "text-decoration:underline;" * char.underscore
        style += "background:#1b1b1b;color:#fdfcf9;" * char.reverse
        if runs and runs[-1][0] == style:
            runs[-1] = (style, runs[-1][1] + char.data)
        else:
            runs.append((style, char.data))
    return "".join(f'<span style="{style}">{html.escape(text)}</span>' for style, text in runs)


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """The address of a running preview."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8765"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    found = next((match for line in process.stderr if (match := re.search(r"Serving on (\S+)", line))), None)
    assert found, "the preview did not start"
    threading.Thread(target=process.stderr.read, daemon=True).start()
    yield found[1]
    process.send_signal(signal.SIGINT)
    process.wait(30)


def _browser(browser: Browser, project: Path, target: Path) -> None:
    with _preview(project) as address:
        page = browser.new_page(viewport={"width": 1100, "height": 860})
        page.goto(f"{address}review/")
        page.wait_for_selector("#cf-desk .d-text")
        page.screenshot(path=target)
        page.close()
