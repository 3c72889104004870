"""Rows as text: all of them, of every schema, and what cannot be one."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.codec import (
    CLASSES,
    EVENTS,
    LIFTS,
    Lift,
    decode,
    decode_event,
    decode_named,
    encode,
    moment,
    moment_text,
    readable,
)
from store.port import LedgerRow, StoreUnusable
from tasks.events import SCHEMA, Accepted, Declined, Event, HoursLogged, TaskOpened
from tasks.intents import Held
from tasks.model import Due, File, Task
from tests.store.rows import NOON, at, held_mail, letter, mail, opened, place

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MOMENT = st.datetimes(timezones=st.just(UTC))
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(str, TEXT)
st.register_type_strategy(datetime, MOMENT)
st.register_type_strategy(float, NUMBER)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3))
ROW_PARTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "LedgerRow": {"why": st.dictionaries(TEXT, JSON, max_size=3)},
    "OutboxRow": {"raw": st.just(b"")},
    "OrderRow": {"words": st.dictionaries(TEXT, TEXT, max_size=3)},
}


@pytest.mark.parametrize("name", CLASSES)
def test_what_is_written_is_read_again(name: str) -> None:
    cls = CLASSES[name]

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.builds(cls, **ROW_PARTS.get(name, {})))
    def read_again(value: object) -> None:
        assert decode_named(name, SCHEMA, encode(value)) == value

    read_again()


def test_every_event_can_be_stored() -> None:
    assert set(EVENTS.values()) == set(get_args(Event))


def test_a_row_of_a_task_reads_as_that_task() -> None:
    due = Due(at(5), "America/New_York", "by Friday", "dana", "2026-03-06T17:00")
    task = replace(opened(1).tasks[0], due=due, hours=2.5, files=(File("a.pdf", "00", 7),))
    assert decode(Task, SCHEMA, encode(task)) == task


def test_held_mail_of_an_older_store_was_asked_about_by_nobody() -> None:
    """Written before there were codes: no cell, no code, and so it reads."""
    old = json.loads(encode(held_mail(1)))
    for name in ("cell", "code_until", "by_code", "vouched"):
        del old[name]
    assert decode(Held, SCHEMA, json.dumps(old)) == held_mail(1)


@pytest.mark.parametrize("hours", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_refused_before_it_is_written(hours: float) -> None:
    with pytest.raises(ValueError):
        encode(HoursLogged(hours))


def test_a_row_of_a_newer_schema_is_refused() -> None:
    with pytest.raises(StoreUnusable, match=r"newer Handoff: its schema is 99, .* Nothing was changed"):
        decode(Task, 99, "{}")
    with pytest.raises(StoreUnusable, match="Install the newer Handoff again"):
        decode_event("FromTheFuture", 99, "{}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Declined", "{}", id="a field is missing"),
        pytest.param("Declined", "not JSON", id="no JSON"),
        pytest.param("NeverHeardOf", "{}", id="an unknown class"),
    ],
)
def test_a_row_that_does_not_read_is_named(name: str, text: str) -> None:
    with pytest.raises(StoreUnusable, match=f"A stored row does not read as {name}"):
        decode_event(name, SCHEMA, text)


# An invented past: in schema 1 refusing was called Refused and had a "why";
# schema 2 renamed the field; schema 3 renamed the class.
PAST = {
    ("Refused", 1): Lift("Refused", lambda doc: {"cause": doc["why"]}),
    ("Refused", 2): Lift("Declined", lambda doc: {"reason": doc["cause"].strip()}),
}


@pytest.mark.parametrize(
    ("name", "schema", "text", "event"),
    [
        pytest.param("Refused", 1, '{"why": " busy "}', Declined("busy"), id="two steps"),
        pytest.param("Refused", 2, '{"cause": "busy"}', Declined("busy"), id="one step"),
        pytest.param("Declined", 3, '{"reason": "busy"}', Declined("busy"), id="today's"),
        pytest.param("Accepted", 1, "{}", Accepted(), id="never changed"),
    ],
)
def test_older_rows_are_lifted_step_by_step(name: str, schema: int, text: str, event: Event) -> None:
    assert decode_named(name, schema, text, newest=3, lifts=PAST) == event


def test_every_lift_leads_to_a_class_that_is_stored_or_lifted_on() -> None:
    for (_, schema), lift in LIFTS.items():
        assert schema < SCHEMA
        assert lift.to in CLASSES or (lift.to, schema + 1) in LIFTS


@given(MOMENT, MOMENT)
def test_the_order_of_texts_is_the_order_of_moments(one: datetime, other: datetime) -> None:
    assert (moment_text(one) < moment_text(other)) is (one < other)
    assert moment(moment_text(one)) == one


def test_a_moment_is_stored_as_utc_and_never_without_a_zone() -> None:
    east = timezone(timedelta(hours=13))
    assert moment_text(NOON.astimezone(east)) == moment_text(NOON)
    with pytest.raises(ValueError, match="without a zone"):
        moment_text(NOON.replace(tzinfo=None))


@dataclass(frozen=True)
class Odd:
    words: tuple[str, ...]


def test_readable_mends_texts_wherever_they_are() -> None:
    bad = "caf\udce9"
    assert readable(Odd((bad, "ok"))) == Odd(("caf?", "ok"))
    assert readable(letter("a", detail=bad)) == letter("a", detail="caf?")
    row = mail("a", place=place(1), why={bad: [1, bad]})
    assert readable(row) == replace(row, why={"caf?": (1, "caf?")})
    assert decode(LedgerRow, SCHEMA, encode(readable(row))).why == {"caf?": [1, "caf?"]}
    whole = TaskOpened("Grüße \U0001f600", "\x00", "dana")
    assert readable(whole) == whole
