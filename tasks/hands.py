"""Who has what to do, and what a task has been through: what is looked at when work is handed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tasks.events import Fact
from tasks.model import Task


@dataclass(frozen=True, slots=True)
class Hands:
    """`load`: the open tasks of each contractor; `past`: the facts of tasks that may
    be handed on, by number; `closed`: an owner's tasks that ended within a week;
    `weeks`: whose own letter is due (a key), with its occurrence key.
    Each is empty where the mail in hand does not ask for it."""

    load: Mapping[str, tuple[Task, ...]] = field(default_factory=dict)
    past: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)
    closed: tuple[Task, ...] = ()
    weeks: tuple[tuple[str, str], ...] = ()
