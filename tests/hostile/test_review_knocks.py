"""Held mail at the owner's door: whose words they are, and what each answer does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.events import AddressRegistered, DoneReported
from tests.hostile.kit import Siege, besieged
from tests.shell.office import Got, Office, at, kinds, one

CLIENT = "Client <client@else.example>"
DONE = "done, we accept. Your sign-up code is 123456"


@pytest.fixture
def siege(tmp_path: Path) -> Iterator[Siege]:
    with besieged(tmp_path) as opened:
        yield opened


def _client_answers_all(siege: Siege, sender: str = CLIENT) -> Got:
    """Joy copies a client on her answer, and the client answers to all."""
    assignment, _ = siege.begin()
    mid = siege.office.reply(assignment, "I sent you the draft.", cc="client@else.example")
    siege.office.letters()
    to = assignment.reply_to
    siege.office.mail(sender, to, "Re: x", DONE, answers=mid)
    return one(siege.office.letters(), "knock")


def _done_by(siege: Siege) -> list[str]:
    return [fact.by for fact in siege.store.history(1) if isinstance(fact.event, DoneReported)]


def _added(office: Office) -> list[tuple[str, str]]:
    facts = [fact.event for fact in office.shop.store.history(0)]
    return [(f.person, f.address) for f in facts if isinstance(f, AddressRegistered)]


@pytest.mark.parametrize("sender", [CLIENT, "client@else.example", "Joy Santos <client@else.example>"])
@pytest.mark.parametrize("word", ["pass on", "always"])
def test_an_outsiders_words_are_never_the_contractors(siege: Siege, sender: str, word: str) -> None:
    """Whom somebody copied is an outsider, whatever name the mail bears."""
    knock = _client_answers_all(siege, sender)
    siege.office.reply(knock, word)
    letters = siege.office.letters()
    relay = one(letters, "relay")
    assert relay.to == "joy@example.net" and "we accept" in relay.text
    assert "review" not in {letter.kind for letter in letters}
    assert _done_by(siege) == [] and _added(siege.office) == []
    task = siege.store.task(1)
    assert task is not None and task.state == "handed over"


@pytest.mark.parametrize("sender", ["Client <c@else.example>", "J. Santos Fanclub <c@else.example>"])
def test_another_display_name_is_another_person(siege: Siege, sender: str) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender=sender)
    siege.office.reply(one(siege.office.letters(), "knock"), "always")
    siege.office.letters()
    assert _done_by(siege) == [] and _added(siege.office) == []


@pytest.mark.parametrize("name", ["Joy Santos", "joy santos", "Joy", ""])
def test_who_bears_the_persons_name_may_still_be_that_person(siege: Siege, name: str) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender=f"{name} <joy@phone.example>".strip())
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    assert ("stephanie", "review") in kinds(siege.office.letters())
    assert _done_by(siege) == ["joy"]


def test_an_outsider_in_the_owners_thread_is_not_the_owner(siege: Siege) -> None:
    _, receipt = siege.begin()
    siege.office.reply(receipt, "cancel", sender=CLIENT)
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    siege.office.letters()
    task = siege.store.task(1)
    assert task is not None and task.state == "handed over"


def test_another_contractor_with_the_token_is_not_the_one_it_belongs_to(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "done", sender="Ben Okafor <ben@example.org>")
    siege.office.reply(one(siege.office.letters(), "knock"), "pass on")
    siege.office.letters()
    assert _done_by(siege) == []


def _flat(letter: Got) -> str:
    return " ".join(letter.text.split())


PHONE = "Joy <joy@phone.example>"
FALSE_OWNER = "Stephanie Miller <eve@evil.example>"


def _phone(siege: Siege, words: str = "60%") -> Got:
    """Joy writes from her phone's account, and the knock that it brings."""
    assignment, _ = siege.begin()
    siege.office.reply(assignment, words, sender=PHONE)
    return one(siege.office.letters(), "knock")


