"""What stands in whose digest, and what becomes of an answer to it."""

from datetime import timedelta

from tests.shell.office import Got, Office, at, one, to

STEPHANIE = "Stephanie Miller <stephanie@example.com>"
OLIVIA = "Olivia Miller <olivia@example.com>"
JOY = "Joy Santos <joy@example.net>"
OURS = "tasks@example.com"
HOURS = timedelta(hours=2)


def _begin(office: Office, owner: str = STEPHANIE, who: str = "joy") -> Got:
    body = "Call everyone.\nDue by Wednesday 5PM Pacific time."
    office.mail(owner, f"tasks+{who}@example.com", "Calldown", body)
    return one(office.letters(), "assignment")


def _digests(office: Office, until_day: int, address: str) -> list[Got]:
    letters = office.pass_time(at(2026, 12, until_day, 16), HOURS)
    return [x for x in to(letters, address) if x.kind == "digest"]


def test_note_of_one_owner_stands_in_no_other_owners_digest(office: Office) -> None:
    _begin(office, OLIVIA, "ben")
    digest = _digests(office, 4, "olivia@example.com")[-1]
    office.reply(digest, "I think Stephanie is too soft.")
    office.mail(OLIVIA, "friend@elsewhere.example", "Surprise for Stephanie", "At noon!", cc=OURS)
    office.letters()
    letters = office.pass_time(at(2026, 12, 8, 16), HOURS)
    hers = "\n".join(x.text for x in to(letters, "stephanie@example.com"))
    mine = "\n".join(x.text for x in to(letters, "olivia@example.com"))
    assert "too soft" not in hers
    assert "Surprise" not in hers
    assert "too soft" in mine
    assert "Surprise" in mine
