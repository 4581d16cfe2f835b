"""A token and its neighbours in; whether it is a time word here or only looks like one, out.

The veto side of the package: counts that look like years, ``may`` and ``march`` as words, names.
"""

import re

from ..language import english, language, time_words
from ..language.senses import senses
from .clubs import clubs_in
from .lexicon import beside, beside_in
from .other_calendars import is_other_year
from .tokens import Tokens

_SHORTENED = 3  # letters: "No.", "art."
_TITLED = re.compile(
    r"(?:\b[a-zà-ÿ]{1,4}|['’])\s?[„“«\"]\s?(?=[A-ZÄÖÜ])[\w’'-]+(?:\s[\w’'-]+){1,3}\s?[“”»«\"]"
)
_OPENING_MARKS = ("(", "-", "–", "—", '"', "“", "/", "‘", "'", "’", "[")
# What is done in a year, as against what is counted: "built around 1230", not "cost around 1200".
_DONE_REACH = 6
_SURNAME = ("x", "S")  # "April Reed", "April Summers"


def named_after(tokens: Tokens, first: int, last: int) -> bool:
    """Whether capitals make a time word part of a name: ``Spring Valley``, ``the Six-Day War``."""
    capital = tokens.capital(last) and tokens.tag(last) == "x" and len(tokens.low(last)) > 1
    if any(tokens.low(at) in beside.happening for at in range(last, last + 3)):
        return False  # "the Autumn Lantern Rising" was in an autumn
    return capital and tokens.capital(last - 1) and not tokens.words(first, last).isupper()


def two_digit_year(short: int) -> int:
    """``'98`` is 1998, ``'14`` is 2014."""
    return 1900 + short if short > 29 else 2000 + short


def countable(tokens: Tokens, index: int) -> bool:
    """Whether the token makes the number before it a count."""
    return tokens.low(index) in beside.counted


