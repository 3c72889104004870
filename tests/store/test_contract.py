"""What every backend of the store must do: whole batches, tasks, verify.

The contract goes on in test_contract_mail.py and test_contract_words.py. A new
backend adds one row to BACKENDS in conftest.py and passes all three.
"""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from store.port import Batch, Refused, Store
from tasks.events import (
    Accepted,
    AddressRegistered,
    Billed,
    Declined,
    Fact,
    QuestionAsked,
    TaskOpened,
    WorkApproved,
)
from tests.store.rows import (
    NOON,
    accepted,
    at,
    closed,
    digest,
    facts,
    fold,
    held_mail,
    letter,
    mail,
    opened,
    place,
    thread_mail,
    went_on,
)

EVERYTHING = Batch(
    ledger=mail("first", place=place(1), task=1, why={"rule": "token", "tried": [1, 2], "by": None}),
    facts=opened(1).facts,
    tasks=opened(1).tasks,
    wake={1: at(30)},
    mails=(thread_mail("first", 1),),
    outbox=(letter("l1"),),
    held=(held_mail(1),),
    slots=("day-before/T-1/2026-03-02",),
    remarks=((at(0), "One rung was skipped."),),
    meta={"digest": "2026-03-02"},
    at=NOON,
)


def picture(store: Store) -> object:
    """All that a batch can change, as far as the port shows it."""
    return (
        list(store.tasks()),
        [store.history(n) for n in range(4)],
        store.next_task(),
        store.next_wake(),
        store.ledger_of(0),
        store.ledger_of(1),
        store.unmoved(),
        store.known_uids("tasks", "INBOX", 7),
        store.thread(1),
        store.outbox(),
        [store.held_rows(state) for state in ("held", "passed on", "dropped")],
        store.next_held(),
        store.slots(""),
        store.remarks(at(-10000)),
        store.orders(),
        store.meta("digest"),
    )


# one batch, whole or not at all


def test_a_batch_is_all_there(store: Store) -> None:
    store.commit(EVERYTHING)
    assert store.task(1) == EVERYTHING.tasks[0]
    assert store.history(1) == list(EVERYTHING.facts)
    assert store.ledger(digest("first")) == EVERYTHING.ledger
    assert store.thread(1) == [thread_mail("first", 1)]
    assert store.outbox_row("l1") == letter("l1")
    assert store.held(1) == held_mail(1)
    assert store.slots("day-before/") == {"day-before/T-1/2026-03-02"}
    assert store.remarks(at(0)) == [(at(0), "One rung was skipped.")]
    assert store.meta("digest") == "2026-03-02"
    assert store.next_wake() == at(30)


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"ledger": mail("first")}, id="ledger key"),
        pytest.param({"slots": ("new", "day-before/T-1/2026-03-02")}, id="slot"),
        pytest.param({"facts": facts(1, Declined("no"), first=2)}, id="event number"),
    ],
)
def test_a_batch_with_a_known_key_is_refused_whole(store: Store, known: dict[str, object]) -> None:
    store.commit(EVERYTHING)
    before = picture(store)
    fresh = Batch(
        ledger=mail("second", place=place(2)),
        facts=(*accepted(EVERYTHING.tasks[0]).facts, *opened(2).facts),
        tasks=(*accepted(EVERYTHING.tasks[0]).tasks, *opened(2).tasks),
        wake={1: None, 2: at(1)},
        mails=(thread_mail("second", 1),),
        outbox=(letter("l2"),),
        held=(held_mail(1, "dropped"), held_mail(2)),
        slots=("new",),
        remarks=((at(1), "no"),),
        meta={"digest": "later"},
    )
    with pytest.raises(Refused):
        store.commit(replace(fresh, **known))  # type: ignore[arg-type]
    assert picture(store) == before
    store.commit(fresh)
    assert store.task(2) == fresh.tasks[1]


def test_a_batch_that_cannot_be_written_leaves_nothing(store: Store) -> None:
    store.commit(EVERYTHING)
    before = picture(store)
    naive = replace(letter("l2"), created_at=NOON)
    endless = replace(opened(2).tasks[0], hours=float("inf"))
    with pytest.raises(ValueError):
        store.commit(Batch(ledger=mail("second"), outbox=(naive,), slots=("s",), tasks=(endless,)))
    assert picture(store) == before


