"""The whole story of a page and nothing else: in asides, halves, tables and scripts without blanks; boxes told apart."""

from __future__ import annotations

import pytest

from benchmarks.page_days import ours, rows
from generator.articles import read_record
from generator.model import Article

STORY = [
    f"The council of Mill Town spoke for {hours} hours about the old weir on Tuesday, the engineer Rosa Vale said. It was late."
    for hours in ("two", "three", "four", "five", "six")
]
BODY = "".join(f"<p>{words}</p>" for words in STORY)
ZH = [
    "港口镇议会在星期二投票决定关闭这个老渡轮，市长说。新桥的工程将在六月三日开始，这是一个大的计划。",
    "渡轮自一九三一年起就在河上载人，工会说八个人将失去工作。",
]
JA = [
    "港町の議会は火曜日に古い渡し船を廃止することを決めた、と市長は述べた。",
    "新しい橋の工事は六月三日に始まる、と港湾局は発表した。",
]
TH = [
    "สภาเมืองโรงสีลงมติให้ขยายฝาย วิศวกรโรซากล่าว ไม่มีใครคัดค้านแผนการนี้เลย",
    "งานนี้จะใช้เงินเก้าล้านยูโร สำนักงานน้ำกล่าวในแถลงการณ์ ฟาร์มสองแห่งถูกน้ำท่วม",
]


def blocks(html: str, lang: str = "en") -> dict[str, str]:
    """What every piece of the page is."""
    page = f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>The weir of Mill Town</title>"
    found = read_record({"id": "a", "html": page + html})
    assert isinstance(found, Article), found
    return {found.text[block.start : block.end]: block.kind for block in found.blocks}


def story_of(found: dict[str, str]) -> list[str]:
    return [words for words, kind in found.items() if kind == "body"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["name"])
def test_the_day_of_a_page(row: dict[str, str]) -> None:
    assert ours(row) == row["day"]


@pytest.mark.parametrize(("lang", "story"), [("zh", ZH), ("ja", JA), ("th", TH), ("zh", ZH[:1])])
@pytest.mark.parametrize("tag", ["article", "div"])
def test_scripts_without_blanks(lang: str, story: list[str], tag: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in story)
    assert story_of(blocks(f"<body><{tag}><h1>{story[0][:9]}</h1>{body}</{tag}>", lang)) == story


@pytest.mark.parametrize(
    "around",
    [
        "<aside class=main><h1>The weir</h1>{}</aside>",
        '<div class="related-content"><h1>The weir</h1>{}</div>',
        '<section id="comments-and-story" class="modal"><h1>The weir</h1>{}</section>',
        "<footer><h1>The weir</h1>{}</footer>",
        '<form id="f"><h1>The weir</h1>{}</form>',
    ],
)
def test_a_story_in_an_odd_place(around: str) -> None:
    assert story_of(blocks(f"<body><div><a href=/>Home</a></div>{around.format(BODY)}</body>")) == STORY


@pytest.mark.parametrize(
    "halves",
    [
        ("<div class=a>", "</div><div class=ad>Buy</div><div class=b>", "</div>"),
        ("<article>", "</article><section>", "</section>"),
        ("<div id=content>", "</div><div class=gallery><img src=x></div><div id=more-text>", "</div>"),
        ("<main><section>", "</section></main><div>", "</div>"),
    ],
)
def test_no_half_is_lost(halves: tuple[str, str, str]) -> None:
    first, second = ("".join(f"<p>{words}</p>" for words in part) for part in (STORY[:2], STORY[2:]))
    found = blocks(f"<body><h1>The weir</h1>{halves[0]}{first}{halves[1]}{second}{halves[2]}</body>")
    assert story_of(found) == STORY


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (("3 May 1931", "The ferry was opened by the king"), "3 May 1931: The ferry was opened by the king"),
        (("1952", "The second boat was built at Lakeside"), "1952: The second boat was built at Lakeside"),
        (("9. Juni 1952", "Das zweite Boot wurde gebaut", "Seeheim"), "9. Juni 1952: Das zweite Boot wurde gebaut, Seeheim"),
        (("2024-06-03", "Work on the bridge began"), "2024-06-03: Work on the bridge began"),
        (("June 1952", "The second boat was built"), "June 1952: The second boat was built"),
        (("9 June", "The second boat was built"), "9 June: The second boat was built"),
        (("3–5 mai 1931", "Le bac a été ouvert"), "3–5 mai 1931: Le bac a été ouvert"),
        (("junio de 1952", "Se construyó la segunda barca"), "junio de 1952: Se construyó la segunda barca"),
        (("1931–1952", "The first boat was in use"), "1931–1952: The first boat was in use"),
        (("c. 1890", "A first boat was built"), "c. 1890: A first boat was built"),
        (("1500 m", "Jane Roe came in third"), ""),
        (("Mayor", "Jane Roe was voted in"), ""),
        (("12", "Jane Roe was voted in"), ""),
    ],
)  # fmt: skip
def test_a_row_keeps_its_day(cells: tuple[str, ...], row: str) -> None:
    table = f"<table><tr><th>Date</th><th>Event</th></tr><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
    found = blocks(f"<body><article><h1>The weir</h1>{BODY}{table}</article>")
    assert found[row] == "body" if row else not any(": " in words for words in found)


