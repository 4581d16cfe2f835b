"""Links to words, permanent addresses, statements and labels: small parts with sharp edges."""

from __future__ import annotations

import pytest

from generator.model import Article, EntityMention
from generator.pages.blocks import put_aside, put_back
from generator.pages.environment import as_line, as_markdown
from generator.pages.links import Links, address, day_anchor, depth_of, is_web, words_at
from generator.pages.permanent import redirect_html
from generator.pages.statement import linked, marked
from generator.pages.values import Redirect
from generator.pages.views import report_address
from generator.pages.when import when
from generator.pages.words import Words
from generator.timeline import Day

from .sample import FACTS


@pytest.mark.parametrize(
    ("url", "words", "text", "link"),
    [
        ("https://a.example/x", "It rained.", "", "https://a.example/x#:~:text=It%20rained."),
        ("https://a.example/x#top", "It rained.", "", "https://a.example/x#top:~:text=It%20rained."),
        ("https://a.example/x", "1,000-for-1,000 & more", "", "https://a.example/x#:~:text=1%2C000%2Dfor%2D1%2C000%20%26%20more"),
        ("https://a.example/x", "Дощ", "", "https://a.example/x#:~:text=%D0%94%D0%BE%D1%89"),
        ("https://a.example/x", "It rained.", "So we know: It rained. Then It rained.", "https://a.example/x#:~:text=So%20we%20know%3A-,It%20rained."),
        ("javascript:alert(1)", "It rained.", "", ""),
        ("", "It rained.", "", ""),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_very_words(url: str, words: str, text: str, link: str) -> None:
    assert words_at(Article("a", text, url=url), words) == link


def test_a_long_quote_is_found_by_its_ends() -> None:
    quote = " ".join(f"w{number}" for number in range(30))
    link = words_at(Article("a", "", url="https://a.example/"), quote)
    assert ",w24" in link and "w12" not in link


@pytest.mark.parametrize(
    ("uri", "built", "depth"),
    [
        ("index.md", "", 0),
        ("people/index.md", "people/", 1),
        ("people/x.md", "people/x/", 2),
        ("a.png", "a.png", 0),
    ],
)
def test_where_a_page_is_built(uri: str, built: str, depth: int) -> None:
    assert (address(uri), depth_of(uri)) == (built, depth)


def test_links_are_relative_and_encoded() -> None:
    links = Links(2)
    assert links.to("index.md") == "../../"
    assert links.to("tags/мир.md", "d-x y") == "../../tags/%D0%BC%D0%B8%D1%80/#d-x%20y"
    assert Links(0).to("index.md") == "./"
    assert Links(1, directory_urls=False).to("people/index.md") == "../people/index.html"


@pytest.mark.parametrize(
    ("edtf", "anchor"),
    [("2025-05-16", "d-2025-05-16"), ("2025-05-12/2025-05-18", "d-2025-05-12_2025-05-18"), ("1200~", "d-1200-about"), ("1200?", "d-1200-perhaps"), ("1200%", "d-1200-about-perhaps")],
)  # fmt: skip
def test_an_anchor_needs_no_escaping(edtf: str, anchor: str) -> None:
    assert day_anchor(edtf) == anchor


@pytest.mark.parametrize(
    "url", ["ftp://x.example", "javascript:x", "//x.example", "https://", "http://[", "data:,x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert not is_web(url)


def test_names_become_links_once_and_words_stay_as_they_are() -> None:
    text = "Quill & Quill <met> Osei"
    mentions = (EntityMention(0, 5, "q"), EntityMention(8, 13, "q"), EntityMention(20, 24, "o"))
    html = linked(text, mentions, {"q": "../q/"})
    assert html == '<a class="cf-name" href="../q/">Quill</a> &amp; Quill &lt;met&gt; Osei.'


def test_the_words_of_the_date_are_marked_where_they_stand() -> None:
    assert marked("On 4 March\n\nit <rained>", "On 4 March") == "<mark>On 4 March</mark> it &lt;rained&gt;"
    assert marked("It rained", "yesterday") == "It rained"


def test_text_for_markdown_and_html_starts_no_markup() -> None:
    assert as_markdown("a *b* [c](d) <e>\n# f") == r"a \*b\* \[c\](d) &lt;e&gt; \# f"
    assert as_line("a\n\n<b>") == "a &lt;b&gt;"


def test_a_permanent_address_works_without_a_script() -> None:
    page = redirect_html(
        Redirect("f/x/index.html", "timeline/2024/#x", 'A "fact" & more'), "https://e.org/t/"
    )
    assert 'url=../../timeline/2024/#x"' in page
    assert '<link rel="canonical" href="https://e.org/t/timeline/2024/">' in page
    assert "noindex" in page and "<script" not in page and "A &quot;fact&quot; &amp; more" in page


@pytest.mark.parametrize(
    ("setting", "link"),
    [
        ("", ""),
        ("https://e.org/new?id={id}", "https://e.org/new?id=closed"),
        ("https://e.org/new", "https://e.org/new"),
        ("mailto:a@e.org", "mailto:a@e.org?subject=closed&body=https%3A%2F%2Fe.org%2Ff%2Fclosed%2F"),
        ("javascript:x", ""),
    ],
)
def test_where_an_error_is_reported(setting: str, link: str) -> None:
    assert report_address(setting, FACTS[0], "https://e.org/f/closed/") == link


@pytest.mark.parametrize(
    ("edtf", "language", "large", "small", "machine"),
    [
        ("2025-05-16", "en", "16 May", "Friday, 2025", "2025-05-16"),
        ("2025-09-30", "en", "30 Sept", "Tuesday, 2025", "2025-09-30"),
        ("2025-05-16", "en-US", "May 16", "Friday, 2025", "2025-05-16"),
        ("2025-05-12/2025-05-18", "en", "12–18 May", "2025", ""),
        ("2025-05", "en", "May", "2025", "2025-05"),
        ("2025-05", "uk", "Травень", "2025 р.", "2025-05"),
        ("2025", "en", "2025", "", "2025"),
        ("1066-10-14", "en", "14 Oct", "1066", "1066-10-14"),
        ("199X", "en", "1990s", "", ""),
    ],
)
def test_the_two_lines_of_a_date(edtf: str, language: str, large: str, small: str, machine: str) -> None:
    found = when(Day(edtf, (), ()), Words(language))
    assert (found.large, found.small.replace("\u202f", " ").replace("\xa0", " "), found.machine) == (
        large,
        small,
        machine,
    )


def test_only_our_blocks_bypass_markdown_and_come_back_in_their_places() -> None:
    text = '# Title\n\n<p class="cf-gap">a</p>\n\n*words*\n\n<p>theirs</p>\n\n<ol class="cf-facts">\n<li>b</li>\n</ol>\n'
    rest, blocks = put_aside(text)
    assert blocks == ('<p class="cf-gap">a</p>', '<ol class="cf-facts">\n<li>b</li>\n</ol>\n')
    assert "*words*" in rest and "<p>theirs</p>" in rest and "cf-gap" not in rest
    assert put_back(rest, blocks) == text
