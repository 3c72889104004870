"""Each law of the design has a test with its name: it holds after a kill, and
its breach is noticed. Where more is shown elsewhere, docs/guarantees.md says so.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.crash import laws
from tests.crash.conftest import Stand
from tests.crash.conversation import JOY, STAGES, STEPHANIE, TASKS, mail
from tests.crash.played import INSIDE, Point
from tests.crash.postoffice import Accepted
from tests.crash.sweep import ONCE, Lane

pytestmark = pytest.mark.timeout(400)
STAGE = 4  # work is done: by then every kind of mail has come
AT = STAGES[STAGE].at
STRAY = mail(STEPHANIE, TASKS, "Stray", "Nobody read this.", "stray", AT)


@pytest.fixture(scope="module")
def killed(stand: Stand) -> Lane:
    """The house at rest, after a kill in the middle of its fifth start."""
    outcome = stand.lane.strike(stand.played, Point(STAGE, f"{INSIDE}sqlite after COMMIT", 3))
    assert outcome.struck
    assert outcome.broken == ()
    return stand.lane


@pytest.fixture
def house(stand: Stand, killed: Lane) -> Iterator[Lane]:
    """The same, to be broken by hand: put back afterwards."""
    stand.lane.put_back(stand.played.begun[STAGE])
    assert killed.start(ONCE, AT) == 0
    yield killed


def noticed(house: Lane) -> set[str]:
    """Which laws are broken now."""
    return {words.partition(":")[0] for words in laws.broken(house.world, AT)}


def edit(house: Lane, sql: str, *values: object) -> None:
    """Change the store behind the daemon's back."""
    with closing(sqlite3.connect(house.world.store)) as db, db:
        assert db.execute(sql, values).rowcount > 0


def letter(house: Lane) -> Accepted:
    return house.world.office.truth.accepted[0]


def lose(house: Lane) -> None:
    folders = house.world.office.truth.folders
    next(mails for mails in folders.values() if mails).popitem()


def double(house: Lane) -> None:
    edit(house, "INSERT INTO task SELECT 99, is_open, owner, contractor, closed_at, wake_at, schema,"
         " replace(doc, '\"number\":1,', '\"number\":99,') FROM task WHERE number = 1")  # fmt: skip


def misplace(house: Lane) -> None:
    world = house.world
    world.delivered = [replace(d, task=d.task % 2 + 1) if d.kind == "reply" else d for d in world.delivered]


def send_thrice(house: Lane) -> None:
    house.world.office.truth.accepted += [letter(house)] * 2


def send_unlike(house: Lane) -> None:
    house.world.office.truth.accepted.append(replace(letter(house), raw=letter(house).raw + b"more"))


def send_in_silence(house: Lane) -> None:
    house.world.office.truth.accepted.append(letter(house))


def never_send(house: Lane) -> None:
    house.world.office.truth.accepted.pop()


def send_unasked(house: Lane) -> None:
    house.world.office.take(Accepted(TASKS, JOY, b"Message-ID: <none@example.com>\r\n\r\nHello."))


def send_to_stranger(house: Lane) -> None:
    house.world.office.take(replace(letter(house), to="eve@evil.example"))


def move_early(house: Lane) -> None:
    house.world.deliver(STRAY, AT, "task")
    office = house.world.office
    office.move("INBOX", list(office.truth.folders["INBOX"]), "Handoff/Held")


def name_nobody(house: Lane) -> None:
    edit(house, "UPDATE fact SET proof = '' WHERE n = 2")


def log_in_often(house: Lane) -> None:
    house.world.office.truth.logins += laws.STARTS + 1


def rewrite(house: Lane) -> None:
    edit(house, "UPDATE task SET doc = replace(doc, 'Fence', 'Hedge') WHERE number = 1")


def tell_ben(house: Lane) -> None:
    house.world.office.truth.accepted.append(
        replace(house.world.letter("assignment", JOY), to="ben@example.org")
    )


BREACHES: dict[str, tuple[Callable[[Lane], None], ...]] = {
    "L1": (lose,),
    "L2": (double,),
    "L3": (misplace,),
    "L4": (send_thrice, send_unlike, send_in_silence, never_send),
    "L5": (send_unasked, send_to_stranger),
    "L6": (move_early,),
    "L9": (name_nobody,),
    "L10": (log_in_often,),
    "L11": (rewrite,),
    "L12": (tell_ben,),
}


