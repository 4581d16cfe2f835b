"""A project's folder in, ``mkdocs serve`` of it out, on a port of its own, ended for certain."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, int, subprocess.Popen[str]]]:
    """The address that the preview names, its port and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        said: list[str] = []
        found = None
        for line in process.stderr:
            said.append(line)
            if found := re.search(r"Serving on (\S+)", line):
                break
        assert found, "".join(said)
        # Nobody reads on: the pipe must not fill up.
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield found[1], port, process
    finally:
        process.terminate()  # an interrupt is not heard where the tests run behind a shell
        process.wait(PATIENCE)
