"""A page's element tree in, what it declares of itself out: JSON-LD, then meta elements, then microdata.

Only declarations are read here (schema.org, Open Graph, Dublin Core); what must be guessed from the
layout is left to the libraries.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import lru_cache
from typing import Any

from .authors import names_of
from .metadata import Metadata, first_of, read_moment
from .page_names import PageNames
from .page_parts import is_foreign

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
_WEB = ("http://", "https://")
# What hides a script from old readers: "<!-- … -->", "//<![CDATA[ … //]]>", "/*<![CDATA[*/ … /*]]>*/".
_WRAPPED = re.compile(
    r"\A\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\*/)?)\s*|\s*(?:-->|(?://|/\*)?\s*\]\]>(?:\*/)?)\s*\Z"
)
_LONGEST = 2_000_000  # characters of one JSON-LD script


def page_metadata(tree: Any, url: str, foreign: Set[Any]) -> Metadata:
    """What the page declares of its own article, outside ``foreign`` parts; ``url`` is where it was found, if known."""
    page = PageNames.of(tree, url, foreign)
    declared = first_of_dated(
        (_from_json_ld(tree, page), _from_meta(tree), _from_microdata(tree, page, foreign))
    )
    site = _content(tree, "og:site_name")
    return replace(declared, authors=names_of(declared.authors), publisher=_outlet(declared.publisher, site))


def first_of_dated(sources: tuple[Metadata, ...]) -> Metadata:
    """``first_of`` with the first date as well."""
    dated = next((source for source in sources if source.published), Metadata())
    return replace(first_of(sources), published=dated.published, zone=dated.zone)


def modified_moment(tree: Any) -> tuple[str, str]:
    """When the page says that it was last changed, and its zone, by its meta elements or JSON-LD."""
    for item in json_ld(tree):
        if _is_article(item) and (moment := read_moment(text_of(item.get("dateModified"))))[0]:
            return moment
    return read_moment(_content(tree, "article:modified_time") or _content(tree, "og:updated_time"))


# Legal forms, by which a company is no outlet's name: "Example Media Ltd.".
_LEGAL = re.compile(
    r"[,\s]+(?:inc|ltd|limited|llc|plc|corp(?:oration)?|co|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|se|s\.?\s?l(?:\.?\s?u)?|s\.?\s?a(?:\.?\s?s|\.?\s?u)?|sp\.?\s*z\s*o\.?\s*o|b\.?v|oy|ab|as)\.?$",
    re.IGNORECASE,
)


def _outlet(declared: str, site: str) -> str:
    """The outlet's name: the one the site goes by, when the declared one is its company or the same at length."""
    if not declared or not site:
        return declared or site
    short, long = _bare(site), _bare(declared)
    return site if _LEGAL.search(declared) or (len(short) >= 3 and short in long) else declared


def json_ld(tree: Any) -> Iterator[dict[str, object]]:
    """Every object of the page's JSON-LD that may describe it."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        text = (script.text or "").strip().removesuffix(";")
        text = _WRAPPED.sub("", text)
        if not text or len(text) > _LONGEST:
            continue
        yield from _objects(_loaded(text))


@lru_cache(maxsize=8)
def _loaded(text: str) -> object:
    """The value of a script of JSON, read once a page though it is asked for often; None when it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _from_json_ld(tree: Any, page: PageNames) -> Metadata:
    """The article object of the page's JSON-LD that describes this page, else the page's own object."""
    items = list(json_ld(tree))
    best = page.best([(item, *_names_of_item(item)) for item in items if _is_article(item)])
    if best is not None:
        return _from_object(best)
    pages = [item for item in items if _kinds(item) & {"webpage", "itempage"}]
    own = page.best([(item, *_names_of_item(item)) for item in pages], sure=True)
    return _from_object(own) if own is not None else Metadata()


def _names_of_item(item: dict[str, object]) -> tuple[str, str]:
    """The headline and the address of an object."""
    return (
        text_of(item.get("headline")) or text_of(item.get("name")),
        _address(item.get("url")) or _address(item.get("mainEntityOfPage")) or _address(item.get("@id")),
    )


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
    return not _kinds(item).isdisjoint(_ARTICLE_TYPES)