def plausible_year(tokens: Tokens, index: int, value: int) -> bool:
    """Whether a four-digit number is a year where it stands."""
    if is_other_year(value, tokens.lang, (tokens.low(index - 1), tokens.low(index + 1))):
        return False
    if tokens.lang != "en":
        return _foreign_year(tokens, index, value)
    verdicts = (rule(tokens, index, value) for rule in _YEAR_RULES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _modern(value: int) -> bool:
    """Whether news and history name such a year as a matter of course."""
    return 1500 <= value <= 2060


def _sum_or_street(tokens: Tokens, index: int, _value: int) -> bool | None:
    """``$1999``, ``1999%``, ``1930 Street``, ``2000ft``."""
    after = tokens.low(index + 1)
    if _numbered(tokens, index) or after in ("%", "°") or after in beside.street:
        return False
    glued = tokens.glued(index + 1) and tokens.tag(index + 1) == "x" and after.isalpha()
    return False if glued else None


def _numbered(tokens: Tokens, index: int) -> bool:
    """Whether the words before make a number one of something: ``$1999``, ``No. 1931``, ``n° 1931``."""
    before, word = tokens.low(index - 1), tokens.low(index - 2)
    return (word if before == "." and len(word) <= _SHORTENED else before) in beside.money


def _a_title(tokens: Tokens, index: int, _value: int) -> bool | None:
    """The novel "1984"."""
    quoted = tokens.tag(index - 1) in 'g"' and tokens.tag(index + 1) in 'g"'
    return False if quoted and not tokens.low(index + 1).endswith("s") else None


def _at_least(tokens: Tokens, index: int, value: int) -> bool | None:
    """``until at least 2030``."""
    if tokens.tag(index - 1) == "k" and tokens.low(index - 2) in beside.year_before and _modern(value):
        return not _plural_count(tokens, index, tokens.low(index - 1))
    return None


def _part_of_a_number(tokens: Tokens, index: int, _value: int) -> bool | None:
    """``at 1930 Harbour Avenue``, ``left at 1940``, ``555-1984``, ``1984-A``, ``x1984``."""
    before, after = tokens.low(index - 1), tokens.low(index + 1)
    if before in english.at:
        return False
    if tokens.tag(index - 1) == "-" and tokens.glued(index) and tokens.tag(index - 2) in "DN":
        return False
    letter = tokens.glued(index + 2) and tokens.capital(index + 2) and len(tokens.low(index + 2)) == 1
    if after == "-" and letter:
        return False
    glued = tokens.glued(index) and before not in _OPENING_MARKS
    return False if glued else None


def _a_count(tokens: Tokens, index: int, _value: int) -> bool | None:
    """``2022 troops``, ``1999 days``, ``1500-day``, ``a mere 1500 people``."""
    few = tokens.low(index - 1) in beside.few
    if few or countable(tokens, index + 1) or tokens.tag(index + 1) in "UQ":
        return False
    hyphened = tokens.low(index + 1) == "-" and tokens.glued(index + 1)
    return False if hyphened and tokens.tag(index + 2) in "UND" and tokens.glued(index + 2) else None


def _of_a_year(tokens: Tokens, index: int, value: int) -> bool | None:
    """``1965's best wine``, ``above 1990 levels``."""
    owned = tokens.tag(index + 1) == "g" or tokens.low(index + 1) in beside.uncounted
    return True if owned and _modern(value) else None


def _far_year(tokens: Tokens, index: int, value: int) -> bool | None:
    """``in 1230``, ``dates back to 1066``: a year far from ours needs a word that asks for it."""
    if _modern(value):
        return None
    before = tokens.low(index - 1)
    if tokens.tag(index - 1) == "k":
        return _about_old_year(tokens, index)
    paired = before in beside.year_pair and tokens.tag(index - 2) == "Y"
    dated = before in english.to and tokens.low(index - 2) in beside.dates_back
    asked = before in beside.old_year_before or before in beside.old_year_asked
    return paired or dated or (asked and not tokens.low(index + 1).endswith("s"))


def _compound(tokens: Tokens, index: int, _value: int) -> bool | None:
    """``the 2022-built ship``."""
    joined = tokens.low(index + 1) == "-" and tokens.glued(index + 1)
    return True if joined and tokens.tag(index + 2) == "x" and tokens.glued(index + 2) else None


def _asked_for(tokens: Tokens, index: int, value: int) -> bool | None:
    """Behind a word that asks for a year, a possessive or a mark, and not before a plural."""
    before = tokens.low(index - 1)
    compared = before in english.compared_with and tokens.low(index - 2) in beside.year_compared
    asked = before in beside.year_before or before in beside.owning
    if compared or asked or index == 0 or not before[-1:].isalnum():
        return not _plural_count(tokens, index, before)
    named = before in beside.year_is and tokens.low(index - 2) in beside.year_subject
    described = tokens.low(index - 2) in english.indefinite and before.islower()
    described = described and not tokens.capital(index - 1)
    # "The year was 1989.", "from a weak 1988,"
    alone = value >= 1900 and not tokens.low(index + 1)[:1].isalnum()
    return True if (named or described) and alone else None


# The first that has a verdict decides.
_YEAR_RULES = (
    _sum_or_street, _a_title, _at_least, _part_of_a_number, _a_count, _of_a_year, _far_year, _compound, _asked_for,
)  # fmt: skip


def old_year(tokens: Tokens, index: int, value: int) -> bool:
    """Whether a number of three digits is a year: ``died in 833``, ``833 року``; not "in 833 cases"."""
    if not 100 <= value <= 999:
        return False
    before, after = tokens.low(index - 1), tokens.low(index + 1)
    if tokens.lang != "en":
        return after in beside_in(tokens.lang, "of-year")
    if after[:1].isalnum() and after not in beside.year_after:
        return False
    told = not beside.done_in_a_year.isdisjoint(tokens.back(index - 1, _DONE_REACH))
    return before in beside.done_by and (told or (index == 1 and after == ","))


def names_old_year(tokens: Tokens) -> bool:
    """Whether a sentence of no other time word may name a year of three digits."""
    return not beside.done_in_a_year.isdisjoint(tokens.lows) or (tokens.tags[:3] == "iN,")


def _about_old_year(tokens: Tokens, index: int) -> bool:
    """``About 1230, he``, ``built around 1230``, ``c. 1190``: a year, where "about 1200 men" is a number."""
    if tokens.low(index + 1)[:1].isalnum():
        return False
    if tokens.low(index - 1) in beside.circa:
        return True
    before = tokens.low(index - 2)
    if index == 1 or not before[-1:].isalnum():
        return tokens.low(index + 1) == ","
    return before in beside.old_year_before or before in beside.done_in_a_year


def _foreign_year(tokens: Tokens, index: int, value: int) -> bool:
    """Outside English a bare number is a year after a preposition, beside the word for year or alone."""
    if not 1000 <= value <= 2100 or _numbered(tokens, index):
        return False
    if tokens.tag(index + 1) == "U":
        many = tokens.low(index + 1) in beside_in(tokens.lang, "so-many-years")
        return tokens.values[index + 1] == "Y" and not many
    if tokens.tag(index - 1) == "U":
        return tokens.values[index - 1] == "Y"
    paired = tokens.tag(index - 1) in "c-" and tokens.tag(index - 2) == "Y"
    if paired or tokens.tag(index - 1) in "ivbfEC(SM<>":
        return tokens.tag(index + 1) != "x" or value >= 1900
    before = tokens.low(index - 1)
    if tokens.tag(index + 1) in " .,;)" and before in language(tokens.lang).used_as("preposition"):
        return 1900 < value <= 2060  # "die Ziele für 2020."
    if before in time_words(tokens.lang).roles:
        return tokens.tag(index + 1) != "x" and value >= 1500  # "avant 2001"
    if index == 0 and tokens.tag(index + 1) in " -:":
        return True
    return tokens.lang == "de" and _modern(value) and _bare_in_german(tokens, index, value)


def _bare_in_german(tokens: Tokens, index: int, value: int) -> bool:
    """``wurde 1962 gebaut``, ``1962 zog er um``: without a preposition; "2000 neue Sitze", "1962 Stimmen" are counts."""
    before, after, small = tokens.low(index - 1), tokens.low(index + 1), language("de").used_as("preposition")
    if index and (tokens.tag(index - 1) not in "xcp" or before in small):
        return False
    if after in small or after in language("de").used_as(
        "determiner"
    ):  # no count is of such words but a round one
        return bool(value % 100) and tokens.tag(index + 2) not in "DNY"
    if tokens.tag(index + 1) not in "x.," or tokens.capital(index + 1):
        return False
    return bool(value % 10) or not after.endswith(("e", "en", "er", "es", "em")) or after.startswith("ge")


def _plural_count(tokens: Tokens, index: int, before: str) -> bool:
    """``2022 troops``: a plural noun straight after, and no article or possessive before."""
    after = tokens.low(index + 1)
    word = tokens.tag(index + 1) == "x" and after.isalpha() and not tokens.capital(index + 1)
    plural = len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    return word and plural and before not in beside.no_count_before and after not in beside.no_plural


def titled(tokens: Tokens, index: int) -> bool:
    """Whether a title stands before, so that the word is a surname: "Mr. March"."""
    at = index - 2 if tokens.low(index - 1) == "." else index - 1
    if tokens.low(at) == "named" and tokens.low(at - 1) in beside.made_named:
        return False  # "two men were named Tuesday"
    return tokens.low(at) in beside.name_before


def _titled_day(tokens: Tokens, index: int) -> bool:
    """The same of a weekday: "Sister Wednesday", not "told a judge Wednesday", "the President Wednesday said"."""
    before = tokens.low(index - 1)
    plain = before.isalpha() and before != "named" and len(before) > _SHORTENED
    told = not tokens.capital(index - 1) or tokens.tag(index - 2) in "ha"
    return titled(tokens, index) and not (plain and told)


def doubtful_month(tokens: Tokens, index: int) -> bool:
    """Whether ``May``, ``March`` or ``August`` (or any month) is here a word or a name."""
    low, before, after = tokens.lows[index], tokens.low(index - 1), tokens.low(index + 1)
    if tokens.lang != "en" or titled(tokens, index) or hyphened_on(tokens, index):
        return tokens.lang == "en"
    unasked, capital = before not in beside.month_before, tokens.capital(index + 1)
    if tokens.tags[index] == "M":
        # A first name: "April Jones said"; months are rarely followed by a capitalised surname.
        surname = capital and tokens.tag(index + 1) in _SURNAME
        if len(low) <= 4 and not low.endswith(".") and low not in beside.short_month:
            return unasked or surname
        return low in beside.first_name_month and surname and unasked
    if (unasked and not _is_month_by_capital(tokens, index)) or (index == 0 and low == "may"):
        return True
    if tokens.tag(index + 1) == "x" and capital and before in beside.joins_names:
        return True
    return before in beside.joins_more_names and after in beside.name_does


def hyphened_on(tokens: Tokens, index: int) -> bool:
    """``Mar-a-Lago``, ``Jan-van-Gent``: a word hangs on it that is no time."""
    hung = tokens.low(index + 1) == "-" and tokens.glued(index + 1) and tokens.glued(index + 2)
    return hung and tokens.low(index + 2).isalpha() and tokens.tag(index + 2) not in ("M", "m")


def _is_month_by_capital(tokens: Tokens, index: int) -> bool:
    """``their scheduled August recess``, ``said March sales fell``: with its capital, before a noun, no name beside it."""
    alone = not (tokens.capital(index - 1) or tokens.capital(index + 1)) and tokens.tag(index + 1) == "x"
    return tokens.lows[index] in beside.month_or_verb and index > 0 and tokens.capital(index) and alone


def doubtful_weekday(tokens: Tokens, index: int, anchored: bool = False) -> bool:
    """Whether ``Sun`` or ``Sat`` is here a word, or a weekday part of a name."""
    if tokens.lang != "en":
        # "sagte Vogt der „Welt am Sonntag“": the day closes a name in marks behind a small word
        titled = _TITLED.search(tokens.text, max(0, tokens.ends[index] - 60), tokens.ends[index] + 2)
        return titled is not None and titled.end() > tokens.ends[index]
    before, after = tokens.low(index - 1), tokens.low(index + 1)
    if after == "night" and tokens.low(index + 2) == "live":
        return True
    if tokens.tags[index] == "w":
        return not anchored and before not in beside.short_day_before and after != "."
    named = after in beside.day_name_after and tokens.capital(index + 1)
    club = tokens.capital(index - 1) and tokens.words(index - 1, index + 1) in clubs_in(tokens.text)
    if club or named or _titled_day(tokens, index) or before in beside.day_name_before:
        return True
    return (before == "will" and tokens.capital(index - 1) and not after) or _first_name(tokens, index)


def _first_name(tokens: Tokens, index: int) -> bool:
    """``the actress Tuesday Weld said``: a weekday between what a person is and a surname."""
    if not tokens.capital(index + 1) or tokens.tag(index + 1) != "x" or tokens.low(index + 2) == "'s":
        return False
    set_off = tokens.low(index - 1) == "," == tokens.low(index + 2)  # "the mayor, Wednesday Hart, opened it"
    if senses().is_person(tokens.low(index - 2 if set_off else index - 1)):
        return True
    told_of = tokens.low(index + 2) == "," and tokens.tag(index + 3) in "DaN"  # "to Friday Holt, 24,"
    return told_of and (index == 0 or tokens.low(index - 1) in beside.name_follows)
