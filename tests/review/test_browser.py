"""The review page of a running preview decides: by keys, by mouse, on a phone; and lets nobody else decide."""

from __future__ import annotations

import contextlib
import http.client
import json
import multiprocessing
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.check import check_content
from generator.cli import main
from generator.desk.answers import Answers, Refused
from generator.desk.app import DeskApp
from generator.desk.bracketing import rebracketed, typed_brackets
from generator.desk.guard import Guard, is_loopback
from generator.desk.shown import labels
from generator.desk.worker import Worker
from generator.errors import Problem
from generator.model import Article, Bracket, Fact
from generator.pages.words import Words
from generator.plugin import ChronofactPlugin
from generator.review import waiting_list
from generator.review.doubts import doubts_of
from generator.store import Content, load_content, load_project
from generator.store.document import parse_document
from generator.store.pieces import entry_fact
from generator.store.typed import read_typed
from generator.store.undo import undo
from generator.store.who import Who
from tests.serving import serving

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


def added(root: Path, articles: int) -> Path:
    """A project that has read so many articles."""
    make(root, articles)
    with contextlib.chdir(root):
        assert CliRunner().invoke(main, ["add", "seeds"]).exit_code == 0
    return root


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has read six articles; copied by those who write."""
    return added(tmp_path_factory.mktemp("six") / "p", 6)


@pytest.fixture
def project(six: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(six, tmp_path / "p"))


@contextlib.contextmanager
def previewed(folder: Path) -> Iterator[Preview]:
    """The preview of a project, as a page and as programs ask it."""
    with serving(folder) as (_, port, _process):
        yield Preview(folder, port)


@pytest.fixture(scope="module")
def preview(six: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewed(Path(shutil.copytree(six, tmp_path_factory.mktemp("preview") / "p"))) as served:
        yield served


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
    _says(page, f"Accepted {first}.")
    second = card.get_attribute("data-id")
    assert second != first
    page.get_by_role("button", name="Reject", exact=False).first.click()
    _says(page, f"Rejected {second}.")
    third = card.get_attribute("data-id")
    page.keyboard.press("d")
    box = page.locator("#cf-desk .d-edit input")
    box.fill("soonish")
    expect(page.locator("#cf-desk .d-edit p")).to_contain_text("cannot be read")
    box.fill("5 March 2031")
    expect(page.locator("#cf-desk .d-edit p")).to_contain_text("= 2031-03-05")
    box.press("Enter")
    _says(page, f"Edited date of {third}.")
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
    _says(page, f"Held back {third}.")
    page.keyboard.press("u")
    _says(page, f"Undone: Held back {third}.")
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
        builder=lambda: None,
        mount_path="/",
        application="app",
        set_app=lambda app: setattr(server, "application", app),
        get_app=lambda: server.application,
    )
    config = SimpleNamespace(config_file_path=str(root / "mkdocs.yml"), docs_dir=str(root / "docs"), watch=[])
    ChronofactPlugin().on_serve(server, config=config, builder=None)  # type: ignore[arg-type]
    assert isinstance(server.application, DeskApp) is loopback


def test_names_of_this_server_only() -> None:
    guard = Guard(8000)
    assert guard.hosts == {"localhost:8000", "127.0.0.1:8000", "[::1]:8000"}
    assert Guard(8000).token != guard.token and len(guard.token) > 40


def test_of_three_thousand_facts_a_decision_reads_only_its_own_entry(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How fast that is says benchmarks/desk.py."""
    article = next(iter(sorted((project / "content/articles").glob("*.yaml")))).stem
    for day in range(300):
        path = project / f"content/facts/20{day // 100:02}/many-{day}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = (
            f"- id: fact-{day}-{n}\n  date: 20{day // 100:02}\n  text: Fact {n} of {day}\n  status: draft\n"
            f"  sources:\n    - article: {article}\n      quote: It had been a cold winter.\n"
            for n in range(10)
        )
        path.write_text("\n".join(entries), "utf-8")
    read: list[str] = []
    parsed: list[str] = []
    entries_read: list[str] = []
    monkeypatch.setattr(
        "generator.desk.answers.load_content", lambda at: (read.append("all"), load_content(at))[1]
    )
    answers = Answers(load_project(project), lambda: Who("Ada Roe", "2031-04-01"))
    ids = answers.answer("list", {})["ids"]
    assert len(ids) >= 3000 and read == ["all"]
    monkeypatch.setattr(
        "generator.store.load.parse_document",
        lambda path, text: (parsed.append(path), parse_document(path, text))[1],
    )
    monkeypatch.setattr(
        "generator.store.load.entry_fact",
        lambda piece: (entries_read.append(piece), entry_fact(piece))[1],
    )
    for id in ids[:30]:
        one = answers.answer("items", {"ids": [id]})["items"][0]
        done = answers.answer("decide", {"action": "accept", "id": id, "mark": one["mark"]})
        assert done["gone"] == [] and done["changed"] == {}
    assert read == ["all"] and not parsed and len(entries_read) == 30
    assert answers.answer("undo", {})["ids"] == [ids[29]]
    with pytest.raises(Refused):
        answers.answer("decide", {"action": "accept", "id": "fact-0-0", "mark": "x"})


