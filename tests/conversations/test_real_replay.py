"""The same mails again, and the whole mailbox again: no task is doubled."""

import smtplib
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.conversations.business import PATIENCE, Business, open_business
from tests.conversations.clients import STEPHANIE
from tests.servers.running import until
from tests.servers.stack import TASKS, Stack

pytestmark = [pytest.mark.needs("dovecot", "postfix"), pytest.mark.timeout(600)]
MANY = 120  # a dozen times what one FETCH takes
PROOF = b"Authentication-Results: mail.shop.test; dmarc=pass header.from=owner.test\r\n"


def by_lmtp(stack: Stack, raws: Sequence[bytes]) -> None:
    """Deliver them all on one connection."""
    with smtplib.LMTP("127.0.0.1", stack.dovecot.lmtp, local_hostname="lmtp.test", timeout=60) as lmtp:
        for raw in raws:
            lmtp.sendmail("stephanie@owner.test", [TASKS], raw)


def task_mails(business: Business, count: int) -> list[bytes]:
    """Task mails of one owner, each with the word of our own server on top."""
    fresh = business.people.fresh
    mails = (
        fresh(STEPHANIE, "tasks+joy@shop.test", f"Task {n}", f"Do number {n} by Friday.")
        for n in range(count)
    )
    return [PROOF + mail.raw for mail in mails]


def work_off(business: Business) -> None:
    """Rounds until nothing new is found, nothing is left to file or to send."""

    def quiet() -> bool:
        business.round()
        did = business.did
        return (did.mails, did.moved, did.letters, did.trouble) == (0, 0, 0, ())

    assert until(quiet, 2 * PATIENCE), business.did


def lying(business: Business) -> dict[str, int]:
    """How many mails each folder holds."""
    return {name: len(mails) for name, mails in business.folders().items()}


def put_all_back(stack: Stack) -> int:
    """Move every filed mail back into the inbox, and number all folders anew:
    to our eyes every mail is new. How many there are."""
    with stack.imap(TASKS) as client:
        for folder, mails in stack.mailbox(TASKS).items():
            if folder != "INBOX" and mails:
                client.select(f'"{folder}"')
                client.uid("MOVE", "1:*", "INBOX")
                client.unselect()
    stack.dovecot.number_anew(TASKS)
    return len(stack.mailbox(TASKS)["INBOX"])


def test_mails_delivered_twice_and_replayed_make_no_second_task(clean_stack: Stack, tmp_path: Path) -> None:
    with open_business(clean_stack, tmp_path) as business:
        raws = task_mails(business, MANY)
        by_lmtp(clean_stack, raws)
        work_off(business)
        assert lying(business) == {"Handoff/Joy Santos": MANY}
        by_lmtp(clean_stack, raws)
        work_off(business)
        business.shop.source.close()
        assert put_all_back(clean_stack) == 2 * MANY
        work_off(business)
        assert len(business.tasks()) == MANY
        assert len({task.title for task in business.tasks()}) == MANY
        assert len(clean_stack.sink.mails) == len(business.outbox()) == 2 * MANY
        assert lying(business) == {"Handoff/Joy Santos": 2 * MANY}
