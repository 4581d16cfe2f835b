"""Forty invented articles of three invented towns, and a project that has read them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

PEOPLE = (
    "Mara Lind",
    "Tove Birch",
    "Ada Roe",
    "Jonas Wick",
    "Petra Holm",
    "Ivo Stern",
    "Lena Marsh",
    "Olle Falk",
)
PLACES = ("Ostrava Mills", "Port Lenn", "Upper Sarn", "Kelmouth", "Dunholm")
# What happened, and what followed from it: eight plain stories, told of five places.
STORIES = (
    ("A fire destroyed the rope factory in {place} on {day} March 2031", "Sixty looms burned in one night"),
    ("Voters in {place} chose {person} as mayor on {day} March 2031", "Turnout reached 61 percent"),
    (
        "The river flooded nine streets of {place} on {day} March 2031",
        "Boats carried 140 families to the school",
    ),
    (
        "A court in {place} fined the harbour company on {day} March 2031",
        "Oil had leaked into the bay for weeks",
    ),
    (
        "Teachers at all schools of {place} went on strike on {day} March 2031",
        "Their union asks for smaller classes",
    ),
    ("Divers found a sunken ship off {place} on {day} March 2031", "Coins in its hold date from 1680"),
    (
        "The hospital of {place} opened a new ward on {day} March 2031",
        "Thirty nurses moved in from the old wing",
    ),
    ("Police in {place} arrested two bank clerks on {day} March 2031", "Four million crowns are missing"),
)

# What no timeline needs, of every article another.
WHO = (
    "A cat",
    "The old piano",
    "Her garden",
    "My father's bicycle",
    "Every window",
    "The choir",
    "Such an evening",
    "Our kettle",
)
HOW = (
    "slept through it",
    "smells of honey",
    "had been a cold joy",
    "hums like a hive",
    "seemed to smile",
    "was lovely as ever",
    "felt like June",
)


def text(number: int) -> str:
    """One article: a headline, a byline, a day, and sentences of which some are worth a timeline."""
    place, person = PLACES[number // 8], PEOPLE[(number * 3) % 8]
    story, more = STORIES[number % 8]
    day = number % 25 + 1
    lead = story.format(place=place, person=person, day=day)
    return f"""{lead.split(" on ")[0]}

By {PEOPLE[(number + 2) % 8]}, The {place} Post
Published: {day + 1} March 2031

{lead}.

{more}, the {place} Post reported in issue {number + 100}.

On {day + 3} March 2031 the council of {place} granted {number + 20} million crowns for repairs.

"We will not rest until paragraph {number + 11} is kept," {person} said.

{WHO[number % 8]} {HOW[number % 7]}.
"""


def make(root: Path, articles: int = 40) -> Path:
    """A fresh project with the articles added."""
    runner = CliRunner()
    assert runner.invoke(main, ["new", str(root), "--name", "Closures"]).exit_code == 0
    for number in range(articles):
        (root / "seeds" / f"article-{number:02}.txt").write_text(text(number), "utf-8")
    return root
