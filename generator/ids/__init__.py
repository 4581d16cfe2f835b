"""The names under which articles and facts are kept and linked to: short, readable in any script, and unique."""

from .articles import article_id
from .facts import fact_id

__all__ = ["article_id", "fact_id"]
