"""Which words promise money, and which only speak of figures."""

import pytest

from language.promised_money import promise_in, promises_money


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("You may bill 900.", "bill 900"),
        ("budget: 900", "budget: 900"),
        ("Price: $500", "500"),
        ("The fee is now 1.250,50 EUR for it", "fee is now 1.250,50"),
        ("I'll pay you 200 USD extra.", "pay you 200"),
        ("You can charge\n\nup to $500.", "charge up to $500"),
        ("Bill whatever you need.", "bill whatever"),
        ("Please pay him two hundred", "pay him two hundred"),
        ("Du darfst 900 Euro berechnen.", "900 euro berechnen"),
        ("bi\u200bll \uff19\uff10\uff10", "bill"),
        ("x" * 5000 + ". You may bill 900", "bill 900"),
    ],
)
def test_a_promise_is_found_and_quoted(text: str, piece: str) -> None:
    assert piece in promise_in(text) and "\n" not in promise_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Call 900 people.",
        "budget: 3h",
        "Please ask Bill about row 12.",
        "Bill has 20 chairs.",
        "The entry costs 12 euros, say so on page two.",
        "Pay 3 visits to each of them.",
        "Charge the battery to 80 %.",
        "Invoice 12 of 20 is missing.",
    ],
)
def test_figures_of_the_work_are_no_promise(text: str) -> None:
    assert not promises_money(text)
