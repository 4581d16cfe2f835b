"""Until when an embargo holds, and that nothing of what is under one leaves the project before."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.clock import EPOCH, build_moment
from generator.config import Settings
from generator.embargo import embargo_end, embargo_waits
from generator.model import Site, Source
from generator.pages import Renderer, render_pages
from generator.timeline import build_timeline
from tests.site.building import build_project
from tests.site.sample import ARTICLES, fact

NOW = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
LATER = "2026-12-01 06:01 Europe/Kyiv"  # a minute after NOW


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-12-01", "2026-12-01T12:00"),  # begun on the last island too
        ("2026-12-01 06:00 Europe/Kyiv", "2026-12-01T04:00"),
        ("2026-07-01 06:00 Europe/Kyiv", "2026-07-01T03:00"),
        ("2026-12-01T06:00+02:00", "2026-12-01T04:00"),
        ("2026-12-01 06:00 -0330", "2026-12-01T09:30"),
        ("2026-12-01T06:00:30Z", "2026-12-01T06:00"),
        ("2026-12-01 06:00 UTC", "2026-12-01T06:00"),
        ("2026-10-25 03:30 Europe/Kyiv", "2026-10-25T01:30"),  # comes twice: the later
        ("2026-12-01 06:00", None),  # where?
        ("2026-12-01 06:00 Atlantis/Port", None),
        ("2026-12-01 06:00 ../../etc/passwd", None),
        ("2026-12-01 06:00 +99:00", None),
        ("2026-13-01", None),
        ("2026-12-01 25:00 UTC", None),
        ("next Tuesday", None),
        ("9999-12-31", "9999-12-31T12:00"),
        ("0001-01-01 00:00 +14:00", None),  # before all calendars
    ],
)
def test_the_end_of_an_embargo(written: str, utc: str | None) -> None:
    end = embargo_end(written)
    assert (f"{end:%Y-%m-%dT%H:%M}" if end else None) == utc


def test_what_cannot_be_read_holds_and_so_does_all_without_a_clock() -> None:
    assert embargo_waits("next Tuesday", NOW + timedelta(days=10_000))
    assert embargo_waits("2020-01-01", None)
    assert not embargo_waits("", None)


def test_the_moment_of_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, str(int(NOW.timestamp())))
    assert build_moment() == NOW
    for odd in ("soon", "9" * 30, ""):
        monkeypatch.setenv(EPOCH, odd)
        assert abs(build_moment() - datetime.now(UTC)) < timedelta(minutes=5)


def test_a_fact_waits_for_its_hour_and_carries_no_embargo_after() -> None:
    facts = [
        fact("a", "2024-03-04", "It rained", embargo=LATER),
        fact("b", "2024-03-04", "It snowed", follows=("a",)),
    ]
    before = build_timeline(facts, ARTICLES, now=NOW)
    assert set(before.by_id) == {"b"} and before.by_id["b"].follows == ()
    after = build_timeline(facts, ARTICLES, now=NOW + timedelta(minutes=1))
    assert set(after.by_id) == {"a", "b"} and after.by_id["b"].follows == ("a",)
    assert not after.by_id["a"].embargo
    shown = build_timeline(facts, ARTICLES, now=NOW, show_drafts=True)
    assert (shown.by_id["a"].embargo, shown.by_id["b"].embargo) == (LATER, "")


def test_an_article_under_an_embargo_hides_what_is_made_of_it_and_is_no_source_elsewhere() -> None:
    first, second = list(ARTICLES)[:2]
    articles = ARTICLES | {second: replace(ARTICLES[second], embargo=LATER)}
    facts = [
        fact("made-of-it", "2024-03-04", "It rained", article=second),
        replace(
            fact("also", "2024-03-04", "It snowed"),
            sources=(Source(first, "It snowed"), Source(second, "Snow")),
        ),
    ]
    before = build_timeline(facts, articles, now=NOW)
    assert set(before.by_id) == {"also"} and set(before.articles) == {first}
    assert [source.article for source in before.by_id["also"].sources] == [first]
    after = build_timeline(facts, articles, now=NOW + timedelta(minutes=1))
    assert set(after.by_id) == {"made-of-it", "also"} and set(after.articles) == {first, second}
    assert build_timeline(facts, articles, now=NOW, show_drafts=True).by_id["made-of-it"].embargo == LATER


def project(folder: Path, embargo: str) -> None:
    """One open fact and one under an embargo, each of an article of its own; the words of the second occur nowhere else."""
    assert (
        CliRunner()
        .invoke(main, ["new", str(folder), "--title", "Quay", "--address", "https://quay.example/"])
        .exit_code
        == 0
    )
    content = folder / "content"
    (content / "facts" / "example.yaml").unlink()
    hall = '{id: zyx-hall, name: Qwertzed hall, kind: place, description: A zyx, coordinates: "41.01, 28.98"}'
    speaker = "{id: speaker-zyx, name: Speaker zyx, kind: person}"
    (content / "entities.yaml").write_text(f"- {hall}\n- {speaker}\n", "utf-8")
    for name, words, more in (
        ("open", "The quay was painted", ""),
        ("zyx", "The qwertzed hall was sold", embargo),
    ):
        (folder / "seeds" / f"{name}.txt").write_text(f"{words}\n\n{words} on 4 March 2024.\n", "utf-8")
        (content / "articles").mkdir(exist_ok=True)
        (content / "articles" / f"{name}-paper.yaml").write_text(
            f"title: {words}\npublisher: Daily {name}\nfile: seeds/{name}.txt\nurl: https://{name}.example/\n{more}",
            "utf-8",
        )
        image = f"  image: {name}.png\n  image_alt: A hall\n"
        (content / "facts" / f"{name}.yaml").write_text(
            f"- id: {words.lower().replace(' ', '-')}\n  date: 2024-03-04\n  text: {words}\n  status: reviewed\n{image}"
            f"  speaker: Speaker {name}\n  tags: [tag {name}]\n  sources:\n"
            f"    - {{article: {name}-paper, quote: '{words} on 4 March 2024.'}}\n", "utf-8",
        )  # fmt: skip
        (content / "pages" / f"{name}.png").write_bytes(name.encode())


SECRET = (b"qwertzed", b"zyx")


def test_nothing_of_it_is_in_a_built_site_or_an_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, f"embargo: {LATER}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(
        EPOCH, str(int(NOW.timestamp()) + 60)
    )  # what a build before had made stays in no file either
    assert "qwertzed" in (build_project(tmp_path) / "downloads" / "facts.json").read_text("utf-8")
    monkeypatch.setenv(EPOCH, str(int(NOW.timestamp())))
    site = build_project(tmp_path)
    files = [path for path in site.rglob("*") if path.is_file()]
    texts = {
        path: gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in files
    }
    told = [
        str(path)
        for path, text in texts.items()
        if any(word in text.lower() or word in str(path).lower().encode() for word in SECRET)
    ]
    assert told == []
    assert any(b"The quay was painted" in text for text in texts.values())
    for command in (
        ["export", "json"],
        ["export", "csl-json"],
        ["export", "timemap"],
        ["render", "../pages"],
    ):
        said = CliRunner().invoke(main, command)
        assert said.exit_code == 0 and "qwertzed" not in said.output, said.output
    assert not any(
        "qwertzed" in path.read_text("utf-8") for path in (tmp_path.parent / "pages").rglob("*.md")
    )
    checked = CliRunner().invoke(main, ["check"])
    assert "embargo-waits" in checked.output and "2026-12-01 04:01 UTC" in checked.output
    shown = json.loads(CliRunner().invoke(main, ["export", "json", "--drafts"]).stdout)
    assert [one["embargo"] for one in shown["facts"]] == [None, LATER]
    monkeypatch.setenv(EPOCH, str(int(NOW.timestamp()) + 60))
    assert "qwertzed" in CliRunner().invoke(main, ["export", "json"]).output
    assert "embargo" not in CliRunner().invoke(main, ["check"]).output


def test_an_embargo_that_cannot_be_read_stops_the_build_and_shows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "embargo: on Tuesday\n")
    monkeypatch.chdir(tmp_path)
    checked = CliRunner().invoke(main, ["check"])
    assert (
        checked.exit_code == 1
        and "zyx-paper.yaml:5:10" in checked.output
        and "clock time and zone" in checked.output
    )
    exported = CliRunner().invoke(main, ["export", "json"])
    assert exported.exit_code == 3 and "qwertzed" not in exported.stdout


def test_a_preview_marks_what_waits_and_takes_an_odd_embargo_for_text() -> None:
    facts = [
        fact("a", "2024-03-04", "It rained", embargo=LATER),
        fact("b", "2024-03-05", "It <b>", embargo="<script>*x*"),
    ]
    timeline = build_timeline(facts, ARTICLES, now=NOW, show_drafts=True)
    pages = render_pages(Renderer(timeline, Settings(), Site("Quay")), {})
    year = next(page.markdown for page in pages if page.uri.startswith("timeline/2024"))
    assert f"embargo: {LATER}" in year and "embargo: &lt;script&gt;" in year
    assert "<script>*" not in year
