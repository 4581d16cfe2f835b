"""Files and folders in every form and every way of being broken: an article or one clear problem each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.articles import ArticleOptions, Metadata, read_articles
from generator.errors import Problem
from generator.model import Article

PROSE = "The ferry ran aground on Monday, the coastguard said. All 87 people on board were taken off safely."
PAGE = (Path(__file__).parent / "pages" / "ferry.html").read_text("utf-8")


def read(path: Path, options: ArticleOptions = ArticleOptions()) -> list[Article | Problem]:
    return list(read_articles(str(path), options))


def one(path: Path, options: ArticleOptions = ArticleOptions()) -> Article:
    (found,) = read(path, options)
    assert isinstance(found, Article), found
    return found


def codes(found: list[Article | Problem]) -> list[str]:
    return [item.code if isinstance(item, Problem) else "article" for item in found]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "article-empty"),
        ("blank.txt", b" \n\t\r\n", "article-empty"),
        ("mark.txt", b"\xef\xbb\xbf", "article-empty"),
        ("noise.txt", bytes(range(256)) * 20, "article-binary"),
        ("scan.pdf", b"%PDF-1.7 ...", "pdf-broken"),
        ("bare.srt", b"one\ntwo\n", "transcript-empty"),
        ("office.docx", b"PK\x03\x04....", "office-unreadable"),
        ("archive.txt", b"PK\x03\x04....", "article-binary"),
        ("encoding.txt", bytes(range(128, 256)) * 5, "article-encoding"),
        ("large.txt", b"a" * 2001, "article-too-large"),
        ("menu.html", b"<ul>" + b"<li><a href=x>Storm</a></li>" * 30 + b"</ul>", "article-no-article"),
        ("empty.html", b"", "article-empty"),
        ("broken.json", b'{"text": ', "json-broken"),
        ("number.json", b"5", "record-no-object"),
        ("nothing.json", b'{"id": "a"}', "record-empty"),
        ("wrong.json", b'{"text": 5}', "record-value"),
        ("deep.json", b"[" * 1500 + b"]" * 100, "json-broken"),
        ("no.xml", b"<foo/>", "feed-not-one"),
        ("bare.rss", b'<rss version="2.0"><channel><title>x</title></channel></rss>', "feed-empty"),
    ],
)
def test_bad_input_is_a_problem_with_file_reason_and_remedy(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = read(path, ArticleOptions(max_bytes=9000 if name != "large.txt" else 2000))
    assert isinstance(found, Problem)
    assert found.code == code
    assert found.place.path == str(path)
    assert found.remedy


def test_a_missing_file_and_an_empty_folder(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "nowhere.txt")) == ["article-missing"]
    assert codes(read(tmp_path)) == ["folder-empty"]
    assert codes(list(read_articles("a\0b"))) in (["article-missing"], ["article-unreadable"])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Президент заявив, що переговори завершено і що сторони не домовилися про перемир'я."),
        ("utf-8-sig", "Le président a déclaré que les négociations étaient terminées."),
        ("utf-16", "The president said on Friday that the talks were over."),
        ("utf-16-le", "The president said on Friday that the talks were over."),
        ("cp1251", "Президент заявил в пятницу, что переговоры завершены и что стороны не договорились."),
        (
            "cp1252",
            "Le président a déclaré que les négociations étaient terminées et que rien n’était décidé.",
        ),
        ("cp1252", "Shares in the company’s parent fell 8 per cent to £3.15, it said on Friday."),
        ("cp1252", "The café will close, and the “20°C” rule was not for it; a cup cost €3.15."),
        (
            "cp1250",
            "Prezydent powiedział, że rozmowy się zakończyły i że nie ma porozumienia w sprawie rozejmu.",
        ),
        ("koi8-u", "Президент заявив, що переговори завершено і що сторони не домовилися про перемир'я."),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode(encoding))
    found = one(path)
    assert found.text == text
    assert (found.text_file == "") == encoding.startswith("utf-8")


def test_windows_line_ends_are_made_unix(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"One thing happened on Monday.\r\n\r\nAnother on Tuesday, they said.\r\n")
    assert "\r" not in one(path).text


@pytest.mark.parametrize("key", ["publisher", "outlet", "newspaper", "source"])
def test_front_matter_names_the_outlet_in_many_words(tmp_path: Path, key: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{key}: The Sarn Post\n---\nThe lock closed in May 2021.\n", encoding="utf-8")
    assert one(path).publisher == "The Sarn Post"


def test_markdown_has_front_matter_and_loses_inline_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Ferry aground\ndate: 2019-03-04\nauthor: Ann Lee\nlayout: post\nnumber: [1, 2]\n---\n"
        "# Ferry aground\n\nThe **ferry** ran [aground](http://x.example/y_z) on _Monday_, the *coastguard* said.\n\n"
        "All 87 people with snake_case names and 2 * 3 * 4 bags were saved.\n",
        "utf-8",
    )
    found = one(path)
    assert (found.title, found.authors) == ("Ferry aground", ("Ann Lee",))
    assert (found.published.value, found.published.basis) == ("2019-03-04", "metadata")
    assert "The ferry ran aground on Monday, the coastguard said." in found.text
    assert "snake_case names and 2 * 3 * 4 bags" in found.text
    assert [found.text[b.start : b.end][:13] for b in found.blocks if b.kind == "headline"] == [
        "Ferry aground"
    ]
    assert found.text_file


def test_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(PAGE, "utf-8")
    found = one(path)
    assert (found.title, found.publisher) == ("Ferry runs aground off Skye", "The Islander")
    assert found.authors == ("Mairi Grant", "Iain Ross")
    assert (found.published.value, found.published.zone) == ("2019-03-04T09:30", "+00:00")
    assert found.url == "https://islander.example/2019/03/04/ferry"
    assert found.id == "the-islander-2019-03-04-ferry-runs-aground-off-skye"
    kinds = {found.text[block.start : block.end][:12]: block.kind for block in found.blocks}
    assert kinds["Ferry runs a"] == "headline"
    assert kinds["What happene"] == "subheading"
    assert kinds["Read also: T"] == "promo"
    assert kinds['"We heard a '] == "body"
    assert "newsletter" not in found.text and "Home" not in found.text


def test_records(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    record = {"id": "a1", "text": PROSE, "published": "2019-03-04T09:30:00Z", "publisher": "The Islander"}
    lines.write_text(json.dumps(record) + "\n{bad\n\n" + json.dumps({"text": PROSE}) + "\n", "utf-8")
    first, problem, second = read(lines)
    assert isinstance(first, Article) and isinstance(second, Article) and isinstance(problem, Problem)
    assert (first.id, first.text, first.published.value, first.published.zone) == (
        "a1",
        PROSE,
        "2019-03-04T09:30",
        "Z",
    )
    assert (problem.code, problem.place.line) == ("json-broken", 2)
    assert second.id == "a-4"
    both = tmp_path / "both.json"
    both.write_text(json.dumps([record, {"html": PAGE}]), "utf-8")
    assert codes(read(both)) == ["article", "article"]


def test_a_sidecar_gives_what_the_file_lacks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, "utf-8")
    (tmp_path / "a.txt.yaml").write_text(
        "title: Aground\npublisher: NO\nauthors: [A. Lee, B. Ray]\npublished: 2019-03-04\npublised: 2020\nurl: [a, b]\n",
        "utf-8",
    )
    *problems, found = read(tmp_path)
    assert isinstance(found, Article)
    assert (found.title, found.publisher, found.authors) == ("Aground", "NO", ("A. Lee", "B. Ray"))
    assert (found.published.value, found.published.basis) == ("2019-03-04", "sidecar")
    assert codes(problems) == ["sidecar-key", "sidecar-value"]
    assert "Did you mean 'published'?" in str(problems[0])
    assert str(problems[0]).startswith(f"{tmp_path / 'a.txt.yaml'}:5:1: ")


@pytest.mark.parametrize("yaml", ["title: [unclosed", "- a\n- b", "published: soon", "\ttitle: x"])
def test_a_broken_sidecar_is_a_problem_and_the_article_is_read(tmp_path: Path, yaml: str) -> None:
    (tmp_path / "a.txt").write_text(PROSE, "utf-8")
    (tmp_path / "a.yaml").write_text(yaml, "utf-8")
    assert codes(read(tmp_path / "a.txt"))[1:] == ["article"]


def test_options_outrank_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\nBy Ann Lee\n3 May 2018\n" + PROSE, "utf-8")
    (tmp_path / "a.yaml").write_text("published: 2017-01-01\ntitle: Sidecar", "utf-8")
    options = ArticleOptions(known=Metadata(published="2016-02-03", publisher="Option"))
    found = one(tmp_path / "a.txt", options)
    assert (found.published.value, found.published.basis) == ("2016-02-03", "option")
    assert (found.title, found.publisher, found.authors) == ("Sidecar", "Option", ("Ann Lee",))


def test_a_folder_is_read_in_order_without_hidden_files_and_stops_at_nothing(tmp_path: Path) -> None:
    for name, data in {
        "b.txt": PROSE.encode(),
        "a/c.txt": PROSE.encode(),
        ".hidden.txt": b"x",
        ".git/x.txt": b"x",
        "bad.txt": b"",
        "note.yaml": b"a: b",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = read(tmp_path)
    assert codes(found) == ["article", "article-empty", "article"]
    assert [Path(item.file).name for item in found if isinstance(item, Article)] == ["b.txt", "c.txt"]


def test_ids_never_repeat(tmp_path: Path) -> None:
    for name in ("x.txt", "y/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE, "utf-8")
    assert [item.id for item in read(tmp_path) if isinstance(item, Article)] == ["x", "x-2"]


def test_json_lines_may_be_longer_than_any_other_file(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = [
        f'{{"id": "a{n}", "text": "The mill closed on 4 June 2021, the owner said. {n}"}}' for n in range(9)
    ]
    lines[3] = f'{{"text": "{"long " * 300}"}}'
    lines[5] = "{"
    path.write_text("\n".join([*lines, "", lines[0]]), "utf-8")
    found = read(path, ArticleOptions(max_bytes=400))
    assert [one.id for one in found if isinstance(one, Article)] == [
        "a0",
        "a1",
        "a2",
        "a4",
        "a6",
        "a7",
        "a8",
        "a0-2",
    ]
    assert [(one.code, one.place.line) for one in found if isinstance(one, Problem)] == [
        ("article-too-large", 4),
        ("json-broken", 6),
    ]
    assert len(read(path)) == 10
