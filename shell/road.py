"""The road of one mail: spool, guard, parse, sender, kind, route, decide, commit.

Each step is a named function elsewhere; this is only their order. A mail that
was committed is never decided again: its key in the ledger is the claim.
"""

import logging

from intake.arrival import Found, arrive, read_again
from intake.guard import check_raw
from intake.ledgerkey import ledger_key, signed_key
from intake.mail import InboundMail, MailKind, RawMail
from intake.parse_head import parse_head
from intake.route import Routed, route
from language.masking import mask
from shell.books import batch_of
from shell.exposing import shows, weighed
from shell.letters_known import StoreLookups
from shell.limits import flooded, restrained, traces
from shell.remarks import kept
from shell.renewing import renew_owed, renewal
from shell.sorting import about_no_task, noted, sort
from shell.views import lately_proven, view_of
from shell.why_kept import why_of
from shell.workshop import Workshop
from store.port import Batch, LedgerRow, Place, Refused
from tasks.absence import substitute_of
from tasks.confirming import BY_CODE
from tasks.decide import decide
from tasks.holding import WHICH
from tasks.intents import Arrival, Evidence, Held, HoldMail, Intent, Many, OpenTask, Say, Sender, View
from tasks.letters import Decision, Filed, Remark
from tasks.model import File
from tasks.replacing import replace

BY_TAG = "subject tag"
TAKEN_UP = frozenset({Filed.TASK, Filed.REPLY, Filed.ORDER})
REPLAYED = "the same signed words again, with other fields around them"
log = logging.getLogger("handoff")
TOO_LARGE = "It was {:.0f} MB. I took its words; its attachments stay with the mail, in the folder {}."


def take(shop: Workshop, raw: RawMail) -> LedgerRow | None:
    """One mail, from its bytes to the commit. Returns its row in the ledger.
    Raises StoreUnusable only; whatever the mail holds is filed or held."""
    with shop.in_hand.working_on(raw.raw):
        return _take(shop, raw)
    return None  # a fault of ours, counted and logged: the mail stays where it is, and the next is served


def _take(shop: Workshop, raw: RawMail) -> LedgerRow | None:
    key = ledger_key(raw.raw)
    spooled = shop.spool.put(raw.raw)
    known = shop.store.ledger(key)
    place = _place(raw)
    if known is not None and known.place == place:
        return None
    if known is not None and not (raw.in_sent and known.filed is Filed.HELD):
        if known.place is None and place is not None:
            return find_again(shop, known, place, moved=raw.in_sent)
        return _duplicate(shop, raw, known, spooled)
    reason = shop.in_hand.poison(raw.raw) or check_raw(raw.raw) or ""
    many = "" if reason else flooded(shop, raw)
    intent: Intent | tuple[Filed, str]
    found, arrival = read(shop, raw, key, reason or many)
    if many:
        intent = _one_of_many(arrival, many)
    elif reason:
        knock = bool(arrival.sender.person)  # who is registered must not wait for a digest
        intent = HoldMail(arrival, reason, knock=knock)
    elif shop.store.slots(_mark(raw.raw) or "none"):
        intent = (Filed.DUPLICATE, REPLAYED)
    else:
        intent = sort(found, arrival, shop.store, shop.desk.ring, shop.desk.identity)
        intent = restrained(shop, found, arrival, intent)
    return _decide(shop, found, arrival, intent, spooled, replaces=known is not None)


def _one_of_many(arrival: Arrival, reason: str) -> HoldMail:
    """Of a flood nothing is read; whoever is registered is not left to a digest."""
    whose = arrival.sender.person or arrival.sender.token_person
    return HoldMail(arrival, reason, knock=bool(whose), as_person=whose, many=Many.FLOOD)


def _mark(raw: bytes) -> str:
    """The slot of a mail that was taken up, by what its sender signed: a replay
    with other fields around it has the same one. "" without a Message-ID."""
    signed = signed_key(raw)
    return f"taken:{signed}" if signed else ""


