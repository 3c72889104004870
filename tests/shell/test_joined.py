"""The owner writes to the contractor, with our address among the recipients."""

from datetime import timedelta

from tests.shell.office import Got, Office, at, kinds, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"


def _join(
    office: Office, body: str = "Please make the logo.\nDue by Wednesday 5PM Pacific time."
) -> list[Got]:
    office.mail(STEPHANIE, JOY, "Logo for the van", body, cc=OURS)
    return office.letters()


def test_contractor_has_the_brief_once_and_gets_one_short_letter(office: Office) -> None:
    letters = _join(office)
    joined = one(letters, "joined")
    assert kinds(letters) == [("joy", "joined"), ("stephanie", "receipt")]
    assert joined.subject == "Re: Logo for the van"
    assert joined["In-Reply-To"] == "<m1@example.com>"
    assert "Please make the logo" not in joined.text
    assert "Thu 3 Dec 2026, 09:00 Manila" in joined.text


def test_answer_to_all_is_filed_and_the_owner_hears_nothing_twice(office: Office) -> None:
    joined = one(_join(office), "joined")
    mid = office.mail(JOY, STEPHANIE, "Re: Logo for the van", "Which colour?", cc=OURS, answers=joined)
    assert office.letters() == []
    assert office.folder_of(mid) == ["Handoff/Joy Santos"]
    assert office.shop.store.task(1).state == "in question"  # type: ignore[union-attr]


def test_done_to_all_brings_no_review_and_praise_to_all_approves(office: Office) -> None:
    joined = one(_join(office), "joined")
    done = office.mail(JOY, STEPHANIE, "Re: Logo for the van", "Done!", cc=OURS, answers=joined)
    assert office.letters() == []
    office.mail(STEPHANIE, JOY, "Re: Logo for the van", "Great, thanks!", cc=OURS, answers=done)
    assert kinds(office.letters()) == [("joy", "approved")]


def test_done_to_all_stands_in_the_digest_and_silence_counts_from_there(office: Office) -> None:
    joined = one(_join(office), "joined")
    office.mail(JOY, STEPHANIE, "Re: Logo for the van", "Done!", cc=OURS, answers=joined)
    office.letters()
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Logo for the van" in digest.text
    assert "Fri 4 Dec" in digest.text  # three working days from the digest
    letters = office.pass_time(at(2026, 12, 4, 20), timedelta(hours=1))
    assert ("joy", "approved") in kinds(letters)


def test_answer_to_us_alone_is_relayed(office: Office) -> None:
    joined = one(_join(office), "joined")
    office.reply(joined, "question: which colour?")
    assert kinds(office.letters()) == [("stephanie", "question")]


def test_one_contractor_in_to_does_it_and_the_others_watch(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=f"{OURS}, ben@example.org")
    letters = office.letters()
    assert kinds(letters) == [("joy", "joined"), ("stephanie", "receipt")]
    task = office.shop.store.task(1)
    assert task is not None
    assert (task.contractor, task.watchers) == ("joy", ("ben",))


def test_two_in_to_are_asked_about_and_the_choice_joins(office: Office) -> None:
    office.mail(STEPHANIE, f"{JOY}, ben@example.org", "Logo", "Please make the logo by Friday.", cc=OURS)
    asked = one(office.letters(), "who-for")
    office.reply(asked, "Joy")
    assert kinds(office.letters()) == [("joy", "joined")]


def test_outsider_in_copy_is_named_and_what_they_write_goes_to_the_owner_only(office: Office) -> None:
    first = office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.",
                        cc=f"{OURS}, client@client.example")  # fmt: skip
    letters = office.letters()
    assert "client@client.example" in one(letters, "receipt").text
    assert "client@client.example" not in one(letters, "joined").text
    office.mail("client@client.example", OURS, "Re: Logo", "Make it red, code 4711", answers=first)
    knock = one(office.letters(), "knock")
    assert knock.to == "stephanie@example.com"
    office.reply(knock, "pass on")
    relay = one(office.letters(), "relay")
    assert relay.to == "joy@example.net"
    assert "Make it red" in relay.text


def test_outsider_who_wrote_to_the_owner_too_is_only_filed(office: Office) -> None:
    first = office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.",
                        cc=f"{OURS}, client@client.example")  # fmt: skip
    office.letters()
    office.mail("client@client.example", STEPHANIE, "Re: Logo", "Red please", cc=OURS, answers=first)
    assert office.letters() == []


def test_copied_to_us_without_a_task_word_is_no_task(office: Office) -> None:
    mid = office.mail(STEPHANIE, "friend@elsewhere.example", "Lunch", "See you at noon!", cc=OURS)
    assert office.letters() == []
    assert office.folder_of(mid) == ["Handoff/Notes"]
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Lunch" in digest.text


def test_joined_thread_needs_proof(office: Office) -> None:
    office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=OURS, proven=False)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "confirm")]
    office.reply(letters[0], "yes", proven=False)
    assert kinds(office.letters()) == [("joy", "joined"), ("stephanie", "receipt")]
