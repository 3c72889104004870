"""One line above a quote is an answer, however much it looks like the line that introduces the quote."""

import pytest

from language.reply import new_words
from tests.language.test_reply import INTRODUCTIONS

ANSWERS = [
    "2.5h",
    "1:30 h",
    "60 %",
    "Done at 15:30",
    "Friday 15:30",
    "3:30pm works",
    "12:30 is fine",
    "Dec 4, 2026",
    "2026-12-04",
    "4.12.",
    "4/12",
    "12 Dec",
    "5 pm",
    "On Friday",
    "On Friday at 15:30",
    "On Dec 4, 2026 at 15:30",
    "Freitag 15:30 Uhr",
    "Am 4.12.2026 um 15:30 Uhr",
    "Le 4 décembre",
    "El viernes 15:30",
    "no 2:30",
    "1. March 3\n2. yes",
    "1. yes\n2. no, 15:30",
    "Hi Stephanie,\n\nFriday 15:30",
    "Thanks\nJoy <joy@example.net>",
]
WRAPPED = [
    "On Mon, Mar 2, 2026\nat 8:30 AM Tasks\n<tasks@x.example>\nwrote:",
    "On Mon, Mar 2, 2026 at 8:30 AM\n\nTasks <tasks@x.example> wrote:",
    "On Monday,\nMarch 2, 2026 at 8:30 AM Tasks <tasks@x.example> wrote:",
    "Le lun. 2 mars 2026 à 08:30,\nTasks <tasks@x.example>\na écrit :",
    "Am Mo., 2. März 2026\num 08:30 Uhr schrieb Tasks <tasks@x.example>:",
    "On Monday, March 2, 2026 at 08:30:00 AM GMT+1, Tasks\n<tasks@x.example> wrote:",
    "2026-03-02 8:30 GMT+01:00 Tasks <tasks@x.example>:",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["right above", "apart"])
@pytest.mark.parametrize("introduction", [*INTRODUCTIONS, *WRAPPED])
def test_an_answer_that_looks_like_a_date_stays(introduction: str, gap: str) -> None:
    mails = {each: f"{each}{gap}{introduction}\n\n> Please draw a sign.\n> cancel\n" for each in ANSWERS}
    assert {each: new_words(mail, "Re: Sign").text for each, mail in mails.items()} == {
        each: each for each in ANSWERS
    }
