"""The laws of the design, L1 to L12, asked of the store against the truth.

Each law is one function that yields a sentence for each breach. `broken`
asks them all. The truth is the post office's: what was delivered and lies
where, what was accepted with which bytes.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

from intake.ledgerkey import raw_key
from store.port import StoreUnusable
from store.reader import Reader, open_reader
from store.spool import Spool
from tasks.evolve import evolve
from tasks.letters import OutboxState
from tests.crash.conversation import OWN_WORDS, REGISTERED, SECRET, World
from tests.crash.picture import Picture, picture, reading, unlike, without_copies
from tests.crash.postoffice import Accepted, Truth
from tests.crash.roads import INBOX

COPIES = 2
STARTS = 4  # of the daemon in one stage; each logs in once and has one line to the SMTP server
DONE = (OutboxState.SENT, OutboxState.CANCELLED)
Row = dict[str, Any]


@dataclass(frozen=True)
class Rest:
    """Everything at rest: the store as a command reads it, and the truth. The
    play began its stage at `at`."""

    world: World
    truth: Truth
    store: Reader
    at: datetime

    ledger: dict[str, list[Row]]  # by the hash of all bytes, whatever the store's own key is

    @property
    def spool(self) -> Spool:
        return Spool(self.world.store.parent / "spool")

    def row(self, raw: bytes) -> Row | None:
        """The one row of a mail that is no second copy."""
        found = [row for row in self.ledger.get(raw_key(raw), ()) if row["filed"] != "duplicate"]
        return found[0] if len(found) == 1 else None


def broken(world: World, at: datetime, quiet: Picture | None = None, *, copies: bool = False) -> list[str]:
    """Every breach there is; `quiet` is the picture of the undisturbed play.
    `copies`: a mail was handed over twice, so there may be a duplicate more."""
    try:
        store = open_reader(world.store, evolve)
    except StoreUnusable as trouble:
        return [f"unreadable: {trouble}"]
    with closing(store):
        rest = Rest(world, world.office.copy(), store, at, _ledger(world.store))
        found = [sentence for law in LAWS for sentence in law(rest)]
    if quiet is not None:
        quiet, now = (without_copies(p) if copies else p for p in (quiet, picture(world.store, at)))
        found += unlike(quiet, now)
    return found


def l1_each_mail_is_in_one_place_and_kept(rest: Rest) -> Iterator[str]:
    folders = rest.world.road.lying()
    lying = Counter(raw for mails in folders.values() for raw in mails)
    for raw, count in Counter(d.raw for d in rest.world.delivered).items():
        if lying[raw] != (count if rest.world.road.keeps else 0):
            yield f"L1: {_name(raw)} was delivered {count} times and lies in {lying[raw]} places"
    for mail in rest.world.delivered:
        row = rest.row(mail.raw)
        if row is None:
            kinds = [row["filed"] for row in rest.ledger.get(raw_key(mail.raw), ())]
            yield f"L1: {_name(mail.raw)} should be {mail.kind}, and is {kinds or 'not in the ledger'}"
        elif row["filed"] != mail.kind:
            yield f"L1: {_name(mail.raw)} is {row['filed']}, but should be {mail.kind}"
        if rest.spool.get(raw_key(mail.raw)) != mail.raw:
            yield f"L1: the bytes of {_name(mail.raw)} are not in the spool"
    if folders[INBOX]:
        yield f"L1: {len(folders[INBOX])} mails are left in the inbox"


def l2_a_task_for_each_task_mail(rest: Rest) -> Iterator[str]:
    opened = Counter(task.title for task in rest.store.tasks())
    wanted = Counter(_subject(raw) for raw in {d.raw for d in rest.world.delivered if d.kind == "task"})
    for title in opened.keys() | wanted.keys():
        if opened[title] != wanted[title]:
            yield f'L2: {opened[title]} tasks are called "{title}", of {wanted[title]} task mails'


def l3_each_reply_is_in_its_thread(rest: Rest) -> Iterator[str]:
    threads: dict[str, set[int]] = {}
    for task in rest.store.tasks():
        for mail in rest.store.thread(task.number):
            threads.setdefault(mail.message_id, set()).add(task.number)
    for reply in (d for d in rest.world.delivered if d.kind == "reply"):
        row = rest.row(reply.raw)
        there = threads.get(row["message_id"], set()) if row else set()
        if row and (row["task"] != reply.task or there != {reply.task}):
            where = f"under T-{row['task']}, in the threads of {sorted(there)}"
            yield f"L3: {_name(reply.raw)} answers T-{reply.task} and is filed {where}"


def l4_a_letter_goes_once(rest: Rest) -> Iterator[str]:
    log = rest.world.log.read_text(encoding="utf-8") if rest.world.log.exists() else ""
    keys = {row.message_id: row.ref.key for row in rest.store.outbox(limit=5000)}
    for mid, copies in copies_of(rest.truth).items():
        if len(copies) > COPIES:
            yield f"L4: {mid} was accepted {len(copies)} times"
        if len({c.raw for c in copies}) > 1:
            yield f"L4: {mid} was accepted with different bytes"
        if len(copies) > 1 and f"uncertain letter={keys.get(mid)}" not in log:
            yield f"L4: {mid} was accepted twice, and the log says nothing of a doubt"
    for occurrence, letters in _occurrences(rest).items():
        if len(letters) > 1:
            yield f"L4: {len(letters)} different letters for one occurrence: {occurrence}"
    for row in rest.store.outbox(limit=5000):
        if row.state not in DONE:
            yield f"L4: the {row.ref.kind} to {row.to} rests as {row.state.value}"
        if row.state is OutboxState.SENT and row.message_id not in copies_of(rest.truth):
            yield f"L4: the {row.ref.kind} to {row.to} is called sent, and nobody accepted it"


def l5_each_accepted_letter_has_its_row(rest: Rest) -> Iterator[str]:
    rows = {row.message_id: row for row in rest.store.outbox(limit=5000)}
    for letter in rest.truth.accepted:
        row = rows.get(letter.message_id)
        if letter.to not in REGISTERED:
            yield f"L5: a letter went to {letter.to}, who is not registered"
        if row is None:
            yield f"L5: {letter.message_id} was accepted, and is no row of the outbox"
        elif row.raw != letter.raw or row.to != letter.to:
            yield f"L5: {letter.message_id} was accepted with other bytes than its row has"


def l6_the_mailbox_changes_after_the_commit(rest: Rest) -> Iterator[str]:
    yield from rest.truth.seen_wrong
    for folder, mails in rest.truth.folders.items():
        for uid, mail in mails.items():
            if "\\Deleted" in mail.flags:
                yield f"L6: {uid} in {folder} is marked as deleted"


def l9_each_fact_names_who_and_by_what_proof(rest: Rest) -> Iterator[str]:
    for task in rest.store.tasks():
        facts = rest.store.history(task.number)
        if task.version != len(facts):
            yield f"L9: T-{task.number} has changed {task.version} times, by {len(facts)} events"
        for fact in facts:
            if not fact.by or not fact.proof:
                yield f"L9: event {fact.n} of T-{task.number} does not say who or by what proof"


def l10_attempts_are_bounded(rest: Rest) -> Iterator[str]:
    if rest.truth.logins > STARTS or rest.truth.lines > STARTS:
        yield f"L10: {rest.truth.logins} logins and {rest.truth.lines} lines to the SMTP server"


def l11_the_row_is_the_folded_history(rest: Rest) -> Iterator[str]:
    yield from (f"L11: {difference}" for difference in rest.store.verify())


def l12_no_secret_and_no_word_of_others_reaches_a_contractor(rest: Rest) -> Iterator[str]:
    for letter in rest.truth.accepted:
        others = [word for to, words in OWN_WORDS.items() for word in words if to != letter.to]
        if letter.to in OWN_WORDS:
            text = _text(letter.raw).lower()
            for word in (*others, SECRET.lower()):
                if re.search(rf"\b{re.escape(word)}\b", text):
                    yield f'L12: a {letter.field("X-Handoff-Letter")} told {letter.to} of "{word}"'


LAWS: tuple[Callable[[Rest], Iterator[str]], ...] = (
    l1_each_mail_is_in_one_place_and_kept,
    l2_a_task_for_each_task_mail,
    l3_each_reply_is_in_its_thread,
    l4_a_letter_goes_once,
    l5_each_accepted_letter_has_its_row,
    l6_the_mailbox_changes_after_the_commit,
    l9_each_fact_names_who_and_by_what_proof,
    l10_attempts_are_bounded,
    l11_the_row_is_the_folded_history,
    l12_no_secret_and_no_word_of_others_reaches_a_contractor,
)


def _ledger(path: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    with closing(reading(path)) as db:
        for (doc,) in db.execute("SELECT doc FROM ledger"):
            row = json.loads(doc)
            found.setdefault(row["raw"], []).append(row)
    return found


def copies_of(truth: Truth) -> dict[str, list[Accepted]]:
    """The accepted letters by Message-ID."""
    found: dict[str, list[Accepted]] = {}
    for letter in truth.accepted:
        found.setdefault(letter.message_id, []).append(letter)
    return found


def _occurrences(rest: Rest) -> dict[str, set[str]]:
    """The letters of the clock by what they are for: one digest for an owner's
    day, one letter of a kind for a task."""
    found: dict[str, set[str]] = {}
    for letter in rest.truth.accepted:
        kind = letter.field("X-Handoff-Letter")
        if kind in ("digest", "reminder", "probe", "overdue", "late", "escalation", "owed-answer"):
            about = letter.field("X-Handoff-Task") or letter.field("Subject").partition(":")[0]
            found.setdefault(f"{kind} to {letter.to} about {about}", set()).add(letter.message_id)
    return found


def _text(raw: bytes) -> str:
    """All that a mail says to its reader: Subject and texts, decoded."""
    message = message_from_bytes(raw)
    parts = [p.get_payload(decode=True) for p in message.walk() if p.get_content_maintype() == "text"]
    return "\n".join(
        [str(message["Subject"]), *(p.decode("utf-8", "replace") for p in parts if isinstance(p, bytes))]
    )


def _subject(raw: bytes) -> str:
    found = re.search(rb"(?m)^Subject: ([^\r]*)", raw)
    return found[1].decode() if found else ""


def _name(raw: bytes) -> str:
    found = re.search(rb"(?m)^Message-ID: <([^@>]*)", raw)
    return f"{found[1].decode() if found else '?'} ({_subject(raw)})"
