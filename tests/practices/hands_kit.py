"""What the conversations about hands share: people, a task handed over, how it ends."""

from collections.abc import Iterator
from pathlib import Path

from tasks.model import Task
from tests.shell.office import CONFIG, Got, Office, one

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
JOY = "Joy Santos <joy@example.net>"
BEN = "Ben Okafor <ben@example.org>"
OLIVIA = "Olivia Miller <olivia@example.com>"
BRIEF = "Call each person on the list.\nDue by Wednesday 5PM Pacific time."
LATER = "Call each person on the list.\nDue by 18 December 5PM Pacific time."


def opened(folder: Path, config: str = CONFIG) -> Iterator[Office]:
    """An office that reads mail in this process; its histories are folded at the end (L11)."""
    office = Office(folder, config, one_process=True)
    yield office
    assert list(office.shop.store.verify()) == []
    office.close()


def give(office: Office, who: str = "joy", subject: str = "Calldown", body: str = BRIEF) -> tuple[Got, Got]:
    """A task of Stephanie's for this contractor: the assignment, and the receipt."""
    office.mail(STEPHANIE, f"tasks+{who}@example.com", subject, body)
    letters = office.letters()
    return one(letters, "assignment"), one(letters, "receipt")


def task(office: Office, number: int = 1) -> Task:
    found = office.shop.store.task(number)
    assert found is not None
    return found


def of_kind(letters: list[Got], kind: str) -> list[Got]:
    return [letter for letter in letters if letter.kind == kind]


def text(letter: Got) -> str:
    """The letter's own words in one line, without its foot."""
    return " ".join(letter.text.partition("\n-- ")[0].split())


def bounce(office: Office, letter: Got) -> None:
    """Joy's server says for good that there is no such mailbox (RFC 3464)."""
    status = "Content-Type: text/plain\n\nYour message could not be delivered.\n"
    report = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"
    report += "Final-Recipient: rfc822; joy@example.net\nAction: failed\nStatus: 5.1.1\n"
    head = f"Content-Type: text/rfc822-headers\n\nMessage-ID: {letter['Message-ID']}\n"
    body = "".join(f"--b\n{part}\n" for part in (status, report, head)) + "--b--"
    kind = "multipart/report; report-type=delivery-status; boundary=b"
    office.mail("Mail <mailer-daemon@example.net>", "tasks@example.com", "Undelivered", body, media_type=kind)


def left_alone(office: Office, who: str = "Olivia", body: str = LATER) -> Got:
    """Joy has the task, and Stephanie is away until Monday the 7th: the assignment."""
    assignment, _ = give(office, body=body)
    office.mail(STEPHANIE, "tasks@example.com", "", f"away until 7 December, ask {who}")
    office.letters()
    return assignment
