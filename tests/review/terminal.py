"""A real pseudo-terminal with ``chronofact review`` in it: keys in, the screen as a person sees it out."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

PATIENCE = 60.0


class Terminal:
    """One run of a command on a terminal of its own."""

    def __init__(self, folder: Path, *arguments: str, rows: int = 40, columns: int = 110) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        code = "import sys; from generator.cli import main; main(sys.argv[1:])"
        environment = os.environ | {"TERM": "xterm-256color", "EDITOR": "true", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            cwd=folder, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(slave)
        self.keys = 0

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        """Keys as a person presses them."""
        self.keys += len(keys)
        os.write(self.master, keys.encode())

    def read(self, seconds: float) -> bool:
        """Draw what comes within this time; False when nothing came."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the other side is closed
            return False
        self.stream.feed(data)
        return bool(data)

    def wait_for(self, *words: str) -> str:
        """Until all these words stand on the screen at once: a screen may come in several pieces."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            assert time.monotonic() < end, f"waited for {words!r}:\n{self.text}"
            self.read(0.2)
        return self.text

    def close(self) -> int:
        """Quit, and how it ended."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.1)
        if self.process.poll() is None:
            self.process.kill()
        os.close(self.master)
        return self.process.wait()
