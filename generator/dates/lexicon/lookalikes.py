"""English words whose neighbourhood makes or unmakes a date: tables for ``words``."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Nouns that make the number before them a count.
COUNTED = _set(
    """
    people persons troops men women soldiers dollars euros pounds miles mile km kilometers kilometres
    meters metres feet tons tonnes barrels homes houses jobs workers employees shares points votes seats
    copies units students prisoners civilians deaths aircraft tanks ships guns acres hectares square
    calories percent per pages words members children patients cases refugees migrants fighters rebels
    police officers voters cars vehicles rubles roubles yen yuan francs marks rupees lire crowns pesos
    hryvnias hryvnia schools villages stores companies passengers rooms residents families inmates
    protesters demonstrators dead wounded injured casualties horses rounds sailors marines bombs
    missiles rockets shells planes kg grams liters litres gallons watts megawatts degrees million
    billion trillion thousand hundred dozen strong cubic others bales bushels tourists visitors
    immigrants signatures employes lawsuits complaints reports volunteers doctors nurses teachers times
    hp rpm cc mph mm cm mw kw
    """
)
# What makes the number after it a sum, a number of something or a name.
MONEY = _set(
    """
    $ £ € ¥ ₴ ₽ us$ usd eur gbp uah rub pln chf nis rs # № no no. nos number numbers room flight page
    pages p pp route highway apartment apt suite article section paragraph chapter bus boeing airbus
    model type version mark gate box channel psalm sonnet windows office code zip
    """
)
# What may stand before a bare year.
YEAR_BEFORE = _set(
    """
    in since by until till from to before after during through between and or of around about circa ca.
    c. ca late early mid year years than throughout for post pre nearly at the into as ( vs a this
    versus over toward towards fiscal class anno annum summer winter spring fall autumn but roughly
    approximately like later already again due all year- crop harvest both that those these
    """
)
# What makes the number before it a house number.
STREET = _set(
    """
    street st. st avenue ave ave. road rd. rd boulevard blvd. blvd lane drive square place
    """
)
# What makes the month after it a surname or first name.
NAME_TITLES = _set(
    """
    mr. mrs. ms. dr. sen. rep. gov. gen. sgt. lt. capt. sir lady lord judge justice president minister
    wife husband mother father sister brother daughter son named prime mr mrs ms dr theresa brian james
    queen karen robert elaine
    """
)
# What may stand before a month that is also a word.
MONTH_BEFORE = _set(
    """
    in since by until till from to before after during through between and of around about late early
    mid last next this that past every each on throughout into for as ( , - or coming previous following
    the
    """
)
# Names that end in a weekday: songs, clubs, days of history.
DAY_NAMES_BEFORE = _set(
    """
    bloody black freaky ruby cyber blue joe sheffield
    """
)
# Names that begin with a weekday: papers, leagues.
DAY_NAMES_AFTER = _set(
    """
    telegraph times post mail herald express mirror tribune star independent league school service club
    """
)

# Words with which "Today" or "Tonight" makes the name of a paper or programme.
BEFORE_TODAY = _set(
    "usa news russia india world entertainment psychology physics history christianity hockey africa"
)
