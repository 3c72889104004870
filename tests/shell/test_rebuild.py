"""A store made again from its mails alone, where there is no backup."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from shell.keys import KeyFileUnusable
from shell.restoring import Report, rebuild
from tasks.letters import OutboxState
from tests.shell.lost import House, moment
from tests.shell.office import CONFIG, MONDAY, one, run
from tests.shell.test_restore import hand_out, sent_ids


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path, CONFIG)
    yield house
    assert list(house.office.shop.store.verify()) == []
    house.office.close()


def made_again(house: House) -> Report:
    report = rebuild(house.office.config, house.means())
    house.office.shop = house.office.open()
    return report


def lived(house: House) -> None:
    """Three days: two tasks, an answer, a question, a reminder, work approved in silence."""
    first = one(hand_out(house, "Calldown", due="Wednesday 5pm"), "assignment")
    second = one(hand_out(house, "Flyer", "ben"), "assignment")
    house.office.reply(first, "accept")
    house.letters()
    house.office.pass_time(moment(1, 18), timedelta(hours=1))
    house.office.reply(second, "question: which colour?")
    house.letters()
    house.office.pass_time(moment(2, 18), timedelta(hours=1))
    house.office.reply(first, "done")
    house.letters()
    house.office.pass_time(moment(9, 18), timedelta(hours=1))


def told(house: House) -> list[tuple[str, str, str, str]]:
    tasks = house.office.shop.store.tasks()
    return [(task.tag, task.title, task.state, task.contractor) for task in tasks]


def test_the_tasks_are_what_they_were(house: House) -> None:
    lived(house)
    before = told(house)
    assert {state for _, _, state, _ in before} == {"approved", "in question"}
    house.lose()
    report = made_again(house)
    assert told(house) == before
    assert report.mails == 5


def test_no_letter_is_sent_again(house: House) -> None:
    lived(house)
    sent = sent_ids(house)
    house.lose()
    report = made_again(house)
    house.letters()
    assert sent_ids(house) == sent
    states = Counter(row.state for row in house.office.shop.store.outbox())
    assert states[OutboxState.SENT] + states[OutboxState.HELD] == sum(states.values())
    assert states[OutboxState.HELD] == report.waiting < 10  # only those of the last day are in doubt


def test_letters_of_the_last_day_wait_for_a_yes(house: House) -> None:
    hand_out(house, "Calldown")
    house.lose()
    assert made_again(house).waiting == 2


def test_answers_to_old_letters_find_their_task(house: House) -> None:
    lived(house)
    flyer = [g for g in house.office.box.kept if g[0] == "ben@example.org"][-1]
    house.lose()
    made_again(house)
    mid = next(line for line in flyer[1].decode("latin-1").split("\r\n") if line.startswith("Message-ID"))
    house.office.mail(
        "ben@example.org", "tasks@example.com", "Re: Flyer", "done", answers=mid.partition(": ")[2]
    )
    house.letters()
    task = house.office.shop.store.task(2)
    assert task is not None
    assert task.stage.value == "in review"


def test_an_order_at_the_command_line_is_carried_out_again(house: House) -> None:
    house.office.mail(
        "stranger@example.org", "tasks@example.com", "A job", "Please paint it. Due: Friday 5pm"
    )
    house.letters()
    (held,) = house.office.shop.store.held_rows()
    house.office.now += timedelta(hours=1)
    assert run(house.office, "held", "pass-on", f"H-{held.number}") == 0
    house.letters()
    before = told(house)
    assert len(before) == 1
    house.lose()
    made_again(house)
    assert told(house) == before
    assert house.office.shop.store.held_rows() == []


def test_without_the_key_it_is_refused(house: House) -> None:
    hand_out(house, "Calldown")
    house.lose()
    key = house.office.config.key_file
    kept = key.read_bytes()
    key.unlink()
    with pytest.raises(KeyFileUnusable, match="put back the copy that lies in any backup"):
        made_again(house)
    key.write_bytes(kept)
    key.chmod(0o600)
    made_again(house)


def test_a_store_that_opens_is_not_put_aside_unasked(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_out(house, "Calldown")
    house.office.shop.close()
    assert run(house.office, "rebuild", "--without-mailbox") == 64
    assert "There is a store" in capsys.readouterr().err
    assert run(house.office, "rebuild", "--without-mailbox", "--yes") == 0
    said = capsys.readouterr().out
    assert "1 task" in said
    assert "aside-20261130" in said
    house.office.shop = house.office.open()


def test_a_mailbox_that_is_away_changes_nothing(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PW", "x")
    hand_out(house, "Calldown")
    house.lose()
    assert run(house.office, "rebuild") == 69
    assert "--without-mailbox" in capsys.readouterr().err
    assert (house.home / "handoff.db").read_bytes().startswith(b"zeros and ones")
    made_again(house)


def test_it_is_quick_over_quiet_months(house: House) -> None:
    hand_out(house, "Calldown", due="Wednesday 5pm")
    house.lose()
    house.office.now = MONDAY + timedelta(days=200)
    report = made_again(house)
    assert report.tasks == 1
