"""The review page of a running preview decides: by keys, by mouse, on a phone; and lets nobody else decide."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from generator.desk.answers import Answers, Refused
from generator.desk.app import DeskApp
from generator.desk.guard import Guard, is_loopback
from generator.plugin import ChronofactPlugin
from generator.store import load_content, load_project
from generator.store.undo import undo
from generator.store.who import Who

from .made import make

pytestmark = pytest.mark.xdist_group("serve")
PATIENCE = 60


@dataclass(frozen=True)
class Preview:
    folder: Path
    port: int

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.port}/review/"

    def ask(self, name: str, body: object, **headers: str | None) -> tuple[int, Any]:
        """A request as any program can send it."""
        own = {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
            "X-Chronofact-Token": self.token,
        }
        own |= {key.replace("_", "-"): value for key, value in headers.items()}  # type: ignore[misc]
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest("POST", f"/_desk/{name}", skip_host=True, skip_accept_encoding=True)
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        for key, value in own.items():
            if value is not None:
                connection.putheader(key, value)
        connection.putheader("Content-Length", str(len(data)))
        connection.endheaders(data)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text) if text.startswith(b"{") else text

    @property
    def token(self) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/review/")
        page = connection.getresponse().read().decode()
        connection.close()
        return re.search(r'name="chronofact-desk" content="([^"]+)"', page)[1]  # type: ignore[index]


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = make(tmp_path_factory.mktemp("preview") / "p", 6)
    here = Path.cwd()
    os.chdir(folder)
    try:
        assert CliRunner().invoke(main, ["add", "seeds"]).exit_code == 0
    finally:
        os.chdir(here)
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
    assert process.stderr
    said: list[str] = []
    for line in process.stderr:
        said.append(line)
        if "Serving on" in line:
            break
    else:
        pytest.fail("".join(said))
    threading.Thread(target=process.stderr.read, daemon=True).start()
    yield Preview(folder, port)
    process.send_signal(signal.SIGINT)
    process.wait(PATIENCE)


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted((root / "content").rglob("*")) if p.is_file()}


REFUSED = {
    "no token": {"X_Chronofact_Token": None},
    "another token": {"X_Chronofact_Token": "x" * 43},
    "a foreign host": {"Host": "evil.example"},
    "a foreign host that ends like ours": {"Host": "evil.example:8000"},
    "no origin": {"Origin": None},
    "another site": {"Origin": "https://evil.example"},
    "no origin at all": {"Origin": "null"},
    "another port of this machine": {"Origin": "http://127.0.0.1:1"},
    "a form of another site": {"Content_Type": "text/plain"},
    "said by the browser to be cross-site": {"Sec_Fetch_Site": "cross-site"},
}


@pytest.mark.parametrize("name", REFUSED)
def test_who_may_not_decide(preview: Preview, name: str) -> None:
    before = snapshot(preview.folder)
    fact = load_content(load_project(preview.folder)).facts[0]
    status, answer = preview.ask("decide", {"action": "accept", "id": fact.id, "mark": "x"}, **REFUSED[name])
    assert status == 403 and answer["said"]
    assert snapshot(preview.folder) == before


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("decide", {"action": "accept", "id": "../../mkdocs.yml", "mark": ""}, 404),
        ("decide", {"action": "accept", "id": "", "mark": ""}, 404),
        ("decide", {"action": "rm", "id": "{id}", "mark": "{mark}"}, 400),
        ("decide", {"action": "edit", "id": "{id}", "mark": "{mark}", "values": {"date": "soonish"}}, 422),
        (
            "decide",
            {"action": "edit", "id": "{id}", "mark": "{mark}", "values": {"image": "x", "id": "../x"}},
            422,
        ),
        ("decide", {"action": "accept", "id": "{id}", "mark": "old"}, 409),
        ("decide", b"[]", 400),
        ("decide", b"{", 400),
        ("decide", b"[" * 5000, 400),
        ("decide", b"{" + b" " * 70000 + b"}", 403),
        ("../../mkdocs.yml", {}, 404),
        ("undo", {}, 409),
    ],
)
def test_what_is_refused_is_said(preview: Preview, name: str, body: Any, status: int) -> None:
    before = snapshot(preview.folder)
    if isinstance(body, dict) and body.get("id") == "{id}":
        one = preview.ask("items", {"ids": preview.ask("list", {})[1]["ids"][:1]})[1]["items"][0]
        body = {**body, "id": one["id"], "mark": one["mark"] if body["mark"] == "{mark}" else body["mark"]}
    got, answer = preview.ask(name, body)
    assert got == status, answer
    assert snapshot(preview.folder) == before


def test_what_was_kept_aside_becomes_a_draft(preview: Preview) -> None:
    before = snapshot(preview.folder)
    for id in preview.ask("list", {})[1]["ids"]:
        kept = preview.ask("aside", {"id": id})[1]["aside"]
        if kept:
            break
    status, answer = preview.ask("promote", {"id": id, "statement": kept[0]["id"]})
    assert status == 200 and len(answer["added"]) == 1, answer
    assert answer["added"][0] in preview.ask("list", {})[1]["ids"]
    assert preview.ask("promote", {"id": id, "statement": "../x"})[0] == 422
    assert preview.ask("undo", {})[0] == 200 and snapshot(preview.folder) == before


def test_the_page_of_a_foreign_host_has_no_token(preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    connection.request("GET", "/review/", headers={"Host": "evil.example"})
    assert b"chronofact-desk" not in connection.getresponse().read()


def test_decisions_on_the_page(preview: Preview, browser: Browser) -> None:
    before = snapshot(preview.folder)
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.set_default_timeout(PATIENCE * 1000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(preview.page)
    card = page.locator("#cf-desk .d-card")
    expect(card.locator(".d-text")).to_be_visible(timeout=PATIENCE * 1000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    first = card.get_attribute("data-id")
    page.keyboard.press("a")
    _says(page, f"accept {first}.")
    second = card.get_attribute("data-id")
    assert second != first
    page.get_by_role("button", name="Reject", exact=False).first.click()
    _says(page, f"reject {second}.")
    third = card.get_attribute("data-id")
    page.keyboard.press("d")
    box = page.locator("#cf-desk .d-edit input")
    box.fill("soonish")
    expect(page.locator("#cf-desk .d-edit p")).to_contain_text("cannot be read")
    box.fill("5 March 2031")
    expect(page.locator("#cf-desk .d-edit p")).to_contain_text("= 2031-03-05")
    box.press("Enter")
    _says(page, f"edit {third}.")
    assert card.get_attribute("data-id") == third, "the card keeps its place"
    content = load_content(load_project(preview.folder))
    assert content.by_id[first].status == "reviewed" and second in content.rejected
    assert content.by_id[third].date == "2031-03-05"
    path = preview.folder / content.by_id[third].place.path
    text = path.read_text("utf-8")
    place = text.index("text:", text.index(f"id: {third}"))
    path.write_text(
        f"{text[:place]}tags: [harbour]\n  {text[place:]}" if "tags: [harbour]" not in text else text, "utf-8"
    )
    if "tags:" in text[text.index(f"id: {third}") : place + 400].split("- id:")[0]:
        path.write_text(
            text.replace(f"id: {third}", f"id: {third}\n  image: a.png\n  image_alt: A", 1), "utf-8"
        )
    page.keyboard.press("h")
    _says(page, "Somebody changed this fact meanwhile")
    assert load_content(load_project(preview.folder)).by_id[third].decided is None
    page.keyboard.press("h")
    _says(page, f"hold {third}.")
    page.keyboard.press("u")
    _says(page, f"Undone: hold {third}.")
    expect(card).to_have_attribute("data-id", third or "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert wrong == []
    page.close()
    path.write_text(text, "utf-8")
    while undo(load_project(preview.folder))[0]:
        pass
    assert snapshot(preview.folder) == before


def _says(page: Page, words: str) -> None:
    expect(page.locator("#cf-desk .d-said")).to_contain_text(words, timeout=PATIENCE * 1000)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.1.4", False),
        ("x", False),
    ],
)
def test_a_preview_that_others_reach_takes_no_decisions(tmp_path: Path, host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
    root = make(tmp_path / "p", 0)
    server = SimpleNamespace(
        server_address=(host, 8000),
        mount_path="/",
        application="app",
        set_app=lambda app: setattr(server, "application", app),
        get_app=lambda: server.application,
    )
    config = SimpleNamespace(config_file_path=str(root / "mkdocs.yml"))
    ChronofactPlugin().on_serve(server, config=config, builder=None)  # type: ignore[arg-type]
    assert isinstance(server.application, DeskApp) is loopback


def test_names_of_this_server_only() -> None:
    guard = Guard(8000)
    assert guard.hosts == {"localhost:8000", "127.0.0.1:8000", "[::1]:8000"}
    assert Guard(8000).token != guard.token and len(guard.token) > 40


def test_two_decisions_a_second_at_three_thousand_facts(tmp_path: Path) -> None:
    root = make(tmp_path / "p", 8)
    here = Path.cwd()
    os.chdir(root)
    try:
        assert CliRunner().invoke(main, ["add", "seeds"]).exit_code == 0
    finally:
        os.chdir(here)
    article = next(iter(sorted((root / "content/articles").glob("*.yaml")))).stem
    for day in range(300):
        path = root / f"content/facts/20{day // 100:02}/many-{day}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = (
            f"- id: fact-{day}-{n}\n  date: 20{day // 100:02}\n  text: Fact {n} of {day}\n  status: draft\n"
            f"  sources:\n    - article: {article}\n      quote: It had been a cold winter.\n"
            for n in range(10)
        )
        path.write_text("\n".join(entries), "utf-8")
    answers = Answers(load_project(root), lambda: Who("Ada Roe", "2031-04-01"))
    ids = answers.answer("list", {})["ids"]
    assert len(ids) >= 3000
    started = time.monotonic()
    for id in ids[:30]:
        one = answers.answer("items", {"ids": [id]})["items"][0]
        answers.answer("decide", {"action": "accept", "id": id, "mark": one["mark"]})
    assert time.monotonic() - started < 15
    with pytest.raises(Refused):
        answers.answer("decide", {"action": "accept", "id": "fact-0-0", "mark": "x"})
