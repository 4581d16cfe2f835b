"""A language as somebody writes it in, its BCP 47 tag out; ``""`` when it is none."""

from __future__ import annotations

import re

# RFC 5646's grammar: a language, then script, territory, variants, extensions and private use; or private use alone.
# It would allow languages of four to eight letters too; none is registered, and "english" is a name.
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}"
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 100


def language_tag(text: str) -> str:
    """The tag in ``text``, ``pt_BR`` as ``pt-BR``; blanks around it do not count, anything else does."""
    tag = text.strip(" \t\r\n").replace("_", "-")
    return tag if len(tag) <= _LONGEST and _TAG.fullmatch(tag) else ""