def read(shop: Workshop, raw: RawMail, key: str, unread: str) -> tuple[Found, Arrival]:
    """Parse a mail, weigh its sender, find its place: all but the decision.
    Files are kept in the spool, so that a decision can name them. `unread`
    says why only the head of it is looked at; "" reads it all."""
    mail = _head_only(shop, raw, unread) if unread else shop.parse(raw)
    sender = weighed(shop, mail, raw)
    routed = route(mail, sender, StoreLookups(shop.store), shop.desk.ring, shop.desk.identity)
    found = Found(
        key=key,
        raw=raw,
        mail=mail,
        sender=sender,
        routed=_by_tag(routed, sender),
        role=_role(shop, routed, sender),
        files=_keep(shop, mail),
        notes=_notes(shop, raw),
    )
    return found, arrive(found, shop.house, shop.desk.identity)


def _head_only(shop: Workshop, raw: RawMail, unread: str) -> InboundMail:
    if shop.in_hand.head_too(raw.raw):
        return InboundMail(trouble=unread)
    return parse_head(raw.raw, raw.arrived_at, unread)


def _by_tag(routed: Routed, sender: Sender) -> Routed:
    """A tag in the Subject places a mail only for people we know; whether they
    take part in that task is for the core to see."""
    if not routed.task and routed.tag and sender.person and routed.purpose is None:
        return replace(routed, task=routed.tag, how=BY_TAG)
    return routed


def _role(shop: Workshop, routed: Routed, sender: Sender) -> str:
    """The sender's role on the task in hand (P67), or else in the house."""
    who = sender.person or sender.token_person
    task = shop.store.task(routed.task) if routed.task else None
    if task and who == substitute_of(shop.house, task, shop.clock()):
        return "owner"
    if task and who in (task.owner, task.contractor):
        return "owner" if who == task.owner else "contractor"
    person = shop.house.people.get(who)
    return "owner" if person and "owner" in person.roles else "contractor"


def _keep(shop: Workshop, mail: InboundMail) -> tuple[File, ...]:
    return tuple(
        File(p.name, shop.spool.put_file(p.data), len(p.data), p.media_type, p.inline, p.content_id, p.signed)
        for p in mail.parts
    )


def _notes(shop: Workshop, raw: RawMail) -> tuple[str, ...]:
    return () if raw.whole else (TOO_LARGE.format(raw.size / 1e6, raw.folder or "INBOX"),)


def _place(raw: RawMail) -> Place | None:
    return Place(raw.account, raw.folder, raw.uidvalidity, raw.uid) if raw.uid else None


def _decide(
    shop: Workshop,
    found: Found,
    arrival: Arrival,
    intent: Intent | tuple[Filed, str],
    spooled: str,
    *,
    replaces: bool = False,
    settles: Held | None = None,
) -> LedgerRow | None:
    """Decide and commit. `settles` is the held mail that is let in by this."""
    now = shop.clock()
    if isinstance(intent, tuple):
        view, owner = View(shop.house), shop.house.people.get(found.sender.person)
        decision = noted(found, arrival, Decision(filed=intent[0], why=intent[1]), shop.store, owner)
    else:
        view = view_of(shop.store, shop.house, intent, now)
        decision = decide(view, intent, now)
    row = _row(shop, found, arrival, decision, spooled)
    mark = _mark(found.raw.raw) if decision.filed in TAKEN_UP else ""
    if mark and not shop.store.slots(mark):
        decision = replace(decision, slots=(*decision.slots, mark))
    if settles:
        decision = replace(decision, held=(*decision.held, replace(settles, state="let in")))
    remarks, owed = renewal(shop, found.mail)
    decision = replace(decision, remarks=(*decision.remarks, *remarks))
    meta = {**owed, **shows(shop, found), **({} if settles else lately_proven(shop.store, shop.house, found))}
    batch = batch_of(decision, view, shop.desk, now, mail=arrival, ledger=row, replaces=replaces, meta=meta)
    try:
        shop.store.commit(batch)
    except Refused as refused:
        log.info("left key=%s: %s", found.key[:12], refused)
        return None
    if owed:
        renew_owed(shop)
    if any(fact.task == 0 for fact in decision.facts):
        shop.learn()
    _log(row, decision)
    return row


def _row(shop: Workshop, found: Found, arrival: Arrival, decision: Decision, spooled: str) -> LedgerRow:
    raw, filed = found.raw, decision.filed or Filed.NOTE
    person = shop.house.people.get(decision.person)
    folder = shop.config.folders.of(filed, person.name if person and "contractor" in person.roles else "")
    return LedgerRow(
        key=found.key,
        raw=spooled,
        message_id=found.mail.message_id,
        filed=filed,
        at=raw.arrived_at,
        address=found.sender.address,
        subject=mask(found.mail.subject).text[:120],
        person=found.sender.person,
        task=decision.task or found.routed.task,
        reason=decision.why,
        proof=found.sender.evidence.value,
        folder=folder,
        place=_place(raw),
        moved=raw.in_sent,
        why={**why_of(found, arrival, decision.cell), **traces(found, arrival, decision)},
    )


