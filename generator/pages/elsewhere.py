"""A build of the site in, a project of its own out that a builder without our plugin makes whole: Zensical.

Zensical reads ``mkdocs.yml`` and Markdown, copies every other file, and passes over plugins without a word. So what the
plugin does at a build is done here before: the pages, our stylesheet and script, permanent addresses, downloads, feeds,
pictures, and each page's head for machines, which the template ``overrides/main.html`` puts in its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

import yaml

from ..exports.share_image import draw_share_image
from ..store import Named
from .beside import beside
from .build import Build
from .finish import head_of, lost
from .links import address
from .navigation import default_nav
from .stylesheet import MARK, SCRIPT, STYLESHEET, mark, script, stylesheet

ZENSICAL = "zensical"
# Attributes whose relative addresses Zensical takes for ones from the source file, and turns.
_ADDRESS = re.compile(
    r'(?P<before>\s(?:href|src|poster)=")(?P<path>(?![a-z][a-z0-9+.-]*:|[/#?])[^"]*)(?=")', re.IGNORECASE
)
_FRONT = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_MAIN = """{% extends "base.html" %}
{% block extrahead %}{{ super() }}{% if page.meta and page.meta.chronofact_head %}{{ page.meta.chronofact_head | safe }}{% endif %}{% endblock %}
"""
# Of the settings of a site, what means the same there.
_KEPT = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "extra",
    "nav",
)


def zensical_project(
    build: Build, settings: Mapping[str, Any], written: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Every file of the project: path and content. ``settings`` are those of ``mkdocs.yml``, ``written`` the files of docs_dir."""
    pages = {page.uri for page in build.pages}
    yield "mkdocs.yml", _settings(build, settings, [uri for uri in written if uri.endswith(".md")])
    yield "overrides/main.html", _MAIN.encode()
    yield (
        "overrides/404.html",
        f'{{% extends "main.html" %}}\n{{% block content %}}{lost(build.renderer)}{{% endblock %}}\n'.encode(),
    )
    for uri, data in written.items():
        if uri not in pages:
            yield f"docs/{uri}", data
    for page in build.pages:
        text = from_source(page.markdown, page.uri)
        yield (
            f"docs/{page.uri}",
            with_head(text, _head(build, page.uri, page.title)).encode("utf-8", "replace"),
        )
    for uri, made in beside(build.renderer):
        yield f"docs/{uri}", made.encode("utf-8", "replace")
    for uri, made in {STYLESHEET: stylesheet(), SCRIPT: script(), MARK: mark()}.items():
        yield f"docs/{uri}", made.encode()
    for card in build.share_cards():
        yield f"docs/{card.path}", draw_share_image(card)


def from_source(markdown: str, uri: str) -> str:
    """The page with the addresses in its HTML as seen from its source file, not from where it is built."""
    place = address(uri)
    if not place.endswith("/") or uri == "index.md" or uri.endswith("/index.md"):
        return markdown
    own = place.rstrip("/").rsplit("/", 1)[-1]

    def turned(found: re.Match[str]) -> str:
        path = found["path"]
        if path.startswith("../"):
            return found["before"] + (path[3:] or "./")
        return f"{found['before']}{own}/{path.removeprefix('./')}"

    return _ADDRESS.sub(turned, markdown)


def with_head(markdown: str, head: str) -> str:
    """The page with a head in its front matter; JSON is YAML too."""
    line = f"chronofact_head: {json.dumps(head, ensure_ascii=True)}\n"
    found = _FRONT.match(markdown)
    if found is None:
        return f"---\n{line}---\n{markdown}"
    return f"{markdown[: found.end(1)]}{line}{markdown[found.end(1) :]}"


def _head(build: Build, uri: str, title: str) -> str:
    return head_of(build.renderer, uri, address(uri), unescape(title), build.facts_on(uri))


def _settings(build: Build, settings: Mapping[str, Any], written: list[str]) -> bytes:
    theme = settings.get("theme")
    theme = dict(theme) if isinstance(theme, dict) else {"name": "material"}
    theme |= {"custom_dir": "overrides", "variant": "classic"}  # the look our stylesheet is made for
    if not (theme.get("logo") or (theme.get("icon") or {}).get("logo")):
        theme["logo"] = MARK
    theme.setdefault("favicon", MARK)
    kept = {key: settings[key] for key in _KEPT if settings.get(key)}
    in_nav = {page.uri for page in build.pages if page.in_nav}
    kept.setdefault("nav", default_nav(build.renderer.words, in_nav, written))
    site = build.renderer.site
    found = kept | {"site_name": site.name, "site_url": site.url, "docs_dir": "docs", "theme": theme} | {
        "extra_css": [STYLESHEET, *_list(settings, "extra_css")],
        "extra_javascript": [SCRIPT, *_list(settings, "extra_javascript")],
        "markdown_extensions": [
            "attr_list", "md_in_html", "tables",
            *(one for one in _list(settings, "markdown_extensions") if one not in ("attr_list", "md_in_html", "tables")),
        ],
        "plugins": ["search"],
    }  # fmt: skip
    head = (
        "# Made by 'chronofact render --for zensical': run it again after a change, then 'zensical build'.\n"
    )
    text = yaml.dump(found, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return f"{head}{text}".encode("utf-8", "replace")


class _Dumper(yaml.SafeDumper):
    """Plain values, and names that the builder looks up."""


_Dumper.add_representer(
    Named, lambda dumper, named: dumper.represent_scalar(f"tag:yaml.org,2002:python/name:{named.name}", "")
)


def _list(settings: Mapping[str, Any], key: str) -> list[Any]:
    value = settings.get(key)
    if isinstance(value, dict):
        return [{name: inner} for name, inner in value.items()]
    return list(value) if isinstance(value, list) else []
