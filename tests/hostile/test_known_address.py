"""`always` is offered where it does something, and nowhere else; a contractor whose
provider breaks its own proof has a way out; what knocked is not forgotten."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.hostile.kit import FAIL, STEPHANIE, Siege, besieged
from tests.shell.office import Got, at, kinds, one

FAILED = FAIL.replace("example.com", "example.net").replace("mx.example.net", "mx.example.com")


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def flat(letter: Got) -> str:
    return " ".join(letter.text.split())


def forged(siege: Siege, words: str = "60%") -> Got:
    """Joy's own mail, of which her provider's proof fails; the knock it brings."""
    assignment, _ = siege.begin()
    siege.office.reply(assignment, words, proven=False, headers=FAILED)
    return one(siege.office.letters(), "knock")


def test_always_is_not_offered_for_an_address_that_is_theirs_already(siege: Siege) -> None:
    knock = forged(siege)
    assert "Reply pass on or drop." in knock.text and "  always  " not in knock.text
    assert b"?subject=3Dalways" not in knock.raw and b">Always<" not in knock.raw


def test_the_knock_says_what_to_do_where_a_provider_breaks_its_proof(siege: Siege) -> None:
    said = flat(forged(siege))
    assert "joy@example.net is Joy's already" in said
    assert "from another address" in said and "always" in said.partition("from another address")[2]


def test_pass_on_lets_in_the_one_mail_that_the_server_called_forged(siege: Siege) -> None:
    siege.office.reply(forged(siege), "pass on")
    siege.office.letters()
    task = siege.store.task(1)
    assert task is not None and task.progress == 60


def test_another_address_is_the_way_out(siege: Siege) -> None:
    knock = forged(siege)
    siege.office.reply(knock, "drop")
    assignment_address = next(t for t in siege.store.open_tasks())
    assert assignment_address.progress is None
    again = one([x for x in siege.begin(title="Flyer") if x.kind == "assignment"], "assignment")
    siege.office.reply(again, "30%", sender="Joy <joy@phone.example>")
    siege.office.reply(one(siege.office.letters(), "knock"), "always")
    siege.office.letters()
    siege.office.reply(again, "40%", sender="Joy <joy@phone.example>")
    assert "knock" not in [x.kind for x in siege.office.letters()]
    task = siege.store.task(2)
    assert task is not None and task.progress == 40


def test_always_said_nevertheless_says_that_it_added_nothing(siege: Siege) -> None:
    siege.office.reply(forged(siege), "always")
    told = [x for x in siege.office.letters() if x.kind == "transcript"]
    (mine,) = [x for x in told if x.to == "stephanie@example.com"]
    assert (
        "is Joy's already" in flat(mine) and "from now on" not in flat(mine) and "Reply drop" not in mine.text
    )
    assert [x for x in told if x.to == "joy@example.net"] == []


def test_always_again_after_it_was_said_changes_nothing(siege: Siege) -> None:
    knock = forged(siege)
    for _ in range(2):
        siege.office.reply(knock, "always")
        siege.office.letters()
    assert list(siege.store.history(0)) == []


def test_a_forged_yes_is_named_as_such(siege: Siege) -> None:
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Roof", "Mend it by Friday.", proven=False)
    asked = one(siege.office.letters(), "confirm")
    siege.office.reply(asked, "yes", proven=False, headers=FAIL)
    knock = one(siege.office.letters(), "knock")
    assert "forged" in knock.text and "not proven" not in knock.text


def test_a_forged_word_on_held_mail_is_named_as_such(siege: Siege) -> None:
    siege.office.reply(forged(siege), "pass on", proven=False, headers=FAIL)
    siege.office.letters()
    siege.office.now += timedelta(days=1)
    siege.office.mail("Joy Santos <joy@phone.example>", "tasks@example.com", "Hello", "I am free.")
    knock = one(siege.office.letters(), "knock")
    siege.office.reply(knock, "pass on", proven=False, headers=FAIL)
    again = one(siege.office.letters(), "knock")
    assert "forged" in again.text and "not proven" not in again.text


# what stands in the digest


def digests(siege: Siege, until: tuple[int, int, int]) -> list[Got]:
    letters = siege.office.pass_time(at(*until, 18), timedelta(hours=2))
    return [x for x in letters if x.kind == "digest" and x.to == "stephanie@example.com"]


def test_what_knocked_stands_in_the_digest_each_week_until_it_is_settled(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "60%", sender="Joy <joy@phone.example>")
    knock = one(siege.office.letters(), "knock")
    told = [x for x in digests(siege, (2026, 12, 21)) if "H-1" in x.text]
    assert [x.message["Date"][:11] for x in told] == ["Mon, 07 Dec", "Mon, 14 Dec", "Mon, 21 Dec"]
    assert all("held since Mon 30 Nov" in flat(x) for x in told)
    siege.office.reply(told[-1], "H-1 drop")
    siege.office.letters()
    assert not [x for x in digests(siege, (2026, 12, 28)) if "H-1" in x.text]
    assert knock.to == "stephanie@example.com"


def test_many_that_knocked_are_one_line_a_week(siege: Siege) -> None:
    assignment, _ = siege.begin()
    for n in range(6):
        siege.office.now += timedelta(minutes=10)
        siege.office.reply(assignment, f"{n}0% and more", sender=f"Joy <joy@phone{n}.example>")
        siege.office.letters()
    (weekly,) = [x for x in digests(siege, (2026, 12, 7)) if "H-1" in x.text]
    line = next(line for line in weekly.text.splitlines() if "H-1" in line and "held" in line)
    assert "H-2" in line and "6 mails" in line


def test_strangers_mail_is_told_once_and_not_each_week(siege: Siege) -> None:
    siege.office.mail("Eve <eve@evil.example>", "tasks@example.com", "Offer", "Buy it.")
    siege.office.letters()
    assert len([x for x in digests(siege, (2026, 12, 21)) if "H-1" in x.text]) == 1


def test_what_was_not_confirmed_in_time_stands_there_weekly_too(siege: Siege) -> None:
    siege.office.mail(STEPHANIE, "tasks+joy@example.com", "Roof", "Mend it by Friday.", proven=False)
    siege.office.letters()
    told = [x for x in digests(siege, (2026, 12, 14)) if "H-1" in x.text]
    assert [x.message["Date"][:11] for x in told] == ["Wed, 02 Dec", "Mon, 07 Dec", "Mon, 14 Dec"] or [
        x.message["Date"][:11] for x in told
    ] == ["Thu, 03 Dec", "Mon, 07 Dec", "Mon, 14 Dec"]


def test_a_line_that_offers_always_says_whose_the_address_becomes(siege: Siege) -> None:
    siege.begin()
    siege.office.mail("Joy Santos <joy@free.example>", "tasks@example.com", "Hello", "I am free.")
    siege.office.letters()
    (weekly,) = [x for x in digests(siege, (2026, 12, 7)) if "H-1" in x.text]
    assert "always makes joy@free.example Joy Santos's" in flat(weekly)


def test_a_line_where_always_does_nothing_does_not_offer_it(siege: Siege) -> None:
    siege.begin()
    siege.office.mail("Eve <eve@evil.example>", "tasks@example.com", "Offer", "Buy it.")
    siege.office.letters()
    (told,) = [x for x in digests(siege, (2026, 12, 2)) if "H-1" in x.text]
    assert "H-1 pass on" in told.text and "always" not in told.text
    assert b"always" not in told.raw


# who sees a mail has it


@pytest.mark.parametrize("field", ["Bcc", "Resent-To", "Resent-Cc", "Apparently-To"])
def test_a_reply_address_beside_hidden_recipients_is_shown(siege: Siege, field: str) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "The blue list, please.", headers=f"{field}: client@else.example")
    siege.office.letters()
    before = siege.picture()
    siege.office.reply(receipt, "cancel", proven=False)
    assert {x.kind for x in siege.office.letters()} <= {"confirm", "knock"}
    assert siege.picture() == before


def outsider(siege: Siege, *, cc: str = "", to: str = "") -> list[Got]:
    """A client whom the owner copied answers, and the owner lets it in."""
    assignment, receipt = siege.begin()
    mid = siege.office.reply(receipt, "The client is in copy.", cc="client@else.example")
    siege.office.letters()
    siege.office.mail(
        "Client <client@else.example>", to or "tasks@example.com", "Re: x", "We are six.", answers=mid, cc=cc
    )
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    assert assignment.to == "joy@example.net"
    return siege.office.letters()


def test_an_outsiders_words_are_relayed_to_who_has_them_not(siege: Siege) -> None:
    assert ("joy", "relay") in kinds(outsider(siege))


@pytest.mark.parametrize("where", ["to", "cc"])
@pytest.mark.parametrize("address", ["joy@example.net", "joy@private.example"])
def test_who_stands_in_to_or_cc_gets_no_relay(siege: Siege, where: str, address: str) -> None:
    both = {"to": f"tasks@example.com, {address}"} if where == "to" else {"cc": address}
    letters = outsider(siege, **both)
    assert [x for x in letters if x.to == "joy@example.net"] == []
    told = one(letters, "transcript")
    assert told.to == "stephanie@example.com" and "Joy has it already" in flat(told)
    assert siege.store.open_tasks()[0].state == "handed over"
