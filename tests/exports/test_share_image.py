"""Share images: drawn from the site's own words, the same on every machine, honest about letters they lack."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from generator.exports.share_image import HEIGHT, WIDTH, ShareCard, bars_of, draw_share_image

from .sample import FACTS

CARD = ShareCard("Harbour strike", "7 facts from 2 articles", "What happened at the docks.", (1, 0, 3))


def ink(card: ShareCard, box: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)) -> tuple[int, ...] | None:
    """Where something is drawn within ``box``."""
    image = Image.open(io.BytesIO(draw_share_image(card))).convert("RGB")
    assert image.size == (WIDTH, HEIGHT)
    part = image.crop(box)
    paper = Image.new("RGB", part.size, image.getpixel((0, 0)))
    return ImageChops.difference(part, paper).getbbox()


def test_the_same_card_gives_the_same_bytes_and_name():
    assert draw_share_image(CARD) == draw_share_image(replace(CARD))
    assert CARD.path == replace(CARD).path
    assert CARD.path != replace(CARD, line="8 facts").path
    assert len(draw_share_image(CARD)) < 40_000
    assert CARD.alt == "Harbour strike, 7 facts from 2 articles"


TITLE = (0, 0, WIDTH, 380)


@pytest.mark.parametrize(
    "title",
    [
        "Страйк у порту",
        "إغلاق الجسر فوق النهر",
        "שביתה בנמל",
        "Απεργία στο λιμάνι",
        "W" * 300,
        "long words " * 60,
    ],
)
def test_a_title_of_any_length_and_many_scripts_stays_inside(title: str):
    found = ink(replace(CARD, title=title, line="", right_to_left="إ" in title), TITLE)
    assert found
    left, top, right, bottom = found
    assert left >= 60
    assert right <= WIDTH - 60
    assert top > 20
    assert bottom < 375


def test_what_is_read_from_the_right_stands_at_the_right():
    found = ink(replace(CARD, title="جسر", line="", right_to_left=True), TITLE)
    assert found
    assert found[0] > WIDTH / 2


def test_letters_that_cannot_be_drawn_leave_the_picture_of_time():
    card = replace(CARD, title="日本の港", line="", below="")
    assert ink(card, TITLE) is None
    assert ink(card, (0, 400, WIDTH, 520))


def test_bars_are_the_facts_over_their_time():
    bars = bars_of([fact for fact in FACTS if fact.id != "harbour-founded"], 10)
    assert sum(bars) == 5
    assert bars[0] == 1
    assert bars_of([FACTS[-1]]) == ()
    assert bars_of([FACTS[0]], 4) == (1, 0, 0, 0)
