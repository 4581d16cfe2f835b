"""What a page says of itself: its own date, author, outlet and address among those of others."""

from __future__ import annotations

import json

import pytest

from generator.articles import read_record
from generator.articles.archive import unwrap
from generator.articles.authors import names_of
from generator.model import Article

PROSE = (
    "<p>The council of Mill Town voted on Tuesday to widen the weir, the engineer Rosa Vale said. Nobody was against it.</p>"
    "<p>Work will begin in June and cost nine million euros, the water office said in a statement.</p>"
    "<p>The weir has stood for ninety years. Two farms below it were flooded twice last winter.</p>"
)
TITLE = "Mill Town widens its weir"


def page(head: str = "", before: str = "", after: str = "", lang: str = "en", title: str = TITLE) -> str:
    return (
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title}</title>{head}</head><body>"
        f"<article><h1>{title}</h1>{before}{PROSE}</article>{after}</body></html>"
    )


def ld(*items: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(items))}</script>'


def article(headline: str = TITLE, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": headline, **more}


def read(html: str, **more: str) -> Article:
    found = read_record({"id": "a", "html": html, **more})
    assert isinstance(found, Article), found
    return found


OTHER = {"url": "https://m.example/other", "datePublished": "2019-02-03", "author": {"name": "Other Person"}}
MINE = {"url": "https://m.example/weir", "datePublished": "2024-05-01", "author": {"name": "Dana Kite"}}
COMMENT = (
    '<section class="comments"><article itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Troll</span>'
    '<time itemprop="dateCreated" datetime="2010-10-04T09:17:17+01:00">4 Oct</time><p itemprop="text">No.</p></article></section>'
)
RELATED = '<aside><h2>Related</h2><ul><li><a href=/x>Boat hits pier</a> <time datetime="2019-02-03">3 Feb 2019</time></li></ul></aside>'
TEASERS = '<div class="more-stories"><article itemscope itemtype="https://schema.org/NewsArticle"><h3 itemprop="headline">Boat hits pier</h3><time itemprop="datePublished" datetime="2018-01-02">2 January 2018</time></article></div>'

# head, before, after, and the day; "" where nothing on the page is the article's own.
DAYS: list[tuple[str, str, str, str]] = [
    ("", "", COMMENT, ""),
    ("", "", RELATED, ""),
    ("", "", TEASERS, ""),
    ("", "<p class=meta>2 hours ago</p>", RELATED + "<footer>© 2012-2025 Mill Post</footer>", ""),
    ("", "", '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="uploadDate" content="2016-06-07"><time datetime="2016-06-07">7 June 2016</time></div>', ""),
    ("", "", "<ul><li><a href=/a>Older story</a> <span class=date>4 March 2017</span></li></ul>", ""),
    ("", '<p class=byline>By Dana Kite, May 1, 2024</p>', RELATED, "2024-05-01"),
    ("", '<time datetime="2024-05-01T08:00:00+02:00">1 May</time>', COMMENT + RELATED, "2024-05-01T08:00"),
    (ld(article("Boat hits pier", **OTHER), article(**MINE)), "", "", "2024-05-01"),
    (ld(article("Boat hits pier", **OTHER)), "<p class=date>Published 1 May 2024</p>", "", "2024-05-01"),
    (ld({"@graph": [{"@type": "WebSite", "name": "x"}, article("Weir of Mill Town to be widened", datePublished="2024-05-01")]}), "", "", "2024-05-01"),
    ('<link rel=canonical href="https://m.example/weir">' + ld(article("A", **OTHER), article("B", **MINE)), "", "", "2024-05-01"),
    ("", '<p class=date>Updated December 20, 2023 | Published March 4, 2021</p>', "", "2021-03-04"),
    ('<meta property="article:modified_time" content="2023-12-20T10:00:00Z">', "<p>Published March 4, 2021. Updated December 20, 2023</p>", "", "2021-03-04"),
    ("", "<div><span>Veröffentlicht am</span> <span>4. März 2021</span> · <span>Aktualisiert am 20. Dezember 2023</span></div>", "", "2021-03-04"),
    (ld(article(datePublished="2023-12-20", dateModified="2023-12-20")), "<p>First published 4 March 2021</p>", "", "2021-03-04"),
    ("", "<p class=info>Received 2 January 2021; accepted 3 February 2021; published 4 March 2021</p>", "", "2021-03-04"),
    ("", "<p class=dates>Оновлено 20.12.2023, опубліковано 04.03.2021</p>", "", "2021-03-04"),
    ("", '<span class="txt">| 27/11/2017 a les 10:19h</span>', "", "2017-11-27T10:19"),
    ("", '<div class="entry-date">4 mars 2021 à 10h15</div>', "", "2021-03-04T10:15"),
    ("", "<p>Event date: 9 June 2031</p>", "", ""),
    ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', "", "", ""),
    ('<meta property="article:published_time" content="9999-12-31">', "<p>Posted 1 May 2024</p>", "", "2024-05-01"),
    ('<meta property="article:published_time" content="1970-01-01T00:00:00+00:00">', "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "before", "after", "day"), DAYS)
def test_the_day_is_this_article_s(head: str, before: str, after: str, day: str) -> None:
    assert read(page(head, before, after)).published.value == day


# The declared moment, what the page shows, its address; the reader's moment and zone.
ZONES: list[tuple[str, str, str, str, str]] = [
    ("2024-05-02T02:30:00Z", '<time datetime="2024-05-01T22:30:00-04:00">May 1</time>', "", "2024-05-01T22:30", "-04:00"),
    ("2024-05-02T02:30:00Z", "<p>Published May 1, 2024 10:30 PM EDT</p>", "", "2024-05-01T22:30", "EDT"),
    ("2024-05-02T02:30:00Z", "<p class=date>May 1, 2024</p>", "", "2024-05-01", ""),
    ("2024-05-01T22:30:00+00:00", "<p class=date>2 May 2024</p>", "", "2024-05-02", ""),
    ("2024-05-02T02:30:00Z", "", "https://m.example/2024/05/01/weir", "2024-05-01", ""),
    ("2024-05-02T02:30:00Z", "", "", "2024-05-02T02:30", "Z"),
    ("2024-05-02T02:30:00Z", "<p class=date>9 May 2024</p>", "", "2024-05-02T02:30", "Z"),
    ("2024-05-02T12:30:00Z", '<time datetime="2024-05-02T12:30:00Z">2 May</time>', "https://m.example/2024/05/02/w", "2024-05-02T12:30", "Z"),
    ("2024-05-01T23:30:00-07:00", "<p class=date>2 May 2024</p>", "", "2024-05-01T23:30", "-07:00"),
    ("2024-05-02T02:30:00Z", "<p>Updated May 1, 2024</p>", "", "2024-05-02T02:30", "Z"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "shown", "url", "value", "zone"), ZONES)
def test_the_reader_s_day_counts(declared: str, shown: str, url: str, value: str, zone: str) -> None:
    found = read(page(ld(article(datePublished=declared)), shown), **({"url": url} if url else {}))
    assert (found.published.value, found.published.zone) == (value, zone)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (["By Dana Kite, May 1, 2024"], ["Dana Kite"]),
        (["Dana Kite, Ann Lee and Bo Ray"], ["Dana Kite", "Ann Lee", "Bo Ray"]),
        (["Kite, Dana"], ["Dana Kite"]),
        (["Dana Kite, Senior Writer"], ["Dana Kite"]),
        (["Dana Kite Jr., Ann Lee"], ["Dana Kite Jr.", "Ann Lee"]),
        (["Von Anna Bell und Jens Holm"], ["Anna Bell", "Jens Holm"]),
        (["Ana Ruiz y Luis Gil"], ["Ana Ruiz", "Luis Gil"]),
        (["Текст: Олена Коваль та Іван Лис"], ["Текст: Олена Коваль", "Іван Лис"]),
        (["李明、王芳"], ["李明", "王芳"]),
        (["https://m.example/a", "d@m.example", "Dana Kite", "dana kite"], ["Dana Kite"]),
        (["Dana Kite in Oslo"], ["Dana Kite"]),
        (["Staff"], ["Staff"]),
        (["Dana Kite", "Harbour Correspondent"], ["Dana Kite"]),
        (["Von Dana Kite, Hamburg"], ["Dana Kite"]),
        (["Dana Kite", "Lyon"], ["Dana Kite"]),
        (["Dana Kite, Ann Lee, Oslo", "Journaliste"], ["Dana Kite", "Ann Lee"]),
        (["Dana Kite", "OSLO"], ["Dana Kite"]),
        (["Dana Kite", "李明"], ["Dana Kite", "李明"]),
        (["Dana Kite aus Lyon"], ["Dana Kite"]),
        (["Dana Kite", "AFP"], ["Dana Kite", "AFP"]),
        (["Night Reporter"], ["Night Reporter"]),
        (["Kite", "Lee"], ["Kite", "Lee"]),
    ],
)
def test_authors(said: list[str], names: list[str]) -> None:
    assert list(names_of(said)) == names


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        ('<meta name=author content="Dana Kite, Ann Lee">', "", ("Dana Kite", "Ann Lee")),
        ("", "<p class=byline>By Dana Kite, May 1, 2024</p>", ("Dana Kite",)),
        (ld(article(author=[{"name": "Dana Kite"}, {"name": "Bo Ray, Ann Lee"}])), "", ("Dana Kite", "Bo Ray", "Ann Lee")),
        (ld(article("Boat hits pier", **OTHER)), "", ()),
    ],
)  # fmt: skip
def test_the_authors_are_this_article_s(head: str, before: str, authors: tuple[str, ...]) -> None:
    assert read(page(head, before)).authors == authors


