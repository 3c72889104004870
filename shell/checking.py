"""`check`: what works and what does not, before anybody relies on it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from config import Config
from intake.authres import parse, raw_fields
from intake.mail import RawMail
from intake.source import ServerAway
from outbound.filters import count
from outbound.smtp import Unready
from outbound.templates_loader import faults
from shell.printing import as_json, out
from shell.probing import newest, probed
from shell.workshop import Workshop
from wire.tokens import Purpose, mint, sign, tagged

Line = tuple[bool, str]


def check(shop: Workshop, *, json: bool) -> int:
    """Log in to both servers, send nothing, and say what works. 0 if all does,
    69 if a server is away or refuses us, 78 if a letter of the user's own is faulty."""
    owners = count(len(shop.house.owners()), "owner")
    contractors = count(len(shop.house.contractors()), "contractor")
    tasks = count(len(shop.store.open_tasks()), "open task")
    mailbox = _server("Mailbox", shop.source.check)
    reachable = all(ok for ok, _ in mailbox)
    mails = newest(shop) if reachable else ()
    sending, letters = _server("Sending", shop.poster.check), own_letters(shop.config.templates)
    lines = [
        (True, f"Config: {owners}, {contractors}."),
        (True, f"Store: {shop.config.store_path} can be written; {tasks}."),
        *mailbox,
        *sending,
        *letters,
        *_proof(shop.config),
        *((*_offers(shop, mails), *probed(shop, mails)) if reachable else ()),
        *secret_addresses(shop),
    ]
    if json:
        as_json([{"ok": ok, "says": text} for ok, text in lines])
    else:
        for ok, text in lines:
            out(f"{'ok ' if ok else 'NO '} {text}")
    if not all(ok for ok, _ in (*mailbox, *sending)):
        return 69
    return 0 if all(ok for ok, _ in letters) else 78


def _server(name: str, ask: object) -> Sequence[Line]:
    assert callable(ask)
    try:
        return [(True, f"{name}: {sentence}") for sentence in ask()]
    except (ServerAway, Unready) as away:
        return [(False, f"{name}: {away}")]


def own_letters(folder: Path | None) -> Sequence[Line]:
    """The templates of the user's own folder that would not work; ours is used for those."""
    if folder is None:
        return []
    found = [(False, f"Letter: {fault} Until then ours is used.") for fault in faults(folder)]
    return found or [(True, f"Letters: those in {folder} can be used.")]


def _proof(config: Config) -> Sequence[Line]:
    """By what an owner's mail will be known to be the owner's."""
    trust = config.trust
    if trust.authserv_id:
        return [(True, f"Proof: Authentication-Results of {trust.authserv_id} are believed, no others.")]
    if trust.topmost_without_id:
        return [(True, "Proof: the topmost Authentication-Results without an id are believed.")]
    if trust.dkim:
        return [
            (True, "Proof: own DKIM check only. Pin trust.authserv_id, and your server's word counts too.")
        ]
    words = "Proof: none. Neither trust.authserv_id nor trust.dkim is set: only the secret addresses below"
    return [(True, f"{words} and answers to our letters are believed; all else is asked about.")]


def _offers(shop: Workshop, mails: Sequence[RawMail]) -> Sequence[Line]:
    """The name that our server puts on its verdicts, read off the newest mails:
    what stands topmost in all of them can be pinned."""
    if shop.config.trust.authserv_id:
        return []
    named = Counter(id_ for mail in mails if (id_ := _topmost_id(mail.raw)))
    if not named:
        words = "no mail of the last 30 days bears a verdict of your server."
        return [(True, f"Proof: {words} Send one to {shop.desk.identity.address} and run check again.")]
    id_, times = named.most_common(1)[0]
    where = f"topmost in {times} of {count(len(mails), 'mail')} looked at"
    return [(True, f"Proof: {id_} stands {where}. If that is your server: trust.authserv_id: {id_}")]


def _topmost_id(raw: bytes) -> str:
    fields = raw_fields(raw, "authentication-results")
    read = parse(fields[0]) if fields else None
    return read.authserv_id if read else ""


def secret_addresses(shop: Workshop) -> Sequence[Line]:
    """Each owner's secret address: who knows it may open tasks as that owner."""
    ring, base = shop.desk.ring, shop.desk.identity.address
    if not shop.desk.identity.plus:
        return []
    return [
        (True, f"Secret address of {o.name}: {tagged(base, sign(mint(Purpose.OWNER, o.key, ring), ring))}")
        for o in shop.house.owners()
    ]
