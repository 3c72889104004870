"""Which wish a mail is: the step between reading it and deciding it.

Machine mail is sorted out here and never reaches the core, but for what it
reports about our own letters.
"""

from collections.abc import Iterable
from dataclasses import replace

from intake.arrival import Found
from intake.bounce_reasons import said
from intake.kind import INVITATION
from intake.mail import InboundMail, MailKind
from intake.route import Routed
from language.masking import mask
from language.quotes import bare_subject
from shell.invited import words_beside
from shell.letters_known import letter_behind
from store.port import OutboxRow, Store
from tasks.hours import local
from tasks.intents import (
    AnswerCode,
    AnswerDigest,
    AnswerKnock,
    Arrival,
    Away,
    Bounce,
    HoldMail,
    Intent,
    OpenTask,
    Say,
)
from tasks.letters import Decision, Filed, Remark
from tasks.people import Person
from tasks.rationing import PROVEN
from wire.addresses import Identity
from wire.text import held_tag
from wire.tokens import Keyring, Purpose, letter_key_in, looks_signed

PROBE = "check"  # the tag of tasks+check@: a mail that shows what its sender's device proves

MACHINES = frozenset({MailKind.RECEIPT, MailKind.LIST, MailKind.CALENDAR, MailKind.AUTOMATIC})
LINES_A_DAY = 3  # in one owner's digest about programs that write in their name
NO_TASK = (
    '"{}" came from your address and was sent by a program ({}): it was filed, and no task was made. '
    "Send it without that sign to make it one"
)
MORE = ". More such mail of today is filed without a line"
INVITED = "a calendar invitation; mail it as text to make it a task"
ANOTHERS = "about held mail, but sent to a reply address that is not the sender's"
REPORTS = frozenset({MailKind.BOUNCE, MailKind.DELAY})


def sort(
    found: Found, arrival: Arrival, store: Store, ring: Keyring, identity: Identity
) -> Intent | tuple[Filed, str]:
    """The intent of a mail, or how a machine's mail is filed, and why."""
    mail, routed = found.mail, found.routed
    if mail.fields("x-handoff-instance") or _is_a_letter(mail):
        return Filed.AUTOMATIC, "a letter of ours, or of another Handoff, that came back"
    if mail.kind in REPORTS:
        return _report(mail, routed, arrival, letter_behind(mail, store, ring, identity))
    if mail.kind is MailKind.AWAY and routed.task:
        return Away(arrival, routed.task, mail.away_until)
    if (alone := words_beside(mail, routed, arrival)) is not None:
        return _of_a_person(mail, routed, alone)
    if mail.kind_why == INVITATION and found.role == "owner" and arrival.sender.person:
        return HoldMail(arrival, INVITED, knock=False, as_person=arrival.sender.person)
    if mail.kind in MACHINES or mail.kind is MailKind.AWAY:
        return Filed.AUTOMATIC, mail.kind_why
    return _of_a_person(mail, routed, arrival)


def noted(found: Found, arrival: Arrival, filed: Decision, store: Store, owner: Person | None) -> Decision:
    """A machine's mail as it is filed, with a line in the digest where an owner
    may have meant it as a task: it is proven theirs, and says what or who."""
    meant = arrival.hint or arrival.task_word or arrival.commands
    machine = found.mail.kind is MailKind.AUTOMATIC and filed.why == found.mail.kind_why
    if not (owner and "owner" in owner.roles and machine and meant) or arrival.sender.evidence not in PROVEN:
        return filed
    slot = f"machine:{owner.key}:{local(found.raw.arrived_at, owner).date()}:"
    count = len(store.slots(slot)) + 1
    if count > LINES_A_DAY:
        return filed
    subject = mask(found.mail.subject).text[:80] or "A mail without a subject"
    line = NO_TASK.format(subject, found.mail.kind_why) + (MORE if count == LINES_A_DAY else "")
    return replace(filed, remarks=(Remark(owner.key, " ".join(line.split())),), slots=(f"{slot}{count}",))


def _is_a_letter(mail: InboundMail) -> bool:
    """Whether it has the form of a letter of Handoff, ours or another house's:
    no person's mail program makes such an id, or such an address to reply to."""
    return bool(letter_key_in(mail.message_id)) or _is_signed(mail.reply_to)


def _is_signed(addresses: Iterable[str]) -> bool:
    """Whether one of them bears a tag in the form of a token, of whatever house."""
    return any(looks_signed(address.partition("@")[0].partition("+")[2]) for address in addresses)


def _of_a_person(mail: InboundMail, routed: Routed, arrival: Arrival) -> Intent | tuple[Filed, str]:
    sender = arrival.sender
    if mail.trouble and not mail.text:
        return HoldMail(arrival, mail.trouble, knock=bool(sender.person), as_person=sender.person)
    if routed.conflict:
        reason = "it bears the signs of two different tasks"
        whose = sender.token_person or sender.person
        return HoldMail(arrival, reason, knock=bool(whose), as_person=whose)
    if routed.bad_token and not routed.task:
        reason = "sent to a reply address that is not ours, or too old"
        return HoldMail(arrival, reason, knock=bool(sender.person), as_person=sender.person)
    if routed.for_hint == PROBE and sender.person and routed.purpose is None:
        return Filed.NOTE, "a probe for `check`"
    if sender.person and _by_anothers_token(mail, routed, arrival.subject):
        return HoldMail(arrival, ANOTHERS, knock=True, as_person=sender.person)
    if (about := about_no_task(routed, arrival)) is not None:
        return about
    if routed.task:
        return Say(arrival, routed.task)
    return OpenTask(arrival)


def _by_anothers_token(mail: InboundMail, routed: Routed, subject: str) -> bool:
    """Whether a mail about held mail went to a reply address that is not its sender's."""
    if routed.purpose is not None or not held_tag(bare_subject(subject)):
        return False
    return _is_signed((*mail.to, *mail.cc))


def _report(
    mail: InboundMail, routed: Routed, arrival: Arrival, sent: OutboxRow | None
) -> Intent | tuple[Filed, str]:
    """A delivery report is believed about one letter of ours; one that bears
    the signs of another task as well is not."""
    if sent is None:
        return Filed.AUTOMATIC, "a delivery report about no letter of ours"
    if routed.conflict or (routed.task and routed.task != sent.ref.task):
        return Filed.AUTOMATIC, "a delivery report with the signs of two tasks"
    said_now = mail.report.status.startswith("4") and not mail.report.final
    permanent = mail.kind is MailKind.BOUNCE and not said_now
    return Bounce(arrival, sent.ref, permanent, said(mail.report.reason, mail.report.status), sent.to)


def about_no_task(routed: Routed, arrival: Arrival) -> AnswerKnock | AnswerCode | AnswerDigest | None:
    """The intent of an answer to a letter that is about no single task. As a
    task's tag does, [H-7] in a Subject places only the mail of people we know."""
    match routed.purpose:
        case Purpose.KNOCK:
            return AnswerKnock(arrival, routed.number)
        case Purpose.CODE:
            return AnswerCode(arrival, routed.number)
        case Purpose.DIGEST:
            return AnswerDigest(arrival)
    if routed.how not in ("none", "subject tag") or not arrival.sender.person:
        return None
    held = held_tag(bare_subject(arrival.subject))
    return AnswerKnock(arrival, held) if held else None
