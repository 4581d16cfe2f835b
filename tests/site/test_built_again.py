"""A site built upon the build before is to the byte the one that is built from nothing, and only what changed is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.pages import pagefind
from generator.plugin import light
from generator.store.made import NAME, Made, digest, packed, unpacked

from .again import BUSY, LATER, WORLD, differing

EDITED = replace(
    WORLD.change("divers", text="Two divers went down to the foundations").change(
        "queues", date="2024-03-05"
    ),
    entities=[
        replace(one, name="Bram Osei-Lund") if one.id == "bram-osei" else one for one in WORLD.entities
    ],
)
EDITED = replace(
    EDITED,
    facts=[
        *(one for one in EDITED.facts if one.id != "ferry"),
        *BUSY,
        LATER,
    ],
)


def test_a_site_built_again_is_the_one_built_from_nothing(tmp_path: Path, filled: list[str]) -> None:
    one = tmp_path / "one"
    first = WORLD.build(one)
    every = set(filled)
    filled.clear()
    outside = tmp_path / "outside.html"
    _spoil(one, outside)
    assert differing(first, WORLD.build(one)) == []
    assert filled == [] and outside.read_text("utf-8") == "not the site's"

    again = EDITED.build(one)
    assert 0 < len(filled) < len(every)
    assert differing(again, EDITED.build(tmp_path / "other")) == []
    assert (one / "site" / "f" / "later" / "index.html").is_file()
    assert not (one / "site" / "f" / "ferry").exists()


def _spoil(folder: Path, outside: Path) -> None:
    """What somebody may have done to the site and to the cache since."""
    facts = folder / "site" / "f"
    (facts / "divers" / "index.html").write_text("<p>spoilt</p>", "utf-8")
    (facts / "not-ours.html").write_text("left behind", "utf-8")
    outside.write_text("not the site's", "utf-8")
    (facts / "police" / "index.html").unlink()
    (facts / "police" / "index.html").symlink_to(outside)
    (folder / ".chronofact" / "pages" / "timeline" / "2021.md").unlink()


def test_a_site_is_written_over_and_what_nobody_writes_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = WORLD.build(tmp_path)
    site, cache = tmp_path / "site", tmp_path / ".chronofact"
    page, spoilt = site / "timeline" / "2024" / "index.html", site / "timeline" / "2019" / "index.html"
    stood, copied = page.stat(), (site / "plaque.png").stat()
    spoilt.write_text("<p>spoilt</p>", "utf-8")
    outside = tmp_path / "outside.html"
    outside.write_text("not the site's", "utf-8")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref", "utf-8")
    (site / "left" / "behind").mkdir(parents=True)
    (site / "left" / "behind" / "a.html").write_text("x", "utf-8")
    (site / "404.html").unlink()
    (site / "404.html").symlink_to(outside)  # which writing would follow
    (site / "method" / "index.html").unlink()
    (site / "method" / "index.html").hardlink_to(outside)
    (site / "plans" / "index.html").unlink()
    (site / "plans" / "index.html").mkdir()
    (site / "plans" / "index.html" / "a.txt").write_text("x", "utf-8")
    (site / "voices" / "index.html").unlink()
    (site / "voices").rmdir()
    (site / "voices").write_text("x", "utf-8")
    read: list[bytes] = []
    monkeypatch.setattr(light, "unpacked", lambda row: read.append(row) or unpacked(row))
    again = WORLD.build(tmp_path)
    assert len(read) == 1  # the spoilt one; of those that stand a hash is enough
    assert again.pop(".git/HEAD") == b"ref" and differing(first, again) == []
    there = page.stat()
    assert (there.st_ino, there.st_mtime_ns) == (
        stood.st_ino,
        stood.st_mtime_ns,
    )  # neither opened nor written
    again_copied = (site / "plaque.png").stat()  # not ours: written over
    assert again_copied.st_ino == copied.st_ino and again_copied.st_mtime_ns > copied.st_mtime_ns
    assert outside.read_text("utf-8") == "not the site's"
    assert not (site / "left").exists() and not (cache / "site-aside").exists()

    (cache / "site-aside").mkdir()  # ended before it was put back
    for one in [one for one in site.iterdir() if one.name != ".git"]:
        one.rename(cache / "site-aside" / one.name)
    less = replace(WORLD, facts=[one for one in WORLD.facts if one.id != "image"])
    built = less.build(tmp_path)
    assert built.pop(".git/HEAD") and differing(built, less.build(tmp_path / "other")) == []
    assert not (cache / "site-aside").exists()


def _no_database(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def _another(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE made (name TEXT)")
    base.close()


def _cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _flipped(path: Path) -> None:
    with sqlite3.connect(path) as base:
        for name, data in base.execute("SELECT name, data FROM made").fetchall():
            spoilt = data[:-3] + bytes(255 - one for one in data[-3:])
            base.execute("UPDATE made SET data = ? WHERE name = ?", (spoilt, name))
    base.close()


@pytest.mark.parametrize("damage", [_no_database, _another, _cut, _flipped])
def test_a_broken_store_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    store = Made(tmp_path / "cache")
    store.open()
    for number in range(200):
        store.put(f"page {number}", digest(number), packed([("html", f"<p>{number}</p>" * 500)]))
    store.close()
    damage(tmp_path / "cache" / NAME)
    for _again in range(2):
        store.open()
        for number in range(200):
            found = store.get(f"page {number}", digest(number))
            assert found is None or dict(unpacked(found)) == {"html": f"<p>{number}</p>" * 500}
            store.put(f"page {number}", digest(number), packed([("html", f"<p>{number}</p>" * 500)]))
        store.close()
    store.open()
    assert all(store.get(f"page {number}", digest(number)) for number in range(200))
    store.close()


def test_what_a_build_had_no_use_for_is_forgotten(tmp_path: Path) -> None:
    store = Made(tmp_path / "cache")
    store.open()
    store.put("one", b"1", b"first")
    store.put("two", b"2", b"second")
    store.close()
    store.open()
    assert store.get("one", b"1") == b"first" and store.get("one", b"other") is None
    store.close()
    store.open()
    assert store.get("two", b"2") is None and store.get("one", b"1") == b"first"
    store.close()


def test_what_a_process_just_made_is_kept_unread_in_place_of_what_was_made_of_other_things(
    tmp_path: Path,
) -> None:
    store = Made(tmp_path / "cache")
    store.open()
    store.put("one", b"1", b"first")
    store.put("two", b"2", b"second")
    store.close()
    process = Made(tmp_path / "cache")
    process.open()
    process.split_off(0)
    process.put("one", b"changed", b"anew")
    process.hand_over()
    store.open()
    store.take_in(1)
    store.keep("one")
    store.keep("two")
    store.close()
    store.open()
    assert store.get("one", b"changed") == b"anew" and store.get("two", b"2") == b"second"
    store.close()


def test_two_builds_at_once_share_a_store(tmp_path: Path) -> None:
    one, other = Made(tmp_path / "cache"), Made(tmp_path / "cache")
    one.open()
    other.open()
    for number in range(50):
        (one if number % 2 else other).put(f"page {number}", digest(number), b"x" * 1000)
    one.close()
    other.close()
    one.open()
    found = [one.get(f"page {number}", digest(number)) for number in range(50)]
    assert all(data in (None, b"x" * 1000) for data in found) and any(found)
    one.close()


def test_the_search_index_of_the_same_facts_is_left_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    index = pagefind.indexed

    def counted(*given: Any) -> dict[str, bytes]:
        asked.append(1)
        return index(*given)

    monkeypatch.setattr(pagefind, "indexed", counted)
    many = replace(WORLD, settings={"pagefind_facts": "1"})
    first = many.build(tmp_path)
    pieces = sorted(path for path in first if path.startswith("search/pagefind/fragment/"))
    assert asked == [1] and len(pieces) > len(WORLD.facts) - 5
    stood = (tmp_path / "site" / pieces[0]).stat().st_ino

    assert differing(many.build(tmp_path), first) == [] and asked == [1]
    assert (tmp_path / "site" / pieces[0]).stat().st_ino == stood

    (tmp_path / "site" / pieces[1]).write_bytes(b"spoilt")
    (tmp_path / "site" / pieces[2]).unlink()
    (tmp_path / "site" / pieces[2]).symlink_to(tmp_path / "mkdocs.yml")
    assert differing(many.build(tmp_path), first) == [] and asked == [1, 1]

    fewer = replace(many, facts=[one for one in WORLD.facts if one.id != "ferry"])
    assert differing(fewer.build(tmp_path), fewer.build(tmp_path / "other")) == []
    assert differing(WORLD.build(tmp_path), WORLD.build(tmp_path / "built-in")) == []
    assert not list((tmp_path / ".chronofact").glob("*-aside"))


def test_a_changed_fact_changes_one_part_of_the_search_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    index = pagefind.indexed

    def counted(program: Path, part: pagefind.Part, language: str) -> dict[str, bytes]:
        asked.append(part.number)
        return index(program, part, language)

    monkeypatch.setattr(pagefind, "indexed", counted)
    monkeypatch.setattr(pagefind, "PART", 12)
    many = replace(WORLD, settings={"pagefind_facts": "1"})
    many.build(tmp_path)
    parts = sorted(asked)
    assert len(parts) > 3 and parts == [*range(len(parts))]
    asked.clear()
    other = many.change("repair-2019", text="The bridge had been mended in autumn")
    again = other.build(tmp_path)
    assert len(asked) == 1
    assert differing(again, other.build(tmp_path / "other")) == []
