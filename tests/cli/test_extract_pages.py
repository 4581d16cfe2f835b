"""What ``extract`` says of pages and days beyond the text: zones, posts, days that are none."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from generator.cli import main


def answer(**record: str) -> dict:
    done = CliRunner().invoke(main, ["extract", "--jsonl"], input=json.dumps({"id": "a", **record}) + "\n")
    return json.loads(done.output.splitlines()[0])


SAID = "The council of Mill Town voted on Tuesday to widen the weir, the engineer Rosa Vale said."


@pytest.mark.parametrize(
    "published", ["9999-12-31", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1899-12-30", "soon"]
)
def test_a_day_that_is_none_is_named_and_the_article_read(published: str) -> None:
    found = answer(text=SAID, published=published)
    assert found["published"]["value"] is None
    assert [one["code"] for one in found["problems"]] == ["published-value"]
    assert found["facts"]


def test_a_moment_keeps_its_zone() -> None:
    found = answer(text=SAID, published="2024-05-01T23:30:00-07:00")
    assert found["published"] == {"value": "2024-05-01T23:30", "basis": "metadata", "zone": "-07:00"}
    assert "posts" not in found


def test_a_live_page_has_posts() -> None:
    posts = "".join(
        f'<div class=post><time datetime="2024-05-0{n}T10:00:00Z">x</time><p>{SAID} It is day {n}.</p></div>'
        for n in (3, 2, 1)
    )
    found = answer(html=f"<html lang=en><body><h1>Weir</h1>{posts}</body></html>")
    assert [post["published"] for post in found["posts"]] == [
        "2024-05-03T10:00",
        "2024-05-02T10:00",
        "2024-05-01T10:00",
    ]
    assert found["text"][found["posts"][0]["start"] :].startswith("The council")
