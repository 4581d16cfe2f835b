"""The end of an embargo as it is written in, its moment in UTC out; what cannot be read has no end.

``2026-12-01``, ``2026-12-01 06:00 Europe/Kyiv``, ``2026-12-01T06:00+02:00``, ``2026-12-01 06:00 UTC``. A day alone has
come when it has begun everywhere on earth. A clock time needs its zone; one that comes twice in a night is the later.
"""

from __future__ import annotations

import re
import zoneinfo
from datetime import UTC, datetime, timedelta, timezone, tzinfo

EXAMPLE = "2026-12-01 06:00 Europe/Kyiv"
_WRITTEN = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?\s?([+-]\d\d:?\d\d|[A-Za-z][A-Za-z0-9_+/-]{0,60}))?", re.ASCII
)  # fmt: skip
_LAST_ON_EARTH = timezone(timedelta(hours=-12))


def embargo_end(text: str) -> datetime | None:
    """The moment, in UTC; None for what names none: such an embargo never ends by itself."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    *numbers, zone = found.groups()
    where = _zone(zone) if zone else _LAST_ON_EARTH
    if where is None:
        return None
    parts = [int(number or 0) for number in numbers]
    try:
        moments = [datetime(*parts, tzinfo=where, fold=fold).astimezone(UTC) for fold in (0, 1)]  # type: ignore[misc,arg-type]
    except (ValueError, OverflowError):
        return None
    return max(moments)


def embargo_waits(text: str, now: datetime | None) -> bool:
    """Whether what carries this embargo must not be seen yet. Without a clock every embargo holds."""
    if not text.strip():
        return False
    end = embargo_end(text)
    return end is None or now is None or now < end


def _zone(name: str) -> tzinfo | None:
    """The zone of ``Z``, ``+02:00`` or a name of the zone database; None for any other."""
    if name in ("Z", "UTC"):
        return UTC
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        away = timedelta(hours=hours, minutes=minutes)
        return timezone(-away if name[0] == "-" else away) if hours < 24 and minutes < 60 else None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