def test_a_decision_on_one_fact_is_no_conflict_with_the_next(project: Path) -> None:
    answers = Answers(load_project(project), lambda: Who("Ada Roe", "2031-04-01"))
    ids = answers.answer("list", {})["ids"]
    items = {id: answers.answer("items", {"ids": [id]})["items"][0] for id in ids}
    one = next(item for item in items.values() if item["lookalikes"])
    gone = answers.answer("decide", {"action": "reject", "id": one["id"], "mark": one["mark"]})
    assert gone["gone"] == [one["id"]] and gone["changed"]
    for id, mark in gone["changed"].items():
        assert mark != items[id]["mark"]
        assert answers.answer("decide", {"action": "accept", "id": id, "mark": mark})["said"]


def test_names_of_one_event_are_decided_together(project: Path) -> None:
    names = project / "content/entities.yaml"
    rows = (("wick", "Jonas Wick"), ("wyck", "Jonas Wyck"), ("kelmouth", "Kelmouth"), ("post", "The Post"))
    text = "".join(f"- id: {id}\n  name: {name}\n  kind: person\n  status: proposed\n" for id, name in rows)
    names.write_text(f"# mine\n{text}", "utf-8")
    before = snapshot(project)
    answers = Answers(load_project(project), lambda: Who("Ada Roe", "2031-04-01"))
    items = [answers.answer("items", {"ids": [id]})["items"][0] for id in answers.answer("list", {})["ids"]]
    one = next(item for item in items if any(name["id"] == "wick" for name in item["proposed"]))
    (wick,) = [name for name in one["proposed"] if name["id"] == "wick"]
    assert wick["alike"] == [{"id": "wyck", "name": "Jonas Wyck"}]
    chosen = [
        {"id": "wyck", "act": "join", "other": "wick"},
        {"id": "kelmouth", "act": "take", "kind": "place"},
        {"id": "post", "act": "ignore"},
    ]
    done = answers.answer("names", {"id": one["id"], "names": chosen})
    assert done["said"] and not [name for name in done["item"]["proposed"] if name["id"] == "wick"]
    known = {entity.id: entity for entity in load_content(load_project(project)).entities}
    assert known["wick"].aliases == ("Jonas Wyck",) and known["wick"].status == "published"
    assert (known["kelmouth"].kind, known["post"].status) == ("place", "ignored") and "wyck" not in known
    assert names.read_text("utf-8").startswith("# mine\n")
    for wrong in ([{"id": "../x", "act": "take"}], [{"id": "kelmouth", "act": "take", "kind": "ship"}]):
        with pytest.raises(Refused):
            answers.answer("names", {"id": one["id"], "names": wrong})
    assert answers.answer("undo", {})["ids"] == [] and snapshot(project) == before


@pytest.mark.parametrize(
    ("text", "held", "rows", "expected"),
    [
        ("They left", [], [{"words": "the crew", "for": "They"}], "They [the crew] left"),
        ("They left", [], [{"words": " the  crew ", "for": "They"}], "They [the crew] left"),
        ("They [the crew] left", ["the crew"], [], "They left"),
        ("They [the crew] left", ["the crew"], [{"words": "", "for": "", "was": 0}], "They left"),
        (
            "They [crew] left",
            ["crew"],
            [{"words": "the crew", "for": "They", "was": 0}],
            "They [the crew] left",
        ),
        (
            "They [the crew] left",
            ["the crew"],
            [{"words": "the crew", "was": 0}, {"words": "the harbour", "for": "left"}],
            "They [the crew] left [the harbour]",
        ),
        ("[Tove] Lind left", ["Tove"], [], "Lind left"),
        ("They left", [], ["nonsense", 7, {}], "They left"),
        ("They left", [], [{"words": "a ship", "for": "They"}], "do not stand in the article"),
        ("They left", [], [{"words": "the crew", "for": "We"}], "does not say 'We'"),
        ("They left", [], [{"words": "the crew", "for": ""}], "does not say"),
        ("They left", [], [{"words": "the crew", "for": "eft"}], "does not say"),
    ],
)
def test_brackets_are_edited_where_they_stand(
    text: str, held: list[str], rows: list[Any], expected: str
) -> None:
    fact = Fact("one", "", text, sources=(), brackets=tuple(Bracket(words) for words in held))
    article = Article("a", text="The crew, Tove Lind and all, left the harbour on Monday.")
    found = rebracketed(fact, article, rows)
    if isinstance(found, Problem):
        assert expected in found.message
        return
    new, brackets = found
    assert new == expected
    assert all(f"[{bracket.words}]" in new for bracket in brackets)
    read = read_typed("brackets", typed_brackets(brackets))
    assert not isinstance(read, Problem) and tuple(read[1]) == brackets


