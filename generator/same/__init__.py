"""Facts of many articles in, each fact once with all its sources out; what differs is set side by side."""

from typing import TYPE_CHECKING

from .origins import WHY_ONE, OriginLink, count_origins, link_origins
from .signature import day_span
from .updates import open_plans
from .veto import Veto
from .words import telling_words

if TYPE_CHECKING:
    from .hands import Hands
    from .judged import Judged
    from .merge import Merged, Share, Spread, match, merge_facts
    from .reach import Reach

__all__ = [
    "WHY_ONE",
    "Hands",
    "Judged",
    "Merged",
    "OriginLink",
    "Reach",
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


def __getattr__(name: str) -> object:
    """What merging needs is loaded by who merges: numpy takes a tenth of a second."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import hands, judged, merge, reach

    return getattr({"Reach": reach, "Judged": judged, "Hands": hands}.get(name, merge), name)
