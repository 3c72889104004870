"""Work that rests: told once, nobody reminded, and gone on with."""

from tests.shell.office import Got, Office, at, kinds, one, to
from tests.shell.test_conversation import hand_over

HER = "joy@example.net"


def held(office: Office, words: str = "hold") -> Got:
    _, receipt = hand_over(office)
    office.reply(receipt, words)
    letters = office.letters()
    assert kinds(to(letters, HER)) == [("joy", "relay")]
    return letters[0]


def test_hold_tells_the_contractor_once_and_stops_all_reminders(office: Office) -> None:
    letter = held(office)
    assert "Stephanie puts Calldown (T-1) on hold." in letter.text
    assert "Nothing has to be done" in letter.text
    assert to(office.pass_time(at(2026, 12, 8)), HER) == []
    assert office.shop.store.task(1).state == "on hold"  # type: ignore[union-attr]


def test_the_digest_says_so(office: Office) -> None:
    held(office)
    digests = [x for x in office.pass_time(at(2026, 12, 7, 16)) if x.kind == "digest"]
    assert "n hold" in digests[-1].text
    assert "LATE" not in digests[-1].text


def test_resume_starts_reminders_again(office: Office) -> None:
    held(office)
    office.now = at(2026, 12, 1, 17)
    receipt = office.shop.store.last_letter("stephanie", 1)
    assert receipt is not None
    _resume(office)
    letter = one(office.letters(), "relay")
    assert "Calldown (T-1) goes on." in letter.text
    assert "reminder" in [x.kind for x in to(office.pass_time(at(2026, 12, 3, 1)), HER)]


def test_a_date_that_passed_meanwhile_is_asked_for_anew(office: Office) -> None:
    held(office)
    office.pass_time(at(2026, 12, 7, 17))
    _resume(office)
    letter = one(office.letters(), "relay")
    assert "Its date has passed. When can you have it?" in letter.text


def test_hold_until_a_day_ends_by_itself(office: Office) -> None:
    """9:00 of the owner is 1:00 in Manila: the contractor reads it as their day begins."""
    letter = held(office, "hold until Dec 1 9am")
    assert "on hold until Wed 2 Dec 2026, 01:00 Manila" in letter.text
    office.restart()
    assert to(office.pass_time(at(2026, 12, 2, 0, 59)), HER) == []
    letters = to(office.pass_time(at(2026, 12, 2, 1, 30)), HER)
    assert kinds(letters) == [("joy", "relay")]
    assert "goes on" in letters[0].text


def test_done_ends_the_rest(office: Office) -> None:
    letter = held(office)
    office.reply(letter, "done")
    assert one(office.letters(), "review")
    assert office.shop.store.task(1).state == "in review"  # type: ignore[union-attr]


def test_approved_work_names_its_undo_in_the_digest(office: Office) -> None:
    assignment, _ = hand_over(office)
    office.reply(assignment, "done")
    office.reply(one(office.letters(), "review"), "approve")
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Undo: T-1 redo" in digest.text


def _resume(office: Office) -> None:
    row = next(r for r in office.shop.store.outbox() if r.ref.kind == "receipt")
    address = next(x for x in row.raw.decode().splitlines() if x.startswith("Reply-To:")).split(": ")[1]
    office.mail("Stephanie Miller <stephanie@example.com>", address, "Re: Calldown", "resume",
                answers=row.message_id)  # fmt: skip
