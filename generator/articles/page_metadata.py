"""A page's element tree in, what it declares of itself out: JSON-LD, then meta elements, then microdata.

Only declarations are read here (schema.org, Open Graph, Dublin Core); what must be guessed from the
layout is left to the libraries.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .metadata import Metadata, first_of, read_moment

_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "report", "liveblogposting",
                  "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "pressrelease")  # fmt: skip
_DATE_META = ("article:published_time", "og:published_time", "datepublished", "date.created", "dc.date.issued", "dcterms.created",
              "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
              "publication_date", "cxenseparse:recs:publishtime", "article.published", "date")  # fmt: skip
_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "title"),
    "author": ("article:author", "author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:app:name:iphone"),
    "url": ("og:url",),
    "tags": ("article:tag", "news_keywords", "keywords", "parsely-tags"),
}
_LONGEST = 2_000_000  # characters of one JSON-LD script


def page_metadata(tree: Any) -> Metadata:
    """What the page declares."""
    return first_of_dated((_from_json_ld(tree), _from_meta(tree), _from_microdata(tree)))


def first_of_dated(sources: tuple[Metadata, ...]) -> Metadata:
    """``first_of`` with the first date as well."""
    dated = next((source for source in sources if source.published), Metadata())
    return replace(first_of(sources), published=dated.published, zone=dated.zone)


def _from_json_ld(tree: Any) -> Metadata:
    """The first article object of the page's JSON-LD."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        text = (script.text or "").strip().removesuffix(";")
        if not text or len(text) > _LONGEST:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if _is_article(item):
                return _from_object(item)
    return Metadata()


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD value: itself, its list, its graph."""
    if isinstance(data, list) and depth < 4:
        for item in data:
            yield from _objects(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), (list, dict)) and depth < 4:
                yield from _objects(data[key], depth + 1)


def _is_article(item: dict[str, object]) -> bool:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(str(name).rsplit("/", 1)[-1].lower() in _ARTICLE_TYPES for name in kinds)


def _from_object(item: dict[str, object]) -> Metadata:
    published, zone = read_moment(_text(item.get("datePublished")) or _text(item.get("dateCreated")))
    return Metadata(
        title=_text(item.get("headline")) or _text(item.get("name")),
        authors=tuple(dict.fromkeys(_names(item.get("author")))),
        publisher=next(iter(_names(item.get("publisher"))), ""),
        published=published,
        zone=zone,
        url=_address(item.get("url")) or _address(item.get("mainEntityOfPage")),
        tags=_keywords(item.get("keywords")),
    )


def _text(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _names(value: object) -> Iterator[str]:
    """Names of a person, an organisation, or a list of them; an address is no name."""
    if isinstance(value, list):
        for item in value[:20]:
            yield from _names(item)
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif (name := _text(value)) and not name.startswith(("http://", "https://")):
        yield name


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id")
    text = _text(value)
    return text if text.startswith(("http://", "https://")) else ""


def _keywords(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return tuple(dict.fromkeys(text for item in items[:40] if (text := _text(item))))


def _from_meta(tree: Any) -> Metadata:
    """What ``<meta>``, ``<link>`` and ``<html lang>`` say."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)

    def first(names: tuple[str, ...]) -> list[str]:
        return next((found[name] for name in names if name in found), [])

    published, zone = next(
        (moment for name in _DATE_META if name in found and (moment := read_moment(found[name][0]))[0]),
        ("", ""),
    )
    canonical = [
        link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    addresses = [
        address
        for address in (*canonical, *first(_META["url"]))
        if address.startswith(("http://", "https://"))
    ]
    authors = [name for name in first(_META["author"]) if not name.startswith(("http://", "https://"))]
    tags = first(_META["tags"])
    return Metadata(
        title=next(iter(first(_META["title"])), ""),
        authors=tuple(dict.fromkeys(authors)),
        publisher=next(iter(first(_META["publisher"])), ""),
        published=published,
        zone=zone,
        url=next(iter(addresses), ""),
        tags=_keywords(tags[0] if len(tags) == 1 else tags),
    )


def _from_microdata(tree: Any) -> Metadata:
    """The first article that the page marks up in its own elements (``itemprop``)."""
    scope = next(
        (
            element
            for element in tree.xpath("//*[@itemscope and @itemtype]")
            if _is_article({"@type": element.get("itemtype")})
        ),
        None,
    )
    if scope is None:
        return Metadata()
    found: dict[str, list[str]] = {}
    for element in scope.iter():
        if not isinstance(element.tag, str):
            continue
        for name in (element.get("itemprop") or "").split():
            if _scope_of(element) is scope:
                found.setdefault(name, []).append(_value(element))
    published, zone = read_moment(_first(found, "datePublished") or _first(found, "dateCreated"))
    return Metadata(
        title=_first(found, "headline") or _first(found, "name"),
        authors=tuple(dict.fromkeys(filter(None, found.get("author", [])))),
        publisher=_first(found, "publisher"),
        published=published,
        zone=zone,
        url=_address(_first(found, "url") or _first(found, "mainEntityOfPage")),
        tags=_keywords(_first(found, "keywords")),
    )


def _scope_of(element: Any) -> Any:
    """The item an element says something of: the nearest one around it."""
    return next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)


def _value(element: Any) -> str:
    """What an element says: its attribute, the name of the person or outlet it is, else its words."""
    for name in ("content", "datetime"):
        if element.get(name):
            return " ".join(str(element.get(name)).split())
    if element.get("itemscope") is not None:
        named = element.xpath('.//*[@itemprop="name"]')
        return _value(named[0]) if named else ""
    words = " ".join("".join(element.itertext()).split())
    return words or str(element.get("href") or "")


def _first(found: dict[str, list[str]], name: str) -> str:
    return next(iter(found.get(name, ())), "")
