"""Documents by page and recordings by second: what is read of them, and where a quote of theirs leads."""

from __future__ import annotations

import os
import re
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.articles import read_articles
from generator.articles.pdf import read_pdf
from generator.check import check_content
from generator.cli import main
from generator.errors import Problem
from generator.exports.selection import source_link
from generator.model import Article, Part
from generator.store import load_content, load_project
from generator.text.parts import page_parts, part_at

from ..subtitles import SRT
from .pdfs import pdf

REPORT = pdf(
    [
        [
            "Report on the Sarn bridge",
            "",
            "The city closed the old bridge over the Sarn on 3 June 2021 after in-",
            "spectors found rust in two of its cables. The well-known cables were",
            "painted in May 1999.",
            "",
            "Nobody crossed it that day.",
        ],
        ["Repairs began on 9 July 2021 and cost four million crowns. Nobody", "crossed it in 2022."],
    ],
    "<< /Title (Report on the bridge) /Author (Nela Marsh) >>",
)


def test_a_pdf_is_read_by_paragraph_and_page() -> None:
    read = read_pdf(REPORT)
    assert (read.why, read.title, read.author) == ("", "Report on the bridge", "Nela Marsh")
    first, second = read.text.split("\f")
    assert first.split("\n\n")[1] == (
        "The city closed the old bridge over the Sarn on 3 June 2021 after inspectors found rust in two of its "
        "cables. The well-known cables were painted in May 1999."
    )
    assert second.strip().endswith("Nobody crossed it in 2022.") and "\n\n" not in second
    assert page_parts(read.text) == (Part(0, page=1), Part(len(first) + 1, page=2))
    assert page_parts("one page") == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([[], []]), "pdf-scan"),
        (pdf([["1", "-"], ["2"]]), "pdf-scan"),
        (pdf([]), "pdf-scan"),
        (b"%PDF-1.7 ...", "pdf-broken"),
        (b"no pdf at all", "pdf-broken"),
        (REPORT[: len(REPORT) // 3], "pdf-broken"),
        (REPORT.replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [2 0 R 2 0 R]"), "pdf-broken"),
        (
            pdf(
                [["Locked away"]], trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>"
            ),
            "pdf-locked",
        ),
    ],
)
def test_a_pdf_without_text_says_why(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    (found,) = read_articles(str(path))
    assert isinstance(found, Problem) and found.code == code and found.remedy, found


def hostile(kind: str) -> bytes:
    """A small file that asks for more than any document needs."""
    whole = pdf([["It rained on 3 June 2021."]])
    body = whole[whole.index(b"5 0 obj") : whole.index(b"endobj", whole.index(b"5 0 obj"))]
    if kind == "nested":
        return whole.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox " + b"[" * 200_000)
    if kind == "loop of pages":
        return whole.replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")
    if kind == "itself as a table":
        return whole.replace(b"trailer <<", b"trailer << /Prev %d" % whole.index(b"xref\n"))
    many = {"words": b"(a) Tj ", "states": b"q "}[kind] * 9_000_000
    packed = zlib.compress(many, 9)
    stream = b"5 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n" % (
        len(packed),
        packed,
    )
    assert len(stream) < 100_000
    return whole.replace(body, stream)  # its table is wrong now; readers mend that


@pytest.mark.parametrize("kind", ["words", "states", "nested", "loop of pages", "itself as a table"])
def test_a_hostile_pdf_costs_its_limit_and_nothing_else(kind: str) -> None:
    before = os.times()
    read = read_pdf(hostile(kind), seconds=1)
    after = os.times()
    assert read.why in ("slow", "broken", "long", "scan") or kind == "itself as a table", read
    # Of processor time: here nearly nothing, in the process of the reading a second a page, and what ends it.
    assert after.user - before.user < 2 and after.children_user - before.children_user < 20


@pytest.mark.parametrize(
    ("url", "parts", "quote", "link"),
    [
        ("https://a.example/r.pdf", (Part(0, page=1), Part(10, page=2)), "two", "https://a.example/r.pdf#page=2"),
        ("https://a.example/film", (Part(0, second=3), Part(10, second=83)), "two", "https://a.example/film#t=83"),
        ("https://a.example/film", (Part(0, second=3), Part(10, second=83)), "one", "https://a.example/film#t=3"),
        ("https://a.example/r.pdf", (Part(0, page=1),), "absent", "https://a.example/r.pdf#:~:text=absent"),
        ("https://a.example/r", (), "two", "https://a.example/r#:~:text=two"),
        ("javascript:alert(1)", (Part(0, page=1),), "two", ""),
        ("", (Part(0, page=1),), "two", ""),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_page_or_the_second(
    url: str, parts: tuple[Part, ...], quote: str, link: str
) -> None:
    assert source_link(Article("a", "one\n\nmore\ntwo", url=url, parts=parts), quote) == link


def test_pages_and_seconds_from_the_file_to_the_page(tmp_path: Path) -> None:
    root = tmp_path / "p"
    assert CliRunner().invoke(main, ["new", str(root)]).exit_code == 0
    (root / "seeds/report.pdf").write_bytes(REPORT)
    (root / "seeds/flood.srt").write_text(SRT, "utf-8")
    here = Path.cwd()
    os.chdir(root)
    try:
        for name in ("report.pdf", "flood.srt"):
            told = ["--url", f"https://a.example/{name}", "--published", "2032-01-05", "--drafts", "all"]
            said = CliRunner().invoke(main, ["add", f"seeds/{name}", *told])
            assert said.exit_code == 0, said.output
        content = load_content(load_project(root))
        assert [one for one in check_content(content) if one.severity == "error"] == []
        where = {
            source.quote.split()[0]: part_at(content.articles[source.article], source.quote)
            for fact in content.facts
            for source in fact.sources
        }
        assert where["Repairs"] == Part(where["Repairs"].start, page=2)  # type: ignore[union-attr]
        assert (where["The"] or Part(0)).second == 3610 or (where["The"] or Part(0)).page == 1
        assert CliRunner().invoke(main, ["render", "out", "--drafts"]).exit_code == 0
    finally:
        os.chdir(here)
    pages = "".join(path.read_text("utf-8") for path in (root / "out").rglob("*.md"))
    assert re.search(r'href="https://a\.example/report\.pdf#page=2"[^>]*>[^<]*, page 2<', pages)
    assert re.search(r'href="https://a\.example/flood\.srt#t=3610"[^>]*>[^<]*, at 1:00:10<', pages)