SAID = "Farms below the weir were flooded twice in the last two winters"
# What stands on the page besides the story, before it or in the middle of it.
BOXES: list[tuple[str, str]] = [
    ("head", f"<header><h2>{SAID}</h2></header>"),
    ("head", f'<header><p class="standfirst">{SAID}.</p></header>'),
    ("head", f'<div><p>{SAID}.</p></div><!-- description -->'),
    ("head", f'<div class="article-subtitle">{SAID}.</div>'),
    ("head", f"<ul><li>{SAID}.</li><li>Work will begin in June and cost nine million.</li></ul>"),
    ("head", f'<div class="key-points"><p>In short</p><ul><li>{SAID}.</li><li>Work begins in June.</li></ul></div>'),
    ("", f"<div><h3>By the numbers</h3><ul><li>{SAID}.</li><li>90 years is how old it is.</li></ul></div>"),
    ("", f"<h3>Das Wichtigste in Kürze</h3><ul><li>{SAID}.</li></ul>"),
    ("", f'<p><a href="/z">{SAID}</a></p>'),
    ("", f'<ul><li><a href="/z">{SAID}</a></li><li><a href="/y">The mayor was elected in May</a></li></ul>'),
    ("", f'<h3><a href="/z">{SAID}</a></h3>'),
    ("", f"<figure><img src=a><figcaption>{SAID}.</figcaption></figure>"),
    ("", f'<div class="image-caption">{SAID}.</div>'),
    ("", f'<p class="wp-caption-text">{SAID}.</p>'),
    ("", f'<span class="photo-credit">{SAID}.</span>'),
    ("", f"<div><h3>Your subscription</h3><p>Your subscription is used on another device.</p><p>If you go on, {SAID.lower()}.</p></div>"),
    ("", f"<div><p>Abonnieren Sie unseren Newsletter, und Sie lesen: {SAID}.</p></div>"),
    ("", f"<div><p>Suscríbete y con tu cuenta lee: {SAID}.</p></div>"),
    ("", f'<div class="newsletter-box"><p>{SAID}.</p></div>'),
    ("", f'<div class="relatedArticles"><p>{SAID}.</p></div>'),
]  # fmt: skip


@pytest.mark.parametrize(("where", "box"), BOXES)
def test_what_is_no_story(where: str, box: str) -> None:
    description = f'<meta name="description" content="{SAID}.">' if "description" in box else ""
    head, tail = (box, "") if where == "head" else ("", box)
    middle = "".join(f"<p>{words}</p>" for words in STORY[3:])
    page = f"{description}<body><article><h1>The weir</h1>{head}{BODY[: BODY.index(STORY[3]) - 3]}{tail}{middle}</article>"
    found = blocks(page)
    assert story_of(found) == STORY, found


@pytest.mark.parametrize(
    "paragraph",
    [
        '<p><a href="/a">The council</a> closed the lower sluice on Friday, and <a href="/b">farms</a> were flooded.</p>',
        "<p>You pay nine euros a month for your subscription to the swimming bath, the mayor told the council.</p>",
        "<ul><li>The council closed the lower sluice on Friday, and two farms were flooded.</li></ul>",
        "<blockquote><p>We closed the lower sluice on Friday, and two farms were flooded.</p></blockquote>",
    ],
)
def test_what_is_part_of_the_story(paragraph: str) -> None:
    found = story_of(
        blocks(
            f"<body><article><h1>The weir</h1>{BODY}{paragraph}{BODY.replace('Tuesday', 'Monday')}</article>"
        )
    )
    assert len(found) == 2 * len(STORY) + 1, found


@pytest.mark.parametrize(
    ("term", "told", "line"),
    [
        ("3 May 1931", "The weir was opened.", "3 May 1931: The weir was opened."),
        ("1952", "A second weir was built.", "1952: A second weir was built."),
        ("Am 9. Juni 1952", "Ein Wehr wurde gebaut.", "Am 9. Juni 1952: Ein Wehr wurde gebaut."),
        ("Fares", "They were raised in 1960.", "They were raised in 1960."),
    ],
)
def test_a_term_keeps_its_day(term: str, told: str, line: str) -> None:
    terms = f"<dl><dt>{term}</dt><dd>{told}</dd></dl>"
    assert blocks(f"<body><article><h1>The weir</h1>{BODY}{terms}</article>")[line] == "body"