def test_brackets_on_the_page_change_the_text_and_its_entry(preview: Preview) -> None:
    before = snapshot(preview.folder)
    one = preview.ask("items", {"ids": preview.ask("list", {})[1]["ids"][:1]})[1]["items"][0]
    rows = [{"words": "rest until", "for": one["text"].split()[0], "was": -1}]
    read = preview.ask("read", {"field": "brackets", "id": one["id"], "rows": rows})[1]
    assert "[rest until]" in read["value"]
    body = {"action": "brackets", "id": one["id"], "mark": one["mark"], "rows": rows}
    status, answer = preview.ask("decide", body)
    assert status == 200 and answer["item"]["text"] == read["value"], answer
    content = load_content(load_project(preview.folder))
    assert content.by_id[one["id"]].brackets[0].words == "rest until"
    assert not [found for found in check_content(content) if found.severity == "error"]
    rows[0]["words"] = "no such words"
    assert preview.ask("decide", {**body, "mark": answer["item"]["mark"], "rows": rows})[0] == 422
    assert preview.ask("undo", {})[0] == 200 and snapshot(preview.folder) == before


def test_the_desk_opens_again_when_its_process_has_ended(project: Path) -> None:
    worker = Worker(project)
    status, answer = worker.answer("list", {})
    assert status == "200 OK" and answer["ids"]
    (process,) = [one for one in multiprocessing.active_children() if one.name == "chronofact desk"]
    assert process.pid != os.getpid()
    process.kill()
    process.join()
    assert worker.answer("list", {}) == (status, answer), "it begins anew by itself"
    assert worker.answer("list", {"order": ["odd"]})[0] == "200 OK"
    assert worker.answer("items", {"ids": 7})[1] == {"items": []}
    worker.close()


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_the_desk_speaks_the_language_of_the_project(language: str) -> None:
    english, other = labels(Words("en")), labels(Words(language))
    pairs = [(value, other[name]) for name, value in english.items() if isinstance(value, str)]
    pairs += [
        (said, other[name][key])
        for name in ("kinds", "named", "orders")
        for key, said in english[name].items()
    ]
    assert [one for one, said in pairs if one == said] == []
    held = set(re.findall(r"%\((\w+)\)s", json.dumps(english)))
    assert held == set(re.findall(r"%\((\w+)\)s", json.dumps(other, ensure_ascii=False)))
    say = Words(language).gettext
    fact = Fact("a", "", "x", sources=(), kind="statement", context="y")
    (waiting,) = waiting_list(Content(facts=(fact,)), say=say)
    doubts = doubts_of(fact, None, waiting.reasons, say)
    assert len(doubts) == 3 and not set(doubts) & set(doubts_of(fact, None, ("has no date",)))


def test_forty_articles_are_decided_by_keys_alone(browser: Browser, tmp_path: Path) -> None:
    with previewed(added(tmp_path / "p", 40)) as preview:
        before = snapshot(preview.folder)
        page = browser.new_page(viewport={"width": 768, "height": 900})
        page.set_default_timeout(PATIENCE * 1000)
        # The first cards come, then none for a while: once these are decided the page asks until more come.
        lost = iter([False, *[True] * 16])
        page.route("**/_desk/items", lambda asked: asked.abort() if next(lost, False) else asked.continue_())
        page.goto(preview.page)
        card = page.locator("#cf-desk .d-card")
        expect(card.locator(".d-text")).to_be_visible(timeout=PATIENCE * 1000)
        waiting = preview.ask("list", {})[1]["ids"]
        last = ""
        for keys in range(len(waiting)):
            expect(card).to_have_attribute("data-id", re.compile("."), timeout=PATIENCE * 1000)
            last = card.get_attribute("data-id") or ""
            page.keyboard.press("arh"[keys % 3])
            told = f"{keys + 1} decided · {len(waiting) - keys - 1} left"
            expect(page.locator("#cf-desk .d-head")).to_contain_text(told, timeout=PATIENCE * 1000)
        assert len(waiting) > 100
        _says(page, last)
        page.close()
        content = load_content(load_project(preview.folder))
        assert (
            all(fact.decided for fact in content.facts) and len(content.rejected) == (len(waiting) + 1) // 3
        )
        assert not [one for one in check_content(content) if one.severity == "error"]
        while undo(load_project(preview.folder))[0]:
            pass
        assert snapshot(preview.folder) == before
