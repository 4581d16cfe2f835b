"""What is typed finds what a reader means, in several scripts; and a query of any length is borne."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

CASES = tuple(
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "searches.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
ASK = """async ({ cases, base }) => {
  const { finds, inWords, readQuery } = await import(base + 'search.js');
  return cases.map(([text, query]) => (finds(readQuery(query), inWords(text)) ? 'yes' : 'no'));
}"""


def test_words_are_found_in_every_script(page: Page, explore_site: str) -> None:
    page.goto(f"{explore_site}explore/")
    found = page.evaluate(ASK, {"cases": CASES, "base": f"{explore_site}assets/explore/"})
    assert [(*case[:2], answer) for case, answer in zip(CASES, found, strict=True)] == list(CASES)


def test_a_query_of_any_length_is_borne(page: Page, explore_site: str) -> None:
    page.goto(f"{explore_site}explore/")
    terms = page.evaluate(
        """async (base) => {
          const { readQuery } = await import(base + 'search.js');
          return [readQuery('word '.repeat(100000)), readQuery('"'.repeat(9999)), readQuery([...Array(99).keys()].join(' '))].map((one) => one.length);
        }""",
        f"{explore_site}assets/explore/",
    )
    assert terms == [1, 0, 32]
