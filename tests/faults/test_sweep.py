"""Each single fault of the servers, and the simulated time, beside each other:
they wait more than they work. A part of `./run test --sweep`."""

import pytest

from tests.faults.test_matrix import POST_STAGES, SINGLE, fault_alone, post_fault_alone
from tests.simulation.test_digests import each_once
from tests.simulation.test_machine import longer_days
from tests.simulation.test_year import SHOWED, seed_that_showed_a_fault, whole_year
from tests.sweeping import LINES, Try, failed, failures, processes, seconds_for, swept, this_time

PART = "single faults and simulation"
AT_ONCE = 6
END = 30.0  # seconds; the year ends a little earlier than its part
POST = [(*stage, nth, keeps) for stage in POST_STAGES for nth in (1, 3) for keeps in (True, False)]
FAULTS = [Try(f"IMAP fault {case}", fault_alone, case) for case in SINGLE]
FAULTS += [Try(f"SMTP fault {case}", post_fault_alone, case) for case in POST]
TIME = [Try(f"digests at {hour}", each_once, (hour,)) for hour in range(24)]
TIME += [Try(f"lives {number}", longer_days, (number,)) for number in range(8)]
SEEDS = [Try(f"seed {plot.seed}", seed_that_showed_a_fault, (plot, what)) for plot, what in SHOWED]


def test_there_are_as_many_as_told() -> None:
    assert (len(FAULTS), len(TIME), len(SEEDS)) == (674, 32, 4)


@pytest.mark.sweep
@pytest.mark.timeout(3000)
def test_each_fault_alone_and_the_simulated_time() -> None:
    seconds = seconds_for(PART)
    year = Try("the year", whole_year, (seconds - END,))
    with processes(AT_ONCE) as workers:
        tried = swept([year, *this_time(FAULTS + TIME + SEEDS)], workers, seconds)
    names = {one.name for one in tried}
    lived = ", ".join(one.note for one in tried if one.note)
    LINES.append(
        f"single faults of a server: {_of(FAULTS, names)} tried; simulation: {lived}, "
        f"{_of(TIME, names)} pieces, {_of(SEEDS, names)} seeds that once showed a fault; "
        f"{failed(tried)} of all failed"
    )
    assert failures(tried) == ""


def _of(tries: list[Try], names: set[str]) -> str:
    return f"{sum(one.name in names for one in tries)} of {len(tries)}"
