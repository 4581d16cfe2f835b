"""Facts of many articles in, each fact once with all its sources out; what differs is set side by side."""

from .merge import Judged, Merged, Share, Spread, match, merge_facts
from .origins import WHY_ONE, OriginLink, count_origins, link_origins
from .reach import telling_words
from .signature import day_span
from .updates import open_plans
from .veto import Veto

__all__ = [
    "WHY_ONE",
    "Judged",
    "Merged",
    "OriginLink",
    "Share",
    "Spread",
    "Veto",
    "count_origins",
    "day_span",
    "link_origins",
    "match",
    "merge_facts",
    "open_plans",
    "telling_words",
]
