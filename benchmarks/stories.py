"""A seed and a number in, that many invented news articles out: long texts, common names, copies and paraphrases.

    python -m benchmarks.stories 10000 --seed 1 > news.jsonl      half of them in one dense story
    python -m benchmarks.stories 1000 --dense 0                   spread over years
    python -m benchmarks.stories 400 --statistics                 beside those of real news

An event is a deed of somebody at a place on a day. Reports tell it in their own words (a verb of several, its parts in
another order), one in eight repeats an agency's text word for word, later ones look back at it, and people comment. The
names are few and common, so that half of all articles share one with an article of another story.
"""

# ruff: noqa: SIM905 - word lists read best as text
from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FIRST = date(2015, 1, 5)
GIVEN = "Ada Bo Dana Elif Farid Greta Hana Ivo Jonas Kira Lena Milo Nora Otis Petra Ravi Sana Tomas Una Viktor".split()
FAMILY = (
    "Marsh Quill Osei Lindqvist Okoro Novak Ulker Brandt Moreau Silva Hansen Petrov Adler Costa Dufour Ekwall Farkas "
    "Garner Holm Ibsen Jansen Kovac Lorenz Madsen Nilsen Olander Pasek Rossi Stern Tamm"
).split()
TOWNS = (
    "Alderby Brackholm Cawdale Dunmere Eastwick Farholt Grenmouth Harrowby Inchford Kelbrook Lowmarsh Mirefield Northby "
    "Oakhaven Penlow Quarrington Redcliff Stanmoor Thornbury Ulverley Westmere Yarrowgate"
).split()
BODIES = (
    "city council,harbour authority,district court,regional hospital,transport ministry,teachers' union,fire service,"
    "water board,election commission,national bank,housing agency,border guard"
).split(",")
OUTLETS = "The Grenmouth Post,Harrowby Daily,Northby Courier,The Kelbrook Times,Eastwick Herald,Dunmere Gazette".split(
    ","
)
AGENCY = "Sarn Press"
DEEDS = (
    (("closed", "shut", "sealed off"), "the {thing} in {town}"),
    (("approved", "passed", "backed"), "a budget of {n} million crowns for the {thing} in {town}"),
    (("arrested", "detained"), "{n} people after a protest at the {thing} in {town}"),
    (("rescued", "saved"), "{n} passengers from a ferry off {town}"),
    (("fined", "penalised"), "the owners of the {thing} in {town} {n} thousand crowns"),
    (("opened", "inaugurated"), "a {thing} in {town} after {n} months of work"),
    (("dismissed", "removed", "sacked"), "the head of the {thing} in {town}"),
    (("evacuated", "cleared"), "{n} homes near the {thing} in {town}"),
    (("signed", "concluded"), "a contract for {n} buses with the {thing} in {town}"),
    (("charged", "indicted"), "{person} with fraud at the {thing} in {town}"),
)
THINGS = (
    "bridge,tunnel,power plant,market hall,shipyard,stadium,school,clinic,reservoir,railway station,airport,museum,prison,"
    "chemical works,tram depot,library"
).split(",")
SPEECH = (
    "said the decision had cost {n} million crowns more than was planned",
    "told reporters that nobody had warned the residents in time",
    "called for an inquiry into what had happened at the {thing}",
    "denied that the {thing} had ever been unsafe",
    "said repairs would begin on {later} and last {n} weeks",
    "promised to publish the report of the engineers",
    "warned that {n} more families might have to leave their homes",
)
# What fills a report: somebody, what they do, and what more there is to it; eight thousand ways, and the figures.
WHO = (
    "Residents of {street} Street,Shopkeepers near the {thing},Engineers from {other},Several councillors,Parents of pupils,"
    "Drivers of the night line,A group of tenants,Volunteers from {other},Former workers of the {thing},Two inspectors,"
    "Fishermen of {other},The mayor's office,Owners of boats,Teachers in {town},A firm from {other},Members of the guild,"
    "Doctors on duty,Guests of a hotel on {street} Street,The regional assembly,Neighbours in {street} Street"
).split(",")
DID = (
    "had complained for {n} months about,had paid {n} thousand crowns for,were surprised by,had asked the court to look into,"
    "organised a collection because of,kept records of,had warned in {month} {year} of,disagree about,still remember,"
    "learned only in {month} of,had signed a petition over,would rather wait for,wrote {n} letters about,made fun of,"
    "lost about {n} percent of their income through,were not told of,expect nothing good from,have little trust in,"
    "would have to share the cost of,had photographed"
).split(",")
WHAT = (
    "the dust and the noise,an earlier inspection,the rising price of heating,a contract that was never published,"
    "the smell of oil in the cellars,a queue of {n} lorries,the missing lights on the quay,a flood in {year},the new timetable,"
    "cracks in {n} walls,a sale of land behind the {thing},the loss of {n} jobs,a delay of {n} weeks,the old pipes below {street} Street,"
    "a vote that was put off twice,the repair of {n} roofs,a fire in the archive in {year},unpaid bills of {n} thousand crowns,"
    "a promise made in {month} {year},the guards at the gate"
).split(",")
STREETS = "Mill Tanner Orchard Ropewalk Chapel Lantern Weaver Cooper Salt Heron Quarry Elm Foundry Abbey Saddler Beacon".split()
MONTHS = "January February March April May June July August September October November December".split()
# Of 120 real news articles of many outlets (15 to 20 sentences each); the days of 240 of two long stories.
REAL = {"sentences an article": 16.9, "words a sentence": 21.2, "facts an article": 15.9, "facts a day": 16.8}


