"""A backup brought back: every mail once, every task once, no letter twice by itself."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from store.port import StoreUnusable
from tasks.letters import OutboxState
from tests.shell.lost import House, moment
from tests.shell.office import CONFIG, MONDAY, Got, one, run

OWNER = "stephanie@example.com"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path, CONFIG)
    yield house
    assert list(house.office.shop.store.verify()) == []
    house.office.close()


def hand_out(house: House, title: str, who: str = "joy", due: str = "Friday 5pm") -> list[Got]:
    house.office.mail(OWNER, f"tasks+{who}@example.com", title, f"Please see to {title}. Due: {due}")
    house.office.now += timedelta(minutes=1)
    return house.letters()


def titles(house: House) -> list[str]:
    return [task.title for task in house.office.shop.store.tasks()]


def waiting(house: House) -> list[tuple[str, str]]:
    rows = house.office.shop.store.outbox([OutboxState.HELD])
    assert all(row.next_at is None for row in rows)
    return [(row.ref.person, row.ref.kind) for row in rows]


def sent_ids(house: House) -> Counter[str]:
    return Counter(
        line.split(b":", 1)[1].strip().decode()
        for _, raw in house.office.box.kept
        for line in raw.split(b"\r\n")
        if line.lower().startswith(b"message-id:")
    )


def test_mails_that_came_since_are_taken_up_once(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    hand_out(house, "Since")
    hand_out(house, "And again", "ben")
    sent = sent_ids(house)
    house.lose()
    report = house.restore(backup)
    assert titles(house) == ["Before", "Since", "And again"]
    assert report.mails == 2
    assert house.letters() == []
    house.office.now += timedelta(minutes=5)
    assert house.letters() == []
    assert titles(house) == ["Before", "Since", "And again"]
    assert sent_ids(house) == sent


def test_letters_that_may_have_been_sent_wait_and_bear_their_old_message_ids(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    hand_out(house, "Since")
    sent = sent_ids(house)
    house.lose()
    report = house.restore(backup)
    assert sorted(waiting(house)) == [("joy", "assignment"), ("stephanie", "receipt")]
    assert report.waiting == 2
    assert run_beside(house, "restore", "--yes-send") == 0
    house.letters()
    assert waiting(house) == []
    assert max(sent_ids(house).values()) == 2
    assert sent_ids(house).keys() == sent.keys()  # byte for byte the same ids: the second is known as one


def run_beside(house: House, *words: str) -> int:
    house.office.shop.close()
    code = run(house.office, *words)
    house.office.shop = house.office.open()
    return code


def test_no_drops_what_waits(house: House) -> None:
    backup = house.back_up()
    hand_out(house, "Since")
    sent = sent_ids(house)
    house.lose()
    house.restore(backup)
    assert run_beside(house, "restore", "--no-send") == 0
    house.letters()
    assert waiting(house) == []
    assert sent_ids(house) == sent


def test_yes_may_be_said_beside_a_running_daemon(house: House) -> None:
    backup = house.back_up()
    hand_out(house, "Since")
    house.lose()
    house.restore(backup)
    assert run(house.office, "restore", "--yes-send") == 0
    assert len(house.letters()) == 2


def test_a_letter_that_lies_in_the_sent_folder_was_sent(house: House) -> None:
    backup = house.back_up()
    hand_out(house, "Since")
    to_joy = next(raw for to, raw in house.office.box.kept if to == "joy@example.net")
    house.server.put(to_joy, house.office.now, "Sent")
    house.lose()
    report = house.restore(backup)
    assert waiting(house) == [("stephanie", "receipt")]
    assert report.known_sent == 1


def test_a_letter_that_was_answered_was_sent(house: House) -> None:
    backup = house.back_up()
    assignment = one(hand_out(house, "Since"), "assignment")
    house.office.reply(assignment, "accept")
    house.letters()
    house.lose()
    house.restore(backup)
    assert ("joy", "assignment") not in waiting(house)
    task = house.office.shop.store.task(1)
    assert task is not None
    assert task.stage.value == "accepted"


def test_a_letter_that_was_not_sent_at_the_backup_is_in_doubt(house: House) -> None:
    house.office.mail(OWNER, "tasks+joy@example.com", "Before", "Call them. Due: Friday 5pm")
    shop = house.office.shop
    from shell.road import take

    for raw in house.server.folders["INBOX"].values():
        take(shop, raw)
    backup = house.back_up()
    house.letters()
    house.lose()
    house.restore(backup)
    assert sorted(waiting(house)) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_replies_to_letters_of_the_lost_time_find_their_task(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    first, second = hand_out(house, "First"), hand_out(house, "Second")
    house.lose()
    house.restore(backup)
    house.office.reply(one(second, "assignment"), "done")
    house.office.reply(one(first, "assignment"), "accept")
    house.letters()
    stages = {task.title: task.stage.value for task in house.office.shop.store.tasks()}
    assert stages == {"Before": "handed over", "First": "accepted", "Second": "in review"}


def test_time_driven_letters_of_the_lost_time_wait(house: House) -> None:
    hand_out(house, "Soon", due="Wednesday 5pm")
    backup = house.back_up()
    house.office.pass_time(moment(3, 6), timedelta(hours=1))
    known = sent_ids(house)
    assert len(known) > 2  # a reminder and digests among them
    house.lose()
    house.restore(backup)
    house.letters()
    assert sent_ids(house) == known
    assert {("joy", "reminder"), ("stephanie", "digest")} <= set(waiting(house))
    rows = house.office.shop.store.outbox([OutboxState.HELD])
    assert {row.message_id for row in rows} <= known.keys()  # each is the very letter of then
    house.office.pass_time(moment(4, 1), timedelta(hours=1))  # what comes due now goes out by itself
    assert sent_ids(house).keys() > known.keys()


def test_of_several_reminders_that_waited_only_the_newest_goes_out(house: House) -> None:
    hand_out(house, "Soon", due="Tuesday 5pm")
    backup = house.back_up()
    house.lose()
    house.office.now = moment(4, 12)
    house.restore(backup)
    chasing = [w for w in waiting(house) if w[0] == "joy" and w[1] in {"reminder", "overdue"}]
    assert len(chasing) > 1
    run_beside(house, "restore", "--yes-send")
    new = house.letters()
    assert len([g for g in new if g.to == "joy@example.net" and g.kind in {"reminder", "overdue"}]) == 1


def test_a_lost_disk_is_made_good_from_the_folders_of_the_mailbox(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    hand_out(house, "Since")
    hand_out(house, "And again", "ben")
    assert "INBOX" not in {f for f, mails in house.server.folders.items() if mails}
    house.lose(spool=True)
    house.restore(backup)
    assert titles(house) == ["Before", "Since", "And again"]
    assert house.letters() == []
    rows = [house.office.shop.store.ledger_of(n)[0] for n in (2, 3)]
    assert all(row.moved and row.place for row in rows)
    assert all(house.office.shop.spool.get(row.raw) for row in rows)


def test_new_mail_in_the_inbox_goes_its_ordinary_way(house: House) -> None:
    backup = house.back_up()
    hand_out(house, "Since")
    house.lose()
    house.office.mail(OWNER, "tasks+joy@example.com", "New", "Please see to it. Due: Friday 5pm")
    house.office.now += timedelta(minutes=1)
    house.restore(backup)
    new = house.letters()
    assert titles(house) == ["Since", "New"]
    assert {got.kind for got in new} == {"assignment", "receipt"}


def test_a_mail_that_was_decided_but_not_filed_is_no_duplicate(house: House) -> None:
    """Killed after the commit and before the MOVE, then lost: it still lies in the inbox."""
    backup = house.back_up()
    hand_out(house, "Since")
    (mail,) = house.server.folders["Handoff/Joy Santos"].values()
    house.server.folders["Handoff/Joy Santos"].clear()
    house.server.put(mail.raw, mail.arrived_at)
    house.lose()
    house.restore(backup)
    house.letters()
    assert [row.filed.value for row in house.office.shop.store.ledger_of(1)] == ["task"]
    assert [f for f, mails in house.server.folders.items() if mails] == ["Handoff/Joy Santos"]


def test_the_lost_store_is_kept_aside(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    house.lose()
    damaged = (house.home / "handoff.db").read_bytes()
    report = house.restore(backup)
    assert report.aside is not None
    assert (report.aside / "handoff.db").read_bytes() == damaged


def test_the_key_comes_back_with_the_backup(house: House) -> None:
    assignment = one(hand_out(house, "Before"), "assignment")
    backup = house.back_up()
    house.lose(spool=True)
    house.restore(backup)
    house.office.reply(assignment, "accept", proven=False)
    house.letters()
    task = house.office.shop.store.task(1)
    assert task is not None
    assert task.stage.value == "accepted"


def test_nothing_is_restored_under_a_running_daemon(house: House) -> None:
    backup = house.back_up()
    with pytest.raises(StoreUnusable, match="Another Handoff"):
        house.restore(backup)


def test_a_damaged_backup_is_refused_and_changes_nothing(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    (backup / "handoff.db").write_bytes((backup / "handoff.db").read_bytes()[:20_000])
    house.office.shop.close()
    before = (house.home / "handoff.db").read_bytes()
    with pytest.raises(StoreUnusable):
        house.restore(backup)
    assert (house.home / "handoff.db").read_bytes() == before
    house.office.shop = house.office.open()


def test_the_owner_reads_in_the_digest_that_it_was_restored(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    house.lose()
    house.restore(backup)
    digest = one(house.office.pass_time(moment(1, 15, 31), timedelta(hours=2)), "digest")
    assert "brought back from a backup" in digest.text


def test_restoring_twice_is_as_once(house: House) -> None:
    hand_out(house, "Before")
    backup = house.back_up()
    hand_out(house, "Since")
    house.lose()
    house.restore(backup)
    house.office.shop.close()
    house.restore(backup)
    assert titles(house) == ["Before", "Since"]
    assert house.letters() == []


@pytest.mark.parametrize("step", range(8))
def test_cut_anywhere_and_run_again_nothing_is_lost(
    house: House, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cut falls before the n-th rename or copy; the second run ends well."""
    hand_out(house, "Before")
    backup = house.back_up()
    hand_out(house, "Since")
    house.lose()
    left = [step]

    def cut(*args: object, **more: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        from shell import restoring

        patched.setattr(restoring, "checkpoint", cut)
        with suppress(KeyboardInterrupt):
            restoring.restore(house.office.config, backup, house.means())
    house.restore(backup)
    assert titles(house) == ["Before", "Since"]
    assert house.letters() == []


def test_the_clock_of_the_mail_counts(house: House) -> None:
    """ "Friday" in a mail of Monday is that week's Friday, though it is read again a week later."""
    backup = house.back_up()
    hand_out(house, "Since")
    task = house.office.shop.store.task(1)
    house.lose()
    house.office.now = MONDAY + timedelta(days=9)
    house.restore(backup)
    again = house.office.shop.store.task(1)
    assert task is not None
    assert again is not None
    assert again.due == task.due
    assert again.opened_at.replace(microsecond=0) == task.opened_at.replace(microsecond=0)
