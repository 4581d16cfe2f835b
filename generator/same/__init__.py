"""Facts of many articles in, each fact once with all its sources out; what differs is set side by side."""

from .merge import Merged, match, merge_facts
from .origins import WHY_ONE, OriginLink, count_origins, link_origins
from .updates import open_plans

__all__ = [
    "WHY_ONE",
    "Merged",
    "OriginLink",
    "count_origins",
    "link_origins",
    "match",
    "merge_facts",
    "open_plans",
]
