"""A language in, the site's own words in it out: messages, plurals, numbers, dates and stretches of time.

Catalogues are gettext ``.po`` files, read as they are: a text a translator edits, no compiled twin to forget.
"""

from __future__ import annotations

import datetime
import gettext as stdlib_gettext
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from ..bcp47 import language_tag
from ..prose.human import human_date
from ..timeline import Gap

LOCALES = Path(__file__).parent / "locale"
FALLBACK = "en"
# English without a country is written as international newsrooms do, days before months.
NEWSROOM = {"en": Locale("en", "GB")}
# Stand around a message that has no translation, in templates, until the component is whole.
UNTRANSLATED = ("\ue000", "\ue001")
# From so many years on, months no longer matter.
MONTHS_MATTER_BELOW_YEARS = 10


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language."""

    messages: Mapping[str, str | tuple[str, ...]]
    plural: Callable[[int], int]


class Words:
    """Everything the pages say in one language."""

    def __init__(self, language: str) -> None:
        language = language_tag(language) or FALLBACK
        self.locale = find_locale(language)
        self.language = language if str(self.locale) != "en_GB" else "en"
        self.right_to_left = self.locale.text_direction == "rtl"
        self._catalogue = catalogue(str(self.locale))
        self._kept: dict[str, tuple[str, str]] = {}
        self._numbers: dict[int, str] = {}

    def kept(self, key: str, make: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        """What ``make`` gave for ``key`` the first time: the same dates stand on many pages."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    def gettext(self, message: str) -> str:
        """``message`` in this language, or as it is."""
        found = self._catalogue.messages.get(message)
        return found if isinstance(found, str) and found else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The plural form this language uses for ``count``."""
        found = self._catalogue.messages.get(one)
        if isinstance(found, tuple):
            form = self._catalogue.plural(count)
            if form < len(found) and found[form]:
                return found[form]
        return one if count == 1 else many

    def message(self, message: str) -> str:
        """The same for a template, which must know where English stands for want of a translation."""
        return self._told(message, self.gettext(message))

    def plural_message(self, one: str, many: str, count: int) -> str:
        """The same for the plural form this language uses for ``count``."""
        return self._told(one, self.ngettext(one, many, count))

    def _told(self, message: str, said: str) -> str:
        known = self.locale.language == FALLBACK or any(self._catalogue.messages.get(message) or ())
        return said if known else f"{UNTRANSLATED[0]}{said}{UNTRANSLATED[1]}"

    def number(self, value: int) -> str:
        """Digits and grouping as the language writes them."""
        said = self._numbers.get(value)
        if said is None:
            said = self._numbers[value] = format_decimal(value, locale=self.locale)
        return said

    def decimal(self, value: float) -> str:
        """A figure that may have a fraction."""
        return format_decimal(value, locale=self.locale)

    def share(self, part: int, whole: int) -> str:
        """A percentage that never says all or none when it is not."""
        if not whole:
            return "–"
        percent = round(100 * part / whole)
        percent = min(percent, 99) if part < whole else percent
        return format_percent((max(percent, 1) if part else 0) / 100, locale=self.locale)

    def all_of(self, items: Sequence[str]) -> str:
        """Several things joined with this language's ``and``."""
        return format_list(list(items), locale=self.locale)

    def when(self, edtf: str, *, weekday: bool = False) -> str:
        """A date for people, never narrower than the EDTF."""
        return human_date(edtf, str(self.locale), weekday=weekday)

    def briefly(self, day: tuple[int, int, int], *, month: bool = False) -> str:
        """A day of our era, or its month, with the month's name cut as the language cuts it."""
        return str(format_skeleton("yMMM" if month else "yMMMd", datetime.date(*day), locale=self.locale))

    def skeleton(self, pattern: str, day: tuple[int, int, int]) -> str:
        """Parts of a day in the order and form of the language, by CLDR skeleton; any year."""
        same = datetime.date(2000 + day[0] % 400, day[1], day[2])  # 400 years on, the calendar is the same
        if len(set(pattern)) == 1:
            return str(format_date(same, pattern, locale=self.locale))
        return str(format_skeleton(pattern, same, locale=self.locale))

    def stretch(self, gap: Gap) -> str:
        """How long a gap is: the two largest units that matter."""
        n_ = self.ngettext
        parts = [
            (gap.years, n_("%(num)s year", "%(num)s years", gap.years)),
            (gap.months, n_("%(num)s month", "%(num)s months", gap.months)),
            (gap.days, n_("%(num)s day", "%(num)s days", gap.days)),
        ]
        if gap.years >= MONTHS_MATTER_BELOW_YEARS:
            parts = parts[:1]
        elif gap.years or gap.months >= 2:
            parts = parts[:2]
        return self.all_of([unit % {"num": self.number(count)} for count, unit in parts if count])


def find_locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 language, or English."""
    try:
        found = Locale.parse(language.replace("_", "-"), sep="-")
        return NEWSROOM.get(str(found), found)
    except (ValueError, UnknownLocaleError):
        return NEWSROOM[FALLBACK]


@cache
def catalogue(name: str) -> Catalogue:
    """The catalogue of a locale, of its language alone, or an empty one."""
    for candidate in (name, name.split("_")[0]):
        path = LOCALES / candidate / "LC_MESSAGES" / "chronofact.po"
        if path.is_file():
            return _read(path, candidate)
    return Catalogue({}, lambda count: int(count != 1))


def _read(path: Path, locale: str) -> Catalogue:
    with path.open("rb") as file:
        read = read_po(file, locale=locale)
    messages: dict[str, str | tuple[str, ...]] = {}
    for message in read:
        if not message.id:
            continue
        if isinstance(message.id, (tuple, list)):
            messages[message.id[0]] = tuple(message.string or ())
        else:
            messages[message.id] = str(message.string)
    return Catalogue(messages, stdlib_gettext.c2py(read.plural_expr))
