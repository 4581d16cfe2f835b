"""Questions of the review page in, answers out, made in a process of its own.

The preview builds the site in the server's process, for seconds of a large project; what answers there waits for it.
Here nothing does: the server's threads only hand bytes on. The process begins when the page is first asked for and
ends with the server.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ..errors import ChronofactError
from ..failure import told
from ..store import load_project
from ..store.since import git_name
from ..store.who import Who
from .answers import Answers, Refused

Json = dict[str, Any]
Reply = tuple[str, Json]  # the status of the answer, and the answer
_GONE = ("503 Service Unavailable", {"said": "The desk was closed and opens again. Decide once more."})


class Worker:
    """The process that answers for one project; one question at a time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def start(self) -> None:
        """Begin the process, unless it runs."""
        with self._lock:
            self._begin()

    def answer(self, name: str, asked: Json) -> Reply:
        """What the process says; it is begun anew when it has ended."""
        with self._lock:
            line = self._begin()
            try:
                line.send((name, asked))
                status, answer = line.recv()
            except (OSError, EOFError):
                self._end()
                return _GONE
            return str(status), dict(answer)

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _begin(self) -> Connection:
        if self._line is None or self._process is None or not self._process.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, str(self.root)), name="chronofact desk", daemon=True
            )
            self._process.start()
            theirs.close()
        return self._line

    def _end(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.join(1)
            if self._process.is_alive():
                self._process.terminate()
        self._line = self._process = None


def reply(answers: Answers, name: str, asked: Json) -> Reply:
    """One answer; what goes wrong is said, and ends nothing."""
    try:
        return "200 OK", answers.answer(name, asked)
    except Refused as refusal:
        return refusal.status, refusal.answer
    except ChronofactError as error:
        return "422 Unprocessable Content", {"said": str(error)}
    except Exception as error:
        said = told(error, "The desk")
        print(said, file=sys.stderr, flush=True)
        return "500 Internal Server Error", {"said": said.split("\n", 1)[0]}


def _serve(line: Connection, root: str) -> None:
    """Answer until the other side hangs up. Ctrl-C is meant for the server, which ends this with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    project = load_project(Path(root))
    name = git_name(project.root)

    def who() -> Who:
        return Who(name, datetime.now(tz=UTC).astimezone().date().isoformat())

    answers = Answers(project, who)
    with suppress(EOFError, OSError):
        while True:
            question, asked = line.recv()
            line.send(reply(answers, question, asked))
