"""Whose ladder: the house's, changed for one person, and for one task."""

from dataclasses import replace
from datetime import timedelta

from tasks.model import Task
from tasks.people import House, Reminders


def ladder_of(task: Task, house: House) -> Reminders:
    """The distances of this task's reminders. What is said of the task stands
    over what is said of the person; who is always in time gets one reminder."""
    person = house.people.get(task.contractor)
    own = person.reminders if person else None
    ladder = own or house.rules.reminders
    if task.remind_days == 0:
        return replace(ladder, before_days=0, before=timedelta(), probe=False)
    if task.remind_days:
        return replace(ladder, before_days=task.remind_days)
    if task.contractor and task.one_reminder_for == task.contractor and own is None:
        return replace(ladder, before=timedelta(), probe=False)
    return ladder
