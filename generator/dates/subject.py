"""An article in, whether it tells of sport out: there a quarter or half is one of a match."""

from functools import lru_cache

from ..language import pattern

_SPORT = pattern("sport")
_BUSINESS = pattern("business")
_ENOUGH = 4


@lru_cache(maxsize=4)
def is_sport(text: str) -> bool:
    """Whether words of matches far outnumber words of business."""
    sport = len(_SPORT.findall(text))
    return sport >= _ENOUGH and sport > 2 * len(_BUSINESS.findall(text))
