"""Whom somebody copied in the thread of a task: an outsider, whatever reply
address and whatever name a later mail of theirs bears."""

from tasks.absence import substitute_of
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.model import Task
from wire.addresses import traceless


def copied_in(number: int) -> str:
    """What begins the slots of the addresses that were copied on this task."""
    return f"copied:{number}:"


def note_copied(draft: Draft, task: Task, mail: Arrival) -> None:
    """Remember, without their addresses, the outsiders in To and Cc."""
    slots = (_slot(task.number, address) for address in mail.outsiders)
    draft.slot(*(slot for slot in slots if slot not in draft.view.slots))


def was_copied(draft: Draft, task: Task, address: str) -> bool:
    """Whether somebody copied this address, at the opening or since."""
    return address in task.outsiders or _slot(task.number, address) in draft.view.slots


def owner_has(draft: Draft, task: Task, mail: Arrival) -> bool:
    """Whether the owner has a mail as a recipient. One who is away, with somebody to
    answer meanwhile, does not read it: that one is to get it."""
    return task.owner in mail.present and not substitute_of(draft.house, task, draft.now)


def _slot(number: int, address: str) -> str:
    return copied_in(number) + traceless(address)
