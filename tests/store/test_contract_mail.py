"""The contract of tests/store/test_contract.py: mails and letters."""

from dataclasses import replace
from datetime import datetime

import pytest

from store.port import Batch, Refused, Store
from tasks.letters import Filed, OutboxState
from tests.store.rows import at, digest, letter, mail, place, thread_mail

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


def test_mails_of_one_sender_in_a_span_of_time_the_newest_oldest_first(store: Store) -> None:
    for minutes, sender in enumerate(("ann", "bob", "ann", "ann", "ann")):
        row = replace(mail(f"{sender}{minutes}", minutes), address=f"{sender}@example.net")
        store.commit(Batch(ledger=row))
    found = store.mails_from("ann@example.net", at(0), at(3))
    assert [row.at for row in found] == [at(2), at(3)]
    assert [row.at for row in store.mails_from("ann@example.net", at(-9), at(9), limit=2)] == [at(3), at(4)]
    assert list(store.mails_from("eve@example.net", at(-9), at(9))) == []


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
        pytest.param(OutboxState.HELD, at(0), True, id="held, and its rest is over"),
        pytest.param(OutboxState.HELD, at(1), False, id="held, and resting"),
        pytest.param(OutboxState.CANCELLED, None, False, id="cancelled"),
    ],
)
def test_what_is_to_post(
    store: Store,
    state: OutboxState,
    next_at: datetime | None,
    posted_now: bool,
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
