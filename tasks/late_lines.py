"""What a letter about the date says of lateness, and of who waits for whom."""

from tasks.hours import local
from tasks.intents import View
from tasks.model import Task
from tasks.past import NO_PAST, late_for_contractor, late_for_owner
from tasks.turns import owed_answers


def late_line(task: Task, view: View, *, silent: bool = False, owner: str = "you") -> str:
    """Whose the lateness is, for the owner, or for somebody who reads of the `owner`
    by name; `silent` where nobody was heard."""
    person = view.house.people[task.contractor]
    whose = late_for_owner(view.past.get(task.number, NO_PAST).late, person.first_name, owner)
    parts = [f"It is {whose}."] if whose else []
    parts += [f"I have seen no word here yet from {person.first_name}."] if silent else []
    parts += [f"It waits for {task.awaited}."] if task.awaited else []
    return " ".join(parts)


def line_for_contractor(task: Task, view: View) -> str:
    """For the contractor: the same; or that their question is with the owner (P31)."""
    owner = view.house.people[task.owner]
    asked = owed_answers(task)
    if asked:
        there = local(min(q.at for q in asked), view.house.people[task.contractor])
        return f"Your question of {there:%a} {there.day} {there:%b} is with {owner.first_name}."
    whose = late_for_contractor(view.past.get(task.number, NO_PAST).late, owner.first_name)
    return f"It is {whose}." if whose else ""
