"""Files as editors type them in, facts and problems with their places out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import ChronofactError
from generator.store import load_content, load_project
from generator.store.decode import Decoder
from generator.store.document import parse_document
from generator.store.text_file import TextFile, decode_file

from .worlds import BRIDGE, CONFIG, add, make_article, make_project

CASES = yaml.load((Path(__file__).parent / "loader_cases.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_cases(case: dict) -> None:
    document = parse_document("f.yaml", case["file"])
    decoder = Decoder("f.yaml")
    facts = decoder.facts(document.root) if document.parsed else ()
    found = [*document.problems, *decoder.problems]
    shown = [str(one) for one in found]
    assert len(found) == len(case["problems"]), shown
    for one, wanted in zip(found, case["problems"], strict=True):
        head, _, words = wanted.partition(" | ")
        place = f"{one.place.line}:{one.place.column} {one.code}"
        assert place == head and words in f"{one.message} {one.remedy}", shown
    for fact, values in zip(facts, case.get("facts", ()), strict="facts" in case):
        assert {name: getattr(fact, name) for name in values} == values


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "? " * 50_000])
def test_nesting_without_end_is_refused_before_it_is_built(text: str) -> None:
    assert parse_document("f.yaml", text).problems[0].code in ("yaml-too-deep", "yaml-key", "yaml-syntax")


def test_bytes_that_are_no_utf8_name_their_place() -> None:
    bad = decode_file("f.yaml", b"- id: a\n  text: caf\xe9\n")
    assert not isinstance(bad, TextFile)
    assert (bad.code, bad.place.line, bad.place.column) == ("yaml-encoding", 2, 12)
    wide = decode_file("f.yaml", "- id: a".encode("utf-16"))
    assert not isinstance(wide, TextFile)
    assert "UTF-16" in wide.message


def test_every_broken_file_is_reported_and_hides_no_other(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    article = make_article("bridge", BRIDGE)
    add(project, article)
    facts = project.content / "facts"
    (facts / "tab.yaml").write_text("- id: a\n\ttext: x\n", "utf-8")
    (facts / "latin.yaml").write_bytes(b"- id: caf\xe9\n")
    (facts / "folder.yaml").mkdir()
    (facts / "twice.yaml").write_text(
        "- id: nobody-was-hurt\n  text: x\n  sources: [{article: brige, quote: x}]\n", "utf-8"
    )
    content = load_content(project)
    assert len(content.facts) == 6
    assert [
        (found.code, found.place.path.split("/")[-1], found.place.line) for found in content.problems
    ] == [
        ("yaml-encoding", "latin.yaml", 1),
        ("yaml-tab", "tab.yaml", 2),
        ("fact-id-twice", "twice.yaml", 1),
        ("source-article-unknown", "twice.yaml", 3),
    ]
    assert "1931-03-05.yaml" in content.problems[2].message
    assert content.problems[3].remedy == "Did you mean 'bridge'?"
    assert len(content.unreadable) == 2


def test_a_former_id_cannot_be_an_id_again(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE))
    source = "sources: [{article: bridge, quote: Nobody was hurt.}]"
    (project.content / "facts/x.yaml").write_text(
        f"- {{id: new, text: x, was: [old], {source}}}\n- {{id: old, text: x, {source}}}\n", "utf-8"
    )
    assert [found.code for found in load_content(project).problems] == ["fact-id-moved"]


def test_an_article_whose_text_changed_is_noticed_and_a_checkout_of_another_system_is_not(
    tmp_path: Path,
) -> None:
    project = make_project(tmp_path / "p")
    article = make_article("bridge", BRIDGE)
    add(project, article)
    file = project.root / article.file
    file.write_bytes(b"\xef\xbb\xbf" + BRIDGE.replace("\n", "\r\n").encode())
    content = load_content(project)
    assert content.problems == ()
    assert content.articles["bridge"].text == BRIDGE
    file.write_text(BRIDGE + "More.\n", "utf-8")
    assert [found.code for found in load_content(project).problems] == ["article-text-changed"]
    file.unlink()
    assert [found.code for found in load_content(project).problems] == ["article-text-missing"]


def test_a_record_cannot_read_a_file_outside_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    project = make_project(tmp_path / "p")
    record = project.content / "articles/x.yaml"
    record.parent.mkdir(parents=True)
    record.write_text("file: ../secret.txt\n", "utf-8")
    content = load_content(project)
    assert [found.code for found in content.problems] == ["article-text-missing"]
    assert content.articles["x"].text == ""


def test_the_place_of_every_value(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE))
    content = load_content(project)
    fact = next(fact for fact in content.facts if fact.speaker)
    lines = content.files[fact.place.path].text.split("\n")
    for keys in (("id",), ("speaker",), ("tags", 0), ("sources", 0, "quote"), ("sources", 0, "article")):
        place = content.place(fact.place, *keys)
        value = fact
        for key in keys:
            value = value[key] if isinstance(key, int) else getattr(value, key)
        shown = lines[place.line - 1][place.column - 1 :]
        assert shown.startswith((str(value)[:10], "|-", "'")), keys
    assert content.place(fact.place, "context") == fact.place


MKDOCS = """site_name: Rivertown
site_url: !ENV [NOT_SET_ANYWHERE, 'https://example.org/timeline/']
theme: {name: material, language: uk}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search
  - chronofact:
      match_days: -1
      mtch_days: 2
      merge_score: 0.9