def test_half_a_surrogate_pair_becomes_a_question_mark(store: Store) -> None:
    """Mails in an undeclared charset bring them; no UTF-8 holds one."""
    opening = facts(1, TaskOpened("caf\udce9", "b\udcff", "dana"))
    store.commit(Batch(ledger=mail("first", subject="caf\udce9"), facts=opening))
    event = store.history(1)[0].event
    row = store.ledger(digest("first"))
    assert isinstance(event, TaskOpened)
    assert row is not None
    assert (event.title, event.brief, row.subject) == ("caf?", "b?", "caf?")


# tasks


def test_open_tasks_come_by_number_and_closed_ones_stay_readable(store: Store) -> None:
    for number in (3, 1, 2):
        store.commit(opened(number))
    store.commit(closed(opened(2).tasks[0]))
    assert [task.number for task in store.open_tasks()] == [1, 3]
    assert [task.number for task in store.tasks()] == [1, 2, 3]
    done = store.task(2)
    assert done is not None
    assert not done.is_open
    assert store.task(9) is None


def test_a_task_is_found_by_owner_and_by_contractor(store: Store) -> None:
    store.commit(opened(1, "dana", "ann"))
    store.commit(opened(2, "ann", "bob"))
    store.commit(opened(3, "dana", ""))
    store.commit(opened(4, "dana", "ann"))
    store.commit(closed(opened(4, "dana", "ann").tasks[0]))
    assert [task.number for task in store.open_tasks_of("ann")] == [1, 2]
    assert [task.number for task in store.open_tasks_of("dana")] == [1, 3]
    assert list(store.open_tasks_of("")) == []
    assert list(store.open_tasks_of("nobody")) == []


def test_the_index_follows_when_a_task_changes_hands(store: Store) -> None:
    store.commit(opened(1, "dana", "ann"))
    task = replace(opened(1).tasks[0], contractor="bob", version=3)
    store.commit(Batch(tasks=(task,)))
    assert list(store.open_tasks_of("ann")) == []
    assert list(store.open_tasks_of("bob")) == [task]


def test_numbers_are_never_used_twice(store: Store) -> None:
    assert store.next_task() == 1
    store.commit(opened(1))
    store.commit(opened(7))
    assert store.next_task() == 8
    store.commit(closed(opened(7).tasks[0]))
    assert store.next_task() == 8
    store.commit(opened(4))
    assert store.next_task() == 8
    store.commit(Batch(tasks=opened(9).tasks))
    assert store.next_task() == 10
    store.commit(Batch(facts=opened(11).facts))
    assert store.next_task() == 12


def test_tasks_wake_earliest_first_and_only_when_due(store: Store) -> None:
    for number, minutes in ((1, 30), (2, 10), (3, 20), (4, 90)):
        store.commit(replace(opened(number), wake={number: at(minutes)}))
    assert [task.number for task in store.due_to_wake(at(30))] == [2, 3, 1]
    assert [task.number for task in store.due_to_wake(at(30), limit=2)] == [2, 3]
    assert list(store.due_to_wake(at(9))) == []
    assert store.next_wake() == at(10)


def test_the_tasks_an_owner_saw_closed_since_a_moment(store: Store) -> None:
    for number, owner, minutes in ((1, "dana", 30), (2, "dana", 20), (3, "dana", 10), (4, "ann", 30)):
        store.commit(opened(number, owner))
        store.commit(went_on(opened(number, owner).tasks[0], WorkApproved("fine"), minutes=minutes))
    store.commit(opened(5))
    store.commit(Batch(tasks=(replace(opened(6).tasks[0], closed_at=at(40)),)))  # closed once, open again
    assert [task.number for task in store.closed_since("dana", at(20))] == [2, 1]


def test_the_tasks_closed_with_a_bill(store: Store) -> None:
    tricky = TaskOpened("Write JSON", 'Say "bills":[] to Ann.', "dana")
    for number, billed in ((1, True), (2, False), (3, True)):
        history = facts(number, tricky)
        store.commit(Batch(facts=history, tasks=(fold(history),)))
        bill = (Billed("62.50 USD"),) if billed else ()
        store.commit(went_on(fold(history), *bill, WorkApproved("fine"), minutes=number * 10))
    store.commit(went_on(opened(4).tasks[0], Billed("1 USD")))  # open still
    assert [task.number for task in store.billed_since("dana", at(0))] == [1, 3]
    assert [task.number for task in store.billed_since("dana", at(20))] == [3]
    assert not store.billed_since("ann", at(0))


