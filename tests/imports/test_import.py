"""``chronofact import`` as a person meets it: updates, edits that win, questions, and files that mean harm."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from generator.imports import FORMS, Options
from generator.imports.forms.cells import value_of
from generator.store import load_content, load_project

from .round_trip import chronofact, project

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    project(tmp_path / "p")
    return tmp_path


def events(folder: Path, *listed: dict[str, Any], name: str = "weir.json") -> str:
    path = folder / name
    path.write_text(json.dumps(list(listed), ensure_ascii=False), "utf-8")
    return str(path)


def facts() -> dict[str, Any]:
    content = load_content(load_project(Path.cwd()))
    assert not [found for found in content.problems if found.severity == "error"], content.problems
    return {fact.text: fact for fact in content.facts}


def edit(old: str, new: str) -> None:
    """A hand in the YAML."""
    for path in Path("content/facts").rglob("*.yaml"):
        text = path.read_text("utf-8")
        if old in text and path.name != "example.yaml":  # the starter's lines show the same, behind "#"
            path.write_text(text.replace(old, new), "utf-8")
            return
    raise AssertionError(f"'{old}' stands in no file")


WEIR = {
    "id": "1",
    "date": "1931-02-03",
    "title": "The weir was built",
    "url": "https://a.example/1",
    "crew": 9,
}
LOCK = {"id": "2", "date": "1932", "title": "The lock followed", "tags": ["locks"]}
GATE = {"id": "3", "date": "1933", "title": "A gate was added"}


def test_a_later_state_updates_and_an_edit_wins(here: Path) -> None:
    assert "3 facts added" in chronofact("import", events(here, WEIR, LOCK, GATE)).output
    edit("The weir was built", "The weir, as we say, was built")
    edit("1932\n", "1932-05\n")
    later = events(
        here, {**WEIR, "title": "The great weir was built", "date": "1931-02-04"}, {**LOCK, "title": "The old lock followed"},
        {"id": "9", "date": "1934", "title": "Nothing more"},
    )  # fmt: skip
    said = chronofact("import", later)
    assert said.exit_code == 0, said.output
    for words in ("1 fact added", "2 values updated", "1 edit of yours kept", "import-gone", "as we say"):
        assert words in said.output, said.output
    found = facts()
    assert found["The weir, as we say, was built"].date == "1931-02-04"
    assert found["The old lock followed"].date == "1932-05"
    assert "A gate was added" in found and len(found) == 4
    assert "nothing to change" in chronofact("import", later).output


def test_what_was_removed_or_reviewed_stays_so(here: Path) -> None:
    chronofact("import", events(here, WEIR, LOCK))
    edit("status: draft", "status: reviewed")
    reviewed = next(fact for fact in facts().values() if fact.status == "reviewed")
    other = next(fact for fact in facts().values() if fact.status == "draft")
    (Path.cwd() / other.place.path).unlink()
    changed = [{**one, "title": f"{one['title']} again"} for one in (WEIR, LOCK)]
    said = chronofact("import", events(here, *changed))
    assert "1 removed fact left out again" in said.output and "1 edit of yours kept" in said.output
    assert list(facts()) == [reviewed.text]


def test_entries_without_an_id_are_known_by_their_words(here: Path) -> None:
    plain = [{k: v for k, v in one.items() if k != "id"} for one in (WEIR, LOCK, GATE)]
    chronofact("import", events(here, *plain))
    mended = [plain[2], {**plain[0], "title": "The weir was rebuilt"}, {**plain[1], "date": "1935"}]
    said = chronofact("import", events(here, *mended))
    assert "2 values updated" in said.output and "added" not in said.output, said.output
    assert facts()["The lock followed"].date == "1935"


def test_two_forms_of_one_timeline_are_one(here: Path) -> None:
    chronofact("import", events(here, WEIR, LOCK))
    sheet = here / "weir.csv"
    sheet.write_text(
        "Date,Title,Link\n1931-02-03,The weir was built,https://b.example/2\n1932,The lock followed,\n",
        "utf-8",
    )
    said = chronofact("import", str(sheet))
    assert said.exit_code == 0 and "1 source joined to facts already there" in said.output, said.output
    assert len(facts()) == 2 and len(facts()["The weir was built"].sources) == 2
    assert "nothing to change" in chronofact("import", str(sheet)).output
    assert "nothing to change" in chronofact("import", events(here, WEIR, LOCK)).output


def test_the_same_words_twice_are_two_entries(here: Path) -> None:
    path = events(here, {"date": "1931", "title": "Flood"}, {"date": "1931", "title": "Flood"})
    chronofact("import", path)
    content = load_content(load_project(Path.cwd()))
    assert len(content.facts) == 2
    assert "nothing to change" in chronofact("import", path).output


def test_a_source_is_mended_where_its_timeline_mended_it(here: Path) -> None:
    one = {
        "id": "1",
        "date": "1931",
        "title": "The weir",
        "sources": [{"url": "https://a.example/1", "title": "Wier", "page": "3"}],
    }
    chronofact("import", events(here, one))
    one["sources"] = [{"url": "https://a.example/1", "title": "Weir", "page": "4"}]
    assert "3 values updated" in chronofact("import", events(here, one)).output
    record = next(iter(load_content(load_project(Path.cwd())).articles.values()))
    assert (record.title, record.extra, record.type) == ("Weir", '{"page": "4"}', "webpage")


def test_dates_are_never_sharpened(here: Path) -> None:
    listed = [
        {"date": "2015-01-01", "title": "The budget of 2015 was cut"}, {"date": "2015-01-01", "title": "Shops closed on 1 January 2015"},
        {"date": "2016-01-01", "date_precision": "year", "title": "Work began"}, {"date": "2017-01-01", "title": "Nobody came"},
    ]  # fmt: skip
    path = events(here, *listed)
    said = chronofact("import", path)
    assert said.output.count("import-coarser") == 2, said.output
    assert [facts()[one["title"]].date for one in listed] == ["2015", "2015-01-01", "2016", "2017-01-01"]
    chronofact("import", path, "--name", "exact", "--dates", "as-written")
    exact = [f.date for f in load_content(load_project(Path.cwd())).facts if f.by == "exact"]
    assert exact == ["2015-01-01", "2016-01-01"]


def test_numbers_with_two_readings_are_told_or_said(here: Path) -> None:
    sheet = here / "a.csv"
    sheet.write_text("Date,Title\n03/04/1931,First\n05/06/1931,Second\n", "utf-8")
    said = chronofact("import", str(sheet), "--dry-run")
    assert (
        said.output.count("is no date that has one reading") == 1 and "also at" not in said.output
    ) or "import-date" in said.output
    assert chronofact("import", str(sheet), "--dates", "day-first").exit_code == 0
    assert {fact.date for fact in facts().values()} == {"1931-04-03", "1931-06-05"}
    sheet.write_text("Date,Title\n03/04/1931,First\n25/06/1931,Second\n", "utf-8")
    chronofact("import", str(sheet), "--name", "b")
    assert facts()["Second"].date in ("1931-06-05", "1931-06-25")


def test_columns_are_said_once_and_remembered(here: Path) -> None:
    sheet = here / "log.csv"
    sheet.write_text("A,B,C\n1931,The weir was built,9\n", "utf-8")
    said = chronofact("import", str(sheet))
    assert said.exit_code == 3 and "its columns are A, B, C" in said.output
    assert chronofact("import", str(sheet), "--column", "text=B", "--column", "date=A").exit_code == 0
    sheet.write_text("A,B,C\n1931,The weir was built,10\n1932,The lock,3\n", "utf-8")
    said = chronofact("import", str(sheet))
    assert "1 fact added" in said.output and "1 value updated" in said.output, said.output
    assert chronofact("import", str(sheet), "--column", "nonsense=B").exit_code == 2


def test_columns_are_asked_for_where_a_person_sits(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.importing._somebody", lambda: True)
    sheet = here / "log.csv"
    sheet.write_text("A,B,C\n2015-01-01,The weir of 2015,9\n", "utf-8")
    said = chronofact("import", str(sheet), input="2\n1\n-\n-\n-\n-\n-\n-\ny\n")
    assert said.exit_code == 0 and "Take the coarser ones?" in said.output, said.output
    assert facts()["The weir of 2015"].date == "2015"
    assert "nothing to change" in chronofact("import", str(sheet), input="y\n").output


def test_our_own_exports_come_back(here: Path) -> None:
    chronofact("import", events(here, WEIR, LOCK, GATE))
    for form in ("json", "jsonl", "csv"):
        assert chronofact("export", form, "--drafts", "--output", str(here / f"out.{form}")).exit_code == 0
    before = facts()
    for form in ("json", "jsonl", "csv"):
        project(here / form)
        said = chronofact("import", str(here / f"out.{form}"))
        assert said.exit_code == 0 and "3 facts added" in said.output, (form, said.output)
        for text, fact in facts().items():
            old = before[text]
            assert (fact.id, fact.date, fact.tags, fact.extra) == (old.id, old.date, old.tags, old.extra)
        assert "nothing to change" in chronofact("import", str(here / f"out.{form}")).output


def test_a_date_that_a_cell_shows_as_a_year_is_a_year() -> None:
    from datetime import datetime

    day = datetime(2015, 1, 1)
    shown = {
        "yyyy": "2015",
        "mmm yyyy": "2015-01",
        "dd/mm/yyyy": "2015-01-01",
        "General": "2015-01-01",
        "[$-409]yyyy": "2015",
    }
    assert {form: value_of(day, form) for form in shown} == shown


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("xl/workbook.xml", b" " * 300_000_000)
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    lol = "<!ENTITY a 'lol'>" + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", f"<?xml version='1.0'?><!DOCTYPE x [{lol}]><x>&i;</x>")
    return out.getvalue()


HOSTILE: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "no JSON": ("a.json", b"{", "it is no JSON"),
    "nested without end": ("a.json", b"[" * 200_000, "levels deep"),
    "a number that is none": ("a.json", b'[{"date": NaN, "title": "x"}]', "NaN is no number"),
    "a key twice": ("a.json", b'[{"title": "x", "title": "y"}]', "stands twice"),
    "entries that are none": ("a.json", b'[1, "x"]', "entry 1 is no group"),
    "binary": ("a.csv", b"PK\x03\x04\x00\x00\xff\xff", "it is no text"),
    "an empty table": ("a.csv", b"\n\n", "it has no rows"),
    "aliases": ("a.yaml", b"a: &a [x, x]\nb: [*a, *a]\n", "anchor"),
    "a tag": ("a.yaml", b"a: !!python/object/apply:os.system [id]\n", "tag"),
    "a spreadsheet that is none": ("a.xlsx", b"not a zip", "it is no spreadsheet"),
    "a package that unpacks without end": ("a.xlsx", bomb, "unpacks to more than"),
    "entities": ("a.ods", entities(), "entities of its own"),
    "no calendar": ("a.ics", b"hello", "VCALENDAR"),
    "an event without end": ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", "does not end"),
    "a form of nobody": ("a.bin", b"hello", "Nothing tells what form"),
    "TimelineJS without events": ("a.json", b'{"events": 3, "start_date": 1}', ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_the_reason(here: Path, name: str) -> None:
    file, data, words = HOSTILE[name]
    (here / file).write_bytes(data if isinstance(data, bytes) else data())
    before = sorted(Path.cwd().rglob("*"))
    said = chronofact("import", str(here / file))
    assert said.exit_code == 3 or "nothing to change" in said.output or "left out" in said.output, said.output
    assert words in said.output and "fault of Chronofact" not in said.output, said.output
    assert not list(Path("content").rglob("facts")) or sorted(Path.cwd().rglob("*")) == before


def test_hostile_entries_are_data(here: Path) -> None:
    deep: Any = "x"
    for _ in range(40):
        deep = [deep]
    path = events(
        here, {"id": "../../../evil", "date": "1931", "title": "<script>alert(1)</script>Safe <img src=x onerror=alert(1)>"},
        {"date": "1931", "title": "Deep", "more": deep}, {"date": "1932", "title": "Keys", "a: b\n#c": 1, "": 2, "\u202e": "\u0000"},
        {"date": "1933", "title": "x" * 100_000, "summary": "y" * 100_000},
    )  # fmt: skip
    said = chronofact("import", path, "--name", "../../evil")
    assert "nested more than" in said.output and "3 facts added" in said.output, said.output
    assert chronofact("check").exit_code == 0
    assert all(file.resolve().is_relative_to(here / "p") for file in (here / "p").rglob("*"))
    assert not (here / "evil.jsonl").exists()
    out = chronofact("export", "--import", "evil", "--drafts", "--output", str(here / "out.json"))
    assert out.exit_code == 0, out.output


@pytest.mark.parametrize("form", [name for name in FORMS if name not in ("xlsx", "ods", "own")])
def test_no_bytes_break_a_reader(form: str) -> None:
    """Cut, doubled and damaged at many places, a file is read or refused by name, never with a traceback."""
    from generator.errors import ChronofactError

    from . import made

    whole = made.FORMS[form][1](made.entries(6))
    data = next(iter(whole.values())) if isinstance(whole, dict) else whole
    name = "a.md" if form == "files" else "a"
    for at in range(0, len(data), max(1, len(data) // 60)):
        for damaged in (
            data[:at],
            data[at:],
            data[:at] + b"\x00\xff" + data[at:],
            data[:at] + b'"}]\n:' + data[at:],
        ):
            try:
                reading = FORMS[form].read(damaged, name, Options())
                for record in reading.records:
                    FORMS[form].lens.read(record, reading.head, Options())
            except ChronofactError:
                pass


def test_a_table_with_a_heading_nobody_knows(here: Path) -> None:
    """The column that tells something in nearly every row is taken for the text, and said; all of it accepted at once."""
    rows = ["Date,What happened,Place,Notes,Seen"]
    rows += [
        f"2021-06-{day:02},The weir no. {day} was opened,Sarn,{'rumour' if day == 3 else ''},https://a.example/{day}"
        for day in range(1, 7)
    ]
    (here / "list.csv").write_text("\n".join(rows), "utf-8")
    said = chronofact("import", str(here / "list.csv"))
    assert "'What happened' is taken for the text" in said.output and "6 facts added" in said.output, (
        said.output
    )
    assert "accept --import list" in said.output
    assert "The weir no. 3 was opened" in facts()
    assert "nothing to change" in chronofact("import", str(here / "list.csv")).output
    assert chronofact("accept", "--import", "list", "-y", "--by", "Jane Roe").exit_code == 0
    assert {fact.status for fact in facts().values()} == {"reviewed"}
