"""Told to stop, the mail or letter in hand is finished and no other is begun; with
no room on the disk no mail is begun at all; a fault in one part leaves the others."""

from datetime import timedelta

from outbound.posted import Posted
from shell.rounds import one_round
from tests.shell.office import Office, at, kinds

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
MEGABYTE = 1024 * 1024


def five_mails(office: Office) -> None:
    for n in range(5):
        office.mail(STEPHANIE, "tasks+joy@example.com", f"Task {n}", f"Do number {n} by Friday.")


def test_the_mail_in_hand_is_finished_and_no_other_begun(office: Office) -> None:
    five_mails(office)
    parse = office.shop.parse

    def stop_while_reading(mail: object) -> object:
        office.shop.stop.set()
        return parse(mail)  # type: ignore[arg-type]

    office.shop.parse = stop_while_reading  # type: ignore[assignment]
    assert office.round().mails == 1
    assert len(list(office.shop.store.tasks())) == 1
    assert office.box.kept == []  # its letters are owed, and go at the next start
    office.shop.parse = parse
    office.shop.stop.clear()
    office.round()
    assert len(list(office.shop.store.tasks())) == 5
    assert len(office.box.kept) == 10


def test_the_letter_in_hand_is_finished_and_no_other_begun(office: Office) -> None:
    five_mails(office)
    post = office.box.post

    def stop_while_posting(envelope_from: str, to: str, raw: bytes) -> Posted:
        office.shop.stop.set()
        return post(envelope_from, to, raw)

    office.box.post = stop_while_posting  # type: ignore[method-assign]
    assert office.round().letters == 1
    office.shop.stop.clear()
    office.box.post = post  # type: ignore[method-assign]
    office.round()
    assert len(office.box.kept) == 10
    assert len({raw for _, raw in office.box.kept}) == 10


def test_a_disk_with_no_room_takes_no_mail_in_and_reminds_all_the_same(office: Office) -> None:
    office.mail(
        STEPHANIE, "tasks+joy@example.com", "Calldown", "Call all.\nDue by Wednesday 5PM Pacific time."
    )
    office.letters()
    five_mails(office)
    office.shop.free_bytes = lambda: 199 * MEGABYTE
    done = office.round()
    assert done.mails == 0
    (said,) = done.trouble
    assert "has 199 MB left, and store.min_free_mb is 200." in said
    assert "New mail stays on the server" in said
    reminded = office.pass_time(at(2026, 12, 2, 2))
    assert ("joy", "reminder") in kinds(reminded)
    office.shop.free_bytes = lambda: 200 * MEGABYTE
    assert office.round().mails == 5


def test_a_disk_that_fills_during_a_burst_ends_it_there(office: Office) -> None:
    five_mails(office)
    free = iter([300, 300, 300, 100])
    office.shop.free_bytes = lambda: next(free) * MEGABYTE
    assert office.round().mails == 3


def test_a_fault_of_ours_in_one_part_leaves_the_others(office: Office) -> None:
    office.mail(
        STEPHANIE, "tasks+joy@example.com", "Calldown", "Call all.\nDue by Wednesday 5PM Pacific time."
    )
    office.letters()

    def broken(*_: object) -> object:
        raise RuntimeError("a bug")

    office.shop.store.due_to_wake = broken  # type: ignore[method-assign, assignment]
    office.mail(STEPHANIE, "tasks+joy@example.com", "The next one", "Do it by Friday.")
    done = one_round(office.shop)
    assert (done.mails, done.letters) == (1, 2)
    assert done.trouble == (
        "A fault of ours cut reminders short; the log shows it. The next round tries again.",
    )
    office.now += timedelta(minutes=1)