def test_the_tasks_closed_with_a_question_open(store: Store) -> None:
    tricky = TaskOpened("Write JSON", 'Say "questions":[] to Ann.', "dana")
    for number, asked in ((1, True), (2, False), (3, True)):
        history = facts(number, tricky)
        store.commit(Batch(facts=history, tasks=(fold(history),)))
        question = (QuestionAsked("ben", "Where to?"),) if asked else ()
        store.commit(went_on(fold(history), *question, WorkApproved("fine"), minutes=number * 10))
    store.commit(went_on(opened(4).tasks[0], QuestionAsked("ben", "Where to?")))  # open still
    assert [task.number for task in store.asked_since("dana", at(0))] == [1, 3]
    assert [task.number for task in store.asked_since("dana", at(20))] == [3]
    assert not store.asked_since("ann", at(0))


def test_a_wake_moment_stays_until_it_is_changed(store: Store) -> None:
    store.commit(replace(opened(1), wake={1: at(30)}))
    store.commit(accepted(opened(1).tasks[0]))
    assert store.next_wake() == at(30)
    store.commit(Batch(wake={1: at(40)}))
    assert store.next_wake() == at(40)
    store.commit(Batch(wake={1: None, 99: at(1)}))
    assert store.next_wake() is None


def test_a_closed_task_can_wake(store: Store) -> None:
    store.commit(opened(1))
    store.commit(replace(closed(opened(1).tasks[0]), wake={1: at(5)}))
    assert [task.number for task in store.due_to_wake(at(5))] == [1]


def test_the_zone_of_a_moment_does_not_disturb_the_order(store: Store) -> None:
    far = at(10).astimezone(ZoneInfo("Pacific/Auckland"))
    store.commit(replace(opened(1), wake={1: far}))
    store.commit(replace(opened(2), wake={2: at(5)}))
    assert [task.number for task in store.due_to_wake(at(10))] == [2, 1]
    assert store.next_wake() == at(5)


def test_events_of_the_house_are_numbered_by_the_store(store: Store) -> None:
    event = AddressRegistered("ann", "ann@home.example")
    fact = Fact(0, 0, NOON, "dana", "A+T", event)
    store.commit(Batch(facts=(fact, fact)))
    store.commit(Batch(facts=(fact,)))
    assert [fact.n for fact in store.history(0)] == [1, 2, 3]
    assert store.next_task() == 1


def test_a_history_is_in_order(store: Store) -> None:
    store.commit(opened(1))
    store.commit(went_on(opened(1).tasks[0], Accepted(), Declined("too far")))
    assert [fact.n for fact in store.history(1)] == [1, 2, 3, 4]
    assert list(store.history(2)) == []


# verify


def test_verify_is_silent_when_all_agree(store: Store) -> None:
    store.commit(opened(1))
    store.commit(closed(opened(1).tasks[0]))
    store.commit(opened(2))
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("tampering", "words"),
    [
        pytest.param(
            Batch(tasks=(replace(opened(1).tasks[0], title="Paint it red"),)),
            "T-1: title is 'Paint it red' in its row, but 'Paint door 1' by its history.",
            id="another title",
        ),
        pytest.param(
            Batch(tasks=opened(2).tasks), "T-2: it has a row, but its history makes no task.", id="row"
        ),
        pytest.param(Batch(facts=opened(2).facts), "T-2: it has a history, but no row.", id="history"),
        pytest.param(
            Batch(facts=facts(1, Accepted(), first=4)),
            "T-1: its history has gaps: event 3 is missing.",
            id="gap",
        ),
    ],
)
def test_verify_names_what_does_not_agree(store: Store, tampering: Batch, words: str) -> None:
    store.commit(opened(1))
    store.commit(tampering)
    assert words in store.verify()


def test_a_commit_of_nothing_is_nothing(store: Store) -> None:
    before = picture(store)
    store.commit(Batch(at=NOON + timedelta(hours=1)))
    assert picture(store) == before
