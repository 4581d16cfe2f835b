"""An address in, the address of the page itself and that of the archived copy out."""

from __future__ import annotations

import re
from urllib.parse import unquote

# Archives that put the original address behind their own, and those whose own address says nothing of it.
_WRAPS = (
    re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<inner>.+)", re.IGNORECASE),
    re.compile(r"https?://(?:[\w-]+\.)*archive-it\.org/\w+/\d{4,14}(?:[a-z]{2}_)?/(?P<inner>.+)", re.IGNORECASE),
    re.compile(r"https?://archive\.(?:ph|is|today|li|vn|fo|md)/(?:o/\w+/|newest/|\d[\d.:T-]{3,24}/)(?P<inner>.+)", re.IGNORECASE),
    re.compile(r"https?://(?:www\.)?(?:webarchive\.\w[\w.-]*|archive\.wikiwix\.com|arquivo\.pt|swap\.stanford\.edu)/(?:[\w-]+/){0,3}\d{8,14}(?:[a-z]{2}_)?/(?P<inner>.+)", re.IGNORECASE),
    re.compile(r"https?://webcache\.googleusercontent\.com/search\?(?:[^#]*&)?q=cache:(?:[\w-]{6,20}:)?(?P<inner>[^+&#]+)", re.IGNORECASE),
    re.compile(r"https?://[\w-]+\.cdn\.ampproject\.org/[cvwi]/s/(?P<bare>[^?#]+)", re.IGNORECASE),
    re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/s/(?P<bare>[^?#]+)", re.IGNORECASE),
    re.compile(r"https?://(?:www\.)?webcitation\.org/\w*\?(?:[^#]*&)?url=(?P<inner>[^&#]+)", re.IGNORECASE),
)  # fmt: skip
_OPAQUE = re.compile(
    r"https?://(?:web\.archive\.org|archive\.(?:ph|is|today|li|vn|fo|md)|perma\.cc|(?:www\.)?webcitation\.org|megalodon\.jp|ghostarchive\.org)/",
    re.IGNORECASE,
)


def unwrap(url: str) -> tuple[str, str]:
    """The original address (``""`` when the archive does not say it) and the archived copy's (``""`` for no archive)."""
    for wrap in _WRAPS:
        found = wrap.match(url)
        if found is None:
            continue
        parts = found.groupdict()
        inner = f"https://{parts['bare']}" if parts.get("bare") else parts["inner"]
        if re.match(r"https?%3a", inner, re.IGNORECASE):
            inner = unquote(inner)
        inner = re.sub(r"^(https?):/(?!/)", r"\1://", inner, flags=re.IGNORECASE)
        if not inner.lower().startswith(("http://", "https://")):
            inner = f"http://{inner}"
        inner, archived = unwrap(inner)[0], url  # a copy of a copy
        return inner, archived
    return ("", url) if _OPAQUE.match(url) else (url, "")