def _log(row: LedgerRow, decision: Decision) -> None:
    log.info(
        "filed key=%s as=%s from=%s task=%s letters=%d why=%s",
        row.key[:12],
        row.filed.value,
        row.address or "-",
        row.task or "-",
        len(decision.letters),
        decision.why,
    )


def _duplicate(shop: Workshop, raw: RawMail, known: LedgerRow, spooled: str) -> LedgerRow | None:
    """The same mail again: it is filed beside its twin and changes nothing."""
    place = _place(raw)
    if place is None:
        return None
    if place.folder == known.folder or raw.in_sent:
        shop.store.seen(place, known.key)
        return None
    key = ledger_key(f"{known.key}:{place.folder}:{place.uidvalidity}:{place.uid}".encode())
    again = f"again: {known.key}"
    row = replace(known, key=key, filed=Filed.DUPLICATE, place=place, moved=False, reason=again)
    try:
        shop.store.commit(Batch(ledger=row, at=shop.clock()))
    except Refused:
        return None
    log.info("filed key=%s as=duplicate of=%s", key[:12], known.key[:12])
    return row


def find_again(shop: Workshop, known: LedgerRow, place: Place, *, moved: bool) -> LedgerRow | None:
    """A mail of the ledger that had no place, after a restore, was found on the
    server: it is filed from there, unless it lies where it stays (`moved`). It is
    no new one, so the answer is None."""
    row = replace(known, place=place, moved=moved)
    shop.store.commit(Batch(ledger=row, replaces=True, at=shop.clock()))
    return None


def let_in(shop: Workshop, held: Held) -> LedgerRow | None:
    """A held mail that the owner passed on takes the ordinary road, once."""
    old = shop.store.ledger(held.key)
    data = shop.desk.read_file(old.raw) if old else None
    if old is None or data is None:
        log.warning("H-%d cannot be let in: its bytes are gone from the spool", held.number)
        return None
    if reason := shop.in_hand.poison(data):
        _held_for_good(shop, held, reason)
        return None
    with shop.in_hand.working_on(data):
        return _let_in(shop, held, old, data)
    return None


def _held_for_good(shop: Workshop, held: Held, reason: str) -> None:
    """A mail that cannot be read is not let in, whoever asks; the owner is told."""
    words = (
        f"H-{held.number} ({held.subject or 'no subject'}) was not passed on. {reason}; its bytes are kept."
    )
    now = shop.clock()
    told = kept(now, Remark(held.owner, words))
    shop.store.commit(Batch(held=(replace(held, state="held"),), remarks=(told,), at=now))
    log.warning("%s", words)


def _let_in(shop: Workshop, held: Held, old: LedgerRow, data: bytes) -> LedgerRow | None:
    place = old.place or Place("", "", 0, 0)
    raw = RawMail(data, old.at, place.account, place.folder, place.uidvalidity, place.uid)
    found, arrival = read(shop, raw, held.key, check_raw(data) or "")
    task = held.task or found.routed.task
    answers = about_no_task(found.routed, arrival) is not None
    whose = held.as_person or ("" if task or answers else held.owner)  # nobody's words become the owner's
    sender = replace(arrival.sender, person=whose, token_person="", evidence=Evidence.A_T)
    how = BY_CODE if held.by_code else ""
    weighed = replace(arrival, released=True, led=True, let_in_by=how, vouched=held.vouched)
    about = None if held.reason == WHICH else about_no_task(found.routed, weighed)  # by who wrote it
    found, arrival = replace(found, sender=sender), read_again(found, weighed, sender, shop.house)
    intent = replace(about, mail=arrival) if about else Say(arrival, task) if task else OpenTask(arrival)
    machine = found.mail.kind not in (MailKind.HUMAN, MailKind.REACTION)
    log.info("letting in H-%d%s", held.number, " (it looks automatic)" if machine else "")
    return _decide(shop, found, arrival, intent, old.raw, replaces=True, settles=held)
