"""The frozen picture that one intent needs, out of the store."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from intake.arrival import Found
from shell.limits import provoked
from shell.remarks import remarks_for
from shell.views_follow import in_time, passed, past
from shell.views_hands import answered_for, ended_lately, hands_of, weeks_of
from store.port import Store
from tasks.by_address import disowned
from tasks.copied import copied_in
from tasks.digest import week_begins
from tasks.hours import local
from tasks.intents import (
    AnswerCode,
    AnswerDigest,
    AnswerKnock,
    Arrival,
    Away,
    Bounce,
    DigestWanted,
    Evidence,
    Held,
    HoldMail,
    Intent,
    Mended,
    Order,
    Say,
    Ticked,
    View,
)
from tasks.joining import digests_of
from tasks.letters import Filed
from tasks.model import Task
from tasks.ownerless import ownerless
from tasks.people import House
from tasks.turns import asked_of_owner
from wire.addresses import traceless

AT_ONCE = 10_000  # tasks looked at in one tick; what is left waits a working day for its letter
HALF_DAY = timedelta(hours=12)  # no half of a working day is longer
OWING = timedelta(days=90)  # so long a bill of a closed task stands in each digest
FORGOTTEN = timedelta(days=3)  # after these, held mail that was shown stands in the week's first digest
OPEN_CODE = "code:"  # meta: the held mail about which a task's owner was asked last
LATELY = "proven:"  # meta: 1 for each of the last mails of an address that had A, else 0
ENOUGH = "11111"  # five in a row: A is known to work for an address
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def view_of(store: Store, house: House, intent: Intent, now: datetime) -> View:
    """What `decide` may look at for this intent, as of the last commit."""
    if isinstance(intent, Ticked):
        return _for_tick(store, house, now)
    if isinstance(intent, DigestWanted):
        return _for_digest(store, house, intent, now)
    mail = getattr(intent, "mail", None)
    person = mail.sender.person or mail.sender.token_person if mail else ""
    asked = _all_asked(store, intent, person, now)
    held = _held(store, intent, mail.lines if mail else (), asked.values())
    view = View(
        house=house,
        tasks={**answered_for(store, house, mail, person, now), **_tasks(store, intent, person)},
        next_task=store.next_task(),
        next_held=store.next_held(),
        held=held,
        outsiders=_outsiders(store) if not person else {},
        introduced=_introduced(store, house),
        slots=_slots(store, house, intent, now, person),
        provoked=_provoked(store, mail, intent, now),
        a_known=mail is not None and is_a_known(store, mail.sender.address),
        in_time=in_time(store, house),
        asked=asked,
        hands=hands_of(store, house, intent, tuple(_named(store, intent))),
    )
    return _with_digest(store, view, person, now) if mail and asks_digest(mail) else view


def asks_digest(mail: Arrival) -> bool:
    """Whether a word in it may be answered by a digest."""
    commands = (*mail.commands, *(c for line in mail.lines for c in line.commands))
    return any(c.word in ("digest", "start") for c in commands)


def _with_digest(store: Store, view: View, person: str, now: datetime) -> View:
    """The view with all that stands in this person's digest, if they are an owner."""
    if person not in {p.key for p in view.house.owners()}:
        return view
    found = _for_digest(store, view.house, DigestWanted(person, ""), now)
    tasks = {**found.tasks, **view.tasks}
    told = {name: getattr(found, name) for name in ("held_since", "held_again", "remarks", "unpaid", "past")}
    return replace(view, tasks=tasks, hands=replace(view.hands, closed=found.hands.closed), **told)


def _codes(house: House, person: str, now: datetime) -> tuple[str, ...]:
    """What begins the slots of today's questions by code to this person."""
    if person not in house.people:
        return ()
    day = local(now, house.people[person]).date()
    return f"code:{person}:{day}:", f"codes-over:{person}:{day}"


def _all_asked(store: Store, intent: Intent, person: str, now: datetime) -> dict[int, Held]:
    """The newest open question about each task that the intent names; under 0 that about
    the person's answers to digests."""
    groups: dict[int, str] = {n: str(n) for n in _named(store, intent) if n}
    if isinstance(intent, AnswerDigest):
        groups[0] = digests_of(person)
    return {n: row for n, group in groups.items() if (row := _asked(store, group, now))}


