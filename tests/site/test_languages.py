"""A site in another language has no English left but names of formats: read with facts in letters English lacks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from lxml import html

from generator.config import Settings
from generator.exports import FORMATS
from generator.model import Article, Entity, Fact, PublishedWhy, Site
from generator.pages import Renderer, render_pages
from generator.pages.explore import explore_beside
from generator.pages.finish import not_found
from generator.pages.words import LOCALES
from generator.timeline import build_timeline

from .sample import ARTICLES, ENTITIES, FACTS

# Georgian letters for Latin ones: what is still Latin on a page is none of the articles' words.
FOREIGN = str.maketrans({chr(ord(first) + at): chr(0x10D0 + at) for first in "aA" for at in range(26)})
OTHERS = sorted(path.name for path in LOCALES.iterdir() if path.name != "en")
NAMES = set(
    re.findall(
        r"\w+",
        "schema.org LaTeX Zotero Pandoc JavaScript ISO SVG PNG Ctrl www.wikidata.org "
        + " ".join(one.title for one in FORMATS.values()),
    )
)
# Addresses, media types and the attributes of Markdown are nobody's words.
NO_WORDS = re.compile(r"https?://\S+|\.\./\S+|\w+/[\w.+-]+|\{:[^}]*\}|\{\w+\}")
READ_ALOUD = ("aria-label", "title", "alt", "placeholder", "data-cf-copy-label", "data-cf-copy-done")
NOT_READ = "//*[@lang] | //code | //pre | //script | //style | //textarea"


def foreign_fact(fact: Fact) -> Fact:
    said = {
        name: getattr(fact, name).translate(FOREIGN)
        for name in ("text", "speaker", "via", "context", "reason", "image_alt")
    }
    return replace(
        fact,
        **said,
        tags=tuple(tag.translate(FOREIGN) for tag in fact.tags),
        sources=tuple(
            replace(
                one,
                quote=one.quote.translate(FOREIGN),
                date=replace(one.date, words=one.date.words.translate(FOREIGN)),
            )
            for one in fact.sources
        ),
        corrections=tuple(
            replace(
                one,
                was=one.was.translate(FOREIGN),
                now=one.now.translate(FOREIGN),
                why=one.why.translate(FOREIGN),
            )
            for one in fact.corrections
        ),
    )


def foreign_article(article: Article) -> Article:
    why = (PublishedWhy("shared", "dispatch-2024-03-06-lune", "2024-03-06", shared=6, of=32),)
    inferred = article.published.basis == "inferred"
    return replace(
        article,
        **{name: getattr(article, name).translate(FOREIGN) for name in ("title", "publisher", "text")},
        authors=tuple(author.translate(FOREIGN) for author in article.authors),
        lang="ka",
        published=replace(article.published, why=why if inferred else ()),
    )


def foreign_entity(entity: Entity) -> Entity:
    return replace(
        entity,
        name=entity.name.translate(FOREIGN),
        aliases=tuple(alias.translate(FOREIGN) for alias in entity.aliases),
        description=entity.description.translate(FOREIGN),
    )


@cache
def pages(language: str) -> dict[str, str]:
    """Every page of the sample in ``language``, preview and published, as HTML and Markdown."""
    found: dict[str, str] = {}
    facts = tuple(foreign_fact(fact) for fact in FACTS)
    articles = {id: foreign_article(one) for id, one in ARTICLES.items()}
    for settings in (Settings(language=language), replace(Settings(language=language), newest_first=False)):
        timeline = build_timeline(facts, articles, tuple(map(foreign_entity, ENTITIES)), settings)
        renderer = Renderer(timeline, settings, Site("Lune".translate(FOREIGN), "", language))
        found |= {page.uri: page.markdown for page in render_pages(renderer, {})}
        found |= {uri: text for uri, text in explore_beside(renderer) if uri.endswith(".html")}
        found["404.html"] = not_found("<h1>404 - Not found</h1>", renderer)
    return found


def said(page: str) -> Iterator[str]:
    """Everything a reader sees or hears of a page in the site's language."""
    front, body = page.split("\n---\n", 1) if page.startswith("---\n") else ("", page)
    yield from re.findall(r"^(?:title|description): (.*)$", front, flags=re.MULTILINE)
    tree = html.fromstring(f"<div>{body}</div>")
    for one in tree.xpath(NOT_READ):
        one.drop_tree()
    yield from (text for text in tree.itertext() if text.strip())
    for one in tree.iter("*"):
        yield from (value for name, value in one.attrib.items() if name in READ_ALOUD)
        for value in json.loads(one.get("data-words", "{}")).values():
            yield from (value,) if isinstance(value, str) else value.values()


def english(page: str) -> set[str]:
    """The Latin words of a page that are neither names of formats, addresses nor Markdown's attributes."""
    words: set[str] = set()
    for text in said(page):
        bare = NO_WORDS.sub(" ", text)
        words |= {word for word in re.findall(r"[A-Za-z]{2,}", bare) if word not in NAMES}
    return words


@pytest.mark.parametrize("language", OTHERS)
def test_no_interface_word_stays_english(language: str) -> None:
    left = {uri: sorted(words) for uri, page in pages(language).items() if (words := english(page))}
    assert left == {}


def test_english_words_would_be_seen() -> None:
    assert {"Quality", "Share"} <= english(pages("en")["quality.md"])


def test_a_language_without_a_catalogue_says_which_words_are_english() -> None:
    page = pages("sw")["quality.md"]
    assert '<th scope="col"><span lang="en" dir="ltr">Share</span></th>' in page
    assert '<span lang="en" dir="ltr">' not in "".join(re.findall(r"<[a-z][^<>]*>", page)).replace(
        '<span lang="en" dir="ltr">', ""
    )
    assert not re.search("[\ue000\ue001]", "".join(pages("sw").values()))


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_reasons_are_told_in_the_language_of_the_site(language: str) -> None:
    told = pages(language)["articles/untitled-003.md"]
    headline = ARTICLES["dispatch-2024-03-06-lune"].title.translate(FOREIGN)
    assert (
        f'<bdi lang="ka">{html.escape(headline) if hasattr(html, "escape") else headline}</bdi></a>' in told
    )