def assert_noticed(house: Lane, law: str) -> None:
    """The law holds; each breach of it is noticed, and named by it."""
    before = house.world.office.copy(), list(house.world.delivered)
    for breach in BREACHES[law]:
        assert noticed(house) == set()
        breach(house)
        assert law in noticed(house), breach.__name__
        house.world.office.put_back(before[0])
        house.world.delivered = list(before[1])


def test_l1_every_mail_is_in_one_place_and_its_bytes_are_kept(house: Lane) -> None:
    assert_noticed(house, "L1")


def test_l2_tasks_are_the_task_mails(house: Lane) -> None:
    assert_noticed(house, "L2")


def test_l3_a_reply_is_in_its_own_thread(house: Lane) -> None:
    assert_noticed(house, "L3")


def test_l4_a_letter_is_accepted_once_or_the_doubt_is_logged(house: Lane) -> None:
    assert_noticed(house, "L4")


def test_l4_the_second_copy_is_the_first_one_again(stand: Stand) -> None:
    """Killed after the final dot, before the commit that says so."""
    calls = [c.name for c in stand.played.calls[STAGE] if c.inside]
    last = calls[: max(i for i, name in enumerate(calls) if name == f"{INSIDE}send")].count(
        f"{INSIDE}sqlite COMMIT"
    )
    twice = [
        stand.lane.strike(stand.played, Point(STAGE, f"{INSIDE}sqlite COMMIT", n)) for n in (last - 1, last)
    ]
    assert [o.broken for o in twice] == [(), ()]
    assert any(o.twice for o in twice)


def test_l5_no_letter_without_its_row_and_none_to_strangers(house: Lane) -> None:
    assert_noticed(house, "L5")


def test_l6_the_mailbox_changes_only_after_the_commit(house: Lane) -> None:
    assert_noticed(house, "L6")


def test_l6_in_a_shared_mailbox_other_mail_stays_as_it_was(house: Lane) -> None:
    config = house.world.folder / "config.yaml"
    dedicated = config.read_text()
    config.write_text(dedicated.replace("idle: no", "idle: no, shared: yes"))
    foreign = mail("mum@family.example", "stephanie@family.example", "Sunday", "Lunch?", "mum", AT)
    house.world.office.deliver(foreign, AT)
    code = house.start(ONCE, AT + timedelta(minutes=2))
    config.write_text(dedicated)
    (left,) = house.world.office.truth.folders["INBOX"].values()
    assert (code, left.raw, left.flags) == (0, foreign, frozenset())


def test_l7_the_whole_mailbox_again_changes_nothing(house: Lane) -> None:
    assert house.replay(STAGES[STAGE]) == []


def test_l8_killed_in_every_start_the_week_ends_in_the_same_state(stand: Stand) -> None:
    """One play from end to end, with a kill in each of its starts."""
    lane, played = stand.lane, stand.played
    lane.put_back(played.begun[1])
    for number, stage in list(enumerate(STAGES))[1:]:
        if number > 1:
            stage.write(lane.world, stage.at)
        count = sum(c.name == f"{INSIDE}sqlite COMMIT" for c in played.calls[number])
        point = Point(number, f"{INSIDE}sqlite COMMIT", number * 7 % count + 1)
        assert lane.strike_here(stage, point) == (-9, [0, 0], [])
        lane.forget_attempts()
        assert laws.broken(lane.world, stage.at, played.quiet[number]) == []


def test_l9_every_change_names_who_and_by_what_proof(house: Lane) -> None:
    assert_noticed(house, "L9")


def test_l10_attempts_are_bounded(house: Lane) -> None:
    assert_noticed(house, "L10")


def test_l11_the_row_is_the_folded_history(house: Lane) -> None:
    assert_noticed(house, "L11")


def test_l12_no_secret_and_no_word_of_others_reaches_a_contractor(house: Lane) -> None:
    assert_noticed(house, "L12")


def test_a_store_that_cannot_be_read_is_told_as_that(house: Lane) -> None:
    house.world.store.write_bytes(b"no store")
    assert noticed(house) == {"unreadable"}
