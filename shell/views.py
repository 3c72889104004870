"""The frozen picture that one intent needs, out of the store."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from intake.arrival import Found
from shell.limits import provoked
from shell.remarks import remarks_for
from store.port import Store
from tasks.copied import copied_in
from tasks.hours import local
from tasks.intents import (
    AnswerCode,
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
from tasks.letters import Filed
from tasks.model import Task
from tasks.people import House
from tasks.reminders import lasting
from wire.addresses import traceless

AT_ONCE = 10_000  # tasks looked at in one tick; what is left waits a working day for its letter
HALF_DAY = timedelta(hours=12)  # no half of a working day is longer
OWING = timedelta(days=90)  # so long a bill of a closed task stands in each digest
OPEN_CODE = "code:"  # meta: the held mail about which a task's owner was asked last
LATELY = "proven:"  # meta: 1 for each of the last mails of an address that had A, else 0
IN_TIME = "in-time:"  # meta: a contractor's marks (tasks/in_time.py)
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
    held = _held(store, intent, mail.lines if mail else ())
    return View(
        house=house,
        tasks=_tasks(store, intent, person),
        next_task=store.next_task(),
        next_held=store.next_held(),
        held=held,
        outsiders=_outsiders(store) if not person else {},
        introduced=_introduced(store, house),
        slots=_slots(store, house, intent, now, person),
        provoked=_provoked(store, mail, intent, now),
        a_known=mail is not None and is_a_known(store, mail.sender.address),
        in_time=_in_time(store, house),
        asked={n: row for n in _named(store, intent) if (row := _asked(store, n, now))},
    )


def _codes(house: House, person: str, now: datetime) -> tuple[str, ...]:
    """What begins the slots of today's questions by code to this person."""
    if person not in house.people:
        return ()
    day = local(now, house.people[person]).date()
    return f"code:{person}:{day}:", f"codes-over:{person}:{day}"


def _asked(store: Store, task: int, now: datetime) -> Held | None:
    """The mail about this task that was asked about last, while that question is open."""
    number = store.meta(f"{OPEN_CODE}{task}") if task else None
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
    if person and not isinstance(intent, (Bounce, Away, HoldMail)):
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
        yield intent.letter.task
    if isinstance(intent, Mended):
        yield from intent.tasks
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
    thread = (copied_in(intent.task),) if isinstance(intent, Say) else ()
    mine = (*_codes(house, person, now), *thread, "failed-knock:", "away:")
    found = frozenset[str]().union(*(store.slots(prefix) for prefix in mine))
    for owner in house.owners():
        day = local(now, owner).date()
        found |= store.slots(f"knock:{owner.key}:{day}:") | store.slots(f"many:{day}:")
    return found


def _provoked(store: Store, mail: Arrival | None, intent: Intent, now: datetime) -> tuple[int, int]:
    """Letters about earlier mail of nobody we know, or of a vacation program,
    from this address and in this thread."""
    if mail is None or (mail.sender.person and not isinstance(intent, Away)):
        return 0, 0
    filed = Filed.AUTOMATIC if isinstance(intent, Away) else Filed.HELD
    return provoked(store, mail.sender.address, getattr(intent, "task", 0), now, filed)


def _held(store: Store, intent: Intent, lines: Iterable[object]) -> dict[int, Held]:
    numbers = {getattr(line, "held", 0) for line in lines}
    if isinstance(intent, (AnswerKnock, AnswerCode, Order)):
        numbers.add(intent.held)
    return {n: h for n in numbers if n and (h := store.held(n))}


def _outsiders(store: Store) -> dict[str, int]:
    """Addresses that owners copied on open tasks, for mail from strangers."""
    return {address: t.number for t in store.open_tasks() for address in t.outsiders}


def _introduced(store: Store, house: House) -> frozenset[str]:
    return frozenset(p.key for p in house.contractors() if store.meta(f"introduced:{p.key}"))


def _in_time(store: Store, house: House) -> dict[str, str]:
    return {p.key: marks for p in house.contractors() if (marks := store.meta(f"{IN_TIME}{p.key}"))}


def _for_tick(store: Store, house: House, now: datetime) -> View:
    """The tasks whose moment has come, and those of the same contractors whose
    moment is near: their reminders may share a letter."""
    due = store.due_to_wake(now, AT_ONCE)
    doing = {t.contractor for t in due}
    near = (t for t in store.due_to_wake(now + HALF_DAY, AT_ONCE) if t.contractor in doing)
    tasks = {t.number: t for t in (*due, *near)}
    concerned = {key for t in tasks.values() for key in (t.owner, t.contractor) if key in house.people}
    sent = {k for k in concerned if store.slots(f"day:{k}:{local(now, house.people[k]).date()}")}
    return View(
        house=house,
        tasks=tasks,
        sent_today=frozenset(sent),
        introduced=_introduced(store, house),
        slots=_passed(store, due),
        in_time=_in_time(store, house),
    )


def _passed(store: Store, due: Iterable[Task]) -> frozenset[str]:
    """The rungs of these tasks that were recorded before: what a task knows of, and
    what it forgot when a new date was agreed. No rule is asked, as one of them may
    stumble over a task."""
    found: set[str] = set()
    for task in due:
        found.update(task.rungs)
        if task.due_set_at != task.handed_at:
            found.update(slot for begin in lasting(task) for slot in store.slots(begin))
    return frozenset(found)


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
    held = tuple(h for h in store.held_rows() if h.owner == intent.owner and _is_news(h, since, now))
    remarks = [row for row in store.remarks(since) if row[0] > since]
    return View(
        house=house,
        tasks={t.number: t for t in tasks},
        held_since=held,
        remarks=remarks_for(intent.owner, remarks, house),
        unpaid=tuple(t for t in store.billed_since(intent.owner, now - OWING) if _owes(t, since)),
        reads_digest=reads_digest(store, house, intent.owner, bool(tasks)),
    )


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
