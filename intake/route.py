"""Which task a mail belongs to.

People's clients drop plus addresses, cut References and change Subjects, so
several signs are read, the ones that nobody can forge first. The first that
speaks decides; two signed ones that speak of different things are a conflict,
and such a mail is held.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from intake.mail import InboundMail
from tasks.intents import Evidence, LetterRef, Sender
from wire.addresses import Identity
from wire.caps import REFERENCES
from wire.text import subject_tag
from wire.tokens import (
    Keyring,
    Purpose,
    Token,
    letter_key_in,
    looks_signed,
    read_message_id,
    read_token,
    tag_of,
)

_ID = re.compile(r"<[^<>\s]{1,900}>")
_ADDRESS = re.compile(r"[^\s<>,;:\"]{1,64}@[^\s<>,;:\"]{1,255}")
_READERS = ("bcc", "resent-to", "resent-cc", "resent-bcc", "apparently-to")
_DELIVERED = ("delivered-to", "x-original-to", "envelope-to")


class Lookups(Protocol):
    """What the store knows, as far as routing asks."""

    def letter(self, key: str) -> LetterRef | None:
        """The letter of this key."""

    def task_of_mail(self, message_id: str) -> tuple[int, str] | None:
        """(task, person whose thread it is) of a stored mail or letter; the id
        with its angle brackets."""

    def last_letter(self, person: str, task: int) -> LetterRef | None:
        """The newest letter to a person about a task (0: about none)."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A valid token found in a mail. `where`: "address", "answered" (the id in
    In-Reply-To) or "references". `key` is the letter's, "" for an address."""

    token: Token
    where: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a mail goes, and how that was known.

    `task` 0: none was found by proof or stored ids. `letter` is the letter it
    answers. `purpose` and `number` are those of the token that decided (the
    number of a KNOCK is the held mail's, of a CODE the code's). `how`: "token
    address", "signed Message-ID", "References", "stored id", "subject tag" or
    "none". `tag` is a task named by the Subject, or by another person's token:
    it proves nothing and places only the mail of one who takes part already.
    `thread_of` is whose thread a stored id belongs to. `for_hint` is the plain
    tag of our address ("joy" of tasks+joy@). `bad_token`: one of our addresses
    bears a token that is forged or of an epoch long gone.
    """

    task: int = 0
    letter: LetterRef | None = None
    purpose: Purpose | None = None
    number: int = 0
    how: str = "none"
    conflict: bool = False
    tag: int | None = None
    for_hint: str = ""
    thread_of: str = ""
    bad_token: bool = False


def our_addresses(mail: InboundMail, identity: Identity) -> tuple[str, ...]:
    """Our own addresses that the mail was for, tags and all, in lower case: the
    topmost Delivered-To, X-Original-To and Envelope-To, then To, then Cc."""
    topmost = (mail.fields(name)[:1] for name in _DELIVERED)
    said = [value.strip().strip("<>") for values in topmost for value in values]
    ours = (a.lower() for a in (*said, *mail.to, *mail.cc) if tag_of(a, identity.address) is not None)
    return tuple(dict.fromkeys(ours))


def proofs(mail: InboundMail, ring: Keyring, identity: Identity) -> tuple[Proof, ...]:
    """All valid tokens of a mail, of whatever person, in the order in which they
    count: addresses, In-Reply-To, References from the newest to the oldest."""
    tags = (tag_of(address, identity.address) or "" for address in our_addresses(mail, identity))
    read = (read_token(tag, ring) for tag in tags)
    by_address = [Proof(token, "address") for token in read if token]
    return (*by_address, *_signed_ids(mail, ring, identity))


def _signed_ids(mail: InboundMail, ring: Keyring, identity: Identity) -> Iterator[Proof]:
    answered = _answered(mail)
    for where, ids in (("answered", answered), ("references", _referred(mail))):
        for mid in ids:
            signed = read_message_id(mid, ring, identity.domain)
            if signed:
                yield Proof(signed[0], where, signed[1])


def _answered(mail: InboundMail) -> Sequence[str]:
    return _ID.findall(mail.in_reply_to) or [f"<{mid}>" for mid in mail.in_reply_to.split()[:1]]


def _referred(mail: InboundMail) -> Sequence[str]:
    return tuple(reversed(mail.references[-REFERENCES:]))


def secret_alone(mail: InboundMail, identity: Identity) -> bool:
    """True if nobody but us stands in To and Cc, nor in a field that names other
    readers: only then a secret address is still secret."""
    return not other_readers(mail, identity)


def other_readers(mail: InboundMail, identity: Identity) -> tuple[str, ...]:
    """The addresses of all who have the mail besides us, as far as it says: those in
    To and Cc, and in the fields that a blind copy or a mail sent on may show."""
    hidden = (a for name in _READERS for value in mail.fields(name) for a in _ADDRESS.findall(value))
    return tuple(a for a in (*mail.to, *mail.cc, *hidden) if tag_of(a, identity.address) is None)


def route(mail: InboundMail, sender: Sender, lookups: Lookups, ring: Keyring, identity: Identity) -> Routed:
    """Find the task of a mail, in this order: token address, signed Message-ID in
    In-Reply-To, then in References from the newest, stored ids, the subject tag.

    Tokens count for their own person only: the sender, or for a token under
    another From the token's person (what the mail would be, were it let in).
    The owner's secret address asks for a new task and nothing else. Never raises.
    """
    who = sender.token_person if sender.evidence is Evidence.T_OTHER else sender.person
    found = proofs(mail, ring, identity)
    mine = [proof for proof in found if who and proof.token.person == who]
    signed = [proof for proof in mine if proof.token.purpose is not Purpose.OWNER]
    if signed:
        return _by_token(mail, signed, lookups, identity)
    if mine and secret_alone(mail, identity):
        return Routed(purpose=Purpose.OWNER, how="token address", for_hint=_hint(mail, identity))
    return _by_stored_id(mail, who, lookups, identity) or _by_tag(mail, found, ring, identity)


def _by_token(mail: InboundMail, signed: Sequence[Proof], lookups: Lookups, identity: Identity) -> Routed:
    first = signed[0]
    purpose, number = first.token.purpose, first.token.number
    return Routed(
        task=number if purpose is Purpose.TASK else 0,
        letter=_letter(mail, signed, lookups),
        purpose=purpose,
        number=number,
        how=_HOW[first.where],
        conflict=_differ([proof for proof in signed if proof.where != "references"]),
        tag=subject_tag(mail.subject),
        for_hint=_hint(mail, identity),
    )


_HOW = {"address": "token address", "answered": "signed Message-ID", "references": "References"}


def _differ(strong: Sequence[Proof]) -> bool:
    """References may name letters about several tasks (a mail that was split);
    the addresses and the letter answered may not."""
    return len({(proof.token.purpose, proof.token.number) for proof in strong}) > 1


def _letter(mail: InboundMail, signed: Sequence[Proof], lookups: Lookups) -> LetterRef | None:
    """The letter answered: the newest of the sender's that the mail names and that
    is about the same thing; where the client kept no ids, the last one sent."""
    token = signed[0].token
    about = [p for p in signed if (p.token.purpose, p.token.number) == (token.purpose, token.number)]
    known = (lookups.letter(proof.key) for proof in about if proof.key)
    letter = next((letter for letter in known if letter), None)
    if letter or any(lookups.task_of_mail(mid) for mid in (*_answered(mail), *_referred(mail))):
        return letter
    return lookups.last_letter(token.person, token.number if token.purpose is Purpose.TASK else 0)


def _by_stored_id(mail: InboundMail, who: str, lookups: Lookups, identity: Identity) -> Routed | None:
    """By ids that the store knows. A letter to another person is no letter that
    this one could answer: its question is not theirs."""
    for mid in dict.fromkeys((*_answered(mail), *_referred(mail))):
        stored = lookups.task_of_mail(mid)
        if stored:
            task, person = stored
            key = letter_key_in(mid)
            letter = lookups.letter(key) if key else None
            return Routed(
                task=task,
                letter=letter if letter and letter.person == who else None,
                how="stored id",
                tag=subject_tag(mail.subject),
                for_hint=_hint(mail, identity),
                thread_of=person,
            )
    return None


def _by_tag(mail: InboundMail, found: Sequence[Proof], ring: Keyring, identity: Identity) -> Routed:
    """Nothing proves a task; what is left are words for people."""
    in_subject = subject_tag(mail.subject)
    others = (proof.token.number for proof in found if proof.token.purpose is Purpose.TASK)
    return Routed(
        how="none" if in_subject is None else "subject tag",
        tag=in_subject if in_subject is not None else next(others, None),
        for_hint=_hint(mail, identity),
        bad_token=_has_bad_token(mail, ring, identity),
    )


def _tags(mail: InboundMail, identity: Identity) -> Sequence[str]:
    return [tag_of(address, identity.address) or "" for address in our_addresses(mail, identity)]


def _hint(mail: InboundMail, identity: Identity) -> str:
    return next((tag for tag in _tags(mail, identity) if tag and not looks_signed(tag)), "")


def _has_bad_token(mail: InboundMail, ring: Keyring, identity: Identity) -> bool:
    return any(looks_signed(tag) and read_token(tag, ring) is None for tag in _tags(mail, identity))
