"""The people and the tasks of all sample letters: fixed names, keys and moments."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from outbound.desk import Desk
from tasks.digest_model import Digest, Line, Section
from tasks.intents import Held
from tasks.letters import Kind, Letter, letter_key
from tasks.model import Due, File, Point, Proposal, Question, Stage, Step, Task, Thread
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
        Thread(
            "stephanie",
            "Re: Calldown for Lunch and Learn",
            "<task-1@carter.example>",
            "<task-1@carter.example>",
        ),
    ),
    handed_at=NOW,
)
STEPS = (
    Step("Ask whether they come, and for how many people to order lunch.", "stephanie", done=True),
    Step("Write the answers into the sheet: https://docs.example/sheet/17?a=1&b=2", "stephanie", done=True),
    Step("Send me the totals.", "stephanie"),
    Step("Order the lunch.", "joy", done=True),
)
IN_THREAD = replace(
    CALLDOWN,
    threads=(
        *CALLDOWN.threads,
        Thread(
            "joy",
            "[T-42] Calldown for Lunch and Learn",
            "<t42.first@carter.example>",
            "<joy-7@santos.example>",
        ),
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
ON_THE_WAY = replace(
    CALLDOWN,
    brief="Please call everybody on the attached list and invite them to the Lunch and Learn.",
    due=Due(DUE_AT, "America/Los_Angeles", "", "stephanie"),
    own_due=Due(datetime(2026, 12, 5, 1, 0, tzinfo=UTC), "America/Los_Angeles", "Friday 5pm", "stephanie"),
    checkpoints=(Point(datetime(2026, 12, 2, 1, 0, tzinfo=UTC), "half of them called", "by Tuesday"),),
)
PAST = replace(
    IN_THREAD,
    due=Due(datetime(2026, 11, 28, 1, 0, tzinfo=UTC), "America/Los_Angeles", "Friday 5pm", "stephanie"),
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
SEVERAL = (
    Question("joy", "Which list shall I use?", NOW),
    Question("joy", "May I leave a message?", NOW),
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
ASKED = replace(
    HELD,
    number=8,
    address="stephanie@carter.example",
    name="Stephanie Carter",
    subject="Re: [T-42] Calldown for Lunch and Learn",
    text="approve\nVery well done!",
    reason="in the name of Stephanie, not proven; you are asked by mail",
    knock=False,
    as_person="stephanie",
    code_until=NOW + timedelta(hours=48),
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
PROPOSED_AGAIN = replace(
    PROPOSED, proposal=replace(PROPOSED.proposal, holds_at=None) if PROPOSED.proposal else None
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
        Section(
            "At risk", (Line("T-37", "Firewall rules", "Maria", "no word here yet since Fri, due in 20 h"),)
        ),
        Section(
            "To review", (Line("T-35", "Invoice template", "Joy", "done since yesterday", "See the file."),)
        ),
        Section("To pay", (Line("T-31", "Flyer", "Joy", "62.50 USD, for 6 days"),)),
        Section(
            "New words", (Line("T-42", "Calldown for Lunch and Learn", "Joy", "wrote", "Half are called."),)
        ),
        Section(
            "On track",
            (
                Line("T-42", "Calldown for Lunch and Learn", "Joy", "60 %, due Wed 2 Dec, 17:00"),
                Line("T-41", "Newsletter for December", "Maria", "accepted, due Mon 7 Dec, 17:00"),
            ),
        ),
        Section(
            "Held",
            (
                Line(
                    "H-7",
                    "the list",
                    "Joy Santos",
                    "from an address that is not registered. always makes joy@mail.example Joy Santos's",
                    held=7,
                    always=True,
                ),
            ),
        ),
    ),
    ("One reminder was skipped while this desk was away on Sunday.",),
)


def letter(name: str, kind: Kind, to: str, task: Task | None, asked: str = "", **facts: object) -> Letter:
    """A sample: its key is made of its name, so its bytes never change by themselves."""
    return Letter(kind, to, letter_key(name), task, asked, facts)
