"""Many articles on one subject in, the days that matter most and sentences about each out."""

from .choose import Wanted, choose_highlights
from .from_facts import read_facts
from .leads import importance_of, propose_leads
from .reading import ArticleReading, Line, read_days

__all__ = [
    "ArticleReading",
    "Line",
    "Wanted",
    "choose_highlights",
    "importance_of",
    "propose_leads",
    "read_days",
    "read_facts",
]
