"""What is read from one mail, as plain values: for `read`, and for `why`.

With these values people report a misreading, so nothing that decided one is
left out. The JSON of `read` is an interface; its keys stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from config import Config
from intake.arrival import Found, arrive
from intake.guard import HEAD_CAP, check_raw, head_of
from intake.ledgerkey import ledger_key
from intake.mail import RawMail
from intake.route import Routed
from intake.sender import TrustSettings, weigh
from intake.worker import Worker
from language.meaning import Command, DueReading, NewWords
from shell.road import read
from shell.trying import copied
from shell.workshop import Clock
from tasks.intents import Arrival, Evidence
from tasks.model import File
from tasks.people import House
from wire.addresses import Identity
from wire.tokens import Keyring

Row = dict[str, object]
PROOFS: dict[Evidence, str] = {
    Evidence.A_T: "our server or DKIM vouches for the address, and the mail holds that person's token",
    Evidence.A: "our server or DKIM vouches for the address; the mail holds no token",
    Evidence.T_A: "the mail holds that person's token; nothing vouches for the address",
    Evidence.T_OTHER: "the mail holds a token of somebody else than its From names",
    Evidence.BARE: "the From is registered, and nothing vouches for it",
    Evidence.FAILED: "our server says that the From is forged",
    Evidence.NONE: "the From is nobody's who is registered",
}
NO_CONFIG = "there is no config here, so nobody is registered"
_NOBODY = Identity("nobody@config.invalid")  # our own address where there is no config


@dataclass(frozen=True, slots=True)
class Reading:
    """One mail and all that was read in it; `proof` is why its sender is believed, or not."""

    found: Found
    arrival: Arrival
    proof: str


@contextmanager
def reader(
    config: Config | None, clock: Clock, at: datetime | None, *, like: bytes = b""
) -> Iterator[Callable[[bytes], Reading]]:
    """What reads the bytes of mails: with a config on a copy of the store, which
    is thrown away; without one as in a house where nobody is registered. Each
    mail is read as if it came `at` (aware), or else when it says it arrived, and
    where `like` is given, as if its sender and place were those of that mail:
    a safe copy comes from a stand-in, who has no zone and no task."""

    def moment(raw: bytes) -> datetime:
        return at or arrived_at(raw, clock())

    if config is None:
        with Worker() as worker:
            yield lambda raw: _unregistered(worker, RawMail(raw, moment(raw)))
        return
    with copied(config, clock) as shop:

        def of(raw: bytes) -> tuple[Found, Arrival]:
            return read(shop, RawMail(raw, moment(raw)), ledger_key(raw), check_raw(raw) or "")

        model = of(like)[0] if like else None

        def registered(raw: bytes) -> Reading:
            found, arrival = of(raw)
            if model is not None:
                found = replace(found, sender=model.sender, role=model.role, routed=model.routed)
                arrival = arrive(found, shop.house, shop.desk.identity)
            return Reading(found, arrival, PROOFS[found.sender.evidence])

        yield registered


def arrived_at(raw: bytes, now: datetime) -> datetime:
    """When a mail in a file arrived (aware UTC): by its topmost Received, else
    by its Date, else `now`. A mailbox knows it better, but a file lies in none."""
    head = BytesHeaderParser().parsebytes(head_of(raw[:HEAD_CAP]))
    received = str(head.get("Received", "")).rpartition(";")[2]
    for stamp in (received, str(head.get("Date", ""))):
        try:
            at = parsedate_to_datetime(stamp.strip()[:100])
            at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
        except (TypeError, ValueError, OverflowError, IndexError):
            continue
        return min(at, now)
    return now


def _unregistered(worker: Worker, raw: RawMail) -> Reading:
    mail, house = worker.parse(raw.raw, raw.arrived_at), House({})
    ring = Keyring({}, 1)
    sender = weigh(mail, raw, house, ring, _NOBODY, TrustSettings(dkim=False), None)
    files = tuple(
        File(p.name, "", len(p.data), p.media_type, p.inline, p.content_id, p.signed) for p in mail.parts
    )
    found = Found(ledger_key(raw.raw), raw, mail, sender, Routed(), "contractor", files)
    return Reading(found, arrive(found, house, _NOBODY), NO_CONFIG)


def row_of(reading: Reading) -> Row:
    """All of a reading, by the names that stand in the JSON. Moments are aware UTC."""
    found, arrival = reading.found, reading.arrival
    mail, words = found.mail, found.mail.words
    return {
        "subject": arrival.subject,
        "from": found.sender.address,
        "from_name": mail.from_name,
        "message_id": arrival.message_id,
        "written_at": arrival.written_at,
        "person": found.sender.person or None,
        "role": found.role if found.sender.person or found.sender.token_person else None,
        "proof": found.sender.evidence.value,
        "proof_why": reading.proof,
        "kind": mail.kind.value,
        "kind_why": mail.kind_why,
        "away_until": mail.away_until,
        "task": f"T-{found.routed.task}" if found.routed.task else None,
        "matched": found.routed.how,
        "body": mail.body_from,
        "new_words": arrival.words,
        "left_out": {"quoted": words.quoted, "lines": _left_out(mail.text, words),
                     "signature": words.signature},
        "pairs": [{"question": question, "answer": answer} for question, answer in arrival.pairs],
        "forward": _forward(words),
        "commands": [command_row(c) for c in arrival.commands],
        "due": due_row(arrival.due),
        "brief": {"verdict": arrival.lint.verdict, "issues": list(arrival.lint.issues),
                  "parts": list(arrival.lint.parts)},
        "short_answer": arrival.short.word or None,
        "notes": list(arrival.notes),
        "attachments": [
            {"name": f.name, "size": f.size, "type": f.media_type, "inline": f.inline} for f in arrival.files
        ],
        "trouble": mail.trouble or None,
    }  # fmt: skip


def _left_out(text: str, words: NewWords) -> int:
    """How many lines that say something are not among the new words."""
    said, kept = (sum(1 for line in each.splitlines() if line.strip()) for each in (text, words.text))
    return max(0, said - kept)


def _forward(words: NewWords) -> Row | None:
    passed = words.forward
    if passed is None:
        return None
    return {"from": passed.sender, "subject": passed.subject, "sent": passed.sent, "note": passed.note,
            "text": passed.text}  # fmt: skip


def command_row(command: Command) -> Row:
    """One command as read: its word, argument, how it was known, and in which line."""
    due = due_row(command.due) if command.due.rule else None
    return {
        "word": command.word,
        "arg": command.arg,
        "how": command.how.value,
        "line": command.line,
        "due": due,
    }


def due_row(due: DueReading) -> Row:
    """A due reading with its rule; moments are aware UTC."""
    return {
        "outcome": due.sure.value,
        "at": due.at,
        "other": due.other,
        "zone": due.zone,
        "phrase": due.phrase,
        "rule": due.rule,
        "urgent": due.urgent,
        "checkpoints": [{"at": c.at, "phrase": c.phrase} for c in due.checkpoints],
        "question": due.question,
    }
