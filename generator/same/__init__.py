"""Facts of many articles in, each fact once with all its sources out; what differs is set side by side."""

from .merge import Merged, Spread, match, merge_facts
from .origins import WHY_ONE, OriginLink, count_origins, link_origins
from .reach import telling_words
from .signature import day_span
from .updates import open_plans

__all__ = [
    "WHY_ONE",
    "Merged",
    "OriginLink",
    "Spread",
    "count_origins",
    "day_span",
    "link_origins",
    "match",
    "merge_facts",
    "open_plans",
    "telling_words",
]
