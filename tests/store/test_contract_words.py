"""The contract of tests/store/test_contract.py: held mail, slots, remarks,
orders and meta."""

from store.port import Batch, Store
from tests.store.rows import at, held_mail


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
    store.commit(
        Batch(slots=("day/T-1/x", "day/T-10/x", "day/\u00e9\U0001f600", "day%/", "letter/2026-03-02/ann"))
    )
    assert store.slots("day/") == {"day/T-1/x", "day/T-10/x", "day/\u00e9\U0001f600"}
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