def names_a_type(item: dict[str, object], name: str) -> bool:
    """Whether an object is of this type (small letters)."""
    return name in _kinds(item)


def _kinds(item: dict[str, object]) -> set[str]:
    kind = item.get("@type")
    return {str(name).rsplit("/", 1)[-1].lower() for name in (kind if isinstance(kind, list) else [kind])}


def _from_object(item: dict[str, object]) -> Metadata:
    published, zone = read_moment(text_of(item.get("datePublished")) or text_of(item.get("dateCreated")))
    if not published and names_a_type(item, "liveblogposting"):
        published, zone = read_moment(text_of(item.get("coverageStartTime")))
    return Metadata(
        title=text_of(item.get("headline")) or text_of(item.get("name")),
        authors=tuple(dict.fromkeys(_names(item.get("author")))),
        publisher=next(iter(_names(item.get("publisher"))), ""),
        published=published,
        zone=zone,
        url=_address(item.get("url")) or _address(item.get("mainEntityOfPage")),
        tags=_keywords(item.get("keywords")),
    )


def text_of(value: object) -> str:
    """A value's text on one line; the first of a list."""
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
    elif (name := text_of(value)) and not name.startswith(_WEB):
        yield name


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id")
    text = text_of(value)
    return text if text.startswith(_WEB) else ""


def _keywords(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return tuple(dict.fromkeys(text for item in items[:40] if (text := text_of(item))))


def _from_meta(tree: Any) -> Metadata:
    """What ``<meta>``, ``<link>`` and ``<html lang>`` say."""
    found = _meta_of(tree)
    said = {what: next((found[name] for name in names if name in found), []) for what, names in _META.items()}
    moments = (read_moment(found[name][0]) for name in _DATE_META if name in found)
    published, zone = next((moment for moment in moments if moment[0]), ("", ""))
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    addresses = (*(link.get("href") or "" for link in links), *said["url"])
    authors = (name for name in said["author"] if not name.startswith(_WEB))
    tags = said["tags"]
    return Metadata(
        title=next(iter(said["title"]), ""),
        authors=tuple(dict.fromkeys(authors)),
        publisher=next(iter(said["publisher"]), ""),
        published=published,
        zone=zone,
        url=next((address for address in addresses if address.startswith(_WEB)), ""),
        tags=_keywords(tags[0] if len(tags) == 1 else tags),
    )


def _meta_of(tree: Any) -> dict[str, list[str]]:
    """What each ``<meta>`` says, by its small name."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _from_microdata(tree: Any, page: PageNames, foreign: Set[Any]) -> Metadata:
    """The article that the page marks up in its own elements (``itemprop``) and that is this one."""
    scopes = [
        element
        for element in tree.xpath("//*[@itemscope and @itemtype]")
        if _is_article({"@type": element.get("itemtype")}) and not is_foreign(element, foreign)
    ]
    found = [(scope, _properties(scope)) for scope in scopes[:50]]
    best = page.best(
        [(one, _first(one[1], "headline") or _first(one[1], "name"), _first(one[1], "url")) for one in found]
    )
    if best is None:
        return Metadata()
    said = best[1]
    published, zone = read_moment(_first(said, "datePublished") or _first(said, "dateCreated"))
    return Metadata(
        title=_first(said, "headline") or _first(said, "name"),
        authors=tuple(dict.fromkeys(filter(None, said.get("author", [])))),
        publisher=_first(said, "publisher"),
        published=published,
        zone=zone,
        url=_address(_first(said, "url") or _first(said, "mainEntityOfPage")),
        tags=_keywords(_first(said, "keywords")),
    )


def _properties(scope: Any) -> dict[str, list[str]]:
    """What the elements of one item say, by property."""
    found: dict[str, list[str]] = {}
    for element in scope.iter():
        if not isinstance(element.tag, str) or not element.get("itemprop"):
            continue
        for name in element.get("itemprop").split():
            if _scope_of(element) is scope:
                found.setdefault(name, []).append(_value(element))
    return found


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


def _content(tree: Any, name: str) -> str:
    """What the meta element of this name says."""
    for element in tree.iter("meta"):
        if (element.get("property") or element.get("name") or "").strip().lower() == name:
            return " ".join((element.get("content") or "").split())
    return ""


def _bare(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
