"""Live pages: every post has its own moment, and its facts the post's day."""

from __future__ import annotations

import json

import pytest

from generator.articles import read_record
from generator.config import Settings
from generator.errors import Problem
from generator.model import Article
from generator.pipeline import read_article

POSTS = [
    ("2024-03-09T08:00:00+01:00", "The court ordered the ferry to stop yesterday, the judge Rosa Vale said. Two boats were sold."),
    ("2024-03-08T20:00:00+01:00", "The council closed the lower sluice this morning, and two farms were flooded, the mayor said."),
    ("2024-03-07T06:00:00+01:00", "Rain fell yesterday in the valley, and the river rose by two metres, the water office said."),
]  # fmt: skip
HEAD = '<meta property="article:published_time" content="2024-03-07T05:00:00+01:00">'
DATA = json.dumps(
    {
        "@type": "LiveBlogPosting",
        "headline": "Flood in Mill Town",
        "datePublished": "2024-03-07T05:00:00+01:00",
        "liveBlogUpdate": [{"@type": "BlogPosting", "datePublished": at, "articleBody": words} for at, words in POSTS],
    }
)  # fmt: skip
DECLARED = f'<script type="application/ld+json">{DATA}</script>'


def page(head: str, post: str) -> Article:
    body = "".join(post.format(at=at, words=words) for at, words in POSTS)
    html = f"<html lang=en><head><title>Flood in Mill Town</title>{head}</head><body><main><h1>Flood in Mill Town</h1>{body}</main></body></html>"
    found = read_record({"id": "a", "html": html})
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("head", "post"),
    [
        (HEAD, '<article class="post"><time datetime="{at}">now</time><p>{words}</p></article>'),
        (
            HEAD,
            '<div class="entry"><div><time datetime="{at}">now</time></div><div><p>{words}</p></div></div>',
        ),
        (HEAD, '<section><h2>Post of <time datetime="{at}">now</time></h2><p>{words}</p></section>'),
        (DECLARED, "<div><p>{words}</p></div>"),
    ],
)
def test_a_fact_has_its_post_s_day(head: str, post: str) -> None:
    found = page(head, post)
    assert [one.published.value for one in found.posts] == [
        "2024-03-09T08:00",
        "2024-03-08T20:00",
        "2024-03-07T06:00",
    ]
    assert {one.published.zone for one in found.posts} == {"+01:00"}
    reading = read_article(found, Settings())
    days = {fact.text.split(" ")[1]: fact.date for fact in reading.facts}
    assert days["court"] == "2024-03-08" and days["council"] == "2024-03-08" and days["fell"] == "2024-03-06"
    assert len({fact.id for fact in reading.facts}) == len(reading.facts)
    for one in reading.attributions:
        sentence = reading.sentences[one.sentence]
        assert sentence.start <= one.cue_start < sentence.end


@pytest.mark.parametrize(
    "post",
    [
        "<div><p>{words}</p></div>",
        '<div><p>{words}</p></div><aside><time datetime="{at}">x</time></aside>',
        '<p>{words}</p><ul><li><a href="/x">Other</a> <time datetime="{at}">x</time></li></ul>',
    ],
)
def test_a_page_of_one_story_has_no_posts(post: str) -> None:
    assert page(HEAD, post).posts == ()


def test_a_page_without_a_story_keeps_its_title_and_day() -> None:
    found = read_record(
        {"id": "a", "html": f"<head><title>Flood in Mill Town</title>{HEAD}</head><body><p>Watch.</p></body>"}
    )
    assert isinstance(found, Article)
    assert (found.title, found.published.day) == ("Flood in Mill Town", "2024-03-07")
    assert [one.code for one in read_article(found, Settings()).problems] == ["article-no-sentence"]
    assert isinstance(
        read_record({"id": "a", "html": "<head><title>Not found</title></head><body><p>404</p></body>"}),
        Problem,
    )


@pytest.mark.parametrize(
    ("published", "text", "doubted"),
    [
        (
            "2012-01-01",
            "The bridge was opened on 3 May 2019, the council said. It was closed on 4 June 2020.",
            True,
        ),
        (
            "2019-05-04",
            "The bridge was opened on 3 May 2019, the council said. It closes on 4 June 2031.",
            False,
        ),
        ("2019-05-04", "The bridge will be closed on 4 June 2020, the council said.", True),
        ("2019-09-04", "The bridge will be closed on 4 June 2020, the council said.", False),
        ("2019-05-04", "The bridge was closed, the council said.", False),
        ("", "The bridge was closed on 3 May 2019, the council said.", False),
    ],
)
def test_an_impossible_day_of_publication_is_doubted(published: str, text: str, doubted: bool) -> None:
    found = read_record({"id": "a", "text": text, "published": published})
    assert isinstance(found, Article)
    codes = [one.code for one in read_article(found, Settings()).problems]
    assert ("published-doubtful" in codes) is doubted


EXPLAINER = (
    "<html lang=en><head><title>{title}</title><script type='application/ld+json'>"
    '{{"@type": "NewsArticle", "datePublished": "2019-04-02T08:00:00Z", "dateModified": "{changed}"}}</script></head>'
    "<body><main><h1>{title}</h1><p>The river board looks after the dykes and the gates of the lower valley.</p><h2>{heading}</h2>"
    "<p>A new law is to give the board a say in what is built on the plain, the ministry has said.</p></main></body></html>"
)


@pytest.mark.parametrize(
    ("title", "heading", "changed", "day"),
    [
        ("What is the river board?", "Who pays for the dykes?", "2023-05-06T09:00:00Z", "2023-05-06"),
        ("Was ist der Flussrat?", "Wer zahlt die Deiche?", "2023-05-06", "2023-05-06"),
        ("What is the river board?", "Who pays for the dykes?", "2019-04-20T09:00:00Z", "2019-04-02"),
        ("River board gets a say", "Who pays for the dykes?", "2023-05-06T09:00:00Z", "2019-04-02"),
        ("River board gets a say", "The dykes", "2023-05-06T09:00:00Z", "2019-04-02"),
        ("What is the river board?", "Who pays for the dykes?", "some day", "2019-04-02"),
    ],
)
def test_an_explainer_is_read_as_of_its_last_rewriting(
    title: str, heading: str, changed: str, day: str
) -> None:
    html = EXPLAINER.format(title=title, heading=heading, changed=changed)
    found = read_record({"id": "a", "html": html})
    assert isinstance(found, Article), found
    assert found.published.day == "2019-04-02"
    reading = read_article(found, Settings())
    assert {fact.date for fact in reading.facts} == {day}
