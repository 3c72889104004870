"""Letters to owners, and to the escalation contact: one sample or more of each kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from tasks.digest_model import Digest
from tasks.letters import Item, Kind, Letter
from tasks.model import Stage
from tests.letters.cast import (
    ASKED,
    CALLDOWN,
    DIGEST,
    HELD,
    IN_THREAD,
    JOINED,
    LOGO,
    ON_THE_WAY,
    PAST,
    PROPOSED,
    PROPOSED_AGAIN,
    SEVERAL,
    STEPS,
    letter,
)

WHY = "it is 24 working hours past its date, and Joy was asked"
PAIRS = (("Which list?", "The one from May."), ("Leave a message?", "Yes, once."))
ONE = (Item(IN_THREAD, "", "status"),)
TWO = (Item(CALLDOWN, "60 % done on Monday.", "status"), Item(LOGO, "", "status"))
PAST_ONE = (Item(PAST, "", "status"),)
PAST_TWO = (Item(PAST, "60 % done on Monday.", "status"), Item(LOGO, "", "status"))
OTHERS = replace(LOGO, number=45, title="Posters", brief="Ten of them.", due=PAST.due, questions=())
OWN = replace(OTHERS, owner="george", contractor="maria")
HISTORY = (
    "Mon 23 Nov 09:13: Stephanie asked for it",
    "Mon 23 Nov 18:02: Joy accepted",
    "Fri 27 Nov 17:00: it was due",
    "Mon 23 Nov 18:02: last word of Joy",
)

TO_OWNER: Mapping[str, Letter] = {
    "receipt": letter(
        "receipt",
        Kind.RECEIPT,
        "stephanie",
        CALLDOWN,
        "receipt",
        contractor="joy",
        about="new",
        notes=("For Joy it is due outside working hours: Thursday 09:00 in Manila is the start of the day.",),
    ),
    "receipt-no-date": letter(
        "receipt-no-date",
        Kind.RECEIPT,
        "stephanie",
        replace(CALLDOWN, due=None, outsiders=("client@shop.example",)),
        "receipt",
        contractor="joy",
        about="new",
        ask_due=True,
    ),
    "receipt-own-date": letter(
        "receipt-own-date", Kind.RECEIPT, "stephanie", ON_THE_WAY, "receipt", contractor="joy", about="new"
    ),
    "split": letter(
        "split",
        Kind.SPLIT,
        "stephanie",
        replace(CALLDOWN, contractor="", stage=Stage.OPENED, as_one_for="joy"),
        "split",
        contractor="joy",
        parts=("Call everybody on the list.", "Order lunch for twelve.", "Scan the June receipts."),
        as_one_at=datetime(2026, 11, 30, 19, 13, tzinfo=UTC),
        notes=("client@shop.example was copied. What they write comes to you first.",),
    ),
    "receipt-joined": letter(
        "receipt-joined", Kind.RECEIPT, "stephanie", JOINED, "receipt", contractor="joy", about="joined"
    ),
    "receipt-addition": letter(
        "receipt-addition",
        Kind.RECEIPT,
        "stephanie",
        CALLDOWN,
        "receipt",
        contractor="joy",
        about="addition",
    ),
    "relay-to-owner": letter(
        "relay-to-owner",
        Kind.RELAY,
        "stephanie",
        IN_THREAD,
        "relay",
        writer="Joy Santos",
        words="Half of them are called; two numbers are wrong.",
        about="progress",
    ),
    "relay-outsider": letter(
        "relay-outsider",
        Kind.RELAY,
        "stephanie",
        IN_THREAD,
        "relay",
        writer="client@shop.example",
        words="We are six, not five.",
        about="outsider",
    ),
    "question-to-owner": letter(
        "question-to-owner",
        Kind.QUESTION,
        "stephanie",
        IN_THREAD,
        "question",
        writer="Joy Santos",
        words="Which list shall I use,\nthe one from May?",
        blocks=True,
    ),
    "question-several": letter(
        "question-several",
        Kind.QUESTION,
        "stephanie",
        replace(IN_THREAD, questions=SEVERAL),
        "question",
        writer="Joy",
        words="Which list shall I use?\nMay I leave a message?",
        under="Two things before I start",
    ),
    "review": letter(
        "review",
        Kind.REVIEW,
        "stephanie",
        replace(IN_THREAD, steps=STEPS),
        "review",
        words="All called. The totals are in the sheet.",
        approves_at=datetime(2026, 12, 5, 1, 0, tzinfo=UTC),
    ),
    "review-money": letter(
        "review-money",
        Kind.REVIEW,
        "stephanie",
        replace(IN_THREAD, money="200 USD"),
        "review",
        words="All called.",
        approves_at=None,
        money="200 USD",
    ),
    "clarify": letter(
        "clarify",
        Kind.CLARIFY,
        "stephanie",
        IN_THREAD,
        "review",
        words="Hm, not bad",
        options=("approve", "redo: what is missing"),
    ),
    "proposal": letter("proposal", Kind.PROPOSAL, "stephanie", PROPOSED, "proposal", nth=2),
    "proposal-again": letter("proposal-again", Kind.PROPOSAL, "stephanie", PROPOSED_AGAIN, "proposal", nth=2),
    "relay-awaits": letter(
        "relay-awaits",
        Kind.RELAY,
        "stephanie",
        IN_THREAD,
        "relay",
        writer="Joy Santos",
        words="waiting for the client's login",
        about="awaits",
        reason="the client",
    ),
    "declined": letter(
        "declined",
        Kind.DECLINED,
        "stephanie",
        IN_THREAD,
        "assign",
        words="I am away that week.",
        candidates=("maria",),
    ),
    "late": letter(
        "late",
        Kind.LATE,
        "stephanie",
        PAST,
        "late",
        items=(Item(PAST, "I have seen no word of Joy here since Monday.", "late"),),
    ),
    "late-several": letter(
        "late-several",
        Kind.LATE,
        "stephanie",
        None,
        "",
        items=(
            Item(PAST, "I have seen no word here yet from Joy.", "late"),
            Item(LOGO, "Joy has waited 12 working hours: Landscape or portrait?", "question"),
        ),
    ),
    "escalation": letter("escalation", Kind.ESCALATION, "george", PAST, "late", history=HISTORY, reason=WHY),
    "escalation-to-owner": letter(
        "escalation-to-owner", Kind.ESCALATION, "stephanie", PAST, "late", history=HISTORY
    ),
    "escalation-several": letter(
        "escalation-several",
        Kind.ESCALATION,
        "george",
        None,
        items=(Item(PAST, WHY, history=HISTORY), Item(OTHERS, WHY, history=HISTORY[:1])),
    ),
    "escalation-several-one-own": letter(
        "escalation-several-one-own",
        Kind.ESCALATION,
        "george",
        None,
        items=(Item(PAST, WHY, history=HISTORY), Item(OWN, WHY.replace("Joy", "Maria"), history=HISTORY[:1])),
    ),
    "escalation-several-own": letter(
        "escalation-several-own",
        Kind.ESCALATION,
        "stephanie",
        None,
        items=(Item(PAST, WHY, history=HISTORY), Item(OTHERS, WHY, history=HISTORY[:1])),
    ),
    "owed-answer": letter(
        "owed-answer",
        Kind.OWED,
        "stephanie",
        LOGO,
        "question",
        items=(Item(LOGO, "Joy has waited 12 working hours: Landscape or portrait?", "question"),),
    ),
    "owed-answer-several": letter(
        "owed-answer-several",
        Kind.OWED,
        "stephanie",
        None,
        "",
        items=(
            Item(LOGO, "Landscape or portrait?", "question"),
            Item(IN_THREAD, "Which list?", "question"),
        ),
    ),
    "knock": replace(
        letter(
            "knock",
            Kind.KNOCK,
            "stephanie",
            None,
            "held:7",
            held_mail=HELD,
            wish="from now on joy.private@mail.example is known as Joy Santos, who may accept, ask, hand in "
            "and bill in their tasks",
            excerpt="Here is the list.\nBest, Joy",
        ),
        held=7,
    ),
    "confirm": replace(
        letter(
            "confirm",
            Kind.CONFIRM,
            "stephanie",
            None,
            "code:8",
            held_mail=ASKED,
            wish='"approve" on T-42, Calldown for Lunch and Learn',
            missing="It answers my letter, but nothing proves the address, and money hangs on it.",
            until=ASKED.code_until,
            excerpt=ASKED.text,
        ),
        held=8,
        subject="[H-8] Yours? Re: [T-42] Calldown for Lunch and Learn",
    ),
    "who-for": letter(
        "who-for",
        Kind.WHO_FOR,
        "stephanie",
        replace(CALLDOWN, contractor=""),
        "assign",
        candidates=("joy", "maria"),
    ),
    "nothing-in-it": replace(
        letter("nothing-in-it", Kind.NOTHING_IN_IT, "stephanie", None),
        subject="Re: (no subject)",
        in_reply_to="<empty@carter.example>",
    ),
    "bounced": letter(
        "bounced",
        Kind.BOUNCED,
        "stephanie",
        CALLDOWN,
        person="joy",
        letter="assignment",
        reason="the address does not exist (5.1.1)",
    ),
    "away": letter(
        "away",
        Kind.AWAY,
        "stephanie",
        IN_THREAD,
        person="joy",
        until="Fri 4 Dec",
        rests=True,
    ),
    "transcript": letter(
        "transcript",
        Kind.TRANSCRIPT,
        "stephanie",
        IN_THREAD,
        lines=(
            ("due: Friday 5pm", "due 2026-12-04 17:00"),
            ("assign: bob", 'not done: "bob" is not one contractor I know'),
        ),
        undo="due: Wed 5pm",
    ),
    "status": letter("status", Kind.STATUS, "stephanie", None, items=(Item(IN_THREAD), Item(LOGO))),
    "help-owner": letter("help-owner", Kind.HELP, "stephanie", None, role="owner"),
    "digest": replace(
        letter("digest", Kind.DIGEST, "stephanie", None, digest=DIGEST),
        subject="Digest Tue 1 Dec: 1 waits for you, 1 late, 1 at risk, 2 on track",
    ),
    "digest-quiet": replace(
        letter(
            "digest-quiet",
            Kind.DIGEST,
            "stephanie",
            None,
            digest=Digest(date(2026, 12, 7), "nothing waits for you"),
        ),
        subject="Digest Mon 7 Dec: nothing waits",
    ),
}
