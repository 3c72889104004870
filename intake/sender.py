"""Who wrote a mail, and how sure we are.

The columns of the table of trust: A is proven by our own server, by our own
DKIM check or by lying in our Sent folder; T holds a token of that very person.
What may follow from it is decided in tasks.trust, and nowhere here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from intake.authres import Verdict, raw_fields, verdict
from intake.dkim_check import TxtLookup, dkim_check
from intake.mail import InboundMail, RawMail
from intake.route import Proof, proofs, secret_alone
from tasks.intents import Evidence, Sender
from tasks.people import House, Person
from tasks.replacing import replace
from wire.addresses import Identity, bare, read_from
from wire.tokens import Keyring, Purpose, Token

Held = Literal["T", "other", ""]


@dataclass(frozen=True, slots=True)
class TrustSettings:
    """`authserv_id` is the pinned id of our own server ("" pins none: its word is
    unknown); `topmost_without_id` believes a topmost field without an id, as
    Microsoft 365 writes it; `dkim` switches our own check on."""

    authserv_id: str = ""
    topmost_without_id: bool = False
    dkim: bool = True


def weigh(
    mail: InboundMail,
    raw: RawMail,
    house: House,
    ring: Keyring,
    identity: Identity,
    settings: TrustSettings,
    txt: TxtLookup | None,
    *,
    shown: Callable[[Token], bool] = lambda _: False,
) -> Sender:
    """Return the sender of a mail with the evidence for it.

    A person is found only by one From address, the same in the parsed fields
    and in the raw header as our strict reader sees it. Where the two parsers
    did not agree, nothing proves the person. `txt` looks up DKIM keys; None
    leaves that check out. A token that others were `shown` proves nobody. Never raises.
    """
    found = tuple(proof for proof in proofs(mail, ring, identity) if not shown(proof.token))
    address, person = claimed(mail.from_addresses, house)
    sender = Sender(address=address, name=mail.from_name)
    if person is None:
        return _stranger(sender, found, mail, identity)
    sender = replace(sender, person=person.key)
    if not (mail.from_agrees and _reads_alike(raw.raw, address)):
        return _stranger(replace(sender, evidence=Evidence.BARE), found, mail, identity)
    said = _authenticated(raw, person, address, settings, txt)
    if said == "fail":
        return replace(sender, evidence=Evidence.FAILED, token_person=_token_person(found, person))
    whose = _held(mail, found, person, identity, proven=said == "pass")
    other = _token_person(found, person) if whose == "other" else ""
    return replace(sender, evidence=_EVIDENCE[said, whose], token_person=other)


def claimed(addresses: Sequence[str], house: House) -> tuple[str, Person | None]:
    """Return the first of the addresses in From, and the person whose it is if it is the
    only one. Nothing is proven by it. Never raises."""
    first = addresses[0] if addresses else ""
    address = bare(first) or first
    return address, house.person_at(address) if len(addresses) == 1 else None


_EVIDENCE: dict[tuple[Verdict, Held], Evidence] = {
    ("pass", "T"): Evidence.A_T,
    ("pass", "other"): Evidence.T_OTHER,
    ("pass", ""): Evidence.A,
    ("none", "T"): Evidence.T_A,
    ("none", "other"): Evidence.T_OTHER,
    ("none", ""): Evidence.BARE,
}


def _reads_alike(raw: bytes, address: str) -> bool:
    read = read_from(raw_fields(raw, "from"))
    return read is not None and read[1] == address


def _stranger(sender: Sender, found: tuple[Proof, ...], mail: InboundMail, identity: Identity) -> Sender:
    """Nobody registered, or a registered address in a From that two readers read
    in two ways: a token makes it another's. A secret address that stands beside
    others proves nothing to anybody."""
    alone = secret_alone(mail, identity)
    told = [proof for proof in found if alone or proof.token.purpose is not Purpose.OWNER]
    if not told:
        return sender
    return replace(sender, evidence=Evidence.T_OTHER, token_person=told[0].token.person)


def _authenticated(
    raw: RawMail, person: Person, address: str, settings: TrustSettings, txt: TxtLookup | None
) -> Verdict:
    """Evidence A. The Sent folder speaks for the holder of the account, an owner;
    our server's "fail" is final, because its policy knows more than ours."""
    if raw.in_sent and "owner" in person.roles:
        return "pass"
    said = verdict(
        raw_fields(raw.raw, "authentication-results"),
        settings.authserv_id,
        address,
        settings.topmost_without_id,
    )
    if said != "none" or not settings.dkim or txt is None or not raw.whole:
        return said
    return dkim_check(raw.raw, address, raw.arrived_at, txt)


def _held(
    mail: InboundMail, found: tuple[Proof, ...], person: Person, identity: Identity, *, proven: bool
) -> Held:
    """Does the mail hold a token of this person, or only somebody else's?

    The secret address counts only where no other recipient could have learnt
    it. Another's token is the address that the mail was sent to, or the letter
    that it answers (letters go to one person each); deeper in References it is
    the ordinary course of a shared thread. A proven owner who answers all in a
    contractor's thread meets the contractor's token there: it proves nothing,
    and takes nothing away.
    """
    mine = [proof.token.purpose for proof in found if proof.token.person == person.key]
    if any(purpose is not Purpose.OWNER for purpose in mine):
        return "T"
    if mine and secret_alone(mail, identity):
        return "T"
    if proven and "owner" in person.roles:
        return ""
    others = [p for p in found if p.token.person != person.key and p.where != "references"]
    return "other" if others else ""


def _token_person(found: tuple[Proof, ...], person: Person) -> str:
    return next((p.token.person for p in found if p.token.person != person.key), "")


def secret_seen(mail: InboundMail, ring: Keyring, identity: Identity) -> str:
    """Return whose secret address stood beside other recipients, or "": it is no
    secret any more, and is to be renewed."""
    if secret_alone(mail, identity):
        return ""
    owners = (p.token.person for p in proofs(mail, ring, identity) if p.token.purpose is Purpose.OWNER)
    return next(owners, "")
