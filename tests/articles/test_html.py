"""Small and odd web pages: what is declared, what is guessed, and what is left unknown."""

from __future__ import annotations

import pytest

from generator.articles import read_record
from generator.model import Article

BODY = (
    "<p>The bridge over the Ald was closed on 3 May 2012 after cracks were found, the council said.</p>"
    "<p>It will stay closed until July, said engineer Ann Lee, who leads the works.</p>"
)
TITLED = "<h1>Bridge closed</h1>" + BODY
LD = (
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],'
    '"headline":"Bridge &amp; road closed","datePublished":"2012-05-04T07:05:00+01:00","author":{"name":"Ann Lee"},'
    '"publisher":{"@type":"Organization","name":"Ald Post"},"keywords":["bridges"]}]}</script>'
)
META = '<meta property="article:published_time" content="2012-05-04"><meta property="og:site_name" content="Ald Post">'


def read(html: str, **fields: str) -> Article:
    found = read_record({"id": "a", "html": html, **fields})
    assert isinstance(found, Article), found
    return found


MICRODATA = (
    '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Bridge closed</h1>'
    '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Lee</b></span>'
    '<meta itemprop="datePublished" content="2012-05-04T09:00:00+01:00">'
    '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
    '<meta itemprop="name" content="Ald Post"></span>'
    f'<div itemprop="articleBody">{BODY}</div></div>'
)


@pytest.mark.parametrize(
    ("html", "published", "publisher"),
    [
        (f"<html><head>{LD}</head><body>{TITLED}</body></html>", "2012-05-04T07:05", "Ald Post"),
        (f"<html><head>{META}</head><body>{TITLED}</body></html>", "2012-05-04", "Ald Post"),
        (
            f'<body><h1>Bridge closed</h1><time datetime="2012-05-04T10:00:00+01:00">4 May</time>{BODY}</body>',
            "2012-05-04T10:00",
            "",
        ),
        (f"<html><body>{MICRODATA}</body></html>", "2012-05-04T09:00", "Ald Post"),
        (f"<body>{TITLED}<footer>© 2017 The Ald Post</footer></body>", "", ""),
        (f'<head><script type="application/ld+json">{{broken</script></head><body>{TITLED}</body>', "", ""),
        (f'<?xml version="1.0" encoding="utf-8"?><html><body>{TITLED}</body></html>', "", ""),
        (BODY, "", ""),
    ],
)
def test_dates_and_outlets_come_from_declarations(html: str, published: str, publisher: str) -> None:
    found = read(html)
    assert (found.published.value, found.publisher) == (published, publisher)
    assert found.published.basis == ("metadata" if published else "unknown")
    assert [found.text[b.start : b.end][:10] for b in found.blocks if b.kind == "body"] == [
        "The bridge",
        "It will st",
    ]


def test_a_record_is_believed_before_its_page() -> None:
    found = read(
        f"<html><head>{LD}</head><body>{TITLED}</body></html>",
        published="2012-05-01",
        title="Other",
        publisher="Mine",
    )
    assert (found.published.value, found.title, found.publisher) == ("2012-05-01", "Other", "Mine")
    assert found.authors == ("Ann Lee",) and found.tags == ("bridges",)


def test_microdata_names_the_author() -> None:
    found = read(f"<html><body>{MICRODATA}</body></html>")
    assert (found.title, found.authors) == ("Bridge closed", ("Ann Lee",))


def test_an_outlet_is_nobody_s_author() -> None:
    page = LD.replace('{"name":"Ann Lee"}', '["Ald Post", {"name": "Ann Lee"}]')
    assert read(f"<html><head>{page}</head><body>{TITLED}</body></html>").authors == ("Ann Lee",)
    assert (
        read(f"<html><head>{page}</head><body>{TITLED}</body></html>", publisher="Other").authors[0]
        == "Ald Post"
    )


def test_furniture_inside_the_article_is_told_apart() -> None:
    found = read(
        "<article><h1>Bridge closed</h1><p>By Bob Ray, 5 May 2012</p><figure><img src=x>"
        f"<figcaption>The bridge. Photo: Bob Ray</figcaption></figure>{BODY}<p>Read also: Ten bridges</p></article>"
    )
    assert (found.authors, found.published.value, found.published.basis) == (
        ("Bob Ray",),
        "2012-05-05",
        "byline",
    )
    kinds = {found.text[block.start : block.end]: block.kind for block in found.blocks}
    assert kinds["By Bob Ray, 5 May 2012"] == "byline"
    assert kinds["Read also: Ten bridges"] == "promo"


@pytest.mark.parametrize(
    "line",
    [
        '<div class="autor">Von Bob Ray</div>',
        '<span class="article__auteur">Par Bob Ray</span>',
        '<div class="nota-autor">Por Bob Ray</div>',
        '<div id="autor">Autor: Bob Ray</div>',
        '<a class="post-avtor" href="/ray">Bob Ray</a>',
    ],
)
def test_an_author_is_named_by_an_element_in_the_pages_language(line: str) -> None:
    assert read(f"<article><h1>Bridge closed</h1>{line}{BODY}</article>").authors == ("Bob Ray",)


@pytest.mark.parametrize(
    "line",
    [
        '<div class="autoreifen">Bob Ray</div>',
        '<div class="autorisierung">Bob Ray</div>',
        f'<div class="autor">{"Bob Ray keeps the bridge. " * 5}</div>',
        '<div class="autor"></div>',
    ],
)
def test_a_name_of_other_sense_names_no_author(line: str) -> None:
    assert read(f"<article><h1>Bridge closed</h1>{line}{BODY}</article>").authors == ()


@pytest.mark.parametrize(
    "html", ["<p>Short.</p>", "<html></html>", "<", "\ud800", "<p>" * 5000, "<!-- " * 1000, "&" * 10000]
)
def test_pages_without_an_article(html: str) -> None:
    assert not isinstance(read_record({"id": "a", "html": html}), Article)


def test_half_characters_do_not_stop_a_page() -> None:
    assert "The bridge" in read("<p>\ud800</p>" + BODY).text


def test_the_outlet_is_taken_off_the_title() -> None:
    html = f"<head><title>Bridge closed | Ald Post</title>{META}</head><body>{BODY}</body>"
    assert read(html).title == "Bridge closed"
