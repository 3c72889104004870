"""What other machines report about our letters: bounces, and vacation replies."""

from datetime import UTC, datetime

from language.zones import zone_of
from tasks import events as e
from tasks.draft import Draft
from tasks.hours import local
from tasks.intents import Away, Bounce, View
from tasks.letters import Decision, Filed, Kind
from tasks.people import Person
from tasks.trust import Ruling, What, ruling

AT_ONCE = frozenset({Kind.ASSIGNMENT, Kind.JOINED, Kind.QUESTION})  # work cannot start or go on
PATIENCE = 3  # other letters that may bounce before the owner is told


def bounced(view: View, intent: Bounce, draft: Draft) -> Decision:
    """A delivery report about a letter of ours: delayed is not failed. A hard
    failure of an assignment or a question is told to the owner at once."""
    ref, task = intent.letter, view.tasks.get(intent.letter.task)
    person = view.house.people.get(ref.person)
    if not intent.permanent or task is None or person is None:
        return draft.close(Filed.BOUNCE, ref.person, ref.task, why="delayed, or about no open task")
    task = draft.record(task.number, e.NeverReached(ref.person, ref.key, intent.reason))
    to_owner = ref.person == task.owner
    if not to_owner and (ref.kind in AT_ONCE or task.bounces >= PATIENCE):
        draft.post(
            Kind.BOUNCED, task.owner, task.number, person=ref.person, letter=ref.kind, reason=intent.reason
        )
    if to_owner:
        words = f"{task.tag}: a letter to {person.first_name} did not arrive ({intent.reason})"
        draft.remark(task.owner, words)
    return draft.close(Filed.BOUNCE, ref.person, task.number, why=f"never reached: {intent.reason}")


def _midnight(day: datetime, person: Person) -> datetime:
    """The beginning of that day (its midnight in UTC) where this person lives, as aware UTC."""
    return day.replace(tzinfo=zone_of(person.zone)).astimezone(UTC)


def away(view: View, intent: Away, draft: Draft) -> Decision:
    """A vacation reply: the owner is told at once if the due moment falls into
    the absence, else in the digest. It changes no date."""
    task = view.tasks.get(intent.task)
    who = intent.mail.sender.person
    proven = ruling(What.CONTRACTOR_WORD, intent.mail) in (Ruling.DO, Ruling.CONFIRM, Ruling.FILE)
    if task is None or who != task.contractor or not task.is_open or not proven:
        return draft.close(Filed.AUTOMATIC, who, intent.task, why="a vacation reply")
    person = view.house.people[who]
    back = _midnight(intent.until, person) if intent.until else None
    until = f"until {local(back, person):%a %d %b}" if back else "for now"
    slot = f"away:{who}:T-{task.number}:{until}"
    if slot in view.slots:
        return draft.close(Filed.AUTOMATIC, who, task.number, why="a vacation reply, told already")
    draft.slot(slot)
    if task.due and (back is None or task.due.at <= back):
        draft.post(Kind.AWAY, task.owner, task.number, person=who, until=back)
    else:
        draft.remark(task.owner, f"{person.first_name} is away {until} ({task.tag})")
    return draft.close(Filed.AUTOMATIC, who, task.number, why=f"away {until}")
