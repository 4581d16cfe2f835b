"""A first name in, the pronoun it goes with out; only names that are common and clear.

A name that both men and women bear is left out: the pronoun then counts for nothing.
"""

from __future__ import annotations

from ...language import words
from .lexicon import Gender

_HE = words("""
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander
    raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan
    jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe
    jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis
    philip bobby johnny bradley tom bill bob jim mike dave dan steve tony ted fred ben sam matt nick greg jeff
    ken ron don rick rob ed phil doug pete harry simon martin ian neil graham colin stuart trevor nigel derek
    barry duncan hugh oliver oscar felix hans karl klaus jürgen wolfgang dieter stefan markus andreas olaf
    friedrich heinrich günter helmut pierre jean jacques françois michel alain philippe emmanuel laurent nicolas
    olivier antoine luc marc pablo carlos luis miguel javier fernando alejandro rafael diego jorge pedro antonio
    francisco manuel enrique sergio ricardo eduardo mario marco giovanni giuseppe luca paolo francesco matteo
    silvio andrzej piotr krzysztof tomasz jan paweł marek jarosław lech wojciech ivan vladimir dmitry dmitri
    sergei sergey alexei aleksei boris mikhail nikolai yuri igor oleg viktor anatoly konstantin pavel andrei
    petro oleksandr serhiy mykola bohdan taras vasyl dmytro yevhen ahmed mohammed mohamed muhammad ali hassan
    hussein ibrahim omar khalid abdullah mustafa mehmet recep yusuf tariq karim samir hiroshi takeshi kenji
    shinzo jin wei ming raj rahul sanjay amit vikram anil sunil narendra arjun kofi kwame nelson desmond joão
    erik lars anders sven björn magnus jens henrik nils olof bjorn ole matti jukka barack hakim abdul bashar
    """)
_SHE = words("""
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
    ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra
    rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria lauren
    christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
    frances kathryn janice jean-marie abigail alice julia judy sophia grace denise amber doris marilyn danielle
    beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori jane kate anne sue ellen
    claire fiona nicola theresa hillary nikki kamala melania ivanka ursula angela annalena petra sabine monika
    birgit heike claudia greta ingrid astrid helga brigitte isabelle françoise nathalie sophie camille élisabeth
    christelle ségolène marine valérie carmen isabel ana lucía rosa elena pilar dolores cristina mercedes
    sofia giulia francesca chiara giorgia agnieszka małgorzata ewa katarzyna magdalena beata olena oksana iryna
    nataliya natalia tetiana yulia yuliya svetlana olga tatiana irina ekaterina galina ludmila marina lyudmila
    fatima aisha khadija zainab leila layla yasmin amina noor yoko keiko yuki akiko mei xiu indira sonia priya
    anita sunita lakshmi malala aung-san jacinda sanna mette kaja margrethe gro tarja vigdis nancy elise eva
    linda eleanor florence edith agnes phyllis wendy gail lynn tina tracy dawn kelly-anne kristen erin holly
    """) - {"jean-marie"}


_MEN_IN_A = words(
    "микола ілля сава хома лука кузьма микита никита илья фома jarema kuba barnaba kosma bonawentura"
)


def gender_of_slavic_name(name: str) -> Gender | None:
    """ "he" or "she" by the ending of a full Slavic name; None for a single word."""
    parts = name.lower().split()
    if len(parts) < 2:
        return None
    if parts[0] in _MEN_IN_A:
        return "he"
    return "she" if parts[0][-1:] in "аяa" else "he"


def gender_of_first_name(name: str) -> Gender | None:
    """ "he" or "she" for a first name that is clear, else None."""
    low = name.lower().rstrip(".")
    if low in _HE and low not in _SHE:
        return "he"
    if low in _SHE and low not in _HE:
        return "she"
    return None
