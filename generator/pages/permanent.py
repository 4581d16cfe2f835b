"""A timeline in, its permanent addresses out: a tiny page a fact, that leads to where the fact stands now.

A page of its own for each fact would make the site's navigation quadratic; these never enter it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ..timeline import Timeline, told
from .policy import BARE, meta
from .values import Redirect
from .views import Viewer

_PAGE = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
{policy}
<title>{title}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="canonical" href="{canonical}">
{head}
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def redirects(timeline: Timeline, viewer: Viewer) -> Iterator[Redirect]:
    """Every fact's permanent address, and those of the facts it took in."""
    for fact in timeline.by_id.values():
        target = viewer.place_of(fact)
        for name in (fact.id, *(old for old in fact.merged_ids if old not in timeline.by_id)):
            yield Redirect(f"f/{name}/index.html", target, told(fact), fact.id)


def redirect_html(
    redirect: Redirect, site_url: str, language: str = "en", *, rtl: bool = False, head: str = ""
) -> str:
    """The page at a permanent address: works without JavaScript, kept out of search engines."""
    target = "../" * redirect.uri.count("/") + redirect.target
    canonical = site_url + redirect.target.split("#")[0] if site_url else target
    return _PAGE.format(
        lang=escape(language),
        dir="rtl" if rtl else "ltr",
        title=escape(" ".join(redirect.title.split())),
        canonical=escape(canonical),
        target=escape(target),
        policy=meta(BARE),
        head=head,
    )
