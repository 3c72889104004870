"""Letters to contractors: one sample or more of each kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tasks.letters import Item, Kind, Letter
from tasks.model import Due
from tests.letters.cast import CALLDOWN, HELD, IN_THREAD, JOINED, LOGO, ON_THE_WAY, PAST, STEPS, letter

PAIRS = (("Which list?", "The one from May."), ("Leave a message?", "Yes, once."))
ONE = (Item(IN_THREAD, "", "status"),)
TWO = (Item(CALLDOWN, "60 % done on Monday.", "status"), Item(LOGO, "", "status"))
QUIET = (Item(IN_THREAD, "No word since Tue 1 Dec 09:12.", "status"),)
POINT = (Item(ON_THE_WAY, "half of them called, by Wed 2 Dec 2026, 09:00 Manila", "status"),)
PAST_ONE = (Item(PAST, "", "status"),)
PAST_TWO = (Item(PAST, "60 % done on Monday.", "status"), Item(LOGO, "", "status"))
HISTORY = (
    "Mon 23 Nov 09:13: Stephanie asked for it",
    "Mon 23 Nov 18:02: Joy accepted",
    "Fri 27 Nov 17:00: it was due",
    "Mon 23 Nov 18:02: last word of Joy",
)

TO_CONTRACTOR: Mapping[str, Letter] = {
    "assignment": replace(
        letter("assignment", Kind.ASSIGNMENT, "joy", replace(CALLDOWN, steps=STEPS[:3]), "accept"),
        files=CALLDOWN.files,
    ),
    "assignment-first": replace(
        letter("assignment-first", Kind.ASSIGNMENT, "joy", CALLDOWN, "accept", first=True),
        files=CALLDOWN.files,
    ),
    "assignment-no-date": letter(
        "assignment-no-date", Kind.ASSIGNMENT, "joy", replace(CALLDOWN, due=None), "accept", ask_due=True
    ),
    "assignment-on-the-way": letter("assignment-on-the-way", Kind.ASSIGNMENT, "joy", ON_THE_WAY, "accept"),
    "joined": letter("joined", Kind.JOINED, "joy", JOINED, "accept"),
    "relay-answer": letter(
        "relay-answer",
        Kind.RELAY,
        "joy",
        IN_THREAD,
        "relay",
        writer="Stephanie Carter",
        words="Please use the new script, too.",
        about="answer",
        pairs=PAIRS,
    ),
    "question-to-contractor": letter(
        "question-to-contractor",
        Kind.QUESTION,
        "joy",
        IN_THREAD,
        "question",
        writer="Stephanie Carter",
        words="Did Ann Lee say yes?",
        blocks=False,
    ),
    "approved": letter(
        "approved", Kind.APPROVED, "joy", IN_THREAD, words="Great, thank you.", by_silence=False
    ),
    "sent-back": letter(
        "sent-back", Kind.SENT_BACK, "joy", IN_THREAD, words="Two rows have no phone number."
    ),
    "due-changed": letter(
        "due-changed",
        Kind.DUE_CHANGED,
        "joy",
        IN_THREAD,
        "accept",
        earlier=True,
        former=Due(datetime(2026, 12, 5, 1, 0, tzinfo=UTC), "America/Los_Angeles", "Friday", "stephanie"),
    ),
    "reminder": letter("reminder", Kind.REMINDER, "joy", IN_THREAD, "status", items=ONE),
    "reminder-several": letter("reminder-several", Kind.REMINDER, "joy", None, "", items=TWO),
    "probe": letter("probe", Kind.PROBE, "joy", IN_THREAD, "probe", items=QUIET),
    "probe-accept": letter("probe-accept", Kind.PROBE, "joy", IN_THREAD, "probe", items=ONE, about="accept"),
    "probe-checkpoint": letter(
        "probe-checkpoint", Kind.PROBE, "joy", ON_THE_WAY, "probe", items=POINT, about="checkpoint"
    ),
    "probe-nudge": letter("probe-nudge", Kind.PROBE, "joy", IN_THREAD, "probe", items=ONE, about="nudge"),
    "probe-several": letter("probe-several", Kind.PROBE, "joy", None, "", items=TWO),
    "overdue": letter("overdue", Kind.OVERDUE, "joy", PAST, "status", items=PAST_ONE),
    "overdue-several": letter("overdue-several", Kind.OVERDUE, "joy", None, "", items=PAST_TWO),
    "which-task": replace(
        letter("which-task", Kind.WHICH_TASK, "joy", None, "held:7", held=HELD, candidates=(CALLDOWN, LOGO)),
        held=7,
    ),
    "cancelled": letter("cancelled", Kind.CANCELLED, "joy", IN_THREAD, words="The event is off."),
    "handed-on": letter("handed-on", Kind.HANDED_ON, "joy", replace(IN_THREAD, contractor="maria")),
    "status-empty": letter("status-empty", Kind.STATUS, "joy", None, items=()),
    "help-contractor": letter("help-contractor", Kind.HELP, "joy", None, role="contractor"),
}
