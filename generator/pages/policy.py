"""A built page and the scripts its theme brings in, the same page with a Content-Security-Policy out.

The last border: should a text ever get past the escaping, the browser runs nothing of it and asks nobody for
anything. No policy of ours allows inline code; what the theme writes into its pages is allowed by hash, and
only where one of its templates holds that very script.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

# For pages of ours: everything from the site itself, pictures inside stylesheets as well.
SITE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
# For the pages of permanent addresses, which only lead on.
BARE: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "form-action": ("'none'",),
    "base-uri": ("'none'",),
}
_SCRIPT = re.compile(r"<script(?P<attributes>\s[^>]*)?>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?(?!module\b|text/javascript\b)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# What a theme may put into a script of its own: an address or a name, nothing that could be code.
_PLAIN = r"[\w./:@?&=%+-]*"


def meta(policy: Mapping[str, Sequence[str]]) -> str:
    """The element that gives a page its policy."""
    text = "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(text, quote=True).replace("&#x27;", chr(39))}">'


def with_policy(
    html: str, known: Iterable[re.Pattern[str]], more: Mapping[str, Sequence[str]] | None = None
) -> str:
    """``html`` with the site's policy before all that it rules; ``more`` sources are the owner's own."""
    found = tuple(dict.fromkeys(_hashes(html, tuple(known))))
    policy = {name: (*sources, *(found if name == "script-src" else ())) for name, sources in SITE.items()}
    for name, sources in (more or {}).items():
        policy[name] = (*(one for one in policy.get(name, ()) if one != "'none'"), *sources)
    element = meta(policy)
    if _CHARSET.search(html):
        return _CHARSET.sub(lambda found: f"{found[0]}\n{element}", html, count=1)
    return html.replace("<head>", f"<head>\n{element}", 1)


def read_sources(text: str) -> dict[str, tuple[str, ...]]:
    """``img-src https://a.example; frame-src https://b.example`` by directive."""
    parts = (part.split() for part in text.split(";"))
    return {part[0].lower(): tuple(part[1:]) for part in parts if len(part) > 1}


@lru_cache(maxsize=4)
def theme_scripts(folders: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Every inline script of the templates in ``folders``, as what a page made of it may hold."""
    codes = dict.fromkeys(
        code
        for path in _templates(folders)
        for code in _inline(path.read_text("utf-8", errors="replace"))
        if "{%" not in code
    )
    return tuple(re.compile(_PLAIN.join(map(re.escape, _VALUE.split(code)))) for code in codes)


def sha256(code: str) -> str:
    """How a policy names an inline script."""
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _hashes(html: str, known: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    return (sha256(code) for code in _inline(html) if any(one.fullmatch(code) for one in known))


def _inline(html: str) -> Iterator[str]:
    """The code of every script that stands in ``html`` itself; data and files are no code."""
    for found in _SCRIPT.finditer(html):
        attributes = found["attributes"] or ""
        if not (_SOURCE.search(attributes) or _DATA.search(attributes)):
            yield found["code"]


def _templates(folders: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        for root, names, files in os.walk(folder):
            names[:] = [name for name in names if not name.startswith(".")]  # Material's 10,000 icons
            yield from (Path(root, name) for name in files if name.endswith(".html"))