@pytest.mark.parametrize(
    ("declared", "site", "outlet"),
    [("Examplepress Ltd.", "Mill Post", "Mill Post"), ("Mill Post (MP News)", "Mill Post", "Mill Post"),
     ("Mill Post", "", "Mill Post"), ("Mill Post", "Vale Network", "Mill Post"), ("", "Mill Post", "Mill Post")],
)  # fmt: skip
def test_the_outlet_is_called_as_readers_know_it(declared: str, site: str, outlet: str) -> None:
    head = ld(article(publisher={"name": declared})) + f'<meta property="og:site_name" content="{site}">'
    assert read(page(head)).publisher == outlet


@pytest.mark.parametrize(
    ("url", "inner", "day"),
    [
        ("https://web.archive.org/web/20220811/https://www.h.example/2019/02/03/f.html", "https://www.h.example/2019/02/03/f.html", "2019-02-03"),
        ("https://web.archive.org/web/20220811101112id_/http:/h.example/f", "http://h.example/f", ""),
        ("https://archive.ph/2022.08.11-175440/https://h.example/2019/02/03/f", "https://h.example/2019/02/03/f", "2019-02-03"),
        ("https://archive.ph/2022.08.11-175440", "", ""),
        ("https://archive.today/newest/http://h.example/f", "http://h.example/f", ""),
        ("https://web.archive.org/web/2022/https%3A%2F%2Fh.example%2F2019%2F02%2F03%2Ff", "https://h.example/2019/02/03/f", "2019-02-03"),
        ("https://wayback.archive-it.org/7/20220811/https://h.example/f", "https://h.example/f", ""),
        ("https://h-example.cdn.ampproject.org/c/s/h.example/2019/02/03/f", "https://h.example/2019/02/03/f", "2019-02-03"),
        ("https://perma.cc/AB12-CD34", "", ""),
        ("https://h.example/f", "https://h.example/f", ""),
    ],
)  # fmt: skip
def test_an_archived_copy_has_the_address_of_its_page(url: str, inner: str, day: str) -> None:
    assert unwrap(url)[0] == inner
    found = read_record({"id": "a", "text": "The council voted on Tuesday, it said.", "url": url})
    assert isinstance(found, Article)
    assert (found.url, found.archive_url, found.published.value) == (inner, "" if inner == url else url, day)
