"""MkDocs' settings, theme and navigation in, a hash of all that every page is made from out."""

from __future__ import annotations

import datetime
import logging
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from ..store.made import digest
from ..store.text_file import fingerprint

# What differs from build to build, or from machine to machine, and does not reach a page by itself.
_ELSEWHERE = frozenset(
    {"plugins", "theme", "docs_dir", "site_dir", "config_file_path", "watch", "nav", "hooks", "exclude_docs", "draft_docs", "not_in_nav"}
)  # fmt: skip
_DATED = re.compile(r"build_date_utc|update_date")
# Of another page than the one that is built.
_DESCRIBES = re.compile(r"(?<!\bpage)\.meta\s*(?:\.description|\.get|[\[|%),])")
_TEXTS = (".html", ".svg", ".xml", ".css", ".js", ".yml")


class Untold(Exception):
    """A value that no hash can stand for."""


def surroundings(config: MkDocsConfig, nav: Navigation) -> bytes | None:
    """The hash; None where a setting holds what cannot be told by its text."""
    try:
        settings = {key: _told(value) for key, value in config.items() if key not in _ELSEWHERE}
        plugins = {
            name: (type(one).__module__, _told(getattr(one, "config", None)))
            for name, one in config.plugins.items()
            if name != "chronofact"
        }
        theme = {key: _told(value) for key, value in vars(config.theme).items() if key != "dirs"}
        theme["values"] = _told(dict(config.theme))
    except Untold:
        return None
    templates, dated, describes = _templates(tuple(config.theme.dirs))
    return digest(
        settings,
        plugins,
        theme,
        [_item(one, describes) for one in nav.items],
        nav.homepage and nav.homepage.url,
        templates,
        get_build_date() if dated else "",
        _programs(),
        logging.getLogger("mkdocs").isEnabledFor(logging.INFO),  # what is not said is not heard either
    )


def _told(value: Any) -> Any:
    """A value by what its text tells; raises ``Untold``."""
    if value is None or isinstance(value, (bool, int, float, datetime.date)):
        return repr(value)
    if isinstance(value, (str, PurePath)):
        return str(value)
    if isinstance(value, Mapping):
        return sorted((str(key), _told(one)) for key, one in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(map(_told, value))
    if isinstance(value, (list, tuple)):
        return [_told(one) for one in value]
    if callable(value) and hasattr(value, "__qualname__"):
        return (value.__module__, value.__qualname__)
    text = repr(value)
    if " at 0x" in text:
        raise Untold(text)
    return (type(value).__qualname__, text)


def _item(one: Any, describes: bool) -> Any:
    """A part of the navigation, with all that a theme may say of it; what describes a page changes with its facts."""
    told = [type(one).__name__, str(one.title), getattr(one, "url", ""), one.is_link and one.url]
    if isinstance(one, Page):
        meta = {key: value for key, value in one.meta.items() if describes or key != "description"}
        told += [one.canonical_url, _told(meta), one.is_homepage, one.file.src_uri]
    return [*told, [_item(below, describes) for below in one.children or ()]]


def _templates(folders: tuple[str, ...]) -> tuple[str, bool, bool]:
    """A hash of the theme's files, whether one of them prints the day of the build, or how other pages are described.

    Material's own icons, thousands, are told by its version.
    """
    hashes = []
    dated = describes = False
    for folder in folders:
        for path in _files(Path(folder)):
            data = path.read_bytes()
            hashes.append((str(path), fingerprint(data)))
            text = data.decode("utf-8", "replace") if path.suffix == ".html" else ""
            dated |= bool(_DATED.search(text))
            describes |= bool(_DESCRIBES.search(text))
    return fingerprint(repr(hashes).encode()), dated, describes


def _files(folder: Path) -> Iterator[Path]:
    packaged = "site-packages" in folder.parts or "dist-packages" in folder.parts
    stack = [folder]
    while stack:
        for path in sorted(stack.pop().iterdir()):
            if path.is_dir():
                if not (packaged and path.name in (".icons", "assets")):
                    stack.append(path)
            elif path.suffix in _TEXTS:
                yield path


@lru_cache(maxsize=1)
def _programs() -> str:
    """Every installed package with its version, and the interpreter."""
    places = (Path(entry) for entry in sys.path if entry)
    found = {one.name for place in places if place.is_dir() for one in place.glob("*.dist-info")}
    return fingerprint(repr((platform.python_version(), sorted(found))).encode())
