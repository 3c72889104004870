"""Letters about absence, load and handing on."""

from collections.abc import Mapping
from dataclasses import replace

from tasks.going_on import GOES_ON
from tasks.letters import Item, Kind, Letter
from tests.letters.cast import CALLDOWN, IN_THREAD, LOGO, PAST, letter

WEEK = (Item(CALLDOWN, "it is your turn"), Item(LOGO, "waits for Stephanie"))
FOUND = (
    ("Asked before", "Which list?"),
    ("Answered", "The long one, of members."),
    ("Found so far", "Twelve numbers are dead, the rest is good."),
)

HANDS: Mapping[str, Letter] = {
    "week": letter("week", Kind.WEEK, "joy", None, "", items=WEEK, about="weekly"),
    "week-asks": letter(
        "week-asks",
        Kind.WEEK,
        "joy",
        None,
        "",
        items=(
            Item(CALLDOWN, "it is your turn", ask="Can you take it?", yes=True),
            Item(
                replace(LOGO, owner="george"),
                "it was on hold, and goes on; it is your turn",
                ask="It has a checkpoint: draft, by Tue 1 Dec 2026, 09:00 Manila. Still on track?",
                yes=True,
            ),
        ),
        about="weekly",
    ),
    "reminder-resumed": letter(
        "reminder-resumed",
        Kind.REMINDER,
        "joy",
        None,
        "",
        items=(Item(CALLDOWN, GOES_ON), Item(replace(LOGO, due=None), GOES_ON)),
        about="resumed",
    ),
    "overdue-mixed": letter(
        "overdue-mixed",
        Kind.OVERDUE,
        "joy",
        None,
        "",
        items=(Item(PAST, "It is 4 h late by your working hours."), Item(LOGO, GOES_ON)),
        about="mixed",
    ),
    "week-back": letter("week-back", Kind.WEEK, "joy", None, "", items=WEEK[:1], about="back"),
    "away-several": letter(
        "away-several",
        Kind.AWAY,
        "stephanie",
        None,
        person="joy",
        until="Mon 7 Dec",
        rests=True,
        substitute="maria",
        items=(Item(CALLDOWN), Item(LOGO)),
    ),
    "away-owner": letter(
        "away-owner",
        Kind.AWAY,
        "joy",
        IN_THREAD,
        person="stephanie",
        until="Mon 7 Dec",
        rests=True,
    ),
    "away-substitute": letter(
        "away-substitute",
        Kind.AWAY,
        "george",
        None,
        person="stephanie",
        until="Mon 7 Dec",
        about="substitute",
    ),
    "assignment-handed-on": letter(
        "assignment-handed-on",
        Kind.ASSIGNMENT,
        "joy",
        replace(CALLDOWN, decide="up to $50", level="outcome"),
        "accept",
        found=FOUND,
    ),
    "declined-loads": letter(
        "declined-loads",
        Kind.DECLINED,
        "stephanie",
        IN_THREAD,
        "who-for",
        words="I have an exam that week.",
        candidates=("maria", "george"),
        loads="Maria has 1 open, George 3",
    ),
    "approved-late": letter("approved-late", Kind.APPROVED, "joy", IN_THREAD, "cause", ask_cause=True),
}
