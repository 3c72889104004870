"""What every backend of the store must do. A new backend adds one row to
BACKENDS in conftest.py and passes this."""

from dataclasses import replace
from datetime import timedelta

import pytest

from store.port import Batch, Refused, Store
from tasks.events import Accepted, AddressRegistered, Declined, Fact, TaskOpened
from tasks.letters import Filed, OutboxState
from tests.store.rows import (
    NOON,
    accepted,
    at,
    closed,
    digest,
    facts,
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


def test_tasks_wake_earliest_first_and_only_when_due(store: Store) -> None:
    for number, minutes in ((1, 30), (2, 10), (3, 20), (4, 90)):
        store.commit(replace(opened(number), wake={number: at(minutes)}))
    assert [task.number for task in store.due_to_wake(at(30))] == [2, 3, 1]
    assert [task.number for task in store.due_to_wake(at(30), limit=2)] == [2, 3]
    assert list(store.due_to_wake(at(9))) == []
    assert store.next_wake() == at(10)


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
    from zoneinfo import ZoneInfo

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


# the ledger


def test_a_known_mail_is_replaced_only_where_that_is_said(store: Store) -> None:
    store.commit(Batch(ledger=mail("m", filed=Filed.HELD, place=place(5), folder="Held", moved=True)))
    let_in = mail("m", filed=Filed.REPLY, task=3, folder="Ann")
    with pytest.raises(Refused):
        store.commit(Batch(ledger=let_in))
    store.commit(Batch(ledger=let_in, replaces=True))
    row = store.ledger(digest("m"))
    assert row == replace(let_in, place=place(5))
    assert store.unmoved() == [row]
    assert [r.key for r in store.ledger_of(3)] == [digest("m")]
    assert list(store.ledger_of(0)) == []


def test_unmoved_are_those_with_a_place_oldest_first(store: Store) -> None:
    for name, minutes, where in (("b", 2, place(2)), ("a", 1, place(1)), ("c", 3, None), ("d", 4, place(4))):
        store.commit(Batch(ledger=mail(name, minutes, place=where)))
    assert [row.message_id[1] for row in store.unmoved()] == ["a", "b", "d"]
    assert [row.message_id[1] for row in store.unmoved(limit=1)] == ["a"]


def test_a_moved_mail_is_known_at_both_places(store: Store) -> None:
    store.commit(Batch(ledger=mail("a", place=place(1), folder="Ann")))
    store.commit(Batch(ledger=mail("b", place=place(2), folder="Ann")))
    store.moved([digest("a"), digest("b"), digest("unknown")], [place(90, "Ann", 3), None])
    assert list(store.unmoved()) == []
    found = store.ledger_at(place(90, "Ann", 3))
    assert found is not None
    assert (found.key, found.moved, found.place) == (digest("a"), True, place(90, "Ann", 3))
    assert store.ledger_at(place(1)) == found
    assert store.ledger_at(place(91, "Ann", 3)) is None
    assert store.known_uids("tasks", "INBOX", 7) == {1, 2}


def test_another_place_of_a_known_mail_is_recorded(store: Store) -> None:
    store.commit(Batch(ledger=mail("a", place=place(1))))
    store.seen(place(40, uidvalidity=8), digest("a"))
    store.seen(place(40, uidvalidity=8), digest("a"))
    assert store.known_uids("tasks", "INBOX", 8) == {40}
    assert store.known_uids("other", "INBOX", 8) == frozenset()
    found = store.ledger_at(place(40, uidvalidity=8))
    assert found is not None
    assert found.place == place(1)


# threads


def test_a_thread_is_in_time_order(store: Store) -> None:
    store.commit(Batch(mails=(thread_mail("b", 1, 2), thread_mail("a", 1, 1), thread_mail("x", 2))))
    assert [m.message_id for m in store.thread(1)] == ["<a@example.com>", "<b@example.com>"]


def test_a_message_id_stays_with_its_first_task(store: Store) -> None:
    """A copied Message-ID must not pull a thread over to another task."""
    store.commit(Batch(mails=(thread_mail("a", 1, 5),)))
    store.commit(Batch(mails=(thread_mail("a", 2, 1), thread_mail("a", 1, 9, person="eve"))))
    assert store.task_of_mail("<a@example.com>") == thread_mail("a", 1, 5)
    assert store.thread(2) == [thread_mail("a", 2, 1)]
    assert store.task_of_mail("<b@example.com>") is None


# the outbox


def test_a_letter_is_kept_byte_for_byte_and_only_once(store: Store) -> None:
    first = letter("l1", raw=bytes(range(256)) * 20)
    store.commit(Batch(outbox=(first,)))
    store.commit(Batch(outbox=(letter("l1", 5, person="bob"),)))
    assert store.outbox() == [first]
    assert store.letter("l1") == first.ref
    assert store.letter("l2") is None
    assert store.outbox_row("l2") is None


@pytest.mark.parametrize(
    ("state", "next_at", "posted_now"),
    [
        pytest.param(OutboxState.READY, None, True, id="ready"),
        pytest.param(OutboxState.READY, at(1), False, id="ready later"),
        pytest.param(OutboxState.RETRY, None, True, id="retry at once"),
        pytest.param(OutboxState.RETRY, at(0), True, id="retry whose moment came"),
        pytest.param(OutboxState.RETRY, at(1), False, id="retry later"),
        pytest.param(OutboxState.UNCERTAIN, at(0), True, id="uncertain, to be tried once more"),
        pytest.param(OutboxState.UNCERTAIN, None, False, id="uncertain, left alone"),
        pytest.param(OutboxState.SENDING, None, False, id="sending"),
        pytest.param(OutboxState.SENT, None, False, id="sent"),
        pytest.param(OutboxState.DEAD, None, False, id="dead"),
        pytest.param(OutboxState.HELD, None, False, id="held"),
        pytest.param(OutboxState.CANCELLED, None, False, id="cancelled"),
    ],
)
def test_what_is_to_post(
    store: Store,
    state: OutboxState,
    next_at: "None | type(NOON)",
    posted_now: bool,  # type: ignore[valid-type]
) -> None:
    store.commit(Batch(outbox=(letter("l1"),)))
    store.posted("l1", state, attempts=1, next_at=next_at)
    assert bool(store.to_post(at(0))) is posted_now


def test_the_oldest_letters_go_first(store: Store) -> None:
    store.commit(Batch(outbox=(letter("b", 2), letter("a", 1), letter("c", 2))))
    assert [row.ref.key for row in store.to_post(at(9))] == ["a", "b", "c"]
    assert [row.ref.key for row in store.to_post(at(9), limit=2)] == ["a", "b"]


def test_big_letters_are_handed_out_a_few_at_a_time(store: Store) -> None:
    rows = [letter(f"l{i}", i, raw=b"x" * 12_000_000) for i in range(4)]
    for row in rows:
        store.commit(Batch(outbox=(row,)))
    got: list[str] = []
    while due := store.to_post(at(9)):
        for row in due:
            store.posted(row.ref.key, OutboxState.SENT, attempts=1)
            got.append(row.ref.key)
    assert got == ["l0", "l1", "l2", "l3"]


def test_what_became_of_a_send_is_kept(store: Store) -> None:
    store.commit(Batch(outbox=(letter("l1"),)))
    store.posted("l1", OutboxState.RETRY, attempts=1, detail="451 later", next_at=at(15))
    assert store.outbox_row("l1") == letter(
        "l1", state=OutboxState.RETRY, attempts=1, detail="451 later", next_at=at(15)
    )
    store.posted("l1", OutboxState.SENT, attempts=2, sent_at=at(16))
    sent = letter("l1", state=OutboxState.SENT, attempts=2, sent_at=at(16))
    assert store.outbox_row("l1") == sent
    store.posted("l1", OutboxState.DEAD, attempts=2, detail="bounced")
    assert store.outbox_row("l1") == replace(sent, state=OutboxState.DEAD, detail="bounced")
    with pytest.raises(KeyError):
        store.posted("nobody's", OutboxState.SENT, attempts=1)


def test_the_outbox_lists_by_state_the_newest_last(store: Store) -> None:
    store.commit(Batch(outbox=tuple(letter(f"l{i}", i) for i in range(5))))
    store.posted("l1", OutboxState.SENT, attempts=1)
    store.posted("l3", OutboxState.DEAD, attempts=1)
    assert [row.ref.key for row in store.outbox()] == ["l0", "l1", "l2", "l3", "l4"]
    assert [row.ref.key for row in store.outbox(limit=2)] == ["l3", "l4"]
    assert [row.ref.key for row in store.outbox([OutboxState.SENT, OutboxState.DEAD])] == ["l1", "l3"]
    assert [row.ref.key for row in store.outbox([OutboxState.READY])] == ["l0", "l2", "l4"]


def test_the_newest_letter_to_a_person_about_a_task(store: Store) -> None:
    store.commit(Batch(outbox=(letter("a"), letter("b"), letter("c", person="dana"), letter("d", task=2))))
    store.posted("b", OutboxState.SENT, attempts=1)
    assert store.last_letter("ann", 1) == letter("b").ref
    assert store.last_letter("dana", 2) is None


# held, slots, remarks, orders, meta


def test_held_mail_waits_in_order_until_it_is_let_go(store: Store) -> None:
    assert store.next_held() == 1
    store.commit(Batch(held=(held_mail(2), held_mail(1))))
    store.commit(Batch(held=(held_mail(1, "dropped"),)))
    assert store.held_rows() == [held_mail(2)]
    assert store.held_rows("dropped") == [held_mail(1, "dropped")]
    assert store.held(1) == held_mail(1, "dropped")
    assert store.held(3) is None
    assert store.next_held() == 3


def test_slots_are_found_by_their_beginning(store: Store) -> None:
    store.commit(Batch(slots=("day/T-1/x", "day/T-10/x", "day%/", "letter/2026-03-02/ann")))
    assert store.slots("day/") == {"day/T-1/x", "day/T-10/x"}
    assert store.slots("day/T-1/") == {"day/T-1/x"}
    assert store.slots("none") == frozenset()
    assert store.unsolicited_on("ann", "letter/2026-03-02/")
    assert not store.unsolicited_on("an", "letter/2026-03-02/")


def test_remarks_are_read_from_a_moment_on(store: Store) -> None:
    store.commit(Batch(remarks=((at(2), "two"), (at(1), "one"), (at(3), "three"))))
    assert store.remarks(at(2)) == [(at(2), "two"), (at(3), "three")]


def test_an_order_waits_until_it_is_done(store: Store) -> None:
    first = store.leave_order({"word": "drop", "held": "7"}, at(0))
    second = store.leave_order({"word": "digest"}, at(1))
    assert second > first
    assert [order.words for order in store.orders()] == [{"word": "drop", "held": "7"}, {"word": "digest"}]
    store.commit(Batch(order_done=(first, "H-7 was dropped.")))
    assert [order.number for order in store.orders()] == [second]
    done = store.order(first)
    assert done is not None
    assert (done.done, done.answer, done.at) == (True, "H-7 was dropped.", at(0))
    store.commit(Batch(order_done=(99, "nobody's")))
    assert store.order(99) is None


def test_meta_keeps_the_last_word(store: Store) -> None:
    assert store.meta("clock") is None
    store.commit(Batch(meta={"clock": "1"}))
    store.commit(Batch(meta={"clock": "2"}))
    assert store.meta("clock") == "2"


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