"""


def test_a_project_is_found_from_any_folder_and_read_tolerantly(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (tmp_path / "content/facts").mkdir(parents=True)
    project = load_project(tmp_path / "content/facts")
    assert project.root == tmp_path.resolve()
    assert (project.site_name, project.language) == ("Rivertown", "uk")
    assert project.site_url == "https://example.org/timeline/"
    assert project.settings.merge_score == 0.9
    assert project.configured
    assert [(f.code, f.place.line, f.place.column) for f in project.problems] == [
        ("setting-value", 10, 7),
        ("setting-unknown", 11, 7),
    ]
    assert "match_days" in project.problems[1].remedy


def test_plugins_may_be_a_group_of_keys_and_a_parent_file_may_be_inherited(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_name: Base\ntheme: {language: fr}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: base.yml\nplugins:\n  search: {}\n  chronofact:\n    newest_first: false\n", "utf-8"
    )
    project = load_project(tmp_path)
    assert (project.site_name, project.language) == ("Base", "fr")
    assert project.settings.newest_first is False


def test_no_project_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ChronofactError) as error:
        load_project(tmp_path)
    assert "chronofact new DIR" in str(error.value)


@pytest.mark.parametrize("text", ["site_name: [", "- a\n", "a: " + "[" * 5000])
def test_an_unreadable_configuration_is_a_problem_and_not_a_crash(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert [found.code for found in load_project(tmp_path).problems] == ["project-unreadable"]


def test_a_plugin_that_is_not_switched_on(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("  - chronofact\n", ""), "utf-8")
    assert not load_project(tmp_path).configured


def test_what_cannot_be_kept_is_cited(tmp_path: Path) -> None:
    """A book or a film has a record without a file, and its fact a source without a quote; an article has neither."""
    project = make_project(tmp_path / "p")
    add(project, make_article("bridge", BRIDGE))
    record = "title: Bridges of the Lenn\ntype: book\nextra: {ISBN: 978-1-4028-9462-6, page: 12-14}\n"
    (project.content / "articles/lenn.yaml").write_text(record, "utf-8")
    (project.content / "articles/bare.yaml").write_text("title: Without a file\n", "utf-8")
    facts = "- id: a\n  date: 1931\n  text: x\n  sources:\n    - article: lenn\n"
    (project.content / "facts/a.yaml").write_text(
        facts + "- id: b\n  text: y\n  sources: [{article: bridge}]\n"
    )
    content = load_content(project)
    assert [(p.place.path, p.code, p.place.line) for p in content.problems] == [
        ("content/articles/bare.yaml", "key-missing", 1), ("content/facts/a.yaml", "key-missing", 8),
    ]  # fmt: skip
    assert content.articles["lenn"].type == "book" and content.by_id["a"].sources[0].quote == ""
