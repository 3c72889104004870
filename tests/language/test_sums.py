"""Which briefs have a sum in them on which money may hang, and which have none."""

import pytest

from language.money import brief_money
from language.sums import sum_in


@pytest.mark.parametrize(
    ("brief", "sum_"),
    [
        ("Paint the door, for $80.", "80 USD"),
        ("Paint the door for 80 dollars.", "80 USD"),
        ("Paint the door.\n$80 for the lot.", "80 USD"),
        ("The budget is 80 dollars", "80 USD"),
        ("Türen streichen, € 50 pauschal.", "50 EUR"),
        ("Paint it, 80 US dollars all in.", "80"),
        ("Paint it. 80.- EUR", "80"),
        ("List every difference over $5.", "5 USD"),
        ("Paint it for £1,250.50", "1250.50 GBP"),
        ("Paint it, eighty dollars as agreed.", "eighty dollars"),
        ("Gartenarbeit, fünfzig Euro.", "fünfzig euro"),
        ("Pinte a porta, 80 reais.", "80 BRL"),
        ("Pinta la puerta, 900 pesos.", "900 pesos"),
        ("Mal døra, 500 kr.", "500 kr"),
        ("Type it up: 50 cents a line.", "50 cents"),
        ("Paint it, USD 80-100.", "80 USD"),
        ("$2 per page, please.", "2 USD"),
        ("10 hours at $15 per hour, $150 in total.", "150 USD"),
        ("Decide: up to $50\nPrice: $200", "200 USD"),
        ("Decide: up to $50, price $200", "200 USD"),
        ("Call all.\n" * 400 + "For $80.", "80 USD"),
        ("You get\n80\ndollars for it.", "80 USD"),
    ],
)
def test_a_sum_is_found(brief: str, sum_: str) -> None:
    assert sum_in(brief).lower().startswith(sum_.lower())


@pytest.mark.parametrize(
    "brief",
    [
        "Paint it, I pay 120.",
        "Paint it. I'll pay you 120 for it.",
        "Budget: 200",
        "Price 90, as ever.",
        "Ich zahle dir 120.",
        "Te pago 120 por esto.",
        "Je paie 120.",
        "120 for the lot.",
        "Paint it, 120 all in.",
        "Paint it for a flat fee.",
        "At the usual price, please.",
        "Wie immer zum Festpreis.",
        "Paint it at the agreed rate per page.",
        "You are paid by the piece.",
        "You may bill what it takes.",
        "I'd pay eighty for it.",
        "You get 80.",
        "You'll have 80 from me.",
        "I'll give you 80 for it.",
        "The cost is 80.",
        "Payment of 80 on delivery.",
        "Du bekommst 80 dafür.",
        "Same money as last time.",
        "I'll pay you as usual.",
        "AUD$80",
        "Fr. 80.-",
        "100 Kč",
        "100 złotych",
        "$eighty",
    ],
)
def test_a_price_without_a_currency_counts(brief: str) -> None:
    assert sum_in(brief)


@pytest.mark.parametrize(
    "brief",
    [
        "",
        "Call each person on the list.\nDue by Wednesday 5PM Pacific time.",
        "You get $15/h as always.",
        "Pay: $15 per hour",
        "Your hourly rate is $15, as always.",
        "15 EUR die Stunde, wie immer.",
        "15 Euro Stundenlohn wie immer.",
        "Budget: 3h",
        "Budget: 2.5 hours",
        "Budget: 90 minutes",
        "decide: up to $50",
        "You may decide: up to 50 dollars",
        "Decide: you may spend up to 50 EUR.",
        "Try 3 hotels and 5 pens, 12 pen drives, and ask Ron 5 times.",
        "Pay 3 visits to each of them.",
        "Charge the battery to 80 %.",
        "Call 900 people by 5 pm.",
        "List the price of each chair.",
        "Ask about the cost of parking.",
        "Move to php 8 on 4 servers.",
        "Get 12 quotes, page 12 of 40, for 80 guests.",
        "Paint 80 doors for the whole street.",
        "Send it for the second time.",
        "You get 3 files by mail, and 40 names.",
        "You will get it at 5 pm.",
        "Fr 5 is the day, Fr. 4.12. the other one.",
        "Pay attention to page 12.",
        "The conversion rate is 80 %.",
        "Your rate is $15 per hour, as ever.",
        "It is worth a second look.",
        "Give them one copy, and you get one.",
    ],
)
def test_what_is_no_price_is_none(brief: str) -> None:
    """Hours, a rate by the hour, a limit of what may be decided, and things to count."""
    assert sum_in(brief) == ""


@pytest.mark.parametrize(
    ("brief", "amount"),
    [
        ("Paint the door, for $80.", "80 USD"),
        ("$80 for the lot", "80 USD"),
        ("€ 50 pauschal", "50 EUR"),
        ("budget is 80 dollars", "80 USD"),
        ("Paint it ($80 all in).", "80 USD"),
        ("List every difference over $5.", ""),
        ("Sell the old chairs for $100 each.", ""),
        ("Sell the old chairs, for $100 each.", ""),
        ("Decide: up to $50 for the lot", ""),
    ],
)
def test_which_sum_is_the_price(brief: str, amount: str) -> None:
    """The contractor is told how to send a bill only where it surely is one."""
    assert brief_money(brief) == amount
