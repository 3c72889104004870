"""Small things that a reader would stumble over."""

from datetime import timedelta

import pytest

from tests.shell.office import CONFIG, Office, at, kinds, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
OLIVIA = "Olivia Miller <olivia@example.com>"
JOY = "Joy Santos <joy@example.net>"
BEN = "Ben Okafor <ben@example.org>"
OURS = "tasks@example.com"
HOURS = timedelta(hours=2)


def test_escalation_contact_without_a_task_gets_no_empty_digest(office: Office) -> None:
    """Silence looks like a dead daemon only to those who hand out work."""
    assert "olivia: {" in CONFIG and "escalate_to: olivia" in CONFIG
    letters = office.pass_time(at(2026, 12, 15), HOURS)
    assert to(letters, "olivia@example.com") == []
    office.mail(OLIVIA, "tasks+ben@example.com", "Router", "Open the port. No rush.")
    letters = office.letters() + office.pass_time(at(2026, 12, 22), HOURS)
    assert "digest" in [x.kind for x in to(letters, "olivia@example.com")]


def test_open_bill_of_a_finished_task_stands_in_each_digest_until_paid(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Flyer", "Draw a flyer by Friday. Budget: $120")
    office.reply(one(office.letters(), "assignment"), "done\ninvoice: 120 USD")
    office.reply(one(office.letters(), "review"), "approve")
    letters = office.letters() + office.pass_time(at(2026, 12, 4, 16), HOURS)
    digests = [x for x in to(letters, "stephanie@example.com") if x.kind == "digest"]
    assert len(digests) == 4
    assert all("120 USD" in x.text for x in digests)
    assert ["FINISHED" in x.text for x in digests] == [True, False, False, False]
    office.reply(digests[-1], "T-1 paid")
    letters = office.letters() + office.pass_time(at(2026, 12, 8, 16), HOURS)
    assert not [x for x in letters if x.kind == "digest" and "120 USD" in x.text]


def test_lines_of_the_digest_are_sentences(office: Office) -> None:
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", "Please make a logo by Friday.")
    office.reply(one(office.letters(), "assignment"), "done")
    office.letters()
    digest = one(office.pass_time(at(2026, 12, 1, 16)), "digest")
    assert "Logo (Joy): It is done. Reply T-1 approve; silence approves on Thu 3 Dec 09:12" in digest.text


def test_watcher_who_asks_hears_how_the_watched_task_stands(office: Office) -> None:
    first = office.mail(STEPHANIE, JOY, "Logo", "Please make the logo by Friday.", cc=f"{OURS}, {BEN}")
    office.letters()
    office.mail(BEN, OURS, "Re: Logo", "status", answers=first)
    status = one(office.letters(), "status")
    assert status.to == "ben@example.org"
    assert "Logo" in status.text


def test_subject_of_an_answer_has_one_re(office: Office) -> None:
    office.mail(STEPHANIE, OURS, "Re: my tasks", "status")
    assert one(office.letters(), "status").subject == "Re: my tasks"


@pytest.mark.parametrize("words", ["Joy", "@joy", "Joy, please.", "Give it to Joy", "joy\nShe is cheap."])
def test_name_in_a_short_answer_hands_the_task_over(office: Office, words: str) -> None:
    office.mail(STEPHANIE, OURS, "Find a plumber", "Please find one by Friday.")
    office.reply(one(office.letters(), "who-for"), words)
    letters = office.letters()
    assert ("joy", "assignment") in kinds(letters)
    assert "cheap" not in letters[0].raw.decode()


@pytest.mark.parametrize("words", ["Not Joy", "Joy or Ben", "I would ask Joy if she were not so slow"])
def test_name_in_a_sentence_hands_nothing_over(office: Office, words: str) -> None:
    office.mail(STEPHANIE, OURS, "Find a plumber", "Please find one by Friday.")
    office.reply(one(office.letters(), "who-for"), words)
    assert [k for k in kinds(office.letters()) if k[0] != "stephanie"] == []
