"""The words before a time in, whether a figure is only measured against it out: "as many as in 1850".

Such a time never dates what is told. Limits ("by", "until") come with the time's own role.
"""

import re
from functools import cache

from ..language import NOTHING, known_languages, language

_REACH = 60  # characters before the time that can hold such words


@cache
def _leads_up(lang: str) -> re.Pattern[str]:
    """What a figure is measured against, up to the time."""
    row = language(lang).patterns.get("measured-against") if lang in known_languages() else None
    return re.compile(rf"(?:^|[\s,(«„\"])(?:{row})\s*$", re.IGNORECASE) if row else NOTHING


def is_measure(before: str, lang: str) -> bool:
    """The time that ``before`` leads up to is only compared with."""
    return _leads_up(lang).search(before[-_REACH:]) is not None
