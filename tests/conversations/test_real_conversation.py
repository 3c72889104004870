"""A task from the first mail to the digest, on Dovecot and Postfix, by swaks."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conversations.business import Business, is_one_thread, kinds, one, open_business
from tests.conversations.clients import JOY, OURS, STEPHANIE, Letter, Mail
from tests.servers.stack import Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix", "swaks"), pytest.mark.timeout(300)]
BRIEF = "Please call everybody on the list.\nFor: Joy\nDue by Wednesday 5PM Pacific time."
A_WEEK = timedelta(days=7)
LETTERS = {
    "joy": ["assignment", "relay", "approved"],
    "stephanie": ["receipt", "question", "review", "digest"],
}


def play(business: Business, address: str, *, unproven: bool = False) -> list[Mail]:
    """Task, accept, question, answer, done, approve, digest. All mails of people."""
    said: list[Mail] = []

    def say(mail: Mail) -> list[Letter]:
        said.append(mail)
        return business.write(mail)

    answer = business.people.answer
    first = say(business.people.fresh(STEPHANIE, address, "Calldown list", BRIEF))
    assert kinds(first) == [("joy", "assignment"), ("stephanie", "receipt")]
    assignment = one(first, "assignment")
    assert say(answer(assignment, "accept")) == []
    assert business.task().state == "accepted"
    asked = say(answer(assignment, "question: the list of March, or the one of May?"))
    assert kinds(asked) == [("stephanie", "question")]
    assert "March, or the one of May?" in asked[0].text
    told = say(answer(asked[0], "The one of March."))
    assert kinds(told) == [("joy", "relay")]
    assert "The one of March." in told[0].text
    finished = say(answer(told[0], "done"))
    assert kinds(finished) == [("stephanie", "review")]
    approved = say(answer(finished[0], "approve"))
    assert sorted(kinds(approved))[0] == ("joy", "approved")
    # What a reply address alone brought about is told, with its undo (docs/who-may-do-what.md).
    assert [x.kind for x in approved if x.to.startswith("stephanie@")] == (["transcript"] if unproven else [])
    assert business.task().state == "approved"
    assert "Calldown list" in business.until_letter("digest", A_WEEK).text
    return said


def look_back(business: Business, said: list[Mail], *, unproven: bool = False) -> None:
    """The letters are these and no others, each in its thread; the mails lie in
    their folder; one recipient each, and our own address as the sender."""
    heard = {who: [x for x in business.got if x.to.startswith(f"{who}@")] for who in LETTERS}
    told = {who: [x.kind for x in letters if x.kind != "transcript"] for who, letters in heard.items()}
    assert told == LETTERS
    assert sum(x.kind == "transcript" for x in business.got) == unproven
    assert is_one_thread(heard["joy"], heard["joy"][0].message_id)
    assert is_one_thread(heard["stephanie"][:3], said[0].message_id)
    assert heard["joy"][0]["Subject"] == "[T-1] Calldown list"
    assert heard["stephanie"][0]["Subject"] == "Re: Calldown list"
    for letter in business.got:
        assert letter.caught.recipients in (("joy@contractor.test",), ("stephanie@owner.test",))
        assert letter.caught.sender == OURS
    assert business.folders() == {"Handoff/Joy Santos": [mail.message_id for mail in said]}


def test_a_conversation_with_the_servers_word_for_who_wrote(clean_stack: Stack, tmp_path: Path) -> None:
    with open_business(clean_stack, tmp_path) as business:
        look_back(business, play(business, OURS))
        proofs = [row.proof for row in business.shop.store.ledger_of(1)]
        assert proofs == ["A", *["A+T"] * 5]


def test_a_conversation_with_the_secret_address_and_no_word_of_the_server(
    stack_without_results: Stack, tmp_path: Path
) -> None:
    with open_business(stack_without_results, tmp_path, trust="") as business:
        look_back(business, play(business, business.secret_address(), unproven=True), unproven=True)
        proofs = {row.proof for row in business.shop.store.ledger_of(1)}
        assert proofs == {"T+a"}


@pytest.mark.parametrize(
    ("to", "cc"), [pytest.param(JOY, OURS, id="we in copy"), pytest.param(OURS, JOY, id="Joy in copy")]
)
def test_the_contractor_who_has_the_mail_gets_no_brief_again(
    clean_stack: Stack, tmp_path: Path, to: str, cc: str
) -> None:
    with open_business(clean_stack, tmp_path) as business:
        first = business.people.fresh(STEPHANIE, to, "Calldown list", BRIEF, cc)
        letters = business.write(first)
        assert kinds(letters) == [("joy", "joined"), ("stephanie", "receipt")]
        joined = one(letters, "joined")
        assert "call everybody" not in joined.text
        assert is_one_thread([joined], first.message_id)
        assert joined["Subject"] == "Re: Calldown list"
        answer = business.people.answer
        asked = answer(joined, "Which list do you mean?", to=STEPHANIE, cc=OURS)
        assert business.write(asked) == []  # the owner has it, and hears nothing twice
        assert business.task().state == "in question"
        done = answer(joined, "Done!", to=STEPHANIE, cc=OURS)
        assert business.write(done) == []
        lying = business.folders()
        assert lying == {"Handoff/Joy Santos": [m.message_id for m in (first, asked, done)]}
        assert "Calldown list" in business.until_letter("digest", A_WEEK).text
