"""Whoever answers for an owner, and does a task of that owner's, too: nobody decides about
their own work, and nothing comes twice. And one who answers, and is away as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practices.hands_kit import JOY, OLIVIA, STEPHANIE, give, of_kind, opened, task, text
from tests.shell.office import Office, at, kinds, one, to

JOYS, STEPH, OLIV = "joy@example.net", "stephanie@example.com", "olivia@example.com"
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."
BACK = at(2026, 12, 7, 18)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    yield from opened(tmp_path)


def gone(office: Office, who: str) -> None:
    """Stephanie is away until Monday the 7th, 09:00 with her."""
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December, ask {who}")


# a substitute who is the contractor, too


def test_a_substitute_with_a_task_of_their_own_hears_it_in_one_letter(office: Office) -> None:
    """Joy answers about Ben's task, and her own waits for Stephanie: one letter says both."""
    give(office, body=LATER)
    give(office, "ben", "Client", LATER)
    gone(office, "Joy")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("ben", "away"), ("joy", "away"), ("stephanie", "transcript")]
    told = text(to(letters, JOYS)[0])
    assert "asked that you answer meanwhile" in told
    assert "T-1" in told and "waits for Stephanie" in told and "T-2" not in told
    assert "Your questions go to" not in told


def test_a_substitute_who_does_all_of_it_answers_nothing(office: Office) -> None:
    """Her question and her finished piece wait for the digest of the return."""
    assignment, _ = give(office, body=LATER)
    gone(office, "Joy")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "away"), ("stephanie", "transcript")]
    told = text(to(letters, JOYS)[0])
    assert "wait" in told and "you answer" not in told
    assert "Joy does not answer about T-1, which is their own" in text(one(letters, "transcript"))
    office.reply(assignment, "question: which list?")
    assert office.letters() == []
    office.reply(assignment, "done")
    assert office.letters() == []
    office.reply(assignment, "approve")
    office.letters()
    assert task(office).state == "in review"
    digest = text(one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest"))
    assert "T-1" in digest and "TO REVIEW" in digest


def test_an_open_question_of_their_own_does_not_come_back_to_them(office: Office) -> None:
    """Joy asked before Stephanie went; only Ben's question is hers to answer."""
    hers, _ = give(office, body=LATER)
    bens, _ = give(office, "ben", "Client", LATER)
    office.reply(hers, "question: which list?")
    office.reply(bens, "question: which client?")
    office.letters()
    gone(office, "Joy")
    asked = of_kind(office.letters(), "question")
    assert [x.to for x in asked] == [JOYS] and "which client?" in asked[0].text


def test_handed_the_task_meanwhile_they_answer_about_it_no_more(office: Office) -> None:
    """Ben gives T-1 back while Joy stands in, and Stephanie, in her mail, gives it to Joy."""
    assignment, receipt = give(office, "ben", body=LATER)
    gone(office, "Joy")
    office.letters()
    office.reply(receipt, "assign: joy")
    mine = one(to(office.letters(), JOYS), "assignment")
    office.reply(mine, "done")
    office.letters()
    office.reply(mine, "approve")
    office.letters()
    assert task(office).state == "in review" and task(office).contractor == "joy"
    assert to(office.pass_time(at(2026, 12, 4)), JOYS) == []
    assert assignment.to == "ben@example.org"


# the substitute is away, too


def test_who_names_somebody_absent_is_told(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    gone(office, "Olivia")
    letters = office.letters()
    said = text(one(letters, "transcript"))
    assert "Olivia is away until Fri 4 Dec" in said and "questions wait until then" in said
    assert "Your questions go to" not in text(to(letters, JOYS)[0])
    office.reply(assignment, "question: which list?")
    assert office.letters() == []


def test_a_question_waits_for_whoever_is_back_first(office: Office) -> None:
    """Olivia is back on Friday at nine, Stephanie on Monday."""
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    gone(office, "Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    assert office.letters() == []
    before = office.pass_time(at(2026, 12, 4, 16, 30))
    assert of_kind(to(before, OLIV), "question") == []
    asked = to(office.pass_time(at(2026, 12, 4, 18)), OLIV)
    assert "which list?" in " ".join(x.text for x in asked)
    question = next(x for x in asked if "which list?" in x.text)
    office.reply(question, "The long one." if question.kind == "question" else "T-1 The long one.")
    assert "The long one." in text(one(office.letters(), "relay"))


def test_the_owner_back_first_reads_it_alone(office: Office) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 14 December")
    office.letters()
    gone(office, "Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    letters = office.letters() + office.pass_time(at(2026, 12, 14, 20))
    assert "which list?" in of_kind(to(letters, STEPH), "digest")[0].text
    assert of_kind(to(letters, OLIV), "question") == []


@pytest.mark.parametrize("word", ["back", ""])
def test_a_substitute_who_comes_back_early_gets_what_waits(office: Office, word: str) -> None:
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    gone(office, "Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    office.letters()
    if word:
        office.mail(OLIVIA, "tasks@example.com", word, "")
        assert "which list?" in one(to(office.letters(), OLIV), "question").text
    else:
        assert office.letters() == []


def test_a_substitute_who_goes_away_later(office: Office) -> None:
    """Whoever still works hears in one letter that questions wait; Stephanie reads it when back."""
    assignment, _ = give(office, body=LATER)
    gone(office, "Olivia")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "away"), ("olivia", "transcript")]
    told = text(to(letters, JOYS)[0])
    assert "Olivia" in told and "wait" in told
    office.reply(assignment, "question: which list?")
    assert office.letters() == []
    digest = text(one(to(of_kind(office.pass_time(BACK), "digest"), STEPH), "digest"))
    assert "which list?" in digest and "Olivia, who answers for you, is away until Fri 4 Dec" in digest


def test_nobody_absent_is_obeyed_less(office: Office) -> None:
    """Olivia, away herself, writes all the same: her word counts."""
    assignment, _ = give(office, body=LATER)
    gone(office, "Olivia")
    office.letters()
    office.reply(assignment, "question: which list?")
    question = one(office.letters(), "question")
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    office.letters()
    office.reply(question, "The long one.")
    assert "The long one." in text(one(office.letters(), "relay"))
    assert JOY


def test_who_works_for_both_hears_of_it_once(office: Office) -> None:
    """Joy has a task of each; one letter says that Olivia is away, and each task's questions wait."""
    assignment, _ = give(office, body=LATER)
    office.mail(OLIVIA, "tasks+joy@example.com", "Flyer", LATER)
    office.letters()
    gone(office, "Olivia")
    office.letters()
    office.mail(OLIVIA, "tasks@example.com", "", "away until 4 December")
    letters = office.letters()
    assert sorted(kinds(letters)) == [("joy", "away"), ("olivia", "transcript")]
    said = text(one(letters, "transcript"))
    assert "Joy is told" in said and "Joy and Joy" not in said
    office.reply(assignment, "question: which list?")
    assert office.letters() == []
