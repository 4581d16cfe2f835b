"""An article in, whether it tells of sport out: there a quarter or half is one of a match."""

from __future__ import annotations

import re
from functools import lru_cache

_SPORT = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|midfielders?|strikers?|goalkeepers?|playoffs?|halftime|half-time|overtime|"
    r"interceptions?|rebounds?|linebackers?|defensemen|point guard|free throws?|kick-?off|penalty kick|scored|"
    r"coach|league|season|teammates?|referee|stadium)\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:revenues?|profits?|earnings|shareholders?|dividends?|shares|sales|fiscal|economy|economic|inflation|gdp|"
    r"exports|analysts?|net income|net loss|per share|investors?)\b",
    re.IGNORECASE,
)
_ENOUGH = 4


@lru_cache(maxsize=4)
def is_sport(text: str) -> bool:
    """Whether words of matches far outnumber words of business."""
    sport = len(_SPORT.findall(text))
    return sport >= _ENOUGH and sport > 2 * len(_BUSINESS.findall(text))
