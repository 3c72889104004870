"""What a template sees of the way to the end: the steps, and dates before the last."""

from dataclasses import dataclass

from outbound.compose_reader import Reader
from outbound.compose_table import Side
from tasks.model import Due, Point, Step, Task
from tasks.people import Person


@dataclass(frozen=True, slots=True)
class StepView:
    """One step, by the number that ticks it; `by` names who added it since."""

    number: int
    text: str
    done: bool
    by: str = ""


def point_words(point: Point, owner: Person, other: Person | None, reader: Reader) -> str:
    """A date on the way in the zones of both sides, with what is to be there by then."""
    by = " = ".join(reader.due(Due(point.at, owner.zone, "", owner.key), other))
    label = reader.line(point.label)
    return f"{label}, by {by}" if label else f"by {by}"


def step_view(number: int, step: Step, task: Task, reader: Reader) -> StepView:
    person = reader.desk.house.people.get(step.by) if step.by != task.owner else None
    known = person is not None and (reader.side is not Side.CONTRACTOR or person.key == reader.me.key)
    by = reader.line(person.first_name) if person and known else ""
    return StepView(number, reader.line(step.text, 200), step.done, by)