def _asked(store: Store, group: str, now: datetime) -> Held | None:
    """The mail of this group that was asked about last, while that question is open."""
    number = store.meta(f"{OPEN_CODE}{group}")
    held = store.held(int(number)) if number else None
    if held is None or held.state != "held" or held.code_until is None or now >= held.code_until:
        return None
    return held


def lately_proven(store: Store, house: House, found: Found) -> dict[str, str]:
    """What an owner's mail adds to what is known of its address. Proof of its own
    is our server's word or a DKIM signature; lying in Sent is neither, and mail
    that failed is not that person's."""
    evidence, person = found.sender.evidence, house.people.get(found.sender.person)
    if person is None or "owner" not in person.roles or evidence is Evidence.FAILED or found.raw.in_sent:
        return {}
    key = _lately(found.sender.address)
    mark = "1" if evidence in (Evidence.A, Evidence.A_T) else "0"
    return {key: f"{store.meta(key) or ''}{mark}"[-len(ENOUGH) :]}


def is_a_known(store: Store, address: str) -> bool:
    """Whether the last mails of this address all had proof of their own (A)."""
    return store.meta(_lately(address)) == ENOUGH


def _lately(address: str) -> str:
    return LATELY + traceless(address)


def _tasks(store: Store, intent: Intent, person: str) -> Mapping[int, Task]:
    """The task named, and the sender's open ones."""
    found: dict[int, Task] = {}
    if person and not isinstance(intent, (Bounce, HoldMail)):
        mine = (t for t in store.open_tasks() if person in (t.owner, t.contractor))
        found.update((t.number, t) for t in mine)
    for number in _named(store, intent):
        task = store.task(number)
        if task:
            found[number] = task
    return found


def _named(store: Store, intent: Intent) -> Iterable[int]:
    if isinstance(intent, (Say, Away, HoldMail)):
        yield intent.task
    if isinstance(intent, Bounce):
        yield from (intent.letter.task, *intent.letter.about)
    if isinstance(intent, Mended):
        yield from (*intent.tasks, *intent.gone)
    if isinstance(intent, (AnswerKnock, AnswerCode, Order)):
        held = store.held(intent.held)
        if held:
            yield held.task
    mail = getattr(intent, "mail", None)
    if mail:
        yield from (line.task for line in mail.lines if line.task)


def _slots(store: Store, house: House, intent: Intent, now: datetime, person: str) -> frozenset[str]:
    """The occurrence keys that this intent may meet."""
    if isinstance(intent, Bounce):
        return store.slots(f"bounced:{intent.letter.key}")
    thread = (copied_in(intent.task), disowned(person, intent.task)) if isinstance(intent, Say) else ()
    days = {owner.key: local(now, owner).date() for owner in house.owners()}
    knocks = [f"knock:{key}:{day}:" for key, day in days.items()]
    many = [f"many:{day}:" for day in sorted(set(days.values()))]
    mine = (*_codes(house, person, now), *thread, "failed-knock:", "away:", f"week:{person}:")
    mine = (*mine, *((ownerless(person),) if person else ()))
    mine = (*mine, f"digest:{person}:{days.get(person)}")
    return store.slots(*mine, *knocks, *many)


def _provoked(store: Store, mail: Arrival | None, intent: Intent, now: datetime) -> tuple[int, int]:
    """Letters about earlier mail of nobody we know, or of a vacation program,
    from this address and in this thread."""
    if mail is None or (mail.sender.person and not isinstance(intent, Away)):
        return 0, 0
    filed = Filed.AUTOMATIC if isinstance(intent, Away) else Filed.HELD
    return provoked(store, mail.sender.address, getattr(intent, "task", 0), now, filed)


def _held(store: Store, intent: Intent, lines: Iterable[object], asked: Iterable[Held]) -> dict[int, Held]:
    numbers = {getattr(line, "held", 0) for line in lines}
    numbers |= {n for row in asked for n in row.joins}
    if isinstance(intent, (AnswerKnock, AnswerCode, Order)):
        row = store.held(intent.held)
        numbers |= {intent.held, *(row.joins if row else ())}
    return {n: h for n in numbers if n and (h := store.held(n))}


