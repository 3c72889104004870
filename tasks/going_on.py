"""Work that rested until a moment goes on by itself: its contractor reads it in the
letter of their day, beside what else comes to them then."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.draft import Draft
from tasks.letters import Item, Kind
from tasks.reminders import Rung

GOES_ON = "It was on hold, and goes on."
PASSED = "Its date has passed: when can you have it?"


@dataclass(frozen=True, slots=True)
class WentOn:
    """Tasks (numbers) that go on now, by who does them; `late` those whose date has
    passed, `slots` the occurrence key of each."""

    of: Mapping[str, tuple[int, ...]]
    late: frozenset[int]
    slots: Mapping[int, str]

    def words(self, number: int) -> str:
        """What a letter says of such a task; "" where it is none."""
        return f"{GOES_ON} {PASSED}" if number in self.late else GOES_ON if number in self.slots else ""

    def kinds(self, items: Sequence[Item]) -> set[Kind]:
        """What these lines of theirs are in a letter that holds several."""
        return {Kind.OVERDUE if item.task.number in self.late else Kind.REMINDER for item in items}

    def without(self, told: Collection[str]) -> "WentOn":
        """Those that are still to be told: not to these people."""
        return replace(self, of={key: numbers for key, numbers in self.of.items() if key not in told})


def went_on(draft: Draft, acts: Sequence[Rung]) -> WentOn:
    """Those of the rungs that acted by which work goes on."""
    found: dict[str, list[int]] = defaultdict(list)
    slots, late = {}, set()
    for rung in acts:
        task = draft.task(rung.task.number)
        if rung.rule.name == "rest-ends" and task.contractor in draft.house.people:
            found[task.contractor].append(task.number)
            slots[task.number] = rung.slot
            late |= {task.number} if task.due and task.due.at <= draft.now else set()
    return WentOn({key: tuple(numbers) for key, numbers in found.items()}, frozenset(late), slots)


def items_of(draft: Draft, went: WentOn, person: str, told: Sequence[int]) -> tuple[Item, ...]:
    """Their lines in a letter of this person's that tells of the tasks `told`, too."""
    numbers = (n for n in went.of.get(person, ()) if n not in told)
    return tuple(Item(draft.task(n), went.words(n)) for n in numbers)
