"""`nudge`: the owner has the contractor asked how it goes, outside the ladder.

Once a day is enough, for what follows by itself is told each time; `nudge now`
asks all the same.
"""

from datetime import datetime, timedelta

from language.folding import fold
from language.meaning import Command
from tasks.absence import absence_of, back_on
from tasks.draft import Draft
from tasks.events_follow import Asked
from tasks.hours import day_words, local
from tasks.intents import Arrival
from tasks.letters import Item, Kind
from tasks.model import WORKING, Task
from tasks.people import is_called
from tasks.reminders import rungs_of
from tasks.talk import Outcome, name_of
from tasks.turns import turn

HOUR = timedelta(hours=1)
MEND = "Nothing was sent again. Reach them another way, or reply  assign: and a name"


def nudge(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Ask now, or say when it was asked last and what comes by itself."""
    task = draft.task(number)
    if refused := _not_now(draft, task):
        return Outcome(f"not done: {refused}", loud=True)
    who, doer = name_of(draft, task.contractor), draft.house.people.get(task.contractor)
    name, words = (part.strip() for part in command.arg.partition(":")[::2])
    if name and doer and not is_called(doer, name):
        return Outcome(f'not done: "{name}" does not have this task, {who} has it', loud=True)
    if "now" not in fold(command.line).split() and (asked := _asked_today(draft, task)):
        said = f"not done: {asked}; {by_itself(draft, number)}. To ask again all the same, reply  nudge now"
        return Outcome(said, loud=True)
    if task.contractor not in mail.present:
        line = f'{name_of(draft, mail.sender.person)} writes: "{words}"' if words else ""
        draft.post(
            Kind.PROBE, task.contractor, number, asked="probe", about="nudge", items=(Item(task, line),)
        )
    me = mail.sender.person
    draft.record(number, Asked(by_owner=True, who="" if me == task.owner else me))
    return Outcome(f"asked {who} just now; {by_itself(draft, number)}", loud=True)


def _not_now(draft: Draft, task: Task) -> str:
    """Why nobody can be asked, or ""."""
    if not task.contractor:
        return "nobody has this task yet"
    doer = draft.house.people.get(task.contractor)
    if doer is None and task.is_open:
        return f"{task.contractor} is no longer in the config. Reply  assign: and a name"
    if doer is None or task.stage not in WORKING or task.rests_at:
        return f"the task is {task.state}"
    if task.cut_off_at:
        return f"my letters to {doer.first_name} do not arrive: {task.unreached}. {MEND}"
    if turn(task) == "owner":
        return f"{doer.first_name} waits for you, not you for them"
    if absence := absence_of(doer, draft.now):
        back = back_on(absence.until, doer)
        rests = f"{doer.first_name} is away {back}, and is asked nothing until then"
        return f"{rests}; {by_itself(draft, task.number)}"
    return ""


def _asked_today(draft: Draft, task: Task) -> str:
    """Who asked the contractor last and when, if that was today on the owner's clock."""
    owner = draft.house.people[task.owner]
    nudged_by = task.nudged_by or task.owner
    nudger = "you" if nudged_by == draft.by else name_of(draft, nudged_by)
    asked = [(at, by) for at, by in ((task.nudged_at, nudger), (task.asked_at, "I")) if at]
    if not asked or local(max(asked)[0], owner).date() != local(draft.now, owner).date():
        return ""
    at, by = max(asked)
    return f"{by} asked {name_of(draft, task.contractor)} {_ago(at, draft.now)}"


def _ago(at: datetime, now: datetime) -> str:
    hours = round((now - at) / HOUR)
    return f"{hours} hour{'s' if hours > 1 else ''} ago" if hours else "within this hour"


def by_itself(draft: Draft, number: int) -> str:
    """What the contractor hears next without anybody's doing, on the owner's clock."""
    task = draft.task(number)
    owner = draft.house.people[task.owner]
    coming = [r.at for r in rungs_of(task, draft.house) if r.person == task.contractor and r.at > draft.now]
    if not coming:
        return "nothing more comes by itself"
    return f"the next letter goes by itself on {day_words(min(coming), owner)}"
