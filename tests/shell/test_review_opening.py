"""Fresh mails: what is a task, and whose."""

from pathlib import Path

from tests.shell.office import CONFIG, Office, kinds

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"
ONE_CONTRACTOR = "\n".join(line for line in CONFIG.splitlines() if "ben:" not in line)


def test_mail_to_a_friend_with_us_in_copy_reaches_no_contractor(tmp_path: Path) -> None:
    office = Office(tmp_path, ONE_CONTRACTOR)
    office.mail(STEPHANIE, "friend@elsewhere.example", "Lunch", "See you at noon! And my news ...", cc=OURS)
    assert office.letters() == []
    assert list(office.shop.store.tasks()) == []
    office.close()


def test_only_contractor_there_is_needs_no_name(tmp_path: Path) -> None:
    office = Office(tmp_path, ONE_CONTRACTOR)
    office.mail(STEPHANIE, OURS, "Plumber", "Please find a plumber by Friday.")
    assert kinds(office.letters()) == [("joy", "assignment"), ("stephanie", "receipt")]
    office.close()