def _outsiders(store: Store) -> dict[str, int]:
    """Addresses that owners copied on open tasks, for mail from strangers."""
    return {address: t.number for t in store.open_tasks() for address in t.outsiders}


def _introduced(store: Store, house: House) -> frozenset[str]:
    return frozenset(p.key for p in house.contractors() if store.meta(f"introduced:{p.key}"))


def _for_tick(store: Store, house: House, now: datetime) -> View:
    """The tasks whose moment has come, and those of the same contractors whose
    moment is near: their reminders may share a letter."""
    due = store.due_to_wake(now, AT_ONCE)
    doing = {t.contractor for t in due}
    near = (t for t in store.due_to_wake(now + HALF_DAY, AT_ONCE) if t.contractor in doing)
    tasks = {t.number: t for t in (*due, *near)}
    hands = weeks_of(store, house, now)
    concerned = {key for t in tasks.values() for key in (t.owner, t.contractor) if key in house.people}
    concerned |= hands.load.keys()
    days = {k: f"day:{k}:{local(now, house.people[k]).date()}" for k in concerned}
    slots = store.slots(*days.values())
    sent = {k for k, day in days.items() if any(slot.startswith(day) for slot in slots)}
    return View(
        house=house,
        tasks=tasks,
        sent_today=frozenset(sent),
        introduced=_introduced(store, house),
        slots=passed(store, due),
        in_time=in_time(store, house),
        past=past(store, house, tasks.values(), now),
        hands=hands,
    )


def digest_since(store: Store, owner: str) -> datetime:
    """When the owner's last digest was written (aware UTC)."""
    at = store.meta(f"digest:{owner}")
    return datetime.fromisoformat(at) if at else LONG_AGO


def _for_digest(store: Store, house: House, intent: DigestWanted, now: datetime) -> View:
    """What has come since the last digest. What the round that wrote that one
    found at the very same moment stood in it."""
    since = digest_since(store, intent.owner)
    tasks = [t for t in store.open_tasks() if t.owner == intent.owner]
    tasks += [t for t in store.closed_since(intent.owner, since) if t.closed_at != since]
    tasks += [t for t in store.asked_since(intent.owner, now - OWING) if asked_of_owner(t)]
    held = tuple(h for h in store.held_rows() if h.owner == intent.owner and _is_news(h, since, now))
    remarks = [row for row in store.remarks(since) if row[0] > since]
    return View(
        house=house,
        tasks={t.number: t for t in tasks},
        held_since=held,
        held_again=_told_again(store, house, intent, since, now),
        remarks=remarks_for(intent.owner, remarks, house, store.task),
        unpaid=tuple(t for t in store.billed_since(intent.owner, now - OWING) if _owes(t, since)),
        reads_digest=reads_digest(store, house, intent.owner, bool(tasks)),
        past=past(store, house, tasks, now),
        hands=ended_lately(store, intent.owner, now),
    )


def _told_again(
    store: Store, house: House, intent: DigestWanted, since: datetime, now: datetime
) -> tuple[Held, ...]:
    """Once a week what the owner was shown some days ago, and has not settled."""
    if not week_begins(house.people[intent.owner], intent.due_at or now):
        return ()
    mine = (h for h in store.held_rows() if h.owner == intent.owner and h.at <= now - FORGOTTEN)
    return tuple(h for h in mine if (h.code_until <= since if h.code_until else h.knock))


def _is_news(held: Held, since: datetime, now: datetime) -> bool:
    """Quiet mail is told once; mail that its owner was asked about when the time
    for the answer is over, and it is ordinary held mail."""
    if held.code_until:
        return since < held.code_until <= now
    return held.at > since and not held.knock


def reads_digest(store: Store, house: House, owner: str, has_tasks: bool) -> bool:
    """False for an escalation contact who never had a task or a digest."""
    return has_tasks or digest_since(store, owner) != LONG_AGO or owner != house.rules.escalate_to


def _owes(task: Task, since: datetime) -> bool:
    """Whether a bill is open on a task whose end was told before."""
    told = task.closed_at is not None and task.closed_at <= since
    return told and any(bill.paid_at is None for bill in task.bills)
