"""Known names in texts: aliases, surnames, possessives, the longest first, nothing inside another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entities import Linker
from generator.entities.link import find_ambiguous, surname
from generator.model import Entity

ENTITIES = (
    Entity("ana-silva", "Ana Silva", "person", aliases=("A. Silva",)),
    Entity("leyen", "Ursula von der Leyen", "person"),
    Entity("obrien", "Conor O'Brien", "person"),
    Entity("king", "Martin Luther King Jr.", "person"),
    Entity("smith-a", "Alan Smith", "person"),
    Entity("smith-b", "Barbara Smith", "person"),
    Entity("shevchenko", "Тарас Шевченко", "person", aliases=("Шевченка", "Шевченку")),
    Entity("lima", "Lima", "place"),
    Entity("curacao", "Curaçao", "place"),
    Entity("us", "United States", "place", aliases=("U.S.", "USA")),
    Entity("lima-post", "The Lima Post", "organisation"),
    Entity("commission", "European Commission", "organisation", aliases=("EU Commission",)),
    Entity("office", "President's Office", "organisation"),
    Entity("ceps", "Centre for Policy Studies", "organisation"),
    Entity("biruni", "al-Biruni", "person"),
    Entity("volsky", "Марко Вольський", "person"),
    Entity("ivanov-i", "Іван Іванов", "person"),
    Entity("ivanova-m", "Марія Іванова", "person"),
    Entity("zielinska", "Anna Zielińska", "person"),
    Entity("vinnytsia", "Вінниця", "place"),
    Entity("sun", "The Sun", "organisation"),
    Entity("lake", "Lake Company", "organisation"),
    Entity("old", "Atlantis", "place", status="ignored"),
)
LINKER = Linker(ENTITIES)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ana Silva arrived.", [("Ana Silva", "ana-silva")]),
        ("Mayor Silva arrived.", [("Silva", "ana-silva")]),
        ("A. Silva's speech", [("A. Silva", "ana-silva")]),
        ("Silva’s speech", [("Silva", "ana-silva")]),
        ("Silvas are plants", []),
        ("ANA SILVA SPEAKS", [("ANA SILVA", "ana-silva")]),
        ("ana silva in lower case", []),
        ("Pedro Silva is somebody else", []),
        ("Silva and von der Leyen met", [("Silva", "ana-silva"), ("von der Leyen", "leyen")]),
        ("Ursula von der Leyen's aide", [("Ursula von der Leyen", "leyen")]),
        ("O'Brien and O’Brien", [("O'Brien", "obrien"), ("O’Brien", "obrien")]),
        ("King spoke", [("King", "king")]),
        ("Smith could be either", []),
        ("Alan Smith and Barbara Smith", [("Alan Smith", "smith-a"), ("Barbara Smith", "smith-b")]),
        ("The Lima Post reported", [("The Lima Post", "lima-post")]),
        ("as Lima Post readers know", [("Lima Post", "lima-post")]),
        ("in Lima.", [("Lima", "lima")]),
        ("Curacao and Curaçao", [("Curacao", "curacao"), ("Curaçao", "curacao")]),
        ("the U.S. and the USA", [("U.S", "us"), ("USA", "us")]),
        ("EU Commission", [("EU Commission", "commission")]),
        ("European\nCommission", []),
        ("European. Commission", []),
        ("the President's Office said", [("President's Office", "office")]),
        ("the president's office said", []),
        ("Centre for Policy Studies", [("Centre for Policy Studies", "ceps")]),
        ("пам'ятник Шевченку", [("Шевченку", "shevchenko")]),
        ("Шевченко писав", [("Шевченко", "shevchenko")]),
        ("зустріч Шевченкові", [("Шевченкові", "shevchenko")]),
        ("Тараса Шевченка бачили", [("Тараса Шевченка", "shevchenko")]),
        ("розмова з Вольським у Вінниці", [("Вольським", "volsky"), ("Вінниці", "vinnytsia")]),
        ("о Марке Вольском", []),
        ("про Івана Іванова", [("Івана Іванова", "ivanov-i")]),
        ("Іванова прийшла", []),
        ("Марію Іванову", [("Марію Іванову", "ivanova-m")]),
        ("z Anną Zielińską, o Zielińskiej", [("Anną Zielińską", "zielinska"), ("Zielińskiej", "zielinska")]),
        ("l'arrivée d'Ana Silva", [("Ana Silva", "ana-silva")]),
        ("près d’Atlanta et de L'Aquila", []),
        ("Silva III was a king", []),
        ("Silva I know", [("Silva", "ana-silva")]),
        ("Later al-Biruni wrote", [("al-Biruni", "biruni")]),
        ("Al-Biruni wrote", [("Al-Biruni", "biruni")]),
        ("the word al-biruni", []),
        ("the Sun rose", [("the Sun", "sun")]),
        ("later Sun rose", []),
        ("They saw the lake. Company came.", []),
        ("They like Lake. Company came.", []),
        ("Lake - Company", [("Lake - Company", "lake")]),
        ("Lake -- Company", []),
        ("our centre for policy studies", [("centre for policy studies", "ceps")]),
        ("our european commission", []),
        ("Atlantis sank", []),
        ("", []),
    ],
)
def test_find(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(text[found.start : found.end], found.entity) for found in LINKER.find(text)] == wanted


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Max Doe Jr.", "Doe"),
        ("King Jr.", ""),
        ("Ursula von der Leyen", "von der Leyen"),
        ("von Leyen", "Leyen"),
        ("Doe", ""),
        ("", ""),
    ],
)
def test_the_surname(name: str, last: str) -> None:
    assert surname(name) == last


def test_a_name_in_two_kinds_asks() -> None:
    pair = (
        Entity("jordan", "Jordan", "place"),
        Entity("jordan-m", "Michael Jordan", "person", aliases=("Jordan",)),
    )
    (found,) = find_ambiguous(pair)
    assert found.code == "entity-ambiguous"
    assert "jordan" in found.message
    assert Linker(pair).find("Jordan won") == ()
    assert find_ambiguous(ENTITIES) == ()


@given(st.text(max_size=300))
def test_mentions_stand_in_order_and_apart(text: str) -> None:
    last = 0
    for found in LINKER.find(text + " Ana Silva " + text):
        assert last <= found.start < found.end
        last = found.end


def test_long_hostile_texts_are_read() -> None:
    names = tuple(Entity(f"e{at}", f"Name{at} Other{at} Third", "person") for at in range(2000))
    linker = Linker(names)
    assert len(linker.find("Name7 Other7 " * 20_000 + "Name7 Other7 Third")) == 1
    assert linker.find("'" * 50_000 + "." * 50_000) == ()
