"""The due reader on text that was made to hurt: it answers, and soon."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.due import read_due, read_due_phrase
from language.meaning import DueReading
from language.tokens import tokens

NOW = datetime(2026, 11, 30, 17, 12, tzinfo=UTC)
PIECES = """
by due on before until next this end of the week month Friday Monday 5 5pm 17:00 3/4 31/12
2026-12-01 99/99/9999 noon EOD first last 29 Feb 0 9999 a couple days from ago every in hours year
100000 Q4 KW 53 , . : ( ) > -- or then UTC+99 Easter 24:00 2400 1e9 31st 39th -1 \u00bd \u0663 \x00
\U0001f600 week's day's Sunday's day after 3-5
"""
GUARD = 5.0  # seconds; the reader needs a hundredth of it, and a busy machine is no failure


@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=40),
    st.sampled_from(("Pacific/Apia", "Asia/Kathmandu", "nowhere")),
)
@settings(max_examples=400, deadline=None)
def test_no_mixture_of_date_words_raises(words: list[str], zone: str) -> None:
    text = " ".join(words)
    assert isinstance(read_due(text, NOW, zone), DueReading)
    assert isinstance(read_due_phrase(text, NOW, zone, "xx"), DueReading)


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_due(text, NOW, "Europe/Berlin", "de-DE"), DueReading)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_tokens_stand_in_order_within_the_text(text: str) -> None:
    found = tokens(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(
        one.end <= other.start or one.start == other.start
        for one, other in zip(found, found[1:], strict=False)
    )


@pytest.mark.parametrize("year", [1, 1970, 9999])
def test_the_ends_of_time_are_no_trouble(year: int) -> None:
    at = datetime(year, 12, 31, 23, 59, tzinfo=UTC)
    for text in ("due tomorrow", "by next week", "in 400 days", "by Friday", "due 29 Feb", "in 3 months"):
        assert isinstance(read_due(text, at, "Pacific/Kiritimati"), DueReading)


@pytest.mark.parametrize(
    "piece",
    [
        "1/2 ",
        "by ",
        "due ",
        "9",
        "(",
        ">",
        "\n",
        "On ",
        "by 5 ",
        "a week from ",
        "end of the ",
        "if by Friday ",
        "=?utf-8?q?",
        '"',
        "'",
        "-",
        "5-",
        "at the latest ",
        "next ",
        "please by Friday or ",
        "Due: x\n",
        "\u00e9",
        "deadline for the ",
        "3 days before ",
        "day after ",
        "3-5 days from ",
        "week of ",
        "Friday 3-5 days ",
    ],
)
def test_a_flood_of_one_piece_is_answered(piece: str) -> None:
    flood = (piece * 100_000)[:100_000]
    started = time.monotonic()
    read_due(flood, NOW, "America/New_York")
    assert time.monotonic() - started < GUARD
