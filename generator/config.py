"""Typed settings: the ``chronofact`` plugin's options in ``mkdocs.yml`` in, ``Settings`` and problems out.

The command line and the plugin read the same options through this module.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from .bcp47 import language_tag
from .errors import Problem, problem
from .model import Place


def _option(default: Any, about: str) -> Any:
    """A settings field with its documentation, which the docs and ``--help`` print."""
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option of the plugin with its default. Paths are relative to the folder of ``mkdocs.yml``."""

    content_dir: str = _option("content", "Folder of the YAML that people edit.")
    seeds_dir: str = _option("seeds", "Folder of the articles as received; never published.")
    cache_dir: str = _option(".chronofact", "Folder for rendered pages and caches; safe to delete.")
    language: str = _option("en", "Language of the site's own words and of its dates (BCP 47).")
    date_order: str = _option("", "DMY, MDY or YMD for numeric dates; empty: by the article's language.")
    newest_first: bool = _option(True, "Newest day first on the home page.")
    entity_page_facts: int = _option(2, "A name gets a page of its own from this many facts.")
    facts_per_page: int = _option(200, "A period page with more facts than this is split.")
    group_facts: int = _option(6, "A day with more facts than this is grouped by first tag.")
    match_days: int = _option(3, "Days apart at which two facts are still compared.")
    merge_score: float = _option(0.85, "Similarity from which two facts merge, unless a veto holds.")
    suggest_score: float = _option(0.5, "Similarity from which a person is asked whether two facts are one.")
    report_url: str = _option("", "Where readers report an error: an https: or mailto: address.")
    allow_sources: str = _option(
        "",
        "What pages may load from elsewhere, as in 'img-src https://images.example; frame-src https://video.example'.",
    )
    share_images: int = _option(
        200, "Most pictures for link previews; pages, then facts, beyond it show the one of home."
    )
    feed_entries: int = _option(200, "Most entries of a feed: the facts added or corrected last.")
    lean_from: int = _option(
        5000,
        "From so many facts on, the site is kept small: evidence stands on the pages of days alone, names have fewer feeds.",
    )
    pagefind_facts: int = _option(
        3000, "From this many facts the search asks a Pagefind index, fetched in pieces, if it is installed."
    )
    drafts: str = _option(
        "few", "Which statements of a new article become drafts: few, all, or a number an article."
    )
    show_drafts: bool = _option(False, "Build draft facts too, marked; serve always shows them.")


FEW, ALL = "few", "all"
_A_FOLDER = "a folder below that of mkdocs.yml, without '..'"
_EXPECTED = {str: "a text", bool: "true or false", int: "a whole number", float: "a number from 0 to 1"}


def read_settings(
    options: Mapping[str, object], place: Place = Place()
) -> tuple[Settings, tuple[Problem, ...]]:
    """Check ``options`` against ``Settings``; every problem is returned, and a wrong value keeps its default."""
    known = {spec.name: spec for spec in fields(Settings)}
    problems: list[Problem] = []
    values: dict[str, object] = {}
    for name, value in options.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else f"The settings are: {', '.join(sorted(known))}."
            problems.append(problem("setting-unknown", place, name=name, hint=hint))
            continue
        default = known[name].default
        assert default is not MISSING
        why = _why_wrong(name, value, default)
        if why:
            expected = _A_FOLDER if name.endswith("_dir") else _EXPECTED[type(default)]
            problems.append(
                problem("setting-value", place, name=name, value=repr(value), why=why, expected=expected)
            )
            continue
        values[name] = float(value) if isinstance(default, float) else value  # type: ignore[arg-type]
        if name == "drafts":
            values[name] = str(value)
    return Settings(**values), tuple(problems)  # type: ignore[arg-type]


# What a value may be for a default of this type, and why another is wrong.
_TYPES: dict[type, tuple[Any, str]] = {
    bool: ((bool,), "which is not true or false"),
    float: ((int, float), "which is not a number"),
    int: ((int,), "which is not a whole number"),
    str: ((str,), "which is not a text"),
}


def _why_wrong(name: str, value: Any, default: object) -> str:
    """Why ``value`` cannot be the setting ``name``, or ``""``."""
    if name == "drafts":
        return "" if is_drafts(str(value)) else "which is not few, all or a number from 0"
    types, why = _TYPES[type(default)]
    if not isinstance(value, types) or isinstance(value, bool) is not isinstance(default, bool):
        return why
    if isinstance(default, str):
        return _why_no_text(name, value)
    if isinstance(default, float):
        return "" if 0 <= value <= 1 else "which is outside 0 to 1"
    lowest = 0 if name == "match_days" or isinstance(default, bool) else 1
    return "" if value >= lowest else "which is too small"


def _why_no_text(name: str, text: str) -> str:
    """Why a text cannot be the setting ``name``, or ``""``."""
    if name.endswith("_dir"):
        return why_no_folder(text)
    if name == "language" and not language_tag(text):
        return "which is no language tag (BCP 47), such as en or pt-BR"
    if name == "date_order" and text not in ("", "DMY", "MDY", "YMD"):
        return "which is not DMY, MDY, YMD or empty"
    return ""


def site_language(settings: Settings, theme: str) -> str:
    """The language of the site: its theme's, unless that is left in English, or the settings name a kind of it (de-AT)."""
    own = settings.language
    return own if theme in ("", "en") or own.startswith(f"{theme}-") else theme


def is_drafts(value: str) -> bool:
    """Whether ``value`` can say which statements become drafts."""
    return value in (FEW, ALL) or (value.isascii() and value.isdigit() and len(value) < 7)


def why_no_folder(value: str) -> str:
    """Why a path cannot name a folder inside the project, or ``""``; the disk is not asked."""
    parts = PurePosixPath(value).parts
    if not value.strip() or not value.isprintable():
        return "which names no folder"
    if "\\" in value or PureWindowsPath(value).drive:
        return "which is not written with forward slashes"
    if value.startswith(("/", "~")):
        return "which is not below the folder of mkdocs.yml"
    if ".." in parts:
        return "which leads out of the project"
    return "" if parts else "which is the project itself"
