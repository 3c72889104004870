"""P15: what owners in a hurry write. The sentences were written before the rules for them, by somebody
who did not know these, as 200 that tell the own date without a thought, and two times 200 that do not."""

from pathlib import Path

import pytest

from tests.tasks.own_date import told

CASES = Path(__file__).parent / "cases"
# Not held: that somebody needs two days is not said to come behind the contractor's date.
GOES_THROUGH = {"I need it Weds because my designer needs two days with it before it goes out."}
IN_DOUBT = {  # they could tell it, so they stay back, and their owner reads that
    "Delivery normally takes 3 to 4 working days.",
    "Rent is 890 a month plus heating.",
    "Fish is on the menu every Friday, just keep that line as it is.",
    "La torta deve stare in frigo due giorni, scrivilo nella ricetta.",
    "أرجو إرسال الملف يوم الأربعاء قبل الخامسة.",
    "Ask for Mr Friday at the front desk, that is really his name.",
    "Our reference is 2026/338-B.",
    "Der Kleber braucht zwei Tage bis zur vollen Festigkeit.",
    "La masa reposa dos días en la nevera.",
    "De batterij gaat twee dagen mee.",
}


def _lines(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text(encoding="utf-8").split("\n") if line]


@pytest.mark.parametrize("text", _lines("own_date_careless.txt"))
def test_what_tells_the_own_date_stays_back(text: str) -> None:
    assert told(text) is (text not in GOES_THROUGH)


@pytest.mark.parametrize("text", _lines("own_date_ordinary.txt") + _lines("own_date_harmless.txt"))
def test_what_does_not_goes(text: str) -> None:
    assert told(text) is (text in IN_DOUBT)


@pytest.mark.parametrize(
    "text",
    [
        "It is the last Friday before the fair that counts.",
        "The real day is the last Friday of this week.",
        "You have Monday to Friday.",
        "It is for the Black Friday after next Thursday, so Friday.",
        "El viernes pasado mañana.",
        "If it comes last, Friday is the day.",
        "It matters least and last: Friday counts.",
        "Best for last - Friday it is.",
        "Two weeks after last Friday we open.",
        "Van 2 december tot 17 uur na jouw datum.",
    ],
)
def test_what_only_looks_like_another_day_stays_back(text: str) -> None:
    assert told(text)
