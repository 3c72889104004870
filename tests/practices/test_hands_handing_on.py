"""Handing on: one person is responsible, and whoever takes over knows what is known (P24, P47)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import JOY, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import CONFIG, Office, at, kinds, one, to

MARIA = (
    "  maria: {name: Maria Lopez, roles: [contractor], addresses: [maria@example.org], zone: Europe/Madrid}\n"
)
WITH_MARIA = CONFIG.replace("  olivia:", f"{MARIA}  olivia:")
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path, WITH_MARIA)


def test_p47_brief_files_and_what_was_found_go_along(office: Office) -> None:
    assignment, receipt = give(office, body=LATER)
    office.reply(assignment, "question: which list?")
    office.reply(one(office.letters(), "question"), "The long one, of members.")
    office.letters()
    office.reply(assignment, "accept\n\nTwelve numbers are dead, the rest is good.")
    office.letters()
    office.reply(receipt, "assign: ben")
    letters = office.letters()
    assert sorted(kinds(letters)) == [
        ("ben", "assignment"),
        ("joy", "handed-on"),
        ("stephanie", "transcript"),
    ]
    given = one(letters, "assignment")
    for words in ("Call each person", "which list?", "The long one, of members.", "Twelve numbers are dead"):
        assert words in given.text
    assert "18 Dec 2026" in given.text
    assert "Joy" not in given.text.partition("\n-- ")[0] and "joy@" not in given.raw.decode().lower()


def test_p47_it_is_a_thread_of_its_own_and_the_old_token_is_over(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(receipt, "assign: ben")
    given = one(office.letters(), "assignment")
    assert given["References"] == "" and given.subject == "[T-1] Calldown"
    office.reply(assignment, "done")
    letters = office.letters()
    assert "ben@example.org" not in [x.to for x in letters]
    assert (task(office).contractor, task(office).stage) == ("ben", "handed over")
    office.reply(given, "done")
    assert ("stephanie", "review") in kinds(office.letters())


def test_p47_the_late_words_of_the_former_one_are_read_by_the_owner(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(receipt, "assign: ben")
    office.letters()
    office.reply(assignment, "The key lies under the mat, by the way.")
    letters = office.letters() + office.pass_time(at(2026, 12, 1, 16))
    assert [x for x in letters if x.to == "stephanie@example.com" and "under the mat" in x.text]
    assert not [x for x in letters if x.to == "ben@example.org" and "under the mat" in x.text]


def test_p47_a_decline_comes_back_with_reason_and_the_next_best_by_load(office: Office) -> None:
    give(office, "maria", "One", LATER)
    give(office, "maria", "Two", LATER)
    give(office, "ben", "Three", LATER)
    assignment, _ = give(office, subject="Four", body=LATER)
    office.reply(assignment, "decline: I have an exam this week")
    declined = one(office.letters(), "declined")
    said = text(declined)
    assert "I have an exam this week" in said
    assert "assign: ben" in said and "Ben has 1 open" in said and "Maria 2" in said
    office.reply(declined, "assign: ben")
    letters = office.letters()
    assert ("ben", "assignment") in kinds(letters)
    assert task(office, 4).contractor == "ben"


def test_p47_a_bare_name_answers_a_decline(office: Office) -> None:
    assignment, _ = give(office)
    office.reply(assignment, "decline: no time")
    office.reply(one(office.letters(), "declined"), "Ben")
    assert ("ben", "assignment") in kinds(office.letters())


def test_p47_whoever_is_away_is_not_the_next_best(office: Office) -> None:
    give(office, "ben", "Three", LATER)
    office.mail("Maria Lopez <maria@example.org>", "tasks@example.com", "", "away until 21 December")
    office.letters()
    assignment, _ = give(office)
    office.reply(assignment, "decline: no time")
    said = text(one(office.letters(), "declined"))
    assert "assign: ben" in said and "Maria 0, away until Mon 21 Dec" in said


def test_p24_two_in_to_are_asked_about_and_one_is_responsible(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net, ben@example.org", "Call", LATER, cc="tasks@example.com")
    letters = office.letters()
    asked = one(letters, "who-for")
    assert to(letters, "joy@example.net") == [] and to(letters, "ben@example.org") == []
    office.reply(asked, "Joy")
    office.letters()
    assert task(office).contractor == "joy"


def test_p24_others_in_copy_watch(office: Office) -> None:
    office.mail(STEPHANIE, "joy@example.net", "Call", LATER, cc="ben@example.org, tasks@example.com")
    letters = office.letters()
    assert to(letters, "ben@example.org") == []
    assert (task(office).contractor, task(office).watchers) == ("joy", ("ben",))
    office.mail("Ben Okafor <ben@example.org>", "tasks@example.com", "Re: [T-1] Call", "status", headers="")
    assert kinds(office.letters()) == [("ben", "status")]


def test_p47_questions_of_the_former_one_do_not_stay_open(office: Office) -> None:
    assignment, receipt = give(office)
    office.reply(assignment, "question: which list?")
    office.letters()
    office.reply(receipt, "assign: ben")
    given = one(office.letters(), "assignment")
    assert task(office).questions == ()
    assert "which list?" in given.text  # not answered yet: the next one may know, or ask again
    assert of_kind(office.pass_time(at(2026, 12, 2, 20)), "owed-answer") == []


def test_p47_the_owner_hears_where_the_new_one_has_much_to_do(office: Office) -> None:
    give(office, "ben", "One", LATER)
    give(office, "ben", "Two", LATER)
    _, receipt = give(office, body=LATER)
    office.reply(receipt, "assign: ben")
    assert "Ben already has 2 due Fri" in text(one(office.letters(), "transcript"))


def test_p47_a_fresh_word_of_the_former_one_is_no_command(office: Office) -> None:
    _, receipt = give(office)
    office.reply(receipt, "assign: ben")
    office.letters()
    office.mail(JOY, "tasks@example.com", "Re: [T-1] Calldown", "done")
    office.letters()
    assert task(office).stage == "handed over"
