"""How much of one sender's mail is taken in, and when an answer is a robot's.

The ledger is the only count: each mail's row is committed with what it brought
about, so a count is right after any restart, and costs no room of its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from intake.arrival import Found
from intake.guard import head_of
from intake.mail import RawMail
from intake.parse_head import senders_of
from intake.route import Routed
from intake.sender import claimed
from shell.exposing import weighed
from shell.letters_known import words_of_letters
from shell.workshop import Workshop
from store.port import LedgerRow, Store
from tasks.events import DoneReported, WorkSentBack
from tasks.intents import AnswerDigest, AnswerKnock, Arrival, HoldMail, Intent, Many, OpenTask, Say
from tasks.letters import Decision, Filed
from tasks.rationing import PROVEN
from tasks.robots import Said, is_robot, said_now
from wire.tokens import Purpose

Wish = Intent | tuple[Filed, str]  # what a mail wants, or how a machine's is filed
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# A machine's mail carries nothing out, and a bounce is believed by our id alone.
UNCOUNTED = frozenset({Filed.AUTOMATIC, Filed.BOUNCE, Filed.DUPLICATE})
_KEPT = ("thread", "says", "shape", "begins")
# Whoever brought one of these about took part in a review; a later one may say it in the same words.
ROUNDS = (DoneReported, WorkSentBack)
PROOFS = frozenset(evidence.value for evidence in PROVEN)
TOO_MANY = "more than {} mails in an hour from this sender"
ROBOT = "it reads like an automatic answer: the same again and again"


def flooded(shop: Workshop, raw: RawMail) -> str:
    """Why this mail is held unread: its sender writes too much. "" if it goes on.

    Proven and unproven mail is counted apart, so that nobody can use up what
    somebody else may write. `raw` has passed the caps.
    """
    trust = shop.config.trust
    address, person = claimed(senders_of(raw.raw), shop.house)
    most = 2 * trust.proven_an_hour if person else 4 * trust.unproven_an_hour
    rows = shop.store.mails_from(address, raw.arrived_at - HOUR, raw.arrived_at, most)
    proofs = [row.proof in PROOFS for row in rows if row.filed not in UNCOUNTED]
    proven, unproven = sum(proofs), len(proofs) - sum(proofs)
    if unproven < trust.unproven_an_hour and proven < trust.proven_an_hour:
        return ""
    if person is not None and _is_proven(shop, raw):
        return TOO_MANY.format(trust.proven_an_hour) if proven >= trust.proven_an_hour else ""
    return TOO_MANY.format(trust.unproven_an_hour) if unproven >= trust.unproven_an_hour else ""


def _is_proven(shop: Workshop, raw: RawMail) -> bool:
    """Of a sender who writes much it is worth a second reader, and the work of a signature."""
    head = shop.parse(replace(raw, raw=head_of(raw.raw) + b"\r\n\r\n"))
    return weighed(shop, head, raw).evidence in PROVEN


def restrained(shop: Workshop, found: Found, arrival: Arrival, intent: Wish) -> Wish:
    """The intent, or that the mail is held because a program seems to answer us."""
    if not isinstance(intent, OpenTask | Say | AnswerDigest | AnswerKnock) or not arrival.sender.person:
        return intent
    now = _said(found, arrival)
    lately = _lately(shop.store, found.sender.address, found.raw.arrived_at)
    alike = arrival.sender.evidence in PROVEN  # what was forged in a name takes no part
    before = [_told(row) for row in lately if (row.proof in PROOFS) == alike]
    whose = arrival.sender.person
    told = found.role == "owner"
    if not is_robot(now, before, lambda: words_of_letters(shop.store, whose, found.routed.task), told=told):
        return intent
    return HoldMail(arrival, ROBOT, knock=True, as_person=whose, task=found.routed.task, many=Many.LOOP)


def traces(found: Found, arrival: Arrival, decision: Decision) -> Mapping[str, object]:
    """What the ledger keeps of a mail for the mails to come: how many letters it
    provoked, how many of them to its own sender, and what it said, as a hash."""
    if not decision.letters:
        return {}
    own = sum(letter.to == found.sender.person for letter in decision.letters)
    said = _said(found, arrival)
    row = {
        "letters": len(decision.letters),
        "answered": own,
        "thread": said.thread,
        "says": said.text,
        "shape": said.shape,
        "begins": said.opening,
        "letter": said.answers,
        "moved": any(isinstance(fact.event, ROUNDS) for fact in decision.facts),
    }
    return {name: value for name, value in row.items() if value}


def provoked(store: Store, address: str, task: int, until: datetime, filed: Filed) -> tuple[int, int]:
    """How many letters mail from this address, or in this thread, brought about
    in the last hour and day, as far as it was `filed` so and is of nobody known
    or a machine's: the greater of the two counts."""
    found = []
    for rows in (_lately(store, address, until), store.ledger_of(task) if task else ()):
        mine = [row for row in rows if row.filed is filed and (filed is Filed.AUTOMATIC or not row.person)]
        found.append(
            tuple(
                sum(_count(r, "letters") for r in mine if until - span < r.at <= until)
                for span in (HOUR, DAY)
            )
        )
    return max(n for n, _ in found), max(n for _, n in found)


def _lately(store: Store, address: str, until: datetime) -> list[LedgerRow]:
    return list(store.mails_from(address, until - DAY, until, 50))


def _said(found: Found, arrival: Arrival) -> Said:
    routed, forwards = found.routed, found.mail.words.forward is not None
    new = arrival.fresh and not routed.task and routed.purpose in (None, Purpose.OWNER)
    return said_now(arrival, _thread(routed, arrival), found.raw.arrived_at, new=new, forwards=forwards)


def _thread(routed: Routed, arrival: Arrival) -> str:
    """What may be said again elsewhere. The answer to a notice about a held mail
    goes on with whatever was held."""
    if routed.purpose is Purpose.KNOCK:
        return ""
    return (
        f"T-{routed.task}" if routed.task else f"new:{','.join((routed.for_hint, *sorted(arrival.present)))}"
    )


def _told(row: LedgerRow) -> Said:
    thread, text, shape, opening = (str(row.why.get(key, "")) for key in _KEPT)
    letters, answered = _count(row, "letters"), _count(row, "answered")
    answers, moved = str(row.why.get("letter", "")), row.why.get("moved") is True
    return Said(row.at, thread, text, shape, opening, letters, answered, answers, moved)


def _count(row: LedgerRow, name: str) -> int:
    count = row.why.get(name, 0)
    return count if isinstance(count, int) else 0
