"""One letter of every kind, for the golden files and for tests that walk them all.

People, keys and moments are fixed, so the same sample gives the same bytes.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from outbound.desk import Desk
from tasks.digest_model import Digest, Line, Section
from tasks.intents import Held
from tasks.letters import Item, Kind, Letter, letter_key
from tasks.model import Due, File, Proposal, Question, Stage, Task, Thread
from tasks.people import House, Person, Rules
from wire.addresses import Identity
from wire.tokens import Keyring

NOW = datetime(2026, 11, 30, 17, 13, tzinfo=UTC)
DUE_AT = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)
RING = Keyring({1: bytes(range(32))}, 1)

STEPHANIE = Person(
    "stephanie",
    "Stephanie Carter",
    frozenset({"owner"}),
    ("stephanie@carter.example",),
    "America/Los_Angeles",
)
JOY = Person("joy", "Joy Santos", frozenset({"contractor"}), ("joy@santos.example",), "Asia/Manila", "en-PH")
MARIA = Person("maria", "Maria Lopez", frozenset({"contractor"}), ("maria@lopez.example",), "Europe/Madrid")
GEORGE = Person("george", "George Hale", frozenset({"owner"}), ("george@carter.example",), "America/New_York")
HOUSE = House({p.key: p for p in (STEPHANIE, JOY, MARIA, GEORGE)}, Rules(escalate_to="george"))
FILES: Mapping[str, bytes] = {
    "a" * 64: b"Name,Phone\nAnn Lee,555 0100\n",
    "b" * 64: bytes(range(256)),
}
DESK = Desk(Identity("tasks@carter.example"), RING, HOUSE, FILES.get, instance="carter-1")

BRIEF = """\
Please call everybody on the attached list and invite them to the Lunch and Learn.

1. Ask whether they come, and for how many people to order lunch.
2. Write the answers into the sheet: https://docs.example/sheet/17?a=1&b=2
3. Send me the totals.

