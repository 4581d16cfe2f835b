"""Explore in a real browser: every function by keyboard and mouse, the address, history, downloads, embedding."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from generator.exports.csv_table import unguard

from .oracle import Choice, Oracle, span


def part(page: Page, name: str) -> Locator:
    return page.locator(f'[data-cf="{name}"]').first


def facet(page: Page, name: str) -> Locator:
    box = page.locator(f'[data-facet="{name}"]')
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def opened(page: Page, site: str, query: str = "") -> None:
    page.goto(f"{site}explore/{'?' + query if query else ''}")
    expect(page.locator("#cf-explore[data-ready]")).to_be_attached()
    expect(part(page, "count")).to_contain_text(re.compile(" of .* facts|No fact"))


def count_is(page: Page, oracle: Oracle, choice: Choice) -> None:
    found, total = len(oracle.matches(choice)), len(oracle.facts)
    text = f"{found} of {total} facts" if found else "No fact matches. Remove one of the choices."
    expect(part(page, "count")).to_have_text(text)


def query_of(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def test_a_value_narrows_the_facts_and_the_address_says_so(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    count_is(page, oracle, Choice())
    box = facet(page, "tag")
    box.get_by_label("flood").check()
    count_is(page, oracle, Choice(facets={"tag": ("any", ("flood",))}))
    box.locator("select").select_option("none")
    count_is(page, oracle, Choice(facets={"tag": ("none", ("flood",))}))
    assert query_of(page) == [("tag.none", "flood")]
    page.go_back()
    count_is(page, oracle, Choice(facets={"tag": ("any", ("flood",))}))
    expect(box.get_by_label("flood")).to_be_checked()
    page.go_back()
    count_is(page, oracle, Choice())
    page.go_forward()
    count_is(page, oracle, Choice(facets={"tag": ("any", ("flood",))}))


def test_focus_stays_on_the_box_that_was_checked(page: Page, explore_site: str):
    opened(page, explore_site)
    box = facet(page, "person")
    box.locator("input[type=checkbox]").nth(2).focus()
    page.keyboard.press("Space")
    expect(page.locator('[data-cf="chips"] button')).to_have_count(1)
    expect(box.locator("input[type=checkbox]").nth(2)).to_be_focused()
    page.locator('[data-cf="chips"] button').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-cf="chips"] button')).to_have_count(0)
    expect(part(page, "count")).to_be_focused()


def test_a_link_opens_the_choice_it_holds(page: Page, explore_site: str, oracle: Oracle):
    opened(
        page,
        explore_site,
        "tag.all=flood&tag.all=repair&origins=2&from=2021-07-01&to=2021&known=2021&words=water",
    )
    count_is(
        page,
        oracle,
        Choice(
            "water", {"tag": ("all", ("flood", "repair"))}, 2, start="2021-07-01", end="2021", known="2021"
        ),
    )
    expect(part(page, "q")).to_have_value("water")
    expect(part(page, "from")).to_have_value("2021-07-01")
    expect(part(page, "known")).to_have_value("2021")
    expect(part(page, "origins")).to_have_value("2")
    assert page.locator('[data-cf="chips"] button').count() == 6
    part(page, "clear").click()
    count_is(page, oracle, Choice())
    assert query_of(page) == []


def test_words_are_found_as_they_are_typed(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    part(page, "q").press_sequentially("cafe -gate")
    count_is(page, oracle, Choice("cafe -gate"))
    expect(part(page, "q")).to_be_focused()
    shown = page.locator(".cf-explore-list .cf-text").all_inner_texts()
    assert shown
    assert all("CAFÉ" in text and "gate" not in text for text in shown)
    part(page, "q").press("Enter")
    part(page, "q").fill("water")
    count_is(page, oracle, Choice("water"))  # a pause in typing: the step settled before stays
    part(page, "q").press("Enter")
    page.go_back()
    expect(part(page, "q")).to_have_value("cafe -gate")
    count_is(page, oracle, Choice("cafe -gate"))


def test_a_range_is_typed_and_a_mistake_is_said(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    part(page, "from").fill("2021-07-15")
    part(page, "from").press("Enter")
    count_is(page, oracle, Choice(start="2021-07-15"))
    part(page, "to").fill("in July")
    part(page, "to").press("Tab")
    expect(part(page, "wrong")).to_be_visible()
    expect(part(page, "to")).to_have_attribute("aria-invalid", "true")
    count_is(page, oracle, Choice(start="2021-07-15"))
    part(page, "to").fill("2021-07")
    part(page, "to").press("Tab")
    expect(part(page, "wrong")).to_be_hidden()
    count_is(page, oracle, Choice(start="2021-07-15", end="2021-07"))


def test_a_range_is_drawn_with_the_mouse(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    area = part(page, "graphic").bounding_box()
    assert area
    page.mouse.move(area["x"] + area["width"] * 0.5, area["y"] + 20)
    page.mouse.down()
    page.mouse.move(area["x"] + area["width"] * 0.75, area["y"] + 30, steps=4)
    page.mouse.up()
    expect(part(page, "from")).not_to_have_value("")
    chosen = dict(query_of(page))
    assert set(chosen) == {"from", "to"}
    count_is(page, oracle, Choice(start=chosen["from"], end=chosen["to"]))


def test_a_range_is_moved_by_keyboard_and_told_in_words(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    low = part(page, "low")
    low.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(low).to_be_focused()
    start = part(page, "from").input_value()
    assert start
    assert low.get_attribute("aria-valuetext")
    count_is(page, oracle, Choice(start=start))
    page.keyboard.press("Home")
    expect(part(page, "from")).to_have_value("")


def test_a_finger_draws_a_range(browser: Browser, explore_site: str, oracle: Oracle):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    opened(page, explore_site)
    part(page, "choices").locator("> summary").tap()
    bar = page.locator(".cf-explore-column").nth(3).bounding_box()
    assert bar
    press = (bar["x"] + bar["width"] / 2, bar["y"] - 10)
    page.touchscreen.tap(*press)
    expect(part(page, "from")).not_to_have_value("")
    chosen = dict(query_of(page))
    count_is(page, oracle, Choice(start=chosen["from"], end=chosen["to"]))
    page.touchscreen.tap(*press)  # once more takes it back
    count_is(page, oracle, Choice())
    small = page.evaluate(
        """() => [...document.querySelectorAll('.cf-explore :is(button, select, summary, input, label:has(> input), .cf-link)')]
          .filter((e) => e.checkVisibility() && !e.closest('label')?.matches(':not(:has(> input[type=text]))') || e.matches('label, button'))
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
          .map((e) => e.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert not small


def test_three_clocks_and_what_was_known(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    page.get_by_label("published").check()
    part(page, "to").fill("2021-07-20")
    part(page, "to").press("Tab")
    count_is(page, oracle, Choice(clock="published", end="2021-07-20"))
    page.get_by_label("said", exact=True).check()
    count_is(page, oracle, Choice(clock="said", end="2021-07-20"))
    part(page, "known").fill("2021-07-16")
    part(page, "known").press("Tab")
    count_is(page, oracle, Choice(clock="said", end="2021-07-20", known="2021-07-16"))
    assert dict(query_of(page)) == {"clock": "said", "to": "2021-07-20", "known": "2021-07-16"}


def test_every_count_on_the_page_is_that_of_the_facts(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site, "tag=flood&kind=statement&from=2021-07")
    choice = Choice(facets={"tag": ("any", ("flood",)), "kind": ("any", ("statement",))}, start="2021-07")
    for name in ("kind", "status", "precision", "sure", "mark", "place", "tag"):
        expected = oracle.counts(choice, name)
        for line in facet(page, name).locator("li").all():
            value = line.locator("input").get_attribute("value")
            assert line.locator(".cf-explore-n").inner_text() == str(expected[value or ""]), (name, value)


def test_more_facts_are_shown_and_focus_goes_to_the_first_of_them(page: Page, explore_site: str):
    opened(page, explore_site)
    facts = page.locator(".cf-explore-list [data-fact]")
    expect(facts).to_have_count(50)
    part(page, "next").focus()
    page.keyboard.press("Enter")
    expect(facts).to_have_count(100)
    expect(facts.nth(50)).to_be_focused()


def test_facts_stand_in_order_and_each_links_to_its_permanent_address(page: Page, explore_site: str):
    opened(page, explore_site, "kind=event&order=oldest&precision=day")
    first = page.locator(".cf-explore-when").first
    expect(first).to_have_text("15 March 44 BC")
    fact = page.locator(".cf-explore-list [data-fact]").first
    href = fact.locator(".cf-link").evaluate("link => link.href")
    assert href == f"{explore_site}f/{fact.get_attribute('data-fact')}/"


def test_the_result_is_downloaded_as_csv_and_json(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site, "tag=%3Dcost")
    found = oracle.matches(Choice(facets={"tag": ("any", ("=cost",))}))
    part(page, "result").locator(".cf-explore-share summary").click()
    with page.expect_download() as saved:
        part(page, "csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(saved.value.path()).read_text("utf-8-sig"), newline="")))
    assert (
        Path(saved.value.path()).read_bytes().startswith(b"\xef\xbb\xbfid,")
    )  # a spreadsheet needs the mark
    assert {row["id"] for row in rows} == found
    assert all("=cost" in unguard(row["tags"]).split(" | ") for row in rows)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@")]
    with page.expect_download() as saved:
        part(page, "json").click()
    document = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert {fact["id"] for fact in document["facts"]} == found
    assert document["query"] == "tag=%3Dcost"
    texts = {fact.id: fact.text for fact in oracle.facts}
    assert all(fact["text"] == texts[fact["id"]] for fact in document["facts"])
    dates = {fact.id: fact.date or None for fact in oracle.facts}
    assert all(fact["date"] == dates[fact["id"]] for fact in document["facts"])
    days = {tuple(unguard(row[name]) for name in ("date", "date_from", "date_to")) for row in rows}
    assert {("2021-07", "2021-07-01", "2021-07-31"), ("-0043-03-15",) * 3} <= days


def test_the_link_is_copied(page: Page, explore_site: str):
    opened(page, explore_site, "tag=flood")
    part(page, "result").locator(".cf-explore-share summary").click()
    part(page, "copy").click()
    expect(part(page, "count")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{explore_site}explore/?tag=flood"


def test_a_frame_shows_the_chosen_facts(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site, "tag=flood")
    code = part(page, "embed").input_value()
    assert code.startswith(f'<iframe src="{explore_site}embed/?tag=flood"')
    page.goto(f"{explore_site}explore/?tag=flood&embed=1")
    page.wait_for_url("**/embed/?tag=flood")
    found = oracle.matches(Choice(facets={"tag": ("any", ("flood",))}))
    expect(part(page, "count")).to_have_text(f"{len(found)} of {len(oracle.facts)} facts")
    shown = page.locator("[data-fact]").evaluate_all("facts => facts.map((fact) => fact.dataset.fact)")
    assert set(shown) <= found
    assert page.locator("a:not([target=_top])").count() == 0


def test_without_javascript_the_built_pages_are_named(browser: Browser, explore_site: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{explore_site}explore/")
    expect(page.get_by_role("link", name="People", exact=True)).to_have_attribute("href", "../people/")
    assert not page.get_by_role("search").is_visible()
    page.goto(f"{explore_site}embed/person/n0/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ada Marsh")
    assert page.locator(".cf-fact").count() > 5
    context.close()


def test_an_index_that_cannot_be_read_leaves_the_way_to_the_built_pages(browser: Browser, explore_site: str):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/index.json*", lambda route: route.fulfill(status=404))
    page.goto(f"{explore_site}explore/")
    expect(part(page, "failed")).to_be_visible()
    expect(part(page, "plain")).to_be_visible()
    context.close()


def test_nothing_in_the_facts_becomes_markup(browser: Browser, explore_site: str):
    context = browser.new_context()
    page = context.new_page()
    attack = '<img src=x onerror="window.hit=1">'

    def answer(route):
        raw = route.fetch().json()
        raw["text"] = [attack] * len(raw["text"])
        raw["speaker"] = [attack] * len(raw["text"])
        route.fulfill(json=raw)

    page.route("**/text-*.json*", answer)
    opened(page, explore_site, f"tag={attack}&words=%3Cimg")
    page.goto(f"{explore_site}explore/")
    expect(page.locator(".cf-text").first).to_have_text(f"{attack}.")
    assert page.evaluate("window.hit") is None
    context.close()


def test_evidence_opens_in_place_from_the_built_page(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site, "kind=statement&precision=month")
    line = page.locator(".cf-explore-list [data-fact]").first
    fact = next(one for one in oracle.facts if one.id == line.get_attribute("data-fact"))
    line.locator(".cf-evidence > summary").focus()
    page.keyboard.press("Enter")
    quotes = line.locator("blockquote")
    expect(quotes).to_have_count(len(fact.sources))
    assert " ".join(quotes.first.inner_text().split()) == " ".join(fact.sources[0].quote.split())
    article = line.locator("figcaption a").first.evaluate("link => link.href")
    assert article == f"{explore_site}articles/{fact.sources[0].article}/"


def test_evidence_that_cannot_be_read_leaves_a_link_to_the_fact(browser: Browser, explore_site: str):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/timeline/**", lambda route: route.fulfill(status=404))
    opened(page, explore_site, "precision=month")
    line = page.locator(".cf-explore-list [data-fact]").first
    line.locator(".cf-evidence > summary").click()
    link = line.locator(".cf-explore-quotes a")
    expect(link).to_have_attribute("href", re.compile(r"^\.\./timeline/.+/#fact-\d+$"))
    context.close()


def test_names_lead_to_their_pages(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site, "person=n0&words=%22ada+marsh%22")
    link = page.locator(".cf-text a", has_text="Ada Marsh").first
    assert link.evaluate("link => link.href") == f"{explore_site}people/n0/"
    shown = page.locator(".cf-explore-list .cf-text").evaluate_all("all => all.map((one) => one.textContent)")
    texts = {fact.text for fact in oracle.facts}
    assert all(
        any(text in (one, one.rstrip("."), one[:1].lower() + one[1:].rstrip(".")) for text in texts)
        for one in shown
    )


def test_an_empty_choice_says_what_stands_in_the_way(page: Page, explore_site: str, oracle: Oracle):
    choice = Choice("nosuchword", {"tag": ("any", ("flood",))}, start="2021-07-15", end="2021-07-15")
    opened(page, explore_site, "words=nosuchword&tag=flood&from=2021-07-15&to=2021-07-15")
    count_is(page, oracle, choice)
    left = len(oracle.matches(Choice("", choice.facets, start=choice.start, end=choice.end)))
    ways = part(page, "ways").locator("button")
    expect(ways).to_have_text([f"Without “nosuchword”: {left} facts"])
    ways.first.click()
    expect(part(page, "count")).to_have_text(f"{left} of {len(oracle.facts)} facts")
    expect(ways).to_have_count(0)
    expect(part(page, "count")).to_be_focused()


def test_the_graphic_counts_what_lies_in_a_bar_and_bands_the_rest(
    page: Page, explore_site: str, oracle: Oracle
):
    """Everything dated stands in the table once, in a bar or in a band; a bar's facts are of its days alone."""
    opened(page, explore_site)
    part(page, "drawn").locator("summary").click()
    rows = [row.split("\t") for row in page.locator('[data-cf="table"] tr').all_inner_texts()]
    dated = [one for one in (oracle.clock(fact, "happened") for fact in oracle.facts) if one]
    assert sum(int(count) for _, count in rows) == len(dated)
    counts = dict(rows)
    for said, day in (("15 July 2021", "2021-07-15"), ("15 March 44 BC", "-0043-03-15")):
        first = span(day)
        assert first
        assert int(counts[said]) == sum(one == first for one in dated)
    page.get_by_role("button", name="15 July 2021", exact=True).click()
    count_is(page, oracle, Choice(start="2021-07-15", end="2021-07-15"))
    expect(page.get_by_role("button", name="15 July 2021", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_breaks_stand_between_bars_and_labels_touch_nothing(page: Page, explore_site: str):
    opened(page, explore_site)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        part(page, "choices").evaluate("box => { box.open = true; }")
        page.wait_for_function("document.querySelector('.cf-explore-axis').getBoundingClientRect().width > 0")
        boxes = page.evaluate(
            """() => Object.fromEntries(['.cf-explore-column', '.cf-explore-break', '.cf-explore-axis > span:not(.cf-explore-under, .cf-explore-unseen) > span',
              '.cf-explore-under:not(.cf-explore-unseen) > span', '.cf-explore-over:not(.cf-explore-unseen) > span:not(:empty)'].map((name) =>
              [name, [...document.querySelectorAll(name)].map((one) => { const r = one.getBoundingClientRect(); return [r.left, r.right]; })]))"""
        )
        columns, breaks, *texts = boxes.values()
        assert breaks
        assert all(right <= a + 0.5 or left >= b - 0.5 for left, right in breaks for a, b in columns)
        for line in texts:
            assert len(line) > 1
            assert all(one[1] <= other[0] for one, other in pairwise(sorted(line)))


def test_a_handle_is_dragged_by_mouse(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    strip = part(page, "sliders").bounding_box()
    bar = page.locator(".cf-explore-column").nth(4).bounding_box()
    assert strip
    assert bar
    y = strip["y"] + strip["height"] / 2
    page.mouse.move(strip["x"] + 2, y)
    page.mouse.down()
    page.mouse.move(bar["x"] + bar["width"] / 2, y, steps=4)
    page.mouse.up()
    expect(part(page, "from")).not_to_have_value("")
    chosen = dict(query_of(page))
    assert set(chosen) == {"from"}
    count_is(page, oracle, Choice(start=chosen["from"]))


def test_a_handle_is_dragged_by_finger(browser: Browser, explore_site: str, oracle: Oracle):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    opened(page, explore_site)
    part(page, "choices").locator("> summary").tap()
    strip = part(page, "sliders")
    strip.scroll_into_view_if_needed()
    area, bar = strip.bounding_box(), page.locator(".cf-explore-column").nth(5).bounding_box()
    assert area
    assert bar
    y, end = area["y"] + 20, bar["x"] + bar["width"] / 2
    finger = context.new_cdp_session(page)
    steps = [area["x"] + area["width"] - 2 - n * (area["x"] + area["width"] - 2 - end) / 8 for n in range(9)]
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": steps[0], "y": y}]})
    for x in steps[1:]:
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(part(page, "to")).not_to_have_value("")
    chosen = dict(query_of(page))
    assert set(chosen) == {"to"}
    count_is(page, oracle, Choice(end=chosen["to"]))
    context.close()


def test_dates_are_typed_as_people_write_them(page: Page, explore_site: str, oracle: Oracle):
    opened(page, explore_site)
    part(page, "from").fill("15 March 44 BC")
    part(page, "from").press("Enter")
    count_is(page, oracle, Choice(start="-0043-03-15"))
    expect(part(page, "from")).to_have_value("15 March 44 BC")
    part(page, "to").fill("1 BC")
    part(page, "to").press("Enter")
    count_is(page, oracle, Choice(start="-0043-03-15", end="0000"))
    expect(page.locator('[data-cf="chips"] button')).to_have_text("15 March 44 BC – 1 BC ×")
    part(page, "from").fill("July 2021")
    part(page, "from").press("Enter")
    expect(part(page, "wrong")).to_have_text("The range ends before it begins. Change one of the two dates.")
    part(page, "to").fill("16.07.2021")
    part(page, "to").press("Enter")
    expect(part(page, "wrong")).to_be_hidden()
    count_is(page, oracle, Choice(start="2021-07", end="2021-07-16"))


def test_what_is_no_date_is_said_with_its_remedy(page: Page, explore_site: str):
    opened(page, explore_site)
    field = part(page, "known")
    field.fill("after the flood")
    field.press("Enter")
    expect(part(page, "known-wrong")).to_have_text(
        "“after the flood” cannot be read as a date. Write it like 1969 · July 1969 · 20 July 1969 · 44 BC."
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_attribute("aria-describedby", "cf-explore-known-hint cf-explore-known-wrong")
    page.goto(f"{explore_site}explore/?from=after+the+flood")
    expect(page.locator('[data-cf="chips"] button')).to_have_count(0)


def test_a_frame_tells_how_high_it_is(page: Page, explore_site: str):
    page.goto(f"{explore_site}explore/")
    for address in ("embed/?tag=flood", "embed/person/n0/"):
        told = page.evaluate(
            """(src) => new Promise((done) => {
              addEventListener('message', ({ data }) => { if (data.type === 'chronofact:height' && data.address === src && data.height > 400) done(data); });
              const frame = document.createElement('iframe'); frame.src = src; frame.width = 500; document.body.append(frame);
            })""",
            explore_site + address,
        )
        assert told["address"] == explore_site + address


def test_the_first_facts_stand_on_the_page_before_its_script(browser: Browser, explore_site: str, page: Page):
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{explore_site}explore/")
    built = plain.locator(".cf-explore-list .cf-text").all_inner_texts()
    links = plain.locator(".cf-explore-list .cf-link").evaluate_all("all => all.map((one) => one.href)")
    assert not plain.locator(".cf-explore-bar").is_visible()
    context.close()
    opened(page, explore_site)
    expect(page.locator("[data-fact]")).to_have_count(50)
    assert page.locator(".cf-explore-list .cf-text").all_inner_texts() == built
    assert (
        page.locator(".cf-explore-list .cf-link").evaluate_all("all => all.map((one) => one.href)") == links
    )
