"""How late a piece of work is by its contractor's own doing.

It counts in the contractor's working hours, from the date that is agreed, and
only while the next step is theirs. While the owner owes an answer or a look,
while nothing reaches the contractor, or the work rests, it stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from tasks.events import DueAgreed, Fact
from tasks.hours import working_time
from tasks.model import WORKING, Task
from tasks.people import House, Person
from tasks.remembered import remembered
from tasks.replacing import replace
from tasks.turns import CONTRACTOR, NOBODY, OTHERS, OWNER, Life, lived, moments, stands_still

NONE = timedelta()


@dataclass(frozen=True, slots=True)
class Lateness:
    """Working time of the contractor (exact, no rounding) after the agreed date:
    `counted` is their own, `owner` what the owner took, `others` what somebody
    else did. `before` is what the owner took before the date, which moves no date."""

    counted: timedelta = NONE
    owner: timedelta = NONE
    others: timedelta = NONE
    before: timedelta = NONE


@dataclass(frozen=True, slots=True)
class _Stretch:
    side: str
    start: datetime
    end: datetime
    contractor: str


def lateness(facts: Iterable[Fact], house: House, now: datetime) -> Lateness:
    """The lateness at `now` (aware UTC) of the contractor who has the task. `facts`
    are all of the task's, in order. Nothing without a date or a contractor."""
    return lateness_in(lived(facts), house, now)


def lateness_in(life: Life, house: House, now: datetime) -> Lateness:
    """The same of a history that was folded already (`turns.lived`)."""
    so_far = _so_far(life, house)
    if so_far is None:
        return Lateness()
    if life[-1][0].at > now:  # the clock was set back
        return _sum(_stretches(tuple(moments(life)), now), so_far)
    task = life[-1][1]
    last = _Stretch(_step_is(task), life[-1][0].at, now, task.contractor)
    return _sum((last,), so_far, so_far.found)


@dataclass(frozen=True, slots=True)
class _SoFar:
    """What no later moment changes: whose lateness it is, from when, and the sum up to
    the last fact."""

    person: Person
    late_from: datetime
    found: Lateness = Lateness()


@remembered
def _so_far(life: Life, house: House) -> _SoFar | None:
    """None where nobody has the task, or it has no date."""
    told = tuple(moments(life))
    task = told[-1][1] if told else None
    person = house.people.get(task.contractor) if task else None
    agreed = (task.accepted_due or task.due) if task else None
    if person is None or agreed is None:
        return None
    so_far = _SoFar(person, max(agreed.at, _agreed_at((fact for fact, _ in life), agreed.at)))
    return replace(so_far, found=_sum(_stretches(told, told[-1][0]), so_far))


def _sum(stretches: Iterable[_Stretch], so_far: _SoFar, found: Lateness = Lateness()) -> Lateness:
    for stretch in stretches:
        if stretch.contractor == so_far.person.key:
            found = _and(found, stretch, so_far.person, so_far.late_from)
    return found


def _agreed_at(facts: Iterable[Fact], at: datetime) -> datetime:
    """When this date was agreed last: nobody is late for one that was set when it
    had passed already. The one of the opening was agreed with it."""
    named = [f.at for f in facts if isinstance(f.event, DueAgreed) and f.event.due.at == at]
    return max(named, default=at)


def _stretches(told: tuple[tuple[datetime, Task], ...], now: datetime) -> Iterator[_Stretch]:
    moments = (*(at for at, _ in told), max(now, told[-1][0]))
    for (start, end), (_, task) in zip(pairwise(moments), told, strict=True):
        yield _Stretch(_step_is(task), start, min(end, now), task.contractor)


def _step_is(task: Task) -> str:
    """Whose the next step of the work is. A proposed date holds nothing up."""
    if not task.is_open or task.rests_at or task.cut_off_at:
        return NOBODY
    if stands_still(task) or task.stage not in WORKING:
        return OWNER
    return OTHERS if task.awaited else CONTRACTOR


def _and(found: Lateness, stretch: _Stretch, person: Person, late_from: datetime) -> Lateness:
    """The lateness with one more stretch, cut at the moment from which it counts."""
    if stretch.side == OWNER:
        before = _time(stretch.start, min(stretch.end, late_from), person)
        found = replace(found, before=found.before + before)
    after = _time(max(stretch.start, late_from), stretch.end, person)
    match stretch.side:
        case "contractor":
            return replace(found, counted=found.counted + after)
        case "owner":
            return replace(found, owner=found.owner + after)
        case "third-party":
            return replace(found, others=found.others + after)
        case _:
            return found


def _time(start: datetime, end: datetime, person: Person) -> timedelta:
    return working_time(start, end, person) if start < end else NONE
