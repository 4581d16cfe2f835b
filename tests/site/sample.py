"""A made-up timeline with everything a page must be able to show: spans, claims, plans, doubts, odd text."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Article, Correction, DateReason, Entity, Fact, Place, Published, Source

PLAIN = DateReason("on 4 March", "day-month", "stated")
CARRIED = DateReason("", "", "published", "2024-03-05", "published")

ARTICLES = {
    one.id: one
    for one in (
        Article(
            "harbour-post-2024-03-05-bridge",
            "",
            title="Bridge over the Lune closes after inspection",
            authors=("Ada Marsh", "Bo Lindqvist"),
            publisher="The Harbour Post",
            published=Published("2024-03-05T18:04", "byline"),
            url="https://harbour.example/2024/bridge?a=1&b=2",
            archive_url="https://archive.example/x",
            lang="en",
        ),
        Article(
            "dispatch-2024-03-06-lune",
            "",
            title="Lune bridge: council promises “full answer”",
            publisher="Coast Dispatch",
            published=Published("2024-03-06", "url"),
            url="https://dispatch.example/lune",
            lang="en",
        ),
        Article(
            "untitled-003",
            "",
            published=Published("2024-03-05", "inferred", "It shares whole sentences with another article."),
            lang="en",
        ),
        Article(
            "jarida-2024-03-07-jisr",
            "",
            title="إغلاق الجسر فوق النهر",
            publisher="جريدة الساحل",
            published=Published("2024-03-07", "metadata"),
            lang="ar",
        ),
        Article(
            "annals-of-the-ford",
            "",
            title="Annals of the Ford",
            authors=("A monk of Lune",),
            publisher="Old Texts Society",
            published=Published("1894", "option"),
            lang="en",
        ),
    )
}

ENTITIES = (
    Entity("ada-quill", "Ada Quill", "person", ("Quill", "Mayor Quill"), "Mayor of Lune since 2019"),
    Entity("bram-osei", "Bram Osei", "person", ("Osei",), "Chief engineer"),
    Entity(
        "lune",
        "Lune",
        "place",
        ("the Lune",),
        "Town and river",
        "https://www.wikidata.org/wiki/Q1",
        coordinates="54.05, -2.80",
    ),
    Entity("bridge-trust", "Bridge Trust", "organisation", ("the Trust",)),
    Entity("secret", "Secret Name", "person", (), "", status="proposed"),
)


def fact(
    id: str,
    date: str,
    text: str,
    article: str = "harbour-post-2024-03-05-bridge",
    dated: DateReason = PLAIN,
    **more: object,
) -> Fact:
    """A reviewed fact with one source, whose quote is its text."""
    made = Fact(
        id,
        date,
        text,
        (Source(article, str(more.pop("quote", f"{text}.")), date=dated),),
        status="reviewed",
        origins=1,
        added="2024-03-10",
        place=Place(f"content/facts/2024/{id}.yaml", 2, 3),
    )
    return replace(made, **more)  # type: ignore[arg-type]


_BUSY = (
    (
        "closed",
        "The Lune bridge was closed to all traffic on 4 March after an inspection found cracks in two of its piers",
        "closure",
    ),
    ("two-piers", "Cracks up to 14 cm long were found in two piers", "inspection"),
    (
        "ferry",
        "A replacement ferry began to run between the two banks at a quarter of the usual capacity",
        "traffic",
    ),
    ("queues", "Queues reached back to the ring road", "traffic"),
    ("schools", "Three schools on the north bank sent their pupils home", "closure"),
    ("divers", "Divers went down to the foundations", "inspection"),
    ("police", "Police closed the quay road", "closure"),
    ("hotline", "The town opened a telephone line", ""),
)

FACTS: tuple[Fact, ...] = (
    *(
        fact(
            id,
            "2024-03-04",
            text,
            dated=PLAIN if number < 3 else CARRIED,
            tags=(tag,) if tag else (),
        )
        for number, (id, text, tag) in enumerate(_BUSY)
    ),
    fact(
        "quill-answer",
        "2024-03-05",
        "The town will give a full answer within a week",
        "dispatch-2024-03-06-lune",
        CARRIED,
        kind="statement",
        speaker="Ada Quill",
        via="Coast Dispatch",
        quote="The town will give a full answer within a week, Mayor Ada Quill told the Coast Dispatch.",
    ),
    fact(
        "warned-before",
        "2024-03-05",
        "The Trust had been warned twice about the piers",
        "dispatch-2024-03-06-lune",
        CARRIED,
        kind="statement",
        speaker="a person who has seen the reports",
        anonymous=True,
        via="Coast Dispatch",
        disagrees_with=("trust-denies",),
        status="disputed",
        reason="The Trust denies it.",
    ),
    fact(
        "trust-denies",
        "2024-03-06",
        "The Bridge Trust had been warned about the piers",
        "dispatch-2024-03-06-lune",
        DateReason("on Wednesday", "weekday", "relative", "2024-03-06", "published"),
        kind="statement",
        speaker="Bridge Trust",
        denied=True,
        disagrees_with=("warned-before",),
    ),
    replace(
        fact("injured-five", "2024-03-04", "Five people were injured when a scaffold fell", tags=("accident",), lead=True),
        sources=(
            Source("harbour-post-2024-03-05-bridge", "Five people were injured when a scaffold fell on 4 March.", date=PLAIN),
            Source("untitled-003", "Five people were injured when a scaffold fell.", date=replace(CARRIED, basis="inferred")),
        ),
        origins=1,
        disagrees_with=("injured-seven",),
    ),
    fact(
        "injured-seven",
        "2024-03-04",
        "At least seven people were injured when a scaffold fell",
        "dispatch-2024-03-06-lune",
        tags=("accident",),
        disagrees_with=("injured-five",),
    ),
    replace(
        fact("reopen-plan", "2024-09", "The bridge is to open again to light traffic in September", kind="plan", lead=True),
        sources=(
            Source("harbour-post-2024-03-05-bridge", "The bridge is to open again to light traffic in September.", date=DateReason("in September", "month", "stated")),
            Source("dispatch-2024-03-06-lune", "It is to open again in September.", date=DateReason("in September", "month", "stated")),
        ),
        origins=2,
    ),
    fact(
        "second-bridge",
        "2024-03-11/2024-03-17",
        "Osei proposed to build a second bridge beside the old one",
        "dispatch-2024-03-06-lune",
        DateReason("next week", "next-unit", "relative", "2024-03-06", "published"),
        kind="proposal",
        speaker="Bram Osei",
    ),
    fact("late-2022", "2022-09/2022-12", "The last full inspection took place in late 2022", dated=DateReason("in late 2022", "part-of-year", "stated")),
    fact("repair-2019", "2019", "The deck was renewed in 2019 & painted <grey>", dated=DateReason("in 2019", "year", "stated")),
    fact("flood-1990s", "199X", "Floods damaged the banks several times in the 1990s", dated=DateReason("in the 1990s", "decade", "stated")),
    fact("built", "1894-06-01", "The bridge was opened by the harbour master on 1 June 1894", "annals-of-the-ford", lead=True),
    fact("ford", "-0043", "There was a ford where the bridge stands", "annals-of-the-ford", DateReason("44 BC", "year-bc", "stated")),
    fact("around-1200", "1200~", "A wooden bridge was built", "annals-of-the-ford", DateReason("about 1200", "about", "stated")),
    fact(
        "arabic",
        "2024-03-07",
        "أغلقت السلطات الجسر فوق نهر Lune أمام حركة المرور بعد اكتشاف شقوق في الدعامات",
        "jarida-2024-03-07-jisr",
        DateReason("", "", "published", "2024-03-07", "published"),
        speaker="محافظ المدينة",
        kind="statement",
    ),
    fact(
        "long-word",
        "2024-03-08",
        "The Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantenverbandsvorsitzendenstellvertreter_of_Lune_*spoke*_[briefly](x) ` and {left}",
    ),
    fact(
        "corrected",
        "2024-03-09",
        "The ferry carries 90 passengers",
        corrections=(
            Correction("2024-03-12", "The ferry carries 900 passengers", "The ferry carries 90 passengers", "A digit too many."),
        ),
        merged_ids=("ferry-old-id",),
    ),
    fact("withdrawn-one", "2024-03-08", "The engineer resigned", status="withdrawn", reason="The outlet took the report back."),
    fact("draft-one", "2024-03-08", "Nobody but an editor may read this draft", status="draft"),
    fact("undated", "", "The lamps on the bridge are copies", dated=DateReason()),
    fact("image", "2021-05-02", "A plaque was put up", image="plaque.png", image_alt="A brass plaque on a pier"),
    fact("same-year-a", "2021-05-03", "Mayor Quill laid a wreath in Lune"),
    fact("same-year-b", "2020-11-30", "The Bridge Trust bought the toll house"),
    fact("same-year-c", "2020-02", "Tolls rose by a tenth", dated=DateReason("in February", "month", "stated")),
)  # fmt: skip

for _key, _article in list(ARTICLES.items()):
    _quotes = [source.quote for one in FACTS for source in one.sources if source.article == _key]
    ARTICLES[_key] = replace(_article, text="\n\n".join(_quotes))
