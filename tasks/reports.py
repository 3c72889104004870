"""What other machines report about our letters: bounces, and vacation replies."""

from collections.abc import Sequence
from datetime import UTC, datetime

from language.zones import zone_of
from tasks.absence import absence_of, back_on, day_of
from tasks.draft import Draft
from tasks.events_hands import WentAway
from tasks.events_reach import AddressMended, NeverReached
from tasks.hours import local
from tasks.intents import Away, Bounce, LetterRef, View
from tasks.letters import Decision, Filed, Kind
from tasks.model import Stage, Task
from tasks.people import LONGEST, Person
from tasks.rationing import spent
from tasks.trust import Ruling, What, ruling

AT_ONCE = frozenset({Kind.ASSIGNMENT, Kind.JOINED, Kind.QUESTION})  # work cannot start or go on
NO_LETTER = "a letter to {} did not arrive: {}"
PATIENCE = 3  # other letters that may bounce before the owner is told


def bounced(view: View, intent: Bounce, draft: Draft) -> Decision:
    """A delivery report about a letter of ours: delayed is not failed. A hard
    failure of an assignment or a question is told to the owner at once, others
    at the third; then what chases the person rests."""
    ref = intent.letter
    person, slot = view.house.people.get(ref.person), f"bounced:{ref.key}"
    if not intent.permanent:
        return draft.close(Filed.BOUNCE, ref.person, ref.task, why=f"delayed: {intent.reason}")
    gone = person is None or intent.address != person.address
    tasks = [view.tasks[n] for n in (ref.task, *ref.about) if n in view.tasks]
    if not tasks or person is None or gone or slot in view.slots:
        why = "known already, or to an address no more in use" if tasks else "about no task"
        return draft.close(Filed.BOUNCE, ref.person, ref.task, why=why)
    draft.slot(slot)
    for task in tasks:
        _bounced(draft, task, intent, person)
    return draft.close(Filed.BOUNCE, ref.person, ref.task, why=f"never reached: {intent.reason}")


def _bounced(draft: Draft, task: Task, intent: Bounce, person: Person) -> None:
    """What it means for one task. Of several the first one has the letter, the rest a line."""
    ref, told = intent.letter, _is_told(task, intent.letter)
    draft.record(task.number, NeverReached(ref.person, ref.key, intent.reason, person.address, told))
    if told and task.owner not in draft.house.people:
        words = NO_LETTER.format(person.first_name, intent.reason)
        draft.remark(task.owner, f"{task.tag} {task.title}: {words}")
    elif told and not draft.owes_to(Kind.BOUNCED, task.owner):
        draft.post(
            Kind.BOUNCED,
            task.owner,
            task.number,
            person=ref.person,
            letter=ref.kind,
            reason=intent.reason,
            cause=f"bounced:{ref.key}",
        )
    elif told:
        words = f"{task.tag}: letters to {person.first_name} do not arrive here either; reminders rest"
        draft.remark(task.owner, words)
    elif ref.person == task.owner or ref.kind == Kind.ESCALATION:
        words = f"{task.tag}: {NO_LETTER.format(person.first_name, intent.reason)}"
        draft.remark(task.owner, words)


def _is_told(task: Task, ref: LetterRef) -> bool:
    """Whether the owner hears of it at once. Who has the task no more is no news."""
    if ref.person != task.contractor or ref.person == task.owner or not task.is_open:
        return False
    return ref.kind in AT_ONCE or (task.lost + 1 == PATIENCE and task.cut_off_at is None)


def mended(view: View, numbers: Sequence[int], draft: Draft) -> Decision:
    """Tasks whose contractor has another address now than the one that came back:
    the task goes out again, and what rested goes on."""
    for task in (view.tasks[n] for n in numbers if n in view.tasks):
        person = view.house.people[task.contractor]
        cause = f"mended:T-{task.number}:{person.address}"
        draft.record(task.number, AddressMended(person.key, person.address))
        if task.stage is Stage.HANDED_OVER and task.heard_at is None:
            _hand_out_again(draft, task.number, cause)
        words = f"{task.tag}: letters to {person.first_name} go to {person.address} now"
        draft.remark(task.owner, f"{words}. What came back before was not all sent again")
    return draft.close(why=f"{len(numbers)} tasks with a mended address")


def _hand_out_again(draft: Draft, number: int, cause: str) -> None:
    task = draft.task(number)
    draft.post(
        Kind.JOINED if task.joined else Kind.ASSIGNMENT,
        task.contractor,
        number,
        asked="accept",
        files=() if task.joined else task.files,
        first=True,  # nothing that introduced us has arrived
        ask_due=task.due is None,
        notes=(),
        cause=cause,
    )


def _midnight(day: datetime, person: Person) -> datetime:
    """The beginning of that day (its midnight in UTC) where this person lives, as aware UTC."""
    return day.replace(tzinfo=zone_of(person.zone)).astimezone(UTC)


def away(view: View, intent: Away, draft: Draft) -> Decision:
    """A vacation reply: what chases its writer rests until the date that it names.
    The owner is told at once if the due moment falls into the absence, else in the
    digest. It changes no date, and names nobody who answers meanwhile."""
    task = view.tasks.get(intent.task)
    who = intent.mail.sender.person
    found = ruling(What.CONTRACTOR_WORD, intent.mail)
    proven = found in (Ruling.DO, Ruling.CONFIRM, Ruling.FILE)
    if task is None or who not in (task.contractor, task.owner) or not who or not task.is_open or not proven:
        return draft.close(Filed.AUTOMATIC, who, intent.task, why="a vacation reply")
    person = view.house.people[who]
    back = _midnight(intent.until, person) if intent.until else None
    back = None if back and back - draft.now > LONGEST else back
    until = f"until {local(back, person):%a %d %b}" if back else "for now"
    slot = f"away:{who}:T-{task.number}:{until}"
    if slot in view.slots or spent(view.provoked):
        return draft.close(Filed.AUTOMATIC, who, task.number, why="a vacation reply, told often enough")
    draft.slot(slot)
    rests = back is not None and back > draft.now and found is Ruling.DO
    if rests and absence_of(person, draft.now) is None:
        draft.house_fact(WentAway(who, back, by_machine=True))
    if who == task.contractor:
        _tell_owner(draft, task, person, back, rests=rests)
    return draft.close(Filed.AUTOMATIC, who, task.number, why=f"away {until}")


def _tell_owner(draft: Draft, task: Task, person: Person, back: datetime | None, *, rests: bool) -> None:
    if task.owner in draft.house.people and task.due and (back is None or task.due.at <= back):
        draft.post(
            Kind.AWAY,
            task.owner,
            task.number,
            person=person.key,
            until=back and day_of(back, person),
            rests=rests,
        )
    else:
        until = back_on(back, person) if back else "for now"
        draft.remark(task.owner, f"{person.first_name} is away {until} ({task.tag})")
