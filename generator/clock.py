"""The moment of a build: ``SOURCE_DATE_EPOCH`` where it is set, so that a build can be made again; else now."""

from __future__ import annotations

import os
from datetime import UTC, datetime

EPOCH = "SOURCE_DATE_EPOCH"  # seconds since 1970, as https://reproducible-builds.org has it


def build_moment() -> datetime:
    """In UTC; only the doors of the program ask for it. An epoch that is no number of seconds is passed over."""
    epoch = os.environ.get(EPOCH, "").strip()
    if epoch.isascii() and epoch.isdigit():
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError):
            pass
    return datetime.now(UTC)
