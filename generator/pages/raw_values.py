"""Values that a theme prints as they are in, the same escaped out: by type, so that no field is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape

from markupsafe import Markup, escape

from ..timeline import clean_text


def escaped(value: object) -> object:
    """``value`` with every text in it safe to print; a theme that escapes it again changes nothing."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape(clean_text(value))
    if isinstance(value, Mapping):
        return {key: escaped(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(escaped(one) for one in value)
    return value


def typed(value: str | None) -> Markup | None:
    """A setting for all pages, typed with or without character references: ``Q&A`` and ``Q&amp;A`` are one."""
    return None if value is None else escape(clean_text(unescape(value)))
