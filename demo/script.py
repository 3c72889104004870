"""The script of the demo's week: who writes what, and when.

Nobody acts by letter number. Each answer is a row that waits for a letter of
its kind about its task, and is written when its writer gets to it. A moment is
told on the writer's own clock.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from demo.client import Attached
from tasks.letters import Kind

BEGINS, ENDS = "Mon 09:00", "Fri 17:00"  # on the owner's clock

CALLDOWN, FLYER, ALARM = "Calldown for the open house", "Flyer for the winter sale", "Door alarm at the shop"
CALL_LIST = "name,phone\nMaria Lopez,555-0101\nSam Carter,555-0102\nDee Wong,555-0103\n"
CALLED = "name,phone,coming\nMaria Lopez,555-0101,yes\nSam Carter,555-0199,yes\nDee Wong,555-0103,no\n"
FLYER_TEXT = "Make it warm before Christmas! 20% off every heater in our shop, until 24 December. Come in."


@dataclass(frozen=True, slots=True)
class Task:
    """The owner mails a task in."""

    when: str
    to: str
    subject: str
    words: str
    attached: Attached | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person writes in reply to a letter, once it has come. `subject`
    is a part of the letter's Subject."""

    who: str
    kind: Kind
    subject: str
    when: str
    words: str
    attached: Attached | None = None


TASKS: tuple[Task, ...] = (
    Task(
        "Mon 09:12",
        "tasks+joy@example.test",
        CALLDOWN,
        "Hi Joy,\n\nplease call everybody on the attached list and ask whether they come on Saturday.\n"
        "Add a column with the answers.\nDue by Wednesday 5PM Pacific time.\n\nStephanie",
        ("call-list.csv", CALL_LIST),
    ),
    Task(
        "Mon 09:30",
        "tasks+joy@example.test",
        FLYER,
        "Joy, please write the words for a flyer: 20% off all heaters. About 20 words, friendly.\n"
        "I need it by Friday noon.",
    ),
    Task(
        "Mon 11:05",
        "tasks+ben@example.test",
        ALARM,
        "Hi Ben, the door alarm at the shop rings all night. Please set it to the new hours, 9 to 7.\n"
        "Due today by 5pm.",
    ),
)

DONE_AND_APPROVED = (
    Answer(
        "joy",
        Kind.ASSIGNMENT,
        CALLDOWN,
        "Tue 09:05",
        "accept\n\nSam Carter's number is dead, I look for his new one.",
    ),
    Answer(
        "joy",
        Kind.REMINDER,
        CALLDOWN,
        "Wed 15:40",
        "done, all three are called. The list is attached.",
        ("call-list-done.csv", CALLED),
    ),
    Answer("stephanie", Kind.REVIEW, CALLDOWN, "Wed 08:20", "Great, thank you Joy!"),
)
ASKED_AND_FORGOTTEN = (
    Answer(
        "joy",
        Kind.ASSIGNMENT,
        FLYER,
        "Tue 09:20",
        "Blocked: does the 20% hold for orders too, or only for what is in the shop? "
        "I cannot write it before I know.",
    ),
    Answer(
        "stephanie",
        Kind.OWED,
        FLYER,
        "Wed 10:40",
        "Only for what is in the shop. Sorry that you had to wait!",
    ),
    Answer("joy", Kind.RELAY, FLYER, "Fri 11:15", f"done\n\n{FLYER_TEXT}"),
    Answer("stephanie", Kind.REVIEW, FLYER, "Fri 08:10", "approve"),
)
LATE_AND_ESCALATED = (
    Answer("ben", Kind.OVERDUE, ALARM, "Fri 09:40", "So sorry, I was ill since Monday.\neta: Monday 10am"),
    Answer("stephanie", Kind.PROPOSAL, ALARM, "Fri 09:05", "ok"),
)
ANSWERS: tuple[Answer, ...] = DONE_AND_APPROVED + ASKED_AND_FORGOTTEN + LATE_AND_ESCALATED

EXPECTED: Mapping[tuple[str, str], int] = {
    ("joy", Kind.ASSIGNMENT): 2,
    ("joy", Kind.REMINDER): 1,
    ("joy", Kind.RELAY): 1,
    ("joy", Kind.APPROVED): 2,
    ("ben", Kind.ASSIGNMENT): 1,
    ("ben", Kind.REMINDER): 1,
    ("ben", Kind.OVERDUE): 1,
    ("ben", Kind.DUE_CHANGED): 1,
    ("olivia", Kind.ESCALATION): 1,
    ("stephanie", Kind.RECEIPT): 3,
    ("stephanie", Kind.QUESTION): 1,
    ("stephanie", Kind.LATE): 1,
    ("stephanie", Kind.OWED): 1,
    ("stephanie", Kind.REVIEW): 2,
    ("stephanie", Kind.PROPOSAL): 1,
    ("stephanie", Kind.DIGEST): 4,
}
STATES: Mapping[str, str] = {"T-1": "approved", "T-2": "approved", "T-3": "accepted"}  # at the end


def missing(got: Counter[tuple[str, str]], states: Mapping[str, str]) -> list[str]:
    """Where the week did not come out as scripted, one sentence each."""
    short = [
        f"{who} was to get {count} of the letter {kind}, and got {got[who, kind]}."
        for (who, kind), count in EXPECTED.items()
        if got[who, kind] < count
    ]
    wrong = [
        f"{tag} was to be {state} in the end, and is {states.get(tag, 'not there')}."
        for tag, state in STATES.items()
        if states.get(tag) != state
    ]
    return short + wrong