Due by Wednesday 5PM Pacific time."""

CALLDOWN = Task(
    number=42,
    title="Calldown for Lunch and Learn",
    brief=BRIEF,
    owner="stephanie",
    opened_at=NOW,
    contractor="joy",
    stage=Stage.HANDED_OVER,
    due=Due(DUE_AT, "America/Los_Angeles", "Due by Wednesday 5PM Pacific time", "stephanie"),
    files=(File("call list.csv", "a" * 64, 28, "text/csv"),),
    threads=(
        Thread("stephanie", "Re: Calldown for Lunch and Learn", "<task-1@carter.example>", "<task-1@carter.example>"),
    ),
    handed_at=NOW,
)
IN_THREAD = replace(
    CALLDOWN,
    threads=(
        *CALLDOWN.threads,
        Thread("joy", "[T-42] Calldown for Lunch and Learn", "<t42.first@carter.example>", "<joy-7@santos.example>"),
    ),
)
JOINED = replace(
    CALLDOWN,
    joined=True,
    threads=tuple(
        Thread(p, "Re: Calldown for Lunch and Learn", "<task-1@carter.example>", "<task-1@carter.example>")
        for p in ("stephanie", "joy")
    ),
)
LOGO = Task(
    number=40,
    title="Logo for the spring flyer",
    brief="A logo, two colours, as SVG.",
    owner="stephanie",
    opened_at=NOW,
    contractor="joy",
    stage=Stage.ACCEPTED,
    questions=(Question("joy", "Landscape or portrait?", datetime(2026, 11, 29, 1, 0, tzinfo=UTC)),),
    due=Due(datetime(2026, 12, 2, 1, 0, tzinfo=UTC), "America/Los_Angeles", "Tuesday 5pm", "stephanie"),
    progress=60,
)
HELD = Held(
    number=7,
    key="f" * 64,
    at=NOW,
    address="joy.private@mail.example",
    name="Joy Santos",
    subject="the list",
    text="Here is the list.",
    reason="the name is known, the address is not",
    knock=True,
    owner="stephanie",
    as_person="joy",
    task=42,
)
PROPOSED = replace(
    IN_THREAD,
    proposal=Proposal(
        Due(datetime(2026, 12, 4, 7, 0, tzinfo=UTC), "Asia/Manila", "Friday 3pm", "joy"),
        NOW,
        datetime(2026, 12, 2, 17, 0, tzinfo=UTC),
    ),
    date_changes=1,
)
DIGEST = Digest(
    date(2026, 12, 1),
    "1 waits for you, 1 late, 1 at risk, 2 on track",
    (
        Section(
            "Waiting for you",
            (Line("T-40", "Logo for the spring flyer", "Joy", "asked 26 h ago", "Landscape or portrait?"),),
        ),
        Section("Late", (Line("T-33", "Price list, second draft", "Maria", "was due Fri 27 Nov, 17:00"),)),
        Section("At risk", (Line("T-37", "Firewall rules", "Maria", "no word here yet since Fri, due in 20 h"),)),
        Section("To review", (Line("T-35", "Invoice template", "Joy", "done since yesterday", "See the file."),)),
        Section("To pay", (Line("T-31", "Flyer", "Joy", "62.50 USD, for 6 days"),)),
        Section("New words", (Line("T-42", "Calldown for Lunch and Learn", "Joy", "wrote", "Half are called."),)),
        Section(
            "On track",
            (
                Line("T-42", "Calldown for Lunch and Learn", "Joy", "60 %, due Wed 2 Dec, 17:00"),
                Line("T-41", "Newsletter for December", "Maria", "accepted, due Mon 7 Dec, 17:00"),
            ),
        ),
        Section("Held", (Line("", "the list", "joy.private@mail.example", "address not known", "Here it is.", 7),)),
    ),
    ("One reminder was skipped while this desk was away on Sunday.",),
)


def _letter(name: str, kind: Kind, to: str, task: Task | None, asked: str = "", **facts: object) -> Letter:
    return Letter(kind, to, letter_key(name), task, asked, facts)


def _samples() -> dict[str, Letter]:
    """Build every sample; the names are those of the golden files."""
    two = (Item(CALLDOWN, "60 % done on Monday.", "status"), Item(LOGO, "", "status"))
    one = (Item(IN_THREAD, "", "status"),)
    pairs = (("Which list?", "The one from May."), ("Leave a message?", "Yes, once."))
    rows = {
        "receipt": _letter("receipt", Kind.RECEIPT, "stephanie", CALLDOWN, "receipt", contractor="joy", about="new",
            notes=("For Joy it is due outside working hours: Thursday 09:00 in Manila is the start of the day.",)),
        "receipt-no-date": _letter("receipt-no-date", Kind.RECEIPT, "stephanie",
            replace(CALLDOWN, due=None, outsiders=("client@shop.example",)), "receipt", contractor="joy",
            about="new", ask_due=True),
        "receipt-joined": _letter("receipt-joined", Kind.RECEIPT, "stephanie", JOINED, "receipt", contractor="joy",
            about="joined"),
        "receipt-addition": _letter("receipt-addition", Kind.RECEIPT, "stephanie", CALLDOWN, "receipt",
            contractor="joy", about="addition"),
        "assignment": replace(_letter("assignment", Kind.ASSIGNMENT, "joy", CALLDOWN, "accept"), files=CALLDOWN.files),
        "assignment-first": replace(_letter("assignment-first", Kind.ASSIGNMENT, "joy", CALLDOWN, "accept",
            first=True), files=CALLDOWN.files),
        "assignment-no-date": _letter("assignment-no-date", Kind.ASSIGNMENT, "joy", replace(CALLDOWN, due=None),
            "accept", ask_due=True),
        "joined": _letter("joined", Kind.JOINED, "joy", JOINED, "accept"),
        "relay-to-owner": _letter("relay-to-owner", Kind.RELAY, "stephanie", IN_THREAD, "relay", writer="Joy Santos",
            words="Half of them are called; two numbers are wrong.", about="progress"),
        "relay-outsider": _letter("relay-outsider", Kind.RELAY, "stephanie", IN_THREAD, "relay",
            writer="client@shop.example", words="We are six, not five.", about="outsider"),
        "relay-answer": _letter("relay-answer", Kind.RELAY, "joy", IN_THREAD, "relay", writer="Stephanie Carter",
            words="The one from May. Yes, once.", about="answer", pairs=pairs),
        "question-to-owner": _letter("question-to-owner", Kind.QUESTION, "stephanie", IN_THREAD, "question",
            writer="Joy Santos", words="Which list shall I use,\nthe one from May?", blocks=True),
        "question-to-contractor": _letter("question-to-contractor", Kind.QUESTION, "joy", IN_THREAD, "question",
            writer="Stephanie Carter", words="Did Ann Lee say yes?", blocks=False),
        "review": _letter("review", Kind.REVIEW, "stephanie", IN_THREAD, "review",
            words="All called. The totals are in the sheet.", approves_at=datetime(2026, 12, 5, 1, 0, tzinfo=UTC)),
        "review-money": _letter("review-money", Kind.REVIEW, "stephanie", replace(IN_THREAD, money="200 USD"),
            "review", words="All called.", approves_at=None, money="200 USD"),
        "clarify": _letter("clarify", Kind.CLARIFY, "stephanie", IN_THREAD, "review", words="Hm, not bad",
            options=("approve", "redo: what is missing")),
        "approved": _letter("approved", Kind.APPROVED, "joy", IN_THREAD, words="Great, thank you.", by_silence=False),
        "sent-back": _letter("sent-back", Kind.SENT_BACK, "joy", IN_THREAD, words="Two rows have no phone number."),
        "proposal": _letter("proposal", Kind.PROPOSAL, "stephanie", PROPOSED, "proposal", nth=2),
        "declined": _letter("declined", Kind.DECLINED, "stephanie", IN_THREAD, "assign",
            words="I am away that week.", candidates=("maria",)),
        "due-changed": _letter("due-changed", Kind.DUE_CHANGED, "joy", IN_THREAD, "accept", earlier=True,
            former=Due(datetime(2026, 12, 5, 1, 0, tzinfo=UTC), "America/Los_Angeles", "Friday", "stephanie")),
        "reminder": _letter("reminder", Kind.REMINDER, "joy", IN_THREAD, "status", items=one),
        "reminder-several": _letter("reminder-several", Kind.REMINDER, "joy", None, "", items=two),
        "overdue": _letter("overdue", Kind.OVERDUE, "joy", IN_THREAD, "status", items=one),
        "overdue-several": _letter("overdue-several", Kind.OVERDUE, "joy", None, "", items=two),
        "late": _letter("late", Kind.LATE, "stephanie", IN_THREAD, "late",
            items=(Item(IN_THREAD, "I have seen no word of Joy here since Monday.", "late"),)),
        "late-several": _letter("late-several", Kind.LATE, "stephanie", None, "",
            items=(Item(CALLDOWN, "No word here since Monday.", "late"), Item(LOGO, "Joy is asked.", "late"))),
        "escalation": _letter("escalation", Kind.ESCALATION, "george", IN_THREAD, "late",
            history=("Mon 30 Nov, 09:13: handed to Joy", "Mon 30 Nov, 18:02: accepted", "Thu 3 Dec: no word here")),
        "escalation-to-owner": _letter("escalation-to-owner", Kind.ESCALATION, "stephanie", IN_THREAD, "late",
            history=("Mon 30 Nov, 09:13: handed to Joy", "Mon 30 Nov, 18:02: accepted", "Thu 3 Dec: no word here")),
        "owed-answer": _letter("owed-answer", Kind.OWED, "stephanie", LOGO, "question",
            items=(Item(LOGO, "Landscape or portrait?", "question"),)),
        "owed-answer-several": _letter("owed-answer-several", Kind.OWED, "stephanie", None, "",
            items=(Item(LOGO, "Landscape or portrait?", "question"), Item(IN_THREAD, "Which list?", "question"))),
        "knock": replace(_letter("knock", Kind.KNOCK, "stephanie", None, "held:7", held=HELD,
            excerpt="Here is the list.\nBest, Joy"), held=7),
        "who-for": _letter("who-for", Kind.WHO_FOR, "stephanie", replace(CALLDOWN, contractor=""), "assign",
            candidates=("joy", "maria")),
        "which-task": replace(_letter("which-task", Kind.WHICH_TASK, "joy", None, "held:7", held=HELD,
            candidates=(CALLDOWN, LOGO)), held=7),
        "nothing-in-it": replace(_letter("nothing-in-it", Kind.NOTHING_IN_IT, "stephanie", None),
            subject="Re: (no subject)", in_reply_to="<empty@carter.example>"),
        "cancelled": _letter("cancelled", Kind.CANCELLED, "joy", IN_THREAD, words="The event is off."),
        "handed-on": _letter("handed-on", Kind.HANDED_ON, "joy", replace(IN_THREAD, contractor="maria")),
        "bounced": _letter("bounced", Kind.BOUNCED, "stephanie", CALLDOWN, person="joy", letter="assignment",
            reason="5.1.1, no such mailbox"),
        "away": _letter("away", Kind.AWAY, "stephanie", IN_THREAD, person="joy",
            until=datetime(2026, 12, 4, 1, 0, tzinfo=UTC)),
        "transcript": _letter("transcript", Kind.TRANSCRIPT, "stephanie", IN_THREAD,
            lines=(("due: Friday 5pm", "The date is now Friday."), ("T-40: portrait", "Passed on to Joy.")),
            undo="Reply due: Wed 5pm to take the first one back"),
        "status": _letter("status", Kind.STATUS, "stephanie", None, items=(Item(IN_THREAD), Item(LOGO))),
        "status-empty": _letter("status-empty", Kind.STATUS, "joy", None, items=()),
        "help-owner": _letter("help-owner", Kind.HELP, "stephanie", None, role="owner"),
        "help-contractor": _letter("help-contractor", Kind.HELP, "joy", None, role="contractor"),
        "digest": replace(_letter("digest", Kind.DIGEST, "stephanie", None, digest=DIGEST),
            subject="Digest Tue 1 Dec: 1 waits for you, 1 late, 1 at risk, 2 on track"),
        "digest-quiet": replace(_letter("digest-quiet", Kind.DIGEST, "stephanie", None,
            digest=Digest(date(2026, 12, 7), "nothing waits for you")), subject="Digest Mon 7 Dec: nothing waits"),
    }
    return rows


SAMPLES: Mapping[str, Letter] = _samples()
