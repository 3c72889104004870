"""Several tasks in one mail: asked once, never waited for long, split and put
together again."""

from tests.shell.office import Got, Office, at, kinds, one, to
from tests.shell.test_conversation import JOY, STEPHANIE

THREE = """Hi Joy,

there are three things for this week:

1. Call the people on the list and invite them.
2. Order lunch for twelve by Friday noon.
3. Scan the June receipts.

The lists lie in the shared folder Lunch.
Due by Thursday 5PM Pacific time."""


def ask(office: Office) -> Got:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Lunch and more", THREE)
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "split")]
    return letters[0]


def state(office: Office, number: int) -> str:
    task = office.shop.store.task(number)
    assert task is not None
    return task.state


def test_the_owner_is_asked_once_and_the_contractor_gets_nothing_yet(office: Office) -> None:
    letter = ask(office)
    assert letter.text.startswith("I see 3 tasks in your mail Lunch and more (T-1).")
    assert "Reply split and I make 3, or one." in letter.text
    assert "11:12" in letter.text
    assert "it goes to Joy as one" in letter.text
    assert office.letters() == []


def test_after_two_working_hours_it_goes_out_as_one(office: Office) -> None:
    ask(office)
    office.restart()
    assert office.pass_time(at(2026, 11, 30, 19, 0)) == []
    assignment = one(office.pass_time(at(2026, 11, 30, 19, 30)), "assignment")
    assert "Scan the June receipts" in assignment.text
    office.restart()
    assert to(office.pass_time(at(2026, 11, 30, 22)), "joy@example.net") == []
    assert state(office, 1) == "handed over"


def test_the_two_hours_are_the_owners_working_hours(office: Office) -> None:
    office.now = at(2026, 12, 1, 0, 30)  # Monday 16:30 in Los Angeles
    ask(office)
    assert to(office.pass_time(at(2026, 12, 1, 18)), "joy@example.net") == []
    assert kinds(to(office.pass_time(at(2026, 12, 1, 19)), "joy@example.net")) == [("joy", "assignment")]


def test_one_sends_it_at_once(office: Office) -> None:
    office.reply(ask(office), "one")
    assert kinds(office.letters()) == [("joy", "assignment")]


def test_split_makes_a_linked_task_of_each_part_and_closes_the_parent(office: Office) -> None:
    office.reply(ask(office), "split")
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment")] * 3 + [("stephanie", "transcript")]
    assert state(office, 1) == "split"
    tasks = [office.shop.store.task(n) for n in (2, 3, 4)]
    assert [t.parent for t in tasks if t] == [1, 1, 1]
    assert [t.title for t in tasks if t] == [
        "Call the people on the list and invite them",
        "Order lunch for twelve by Friday noon",
        "Scan the June receipts",
    ]
    assert [t.contractor for t in tasks if t] == ["joy"] * 3
    assert len({letter["Message-ID"] for letter in letters[:3]}) == 3
    assert all(not letter["References"] for letter in letters[:3])
    assert "Undo: one" in letters[3].text


def test_a_part_has_its_own_date_or_the_shared_one(office: Office) -> None:
    office.reply(ask(office), "split")
    letters = office.letters()
    assert "Thu 3 Dec 2026, 17:00 Pacific" in letters[0].text
    assert "Fri 4 Dec 2026, 12:00 Pacific" in letters[1].text
    assert "Thu 3 Dec 2026, 17:00 Pacific" in letters[2].text


def test_what_is_said_beside_the_parts_goes_with_each_and_other_parts_do_not(office: Office) -> None:
    office.reply(ask(office), "split")
    for letter in office.letters()[:3]:
        assert "The lists lie in the shared folder Lunch." in letter.text
    scan = office.shop.store.task(4)
    assert scan and "Order lunch" not in scan.brief


def test_only_the_first_letter_introduces_the_house(office: Office) -> None:
    office.reply(ask(office), "split")
    introduced = ["here is how it works" in letter.text for letter in office.letters()[:3]]
    assert introduced == [True, False, False]