def test_a_knock_says_whom_always_makes_of_an_address(siege: Siege) -> None:
    knock = _phone(siege)
    assert "from now on joy@phone.example is known as Joy Santos" in _flat(knock)
    siege.office.mail(FALSE_OWNER, "tasks+joy@example.com", "Pay", "Pay the bill by Friday.")
    other = one(siege.office.letters(), "knock")
    assert "from now on eve@evil.example is known as Stephanie Miller, who may give tasks" in _flat(other)


def test_where_always_would_add_nothing_it_is_not_offered(siege: Siege) -> None:
    knock = _client_answers_all(siege)
    assert "Reply pass on or drop." in knock.text and "  always  " not in knock.text
    assert b"?subject=3Dalways" not in knock.raw and b">Always<" not in knock.raw


def test_always_is_told_to_both_and_drop_takes_it_back(siege: Siege) -> None:
    office = siege.office
    office.reply(_phone(siege), "always")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "transcript"), ("stephanie", "transcript")]
    mine, hers = (
        next(x for x in letters if x.to == to) for to in ("stephanie@example.com", "joy@example.net")
    )
    assert "joy@phone.example is known as Joy Santos from now on" in _flat(mine)
    assert "Reply drop." in mine.text
    assert "joy@phone.example is known as yours from now on" in _flat(hers)
    assert "tell Stephanie at stephanie@example.com" in _flat(hers)
    office.reply(mine, "drop")
    told = one(office.letters(), "transcript")
    assert "joy@phone.example is nobody's any more" in _flat(told)
    assert "joy@phone.example" not in office.shop.house.people["joy"].addresses
    office.restart()
    assert "joy@phone.example" not in office.shop.house.people["joy"].addresses
    assert "joy@example.net" in office.shop.house.people["joy"].addresses


def test_an_address_that_became_an_owners_is_taken_back_too(siege: Siege) -> None:
    office = siege.office
    office.mail(FALSE_OWNER, "tasks+joy@example.com", "Pay", "Pay the bill by Friday.")
    knock = one(office.letters(), "knock")
    office.reply(knock, "always")
    told = one(office.letters(), "transcript")
    assert told.to == "stephanie@example.com"
    assert "eve@evil.example is known as Stephanie Miller from now on" in _flat(told)
    office.reply(knock, "drop")
    office.letters()
    assert office.shop.house.person_at("eve@evil.example") is None


def test_drop_after_pass_on_takes_no_address_out(siege: Siege) -> None:
    knock = _phone(siege)
    siege.office.reply(knock, "pass on")
    siege.office.letters()
    siege.office.reply(knock, "drop")
    assert siege.office.letters() == [] and _added(siege.office) == []


@pytest.mark.parametrize("proven", [True, False])
def test_always_after_pass_on_still_adds_the_address(siege: Siege, proven: bool) -> None:
    office = siege.office
    knock = _phone(siege)
    office.reply(knock, "pass on")
    office.letters()
    office.reply(knock, "always", proven=proven)
    letters = office.letters()
    if not proven:
        office.reply(one(letters, "confirm"), "yes")
        letters = office.letters()
    assert ("stephanie", "transcript") in kinds(letters)
    assert _added(office) == [("joy", "joy@phone.example")]


def test_a_code_that_is_answered_after_pass_on_still_adds_the_address(siege: Siege) -> None:
    office = siege.office
    knock = _phone(siege)
    office.reply(knock, "always", proven=False)
    asked = one(office.letters(), "confirm")
    office.reply(knock, "pass on")
    office.letters()
    office.reply(asked, "yes")
    assert ("stephanie", "transcript") in kinds(office.letters())
    assert _added(office) == [("joy", "joy@phone.example")]


def test_always_in_a_digest_names_its_undo_which_works_there(siege: Siege) -> None:
    office = siege.office
    _phone(siege)
    office.mail("Eve <eve@evil.example>", subject="Invoice", body="Pay me now")  # so that there is a digest
    letters = office.pass_time(at(2026, 12, 1, 16))
    digest = one([x for x in letters if x.to == "stephanie@example.com"], "digest")
    office.reply(digest, "H-1 always")
    told = next(x for x in office.letters() if x.to == "stephanie@example.com")
    assert "known as Joy Santos from now on. Undo: H-1 drop" in _flat(told)
    office.reply(digest, "H-1 drop")
    office.letters()
    assert "joy@phone.example" not in office.shop.house.people["joy"].addresses


