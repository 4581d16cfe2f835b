"""A preview shows drafts: under names of this machine alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.desk.app import DeskApp
from generator.desk.guard import Guard
from generator.desk.worker import Worker


def page(_environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    start("200 OK", [])
    return [b"a draft"]


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("localhost:8000", True),
        ("LOCALHOST", True),
        ("127.0.0.1:9000", True),
        ("127.8.9.1", True),
        ("[::1]:8000", True),
        ("desk.localhost:8000", True),
        ("", True),
        ("evil.example", False),
        ("evil.example:8000", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8000", False),
        ("evillocalhost", False),
        ("192.168.1.7:8000", False),
        ("localhost:8000@evil.example", False),
        ("localhost:8000, evil.example", False),
    ],
)
def test_a_page_is_shown_under_names_of_this_machine(tmp_path: Path, host: str, shown: bool) -> None:
    app = DeskApp(page, "/", Guard(8000), Worker(tmp_path), str)
    said: list[str] = []
    for path in ("/", "/timeline/2020/", "/livereload/1/1"):
        app(
            {"HTTP_HOST": host, "PATH_INFO": path, "REQUEST_METHOD": "GET"},
            lambda status, *_: said.append(status),
        )
    assert {status.split()[0] for status in said} == ({"200"} if shown else {"421"})
