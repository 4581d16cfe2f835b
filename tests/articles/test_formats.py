"""Files as other programs write them: letters, saved pages, word processor files, tables and exports of JSON."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from generator.articles import ArticleOptions, read_articles, receive_articles
from generator.articles.received import Received
from generator.errors import Problem
from generator.model import Article

SAID = "The lock at Sarn closed on Monday, the port said. Boats wait until Friday."
LETTER = (
    "From: Port of Sarn <press@port.example>\r\nTo: desk@post.example\r\nSubject: Re: Lock closed\r\n"
    "Date: Tue, 05 Mar 2019 10:30:00 +0100\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="B"\r\n\r\n'
    "--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The lock at Sarn closed on Monday, the port =\r\nsaid. Boats wait until Friday.\r\n"
    "--B\r\nContent-Type: text/html\r\n\r\n<p>The lock</p>\r\n--B--\r\n"
)
PAGE = (
    "<html><head><title>Lock closed</title><meta property=3D'article:published_time' content=3D'2019-03-05'></head>"
    "<body><article><h1>Lock closed</h1><p>The lock at Sarn closed on Monday, the port =\r\nsaid.</p>"
    "<p>Boats wait until Friday, and the ferry goes round by the old canal.</p></article></body></html>"
)
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/lock\r\nSubject: Lock closed\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    "--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    f"Content-Location: https://post.example/lock\r\n\r\n{PAGE}\r\n--B--\r\n"
)
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Lock closed</w:t></w:r></w:p>"
    '<w:p><w:r><w:t xml:space="preserve">The lock </w:t></w:r><w:del><w:r><w:delText>gate </w:delText></w:r></w:del>'
    "<w:r><w:t>at Sarn closed on Monday, the port said. Boats wait until Friday.</w:t></w:r></w:p>"
    "</w:body></w:document>"
)
WRITER = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text><t:h>Lock closed</t:h>'
    "<t:p>The <t:span>lock</t:span> at<t:s/>Sarn closed on Monday, the port said. Boats wait until Friday.</t:p>"
    "</o:text></o:body></o:document-content>"
)


def one(path: Path) -> Article:
    (found,) = read_articles(str(path))
    assert isinstance(found, Article), found
    return found


def zipped(path: Path, part: str, xml: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, xml)
    return path


def test_a_letter_gives_its_plain_text_sender_subject_and_day(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(LETTER.encode())
    found = one(path)
    assert found.text == SAID + "\n"
    assert (found.title, found.authors) == ("Lock closed", ("Port of Sarn",))
    assert (found.published.value, found.published.zone) == ("2019-03-05T10:30", "+0100")
    assert found.file == str(path) and found.text_file


def test_a_page_saved_in_one_file_knows_its_address(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(SAVED.encode())
    found = one(path)
    assert "The lock at Sarn closed on Monday, the port said." in found.text
    assert (found.url, found.published.value) == ("https://post.example/lock", "2019-03-05")


@pytest.mark.parametrize(
    ("name", "part", "xml"), [("a.docx", "word/document.xml", WORD), ("a.odt", "content.xml", WRITER)]
)
def test_a_word_processors_file_gives_its_paragraphs(tmp_path: Path, name: str, part: str, xml: str) -> None:
    found = one(zipped(tmp_path / name, part, xml))
    assert found.text == f"Lock closed\n\n{SAID}"
    assert found.title == "Lock closed"


@pytest.mark.parametrize(
    ("part", "xml", "code"),
    [
        ("word/document.xml", "<w:document", "office-unreadable"),
        ("other.xml", WORD, "office-unreadable"),
        ("word/document.xml", "<w>" * 9 + "x" * 9_000, "article-too-large"),
    ],
)
def test_a_broken_word_processors_file_is_a_problem(tmp_path: Path, part: str, xml: str, code: str) -> None:
    path = zipped(tmp_path / "a.docx", part, xml)
    (found,) = read_articles(str(path), ArticleOptions(max_bytes=8_000))
    assert isinstance(found, Problem) and found.code == code


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_table_has_an_article_a_row(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [
        ("Nr", "Headline", "Date", "Source", "Body"),
        (
            "1",
            "Lock closed",
            "5 March 2019",
            "The Sarn Post",
            f'"{SAID}\n\n""We wait,"" the mayor’s office said."',
        ),
        (
            "2",
            "Lock open",
            "2019-03-09",
            "The Sarn Post",
            '"The lock at Sarn opened on Friday, the port said."',
        ),
    ]
    path = tmp_path / "export.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    first, second = read_articles(str(path))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.publisher, first.published.value) == (
        "Lock closed",
        "The Sarn Post",
        "2019-03-05",
    )
    assert first.text.endswith('"We wait," the mayor’s office said.')
    assert first.id == "the-sarn-post-2019-03-05-lock-closed"
    assert second.published.value == "2019-03-09"


def test_a_table_without_texts_names_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,age\nAnn,5\n")
    (found,) = read_articles(str(path))
    assert isinstance(found, Problem) and found.code == "table-no-text"
    assert "name, age" in found.message


BODY = {"content": SAID}
EXPORTS: list[tuple[str, object, tuple[str, str, str]]] = [
    (
        "a news API",
        {
            "status": "ok",
            "totalResults": 1,
            "articles": [
                {
                    "source": {"id": None, "name": "The Sarn Post"},
                    "author": None,
                    "title": "Lock closed",
                    "publishedAt": "2019-03-05T09:00:00Z",
                    **BODY,
                }
            ],
        },
        ("Lock closed", "The Sarn Post", "2019-03-05T09:00"),
    ),
    (
        "a publisher's API",
        {
            "response": {
                "results": [
                    {
                        "webTitle": "Lock closed",
                        "webPublicationDate": "2019-03-05",
                        "fields": {"bodyText": SAID, "publication": "The Sarn Post"},
                    }
                ]
            }
        },
        ("Lock closed", "The Sarn Post", "2019-03-05"),
    ),
    (
        "a search engine's dump",
        {
            "hits": {
                "hits": [
                    {
                        "_id": "1",
                        "_source": {"headline": "Lock closed", "outlet": "The Sarn Post", "date": "5 March 2019", "body": SAID},
                    }
                ]
            }
        },
        ("Lock closed", "The Sarn Post", "2019-03-05"),
    ),
    (
        "a JSON feed",
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "The Sarn Post",
            "items": [{"id": "1", "title": "Lock closed", "content_text": SAID, "date_published": "2019-03-05"}],
        },
        ("Lock closed", "", "2019-03-05"),
    ),
    ("a lone record", {"headline": "Lock closed", "Outlet": "The Sarn Post", "text": SAID}, ("Lock closed", "The Sarn Post", "")),
    ("our name wins", {"title": "Lock closed", "headline": "Other", "text": SAID, "body": "Other."}, ("Lock closed", "", "")),
    ("a stranger's field is left alone", {"title": "Lock closed", "text": SAID, "source": {"id": 5}, "date": {"x": 1}, "language": "English"}, ("Lock closed", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"), [case[1:] for case in EXPORTS], ids=[case[0] for case in EXPORTS]
)
def test_records_under_other_names(tmp_path: Path, value: object, expected: tuple[str, str, str]) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(value), "utf-8")
    found = one(path)
    assert (found.title, found.publisher, found.published.value) == expected
    assert (found.text, found.lang) == (SAID, "en")


def test_a_body_of_markup_is_read_as_a_page(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    html = "<p>The lock at Sarn closed on Monday, the port said.</p><p>Boats wait until Friday, and the ferry goes round.</p>"
    path.write_text(json.dumps({"title": "Lock closed", "content": html}) + "\n", "utf-8")
    assert "<p>" not in one(path).text


def test_a_date_that_names_no_day_is_told(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text(json.dumps({"id": "a", "text": SAID, "published": "yesterday"}) + "\n", "utf-8")
    article, told = read_articles(str(path))
    assert isinstance(article, Article) and isinstance(told, Problem)
    assert (told.code, told.severity, told.place.line) == ("published-value", "warning", 1)


def test_a_folder_passes_over_what_is_no_article_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "Lock_files").mkdir()
    for name in (
        "Lock.html",
        "Lock_files/frame.html",
        "a.js",
        "b.css",
        "c.css",
        "desktop.ini",
        ".hidden.txt",
    ):
        (tmp_path / name).write_text(
            "<html><body><article><p>The lock at Sarn closed on Monday, the port said on its page today.</p></article></body></html>"
        )
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    page, pdf, note = read_articles(str(tmp_path))
    assert isinstance(page, Article) and page.file.endswith("Lock.html")
    assert isinstance(pdf, Problem) and pdf.code == "pdf-broken" and "a PDF" in pdf.message
    assert isinstance(note, Problem) and (note.severity, note.value) == ("note", "2 .css, 1 .ini, 1 .js")


def test_what_stands_beside_an_article_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAID)
    (tmp_path / "a.txt.yaml").write_text("outlet: The Sarn Post\nauthor: [Ann Lee]\ndate: 2019-03-05\n")
    (found,) = receive_articles(str(path))
    assert isinstance(found, Received)
    assert (found.beside.publisher, found.beside.authors, found.beside.published) == (
        "The Sarn Post",
        ("Ann Lee",),
        "2019-03-05",
    )