def test_one_undoes_a_split_that_nobody_has_begun(office: Office) -> None:
    office.reply(ask(office), "split")
    transcript = one(office.letters(), "transcript")
    office.reply(transcript, "one")
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment"), ("stephanie", "transcript")]
    assert "takes the place of T-2, T-3, T-4" in letters[0].text
    assert [state(office, n) for n in (1, 2, 3, 4)] == ["handed over"] + ["cancelled"] * 3


def test_one_refuses_where_a_part_has_begun(office: Office) -> None:
    office.reply(ask(office), "split")
    letters = office.letters()
    office.reply(letters[0], "accept")
    office.letters()
    office.reply(letters[3], "one")
    assert "T-2 has begun" in one(office.letters(), "transcript").text
    assert state(office, 1) == "split"


def test_split_after_one_takes_it_back(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "one")
    office.letters()
    office.reply(letter, "split")
    letters = office.letters()
    assert kinds(letters) == [("joy", "assignment")] * 3 + [("stephanie", "transcript")]
    assert "out of T-1, which Joy had as one" in letters[0].text


def test_ok_says_neither(office: Office) -> None:
    office.reply(ask(office), "ok")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "clarify")]
    assert "split | one" in letters[0].text


def test_a_bare_number_says_how_many_tasks_it_is(office: Office) -> None:
    office.reply(ask(office), "3")
    assert state(office, 1) == "split" or office.letters()
    assert state(office, 1) == "split"


def test_whoever_has_the_mail_already_gets_it_as_one_and_the_owner_may_still_split(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Lunch and more", THREE, cc="tasks@example.com")
    letters = office.letters()
    assert kinds(letters) == [("joy", "joined"), ("stephanie", "receipt")]
    assert "I see 3 tasks in it." in letters[1].text
    office.reply(letters[1], "split")
    assert kinds(office.letters()) == [("joy", "assignment")] * 3 + [("stephanie", "transcript")]


def test_with_nobody_to_give_it_to_each_part_asks_for_a_name(office: Office) -> None:
    office.mail(STEPHANIE, subject="Lunch and more", body=THREE)
    asked = one(office.letters(), "who-for")
    assert "I see 3 tasks in it." in asked.text
    office.reply(asked, "split")
    letters = office.letters()
    assert kinds(letters) == [("stephanie", "who-for")] * 3 + [("stephanie", "transcript")]
    office.reply(letters[0], "Joy")
    assert kinds(office.letters()) == [("joy", "assignment")]


def test_a_split_task_is_not_finished_work_in_the_digest(office: Office) -> None:
    office.reply(ask(office), "split")
    office.letters()
    letters = office.pass_time(at(2026, 12, 3, 16))
    digest = [letter for letter in letters if letter.kind == "digest"][-1]
    assert "FINISHED" not in digest.text
    assert "T-1 " not in digest.text
    assert "T-2" in digest.text


def test_the_digest_offers_the_split_that_is_still_open(office: Office) -> None:
    office.now = at(2026, 12, 1, 15, 0)  # Tuesday 07:00 in Los Angeles
    ask(office)
    digest = one(office.pass_time(at(2026, 12, 1, 15, 40)), "digest")
    assert "3 tasks in one mail. Reply T-1 split" in " ".join(digest.text.split())


def test_a_date_set_while_it_waits_holds_for_all_that_share_it(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "due: Dec 7 5pm")
    office.letters()
    office.reply(letter, "split")
    letters = office.letters()
    assert "Mon 7 Dec 2026, 17:00 Pacific" in letters[0].text
    assert "Fri 4 Dec 2026, 12:00 Pacific" in letters[1].text


def test_one_clear_task_is_never_asked_about(office: Office) -> None:
    office.mail(
        STEPHANIE, "tasks+joy@example.com", "Calldown", "1. Call each.\n2. Write it down.\nDue Friday."
    )
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]


def test_a_word_of_the_contractor_on_the_split_task_changes_nothing(office: Office) -> None:
    letter = ask(office)
    office.reply(letter, "one")
    assignment = one(office.letters(), "assignment")
    office.reply(letter, "split")
    office.letters()
    office.mail(JOY, assignment.reply_to, "Re: Lunch and more", "done", answers=assignment)
    assert "already" in one(office.letters(), "transcript").text
    assert state(office, 1) == "split"
