"""Amounts as people write them, and which of them a brief promises."""

import pytest

from language.money import brief_money, plain_number, read_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$62.50", "62.50 USD"),
        ("62,50 €", "62.50 EUR"),
        ("EUR 1.250,50", "1250.50 EUR"),
        ("1,250 USD", "1250 USD"),
        ("1 250,00 zł", "1250.00 PLN"),
        ("CHF 1'200.00", "1200.00 CHF"),
        ("£80", "80 GBP"),
        ("₱3500", "3500 PHP"),
        ("R$ 90", "90 BRL"),
        ("200 bucks", "200 USD"),
        ("$1.5k", "1500 USD"),
        ("we said $50, and $50 it is", "50 USD"),
        ("labour $80, parts $20, total $100", "100 USD"),
        ("between $5 and $9", ""),
        ("120", ""),
        ("3h", ""),
        ("page 12 of 40", ""),
        ("", ""),
    ],
)
def test_read_money(text: str, amount: str) -> None:
    assert read_money(text) == amount


@pytest.mark.parametrize(
    ("brief", "amount"),
    [
        ("Trim the hedge.\nBudget: $120\nDue Friday", "120 USD"),
        ("I'll pay $50 for this.", "50 USD"),
        ("Price: 200 EUR", "200 EUR"),
        ("The budget for this is 300 euros.", "300 EUR"),
        ("budget: 3h", ""),
        ("You get $15/h as always.", ""),
        ("Pay: $15 per hour", ""),
        ("List every difference over $5.", ""),
        ("Sell the old chairs for $100 each.", ""),
    ],
)
def test_brief_money(brief: str, amount: str) -> None:
    assert brief_money(brief) == amount


@pytest.mark.parametrize(
    ("written", "plain"),
    [("1.250,5", "1250.50"), ("1,250", "1250"), ("12,5", "12.50"), ("0.125", "0.125"), ("7", "7")],
)
def test_plain_number(written: str, plain: str) -> None:
    assert plain_number(written) == plain
