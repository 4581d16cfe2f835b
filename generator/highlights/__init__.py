"""Many articles on one subject in, the days that matter most and sentences about each out."""

from .choose import Wanted, choose_highlights
from .from_facts import read_facts
from .key_days import KeyDay, key_days
from .leads import importance_of, propose_leads
from .reading import ArticleReading, Line, read_days

__all__ = [
    "ArticleReading",
    "KeyDay",
    "Line",
    "Wanted",
    "choose_highlights",
    "importance_of",
    "key_days",
    "propose_leads",
    "read_days",
    "read_facts",
]
