"""What the mails that came say about people's devices and our own provider.

An owner sends one mail to tasks+check@ from each device and address that is
used. Such a probe is no task. `check` reads what came lately, in the inbox and
since, and says what each proved, and which of our marks survived the way.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from intake.mail import InboundMail, RawMail
from intake.route import our_addresses
from intake.source import Known, ServerAway
from outbound.filters import count
from shell.exposing import weighed
from shell.sorting import PROBE
from shell.workshop import Workshop
from tasks.intents import Evidence
from tasks.letters import Filed
from wire.headers import one_line
from wire.tokens import Purpose, read_message_id, read_token, tag_of, tagged

Line = tuple[bool, str]
INBOX, KEPT = 20, 60  # mails looked at
RECENT = timedelta(days=30)
PROVEN = frozenset({Evidence.A, Evidence.A_T})
WAYS = ("x-mailer", "user-agent")
Read = tuple[RawMail, InboundMail]


def probed(shop: Workshop, inbox: Sequence[RawMail]) -> Sequence[Line]:
    """Lines for `check`: each owner's devices and their proof, then the plus
    addresses and the Message-IDs. Reads the mails of the `inbox` and the spool's, changes nothing."""
    mails = [(raw, shop.parse(raw)) for raw in (*inbox, *_kept(shop))]
    return [(True, words) for words in (*_devices(shop, mails), _plus(shop, mails), _ids(shop, mails))]


def newest(shop: Workshop) -> Sequence[RawMail]:
    """The mails of the last 30 days that lie in the inbox still; none if the
    server is away."""
    known = Known(known_uids=lambda *_: frozenset(), since=shop.clock() - RECENT)
    try:
        return list(shop.source.fetch(known, INBOX))
    except ServerAway:
        return ()


def _kept(shop: Workshop) -> Iterator[RawMail]:
    """Probes and answers that were taken up, the newest first."""
    since = shop.clock() - RECENT
    tasks = [task.number for task in shop.store.open_tasks()][-KEPT:]
    rows = [row for task in (0, *tasks) for row in shop.store.ledger_of(task)]
    wanted = [r for r in rows if r.at >= since and r.filed in (Filed.NOTE, Filed.REPLY, Filed.ORDER)]
    for row in sorted(wanted, key=lambda row: row.at, reverse=True)[:KEPT]:
        raw = shop.spool.get(row.raw)
        if raw is not None:
            yield RawMail(raw, row.at)


def _devices(shop: Workshop, mails: Sequence[Read]) -> Iterator[str]:
    """One line for each address and program of an owner, and for each address
    from which nothing came."""
    told: dict[tuple[str, str], str] = {}
    for raw, mail in mails:
        sender = weighed(shop, mail, raw)
        person = shop.house.people.get(sender.person)
        if person and "owner" in person.roles:
            device = one_line(next((v for name in WAYS for v in mail.fields(name)), ""), 60)
            told.setdefault((sender.address, device), _proof(sender.evidence))
    for (address, device), proof in told.items():
        yield f"Probe: mail from {address}{f' ({device})' if device else ''}: {proof}"
    heard = {address for address, _ in told}
    silent = [a for owner in shop.house.owners() for a in owner.addresses if a not in heard]
    if silent:
        here = tagged(shop.desk.identity.address, PROBE)
        yield f"Probe: nothing came from {', '.join(silent)}. Send a mail to {here} from each device you use."


def _proof(evidence: Evidence) -> str:
    if evidence in PROVEN:
        return "proven."
    if evidence is Evidence.FAILED:
        return "failed: our mail server says that it is not from there. Such mail is held, and shown to you."
    return "nothing proves it. Such mail is asked about; the secret address and answers to letters are not."


def _plus(shop: Workshop, mails: Sequence[Read]) -> str:
    """Whether mail to a plus address reaches this mailbox."""
    identity = shop.desk.identity
    if not identity.plus:
        return "Plus addresses are off (address.plus); answers are known by their Message-IDs."
    tags = [tag_of(a, identity.address) for _, mail in mails for a in our_addresses(mail, identity)]
    if any(tags):
        return "Plus addresses arrive here."
    here = tagged(identity.address, PROBE)
    return (
        f"Plus addresses: not seen yet. Send a mail to {here}; if it does not arrive, say  address: plus: no"
    )


def _ids(shop: Workshop, mails: Sequence[Read]) -> str:
    """Whether answers name our letters by the Message-IDs that we gave them."""
    ring, identity = shop.desk.ring, shop.desk.identity
    kept = lost = 0
    for _, mail in mails:
        ids = (*mail.in_reply_to.split(), *mail.references)
        if any(read_message_id(mid, ring, identity.domain) for mid in ids):
            kept += 1
        elif ids and _answers(shop, mail):
            lost += 1
    if kept:
        return f"Message-IDs survive: {count(kept, 'answer')} of {kept + lost} carried them."
    if lost:
        return "Message-IDs are rewritten by your provider: answers are known by their plus addresses alone."
    return "Message-IDs: not seen yet; the first answers to letters show whether your provider keeps them."


def _answers(shop: Workshop, mail: InboundMail) -> bool:
    identity = shop.desk.identity
    tags = (tag_of(a, identity.address) or "" for a in our_addresses(mail, identity))
    found = (read_token(tag, shop.desk.ring) for tag in tags)
    return any(token and token.purpose is not Purpose.OWNER for token in found)
