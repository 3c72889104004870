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


def _answered(office: Office, digest: Got, words: str) -> tuple[list[Got], str]:
    office.reply(digest, words)
    letters = office.letters()
    return letters, one(letters, "transcript").text


def test_always_in_a_digest_says_what_it_did_not_do(office: Office) -> None:
    office.mail("Eve <eve@evil.example>", subject="Invoice", body="Pay me")
    office.letters()
    _, told = _answered(office, _digests(office, 1, "stephanie@example.com")[0], "H-1 always")
    assert "passed on, once. eve@evil.example belongs to nobody I know" in told


def test_always_in_a_digest_adds_no_address_without_full_proof(office: Office) -> None:
    assignment = _begin(office)
    office.reply(assignment, "accept", sender="Joy <joy.santos@freemail.example>")
    office.letters()
    digest = _digests(office, 2, "stephanie@example.com")[-1]
    office.reply(digest, "H-1 always", proven=False)
    asked = one(office.letters(), "confirm")
    assert "joy.santos@freemail.example" not in office.shop.house.people["joy"].addresses
    office.reply(asked, "yes", proven=False)
    told = {letter.to: letter.text for letter in office.letters() if letter.kind == "transcript"}
    assert "is known as Joy Santos from now on" in told["stephanie@example.com"]
    assert set(told) == {"stephanie@example.com", "joy@example.net"}  # both learn of it
    assert "joy.santos@freemail.example" in office.shop.house.people["joy"].addresses


def test_ok_under_a_proposed_date_agrees_to_it(office: Office) -> None:
    office.reply(_begin(office), "eta: Friday 5pm")
    office.letters()
    letters, told = _answered(office, _digests(office, 1, "stephanie@example.com")[0], "T-1 ok")
    assert "the proposed date holds now" in told
    assert one(letters, "due-changed").to == "joy@example.net"


def test_praise_under_a_task_to_review_approves_it_and_is_not_quoted(office: Office) -> None:
    office.reply(_begin(office), "done")
    office.letters()
    letters, told = _answered(office, _digests(office, 1, "stephanie@example.com")[0], "T-1 great!")
    assert "approved. Undo:" in told
    assert "great!" not in one(letters, "approved").text


def test_answer_that_reads_like_an_approval_is_the_answer(office: Office) -> None:
    office.reply(_begin(office), "question: is the second list ok?")
    office.letters()
    letters, _ = _answered(office, _digests(office, 1, "stephanie@example.com")[0], "T-1 looks good")
    assert "looks good" in one(letters, "relay").text


def test_contractor_says_yes_to_each_of_several_reminders(office: Office) -> None:
    _begin(office)
    body = "Make it.\nDue by Wednesday 5PM Pacific time."
    office.mail(STEPHANIE, "tasks+joy@example.com", "Logo", body)
    office.letters()
    reminder = one(to(office.pass_time(at(2026, 12, 2, 1, 30)), "joy@example.net"), "reminder")
    office.reply(reminder, "T-1: yes\nT-2: eta Friday 5pm")
    letters = office.letters()
    assert one(letters, "transcript").to == "joy@example.net"
    assert one(letters, "proposal").to == "stephanie@example.com"
    assert [t.state for t in office.shop.store.tasks()] == ["accepted", "accepted"]