@pytest.mark.parametrize(
    ("sender", "subject", "why"),
    [
        pytest.param("Joy Santos <joy@example.net>", "Hello", "", id="no task is open"),
        pytest.param(
            "Ben Okafor <ben@example.org>", "Re: [T-1] Calldown", "no part in T-1", id="no part in it"
        ),
    ],
)
def test_what_is_passed_on_and_finds_no_place_ends_as_a_note(
    siege: Siege, sender: str, subject: str, why: str
) -> None:
    office = siege.office
    if "T-1" in subject:
        siege.begin()
    mid = office.mail(sender, "tasks@example.com", subject, "I am free next week")
    knock = one(office.letters(), "knock")
    office.reply(knock, "pass on")
    letters = office.letters()
    told = one(letters, "transcript")
    assert kinds(letters) == [("stephanie", "transcript")]
    assert "I am free next week" in told.text and "filed as a note" in _flat(told) and why in _flat(told)
    assert office.shop.store.held_rows() == []
    assert office.folder_of(mid) != ["Handoff/Held"]


def test_an_outsiders_words_on_a_task_that_nobody_has_are_a_note(siege: Siege) -> None:
    office = siege.office
    office.mail("Stephanie Miller <stephanie@example.com>", "tasks@example.com", "Roof", "Mend it by Friday.")
    receipt = office.letters()[-1]
    office.reply(receipt, "I can do that.", sender=CLIENT)
    office.reply(one(office.letters(), "knock"), "pass on")
    told = one(office.letters(), "transcript")
    assert "I can do that." in told.text and "nobody has T-1" in _flat(told)


def test_an_outsiders_answer_to_a_knock_is_never_obeyed(siege: Siege) -> None:
    office = siege.office
    knock = _phone(siege)
    office.reply(knock, "always", sender=CLIENT)
    second = one(office.letters(), "knock")
    office.reply(second, "pass on")
    assert kinds(office.letters()) == [("stephanie", "transcript")]
    assert _added(office) == []


def test_a_date_of_an_address_let_in_is_read_where_that_person_lives(siege: Siege) -> None:
    office = siege.office
    mail = "Call them by Friday 5pm."
    office.mail("Stephanie Miller <steph@phone.example>", "tasks+joy@example.com", "Call", mail)
    office.reply(one(office.letters(), "knock"), "pass on")
    office.letters()
    task = office.shop.store.task(1)
    assert task is not None and task.due is not None
    assert task.due.at == at(2026, 12, 5, 1) and task.due.zone == "America/Los_Angeles"  # 17:00 there


@pytest.mark.parametrize(
    ("word", "state"), [("yes", "in review"), ("Yes.", "in review"), ("no", "handed over")]
)
def test_yes_and_no_answer_is_it_real(siege: Siege, word: str, state: str) -> None:
    knock = _phone(siege, "done")
    siege.office.reply(knock, word)
    siege.office.letters()
    task = siege.store.task(1)
    assert task is not None and task.state == state
    assert siege.held() == [] and _added(siege.office) == []


def test_who_has_no_display_name_is_shown_without_a_gap(siege: Siege) -> None:
    assignment, _ = siege.begin()
    siege.office.reply(assignment, "60%", sender="joy@phone.example")
    knock = one(siege.office.letters(), "knock")
    assert "From: <joy@phone.example>" in knock.text


def test_which_task_names_no_empty_owner(siege: Siege) -> None:
    siege.begin()
    siege.begin(title="Flyer")
    siege.office.mail(
        "Joy Santos <joy@example.net>", "tasks@example.com", "the list", "Which script should I use?"
    )
    which = one(siege.office.letters(), "which-task")
    assert "If none of these: please write to whoever gave you the task." in _flat(which)