@dataclass(frozen=True)
class Event:
    """What a report is about."""

    day: date
    who: str
    deed: int
    values: dict[str, str]


def stories(count: int, seed: int = 1, dense: float = 0.5, words: int = 400) -> Iterator[dict[str, str]]:
    """``count`` articles of about ``words`` words; the share ``dense`` of them tells one story of a single town."""
    rng = random.Random(f"{seed} {count} {dense} {words}")
    years = max(1.0, count / 2000)
    one = _Story(rng, years, size=round(count * dense), narrow=True)
    rest = _Story(rng, max(5.0, years), size=count - one.size, narrow=False)
    for number in range(count):
        story = one if rng.random() < dense else rest
        yield story.article(number, words)


class _Story:
    """Events over some years, and articles about them."""

    def __init__(self, rng: random.Random, years: float, size: int, *, narrow: bool) -> None:
        self.rng, self.size = rng, size
        self.days = int(365 * years)
        self.towns = rng.sample(TOWNS, 2 if narrow else len(TOWNS))
        self.people = [f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}" for _ in range(12 if narrow else 120)]
        self.events = sorted((self._event() for _ in range(max(3, size // 6))), key=lambda event: event.day)
        self.wire: dict[int, str] = {}

    def _event(self) -> Event:
        rng = self.rng
        values = {
            "thing": rng.choice(THINGS),
            "town": rng.choice(self.towns),
            "n": str(rng.randint(2, 97)),
            "person": rng.choice(self.people),
        }
        day = FIRST + timedelta(days=rng.randrange(self.days))
        return Event(day, f"The {rng.choice(BODIES)}", rng.randrange(len(DEEDS)), values)

    def article(self, number: int, words: int) -> dict[str, str]:
        """One article: of an event, on its day or soon after, or the agency's text of it again."""
        rng = self.rng
        at = rng.randrange(len(self.events))
        event = self.events[at]
        published = event.day + timedelta(days=int(rng.expovariate(0.6)))
        outlet = rng.choice(OUTLETS)
        if at in self.wire and rng.random() < 0.3:
            body = self.wire[at]
        else:
            body = self._body(at, published, words)
            if rng.random() < 0.3:
                self.wire.setdefault(at, f"{event.values['town'].upper()} ({AGENCY}) - {body}")
        title = self._told(event, "").split(" on ")[0].rstrip(".")
        text = f"{title}\n\nBy {rng.choice(self.people)}, {outlet}\nPublished: {_long(published)}\n\n{body}\n"
        return {
            "id": f"n{number:06}",
            "title": title,
            "publisher": outlet,
            "published": published.isoformat(),
            "text": text,
        }

    def _told(self, event: Event, when: str) -> str:
        verbs, what = DEEDS[event.deed]
        said = f"{event.who} {self.rng.choice(verbs)} {what.format(**event.values)}"
        if when and self.rng.random() < 0.4:
            return f"{when[:1].upper()}{when[1:]}, {said[:1].lower()}{said[1:]}."
        return f"{said}{f' {when}' if when else ''}."

    def _body(self, at: int, published: date, words: int) -> str:
        rng, event = self.rng, self.events[at]
        parts = [self._told(event, _when(event.day, published))]
        length = len(parts[0].split())
        before = self.events[max(0, at - 5) : at] or [event]
        while length < words:
            dice = rng.random()
            if dice < 0.2:
                other = rng.choice(before)
                parts.append(self._told(other, _when(other.day, published)))
            elif dice < 0.5:
                said = self._filled(rng.choice(SPEECH), event, published)
                quote = self._aside(event, published).rstrip(".")
                who = rng.choice(self.people)
                parts.append(
                    f"{who} {said}." if dice < 0.35 else f"“{quote},” {who} {rng.choice(('said', 'added'))}."
                )
            else:
                parts.append(self._aside(event, published))
            if rng.random() < 0.35:
                more = self._aside(event, published)
                parts[-1] = f"{parts[-1][:-1]}, while {more[:1].lower()}{more[1:]}"
            length += len(parts[-1].split())
        lines = [" ".join(parts[place : place + 2]) for place in range(0, len(parts), 2)]
        return "\n\n".join(lines)

    def _aside(self, event: Event, published: date) -> str:
        rng = self.rng
        words = f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)}"
        more = f" and {rng.choice(WHAT)}" if rng.random() < 0.5 else ""
        return self._filled(f"{words}{more}.", event, published)

    def _filled(self, words: str, event: Event, published: date) -> str:
        rng = self.rng
        later = published + timedelta(days=rng.randint(2, 60))
        values = {
            **event.values,
            "n": str(rng.randint(2, 97)),
            "later": f"{MONTHS[later.month - 1]} {later.day}",
        }
        values |= {"street": rng.choice(STREETS), "other": rng.choice(TOWNS), "month": rng.choice(MONTHS)}
        return words.format(year=rng.randint(1950, 2014), **values)


def _when(day: date, published: date) -> str:
    apart = (published - day).days
    if apart < 7:
        return f"on {day.strftime('%A')}"
    return f"on {_long(day)}" if apart > 200 or apart < 0 else f"on {MONTHS[day.month - 1]} {day.day}"


def _long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def measured(articles: Sequence[dict[str, str]]) -> dict[str, float]:
    """What is compared with real news."""
    from generator.articles import read_record
    from generator.config import Settings
    from generator.model import Article
    from generator.pipeline import read_article

    given = [found for found in (read_record(dict(one)) for one in articles) if isinstance(found, Article)]
    readings = [read_article(article, Settings()) for article in given]
    bodies = [
        [r.article.text[s.start : s.end] for s in r.sentences if r.article.blocks[s.block].kind == "body"]
        for r in readings
    ]
    days = Counter(fact.date for reading in readings for fact in reading.facts if len(fact.date) == 10)
    return {
        "sentences an article": statistics.mean(map(len, bodies)),
        "words a sentence": statistics.mean(
            len(re.findall(r"\w+", text)) for body in bodies for text in body
        ),
        "facts an article": statistics.mean(len(reading.facts) for reading in readings),
        "facts a day": statistics.mean(days.values()),
    }


def main() -> None:
    """Lines of JSON, or a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dense", type=float, default=0.5, help="share in one story")
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--statistics", action="store_true")
    given = parser.parse_args()
    made = stories(given.count, given.seed, given.dense, given.words)
    if not given.statistics:
        for one in made:
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")
        return
    for name, value in measured(list(made)).items():
        print(f"{name:<24}{value:8.1f}   real news {REAL[name]:8.1f}")


if __name__ == "__main__":
    main()
